//! Cases of sites for programs: the same actions as the pages.

pub mod cases;
pub mod copies;
pub mod own;
pub mod queue;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    queue::index,
    own::index,
    own::create,
    own::shared,
    own::draft,
    own::update,
    own::raise,
    own::destroy,
    cases::show,
    cases::say,
    cases::take,
    cases::close,
    cases::reopen,
    cases::hide,
    cases::hide_entry,
    cases::look,
    cases::answer,
    copies::show,
    copies::update,
    copies::ask,
    copies::open,
    copies::shut,
    copies::course_case,
    copies::begin
))]
pub struct Doc;
