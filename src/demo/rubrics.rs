//! Rubrics of the demonstration: one is changed while works are being graded, and trainees judge their own work.

use super::dice::dice;
use super::lost;
use super::stage::{Run, Step};
use crate::cases::actions::{self as cases, RubricInput};
use crate::cases::rules::RubricDraft;
use crate::db::Write;
use crate::grading::actions as grading;
use crate::kernel::{Moment, Problem};
use crate::programmes::rules::CaseDefinition;
use std::collections::BTreeMap;

/// Why the rubric is changed.
const WHY: &str = "Работы сильнее всего различались подходом к людям: теперь этот критерий считается дважды.";

/// Gives the second criterion of a case twice its weight, and leaves the first grade that this affects as it is; the
/// others wait for a decision.
///
/// # Errors
/// What an action answers.
pub fn change(w: &mut Write, run: &Run, step: &Step, now: Moment) -> Result<(), Problem> {
    let at = (run.id, step.id);
    let found = cases::changing_rubric(w, &run.trainer, at)?;
    let based_on = found.rubrics.newest();
    let mut draft = RubricDraft::of(found.rubrics.by(based_on), &found.languages);
    let criterion = draft.criteria.get_mut(1).ok_or_else(|| lost(&step.key))?;
    "2".clone_into(&mut criterion.weight);
    // Still three points of five.
    "14".clone_into(&mut draft.pass_points);
    let input = RubricInput { draft, reason: WHY.to_owned(), based_on };
    cases::change_rubric(w, &run.trainer, at, &input, now)?;
    let affected = grading::case_rubrics(w, &run.trainer, at, now)?.affected;
    match affected.first() {
        Some(first) => {
            grading::keep_grade(w, &run.trainer, first.submission, now.plus_minutes(7)).map(|_| ())
        }
        None => Ok(()),
    }
}

/// How a trainee judges the own work, where the case asks for it: a little better or worse than it is, and some do not
/// at all.
pub fn own(definition: &CaseDefinition, strong: bool, seed: u64) -> BTreeMap<String, u32> {
    if definition.settings.self_assessment.is_none() || dice(seed, 33, 3) == 0 {
        return BTreeMap::new();
    }
    let chosen = (0u64..).zip(&definition.rubric).filter_map(|(place, criterion)| {
        let spread = usize::try_from(dice(seed, 40 + place, 2)).unwrap_or_default();
        let most = criterion.levels.len();
        let level =
            if strong { most.saturating_sub(1 + spread) } else { (2 + spread).min(most.saturating_sub(1)) };
        Some((criterion.key.clone(), criterion.levels.get(level)?.points))
    });
    chosen.collect()
}
