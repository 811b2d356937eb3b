//! Grading for programs: the same actions as the pages.

pub mod agreement;
pub mod calibration;
pub mod cases;
pub mod desk;
pub mod rubrics;
pub mod work;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    desk::index,
    desk::show,
    work::grade,
    work::correct,
    work::claim,
    work::leave,
    work::draft,
    work::assign,
    work::release,
    work::comment,
    work::remove_comment,
    rubrics::index,
    rubrics::create,
    rubrics::keep,
    agreement::show,
    calibration::show,
    calibration::choose,
    calibration::unchoose,
    calibration::mark,
    cases::index,
    cases::release,
    cases::except,
    cases::revoke
))]
pub struct Doc;
