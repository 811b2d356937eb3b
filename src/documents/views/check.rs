//! Checking a document by its number and a surname: yes or no, and nothing else.

use crate::kernel::{Fault, Problem};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CheckPage {
    url: &'static str,
    number: Field,
    surname: Field,
    fields: Vec<Field>,
    answered: bool,
    holds: bool,
}

impl CheckPage {
    /// The form with nothing in it.
    pub fn empty() -> CheckPage {
        CheckPage {
            url: paths::VERIFY,
            number: Field::empty("number"),
            surname: Field::empty("surname"),
            fields: Vec::new(),
            answered: false,
            holds: false,
        }
    }

    /// The answer to what was typed.
    pub fn answered(form: &Form, holds: bool) -> CheckPage {
        let filled = |name: &str| Field::filled(name, form.text(name));
        CheckPage {
            number: filled("number"),
            surname: filled("surname"),
            answered: true,
            holds,
            ..CheckPage::empty()
        }
    }

    /// The form with what is missing.
    pub fn refused(form: &Form, problem: &Problem) -> CheckPage {
        let (number, surname) =
            (Field::typed("number", form, problem), Field::typed("surname", form, problem));
        let fields = [&number, &surname].into_iter().filter(|field| !field.faults.is_empty()).cloned();
        CheckPage { fields: fields.collect(), number, surname, ..CheckPage::empty() }
    }
}

impl View for CheckPage {
    const TEMPLATE: &'static str = "pages/documents/check";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("verification-check-title")
    }

    fn samples() -> Vec<CheckPage> {
        let form = Form::of(&[("number", "УПК-2026/0042"), ("surname", "Құрманғазы")]);
        let missing =
            Problem::invalid(vec![Fault::new("number", "required"), Fault::new("surname", "required")]);
        vec![
            CheckPage::empty(),
            CheckPage::answered(&form, true),
            CheckPage::answered(&form, false),
            CheckPage::refused(&Form::default(), &missing),
        ]
    }
}
