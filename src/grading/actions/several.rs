//! Two graders, independently: agreement makes the grade, disagreement calls a third.

use super::allotting::allot_third;
use super::calibration::own_unreleased;
use super::desk::Work;
use super::marking::decide;
use crate::audit::{self, Entry};
use crate::cases::actions::taught_case;
use crate::cases::rules::Rubric;
use crate::cases::store::{self as cases, Decided};
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::grading::rules::{self, Decision, Marks, same, weighted_kappa};
use crate::grading::store::{self, CaseMarking};
use crate::kernel::{ActivityId, Actor, EditionId, Localised, Moment, PersonId, Problem, SubmissionId};
use crate::programmes::rules::Criterion;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What became of the marks of one of several graders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Others have to mark yet.
    Waits,
    /// The grade is decided; whether its author sees it already.
    Decided {
        /// Released with the decision.
        released: bool,
    },
}

/// Takes the marks of one of several graders, and decides when they suffice.
pub(super) fn mark(
    w: &mut Write,
    actor: &Actor,
    work: &Work,
    (person, marks, total): (PersonId, &Marks, u32),
    now: Moment,
) -> Result<Outcome, Problem> {
    let id = work.row.submission;
    let before = store::markings(w, id)?;
    let place = i32::try_from(before.len() + 1).map_err(Problem::internal)?;
    let points = i32::try_from(total).map_err(Problem::internal)?;
    store::insert_marking(w, (id, person, place), (marks, points, work.by), now)?;
    store::begin(w, id, now)?;
    let after = Some(json!({ "place": place, "total": total, "rubric": work.by }));
    let entry = Entry { action: "work-marked", subject: ("submission", id.0), before: None, after };
    audit::record(w, actor, now, entry)?;
    let (first, third) = (before.first().map(|row| &row.marks), before.len() >= 2);
    let Some(first) = first else { return Ok(Outcome::Waits) };
    if third {
        let released = decide(w, actor, work, (marks, total, Decided::Third), now)?;
        return Ok(Outcome::Decided { released });
    }
    match rules::decide(&work.definition, first, marks, work.setup.disagreement_permille) {
        Decision::Agreed(agreed) => {
            let total = crate::cases::rules::total(&work.definition.rubric, &agreed.points);
            let released = decide(w, actor, work, (&agreed, total, Decided::Agreed), now)?;
            Ok(Outcome::Decided { released })
        }
        Decision::Disagreed => {
            store::needs_graders(w, id, 3)?;
            let after = Some(json!({ "graders": 3 }));
            let entry =
                Entry { action: "graders-disagreed", subject: ("submission", id.0), before: None, after };
            audit::record(w, actor, now, entry)?;
            allot_third(w, &work.row, now)?;
            Ok(Outcome::Waits)
        }
    }
}

/// How well the graders of a case agree.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// By version of the rubric, the newest first: marks by different ones are not compared. Never empty.
    pub by_rubric: Vec<RubricAgreement>,
    /// Every work that two have marked and whose grade is decided.
    pub works: Vec<WorkAgreement>,
    /// How many works wait for a third.
    pub open: usize,
}

/// How well the graders of a case agree by one version of its rubric.
#[derive(Debug, Clone)]
pub struct RubricAgreement {
    /// The number of the version.
    pub rubric: i32,
    /// By criterion, over the decided works.
    pub criteria: Vec<CriterionAgreement>,
    /// Of the totals of the decided works.
    pub totals: Measure,
}

/// How well two graders agree about something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Quadratically weighted kappa; nothing where it is not defined.
    pub kappa: Option<f64>,
    /// How many pairs are the very same.
    pub same: usize,
    /// How many pairs there are.
    pub pairs: usize,
}

/// How well two graders agree about a criterion.
#[derive(Debug, Clone)]
pub struct CriterionAgreement {
    /// Its title.
    pub title: Localised,
    /// How well.
    pub measure: Measure,
}

