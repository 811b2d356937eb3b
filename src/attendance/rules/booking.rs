//! When and where a session is held, and what it must not collide with.

use super::texts;
use crate::editions::rules::Term;
use crate::kernel::{
    ActivityId, Fault, Minutes, Moment, OrganisationId, PersonId, SessionId, ZoneName, name::fold,
};
use chrono::{NaiveDate, NaiveTime};

texts! {
    /// Where a session is held.
    SessionMode {
        /// In a room.
        InPerson = "in_person",
        /// By a link.
        Online = "online",
        /// Some in the room, some by the link (F11).
        Mixed = "mixed",
    }
}

impl SessionMode {
    /// Whether somebody has to find a room.
    pub fn has_place(self) -> bool {
        self != SessionMode::Online
    }

    /// Whether somebody needs a link.
    pub fn has_link(self) -> bool {
        self != SessionMode::InPerson
    }
}

/// A session as somebody wants it held, by the wall clock of the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// What is taught.
    pub activity: ActivityId,
    /// On which day.
    pub held_on: NaiveDate,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
    /// Where.
    pub mode: SessionMode,
    /// The room, and how to get there.
    pub place: Option<String>,
    /// The address of the meeting.
    pub link: Option<String>,
    /// Who teaches.
    pub trainer: Option<PersonId>,
}

impl Booking {
    /// The booking without what does not belong to its mode: an online session takes no room.
    pub fn tidy(self) -> Booking {
        let (place, link) = (self.place, self.link);
        Booking {
            place: place.filter(|_| self.mode.has_place()),
            link: link.filter(|_| self.mode.has_link()),
            ..self
        }
    }

    /// The faults that can be seen without looking at other sessions.
    pub fn faults(&self, term: &Term) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.ends <= self.starts {
            faults.push(Fault::new("ends", "end-not-after-start"));
        }
        if self.held_on < term.starts_on || self.held_on > term.ends_on {
            let day = |date: NaiveDate| date.format("%d.%m.%Y").to_string();
            let fault = Fault::new("held_on", "outside-edition");
            faults.push(fault.with("from", day(term.starts_on)).with("to", day(term.ends_on)));
        }
        for (field, time) in [("starts", self.starts), ("ends", self.ends)] {
            if is_left_out(term.zone, self.held_on, time) {
                faults.push(Fault::new(field, "time-left-out").with("time", time.format("%H:%M")));
            }
        }
        faults.extend(self.where_faults());
        faults
    }

    /// Whether another booking asks the same of the same people at the same hour.
    pub fn same_hour(&self, other: &Booking) -> bool {
        (self.activity, self.held_on, self.starts, self.ends)
            == (other.activity, other.held_on, other.starts, other.ends)
    }

    fn where_faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.mode.has_place() && self.place.is_none() {
            faults.push(Fault::new("place", "place-needed"));
        }
        match &self.link {
            None if self.mode.has_link() => faults.push(Fault::new("link", "link-needed")),
            Some(link) if !is_web_address(link) => faults.push(Fault::new("link", "not-a-link")),
            _ => {}
        }
        faults
    }

    /// From the first to the last instant, in the edition's zone.
    pub fn instants(&self, zone: ZoneName) -> (Moment, Moment) {
        (zone.instant(self.held_on, self.starts), zone.instant(self.held_on, self.ends))
    }
}

/// Whether clocks leave a time out on a day, because they are put forward over it.
fn is_left_out(zone: ZoneName, on: NaiveDate, time: NaiveTime) -> bool {
    zone.instant(on, time).local(zone) != on.and_time(time)
}

/// Whether a link leads to a web page: anything else could run in the reader's browser.
fn is_web_address(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// The time from start to end; nothing when the end is not after the start.
pub fn length(starts_at: Moment, ends_at: Moment) -> Minutes {
    Minutes(i32::try_from(starts_at.seconds_until(ends_at) / 60).unwrap_or(0).max(0))
}

/// A session, or a time kept free for consultations, near the wanted time, by anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// The session; nothing where it is a consultation.
    pub session: Option<SessionId>,
    /// The organisation whose rooms it is held in.
    pub organisation: OrganisationId,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// The room.
    pub place: Option<String>,
    /// Who teaches.
    pub trainer: Option<PersonId>,
}

/// What cannot be at two places, or hold two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// The trainer teaches elsewhere.
    Trainer,
    /// The room is taken.
    Place,
}

impl Busy {
    /// The field of the form that is at fault.
    pub fn field(self) -> &'static str {
        match self {
            Busy::Trainer => "trainer",
            Busy::Place => "place",
        }
    }

    /// The code of the fault.
    pub fn code(self) -> &'static str {
        match self {
            Busy::Trainer => "trainer-busy",
            Busy::Place => "place-busy",
        }
    }

    /// The code of the fault where a consultation is in the way.
    pub fn consultation_code(self) -> &'static str {
        match self {
            Busy::Trainer => "appointments-consultant-busy",
            Busy::Place => "appointments-place-busy",
        }
    }
}

