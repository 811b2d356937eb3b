//! The pages of editions and enrolment.

mod edit;
mod enrolment;
mod import;
mod index;

pub use edit::Edit;
pub use enrolment::{Enrol, Withdraw};
pub use import::{Import, Upload};
pub use index::Index;

use crate::web::Field;

/// The fields of a form that have a fault, for the summary above it.
fn wrong(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}
