//! How well the graders of a case agree.

use crate::cases::views::Link;
use crate::grading::actions::{Agreement, Measure, RubricAgreement, WorkAgreement};
use crate::kernel::Language;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case: String,
    pub(super) parts: Vec<Part>,
    pub(super) works: Vec<WorkRow>,
    pub(super) open: usize,
}

/// How well they agree by a version of the rubric.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// Its number, where there are several.
    pub(super) rubric: Option<i32>,
    pub(super) totals: Row,
    pub(super) criteria: Vec<Row>,
}

/// How well two graders agree about something.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub(super) title: String,
    /// With two decimals; nothing where it is not defined.
    pub(super) kappa: Option<String>,
    pub(super) same: usize,
    pub(super) pairs: usize,
}

/// A work that two have marked.
#[derive(Debug, Clone, Serialize)]
pub struct WorkRow {
    pub(super) work: i64,
    pub(super) url: String,
    pub(super) first: i32,
    pub(super) second: i32,
    pub(super) third: Option<i32>,
    pub(super) decided_key: String,
}

impl AgreementPage {
    /// How well they agree, for a reader.
    pub fn new(found: &Agreement, reader: &Reader) -> AgreementPage {
        let row = |title: &str, measure: Measure| Row {
            title: title.to_owned(),
            kappa: measure.kappa.map(|kappa| two_decimals(kappa, reader.language)),
            same: measure.same,
            pairs: measure.pairs,
        };
        let edition = &found.edition;
        let several = found.by_rubric.len() > 1;
        let part = |one: &RubricAgreement| Part {
            rubric: several.then_some(one.rubric),
            totals: row("", one.totals),
            criteria: one
                .criteria
                .iter()
                .map(|one| row(one.title.for_reader(reader.language), one.measure))
                .collect(),
        };
        AgreementPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link {
                    label: found.title.for_reader(reader.language).to_owned(),
                    url: paths::edition_cases(edition.id),
                },
            ],
            case: found.title.for_reader(reader.language).to_owned(),
            parts: found.by_rubric.iter().map(part).collect(),
            works: found.works.iter().map(work).collect(),
            open: found.open,
        }
    }
}

fn work(work: &WorkAgreement) -> WorkRow {
    let decided = work.decided.map_or("alone", |decided| decided.as_str());
    WorkRow {
        work: work.submission.0,
        url: paths::submission(work.submission),
        first: work.first,
        second: work.second,
        third: work.third,
        decided_key: format!("grading-decided-{decided}"),
    }
}

/// `0,82` in Russian and Kazakh, `0.82` in English.
fn two_decimals(value: f64, language: Language) -> String {
    let text = format!("{value:.2}").replace('-', "−");
    if language == Language::En { text } else { text.replace('.', ",") }
}

impl View for AgreementPage {
    const TEMPLATE: &'static str = "pages/grading/agreement";

    fn title(&self) -> Title {
        Title::with("grading-agreement-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<AgreementPage> {
        let row = |title: &str, kappa: Option<&str>| Row {
            title: title.to_owned(),
            kappa: kappa.map(str::to_owned),
            same: 7,
            pairs: 10,
        };
        let work = |third: Option<i32>, decided: &str| WorkRow {
            work: 3,
            url: "/submissions/3".into(),
            first: 12,
            second: 18,
            third,
            decided_key: format!("grading-decided-{decided}"),
        };
        let part = |rubric: Option<i32>| Part {
            rubric,
            totals: row("", Some("0,82")),
            criteria: vec![row("Понимание вопроса", Some("0,74")), row("Тон", None)],
        };
        let full = AgreementPage {
            crumbs: vec![Link { label: "2-й поток".into(), url: "/editions/1".into() }],
            case: "Волонтёры не пришли".into(),
            parts: vec![part(Some(2)), part(None)],
            works: vec![work(Some(15), "third"), work(None, "agreed")],
            open: 1,
        };
        let empty = AgreementPage { works: Vec::new(), open: 0, ..full.clone() };
        let open = AgreementPage { open: 2, ..empty.clone() };
        vec![full, empty, open]
    }
}
