//! Talks and examples for programs: the same actions as the pages.

pub mod boards;
pub mod talks;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    boards::show,
    boards::update,
    boards::say,
    boards::hide,
    boards::shown,
    boards::show_answer,
    boards::take_out,
    boards::ask,
    boards::stop_asking,
    talks::show,
    talks::say,
    talks::examples,
    talks::consent,
    talks::answer
))]
pub struct Doc;
