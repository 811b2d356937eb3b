//! How often sessions were changed, and when last: what other programs tell a newer event from an older one by.

use crate::db::schema::{session_revisions, sessions};
use crate::db::{Read, Write};
use crate::kernel::{Moment, Problem, SessionId};
use diesel::prelude::*;
use std::collections::HashMap;

/// The present form of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// How often the session was changed; 0 when it stands as it was booked.
    pub number: i32,
    /// When it was booked or changed last.
    pub at: Moment,
}

/// The revisions of sessions, in one query.
pub fn of(r: &mut Read, these: &[SessionId]) -> Result<HashMap<SessionId, Revision>, Problem> {
    type Row = (SessionId, Moment, Option<i32>, Option<Moment>);
    let rows: Vec<Row> = sessions::table
        .left_join(session_revisions::table)
        .filter(sessions::id.eq_any(these.to_vec()))
        .order((sessions::id, session_revisions::revision))
        .select((
            sessions::id,
            sessions::created_at,
            session_revisions::revision.nullable(),
            session_revisions::revised_at.nullable(),
        ))
        .load(r.conn())?;
    // In the order of the numbers: the last one of each stays.
    let present = |(id, booked_at, number, at): Row| {
        (id, Revision { number: number.unwrap_or_default(), at: at.unwrap_or(booked_at) })
    };
    Ok(rows.into_iter().map(present).collect())
}

/// Notes that a session was changed.
pub fn insert(w: &mut Write, session: SessionId, now: Moment) -> Result<Revision, Problem> {
    let last = of(w, &[session])?.get(&session).map_or(0, |found| found.number);
    let number = last + 1;
    diesel::insert_into(session_revisions::table)
        .values((
            session_revisions::session_id.eq(session),
            session_revisions::revision.eq(number),
            session_revisions::revised_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(Revision { number, at: now })
}
