//! The register book as it is searched: narrow lines that follow the documents, so that a page of it costs the same among
//! a million documents whatever is asked.
//!
//! Facets (organisation, kind, year, standing, handed over) name shelves; each shelf is read from its newest line, and the
//! shelves are merged. Words are found by their beginnings in an index; where a beginning is on very many documents, the
//! newest lines are looked through a stretch at a time. What diesel cannot say for both databases stands here as text, made
//! of whole numbers and words out of closed lists; what people typed is always bound.

use super::{Relation, Standing};
use crate::db::schema::{document_revocations, documents};
use crate::db::{Conn, Read};
use crate::kernel::{DocumentId, EditionId, Moment, OrganisationId, PersonId, Problem, PublicId, Word as _};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::fmt::Write as _;

/// From so many documents on, a beginning of a word is looked for along the lines instead of in the index.
const MANY: i64 = 4_000;

/// How many lines are looked through at a time.
const STRETCH: i64 = 8_000;

/// How many such stretches without a find make a page.
const STRETCHES: usize = 3;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Registers of these organisations only; nothing for all.
    pub organisations: Option<Vec<OrganisationId>>,
    /// The year of issue.
    pub year: Option<i32>,
    /// The kind of paper.
    pub kind: Option<DocumentKind>,
    /// How it stands.
    pub standing: Option<Standing>,
    /// Whether it was handed over.
    pub handed_over: Option<bool>,
    /// Issued for an edition.
    pub edition: Option<EditionId>,
    /// Beginnings of words of the holder's name and of the number, folded; all of them must be there.
    pub search: Option<String>,
    /// Only documents issued before this one.
    pub before: Option<DocumentId>,
}

/// What was found, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The documents.
    pub ids: Vec<DocumentId>,
    /// Where the search goes on: with documents before this one. Nothing at its end.
    pub go_on: Option<DocumentId>,
}

#[derive(QueryableByName)]
struct IdRow {
    #[diesel(sql_type = BigInt)]
    document_id: i64,
}

#[derive(QueryableByName)]
struct CountRow {
    #[diesel(sql_type = BigInt)]
    lines: i64,
}

/// The words of a search, as the three values that every query of them binds.
struct Words {
    from: String,
    to: String,
    others: String,
    number: Option<i32>,
}

impl Words {
    /// The longest word is looked up; the others are asked of what it finds.
    fn of(search: &str) -> Result<Option<Words>, Problem> {
        let mut words: Vec<&str> = search.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.dedup();
        let Some((first, others)) = words.split_first() else { return Ok(None) };
        Ok(Some(Words {
            from: (*first).to_owned(),
            to: format!("{first}\u{10ffff}"),
            others: serde_json::to_string(others).map_err(Problem::internal)?,
            number: if others.is_empty() { first.parse().ok().filter(|number| *number > 0) } else { None },
        }))
    }
}

/// A page of the register: at most so many documents.
pub fn find(r: &mut Read, filter: &Filter, limit: i64) -> Result<Found, Problem> {
    if filter.organisations.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Found::default());
    }
    let words = filter.search.as_deref().map(Words::of).transpose()?.flatten();
    let Some(words) = words else {
        let ids = match filter.edition {
            Some(_) => run(r, &lines(filter, "", limit + 1), None)?,
            None => shelved(r, filter, limit + 1)?,
        };
        return Ok(page(ids, limit));
    };
    if filter.edition.is_some() {
        let sql = lines(filter, &format!("{WORD} {}", others(r)), limit + 1);
        return Ok(page(run(r, &sql, Some(&words))?, limit));
    }
    if count_of(r, &words)? <= MANY {
        let sql = by_word(r, filter, limit + 1);
        let mut ids = run(r, &sql, Some(&words))?;
        if let Some(number) = words.number {
            ids.extend(run(r, &by_number(filter, number, limit + 1), None)?);
            ids.sort_unstable_by_key(|id| std::cmp::Reverse(id.0));
            ids.dedup();
        }
        return Ok(page(ids, limit));
    }
    along(r, filter, &words, limit)
}

