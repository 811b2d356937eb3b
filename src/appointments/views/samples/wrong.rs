//! What can be wrong with the forms of this room.

use crate::kernel::{Fault, Problem};

/// What can be wrong with changing a consultation.
pub(in crate::appointments::views) fn change_mistakes() -> Problem {
    let booked = Fault::new("starts", "appointments-booked-clash").with("name", "Сейтқали А.");
    Problem::invalid(vec![
        Fault::new("capacity", "appointments-places-taken").with("low", 3),
        Fault::new("held_on", "appointments-past"),
        booked.with("when", "ср, 16 сентября, 14:00–14:30"),
        Fault::new("change", "appointments-begun"),
    ])
}

/// Several things are wrong with the form that opens consultations.
pub(in crate::appointments::views) fn form_mistakes() -> Problem {
    Problem::invalid(vec![
        Fault::new("trainer", "choose-one"),
        Fault::new("held_on", "appointments-past"),
        Fault::new("weekday", "appointments-no-days"),
        Fault::new("weeks", "appointments-too-many").with("count", 300).with("most", 200),
        Fault::new("ends", "not-a-time"),
        Fault::new("every", "appointments-every-too-long").with("length", 20),
        Fault::new("activity", "appointments-activity-needed"),
        Fault::new("skip", "appointments-some-taken"),
    ])
}

/// What can be wrong with asking for a consultation.
pub(in crate::appointments::views) fn ask_mistakes() -> Problem {
    Problem::invalid(vec![
        Fault::new("trainer", "choose-one"),
        Fault::new("held_on", "appointments-past"),
        Fault::new("minutes", "appointments-over-midnight"),
        Fault::new("question", "appointments-too-many-requests").with("most", 5),
    ])
}

/// What can be wrong with a slot, a request, or having a place.
pub(in crate::appointments::views) fn mistakes() -> Problem {
    Problem::invalid(vec![
        Fault::new("reason", "required"),
        Fault::new("place", "place-needed"),
        Fault::new("cancel_hours", "out-of-range").with("low", 0).with("high", 720),
        Fault::new("marks", "appointments-ahead"),
        Fault::new("request", "appointments-answered"),
        Fault::new("booking", "appointments-clash").with("when", "ср, 16 сентября, 14:00–14:30"),
    ])
}
