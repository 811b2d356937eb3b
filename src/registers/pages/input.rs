//! What is typed into the forms of registers, and what programs send, as domain types.

use crate::kernel::name::tidy;
use crate::kernel::{Fault, Problem, Word as _};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::stock::Spoiled;
use crate::registers::rules::{LONGEST, LONGEST_NOTE, lists, strange};
use crate::registers::store::blanks::{NewBatch, Spoiling};
use crate::web::{Form, FormErrors};
use chrono::NaiveDate;

/// The longest series, in characters.
const LONGEST_SERIES: usize = 20;

/// A kind out of an address.
///
/// # Errors
/// `NotFound` for a kind that there is not.
pub fn kind(word: &str) -> Result<DocumentKind, Problem> {
    DocumentKind::parse(word).ok_or_else(Problem::not_found)
}

/// A kind out of a field.
fn kind_field(errors: &mut FormErrors, form: &Form) -> DocumentKind {
    let word = form.text("kind");
    let kind = DocumentKind::parse(&word);
    if kind.is_none() {
        errors.add(Fault::new("kind", if word.is_empty() { "required" } else { "unknown" }));
    }
    kind.unwrap_or(DocumentKind::AdvancedTrainingCertificate)
}

fn series_field(errors: &mut FormErrors, form: &Form) -> String {
    let series = errors.optional(form, "series", LONGEST_SERIES).unwrap_or_default();
    let letters = strange(&series);
    if !letters.is_empty() {
        errors.add(Fault::new("series", "register-letters").with("letters", letters));
    }
    series
}

fn list_field(errors: &mut FormErrors, form: &Form) -> Vec<String> {
    match lists::numbers(form.raw("numbers"), "numbers") {
        Ok(numbers) => numbers,
        Err(fault) => {
            errors.add(fault);
            Vec::new()
        }
    }
}

/// Prepared numbers: the year, where one was typed, and the numbers.
///
/// # Errors
/// `Invalid`.
pub fn prepared(form: &Form) -> Result<(i32, Vec<String>), Problem> {
    let mut errors = FormErrors::new();
    let year = form.text("year").parse().unwrap_or_default();
    let numbers = list_field(&mut errors, form);
    errors.into_result((year, numbers))
}

/// Explained numbers: the year, where one was typed, the last of them and the reason.
///
/// # Errors
/// `Invalid`.
pub fn skip(form: &Form) -> Result<(i32, i32, String), Problem> {
    let mut errors = FormErrors::new();
    let year = form.text("year").parse().unwrap_or_default();
    let last = errors.number(form, "last", 1, 9_999_999);
    let reason = tidy(form.raw("reason"));
    errors.into_result((year, last, reason))
}

/// Blanks that came.
///
/// # Errors
/// `Invalid`.
pub fn batch(form: &Form) -> Result<NewBatch, Problem> {
    let mut errors = FormErrors::new();
    let batch = NewBatch {
        kind: kind_field(&mut errors, form),
        series: series_field(&mut errors, form),
        numbers: list_field(&mut errors, form),
        received_with: errors.required(form, "received_with", LONGEST_NOTE),
        received_on: date(&mut errors, form, "received_on"),
    };
    errors.into_result(batch)
}

/// A spoiled blank.
///
/// # Errors
/// `Invalid`.
pub fn spoiled(form: &Form) -> Result<Spoiled, Problem> {
    let mut errors = FormErrors::new();
    let spoiled = Spoiled {
        kind: kind_field(&mut errors, form),
        series: series_field(&mut errors, form),
        number: errors.required(form, "number", LONGEST),
        spoiling: Spoiling {
            act: errors.required(form, "act", 60),
            dated: date(&mut errors, form, "dated"),
            reason: errors.required(form, "reason", LONGEST_NOTE),
        },
    };
    errors.into_result(spoiled)
}

/// A required date; any date when it is at fault, since nothing is done then.
fn date(errors: &mut FormErrors, form: &Form, name: &str) -> NaiveDate {
    errors.date(form, name).unwrap_or_default()
}
