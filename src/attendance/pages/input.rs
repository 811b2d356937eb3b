//! Forms of this room, read into what its actions take. Every fault at once.

use crate::attendance::actions::{Line, Plan, RollCall};
use crate::attendance::rules::plan::Grid;
use crate::attendance::rules::{Booking, Mark, Presence, ReasonCode, SessionMode, Status};
use crate::kernel::{ActivityId, EnrolmentId, Fault, Minutes, PersonId, Problem};
use crate::web::{Form, FormErrors};
use chrono::{NaiveDate, Weekday};

/// The longest place, link or reason.
pub const LIMIT: usize = 500;

/// A session as it was typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn booking(form: &Form) -> Result<Booking, Problem> {
    let mut errors = FormErrors::new();
    let activity = match form.text("activity").parse() {
        Ok(id) => ActivityId(id),
        Err(_) => {
            errors.add(Fault::new("activity", "choose-one"));
            ActivityId(0)
        }
    };
    let mode = SessionMode::parse(form.raw("mode"));
    if mode.is_none() {
        errors.add(Fault::new("mode", "choose-one"));
    }
    let booking = Booking {
        activity,
        held_on: errors.date(form, "held_on").unwrap_or_default(),
        starts: errors.time(form, "starts").unwrap_or_default(),
        ends: errors.time(form, "ends").unwrap_or_default(),
        mode: mode.unwrap_or(SessionMode::InPerson),
        place: errors.optional(form, "place", LIMIT),
        link: errors.optional(form, "link", LIMIT),
        trainer: trainer(&mut errors, form),
    };
    errors.into_result(booking)
}

/// A session as it was typed, and why it is to be held although people are asked elsewhere at the time.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn wanted(form: &Form) -> Result<(Booking, Option<String>), Problem> {
    match (booking(form), despite(form)) {
        (Ok(booking), Ok(despite)) => Ok((booking, despite)),
        (Err(mut problem), Err(other)) => {
            problem.faults.extend(other.faults);
            Err(problem)
        }
        (Err(problem), _) | (_, Err(problem)) => Err(problem),
    }
}

/// Why something is to be held although people are asked elsewhere at the time; nothing where the box is not ticked.
///
/// # Errors
/// `Invalid` when the box is ticked and no reason is given.
pub fn despite(form: &Form) -> Result<Option<String>, Problem> {
    if !form.ticked("despite") {
        return Ok(None);
    }
    let mut errors = FormErrors::new();
    let reason = errors.required(form, "despite_reason", LIMIT);
    errors.into_result(Some(reason))
}

fn trainer(errors: &mut FormErrors, form: &Form) -> Option<PersonId> {
    let text = form.text("trainer");
    let trainer = text.parse().ok();
    if trainer.is_none() && !text.is_empty() {
        errors.add(Fault::new("trainer", "unknown"));
    }
    trainer
}

/// How a timetable is to be laid out, as it was typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn plan(form: &Form) -> Result<Plan, Problem> {
    let mut errors = FormErrors::new();
    let weekdays: Vec<Weekday> = form.all("weekday").iter().filter_map(|day| day.parse().ok()).collect();
    if weekdays.is_empty() {
        errors.add(Fault::new("weekday", "weekday-needed"));
    }
    let (starts, ends) = (errors.time(form, "starts"), errors.time(form, "ends"));
    if starts.zip(ends).is_some_and(|(starts, ends)| ends <= starts) {
        errors.add(Fault::new("ends", "end-not-after-start"));
    }
    let grid = Grid {
        weekdays,
        starts: starts.unwrap_or_default(),
        ends: ends.unwrap_or_default(),
        from: errors.date(form, "from").unwrap_or_default(),
        to: NaiveDate::MAX,
    };
    let plan = Plan {
        grid,
        place: errors.optional(form, "place", LIMIT),
        link: errors.optional(form, "link", LIMIT),
        trainer: trainer(&mut errors, form),
        days_off: false,
    };
    errors.into_result(plan)
}

/// Why a session is cancelled.
///
/// # Errors
/// `Invalid` when it is not said.
pub fn reason(form: &Form) -> Result<String, Problem> {
    let mut errors = FormErrors::new();
    let reason = errors.required(form, "reason", LIMIT);
    errors.into_result(reason)
}

/// A sheet as it was filled in; people without a status are not on it.
///
/// # Errors
/// `Invalid` with the faults of all rows.
pub fn roll_call(form: &Form) -> Result<RollCall, Problem> {
    let mut errors = FormErrors::new();
    let lines = form
        .under("status-")
        .filter(|(_, status)| !status.is_empty())
        .filter_map(|(id, status)| Some((EnrolmentId(id.parse().ok()?), status)))
        .filter_map(|(id, status)| line(&mut errors, form, id, status))
        .collect();
    let reason = errors.optional(form, "correction_reason", LIMIT);
    errors.into_result(RollCall { lines, reason })
}

/// A line of a sheet as it was filled in; its minutes, reason and revision stand in fields named after the person.
pub fn line(errors: &mut FormErrors, form: &Form, id: EnrolmentId, status: &str) -> Option<Line> {
    let Some(status) = Status::parse(status) else {
        errors.add(Fault::new(format!("status-{id}"), "unknown"));
        return None;
    };
    let timed = matches!(status, Status::Late | Status::LeftEarly);
    let away = if timed { minutes(errors, form, &format!("minutes-{id}")) } else { Minutes::ZERO };
    // A page asks for one number; the other one of somebody who was late and left early too stands in a hidden field.
    let second = |part: &str| Minutes(form.text(&format!("{part}-{id}")).parse().unwrap_or_default());
    let (late, early) = match status {
        Status::Late => (away, second("early")),
        Status::LeftEarly => (second("late"), away),
        _ => (Minutes::ZERO, Minutes::ZERO),
    };
    let presence = Presence::parse(form.raw(&format!("presence-{id}"))).unwrap_or(Presence::InPerson);
    let reason = errors.optional(form, &format!("reason-{id}"), LIMIT);
    let code = ReasonCode::parse(form.raw(&format!("code-{id}")));
    let seen = form.raw(&format!("revision-{id}")).parse().unwrap_or_default();
    Some(Line { enrolment: id, seen, mark: Mark { status, presence, late, early, reason, code } })
}

/// Minutes as they were typed; none when the field is empty, which the rules refuse with the bounds.
fn minutes(errors: &mut FormErrors, form: &Form, name: &str) -> Minutes {
    let text = form.text(name);
    match text.parse() {
        Ok(minutes) => Minutes(minutes),
        Err(_) if text.is_empty() => Minutes::ZERO,
        Err(_) => {
            errors.add(Fault::new(name, "not-a-number"));
            Minutes::ZERO
        }
    }
}
