//! Sessions, and who teaches and attends them.

mod writing;

pub use writing::{cancel, insert, update};

use crate::attendance::rules::{SessionMode, booking, credit};
use crate::db::schema::{
    activities, attendance_marks, edition_trainers, editions, enrolments, modules, people, session_places,
    sessions, sheet_closings,
};
use crate::db::{Json, Read, each};
use crate::editions::store::{EDITION, EditionRow};
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Localised, Minutes, Moment, PersonId, PersonName, Problem, SessionId,
    SheetClosingId, ZoneName,
};
use crate::programmes::rules::words::Nature;
use crate::programmes::store::{ACTIVITY, ActivityRow};
use chrono::{NaiveDate, NaiveTime};
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// A session.
#[derive(Debug, Clone, Queryable, Serialize, Deserialize)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// Of which edition.
    pub edition_id: EditionId,
    /// What is taught.
    pub activity_id: ActivityId,
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
    /// In a room, by a link, or both.
    pub mode: SessionMode,
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
    /// Who teaches.
    pub trainer_id: Option<PersonId>,
    /// Since when it is cancelled.
    pub cancelled_at: Option<Moment>,
    /// Why.
    pub cancellation_reason: Option<String>,
}

impl SessionRow {
    /// From its start to its end.
    pub fn length(&self) -> Minutes {
        booking::length(self.starts_at, self.ends_at)
    }
}

/// The columns of [`SessionRow`].
pub type SessionColumns = (
    sessions::id,
    sessions::edition_id,
    sessions::activity_id,
    sessions::held_on,
    sessions::starts_local,
    sessions::ends_local,
    sessions::time_zone,
    sessions::starts_at,
    sessions::ends_at,
    sessions::mode,
    sessions::place,
    sessions::link,
    sessions::trainer_id,
    sessions::cancelled_at,
    sessions::cancellation_reason,
);

/// What [`SessionRow`] is read from.
pub const SESSION: SessionColumns = (
    sessions::id,
    sessions::edition_id,
    sessions::activity_id,
    sessions::held_on,
    sessions::starts_local,
    sessions::ends_local,
    sessions::time_zone,
    sessions::starts_at,
    sessions::ends_at,
    sessions::mode,
    sessions::place,
    sessions::link,
    sessions::trainer_id,
    sessions::cancelled_at,
    sessions::cancellation_reason,
);

/// A session with its edition and its activity.
pub fn session(
    r: &mut Read,
    id: SessionId,
) -> Result<Option<(SessionRow, EditionRow, ActivityRow)>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::id.eq(id))
        .select((SESSION, EDITION, ACTIVITY))
        .first(r.conn())
        .optional()?)
}

/// Somebody's place in a session: no more of both than a mark needs.
#[derive(Debug, Clone, Queryable)]
pub struct Seat {
    /// The session.
    pub session: SessionId,
    /// Of which edition.
    pub edition: EditionId,
    /// What is taught.
    pub activity: ActivityId,
    /// The place in the edition.
    pub enrolment: EnrolmentId,
    /// The instant it starts.
    pub starts_at: Moment,
    /// The instant it ends.
    pub ends_at: Moment,
    /// Since when it is cancelled.
    pub cancelled_at: Option<Moment>,
    /// The planned time of the activity.
    pub minutes: Minutes,
    /// Theory or practice.
    pub nature: Nature,
    /// On which lack of experience its module hangs, where it does: then it is not asked of everybody.
    pub extra_for: Option<String>,
    /// The closing of the sheet that holds: then only a trainer marks, with a reason.
    pub shut: Option<SheetClosingId>,
}

/// The place of somebody who is enrolled in the edition of a session.
pub fn seat(r: &mut Read, id: SessionId, person: PersonId) -> Result<Option<Seat>, Problem> {
    let seat = sessions::table
        .inner_join(activities::table.inner_join(modules::table))
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .left_join(
            sheet_closings::table
                .on(sheet_closings::session_id.eq(sessions::id).and(sheet_closings::reopened_at.is_null())),
        )
        .filter(sessions::id.eq(id))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .select((
            sessions::id,
            sessions::edition_id,
            sessions::activity_id,
            enrolments::id,
            sessions::starts_at,
            sessions::ends_at,
            sessions::cancelled_at,
            activities::minutes,
            activities::nature,
            modules::extra_for,
            sheet_closings::id.nullable(),
        ));
    Ok(each!(r.conn(), c => seat.first(c).optional()?))
}

