//! Agenda, blocks and access: each is written as a whole, and what it said before is kept in the audit.

use super::changeable;
use crate::agendas::rules::{Agenda, Block, blocks};
use crate::agendas::store;
use crate::attendance::rules::Condition;
use crate::attendance::store::composition;
use crate::audit;
use crate::db::Write;
use crate::kernel::{ActivityId, Actor, Fault, Moment, Problem, SessionId, Word as _};
use crate::programmes::store as programmes;
use serde_json::{Value, json};
use std::collections::HashSet;

/// Writes the topic and the questions of a session.
///
/// # Errors
/// `NotFound` for a session of somebody else's; `SessionCancelled`; `EditionClosed`.
pub fn set_agenda(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    agenda: &Agenda,
    now: Moment,
) -> Result<(), Problem> {
    changeable(w, actor, id)?;
    let topic = composition::briefs(w, &[id])?.remove(&id).and_then(|brief| brief.topic);
    let before = Agenda { topic, questions: store::questions(w, id)? };
    if before == *agenda {
        return Ok(());
    }
    store::set_topic(w, id, agenda.topic.as_deref(), (actor.person, now))?;
    store::replace_questions(w, id, &agenda.questions)?;
    let entry = audit::Entry {
        action: "session-agenda-set",
        subject: ("session", id.0),
        before: Some(said_agenda(&before)),
        after: Some(said_agenda(agenda)),
    };
    audit::record(w, actor, now, entry)
}

fn said_agenda(agenda: &Agenda) -> Value {
    let question = |one: &crate::agendas::rules::Question| json!({ "text": one.text, "minutes": one.minutes, "speaker": one.speaker });
    json!({ "topic": agenda.topic, "questions": agenda.questions.iter().map(question).collect::<Vec<_>>() })
}

/// Writes the blocks of a session: none, or as many minutes as it lasts (F2).
///
/// # Errors
/// As [`set_agenda`]; `Invalid` when their sum is not the length of the session, with the difference named, or when
/// one leads to an activity of another programme.
pub fn set_blocks(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    wanted: &[Block],
    now: Moment,
) -> Result<(), Problem> {
    let (session, edition) = changeable(w, actor, id)?;
    let known: HashSet<ActivityId> =
        programmes::activities(w, edition.version_id)?.iter().map(|activity| activity.id).collect();
    let foreign = |block: &Block| block.activity.is_some_and(|activity| !known.contains(&activity));
    let mut faults: Vec<Fault> = (0usize..)
        .zip(wanted)
        .filter(|(_, block)| foreign(block))
        .map(|(place, _)| Fault::new(format!("activity-{place}"), "unknown"))
        .collect();
    faults.extend(blocks::fault(wanted, session.length()));
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let before: Vec<Block> = store::blocks(w, id)?.into_iter().map(|(block, _)| block).collect();
    if before == wanted {
        return Ok(());
    }
    store::replace_blocks(w, id, wanted)?;
    let entry = audit::Entry {
        action: "session-blocks-set",
        subject: ("session", id.0),
        before: Some(said_blocks(&before)),
        after: Some(said_blocks(wanted)),
    };
    audit::record(w, actor, now, entry)
}

fn said_blocks(blocks: &[Block]) -> Value {
    let block = |one: &Block| json!({ "kind": one.kind.as_str(), "minutes": one.minutes, "title": one.title, "activity": one.activity });
    Value::Array(blocks.iter().map(block).collect())
}

/// What makes the place of a session accessible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Access {
    /// What there is, each once.
    pub conditions: Vec<Condition>,
    /// A word about it.
    pub note: Option<String>,
}

/// Writes what makes the place of a session accessible (F9).
///
/// # Errors
/// As [`set_agenda`].
pub fn set_access(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    access: &Access,
    now: Moment,
) -> Result<(), Problem> {
    changeable(w, actor, id)?;
    let before = composition::briefs(w, &[id])?.remove(&id).unwrap_or_default();
    if before.conditions == access.conditions && before.access_note == access.note {
        return Ok(());
    }
    store::set_access(w, id, (&access.conditions, access.note.as_deref()), (actor.person, now))?;
    let entry = audit::Entry {
        action: "session-access-set",
        subject: ("session", id.0),
        before: Some(json!({ "conditions": before.conditions, "note": before.access_note })),
        after: Some(json!({ "conditions": access.conditions, "note": access.note })),
    };
    audit::record(w, actor, now, entry)
}
