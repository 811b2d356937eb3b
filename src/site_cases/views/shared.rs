//! What an edition reads of a case.

use super::parts::Way;
use crate::cases::views::paragraphs;
use crate::site_cases::actions::Shared;
use crate::web::{Title, View};
use serde::Serialize;

/// The page. It says nothing of whose case it was.
#[derive(Debug, Clone, Serialize)]
pub struct SharedPage {
    pub(super) way: Way,
    pub(super) title: String,
    pub(super) situation: Vec<String>,
    pub(super) task: Vec<String>,
    pub(super) outcome: Vec<String>,
}

impl SharedPage {
    /// The page of somebody who learns in the edition.
    pub fn new(found: &Shared) -> SharedPage {
        let text = &found.copy.content.0;
        SharedPage {
            way: Way::own(&found.edition, found.enrolment.id),
            title: text.title.clone(),
            situation: paragraphs(&text.situation),
            task: paragraphs(&text.task),
            outcome: paragraphs(&text.outcome),
        }
    }
}

impl View for SharedPage {
    const TEMPLATE: &'static str = "pages/site_cases/shared";

    fn title(&self) -> Title {
        Title::Text(self.title.clone())
    }

    fn samples() -> Vec<SharedPage> {
        super::samples::shared()
    }
}
