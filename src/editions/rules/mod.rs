//! What an edition asks of its trainees, when it is under way, and who sees whom in it.

pub mod draft;
pub mod entry;
pub mod import;

use crate::kernel::{Actor, EditionId, Moment, OrganisationId, Permille, Problem, ProblemCode, ZoneName};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the attended time has to be a share of (L10). The other of the two is shown beside it and decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceBase {
    /// Of all that the programme plans: whoever has reached it has it for good.
    #[default]
    Planned,
    /// Of what has been held by now: sessions that are over and were not cancelled. Sinks with every session missed.
    Held,
}

impl AttendanceBase {
    /// Both.
    pub const ALL: [AttendanceBase; 2] = [AttendanceBase::Planned, AttendanceBase::Held];

    /// The stored text, and the one of the API.
    pub fn as_str(self) -> &'static str {
        match self {
            AttendanceBase::Planned => "planned",
            AttendanceBase::Held => "held",
        }
    }

    /// The base of a text.
    pub fn parse(text: &str) -> Option<AttendanceBase> {
        AttendanceBase::ALL.into_iter().find(|base| base.as_str() == text)
    }
}

/// The completion rule: data on the edition, shown to trainees from the first day (L10, M4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionRule {
    /// Share of the minutes of sessions, games, placements and hackathons that must be attended.
    pub attendance: Permille,
    /// Of which minutes: planned or held. Rules from before this was a choice ask for a share of the planned ones.
    #[serde(default)]
    pub attendance_of: AttendanceBase,
    /// Share of the other planned minutes that must be credited.
    pub hours: Permille,
    /// Whether every quiz that counts must be passed.
    pub every_quiz: bool,
    /// Whether every case must be passed.
    pub every_case: bool,
    /// A pass mark for all quizzes of the edition; nothing leaves each quiz its own.
    pub quiz_pass: Option<Permille>,
    /// A pass mark for all cases of the edition, as a share of the rubric's points; nothing leaves each its own.
    pub case_pass: Option<Permille>,
    /// For how many months a certificate of the edition holds; nothing for ever. Documents of qualification have no such
    /// time: 273-ФЗ knows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_months: Option<u16>,
}

/// When an edition runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day, still inside.
    pub ends_on: NaiveDate,
    /// The zone whose days they are.
    pub zone: ZoneName,
}

/// Where an edition stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not begun.
    Ahead,
    /// Under way.
    Running,
    /// Over: everything can be read, nothing handed in.
    Over,
}

impl Term {
    /// The stage at a moment. The last day lasts until midnight of the edition's zone.
    pub fn stage(&self, now: Moment) -> Stage {
        if now < self.zone.instant(self.starts_on, chrono::NaiveTime::MIN) {
            Stage::Ahead
        } else if now < self.ends_at() {
            Stage::Running
        } else {
            Stage::Over
        }
    }

    /// The first instant after the edition.
    pub fn ends_at(&self) -> Moment {
        self.zone.end_of(self.ends_on)
    }

    /// Lets work be handed in only while the edition runs.
    ///
    /// # Errors
    /// `EditionClosed` before and after.
    pub fn require_running(&self, now: Moment) -> Result<(), Problem> {
        match self.stage(now) {
            Stage::Running => Ok(()),
            Stage::Ahead | Stage::Over => Err(Problem::new(ProblemCode::EditionClosed)),
        }
    }
}

impl Stage {
    /// The stage as the API and the Fluent keys spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Ahead => "ahead",
            Stage::Running => "running",
            Stage::Over => "over",
        }
    }
}

/// Whose records of an edition somebody sees (B1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's: its trainers and the administrators of the organisation that runs it.
    Everyone,
    /// The people whom these organisations sent: their coordinators.
    SentBy(Vec<OrganisationId>),
}

impl Scope {
    /// The scope of an actor in an edition; `organisations` are those the actor coordinates with all under
    /// them. `None` for whoever has no part in it.
    pub fn of(
        actor: &Actor,
        edition: EditionId,
        runs: OrganisationId,
        organisations: Vec<OrganisationId>,
    ) -> Option<Scope> {
        if actor.teaches(edition, runs) {
            Some(Scope::Everyone)
        } else if organisations.is_empty() {
            None
        } else {
            Some(Scope::SentBy(organisations))
        }
    }

    /// Whether somebody sent by this organisation is inside.
    pub fn includes(&self, sent_by: Option<OrganisationId>) -> bool {
        match self {
            Scope::Everyone => true,
            Scope::SentBy(organisations) => sent_by.is_some_and(|by| organisations.contains(&by)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Roles;

    #[test]
    fn a_rule_kept_before_there_was_a_choice_asks_for_a_share_of_the_planned_time() {
        let kept = r#"{"attendance":800,"hours":1000,"every_quiz":true,"every_case":true,"quiz_pass":null,"case_pass":null}"#;
        let rule: CompletionRule = serde_json::from_str(kept).unwrap();
        assert_eq!(rule.attendance_of, AttendanceBase::Planned);
        let held = CompletionRule { attendance_of: AttendanceBase::Held, ..rule };
        let stored = serde_json::to_string(&held).unwrap();
        assert_eq!(serde_json::from_str::<CompletionRule>(&stored).unwrap(), held);
    }

    #[test]
    fn a_coordinator_sees_the_own_people_and_a_trainer_everybody() {
        let (edition, runs, sends) = (EditionId(1), OrganisationId(1), OrganisationId(2));
        let actor = |roles| Actor { person: None, roles, ..Actor::program() };
        let trainer = actor(Roles { trainer_of: vec![edition], ..Roles::default() });
        assert_eq!(Scope::of(&trainer, edition, runs, Vec::new()), Some(Scope::Everyone));
        assert_eq!(Scope::of(&trainer, EditionId(2), runs, Vec::new()), None);
        let coordinator = actor(Roles { coordinator_of: vec![sends], ..Roles::default() });
        let scope = Scope::of(&coordinator, edition, runs, vec![sends]).unwrap();
        assert!(scope.includes(Some(sends)) && !scope.includes(Some(runs)) && !scope.includes(None));
    }

    #[test]
    fn the_last_day_ends_at_midnight_of_the_editions_zone() {
        let term = Term {
            starts_on: "2026-09-01".parse().unwrap(),
            ends_on: "2026-11-30".parse().unwrap(),
            zone: ZoneName::parse("Asia/Irkutsk").unwrap(),
        };
        let at = |text| Moment::parse(text).unwrap();
        assert_eq!(term.stage(at("2026-08-31T15:59:59Z")), Stage::Ahead);
        assert_eq!(term.stage(at("2026-08-31T16:00:00Z")), Stage::Running);
        assert_eq!(term.stage(at("2026-11-30T15:59:59Z")), Stage::Running);
        assert_eq!(term.stage(at("2026-11-30T16:00:00Z")), Stage::Over);
    }
}
