//! Looking at batches: what there is, how far one is, and its archive.

use super::{pack_key, run_key};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::document_batches::rules::{Standing, State, Trouble};
use crate::document_batches::store::{self, Among, ArchiveRow, BatchRow, Member, Of, RunRow, Tally};
use crate::jobs;
use crate::kernel::{Actor, BatchPersonId, DocumentBatchId, EditionId, Fault, Moment, PersonName, Problem};
use serde_json::json;

/// A batch in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The batch.
    pub row: BatchRow,
    /// The edition.
    pub edition: Option<String>,
    /// Who started it.
    pub by: PersonName,
    /// How many are decided on.
    pub tally: Tally,
    /// How far it is.
    pub state: State,
    /// Its archive.
    pub archive: Option<ArchiveRow>,
}

/// The batches of the actor's organisations, or of one edition, the newest first.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn index(
    r: &mut Read,
    actor: &Actor,
    (edition, before): (Option<EditionId>, Option<DocumentBatchId>),
    limit: i64,
    now: Moment,
) -> Result<Vec<Listed>, Problem> {
    let organisations = match &actor.roles {
        roles if roles.site_administrator => None,
        roles if roles.administrator_of.is_empty() => return Err(Problem::forbidden()),
        roles => Some(roles.administrator_of.clone()),
    };
    let rows = store::listed(r, &Among { organisations, edition, before }, limit)?;
    listed(r, rows, now)
}

