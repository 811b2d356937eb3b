//! What a sheet says of a person, when it may be said, and when it replaces what was said before.

use super::{SessionMode, texts};
use crate::kernel::{Minutes, Moment, Problem, ProblemCode, ZoneName};
use crate::programmes::rules::words::DeliveryMode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

texts! {
    /// How a person attended.
    Status {
        /// All the time.
        Present = "present",
        /// Came late.
        Late = "late",
        /// Left early.
        LeftEarly = "left_early",
        /// Not there.
        Absent = "absent",
        /// Not there, for a reason.
        Excused = "excused",
    }
}

texts! {
    /// Where a person was. Counted apart: some rules ask for hours in person (L4, E1).
    Presence {
        /// In the room.
        InPerson = "in_person",
        /// By the link.
        Online = "online",
    }
}

texts! {
    /// Why somebody was not there: a few reasons that can be counted, whatever the words beside them.
    ReasonCode {
        /// Illness.
        Illness = "illness",
        /// Work that could not wait.
        Work = "work",
        /// Family.
        Family = "family",
        /// Transport, the road, the weather.
        Transport = "transport",
        /// An official duty: a trip, a court, military training.
        OfficialDuty = "official_duty",
        /// Something else, said in words.
        Other = "other",
    }
}

impl ReasonCode {
    /// Whether it says nothing without words beside it.
    pub fn needs_words(self) -> bool {
        self == ReasonCode::Other
    }
}

impl Presence {
    /// The only place where people of a session can be; `None` where they may be here and there.
    pub fn only(mode: SessionMode) -> Option<Presence> {
        match mode {
            SessionMode::InPerson => Some(Presence::InPerson),
            SessionMode::Online => Some(Presence::Online),
            SessionMode::Mixed => None,
        }
    }

    /// The mode under which the ledger counts it.
    pub fn mode(self) -> DeliveryMode {
        match self {
            Presence::InPerson => DeliveryMode::InPerson,
            Presence::Online => DeliveryMode::Online,
        }
    }
}

/// How many minutes before its start a session may be marked: people gather, the trainer begins.
pub const OPENS_BEFORE_MINUTES: i64 = 30;

/// The longest reason, in letters.
pub const LONGEST_REASON: usize = 500;

/// What a sheet says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// How the person attended.
    pub status: Status,
    /// Where the person was.
    pub presence: Presence,
    /// How late.
    pub late: Minutes,
    /// How much before the end the person left.
    pub early: Minutes,
    /// Why not there, in words.
    pub reason: Option<String>,
    /// Why not there, as one of the reasons that are counted. What was written before there were any has none.
    #[serde(default)]
    pub code: Option<ReasonCode>,
}

/// What is wrong with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkFault {
    /// The minutes are missing, or more than the session has.
    Minutes,
    /// An excuse without a reason.
    Reason,
    /// "Something else" without the words.
    ReasonWords,
    /// A reason without end.
    ReasonLong,
}

impl Mark {
    /// A mark of a status and nothing more.
    pub fn of(status: Status, presence: Presence) -> Mark {
        Mark { status, presence, late: Minutes::ZERO, early: Minutes::ZERO, reason: None, code: None }
    }

    /// Whether the person was there for some of it.
    pub fn is_there(&self) -> bool {
        matches!(self.status, Status::Present | Status::Late | Status::LeftEarly)
    }

    /// The mark without what does not belong to its status: who was there all the time was not late.
    pub fn tidy(self) -> Mark {
        let away = matches!(self.status, Status::Late | Status::LeftEarly);
        let (late, early) = if away { (self.late, self.early) } else { (Minutes::ZERO, Minutes::ZERO) };
        let absent = matches!(self.status, Status::Absent | Status::Excused);
        let reason = self.reason.filter(|reason| absent && !reason.is_empty());
        let code = self.code.filter(|_| absent);
        Mark { late, early, reason, code, ..self }
    }

