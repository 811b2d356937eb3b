//! The form of a grade: to give one, to go on with typed marks, to correct one.

use crate::cases::actions::Grade;
use crate::cases::rules::{field_of_points, field_of_remark};
use crate::cases::views::{CriterionView, FormerMark};
use crate::grading::actions::{Work, marks_of};
use crate::grading::rules::{Marks, may_correct, may_mark};
use crate::grading::store::DraftRow;
use crate::kernel::{Problem, dates};
use crate::phrases::actions::PhraseRow;
use crate::programmes::rules::Criterion;
use crate::web::{Field, Form, Reader, paths};
use serde::Serialize;

/// What a grader has typed and what came of it; nothing when the page is only opened.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    /// The form.
    pub form: Option<&'a Form>,
    /// What is wrong with it, or why it came too late.
    pub problem: Option<&'a Problem>,
    /// What the same grader has saved elsewhere meanwhile.
    pub theirs: Option<&'a DraftRow>,
}

impl Typed<'_> {
    /// Whether a correction was typed: a first grade has no reason.
    pub(super) fn corrects(&self) -> bool {
        self.form.is_some_and(|form| !form.all("reason").is_empty())
    }

    /// A field as it was typed; else with what is known.
    fn field(&self, name: &str, known: &str) -> Field {
        let Some(form) = self.form else { return Field::filled(name, known) };
        let faults = self.problem.map_or(&[][..], |problem| problem.faults.as_slice());
        Field::with_faults(name, form.raw(name), faults)
    }
}

/// The form of a grade.
#[derive(Debug, Clone, Serialize)]
pub struct GradingForm {
    pub(super) url: String,
    pub(super) criteria: Vec<CriterionView>,
    pub(super) remark: Field,
    pub(super) advice: Field,
    /// Why a grade is corrected; nothing for a first one.
    pub(super) reason: Option<Field>,
    /// How many corrections there are already.
    pub(super) revisions: usize,
    /// The version of the rubric that the form is about.
    pub(super) rubric: i32,
    /// Whether a grade is given anew by it.
    pub(super) regrades: bool,
    /// Whether a correction was typed and has to be looked at again.
    pub(super) is_open: bool,
    pub(super) fields: Vec<Field>,
    pub(super) has_faults: bool,
    /// Saved phrases to choose from; nothing for corrections.
    pub(super) phrases: Vec<PhraseChoice>,
    pub(super) phrases_url: &'static str,
    /// Whether the remark becomes a saved phrase.
    pub(super) keep: bool,
    /// Where marks are kept as they are typed; nothing for corrections.
    pub(super) draft: Option<DraftState>,
}

/// A saved phrase to choose.
#[derive(Debug, Clone, Serialize)]
pub struct PhraseChoice {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

impl PhraseChoice {
    fn all(work: &Work, typed: &Typed<'_>) -> Vec<PhraseChoice> {
        let chosen = |id: &String| typed.form.is_some_and(|form| form.all("phrase").contains(id));
        let choice = |row: &PhraseRow| {
            let id = row.id.to_string();
            PhraseChoice { chosen: chosen(&id), id, text: row.text.clone() }
        };
        work.phrases.iter().map(choice).collect()
    }
}

/// Marks as they are kept.
#[derive(Debug, Clone, Serialize)]
pub struct DraftState {
    pub(super) url: String,
    pub(super) revision: i32,
    pub(super) saved: Option<String>,
    pub(super) theirs: Option<Theirs>,
}

/// What the same grader has saved elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    pub(super) at: String,
    pub(super) lines: Vec<String>,
}

impl GradingForm {
    /// The form to give a grade, for whoever has a place at the work; before that, the form to mark a work that comes
    /// first.
    pub(super) fn to_give(work: &Work, reader: &Reader, typed: &Typed<'_>) -> Option<GradingForm> {
        if work.calibrates() {
            let mut form = GradingForm::of(work, reader, typed, &Marks::default());
            form.url = paths::calibration_marking(work.row.submission);
            return Some(form);
        }
        if !work.calibration.is_empty() {
            return None;
        }
        may_mark(work.footing()).ok()?;
        let known = work.draft.as_ref().map(|draft| draft.marks.clone()).unwrap_or_default();
        let known = known.known(&work.definition);
        let mut form = GradingForm::of(work, reader, typed, &known);
        form.url = paths::grading(work.row.submission);
        form.draft = Some(DraftState::new(work, reader, typed));
        form.phrases = PhraseChoice::all(work, typed);
        form.keep = typed.form.is_some_and(|form| form.ticked("keep"));
        Some(form)
    }

