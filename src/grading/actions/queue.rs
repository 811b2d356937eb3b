//! What waits for a trainer.

use crate::cases::rules::{Allocation, OLD_AFTER_DAYS};
use crate::cases::store::{ShareRow, setups, shares};
use crate::db::Read;
use crate::grading::rules::{
    Barrier, Footing, Third, Whose, WorkState, conflicted, may_mark, stance, state_of, third,
};
use crate::grading::store::{self, Choices, Counts, Filter, SeatRow, WaitingRow};
use crate::kernel::{ActivityId, Actor, EditionId, Moment, OrganisationId, Problem, SubmissionId};
use std::collections::HashMap;

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
    /// Why the reader may not take it; nothing where they may.
    pub barrier: Option<Barrier>,
    /// Whether it lacks a third grader.
    pub third: Option<Third>,
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
    let (filter, taught) = filter(r, actor, wish, now)?;
    if filter.editions.is_empty() {
        return Ok(QueuePage::default());
    }
    let after = wish.after.unwrap_or(SubmissionId(0));
    let mut rows = store::waiting(r, &filter, after, limit + 1)?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(QueuePage {
        works: with_seats(r, actor, &filter, rows)?,
        more,
        counts: store::counts(r, &filter, now.plus_minutes(-(OLD_AFTER_DAYS + 1) * 24 * 60))?,
        choices: store::choices(r, &taught, &filter.blind)?,
    })
}

/// The works with their places and whether the reader may take them.
fn with_seats(
    r: &mut Read,
    actor: &Actor,
    filter: &Filter,
    rows: Vec<WaitingRow>,
) -> Result<Vec<Waiting>, Problem> {
    let (works_for, excepted) = filter.colleagues.clone().unzip();
    let (excepted, now) = (excepted.unwrap_or_default(), filter.now);
    let ids: Vec<SubmissionId> = rows.iter().map(|row| row.submission).collect();
    let mut all = store::seats_of(r, &ids)?;
    let shares = shares(r, &ids)?;
    let editions: Vec<EditionId> = rows.iter().filter(|row| row.graders > 2).map(|row| row.edition).collect();
    let setups = if editions.is_empty() { HashMap::new() } else { setups(r, &editions)? };
    let any_blind = setups.values().any(|setup| setup.blind);
    let administered = if any_blind { administered(r, actor)? } else { Vec::new() };
    // That the rule has found nobody says that all others work with the author: of a work without a name that is for
    // administrators alone.
    let by_rule = |row: &WaitingRow| {
        let setup = setups.get(&(row.edition, row.activity));
        setup.is_some_and(|setup| {
            setup.allocation != Allocation::None && (!setup.blind || administered.contains(&row.edition))
        })
    };
    let mut waiting = |row: WaitingRow| {
        let seats: Vec<SeatRow> = all.extract_if(.., |seat| seat.submission == row.submission).collect();
        let at_work = seats.iter().any(|seat| seat.held.at_work(now));
        let state = state_of(row.begun_at, row.settled_at, None, at_work);
        let held: Vec<_> = seats.iter().map(|seat| seat.held).collect();
        let footing = Footing {
            // The queue leaves them out.
            hidden: false,
            // One's own works are not in the queue.
            own: false,
            graded: row.settled_at.is_some(),
            closed: false,
            conflict: senders_of(&row, &shares)
                .any(|sent_by| conflicted(works_for, sent_by, excepted.contains(&row.edition))),
            stance: stance(&held, row.graders, filter.me, now),
        };
        let third = third(&held, row.graders, by_rule(&row), now).filter(|_| row.settled_at.is_none());
        Waiting { barrier: may_mark(footing).err(), third, row, seats, state }
    };
    Ok(rows.into_iter().map(&mut waiting).collect())
}