    /// Whether it can be so in a session of this length.
    pub fn fault(&self, length: Minutes) -> Option<MarkFault> {
        let asked = match self.status {
            Status::Late => self.late,
            Status::LeftEarly => self.early,
            Status::Excused | Status::Absent => return self.reason_fault(),
            Status::Present => return None,
        };
        let known = (0..=length.0).contains(&self.late.0) && (0..=length.0).contains(&self.early.0);
        let fits = known && asked > Minutes::ZERO && self.late + self.early <= length;
        (!fits).then_some(MarkFault::Minutes)
    }

    fn reason_fault(&self) -> Option<MarkFault> {
        match (self.code, &self.reason) {
            (_, Some(words)) if words.chars().count() > LONGEST_REASON => Some(MarkFault::ReasonLong),
            (Some(code), None) if code.needs_words() => Some(MarkFault::ReasonWords),
            (None, None) if self.status == Status::Excused => Some(MarkFault::Reason),
            _ => None,
        }
    }
}

/// What the database knows of a person and a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// How often it was written, from 1.
    pub revision: i32,
    /// What it says.
    pub mark: Mark,
    /// What it said at the revision that the sheet's author saw, if that was an older one.
    pub seen: Option<Mark>,
}

/// What becomes of a line of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing new is said.
    Same,
    /// The first mark.
    First,
    /// A correction of what was seen.
    Correction,
    /// Somebody else changed it meanwhile: shown, not overwritten.
    Stale,
}

/// Decides on a line that was written by somebody who saw revision `seen` (0: no mark yet).
pub fn decide(said: &Mark, seen: i32, known: Option<&Known>) -> Decision {
    match known {
        None => Decision::First,
        Some(known) if known.mark == *said => Decision::Same,
        Some(known) if known.revision == seen => Decision::Correction,
        // The line was not touched by its author, only by somebody else.
        Some(known) if known.seen.as_ref() == Some(said) => Decision::Same,
        Some(_) => Decision::Stale,
    }
}

/// Lets a session be marked from half an hour before its start, unless it was cancelled.
///
/// # Errors
/// `SessionAhead` or `SessionCancelled`.
pub fn require_markable(starts_at: Moment, cancelled: bool, now: Moment) -> Result<(), Problem> {
    if cancelled {
        return Err(Problem::new(ProblemCode::SessionCancelled));
    }
    if now < starts_at.plus_minutes(-OPENS_BEFORE_MINUTES) {
        return Err(Problem::new(ProblemCode::SessionAhead));
    }
    Ok(())
}

