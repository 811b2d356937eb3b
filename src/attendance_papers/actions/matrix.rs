//! The matrix of people and sessions: so many queries, however many people and sessions there are.

use super::expected::Expected;
use super::organisation;
use crate::attendance::rules::credit::{self, Held};
use crate::attendance::store::marks::names;
use crate::attendance::store::sessions::{self, SessionRow};
use crate::attendance::store::{beforehand, made_up};
use crate::attendance_papers::rules::choice::{Choice, Month};
use crate::attendance_papers::rules::matrix::{
    Author, Cell, Correction, Counts, Credited, Marked, Reading, Slot, Totals, without_mark,
};
use crate::attendance_papers::store::{self, MarkRow, PersonRow};
use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::rules::Scope;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Language, Localised, MarkId, Minutes, ModuleId, Moment,
    PersonId, PersonName, Problem, SessionId,
};
use crate::organisations::store::OrganisationRow;
use crate::programmes::store::VersionRow;
use crate::progress::actions as progress;
use crate::progress::rules::shares::Attendance;
use crate::progress::store::assignment::Among;
use crate::progress::store::{PlannedActivity, planned};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// Which people of the list are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From which on, from 0.
    pub from: usize,
    /// How many at most.
    pub limit: usize,
}

impl Span {
    /// Everybody.
    pub const ALL: Span = Span { from: 0, limit: usize::MAX };
}

/// What of a matrix is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Which sessions.
    pub choice: Choice,
    /// Which people.
    pub span: Span,
    /// In whose order of names.
    pub language: Language,
}

/// A session of the matrix.
#[derive(Debug, Clone)]
pub struct Column {
    /// The session.
    pub row: SessionRow,
    /// Its number in the edition, from 1; the same whatever is left out.
    pub number: usize,
    /// What is taught.
    pub title: Localised,
    /// The module.
    pub module: Option<ModuleId>,
    /// When it is, and what it is worth.
    pub slot: Slot,
    /// Who teaches.
    pub trainer: Option<PersonName>,
    /// Whether people sign up for it: then it is asked of those with a place.
    pub by_choice: bool,
    /// How its people are marked, over everybody the reader sees.
    pub counts: Counts,
    /// Of how many people it is asked.
    pub expected: i64,
    /// How many of these have no mark although it is over; 0 for readers who do not mark.
    pub missing: i64,
}

/// A person of the matrix.
#[derive(Debug, Clone)]
pub struct Row {
    /// Who.
    pub person: PersonRow,
    /// The place in the list of everybody, from 1.
    pub number: usize,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What they add up to.
    pub totals: Totals,
    /// The shares that decide, over the whole programme; nothing where the sessions are narrowed.
    pub shares: Option<Attendance>,
}

impl Row {
    /// As a reader gets it.
    pub(super) fn seen_by(self, reading: Reading) -> Row {
        Row { cells: self.cells.into_iter().map(|cell| cell.seen_by(reading)).collect(), ..self }
    }
}

/// People and sessions of an edition.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The edition.
    pub edition: EditionRow,
    /// Its programme.
    pub version: VersionRow,
    /// Who runs it.
    pub organisation: OrganisationRow,
    /// Whether the reader sees everybody and marks them.
    pub everyone: bool,
    /// The sessions that were not cancelled, as chosen.
    pub columns: Vec<Column>,
    /// The sessions that were.
    pub cancelled: Vec<(SessionRow, Localised)>,
    /// The people, as wanted.
    pub rows: Vec<Row>,
    /// How many people there are.
    pub people: usize,
    /// Which sessions were wanted.
    pub choice: Choice,
    /// The modules that have sessions.
    pub modules: Vec<(ModuleId, Localised)>,
    /// The months that have sessions.
    pub months: BTreeSet<Month>,
    /// The trainers of the edition.
    pub trainers: Vec<(PersonId, PersonName)>,
}

/// The matrix of an edition, for those who teach or administer it, and for coordinators over the people they sent.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn matrix(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    asked: &Asked,
    now: Moment,
) -> Result<Matrix, Problem> {
    let (edition, scope) = editions::visible(r, actor, id)?;
    let version = editions::version_of(r, edition.version_id)?;
    let trainers = sessions::trainers(r, id)?;
    let plan = planned(r, edition.version_id)?;
    let everybody = store::people(r, id, &scope, asked.language)?;
    let (mut columns, cancelled) = columns(r, &edition, &plan, &trainers)?;
    let expected = Expected::load(r, Among::Editions(&[id]), &columns)?;
    count(r, &mut columns, (&edition, &scope), (&everybody, &expected), now)?;
    let (modules, months) = offered(&columns, &plan);
    columns.retain(|column| asked.choice.includes(column.module, column.row.held_on));
    let people = everybody.len();
    let numbered = (1..).zip(everybody).skip(asked.span.from).take(asked.span.limit);
    let numbered: Vec<(usize, PersonRow)> = numbered.collect();
    let mut rows = rows(r, numbered, &columns, &expected, now)?;
    if !asked.choice.narrows() {
        let shown: Vec<EnrolmentId> = rows.iter().map(|row| row.person.enrolment).collect();
        let shares = progress::attendance(r, &edition, &shown, now)?;
        rows.iter_mut().zip(shares).for_each(|(row, shares)| row.shares = Some(shares));
    }
    let reading = if scope == Scope::Everyone { Reading::Staff } else { Reading::Coordinator };
    let rows = rows.into_iter().map(|row| row.seen_by(reading)).collect();
    Ok(Matrix {
        organisation: organisation(r, edition.organisation_id)?,
        everyone: scope == Scope::Everyone,
        choice: asked.choice,
        edition,
        version,
        columns,
        cancelled,
        rows,
        people,
        modules,
        months,
        trainers,
    })
}

