//! Rows of versions that were hidden (H7).

use crate::db::schema::{case_hidings as table, people};
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// A version that was hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HidingRow {
    /// The version.
    pub submission_id: SubmissionId,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Option<PersonName>,
    /// When.
    pub at: Moment,
}

type Columns = (SubmissionId, String, Moment, Option<(String, String, Option<String>)>);

/// Those of some versions that were hidden.
pub fn hidings(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<HidingRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .left_join(people::table)
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .select((
            table::submission_id,
            table::reason,
            table::hidden_at,
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    let row = |(submission_id, reason, at, by): Columns| {
        let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
        HidingRow { submission_id, reason, by: by.map(name), at }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes down that a version is hidden.
pub fn insert_hiding(
    w: &mut Write,
    id: SubmissionId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::submission_id.eq(id),
            table::reason.eq(reason),
            table::hidden_by.eq(by),
            table::hidden_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
