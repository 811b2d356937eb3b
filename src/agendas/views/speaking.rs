//! The form of those who teach together, and of those who are invited to speak.

use super::kept::{GUEST, speakers_form};
use super::{Crumb, Wrong, cell, crumbs, rows, samples};
use crate::agendas::actions::Editing;
use crate::attendance::views::Telling;
use crate::kernel::{Fault, Problem};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The form.
#[derive(Debug, Serialize)]
pub struct SpeakersForm {
    crumbs: Vec<Crumb>,
    url: String,
    co_trainer: Field,
    co_trainers: Vec<Choice>,
    lines: Vec<GuestRow>,
    count: usize,
    has_room: bool,
    wrong: Vec<Wrong>,
    back_url: String,
}

#[derive(Debug, Serialize)]
struct GuestRow {
    number: usize,
    place: usize,
    is_first: bool,
    called: Field,
    post: Field,
    organisation: Field,
    topic: Field,
}

impl SpeakersForm {
    /// The form as it was typed, with its faults.
    pub fn typed(
        editing: &Editing,
        (form, problem): (&Form, &Problem),
        telling: Telling<'_>,
    ) -> SpeakersForm {
        let row = |place: usize| GuestRow {
            number: place + 1,
            place,
            is_first: place == 0,
            called: cell("name", place, form, problem),
            post: cell("post", place, form, problem),
            organisation: cell("organisation", place, form, problem),
            topic: cell("topic", place, form, problem),
        };
        let lines: Vec<GuestRow> = (0..rows::shown(form, &GUEST)).map(row).collect();
        let co_trainer = Field::typed("co_trainer", form, problem);
        let mut wrong = Wrong::of(std::slice::from_ref(&co_trainer));
        let of_row = |row: &GuestRow| {
            Wrong::in_row(&[&row.called, &row.post, &row.organisation, &row.topic], row.number, telling)
        };
        wrong.extend(lines.iter().flat_map(of_row));
        let chosen = form.all("co_trainer");
        let co_trainers = editing.trainers.iter().map(|(person, name)| Choice {
            value: person.to_string(),
            label: name.full(),
            selected: chosen.contains(&person.to_string()),
        });
        SpeakersForm {
            crumbs: crumbs(editing, telling),
            url: paths::session_speakers(editing.session.id),
            co_trainers: co_trainers.collect(),
            count: lines.len(),
            has_room: lines.len() < rows::MOST,
            back_url: paths::session_programme(editing.session.id),
            co_trainer,
            lines,
            wrong,
        }
    }
}

impl View for SpeakersForm {
    const TEMPLATE: &'static str = "pages/agendas/speakers";

    fn title(&self) -> Title {
        Title::key("agendas-speakers-title")
    }

    fn samples() -> Vec<SpeakersForm> {
        let editing = samples::editing();
        let alone = Editing { trainers: Vec::new(), ..editing.clone() };
        let form = speakers_form(&editing.contents.co_trainers, &editing.contents.guests);
        let busy = Fault::new("co_trainer", "co-trainer-busy").with("name", "Ким О. В.");
        let busy = busy.with("title", "Игра").with("edition", "3-й поток").with("when", "сб, 21 ноября");
        let drawn = |(editing, faults)| {
            let problem = Problem::invalid(faults);
            samples::told(|telling| SpeakersForm::typed(editing, (&form, &problem), telling))
        };
        let required = Fault::new("name-0", "required");
        [(&alone, Vec::new()), (&editing, vec![busy, required])].map(drawn).into()
    }
}
