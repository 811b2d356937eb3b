//! What was decided over late notices. The newest holds.

use crate::db::schema::{absence_decisions, people};
use crate::db::{Read, Write};
use crate::kernel::{AbsenceNoticeId, Moment, PersonId, PersonName, Problem};
use diesel::prelude::*;

/// What was decided over a late notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Over which.
    pub notice: AbsenceNoticeId,
    /// Whether it excuses.
    pub accepted: bool,
    /// What was said to the person.
    pub words: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonName>,
}

/// What was decided over these notices, the oldest first.
pub fn decisions(r: &mut Read, these: &[AbsenceNoticeId]) -> Result<Vec<DecisionRow>, Problem> {
    type Author = (Option<String>, Option<String>, Option<String>);
    type Row = (AbsenceNoticeId, bool, Option<String>, Moment, Author);
    let rows: Vec<Row> = absence_decisions::table
        .left_join(people::table.on(people::id.nullable().eq(absence_decisions::decided_by)))
        .filter(absence_decisions::notice_id.eq_any(these.to_vec()))
        .order(absence_decisions::id)
        .select((
            absence_decisions::notice_id,
            absence_decisions::accepted,
            absence_decisions::words,
            absence_decisions::decided_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let decision = |(notice, accepted, words, at, (surname, given_name, patronymic)): Row| {
        let by = surname.zip(given_name);
        let by = by.map(|(surname, given_name)| PersonName { surname, given_name, patronymic });
        DecisionRow { notice, accepted, words, at, by }
    };
    Ok(rows.into_iter().map(decision).collect())
}

/// Writes a decision down.
pub fn insert_decision(
    w: &mut Write,
    notice: AbsenceNoticeId,
    (accepted, words): (bool, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(absence_decisions::table)
        .values((
            absence_decisions::notice_id.eq(notice),
            absence_decisions::accepted.eq(accepted),
            absence_decisions::words.eq(words),
            absence_decisions::decided_at.eq(now),
            absence_decisions::decided_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
