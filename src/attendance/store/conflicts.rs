//! Sessions that may stand in the way of others.

use super::beforehand;
use super::sessions::{Listed, SESSION, SessionRow};
use crate::attendance::rules::Booked;
use crate::db::Read;
use crate::db::schema::{
    activities, appointment_bookings, appointment_slots, editions, enrolments, people, sessions,
};
use crate::kernel::{
    AppointmentSlotId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem,
    SessionId,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What these trainers teach anywhere, or what is held in an organisation, within a day around a span: enough to find
/// every collision.
pub fn near(
    r: &mut Read,
    organisation: OrganisationId,
    trainers: &[PersonId],
    (from, to): (Moment, Moment),
) -> Result<Vec<(Booked, Listed)>, Problem> {
    let rows: Vec<(Listed, OrganisationId)> = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.gt(from.plus_minutes(-24 * 60)))
        .filter(sessions::starts_at.lt(to))
        .filter(
            editions::organisation_id
                .nullable()
                .eq(organisation)
                .or(sessions::trainer_id.eq_any(trainers.to_vec())),
        )
        .order((sessions::starts_at, sessions::id))
        .select((
            (SESSION, activities::title, editions::title, activities::format),
            editions::organisation_id,
        ))
        .load(r.conn())?;
    let found =
        rows.into_iter().map(|(listed, organisation)| (booked(&listed.session, organisation), listed));
    let mut found: Vec<(Booked, Listed)> = found.collect();
    // Whoever teaches a session together with somebody else cannot be at two places either (F7).
    for (trainer, listed, organisation) in super::co_trainers::taught(r, trainers, (from, to))? {
        let booked = Booked { trainer: Some(trainer), place: None, ..booked(&listed.session, organisation) };
        found.push((booked, listed));
    }
    Ok(found)
}

fn booked(row: &SessionRow, organisation: OrganisationId) -> Booked {
    Booked {
        session: Some(row.id),
        organisation,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        place: row.place.clone(),
        trainer: row.trainer_id,
    }
}

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

/// A session in which people of an edition may be: of another edition, or of their own.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// The session.
    pub listed: Listed,
    /// Who is enrolled in both editions, by surname; all of them where it is the same one.
    pub people: Arc<Vec<Shared>>,
}

/// Somebody who is enrolled where the one session is held and where the other one is.
#[derive(Debug, Clone)]
pub struct Shared {
    /// Who.
    pub name: PersonName,
    /// The place in the edition that is asked about.
    pub here: EnrolmentId,
    /// The place in the other one; the same where it is no other.
    pub there: EnrolmentId,
}

/// The people of an edition, who are asked of all of its sessions: one query.
pub fn own_people(r: &mut Read, edition: EditionId) -> Result<Arc<Vec<Shared>>, Problem> {
    let rows: Vec<(EnrolmentId, String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((enrolments::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let own = |(id, surname, given_name, patronymic)| Shared {
        name: PersonName { surname, given_name, patronymic },
        here: id,
        there: id,
    };
    Ok(Arc::new(rows.into_iter().map(own).collect()))
}

/// The sessions of other editions in a span of time that have people of an edition: three queries, four where one signs up
/// for some of them. These stand in the way of those who have a place.
pub fn elsewhere(
    r: &mut Read,
    edition: EditionId,
    (from, to): (Moment, Moment),
) -> Result<Vec<Elsewhere>, Problem> {
    let shared = shared(r, edition)?;
    if shared.is_empty() {
        return Ok(Vec::new());
    }
    let editions_of: Vec<EditionId> = shared.keys().copied().collect();
    let listed: Vec<Listed> = sessions::table
        .inner_join(editions::table)
        .inner_join(activities::table)
        .filter(sessions::edition_id.eq_any(editions_of))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .order((sessions::starts_at, sessions::id))
        .select((SESSION, activities::title, editions::title, activities::format))
        .load(r.conn())?;
    let ids: Vec<SessionId> = listed.iter().map(|one| one.session.id).collect();
    let chosen = beforehand::with_places(r, &ids)?;
    let seated = if chosen.is_empty() { HashSet::new() } else { seated(r, &chosen)? };
    let with_people = |listed: Listed| {
        let id = listed.session.id;
        let all = shared.get(&listed.session.edition_id).cloned().unwrap_or_default();
        let seat = |one: &&Shared| seated.contains(&(id, one.there));
        let people =
            if chosen.contains(&id) { Arc::new(all.iter().filter(seat).cloned().collect()) } else { all };
        Elsewhere { listed, people }
    };
    Ok(listed.into_iter().map(with_people).collect())
}

/// Who has a place in these sessions.
fn seated(r: &mut Read, these: &HashSet<SessionId>) -> Result<HashSet<(SessionId, EnrolmentId)>, Problem> {
    let these: Vec<SessionId> = these.iter().copied().collect();
    let rows = beforehand::signed_up(r, &these)?.into_iter();
    Ok(rows.filter(|one| one.confirmed_at.is_some()).map(|one| (one.session, one.enrolment)).collect())
}

/// Who of an edition is enrolled in others, by the other edition.
fn shared(r: &mut Read, edition: EditionId) -> Result<HashMap<EditionId, Arc<Vec<Shared>>>, Problem> {
    let own = diesel::alias!(enrolments as own);
    type Row = (EditionId, EnrolmentId, EnrolmentId, String, String, Option<String>);
    let rows: Vec<Row> = enrolments::table
        .inner_join(own.on(own.field(enrolments::person_id).eq(enrolments::person_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(own.field(enrolments::edition_id).eq(edition))
        .filter(own.field(enrolments::withdrawn_at).is_null())
        .filter(enrolments::edition_id.ne(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((
            enrolments::edition_id,
            own.field(enrolments::id),
            enrolments::id,
            people::surname,
            people::given_name,
            people::patronymic,
        ))
        .load(r.conn())?;
    let mut shared: HashMap<EditionId, Vec<Shared>> = HashMap::new();
    for (other, here, there, surname, given_name, patronymic) in rows {
        let name = PersonName { surname, given_name, patronymic };
        shared.entry(other).or_default().push(Shared { name, here, there });
    }
    Ok(shared.into_iter().map(|(edition, people)| (edition, Arc::new(people))).collect())
}
