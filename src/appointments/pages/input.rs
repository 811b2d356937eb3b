//! Forms of this room, read into what its actions take. Every fault at once.

use crate::appointments::actions::{Confirmation, Outcome};
use crate::appointments::rules::booking::MOST_CANCEL_HOURS;
use crate::appointments::rules::opening::{EVERY, MOST_PLACES, MOST_WEEKS};
use crate::appointments::rules::wish::WISH;
use crate::appointments::rules::{Change, Counted, Opening, Row, Wish};
use crate::appointments::store::outcomes::{Note, Seen};
use crate::appointments::views::LONGEST_NOTE;
use crate::attendance::rules::SessionMode;
use crate::kernel::{ActivityId, AppointmentBookingId, AppointmentSlotId, Fault, Minutes, PersonId, Problem};
use crate::web::{Form, FormErrors};
use chrono::{NaiveTime, Weekday};

/// The longest place, link, topic or reason.
const LIMIT: usize = 500;

/// The longest question.
const LONGEST_QUESTION: usize = 1000;

/// Consultations as they were typed, and whether those are left out that something speaks against.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn opening(form: &Form) -> Result<(Opening, bool), Problem> {
    let mut errors = FormErrors::new();
    let opening = Opening {
        consultant: trainer(&mut errors, form),
        row: row(&mut errors, form),
        capacity: errors.number(form, "capacity", 1, MOST_PLACES),
        mode: mode(&mut errors, form),
        place: errors.optional(form, "place", LIMIT),
        link: errors.optional(form, "link", LIMIT),
        topic: errors.optional(form, "topic", LIMIT),
        counted: counted(&mut errors, form),
    };
    errors.into_result((opening, form.ticked("skip")))
}

fn row(errors: &mut FormErrors, form: &Form) -> Row {
    let weekdays: Vec<Weekday> = form.all("weekday").iter().filter_map(|day| day.parse().ok()).collect();
    if weekdays.len() != form.all("weekday").len() {
        errors.add(Fault::new("weekday", "unknown"));
    }
    Row {
        first: errors.date(form, "held_on").unwrap_or_default(),
        weekdays,
        weeks: if form.text("weeks").is_empty() { 1 } else { errors.number(form, "weeks", 1, MOST_WEEKS) },
        starts: time(errors, form, "starts"),
        ends: time(errors, form, "ends"),
        every: (!form.text("every").is_empty()).then(|| errors.number(form, "every", EVERY.0, EVERY.1)),
    }
}

fn time(errors: &mut FormErrors, form: &Form, name: &str) -> NaiveTime {
    errors.time(form, name).unwrap_or_default()
}

fn trainer(errors: &mut FormErrors, form: &Form) -> PersonId {
    let trainer = form.text("trainer").parse();
    if trainer.is_err() {
        errors.add(Fault::new("trainer", "choose-one"));
    }
    trainer.unwrap_or(PersonId(0))
}

/// In a room or by a link: a consultation is one of both.
fn mode(errors: &mut FormErrors, form: &Form) -> SessionMode {
    let mode = SessionMode::parse(form.raw("mode")).filter(|mode| *mode != SessionMode::Mixed);
    if mode.is_none() {
        errors.add(Fault::new("mode", "choose-one"));
    }
    mode.unwrap_or(SessionMode::Online)
}

fn counted(errors: &mut FormErrors, form: &Form) -> Option<Counted> {
    let (activity, minutes) = (form.text("activity"), form.text("minutes"));
    if activity.is_empty() {
        if !minutes.is_empty() {
            errors.add(Fault::new("activity", "appointments-activity-needed"));
        }
        return None;
    }
    let activity: Option<ActivityId> = activity.parse().ok();
    if activity.is_none() {
        errors.add(Fault::new("activity", "unknown"));
    }
    let minutes = (!minutes.is_empty()).then(|| Minutes(errors.number(form, "minutes", 1, EVERY.1)));
    Some(Counted { activity: activity?, minutes })
}

