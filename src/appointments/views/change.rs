//! The form that changes a consultation, with what it says now.

use super::{Crumb, others, samples};
use crate::appointments::actions::SlotView;
use crate::appointments::rules::opening::MOST_PLACES;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::{Problem, dates};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct ChangePage {
    crumbs: Vec<Crumb>,
    term: String,
    city: &'static str,
    /// How many people are told of another time or place.
    taken: usize,
    save_url: String,
    summary: Vec<Field>,
    held_on: Field,
    starts: Field,
    ends: Field,
    capacity: Field,
    most_places: i32,
    mode: Field,
    modes: Vec<Choice>,
    place: Field,
    link: Field,
    topic: Field,
}

/// Everything that can be at fault, in the order of the page.
const FIELDS: [&str; 8] = ["held_on", "starts", "ends", "capacity", "mode", "place", "link", "topic"];

impl ChangePage {
    /// The form with what the consultation says now, by the wall of the edition.
    pub fn new(view: &SlotView, telling: Telling<'_>) -> ChangePage {
        let (slot, zone) = (&view.entry.slot, view.edition.time_zone);
        let (from, to) = (slot.starts_at.local(zone), slot.ends_at.local(zone));
        let (on, capacity) = (from.date().to_string(), slot.capacity.to_string());
        let (starts, ends) = (dates::time(from.time()), dates::time(to.time()));
        let said = [
            ("held_on", on.as_str()),
            ("starts", starts.as_str()),
            ("ends", ends.as_str()),
            ("capacity", capacity.as_str()),
            ("mode", slot.mode.as_str()),
            ("place", slot.place.as_deref().unwrap_or_default()),
            ("link", slot.link.as_deref().unwrap_or_default()),
            ("topic", slot.topic.as_deref().unwrap_or_default()),
        ];
        ChangePage::typed(view, (&Form::of(&said), &Problem::invalid(Vec::new())), telling)
    }

    /// The form as it was typed, with its faults.
    pub fn typed(view: &SlotView, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> ChangePage {
        let (slot, edition, language) = (&view.entry.slot, &view.edition, telling.reader.language);
        let field = |name| Field::typed(name, form, problem);
        let mode =
            |mode: SessionMode| Choice::new(mode.as_str(), telling.say(mode_key(mode)), form.raw("mode"));
        let crumb = |key, url| Crumb { label: telling.say(key), url };
        ChangePage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                crumb("appointments-desk-title", paths::edition_appointments(edition.id)),
                crumb("appointments-slot-title", paths::appointment(slot.id)),
            ],
            term: dates::period(language, edition.starts_on, edition.ends_on),
            city: dates::zone_city(language, edition.time_zone),
            taken: view.entry.standing.len(),
            save_url: paths::appointment_changes(slot.id),
            summary: summary(form, problem),
            held_on: field("held_on"),
            starts: field("starts"),
            ends: field("ends"),
            capacity: field("capacity"),
            most_places: MOST_PLACES,
            mode: field("mode"),
            modes: [SessionMode::InPerson, SessionMode::Online].map(mode).into(),
            place: field("place"),
            link: field("link"),
            topic: field("topic"),
        }
    }
}

/// The faults by field, and those of no field, such as a consultation that has begun, under the form.
fn summary(form: &Form, problem: &Problem) -> Vec<Field> {
    let typed = FIELDS.into_iter().map(|name| Field::typed(name, form, problem));
    let mut summary: Vec<Field> = typed.filter(|one| !one.faults.is_empty()).collect();
    let faults = others(problem, &FIELDS);
    if !faults.is_empty() {
        summary.push(Field { id: "change".to_owned(), faults, ..Field::default() });
    }
    summary
}

impl View for ChangePage {
    const TEMPLATE: &'static str = "pages/appointments/change";

    fn title(&self) -> Title {
        Title::key("appointments-change-title")
    }

    fn samples() -> Vec<ChangePage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let form = Form::of(&[("held_on", "2026-09-16"), ("starts", "25:00"), ("capacity", "1")]);
        let problem = samples::change_mistakes();
        let views = samples::slots();
        let mut pages: Vec<ChangePage> = views.iter().map(|view| ChangePage::new(view, telling)).collect();
        pages.extend(views.first().map(|view| ChangePage::typed(view, (&form, &problem), telling)));
        pages
    }
}
