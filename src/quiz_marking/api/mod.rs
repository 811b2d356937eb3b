//! Marking for programs: the same actions as the pages.

pub mod answers;
pub mod appeals;
pub mod regrades;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    answers::index,
    answers::next,
    answers::show,
    answers::mark,
    answers::override_mark,
    answers::set_blind,
    appeals::create,
    appeals::show,
    appeals::decide,
    regrades::preview,
    regrades::create,
    regrades::show
))]
pub struct Doc;
