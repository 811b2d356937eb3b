//! Hiding a version, and what was hidden.

use super::parts::{FileView, paragraphs};
use super::versions::{HiddenView, LinkView, links_of};
use crate::cases::actions::Hiding;
use crate::cases::store::FileRow;
use crate::kernel::{Fault, dates};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page. It names no author: works may be graded without names.
#[derive(Debug, Clone, Serialize)]
pub struct HidingPage {
    pub(super) case_title: String,
    pub(super) edition: String,
    pub(super) number: i32,
    pub(super) handed_in: String,
    pub(super) desk_url: String,
    pub(super) url: String,
    pub(super) reason: Field,
    pub(super) fields: Vec<Field>,
    pub(super) hidden: Option<HiddenView>,
    pub(super) look_url: Option<String>,
    pub(super) content: Option<Content>,
}

/// What was hidden.
#[derive(Debug, Clone, Serialize)]
pub struct Content {
    pub(super) paragraphs: Vec<String>,
    pub(super) links: Vec<LinkView>,
    pub(super) files: Vec<FileView>,
}

impl HidingPage {
    /// A version to be hidden, or that it was, with the reason as it was typed.
    pub fn new(found: &Hiding, reader: &Reader, (typed, faults): (&str, &[Fault])) -> HidingPage {
        let row = &found.row;
        let reason = Field::with_faults("reason", typed, faults);
        HidingPage {
            case_title: found.fact.title.for_reader(reader.language).to_owned(),
            edition: found.standing.edition.title.clone(),
            number: row.version,
            handed_in: dates::date_and_time(reader.language, row.submitted_at, reader.zone),
            desk_url: paths::submission(row.id),
            url: paths::hiding(row.id),
            fields: vec![reason.clone()],
            reason,
            hidden: found.hidden.as_ref().map(|hidden| HiddenView::new(hidden, reader)),
            look_url: (found.may_look && found.hidden.is_some()).then(|| paths::hidden_work(row.id)),
            content: None,
        }
    }

    /// What was hidden, for an administrator.
    pub fn with_content(found: &Hiding, files: &[FileRow], reader: &Reader) -> HidingPage {
        let file = |row: &FileRow| FileView {
            url: paths::hidden_file(found.row.id, row.id),
            preview_url: None,
            ..FileView::new(row)
        };
        let content = Content {
            paragraphs: paragraphs(&found.row.text),
            links: links_of(&found.row.parts.0, &[], reader.language),
            files: files.iter().map(file).collect(),
        };
        HidingPage { content: Some(content), look_url: None, ..HidingPage::new(found, reader, ("", &[])) }
    }
}

impl View for HidingPage {
    const TEMPLATE: &'static str = "pages/cases/hiding";

    fn title(&self) -> Title {
        Title::with("cases-hiding-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<HidingPage> {
        super::staff_samples::hidings()
    }
}
