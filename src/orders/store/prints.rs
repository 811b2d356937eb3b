//! The papers of signed orders in the file store: each printed once, its hash frozen.

use crate::db::schema::{order_prints, stored_files};
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, OrderId, Problem, StoredFileId};
use diesel::prelude::*;

/// A kept paper.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PrintRow {
    /// Of which order.
    pub order: OrderId,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Where they lie.
    pub storage_key: String,
}

/// The kept papers of some orders.
pub fn of(r: &mut Read, these: &[OrderId]) -> Result<Vec<PrintRow>, Problem> {
    Ok(order_prints::table
        .inner_join(stored_files::table)
        .filter(order_prints::order_id.eq_any(these.to_vec()))
        .select((order_prints::order_id, order_prints::sha256, stored_files::storage_key))
        .load(r.conn())?)
}

/// Freezes the paper of an order: its hash and where it lies. The first print stays; a second changes nothing.
pub fn freeze(
    w: &mut Write,
    order: OrderId,
    (file, sha256): (StoredFileId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let row = diesel::insert_into(order_prints::table).values((
        order_prints::order_id.eq(order),
        order_prints::file_id.eq(file),
        order_prints::sha256.eq(sha256.to_owned()),
        order_prints::printed_at.eq(now),
    ));
    each!(w.conn(), c => { row.on_conflict(order_prints::order_id).do_nothing().execute(c)? });
    Ok(())
}
