//! What an edition keeps free: days off by country and region, and closed hours.

use super::{Day, UnknownLine};
use crate::holidays::actions::DaysOff;
use crate::holidays::rules::Place;
use crate::holidays::store::ClosedRow;
use crate::kernel::{ClosedHoursId, EditionId, Fault, Language, Problem, dates};
use crate::web::view::Say;
use crate::web::{Choice, Field, Form, Title, View, paths};
use chrono::Weekday;
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct DaysOffPage {
    edition: String,
    edition_url: String,
    sessions_url: String,
    lists_url: Option<&'static str>,
    place: String,
    said: bool,
    keep_url: String,
    country: Field,
    countries: Vec<Choice>,
    region: Field,
    days: Vec<Day>,
    unknown: Vec<UnknownLine>,
    close_url: String,
    weekday: Field,
    weekdays: Vec<Choice>,
    starts: Field,
    ends: Field,
    from: Field,
    to: Field,
    what: Field,
    everywhere: Option<Field>,
    everywhere_ticked: bool,
    fields: Vec<Field>,
    closed: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    weekday_key: &'static str,
    time: String,
    term: String,
    what: String,
    everywhere: bool,
    removal_url: Option<String>,
}

/// The days of the week as forms send them, with the names of their messages.
const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("mon", "attendance-weekday-mon", Weekday::Mon),
    ("tue", "attendance-weekday-tue", Weekday::Tue),
    ("wed", "attendance-weekday-wed", Weekday::Wed),
    ("thu", "attendance-weekday-thu", Weekday::Thu),
    ("fri", "attendance-weekday-fri", Weekday::Fri),
    ("sat", "attendance-weekday-sat", Weekday::Sat),
    ("sun", "attendance-weekday-sun", Weekday::Sun),
];

/// Countries of which lists come with the program, with the names of their messages.
const COUNTRIES: [(&str, &str); 2] = [("RU", "holidays-country-ru"), ("KZ", "holidays-country-kz")];

/// The message that names a whole country; a region, and a country without a name here, go by their code.
pub(super) fn country_key(place: &Place) -> Option<&'static str> {
    let whole = place.region.is_empty();
    COUNTRIES.iter().find(|(code, _)| whole && *code == place.country).map(|(_, key)| *key)
}

impl DaysOffPage {
    /// The page with empty forms.
    pub fn new(found: &DaysOff, (say, reader): (Say<'_>, Language)) -> DaysOffPage {
        let (from, to) = (found.edition.starts_on.to_string(), found.edition.ends_on.to_string());
        let form = Form::of(&[
            ("country", if found.said { &found.place.country } else { "" }),
            ("region", &found.place.region),
            ("from", &from),
            ("to", &to),
        ]);
        DaysOffPage::typed(found, (&form, &Problem::invalid(Vec::new())), (say, reader))
    }

    /// The page with a form as it was typed, with its faults.
    pub fn typed(
        found: &DaysOff,
        (form, problem): (&Form, &Problem),
        (say, reader): (Say<'_>, Language),
    ) -> DaysOffPage {
        let id = found.edition.id;
        let field = |name| Field::typed(name, form, problem);
        let names = ["country", "region", "weekday", "starts", "ends", "from", "to", "what"];
        let mut countries: Vec<Choice> =
            COUNTRIES.iter().map(|(code, key)| Choice::new(code, say(key), form.raw("country"))).collect();
        let own = &found.place.country;
        if COUNTRIES.iter().all(|(code, _)| code != own) {
            countries.push(Choice::new(own, own, form.raw("country")));
        }
        let weekdays = WEEKDAYS.iter().map(|(value, key, _)| Choice {
            value: (*value).to_owned(),
            label: say(key),
            selected: form.all("weekday").iter().any(|chosen| chosen == value),
        });
        DaysOffPage {
            edition: found.edition.title.clone(),
            edition_url: paths::edition(id),
            sessions_url: paths::edition_sessions(id),
            lists_url: found.everywhere.then_some(paths::HOLIDAYS),
            place: found.place.code(),
            said: found.said,
            keep_url: paths::days_off(id),
            country: field("country"),
            countries,
            region: field("region"),
            days: found.days.iter().map(|off| Day::new(off, reader)).collect(),
            unknown: UnknownLine::all(&found.unknown),
            close_url: paths::closed_hours(id),
            weekday: field("weekday"),
            weekdays: weekdays.collect(),
            starts: field("starts"),
            ends: field("ends"),
            from: field("from"),
            to: field("to"),
            what: field("what"),
            everywhere: found.everywhere.then(|| field("everywhere")),
            everywhere_ticked: form.ticked("everywhere"),
            fields: names.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
            closed: found.closed.iter().map(|row| Line::new(row, found, reader)).collect(),
        }
    }
}

impl Line {
    fn new(row: &ClosedRow, found: &DaysOff, reader: Language) -> Line {
        let closed = &row.closed;
        let key = WEEKDAYS.iter().find(|(.., day)| *day == closed.weekday).map_or("", |(_, key, _)| *key);
        let may = row.edition.is_some() || found.everywhere;
        Line {
            weekday_key: key,
            time: format!("{}–{}", dates::time(closed.starts), dates::time(closed.ends)),
            term: dates::period(reader, closed.from, closed.to),
            what: closed.what.clone(),
            everywhere: row.edition.is_none(),
            removal_url: may.then(|| paths::closed_hours_removal(found.edition.id, row.id)),
        }
    }
}

impl View for DaysOffPage {
    const TEMPLATE: &'static str = "pages/holidays/days_off";

    fn title(&self) -> Title {
        Title::key("holidays-days-off-title")
    }

    fn samples() -> Vec<DaysOffPage> {
        let line = |removal_url: Option<String>| Line {
            weekday_key: "attendance-weekday-mon",
            time: "08:00–14:00".into(),
            term: "1 сентября – 29 декабря 2026 г.".into(),
            what: "Уроки в школе".into(),
            everywhere: removal_url.is_none(),
            removal_url,
        };
        let page = |fields: Vec<Field>, full: bool| {
            let id = EditionId(1);
            let own = paths::closed_hours_removal(id, ClosedHoursId(1));
            DaysOffPage {
                edition: "2-й поток".into(),
                edition_url: paths::edition(id),
                sessions_url: paths::edition_sessions(id),
                lists_url: full.then_some(paths::HOLIDAYS),
                place: "RU".into(),
                said: full,
                keep_url: paths::days_off(id),
                country: Field::empty("country"),
                countries: vec![Choice::new("RU", "Россия", "RU")],
                region: Field::empty("region"),
                days: if full { vec![Day::sample(true), Day::sample(false)] } else { Vec::new() },
                unknown: if full { UnknownLine::samples() } else { Vec::new() },
                close_url: paths::closed_hours(id),
                weekday: Field::empty("weekday"),
                weekdays: vec![Choice::new("mon", "Понедельник", "mon")],
                starts: Field::empty("starts"),
                ends: Field::empty("ends"),
                from: Field::filled("from", "2026-09-01"),
                to: Field::filled("to", "2026-11-30"),
                what: Field::empty("what"),
                everywhere: full.then(|| Field::empty("everywhere")),
                everywhere_ticked: false,
                fields,
                closed: if full { vec![line(Some(own)), line(None)] } else { Vec::new() },
            }
        };
        let late = Field { faults: vec![Fault::new("to", "end-before-start")], ..Field::empty("to") };
        vec![page(Vec::new(), true), page(vec![late], true), page(Vec::new(), false)]
    }
}
