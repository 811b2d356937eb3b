//! Closed sheets, and what was changed on them afterwards.

use crate::attendance::rules::Mark;
use crate::db::schema::{attendance_marks, late_changes, sheet_closings};
use crate::db::{Json, Read, Write};
use crate::kernel::{EnrolmentId, MarkId, Moment, PersonId, Problem, SessionId, SheetClosingId};
use diesel::prelude::*;

/// That a sheet was closed, and whether it was opened again.
#[derive(Debug, Clone, Queryable)]
pub struct ClosingRow {
    /// The closing.
    pub id: SheetClosingId,
    /// How many people had no mark then.
    pub unmarked: i32,
    /// When.
    pub closed_at: Moment,
    /// By whom.
    pub closed_by: Option<PersonId>,
    /// Since when it is open again.
    pub reopened_at: Option<Moment>,
    /// Who opened it again.
    pub reopened_by: Option<PersonId>,
    /// Why.
    pub reopening_reason: Option<String>,
}

/// Every closing of a session's sheet, the newest first.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<ClosingRow>, Problem> {
    Ok(sheet_closings::table
        .filter(sheet_closings::session_id.eq(session))
        .order(sheet_closings::id.desc())
        .select((
            sheet_closings::id,
            sheet_closings::unmarked,
            sheet_closings::closed_at,
            sheet_closings::closed_by,
            sheet_closings::reopened_at,
            sheet_closings::reopened_by,
            sheet_closings::reopening_reason,
        ))
        .load(r.conn())?)
}

/// The closing that holds; `None` while the sheet is open.
pub fn standing(r: &mut Read, session: SessionId) -> Result<Option<SheetClosingId>, Problem> {
    Ok(sheet_closings::table
        .filter(sheet_closings::session_id.eq(session))
        .filter(sheet_closings::reopened_at.is_null())
        .select(sheet_closings::id)
        .first(r.conn())
        .optional()?)
}

/// Closes a sheet.
pub fn insert(
    w: &mut Write,
    session: SessionId,
    unmarked: i32,
    (by, now): (Option<PersonId>, Moment),
) -> Result<SheetClosingId, Problem> {
    Ok(diesel::insert_into(sheet_closings::table)
        .values((
            sheet_closings::session_id.eq(session),
            sheet_closings::unmarked.eq(unmarked),
            sheet_closings::closed_at.eq(now),
            sheet_closings::closed_by.eq(by),
        ))
        .returning(sheet_closings::id)
        .get_result(w.conn())?)
}

/// Opens a sheet again.
pub fn reopen(
    w: &mut Write,
    id: SheetClosingId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(sheet_closings::table.filter(sheet_closings::id.eq(id)))
        .set((
            sheet_closings::reopened_at.eq(now),
            sheet_closings::reopened_by.eq(by),
            sheet_closings::reopening_reason.eq(reason),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A mark made or changed while the sheet was closed.
#[derive(Debug, Clone)]
pub struct LateChange {
    /// Whose mark.
    pub enrolment: EnrolmentId,
    /// What it said; nothing where it was the first.
    pub old: Option<Mark>,
    /// What it says since.
    pub new: Mark,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// Every late change of a session, the oldest first.
pub fn late(r: &mut Read, session: SessionId) -> Result<Vec<LateChange>, Problem> {
    type Row = (EnrolmentId, Option<Json<Mark>>, Json<Mark>, String, Moment, Option<PersonId>);
    let rows: Vec<Row> = late_changes::table
        .inner_join(attendance_marks::table)
        .filter(attendance_marks::session_id.eq(session))
        .order(late_changes::id)
        .select((
            attendance_marks::enrolment_id,
            late_changes::old_value,
            late_changes::new_value,
            late_changes::reason,
            late_changes::changed_at,
            late_changes::changed_by,
        ))
        .load(r.conn())?;
    let late = |(enrolment, old, Json(new), reason, at, by): Row| {
        let old = old.map(|Json(old)| old);
        LateChange { enrolment, old, new, reason, at, by }
    };
    Ok(rows.into_iter().map(late).collect())
}

/// Notes that a mark was made or changed after the sheet was closed.
pub fn insert_late(
    w: &mut Write,
    (closing, mark): (SheetClosingId, MarkId),
    (old, new): (Option<&Mark>, &Mark),
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(late_changes::table)
        .values((
            late_changes::closing_id.eq(closing),
            late_changes::mark_id.eq(mark),
            late_changes::old_value.eq(old.cloned().map(Json)),
            late_changes::new_value.eq(Json(new.clone())),
            late_changes::reason.eq(reason),
            late_changes::changed_at.eq(now),
            late_changes::changed_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
