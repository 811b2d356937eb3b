//! What may be entered as a make-up.

use crate::attendance::rules::SessionMode;
pub use crate::attendance::rules::made_up::MakeUpForm;
use crate::kernel::{EnrolmentId, Fault, Minutes, SessionId};
use crate::programmes::rules::words::DeliveryMode;
use chrono::NaiveDate;

/// A make-up as somebody wants to enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMakeUp {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// How it was made up for.
    pub form: MakeUpForm,
    /// The session of another edition, where it was one.
    pub held_session: Option<SessionId>,
    /// On which day; that of the session, where it was one.
    pub made_on: Option<NaiveDate>,
    /// In person, online or at a distance; that of the session, where it leaves no choice.
    pub mode: Option<DeliveryMode>,
    /// How many minutes to credit.
    pub minutes: Minutes,
    /// What was done.
    pub note: Option<String>,
}

/// What the missed session and its mark leave to make up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Whether the person is marked at all.
    pub marked: bool,
    /// What the mark leaves.
    pub missed: Minutes,
    /// What other make-ups have credited of it.
    pub made_up: Minutes,
    /// The most that the other session is worth, where it was one.
    pub worth: Option<Minutes>,
}

impl Room {
    /// The most that can still be credited.
    pub fn most(self) -> Minutes {
        let left = (self.missed - self.made_up).max(Minutes::ZERO);
        self.worth.map_or(left, |worth| worth.min(left))
    }

    /// Why nothing can be made up for.
    pub fn fault(self) -> Option<Fault> {
        let code = if !self.marked {
            "make-up-mark-first"
        } else if self.missed <= Minutes::ZERO {
            "make-up-nothing-missed"
        } else if self.missed <= self.made_up {
            "make-up-made-already"
        } else {
            return None;
        };
        Some(Fault::new("enrolment", code))
    }
}

/// The longest note or reason, in letters.
pub const LONGEST: usize = 500;

/// The faults of a make-up, all at once. It lies between the first day of the edition and `today`, by its wall; a session
/// that made up for another has its own day.
pub fn faults(wanted: &NewMakeUp, room: Room, (from, today): (NaiveDate, NaiveDate)) -> Vec<Fault> {
    let mut faults: Vec<Fault> = room.fault().into_iter().collect();
    let most = room.most();
    if faults.is_empty() && !(1..=most.0).contains(&wanted.minutes.0) {
        faults.push(Fault::new("minutes", "make-up-minutes").with("most", most.0));
    }
    match wanted.made_on {
        None => faults.push(Fault::new("made_on", "required")),
        Some(day) if day > today => faults.push(Fault::new("made_on", "make-up-ahead")),
        Some(day) if day < from && wanted.form != MakeUpForm::Session => {
            faults.push(Fault::new("made_on", "make-up-early").with("from", from.format("%d.%m.%Y")));
        }
        Some(_) => {}
    }
    if wanted.mode.is_none() {
        faults.push(Fault::new("mode", "choose-one"));
    }
    if wanted.form != MakeUpForm::Session && wanted.note.is_none() {
        faults.push(Fault::new("note", "make-up-note"));
    }
    if wanted.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST) {
        faults.push(Fault::new("note", "too-long").with("limit", LONGEST));
    }
    faults
}

/// The mode of a session, where it leaves no choice.
pub fn only_mode(mode: SessionMode) -> Option<DeliveryMode> {
    match mode {
        SessionMode::InPerson => Some(DeliveryMode::InPerson),
        SessionMode::Online => Some(DeliveryMode::Online),
        SessionMode::Mixed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(minutes: i32) -> NewMakeUp {
        NewMakeUp {
            enrolment: EnrolmentId(1),
            form: MakeUpForm::Task,
            held_session: None,
            made_on: "2026-09-21".parse().ok(),
            mode: Some(DeliveryMode::Distance),
            minutes: Minutes(minutes),
            note: Some("Разбор случая".into()),
        }
    }

    fn codes(wanted: &NewMakeUp, room: Room) -> Vec<(String, String)> {
        let day = |text: &str| text.parse().unwrap();
        faults(wanted, room, (day("2026-09-01"), day("2026-09-21")))
            .into_iter()
            .map(|one| (one.field, one.code))
            .collect()
    }

    fn room(missed: i32, made_up: i32) -> Room {
        Room { marked: true, missed: Minutes(missed), made_up: Minutes(made_up), worth: None }
    }

    fn one(field: &str, code: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), code.to_owned())]
    }

    #[test]
    fn no_more_than_was_missed_and_is_not_made_up_for_yet() {
        assert_eq!(codes(&wanted(90), room(90, 0)), []);
        assert_eq!(codes(&wanted(91), room(90, 0)), one("minutes", "make-up-minutes"));
        assert_eq!(codes(&wanted(0), room(90, 0)), one("minutes", "make-up-minutes"));
        assert_eq!(codes(&wanted(31), room(90, 60)), one("minutes", "make-up-minutes"));
        let short = Room { worth: Some(Minutes(45)), ..room(90, 0) };
        assert_eq!(codes(&wanted(46), short), one("minutes", "make-up-minutes"));
        assert_eq!(short.most(), Minutes(45));
    }

    #[test]
    fn nothing_is_made_up_for_that_was_not_missed() {
        let unmarked = Room { marked: false, ..room(90, 0) };
        assert_eq!(codes(&wanted(90), unmarked), one("enrolment", "make-up-mark-first"));
        assert_eq!(codes(&wanted(90), room(0, 0)), one("enrolment", "make-up-nothing-missed"));
        assert_eq!(codes(&wanted(90), room(90, 90)), one("enrolment", "make-up-made-already"));
    }

    #[test]
    fn a_task_says_what_and_when_and_not_in_the_future() {
        let silent = NewMakeUp { note: None, mode: None, made_on: "2026-09-22".parse().ok(), ..wanted(90) };
        let found = codes(&silent, room(90, 0));
        let fields: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["made_on", "mode", "note"]);
        let held = NewMakeUp { form: MakeUpForm::Session, note: None, ..wanted(90) };
        assert_eq!(codes(&held, room(90, 0)), []);
        let early = NewMakeUp { made_on: "2026-08-31".parse().ok(), ..wanted(90) };
        assert_eq!(codes(&early, room(90, 0)), one("made_on", "make-up-early"));
        let endless = NewMakeUp { note: Some("я".repeat(LONGEST + 1)), ..wanted(90) };
        assert_eq!(codes(&endless, room(90, 0)), one("note", "too-long"));
    }
}
