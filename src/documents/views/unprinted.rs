//! A document whose paper could not be printed: what the template said, and the form to print it with another version.

use super::document::Document;
use crate::documents::actions::reading::Shown;
use crate::documents::actions::sampling::{Printable, Printed};
use crate::kernel::{DocumentId, Fault, PaperTemplateVersionId, Problem, dates};
use crate::render::Words;
use crate::web::{Choice, Field, Form, Reader, paths};
use serde::Serialize;

/// Why there is no paper, and what to do.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Unprinted {
    at: String,
    faults: Vec<Fault>,
    others: Vec<Other>,
    templates_url: &'static str,
    /// Nothing once another version is chosen.
    form: Option<ChoiceForm>,
}

#[derive(Debug, Clone, Serialize)]
struct Other {
    number: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct ChoiceForm {
    url: String,
    template: Field,
    /// The versions, then the paper of the program.
    templates: Vec<Choice>,
    reason: Field,
    fields: Vec<Field>,
}

/// With what it is printed instead, for ever.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Reprint {
    /// Nothing for the paper of the program.
    template: Option<String>,
    reason: String,
    at: String,
    by: Option<String>,
}

/// The page has a reason of its own already, that of the revocation.
fn reason(field: Field) -> Field {
    Field { id: "field-print-reason".to_owned(), ..field }
}

impl ChoiceForm {
    fn new(
        url: String,
        (versions, built_in): (&[Printable], String),
        typed: Option<(&Form, &Problem)>,
    ) -> ChoiceForm {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (template, reason) = (field("template"), reason(field("reason")));
        let version = |one: &Printable| {
            Choice::new(one.version, format!("{} ({})", one.name, one.number), &template.value)
        };
        let faulty = [&template, &reason].into_iter().filter(|one| !one.faults.is_empty());
        let mut templates: Vec<Choice> = versions.iter().map(version).collect();
        templates.push(Choice::new(Printed::BUILT_IN, built_in, &template.value));
        ChoiceForm { url, fields: faulty.cloned().collect(), templates, template, reason }
    }
}

/// Why a document has no paper; nothing for nearly all.
pub(super) fn unprinted(
    shown: &Shown,
    typed: Option<(&Form, &Problem)>,
    (reader, words): (&Reader, &Words),
) -> Option<Unprinted> {
    let (printing, id) = (&shown.printing, shown.row.id);
    let failure = printing.failure.as_ref()?;
    let other =
        |(id, number): &(DocumentId, String)| Other { number: number.clone(), url: paths::document(*id) };
    let form = |versions: &Vec<Printable>| {
        let built_in = words.text(reader.language, "paper-templates-built-in");
        ChoiceForm::new(paths::document_print_choice(id), (versions.as_slice(), built_in), typed)
    };
    Some(Unprinted {
        at: dates::date_and_time(reader.language, failure.at, reader.zone),
        faults: failure.faults.clone(),
        others: printing.others.iter().map(other).collect(),
        templates_url: paths::PAPER_TEMPLATES,
        form: printing.versions.as_ref().map(form),
    })
}

/// With what a document is printed instead of its own version.
pub(super) fn reprint(shown: &Shown, reader: &Reader) -> Option<Reprint> {
    let (choice, version) = shown.printing.choice.as_ref()?;
    let name = |id| shown.names.get(&id).map(crate::kernel::PersonName::full);
    Some(Reprint {
        template: version.as_ref().map(|one| format!("{} ({})", one.name, one.number)),
        reason: choice.reason.clone(),
        at: dates::date_and_time(reader.language, choice.at, reader.zone),
        by: choice.by.and_then(name),
    })
}

impl Document {
    /// The same with what was typed into the form that chooses another version, when it was refused.
    #[must_use]
    pub fn choosing(
        self,
        shown: &Shown,
        typed: (&Form, &Problem),
        (reader, words): (&Reader, &Words),
    ) -> Document {
        Document { unprinted: unprinted(shown, Some(typed), (reader, words)), ..self }
    }
}

impl Unprinted {
    /// Failed; refused once; and with another version chosen.
    pub(super) fn samples() -> [Unprinted; 3] {
        let version =
            Printable { version: PaperTemplateVersionId(3), name: "С гербом".into(), number: 3 };
        let offered = || (std::slice::from_ref(&version), "Документ программы".to_owned());
        let url = || paths::document_print_choice(DocumentId(1));
        let problem = Problem::invalid(vec![
            Fault::new("template", "paper-template-too-tall").with("place", "template.typ:12"),
            Fault::new("reason", "required"),
        ]);
        let typed = Form::of(&[("template", "3"), ("reason", "")]);
        let failed = Unprinted {
            at: "1 декабря 2026 г., 12:00".into(),
            faults: vec![
                Fault::new("source", "paper-template-engine")
                    .with("place", "template.typ:4")
                    .with("said", "expected string, found none"),
            ],
            others: vec![Other { number: "УПК-2026/0043".into(), url: paths::document(DocumentId(2)) }],
            templates_url: paths::PAPER_TEMPLATES,
            form: Some(ChoiceForm::new(url(), offered(), None)),
        };
        let refused = ChoiceForm::new(url(), offered(), Some((&typed, &problem)));
        [
            failed.clone(),
            Unprinted { form: Some(refused), others: Vec::new(), ..failed.clone() },
            Unprinted { form: None, others: Vec::new(), ..failed },
        ]
    }
}

impl Reprint {
    pub(super) fn sample(template: Option<&str>) -> Reprint {
        Reprint {
            template: template.map(str::to_owned),
            reason: "У слушателя нет отчества, шаблон его требовал".into(),
            at: "1 декабря 2026 г., 12:00".into(),
            by: template.map(|_| "Рябинина Ирина Павловна".into()),
        }
    }
}
