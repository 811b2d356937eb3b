//! What a trainee writes at a case, and what was said of their own work.

use super::GivenView;
use crate::cases::views::{Link, crumbs};
use crate::kernel::{Word as _, dates};
use crate::peer_reviews::actions::Own;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) is_allotted: bool,
    pub(super) reviewers: i32,
    pub(super) asked: Vec<AskedView>,
    pub(super) points: Option<i32>,
    pub(super) most_points: i32,
    pub(super) is_released: bool,
    pub(super) received: Vec<GivenView>,
}

/// A review that was asked for. The number is its place in this list and nothing else.
#[derive(Debug, Clone, Serialize)]
pub struct AskedView {
    pub(super) number: usize,
    pub(super) url: String,
    pub(super) state_key: String,
    pub(super) is_to_write: bool,
    pub(super) is_done: bool,
    pub(super) due: String,
    pub(super) city: &'static str,
    pub(super) reason: Option<String>,
}

impl OwnPage {
    /// The page of a trainee.
    pub fn new(found: &Own, reader: &Reader) -> OwnPage {
        let (edition, language) = (&found.standing.edition, reader.language);
        let asked = (1..).zip(&found.asked).map(|(number, (row, state))| AskedView {
            number,
            url: paths::peer_review(row.id),
            state_key: format!("peer-state-{}", state.as_str().replace('_', "-")),
            is_to_write: state.is_to_write(),
            is_done: state.as_str() == "handed_in",
            due: dates::day_and_time(language, row.facts.due_at.plus_minutes(-1), edition.time_zone),
            city: dates::zone_city(language, edition.time_zone),
            reason: row.dropped_reason.clone(),
        });
        let title = found.fact.title.for_reader(language).to_owned();
        let mut way = crumbs(&found.standing);
        way.push(Link { label: title.clone(), url: paths::case(found.standing.enrolment.id, found.fact.id) });
        OwnPage {
            crumbs: way,
            case_title: title,
            is_allotted: found.row.allotted_at.is_some(),
            reviewers: found.row.setup.reviewers,
            asked: asked.collect(),
            points: found.points.filter(|_| found.row.setup.points > 0),
            // Whoever was asked for nothing that still counts has nothing to lose.
            most_points: found.points.map_or(0, |_| found.row.setup.points),
            is_released: found.row.released_at.is_some(),
            received: (1..)
                .zip(&found.received)
                .map(|(number, one)| {
                    GivenView::new(number, (&one.marks, one.total), &one.definition, language)
                })
                .collect(),
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/peer_reviews/own";

    fn title(&self) -> Title {
        Title::with("peer-own-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<OwnPage> {
        super::samples::owns()
    }
}
