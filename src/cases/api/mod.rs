//! Cases for programs: the same actions as the pages.

pub mod extensions;
pub mod setups;
pub mod teams;
pub mod types;
pub mod work;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    work::show,
    work::update_draft,
    work::create_submission,
    work::create_file,
    work::show_file,
    setups::show,
    setups::update,
    extensions::index,
    extensions::create,
    extensions::take_back,
    extensions::hide,
    teams::rate
))]
pub struct Doc;
