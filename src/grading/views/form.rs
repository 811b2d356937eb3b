//! The form of a grade: to give one, to go on with typed marks, to correct one.

use crate::cases::rules::{field_of_points, field_of_remark};
use crate::cases::views::CriterionView;
use crate::grading::actions::{Work, marks_of};
use crate::grading::rules::{Marks, Stance};
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
        let has_place = matches!(work.stance, Stance::Free | Stance::Mine);
        let hidden = work.version.hidden.is_some();
        let open = work.version.grade.is_none() && work.row.closed_at.is_none() && !hidden;
        if work.own || work.conflict || !open || !has_place {
            return None;
        }
        let known = work.draft.as_ref().map(|draft| draft.marks.clone()).unwrap_or_default();
        let mut form = GradingForm::of(work, reader, typed, &known);
        form.url = paths::grading(work.row.submission);
        form.draft = Some(DraftState::new(work, reader, typed));
        form.phrases = PhraseChoice::all(work, typed);
        form.keep = typed.form.is_some_and(|form| form.ticked("keep"));
        Some(form)
    }

    /// The form to correct a grade.
    pub(super) fn to_correct(work: &Work, reader: &Reader, typed: &Typed<'_>) -> Option<GradingForm> {
        let may = !work.own && !work.conflict && work.version.hidden.is_none();
        let grade = work.version.grade.as_ref().filter(|_| may)?;
        // A grade that was typed for a work somebody else has graded meanwhile is no correction of theirs.
        let correcting = typed.form.is_some_and(|form| !form.all("reason").is_empty());
        let typed = if correcting { *typed } else { Typed::default() };
        let mut form = GradingForm::of(work, reader, &typed, &marks_of(grade));
        form.url = paths::grading_correction(work.row.submission);
        let reason = typed.field("reason", "");
        form.has_faults |= !reason.faults.is_empty();
        form.fields.push(reason.clone());
        form.reason = Some(reason);
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
            fields,
            has_faults,
            phrases: Vec::new(),
            phrases_url: paths::MARKING_PHRASES,
            keep: false,
            draft: None,
        }
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

impl DraftState {
    fn new(work: &Work, reader: &Reader, typed: &Typed<'_>) -> DraftState {
        let time = |row: &DraftRow| dates::time(row.saved_at.local(reader.zone).time());
        let row = typed.theirs.or(work.draft.as_ref());
        DraftState {
            url: paths::marking_draft(work.row.submission),
            revision: row.map_or(0, |row| row.revision),
            saved: row.filter(|_| typed.form.is_none()).map(time),
            theirs: typed
                .theirs
                .map(|row| Theirs { at: time(row), lines: marks_to_read(work, &row.marks, reader) }),
        }
    }
}

/// Marks to read: a line for each criterion, then the texts.
pub(super) fn marks_to_read(work: &Work, marks: &Marks, reader: &Reader) -> Vec<String> {
    let of_criterion = |one: &Criterion| {
        let points = marks.points.get(&one.key).map_or_else(|| "–".to_owned(), u32::to_string);
        let remark = marks.remarks.get(&one.key).map(|text| format!(". {text}")).unwrap_or_default();
        format!("{}: {points}{remark}", one.title.for_reader(reader.language))
    };
    let texts = [&marks.advice, &marks.remark].into_iter().filter(|text| !text.is_empty()).cloned();
    work.definition.rubric.iter().map(of_criterion).chain(texts).collect()
}
