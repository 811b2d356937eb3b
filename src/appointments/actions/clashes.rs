//! What people have at a time besides a consultation: nobody is at two places at once.

use super::wall;
use crate::appointments::store::days::{self, Met, Span};
use crate::attendance::store::beforehand;
use crate::db::Read;
use crate::kernel::{AppointmentBookingId, EnrolmentId, Fault, Language, PersonId, Problem, SessionId};
use crate::progress::store::assignment::{self, Among};
use std::collections::HashSet;

/// What somebody has, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Has {
    /// Another consultation.
    Consultation { when: String },
    /// A session that is asked of them.
    Session { title: String, when: String },
}

impl Has {
    /// Said to whoever books for themselves.
    pub(super) fn own_fault(self, field: &str) -> Fault {
        match self {
            Has::Consultation { when } => Fault::new(field, "appointments-clash").with("when", when),
            Has::Session { title, when } => {
                Fault::new(field, "appointments-session-clash").with("title", title).with("when", when)
            }
        }
    }

    /// Said to whoever moves a consultation that somebody else has booked.
    pub(super) fn named_fault(self, field: &str, name: String) -> Fault {
        let fault = |code: &'static str| Fault::new(field, code).with("name", name);
        match self {
            Has::Consultation { when } => fault("appointments-booked-clash").with("when", when),
            Has::Session { title, when } => {
                fault("appointments-booked-session-clash").with("title", title).with("when", when)
            }
        }
    }
}

/// What these people have in a span of time, besides these bookings; consultations first. A number of queries that does not
/// depend on theirs.
pub(super) fn at_the_time(
    r: &mut Read,
    (people, besides): (&[PersonId], &[AppointmentBookingId]),
    span: Span,
    reader: Language,
) -> Result<Vec<(PersonId, Has)>, Problem> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let booked = days::booked(r, people, span)?.into_iter().filter(|(_, id, ..)| !besides.contains(id));
    let mut found: Vec<(PersonId, Has)> = booked
        .map(|(person, _, row, _)| {
            let when = wall(reader, row.held_on, (row.starts_local, row.ends_local));
            (person, Has::Consultation { when })
        })
        .collect();
    let met = asked_of(r, people, span)?.into_iter().map(|(person, one)| {
        let when = wall(reader, one.held_on, (one.starts_local, one.ends_local));
        (person, Has::Session { title: one.title.0.for_reader(reader).to_owned(), when })
    });
    found.extend(met);
    Ok(found)
}

/// The sessions that are asked of these people in a span. Where one signs up, a session is only of those who have a place.
fn asked_of(r: &mut Read, people: &[PersonId], span: Span) -> Result<Vec<(PersonId, Met)>, Problem> {
    let mut met = days::sessions_at(r, people, span)?;
    if met.is_empty() {
        return Ok(met);
    }
    let editions: Vec<_> = met.iter().map(|(_, one)| one.edition).collect();
    let among = match people {
        [person] => Among::Person(*person),
        _ => Among::Editions(&editions),
    };
    let outside = assignment::outside(r, among)?;
    met.retain(|(_, one)| !outside.contains(one.edition, one.activity, one.enrolment));
    let ids: Vec<SessionId> = met.iter().map(|(_, one)| one.session).collect();
    let chosen = beforehand::with_places(r, &ids)?;
    if chosen.is_empty() {
        return Ok(met);
    }
    let these: Vec<SessionId> = chosen.iter().copied().collect();
    let seated: HashSet<(SessionId, EnrolmentId)> = beforehand::signed_up(r, &these)?
        .into_iter()
        .filter(|one| one.confirmed_at.is_some())
        .map(|one| (one.session, one.enrolment))
        .collect();
    met.retain(|(_, one)| !chosen.contains(&one.session) || seated.contains(&(one.session, one.enrolment)));
    Ok(met)
}