/// A consultation as it is to be held from now on.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn change(form: &Form) -> Result<Change, Problem> {
    let mut errors = FormErrors::new();
    let change = Change {
        on: errors.date(form, "held_on").unwrap_or_default(),
        starts: time(&mut errors, form, "starts"),
        ends: time(&mut errors, form, "ends"),
        capacity: errors.number(form, "capacity", 1, MOST_PLACES),
        mode: mode(&mut errors, form),
        place: errors.optional(form, "place", LIMIT),
        link: errors.optional(form, "link", LIMIT),
        topic: errors.optional(form, "topic", LIMIT),
    };
    errors.into_result(change)
}

/// Until how many hours before their start consultations are cancelled.
///
/// # Errors
/// `Invalid` for anything but a number of hours.
pub fn cancel_hours(form: &Form) -> Result<i32, Problem> {
    let mut errors = FormErrors::new();
    let hours = errors.number(form, "cancel_hours", 0, MOST_CANCEL_HOURS);
    errors.into_result(hours)
}

/// What somebody asks who books a consultation.
///
/// # Errors
/// `Invalid` when it is too long.
pub fn question(form: &Form) -> Result<Option<String>, Problem> {
    let mut errors = FormErrors::new();
    let question = errors.optional(form, "question", LONGEST_QUESTION);
    errors.into_result(question)
}

/// For which slot a booking is given up; where none was chosen, one that nobody has.
pub fn chosen(form: &Form) -> AppointmentSlotId {
    form.text("slot").parse().unwrap_or(AppointmentSlotId(0))
}

/// A consultation that somebody asks for.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn wish(form: &Form) -> Result<Wish, Problem> {
    let mut errors = FormErrors::new();
    let wish = Wish {
        consultant: trainer(&mut errors, form),
        on: errors.date(form, "held_on").unwrap_or_default(),
        starts: time(&mut errors, form, "starts"),
        minutes: errors.number(form, "minutes", WISH.0, WISH.1),
        mode: mode(&mut errors, form),
        question: errors.required(form, "question", LONGEST_QUESTION),
    };
    errors.into_result(wish)
}

/// Where a consultation is held that was asked for.
///
/// # Errors
/// `Invalid` when what was typed is too long.
pub fn confirmation(form: &Form) -> Result<Confirmation, Problem> {
    let mut errors = FormErrors::new();
    let at = Confirmation {
        place: errors.optional(form, "place", LIMIT),
        link: errors.optional(form, "link", LIMIT),
    };
    errors.into_result(at)
}

/// Why something is declined or withdrawn.
///
/// # Errors
/// `Invalid` when it is not said.
pub fn reason(form: &Form) -> Result<String, Problem> {
    let mut errors = FormErrors::new();
    let reason = errors.required(form, "reason", LIMIT);
    errors.into_result(reason)
}

/// What came out of a consultation.
///
/// # Errors
/// `Invalid` when it is too long.
pub fn note(words: &str) -> Result<String, Problem> {
    let mut errors = FormErrors::new();
    let words = errors.optional(&Form::of(&[("note", words)]), "note", LONGEST_NOTE);
    errors.into_result(words.unwrap_or_default())
}

/// Who came and what came out of it, as the sheet was filled in.
///
/// # Errors
/// `Invalid` with the faults of all rows.
pub fn outcomes(form: &Form) -> Result<Vec<Outcome>, Problem> {
    let mut errors = FormErrors::new();
    let ids = form.under("note-").filter_map(|(id, _)| id.parse().ok());
    let ids: Vec<AppointmentBookingId> = ids.collect();
    let outcomes = ids.into_iter().map(|id| outcome(&mut errors, form, id)).collect();
    errors.into_result(outcomes)
}

fn outcome(errors: &mut FormErrors, form: &Form, booking: AppointmentBookingId) -> Outcome {
    let came = format!("came-{booking}");
    let came = match form.raw(&came) {
        "" => None,
        "came" => Some(true),
        "missed" => Some(false),
        _ => {
            errors.add(Fault::new(came, "unknown"));
            None
        }
    };
    let words = errors.optional(form, &format!("note-{booking}"), LONGEST_NOTE).unwrap_or_default();
    let note = Note::new(words, form.ticked(&format!("shown-{booking}")));
    let seen = format!("seen-{booking}");
    let seen = form.ticked(&seen).then(|| Seen::parse(form.raw(&seen)));
    Outcome { booking, came, note: Some(note), seen }
}
