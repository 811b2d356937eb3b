//! «Номера без документа»: each with its reason, or that there are none.

use super::kind_key;
use crate::kernel::{OrganisationId, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::settings::Gaps;
use crate::registers::rules::{Pattern, Span};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct GapsPage {
    organisation: String,
    registers_url: String,
    registers: Vec<Register>,
    nothing: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Register {
    kind_key: String,
    year: Option<i32>,
    last: i32,
    explained: Vec<Explained>,
    unexplained: Vec<String>,
    prepared: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Explained {
    numbers: String,
    reason: String,
    on: String,
}

impl GapsPage {
    /// The page.
    pub fn new((id, organisation): (OrganisationId, &str), all: &[Gaps], reader: &Reader) -> GapsPage {
        let with_gaps = |one: &&Gaps| {
            !(one.explained.is_empty() && one.unexplained.is_empty() && one.prepared.is_empty())
        };
        let registers: Vec<Register> =
            all.iter().filter(with_gaps).map(|one| Register::new(one, reader)).collect();
        GapsPage {
            organisation: organisation.to_owned(),
            registers_url: paths::registers(id),
            nothing: registers.is_empty(),
            registers,
        }
    }
}

impl Register {
    fn new(gaps: &Gaps, reader: &Reader) -> Register {
        let year = gaps.register.year;
        let said = |span: Span| said(&gaps.pattern, year, span);
        let explained = gaps.explained.iter().map(|skip| Explained {
            numbers: said(skip.span()),
            reason: skip.reason.clone(),
            on: dates::date(reader.language, skip.at.date_in(reader.zone)),
        });
        Register {
            kind_key: kind_key(gaps.register.kind),
            year: (year != 0).then_some(year),
            last: gaps.register.last_number,
            explained: explained.collect(),
            unexplained: gaps.unexplained.iter().map(|span| said(*span)).collect(),
            prepared: gaps.prepared.clone(),
        }
    }
}

/// Numbers as they would be written.
pub fn said(pattern: &Pattern, year: i32, span: Span) -> String {
    let first = pattern.number(year, span.first);
    if span.first == span.last { first } else { format!("{first} – {}", pattern.number(year, span.last)) }
}

impl View for GapsPage {
    const TEMPLATE: &'static str = "pages/registers/gaps";

    fn title(&self) -> Title {
        Title::key("registers-gaps-title")
    }

    fn samples() -> Vec<GapsPage> {
        let explained = Explained {
            numbers: "УПК-2026/0001 – УПК-2026/0118".into(),
            reason: "Выданы до перехода на систему, бумажная книга".into(),
            on: "1 сентября 2026 г.".into(),
        };
        let register = |year, unexplained: &[&str], prepared: &[&str]| Register {
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            year,
            last: 130,
            explained: vec![explained.clone()],
            unexplained: unexplained.iter().map(ToString::to_string).collect(),
            prepared: prepared.iter().map(ToString::to_string).collect(),
        };
        let page = |registers: Vec<Register>| GapsPage {
            organisation: "Учебный центр «Бірге»".into(),
            registers_url: paths::registers(OrganisationId(1)),
            nothing: registers.is_empty(),
            registers,
        };
        let full = register(Some(2026), &["УПК-2026/0121"], &["0007", "0008"]);
        vec![page(Vec::new()), page(vec![full, register(None, &[], &[])])]
    }
}
