//! The rubric of a case in an edition: its versions, and the grades that were given by earlier ones.

use crate::cases::rules::{OWN_RUBRIC, RubricVersion};
use crate::cases::views::{CriterionView, Link};
use crate::grading::actions::CaseRubrics;
use crate::grading::store::AffectedRow;
use crate::kernel::dates;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct RubricPage {
    crumbs: Vec<Link>,
    case: String,
    /// The number of the newest version.
    number: i32,
    pass_points: u32,
    most_points: u32,
    criteria: Vec<CriterionView>,
    edit_url: String,
    /// Works that are being marked now.
    in_marking: i64,
    /// The versions, the newest first; nothing while there is only the programme's own.
    versions: Vec<Version>,
    /// Grades by earlier versions about which nothing was decided.
    open: Vec<Affected>,
    /// Those that stay.
    settled: Vec<Affected>,
}

/// A version.
#[derive(Debug, Clone, Serialize)]
struct Version {
    number: i32,
    most_points: u32,
    /// Nothing for the programme's own.
    made: Option<Made>,
    /// How it reads, but for the newest, which stands on the page anyway.
    criteria: Vec<CriterionView>,
}

/// Who has made a version.
#[derive(Debug, Clone, Serialize)]
struct Made {
    who: Option<String>,
    at: String,
    reason: String,
}

/// A grade by an earlier version.
#[derive(Debug, Clone, Serialize)]
struct Affected {
    /// The author; nobody while the work is graded without names.
    person: Option<String>,
    work: i64,
    number: i32,
    total: i32,
    most: u32,
    passed: bool,
    rubric: i32,
    at: String,
    released: bool,
    url: String,
    regrading_url: String,
    keep_url: String,
    /// Who has decided that it stays, and when.
    stays: Option<Stays>,
}

#[derive(Debug, Clone, Serialize)]
struct Stays {
    who: Option<String>,
    at: String,
}

impl RubricPage {
    /// The rubric for a reader.
    pub fn new(found: &CaseRubrics, reader: &Reader) -> RubricPage {
        let (changing, rubrics) = (&found.changing, &found.changing.rubrics);
        let (edition, newest) = (&changing.edition, rubrics.newest());
        let rubric = rubrics.by(newest);
        let title = changing.title.for_reader(reader.language).to_owned();
        let (open, settled): (Vec<_>, Vec<_>) = found.affected.iter().partition(|row| row.stays.is_none());
        let all =
            |rows: Vec<&AffectedRow>| rows.iter().map(|row| Affected::new(row, found, reader)).collect();
        let read = |number: i32| match number == newest {
            true => Vec::new(),
            false => CriterionView::to_read(&rubrics.by(number).criteria, reader.language),
        };
        let version = |number: i32, made: Option<&RubricVersion>| Version {
            number,
            most_points: rubrics.by(number).most_points(),
            made: made.map(|made| Made::new(made, reader)),
            criteria: read(number),
        };
        let made = rubrics.made().iter().rev().map(|one| version(one.number, Some(one)));
        let versions: Vec<Version> = made.chain([version(OWN_RUBRIC, None)]).collect();
        RubricPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link { label: title.clone(), url: paths::edition_cases(edition.id) },
            ],
            case: title,
            number: newest,
            pass_points: crate::cases::rules::needed(rubric, edition.rule.0.case_pass),
            most_points: rubric.most_points(),
            criteria: CriterionView::to_read(&rubric.criteria, reader.language),
            edit_url: paths::case_rubric_form(edition.id, changing.case),
            in_marking: found.in_marking,
            versions: if rubrics.made().is_empty() { Vec::new() } else { versions },
            open: all(open),
            settled: all(settled),
        }
    }
}

impl Made {
    fn new(version: &RubricVersion, reader: &Reader) -> Made {
        Made {
            who: version.by.as_ref().map(|name| name.surname_and_initials()),
            at: dates::date_and_time(reader.language, version.made_at, reader.zone),
            reason: version.reason.clone(),
        }
    }
}

impl Affected {
    fn new(row: &AffectedRow, found: &CaseRubrics, reader: &Reader) -> Affected {
        let at = |at| dates::date_and_time(reader.language, at, reader.zone);
        Affected {
            person: row.author.as_ref().map(|name| name.full()),
            work: row.submission.0,
            number: row.version,
            total: row.total,
            most: found.changing.rubrics.by(row.rubric).most_points(),
            passed: row.passed,
            rubric: row.rubric,
            at: at(row.graded_at),
            released: row.released,
            url: paths::submission(row.submission),
            regrading_url: paths::regrading(row.submission),
            keep_url: paths::rubric_decision(row.submission),
            stays: row.stays.as_ref().map(|stays| Stays {
                who: stays.by.as_ref().map(|name| name.surname_and_initials()),
                at: at(stays.at),
            }),
        }
    }
}

impl View for RubricPage {
    const TEMPLATE: &'static str = "pages/grading/rubric";

    fn title(&self) -> Title {
        Title::with("rubrics-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<RubricPage> {
        let criteria = || vec![crate::cases::views::samples::criterion(Vec::new(), true)];
        let affected = |stays: Option<Stays>, released: bool| Affected {
            person: released.then(|| "Сейтқали Айгүл".to_owned()),
            work: 3,
            number: 1,
            total: 12,
            most: 20,
            passed: !released,
            rubric: 1,
            at: "16 сентября 2026 г., 10:00".into(),
            released,
            url: "/submissions/3".into(),
            regrading_url: "/submissions/3/regrading".into(),
            keep_url: "/submissions/3/rubric-decision".into(),
            stays,
        };
        let at = || "18 сентября 2026 г., 10:00".to_owned();
        let made = Made {
            who: Some("Иванова А. С.".into()), at: at(), reason: "Уточнили уровни".into()
        };
        let newest = Version { number: 2, most_points: 24, made: Some(made), criteria: Vec::new() };
        let own = Version { number: 1, most_points: 20, made: None, criteria: criteria() };
        let stays = |who: Option<&str>| Some(Stays { who: who.map(str::to_owned), at: at() });
        let page = RubricPage {
            crumbs: vec![Link { label: "2-й поток".into(), url: "/editions/1".into() }],
            case: "Волонтёры не пришли".into(),
            number: 2,
            pass_points: 14,
            most_points: 24,
            criteria: criteria(),
            edit_url: "/editions/1/cases/2/rubric/edit".into(),
            in_marking: 2,
            versions: vec![newest, own],
            open: vec![affected(None, true), affected(None, false)],
            settled: vec![affected(stays(Some("Иванова А. С.")), true), affected(stays(None), false)],
        };
        let nothing = (Vec::new(), Vec::new(), Vec::new());
        let (versions, open, settled) = nothing;
        let plain = RubricPage { number: 1, in_marking: 0, versions, open, settled, ..page.clone() };
        let done = RubricPage { open: Vec::new(), in_marking: 0, ..page.clone() };
        vec![page, plain, done]
    }
}
