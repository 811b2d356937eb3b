//! What timetables and schedules say in short of what a session is made of. The room `agendas` keeps it.

use crate::attendance::rules::Condition;
use crate::db::Read;
use crate::db::schema::{session_blocks, session_conditions, session_programmes};
use crate::kernel::{Minutes, Problem, SessionId};
use diesel::dsl::sum;
use diesel::prelude::*;
use std::collections::HashMap;

/// What the blocks of these sessions sum to, where there are any.
///
/// # Errors
/// The database's.
pub fn blocks(r: &mut Read, sessions: &[SessionId]) -> Result<HashMap<SessionId, Minutes>, Problem> {
    let rows: Vec<(SessionId, Option<i64>)> = session_blocks::table
        .filter(session_blocks::session_id.eq_any(sessions.to_vec()))
        .group_by(session_blocks::session_id)
        .select((session_blocks::session_id, sum(session_blocks::minutes)))
        .load(r.conn())?;
    let in_minutes = |minutes: Option<i64>| Minutes(minutes.and_then(|sum| sum.try_into().ok()).unwrap_or(0));
    Ok(rows.into_iter().map(|(session, minutes)| (session, in_minutes(minutes))).collect())
}

/// What people should know of a session before they come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brief {
    /// Its own topic, beside the title of the activity.
    pub topic: Option<String>,
    /// What makes its place accessible, in the order of the list.
    pub conditions: Vec<Condition>,
    /// A word about access.
    pub access_note: Option<String>,
}

/// What people should know of these sessions, where anything is said.
///
/// # Errors
/// The database's.
pub fn briefs(r: &mut Read, sessions: &[SessionId]) -> Result<HashMap<SessionId, Brief>, Problem> {
    let said: Vec<(SessionId, Option<String>, Option<String>)> = session_programmes::table
        .filter(session_programmes::session_id.eq_any(sessions.to_vec()))
        .select((session_programmes::session_id, session_programmes::topic, session_programmes::access_note))
        .load(r.conn())?;
    let ticked: Vec<(SessionId, Condition)> = session_conditions::table
        .filter(session_conditions::session_id.eq_any(sessions.to_vec()))
        .select((session_conditions::session_id, session_conditions::condition))
        .load(r.conn())?;
    let mut briefs: HashMap<SessionId, Brief> = HashMap::new();
    for (session, topic, access_note) in said {
        briefs.insert(session, Brief { topic, access_note, ..Brief::default() });
    }
    for (session, condition) in ticked {
        briefs.entry(session).or_default().conditions.push(condition);
    }
    for brief in briefs.values_mut() {
        brief.conditions.sort_unstable();
    }
    Ok(briefs)
}
