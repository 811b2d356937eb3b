//! What an edition asks of its trainees, when it is under way, and who sees whom in it.

pub mod draft;
pub mod entry;
pub mod import;

use crate::kernel::{Actor, EditionId, Moment, OrganisationId, Permille, Problem, ProblemCode, ZoneName};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The completion rule: data on the edition, shown to trainees from the first day (L10, M4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionRule {
    /// Share of the planned minutes of sessions, games, placements and hackathons that must be attended.
    pub attendance: Permille,
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
