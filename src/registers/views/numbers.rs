//! The registers of an organisation, and the settings of one kind.

use super::{faulty, kind_key};
use crate::countries::rules::{Country, shipped};
use crate::kernel::{Fault, OrganisationId, Problem, Word as _};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::settings::{KindNow, Overview};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// The registers of an organisation.
#[derive(Debug, Clone, Serialize)]
pub struct RegistersPage {
    organisation: String,
    organisation_url: String,
    register_url: &'static str,
    gaps_url: String,
    blanks_url: String,
    years_url: String,
    federal_url: String,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    kind_key: String,
    url: String,
    pattern: String,
    next: String,
    prepared: usize,
    on_blanks: bool,
}

impl RegistersPage {
    /// The page.
    pub fn new(overview: &Overview) -> RegistersPage {
        let organisation = &overview.organisation;
        let row = |one: &KindNow| Row {
            kind_key: kind_key(one.kind),
            url: paths::register_setting(organisation.id, one.kind.as_str()),
            pattern: one.setting.pattern.to_string(),
            next: one.next.clone(),
            prepared: one.prepared,
            on_blanks: one.setting.on_blanks,
        };
        RegistersPage {
            organisation: organisation.name.clone(),
            organisation_url: paths::organisation(organisation.id),
            register_url: paths::REGISTER,
            gaps_url: paths::number_gaps(organisation.id),
            blanks_url: paths::blanks(organisation.id),
            years_url: paths::register_years(organisation.id),
            federal_url: paths::federal_register(organisation.id),
            rows: overview.kinds.iter().map(row).collect(),
        }
    }
}

impl View for RegistersPage {
    const TEMPLATE: &'static str = "pages/registers/index";

    fn title(&self) -> Title {
        Title::key("registers-title")
    }

    fn samples() -> Vec<RegistersPage> {
        let row = |prepared, on_blanks| Row {
            kind_key: kind_key(DocumentKind::RetrainingDiploma),
            url: paths::register_setting(OrganisationId(1), "retraining_diploma"),
            pattern: "ДОК-{year}/{number:4}".into(),
            next: "ДОК-2026/0042".into(),
            prepared,
            on_blanks,
        };
        vec![RegistersPage {
            organisation: "Учебный центр «Бірге»".into(),
            organisation_url: paths::organisation(OrganisationId(1)),
            register_url: paths::REGISTER,
            gaps_url: paths::number_gaps(OrganisationId(1)),
            blanks_url: paths::blanks(OrganisationId(1)),
            years_url: paths::register_years(OrganisationId(1)),
            federal_url: paths::federal_register(OrganisationId(1)),
            rows: vec![row(0, false), row(12, true)],
        }]
    }
}

/// Which form of the page was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The pattern.
    Setting,
    /// Prepared numbers.
    Prepared,
    /// Explained numbers.
    Skip,
}

/// The settings of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindPage {
    organisation: String,
    registers_url: String,
    kind_key: String,
    next: String,
    last: i32,
    prepared: usize,
    has_year: bool,
    fields: Vec<Field>,
    setting_url: String,
    pattern: Field,
    on_blanks: Field,
    is_on_blanks: bool,
    prepared_url: String,
    prepared_year: Field,
    numbers: Field,
    skip_url: String,
    skip_year: Field,
    skip_last: Field,
    reason: Field,
}

/// What was typed into which form, and what is wrong with it.
pub type Typed<'a> = Option<(Refused, &'a Form, &'a Problem)>;

