//! The form that opens consultations, and below it the times with what speaks against each.

use super::{Crumb, When, samples};
use crate::appointments::actions::Line;
use crate::appointments::rules::opening::{EVERY, MOST_PLACES, MOST_WEEKS};
use crate::attendance::actions::Setting;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, WEEKDAYS, mode_key};
use crate::kernel::{Fault, PersonId, PersonName, Problem, dates};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct FormPage {
    crumbs: Vec<Crumb>,
    term: String,
    city: &'static str,
    look_url: String,
    open_url: String,
    summary: Vec<Field>,
    trainer: Field,
    trainers: Vec<Choice>,
    held_on: Field,
    weekday: Field,
    weekdays: Vec<Choice>,
    weeks: Field,
    most_weeks: i32,
    starts: Field,
    ends: Field,
    every: Field,
    least_every: i32,
    most_every: i32,
    capacity: Field,
    most_places: i32,
    mode: Field,
    modes: Vec<Choice>,
    place: Field,
    link: Field,
    topic: Field,
    activity: Field,
    activities: Vec<Choice>,
    minutes: Field,
    skip: Field,
    skips: bool,
    lines: Vec<LineOf>,
    free_count: usize,
    some_taken: bool,
}

#[derive(Debug, Serialize)]
struct LineOf {
    when: When,
    faults: Vec<Fault>,
}

/// Everything that can be at fault, in the order of the page.
const FIELDS: [&str; 15] = [
    "trainer", "held_on", "weekday", "weeks", "starts", "ends", "every", "capacity", "mode", "place", "link",
    "topic", "activity", "minutes", "skip",
];

impl FormPage {
    /// The form with what is usual; a trainer opens their own consultations.
    pub fn new(setting: &Setting, me: Option<PersonId>, telling: Telling<'_>) -> FormPage {
        let today = telling.reader.now.date_in(setting.edition.time_zone);
        let first = setting.edition.starts_on.max(today).to_string();
        let me = me.filter(|me| setting.trainers.iter().any(|(id, _)| id == me));
        let me = me.map(|me| me.to_string()).unwrap_or_default();
        let mode = SessionMode::Online.as_str();
        let usual = [
            ("trainer", me.as_str()),
            ("held_on", first.as_str()),
            ("weeks", "1"),
            ("capacity", "1"),
            ("mode", mode),
        ];
        FormPage::typed(setting, (&Form::of(&usual), &Problem::invalid(Vec::new())), &[], telling)
    }

    /// The form as it was typed, with its faults, and with its times once somebody has looked at them.
    pub fn typed(
        setting: &Setting,
        (form, problem): (&Form, &Problem),
        lines: &[Line],
        telling: Telling<'_>,
    ) -> FormPage {
        let (edition, language) = (&setting.edition, telling.reader.language);
        let trainer = |(id, name): &(PersonId, PersonName)| Choice::new(id, name.full(), form.raw("trainer"));
        let activities = setting.activities.iter().map(|activity| {
            Choice::new(activity.id, activity.title.0.for_reader(language), form.raw("activity"))
        });
        let crumb = |label: String, url| Crumb { label, url };
        let free_count = lines.iter().filter(|line| line.faults.is_empty()).count();
        FormPage {
            crumbs: vec![
                crumb(edition.title.clone(), paths::edition(edition.id)),
                crumb(telling.say("appointments-desk-title"), paths::edition_appointments(edition.id)),
            ],
            term: dates::period(language, edition.starts_on, edition.ends_on),
            city: dates::zone_city(language, edition.time_zone),
            look_url: paths::appointment_dry_runs(edition.id),
            open_url: paths::edition_appointments(edition.id),
            trainers: setting.trainers.iter().map(trainer).collect(),
            activities: activities.collect(),
            lines: lines.iter().map(|line| LineOf::new(line, setting, telling)).collect(),
            free_count,
            some_taken: free_count > 0 && free_count < lines.len(),
            ..FormPage::fields((form, problem), telling)
        }
    }

    /// What does not depend on the edition.
    fn fields((form, problem): (&Form, &Problem), telling: Telling<'_>) -> FormPage {
        let field = |name| Field::typed(name, form, problem);
        let weekday = |(value, key): &(&str, &str)| Choice {
            value: (*value).to_owned(),
            label: telling.say(key),
            selected: form.all("weekday").iter().any(|chosen| chosen == value),
        };
        let modes = [SessionMode::InPerson, SessionMode::Online];
        let mode =
            |mode: SessionMode| Choice::new(mode.as_str(), telling.say(mode_key(mode)), form.raw("mode"));
        FormPage {
            crumbs: Vec::new(),
            term: String::new(),
            city: "",
            look_url: String::new(),
            open_url: String::new(),
            summary: FIELDS.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
            trainer: field("trainer"),
            trainers: Vec::new(),
            held_on: field("held_on"),
            weekday: field("weekday"),
            weekdays: WEEKDAYS.iter().map(weekday).collect(),
            weeks: field("weeks"),
            most_weeks: MOST_WEEKS,
            starts: field("starts"),
            ends: field("ends"),
            every: field("every"),
            least_every: EVERY.0,
            most_every: EVERY.1,
            capacity: field("capacity"),
            most_places: MOST_PLACES,
            mode: field("mode"),
            modes: modes.map(mode).into_iter().collect(),
            place: field("place"),
            link: field("link"),
            topic: field("topic"),
            activity: field("activity"),
            activities: Vec::new(),
            minutes: field("minutes"),
            skip: field("skip"),
            skips: form.ticked("skip"),
            lines: Vec::new(),
            free_count: 0,
            some_taken: false,
        }
    }
}

impl LineOf {
    fn new(line: &Line, setting: &Setting, telling: Telling<'_>) -> LineOf {
        let (hour, zone) = (&line.hour, setting.edition.time_zone);
        let instants = (zone.instant(hour.on, hour.starts), zone.instant(hour.on, hour.ends));
        let when = When::new((hour.on, hour.starts, hour.ends), instants, zone, telling.reader);
        LineOf { when, faults: line.faults.clone() }
    }
}

impl View for FormPage {
    const TEMPLATE: &'static str = "pages/appointments/form";

    fn title(&self) -> Title {
        Title::key("appointments-new-title")
    }

    fn samples() -> Vec<FormPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let setting = samples::setting();
        let form = Form::of(&[("mode", "online"), ("weekday", "mon"), ("ends", "25:00"), ("skip", "on")]);
        let (problem, lines) = (samples::form_mistakes(), samples::lines());
        vec![
            FormPage::new(&setting, Some(PersonId(7)), telling),
            FormPage::typed(&setting, (&form, &problem), &[], telling),
            FormPage::typed(&setting, (&form, &Problem::invalid(Vec::new())), &lines, telling),
        ]
    }
}
