//! A consultation among what awaits somebody.

use crate::appointments::actions::Held;
use crate::appointments::views::When;
use crate::kernel::PersonName;
use crate::web::{Reader, paths};
use serde::Serialize;

/// How many are shown.
const SHOWN: usize = 10;

/// A consultation: when, with whom, where.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Consultation {
    url: String,
    when: When,
    topic: Option<String>,
    edition: String,
    with: Option<String>,
    place: Option<String>,
    link: Option<String>,
}

impl Consultation {
    /// The next of them, as many as a page holds.
    pub(super) fn all(held: &[Held], reader: &Reader) -> Vec<Consultation> {
        held.iter().take(SHOWN).map(|one| Consultation::new(one, reader)).collect()
    }

    fn new(held: &Held, reader: &Reader) -> Consultation {
        let names: Vec<String> = held.with.iter().map(PersonName::full).collect();
        Consultation {
            url: held.path(),
            when: When::of_slot(&held.slot, reader),
            topic: held.slot.topic.clone(),
            edition: held.edition.clone(),
            with: (!names.is_empty()).then(|| names.join(", ")),
            place: held.slot.place.clone(),
            link: held.slot.link.clone(),
        }
    }

    /// One that is booked and one that is free, for samples.
    pub(super) fn samples() -> Vec<Consultation> {
        let booked = Consultation {
            url: paths::APPOINTMENTS.into(),
            when: When::sample(),
            topic: Some("Разбор вашего кейса".into()),
            edition: "2-й поток".into(),
            with: Some("Сейтқали Айгүл".into()),
            place: None,
            link: Some("https://meet.example.org/k".into()),
        };
        let free = Consultation {
            topic: None,
            with: None,
            place: Some("ул. Ленина, 5, ауд. 12".into()),
            link: None,
            ..booked.clone()
        };
        vec![booked, free]
    }
}
