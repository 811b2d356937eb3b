//! How the places of a session may be set, and whether somebody may ask for one now.

use crate::attendance::rules::{Door, Places};
use crate::kernel::{Fault, Moment};

/// The most places that a session can have.
pub const MOST: i32 = 10_000;

/// The field under which everything stands that is wrong with asking for a place or giving it up.
pub const FIELD: &str = "place";

/// When a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// What is wrong with places as somebody wants to set them.
pub fn faults(places: &Places, span: Span) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !(1..=MOST).contains(&places.capacity) {
        faults.push(Fault::new("capacity", "out-of-range").with("low", 1).with("high", MOST));
    }
    let times = [
        ("opens_at", places.opens_at),
        ("closes_at", places.closes_at),
        ("cancel_until", places.cancel_until),
    ];
    for (field, at) in times {
        if at.is_some_and(|at| at > span.starts_at) {
            faults.push(Fault::new(field, "sign-ups-after-start"));
        }
    }
    if faults.is_empty() && places.opens_at.is_some_and(|opens| opens >= places.closes(span.starts_at)) {
        faults.push(Fault::new("closes_at", "sign-ups-closes-before-opening"));
    }
    faults
}

/// Why somebody cannot sign up by themselves now; the moment stands for itself in the opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The session was cancelled.
    Cancelled,
    /// Sign-up opens then.
    Ahead(Moment),
    /// Sign-up is over.
    Closed,
}

/// Lets people sign up by themselves while the door is open.
///
/// # Errors
/// Why not now.
pub fn require_open(places: &Places, span: Span, now: Moment) -> Result<(), Refusal> {
    if span.cancelled {
        return Err(Refusal::Cancelled);
    }
    match places.door(span.starts_at, now) {
        Door::Open => Ok(()),
        Door::Ahead(at) => Err(Refusal::Ahead(at)),
        Door::Closed => Err(Refusal::Closed),
    }
}

/// Whether free places still go to those who wait: not once the session has begun, or will not be held.
pub fn promotes(span: Span, now: Moment) -> bool {
    !span.cancelled && now < span.starts_at
}

/// Whether two sessions cannot both be attended: one begins before the other is over.
pub fn overlap(one: Span, other: Span) -> bool {
    one.starts_at < other.ends_at && other.starts_at < one.ends_at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Moment {
        Moment::parse("2026-09-15T02:00:00Z").unwrap()
    }

    fn span() -> Span {
        Span { starts_at: start(), ends_at: start().plus_minutes(90), cancelled: false }
    }

    fn places() -> Places {
        Places { capacity: 20, opens_at: None, closes_at: None, cancel_until: None, waiting_list: true }
    }

    fn codes(places: &Places) -> Vec<(String, String)> {
        faults(places, span()).into_iter().map(|fault| (fault.field, fault.code.to_string())).collect()
    }

    #[test]
    fn places_are_set_before_the_start_and_open_before_they_close() {
        assert!(codes(&places()).is_empty());
        let none = Places { capacity: 0, ..places() };
        assert_eq!(codes(&none), [("capacity".to_owned(), "out-of-range".to_owned())]);
        let late = Places { cancel_until: Some(start().plus_seconds(1)), ..places() };
        assert_eq!(codes(&late), [("cancel_until".to_owned(), "sign-ups-after-start".to_owned())]);
        let (noon, evening) = (start().plus_minutes(-600), start().plus_minutes(-300));
        let turned = Places { opens_at: Some(evening), closes_at: Some(noon), ..places() };
        assert_eq!(codes(&turned), [("closes_at".to_owned(), "sign-ups-closes-before-opening".to_owned())]);
        assert!(codes(&Places { opens_at: Some(noon), closes_at: Some(evening), ..places() }).is_empty());
    }

    #[test]
    fn nobody_signs_up_before_after_or_for_what_is_not_held() {
        let set = Places { opens_at: Some(start().plus_minutes(-60)), ..places() };
        let refused = |now| require_open(&set, span(), now).unwrap_err();
        assert_eq!(refused(start().plus_minutes(-61)), Refusal::Ahead(start().plus_minutes(-60)));
        assert_eq!(refused(start()), Refusal::Closed);
        assert!(require_open(&set, span(), start().plus_minutes(-60)).is_ok());
        let off = Span { cancelled: true, ..span() };
        assert_eq!(require_open(&set, off, start().plus_minutes(-60)), Err(Refusal::Cancelled));
    }

    #[test]
    fn sessions_back_to_back_do_not_overlap() {
        let after = |minutes: i64| Span {
            starts_at: start().plus_minutes(minutes),
            ends_at: start().plus_minutes(minutes + 90),
            cancelled: false,
        };
        assert!(overlap(span(), after(89)) && overlap(after(89), span()) && overlap(span(), span()));
        assert!(!overlap(span(), after(90)) && !overlap(after(90), span()));
        assert!(promotes(span(), start().plus_seconds(-1)) && !promotes(span(), start()));
    }
}
