//! How often sessions were changed, and when last: what other programs tell a newer event from an older one by.

use super::sessions::SessionRow;
use crate::db::schema::{session_revisions, sessions, untold_sessions};
use crate::db::{Json, Read, Write, each};
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

/// Keeps what people know of a session that was changed, until they are told; what is kept already stays.
pub fn keep_untold(w: &mut Write, known: &SessionRow, now: Moment) -> Result<(), Problem> {
    let insert = diesel::insert_into(untold_sessions::table).values((
        untold_sessions::session_id.eq(known.id),
        untold_sessions::known.eq(Json(known.clone())),
        untold_sessions::changed_at.eq(now),
    ));
    each!(w.conn(), c => { insert.on_conflict(untold_sessions::session_id).do_nothing().execute(c)? });
    Ok(())
}

/// A session as people know it, where it was changed and they were not told yet.
pub fn untold(r: &mut Read, session: SessionId) -> Result<Option<SessionRow>, Problem> {
    Ok(untold_since(r, session)?.map(|(row, _)| row))
}

/// The same with the moment of the first change that they were not told of.
pub fn untold_since(r: &mut Read, session: SessionId) -> Result<Option<(SessionRow, Moment)>, Problem> {
    let known: Option<(Json<SessionRow>, Moment)> = untold_sessions::table
        .find(session)
        .select((untold_sessions::known, untold_sessions::changed_at))
        .first(r.conn())
        .optional()?;
    Ok(known.map(|(Json(row), changed_at)| (row, changed_at)))
}

/// They are told now.
pub fn forget_untold(w: &mut Write, session: SessionId) -> Result<(), Problem> {
    diesel::delete(untold_sessions::table.find(session)).execute(w.conn())?;
    Ok(())
}
