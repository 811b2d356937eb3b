//! The shifts of an edition, and the form of one.

use super::{Crumb, Wrong, days, samples};
use crate::agendas::actions::Shifts;
use crate::agendas::store::shifts::ShiftRow;
use crate::editions::store::EditionRow;
use crate::kernel::{Fault, Problem, ShiftId, dates};
use crate::web::{Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

fn crumbs(edition: &EditionRow, say: Say<'_>) -> Vec<Crumb> {
    vec![
        Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
        Crumb { label: say("attendance-sessions-title"), url: paths::edition_sessions(edition.id) },
    ]
}

/// The shifts of an edition.
#[derive(Debug, Serialize)]
pub struct ShiftsPage {
    crumbs: Vec<Crumb>,
    new_url: String,
    shifts: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    period: String,
    place: String,
    lodging: Option<String>,
    meals: Option<String>,
    url: String,
}

impl ShiftsPage {
    /// The shifts for a reader.
    pub fn new(found: &Shifts, reader: &Reader, say: Say<'_>) -> ShiftsPage {
        let line = |ShiftRow { id, shift, .. }: &ShiftRow| Line {
            period: days(shift, reader),
            place: shift.place.clone(),
            lodging: shift.lodging.clone(),
            meals: shift.meals.clone(),
            url: paths::shift(*id),
        };
        ShiftsPage {
            crumbs: crumbs(&found.edition, say),
            new_url: paths::new_shift(found.edition.id),
            shifts: found.shifts.iter().map(line).collect(),
        }
    }
}

impl View for ShiftsPage {
    const TEMPLATE: &'static str = "pages/agendas/shifts";

    fn title(&self) -> Title {
        Title::key("agendas-shifts-title")
    }

    fn samples() -> Vec<ShiftsPage> {
        let found = samples::shifts();
        let none = Shifts { shifts: Vec::new(), ..found.clone() };
        [found, none].map(|found| ShiftsPage::new(&found, &Reader::sample(), &str::to_owned)).into()
    }
}

/// The form of a shift, new or existing.
#[derive(Debug, Serialize)]
pub struct ShiftForm {
    crumbs: Vec<Crumb>,
    url: String,
    term: String,
    first_on: Field,
    last_on: Field,
    place: Field,
    lodging: Field,
    meals: Field,
    wrong: Vec<Wrong>,
    removal_url: Option<String>,
    back_url: String,
}

impl ShiftForm {
    /// The form as it was typed, with its faults.
    pub fn new(
        edition: &EditionRow,
        (form, problem): (&Form, &Problem),
        reader: &Reader,
        say: Say<'_>,
    ) -> ShiftForm {
        let field = |name| Field::typed(name, form, problem);
        let fields = ["first_on", "last_on", "place", "lodging", "meals"].map(field);
        let wrong = Wrong::of(&fields);
        let [first_on, last_on, place, lodging, meals] = fields;
        let mut crumbs = crumbs(edition, say);
        let back_url = paths::edition_shifts(edition.id);
        crumbs.push(Crumb { label: say("agendas-shifts-title"), url: back_url.clone() });
        let term = dates::period(reader.language, edition.starts_on, edition.ends_on);
        let url = paths::edition_shifts(edition.id);
        ShiftForm {
            crumbs,
            url,
            term,
            first_on,
            last_on,
            place,
            lodging,
            meals,
            wrong,
            removal_url: None,
            back_url,
        }
    }

    /// The form of an existing shift.
    pub fn of((row, edition): &(ShiftRow, EditionRow), reader: &Reader, say: Say<'_>) -> ShiftForm {
        let shift = &row.shift;
        let form = Form::of(&[
            ("first_on", &shift.first_on.to_string()),
            ("last_on", &shift.last_on.to_string()),
            ("place", &shift.place),
            ("lodging", shift.lodging.as_deref().unwrap_or_default()),
            ("meals", shift.meals.as_deref().unwrap_or_default()),
        ]);
        ShiftForm::new(edition, (&form, &Problem::invalid(Vec::new())), reader, say).changing(row.id)
    }

    /// The same form for changing a shift.
    pub fn changing(self, id: ShiftId) -> ShiftForm {
        ShiftForm { url: paths::shift(id), removal_url: Some(paths::shift_removal(id)), ..self }
    }
}

impl View for ShiftForm {
    const TEMPLATE: &'static str = "pages/agendas/shift";

    fn title(&self) -> Title {
        Title::key(if self.removal_url.is_some() { "agendas-shift-title" } else { "agendas-shift-new" })
    }

    fn samples() -> Vec<ShiftForm> {
        let (found, reader, say) = (samples::shifts(), Reader::sample(), str::to_owned);
        let wrong = Problem::invalid(vec![Fault::new("last_on", "end-before-start")]);
        let empty = ShiftForm::new(&found.edition, (&Form::default(), &wrong), &reader, &say);
        let known =
            found.shifts.into_iter().map(|row| ShiftForm::of(&(row, found.edition.clone()), &reader, &say));
        std::iter::once(empty).chain(known).collect()
    }
}
