//! Teams for programs: the same actions as the pages.

pub mod own;
pub mod sets;
pub mod types;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    sets::index,
    sets::create,
    sets::show,
    sets::add_team,
    sets::rename,
    sets::remove,
    sets::place,
    sets::sign_up,
    sets::use_for,
    sets::balance,
    own::show,
    own::choose
))]
pub struct Doc;
