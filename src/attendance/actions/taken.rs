//! What is taken in a span of time: trainers and rooms by other sessions and by consultations, the people of an edition by
//! its other sessions, by other editions and by consultations that they booked, and hours that are closed. Loaded once, asked about as many bookings as wanted.

use super::co_trainers::naming_consultation;
use crate::attendance::rules::Booking;
use crate::attendance::rules::booking::{Booked, Busy, clash, overlap};
use crate::attendance::store::beforehand;
use crate::attendance::store::conflicts::{self, Consultation, Elsewhere, Guest};
use crate::attendance::store::sessions::Listed;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::holidays::actions as holidays;
use crate::holidays::rules::Closed;
use crate::kernel::{
    AppointmentSlotId, EditionId, Fault, Language, Moment, OrganisationId, PersonId, PersonName, Problem,
    SessionId, ZoneName, dates,
};
use crate::progress::store::assignment::{self, Among, Outside};
use std::collections::{BTreeMap, BTreeSet};

/// So many names are said of those who are asked at two places at once.
const NAMES: usize = 3;

/// What is taken around some bookings of an edition.
#[derive(Debug, Clone)]
pub struct Taken {
    edition: EditionId,
    organisation: OrganisationId,
    zone: ZoneName,
    others: Vec<(Booked, Listed)>,
    /// Times that are kept free for consultations.
    consultations: Vec<(Booked, Consultation)>,
    /// What the edition itself holds, where nobody has to sign up.
    own: Vec<(Moment, Moment)>,
    /// The same with those of whom it is asked, and what other editions ask of them.
    elsewhere: Vec<Elsewhere>,
    /// Consultations with the people of the edition who have booked them.
    booked: Vec<(Consultation, Vec<Guest>)>,
    outside: Outside,
    closed: Vec<Closed>,
}

/// Something else at the same time, for which people of the edition are expected too.
#[derive(Debug, Clone)]
pub struct Clash {
    /// What else.
    pub other: Other,
    /// How many people are expected at both.
    pub people: usize,
    names: Vec<String>,
}

/// What people are expected at besides a session.
#[derive(Debug, Clone)]
pub enum Other {
    /// Another session, of which they are asked.
    Session(Box<Listed>),
    /// A consultation that they have booked.
    Consultation(Box<Consultation>),
}

impl Taken {
    /// What is taken in a span of time, for these trainers: twelve queries at most, whatever the number of sessions.
    ///
    /// # Errors
    /// The database's.
    pub fn load(
        r: &mut Read,
        edition: &EditionRow,
        trainers: &[PersonId],
        span: (Moment, Moment),
    ) -> Result<Taken, Problem> {
        let others = conflicts::near(r, edition.organisation_id, trainers, span)?;
        let consultations = conflicts::consultations(r, Some(edition.organisation_id), trainers, span)?;
        let own = own_sessions(r, edition.id, span, &others)?;
        let times = own.iter().map(|listed| (listed.session.starts_at, listed.session.ends_at)).collect();
        let mut elsewhere = conflicts::elsewhere(r, edition.id, span)?;
        if !own.is_empty() {
            let people = conflicts::own_people(r, edition.id)?;
            elsewhere.extend(own.into_iter().map(|listed| Elsewhere { listed, people: people.clone() }));
        }
        let booked = conflicts::consulted(r, edition.id, span)?;
        let mut editions: BTreeSet<EditionId> =
            elsewhere.iter().map(|one| one.listed.session.edition_id).collect();
        let outside = if editions.is_empty() && booked.is_empty() {
            Outside::default()
        } else {
            editions.insert(edition.id);
            let editions: Vec<EditionId> = editions.into_iter().collect();
            assignment::outside(r, Among::Editions(&editions))?
        };
        let closed = holidays::closed(r, edition)?.into_iter().map(|row| row.closed).collect();
        Ok(Taken {
            edition: edition.id,
            organisation: edition.organisation_id,
            zone: edition.time_zone,
            others,
            consultations: consultations.into_iter().map(|one| (one.booked(), one)).collect(),
            own: times,
            elsewhere,
            booked,
            outside,
            closed,
        })
    }

