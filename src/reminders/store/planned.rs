//! Who is reminded of which session: each person once for a lead and a start.

use crate::db::schema::session_reminders as rows;
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, PersonId, Problem, SessionId};
use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use std::collections::HashSet;

/// One reminder of a session: so many hours before the start that it has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Which {
    /// The session.
    pub session: SessionId,
    /// How many hours before.
    pub lead: i32,
    /// When it starts.
    pub starts_at: Moment,
}

/// Who is planned to be reminded of these sessions, or was.
pub fn told(r: &mut Read, these: &[SessionId]) -> Result<HashSet<(Which, PersonId)>, Problem> {
    let found: Vec<(SessionId, i32, Moment, PersonId)> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .select((rows::session_id, rows::lead_hours, rows::starts_at, rows::person_id))
        .load(r.conn())?;
    let told = |(session, lead, starts_at, person)| (Which { session, lead, starts_at }, person);
    Ok(found.into_iter().map(told).collect())
}

/// Plans to remind somebody; `false` when that was done before.
pub fn insert(w: &mut Write, which: Which, person: PersonId, now: Moment) -> Result<bool, Problem> {
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(which.session),
        rows::person_id.eq(person),
        rows::lead_hours.eq(which.lead),
        rows::starts_at.eq(which.starts_at),
        rows::planned_at.eq(now),
    ));
    let one = (rows::session_id, rows::person_id, rows::lead_hours, rows::starts_at);
    let inserted: usize = each!(w.conn(), c => insert.on_conflict(one).do_nothing().execute(c)?);
    Ok(inserted > 0)
}

/// Of these people those whose letter did not go yet.
pub fn waiting(r: &mut Read, which: Which, among: &[PersonId]) -> Result<HashSet<PersonId>, Problem> {
    let found: Vec<PersonId> = rows::table
        .filter(rows::session_id.eq(which.session))
        .filter(rows::lead_hours.eq(which.lead))
        .filter(rows::starts_at.eq(which.starts_at))
        .filter(rows::person_id.eq_any(among.to_vec()))
        .filter(rows::sent_at.is_null())
        .select(rows::person_id)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Notes that these people were reminded.
pub fn set_sent(w: &mut Write, which: Which, these: &[PersonId], now: Moment) -> Result<(), Problem> {
    let sent = rows::table
        .filter(rows::session_id.eq(which.session))
        .filter(rows::lead_hours.eq(which.lead))
        .filter(rows::starts_at.eq(which.starts_at))
        .filter(rows::person_id.eq_any(these.to_vec()));
    diesel::update(sent).set(rows::sent_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// Forgets the plan to remind these people: whoever comes back into the session is reminded after all.
pub fn forget(w: &mut Write, which: Which, these: &[PersonId]) -> Result<(), Problem> {
    let planned = rows::table
        .filter(rows::session_id.eq(which.session))
        .filter(rows::lead_hours.eq(which.lead))
        .filter(rows::starts_at.eq(which.starts_at))
        .filter(rows::person_id.eq_any(these.to_vec()))
        .filter(rows::sent_at.is_null());
    diesel::delete(planned).execute(w.conn())?;
    Ok(())
}

/// A reminder that went, or is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// Which.
    pub which: Which,
    /// To how many people it is planned.
    pub people: i64,
    /// To how many it went.
    pub sent: i64,
}

/// How many people were reminded of these sessions.
pub fn counts(r: &mut Read, these: &[SessionId]) -> Result<Vec<Gone>, Problem> {
    let found: Vec<(SessionId, i32, Moment, i64, i64)> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .group_by((rows::session_id, rows::lead_hours, rows::starts_at))
        .select((rows::session_id, rows::lead_hours, rows::starts_at, count_star(), count(rows::sent_at)))
        .load(r.conn())?;
    let gone = |(session, lead, starts_at, people, sent)| Gone {
        which: Which { session, lead, starts_at },
        people,
        sent,
    };
    Ok(found.into_iter().map(gone).collect())
}
