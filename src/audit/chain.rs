//! The chain over the log of acts (acceptance row 50): every entry gets a seal, a keyed hash over the entry and the seal
//! before it. Who has the database but not the key of the installation can change, take out or put in no entry
//! unseen. Cutting entries off at the end shows only beside a number that was noted elsewhere, which is why the
//! last number is always said.

use crate::db::schema::{audit_entries, audit_seals};
use crate::db::{Read, Write};
use crate::kernel::{AuditEntryId, Moment, PersonId, Problem};
use diesel::dsl::max;
use diesel::prelude::*;
use serde_json::json;

/// The keyed hash of a text.
pub type Sealing<'a> = &'a dyn Fn(&str) -> String;

/// How far behind the newest sealed entry an unsealed one may lie: PostgreSQL gives out numbers before it commits.
const LATE: i64 = 100_000;

/// How many seals are verified at once.
const CHUNK: i64 = 2_000;

#[derive(Debug, Queryable)]
struct EntryRow {
    id: AuditEntryId,
    at: Moment,
    person: Option<PersonId>,
    action: String,
    subject_kind: String,
    subject: i64,
    before: Option<String>,
    after: Option<String>,
}

type Columns = (
    audit_entries::id,
    audit_entries::at,
    audit_entries::person_id,
    audit_entries::action,
    audit_entries::subject_kind,
    audit_entries::subject_id,
    audit_entries::before_value,
    audit_entries::after_value,
);

const COLUMNS: Columns = (
    audit_entries::id,
    audit_entries::at,
    audit_entries::person_id,
    audit_entries::action,
    audit_entries::subject_kind,
    audit_entries::subject_id,
    audit_entries::before_value,
    audit_entries::after_value,
);

impl EntryRow {
    /// The text that is sealed: everything of the entry, its place and the seal before it.
    fn text(&self, number: i64, previous: &str) -> String {
        let EntryRow { id, at, person, action, subject_kind, subject, before, after } = self;
        let at = at.0.timestamp_micros();
        json!([number, previous, id, at, person, action, subject_kind, subject, before, after]).to_string()
    }
}

/// Seals entries that have no seal yet, at most so many; gives how many there were.
///
/// # Errors
/// The database's.
pub fn seal(w: &mut Write, sealing: Sealing<'_>, most: i64, now: Moment) -> Result<usize, Problem> {
    let last: Option<(i64, String)> = audit_seals::table
        .order(audit_seals::number.desc())
        .select((audit_seals::number, audit_seals::seal))
        .first(w.conn())
        .optional()?;
    let newest: Option<AuditEntryId> =
        audit_seals::table.select(max(audit_seals::entry_id)).get_result(w.conn())?;
    let from = AuditEntryId(newest.map_or(0, |newest| newest.0.saturating_sub(LATE)));
    let entries: Vec<EntryRow> = audit_entries::table
        .left_join(audit_seals::table.on(audit_seals::entry_id.eq(audit_entries::id)))
        .filter(audit_entries::id.gt(from))
        .filter(audit_seals::number.is_null())
        .order(audit_entries::id)
        .limit(most)
        .select(COLUMNS)
        .load(w.conn())?;
    let (mut number, mut previous) = last.unwrap_or_default();
    for entry in &entries {
        number += 1;
        previous = sealing(&entry.text(number, &previous));
        diesel::insert_into(audit_seals::table)
            .values((
                audit_seals::number.eq(number),
                audit_seals::entry_id.eq(entry.id),
                audit_seals::seal.eq(&previous),
                audit_seals::sealed_at.eq(now),
            ))
            .execute(w.conn())?;
    }
    Ok(entries.len())
}

/// What a chain is found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every seal fits its entry and the seal before it.
    Whole {
        /// The last number.
        last: i64,
        /// Its seal; empty when there is none.
        seal: String,
    },
    /// The first seal that does not fit.
    Broken {
        /// Its number.
        number: i64,
        /// The entry it is of.
        entry: AuditEntryId,
    },
}

/// A seal as it is kept.
type SealRow = (i64, AuditEntryId, String);

/// Verifies a part of the chain from a number on; gives where to go on, or what was found.
///
/// # Errors
/// The database's.
pub fn verify(
    r: &mut Read,
    sealing: Sealing<'_>,
    (last, seal): (i64, &str),
) -> Result<Result<(i64, String), Chain>, Problem> {
    let rows: Vec<(SealRow, EntryRow)> = audit_seals::table
        .inner_join(audit_entries::table.on(audit_entries::id.eq(audit_seals::entry_id)))
        .filter(audit_seals::number.gt(last))
        .order(audit_seals::number)
        .limit(CHUNK)
        .select(((audit_seals::number, audit_seals::entry_id, audit_seals::seal), COLUMNS))
        .load(r.conn())?;
    if rows.is_empty() {
        return Ok(Err(Chain::Whole { last, seal: seal.to_owned() }));
    }
    let (mut last, mut previous) = (last, seal.to_owned());
    for ((number, entry, kept), row) in rows {
        if number != last + 1 || sealing(&row.text(number, &previous)) != kept {
            return Ok(Err(Chain::Broken { number, entry }));
        }
        (last, previous) = (number, kept);
    }
    Ok(Ok((last, previous)))
}

/// How many entries have no seal yet.
///
/// # Errors
/// The database's.
pub fn unsealed(r: &mut Read) -> Result<i64, Problem> {
    let entries: i64 = audit_entries::table.count().get_result(r.conn())?;
    let seals: i64 = audit_seals::table.count().get_result(r.conn())?;
    Ok(entries - seals)
}
