//! Forms of this room, read into what its actions take. Every fault at once.

use crate::attendance::rules::Places;
use crate::kernel::{EnrolmentId, Fault, Moment, Problem, ZoneName};
use crate::sign_ups::rules::setting::MOST;
use crate::web::{Form, FormErrors};
use chrono::NaiveDateTime;

/// The longest reason.
pub(in crate::sign_ups) const LIMIT: usize = 300;

/// How a day with its time is written: by the browser's own control, or by hand.
const MOMENTS: [&str; 4] = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M"];

/// The places as they were typed, by the wall clock of the session.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn places(form: &Form, zone: ZoneName) -> Result<Places, Problem> {
    let mut errors = FormErrors::new();
    let places = Places {
        capacity: errors.number(form, "capacity", 1, MOST),
        opens_at: moment(&mut errors, form, "opens_at", zone),
        closes_at: moment(&mut errors, form, "closes_at", zone),
        cancel_until: moment(&mut errors, form, "cancel_until", zone),
        waiting_list: form.ticked("waiting_list"),
    };
    errors.into_result(places)
}

fn moment(errors: &mut FormErrors, form: &Form, name: &str, zone: ZoneName) -> Option<Moment> {
    let text = form.text(name);
    if text.is_empty() {
        return None;
    }
    let wall = MOMENTS.iter().find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok());
    if wall.is_none() {
        errors.add(Fault::new(name, "sign-ups-not-a-moment"));
    }
    wall.map(|wall| zone.instant(wall.date(), wall.time()))
}

/// Who is signed up, and why.
///
/// # Errors
/// `Invalid` with the faults of both fields.
pub fn admission(form: &Form) -> Result<(EnrolmentId, String), Problem> {
    let mut errors = FormErrors::new();
    let who = form.text("enrolment").parse();
    if who.is_err() {
        errors.add(Fault::new("enrolment", "choose-one"));
    }
    let reason = errors.required(form, "admission_reason", LIMIT);
    errors.into_result((who.unwrap_or(EnrolmentId(0)), reason))
}

/// Who is taken off, and why.
///
/// # Errors
/// `Invalid` without a reason; `NotFound` without a person.
pub fn withdrawal(form: &Form) -> Result<(EnrolmentId, String), Problem> {
    let who = form.text("who").parse().map_err(|_| Problem::not_found())?;
    let mut errors = FormErrors::new();
    let reason = errors.required(form, "withdrawal_reason", LIMIT);
    errors.into_result((who, reason))
}
