//! The pages of this room: the lists of days off, importing one, and what an edition keeps free.

mod days_off;
mod lists;

pub use days_off::DaysOffPage;
pub use lists::{ImportPage, ListsPage};

use super::rules::{Kind, Off};
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
