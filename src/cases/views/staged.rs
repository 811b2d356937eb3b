//! What a case page says of steps and debrief.

use super::parts::text_with_links;
use crate::cases::actions::{Case, State};
use crate::cases::rules::Steps;
use crate::programmes::rules::CaseText;
use crate::render::SafeHtml;
use crate::web::paths;
use serde::Serialize;

/// The way to the steps of a case.
#[derive(Debug, Clone, Serialize)]
pub struct StepsLink {
    /// Where they are.
    pub url: String,
    /// Whether they come before a work may be handed in.
    pub first: bool,
    /// Whether they were gone through before and are gone through again.
    pub again: bool,
}

impl StepsLink {
    pub(super) fn new(case: &Case) -> Option<StepsLink> {
        (case.steps != Steps::None).then(|| StepsLink {
            url: paths::case_steps(case.standing.enrolment.id, case.fact.id),
            first: case.steps.come_first(),
            again: case.steps == Steps::Again,
        })
    }
}

/// Whether task, list and rubric wait for the end of the steps: they would tell what happens. Staff see all of it.
pub(super) fn hides_the_task(case: &Case) -> bool {
    case.steps.hide_the_task() && case.state != State::Preview
}

/// The debrief, once its trainee may read it; staff always may.
pub(super) fn debrief(case: &Case, text: &CaseText) -> Option<SafeHtml> {
    let open = case.debrief_open || case.state == State::Preview;
    (open && !text.debrief_html.is_empty()).then(|| text_with_links(&text.debrief_html, &case.standing))
}
