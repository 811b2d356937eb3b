//! Marks of sessions.

mod corrections;
mod roll;

pub use corrections::{CorrectionRow, corrections, insert_correction};
pub use roll::{Addressee, OnRoll, addressees, enrolled, names, roll};

use crate::attendance::rules::{Mark, Presence, ReasonCode, Status};
use crate::db::schema::{attendance_marks, enrolments, sessions};
use crate::db::{Read, Write, each};
use crate::kernel::{EnrolmentId, MarkId, Minutes, Moment, PersonId, Problem, SessionId};
use diesel::prelude::*;

/// A mark.
#[derive(Debug, Clone)]
pub struct MarkRow {
    /// The mark.
    pub id: MarkId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What it says.
    pub mark: Mark,
    /// What it credits.
    pub minutes: Minutes,
    /// How often it was written, from 1.
    pub revision: i32,
    /// When it was written last.
    pub marked_at: Moment,
    /// By whom.
    pub marked_by: Option<PersonId>,
}

type MarkColumns = (
    MarkId,
    EnrolmentId,
    (Status, Presence, Minutes, Minutes, Option<String>, Option<ReasonCode>),
    Minutes,
    i32,
    Moment,
    Option<PersonId>,
);

type MarkSelection = (
    attendance_marks::id,
    attendance_marks::enrolment_id,
    (
        attendance_marks::status,
        attendance_marks::presence,
        attendance_marks::late_minutes,
        attendance_marks::early_minutes,
        attendance_marks::reason,
        attendance_marks::reason_code,
    ),
    attendance_marks::minutes,
    attendance_marks::revision,
    attendance_marks::marked_at,
    attendance_marks::marked_by,
);

const MARK: MarkSelection = (
    attendance_marks::id,
    attendance_marks::enrolment_id,
    (
        attendance_marks::status,
        attendance_marks::presence,
        attendance_marks::late_minutes,
        attendance_marks::early_minutes,
        attendance_marks::reason,
        attendance_marks::reason_code,
    ),
    attendance_marks::minutes,
    attendance_marks::revision,
    attendance_marks::marked_at,
    attendance_marks::marked_by,
);

/// The marks of a session.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<MarkRow>, Problem> {
    let rows: Vec<MarkColumns> = attendance_marks::table
        .filter(attendance_marks::session_id.eq(session))
        .select(MARK)
        .load(r.conn())?;
    Ok(rows.into_iter().map(mark_row).collect())
}

/// What the sheet of a session says of somebody.
pub fn of_enrolment(r: &mut Read, session: SessionId, who: EnrolmentId) -> Result<Option<MarkRow>, Problem> {
    let theirs = attendance_marks::table
        .filter(attendance_marks::session_id.eq(session))
        .filter(attendance_marks::enrolment_id.eq(who))
        .select(MARK);
    let row: Option<MarkColumns> = each!(r.conn(), c => theirs.first(c).optional()?);
    Ok(row.map(mark_row))
}

/// The marks of a session that people made of themselves and nobody has changed since.
pub fn self_made(r: &mut Read, session: SessionId) -> Result<Vec<MarkId>, Problem> {
    Ok(attendance_marks::table
        .inner_join(enrolments::table)
        .filter(attendance_marks::session_id.eq(session))
        .filter(attendance_marks::revision.eq(1))
        .filter(attendance_marks::marked_by.eq(enrolments::person_id.nullable()))
        .select(attendance_marks::id)
        .load(r.conn())?)
}

fn mark_row((id, enrolment, said, minutes, revision, marked_at, marked_by): MarkColumns) -> MarkRow {
    let (status, presence, late, early, reason, code) = said;
    let mark = Mark { status, presence, late, early, reason, code };
    MarkRow { id, enrolment, mark, minutes, revision, marked_at, marked_by }
}

/// What the sessions of a person were marked with: status and minutes by session.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(SessionId, Status, Minutes)>, Problem> {
    Ok(attendance_marks::table
        .inner_join(enrolments::table)
        .inner_join(sessions::table)
        .filter(enrolments::person_id.eq(person))
        .select((attendance_marks::session_id, attendance_marks::status, attendance_marks::minutes))
        .load(r.conn())?)
}

/// Writes a first mark.
pub fn insert(
    w: &mut Write,
    session: SessionId,
    enrolment: EnrolmentId,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<MarkId, Problem> {
    Ok(diesel::insert_into(attendance_marks::table)
        .values((
            attendance_marks::session_id.eq(session),
            attendance_marks::enrolment_id.eq(enrolment),
            attendance_marks::status.eq(mark.status),
            attendance_marks::presence.eq(mark.presence),
            attendance_marks::late_minutes.eq(mark.late),
            attendance_marks::early_minutes.eq(mark.early),
            attendance_marks::minutes.eq(minutes),
            attendance_marks::reason.eq(&mark.reason),
            attendance_marks::reason_code.eq(mark.code),
            attendance_marks::revision.eq(1),
            attendance_marks::marked_at.eq(now),
            attendance_marks::marked_by.eq(by),
        ))
        .returning(attendance_marks::id)
        .get_result(w.conn())?)
}

/// Writes a first mark, unless there is one already.
pub fn insert_first(
    w: &mut Write,
    session: SessionId,
    enrolment: EnrolmentId,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<Option<MarkId>, Problem> {
    use attendance_marks as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(enrolment),
        rows::status.eq(mark.status),
        rows::presence.eq(mark.presence),
        rows::late_minutes.eq(mark.late),
        rows::early_minutes.eq(mark.early),
        rows::minutes.eq(minutes),
        rows::reason.eq(mark.reason.clone()),
        rows::reason_code.eq(mark.code),
        rows::revision.eq(1),
        rows::marked_at.eq(now),
        rows::marked_by.eq(by),
    ));
    let one = (rows::session_id, rows::enrolment_id);
    Ok(each!(w.conn(), c => {
        insert.on_conflict(one).do_nothing().returning(rows::id).get_result(c).optional()?
    }))
}

/// Writes a mark anew, under its next revision.
pub fn update(
    w: &mut Write,
    old: &MarkRow,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(attendance_marks::table.filter(attendance_marks::id.eq(old.id)))
        .set((
            attendance_marks::status.eq(mark.status),
            attendance_marks::presence.eq(mark.presence),
            attendance_marks::late_minutes.eq(mark.late),
            attendance_marks::early_minutes.eq(mark.early),
            attendance_marks::minutes.eq(minutes),
            attendance_marks::reason.eq(&mark.reason),
            attendance_marks::reason_code.eq(mark.code),
            attendance_marks::revision.eq(old.revision + 1),
            attendance_marks::marked_at.eq(now),
            attendance_marks::marked_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Notes what a mark credits after its session got another length or share.
pub fn update_minutes(w: &mut Write, id: MarkId, minutes: Minutes) -> Result<(), Problem> {
    diesel::update(attendance_marks::table.filter(attendance_marks::id.eq(id)))
        .set(attendance_marks::minutes.eq(minutes))
        .execute(w.conn())?;
    Ok(())
}
