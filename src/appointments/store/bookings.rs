//! Who has which place of a consultation, who came, and what came out of it.

use super::slots::{SLOT, SlotRow};
use crate::db::schema::{
    activities, appointment_bookings as rows, appointment_marks, appointment_notes, appointment_slots,
    editions, enrolments, people, sessions,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, AppointmentBookingId, AppointmentSlotId, EditionId, EnrolmentId, Localised, Moment, PersonId,
    PersonName, Problem, SessionId,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::HashMap;

/// A booking.
#[derive(Debug, Clone, Queryable)]
pub struct BookingRow {
    /// The booking.
    pub id: AppointmentBookingId,
    /// Of which slot.
    pub slot: AppointmentSlotId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which place of the slot, from 1.
    pub seat: i32,
    /// What is asked.
    pub question: Option<String>,
    /// Since when.
    pub booked_at: Moment,
    /// Since when it is over.
    pub ended_at: Option<Moment>,
    /// Who ended it; nobody when the person left the edition.
    pub ended_by: Option<PersonId>,
    /// Why it was ended by somebody else.
    pub end_reason: Option<String>,
}

type Columns = (
    rows::id,
    rows::slot_id,
    rows::enrolment_id,
    rows::seat,
    rows::question,
    rows::booked_at,
    rows::ended_at,
    rows::ended_by,
    rows::end_reason,
);

const BOOKING: Columns = (
    rows::id,
    rows::slot_id,
    rows::enrolment_id,
    rows::seat,
    rows::question,
    rows::booked_at,
    rows::ended_at,
    rows::ended_by,
    rows::end_reason,
);

/// How many people have a place in each of these slots, where anybody has.
pub fn taken(r: &mut Read, these: &[AppointmentSlotId]) -> Result<HashMap<AppointmentSlotId, i64>, Problem> {
    let counted: Vec<(AppointmentSlotId, i64)> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .filter(rows::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .group_by(rows::slot_id)
        .select((rows::slot_id, count_star()))
        .load(r.conn())?;
    Ok(counted.into_iter().collect())
}

/// The places of a slot that are taken.
pub fn seats(r: &mut Read, slot: AppointmentSlotId) -> Result<Vec<i32>, Problem> {
    Ok(rows::table
        .filter(rows::slot_id.eq(slot))
        .filter(rows::ended_at.is_null())
        .select(rows::seat)
        .load(r.conn())?)
}

/// A booking with who made it.
#[derive(Debug, Clone)]
pub struct Booked {
    /// The booking.
    pub row: BookingRow,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// Whether the person has left the edition.
    pub withdrawn: bool,
}

/// Every booking of these slots, in the order they were made.
pub fn of_slots(r: &mut Read, these: &[AppointmentSlotId]) -> Result<Vec<Booked>, Problem> {
    type Who = (PersonId, Option<Moment>, String, String, Option<String>);
    let found: Vec<(BookingRow, Who)> = rows::table
        .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
        .filter(rows::slot_id.eq_any(these.to_vec()))
        .order(rows::id)
        .select((
            BOOKING,
            (people::id, enrolments::withdrawn_at, people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    let booked = |(row, (person, withdrawn_at, surname, given_name, patronymic)): (BookingRow, Who)| {
        let name = PersonName { surname, given_name, patronymic };
        Booked { row, person, name, withdrawn: withdrawn_at.is_some() }
    };
    Ok(found.into_iter().map(booked).collect())
}

/// A booking with its slot.
pub fn booking(
    r: &mut Read,
    id: AppointmentBookingId,
) -> Result<Option<(BookingRow, SlotRow, PersonId)>, Problem> {
    Ok(rows::table
        .inner_join(appointment_slots::table)
        .inner_join(enrolments::table)
        .filter(rows::id.eq(id))
        .filter(enrolments::withdrawn_at.is_null())
        .select((BOOKING, SLOT, enrolments::person_id))
        .first(r.conn())
        .optional()?)
}

/// The bookings of a person, the latest consultation first, with the edition's title.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(BookingRow, SlotRow, String)>, Problem> {
    Ok(rows::table
        .inner_join(appointment_slots::table.inner_join(editions::table))
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .order((appointment_slots::starts_at.desc(), rows::id.desc()))
        .select((BOOKING, SLOT, editions::title))
        .load(r.conn())?)
}

/// The consultations that a person has at a span of time, in any edition.
pub fn at_the_time(
    r: &mut Read,
    person: PersonId,
    (from, to): (Moment, Moment),
) -> Result<Vec<(AppointmentBookingId, SlotRow)>, Problem> {
    Ok(rows::table
        .inner_join(appointment_slots::table)
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(rows::ended_at.is_null())
        .filter(appointment_slots::starts_at.lt(to))
        .filter(appointment_slots::ends_at.gt(from))
        .order((appointment_slots::starts_at, rows::id))
        .select((rows::id, SLOT))
        .load(r.conn())?)
}

/// A session of a person's editions.
#[derive(Debug, Clone, Queryable)]
pub struct Met {
    /// The session.
    pub session: SessionId,
    /// Of which edition.
    pub edition: EditionId,
    /// What is taught.
    pub activity: ActivityId,
    /// Its title.
    pub title: Json<Localised>,
    /// The reader's place in the edition.
    pub enrolment: EnrolmentId,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
}

/// The sessions of a person's editions at a span of time, not cancelled.
pub fn sessions_at(
    r: &mut Read,
    person: PersonId,
    (from, to): (Moment, Moment),
) -> Result<Vec<Met>, Problem> {
    Ok(sessions::table
        .inner_join(activities::table)
        .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::id,
            sessions::edition_id,
            sessions::activity_id,
            activities::title,
            enrolments::id,
            sessions::held_on,
            sessions::starts_local,
            sessions::ends_local,
        ))
        .load(r.conn())?)
}

/// How often the bookings of a slot changed: of two events, calendars take over the one with the higher number.
pub fn changes(r: &mut Read, slot: AppointmentSlotId) -> Result<i32, Problem> {
    let all: i64 = rows::table.filter(rows::slot_id.eq(slot)).select(count_star()).first(r.conn())?;
    let ended: i64 = rows::table
        .filter(rows::slot_id.eq(slot))
        .filter(rows::ended_at.is_not_null())
        .select(count_star())
        .first(r.conn())?;
    i32::try_from(all + ended).map_err(Problem::internal)
}

/// A booking about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewBooking<'a> {
    /// Of which slot.
    pub slot: AppointmentSlotId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which place.
    pub seat: i32,
    /// What is asked.
    pub question: Option<&'a str>,
    /// Which booking is given up for it.
    pub swapped_from: Option<AppointmentBookingId>,
}

/// Gives somebody a place. Where somebody else took it since it was looked for, the two collided: that is said as the
/// database says it of other collisions, so that the write is repeated and finds another place or none.
pub fn insert(
    w: &mut Write,
    new: &NewBooking<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<AppointmentBookingId, Problem> {
    let inserted = diesel::insert_into(rows::table)
        .values((
            rows::slot_id.eq(new.slot),
            rows::enrolment_id.eq(new.enrolment),
            rows::seat.eq(new.seat),
            rows::question.eq(new.question),
            rows::booked_at.eq(now),
            rows::booked_by.eq(by),
            rows::swapped_from.eq(new.swapped_from),
        ))
        .returning(rows::id)
        .get_result(w.conn());
    Ok(inserted.map_err(|error| match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    })?)
}

/// Ends these bookings.
pub fn end(
    w: &mut Write,
    these: &[AppointmentBookingId],
    reason: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq_any(these.to_vec())))
        .set((rows::ended_at.eq(now), rows::ended_by.eq(by), rows::end_reason.eq(reason)))
        .execute(w.conn())?;
    Ok(())
}

