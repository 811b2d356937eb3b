//! What is wrong with a sheet, and where its summary of faults leads.

use super::Row;
use crate::attendance::rules::Mark;
use crate::kernel::{EnrolmentId, Fault};
use crate::web::Field;
use std::collections::HashMap;

/// What is wrong with a sheet that was sent, or was changed by somebody else meanwhile.
#[derive(Default)]
pub(super) struct Trouble {
    pub(super) faults: Vec<Fault>,
    pub(super) conflicts: HashMap<EnrolmentId, Mark>,
    pub(super) reason: String,
    pub(super) preset: bool,
}

/// A field of the sheet itself, with its faults.
pub(super) fn field_of(name: &str, trouble: &Trouble) -> Field {
    let faults = trouble.faults.iter().filter(|fault| fault.field == name).cloned().collect();
    Field { faults, ..Field::filled(name, trouble.reason.as_str()) }
}

/// The rows at fault for the error summary; a fault of nobody on the sheet stands at its beginning.
pub(super) fn fault_fields(rows: &[Row], correction: &Field, trouble: &Trouble) -> Vec<Field> {
    let at_fault = rows.iter().filter(|row| !row.faults.is_empty());
    let mut fields: Vec<Field> = at_fault.map(Row::field).collect();
    if !correction.faults.is_empty() {
        fields.push(correction.clone());
    }
    let told: usize = fields.iter().map(|field| field.faults.len()).sum();
    if told < trouble.faults.len() {
        let gone = trouble.faults.iter().filter(|fault| fault.code == "not-enrolled").cloned().collect();
        fields.push(Field { id: "roll".to_owned(), faults: gone, ..Field::default() });
    }
    fields
}
