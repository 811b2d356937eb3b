//! Rows of papers: drafts, what was signed, whom and what it names.

pub mod group;
pub mod numbers;
pub mod ties;

use super::rules::content::Content;
use super::rules::standing::{Named, Paper, Standing};
use super::rules::trail::Trail;
use super::rules::words::{OrderKind, Part, Series};
use crate::db::schema::{documents, order_grounds, order_people, orders, people};
use crate::db::{Json, Read, Write, each, stored_text};
use crate::kernel::{
    EditionId, EnrolmentId, Moment, OrderId, OrganisationId, PersonId, PersonName, Problem, Word as _,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

stored_text!(OrderKind, as_str, parse);
stored_text!(Part, as_str, parse);
stored_text!(Series, as_str, parse);

/// A paper, draft or signed.
#[derive(Debug, Clone, Queryable)]
pub struct OrderRow {
    /// The paper.
    pub id: OrderId,
    /// The organisation whose paper it is.
    pub organisation_id: OrganisationId,
    /// Of which edition.
    pub edition_id: EditionId,
    /// Which paper.
    pub kind: OrderKind,
    /// What it is about, where it is about another paper.
    pub about_id: Option<OrderId>,
    /// Counts how often the draft was changed.
    pub revision: i32,
    /// What somebody has written into it.
    pub content: Json<Content>,
    /// Since when it is a draft.
    pub drafted_at: Moment,
    /// When the draft was changed the last time.
    pub edited_at: Moment,
    /// Since when it is thrown away.
    pub discarded_at: Option<Moment>,
    /// What it became when it was signed.
    pub signed: SignedColumns,
}

/// What a paper became when it was signed.
#[derive(Debug, Clone, Queryable)]
pub struct SignedColumns {
    /// Its number.
    pub number_text: Option<String>,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// Why an unusual date is right.
    pub despite: Option<String>,
    /// Everything printed, as it was written, byte by byte.
    pub snapshot: Option<String>,
    /// Its SHA-256.
    pub snapshot_sha256: Option<String>,
    /// What the code on it says.
    pub code: Option<String>,
    /// When.
    pub signed_at: Option<Moment>,
    /// By whom it was entered as signed.
    pub signed_by: Option<PersonId>,
}

impl OrderRow {
    /// Whether it is a draft that can still be changed.
    pub fn is_draft(&self) -> bool {
        self.signed.signed_at.is_none() && self.discarded_at.is_none()
    }
}

type Columns = (
    orders::id,
    orders::organisation_id,
    orders::edition_id,
    orders::kind,
    orders::about_id,
    orders::revision,
    orders::content,
    orders::drafted_at,
    orders::edited_at,
    orders::discarded_at,
    (
        orders::number_text,
        orders::dated,
        orders::despite,
        orders::snapshot,
        orders::snapshot_sha256,
        orders::code,
        orders::signed_at,
        orders::signed_by,
    ),
);

const ORDER: Columns = (
    orders::id,
    orders::organisation_id,
    orders::edition_id,
    orders::kind,
    orders::about_id,
    orders::revision,
    orders::content,
    orders::drafted_at,
    orders::edited_at,
    orders::discarded_at,
    (
        orders::number_text,
        orders::dated,
        orders::despite,
        orders::snapshot,
        orders::snapshot_sha256,
        orders::code,
        orders::signed_at,
        orders::signed_by,
    ),
);

/// A paper.
pub fn order(r: &mut Read, id: OrderId) -> Result<Option<OrderRow>, Problem> {
    Ok(orders::table.filter(orders::id.eq(id)).select(ORDER).first(r.conn()).optional()?)
}

/// The papers of an edition that were not thrown away, drafts too, as they were begun.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<OrderRow>, Problem> {
    Ok(orders::table
        .filter(orders::edition_id.eq(edition))
        .filter(orders::discarded_at.is_null())
        .order(orders::id)
        .select(ORDER)
        .load(r.conn())?)
}

/// The draft under a key.
pub fn draft_under(r: &mut Read, key: &str) -> Result<Option<OrderId>, Problem> {
    Ok(orders::table.filter(orders::draft_key.eq(key)).select(orders::id).first(r.conn()).optional()?)
}

