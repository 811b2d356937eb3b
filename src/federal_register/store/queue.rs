//! The documents of an organisation that belong in the register, by the date on them, with where each stands.

use crate::db::schema::{
    documents, editions, federal_queue as queue, federal_states as states, programme_versions,
};
use crate::db::{Json, Read};
use crate::federal_register::rules::State;
use crate::kernel::{
    DocumentId, EditionId, EnrolmentId, FederalExportId, Localised, Moment, OrganisationId, PersonId,
    Problem, ProgrammeVersionId,
};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// How the queue says that a document stands in no file yet. Which kinds of documents it takes, the database says.
const NEW: &str = "new";

/// A document in the queue.
#[derive(Debug, Clone, Queryable)]
pub struct QueuedRow {
    /// The document.
    pub id: DocumentId,
    /// Its number.
    pub number: String,
    /// Its kind.
    pub kind: DocumentKind,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Whose, as printed.
    pub holder: String,
    /// The holder.
    pub person_id: PersonId,
    /// The edition.
    pub edition_id: Option<EditionId>,
    /// The enrolment.
    pub enrolment_id: Option<EnrolmentId>,
    /// What became of it.
    pub state: Option<StateRow>,
}

/// What became of a document.
#[derive(Debug, Clone, Queryable)]
pub struct StateRow {
    /// What.
    pub state: State,
    /// In which file it stands.
    pub export_id: FederalExportId,
    /// Why the register refused it.
    pub reason: Option<String>,
    /// Since when.
    pub changed_at: Moment,
}

impl QueuedRow {
    /// What became of it.
    pub fn standing(&self) -> Option<State> {
        self.state.as_ref().map(|row| row.state)
    }
}

/// Which documents of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// All of them.
    #[default]
    All,
    /// Those in no file, and those that were refused.
    Open,
    /// Those in no file.
    New,
    /// Those in one state.
    In(State),
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// In which state.
    pub wanted: Wanted,
    /// Only with a date up to this one.
    pub until: Option<NaiveDate>,
    /// Only after this place of the list.
    pub after: Option<(NaiveDate, DocumentId)>,
    /// Only these.
    pub these: Option<Vec<DocumentId>>,
}

/// Documents of the queue, the oldest first; `true` beside them says that there are more. What was revoked before the
/// register had it is not in the queue, and waits for nothing where the register had it; what was replaced still goes
/// there. Each way of asking has an index of its own, so a page costs its rows and not those of all years.
pub fn queued(
    r: &mut Read,
    organisation: OrganisationId,
    filter: &Filter,
    limit: i64,
) -> Result<(Vec<QueuedRow>, bool), Problem> {
    let mut query = queue::table
        .inner_join(documents::table)
        .left_join(states::table.on(states::document_id.eq(queue::document_id)))
        .filter(queue::organisation_id.eq(organisation))
        .order((queue::issued_on, queue::document_id))
        .select((
            documents::id,
            documents::number_text,
            documents::kind,
            documents::issued_on,
            documents::holder,
            documents::person_id,
            documents::edition_id,
            documents::enrolment_id,
            (states::state, states::export_id, states::reason, states::changed_at).nullable(),
        ))
        .limit(limit + 1)
        .into_boxed();
    match filter.wanted {
        Wanted::All => {}
        Wanted::Open => query = query.filter(queue::waits.eq(true)),
        Wanted::New => query = query.filter(queue::standing.eq(NEW)),
        Wanted::In(state) => query = query.filter(queue::standing.eq(state)),
    }
    if let Some(until) = filter.until {
        query = query.filter(queue::issued_on.le(until));
    }
    if let Some((day, id)) = filter.after {
        let later = queue::issued_on.eq(day).and(queue::document_id.gt(id));
        // The first condition alone is what an index can begin at.
        query = query.filter(queue::issued_on.ge(day)).filter(queue::issued_on.gt(day).or(later));
    }
    if let Some(these) = filter.these.clone() {
        query = query.filter(queue::document_id.eq_any(these));
    }
    let mut rows: Vec<QueuedRow> = query.load(r.conn())?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok((rows, more))
}

/// How many documents that wait for a file have a date up to the first day, and how many up to the second, later one.
/// Nothing of the queue is counted twice.
pub fn count_open(
    r: &mut Read,
    organisation: OrganisationId,
    (overdue, near): (NaiveDate, NaiveDate),
) -> Result<(i64, i64), Problem> {
    let open =
        queue::table.filter(queue::organisation_id.eq(organisation)).filter(queue::waits.eq(true)).count();
    let before: i64 = open.filter(queue::issued_on.le(overdue)).get_result(r.conn())?;
    let between: i64 =
        open.filter(queue::issued_on.gt(overdue)).filter(queue::issued_on.le(near)).get_result(r.conn())?;
    Ok((before, before + between))
}

/// The snapshots of documents as they were kept.
pub fn snapshots(r: &mut Read, these: &[DocumentId]) -> Result<HashMap<DocumentId, String>, Problem> {
    let rows: Vec<(DocumentId, String)> = documents::table
        .filter(documents::id.eq_any(these.to_vec()))
        .select((documents::id, documents::snapshot))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// What editions teach: the version, what it is before the law, and its title.
pub fn taught(
    r: &mut Read,
    these: &[EditionId],
) -> Result<HashMap<EditionId, (ProgrammeVersionId, ProgrammeKind, Localised)>, Problem> {
    let rows: Vec<(EditionId, ProgrammeVersionId, ProgrammeKind, Json<Localised>)> = editions::table
        .inner_join(programme_versions::table)
        .filter(editions::id.eq_any(these.to_vec()))
        .select((editions::id, programme_versions::id, programme_versions::kind, programme_versions::title))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(edition, version, kind, title)| (edition, (version, kind, title.0))).collect())
}

/// The documents of an organisation with a date in a span, of every kind, by their dates, and whether each still holds: for
/// a register without a template.
pub fn issued(
    r: &mut Read,
    organisation: OrganisationId,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<(DocumentId, DocumentKind, bool, String)>, Problem> {
    let rows: Vec<(DocumentId, DocumentKind, Option<String>, String)> = documents::table
        .filter(documents::organisation_id.eq(organisation))
        .filter(documents::issued_on.between(first, last))
        .order((documents::issued_on, documents::id))
        .select((documents::id, documents::kind, documents::live_key, documents::snapshot))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, kind, live, snapshot)| (id, kind, live.is_some(), snapshot)).collect())
}
