//! The pages of consultations: the trainer's desk, the form that opens them, one of them, and a trainee's own.

mod change;
mod desk;
mod form;
mod own;
mod samples;
mod slot;

pub use change::ChangePage;
pub use desk::DeskPage;
pub use form::FormPage;
pub use own::{About, OwnPage, Typed};
pub use slot::{LONGEST_NOTE, SlotPage};

use crate::appointments::store::slots::SlotRow;
use crate::kernel::{Fault, Moment, Problem, ZoneName, dates};
use crate::web::{Field, Form, Reader};
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::Serialize;

/// A link of the way down to a page.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// When something is held: by the clock on its wall, and by the reader's when that shows another time.
#[derive(Debug, Clone, Serialize)]
pub struct When {
    datetime: String,
    day: String,
    time: String,
    city: &'static str,
    own: Option<String>,
}

impl When {
    /// The time of a slot for a reader.
    pub fn of_slot(row: &SlotRow, reader: &Reader) -> When {
        let wall = (row.held_on, row.starts_local, row.ends_local);
        When::new(wall, (row.starts_at, row.ends_at), row.time_zone, reader)
    }

    fn new(
        (on, starts, ends): (NaiveDate, NaiveTime, NaiveTime),
        (starts_at, ends_at): (Moment, Moment),
        zone: ZoneName,
        reader: &Reader,
    ) -> When {
        let (from, to) = (starts_at.local(reader.zone), ends_at.local(reader.zone));
        let time = |from, to| format!("{}–{}", dates::time(from), dates::time(to));
        let own = (from != on.and_time(starts)).then(|| {
            let own = time(from.time(), to.time());
            if from.date() == on { own } else { format!("{}, {own}", day(reader, from.date())) }
        });
        When {
            datetime: starts_at.rfc3339(),
            day: day(reader, on),
            time: time(starts, ends),
            city: dates::zone_city(reader.language, zone),
            own,
        }
    }

    /// A time of some slot, for samples.
    pub(crate) fn sample() -> When {
        When {
            datetime: "2026-11-21T02:00:00Z".to_owned(),
            day: "сб, 21 ноября".to_owned(),
            time: "10:00–10:30".to_owned(),
            city: "Иркутску",
            own: Some("05:00–05:30".to_owned()),
        }
    }

    /// In one line, for the choices of a list.
    fn line(&self) -> String {
        format!("{}, {}", self.day, self.time)
    }
}

/// A day as it is said near it; with its year when that is another one.
fn day(reader: &Reader, date: NaiveDate) -> String {
    if date.year() == reader.now.date_in(reader.zone).year() {
        dates::day(reader.language, date)
    } else {
        dates::date(reader.language, date)
    }
}

/// A field of one of several like forms on a page: named as in the form, with an id of its own, and with what was typed
/// where it was this one.
fn field_of(name: &str, key: impl std::fmt::Display, typed: Option<(&Form, &Problem)>) -> Field {
    let field = match typed {
        Some((form, problem)) => Field::typed(name, form, problem),
        None => Field::empty(name),
    };
    Field { id: format!("{name}-{key}"), ..field }
}

/// The faults that belong to none of these fields.
fn others(problem: &Problem, names: &[&str]) -> Vec<Fault> {
    problem.faults.iter().filter(|fault| !names.contains(&fault.field.as_str())).cloned().collect()
}
