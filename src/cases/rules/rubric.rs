//! Points by criterion, their sum, and what a grade must have to be a grade.

use super::rubrics::Rubric;
use crate::kernel::{Fault, Language, Permille};
use crate::programmes::rules::{CaseDefinition, Criterion};
use std::collections::BTreeMap;

/// The longest remark of a trainer, in characters.
const LONGEST_REMARK: usize = 4_000;

/// The field that holds the points of a criterion.
pub fn field_of_points(criterion: &str) -> String {
    format!("points.{criterion}")
}

/// The field that holds the remark on a criterion.
pub fn field_of_remark(criterion: &str) -> String {
    format!("remarks.{criterion}")
}

/// The points a work needs: the edition's pass mark as a share of the rubric's points, rounded up so that the
/// share is really reached, or else the case's own.
pub fn pass_points(definition: &CaseDefinition, edition: Option<Permille>) -> u32 {
    share_of(definition.most_points(), edition).unwrap_or(definition.settings.pass_points)
}

/// The points that pass by a version of a rubric, as [`pass_points`].
pub fn needed(rubric: &Rubric, edition: Option<Permille>) -> u32 {
    share_of(rubric.most_points(), edition).unwrap_or(rubric.pass_points)
}

fn share_of(most: u32, edition: Option<Permille>) -> Option<u32> {
    let needed = (i64::from(most) * i64::from(edition?.0) + 999) / 1000;
    Some(u32::try_from(needed).unwrap_or(u32::MAX))
}

/// The sum of the points of the rubric's criteria, each as often as its weight says.
pub fn total(rubric: &[Criterion], points: &BTreeMap<String, u32>) -> u32 {
    let given = rubric.iter().filter_map(|criterion| Some(criterion.counted(*points.get(&criterion.key)?)));
    given.fold(0, u32::saturating_add)
}

/// The share of the points of the rubric that a work was graded by, for progress and papers.
pub fn result(rubric: &Rubric, total: u32) -> Permille {
    Permille::of(total.into(), rubric.most_points().into())
}

/// What a trainer says about a work.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Points by criterion.
    pub points: &'a BTreeMap<String, u32>,
    /// Remarks by criterion.
    pub remarks: &'a BTreeMap<String, String>,
    /// The remark on the whole.
    pub remark: &'a str,
    /// What to do otherwise.
    pub advice: &'a str,
}

/// Everything a grade lacks: each criterion without points (H2), points of no level, advice below the pass mark
/// (H3). The titles of criteria are in the grader's language.
pub fn check(definition: &CaseDefinition, needed: u32, said: Said<'_>, reader: Language) -> Vec<Fault> {
    let rubric = &definition.rubric;
    let mut faults: Vec<Fault> =
        rubric.iter().filter_map(|one| fault_of(one, said.points.get(&one.key).copied(), reader)).collect();
    let known = |key: &String| rubric.iter().any(|one| one.key == *key);
    let strangers = said.points.keys().chain(said.remarks.keys()).filter(|key| !known(key));
    faults.extend(strangers.map(|key| Fault::new(field_of_points(key), "unknown")));
    faults.extend(too_long(said));
    let complete = rubric.iter().all(|one| said.points.contains_key(&one.key));
    if complete && total(rubric, said.points) < needed && said.advice.trim().is_empty() {
        faults.push(Fault::new("advice", "case-advice"));
    }
    faults
}

fn fault_of(criterion: &Criterion, points: Option<u32>, reader: Language) -> Option<Fault> {
    let code = match points {
        None => "case-criterion",
        Some(points) if criterion.levels.iter().any(|level| level.points == points) => return None,
        Some(_) => "case-level",
    };
    let title = criterion.title.for_reader(reader);
    Some(Fault::new(field_of_points(&criterion.key), code).with("criterion", title))
}

