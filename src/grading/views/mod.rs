//! The pages of those who grade: the queue, the desk, the cases of an edition.

mod agreement;
mod assignment;
mod calibration;
mod cases;
mod desk;
mod form;
mod members;
mod proposal;
mod queue;
mod rubric;
mod rubric_form;
mod rubric_notes;
mod samples;

pub use agreement::AgreementPage;
pub use calibration::CalibrationPage;
pub use cases::CasesPage;
pub use desk::Desk;
pub use form::{Typed, typed_marks};
pub use members::TypedMember;
pub use queue::{Queue, Wished};
pub use rubric::RubricPage;
pub use rubric_form::{RubricForm, TypedRubric};
