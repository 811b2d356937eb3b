//! What a new case is called and how long it takes, until a version has it.

use crate::case_authoring::actions::Open;
use crate::kernel::{Language, Problem};
use crate::web::{Field, Form, paths};
use serde::Serialize;

/// The form.
#[derive(Debug, Clone, Serialize)]
pub struct PlanForm {
    pub(super) url: String,
    pub(super) titles: Vec<Field>,
    pub(super) hours: Field,
    /// Whether something typed has to be looked at again.
    pub(super) is_open: bool,
    pub(super) fields: Vec<Field>,
}

impl PlanForm {
    /// The form as things stand; nothing for a case that a version has already.
    pub(super) fn new(open: &Open) -> Option<PlanForm> {
        let plan = &open.copy.plan.as_ref()?.0;
        let title = |language: Language| {
            Field::filled(&name(language), plan.title.exact(language).unwrap_or_default())
        };
        Some(PlanForm {
            url: paths::case_copy_plan(open.copy.id),
            titles: LANGUAGES.map(title).to_vec(),
            hours: Field::filled("hours", plan.hours.to_string()),
            is_open: false,
            fields: Vec::new(),
        })
    }

    /// The same as it was typed.
    pub(super) fn typed(self, form: &Form, problem: &Problem) -> PlanForm {
        let field = |name: &str| Field::typed(name, form, problem);
        let titles: Vec<Field> = LANGUAGES.map(|language| field(&name(language))).to_vec();
        let hours = field("hours");
        let fields = titles.iter().chain([&hours]).filter(|field| !field.faults.is_empty());
        PlanForm { fields: fields.cloned().collect(), titles, hours, is_open: true, ..self }
    }
}

const LANGUAGES: [Language; 3] = [Language::Ru, Language::Kk, Language::En];

fn name(language: Language) -> String {
    format!("title-{}", language.tag())
}
