//! A session that is held again and again.

use super::Crumb;
use super::lines::Lines;
use crate::attendance::actions::Setting;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, WEEKDAYS, mode_key};
use crate::kernel::{EditionId, PersonId, PersonName, Problem, dates};
use crate::timetables::actions::Line;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The form, and below it the dates.
#[derive(Debug, Serialize)]
pub struct SeriesPage {
    crumbs: Vec<Crumb>,
    term: String,
    city: &'static str,
    look_url: String,
    book_url: String,
    activity: Field,
    activities: Vec<Choice>,
    held_on: Field,
    starts: Field,
    ends: Field,
    mode: Field,
    modes: Vec<Choice>,
    place: Field,
    link: Field,
    trainer: Field,
    trainers: Vec<Choice>,
    rhythm: Field,
    rhythms: Vec<Choice>,
    weekday: Field,
    weekdays: Vec<Choice>,
    month: Field,
    months: Vec<Choice>,
    week: Field,
    weeks: Vec<Choice>,
    quarter_weekday: Field,
    quarter_weekdays: Vec<Choice>,
    after: Field,
    until: Field,
    times: Field,
    fields: Vec<Field>,
    lines: Option<Lines>,
}

/// The dates of a series, and what was chosen of them before.
pub type Dates<'a> = (&'a [Line], Option<&'a [String]>);

/// Everything that can be at fault, in the order of the page.
const FIELDS: [&str; 19] = [
    "activity",
    "held_on",
    "starts",
    "ends",
    "rhythm",
    "weekday",
    "month",
    "week",
    "quarter_weekday",
    "after",
    "until",
    "times",
    "mode",
    "place",
    "link",
    "trainer",
    "line",
    "skip",
    "despite_reason",
];

/// The ways to repeat, with the names of their messages.
const RHYTHMS: [(&str, &str); 5] = [
    ("weekly", "timetables-rhythm-weekly"),
    ("fortnightly", "timetables-rhythm-fortnightly"),
    ("daily", "timetables-rhythm-daily"),
    ("quarter-weekday", "timetables-rhythm-quarter-weekday"),
    ("quarter-day", "timetables-rhythm-quarter-day"),
];
const MONTHS: [(&str, &str); 3] =
    [("1", "timetables-month-first"), ("2", "timetables-month-second"), ("3", "timetables-month-third")];
const WEEKS: [(&str, &str); 5] = [
    ("1", "timetables-week-first"),
    ("2", "timetables-week-second"),
    ("3", "timetables-week-third"),
    ("4", "timetables-week-fourth"),
    ("last", "timetables-week-last"),
];

impl SeriesPage {
    /// The form with what is usual.
    pub fn new(setting: &Setting, telling: Telling<'_>) -> SeriesPage {
        let today = telling.reader.now.date_in(setting.edition.time_zone);
        let first = setting.edition.starts_on.max(today).to_string();
        let mode = SessionMode::InPerson.as_str();
        let form = Form::of(&[("mode", mode), ("rhythm", "weekly"), ("held_on", &first)]);
        SeriesPage::typed(setting, (&form, &Problem::invalid(Vec::new())), None, telling)
    }

    /// The form as it was typed, with its faults, and with its dates once somebody has looked at them.
    pub fn typed(
        setting: &Setting,
        (form, problem): (&Form, &Problem),
        dates_of: Option<Dates<'_>>,
        telling: Telling<'_>,
    ) -> SeriesPage {
        let (edition, language) = (&setting.edition, telling.reader.language);
        let activities = setting.activities.iter().map(|activity| {
            Choice::new(activity.id, activity.title.0.for_reader(language), form.raw("activity"))
        });
        let trainer = |(id, name): &(PersonId, PersonName)| Choice::new(id, name.full(), form.raw("trainer"));
        let modes: Vec<(&str, &str)> =
            SessionMode::ALL.iter().map(|mode| (mode.as_str(), mode_key(*mode))).collect();
        SeriesPage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: telling.say("attendance-sessions-title"),
                    url: paths::edition_sessions(edition.id),
                },
            ],
            term: dates::period(language, edition.starts_on, edition.ends_on),
            city: dates::zone_city(language, edition.time_zone),
            activities: activities.collect(),
            trainers: setting.trainers.iter().map(trainer).collect(),
            modes: choices(&modes, (form, "mode"), telling),
            lines: dates_of.map(|(lines, chosen)| Lines::new(lines, (form, problem), chosen, telling)),
            ..SeriesPage::of(edition.id, (form, problem), telling)
        }
    }

    /// What does not depend on the edition.
    fn of(id: EditionId, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> SeriesPage {
        let field = |name| Field::typed(name, form, problem);
        let choices = |known: &[(&str, &str)], name| choices(known, (form, name), telling);
        SeriesPage {
            crumbs: Vec::new(),
            term: String::new(),
            city: "",
            look_url: paths::session_series_dry_runs(id),
            book_url: paths::session_series(id),
            activity: field("activity"),
            activities: Vec::new(),
            held_on: field("held_on"),
            starts: field("starts"),
            ends: field("ends"),
            mode: field("mode"),
            modes: Vec::new(),
            place: field("place"),
            link: field("link"),
            trainer: field("trainer"),
            trainers: Vec::new(),
            rhythm: field("rhythm"),
            rhythms: choices(&RHYTHMS, "rhythm"),
            weekday: field("weekday"),
            weekdays: choices(&WEEKDAYS, "weekday"),
            month: field("month"),
            months: choices(&MONTHS, "month"),
            week: field("week"),
            weeks: choices(&WEEKS, "week"),
            quarter_weekday: field("quarter_weekday"),
            quarter_weekdays: choices(&WEEKDAYS, "quarter_weekday"),
            after: field("after"),
            until: field("until"),
            times: field("times"),
            fields: FIELDS.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
            lines: None,
        }
    }
}

fn choices(known: &[(&str, &str)], (form, name): (&Form, &str), telling: Telling<'_>) -> Vec<Choice> {
    let chosen = |value: &str| form.all(name).iter().any(|one| one == value);
    let choice = |(value, key): &(&str, &str)| Choice {
        value: (*value).to_owned(),
        label: telling.say(key),
        selected: chosen(value),
    };
    known.iter().map(choice).collect()
}

impl View for SeriesPage {
    const TEMPLATE: &'static str = "pages/timetables/series";

    fn title(&self) -> Title {
        Title::key("timetables-series-title")
    }

    fn samples() -> Vec<SeriesPage> {
        use crate::kernel::Fault;
        let reader = crate::web::Reader {
            language: crate::kernel::Language::Ru,
            zone: crate::kernel::ZoneName::MOSCOW,
            now: crate::kernel::Moment::from_utc(chrono::NaiveDateTime::default()),
        };
        let say = |key: &str| key.to_owned();
        let telling = Telling { reader: &reader, say: &say };
        let page = |faults: Vec<Fault>| {
            let form = Form::of(&[("rhythm", "weekly")]);
            SeriesPage::of(EditionId(1), (&form, &Problem::invalid(faults)), telling)
        };
        let faults = vec![
            Fault::new("held_on", "series-no-dates"),
            Fault::new("until", "series-end-needed"),
            Fault::new("until", "series-end-twice"),
            Fault::new("until", "end-before-start"),
            Fault::new("weekday", "weekday-needed"),
            Fault::new("line", "dates-changed"),
        ];
        let looked = SeriesPage { lines: Some(Lines::sample()), ..page(faults) };
        vec![page(Vec::new()), looked]
    }
}
