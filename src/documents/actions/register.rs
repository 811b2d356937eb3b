//! The register book: a page of it, all that a filter names, and everything about one entry.

use super::reading::administered;
use crate::audit;
use crate::countries::rules::KindRule;
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::rules::book::{CheckWay, too_long};
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::store::book::{self, CheckRow, HandoverRow, LossRow};
use crate::documents::store::listing::{self, Filter, Found, ListedRow};
use crate::documents::store::unprinted::{self, FailureRow};
use crate::documents::store::{self, SuccessorRow};
use crate::identities::actions::holders;
use crate::identities::rules::Holder;
use crate::identities::store::{HolderRow, holders_of};
use crate::kernel::{
    Actor, DocumentId, Fault, Moment, OrganisationId, PersonId, PersonName, Problem, Word as _,
};
use crate::registers::actions::stock::said;
use crate::registers::store::blanks;
use crate::secrets::Secrets;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

/// How many looks a page of an entry names.
const LOOKS: i64 = 100;

/// How many documents are read at once for the whole book.
const PART: i64 = 500;

/// An entry of the book.
#[derive(Debug, Clone)]
pub struct Line {
    /// The row.
    pub row: ListedRow,
    /// What was printed, without the fields of the paper: the book needs none of them.
    pub snapshot: Snapshot,
    /// What came in its place.
    pub successor: Option<SuccessorRow>,
    /// How it was handed over; the last row.
    pub handover: Option<HandoverRow>,
    /// The notes of loss.
    pub losses: Vec<LossRow>,
    /// The blank it stands on.
    pub blank: Option<(String, String)>,
    /// Blanks it stood on before, which are spoiled.
    pub spoiled: Vec<String>,
    /// How long its entry is kept, in the words of the country's profile that held when it was issued.
    pub retention: Option<String>,
    /// Whether the book says of the holder when they were born, which sex, identity paper and citizenship they have.
    pub described: bool,
}

/// A page of the book.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its lines, the newest first.
    pub lines: Vec<Line>,
    /// Where the search goes on.
    pub go_on: Option<DocumentId>,
    /// How many documents the filter names, where that is known without reading them all.
    pub total: Option<i64>,
    /// The years there are.
    pub years: Vec<i32>,
    /// The organisations that have issued anything.
    pub issuers: Vec<(OrganisationId, String)>,
}

/// A page of the register of the actor's organisations. A fixed number of queries.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn page(r: &mut Read, actor: &Actor, filter: Filter, limit: i64) -> Result<Page, Problem> {
    let scope = scope(actor)?;
    let (years, issuers) = (listing::years(r, scope.clone())?, listing::issuers(r, scope.clone())?);
    let filter = within(filter, scope);
    let (total, Found { ids, go_on }) = (listing::total(r, &filter)?, listing::find(r, &filter, limit)?);
    Ok(Page { lines: lines(r, &ids)?, go_on, total, years, issuers })
}

/// The whole book: its lines, the oldest first, and what it says of the holders, still locked. It is opened after the look was
/// written down ([`note_book`], then [`holders::open`]).
#[derive(Debug, Clone)]
pub struct Book {
    /// The lines.
    pub lines: Vec<Line>,
    /// The holders whom the book describes.
    pub holders: Vec<HolderRow>,
}

/// Everything that a filter names, the oldest first, for the book on paper.
///
/// # Errors
/// `Forbidden`; `Invalid` on `paper` when there are more than so many.
pub fn whole(r: &mut Read, actor: &Actor, filter: Filter, most: usize) -> Result<Book, Problem> {
    let mut filter = within(filter, scope(actor)?);
    filter.before = None;
    let long = || {
        let fault = Fault::new("paper", "register-book-long").with("limit", most);
        Problem::invalid(vec![fault])
    };
    // Mostly the number is known before anything is read.
    if too_long(listing::total(r, &filter)?, most) {
        return Err(long());
    }
    let mut all = Vec::new();
    loop {
        let found = listing::find(r, &filter, PART)?;
        if all.len() + found.ids.len() > most {
            return Err(long());
        }
        all.extend(lines(r, &found.ids)?);
        match found.go_on {
            Some(before) => filter.before = Some(before),
            None => break,
        }
    }
    all.reverse();
    let described: BTreeSet<PersonId> =
        all.iter().filter(|line: &&Line| line.described).map(|line| line.row.person_id).collect();
    let described: Vec<PersonId> = described.into_iter().collect();
    Ok(Book { holders: holders_of(r, &described)?, lines: all })
}

/// What the journal says of a book that is taken: how many documents and described holders stand in it, and what it was
/// narrowed to. The words of a search are names, which the journal never repeats.
pub fn noted(format: &str, filter: &Filter, book: &Book) -> Value {
    let ids = |line: &Line| line.row.id;
    json!({
        "format": format,
        "documents": book.lines.len(),
        "holders": book.holders.len(),
        "first": book.lines.first().map(ids),
        "last": book.lines.last().map(ids),
        "organisations": filter.organisations,
        "year": filter.year,
        "kind": filter.kind.map(|kind| kind.as_str()),
        "standing": filter.standing.map(|standing| standing.as_str()),
        "handed_over": filter.handed_over,
        "edition": filter.edition,
        "searched": filter.search.is_some(),
    })
}