/// A session that was cancelled, with what it was about.
type Cancelled = (SessionRow, Localised);

/// The sessions of an edition: those that were held or will be, and those that were cancelled.
pub(super) fn columns(
    r: &mut Read,
    edition: &EditionRow,
    plan: &Arc<Vec<PlannedActivity>>,
    trainers: &[(PersonId, PersonName)],
) -> Result<(Vec<Column>, Vec<Cancelled>), Problem> {
    let all = sessions::of_edition(r, edition.id)?;
    let (cancelled, live): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(row, ..)| row.cancelled_at.is_some());
    let ids: Vec<SessionId> = live.iter().map(|(row, ..)| row.id).collect();
    let chosen = beforehand::with_places(r, &ids)?;
    let mut lengths: HashMap<ActivityId, Vec<Held>> = HashMap::new();
    for (row, ..) in &live {
        let by_choice = chosen.contains(&row.id);
        let held = Held { session: row.id, length: row.length(), by_choice };
        lengths.entry(row.activity_id).or_default().push(held);
    }
    let of_plan: HashMap<ActivityId, &PlannedActivity> = plan.iter().map(|one| (one.id, one)).collect();
    let column = |(number, (row, title, _)): (usize, sessions::Held)| {
        let activity = of_plan.get(&row.activity_id);
        let held = lengths.get(&row.activity_id).map_or(&[][..], Vec::as_slice);
        let minutes = activity.map_or(Minutes::ZERO, |one| one.minutes);
        let worth = credit::share(minutes, held, row.id);
        let trainer = trainers.iter().find(|(id, _)| Some(*id) == row.trainer_id);
        Column {
            number,
            title: title.0,
            module: activity.map(|one| one.module_id),
            slot: Slot { starts_at: row.starts_at, ends_at: row.ends_at, worth },
            trainer: trainer.map(|(_, name)| name.clone()),
            by_choice: chosen.contains(&row.id),
            counts: Counts::default(),
            expected: 0,
            missing: 0,
            row,
        }
    };
    let columns = (1..).zip(live).map(column).collect();
    Ok((columns, cancelled.into_iter().map(|(row, title, _)| (row, title.0)).collect()))
}

/// Fills in how each session is marked.
fn count(
    r: &mut Read,
    columns: &mut [Column],
    (edition, scope): (&EditionRow, &Scope),
    (everybody, expected): (&[PersonRow], &Expected),
    now: Moment,
) -> Result<(), Problem> {
    let counts = store::counts(r, edition.id, scope)?;
    let ids: Vec<SessionId> = columns.iter().map(|column| column.row.id).collect();
    let marked: HashMap<SessionId, i64> = sessions::marked(r, &ids)?.into_iter().collect();
    let active: Vec<&PersonRow> = everybody.iter().filter(|one| one.withdrawn_at.is_none()).collect();
    let chosen: Vec<SessionId> = columns.iter().filter(|one| one.by_choice).map(|one| one.row.id).collect();
    let came = if chosen.is_empty() { HashMap::new() } else { beforehand::expected(r, &chosen)? };
    for column in columns {
        let asked = active.iter().filter(|who| expected.asks(column, who)).count();
        column.counts = counts.get(&column.row.id).copied().unwrap_or_default();
        let all = i64::try_from(asked).unwrap_or(i64::MAX);
        column.expected = match (scope, came.get(&column.row.id)) {
            (Scope::Everyone, Some(with_place)) => *with_place,
            _ => all,
        };
        let marked = marked.get(&column.row.id).copied().unwrap_or_default();
        if *scope == Scope::Everyone && column.slot.ends_at <= now {
            column.missing = (column.expected - marked).max(0);
        }
    }
    Ok(())
}

fn offered(columns: &[Column], plan: &[PlannedActivity]) -> (Vec<(ModuleId, Localised)>, BTreeSet<Month>) {
    let held: HashSet<ModuleId> = columns.iter().filter_map(|column| column.module).collect();
    let mut modules: Vec<(ModuleId, Localised)> = Vec::new();
    for one in plan.iter().filter(|one| held.contains(&one.module_id)) {
        if !modules.iter().any(|(known, _)| *known == one.module_id) {
            modules.push((one.module_id, one.module_title.0.clone()));
        }
    }
    (modules, columns.iter().map(|column| Month::of(column.row.held_on)).collect())
}

