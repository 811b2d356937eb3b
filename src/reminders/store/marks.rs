//! What sheets say of absences, and what speaks for them.

use crate::attendance::rules::Status;
use crate::db::Read;
use crate::db::schema::{attendance_marks, editions, enrolments, make_ups, sessions};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{EditionId, EnrolmentId, Minutes, PersonId, Problem, SessionId};
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Whose rows are read.
#[derive(Debug, Clone, Copy)]
pub enum Among<'a> {
    /// Everybody's of an edition.
    Edition(EditionId),
    /// One person's in an edition.
    One(EnrolmentId),
    /// Some people's in an edition.
    These(&'a [EnrolmentId]),
}

/// The editions under way on any of these days in which somebody is marked absent: of each its own sheets are looked at
/// until one says so, and never those of editions that are over.
pub fn with_absences(r: &mut Read, (from, to): (NaiveDate, NaiveDate)) -> Result<Vec<EditionRow>, Problem> {
    let absent = attendance_marks::table
        .inner_join(sessions::table)
        .filter(sessions::edition_id.eq(editions::id))
        .filter(sessions::cancelled_at.is_null())
        .filter(attendance_marks::status.eq(Status::Absent));
    Ok(editions::table
        .filter(editions::starts_on.le(to))
        .filter(editions::ends_on.ge(from))
        .filter(exists(absent))
        .order(editions::id)
        .select(EDITION)
        .load(r.conn())?)
}

/// What the sheets of sessions that were not cancelled say, of everybody or of one.
pub fn marks(
    r: &mut Read,
    among: Among<'_>,
) -> Result<HashMap<EnrolmentId, HashMap<SessionId, Status>>, Problem> {
    let mut query = attendance_marks::table
        .inner_join(sessions::table)
        .filter(sessions::cancelled_at.is_null())
        .select((attendance_marks::enrolment_id, attendance_marks::session_id, attendance_marks::status))
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(sessions::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(attendance_marks::enrolment_id.eq(enrolment)),
        Among::These(these) => query.filter(attendance_marks::enrolment_id.eq_any(these.to_vec())),
    };
    let rows: Vec<(EnrolmentId, SessionId, Status)> = query.load(r.conn())?;
    let mut of_person: HashMap<EnrolmentId, HashMap<SessionId, Status>> = HashMap::new();
    for (enrolment, session, status) in rows {
        of_person.entry(enrolment).or_default().insert(session, status);
    }
    Ok(of_person)
}

/// What is made up for: sessions for which something that holds is credited.
pub fn made_up(r: &mut Read, among: Among<'_>) -> Result<HashSet<(EnrolmentId, SessionId)>, Problem> {
    let mut query = make_ups::table
        .inner_join(sessions::table)
        .filter(make_ups::withdrawn_at.is_null())
        .filter(make_ups::credited.gt(Minutes::ZERO))
        .select((make_ups::enrolment_id, make_ups::session_id))
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(sessions::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(make_ups::enrolment_id.eq(enrolment)),
        Among::These(these) => query.filter(make_ups::enrolment_id.eq_any(these.to_vec())),
    };
    let rows: Vec<(EnrolmentId, SessionId)> = query.load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// The places of a person in which some sheet says «absent»: one query, and for most people the only one.
pub fn absent_in(r: &mut Read, person: PersonId) -> Result<HashSet<EnrolmentId>, Problem> {
    let rows: Vec<EnrolmentId> = attendance_marks::table
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(attendance_marks::status.eq(Status::Absent))
        .select(attendance_marks::enrolment_id)
        .distinct()
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