/// Ends what people have in a slot who have left the edition: their places are free again.
pub fn end_withdrawn(w: &mut Write, slot: AppointmentSlotId, now: Moment) -> Result<(), Problem> {
    let gone: Vec<AppointmentBookingId> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::slot_id.eq(slot))
        .filter(rows::ended_at.is_null())
        .filter(enrolments::withdrawn_at.is_not_null())
        .select(rows::id)
        .load(w.conn())?;
    if gone.is_empty() { Ok(()) } else { end(w, &gone, None, (None, now)) }
}

/// What was said of bookings, by the number of its row, the oldest first.
pub type History<T> = HashMap<AppointmentBookingId, Vec<(i64, T)>>;

/// Each time that somebody said whether people came.
pub fn mark_history(r: &mut Read, these: &[AppointmentBookingId]) -> Result<History<bool>, Problem> {
    let found: Vec<(AppointmentBookingId, i64, bool)> = appointment_marks::table
        .filter(appointment_marks::booking_id.eq_any(these.to_vec()))
        .order(appointment_marks::id)
        .select((appointment_marks::booking_id, appointment_marks::id, appointment_marks::came))
        .load(r.conn())?;
    let mut history: History<bool> = HashMap::new();
    for (booking, id, came) in found {
        history.entry(booking).or_default().push((id, came));
    }
    Ok(history)
}