fn too_long(said: Said<'_>) -> Vec<Fault> {
    let remarks = said.remarks.iter().map(|(key, text)| (field_of_remark(key), text.as_str()));
    let rest = [("remark".to_owned(), said.remark), ("advice".to_owned(), said.advice)];
    remarks
        .chain(rest)
        .filter(|(_, text)| text.chars().count() > LONGEST_REMARK)
        .map(|(field, _)| Fault::new(field, "too-long").with("limit", LONGEST_REMARK))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;
    use crate::programmes::rules::{Accepts, CaseSettings, Level};
    use proptest::prelude::*;

    fn criterion(key: &str, levels: &[u32]) -> Criterion {
        let level =
            |points: &u32| Level { points: *points, text: Localised::only(Language::Ru, "уровень") };
        let title = Localised::only(Language::Ru, format!("Критерий {key}"));
        Criterion { key: key.into(), title, weight: 1, levels: levels.iter().map(level).collect() }
    }

    fn definition() -> CaseDefinition {
        let settings = CaseSettings {
            pass_points: 5,
            submissions: 2,
            accepts: vec![Accepts::Text],
            max_files: 0,
            due_days: None,
            hand_in: Vec::new(),
            self_assessment: None,
        };
        let rubric = vec![criterion("grasp", &[0, 2, 4]), criterion("approach", &[0, 1, 2, 3])];
        CaseDefinition { settings, texts: BTreeMap::new(), rubric, stages: None }
    }

    fn points(pairs: &[(&str, u32)]) -> BTreeMap<String, u32> {
        pairs.iter().map(|(key, points)| ((*key).to_owned(), *points)).collect()
    }

    fn faults(points: &BTreeMap<String, u32>, advice: &str) -> Vec<(String, String)> {
        let said = Said { points, remarks: &BTreeMap::new(), remark: "", advice };
        let found = check(&definition(), 5, said, Language::Ru);
        found.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn a_grade_without_all_criteria_names_each_missing_one() {
        let missing = |key: &str| (format!("points.{key}"), "case-criterion".to_owned());
        assert_eq!(faults(&points(&[]), ""), [missing("grasp"), missing("approach")]);
        assert_eq!(faults(&points(&[("grasp", 4)]), ""), [missing("approach")]);
    }

    #[test]
    fn points_are_those_of_a_level_and_criteria_those_of_the_rubric() {
        let wrong = faults(&points(&[("grasp", 3), ("approach", 3), ("beauty", 9)]), "");
        let expected = [("points.grasp", "case-level"), ("points.beauty", "unknown")];
        assert_eq!(faults(&points(&[("grasp", u32::MAX), ("approach", u32::MAX)]), "").len(), 2);
        assert_eq!(wrong, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    }

    #[test]
    fn below_the_pass_mark_there_is_advice() {
        let low = points(&[("grasp", 2), ("approach", 2)]);
        assert_eq!(faults(&low, "  "), [("advice".to_owned(), "case-advice".to_owned())]);
        assert_eq!(faults(&low, "Сначала позвоните."), []);
        assert_eq!(faults(&points(&[("grasp", 2), ("approach", 3)]), ""), []);
    }

    #[test]
    fn the_editions_pass_mark_is_a_share_and_is_really_reached() {
        let definition = definition();
        assert_eq!(pass_points(&definition, None), 5);
        assert_eq!(pass_points(&definition, Some(Permille(500))), 4, "half of 7 is reached by 4, not by 3");
        assert_eq!(pass_points(&definition, Some(Permille::WHOLE)), 7);
        let rubric = Rubric { pass_points: 5, criteria: definition.rubric };
        assert_eq!(result(&rubric, 7), Permille::WHOLE);
    }

    proptest! {
        #[test]
        fn with_weights_a_total_never_exceeds_the_most_and_all_weights_one_give_the_plain_sum(
            weights in prop::collection::vec(1..=Criterion::MOST_WEIGHT, 4), chosen in prop::collection::vec(0..3usize, 4),
        ) {
            let weighted = |weights: &[u32]| -> Vec<Criterion> {
                let one = |(place, weight): (usize, &u32)| Criterion {
                    weight: *weight,
                    ..criterion(&format!("c{place}"), &[0, 2, 5])
                };
                weights.iter().enumerate().map(one).collect()
            };
            let rubric = weighted(&weights);
            let given: BTreeMap<String, u32> = rubric
                .iter()
                .zip(&chosen)
                .map(|(one, level)| (one.key.clone(), one.levels[*level].points))
                .collect();
            let expected: u32 = rubric.iter().map(|one| given[&one.key] * one.weight).sum();
            prop_assert_eq!(total(&rubric, &given), expected);
            prop_assert!(total(&rubric, &given) <= Criterion::most_of(&rubric));
            let plain = weighted(&[1; 4]);
            prop_assert_eq!(total(&plain, &given), given.values().sum::<u32>());
            prop_assert_eq!(Criterion::most_of(&plain), 20);
        }

        #[test]
        fn a_total_is_the_sum_of_known_criteria_and_passes_exactly_at_its_share(
            grasp in 0..3usize, approach in 0..4usize, share in 0..1001i32,
        ) {
            let definition = definition();
            let given = points(&[
                ("grasp", definition.rubric[0].levels[grasp].points),
                ("approach", definition.rubric[1].levels[approach].points),
                ("stranger", 99),
            ]);
            let sum = total(&definition.rubric, &given);
            prop_assert_eq!(sum, given["grasp"] + given["approach"]);
            prop_assert!(sum <= definition.most_points());
            let reached = i64::from(sum) * 1000 >= i64::from(definition.most_points()) * i64::from(share);
            prop_assert_eq!(sum >= pass_points(&definition, Some(Permille(share))), reached);
        }
    }
}