/// Whether changing a saved mark needs a reason: once the day of the session is over in its zone.
pub fn correction_needs_reason(held_on: NaiveDate, zone: ZoneName, now: Moment) -> bool {
    now >= zone.end_of(held_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(status: Status, late: i32, early: i32, reason: Option<&str>) -> Mark {
        let reason = reason.map(str::to_owned);
        let there = Mark::of(status, Presence::InPerson);
        Mark { late: Minutes(late), early: Minutes(early), reason, ..there }
    }

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_mark_keeps_only_what_belongs_to_its_status() {
        assert_eq!(mark(Status::Present, 20, 5, Some("пробка")).tidy(), mark(Status::Present, 0, 0, None));
        assert_eq!(mark(Status::Late, 20, 0, Some("")).tidy(), mark(Status::Late, 20, 0, None));
        assert_eq!(
            mark(Status::Excused, 9, 0, Some("болезнь")).tidy(),
            mark(Status::Excused, 0, 0, Some("болезнь"))
        );
    }

    #[test]
    fn lateness_needs_its_minutes_and_an_excuse_its_reason() {
        let length = Minutes(90);
        assert_eq!(mark(Status::Late, 0, 0, None).fault(length), Some(MarkFault::Minutes));
        assert_eq!(mark(Status::Late, 91, 0, None).fault(length), Some(MarkFault::Minutes));
        assert_eq!(mark(Status::Late, i32::MAX, i32::MAX, None).fault(length), Some(MarkFault::Minutes));
        assert_eq!(mark(Status::Late, -5, 0, None).fault(length), Some(MarkFault::Minutes));
        assert_eq!(mark(Status::LeftEarly, 10, 60, None).fault(length), None);
        assert_eq!(mark(Status::Excused, 0, 0, None).fault(length), Some(MarkFault::Reason));
        assert_eq!(mark(Status::Absent, 0, 0, None).fault(length), None);
        let words = |count: usize| mark(Status::Absent, 0, 0, Some(&"я".repeat(count))).fault(length);
        assert_eq!(words(LONGEST_REASON), None);
        assert_eq!(words(LONGEST_REASON + 1), Some(MarkFault::ReasonLong));
    }

    #[test]
    fn a_counted_reason_is_enough_for_an_excuse_and_something_else_needs_words() {
        let length = Minutes(90);
        let coded = |status, code, reason| Mark { code: Some(code), ..mark(status, 0, 0, reason) };
        for code in ReasonCode::ALL.iter().filter(|code| **code != ReasonCode::Other) {
            assert_eq!(coded(Status::Excused, *code, None).fault(length), None, "{code:?}");
        }
        let other = |status, reason| coded(status, ReasonCode::Other, reason).fault(length);
        assert_eq!(other(Status::Excused, None), Some(MarkFault::ReasonWords));
        assert_eq!(other(Status::Absent, None), Some(MarkFault::ReasonWords));
        assert_eq!(other(Status::Excused, Some("суд")), None);
        let tidied = coded(Status::Present, ReasonCode::Illness, None).tidy();
        assert_eq!(tidied.code, None, "who was there had no reason to be away");
        let old: Mark = serde_json::from_str(
            r#"{"status":"excused","presence":"in_person","late":0,"early":0,"reason":"болезнь"}"#,
        )
        .unwrap();
        assert_eq!(old.code, None, "what was written before there were codes is read");
    }

    #[test]
    fn a_line_that_somebody_else_changed_is_not_overwritten() {
        let (here, away) = (mark(Status::Present, 0, 0, None), mark(Status::Absent, 0, 0, None));
        let late = mark(Status::Late, 10, 0, None);
        let known = |revision, seen| Known { revision, mark: away.clone(), seen };
        assert_eq!(decide(&here, 0, None), Decision::First);
        assert_eq!(decide(&away, 0, Some(&known(3, None))), Decision::Same);
        assert_eq!(decide(&here, 3, Some(&known(3, None))), Decision::Correction);
        assert_eq!(decide(&here, 2, Some(&known(3, Some(here.clone())))), Decision::Same);
        assert_eq!(decide(&late, 2, Some(&known(3, Some(here.clone())))), Decision::Stale);
        assert_eq!(decide(&here, 0, Some(&known(1, None))), Decision::Stale);
    }

    #[test]
    fn a_sheet_opens_half_an_hour_before_and_asks_for_reasons_after_midnight_of_the_edition() {
        let start = at("2026-11-21T02:00:00Z");
        let refused = |now| require_markable(start, false, at(now)).unwrap_err().code;
        assert_eq!(refused("2026-11-21T01:29:59Z"), ProblemCode::SessionAhead);
        assert!(require_markable(start, false, at("2026-11-21T01:30:00Z")).is_ok());
        assert_eq!(require_markable(start, true, start).unwrap_err().code, ProblemCode::SessionCancelled);
        let irkutsk = ZoneName::parse("Asia/Irkutsk").unwrap();
        let day = "2026-11-21".parse().unwrap();
        assert!(!correction_needs_reason(day, irkutsk, at("2026-11-21T15:59:59Z")));
        assert!(correction_needs_reason(day, irkutsk, at("2026-11-21T16:00:00Z")));
    }
}
