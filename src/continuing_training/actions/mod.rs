//! Continuing training: its rule, who stands how, what is credited, and who is told.

mod board;
mod crediting;
mod place;
mod reminders;
mod setting;

pub use board::{Board, board, rule};
pub use crediting::{administered, credit, credited, revoke, start, taught};
pub use place::{Own, Place, own, place};
pub use reminders::{REMINDER_JOB, Reminder, remind, reminders, send};
pub use setting::{RuleSheet, set_rule, sheet};

use super::rules::{MakeUp, Quarter, Standing, Stay, TrainingRule, Visit};
use super::store::credits::{self, CreditRow};
use super::store::people::{self, Among, PersonRow, StartRow};
use super::store::{elsewhere, made_up};
use crate::db::Read;
use crate::editions::rules::Scope;
use crate::editions::store::EditionRow;
use crate::kernel::{EnrolmentId, Language, Problem};
use chrono::NaiveDate;

/// Somebody of an edition, with how they stand.
#[derive(Debug, Clone)]
pub struct Mentor {
    /// Who.
    pub row: PersonRow,
    /// Since when quarters are counted.
    pub starts_on: NaiveDate,
    /// The start, where an administrator has set it.
    pub start: Option<StartRow>,
    /// How they stand.
    pub standing: Standing,
    /// What they attended.
    pub visits: Vec<Visit>,
    /// What made up for sessions they missed, with the hours it adds.
    pub made_up: Vec<MakeUp>,
    /// What was credited to them for quarters, what was taken back too.
    pub credits: Vec<CreditRow>,
}

impl Mentor {
    /// Whether they are still there.
    pub fn is_here(&self) -> bool {
        self.row.withdrawn_at.is_none()
    }

    /// Everything that makes up for something and was not taken back.
    pub fn make_ups(&self) -> Vec<MakeUp> {
        closing(&self.credits, &self.made_up)
    }
}

fn closing(credits: &[CreditRow], made_up: &[MakeUp]) -> Vec<MakeUp> {
    credits.iter().filter_map(CreditRow::make_up).chain(made_up.iter().copied()).collect()
}

/// The people of an edition whom somebody of this scope sees, with how they stand; a number of queries that does not
/// depend on theirs.
fn mentors(
    r: &mut Read,
    among: Among,
    (edition, rule, scope): (&EditionRow, &TrainingRule, &Scope),
    (language, today): (Language, NaiveDate),
) -> Result<Vec<Mentor>, Problem> {
    let rows = people::of_edition(r, among, scope, language)?;
    let mut visits = people::visits(r, among)?;
    if rule.quarterly {
        for (who, more) in elsewhere::visits(r, edition, &rows)? {
            visits.entry(who).or_default().extend(more);
        }
    }
    let mut starts = people::starts(r, among)?;
    let mut credits = credits::of(r, among)?;
    let whose: Vec<EnrolmentId> = rows.iter().map(|row| row.enrolment).collect();
    let mut made_up = made_up::of(r, &whose)?;
    let mentor = |row: PersonRow| {
        let visits = visits.remove(&row.enrolment).unwrap_or_default();
        let credits = credits.remove(&row.enrolment).unwrap_or_default();
        let made_up = made_up.remove(&row.enrolment).unwrap_or_default();
        let start = starts.remove(&row.enrolment);
        let stay = stay(edition, &row, start);
        let standing = Standing::of(rule, stay, (&visits, &closing(&credits, &made_up)), today);
        Mentor { starts_on: stay.starts_on, start, standing, visits, made_up, credits, row }
    };
    Ok(rows.into_iter().map(mentor).collect())
}

/// Nobody is asked for anything before the edition began, unless an administrator has set another day.
fn stay(edition: &EditionRow, row: &PersonRow, start: Option<StartRow>) -> Stay {
    let zone = edition.time_zone;
    let enrolled_on = row.enrolled_at.date_in(zone).max(edition.starts_on);
    Stay {
        starts_on: start.map_or(enrolled_on, |start| start.starts_on),
        left_on: row.withdrawn_at.map(|at| at.date_in(zone)),
        ends_on: edition.ends_on,
    }
}

/// The quarter that runs in an edition on a day; the last one once the edition is over.
fn running_quarter(edition: &EditionRow, today: NaiveDate) -> Quarter {
    Quarter::of(today.min(edition.ends_on))
}

/// Everybody of an edition with how they stand on a day, those who left it too; a number of queries that does not depend
/// on theirs.
///
/// # Errors
/// The database's.
pub fn everybody(
    r: &mut Read,
    (edition, rule): (&EditionRow, &TrainingRule),
    today: NaiveDate,
) -> Result<Vec<Mentor>, Problem> {
    let of = (edition, rule, &Scope::Everyone);
    mentors(r, Among::Edition(edition.id), of, (Language::Ru, today))
}

/// One of them.
///
/// # Errors
/// The database's.
pub fn somebody(
    r: &mut Read,
    enrolment: EnrolmentId,
    (edition, rule): (&EditionRow, &TrainingRule),
    today: NaiveDate,
) -> Result<Option<Mentor>, Problem> {
    let of = (edition, rule, &Scope::Everyone);
    Ok(mentors(r, Among::One(enrolment), of, (Language::Ru, today))?.pop())
}