    /// The same for a session in which only those are who sign up: they see themselves what else they have.
    pub fn for_those_who_sign_up(mut self) -> Taken {
        let edition = self.edition;
        self.elsewhere.retain(|one| one.listed.session.edition_id != edition);
        self.booked.clear();
        self
    }

    /// The same for a consultation that is to be held otherwise: it is not in its own way.
    pub fn besides_consultation(mut self, own: AppointmentSlotId) -> Taken {
        self.consultations.retain(|(_, one)| one.slot != own);
        self
    }

    /// Whether nothing at all speaks against a booking. The edition's own hours are taken even while nobody is enrolled:
    /// a timetable is laid out for those who will be.
    pub fn is_free(&self, booking: &Booking) -> bool {
        let at = booking.instants(self.zone);
        self.colliding(booking, None).next().is_none()
            && self.consulting(booking).next().is_none()
            && self.closed_by(booking).next().is_none()
            && self.own.iter().all(|held| !overlap(at, *held))
            && self.clashes(booking, None).is_empty()
    }

    /// A trainer or a room that is taken, with the other session or the consultation named (F1, F10).
    pub fn collisions(&self, booking: &Booking, own: Option<SessionId>, reader: Language) -> Vec<Fault> {
        let fault =
            |(busy, listed): (Busy, &Listed)| named(Fault::new(busy.field(), busy.code()), listed, reader);
        let consultation = |(busy, one): (Busy, &Consultation)| {
            naming_consultation(Fault::new(busy.field(), busy.consultation_code()), one, reader)
        };
        let sessions = self.colliding(booking, own).map(fault);
        sessions.chain(self.consulting(booking).map(consultation)).collect()
    }

    fn consulting(&self, booking: &Booking) -> impl Iterator<Item = (Busy, &Consultation)> {
        let at = booking.instants(self.zone);
        let these = self.consultations.iter();
        these.filter_map(move |(other, one)| Some((clash(booking, at, self.organisation, other)?, one)))
    }

    fn colliding(&self, booking: &Booking, own: Option<SessionId>) -> impl Iterator<Item = (Busy, &Listed)> {
        let at = booking.instants(self.zone);
        let others = self.others.iter().filter(move |(other, _)| own.is_none() || other.session != own);
        others
            .filter_map(move |(other, listed)| Some((clash(booking, at, self.organisation, other)?, listed)))
    }

    /// Closed hours that a booking falls into, named (F10).
    pub fn closed_faults(&self, booking: &Booking, reader: Language) -> Vec<Fault> {
        let fault = |closed: &Closed| {
            let when = format!(
                "{}, {}–{}",
                dates::day(reader, booking.held_on),
                dates::time(closed.starts),
                dates::time(closed.ends)
            );
            Fault::new("starts", "closed-hours").with("what", &closed.what).with("when", when)
        };
        self.closed_by(booking).map(fault).collect()
    }

    fn closed_by(&self, booking: &Booking) -> impl Iterator<Item = &Closed> {
        let (on, starts, ends) = (booking.held_on, booking.starts, booking.ends);
        self.closed.iter().filter(move |closed| closed.meets(on, starts, ends))
    }

    /// The other sessions at the time of a booking, of this edition or of another one, of which people of this edition
    /// are asked too, and the consultations that they have booked then.
    pub fn clashes(&self, booking: &Booking, own: Option<SessionId>) -> Vec<Clash> {
        let at = booking.instants(self.zone);
        let mut found: Vec<Clash> = Vec::new();
        for one in &self.elsewhere {
            let row = &one.listed.session;
            if Some(row.id) == own || !overlap(at, (row.starts_at, row.ends_at)) {
                continue;
            }
            let asked: Vec<&PersonName> = one
                .people
                .iter()
                .filter(|shared| {
                    !self.outside.contains(self.edition, booking.activity, shared.here)
                        && !self.outside.contains(row.edition_id, row.activity_id, shared.there)
                })
                .map(|shared| &shared.name)
                .collect();
            found.extend(Clash::of(&asked, || Other::Session(Box::new(one.listed.clone()))));
        }
        for (one, guests) in &self.booked {
            if !overlap(at, (one.starts_at, one.ends_at)) {
                continue;
            }
            let asked: Vec<&PersonName> = guests
                .iter()
                .filter(|guest| !self.outside.contains(self.edition, booking.activity, guest.here))
                .map(|guest| &guest.name)
                .collect();
            found.extend(Clash::of(&asked, || Other::Consultation(Box::new(one.clone()))));
        }
        found
    }
}

