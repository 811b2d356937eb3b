//! Printed blanks: what came, what is left, on which a document stands, which are spoiled.

use crate::db::schema::{blank_batches, blank_bindings, blank_spoilings, blanks, documents};
use crate::db::{Read, Write, each};
use crate::kernel::{BlankBatchId, BlankId, DocumentId, Moment, OrganisationId, PersonId, Problem};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// A blank.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct BlankRow {
    /// The blank.
    pub id: BlankId,
    /// For which kind.
    pub kind: DocumentKind,
    /// The series; empty when it has none.
    pub series: String,
    /// The number.
    pub number: String,
    /// Whether it is used or spoiled.
    pub taken: bool,
}

type BlankColumns = (blanks::id, blanks::kind, blanks::series, blanks::number, blanks::taken);

const BLANK: BlankColumns = (blanks::id, blanks::kind, blanks::series, blanks::number, blanks::taken);

/// The next blank of a kind.
pub fn next(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
) -> Result<Option<BlankRow>, Problem> {
    Ok(blanks::table
        .filter(blanks::organisation_id.eq(organisation))
        .filter(blanks::kind.eq(kind))
        .filter(blanks::taken.eq(false))
        .order(blanks::id)
        .select(BLANK)
        .first(r.conn())
        .optional()?)
}

/// So many of the next blanks of a kind.
pub fn next_of(
    r: &mut Read,
    (organisation, kind): (OrganisationId, DocumentKind),
    limit: i64,
) -> Result<Vec<BlankRow>, Problem> {
    Ok(blanks::table
        .filter(blanks::organisation_id.eq(organisation))
        .filter(blanks::kind.eq(kind))
        .filter(blanks::taken.eq(false))
        .order(blanks::id)
        .select(BLANK)
        .limit(limit)
        .load(r.conn())?)
}

/// A blank by what is printed on it.
pub fn find(
    r: &mut Read,
    (organisation, kind): (OrganisationId, DocumentKind),
    (series, number): (&str, &str),
) -> Result<Option<BlankRow>, Problem> {
    Ok(blanks::table
        .filter(blanks::organisation_id.eq(organisation))
        .filter(blanks::kind.eq(kind))
        .filter(blanks::series.eq(series))
        .filter(blanks::number.eq(number))
        .select(BLANK)
        .first(r.conn())
        .optional()?)
}

/// Takes a blank; `false` when somebody has taken it before.
pub fn take(w: &mut Write, id: BlankId) -> Result<bool, Problem> {
    let free = blanks::table.filter(blanks::id.eq(id)).filter(blanks::taken.eq(false));
    Ok(diesel::update(free).set(blanks::taken.eq(true)).execute(w.conn())? > 0)
}

/// Takes blanks; answers how many of them nobody had taken before.
pub fn take_all(w: &mut Write, ids: &[BlankId]) -> Result<usize, Problem> {
    let free = blanks::table.filter(blanks::id.eq_any(ids.to_vec())).filter(blanks::taken.eq(false));
    Ok(diesel::update(free).set(blanks::taken.eq(true)).execute(w.conn())?)
}

/// Writes down on which blanks documents stand.
pub fn bind_all(
    w: &mut Write,
    bound: &[(BlankId, DocumentId)],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    for some in bound.chunks(ROWS) {
        let row = |(blank, document): &(BlankId, DocumentId)| {
            (
                blank_bindings::blank_id.eq(*blank),
                blank_bindings::document_id.eq(*document),
                blank_bindings::bound_at.eq(now),
                blank_bindings::bound_by.eq(by),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(blank_bindings::table).values(rows).execute(c)?;
        });
    }
    Ok(())
}

