//! The stock of printed blanks: the report, receiving some, writing down a spoiled one.

use super::{faulty, kind_key};
use crate::kernel::{Fault, OrganisationId, Problem, Word as _, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::settings::kinds;
use crate::registers::actions::stock::{Report, said};
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct BlanksPage {
    organisation: String,
    registers_url: String,
    stock: Vec<Line>,
    spoiled: Vec<Spoiled>,
    fields: Vec<Field>,
    receive: Receive,
    spoil: Spoil,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    kind_key: String,
    series: String,
    received: i64,
    used: i64,
    spoiled: i64,
    left: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Spoiled {
    kind_key: String,
    blank: String,
    act: String,
    dated: String,
    reason: String,
}

#[derive(Debug, Clone, Serialize)]
struct Receive {
    url: String,
    kind: Field,
    kinds: Vec<Choice>,
    series: Field,
    numbers: Field,
    received_with: Field,
    received_on: Field,
}

#[derive(Debug, Clone, Serialize)]
struct Spoil {
    url: String,
    kind: Field,
    kinds: Vec<Choice>,
    series: Field,
    number: Field,
    act: Field,
    dated: Field,
    reason: Field,
}

/// Which form of the page was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Receiving.
    Receive,
    /// A spoiled blank.
    Spoil,
}

/// What was typed into which form, and what is wrong with it.
pub type Typed<'a> = Option<(Refused, &'a Form, &'a Problem)>;

impl BlanksPage {
    /// The page; with what was typed into the form that was refused.
    pub fn new(report: &Report, typed: Typed<'_>, reader: &Reader, say: Say<'_>) -> BlanksPage {
        let id = report.organisation.id;
        let (receive, spoil) = (Receive::new(id, typed, say), Spoil::new(id, typed, say));
        let fields = faulty(&[
            &receive.kind,
            &receive.series,
            &receive.numbers,
            &receive.received_with,
            &receive.received_on,
            &spoil.kind,
            &spoil.series,
            &spoil.number,
            &spoil.act,
            &spoil.dated,
            &spoil.reason,
        ]);
        let line =
            |((kind, series), stock): (&(DocumentKind, String), &crate::registers::store::blanks::Stock)| {
                Line {
                    kind_key: kind_key(*kind),
                    series: series.clone(),
                    received: stock.received,
                    used: stock.used,
                    spoiled: stock.spoiled,
                    left: stock.left(),
                }
            };
        let spoiled = report.spoiled.iter().map(|row| Spoiled {
            kind_key: kind_key(row.kind),
            blank: said(Some(&row.series), &row.number),
            act: row.act.clone(),
            dated: dates::date(reader.language, row.dated),
            reason: row.reason.clone(),
        });
        BlanksPage {
            organisation: report.organisation.name.clone(),
            registers_url: paths::registers(id),
            stock: report.stock.iter().map(line).collect(),
            spoiled: spoiled.collect(),
            fields,
            receive,
            spoil,
        }
    }
}

/// A field of one of the two forms, whose names are alike.
fn field(typed: Typed<'_>, of: Refused, name: &str) -> Field {
    let prefix = if of == Refused::Receive { "receive" } else { "spoil" };
    let field = match typed {
        Some((refused, form, problem)) if refused == of => Field::typed(name, form, problem),
        _ => Field::empty(name),
    };
    Field { id: format!("field-{prefix}-{name}"), ..field }
}

fn choices(chosen: &str, say: Say<'_>) -> Vec<Choice> {
    kinds().map(|kind| Choice::new(kind.as_str(), say(&kind_key(kind)), chosen)).collect()
}

impl Receive {
    fn new(id: OrganisationId, typed: Typed<'_>, say: Say<'_>) -> Receive {
        let field = |name| field(typed, Refused::Receive, name);
        let kind = field("kind");
        Receive {
            url: paths::blanks(id),
            kinds: choices(&kind.value, say),
            kind,
            series: field("series"),
            numbers: field("numbers"),
            received_with: field("received_with"),
            received_on: field("received_on"),
        }
    }
}

impl Spoil {
    fn new(id: OrganisationId, typed: Typed<'_>, say: Say<'_>) -> Spoil {
        let field = |name| field(typed, Refused::Spoil, name);
        let (kind, mut number) = (field("kind"), field("number"));
        if let Some((Refused::Spoil, _, problem)) = typed {
            // What is missing is another blank; it was asked for by this number.
            number.faults.extend(problem.faults.iter().filter(|fault| fault.field == "blank").cloned());
        }
        Spoil {
            url: paths::blank_spoilings(id),
            kinds: choices(&kind.value, say),
            kind,
            series: field("series"),
            number,
            act: field("act"),
            dated: field("dated"),
            reason: field("reason"),
        }
    }
}

impl View for BlanksPage {
    const TEMPLATE: &'static str = "pages/registers/blanks";

    fn title(&self) -> Title {
        Title::key("registers-blanks-title")
    }

    fn samples() -> Vec<BlanksPage> {
        let say = |key: &str| key.to_owned();
        let page = |typed: Typed<'_>, full: bool| {
            let line = Line {
                kind_key: kind_key(DocumentKind::RetrainingDiploma),
                series: "АБ".into(),
                received: 100,
                used: 40,
                spoiled: 2,
                left: 58,
            };
            let spoiled = Spoiled {
                kind_key: kind_key(DocumentKind::RetrainingDiploma),
                blank: "АБ 000007".into(),
                act: "3-С".into(),
                dated: "21 ноября 2026 г.".into(),
                reason: "Залит при печати".into(),
            };
            let (receive, spoil) =
                (Receive::new(OrganisationId(1), typed, &say), Spoil::new(OrganisationId(1), typed, &say));
            BlanksPage {
                organisation: "Учебный центр «Бірге»".into(),
                registers_url: paths::registers(OrganisationId(1)),
                stock: if full {
                    vec![line.clone(), Line { series: String::new(), ..line }]
                } else {
                    Vec::new()
                },
                spoiled: if full { vec![spoiled] } else { Vec::new() },
                fields: faulty(&[&receive.numbers, &receive.received_on, &spoil.number, &spoil.dated]),
                receive,
                spoil,
            }
        };
        let fault = |field: &str, code| {
            let fault = Fault::new(field, code).with("series", "АБ").with("number", "000007");
            fault.with("act", "3-С").with("date", "21.11.2026")
        };
        let received = Problem::invalid(vec![
            fault("numbers", "blank-known"),
            fault("received_on", "register-date-ahead"),
        ]);
        let spoiled = ["blank-unknown", "blank-spoiled-already"].map(|code| fault("number", code));
        let mut faults: Vec<Fault> = spoiled.into();
        faults.push(Fault::new("blank", "blanks-out"));
        let spoiled = Problem::invalid(faults);
        let form = Form::of(&[("kind", "retraining_diploma"), ("series", "АБ"), ("number", "000007")]);
        vec![
            page(None, false),
            page(Some((Refused::Receive, &form, &received)), true),
            page(Some((Refused::Spoil, &form, &spoiled)), true),
        ]
    }
}
