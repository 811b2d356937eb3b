//! Rows of guests and of counted heads. Closings lie with the marks they shut, in `attendance`.

use super::rules::{GuestCategory, Guests, HeadCount};
use crate::db::schema::{head_counts, session_guests};
use crate::db::{Read, Write, stored_text};
use crate::kernel::Word as _;
use crate::kernel::{Moment, PersonId, Problem, SessionId};
use diesel::prelude::*;

stored_text!(GuestCategory, as_str, parse);

/// The guests of a session, in the order they were noted.
pub fn guests(r: &mut Read, session: SessionId) -> Result<Vec<Guests>, Problem> {
    let rows: Vec<(GuestCategory, String, i32)> = session_guests::table
        .filter(session_guests::session_id.eq(session))
        .order(session_guests::id)
        .select((session_guests::category, session_guests::name, session_guests::people))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(category, name, people)| Guests { category, name, people }).collect())
}

/// Puts these guests in the place of those noted before.
pub fn replace_guests(
    w: &mut Write,
    session: SessionId,
    guests: &[Guests],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::delete(session_guests::table.filter(session_guests::session_id.eq(session))).execute(w.conn())?;
    for one in guests {
        diesel::insert_into(session_guests::table)
            .values((
                session_guests::session_id.eq(session),
                session_guests::category.eq(one.category),
                session_guests::name.eq(&one.name),
                session_guests::people.eq(one.people),
                session_guests::noted_at.eq(now),
                session_guests::noted_by.eq(by),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// A count of heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadRow {
    /// What was counted, and what the sheet said then.
    pub count: HeadCount,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// The counts of a session, the newest first.
pub fn heads(r: &mut Read, session: SessionId) -> Result<Vec<HeadRow>, Problem> {
    let rows: Vec<(i32, i32, i32, Moment, Option<PersonId>)> = head_counts::table
        .filter(head_counts::session_id.eq(session))
        .order(head_counts::id.desc())
        .select((
            head_counts::people,
            head_counts::marked,
            head_counts::guests,
            head_counts::counted_at,
            head_counts::counted_by,
        ))
        .load(r.conn())?;
    let row =
        |(people, marked, guests, at, by)| HeadRow { count: HeadCount { people, marked, guests }, at, by };
    Ok(rows.into_iter().map(row).collect())
}

/// Notes a count.
pub fn insert_heads(
    w: &mut Write,
    session: SessionId,
    count: HeadCount,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(head_counts::table)
        .values((
            head_counts::session_id.eq(session),
            head_counts::people.eq(count.people),
            head_counts::marked.eq(count.marked),
            head_counts::guests.eq(count.guests),
            head_counts::counted_at.eq(now),
            head_counts::counted_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