/// The sessions of an edition among others, where nobody has to sign up, by id.
fn own_sessions(
    r: &mut Read,
    edition: EditionId,
    span: (Moment, Moment),
    others: &[(Booked, Listed)],
) -> Result<Vec<Listed>, Problem> {
    // Whoever teaches together with somebody has a line more for the same session.
    let mut own: BTreeMap<SessionId, &Listed> = BTreeMap::new();
    for (_, listed) in others {
        let row = &listed.session;
        if row.edition_id == edition && overlap(span, (row.starts_at, row.ends_at)) {
            own.insert(row.id, listed);
        }
    }
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SessionId> = own.keys().copied().collect();
    let places = beforehand::taken(r, &ids)?;
    Ok(own.into_values().filter(|listed| !places.contains_key(&listed.session.id)).cloned().collect())
}

impl Clash {
    /// Nothing where nobody is expected at both.
    fn of(people: &[&PersonName], other: impl FnOnce() -> Other) -> Option<Clash> {
        if people.is_empty() {
            return None;
        }
        let names = people.iter().take(NAMES).map(|name| name.surname_and_initials()).collect();
        Some(Clash { other: other(), people: people.len(), names })
    }

    /// Up to three of those who are expected at both, with their initials.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The refusals of several: one of each session, and one of all consultations together.
    pub fn faults(these: &[Clash], reader: Language) -> Vec<Fault> {
        let consulted = |one: &&Clash| matches!(one.other, Other::Consultation(_));
        let (consulted, sessions): (Vec<&Clash>, Vec<&Clash>) = these.iter().partition(consulted);
        let mut faults: Vec<Fault> = sessions.into_iter().map(|one| one.fault(reader)).collect();
        if consulted.len() < 2 {
            faults.extend(consulted.into_iter().map(|one| one.fault(reader)));
            return faults;
        }
        let count = consulted.len();
        let list: Vec<String> = consulted.into_iter().filter_map(|one| one.line(reader)).collect();
        let fault = Fault::new("trainees", "trainees-consulted-several");
        faults.push(fault.with("count", count).with("list", list.join("; ")));
        faults
    }

    /// A consultation among several: which, and whose.
    fn line(&self, reader: Language) -> Option<String> {
        let Other::Consultation(one) = &self.other else { return None };
        let (from, to) = (dates::time(one.starts_local), dates::time(one.ends_local));
        let more = self.people - self.names.len();
        let more = if more > 0 { format!(", +{more}") } else { String::new() };
        let (day, names) = (dates::day(reader, one.held_on), self.names.join(", "));
        Some(format!("{}, {day}, {from}–{to} ({names}{more})", one.edition))
    }

    /// The refusal: the other session or the consultation, how many people, and up to three of their names.
    pub fn fault(&self, reader: Language) -> Fault {
        let more = self.people - self.names.len();
        let fault = match &self.other {
            Other::Session(listed) => named(Fault::new("trainees", "trainees-busy"), listed, reader),
            Other::Consultation(one) => {
                naming_consultation(Fault::new("trainees", "trainees-consulted"), one, reader)
            }
        };
        fault.with("count", self.people).with("names", self.names.join(", ")).with("more", more)
    }
}

fn named(fault: Fault, listed: &Listed, reader: Language) -> Fault {
    let row = &listed.session;
    let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
    let when = format!("{}, {from}–{to}", dates::day(reader, row.held_on));
    fault.with("title", listed.title.0.for_reader(reader)).with("edition", &listed.edition).with("when", when)
}
