//! What two independent markings come to: agreement, or a third grader.

use super::marks::Marks;
use crate::cases::rules::total;
use crate::kernel::Permille;
use crate::programmes::rules::{CaseDefinition, Criterion};
use std::collections::BTreeMap;

/// What two markings come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They are close enough; this is the grade.
    Agreed(Marks),
    /// They are too far apart: a third grader decides.
    Disagreed,
}

/// Decides from two markings. They disagree when their totals are further apart than a share of the rubric's
/// points; the threshold alone decides, so that it is the one number an edition has to think about.
///
/// Agreed points are, by criterion, the lowest level that is at least the mean of both: rounding is always in the
/// trainee's favour. Remarks of both stand one under the other, the first grader's first; what both said is said once.
pub fn decide(definition: &CaseDefinition, first: &Marks, second: &Marks, threshold: Permille) -> Decision {
    let (one, other) = (total(&definition.rubric, &first.points), total(&definition.rubric, &second.points));
    let apart = i64::from(one.abs_diff(other)) * 1000;
    if apart > i64::from(definition.most_points()) * i64::from(threshold.0) {
        return Decision::Disagreed;
    }
    let points = |criterion: &Criterion| {
        let given = |marks: &Marks| marks.points.get(&criterion.key).copied().unwrap_or(0);
        (criterion.key.clone(), favoured(criterion, given(first) + given(second)))
    };
    let mut remarks = first.remarks.clone();
    for (key, remark) in &second.remarks {
        let known = remarks.remove(key).unwrap_or_default();
        remarks.insert(key.clone(), joined(&known, remark));
    }
    Decision::Agreed(Marks {
        points: definition.rubric.iter().map(points).collect::<BTreeMap<_, _>>(),
        remarks,
        remark: joined(&first.remark, &second.remark),
        advice: joined(&first.advice, &second.advice),
    })
}

/// The lowest level of a criterion that is at least half of a sum.
fn favoured(criterion: &Criterion, sum: u32) -> u32 {
    let levels = criterion.levels.iter().map(|level| level.points);
    levels.clone().filter(|points| points * 2 >= sum).min().or_else(|| levels.max()).unwrap_or(0)
}

fn joined(first: &str, second: &str) -> String {
    match (first.trim(), second.trim()) {
        ("", text) | (text, "") => text.to_owned(),
        (one, other) if one == other => one.to_owned(),
        (one, other) => format!("{one}\n\n{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Language, Localised};
    use crate::programmes::rules::{CaseSettings, Level};
    use proptest::prelude::*;

    fn definition() -> CaseDefinition {
        let level =
            |points: &u32| Level { points: *points, text: Localised::only(Language::Ru, "уровень") };
        let criterion = |key: &str, levels: &[u32]| Criterion {
            key: key.into(),
            title: Localised::only(Language::Ru, key),
            weight: 1,
            levels: levels.iter().map(level).collect(),
        };
        let settings = CaseSettings {
            pass_points: 5,
            submissions: 2,
            accepts: Vec::new(),
            max_files: 0,
            due_days: None,
            hand_in: Vec::new(),
            self_assessment: None,
        };
        let rubric = vec![criterion("grasp", &[0, 2, 4]), criterion("tone", &[0, 1, 2, 6])];
        CaseDefinition { settings, texts: BTreeMap::new(), rubric, stages: None }
    }

    fn marks(grasp: u32, tone: u32) -> Marks {
        let points = BTreeMap::from([("grasp".to_owned(), grasp), ("tone".to_owned(), tone)]);
        Marks { points, ..Marks::default() }
    }

    fn decided(first: &Marks, second: &Marks, threshold: i32) -> Decision {
        decide(&definition(), first, second, Permille(threshold))
    }

    #[test]
    fn a_mean_between_two_levels_is_the_higher_one() {
        let Decision::Agreed(agreed) = decided(&marks(2, 1), &marks(4, 2), 300) else { panic!("apart") };
        assert_eq!(agreed.points, marks(4, 2).points, "3 of 4 is level 4; 1,5 is level 2");
        let Decision::Agreed(agreed) = decided(&marks(4, 2), &marks(4, 6), 400) else { panic!("apart") };
        assert_eq!(agreed.points["tone"], 6, "a mean of 4 lies between 2 and 6");
    }

    #[test]
    fn the_threshold_itself_is_still_agreement() {
        assert_eq!(decided(&marks(0, 0), &marks(2, 0), 199), Decision::Disagreed);
        assert_ne!(decided(&marks(0, 0), &marks(2, 0), 200), Decision::Disagreed);
        assert_eq!(decided(&marks(0, 0), &marks(0, 1), 0), Decision::Disagreed);
    }

    #[test]
    fn remarks_of_both_stand_and_the_same_words_once() {
        let said = |advice: &str, remark: &str| Marks {
            advice: advice.into(),
            remark: remark.into(),
            ..marks(2, 2)
        };
        let Decision::Agreed(agreed) = decided(&said("Звоните", "Хорошо"), &said("Пишите", "Хорошо"), 0)
        else {
            panic!("apart")
        };
        assert_eq!((agreed.advice.as_str(), agreed.remark.as_str()), ("Звоните\n\nПишите", "Хорошо"));
    }

    proptest! {
        #[test]
        fn an_agreed_grade_is_never_below_the_mean_and_never_above_the_higher_marking(
            a in 0..3usize, b in 0..4usize, c in 0..3usize, d in 0..4usize,
        ) {
            let rubric = definition().rubric;
            let level = |criterion: usize, at: usize| rubric[criterion].levels[at].points;
            let (first, second) = (marks(level(0, a), level(1, b)), marks(level(0, c), level(1, d)));
            let Decision::Agreed(agreed) = decided(&first, &second, 1000) else {
                return Err(TestCaseError::fail("a threshold of everything forgives everything"));
            };
            for key in ["grasp", "tone"] {
                let (one, other) = (first.points[key], second.points[key]);
                prop_assert!(agreed.points[key] * 2 >= one + other);
                prop_assert!(agreed.points[key] <= one.max(other));
            }
            prop_assert_eq!(decided(&first, &second, 1000), decided(&first, &second, 1000));
        }
    }
}