/// The cells of these people.
pub(super) fn rows(
    r: &mut Read,
    people: Vec<(usize, PersonRow)>,
    columns: &[Column],
    expected: &Expected,
    now: Moment,
) -> Result<Vec<Row>, Problem> {
    let ids: Vec<EnrolmentId> = people.iter().map(|(_, one)| one.enrolment).collect();
    let mut known = Known::load(r, &ids)?;
    let row = |(number, person): (usize, PersonRow)| {
        let cell = |column: &Column| {
            known.take(&person, column.row.id).unwrap_or_else(|| {
                let asked = expected.asks(column, &person);
                without_mark(&column.slot, asked, person.withdrawn_at, now)
            })
        };
        let cells: Vec<Cell> = columns.iter().map(cell).collect();
        let totals = Totals::of(counted(columns, &cells).iter().zip(&cells), now);
        Row { person, number, cells, totals, shares: None }
    };
    Ok(people.into_iter().map(row).collect())
}

/// What each session is worth to somebody: of several to choose from one is enough, the first they were at or else the last,
/// and another adds nothing (L10).
fn counted(columns: &[Column], cells: &[Cell]) -> Vec<Slot> {
    let mut chosen: HashMap<ActivityId, (SessionId, bool)> = HashMap::new();
    for (column, cell) in columns.iter().zip(cells).filter(|(column, _)| column.by_choice) {
        let there = match cell {
            Cell::NotAsked => continue,
            Cell::Marked(marked) => marked.was_there(),
            Cell::Unmarked | Cell::Ahead => false,
        };
        let one = chosen.entry(column.row.activity_id).or_insert((column.row.id, there));
        if !one.1 {
            *one = (column.row.id, there);
        }
    }
    let slot = |column: &Column| match chosen.get(&column.row.activity_id) {
        Some((counts, _)) if column.by_choice && *counts != column.row.id => {
            Slot { worth: Minutes::ZERO, ..column.slot }
        }
        _ => column.slot,
    };
    columns.iter().map(slot).collect()
}

/// Corrections, with what was done on closed sheets told apart: a change there is known by its moment, and a first mark
/// there is certified like a correction.
fn changes(
    mut corrections: HashMap<MarkId, Vec<Correction>>,
    late: Vec<(MarkId, Correction)>,
) -> HashMap<MarkId, Vec<Correction>> {
    for (mark, change) in late {
        let known = corrections.entry(mark).or_default();
        match known.iter_mut().find(|one| change.old.is_some() && one.at == change.at) {
            Some(one) => one.after_closing = true,
            None => known.push(change),
        }
    }
    for known in corrections.values_mut() {
        known.sort_by_key(|one| one.at);
    }
    corrections
}

/// Everything that is known of the marks of some people.
struct Known {
    marks: HashMap<(EnrolmentId, SessionId), MarkRow>,
    credited: HashMap<MarkId, Credited>,
    made_up: HashMap<(EnrolmentId, SessionId), Minutes>,
    corrections: HashMap<MarkId, Vec<Correction>>,
    authors: HashMap<PersonId, PersonName>,
}

impl Known {
    fn load(r: &mut Read, whose: &[EnrolmentId]) -> Result<Known, Problem> {
        let marks = store::marks(r, whose)?;
        let authors: HashSet<PersonId> = marks.iter().filter_map(|row| row.by).collect();
        let authors: Vec<PersonId> = authors.into_iter().collect();
        let mut credited: HashMap<MarkId, Credited> = HashMap::new();
        for (mark, mode, minutes) in store::credited(r, whose)? {
            let sum = credited.entry(mark).or_default();
            *sum = sum.with(mode, minutes);
        }
        let mut made_up: HashMap<(EnrolmentId, SessionId), Minutes> = HashMap::new();
        for one in made_up::of_enrolments(r, whose)? {
            let sum = made_up.entry((one.row.enrolment, one.row.session)).or_default();
            *sum = *sum + one.row.credited;
        }
        Ok(Known {
            credited,
            made_up,
            corrections: changes(store::corrections(r, whose)?, store::late(r, whose)?),
            authors: names(r, &authors)?.into_iter().collect(),
            marks: marks.into_iter().map(|row| ((row.enrolment, row.session), row)).collect(),
        })
    }

    fn take(&mut self, who: &PersonRow, session: SessionId) -> Option<Cell> {
        let row = self.marks.remove(&(who.enrolment, session))?;
        Some(Cell::Marked(Box::new(Marked {
            mark: row.mark,
            credited: self.credited.get(&row.id).copied().unwrap_or_default(),
            made_up: self.made_up.remove(&(row.enrolment, row.session)).unwrap_or_default(),
            by: match row.by {
                Some(by) if by == who.person => Author::Themselves(who.name.clone()),
                by => Author::of(by.and_then(|by| self.authors.get(&by).cloned())),
            },
            at: row.at,
            corrections: self.corrections.remove(&row.id).unwrap_or_default(),
        })))
    }
}
