//! Forms: the agenda, access, a visit.

use super::kept::{QUESTION, access_form, agenda_form, visit_form};
use super::{Crumb, Wrong, cell, crumbs, hours, rows, samples};
use crate::agendas::actions::Editing;
use crate::attendance::rules::Condition;
use crate::attendance::views::{Telling, condition_key};
use crate::kernel::{Fault, Problem};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The form of the topic and the questions.
#[derive(Debug, Serialize)]
pub struct AgendaForm {
    crumbs: Vec<Crumb>,
    about: String,
    url: String,
    topic: Field,
    lines: Vec<QuestionRow>,
    count: usize,
    has_room: bool,
    wrong: Vec<Wrong>,
    back_url: String,
}

#[derive(Debug, Serialize)]
struct QuestionRow {
    number: usize,
    place: usize,
    is_first: bool,
    text: Field,
    minutes: Field,
    speaker: Field,
}

impl AgendaForm {
    /// The form as it was typed, with its faults.
    pub fn typed(editing: &Editing, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> AgendaForm {
        let row = |place: usize| QuestionRow {
            number: place + 1,
            place,
            is_first: place == 0,
            text: cell("text", place, form, problem),
            minutes: cell("minutes", place, form, problem),
            speaker: cell("speaker", place, form, problem),
        };
        let lines: Vec<QuestionRow> = (0..rows::shown(form, &QUESTION)).map(row).collect();
        let topic = Field::typed("topic", form, problem);
        let mut wrong = Wrong::of(std::slice::from_ref(&topic));
        let of_row =
            |row: &QuestionRow| Wrong::in_row(&[&row.text, &row.minutes, &row.speaker], row.number, telling);
        wrong.extend(lines.iter().flat_map(of_row));
        AgendaForm {
            crumbs: crumbs(editing, telling),
            about: hours(&editing.session),
            url: paths::session_agenda(editing.session.id),
            count: lines.len(),
            has_room: lines.len() < rows::MOST,
            back_url: paths::session_programme(editing.session.id),
            topic,
            lines,
            wrong,
        }
    }
}

impl View for AgendaForm {
    const TEMPLATE: &'static str = "pages/agendas/agenda";

    fn title(&self) -> Title {
        Title::key("agendas-agenda-title")
    }

    fn samples() -> Vec<AgendaForm> {
        let editing = samples::editing();
        let form = agenda_form(&editing.contents.agenda());
        let faults = vec![Fault::new("text-0", "required"), Fault::new("minutes-1", "not-a-number")];
        let drawn = |(form, faults)| {
            samples::told(|telling| AgendaForm::typed(&editing, (&form, &Problem::invalid(faults)), telling))
        };
        [(Form::default(), Vec::new()), (form, faults)].map(drawn).into()
    }
}

/// The form of the conditions of access.
#[derive(Debug, Serialize)]
pub struct AccessForm {
    crumbs: Vec<Crumb>,
    url: String,
    condition: Field,
    conditions: Vec<Choice>,
    note: Field,
    wrong: Vec<Wrong>,
    back_url: String,
}

impl AccessForm {
    /// The form as it was typed, with its faults.
    pub fn typed(editing: &Editing, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> AccessForm {
        let ticked = form.all("condition");
        let choice = |condition: &Condition| Choice {
            value: condition.as_str().to_owned(),
            label: telling.say(condition_key(*condition)),
            selected: ticked.iter().any(|value| value == condition.as_str()),
        };
        let condition = Field::typed("condition", form, problem);
        let note = Field::typed("note", form, problem);
        AccessForm {
            crumbs: crumbs(editing, telling),
            url: paths::session_access(editing.session.id),
            conditions: Condition::ALL.iter().map(choice).collect(),
            wrong: Wrong::of(&[condition.clone(), note.clone()]),
            back_url: paths::session_programme(editing.session.id),
            condition,
            note,
        }
    }
}

impl View for AccessForm {
    const TEMPLATE: &'static str = "pages/agendas/access";

    fn title(&self) -> Title {
        Title::key("agendas-access-title")
    }

    fn samples() -> Vec<AccessForm> {
        let editing = samples::editing();
        let form = access_form(&editing);
        let faults = vec![Fault::new("note", "too-long").with("limit", 2000)];
        let drawn = |faults| {
            samples::told(|telling| AccessForm::typed(&editing, (&form, &Problem::invalid(faults)), telling))
        };
        [Vec::new(), faults].map(drawn).into()
    }
}

/// The form of a visit, and of its report.
#[derive(Debug, Serialize)]
pub struct VisitForm {
    crumbs: Vec<Crumb>,
    url: String,
    host: Field,
    address: Field,
    contact: Field,
    phone: Field,
    bring: Field,
    is_visit: bool,
    report_url: String,
    /// None while there is nothing to report of.
    report: Option<Field>,
    wrong: Vec<Wrong>,
    back_url: String,
}

impl VisitForm {
    /// The form as it was typed, with its faults; the report as it is kept.
    pub fn typed(editing: &Editing, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> VisitForm {
        let kept = visit_form(editing);
        let report = Field::filled("report", kept.raw("report"));
        VisitForm::build(editing, (form, problem), report, telling)
    }

    /// The report as it was typed, with its faults; the visit as it is kept.
    pub fn reporting(
        editing: &Editing,
        (form, problem): (&Form, &Problem),
        telling: Telling<'_>,
    ) -> VisitForm {
        let report = Field::typed("report", form, problem);
        let (kept, sound) = (visit_form(editing), Problem::invalid(Vec::new()));
        VisitForm::build(editing, (&kept, &sound), report, telling)
    }

    fn build(
        editing: &Editing,
        (form, problem): (&Form, &Problem),
        report: Field,
        telling: Telling<'_>,
    ) -> VisitForm {
        let field = |name| Field::typed(name, form, problem);
        let [host, address, contact, phone, bring] =
            ["host", "address", "contact", "phone", "bring"].map(field);
        let (session, is_visit) = (&editing.session, editing.contents.visit.is_some());
        let begun = session.starts_at <= telling.reader.now;
        let all = [&host, &address, &contact, &phone, &bring, &report].map(Clone::clone);
        VisitForm {
            crumbs: crumbs(editing, telling),
            url: paths::session_visit(session.id),
            report_url: paths::session_visit_report(session.id),
            report: (is_visit && (begun || !report.faults.is_empty())).then_some(report),
            wrong: Wrong::of(&all),
            back_url: paths::session_programme(session.id),
            host,
            address,
            contact,
            phone,
            bring,
            is_visit,
        }
    }
}

impl View for VisitForm {
    const TEMPLATE: &'static str = "pages/agendas/visit";

    fn title(&self) -> Title {
        Title::key("agendas-visit-title")
    }

    fn samples() -> Vec<VisitForm> {
        let editing = samples::editing();
        let form = visit_form(&editing);
        let wrong = Problem::invalid(vec![Fault::new("host", "visit-has-report")]);
        let early = Problem::invalid(vec![Fault::new("report", "report-too-early")]);
        vec![
            samples::told(|telling| VisitForm::typed(&editing, (&form, &wrong), telling)),
            samples::told(|telling| VisitForm::reporting(&editing, (&form, &early), telling)),
        ]
    }
}
