//! All that sessions are made of, of many at once: a fixed number of queries.

use crate::agendas::rules::{Block, BlockKind, Guest, Question, Visit};
use crate::attendance::store::composition::{self, Brief};
use crate::db::Read;
use crate::db::schema::{session_blocks, session_questions, session_speakers, session_visits};
use crate::kernel::{ActivityId, Minutes, OrganisationId, Problem, SessionId};
use diesel::prelude::*;
use std::collections::HashMap;

/// What a session is made of.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// Its topic, and what makes its place accessible.
    pub brief: Brief,
    /// Its questions in their order.
    pub questions: Vec<Question>,
    /// Its blocks in their order.
    pub blocks: Vec<Block>,
    /// Its guests in their order.
    pub guests: Vec<Guest>,
    /// The visit that it is, with the host where that is an organisation we know.
    pub visit: Option<(Visit, Option<OrganisationId>)>,
}

/// What these sessions are made of, where anything is said.
///
/// # Errors
/// The database's.
pub fn made(r: &mut Read, these: &[SessionId]) -> Result<HashMap<SessionId, Made>, Problem> {
    let briefs = composition::briefs(r, these)?;
    let mut made: HashMap<SessionId, Made> =
        briefs.into_iter().map(|(id, brief)| (id, Made { brief, ..Made::default() })).collect();
    for (id, question) in questions(r, these)? {
        made.entry(id).or_default().questions.push(question);
    }
    for (id, block) in blocks(r, these)? {
        made.entry(id).or_default().blocks.push(block);
    }
    for (id, guest) in guests(r, these)? {
        made.entry(id).or_default().guests.push(guest);
    }
    for (id, visit) in visits(r, these)? {
        made.entry(id).or_default().visit = Some(visit);
    }
    Ok(made)
}

fn questions(r: &mut Read, these: &[SessionId]) -> Result<Vec<(SessionId, Question)>, Problem> {
    use session_questions as rows;
    let found: Vec<(SessionId, String, Option<Minutes>, Option<String>)> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .order((rows::session_id, rows::position))
        .select((rows::session_id, rows::text, rows::minutes, rows::speaker))
        .load(r.conn())?;
    let question = |(id, text, minutes, speaker)| (id, Question { text, minutes, speaker });
    Ok(found.into_iter().map(question).collect())
}

fn blocks(r: &mut Read, these: &[SessionId]) -> Result<Vec<(SessionId, Block)>, Problem> {
    use session_blocks as rows;
    type Row = (SessionId, BlockKind, Minutes, Option<String>, Option<ActivityId>);
    let found: Vec<Row> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .order((rows::session_id, rows::position))
        .select((rows::session_id, rows::kind, rows::minutes, rows::title, rows::activity_id))
        .load(r.conn())?;
    let block = |(id, kind, minutes, title, activity)| (id, Block { kind, minutes, title, activity });
    Ok(found.into_iter().map(block).collect())
}

fn guests(r: &mut Read, these: &[SessionId]) -> Result<Vec<(SessionId, Guest)>, Problem> {
    use session_speakers as rows;
    type Row = (SessionId, String, Option<String>, Option<String>, Option<String>);
    let found: Vec<Row> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .order((rows::session_id, rows::position))
        .select((rows::session_id, rows::name, rows::post, rows::organisation, rows::topic))
        .load(r.conn())?;
    let guest = |(id, name, post, organisation, topic)| (id, Guest { name, post, organisation, topic });
    Ok(found.into_iter().map(guest).collect())
}

type Hosted = (Visit, Option<OrganisationId>);

fn visits(r: &mut Read, these: &[SessionId]) -> Result<Vec<(SessionId, Hosted)>, Problem> {
    use session_visits as rows;
    type Said = (String, Option<OrganisationId>, String, Option<String>, Option<String>, Option<String>);
    let found: Vec<(SessionId, Said)> = rows::table
        .filter(rows::session_id.eq_any(these.to_vec()))
        .select((
            rows::session_id,
            (rows::host, rows::host_id, rows::address, rows::contact, rows::phone, rows::bring),
        ))
        .load(r.conn())?;
    let visit = |(id, (host, host_id, address, contact, phone, bring)): (SessionId, Said)| {
        (id, (Visit { host, address, contact, phone, bring }, host_id))
    };
    Ok(found.into_iter().map(visit).collect())
}
