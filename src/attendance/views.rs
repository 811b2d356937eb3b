//! The pages of this room: the timetable, a session's form, the roll call, a trainee's schedule.

mod beforehand;
mod booking;
mod composition;
mod roll;
mod schedule;
mod timetable;
mod when;

pub use beforehand::reason_line;
pub use booking::{PlanForm, SessionForm, WEEKDAYS};
pub use composition::{BlocksNote, condition_key};
pub use roll::{Roll, RollNote, SheetLink};
pub use schedule::{MeetingPage, Schedule};
pub use timetable::Sessions;
pub use when::When;

use super::rules::made_up::MakeUpForm;
use super::rules::{Mark, ReasonCode, SessionMode, Status};
use crate::formats::rules::Called;
use crate::formats::views as formats;
use crate::kernel::{EnrolmentId, Minutes};
use crate::web::{Form, Reader};
use serde::Serialize;

/// A reader, and how to say a message without arguments in the reader's language: labels of choices are
/// data to a template, which cannot translate them.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The reader.
    pub reader: &'a Reader,
    /// A message by its key.
    pub say: &'a dyn Fn(&str) -> String,
}

impl Telling<'_> {
    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        (self.say)(key)
    }

    fn format(&self, format: &Called) -> String {
        formats::name(self.say, self.reader.language, format)
    }

    fn status(&self, status: Status) -> String {
        self.say(status_key(status))
    }

    /// A mark in a line: «Опоздал, 20 мин».
    pub fn mark(&self, mark: &Mark, mixed: bool) -> String {
        let mut parts = vec![self.status(mark.status)];
        let away = mark.late + mark.early;
        if away > Minutes::ZERO {
            parts.push(format!("{} {}", away.0, self.say("attendance-minutes-short")));
        }
        if mixed && matches!(mark.status, Status::Present | Status::Late | Status::LeftEarly) {
            parts.push(self.say(presence_key(mark.presence)));
        }
        // "Other" only announces the words that follow.
        let code = mark.code.filter(|code| *code != ReasonCode::Other || mark.reason.is_none());
        parts.extend(code.map(|code| self.say(reason_key(code))));
        parts.extend(mark.reason.clone());
        parts.join(", ")
    }
}

/// The number of a mark for which its row does not ask, in a hidden field: somebody was late and left early too.
#[derive(Debug, Clone, Serialize)]
pub struct SecondNumber {
    name: String,
    minutes: i32,
}

impl SecondNumber {
    /// The second number of a mark that has one.
    pub fn of(mark: &Mark, who: EnrolmentId) -> Option<SecondNumber> {
        let (part, minutes) = match mark.status {
            Status::Late => ("early", mark.early),
            Status::LeftEarly => ("late", mark.late),
            Status::Present | Status::Absent | Status::Excused => return None,
        };
        let name = format!("{part}-{who}");
        (minutes > Minutes::ZERO).then_some(SecondNumber { name, minutes: minutes.0 })
    }

    /// The same as a form brought it.
    pub fn typed(form: &Form, who: EnrolmentId) -> Option<SecondNumber> {
        ["early", "late"].into_iter().find_map(|part| {
            let name = format!("{part}-{who}");
            let minutes = form.text(&name).parse().ok()?;
            Some(SecondNumber { name, minutes })
        })
    }

    /// The minutes, where they are of this part of a mark.
    fn of_part(&self, part: &str) -> Minutes {
        if self.name.starts_with(part) { Minutes(self.minutes) } else { Minutes::ZERO }
    }

    /// One for the samples of a page.
    pub fn sample() -> SecondNumber {
        SecondNumber { name: "early-1".into(), minutes: 10 }
    }
}

/// How a person attended, as a key.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Present => "attendance-status-present",
        Status::Late => "attendance-status-late",
        Status::LeftEarly => "attendance-status-left-early",
        Status::Absent => "attendance-status-absent",
        Status::Excused => "attendance-status-excused",
    }
}

/// Why somebody was not there, as a key.
pub fn reason_key(code: ReasonCode) -> &'static str {
    match code {
        ReasonCode::Illness => "attendance-reason-illness",
        ReasonCode::Work => "attendance-reason-work",
        ReasonCode::Family => "attendance-reason-family",
        ReasonCode::Transport => "attendance-reason-transport",
        ReasonCode::OfficialDuty => "attendance-reason-official-duty",
        ReasonCode::Other => "attendance-reason-other",
    }
}

/// How a miss was made up for, as a key.
pub fn make_up_key(form: MakeUpForm) -> &'static str {
    match form {
        MakeUpForm::Session => "make-ups-form-session",
        MakeUpForm::Meeting => "make-ups-form-meeting",
        MakeUpForm::Task => "make-ups-form-task",
    }
}

/// Where a person was, as a key.
pub fn presence_key(presence: super::rules::Presence) -> &'static str {
    match presence {
        super::rules::Presence::InPerson => "attendance-presence-in-person",
        super::rules::Presence::Online => "attendance-presence-online",
    }
}

/// Where a session is held, as a key.
pub fn mode_key(mode: SessionMode) -> &'static str {
    match mode {
        SessionMode::InPerson => "attendance-mode-in-person",
        SessionMode::Online => "attendance-mode-online",
        SessionMode::Mixed => "attendance-mode-mixed",
    }
}
