//! The pages of administrators who write cases.

mod copy;
mod desk;
mod forms;
mod part;
mod plan;
mod preview;
mod samples;
mod text;

pub use copy::CopyPage;
pub use desk::{DeskPage, NewCasePage};
pub use part::{PartPage, TypedPart};
pub use preview::PreviewPage;
pub use text::{TextPage, TypedText};

use crate::case_authoring::actions::Open;
use crate::case_authoring::rules::{Outline, Sort};
use crate::case_authoring::store::TextRow;
use crate::cases::views::Link;
use crate::kernel::{CaseCopyId, Fault, Language, dates};
use crate::programmes::rules::{Finding, Severity};
use crate::web::{Reader, paths};
use serde::Serialize;

/// A tab of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Tab {
    pub(super) label: String,
    pub(super) url: String,
    pub(super) current: bool,
}

/// The three ways to look at a working copy.
#[derive(Debug, Clone, Serialize)]
pub struct Ways {
    pub(super) parts: String,
    pub(super) text: String,
    pub(super) preview: String,
}

impl Ways {
    pub(super) fn of(copy: CaseCopyId, tag: &str) -> Ways {
        Ways {
            parts: paths::case_copy_in(copy, tag),
            text: paths::case_copy_text(copy, tag),
            preview: paths::case_copy_preview(copy, tag),
        }
    }
}

/// One finding with the way to its place.
#[derive(Debug, Clone, Serialize)]
pub struct FaultLine {
    pub(super) url: String,
    pub(super) place: Place,
    pub(super) file_line: u32,
    pub(super) fault: Fault,
    pub(super) detail: String,
    pub(super) error: bool,
    /// The language of the text; empty for a finding elsewhere in the programme.
    pub(super) language: &'static str,
}

/// A part of a case by its name.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// The message: `authoring-place-step` and its like.
    pub(super) key: &'static str,
    /// The number of a step, the letter of an end.
    pub(super) label: String,
    /// The heading.
    pub(super) title: String,
}

/// What a finding says.
pub(super) fn fault(finding: &Finding, field: &str) -> Fault {
    Fault { field: field.to_owned(), code: format!("content-{}", finding.code.as_str()), args: Vec::new() }
}

/// The name of a section, or of the settings.
pub(super) fn place(outline: &Outline, section: Option<usize>) -> Place {
    let Some((at, section)) = section.and_then(|at| Some((at, outline.sections.get(at)?))) else {
        return Place { key: "authoring-place-settings", label: String::new(), title: String::new() };
    };
    let before =
        |kind: &str| outline.sections.iter().take(at).filter(|section| section.sort().kind() == kind).count();
    let (key, label) = match section.sort() {
        Sort::Step(_) => ("authoring-place-step", (before("step") + 1).to_string()),
        Sort::End(_) => {
            ("authoring-place-end", ('A'..='Z').nth(before("end")).map(String::from).unwrap_or_default())
        }
        Sort::Criteria | Sort::Plain(_) => ("authoring-place-section", String::new()),
    };
    Place { key, label, title: section.title() }
}

/// The findings of a working copy with the ways to their places; elsewhere in the programme there is none.
pub(super) fn fault_lines(open: &Open) -> Vec<FaultLine> {
    let line = |finding: &Finding| {
        let text = open.texts.iter().find(|text| text.path == finding.file);
        let outline = text.map(|text| Outline::of(&text.body)).unwrap_or_default();
        let spot = crate::case_authoring::rules::spots::spot(&outline, finding);
        let anchor =
            if spot.field.is_empty() { "field-part".to_owned() } else { format!("field-{}", spot.field) };
        let number = spot.section.map_or(0, |section| section + 1);
        let elsewhere = || Place {
            key: "authoring-place-file",
            label: format!("{}:{}", finding.file, finding.line),
            title: String::new(),
        };
        let missing = finding.code == crate::programmes::rules::Code::SectionMissing;
        FaultLine {
            url: match text {
                Some(text) if missing => {
                    format!("{}#add", paths::case_copy_in(open.copy.id, text.language.tag()))
                }
                Some(text) => {
                    let tag = text.language.tag();
                    format!("{}#{anchor}", paths::case_copy_part(open.copy.id, tag, number))
                }
                None => String::new(),
            },
            place: if text.is_some() { place(&outline, spot.section) } else { elsewhere() },
            file_line: finding.line,
            fault: fault(finding, &spot.field),
            detail: finding.detail.clone(),
            error: finding.severity() == Severity::Error,
            language: text.map_or("", |text| text.language.tag()),
        }
    };
    open.findings.iter().map(line).collect()
}

/// The way down to the pages of a working copy.
pub(super) fn crumbs(open: &Open, reader: &Reader, inside: bool) -> Vec<Link> {
    let programme = open.base.title.0.for_reader(reader.language).to_owned();
    let mut crumbs = vec![Link { label: programme, url: paths::case_desk(&open.copy.slug) }];
    if inside {
        let title = open.title.for_reader(reader.language).to_owned();
        crumbs.push(Link { label: title, url: paths::case_copy(open.copy.id) });
    }
    crumbs
}

/// Who saved a text last, and when.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Saved {
    pub(super) at: String,
    pub(super) by: String,
    pub(super) time: String,
}

impl Saved {
    pub(super) fn of(text: &TextRow, reader: &Reader) -> Saved {
        let by = match (&text.surname, &text.given_name) {
            (Some(surname), Some(given)) => format!("{given} {surname}"),
            _ => String::new(),
        };
        let at = dates::date_and_time(reader.language, text.saved_at, reader.zone);
        Saved { at, by, time: dates::time(text.saved_at.local(reader.zone).time()) }
    }
}

/// The languages that a working copy is written in.
pub(super) fn languages(open: &Open, current: Language, url: &dyn Fn(Language) -> String) -> Vec<Tab> {
    if open.texts.len() < 2 {
        return Vec::new();
    }
    let tab = |text: &TextRow| Tab {
        label: text.language.own_name().to_owned(),
        url: url(text.language),
        current: text.language == current,
    };
    open.texts.iter().map(tab).collect()
}
