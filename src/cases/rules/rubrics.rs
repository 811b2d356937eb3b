//! The versions of a rubric in an edition: the programme's own, and those that people of the edition made of it.

use crate::kernel::{Moment, PersonName};
use crate::programmes::rules::{CaseDefinition, Criterion};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The number of the rubric that comes with the programme.
pub const OWN_RUBRIC: i32 = 1;

/// What a case is graded by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// The points that pass, where the edition sets no share of its own.
    pub pass_points: u32,
    /// What is looked at.
    pub criteria: Vec<Criterion>,
}

impl Rubric {
    /// The points of a faultless work.
    pub fn most_points(&self) -> u32 {
        Criterion::most_of(&self.criteria)
    }
}

/// A version that somebody made in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricVersion {
    /// Which one; 2 is the first after the programme's own.
    pub number: i32,
    /// The rubric.
    pub rubric: Rubric,
    /// Why it was changed.
    pub reason: String,
    /// By whom.
    pub by: Option<PersonName>,
    /// Since when it holds.
    pub made_at: Moment,
}

/// Every version of the rubric of a case in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubrics {
    first: Rubric,
    later: Vec<RubricVersion>,
}

impl Rubrics {
    /// The programme's own, and those made after it in their order.
    pub fn new(definition: &CaseDefinition, later: Vec<RubricVersion>) -> Rubrics {
        let pass_points = definition.settings.pass_points;
        Rubrics { first: Rubric { pass_points, criteria: definition.rubric.clone() }, later }
    }

    /// The number of the one that holds for works that nobody has begun to mark.
    pub fn newest(&self) -> i32 {
        self.made().last().map_or(OWN_RUBRIC, |version| version.number)
    }

    /// A version by its number; the programme's own where there is none of that number.
    pub fn by(&self, number: i32) -> &Rubric {
        let made = self.made().iter().find(|version| version.number == number);
        made.map_or(&self.first, |version| &version.rubric)
    }

    /// Whether there is a version of this number.
    pub fn has(&self, number: i32) -> bool {
        number == OWN_RUBRIC || self.made().iter().any(|version| version.number == number)
    }

    /// Those that were made in the edition, in their order.
    pub fn made(&self) -> &[RubricVersion] {
        &self.later
    }

    /// The keys of all criteria that any version has or had.
    pub fn keys(&self) -> BTreeSet<String> {
        let all = self.made().iter().map(|version| &version.rubric).chain([&self.first]);
        all.flat_map(|rubric| &rubric.criteria).map(|one| one.key.clone()).collect()
    }

    /// A criterion of any version, the latest first: what marks are called whose criterion is gone.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        let versions = self.made().iter().rev().map(|version| &version.rubric).chain([&self.first]);
        versions.flat_map(|rubric| &rubric.criteria).find(|one| one.key == key)
    }
}

/// The case as it is graded by a version of its rubric.
pub fn graded_by(mut definition: CaseDefinition, rubric: &Rubric) -> CaseDefinition {
    definition.settings.pass_points = rubric.pass_points;
    definition.rubric.clone_from(&rubric.criteria);
    definition
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Language, Localised};
    use crate::programmes::rules::Level;

    fn rubric(key: &str, weight: u32) -> Rubric {
        let level = |points| Level { points, text: Localised::only(Language::Ru, "уровень") };
        let title = Localised::only(Language::Ru, key);
        let one = Criterion { key: key.into(), title, weight, levels: vec![level(0), level(4)] };
        Rubric { pass_points: 2, criteria: vec![one] }
    }

    fn rubrics() -> Rubrics {
        let made_at = Moment::parse("2026-09-15T09:00:00Z").unwrap();
        let version = RubricVersion {
            number: 2,
            rubric: rubric("tone", 3),
            reason: "Уточнили".into(),
            by: None,
            made_at,
        };
        Rubrics { first: rubric("grasp", 1), later: vec![version] }
    }

    #[test]
    fn each_number_keeps_its_rubric_and_the_newest_holds() {
        let rubrics = rubrics();
        assert_eq!((rubrics.newest(), rubrics.has(2), rubrics.has(3)), (2, true, false));
        assert_eq!(rubrics.by(1).criteria[0].key, "grasp");
        assert_eq!((rubrics.by(2).most_points(), rubrics.by(1).most_points()), (12, 4));
        assert_eq!(rubrics.criterion("grasp").map(|one| one.weight), Some(1), "gone, but still known");
        assert!(rubrics.criterion("style").is_none());
    }
}
