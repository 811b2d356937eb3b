//! Consultations in the way of sessions: the room that keeps them knows this one, so only what they take is read here.

use crate::attendance::rules::Booked;
use crate::db::Read;
use crate::db::schema::{appointment_bookings, appointment_slots, editions, enrolments, people};
use crate::kernel::{
    AppointmentSlotId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// A time that a trainer keeps free for consultations, booked or not: nobody teaches then, and the room is taken (F10).
#[derive(Debug, Clone, Queryable)]
pub struct Consultation {
    /// The slot.
    pub slot: AppointmentSlotId,
    /// The organisation whose rooms it is held in.
    pub organisation: OrganisationId,
    /// Who consults.
    pub consultant: PersonId,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// On which day, by the wall of its edition.
    pub held_on: NaiveDate,
    /// From when, by the wall.
    pub starts_local: NaiveTime,
    /// Until when, by the wall.
    pub ends_local: NaiveTime,
    /// The room.
    pub place: Option<String>,
    /// The edition's title.
    pub edition: String,
}

impl Consultation {
    /// What it takes.
    pub fn booked(&self) -> Booked {
        Booked {
            session: None,
            organisation: self.organisation,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            place: self.place.clone(),
            trainer: Some(self.consultant),
        }
    }
}

type ConsultationSelection = (
    appointment_slots::id,
    editions::organisation_id,
    appointment_slots::consultant_id,
    appointment_slots::starts_at,
    appointment_slots::ends_at,
    appointment_slots::held_on,
    appointment_slots::starts_local,
    appointment_slots::ends_local,
    appointment_slots::place,
    editions::title,
);

const CONSULTATION: ConsultationSelection = (
    appointment_slots::id,
    editions::organisation_id,
    appointment_slots::consultant_id,
    appointment_slots::starts_at,
    appointment_slots::ends_at,
    appointment_slots::held_on,
    appointment_slots::starts_local,
    appointment_slots::ends_local,
    appointment_slots::place,
    editions::title,
);

/// The consultations in a span of time that these people hold anywhere, or that are held in an organisation: one query.
/// The room that keeps them knows this one; here only what they take is read.
pub fn consultations(
    r: &mut Read,
    organisation: Option<OrganisationId>,
    people: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<Consultation>, Problem> {
    use appointment_slots as rows;
    let organisations: Vec<OrganisationId> = organisation.into_iter().collect();
    Ok(rows::table
        .inner_join(editions::table)
        .filter(rows::withdrawn_at.is_null())
        .filter(rows::starts_at.lt(to))
        .filter(rows::ends_at.gt(from))
        .filter(
            editions::organisation_id.eq_any(organisations).or(rows::consultant_id.eq_any(people.to_vec())),
        )
        .order((rows::starts_at, rows::id))
        .select(CONSULTATION)
        .load(r.conn())?)
}

/// The consultations in a span of time, in any edition, that people of an edition have booked, each with who of them: one
/// query.
pub fn consulted(
    r: &mut Read,
    edition: EditionId,
    (from, to): (Moment, Moment),
) -> Result<Vec<(Consultation, Vec<Guest>)>, Problem> {
    let own = diesel::alias!(enrolments as own);
    type Row = (Consultation, EnrolmentId, String, String, Option<String>);
    let rows: Vec<Row> = enrolments::table
        .inner_join(own.on(own.field(enrolments::person_id).eq(enrolments::person_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .inner_join(appointment_bookings::table.on(appointment_bookings::enrolment_id.eq(enrolments::id)))
        .inner_join(appointment_slots::table.on(appointment_slots::id.eq(appointment_bookings::slot_id)))
        .inner_join(editions::table.on(editions::id.eq(appointment_slots::edition_id)))
        .filter(own.field(enrolments::edition_id).eq(edition))
        .filter(own.field(enrolments::withdrawn_at).is_null())
        .filter(enrolments::withdrawn_at.is_null())
        .filter(appointment_bookings::ended_at.is_null())
        .filter(appointment_slots::withdrawn_at.is_null())
        .filter(appointment_slots::starts_at.lt(to))
        .filter(appointment_slots::ends_at.gt(from))
        .order((appointment_slots::starts_at, appointment_slots::id, people::sort_ru, people::id))
        .select((
            CONSULTATION,
            own.field(enrolments::id),
            people::surname,
            people::given_name,
            people::patronymic,
        ))
        .load(r.conn())?;
    let mut found: Vec<(Consultation, Vec<Guest>)> = Vec::new();
    for (consultation, here, surname, given_name, patronymic) in rows {
        let guest = Guest { name: PersonName { surname, given_name, patronymic }, here };
        match found.last_mut().filter(|(last, _)| last.slot == consultation.slot) {
            Some((_, guests)) => guests.push(guest),
            None => found.push((consultation, vec![guest])),
        }
    }
    Ok(found)
}

/// The consultations that people have booked in a span of time, in any edition: one query.
pub fn consultations_of(
    r: &mut Read,
    these: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<(PersonId, Consultation)>, Problem> {
    Ok(appointment_bookings::table
        .inner_join(appointment_slots::table.inner_join(editions::table))
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq_any(these.to_vec()))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(appointment_bookings::ended_at.is_null())
        .filter(appointment_slots::withdrawn_at.is_null())
        .filter(appointment_slots::starts_at.lt(to))
        .filter(appointment_slots::ends_at.gt(from))
        .order((appointment_slots::starts_at, appointment_slots::id))
        .select((enrolments::person_id, CONSULTATION))
        .load(r.conn())?)
}

/// Somebody of an edition who has booked a consultation.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Who.
    pub name: PersonName,
    /// The place in the edition that is asked about.
    pub here: EnrolmentId,
}