/// Cuts off what is beyond the page, and remembers that there is more.
fn page(mut ids: Vec<DocumentId>, limit: i64) -> Found {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = ids.len() > limit;
    ids.truncate(limit);
    Found { go_on: ids.last().copied().filter(|_| more), ids }
}

/// Looks along the newest lines of the facets for words that very many documents have.
fn along(r: &mut Read, filter: &Filter, words: &Words, limit: i64) -> Result<Found, Problem> {
    let mut filter = filter.clone();
    for _ in 0..STRETCHES {
        let Some(top) = shelved(r, &filter, 1)?.first().copied() else { return Ok(Found::default()) };
        let low = (top.0 - STRETCH).max(0);
        let within = format!("AND l.document_id > {low} {WORD} {}", others(r));
        filter.before = Some(DocumentId(top.0 + 1));
        let ids = run(r, &lines(&filter, &within, limit + 1), Some(words))?;
        let next = Some(DocumentId(low + 1)).filter(|_| low > 0);
        if !ids.is_empty() {
            let found = page(ids, limit);
            return Ok(Found { go_on: found.go_on.or(next), ..found });
        }
        match next {
            Some(_) => filter.before = next,
            None => return Ok(Found::default()),
        }
    }
    Ok(Found { ids: Vec::new(), go_on: filter.before })
}

/// What a line must have of the first word.
const WORD: &str = "AND EXISTS (SELECT 1 FROM document_words w \
     WHERE w.document_id = l.document_id AND w.word >= $1 AND w.word < $2)";

/// What a line must have of the other words.
fn others(r: &mut Read) -> &'static str {
    match r.conn() {
        Conn::Sqlite(_) => {
            "AND NOT EXISTS (SELECT 1 FROM json_each($3) j WHERE NOT EXISTS (SELECT 1 FROM document_words o \
             WHERE o.document_id = l.document_id AND o.word >= j.value AND o.word < j.value || char(1114111)))"
        }
        Conn::Postgres(_) => {
            "AND NOT EXISTS (SELECT 1 FROM json_array_elements_text($3::json) AS j (value) \
             WHERE NOT EXISTS (SELECT 1 FROM document_words o \
             WHERE o.document_id = l.document_id AND o.word >= j.value AND o.word < j.value || chr(1114111)))"
        }
    }
}

/// Lines one after another from the newest, by their ids or by the edition.
fn lines(filter: &Filter, within: &str, limit: i64) -> String {
    let (before, facets) = (before(filter), facets(filter, &Side::Line));
    let edition = filter.edition.map(|id| format!("AND l.edition_id = {id}")).unwrap_or_default();
    format!(
        "SELECT l.document_id FROM register_lines l WHERE l.document_id < {before} {edition} {facets} {within} \
         ORDER BY l.document_id DESC LIMIT {limit}"
    )
}

/// The documents that the index of words names.
fn by_word(r: &mut Read, filter: &Filter, limit: i64) -> String {
    let (before, facets, others) = (before(filter), facets(filter, &Side::Line), others(r));
    format!(
        "SELECT DISTINCT l.document_id FROM document_words w CROSS JOIN register_lines l \
         WHERE w.word >= $1 AND w.word < $2 AND l.document_id = w.document_id AND l.document_id < {before} \
         {facets} {others} ORDER BY l.document_id DESC LIMIT {limit}"
    )
}

/// The documents with a number of the counter.
fn by_number(filter: &Filter, number: i32, limit: i64) -> String {
    let (before, facets) = (before(filter), facets(filter, &Side::Line));
    format!(
        "SELECT l.document_id FROM documents d CROSS JOIN register_lines l \
         WHERE d.number = {number} AND l.document_id = d.id AND l.document_id < {before} {facets} \
         ORDER BY l.document_id DESC LIMIT {limit}"
    )
}

