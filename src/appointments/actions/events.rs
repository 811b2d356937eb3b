//! A consultation as other programs' calendars have it.

use super::wall;
use crate::appointments::store::slots::SlotRow;
use crate::kernel::{Language, Moment, zones};
use crate::printing::calendars::Event;

/// What an event says of a consultation.
#[derive(Debug, Clone)]
pub struct Occasion<'a> {
    /// The slot.
    pub slot: &'a SlotRow,
    /// The edition's title.
    pub edition: &'a str,
    /// With whom, where that is said.
    pub with: Vec<String>,
    /// Which form of it this is, and since when.
    pub revision: (i32, Moment),
}

/// The consultation for a reader, leading to a path of ours. Its words say the time by the clock on its wall, because
/// programs show the instant by the reader's own.
pub fn event(occasion: &Occasion<'_>, language: Language, path: String) -> Event {
    let slot = occasion.slot;
    let zone = zones::label(language, slot.time_zone, slot.starts_at);
    let when = wall(language, slot.held_on, (slot.starts_local, slot.ends_local));
    let mut lines = vec![occasion.edition.to_owned(), format!("{when} ({zone})")];
    lines.extend(occasion.with.iter().cloned());
    lines.extend(slot.topic.clone());
    lines.extend(slot.place.clone());
    lines.extend(slot.link.clone());
    let (sequence, revised_at) = occasion.revision;
    Event {
        uid: format!("appointment-{}", slot.id),
        sequence,
        revised_at,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        summary: called(language).to_owned(),
        location: slot.place.clone().or_else(|| slot.link.clone()),
        description: lines.join("\n"),
        url: path,
        cancelled: slot.withdrawn_at.is_some(),
    }
}

/// What a consultation is called in other programs' calendars, which know no texts of ours.
fn called(language: Language) -> &'static str {
    match language {
        Language::Ru => "Консультация",
        Language::Kk => "Кеңес",
        Language::En => "Consultation",
    }
}