/// What lists say of batches, in a fixed number of queries.
fn listed(r: &mut Read, rows: Vec<BatchRow>, now: Moment) -> Result<Vec<Listed>, Problem> {
    let ids: Vec<DocumentBatchId> = rows.iter().map(|row| row.id).collect();
    let editions: Vec<EditionId> = rows.iter().filter_map(|row| row.edition_id).collect();
    let people: Vec<_> = rows.iter().map(|row| row.started_by).collect();
    let (tallies, runs) = (store::tallies(r, &ids)?, store::runs(r, &ids)?);
    let (archives, titles) = (store::archives(r, &ids)?, store::titles(r, &editions)?);
    let names = store::names(r, &people)?;
    let keys: Vec<String> = ids.iter().map(|id| pack_key(*id)).collect();
    let packing = jobs::troubles(r, &keys)?;
    // After the last try nobody puts the papers together any more, until somebody says so.
    let given_up = |id: DocumentBatchId| {
        let key = pack_key(id);
        packing.iter().any(|job| job.failed_at.is_some() && job.key.as_deref() == Some(key.as_str()))
    };
    let one = |row: BatchRow| {
        let tally = tallies.iter().find(|(id, _)| *id == row.id).map(|(_, tally)| *tally).unwrap_or_default();
        let last = runs.iter().rfind(|run| run.batch_id == row.id);
        let archive = archives.iter().find(|archive| archive.batch_id == row.id).cloned();
        let title = titles.iter().find(|(id, _)| Some(*id) == row.edition_id);
        let name = names.iter().find(|(id, _)| *id == row.started_by);
        Listed {
            state: standing(&tally, last, archive.is_some(), now).state_when(given_up(row.id)),
            edition: title.map(|(_, title)| title.clone()),
            by: name.map(|(_, name)| name.clone()).unwrap_or_default(),
            tally,
            archive,
            row,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

fn standing(tally: &Tally, last: Option<&RunRow>, packed: bool, now: Moment) -> Standing {
    Standing {
        waiting: tally.waiting(),
        documents: tally.issued + tally.kept,
        ended: last.is_none_or(|run| run.ended_at.is_some()),
        packed,
        silent_minutes: last.map_or(0, |run| run.begun_at.seconds_until(now) / 60),
    }
}

/// So many of those who were refused last are named while work goes on.
const NEWEST: i64 = 10;

/// People of a batch, a page of them.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// They, with what came of it.
    pub people: Vec<Member>,
    /// After whom the next page begins, where there is one.
    pub next: Option<BatchPersonId>,
}

/// How far a batch is: counts, and whoever was refused last. Whoever follows it every two seconds reads no list of people.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What lists say of it.
    pub listed: Listed,
    /// Who was refused last, the newest first.
    pub newest: Vec<Member>,
    /// How often it was set going.
    pub runs: i32,
    /// Why it stopped, where that is known.
    pub trouble: Option<Trouble>,
}

impl Shown {
    /// Why somebody is refused.
    pub fn refusal(member: &Member) -> Vec<Fault> {
        let kept = member.refusal.as_deref();
        kept.and_then(|faults| serde_json::from_str(faults).ok()).unwrap_or_default()
    }
}

/// A batch, for the administrators of the organisation that issues.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn show(r: &mut Read, actor: &Actor, id: DocumentBatchId, now: Moment) -> Result<Shown, Problem> {
    let row = store::batch(r, id)?
        .filter(|row| actor.require_administrator_of(row.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let mut listed = listed(r, vec![row], now)?.pop().ok_or_else(Problem::not_found)?;
    let runs = store::runs(r, &[id])?;
    let last = runs.last().cloned();
    let alive = store::decided_last(r, id)?;
    let mut standing = standing(&listed.tally, last.as_ref(), listed.archive.is_some(), now);
    if let Some(alive) = alive {
        standing.silent_minutes = standing.silent_minutes.min(alive.seconds_until(now) / 60);
    }
    let packing = jobs::troubles(r, &[pack_key(id)])?;
    listed.state = standing.state_when(packing.iter().any(|job| job.failed_at.is_some()));
    let number = last.as_ref().map_or(0, |run| run.number);
    let trouble = match last.and_then(|run| run.trouble) {
        Some(kept) => serde_json::from_str(&kept).ok(),
        None => in_the_outbox(r, id, number)?,
    };
    let newest = if listed.tally.refused > 0 { store::refused_last(r, id, NEWEST)? } else { Vec::new() };
    Ok(Shown { listed, newest, runs: number, trouble })
}

/// A page of the people of a batch, for whoever was shown it: at most so many, from behind a place on.
///
/// # Errors
/// The database's.
pub fn people(
    r: &mut Read,
    shown: &Shown,
    of: Of,
    (after, limit): (BatchPersonId, i64),
) -> Result<Lines, Problem> {
    let mut people = store::members_of(r, shown.listed.row.id, of, (after, limit.saturating_add(1)))?;
    let lines = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = people.len() > lines;
    people.truncate(lines);
    let next = people.last().map(|one| one.place).filter(|_| more);
    Ok(Lines { people, next })
}

/// What the outbox says of the jobs of a batch that were tried in vain.
fn in_the_outbox(r: &mut Read, id: DocumentBatchId, run: i32) -> Result<Option<Trouble>, Problem> {
    let found = jobs::troubles(r, &[run_key(id, run), pack_key(id)])?.pop();
    let code = |error: String| error.split([';', ':']).next().unwrap_or_default().trim().to_owned();
    let known = |code: &String| crate::kernel::ProblemCode::ALL.iter().any(|known| known.as_str() == code);
    let trouble = |error: String| {
        let code = Some(code(error)).filter(known).unwrap_or_else(|| "internal".to_owned());
        Trouble { code, faults: Vec::new() }
    };
    Ok(found.and_then(|found| found.last_error).map(trouble))
}

/// The archive of a batch, for the administrators of the organisation that issues. The papers of many people are taken
/// away with it, so that is written down.
///
/// # Errors
/// `NotFound` for everybody else, and while there is none.
pub fn file(w: &mut Write, actor: &Actor, id: DocumentBatchId, now: Moment) -> Result<ArchiveRow, Problem> {
    store::batch(w, id)?
        .filter(|row| actor.require_administrator_of(row.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let archive = store::archives(w, &[id])?.pop().ok_or_else(Problem::not_found)?;
    let (subject, after) = (("document-batch", id.0), Some(json!({ "sha256": archive.sha256 })));
    audit::record(w, actor, now, Entry { action: "document-batch-taken", subject, before: None, after })?;
    Ok(archive)
}