impl KindPage {
    /// The page; with what was typed into the form that was refused.
    pub fn new(
        (id, organisation): (OrganisationId, &str),
        now: &KindNow,
        year: i32,
        typed: Typed<'_>,
    ) -> KindPage {
        let word = now.kind.as_str();
        let field = |of: Refused, name: &str, id: &str, value: String| {
            let field = match typed {
                Some((refused, form, problem)) if refused == of => Field::typed(name, form, problem),
                _ => Field::filled(name, value),
            };
            Field { id: format!("field-{id}"), ..field }
        };
        let was_refused = typed.filter(|(refused, _, _)| *refused == Refused::Setting);
        let is_on_blanks = was_refused.map_or(now.setting.on_blanks, |(_, form, _)| form.ticked("on_blanks"));
        let mut page = KindPage {
            organisation: organisation.to_owned(),
            registers_url: paths::registers(id),
            kind_key: kind_key(now.kind),
            next: now.next.clone(),
            last: now.register.map_or(0, |register| register.last_number),
            prepared: now.prepared,
            has_year: now.setting.pattern.has_year(),
            fields: Vec::new(),
            setting_url: paths::register_setting(id, word),
            pattern: field(Refused::Setting, "pattern", "pattern", now.setting.pattern.to_string()),
            on_blanks: Field::empty("on_blanks"),
            is_on_blanks,
            prepared_url: paths::prepared_numbers(id, word),
            prepared_year: field(Refused::Prepared, "year", "prepared-year", year.to_string()),
            numbers: field(Refused::Prepared, "numbers", "numbers", String::new()),
            skip_url: paths::number_skips(id, word),
            skip_year: field(Refused::Skip, "year", "skip-year", year.to_string()),
            skip_last: field(Refused::Skip, "last", "last", String::new()),
            reason: field(Refused::Skip, "reason", "reason", String::new()),
        };
        page.fields = faulty(&[
            &page.pattern,
            &page.prepared_year,
            &page.numbers,
            &page.skip_year,
            &page.skip_last,
            &page.reason,
        ]);
        page
    }
}

impl View for KindPage {
    const TEMPLATE: &'static str = "pages/registers/kind";

    fn title(&self) -> Title {
        Title::key("registers-kind-title")
    }

    fn samples() -> Vec<KindPage> {
        let now = |prepared| KindNow {
            kind: DocumentKind::ParticipationCertificate,
            setting: crate::registers::actions::Setting {
                pattern: crate::registers::rules::usual(
                    &shipped::profile(Country::Ru),
                    DocumentKind::ParticipationCertificate,
                ),
                on_blanks: false,
            },
            register: None,
            next: "СУ-2026/0001".into(),
            prepared,
        };
        let about = (OrganisationId(1), "Учебный центр «Бірге»");
        let faults = |field: &str, codes: &[&'static str]| {
            let fault = |code: &&'static str| {
                let fault = Fault::new(field, code).with("name", "month").with("letters", "* %");
                let fault = fault.with("limit", 30).with("length", 34).with("number", "0007");
                fault.with("from", "09").with("to", "01").with("last", 41)
            };
            Problem::invalid(codes.iter().map(fault).collect())
        };
        let codes = [
            "register-letters",
            "register-pattern-brace",
            "register-pattern-unknown",
            "register-pattern-number",
            "register-pattern-years",
            "register-pattern-long",
        ];
        let pattern = faults("pattern", &codes);
        let lists = [
            "register-list-long",
            "register-list-range",
            "register-list-twice",
            "register-prepared-already",
            "register-issued-already",
        ];
        let numbers = faults("numbers", &lists);
        let skip = faults("last", &["register-skip-nothing"]);
        let reason = faults("reason", &["register-reason-short"]);
        let form =
            Form::of(&[("pattern", "ДОК*{month}"), ("year", "2026"), ("numbers", "09–01"), ("last", "7")]);
        vec![
            KindPage::new(about, &now(0), 2026, None),
            KindPage::new(about, &now(3), 2026, Some((Refused::Setting, &form, &pattern))),
            KindPage::new(about, &now(3), 2026, Some((Refused::Prepared, &form, &numbers))),
            KindPage::new(about, &now(3), 2026, Some((Refused::Skip, &form, &skip))),
            KindPage::new(about, &now(3), 2026, Some((Refused::Skip, &form, &reason))),
        ]
    }
}