/// Who sent those whose work it is: the author, or every member of the team.
fn senders_of(row: &WaitingRow, shares: &[ShareRow]) -> impl Iterator<Item = Option<OrganisationId>> {
    let members = shares.iter().filter(|share| share.submission == row.submission);
    members.map(|share| share.organisation).chain([row.sent_by])
}

/// Where the actor works, and in which editions they may grade its people all the same.
fn colleagues(r: &mut Read, actor: &Actor) -> Result<Option<(OrganisationId, Vec<EditionId>)>, Problem> {
    let Some(person) = actor.person else { return Ok(None) };
    let Some(organisation) = store::works_for(r, person)? else { return Ok(None) };
    Ok(Some((organisation, store::excepted_in(r, person)?)))
}

/// The wish as this actor may have it, and the editions whose works they grade. Which of their cases are graded without
/// names is asked of all of them, whatever is wished for: what the queue can be narrowed to names nobody either.
fn filter(r: &mut Read, actor: &Actor, wish: Wish, now: Moment) -> Result<(Filter, Vec<EditionId>), Problem> {
    let taught = taught(r, actor)?;
    let setups = setups(r, &taught)?;
    let wanted = |id: &EditionId| wish.edition.is_none_or(|wanted| wanted == *id);
    let editions = taught.iter().copied().filter(wanted).collect();
    let filter = Filter {
        editions,
        case: wish.case,
        organisation: wish.organisation,
        blind: setups.into_iter().filter(|(_, setup)| setup.blind).map(|(at, _)| at).collect(),
        state: wish.state,
        whose: wish.whose,
        me: actor.person,
        colleagues: colleagues(r, actor)?,
        now,
    };
    Ok((filter, taught))
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
    let (filter, _) = filter(r, actor, Wish::of(Whose::Open), now)?;
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

/// The oldest works that wait for this actor, so many at most, and how many wait; for the trainer's day.
///
/// # Errors
/// The database's.
pub fn waiting(
    r: &mut Read,
    actor: &Actor,
    limit: i64,
    now: Moment,
) -> Result<(Vec<WaitingWork>, i64), Problem> {
    let (filter, _) = filter(r, actor, Wish::of(Whose::Open), now)?;
    if filter.editions.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let rows = store::waiting(r, &filter, SubmissionId(0), limit)?;
    let work = |row: WaitingRow| WaitingWork {
        submission: row.submission,
        title: row.title.for_reader(actor.language).to_owned(),
        person_name: row.whose(),
        edition_title: row.edition_title,
        age_days: row.submitted_at.days_until(now),
    };
    let count = store::count(r, &filter)?;
    Ok((rows.into_iter().map(work).collect(), count))
}

/// The editions whose works this actor grades: those taught, and those of the organisations administered.
fn taught(r: &mut Read, actor: &Actor) -> Result<Vec<EditionId>, Problem> {
    let mut editions = administered(r, actor)?;
    if !actor.roles.site_administrator {
        editions.extend(&actor.roles.trainer_of);
        editions.sort();
        editions.dedup();
    }
    Ok(editions)
}

/// The editions that this actor administers.
fn administered(r: &mut Read, actor: &Actor) -> Result<Vec<EditionId>, Problem> {
    let roles = &actor.roles;
    match (roles.site_administrator, roles.administrator_of.is_empty()) {
        (true, _) => store::editions_of(r, None),
        (false, true) => Ok(Vec::new()),
        (false, false) => store::editions_of(r, Some(&roles.administrator_of)),
    }
}

/// The oldest works that this actor may go on with, to stand beside the one on the desk.
pub(super) fn beside(
    r: &mut Read,
    actor: &Actor,
    limit: i64,
    now: Moment,
) -> Result<Vec<WaitingRow>, Problem> {
    let (filter, _) = filter(r, actor, Wish::of(Whose::Open), now)?;
    if filter.editions.is_empty() {
        return Ok(Vec::new());
    }
    store::waiting(r, &filter, SubmissionId(0), limit)
}
