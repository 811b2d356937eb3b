//! What staff see of reviewing at a case.

use super::{Typed, wrong};
use crate::cases::views::Link;
use crate::kernel::{Moment, PersonName, Word as _, dates};
use crate::peer_reviews::actions::{Line, Overview, WorkLine};
use crate::peer_reviews::rules::ReviewState;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct RoundPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) url: String,
    pub(super) allotment_url: String,
    pub(super) release_url: String,
    pub(super) is_on: bool,
    pub(super) is_allotted: bool,
    pub(super) is_nameless: bool,
    /// Until when works can come in time; nothing when the deadline is over for everybody.
    pub(super) deadline: Option<String>,
    /// Until when reviews are in time.
    pub(super) due: Option<String>,
    pub(super) renewed: Option<String>,
    pub(super) released: Option<String>,
    pub(super) city: &'static str,
    pub(super) reviewers: Field,
    pub(super) days: Field,
    pub(super) points: Field,
    pub(super) proposes: Field,
    pub(super) proposes_on: bool,
    pub(super) early: Field,
    pub(super) early_on: bool,
    pub(super) late: usize,
    pub(super) lacking: usize,
    pub(super) works: Vec<WorkView>,
    pub(super) most_points: i32,
    pub(super) fields: Vec<Field>,
}

/// A work with its reviews.
#[derive(Debug, Clone, Serialize)]
pub struct WorkView {
    pub(super) id: i64,
    pub(super) author: Option<String>,
    pub(super) desk_url: String,
    pub(super) missing: usize,
    pub(super) points: Option<String>,
    pub(super) reviews: Vec<LineView>,
}

/// A review in a list.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    pub(super) number: usize,
    pub(super) url: String,
    pub(super) reviewer: Option<String>,
    pub(super) state_key: String,
    pub(super) is_done: bool,
    pub(super) is_overdue: bool,
    pub(super) total: Option<i32>,
}

impl WorkView {
    fn new(work: &WorkLine, most_points: i32) -> WorkView {
        let line = |(number, line): (usize, &Line)| LineView {
            number,
            url: paths::peer_review(line.id),
            reviewer: line.reviewer.as_ref().map(PersonName::full),
            state_key: format!("peer-state-{}", line.state.as_str().replace('_', "-")),
            is_done: line.state == ReviewState::HandedIn,
            is_overdue: line.state == ReviewState::Overdue,
            total: line.total.filter(|_| line.state != ReviewState::Hidden),
        };
        WorkView {
            id: work.submission.0,
            author: work.author.as_ref().map(PersonName::full),
            desk_url: paths::submission(work.submission),
            missing: work.missing,
            points: work.points.filter(|_| most_points > 0).map(|points| points.to_string()),
            reviews: (1..).zip(&work.reviews).map(line).collect(),
        }
    }
}

impl RoundPage {
    /// The page of those who teach the edition, with what was typed.
    pub fn new(found: &Overview, reader: &Reader, typed: &Typed<'_>) -> RoundPage {
        let (edition, row, at) = (&found.edition, found.row, (found.edition.id, found.case));
        let time = |at: Moment| dates::day_and_time(reader.language, at, edition.time_zone);
        let last = |at: Moment| time(at.plus_minutes(-1));
        let setting = typed.form.is_some_and(|form| form.ticked("reviewers"));
        let of_setup = if setting { *typed } else { Typed::default() };
        let number = |name: &str, known: i32| of_setup.field(name, &known.to_string());
        let (reviewers, days) = (number("reviewers", row.setup.reviewers), number("days", row.setup.days));
        let points = number("points", row.setup.points);
        let faults = typed.problem.map_or(&[][..], |problem| problem.faults.as_slice());
        let early = Field::with_faults("early", "", faults);
        let none = Field::with_faults("works", "", faults);
        let title = found.title.for_reader(reader.language).to_owned();
        RoundPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link { label: title.clone(), url: paths::edition_cases(edition.id) },
            ],
            case_title: title,
            url: paths::peer_round(at.0, at.1),
            allotment_url: paths::peer_allotment(at.0, at.1),
            release_url: paths::peer_release(at.0, at.1),
            is_on: row.setup.reviewers > 0,
            is_allotted: row.allotted_at.is_some(),
            is_nameless: found.nameless,
            deadline: (reader.now < found.last_deadline).then(|| last(found.last_deadline)),
            due: row.due_at.map(last),
            renewed: row.renewed_at.map(time),
            released: row.released_at.map(time),
            city: dates::zone_city(reader.language, edition.time_zone),
            fields: wrong([&reviewers, &days, &points, &early, &none]),
            reviewers,
            days,
            points,
            proposes: Field::empty("proposes"),
            proposes_on: of_setup.form.map_or(row.setup.proposes, |form| form.ticked("proposes")),
            early_on: typed.form.is_some_and(|form| !setting && form.ticked("early")),
            early,
            late: found.late,
            lacking: found.works.iter().filter(|work| work.missing > 0).count(),
            works: found.works.iter().map(|work| WorkView::new(work, row.setup.points)).collect(),
            most_points: row.setup.points,
        }
    }
}

impl View for RoundPage {
    const TEMPLATE: &'static str = "pages/peer_reviews/round";

    fn title(&self) -> Title {
        Title::with("peer-round-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<RoundPage> {
        super::samples::rounds()
    }
}
