//! The pages of this room: the lists of days off, importing one, and what an edition keeps free.

mod days_off;
mod lists;

pub use days_off::DaysOffPage;
pub use lists::{ImportPage, ListsPage};

use super::rules::{Gap, Kind, Off, Place, Unknown};
use crate::kernel::{Language, dates};
use serde::Serialize;

/// A day off as a list shows it.
#[derive(Debug, Serialize)]
struct Day {
    date: String,
    datetime: String,
    name: String,
    holiday: bool,
}

impl Day {
    fn new(off: &Off, reader: Language) -> Day {
        Day {
            date: dates::day(reader, off.on),
            datetime: off.on.to_string(),
            name: off.name.for_reader(reader).to_owned(),
            holiday: off.kind == Kind::Holiday,
        }
    }

    fn sample(holiday: bool) -> Day {
        Day {
            date: "ср, 4 ноября".into(),
            datetime: "2026-11-04".into(),
            name: "День народного единства".into(),
            holiday,
        }
    }
}

/// What is not known yet of a year's days off, as a notice says it.
#[derive(Debug, Clone, Serialize)]
pub struct UnknownLine {
    key: &'static str,
    place: String,
    year: String,
}

impl UnknownLine {
    /// Of one year of a place.
    pub(super) fn new(place: &Place, year: i32, gap: Gap) -> UnknownLine {
        let key = match gap {
            Gap::List => "holidays-unknown-list",
            Gap::Transfers => "holidays-unknown-transfers",
            Gap::KurbanAit => "holidays-unknown-kurban-ait",
        };
        UnknownLine { key, place: place.code(), year: year.to_string() }
    }

    /// Of several years.
    pub fn all(unknown: &[Unknown]) -> Vec<UnknownLine> {
        unknown.iter().map(|one| UnknownLine::new(&one.place, one.year, one.gap)).collect()
    }

    /// One of each kind.
    pub fn samples() -> Vec<UnknownLine> {
        let gaps = [Gap::Transfers, Gap::KurbanAit, Gap::List];
        gaps.map(|gap| UnknownLine::new(&Place::country("RU"), 2027, gap)).into()
    }
}
