//! Rows of papers: drafts, what was signed, whom and what it names.

pub mod group;
pub mod numbers;
pub mod prints;
mod standing;
pub mod ties;
pub mod versions;
mod writing;

pub use standing::{documents_of, standing, topics, trail_for, trail_of};
pub use writing::{NewDraft, Signature, discard, insert, save, sign};

use super::rules::content::Content;
use super::rules::words::{OrderKind, Part, Series};
use crate::db::schema::{orders, people};
use crate::db::{Json, Read, stored_text};
use crate::kernel::{EditionId, Moment, OrderId, OrganisationId, PersonId, PersonName, Problem, Word as _};
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
    /// By whom.
    pub edited_by: Option<PersonId>,
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
    orders::edited_by,
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
    orders::edited_by,
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

/// Somebody else has taken the number or begun the draft meanwhile: the transaction is run again and finds it there.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
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
