//! How trainees judge their own work: by the very rubric it is graded by, before it is handed in.

use crate::kernel::{Fault, Language};
use crate::programmes::rules::Criterion;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a trainee has chosen of the rubric for the own work.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnMarks {
    /// By which version of the rubric.
    pub rubric: i32,
    /// Points by criterion, before weights.
    pub points: BTreeMap<String, u32>,
}

impl OwnMarks {
    /// What the rubric knows of points that were chosen, perhaps by another version of it.
    pub fn known(points: &BTreeMap<String, u32>, (number, rubric): (i32, &[Criterion])) -> OwnMarks {
        let level = |(key, points): &(&String, &u32)| {
            let criterion = rubric.iter().find(|one| one.key == **key);
            criterion.is_some_and(|one| one.levels.iter().any(|level| level.points == **points))
        };
        let points = points.iter().filter(level).map(|(key, points)| (key.clone(), *points)).collect();
        OwnMarks { rubric: number, points }
    }
}

/// The field that holds the level of a criterion that trainees give themselves.
pub fn field_of_own(criterion: &str) -> String {
    format!("own.{criterion}")
}

/// A fault for each criterion that has no level yet, with its title in the trainee's language.
pub fn lacking_own(rubric: &[Criterion], points: &BTreeMap<String, u32>, reader: Language) -> Vec<Fault> {
    let missing = rubric.iter().filter(|one| !points.contains_key(&one.key));
    missing
        .map(|one| {
            let title = one.title.for_reader(reader);
            Fault::new(field_of_own(&one.key), "case-own").with("criterion", title)
        })
        .collect()
}

/// A fault for each criterion or level that the rubric does not know: what a program has sent.
pub fn strange_own(rubric: &[Criterion], points: &BTreeMap<String, u32>, reader: Language) -> Vec<Fault> {
    let known = OwnMarks::known(points, (0, rubric)).points;
    let fault = |key: &String| {
        let field = field_of_own(key);
        match rubric.iter().find(|one| one.key == *key) {
            Some(one) => Fault::new(field, "case-level").with("criterion", one.title.for_reader(reader)),
            None => Fault::new(field, "unknown"),
        }
    };
    points.keys().filter(|key| !known.contains_key(*key)).map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Localised;
    use crate::programmes::rules::Level;

    fn rubric() -> Vec<Criterion> {
        let level = |points| Level { points, text: Localised::only(Language::Ru, "уровень") };
        let one = |key: &str| Criterion {
            key: key.into(),
            title: Localised::only(Language::Ru, key),
            weight: 2,
            levels: vec![level(0), level(3)],
        };
        vec![one("grasp"), one("tone")]
    }

    fn points(pairs: &[(&str, u32)]) -> BTreeMap<String, u32> {
        pairs.iter().map(|(key, points)| ((*key).to_owned(), *points)).collect()
    }

    #[test]
    fn only_levels_of_the_rubric_are_kept_and_each_missing_criterion_is_named() {
        let chosen = points(&[("grasp", 3), ("tone", 1), ("style", 4)]);
        let kept = OwnMarks::known(&chosen, (2, &rubric()));
        assert_eq!(kept, OwnMarks { rubric: 2, points: points(&[("grasp", 3)]) });
        let missing = lacking_own(&rubric(), &kept.points, Language::Ru);
        assert_eq!(missing, [Fault::new("own.tone", "case-own").with("criterion", "tone")]);
        let strange: Vec<String> =
            strange_own(&rubric(), &chosen, Language::Ru).into_iter().map(|fault| fault.code).collect();
        assert_eq!(strange, ["unknown", "case-level"], "by key: style, tone");
    }
}
