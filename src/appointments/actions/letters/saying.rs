//! What letters about consultations say, for their templates.

use crate::appointments::actions::wall;
use crate::appointments::store::slots::SlotRow;
use crate::attendance::store::concerned::Told;
use crate::kernel::{Language, ZoneName, dates};
use crate::web::paths;
use serde_json::{Value, json};

/// On which side of a consultation somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Who booked it.
    Trainee,
    /// Who consults.
    Consultant,
}

impl Side {
    /// Where they read of it.
    pub(super) fn path(self, slot: &SlotRow) -> String {
        match self {
            Side::Trainee => paths::APPOINTMENTS.to_owned(),
            Side::Consultant => paths::appointment(slot.id),
        }
    }
}

/// What every letter of a consultation says.
pub(super) fn said(slot: &SlotRow, told: &Told, (side, other): (Side, &str)) -> Value {
    json!({
        "name": told.name.address(),
        "other": other,
        "to_consultant": side == Side::Consultant,
        "topic": slot.topic,
        "question": null,
        "reason": null,
        "held": held(slot, told.language, told.zone),
        "path": side.path(slot),
    })
}

/// Adds words to what a letter says.
pub(super) fn add(data: &mut Value, key: &str, words: Option<&str>) {
    if let Some(object) = data.as_object_mut() {
        object.insert(key.to_owned(), json!(words));
    }
}

/// When and where, for the templates: by the clock on the wall, and by the reader's where that shows another time.
pub(super) fn held(slot: &SlotRow, language: Language, zone: ZoneName) -> Value {
    let (from, to) = (slot.starts_at.local(zone), slot.ends_at.local(zone));
    let own = (from != slot.held_on.and_time(slot.starts_local)).then(|| {
        let hours = format!("{}–{}", dates::time(from.time()), dates::time(to.time()));
        let same_day = from.date() == slot.held_on;
        if same_day { hours } else { format!("{}, {hours}", dates::day(language, from.date())) }
    });
    json!({
        "when": wall(language, slot.held_on, (slot.starts_local, slot.ends_local)),
        "city": dates::zone_city(language, slot.time_zone),
        "own": own,
        "place": slot.place,
        "link": slot.link,
    })
}
