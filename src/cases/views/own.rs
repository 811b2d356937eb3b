//! How trainees judge their own work: the levels to choose from, and what they chose beside what the grader gave.

use super::versions::CriterionView;
use crate::cases::actions::{Case, Grade, Own};
use crate::cases::rules::{self, OwnMarks, field_of_own};
use crate::kernel::{Fault, Language};
use crate::programmes::rules::{Criterion, SelfAssessment};
use crate::web::Field;
use serde::Serialize;
use std::collections::BTreeMap;

/// The rubric to judge the own work by.
#[derive(Debug, Clone, Serialize)]
pub struct OwnForm {
    /// Whether nothing is taken without a level for each criterion.
    pub required: bool,
    /// Whether something was chosen by an earlier version of the rubric.
    pub changed: bool,
    /// The version of the rubric that is shown.
    pub rubric: i32,
    /// The criteria with what was chosen.
    pub criteria: Vec<CriterionView>,
}

impl OwnForm {
    /// The form, where the case asks for it; with what was typed and not kept.
    pub(super) fn new(
        case: &Case,
        language: Language,
        typed: Option<&BTreeMap<String, u32>>,
        faults: &[Fault],
    ) -> Option<OwnForm> {
        let asked = case.definition.settings.self_assessment?;
        let rubric = case.definition.rubric.as_slice();
        let kept = OwnMarks::known(&case.own.points, (case.rubrics.newest(), rubric));
        let chosen = typed.unwrap_or(&kept.points);
        let criterion = |one: &Criterion| {
            let points = chosen.get(&one.key).map(u32::to_string).unwrap_or_default();
            let name = field_of_own(&one.key);
            CriterionView {
                faults: faults.iter().filter(|fault| fault.field == name).cloned().collect(),
                id: Field::empty(&name).id,
                name,
                ..CriterionView::new(one, language, &points)
            }
        };
        Some(OwnForm {
            required: asked == SelfAssessment::Required,
            changed: !case.own.points.is_empty() && case.own.rubric != case.rubrics.newest(),
            rubric: case.rubrics.newest(),
            criteria: rubric.iter().map(criterion).collect(),
        })
    }

    /// Its fields, for the summary of what is wrong.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.criteria.iter().map(|one| Field {
            id: one.id.clone(),
            name: one.name.clone(),
            faults: one.faults.clone(),
            ..Field::default()
        })
    }
}

/// What an author has chosen for the own work, beside the grade where there is one.
#[derive(Debug, Clone, Serialize)]
pub struct OwnView {
    /// By criterion.
    pub rows: Vec<OwnRow>,
    /// The sum of all criteria, with their weights; nothing where some were left out.
    pub total: Option<u32>,
    /// The points of a faultless work.
    pub most: u32,
    /// The sum beside the grader's; nothing where they cannot be compared.
    pub sum: Option<Difference>,
    /// Whether there is a grade to stand beside.
    pub graded: bool,
    /// The version of the rubric, where the grade was given by another one.
    pub version: Option<i32>,
}

/// A criterion of it.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRow {
    /// What is looked at.
    pub title: String,
    /// What the author chose; nothing where it was left out.
    pub own: Option<u32>,
    /// How a work of that level looks.
    pub level: String,
    /// What the grader gave.
    pub given: Option<u32>,
    /// How both stand to each other.
    pub difference: Option<Difference>,
}

/// How an author's points stand to the grader's.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// The message that says it.
    pub key: &'static str,
    /// By how many points.
    pub by: u32,
}

impl Difference {
    fn of(own: u32, given: u32) -> Difference {
        let key = match own.cmp(&given) {
            std::cmp::Ordering::Equal => "rubrics-own-same",
            std::cmp::Ordering::Greater => "rubrics-own-higher",
            std::cmp::Ordering::Less => "rubrics-own-lower",
        };
        Difference { key, by: own.abs_diff(given) }
    }
}

impl OwnView {
    /// What the author of a version chose, beside its grade.
    pub fn new(own: &Own, grade: Option<&Grade>, language: Language) -> OwnView {
        let (criteria, points) = (&own.rubric.criteria, &own.marks.points);
        let complete = criteria.iter().all(|one| points.contains_key(&one.key));
        let total = rules::total(criteria, points);
        let same = grade.is_some_and(|grade| grade.row.rubric == own.marks.rubric);
        let given = grade.map(|grade| rules::total(&grade.rubric.criteria, &grade.points()));
        OwnView {
            rows: criteria.iter().map(|one| OwnRow::new(one, own, grade, language)).collect(),
            total: complete.then_some(total),
            most: own.rubric.most_points(),
            sum: given.filter(|_| complete && same).map(|given| Difference::of(total, given)),
            graded: grade.is_some(),
            version: grade.filter(|_| !same).map(|_| own.marks.rubric),
        }
    }
}

impl OwnRow {
    fn new(criterion: &Criterion, own: &Own, grade: Option<&Grade>, language: Language) -> OwnRow {
        let points = |levels: &Criterion| levels.levels.iter().map(|one| one.points).collect::<Vec<_>>();
        // Points of levels that were changed meanwhile say nothing about each other.
        let alike = |one: &&Criterion| one.key == criterion.key && points(one) == points(criterion);
        let given = grade.and_then(|grade| {
            grade.rubric.criteria.iter().find(alike)?;
            grade.points().get(&criterion.key).copied()
        });
        let chosen = own.marks.points.get(&criterion.key).copied();
        let level = criterion.levels.iter().find(|level| Some(level.points) == chosen);
        OwnRow {
            title: criterion.title.for_reader(language).to_owned(),
            own: chosen,
            level: level.map(|level| level.text.for_reader(language).to_owned()).unwrap_or_default(),
            given,
            difference: chosen.zip(given).map(|(own, given)| Difference::of(own, given)),
        }
    }
}
