//! The matrix of an edition: its people and the quarters.

use super::{Mentor, mentors, running_quarter};
use crate::continuing_training::rules::{Quarter, TrainingRule};
use crate::continuing_training::store::people::{self, Among, Gathering};
use crate::continuing_training::store::{self, RuleRow};
use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::rules::Scope;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, EditionId, Moment, Problem};
use chrono::NaiveDate;

/// The matrix of an edition.
#[derive(Debug, Clone)]
pub struct Board {
    /// The edition.
    pub edition: EditionRow,
    /// What it asks.
    pub rule: Option<RuleRow>,
    /// Whether the reader sees everybody, or only the people whom their organisations sent.
    pub everyone: bool,
    /// Whether the reader may set the rule.
    pub administers: bool,
    /// What day it is in the edition.
    pub today: NaiveDate,
    /// The people, those who left too, by name.
    pub people: Vec<Mentor>,
    /// The sessions in a room.
    pub gatherings: Vec<Gathering>,
}

impl Board {
    /// The quarters that were asked of anybody, up to the one that runs.
    pub fn quarters(&self) -> Vec<Quarter> {
        let mut quarters: Vec<Quarter> = self
            .people
            .iter()
            .flat_map(|mentor| mentor.standing.quarters.iter().map(|one| one.quarter))
            .collect();
        quarters.sort_unstable();
        quarters.dedup();
        quarters
    }

    /// The quarter that runs; once the edition is over, its last one.
    pub fn running(&self) -> Quarter {
        running_quarter(&self.edition, self.today)
    }

    /// How many sessions in a room count for a quarter, held or planned.
    pub fn gathered(&self, quarter: Quarter) -> usize {
        let counts = |activity| self.rule.as_ref().is_none_or(|row| row.rule.counts(activity));
        self.gatherings
            .iter()
            .filter(|one| Quarter::of(one.held_on) == quarter && counts(one.activity))
            .count()
    }
}

/// The matrix for those who teach, administer or send people.
///
/// # Errors
/// `NotFound` for whoever has no part in the edition.
pub fn board(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Board, Problem> {
    let (edition, scope) = editions::visible(r, actor, id)?;
    let rule = store::rule(r, id)?;
    let today = now.date_in(edition.time_zone);
    let asked = rule.as_ref().map_or_else(TrainingRule::nothing, |row| row.rule.clone());
    let people = mentors(r, Among::Edition(id), (&edition, &asked, &scope), (actor.language, today))?;
    let gatherings = people::gatherings(r, id)?;
    Ok(Board {
        administers: actor.require_administrator_of(edition.organisation_id).is_ok(),
        everyone: scope == Scope::Everyone,
        edition,
        rule,
        today,
        people,
        gatherings,
    })
}

/// The rule that holds in an edition, for those who see its matrix.
///
/// # Errors
/// `NotFound` for whoever has no part in the edition.
pub fn rule(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Option<RuleRow>, Problem> {
    editions::visible(r, actor, id)?;
    store::rule(r, id)
}
