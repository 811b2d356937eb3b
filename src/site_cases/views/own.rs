//! What a trainee has raised, and what the edition reads.

use super::parts::Way;
use crate::cases::views::Link;
use crate::kernel::{Word as _, dates};
use crate::site_cases::actions::{OwnCase, OwnCases};
use crate::site_cases::rules::{Side, State};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    pub(super) way: Way,
    pub(super) url: String,
    pub(super) may_raise: bool,
    /// Whether one is begun: the button goes on with it.
    pub(super) has_draft: bool,
    pub(super) cases: Vec<OwnLine>,
    pub(super) shared: Vec<Link>,
}

/// A case in the list.
#[derive(Debug, Clone, Serialize)]
pub struct OwnLine {
    pub(super) title: Option<String>,
    pub(super) url: String,
    pub(super) state_key: String,
    pub(super) good: bool,
    pub(super) attention: bool,
    pub(super) at: String,
    pub(super) answers: i64,
}

/// The message of a state, as each side reads it.
pub(super) fn state_key(state: State, side: Side) -> String {
    format!("site-{}-{}", if side == Side::Author { "own-state" } else { "state" }, state.as_str())
}

impl OwnLine {
    fn new(case: &OwnCase, reader: &Reader) -> OwnLine {
        let row = &case.row;
        let is_draft = row.state == State::Draft;
        OwnLine {
            title: case.title.clone(),
            url: if is_draft { paths::edit_site_case(row.id) } else { paths::site_case(row.id) },
            state_key: state_key(row.state, Side::Author),
            good: row.state == State::Answered,
            attention: row.state == State::Redo,
            at: dates::day_and_time(reader.language, row.since, reader.zone),
            answers: case.answers,
        }
    }
}

impl OwnPage {
    /// The page of a trainee.
    pub fn new(own: &OwnCases, reader: &Reader) -> OwnPage {
        let enrolment = own.enrolment.id;
        let shared = |copy: &crate::site_cases::store::CopyRow| Link {
            label: copy.content.0.title.clone(),
            url: paths::shared_site_case(enrolment, copy.case),
        };
        OwnPage {
            way: Way::own(&own.edition, enrolment),
            url: paths::own_site_cases(enrolment),
            may_raise: own.may_raise,
            has_draft: own.cases.iter().any(|case| case.row.state == State::Draft),
            cases: own.cases.iter().map(|case| OwnLine::new(case, reader)).collect(),
            shared: own.shared.iter().map(shared).collect(),
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/site_cases/own";

    fn title(&self) -> Title {
        Title::key("site-own-title")
    }

    fn samples() -> Vec<OwnPage> {
        super::samples::own()
    }
}
