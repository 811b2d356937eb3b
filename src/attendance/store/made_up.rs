//! What made up for missed sessions, as the sheet and the ledger need it. Entering and taking back is the affair of
//! the room to the right; what each is worth changes with every mark, and that happens here.

use crate::attendance::rules::made_up::MakeUpForm;
use crate::attendance::rules::{Mark, Presence, Status, booking};
use crate::db::schema::{attendance_marks, enrolments, make_ups, sessions};
use crate::db::{Read, Write, stored_text};
use crate::kernel::{ActivityId, EnrolmentId, MakeUpId, Minutes, Moment, PersonId, Problem, SessionId};
use crate::programmes::rules::words::DeliveryMode;
use chrono::NaiveDate;
use diesel::prelude::*;

stored_text!(MakeUpForm, as_str, parse);

/// A make-up.
#[derive(Debug, Clone, Queryable)]
pub struct MakeUpRow {
    /// The make-up.
    pub id: MakeUpId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The missed session.
    pub session: SessionId,
    /// How it was made up for.
    pub form: MakeUpForm,
    /// The session of another edition, where it was one.
    pub held_session: Option<SessionId>,
    /// On which day.
    pub made_on: NaiveDate,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
    /// What it was said to be worth.
    pub minutes: Minutes,
    /// What it is worth now.
    pub credited: Minutes,
    /// What was done.
    pub note: Option<String>,
    /// When it was entered.
    pub entered_at: Moment,
    /// By whom.
    pub entered_by: Option<PersonId>,
    /// Since when it is taken back.
    pub withdrawn_at: Option<Moment>,
    /// Why.
    pub withdrawal_reason: Option<String>,
}

impl MakeUpRow {
    /// What it may be worth: nothing once it is taken back.
    pub fn claim(&self) -> Minutes {
        if self.withdrawn_at.is_some() { Minutes::ZERO } else { self.minutes }
    }
}

/// A make-up that holds, with the session that it is for.
#[derive(Debug, Clone)]
pub struct OfMissed {
    /// The make-up.
    pub row: MakeUpRow,
    /// The date of the missed session on the wall of its edition.
    pub held_on: NaiveDate,
    /// What was taught there.
    pub activity: ActivityId,
    /// How long it lasted.
    pub length: Minutes,
    /// What its sheet says of the person. Words and codes of reasons are not read.
    pub mark: Mark,
}

type Columns = (
    make_ups::id,
    make_ups::enrolment_id,
    make_ups::session_id,
    make_ups::form,
    make_ups::held_session_id,
    make_ups::made_on,
    make_ups::mode,
    make_ups::minutes,
    make_ups::credited,
    make_ups::note,
    make_ups::entered_at,
    make_ups::entered_by,
    make_ups::withdrawn_at,
    make_ups::withdrawal_reason,
);

/// The columns of a make-up.
pub const MAKE_UP: Columns = (
    make_ups::id,
    make_ups::enrolment_id,
    make_ups::session_id,
    make_ups::form,
    make_ups::held_session_id,
    make_ups::made_on,
    make_ups::mode,
    make_ups::minutes,
    make_ups::credited,
    make_ups::note,
    make_ups::entered_at,
    make_ups::entered_by,
    make_ups::withdrawn_at,
    make_ups::withdrawal_reason,
);

/// The make-ups of a missed session, the oldest first, with those that were taken back.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<MakeUpRow>, Problem> {
    Ok(make_ups::table
        .filter(make_ups::session_id.eq(session))
        .order(make_ups::id)
        .select(MAKE_UP)
        .load(r.conn())?)
}

/// The make-ups of a person that hold, the oldest first.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<MakeUpRow>, Problem> {
    Ok(make_ups::table
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(make_ups::withdrawn_at.is_null())
        .order(make_ups::id)
        .select(MAKE_UP)
        .load(r.conn())?)
}

/// The make-ups of these people that hold, the oldest first, each with what was missed.
pub fn of_enrolments(r: &mut Read, whose: &[EnrolmentId]) -> Result<Vec<OfMissed>, Problem> {
    type Missed = (NaiveDate, ActivityId, Moment, Moment);
    type Said = (Status, Presence, Minutes, Minutes);
    let their_mark = attendance_marks::session_id
        .eq(make_ups::session_id)
        .and(attendance_marks::enrolment_id.eq(make_ups::enrolment_id));
    let rows: Vec<(MakeUpRow, Missed, Said)> = make_ups::table
        .inner_join(sessions::table.on(sessions::id.eq(make_ups::session_id)))
        .inner_join(attendance_marks::table.on(their_mark))
        .filter(make_ups::enrolment_id.eq_any(whose.to_vec()))
        .filter(make_ups::withdrawn_at.is_null())
        .order(make_ups::id)
        .select((
            MAKE_UP,
            (sessions::held_on, sessions::activity_id, sessions::starts_at, sessions::ends_at),
            (
                attendance_marks::status,
                attendance_marks::presence,
                attendance_marks::late_minutes,
                attendance_marks::early_minutes,
            ),
        ))
        .load(r.conn())?;
    let missed = |(row, (held_on, activity, starts_at, ends_at), said): (MakeUpRow, Missed, Said)| {
        let (status, presence, late, early) = said;
        let mark = Mark { late, early, ..Mark::of(status, presence) };
        OfMissed { row, held_on, activity, length: booking::length(starts_at, ends_at), mark }
    };
    Ok(rows.into_iter().map(missed).collect())
}

/// Notes what a make-up is worth now.
pub fn update_credited(w: &mut Write, id: MakeUpId, minutes: Minutes) -> Result<(), Problem> {
    diesel::update(make_ups::table.filter(make_ups::id.eq(id)))
        .set(make_ups::credited.eq(minutes))
        .execute(w.conn())?;
    Ok(())
}
