//! Asking for a sample: whose paper, and with which template.

use super::kind_key;
use crate::documents::actions::Desk;
use crate::documents::actions::sampling::{Printable, Printed};
use crate::kernel::{EditionId, Fault, Problem};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct SamplesPage {
    desk_url: String,
    preview_url: String,
    templates_url: &'static str,
    edition: String,
    kind: String,
    kind_key: String,
    enrolment: Field,
    people: Vec<Choice>,
    template: Field,
    templates: Vec<Choice>,
    fields: Vec<Field>,
}

impl SamplesPage {
    /// The people of a desk and the templates for its kind; with what was asked and why it could not be printed.
    pub fn new(
        (desk, versions): (&Desk, &[Printable]),
        typed: Option<(&Form, &Problem)>,
        say: Say<'_>,
    ) -> SamplesPage {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (enrolment, template) = (field("enrolment"), field("template"));
        let person = |one: &crate::documents::actions::Candidate| {
            Choice::new(one.trainee.enrolment, one.trainee.name.full(), &enrolment.value)
        };
        let kind = desk.grounds.kind;
        SamplesPage {
            desk_url: paths::issue_kind(desk.edition.id, kind.as_str()),
            preview_url: paths::document_previews(desk.edition.id),
            templates_url: paths::PAPER_TEMPLATES,
            edition: desk.edition.title.clone(),
            kind: kind.as_str().to_owned(),
            kind_key: kind_key(kind),
            people: desk.people.iter().map(person).collect(),
            templates: choices(versions, &template.value, say),
            fields: [&enrolment, &template]
                .into_iter()
                .filter(|one| !one.faults.is_empty())
                .cloned()
                .collect(),
            enrolment,
            template,
        }
    }
}

/// What is at work, the paper of the program, and every version there is.
fn choices(versions: &[Printable], chosen: &str, say: Say<'_>) -> Vec<Choice> {
    let mut choices = vec![
        Choice::new("", say("documents-samples-at-work"), chosen),
        Choice::new(Printed::BUILT_IN, say("paper-templates-built-in"), chosen),
    ];
    let version =
        |one: &Printable| Choice::new(one.version, format!("{} · {}", one.name, one.number), chosen);
    choices.extend(versions.iter().map(version));
    choices
}

impl View for SamplesPage {
    const TEMPLATE: &'static str = "pages/documents/samples";

    fn title(&self) -> Title {
        Title::key("documents-samples-title")
    }

    fn samples() -> Vec<SamplesPage> {
        let kind = DocumentKind::AdvancedTrainingCertificate;
        let choice = |value: &str, label: &str, chosen: bool| Choice {
            value: value.into(),
            label: label.into(),
            selected: chosen,
        };
        let page = SamplesPage {
            desk_url: paths::issue_kind(EditionId(1), kind.as_str()),
            preview_url: paths::document_previews(EditionId(1)),
            templates_url: paths::PAPER_TEMPLATES,
            edition: "2-й поток, осень 2026".into(),
            kind: kind.as_str().to_owned(),
            kind_key: kind_key(kind),
            enrolment: Field::empty("enrolment"),
            people: vec![
                choice("1", "Ахметова Динара Серікқызы", false),
                choice("2", "Петров Константин Александрович", false),
            ],
            template: Field::empty("template"),
            templates: vec![
                choice("", "Как при выдаче", true),
                choice("program", "Документ программы", false),
                choice("2", "Удостоверение с гербом · 2", false),
            ],
            fields: Vec::new(),
        };
        let fault = Fault::new("template", "paper-template-too-tall").with("place", "template.typ:12");
        let template = Field { faults: vec![fault], ..Field::filled("template", "2") };
        let refused = SamplesPage { fields: vec![template.clone()], template, ..page.clone() };
        let nobody = SamplesPage { people: Vec::new(), ..page.clone() };
        vec![page, refused, nobody]
    }
}