/// The newest documents of the shelves that the facets name.
fn shelved(r: &mut Read, filter: &Filter, limit: i64) -> Result<Vec<DocumentId>, Problem> {
    let before = before(filter);
    let unfaceted = Filter { organisations: filter.organisations.clone(), ..Filter::default() };
    let asked = Filter { before: None, search: None, edition: None, ..filter.clone() };
    let one = filter.organisations.as_ref().is_none_or(|organisations| organisations.len() == 1);
    if asked == unfaceted && one {
        let facets = facets(filter, &Side::Shelf("l"));
        let sql = format!(
            "SELECT l.document_id FROM register_lines l WHERE l.document_id < {before} {facets} \
             ORDER BY l.document_id DESC LIMIT {limit}"
        );
        return run(r, &sql, None);
    }
    let facets = facets(filter, &Side::Shelf("s"));
    let newest = format!(
        "SELECT x.document_id FROM register_lines x WHERE x.organisation_id = s.organisation_id AND x.kind = s.kind \
         AND x.year = s.year AND x.status = s.status AND x.handed_over = s.handed_over \
         AND x.document_id < {before} ORDER BY x.document_id DESC LIMIT {limit}"
    );
    let joined = match r.conn() {
        Conn::Sqlite(_) => {
            format!("CROSS JOIN register_lines d WHERE d.document_id IN ({newest}) AND s.lines > 0")
        }
        Conn::Postgres(_) => format!("CROSS JOIN LATERAL ({newest}) d WHERE s.lines > 0"),
    };
    let sql = format!(
        "SELECT d.document_id FROM register_shelves s {joined} {facets} ORDER BY d.document_id DESC LIMIT {limit}"
    );
    run(r, &sql, None)
}

/// On which side of a query the facets are asked.
enum Side {
    /// Of the shelves, or of lines by their index.
    Shelf(&'static str),
    /// Of lines that something else has found: they are computed, so that no other index is tempted.
    Line,
}

fn facets(filter: &Filter, side: &Side) -> String {
    let mut sql = String::new();
    let mut ask = |plain: &str, computed: &str, value: &str| {
        let _ = match side {
            Side::Shelf(table) => write!(sql, " AND {table}.{plain} {value}"),
            Side::Line => write!(sql, " AND ({computed}) {value}"),
        };
    };
    if let Some(organisations) = &filter.organisations {
        let list: Vec<String> = organisations.iter().map(OrganisationId::to_string).collect();
        ask("organisation_id", "l.organisation_id + 0", &format!("IN ({})", list.join(", ")));
    }
    if let Some(kind) = filter.kind {
        ask("kind", "l.kind || ''", &format!("= '{}'", kind.as_str()));
    }
    if let Some(year) = filter.year {
        ask("year", "l.year + 0", &format!("= {year}"));
    }
    if let Some(standing) = filter.standing {
        ask("status", "l.status || ''", &format!("= '{}'", standing.as_str()));
    }
    if let Some(handed_over) = filter.handed_over {
        ask("handed_over", "l.handed_over", if handed_over { "IS TRUE" } else { "IS FALSE" });
    }
    sql
}

fn before(filter: &Filter) -> i64 {
    filter.before.map_or(i64::MAX, |id| id.0)
}

fn run(r: &mut Read, sql: &str, words: Option<&Words>) -> Result<Vec<DocumentId>, Problem> {
    let rows: Vec<IdRow> = match words {
        None => diesel::sql_query(sql).load(r.conn())?,
        Some(words) => diesel::sql_query(sql)
            .bind::<Text, _>(&words.from)
            .bind::<Text, _>(&words.to)
            .bind::<Text, _>(&words.others)
            .load(r.conn())?,
    };
    Ok(rows.into_iter().map(|row| DocumentId(row.document_id)).collect())
}

/// On how many documents a word begins like this, counted no further than needed.
fn count_of(r: &mut Read, words: &Words) -> Result<i64, Problem> {
    let sql = format!(
        "SELECT count(*) AS lines FROM (SELECT 1 FROM document_words w WHERE w.word >= $1 AND w.word < $2 LIMIT {}) t",
        MANY + 1
    );
    let row: CountRow = diesel::sql_query(sql)
        .bind::<Text, _>(&words.from)
        .bind::<Text, _>(&words.to)
        .get_result(r.conn())?;
    Ok(row.lines)
}

/// How many documents the facets name. Words and editions are not counted.
pub fn total(r: &mut Read, filter: &Filter) -> Result<Option<i64>, Problem> {
    if filter.search.is_some() || filter.edition.is_some() {
        return Ok(None);
    }
    // An organisation that the reader does not administer leaves none to ask for.
    if filter.organisations.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Some(0));
    }
    let sql = format!(
        "SELECT COALESCE(SUM(s.lines), 0) AS lines FROM register_shelves s WHERE s.lines > 0 {}",
        facets(filter, &Side::Shelf("s"))
    );
    let row: CountRow = diesel::sql_query(sql).get_result(r.conn())?;
    Ok(Some(row.lines))
}

