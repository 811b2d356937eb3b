//! What waits for a trainer.

use crate::cases::rules::OLD_AFTER_DAYS;
use crate::cases::store::setups;
use crate::db::Read;
use crate::grading::rules::{Whose, WorkState, state_of};
use crate::grading::store::{self, Choices, Counts, Filter, SeatRow, WaitingRow};
use crate::kernel::{ActivityId, Actor, EditionId, Moment, OrganisationId, Problem, SubmissionId};

/// More than the trainer's day counts up.
const MOST: i64 = 500;

/// What of the queue is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Of this edition.
    pub edition: Option<EditionId>,
    /// Of this case.
    pub case: Option<ActivityId>,
    /// Whose author this organisation has sent.
    pub organisation: Option<OrganisationId>,
    /// In this state; without one, everything whose grade is not decided.
    pub state: Option<WorkState>,
    /// Whose.
    pub whose: Whose,
    /// After this version.
    pub after: Option<SubmissionId>,
}

impl Wish {
    /// Everything of somebody's.
    pub fn of(whose: Whose) -> Wish {
        Wish { edition: None, case: None, organisation: None, state: None, whose, after: None }
    }
}

/// A work that waits, with the places at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The work.
    pub row: WaitingRow,
    /// Who is at work, was given it, or has marked.
    pub seats: Vec<SeatRow>,
    /// Where it stands.
    pub state: WorkState,
}

/// A page of the queue.
#[derive(Debug, Clone, Default)]
pub struct QueuePage {
    /// The works, the oldest first.
    pub works: Vec<Waiting>,
    /// Whether more follow.
    pub more: bool,
    /// How many pass the wish, on all pages.
    pub counts: Counts,
    /// What it can be narrowed to.
    pub choices: Choices,
}

/// The works that wait for this actor, so many at most.
///
/// # Errors
/// The database's.
pub fn queue(r: &mut Read, actor: &Actor, wish: Wish, limit: i64, now: Moment) -> Result<QueuePage, Problem> {
    let filter = filter(r, actor, wish, now)?;
    if filter.editions.is_empty() {
        return Ok(QueuePage::default());
    }
    let taught = self::taught(r, actor)?;
    let after = wish.after.unwrap_or(SubmissionId(0));
    let mut rows = store::waiting(r, &filter, after, limit + 1)?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(QueuePage {
        works: with_seats(r, rows, now)?,
        more,
        counts: store::counts(r, &filter, now.plus_minutes(-(OLD_AFTER_DAYS + 1) * 24 * 60))?,
        choices: store::choices(r, &taught, &filter.blind)?,
    })
}

fn with_seats(r: &mut Read, rows: Vec<WaitingRow>, now: Moment) -> Result<Vec<Waiting>, Problem> {
    let ids: Vec<SubmissionId> = rows.iter().map(|row| row.submission).collect();
    let mut all = store::seats_of(r, &ids)?;
    let mut waiting = |row: WaitingRow| {
        let seats: Vec<SeatRow> = all.extract_if(.., |seat| seat.submission == row.submission).collect();
        let at_work = seats.iter().any(|seat| seat.held.at_work(now));
        let state = state_of(row.begun_at, row.settled_at, None, at_work);
        Waiting { row, seats, state }
    };
    Ok(rows.into_iter().map(&mut waiting).collect())
}

/// The wish as this actor may have it.
fn filter(r: &mut Read, actor: &Actor, wish: Wish, now: Moment) -> Result<Filter, Problem> {
    let mut editions = taught(r, actor)?;
    editions.retain(|id| wish.edition.is_none_or(|wanted| wanted == *id));
    let setups = setups(r, &editions)?;
    Ok(Filter {
        editions,
        case: wish.case,
        organisation: wish.organisation,
        blind: setups.into_iter().filter(|(_, setup)| setup.blind).map(|(at, _)| at).collect(),
        state: wish.state,
        whose: wish.whose,
        me: actor.person,
        now,
    })
}

/// The oldest work after one of them that this actor may go on with, or else the oldest of all.
///
/// # Errors
/// The database's.
pub fn next(
    r: &mut Read,
    actor: &Actor,
    after: SubmissionId,
    now: Moment,
) -> Result<Option<SubmissionId>, Problem> {
    let filter = filter(r, actor, Wish::of(Whose::Open), now)?;
    if filter.editions.is_empty() {
        return Ok(None);
    }
    match store::oldest(r, &filter, after)? {
        Some(found) => Ok(Some(found)),
        None => Ok(store::oldest(r, &filter, SubmissionId(0))?.filter(|found| *found != after)),
    }
}

/// A work that waits, as the trainer's day shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingWork {
    /// The version.
    pub submission: SubmissionId,
    /// The case.
    pub title: String,
    /// The author, surname first; nobody while the case is graded without names.
    pub person_name: Option<String>,
    /// The edition.
    pub edition_title: String,
    /// Whole days since it was handed in.
    pub age_days: i64,
}

/// The works that wait for this actor, for the trainer's day.
///
/// # Errors
/// The database's.
pub fn waiting(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<WaitingWork>, Problem> {
    let filter = filter(r, actor, Wish::of(Whose::Open), now)?;
    if filter.editions.is_empty() {
        return Ok(Vec::new());
    }
    let rows = store::waiting(r, &filter, SubmissionId(0), MOST)?;
    let work = |row: WaitingRow| WaitingWork {
        submission: row.submission,
        title: row.title.for_reader(actor.language).to_owned(),
        person_name: row.author.map(|author| author.full()),
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

/// The oldest works that this actor may go on with, to stand beside the one on the desk.
pub(super) fn beside(
    r: &mut Read,
    actor: &Actor,
    limit: i64,
    now: Moment,
) -> Result<Vec<WaitingRow>, Problem> {
    let filter = filter(r, actor, Wish::of(Whose::Open), now)?;
    if filter.editions.is_empty() {
        return Ok(Vec::new());
    }
    store::waiting(r, &filter, SubmissionId(0), limit)
}
