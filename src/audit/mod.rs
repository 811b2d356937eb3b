//! Who did what, when, with the old and the new value. Entries are written in the transaction of the
//! act itself, are never changed and never deleted.

pub mod chain;

use crate::db::schema::audit_entries;
use crate::db::{Json, Write, each};
use crate::kernel::{Actor, Moment, Problem};
use diesel::prelude::*;
use serde_json::Value;

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// One act.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What was done, as `document-revoked`.
    pub action: &'static str,
    /// To which row: the kind of thing and its id.
    pub subject: (&'static str, i64),
    /// The value before, where there was one. Never a password, never a token.
    pub before: Option<Value>,
    /// The value after, where there is one.
    pub after: Option<Value>,
}

/// Writes an act down, in the transaction of the act.
///
/// # Errors
/// When the database refuses the row.
pub fn record(w: &mut Write, actor: &Actor, now: Moment, entry: Entry) -> Result<(), Problem> {
    let (kind, id) = entry.subject;
    diesel::insert_into(audit_entries::table)
        .values((
            audit_entries::at.eq(now),
            audit_entries::person_id.eq(actor.person),
            audit_entries::action.eq(entry.action),
            audit_entries::subject_kind.eq(kind),
            audit_entries::subject_id.eq(id),
            audit_entries::before_value.eq(entry.before.map(Json)),
            audit_entries::after_value.eq(entry.after.map(Json)),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Writes many acts down, in the transaction of the acts: one statement for hundreds of them.
///
/// # Errors
/// When the database refuses the rows.
pub fn record_all(w: &mut Write, actor: &Actor, now: Moment, entries: Vec<Entry>) -> Result<(), Problem> {
    let mut waiting = entries.into_iter().peekable();
    while waiting.peek().is_some() {
        let row = |entry: Entry| {
            let (kind, id) = entry.subject;
            (
                audit_entries::at.eq(now),
                audit_entries::person_id.eq(actor.person),
                audit_entries::action.eq(entry.action),
                audit_entries::subject_kind.eq(kind),
                audit_entries::subject_id.eq(id),
                audit_entries::before_value.eq(entry.before.map(Json)),
                audit_entries::after_value.eq(entry.after.map(Json)),
            )
        };
        let rows: Vec<_> = waiting.by_ref().take(ROWS).map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(audit_entries::table).values(rows).execute(c)?;
        });
    }
    Ok(())
}