/// Whether somebody came, by booking: the newest word holds.
pub fn marks(
    r: &mut Read,
    these: &[AppointmentBookingId],
) -> Result<HashMap<AppointmentBookingId, bool>, Problem> {
    let newest = |(id, said): (AppointmentBookingId, Vec<(i64, bool)>)| Some((id, said.last()?.1));
    Ok(mark_history(r, these)?.into_iter().filter_map(newest).collect())
}

/// Notes whether somebody came.
pub fn insert_mark(
    w: &mut Write,
    booking: AppointmentBookingId,
    came: bool,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(appointment_marks::table)
        .values((
            appointment_marks::booking_id.eq(booking),
            appointment_marks::came.eq(came),
            appointment_marks::marked_at.eq(now),
            appointment_marks::marked_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What came out of a consultation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// The words; empty where they were taken back.
    pub words: String,
    /// Whether the trainee sees them.
    pub shown: bool,
}

impl Note {
    /// A note; one without words is shown to nobody.
    pub fn new(words: String, shown: bool) -> Note {
        Note { shown: shown && !words.is_empty(), words }
    }
}

/// Every note that was written, those that were changed since too.
pub fn note_history(r: &mut Read, these: &[AppointmentBookingId]) -> Result<History<Note>, Problem> {
    use appointment_notes as notes;
    let found: Vec<(AppointmentBookingId, i64, String, bool)> = notes::table
        .filter(notes::booking_id.eq_any(these.to_vec()))
        .order(notes::id)
        .select((notes::booking_id, notes::id, notes::words, notes::shown))
        .load(r.conn())?;
    let mut history: History<Note> = HashMap::new();
    for (booking, id, words, shown) in found {
        history.entry(booking).or_default().push((id, Note::new(words, shown)));
    }
    Ok(history)
}

/// The notes by booking: the newest holds.
pub fn notes(
    r: &mut Read,
    these: &[AppointmentBookingId],
) -> Result<HashMap<AppointmentBookingId, Note>, Problem> {
    let newest = |(id, mut said): (AppointmentBookingId, Vec<(i64, Note)>)| Some((id, said.pop()?.1));
    Ok(note_history(r, these)?.into_iter().filter_map(newest).collect())
}

/// What somebody has seen of a booking before they wrote about it: the numbers of the newest mark and of the newest note, 0
/// where there was none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// The newest mark.
    pub mark: i64,
    /// The newest note.
    pub note: i64,
}

impl Seen {
    /// As it travels through a form; what is no such text has seen nothing.
    pub fn parse(text: &str) -> Seen {
        let number = |text: &str| text.parse().unwrap_or(0);
        let (mark, note) = text.split_once('.').unwrap_or_default();
        Seen { mark: number(mark), note: number(note) }
    }
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.mark, self.note)
    }
}

/// Writes a note.
pub fn insert_note(
    w: &mut Write,
    booking: AppointmentBookingId,
    note: &Note,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(appointment_notes::table)
        .values((
            appointment_notes::booking_id.eq(booking),
            appointment_notes::words.eq(&note.words),
            appointment_notes::shown.eq(note.shown),
            appointment_notes::written_at.eq(now),
            appointment_notes::written_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
