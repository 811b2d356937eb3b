//! What is taken in a span of time: trainers and rooms by other sessions, the people of an edition by other editions, and
//! hours that are closed. Loaded once, asked about as many bookings as wanted.

use super::timetable::Setting;
use crate::attendance::rules::Booking;
use crate::attendance::rules::booking::{Booked, Busy, clash, overlap};
use crate::attendance::store::conflicts::{self, Elsewhere};
use crate::attendance::store::sessions::Listed;
use crate::db::Read;
use crate::holidays::actions as holidays;
use crate::holidays::rules::Closed;
use crate::kernel::{
    EditionId, Fault, Language, Moment, OrganisationId, PersonId, PersonName, Problem, SessionId, ZoneName,
    dates,
};
use crate::progress::store::assignment::{self, Among, Outside};
use std::collections::BTreeSet;

/// So many names are said of those who are asked at two places at once.
const NAMES: usize = 3;

/// What is taken around some bookings of an edition.
#[derive(Debug, Clone)]
pub struct Taken {
    edition: EditionId,
    organisation: OrganisationId,
    zone: ZoneName,
    others: Vec<(Booked, Listed)>,
    elsewhere: Vec<Elsewhere>,
    outside: Outside,
    closed: Vec<Closed>,
}

/// A session of another edition at the same time, of which people of this one are asked too.
#[derive(Debug, Clone)]
pub struct Clash {
    /// The other session.
    pub session: SessionId,
    /// How many people are asked of both.
    pub people: usize,
    listed: Listed,
    names: Vec<String>,
}

impl Taken {
    /// What is taken in a span of time, for these trainers: five queries at most, whatever the number of sessions.
    ///
    /// # Errors
    /// The database's.
    pub fn load(
        r: &mut Read,
        setting: &Setting,
        trainers: &[PersonId],
        span: (Moment, Moment),
    ) -> Result<Taken, Problem> {
        let edition = &setting.edition;
        let elsewhere = conflicts::elsewhere(r, edition.id, span)?;
        let mut editions: BTreeSet<EditionId> =
            elsewhere.iter().map(|one| one.listed.session.edition_id).collect();
        let outside = if editions.is_empty() {
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
            others: conflicts::near(r, edition.organisation_id, trainers, span)?,
            elsewhere,
            outside,
            closed,
        })
    }

    /// Whether nothing at all speaks against a booking.
    pub fn is_free(&self, booking: &Booking) -> bool {
        self.colliding(booking, None).next().is_none()
            && self.closed_by(booking).next().is_none()
            && self.clashes(booking, None).is_empty()
    }

    /// A trainer or a room that is taken, with the other session named (F1).
    pub fn collisions(&self, booking: &Booking, own: Option<SessionId>, reader: Language) -> Vec<Fault> {
        let fault =
            |(busy, listed): (Busy, &Listed)| named(Fault::new(busy.field(), busy.code()), listed, reader);
        self.colliding(booking, own).map(fault).collect()
    }

    fn colliding(&self, booking: &Booking, own: Option<SessionId>) -> impl Iterator<Item = (Busy, &Listed)> {
        let at = booking.instants(self.zone);
        let others = self.others.iter().filter(move |(other, _)| Some(other.session) != own);
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

    /// The sessions of other editions at the time of a booking, of which people of this edition are asked too.
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
            if !asked.is_empty() {
                let names = asked.iter().take(NAMES).map(|name| name.surname_and_initials()).collect();
                found.push(Clash { session: row.id, people: asked.len(), listed: one.listed.clone(), names });
            }
        }
        found
    }
}

impl Clash {
    /// The refusal: the other session, how many people, and up to three of their names.
    pub fn fault(&self, reader: Language) -> Fault {
        let more = self.people - self.names.len();
        let fault = named(Fault::new("trainees", "trainees-busy"), &self.listed, reader);
        fault.with("count", self.people).with("names", self.names.join(", ")).with("more", more)
    }
}

fn named(fault: Fault, listed: &Listed, reader: Language) -> Fault {
    let row = &listed.session;
    let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
    let when = format!("{}, {from}–{to}", dates::day(reader, row.held_on));
    fault.with("title", listed.title.0.for_reader(reader)).with("edition", &listed.edition).with("when", when)
}
