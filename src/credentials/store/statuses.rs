//! Places in the lists of statuses, revocations, and the lists as they were signed.

use crate::credentials::rules::status::{BITS, FULL};
use crate::db::schema::{
    credential_revocations as revocations, credential_signed_lists as signed,
    credential_status_lists as lists, credential_statuses as statuses,
};
use crate::db::{Read, Write, each};
use crate::kernel::{CredentialKeyId, CredentialStatusId, Moment, Problem, PublicId, StatusListId};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashSet;

/// The place of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct StatusRow {
    /// The row.
    pub id: CredentialStatusId,
    /// In which list.
    pub list: StatusListId,
    /// The number of the list, as its address has it.
    pub list_number: i32,
    /// The place in it.
    pub position: i32,
}

/// The place of a document, where it has one.
pub fn status_of(r: &mut Read, public_id: &PublicId) -> Result<Option<StatusRow>, Problem> {
    Ok(statuses::table
        .inner_join(lists::table)
        .filter(statuses::public_id.eq(public_id))
        .select((statuses::id, statuses::list_id, lists::number, statuses::position))
        .first(r.conn())
        .optional()?)
}

/// Which of these documents have a place.
pub fn placed(r: &mut Read, public_ids: &[PublicId]) -> Result<HashSet<PublicId>, Problem> {
    let found: Vec<PublicId> = statuses::table
        .filter(statuses::public_id.eq_any(public_ids.to_vec()))
        .select(statuses::public_id)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Takes one of the places of the list that is open, and opens a list where none is. Which place it is, is drawn
/// afterwards.
pub fn open_list(w: &mut Write, now: Moment) -> Result<StatusListId, Problem> {
    Ok(open_list_for(w, 1, now)?.0)
}

/// Takes so many places of the list that is open, as many as it has left, and opens a list where none is; with how many it
/// took.
pub fn open_list_for(w: &mut Write, wanted: usize, now: Moment) -> Result<(StatusListId, usize), Problem> {
    if let Some(taken) = take(w, wanted)? {
        return Ok(taken);
    }
    let last: Option<i32> = lists::table.select(diesel::dsl::max(lists::number)).first(w.conn())?;
    let insert = diesel::insert_into(lists::table).values((
        lists::number.eq(last.unwrap_or_default() + 1),
        lists::bits.eq(BITS),
        lists::used.eq(0),
        lists::revoked.eq(0),
        lists::created_at.eq(now),
    ));
    each!(w.conn(), c => { insert.on_conflict(lists::number).do_nothing().execute(c)? });
    take(w, wanted)?.ok_or_else(|| Problem::internal(anyhow::anyhow!("the list of statuses is gone")))
}

/// Counts up the newest list; whoever comes second waits for the first.
fn take(w: &mut Write, wanted: usize) -> Result<Option<(StatusListId, usize)>, Problem> {
    let newest: Option<(StatusListId, i32)> = lists::table
        .filter(lists::used.lt(FULL))
        .order(lists::number.desc())
        .select((lists::id, lists::used))
        .first(w.conn())
        .optional()?;
    let Some((newest, used)) = newest else { return Ok(None) };
    let count = i32::try_from(wanted).unwrap_or(i32::MAX).min(FULL - used);
    // Somebody else may have taken places of it meanwhile.
    let open = lists::table.filter(lists::id.eq(newest)).filter(lists::used.le(FULL - count));
    let taken: Option<StatusListId> = diesel::update(open)
        .set(lists::used.eq(lists::used + count))
        .returning(lists::id)
        .get_result(w.conn())
        .optional()?;
    Ok(taken.map(|list| (list, usize::try_from(count).unwrap_or_default())))
}

/// Gives places to documents; answers whose were free. As [`place`] for each of them.
pub fn place_all(
    w: &mut Write,
    list: StatusListId,
    drawn: &[(i32, PublicId)],
    now: Moment,
) -> Result<HashSet<PublicId>, Problem> {
    let row = |(position, public_id): &(i32, PublicId)| {
        (
            statuses::list_id.eq(list),
            statuses::position.eq(*position),
            statuses::public_id.eq(public_id.clone()),
            statuses::created_at.eq(now),
        )
    };
    let rows: Vec<_> = drawn.iter().map(row).collect();
    let one = (statuses::list_id, statuses::position);
    let written: Vec<PublicId> = each!(w.conn(), c => {
        let insert = diesel::insert_into(statuses::table).values(rows).on_conflict(one).do_nothing();
        insert.returning(statuses::public_id).get_results(c).map_err(repeated)?
    });
    Ok(written.into_iter().collect())
}

/// Gives a place to a document; whether it was free. A document that was given one by somebody else in this very moment
/// has the transaction run again, which then finds it.
pub fn place(
    w: &mut Write,
    (list, position): (StatusListId, i32),
    public_id: &PublicId,
    now: Moment,
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(statuses::table).values((
        statuses::list_id.eq(list),
        statuses::position.eq(position),
        statuses::public_id.eq(public_id),
        statuses::created_at.eq(now),
    ));
    let one = (statuses::list_id, statuses::position);
    let written =
        each!(w.conn(), c => { insert.on_conflict(one).do_nothing().execute(c).map_err(repeated)? });
    Ok(written == 1)
}

fn repeated(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// Revokes, once and for all; nothing when it was revoked before.
pub fn revoke(w: &mut Write, status: &StatusRow, now: Moment) -> Result<(), Problem> {
    let insert = diesel::insert_into(revocations::table)
        .values((revocations::status_id.eq(status.id), revocations::revoked_at.eq(now)));
    let written =
        each!(w.conn(), c => { insert.on_conflict(revocations::status_id).do_nothing().execute(c)? });
    if written == 1 {
        diesel::update(lists::table.filter(lists::id.eq(status.list)))
            .set(lists::revoked.eq(lists::revoked + 1))
            .execute(w.conn())?;
    }
    Ok(())
}

/// A list: its id, and how many of its places are revoked.
pub fn list(r: &mut Read, number: i32) -> Result<Option<(StatusListId, i32)>, Problem> {
    Ok(lists::table
        .filter(lists::number.eq(number))
        .select((lists::id, lists::revoked))
        .first(r.conn())
        .optional()?)
}

/// The places of a list that are revoked.
pub fn revoked(r: &mut Read, list: StatusListId) -> Result<Vec<i32>, Problem> {
    Ok(revocations::table
        .inner_join(statuses::table)
        .filter(statuses::list_id.eq(list))
        .order(statuses::position)
        .select(statuses::position)
        .load(r.conn())?)
}

/// Every list there is, by its number.
pub fn numbers(r: &mut Read) -> Result<Vec<i32>, Problem> {
    Ok(lists::table.order(lists::number).select(lists::number).load(r.conn())?)
}

/// A list as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct SignedRow {
    /// How many places were revoked then.
    pub revoked: i32,
    /// The address of the installation then.
    pub address: String,
    /// As a document with a proof.
    pub document: String,
    /// As a token.
    pub token: String,
    /// The key of the proof.
    pub document_key: CredentialKeyId,
    /// The key of the token.
    pub token_key: CredentialKeyId,
    /// When.
    pub signed_at: Moment,
    /// Until when it holds.
    pub valid_until: Moment,
}

/// A list as it was signed last.
pub fn signed_list(r: &mut Read, list: StatusListId) -> Result<Option<SignedRow>, Problem> {
    Ok(signed::table
        .filter(signed::list_id.eq(list))
        .select((
            signed::revoked,
            signed::address,
            signed::document,
            signed::token,
            signed::document_key_id,
            signed::token_key_id,
            signed::signed_at,
            signed::valid_until,
        ))
        .first(r.conn())
        .optional()?)
}

/// Keeps a list as it was signed now; of two that were signed at once the one with more revocations stays.
pub fn keep_signed(w: &mut Write, list: StatusListId, row: &SignedRow) -> Result<(), Problem> {
    let insert = diesel::insert_into(signed::table).values((
        signed::list_id.eq(list),
        signed::revoked.eq(row.revoked),
        signed::address.eq(&row.address),
        signed::document.eq(&row.document),
        signed::token.eq(&row.token),
        signed::document_key_id.eq(row.document_key),
        signed::token_key_id.eq(row.token_key),
        signed::signed_at.eq(row.signed_at),
        signed::valid_until.eq(row.valid_until),
    ));
    let written = each!(w.conn(), c => { insert.on_conflict(signed::list_id).do_nothing().execute(c)? });
    if written == 0 {
        let older = signed::table.filter(signed::list_id.eq(list)).filter(signed::revoked.le(row.revoked));
        diesel::update(older)
            .set((
                signed::revoked.eq(row.revoked),
                signed::address.eq(&row.address),
                signed::document.eq(&row.document),
                signed::token.eq(&row.token),
                signed::document_key_id.eq(row.document_key),
                signed::token_key_id.eq(row.token_key),
                signed::signed_at.eq(row.signed_at),
                signed::valid_until.eq(row.valid_until),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
