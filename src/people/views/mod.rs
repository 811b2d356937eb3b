//! The pages of people, as data.

mod directory;
mod doors;
mod forms;
mod own;

pub use directory::{PeopleList, PersonPage};
pub use doors::{AskReset, SetPassword, SignIn};
pub use forms::{EditPerson, NewPersonForm};
pub use own::{ChangePassword, Profile, Waiting};

use crate::kernel::{Language, Moment, ZoneName};
use crate::render::Words;
use crate::web::{Choice, Field, Reader};

/// A reader with the messages in their language, for texts that stand inside choices.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    /// The messages.
    pub words: &'a Words,
    /// The reader.
    pub reader: Reader,
}

impl Say<'_> {
    fn text(&self, key: &str) -> String {
        self.words.text(self.reader.language, key)
    }
}

/// The fields of a form that have a fault, for the summary above it.
fn wrong(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// The languages under their own names.
fn languages(chosen: &str) -> Vec<Choice> {
    [Language::Ru, Language::Kk, Language::En]
        .map(|language| Choice::new(language.tag(), language.own_name(), chosen))
        .to_vec()
}

/// Zones people of this product live in, with the key of the city.
const ZONES: [(&str, &str); 18] = [
    ("Europe/Kaliningrad", "people-zone-kaliningrad"),
    ("Europe/Moscow", "people-zone-moscow"),
    ("Europe/Volgograd", "people-zone-volgograd"),
    ("Europe/Samara", "people-zone-samara"),
    ("Asia/Yekaterinburg", "people-zone-yekaterinburg"),
    ("Asia/Almaty", "people-zone-almaty"),
    ("Asia/Qyzylorda", "people-zone-qyzylorda"),
    ("Asia/Qostanay", "people-zone-qostanay"),
    ("Asia/Aqtobe", "people-zone-aqtobe"),
    ("Asia/Oral", "people-zone-oral"),
    ("Asia/Omsk", "people-zone-omsk"),
    ("Asia/Novosibirsk", "people-zone-novosibirsk"),
    ("Asia/Krasnoyarsk", "people-zone-krasnoyarsk"),
    ("Asia/Irkutsk", "people-zone-irkutsk"),
    ("Asia/Yakutsk", "people-zone-yakutsk"),
    ("Asia/Vladivostok", "people-zone-vladivostok"),
    ("Asia/Magadan", "people-zone-magadan"),
    ("Asia/Kamchatka", "people-zone-kamchatka"),
];

/// Zones to choose from, from west to east; the chosen one is among them whatever it is.
fn zones(say: &Say<'_>, chosen: &str) -> Vec<Choice> {
    let now = say.reader.now;
    let mut zones: Vec<(i64, Choice)> = ZONES
        .iter()
        .filter_map(|(name, key)| {
            let zone = ZoneName::parse(name)?;
            let offset = offset_minutes(zone, now);
            let label = format!("{}, {}", say.text(key), offset_text(offset));
            Some((offset, Choice::new(name, label, chosen)))
        })
        .collect();
    let listed = ZONES.iter().any(|(name, _)| *name == chosen);
    if let (false, Some(zone)) = (listed, ZoneName::parse(chosen)) {
        let offset = offset_minutes(zone, now);
        zones.push((offset, Choice::new(chosen, format!("{chosen}, {}", offset_text(offset)), chosen)));
    }
    zones.sort_by_key(|(offset, _)| *offset);
    zones.into_iter().map(|(_, choice)| choice).collect()
}

fn offset_minutes(zone: ZoneName, now: Moment) -> i64 {
    (now.local(zone) - now.0.naive_utc()).num_minutes()
}

fn offset_text(minutes: i64) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_offered_exists_and_a_rare_one_stays_chosen() {
        let words = Words::load().unwrap();
        let now = Moment::parse("2026-09-15T06:00:00Z").unwrap();
        let reader = Reader { language: Language::Kk, zone: ZoneName::MOSCOW, now };
        let choices = zones(&Say { words: &words, reader }, "Asia/Kolkata");
        assert_eq!(choices.len(), ZONES.len() + 1);
        let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        assert!(labels.contains(&"Asia/Kolkata, UTC+5:30"), "{labels:?}");
        assert!(labels.contains(&"Алматы, Астана, UTC+5"), "{labels:?}");
        assert!(!labels.iter().any(|label| label.contains('⟦')), "{labels:?}");
    }
}
