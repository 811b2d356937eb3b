//! What papers said at each of their revisions.

use crate::db::schema::order_versions;
use crate::db::{Json, Read, Write};
use crate::kernel::{Moment, OrderId, PersonId, Problem};
use crate::orders::rules::content::Content;
use diesel::prelude::*;

/// So many versions of a paper are read, the newest.
const MOST: i64 = 50;

/// A version of a paper.
#[derive(Debug, Clone, Queryable)]
pub struct VersionRow {
    /// Which revision.
    pub revision: i32,
    /// What it said.
    pub content: Json<Content>,
    /// When it was written.
    pub written_at: Moment,
    /// By whom.
    pub written_by: Option<PersonId>,
}

/// Keeps what a paper says at a revision.
pub(super) fn keep(
    w: &mut Write,
    (id, revision): (OrderId, i32),
    content: &Content,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(order_versions::table)
        .values((
            order_versions::order_id.eq(id),
            order_versions::revision.eq(revision),
            order_versions::content.eq(Json(content.clone())),
            order_versions::written_at.eq(now),
            order_versions::written_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The versions of a paper, the newest first.
pub fn versions(r: &mut Read, id: OrderId) -> Result<Vec<VersionRow>, Problem> {
    Ok(order_versions::table
        .filter(order_versions::order_id.eq(id))
        .order(order_versions::revision.desc())
        .limit(MOST)
        .select((
            order_versions::revision,
            order_versions::content,
            order_versions::written_at,
            order_versions::written_by,
        ))
        .load(r.conn())?)
}
