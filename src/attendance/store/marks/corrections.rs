//! What marks said before they were changed, by whom and why.

use super::MarkRow;
use crate::attendance::rules::Mark;
use crate::db::schema::{attendance_corrections, attendance_marks, people};
use crate::db::{Json, Read, Write};
use crate::kernel::{EnrolmentId, Moment, PersonId, PersonName, Problem, SessionId};
use diesel::prelude::*;

/// A correction: what a mark said before and after.
#[derive(Debug, Clone)]
pub struct CorrectionRow {
    /// Whose mark.
    pub enrolment: EnrolmentId,
    /// What it said.
    pub old: Mark,
    /// What it says since.
    pub new: Mark,
    /// Why it was changed.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom; nobody when the program itself did it.
    pub by: Option<PersonName>,
}

/// The corrections of a session's marks, the oldest first: the n-th of a mark replaced its revision n.
pub fn corrections(r: &mut Read, session: SessionId) -> Result<Vec<CorrectionRow>, Problem> {
    type Author = (Option<String>, Option<String>, Option<String>);
    type Row = (EnrolmentId, Json<Mark>, Json<Mark>, Option<String>, Moment, Author);
    let rows: Vec<Row> = attendance_corrections::table
        .inner_join(attendance_marks::table)
        .left_join(people::table.on(people::id.nullable().eq(attendance_corrections::corrected_by)))
        .filter(attendance_marks::session_id.eq(session))
        .order(attendance_corrections::id)
        .select((
            attendance_marks::enrolment_id,
            attendance_corrections::old_value,
            attendance_corrections::new_value,
            attendance_corrections::reason,
            attendance_corrections::corrected_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let correction = |(enrolment, Json(old), Json(new), reason, at, author): Row| {
        let (surname, given_name, patronymic) = author;
        let by = surname.zip(given_name);
        let by = by.map(|(surname, given_name)| PersonName { surname, given_name, patronymic });
        CorrectionRow { enrolment, old, new, reason, at, by }
    };
    Ok(rows.into_iter().map(correction).collect())
}

/// Keeps what a mark said before.
pub fn insert_correction(
    w: &mut Write,
    old: &MarkRow,
    new: &Mark,
    reason: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use attendance_corrections as rows;
    diesel::insert_into(rows::table)
        .values((
            rows::mark_id.eq(old.id),
            rows::old_value.eq(Json(old.mark.clone())),
            rows::new_value.eq(Json(new.clone())),
            rows::reason.eq(reason),
            rows::corrected_at.eq(now),
            rows::corrected_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