/// A draft about to be written down.
#[derive(Debug, Clone)]
pub struct NewDraft<'a> {
    /// The organisation that runs the edition.
    pub organisation: OrganisationId,
    /// The edition.
    pub edition: EditionId,
    /// What it is about.
    pub about: Option<OrderId>,
    /// Unique while it is a draft.
    pub key: &'a str,
    /// What it proposes.
    pub content: &'a Content,
}

/// Begins a draft.
pub fn insert(
    w: &mut Write,
    new: &NewDraft<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<OrderId, Problem> {
    let inserted = diesel::insert_into(orders::table)
        .values((
            orders::organisation_id.eq(new.organisation),
            orders::edition_id.eq(new.edition),
            orders::kind.eq(new.content.kind()),
            orders::about_id.eq(new.about),
            orders::draft_key.eq(new.key),
            orders::revision.eq(0),
            orders::content.eq(Json(new.content.clone())),
            orders::drafted_at.eq(now),
            orders::drafted_by.eq(by),
            orders::edited_at.eq(now),
            orders::edited_by.eq(by),
        ))
        .returning(orders::id)
        .get_result(w.conn());
    Ok(inserted.map_err(again)?)
}

/// Somebody else has taken the number or begun the draft meanwhile: the transaction is run again and finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// Changes a draft that still has this revision; `false` when somebody else has changed it.
pub fn save(
    w: &mut Write,
    (id, revision): (OrderId, i32),
    content: &Content,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let draft = orders::table
        .filter(orders::id.eq(id))
        .filter(orders::revision.eq(revision))
        .filter(orders::signed_at.is_null());
    let changed = diesel::update(draft)
        .set((
            orders::revision.eq(revision + 1),
            orders::content.eq(Json(content.clone())),
            orders::edited_at.eq(now),
            orders::edited_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(changed > 0)
}

/// Throws a draft away; the row stays.
pub fn discard(w: &mut Write, id: OrderId, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    diesel::update(orders::table.filter(orders::id.eq(id)).filter(orders::signed_at.is_null()))
        .set((
            orders::discarded_at.eq(now),
            orders::discarded_by.eq(by),
            orders::draft_key.eq(None::<String>),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What a draft becomes.
#[derive(Debug, Clone)]
pub struct Signature<'a> {
    /// Out of which series, of which year, with which counted number (none where it was typed), and as it is written.
    pub number: (Series, i32, Option<i32>, &'a str),
    /// Its date.
    pub dated: NaiveDate,
    /// Why an unusual date is right.
    pub despite: Option<&'a str>,
    /// Everything printed, and its SHA-256.
    pub snapshot: (&'a str, &'a str),
    /// What the code on it says.
    pub code: &'a str,
    /// Whom it names.
    pub people: &'a [(EnrolmentId, Part, Option<String>)],
    /// What it rests on.
    pub grounds: &'a [OrderId],
}

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// Signs a draft: from here on the row is never changed again.
pub fn sign(
    w: &mut Write,
    id: OrderId,
    signature: &Signature<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    for some in signature.people.chunks(ROWS) {
        let row = |(enrolment, part, mark): &(EnrolmentId, Part, Option<String>)| {
            (
                order_people::order_id.eq(id),
                order_people::enrolment_id.eq(*enrolment),
                order_people::part.eq(*part),
                order_people::mark.eq(mark.clone()),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(order_people::table).values(rows).execute(c)?;
        });
    }
    for ground in signature.grounds {
        diesel::insert_into(order_grounds::table)
            .values((order_grounds::order_id.eq(id), order_grounds::ground_id.eq(*ground)))
            .execute(w.conn())?;
    }
    let (series, year, number, text) = signature.number;
    let (snapshot, sha256) = signature.snapshot;
    let signed = diesel::update(orders::table.filter(orders::id.eq(id)))
        .set((
            orders::draft_key.eq(None::<String>),
            orders::series.eq(series),
            orders::year.eq(year),
            orders::number.eq(number),
            orders::number_text.eq(text),
            orders::dated.eq(signature.dated),
            orders::despite.eq(signature.despite),
            orders::snapshot.eq(snapshot),
            orders::snapshot_sha256.eq(sha256),
            orders::code.eq(signature.code),
            orders::signed_at.eq(now),
            orders::signed_by.eq(by),
        ))
        .execute(w.conn());
    signed.map_err(again)?;
    Ok(())
}

type SignedRow = (OrderId, OrderKind, Option<OrderId>, Option<String>, Option<NaiveDate>);

/// The papers of an edition that stand, in the order of their signing: three queries.
pub fn standing(r: &mut Read, edition: EditionId) -> Result<Standing, Problem> {
    standing_for(r, edition, None)
}

/// The same; where people are given, with what the papers say of these only.
fn standing_for(
    r: &mut Read,
    edition: EditionId,
    these: Option<&[EnrolmentId]>,
) -> Result<Standing, Problem> {
    let rows: Vec<SignedRow> = orders::table
        .filter(orders::edition_id.eq(edition))
        .filter(orders::signed_at.is_not_null())
        .order((orders::signed_at, orders::id))
        .select((orders::id, orders::kind, orders::about_id, orders::number_text, orders::dated))
        .load(r.conn())?;
    let ids: Vec<OrderId> = rows.iter().map(|row| row.0).collect();
    let (mut people, mut grounds) = (named(r, &ids, these)?, rested_on(r, &ids)?);
    let paper = |(id, kind, about, number, dated): SignedRow| {
        Some(Paper {
            id,
            kind,
            about,
            number: number?,
            dated: dated?,
            grounds: grounds.remove(&id).unwrap_or_default(),
            people: people.remove(&id).unwrap_or_default(),
        })
    };
    Ok(Standing::of(rows.into_iter().filter_map(paper).collect()))
}

fn named(
    r: &mut Read,
    orders: &[OrderId],
    these: Option<&[EnrolmentId]>,
) -> Result<HashMap<OrderId, Vec<Named>>, Problem> {
    let mut query = order_people::table
        .filter(order_people::order_id.eq_any(orders.to_vec()))
        .order((order_people::order_id, order_people::enrolment_id))
        .select((order_people::order_id, order_people::enrolment_id, order_people::part, order_people::mark))
        .into_boxed();
    if let Some(these) = these {
        query = query.filter(order_people::enrolment_id.eq_any(these.to_vec()));
    }
    let rows: Vec<(OrderId, EnrolmentId, Part, Option<String>)> = query.load(r.conn())?;
    let mut named: HashMap<OrderId, Vec<Named>> = HashMap::new();
    for (order, enrolment, part, mark) in rows {
        named.entry(order).or_default().push(Named { enrolment, part, mark });
    }
    Ok(named)
}

fn rested_on(r: &mut Read, these: &[OrderId]) -> Result<HashMap<OrderId, Vec<OrderId>>, Problem> {
    let rows: Vec<(OrderId, OrderId)> = order_grounds::table
        .filter(order_grounds::order_id.eq_any(these.to_vec()))
        .order((order_grounds::order_id, order_grounds::ground_id))
        .select((order_grounds::order_id, order_grounds::ground_id))
        .load(r.conn())?;
    let mut grounds: HashMap<OrderId, Vec<OrderId>> = HashMap::new();
    for (order, ground) in rows {
        grounds.entry(order).or_default().push(ground);
    }
    Ok(grounds)
}

/// The trail of an edition, as documents need it.
pub fn trail_of(r: &mut Read, edition: EditionId) -> Result<Trail, Problem> {
    Ok(Trail::of(&standing(r, edition)?))
}

/// The trail of an edition as far as it is about some of its people: what it says of others is not read.
pub fn trail_for(r: &mut Read, edition: EditionId, these: &[EnrolmentId]) -> Result<Trail, Problem> {
    Ok(Trail::of(&standing_for(r, edition, Some(these))?))
}

/// How many valid qualification documents these people have: while there are any, their closing order is not cancelled.
pub fn documents_of(r: &mut Read, these: &[EnrolmentId]) -> Result<i64, Problem> {
    let (one, other) = (DocumentKind::AdvancedTrainingCertificate, DocumentKind::RetrainingDiploma);
    Ok(documents::table
        .filter(documents::enrolment_id.eq_any(these.to_vec()))
        .filter(documents::kind.eq(one).or(documents::kind.eq(other)))
        .filter(documents::live_key.is_not_null())
        .count()
        .get_result(r.conn())?)
}

/// The names of people.
pub fn names(r: &mut Read, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
