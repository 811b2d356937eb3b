//! Works that every grader marks first, and what they gave, side by side.

use crate::cases::views::Link;
use crate::grading::actions::{CalibratedWork, Calibration};
use crate::grading::store::CalibrationRow;
use crate::kernel::{Problem, SubmissionId};
use crate::programmes::rules::Criterion;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CalibrationPage {
    crumbs: Vec<Link>,
    case: String,
    works: Vec<WorkLine>,
    left: Vec<Left>,
    choose: Option<Choose>,
}

/// A work the reader has to mark yet.
#[derive(Debug, Clone, Serialize)]
struct Left {
    work: i64,
    url: String,
}

/// A chosen work.
#[derive(Debug, Clone, Serialize)]
struct WorkLine {
    work: i64,
    url: String,
    count: usize,
    /// The version of the rubric it is marked by, where that is not the newest.
    rubric: Option<i32>,
    criteria: Vec<String>,
    given: Vec<Given>,
    removal_url: Option<String>,
}

/// What somebody gave.
#[derive(Debug, Clone, Serialize)]
struct Given {
    who: String,
    points: Vec<Cell>,
    total: i32,
}

/// The points of a criterion.
#[derive(Debug, Clone, Serialize)]
struct Cell {
    title: String,
    points: String,
}

/// The form to choose a work.
#[derive(Debug, Clone, Serialize)]
struct Choose {
    url: String,
    submission: Field,
    fields: Vec<Field>,
}

impl CalibrationPage {
    /// The calibration for a reader; with a refused choice as it was typed.
    pub fn new(found: &Calibration, reader: &Reader, typed: Option<(&Form, &Problem)>) -> CalibrationPage {
        let edition = &found.edition;
        let submission = match typed {
            Some((form, problem)) => Field::typed("submission", form, problem),
            None => Field::empty("submission"),
        };
        let choose = Choose {
            url: paths::case_calibration(edition.id, found.case),
            fields: [&submission].into_iter().filter(|one| !one.faults.is_empty()).cloned().collect(),
            submission,
        };
        let left = |id: &SubmissionId| Left { work: id.0, url: paths::submission(*id) };
        let title = found.title.for_reader(reader.language).to_owned();
        CalibrationPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link { label: title.clone(), url: paths::edition_cases(edition.id) },
            ],
            case: title,
            works: found.works.iter().map(|work| WorkLine::new(work, found, reader)).collect(),
            left: found.left.iter().map(left).collect(),
            choose: found.chooses.then_some(choose),
        }
    }
}

impl WorkLine {
    fn new(work: &CalibratedWork, found: &Calibration, reader: &Reader) -> WorkLine {
        let title = |one: &Criterion| one.title.for_reader(reader.language).to_owned();
        let given = |row: &CalibrationRow| {
            let points = |one: &Criterion| row.marks.points.get(&one.key).map(u32::to_string);
            let cell = |one: &Criterion| Cell {
                title: title(one),
                points: points(one).unwrap_or_else(|| "–".to_owned()),
            };
            Given {
                who: row.name.surname_and_initials(),
                points: work.rubric.iter().map(cell).collect(),
                total: row.total,
            }
        };
        WorkLine {
            work: work.submission.0,
            url: paths::submission(work.submission),
            count: work.count,
            rubric: (work.by != found.newest).then_some(work.by),
            criteria: work.rubric.iter().map(title).collect(),
            given: work.given.iter().map(given).collect(),
            removal_url: found.chooses.then(|| paths::calibration_removal(work.submission)),
        }
    }
}

impl View for CalibrationPage {
    const TEMPLATE: &'static str = "pages/grading/calibration";

    fn title(&self) -> Title {
        Title::with("grading-calibration-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<CalibrationPage> {
        let cell = |title: &str, points: &str| Cell { title: title.into(), points: points.into() };
        let points = vec![cell("Понимание", "4"), cell("Тон", "–")];
        let given = |who: &str, total| Given { who: who.into(), points: points.clone(), total };
        let work = |given: Vec<Given>| WorkLine {
            work: 3,
            url: "/submissions/3".into(),
            count: 2,
            rubric: (!given.is_empty()).then_some(1),
            criteria: vec!["Понимание".into(), "Тон".into()],
            given,
            removal_url: Some("/submissions/3/calibration/removal".into()),
        };
        let page = CalibrationPage {
            crumbs: vec![Link { label: "2-й поток".into(), url: "/editions/1".into() }],
            case: "Волонтёры не пришли".into(),
            works: vec![work(vec![given("Иванова А. С.", 7), given("Ахметова А. С.", 4)])],
            left: Vec::new(),
            choose: Some(Choose {
                url: "/editions/1/cases/2/calibration".into(),
                submission: Field::empty("submission"),
                fields: Vec::new(),
            }),
        };
        let left = vec![Left { work: 3, url: "/submissions/3".into() }];
        let waiting = CalibrationPage { works: vec![work(Vec::new())], left, choose: None, ..page.clone() };
        let empty = CalibrationPage { works: Vec::new(), ..page.clone() };
        vec![page, waiting, empty]
    }
}
