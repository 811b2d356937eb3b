//! Peer reviews for programs: the same actions as the pages.

pub mod reviews;
pub mod rounds;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    rounds::show,
    rounds::update,
    rounds::allot,
    rounds::release,
    reviews::index,
    reviews::show,
    reviews::hand_in,
    reviews::save_draft,
    reviews::drop_review,
    reviews::file
))]
pub struct Doc;
