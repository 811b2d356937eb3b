//! The way somebody took through the steps, for those who grade: beside the rubric, and on a page of its own.

use super::overview::html;
use super::parts::{Linked, PastStep};
use crate::kernel::SubmissionId;
use crate::programmes::rules::PlanText;
use crate::render::SafeHtml;
use crate::staged_cases::actions::{Path, PathOf};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The way: what was seen, what was decided and how long it took, and the end. A part for any page.
#[derive(Debug, Clone, Serialize)]
pub struct PathView {
    /// The steps that were decided.
    pub steps: Vec<PastStep>,
    /// The stage that is not decided yet.
    pub open: Option<String>,
    /// The title of the end, once one is reached.
    pub end: Option<String>,
    /// Its closing words.
    pub closing: SafeHtml,
}

impl PathView {
    /// A way in the reader's language; `linked` gives its texts their addresses.
    pub fn new(path: &Path, reader: &Reader, linked: Linked<'_>) -> PathView {
        let none = PlanText::default();
        let words = path.plan.text(reader.language).unwrap_or(&none);
        let last = path.steps.last();
        let end = last.filter(|last| last.is_end).and_then(|last| words.ends.get(&last.stage));
        let open = last.filter(|last| !last.is_end && last.decision.is_none());
        PathView {
            steps: PastStep::all(&path.steps, words, reader, linked),
            open: open.and_then(|last| words.stages.get(&last.stage)).map(|stage| stage.title.clone()),
            end: end.map(|end| end.title.clone()),
            closing: linked(end.map_or("", |end| end.closing_html.as_str())),
        }
    }
}

/// The page of a way.
#[derive(Debug, Clone, Serialize)]
pub struct PathPage {
    pub(super) case_title: String,
    pub(super) edition: String,
    pub(super) version: i32,
    pub(super) work_url: String,
    pub(super) overview_url: String,
    pub(super) path: PathView,
}

impl PathPage {
    /// The way that belongs to a work. Its links lead nowhere near the author's own pages: works may be graded
    /// without names.
    pub fn new(of: &PathOf, work: SubmissionId, reader: &Reader) -> PathPage {
        let linked = |text: &str| html(of.fact.id, text);
        PathPage {
            case_title: of.fact.title.for_reader(reader.language).to_owned(),
            edition: of.standing.edition.title.clone(),
            version: of.version,
            work_url: paths::submission(work),
            overview_url: paths::edition_case(of.standing.edition.id, of.fact.id),
            path: PathView::new(&of.path, reader, &linked),
        }
    }
}

impl View for PathPage {
    const TEMPLATE: &'static str = "pages/staged_cases/path";

    fn title(&self) -> Title {
        Title::with("staged-path-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<PathPage> {
        super::samples::paths()
    }
}
