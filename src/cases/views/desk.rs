//! The grading desk: what waits, the work, the rubric.

use super::parts::text_with_links;
use super::queue::WorkLine;
use super::versions::{CriterionView, VersionView};
use crate::cases::actions::Work;
use crate::cases::rules::field_of_points;
use crate::kernel::{Fault, Problem};
use crate::programmes::rules::Criterion;
use crate::render::SafeHtml;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// How many of the waiting works are named beside the one on the desk.
const NAMED: usize = 8;

/// What a trainer has typed, and what came of it.
#[derive(Debug, Clone, Copy)]
pub struct TypedGrade<'a> {
    /// The form.
    pub form: &'a Form,
    /// What is wrong with it, or why it came too late.
    pub problem: &'a Problem,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Desk {
    pub(super) case_title: String,
    pub(super) person: String,
    pub(super) edition: String,
    pub(super) queue_url: &'static str,
    pub(super) queue: Vec<WorkLine>,
    pub(super) queue_count: usize,
    pub(super) version: VersionView,
    pub(super) others: Vec<VersionView>,
    pub(super) situation: SafeHtml,
    pub(super) task: SafeHtml,
    pub(super) hand_in: SafeHtml,
    pub(super) trainer_notes: Option<SafeHtml>,
    pub(super) pass_points: u32,
    pub(super) most_points: u32,
    pub(super) is_own: bool,
    pub(super) grading: Option<GradingForm>,
    pub(super) meanwhile: Option<Meanwhile>,
}

/// The form of a grade.
#[derive(Debug, Clone, Serialize)]
pub struct GradingForm {
    pub(super) url: String,
    pub(super) criteria: Vec<CriterionView>,
    pub(super) remark: Field,
    pub(super) advice: Field,
    pub(super) fields: Vec<Field>,
    pub(super) has_faults: bool,
}

/// Somebody else has graded the work while this trainer was writing.
#[derive(Debug, Clone, Serialize)]
pub struct Meanwhile {
    pub(super) who: String,
    pub(super) at: String,
    /// What was typed and is not kept, so that nothing of it is lost.
    pub(super) typed: String,
}

impl Desk {
    /// A work on the desk.
    ///
    /// # Errors
    /// `NotFound` when the case has no text at all.
    pub fn new(work: &Work, reader: &Reader, typed: Option<TypedGrade<'_>>) -> Result<Desk, Problem> {
        let (_, text) = work.definition.text(reader.language).ok_or_else(Problem::not_found)?;
        let (standing, row) = (&work.standing, &work.version.row);
        let others = work.queue.iter().filter(|waiting| waiting.submission != row.id);
        let html = |html: &str| text_with_links(html, standing);
        let view = |version| VersionView::new(version, &work.definition, reader);
        Ok(Desk {
            case_title: work.fact.title.for_reader(reader.language).to_owned(),
            person: work.author.full(),
            edition: standing.edition.title.clone(),
            queue_url: paths::GRADING,
            queue: others.clone().take(NAMED).map(|waiting| WorkLine::new(waiting, reader)).collect(),
            queue_count: others.count(),
            version: view(&work.version),
            others: work.others.iter().map(view).collect(),
            situation: html(&text.situation_html),
            task: html(&text.task_html),
            hand_in: html(&text.hand_in_html),
            trainer_notes: Some(html(&text.trainer_html)).filter(|notes| !notes.as_str().is_empty()),
            pass_points: work.pass_points,
            most_points: work.definition.most_points(),
            is_own: work.own,
            grading: GradingForm::new(work, reader, typed),
            meanwhile: typed.filter(|_| work.version.grade.is_some()).map(Meanwhile::new),
        })
    }
}

impl GradingForm {
    fn new(work: &Work, reader: &Reader, typed: Option<TypedGrade<'_>>) -> Option<GradingForm> {
        if work.own || work.version.grade.is_some() || work.version.hidden.is_some() {
            return None;
        }
        let criterion = |one: &Criterion| {
            let (name, remark) = (field_of_points(&one.key), CriterionView::remark_name(one));
            let chosen = typed.map_or("", |typed| typed.form.raw(&name));
            CriterionView {
                faults: faults_of(typed, &name),
                remark: Some(field(typed, &remark)),
                ..CriterionView::new(one, reader.language, chosen)
            }
        };
        let criteria: Vec<CriterionView> = work.definition.rubric.iter().map(criterion).collect();
        let (remark, advice) = (field(typed, "remark"), field(typed, "advice"));
        let fields = summed(&criteria, [&remark, &advice]);
        let has_faults = fields.iter().any(|field| !field.faults.is_empty());
        let url = paths::grading(work.version.row.id);
        Some(GradingForm { url, criteria, remark, advice, fields, has_faults })
    }
}

/// Every field in the order of the page, for the summary of what is wrong.
fn summed(criteria: &[CriterionView], rest: [&Field; 2]) -> Vec<Field> {
    let of_criterion = |one: &CriterionView| {
        let points = Field { id: one.id.clone(), faults: one.faults.clone(), ..Field::default() };
        std::iter::once(points).chain(one.remark.clone()).collect::<Vec<_>>()
    };
    criteria.iter().flat_map(of_criterion).chain(rest.into_iter().cloned()).collect()
}

fn field(typed: Option<TypedGrade<'_>>, name: &str) -> Field {
    typed.map_or_else(|| Field::empty(name), |typed| Field::typed(name, typed.form, typed.problem))
}

fn faults_of(typed: Option<TypedGrade<'_>>, name: &str) -> Vec<Fault> {
    field(typed, name).faults
}

impl Meanwhile {
    fn new(typed: TypedGrade<'_>) -> Meanwhile {
        let arg = |name: &str| {
            let found = typed.problem.args.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let remarks = typed.form.under("remarks.").map(|(_, text)| text);
        let texts = remarks.chain([typed.form.raw("remark"), typed.form.raw("advice")]);
        let typed: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
        Meanwhile { who: arg("who"), at: arg("at"), typed: typed.join("\n\n") }
    }
}

impl View for Desk {
    const TEMPLATE: &'static str = "pages/grading/show";

    fn title(&self) -> Title {
        Title::with(
            "cases-desk-title",
            vec![("person", self.person.clone()), ("title", self.case_title.clone())],
        )
    }

    fn samples() -> Vec<Desk> {
        super::samples::desks()
    }
}
