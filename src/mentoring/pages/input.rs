//! What is typed into the forms of mentors, and what programs send, as domain types.

use crate::kernel::{Fault, OrganisationId, Problem, ProgrammeId, Word};
use crate::mentoring::rules::{Asked, CheckKind, ClosureReason, ConsentBy, ContactWay, StepKind};
use crate::mentoring::store::pairs::{Agreement, Closing, NewContact};
use crate::mentoring::store::records::{NewCheck, NewInterview};
use crate::web::{Form, FormErrors};
use chrono::NaiveDate;

/// The longest number of a paper, in characters.
const LONGEST_NUMBER: usize = 60;
/// The longest name of a paper, in characters.
const LONGEST_PAPER: usize = 200;

/// A required word out of a list; the one given when it is at fault, since nothing is done then.
fn word<W: Word>(errors: &mut FormErrors, form: &Form, name: &str, otherwise: W) -> W {
    let text = form.text(name);
    W::parse(&text).unwrap_or_else(|| {
        errors.add(Fault::new(name, if text.is_empty() { "required" } else { "unknown" }));
        otherwise
    })
}

/// A required date; any date when it is at fault.
fn date(errors: &mut FormErrors, form: &Form, name: &str) -> NaiveDate {
    errors.date(form, name).unwrap_or_default()
}

/// A text of several lines.
fn text(form: &Form, name: &str) -> String {
    form.raw(name).trim().to_owned()
}

/// A paper that was seen.
///
/// # Errors
/// `Invalid`.
pub fn check(form: &Form) -> Result<NewCheck, Problem> {
    let mut errors = FormErrors::new();
    let has_term = !form.text("valid_until").is_empty();
    let check = NewCheck {
        kind: word(&mut errors, form, "kind", CheckKind::CriminalRecord),
        number: errors.required(form, "number", LONGEST_NUMBER),
        dated: date(&mut errors, form, "dated"),
        valid_until: if has_term { errors.date(form, "valid_until") } else { None },
    };
    errors.into_result(check)
}

/// A conversation.
///
/// # Errors
/// `Invalid`.
pub fn interview(form: &Form) -> Result<NewInterview, Problem> {
    let mut errors = FormErrors::new();
    let advice = form.text("recommended");
    if !["yes", "no"].contains(&advice.as_str()) {
        errors.add(Fault::new("recommended", "required"));
    }
    let interview = NewInterview {
        held_on: date(&mut errors, form, "held_on"),
        in_person: form.ticked("in_person"),
        recommended: advice == "yes",
        notes: text(form, "notes"),
    };
    errors.into_result(interview)
}

/// A step that is decided on, and the reason of a refusal.
///
/// # Errors
/// `Invalid`.
pub fn step(form: &Form) -> Result<(StepKind, String), Problem> {
    let mut errors = FormErrors::new();
    let step = word(&mut errors, form, "step", StepKind::Refused);
    errors.into_result((step, text(form, "reason")))
}

/// What a pair agrees upon.
///
/// # Errors
/// `Invalid`.
pub fn pair(form: &Form) -> Result<Agreement, Problem> {
    let mut errors = FormErrors::new();
    let pair = Agreement {
        mentee_code: form.text("mentee_code"),
        mentee_born_in: errors.number(form, "mentee_born_in", 1900, 2100),
        starts_on: date(&mut errors, form, "starts_on"),
        planned_end: date(&mut errors, form, "planned_end"),
        consent_by: word(&mut errors, form, "consent_by", ConsentBy::Guardian),
        consent_paper: errors.required(form, "consent_paper", LONGEST_PAPER),
        consent_on: date(&mut errors, form, "consent_on"),
    };
    errors.into_result(pair)
}

/// A contact.
///
/// # Errors
/// `Invalid`.
pub fn contact(form: &Form) -> Result<NewContact, Problem> {
    let mut errors = FormErrors::new();
    let contact = NewContact {
        held_on: date(&mut errors, form, "held_on"),
        way: word(&mut errors, form, "way", ContactWay::Meeting),
        note: text(form, "note"),
    };
    errors.into_result(contact)
}

/// A later end of a pair, and why.
///
/// # Errors
/// `Invalid`.
pub fn extension(form: &Form) -> Result<(NaiveDate, String), Problem> {
    let mut errors = FormErrors::new();
    let planned_end = date(&mut errors, form, "planned_end");
    errors.into_result((planned_end, text(form, "reason")))
}

/// A closure.
///
/// # Errors
/// `Invalid`.
pub fn closure(form: &Form) -> Result<Closing, Problem> {
    let mut errors = FormErrors::new();
    let closing = Closing {
        closed_on: date(&mut errors, form, "closed_on"),
        reason: word(&mut errors, form, "reason", ClosureReason::Other),
        exit_interview: text(form, "exit_interview"),
    };
    errors.into_result(closing)
}

/// An application of somebody else: the address, and what they wrote.
pub fn entry(form: &Form) -> (String, String) {
    (form.text("email"), text(form, "application"))
}

/// An own application.
///
/// # Errors
/// `Invalid`.
pub fn application(form: &Form) -> Result<(OrganisationId, String), Problem> {
    let mut errors = FormErrors::new();
    let organisation = form.text("organisation").parse::<OrganisationId>().ok();
    if organisation.is_none() {
        errors.add(Fault::new("organisation", "required"));
    }
    errors.into_result((organisation.unwrap_or(OrganisationId(0)), text(form, "application")))
}

/// What an organisation asks for, and the programmes that count.
///
/// # Errors
/// `Invalid`.
pub fn setting(form: &Form) -> Result<(Asked, Vec<ProgrammeId>), Problem> {
    let mut errors = FormErrors::new();
    let asked = Asked {
        training_hours: errors.number(form, "training_hours", 2, 250),
        in_person_hours: errors.number(form, "in_person_hours", 2, 250),
        first_contacts: errors.number(form, "first_contacts", 2, 8),
        contact_months: errors.number(form, "contact_months", 1, 3),
        takes_applications: form.ticked("takes_applications"),
        also: form.all("checks").iter().filter_map(|word| CheckKind::parse(word)).collect(),
    };
    let programmes = form.all("programmes").iter().filter_map(|id| id.parse::<ProgrammeId>().ok()).collect();
    errors.into_result((asked, programmes))
}
