//! What the pages of the room print.

mod blanks;
mod gaps;
mod numbers;
mod years;

pub use blanks::{BlanksPage, Refused as RefusedBlanks};
pub use gaps::{GapsPage, said};
pub use numbers::{KindPage, Refused, RegistersPage};
pub use years::YearsPage;

use crate::kernel::Word as _;
use crate::programmes::rules::words::DocumentKind;
use crate::web::Field;

/// The message that names a kind of document.
fn kind_key(kind: DocumentKind) -> String {
    format!("documents-kind-{}", kind.as_str())
}

/// Those of the fields that have faults, for the error summary.
fn faulty(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}