    /// The form to correct a grade.
    pub(super) fn to_correct(work: &Work, reader: &Reader, typed: &Typed<'_>) -> Option<GradingForm> {
        may_correct(work.footing()).ok()?;
        let grade = work.version.grade.as_ref()?;
        // A grade that was typed for a work somebody else has graded meanwhile is no correction of theirs.
        let correcting = typed.corrects();
        let typed = if correcting { *typed } else { Typed::default() };
        let mut form = GradingForm::of(work, reader, &typed, &marks_of(grade).known(&work.definition));
        form.url = paths::grading_correction(work.row.submission);
        form.regrades = work.regrades;
        if work.regrades {
            for (view, one) in form.criteria.iter_mut().zip(&work.definition.rubric) {
                view.former = former(one, grade, reader);
            }
        }
        let why = work.rubrics.made().last().filter(|_| work.regrades);
        let reason = typed.field("reason", why.map_or("", |version| version.reason.as_str()));
        form.has_faults |= !reason.faults.is_empty();
        form.fields.push(reason.clone());
        form.reason = Some(reason);
        form.revisions = work.revisions.len();
        form.is_open = correcting;
        Some(form)
    }

    fn of(work: &Work, reader: &Reader, typed: &Typed<'_>, known: &Marks) -> GradingForm {
        let plan = work.definition.stages.as_ref();
        let criterion = |one: &Criterion| {
            let points = known.points.get(&one.key).map(u32::to_string).unwrap_or_default();
            let points = typed.field(&field_of_points(&one.key), &points);
            let remark = known.remarks.get(&one.key).map(String::as_str).unwrap_or_default();
            CriterionView {
                faults: points.faults.clone(),
                remark: Some(typed.field(&field_of_remark(&one.key), remark)),
                stages: plan.map_or_else(String::new, |plan| plan.stages_of(&one.key, reader.language)),
                ..CriterionView::new(one, reader.language, &points.value)
            }
        };
        let criteria: Vec<CriterionView> = work.definition.rubric.iter().map(criterion).collect();
        let (remark, advice) = (typed.field("remark", &known.remark), typed.field("advice", &known.advice));
        let fields = summed(&criteria, [&remark, &advice]);
        let has_faults = fields.iter().any(|field| !field.faults.is_empty());
        GradingForm {
            url: String::new(),
            criteria,
            remark,
            advice,
            reason: None,
            revisions: 0,
            rubric: work.by,
            regrades: false,
            is_open: false,
            fields,
            has_faults,
            phrases: Vec::new(),
            phrases_url: paths::MARKING_PHRASES,
            keep: false,
            draft: None,
        }
    }
}

/// What a criterion had in a grade by an earlier version of the rubric; nothing for a new one.
fn former(criterion: &Criterion, grade: &Grade, reader: &Reader) -> Option<FormerMark> {
    let points = grade.points().get(&criterion.key).copied()?;
    let then = grade.rubric.criteria.iter().find(|one| one.key == criterion.key)?;
    let level = then.levels.iter().find(|level| level.points == points);
    let text = level.map(|level| level.text.for_reader(reader.language).to_owned()).unwrap_or_default();
    Some(FormerMark { points, text })
}

/// Every field in the order of the page, for the summary of what is wrong.
fn summed(criteria: &[CriterionView], rest: [&Field; 2]) -> Vec<Field> {
    let of_criterion = |one: &CriterionView| {
        let points = Field { id: one.id.clone(), faults: one.faults.clone(), ..Field::default() };
        std::iter::once(points).chain(one.remark.clone()).collect::<Vec<_>>()
    };
    criteria.iter().flat_map(of_criterion).chain(rest.into_iter().cloned()).collect()
}

impl DraftState {
    fn new(work: &Work, reader: &Reader, typed: &Typed<'_>) -> DraftState {
        let time = |row: &DraftRow| dates::time(row.saved_at.local(reader.zone).time());
        let row = typed.theirs.or(work.draft.as_ref());
        DraftState {
            url: paths::marking_draft(work.row.submission),
            revision: row.map_or(0, |row| row.revision),
            saved: row.filter(|_| typed.form.is_none()).map(time),
            theirs: typed.theirs.map(|row| Theirs {
                at: time(row),
                lines: marks_to_read(&work.definition.rubric, &row.marks, reader),
            }),
        }
    }
}

/// The marks of a form.
pub fn typed_marks(form: &Form) -> Marks {
    // What is no number is points of no level; the rules say so by criterion.
    let points = form.under("points.").filter(|(_, text)| !text.trim().is_empty());
    let remarks = form.under("remarks.").filter(|(_, text)| !text.trim().is_empty());
    Marks {
        points: points.map(|(key, text)| (key.to_owned(), text.trim().parse().unwrap_or(u32::MAX))).collect(),
        remarks: remarks.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
        remark: form.raw("remark").to_owned(),
        advice: form.raw("advice").to_owned(),
    }
}

/// Marks to read: a line for each criterion of their rubric, then the texts.
pub(super) fn marks_to_read(rubric: &[Criterion], marks: &Marks, reader: &Reader) -> Vec<String> {
    let of_criterion = |one: &Criterion| {
        let weight = if one.weight > 1 { format!(" ×{}", one.weight) } else { String::new() };
        let points = marks.points.get(&one.key).map_or_else(|| "–".to_owned(), u32::to_string);
        let remark = marks.remarks.get(&one.key).map(|text| format!(". {text}")).unwrap_or_default();
        format!("{}: {points}{weight}{remark}", one.title.for_reader(reader.language))
    };
    let texts = [&marks.advice, &marks.remark].into_iter().filter(|text| !text.is_empty()).cloned();
    rubric.iter().map(of_criterion).chain(texts).collect()
}
