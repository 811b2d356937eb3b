//! The cases of an edition: how far their works are, what is set for them, who may grade colleagues.

use crate::cases::views::Link;
use crate::grading::actions::{CaseLine, EditionCases};
use crate::kernel::{EditionId, Problem, Word, dates};
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CasesPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) cases: Vec<Line>,
    pub(super) exceptions: Vec<Excepted>,
    pub(super) exception: Option<NewException>,
}

/// A case.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub(super) title: String,
    pub(super) setup_url: String,
    pub(super) queue_url: String,
    pub(super) review_url: String,
    pub(super) releases_url: Option<String>,
    pub(super) agreement_url: Option<String>,
    pub(super) calibration_url: String,
    pub(super) board_url: String,
    pub(super) peers_url: String,
    pub(super) rubric_url: String,
    pub(super) not_marked: usize,
    pub(super) in_marking: usize,
    pub(super) in_review: usize,
    pub(super) released: usize,
    pub(super) is_blind: bool,
    pub(super) graders: u8,
    pub(super) release_key: String,
    pub(super) allocation_key: String,
}

/// Who may grade colleagues.
#[derive(Debug, Clone, Serialize)]
pub struct Excepted {
    pub(super) person: String,
    pub(super) reason: String,
    pub(super) at: String,
    pub(super) revocation_url: Option<String>,
}

/// The form of such an exception.
#[derive(Debug, Clone, Serialize)]
pub struct NewException {
    pub(super) url: String,
    pub(super) person: Field,
    pub(super) trainers: Vec<Choice>,
    pub(super) reason: Field,
    pub(super) fields: Vec<Field>,
}

impl CasesPage {
    /// The cases of an edition; with a refused exception as it was typed.
    pub fn new(found: &EditionCases, reader: &Reader, typed: Option<(&Form, &Problem)>) -> CasesPage {
        let edition = &found.edition;
        let administers = !found.trainers.is_empty();
        let excepted = |row: &crate::grading::store::ExceptionRow| Excepted {
            person: row.name.full(),
            reason: row.reason.clone(),
            at: dates::date_and_time(reader.language, row.made_at, reader.zone),
            revocation_url: administers.then(|| paths::grading_exception_revocation(row.id)),
        };
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (person, reason) = (field("person"), field("reason"));
        let trainers = found.trainers.iter();
        let exception = NewException {
            url: paths::grading_exceptions(edition.id),
            trainers: trainers.map(|(id, name)| Choice::new(id, name.full(), &person.value)).collect(),
            fields: [&person, &reason].into_iter().filter(|one| !one.faults.is_empty()).cloned().collect(),
            person,
            reason,
        };
        CasesPage {
            crumbs: vec![Link { label: edition.title.clone(), url: paths::edition(edition.id) }],
            cases: found.cases.iter().map(|case| Line::new(edition.id, case, reader)).collect(),
            exceptions: found.exceptions.iter().map(excepted).collect(),
            exception: administers.then_some(exception),
        }
    }
}

impl Line {
    fn new(edition: EditionId, case: &CaseLine, reader: &Reader) -> Line {
        let (in_edition, of_case) = (edition.to_string(), case.id.to_string());
        let queue = |state: &str| {
            paths::grading_queue(&[("edition", &in_edition), ("case", &of_case), ("state", state)])
        };
        let key = |name: &str, word: &str| format!("case-setup-{name}-{}", word.replace('_', "-"));
        Line {
            title: case.title.for_reader(reader.language).to_owned(),
            setup_url: paths::case_setup(edition, case.id),
            queue_url: queue(""),
            review_url: queue("in_review"),
            releases_url: (case.in_review > 0).then(|| paths::case_releases(edition, case.id)),
            agreement_url: (case.setup.graders > 1).then(|| paths::case_agreement(edition, case.id)),
            calibration_url: paths::case_calibration(edition, case.id),
            board_url: paths::case_board(edition, case.id),
            peers_url: paths::peer_round(edition, case.id),
            rubric_url: paths::case_rubric(edition, case.id),
            not_marked: case.not_marked,
            in_marking: case.in_marking,
            in_review: case.in_review,
            released: case.released,
            is_blind: case.setup.blind,
            graders: case.setup.graders,
            release_key: key("release", case.setup.release.as_str()),
            allocation_key: key("allocation", case.setup.allocation.as_str()),
        }
    }
}

impl View for CasesPage {
    const TEMPLATE: &'static str = "pages/grading/cases";

    fn title(&self) -> Title {
        Title::key("grading-cases-title")
    }

    fn samples() -> Vec<CasesPage> {
        super::samples::cases()
    }
}