/// A work that two have marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkAgreement {
    /// The version.
    pub submission: SubmissionId,
    /// By which version of the rubric they marked.
    pub rubric: i32,
    /// The total of the first.
    pub first: i32,
    /// The total of the second.
    pub second: i32,
    /// The total of the third, who decided.
    pub third: Option<i32>,
    /// How the grade came to be.
    pub decided: Option<Decided>,
}

/// How well the graders of a case agree, over the edition.
///
/// # Errors
/// `NotFound` for whoever does not teach the edition.
pub fn agreement(r: &mut Read, actor: &Actor, at: (EditionId, ActivityId)) -> Result<Agreement, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let (_, rubrics) = cases::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let mut works: BTreeMap<SubmissionId, Vec<CaseMarking>> = BTreeMap::new();
    for marking in store::of_case(r, at)? {
        works.entry(marking.submission).or_default().push(marking);
    }
    for own in own_unreleased(r, actor, at)? {
        works.remove(&own);
    }
    // One that waits for its second is not shown. Of one that waits for a third nothing is told, not even in a measure:
    // the third shall decide without knowing what the others gave.
    let (pairs, open): (Vec<Pair<'_>>, Vec<Pair<'_>>) = works
        .values()
        .filter_map(|all| Some((all.first()?, all.get(1)?, all.get(2))))
        .partition(|(first, ..)| first.decided.is_some());
    let used: BTreeSet<i32> =
        pairs.iter().map(|(first, ..)| first.rubric).chain([rubrics.newest()]).collect();
    let measured = |number: &i32| {
        let of_it: Vec<Pair<'_>> =
            pairs.iter().filter(|(first, ..)| first.rubric == *number).copied().collect();
        of_rubric(*number, rubrics.by(*number), &of_it)
    };
    Ok(Agreement {
        edition,
        case: at.1,
        title,
        by_rubric: used.iter().rev().map(measured).collect(),
        works: pairs.iter().map(|pair| work(*pair)).collect(),
        open: open.len(),
    })
}

fn of_rubric(number: i32, rubric: &Rubric, pairs: &[Pair<'_>]) -> RubricAgreement {
    let criterion =
        |one: &Criterion| CriterionAgreement { title: one.title.clone(), measure: of_criterion(one, pairs) };
    RubricAgreement {
        rubric: number,
        criteria: rubric.criteria.iter().map(criterion).collect(),
        totals: of_totals(rubric, pairs),
    }
}

type Pair<'a> = (&'a CaseMarking, &'a CaseMarking, Option<&'a CaseMarking>);

fn work((first, second, third): Pair<'_>) -> WorkAgreement {
    WorkAgreement {
        submission: first.submission,
        rubric: first.rubric,
        first: first.total,
        second: second.total,
        third: third.map(|third| third.total),
        decided: first.decided,
    }
}

fn measure(pairs: &[(usize, usize)], categories: usize) -> Measure {
    let (same, all) = same(pairs);
    Measure { kappa: weighted_kappa(pairs, categories), same, pairs: all }
}

/// Levels are the categories of a criterion, from the lowest.
fn of_criterion(criterion: &Criterion, pairs: &[Pair<'_>]) -> Measure {
    let mut levels: Vec<u32> = criterion.levels.iter().map(|level| level.points).collect();
    levels.sort_unstable();
    let level = |marking: &CaseMarking| {
        let points = marking.marks.points.get(&criterion.key)?;
        levels.iter().position(|level| level == points)
    };
    let both: Vec<(usize, usize)> =
        pairs.iter().filter_map(|(one, other, _)| Some((level(one)?, level(other)?))).collect();
    measure(&both, levels.len())
}

/// Points are the categories of a total.
fn of_totals(rubric: &Rubric, pairs: &[Pair<'_>]) -> Measure {
    let total = |marking: &CaseMarking| usize::try_from(marking.total).unwrap_or(0);
    let both: Vec<(usize, usize)> = pairs.iter().map(|(one, other, _)| (total(one), total(other))).collect();
    measure(&both, usize::try_from(rubric.most_points()).unwrap_or(0) + 1)
}
