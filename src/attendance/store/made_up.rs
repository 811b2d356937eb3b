//! What made up for missed sessions, as the sheet and the ledger need it. Entering and taking back is the affair of
//! the room to the right; what each is worth changes with every mark, and that happens here.

use crate::attendance::rules::made_up::MakeUpForm;
use crate::db::schema::{enrolments, make_ups};
use crate::db::{Read, Write, stored_text};
use crate::kernel::{EnrolmentId, MakeUpId, Minutes, Moment, PersonId, Problem, SessionId};
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

/// Notes what a make-up is worth now.
pub fn update_credited(w: &mut Write, id: MakeUpId, minutes: Minutes) -> Result<(), Problem> {
    diesel::update(make_ups::table.filter(make_ups::id.eq(id)))
        .set(make_ups::credited.eq(minutes))
        .execute(w.conn())?;
    Ok(())
}
