//! Consultations that trainees ask for at other times.

use crate::appointments::rules::{Hour, Wish};
use crate::attendance::rules::SessionMode;
use crate::db::schema::{appointment_requests as rows, editions, enrolments, people};
use crate::db::{Read, Write};
use crate::kernel::{
    AppointmentRequestId, AppointmentSlotId, EditionId, EnrolmentId, Moment, PersonId, PersonName, Problem,
    ZoneName,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::dsl::count_star;
use diesel::prelude::*;

/// A request.
#[derive(Debug, Clone, Queryable)]
pub struct RequestRow {
    /// The request.
    pub id: AppointmentRequestId,
    /// Of which edition.
    pub edition: EditionId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// With whom.
    pub consultant: PersonId,
    /// On which day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
    /// The zone of the wall.
    pub time_zone: ZoneName,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// What it is about.
    pub question: String,
    /// Since when it waits.
    pub asked_at: Moment,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// The slot that it became.
    pub slot: Option<AppointmentSlotId>,
    /// Why it was declined.
    pub answer_reason: Option<String>,
    /// When it was taken back.
    pub taken_back_at: Option<Moment>,
}

impl RequestRow {
    /// Whether nobody has answered it, and it was not taken back.
    pub fn waits(&self) -> bool {
        self.answered_at.is_none() && self.taken_back_at.is_none()
    }
}

type Columns = (
    rows::id,
    rows::edition_id,
    rows::enrolment_id,
    rows::consultant_id,
    rows::held_on,
    rows::starts_local,
    rows::ends_local,
    rows::time_zone,
    rows::starts_at,
    rows::ends_at,
    rows::mode,
    rows::question,
    rows::asked_at,
    rows::answered_at,
    rows::slot_id,
    rows::answer_reason,
    rows::taken_back_at,
);

const REQUEST: Columns = (
    rows::id,
    rows::edition_id,
    rows::enrolment_id,
    rows::consultant_id,
    rows::held_on,
    rows::starts_local,
    rows::ends_local,
    rows::time_zone,
    rows::starts_at,
    rows::ends_at,
    rows::mode,
    rows::question,
    rows::asked_at,
    rows::answered_at,
    rows::slot_id,
    rows::answer_reason,
    rows::taken_back_at,
);

/// A request with whose it is.
pub fn request(r: &mut Read, id: AppointmentRequestId) -> Result<Option<(RequestRow, PersonId)>, Problem> {
    Ok(rows::table
        .inner_join(enrolments::table)
        .filter(rows::id.eq(id))
        .filter(enrolments::withdrawn_at.is_null())
        .select((REQUEST, enrolments::person_id))
        .first(r.conn())
        .optional()?)
}

/// The requests of an edition that wait for an answer and whose time is ahead, with the names, the earliest asked first.
pub fn waiting(
    r: &mut Read,
    edition: EditionId,
    now: Moment,
) -> Result<Vec<(RequestRow, PersonName)>, Problem> {
    type Names = (String, String, Option<String>);
    let found: Vec<(RequestRow, Names)> = rows::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(rows::edition_id.eq(edition))
        .filter(rows::starts_at.gt(now))
        .filter(rows::answered_at.is_null())
        .filter(rows::taken_back_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .order(rows::id)
        .select((REQUEST, (people::surname, people::given_name, people::patronymic)))
        .load(r.conn())?;
    let named = |(row, (surname, given_name, patronymic)): (RequestRow, Names)| {
        (row, PersonName { surname, given_name, patronymic })
    };
    Ok(found.into_iter().map(named).collect())
}

/// The requests of a person, the latest first, with the edition's title.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(RequestRow, String)>, Problem> {
    Ok(rows::table
        .inner_join(enrolments::table.inner_join(editions::table))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .order(rows::id.desc())
        .select((REQUEST, editions::title))
        .load(r.conn())?)
}

/// How many requests of somebody wait for an answer. A time that is past waits for nothing.
pub fn waiting_of(r: &mut Read, who: EnrolmentId, now: Moment) -> Result<usize, Problem> {
    let count: i64 = rows::table
        .filter(rows::enrolment_id.eq(who))
        .filter(rows::starts_at.gt(now))
        .filter(rows::answered_at.is_null())
        .filter(rows::taken_back_at.is_null())
        .select(count_star())
        .first(r.conn())?;
    usize::try_from(count).map_err(Problem::internal)
}

/// Writes a request down.
pub fn insert(
    w: &mut Write,
    (edition, who, zone): (EditionId, EnrolmentId, ZoneName),
    (wish, hour): (&Wish, &Hour),
    now: Moment,
) -> Result<AppointmentRequestId, Problem> {
    Ok(diesel::insert_into(rows::table)
        .values((
            rows::edition_id.eq(edition),
            rows::enrolment_id.eq(who),
            rows::consultant_id.eq(wish.consultant),
            rows::held_on.eq(hour.on),
            rows::starts_local.eq(hour.starts),
            rows::ends_local.eq(hour.ends),
            rows::time_zone.eq(zone),
            rows::starts_at.eq(zone.instant(hour.on, hour.starts)),
            rows::ends_at.eq(zone.instant(hour.on, hour.ends)),
            rows::mode.eq(wish.mode),
            rows::question.eq(&wish.question),
            rows::asked_at.eq(now),
        ))
        .returning(rows::id)
        .get_result(w.conn())?)
}

/// Answers a request: with the slot that it became, or with the reason why not.
pub fn answer(
    w: &mut Write,
    id: AppointmentRequestId,
    (slot, reason): (Option<AppointmentSlotId>, Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq(id)))
        .set((
            rows::answered_at.eq(now),
            rows::answered_by.eq(by),
            rows::slot_id.eq(slot),
            rows::answer_reason.eq(reason),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a request back.
pub fn take_back(w: &mut Write, id: AppointmentRequestId, now: Moment) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq(id))).set(rows::taken_back_at.eq(now)).execute(w.conn())?;
    Ok(())
}
