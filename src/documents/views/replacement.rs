//! The form that issues a document in the place of another.

use super::document::relation_key;
use super::kind_key;
use crate::documents::actions::reading::Shown;
use crate::documents::rules::{LONGEST_REASON, Relation};
use crate::kernel::{DocumentId, Fault, Problem, Word as _};
use crate::programmes::rules::words::DocumentKind;
use crate::render::Words;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Replacement {
    number: String,
    kind_key: String,
    holder: String,
    url: String,
    document_url: String,
    relation: Field,
    relations: Vec<Choice>,
    grounds: Field,
    limit: usize,
    issued_on: Field,
    first_day: String,
    last_day: String,
    typed_number: Field,
    fields: Vec<Field>,
}

impl Replacement {
    /// The form for a reader; with what was typed, when it was refused.
    pub fn new(
        shown: &Shown,
        refused: Option<(&Form, &Problem)>,
        reader: &Reader,
        words: &Words,
    ) -> Replacement {
        let today = reader.now.date_in(shown.snapshot.zone()).to_string();
        let field = |name: &str, usual: &str| match refused {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, usual),
        };
        let (relation, grounds) = (field("relation", ""), field("grounds", ""));
        let (issued_on, typed_number) = (field("issued_on", &today), field("number", ""));
        let choice = |one: &Relation| {
            Choice::new(one.as_str(), words.text(reader.language, &relation_key(*one)), &relation.value)
        };
        let all = [&relation, &grounds, &issued_on, &typed_number];
        Replacement {
            number: shown.row.number.clone(),
            kind_key: kind_key(shown.row.kind),
            holder: shown.snapshot.holder.full(),
            url: paths::document_replacements(shown.row.id),
            document_url: paths::document(shown.row.id),
            relations: Relation::ALL.iter().map(choice).collect(),
            fields: all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect(),
            relation,
            grounds,
            limit: LONGEST_REASON,
            issued_on,
            first_day: shown.row.issued_on.to_string(),
            last_day: today,
            typed_number,
        }
    }
}

impl View for Replacement {
    const TEMPLATE: &'static str = "pages/documents/replacement";

    fn title(&self) -> Title {
        Title::key("documents-replace-title")
    }

    fn samples() -> Vec<Self> {
        let relation = Field::filled("relation", "duplicate");
        let wrong = Fault::new("relation", "document-nothing-to-correct");
        let form = Replacement {
            number: "УПК-2026/0042".into(),
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            url: paths::document_replacements(DocumentId(1)),
            document_url: paths::document(DocumentId(1)),
            relations: vec![Choice::new("duplicate", "Дубликат", "duplicate")],
            relation: relation.clone(),
            grounds: Field::empty("grounds"),
            limit: LONGEST_REASON,
            issued_on: Field::filled("issued_on", "2026-12-02"),
            first_day: "2026-11-21".into(),
            last_day: "2026-12-02".into(),
            typed_number: Field::empty("number"),
            fields: Vec::new(),
        };
        let refused = Field { faults: vec![wrong], ..relation };
        vec![Replacement { fields: vec![refused.clone()], relation: refused, ..form.clone() }, form]
    }
}