/// The years of which there are documents, the newest first.
pub fn years(r: &mut Read, organisations: Option<Vec<OrganisationId>>) -> Result<Vec<i32>, Problem> {
    use crate::db::schema::register_shelves as shelves;
    let mut query = shelves::table.select(shelves::year).distinct().order(shelves::year.desc()).into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(shelves::organisation_id.eq_any(organisations));
    }
    Ok(query.load(r.conn())?)
}

/// The organisations that have issued anything.
pub fn issuers(
    r: &mut Read,
    of: Option<Vec<OrganisationId>>,
) -> Result<Vec<(OrganisationId, String)>, Problem> {
    use crate::db::schema::{organisations, register_shelves as shelves};
    let mut query = shelves::table.select(shelves::organisation_id).distinct().into_boxed();
    if let Some(of) = of {
        query = query.filter(shelves::organisation_id.eq_any(of));
    }
    let ids: Vec<OrganisationId> = query.load(r.conn())?;
    Ok(organisations::table
        .filter(organisations::id.eq_any(ids))
        .order((organisations::short_name, organisations::id))
        .select((organisations::id, organisations::short_name))
        .load(r.conn())?)
}

/// A line of the register.
#[derive(Debug, Clone, Queryable)]
pub struct ListedRow {
    /// The document.
    pub id: DocumentId,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// Its number.
    pub number: String,
    /// Which paper.
    pub kind: DocumentKind,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// When it was entered: by the rules of then.
    pub issued_at: Moment,
    /// Whose, as printed.
    pub holder: String,
    /// The holder's account.
    pub person_id: PersonId,
    /// Who issued it.
    pub organisation_id: OrganisationId,
    /// The edition.
    pub edition_id: Option<EditionId>,
    /// The snapshot as it was written.
    pub snapshot: String,
    /// The document in whose place it was issued, and as what.
    pub replaces: (Option<DocumentId>, Option<Relation>),
    /// Its key while it is valid.
    pub live_key: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl ListedRow {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        Standing::of(self.live_key.is_some(), self.revoked_at.is_some())
    }
}

/// These lines, the newest first.
pub fn listed(r: &mut Read, ids: &[DocumentId]) -> Result<Vec<ListedRow>, Problem> {
    Ok(documents::table
        .left_join(document_revocations::table)
        .filter(documents::id.eq_any(ids.to_vec()))
        .order(documents::id.desc())
        .select((
            documents::id,
            documents::public_id,
            documents::number_text,
            documents::kind,
            documents::issued_on,
            documents::issued_at,
            documents::holder,
            documents::person_id,
            documents::organisation_id,
            documents::edition_id,
            documents::snapshot,
            (documents::replaces_id, documents::relation),
            documents::live_key,
            document_revocations::revoked_at.nullable(),
        ))
        .load(r.conn())?)
}

/// What the public page asks of a document each time.
#[derive(Debug, Clone, Queryable)]
pub struct PublicRow {
    /// The document.
    pub id: DocumentId,
    /// The holder's account.
    pub person_id: PersonId,
    /// Its key while it is valid.
    pub live_key: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// A document by the id on its code, without what never changes.
pub fn public(r: &mut Read, id: &PublicId) -> Result<Option<PublicRow>, Problem> {
    Ok(documents::table
        .left_join(document_revocations::table)
        .filter(documents::public_id.eq(id))
        .select((
            documents::id,
            documents::person_id,
            documents::live_key,
            document_revocations::revoked_at.nullable(),
        ))
        .first(r.conn())
        .optional()?)
}