/// Writes down on which blank a document stands.
pub fn bind(
    w: &mut Write,
    blank: BlankId,
    document: DocumentId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(blank_bindings::table)
        .values((
            blank_bindings::blank_id.eq(blank),
            blank_bindings::document_id.eq(document),
            blank_bindings::bound_at.eq(now),
            blank_bindings::bound_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The valid document that stands on a blank. One that is revoked or replaced needs no blank any more.
pub fn bound_to(r: &mut Read, blank: BlankId) -> Result<Option<DocumentId>, Problem> {
    let bound: Option<DocumentId> = blank_bindings::table
        .filter(blank_bindings::blank_id.eq(blank))
        .select(blank_bindings::document_id)
        .first(r.conn())
        .optional()?;
    let Some(document) = bound else { return Ok(None) };
    Ok(documents::table
        .filter(documents::id.eq(document))
        .filter(documents::live_key.is_not_null())
        .select(documents::id)
        .first(r.conn())
        .optional()?)
}

/// A blank of a document, and how it was spoiled where it was.
#[derive(Debug, Clone, Queryable)]
pub struct BoundRow {
    /// The document.
    pub document: DocumentId,
    /// The series; empty when it has none.
    pub series: String,
    /// The number.
    pub number: String,
    /// The act by which it was destroyed: number and date.
    pub act: Option<(String, NaiveDate)>,
}

/// The blanks of these documents in the order in which they were used. The one that is not spoiled holds.
pub fn of_documents(r: &mut Read, documents: &[DocumentId]) -> Result<Vec<BoundRow>, Problem> {
    Ok(blank_bindings::table
        .inner_join(blanks::table)
        .left_join(blank_spoilings::table.on(blank_spoilings::blank_id.eq(blank_bindings::blank_id)))
        .filter(blank_bindings::document_id.eq_any(documents.to_vec()))
        .order(blank_bindings::blank_id)
        .select((
            blank_bindings::document_id,
            blanks::series,
            blanks::number,
            (blank_spoilings::act_number, blank_spoilings::act_on).nullable(),
        ))
        .load(r.conn())?)
}

/// How a blank was spoiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoiling {
    /// The number of the act.
    pub act: String,
    /// Its date.
    pub dated: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Writes down that a blank is spoiled.
pub fn spoil(
    w: &mut Write,
    blank: BlankId,
    spoiling: &Spoiling,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(blank_spoilings::table)
        .values((
            blank_spoilings::blank_id.eq(blank),
            blank_spoilings::act_number.eq(&spoiling.act),
            blank_spoilings::act_on.eq(spoiling.dated),
            blank_spoilings::reason.eq(&spoiling.reason),
            blank_spoilings::recorded_at.eq(now),
            blank_spoilings::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The act by which a blank was destroyed.
pub fn spoiled(r: &mut Read, blank: BlankId) -> Result<Option<(String, NaiveDate)>, Problem> {
    Ok(blank_spoilings::table
        .filter(blank_spoilings::blank_id.eq(blank))
        .select((blank_spoilings::act_number, blank_spoilings::act_on))
        .first(r.conn())
        .optional()?)
}

/// A spoiled blank.
#[derive(Debug, Clone, Queryable)]
pub struct SpoiledRow {
    /// For which kind.
    pub kind: DocumentKind,
    /// The series; empty when it has none.
    pub series: String,
    /// The number.
    pub number: String,
    /// The number of the act.
    pub act: String,
    /// Its date.
    pub dated: NaiveDate,
    /// Why.
    pub reason: String,
}

/// The spoiled blanks of an organisation, the last written down first.
pub fn all_spoiled(
    r: &mut Read,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<SpoiledRow>, Problem> {
    Ok(blank_spoilings::table
        .inner_join(blanks::table)
        .filter(blanks::organisation_id.eq(organisation))
        .order((blank_spoilings::recorded_at.desc(), blank_spoilings::blank_id.desc()))
        .select((
            blanks::kind,
            blanks::series,
            blanks::number,
            blank_spoilings::act_number,
            blank_spoilings::act_on,
            blank_spoilings::reason,
        ))
        .limit(limit)
        .load(r.conn())?)
}

/// What there is of a kind and a series.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stock {
    /// How many came.
    pub received: i64,
    /// On how many a document stands.
    pub used: i64,
    /// How many are spoiled.
    pub spoiled: i64,
}

impl Stock {
    /// How many are left.
    pub fn left(self) -> i64 {
        self.received - self.used - self.spoiled
    }
}

/// The stock of an organisation by kind and series.
pub fn stock(
    r: &mut Read,
    organisation: OrganisationId,
) -> Result<BTreeMap<(DocumentKind, String), Stock>, Problem> {
    type Counted = Vec<(DocumentKind, String, bool, i64)>;
    let counted: Counted = blanks::table
        .filter(blanks::organisation_id.eq(organisation))
        .group_by((blanks::kind, blanks::series, blanks::taken))
        .select((blanks::kind, blanks::series, blanks::taken, count_star()))
        .load(r.conn())?;
    let spoiled: Vec<(DocumentKind, String, i64)> = blank_spoilings::table
        .inner_join(blanks::table)
        .filter(blanks::organisation_id.eq(organisation))
        .group_by((blanks::kind, blanks::series))
        .select((blanks::kind, blanks::series, count_star()))
        .load(r.conn())?;
    let mut stock: BTreeMap<(DocumentKind, String), Stock> = BTreeMap::new();
    for (kind, series, taken, count) in counted {
        let one = stock.entry((kind, series)).or_default();
        one.received += count;
        if taken {
            one.used += count;
        }
    }
    for (kind, series, count) in spoiled {
        let one = stock.entry((kind, series)).or_default();
        one.spoiled = count;
        one.used -= count;
    }
    Ok(stock)
}

/// Blanks that came together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBatch {
    /// For which kind.
    pub kind: DocumentKind,
    /// The series; empty when they have none.
    pub series: String,
    /// The numbers, in the order in which they are used.
    pub numbers: Vec<String>,
    /// The act or waybill they came with.
    pub received_with: String,
    /// When they came.
    pub received_on: NaiveDate,
}

/// The first of these blanks that is known already.
pub fn known(r: &mut Read, organisation: OrganisationId, new: &NewBatch) -> Result<Option<String>, Problem> {
    for part in new.numbers.chunks(500) {
        let found: Option<String> = blanks::table
            .filter(blanks::organisation_id.eq(organisation))
            .filter(blanks::kind.eq(new.kind))
            .filter(blanks::series.eq(&new.series))
            .filter(blanks::number.eq_any(part.to_vec()))
            .select(blanks::number)
            .first(r.conn())
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Writes blanks down that came together.
pub fn receive(
    w: &mut Write,
    organisation: OrganisationId,
    new: &NewBatch,
    (by, now): (Option<PersonId>, Moment),
) -> Result<BlankBatchId, Problem> {
    let batch: BlankBatchId = diesel::insert_into(blank_batches::table)
        .values((
            blank_batches::organisation_id.eq(organisation),
            blank_batches::kind.eq(new.kind),
            blank_batches::received_with.eq(&new.received_with),
            blank_batches::received_on.eq(new.received_on),
            blank_batches::recorded_at.eq(now),
            blank_batches::recorded_by.eq(by),
        ))
        .returning(blank_batches::id)
        .get_result(w.conn())?;
    for some in new.numbers.chunks(ROWS) {
        let row = |number: &String| {
            (
                blanks::batch_id.eq(batch),
                blanks::organisation_id.eq(organisation),
                blanks::kind.eq(new.kind),
                blanks::series.eq(new.series.clone()),
                blanks::number.eq(number.clone()),
                blanks::taken.eq(false),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(blanks::table).values(rows).execute(c)?;
        });
    }
    Ok(batch)
}