/// The sessions of an edition as they follow one another, the cancelled ones too.
pub fn of_edition(r: &mut Read, edition: EditionId) -> Result<Vec<Held>, Problem> {
    Ok(sessions::table
        .inner_join(activities::table)
        .filter(sessions::edition_id.eq(edition))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, activities::format))
        .load(r.conn())?)
}

/// A session with the title and the format of its activity.
pub type Held = (SessionRow, Json<Localised>, String);

/// The sessions over which an activity's time in an edition is split: those that were not cancelled, with what the split
/// depends on.
pub fn split(r: &mut Read, edition: EditionId, activity: ActivityId) -> Result<Vec<credit::Held>, Problem> {
    let places = session_places::session_id.eq(sessions::id).and(session_places::removed_at.is_null());
    let among = sessions::table
        .left_join(session_places::table.on(places))
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::activity_id.eq(activity))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::id,
            sessions::starts_at,
            sessions::ends_at,
            session_places::session_id.nullable(),
        ));
    let rows: Vec<(SessionId, Moment, Moment, Option<SessionId>)> = each!(r.conn(), c => among.load(c)?);
    let held = |(session, starts_at, ends_at, places): (SessionId, Moment, Moment, Option<SessionId>)| {
        credit::Held { session, length: booking::length(starts_at, ends_at), by_choice: places.is_some() }
    };
    Ok(rows.into_iter().map(held).collect())
}

/// A session with its activity and edition, for people who look at several editions at once.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// The session.
    pub session: SessionRow,
    /// The title of the activity.
    pub title: Json<Localised>,
    /// The title of the edition.
    pub edition: String,
    /// The format of the activity.
    pub format: String,
}

/// The sessions that somebody teaches, or that are held in these editions, not cancelled, starting in a span.
pub fn taught(
    r: &mut Read,
    trainer: PersonId,
    teaches: &[EditionId],
    (from, to): (Moment, Moment),
) -> Result<Vec<Listed>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::trainer_id.eq(trainer).or(sessions::edition_id.eq_any(teaches.to_vec()).nullable()))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.ge(from))
        .filter(sessions::starts_at.lt(to))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, editions::title, activities::format))
        .load(r.conn())?)
}

/// The sessions of every edition that a person is enrolled in, with the enrolment.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(Listed, EnrolmentId)>, Problem> {
    Ok(sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select(((SESSION, activities::title, editions::title, activities::format), enrolments::id))
        .load(r.conn())?)
}

/// The trainers of an edition, by surname.
pub fn trainers(r: &mut Read, edition: EditionId) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}

/// How many people are enrolled in these editions, where anybody is.
pub fn enrolled(r: &mut Read, editions: &[EditionId]) -> Result<Vec<(EditionId, i64)>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::edition_id.eq_any(editions.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .group_by(enrolments::edition_id)
        .select((enrolments::edition_id, count_star()))
        .load(r.conn())?)
}

/// How many of those enrolled are marked in these sessions, where anybody is.
pub fn marked(r: &mut Read, sessions: &[SessionId]) -> Result<Vec<(SessionId, i64)>, Problem> {
    Ok(attendance_marks::table
        .inner_join(enrolments::table)
        .filter(attendance_marks::session_id.eq_any(sessions.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .group_by(attendance_marks::session_id)
        .select((attendance_marks::session_id, count_star()))
        .load(r.conn())?)
}

/// Whether anybody is marked in a session.
pub fn has_marks(r: &mut Read, session: SessionId) -> Result<bool, Problem> {
    let marks: i64 = attendance_marks::table
        .filter(attendance_marks::session_id.eq(session))
        .select(count_star())
        .first(r.conn())?;
    Ok(marks > 0)
}
