//! The extensions of a case, and the form of a further one.

use super::parts::{Deadline, Link};
use super::staff_samples;
use crate::cases::actions::Extending;
use crate::cases::store::ExtensionRow;
use crate::kernel::{Fault, dates};
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page.
#[derive(Debug, Serialize)]
pub struct Extensions {
    crumbs: Vec<Link>,
    case: String,
    zone: &'static str,
    url: String,
    due: Deadline,
    rows: Vec<Row>,
    form: BTreeMap<&'static str, Field>,
    trainees: Vec<Choice>,
    senders: Vec<Choice>,
    wrong: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Row {
    whom: String,
    due: String,
    reason: String,
    when: String,
    revocation_url: String,
}

const FIELDS: [&str; 3] = ["whom", "due_on", "reason"];

impl Extensions {
    /// The extensions of a case with a form as it was typed.
    pub fn new(found: &Extending, (form, faults): (&Form, &[Fault]), reader: &Reader) -> Extensions {
        let edition = &found.edition;
        let field = |name: &&'static str| (*name, Field::with_faults(name, form.raw(name), faults));
        let ticked = form.all("whom");
        let fields: BTreeMap<&'static str, Field> = FIELDS.iter().map(field).collect();
        let choice =
            |value: String, label: String| Choice { selected: ticked.contains(&value), value, label };
        Extensions {
            crumbs: vec![Link { label: edition.title.clone(), url: paths::edition(edition.id) }],
            case: found.title.for_reader(reader.language).to_owned(),
            zone: edition.time_zone.name(),
            url: paths::case_extensions(edition.id, found.case),
            due: Deadline::new(found.due_at, edition, reader),
            rows: found.rows.iter().map(|row| line(row, found, reader)).collect(),
            trainees: found
                .trainees
                .iter()
                .map(|(id, name)| choice(format!("trainee-{id}"), name.full()))
                .collect(),
            senders: found
                .senders
                .iter()
                .map(|(id, name)| choice(format!("sender-{id}"), name.clone()))
                .collect(),
            wrong: fields.values().filter(|field| !field.faults.is_empty()).cloned().collect(),
            form: fields,
        }
    }
}

fn line(row: &ExtensionRow, found: &Extending, reader: &Reader) -> Row {
    let trainee = found.trainees.iter().find(|(id, _)| Some(*id) == row.enrolment_id);
    let sender = found.senders.iter().find(|(id, _)| Some(*id) == row.organisation_id);
    let whom = trainee.map(|(_, name)| name.full()).or(sender.map(|(_, name)| name.clone()));
    Row {
        whom: whom.unwrap_or_else(|| "–".to_owned()),
        due: dates::date(reader.language, row.due_on),
        reason: row.reason.clone(),
        when: dates::day_and_time(reader.language, row.made_at, found.edition.time_zone),
        revocation_url: paths::case_extension_revocation(found.edition.id, found.case, row.id),
    }
}

impl View for Extensions {
    const TEMPLATE: &'static str = "pages/cases/extensions";

    fn title(&self) -> Title {
        Title::with("case-extensions-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<Extensions> {
        let (found, reader) = (staff_samples::extending(), Reader::sample());
        let empty =
            Extending { rows: Vec::new(), trainees: Vec::new(), senders: Vec::new(), ..found.clone() };
        let faults = [Fault::new("reason", "required"), Fault::new("whom", "choose-some")];
        let typed = Form::of(&[("whom", "trainee-3"), ("due_on", "2026-09-20")]);
        vec![
            Extensions::new(&found, (&Form::default(), &[]), &reader),
            Extensions::new(&empty, (&Form::default(), &[]), &reader),
            Extensions::new(&found, (&typed, &faults), &reader),
        ]
    }
}