/// Whether two spans of time share an instant. Those that only touch do not.
pub fn overlap((starts, ends): (Moment, Moment), (from, to): (Moment, Moment)) -> bool {
    from < ends && starts < to
}

/// What of a session is taken by another one (F1). Sessions that only touch do not collide. The same words
/// for a room mean the same room only within one organisation.
pub fn clash(
    wanted: &Booking,
    (starts_at, ends_at): (Moment, Moment),
    organisation: OrganisationId,
    other: &Booked,
) -> Option<Busy> {
    if !overlap((starts_at, ends_at), (other.starts_at, other.ends_at)) {
        return None;
    }
    if wanted.trainer.is_some() && wanted.trainer == other.trainer {
        return Some(Busy::Trainer);
    }
    let room = |place: &Option<String>| place.as_deref().map(fold);
    let same = wanted.mode.has_place() && wanted.place.is_some() && room(&wanted.place) == room(&other.place);
    (same && organisation == other.organisation).then_some(Busy::Place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn booking() -> Booking {
        Booking {
            activity: ActivityId(1),
            held_on: "2026-11-21".parse().unwrap(),
            starts: time("10:00:00"),
            ends: time("13:00:00"),
            mode: SessionMode::InPerson,
            place: Some("Кабинет 5".into()),
            link: None,
            trainer: Some(PersonId(7)),
        }
    }

    fn term() -> Term {
        let day = |text: &str| text.parse().unwrap();
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        Term { starts_on: day("2026-09-01"), ends_on: day("2026-11-30"), zone }
    }

    fn codes(booking: &Booking) -> Vec<(String, String)> {
        booking.faults(&term()).into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn ten_to_one_is_three_hours() {
        let (from, to) = booking().instants(term().zone);
        assert_eq!(from.rfc3339(), "2026-11-21T02:00:00Z");
        assert_eq!(length(from, to), Minutes(180));
        assert!(codes(&booking()).is_empty());
    }

    #[test]
    fn every_fault_of_a_session_is_named_at_once() {
        let wrong = Booking {
            held_on: "2026-12-01".parse().unwrap(),
            ends: time("10:00:00"),
            mode: SessionMode::Mixed,
            place: None,
            ..booking()
        };
        let expected = [
            ("ends", "end-not-after-start"),
            ("held_on", "outside-edition"),
            ("place", "place-needed"),
            ("link", "link-needed"),
        ];
        assert_eq!(codes(&wrong), expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        for link in ["javascript:alert(1)", "zoom", "https://a b.example"] {
            let online = Booking { mode: SessionMode::Online, link: Some(link.into()), ..booking() };
            assert_eq!(codes(&online), [("link".to_owned(), "not-a-link".to_owned())], "{link}");
        }
    }

    #[test]
    fn a_time_that_clocks_leave_out_is_refused_and_one_that_comes_twice_is_not() {
        let berlin = |on: &str, from: &str, to: &str| {
            let day = on.parse().unwrap();
            let term = Term { starts_on: day, ends_on: day, zone: ZoneName::parse("Europe/Berlin").unwrap() };
            let night = Booking { held_on: day, starts: time(from), ends: time(to), ..booking() };
            let faults = night.faults(&term).into_iter();
            faults.map(|fault| (fault.field, fault.code)).collect::<Vec<_>>()
        };
        let left_out = vec![("starts".to_owned(), "time-left-out".to_owned())];
        assert_eq!(berlin("2026-03-29", "02:30:00", "04:00:00"), left_out);
        assert!(berlin("2026-03-29", "01:30:00", "03:00:00").is_empty());
        assert!(berlin("2026-10-25", "02:30:00", "04:00:00").is_empty());
    }

    #[test]
    fn a_trainer_and_a_room_hold_one_session_at_a_time() {
        let zone = term().zone;
        let wanted = booking();
        let at = wanted.instants(zone);
        let other = Booked {
            session: Some(SessionId(3)),
            organisation: OrganisationId(1),
            starts_at: at.0.plus_minutes(90),
            ends_at: at.1.plus_minutes(90),
            place: Some("кабинет  5".into()),
            trainer: Some(PersonId(8)),
        };
        let found = |other: &Booked| clash(&wanted, at, OrganisationId(1), other);
        assert_eq!(found(&other), Some(Busy::Place));
        assert_eq!(found(&Booked { trainer: Some(PersonId(7)), ..other.clone() }), Some(Busy::Trainer));
        assert_eq!(found(&Booked { organisation: OrganisationId(2), ..other.clone() }), None);
        assert_eq!(found(&Booked { place: None, ..other.clone() }), None);
        assert_eq!(found(&Booked { starts_at: at.1, ..other }), None);
    }
}
