//! When a session is: by the clock on its wall, and by the reader's when that shows another time.

use crate::attendance::store::sessions::SessionRow;
use crate::kernel::dates;
use crate::web::Reader;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The time of a session.
#[derive(Debug, Clone, Serialize)]
pub struct When {
    datetime: String,
    day: String,
    time: String,
    city: &'static str,
    own: Option<String>,
}

impl When {
    /// The time of a session for a reader.
    pub fn new(row: &SessionRow, reader: &Reader) -> When {
        let (from, to) = (row.starts_at.local(reader.zone), row.ends_at.local(reader.zone));
        let time = |from, to| format!("{}–{}", dates::time(from), dates::time(to));
        let same_day = from.date() == row.held_on;
        let own = (from != row.held_on.and_time(row.starts_local)).then(|| {
            let own = time(from.time(), to.time());
            if same_day { own } else { format!("{}, {own}", day(reader, from.date())) }
        });
        When {
            datetime: row.starts_at.rfc3339(),
            day: day(reader, row.held_on),
            time: time(row.starts_local, row.ends_local),
            city: dates::zone_city(reader.language, row.time_zone),
            own,
        }
    }

    /// The day alone.
    pub fn day(&self) -> &str {
        &self.day
    }

    /// A time of some session, for samples.
    pub(crate) fn sample() -> When {
        When {
            datetime: "2026-11-21T02:00:00Z".to_owned(),
            day: "сб, 21 ноября".to_owned(),
            time: "10:00–11:30".to_owned(),
            city: "Иркутску",
            own: Some("05:00–06:30".to_owned()),
        }
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