/// Writes down that the book was taken as a file, with what [`noted`] says of it: one entry, however many documents.
///
/// # Errors
/// When the database refuses.
pub fn note_book(w: &mut Write, actor: &Actor, noted: Value, now: Moment) -> Result<(), Problem> {
    let entry = audit::Entry {
        action: "register-book-taken",
        subject: ("person", actor.person_id()?.0),
        before: None,
        after: Some(noted),
    };
    audit::record(w, actor, now, entry)
}

/// The organisations whose registers an actor sees; nothing for all.
fn scope(actor: &Actor) -> Result<Option<Vec<OrganisationId>>, Problem> {
    match &actor.roles {
        roles if roles.site_administrator => Ok(None),
        roles if roles.administrator_of.is_empty() => Err(Problem::forbidden()),
        roles => Ok(Some(roles.administrator_of.clone())),
    }
}

/// A filter that names no organisation the actor does not administer.
fn within(mut filter: Filter, scope: Option<Vec<OrganisationId>>) -> Filter {
    filter.organisations = match (filter.organisations, scope) {
        (None, scope) => scope,
        (asked, None) => asked,
        (Some(asked), Some(scope)) => Some(asked.into_iter().filter(|id| scope.contains(id)).collect()),
    };
    filter
}

/// The entries of these documents, the newest first. A fixed number of queries.
pub fn lines(r: &mut Read, ids: &[DocumentId]) -> Result<Vec<Line>, Problem> {
    let rows = listing::listed(r, ids)?;
    let mut successors = store::successors(r, ids)?;
    let mut handovers: HashMap<DocumentId, HandoverRow> =
        book::handovers(r, ids)?.into_iter().map(|row| (row.document, row)).collect();
    let losses = book::losses(r, ids)?;
    let bound = blanks::of_documents(r, ids)?;
    let issued: Vec<(OrganisationId, Moment)> =
        rows.iter().map(|row| (row.organisation_id, row.issued_at)).collect();
    let profiles = countries::held(r, &issued)?;
    rows.into_iter()
        .map(|mut row| {
            let mine = || bound.iter().filter(|one| one.document == row.id);
            let holds = mine().rfind(|one| one.act.is_none());
            // A whole book is tens of thousands of lines: the text and the fields would fill the memory.
            let text = std::mem::take(&mut row.snapshot);
            let snapshot: Snapshot = serde_json::from_str(&text).map_err(Problem::internal)?;
            let profile = profiles.at(row.organisation_id, row.issued_at);
            let rule = profile.and_then(|profile| profile.kind(row.kind));
            Ok(Line {
                snapshot: Snapshot { fields: Vec::new(), paper: None, ..snapshot },
                successor: successors.remove(&row.id),
                handover: handovers.remove(&row.id),
                retention: rule.map(|rule| rule.retention.clone()),
                described: rule.is_some_and(KindRule::describes_holder),
                losses: losses.iter().filter(|loss| loss.document == row.id).cloned().collect(),
                blank: holds.map(|one| (one.series.clone(), one.number.clone())),
                spoiled: mine()
                    .filter(|one| one.act.is_some())
                    .map(|one| said(Some(&one.series), &one.number))
                    .collect(),
                row,
            })
        })
        .collect()
}

/// Everything the book knows of a document.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The line.
    pub line: Line,
    /// What the book says of the holder, where the kind of paper has it say anything and something is recorded.
    pub holder: Option<Holder>,
    /// Every time it was handed over, the earliest first.
    pub handovers: Vec<HandoverRow>,
    /// When and how it was looked up, the latest first.
    pub checks: Vec<CheckRow>,
    /// How often in each way.
    pub counts: Vec<(CheckWay, i64)>,
    /// The names of who wrote rows down.
    pub names: HashMap<PersonId, PersonName>,
    /// What the template said, where the paper could not be printed and is not printed yet.
    pub unprinted: Option<FailureRow>,
}

/// The entry of a document, for the administrators of the organisation that issued it; without its holder.
fn entry(r: &mut Read, actor: &Actor, id: DocumentId) -> Result<Entry, Problem> {
    let unprinted = match administered(r, actor, id)?.pdf_sha256 {
        Some(_) => None,
        None => unprinted::failure(r, id)?,
    };
    let line = lines(r, &[id])?.pop().ok_or_else(Problem::not_found)?;
    let handovers = book::handovers(r, &[id])?;
    let people: Vec<PersonId> = handovers
        .iter()
        .filter_map(|row| row.by)
        .chain(line.losses.iter().filter_map(|row| row.by))
        .collect();
    let counts = book::check_counts(r, id)?.into_iter();
    Ok(Entry {
        checks: book::checks(r, id, LOOKS)?,
        counts: counts.map(|(way, times)| (way, times.unwrap_or_default())).collect(),
        names: store::names(r, &people)?,
        holder: None,
        unprinted,
        line,
        handovers,
    })
}

/// The entry of a document, for the administrators of the organisation that issued it; the look is written down, at the entry
/// and at what it says of the holder.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn look(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    id: DocumentId,
    now: Moment,
) -> Result<Entry, Problem> {
    let mut entry = entry(w, actor, id)?;
    let seen = audit::Entry {
        action: "register-entry-seen",
        subject: ("document", id.0),
        before: None,
        after: Some(json!({ "number": entry.line.row.number })),
    };
    audit::record(w, actor, now, seen)?;
    if entry.line.described {
        let whose = (entry.line.row.person_id, "register-entry");
        entry.holder = holders::look(w, actor, secrets, whose, now)?;
    }
    Ok(entry)
}
