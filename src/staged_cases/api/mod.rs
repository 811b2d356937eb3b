//! Staged cases for programs: the same actions as the pages.

pub mod paths;
pub mod steps;
mod types;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    steps::show,
    steps::create,
    steps::decide,
    steps::update_draft,
    paths::path,
    paths::overview,
    paths::open_debrief
))]
pub struct Doc;
