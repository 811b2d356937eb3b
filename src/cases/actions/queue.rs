//! What waits for a trainer.

use crate::cases::store::{self, Part, WaitingRow};
use crate::db::Read;
use crate::kernel::{Actor, EditionId, Moment, Problem, SubmissionId};

/// More than anybody looks through at once; the rest follows as these are graded.
const MOST: i64 = 500;

/// A work that waits, as the trainer's day shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingWork {
    /// The version.
    pub submission: SubmissionId,
    /// The case.
    pub title: String,
    /// The author, surname first.
    pub person_name: String,
    /// The edition.
    pub edition_title: String,
    /// Whole days since it was handed in.
    pub age_days: i64,
}

/// The works that wait for this actor, the oldest first, after one of them.
///
/// # Errors
/// The database's.
pub fn queue(
    r: &mut Read,
    actor: &Actor,
    after: SubmissionId,
    limit: i64,
) -> Result<Vec<WaitingRow>, Problem> {
    let editions = taught(r, actor)?;
    if editions.is_empty() {
        return Ok(Vec::new());
    }
    store::waiting(r, &Part { editions, not_of: actor.person, after, limit })
}

/// The works that wait for this actor, for the trainer's day.
///
/// # Errors
/// The database's.
pub fn waiting(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<WaitingWork>, Problem> {
    let rows = queue(r, actor, SubmissionId(0), MOST)?;
    let work = |row: WaitingRow| WaitingWork {
        submission: row.submission,
        title: row.title.for_reader(actor.language).to_owned(),
        person_name: row.author.full(),
        edition_title: row.edition_title,
        age_days: row.submitted_at.days_until(now),
    };
    Ok(rows.into_iter().map(work).collect())
}

/// The editions whose works this actor grades: those taught, and those of the organisations administered.
fn taught(r: &mut Read, actor: &Actor) -> Result<Vec<EditionId>, Problem> {
    let roles = &actor.roles;
    if roles.site_administrator {
        return store::editions_of(r, None);
    }
    let mut editions = roles.trainer_of.clone();
    if !roles.administrator_of.is_empty() {
        editions.extend(store::editions_of(r, Some(&roles.administrator_of))?);
        editions.sort();
        editions.dedup();
    }
    Ok(editions)
}
