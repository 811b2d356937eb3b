//! What a grader says about a work, and what it comes to.

use crate::cases::rules::{self, Said, lines};
use crate::kernel::{Language, Problem};
use crate::programmes::rules::CaseDefinition;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Marks as they are typed and as they are given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// Points by criterion.
    pub points: BTreeMap<String, u32>,
    /// Remarks by criterion; an empty one is none.
    pub remarks: BTreeMap<String, String>,
    /// The remark on the whole.
    pub remark: String,
    /// What to do otherwise.
    pub advice: String,
}

impl Marks {
    /// The same with tidy line ends and without empty remarks.
    pub fn tidy(mut self) -> Marks {
        let tidy = |text: &mut String| *text = lines(text.trim());
        self.remarks.values_mut().for_each(tidy);
        self.remarks.retain(|_, text| !text.is_empty());
        tidy(&mut self.remark);
        tidy(&mut self.advice);
        self
    }

    /// The same as far as the rubric knows it: a draft may lack criteria, but it never has strange ones.
    pub fn known(mut self, definition: &CaseDefinition) -> Marks {
        let level = |key: &str, points: u32| {
            let criterion = definition.rubric.iter().find(|one| one.key == key);
            criterion.is_some_and(|one| one.levels.iter().any(|level| level.points == points))
        };
        self.points.retain(|key, points| level(key, *points));
        self.remarks.retain(|key, _| definition.rubric.iter().any(|one| one.key == *key));
        self
    }

    /// What the rubric does not know of them: marks of criteria and levels that another version had. Nothing where all
    /// of them fit.
    pub fn strange(&self, definition: &CaseDefinition) -> Option<Marks> {
        let known = self.clone().known(definition);
        let mut rest =
            Marks { points: self.points.clone(), remarks: self.remarks.clone(), ..Marks::default() };
        rest.points.retain(|key, _| !known.points.contains_key(key));
        rest.remarks.retain(|key, _| !known.remarks.contains_key(key));
        (!rest.is_nothing()).then_some(rest)
    }

    /// Whether nothing was said at all.
    pub fn is_nothing(&self) -> bool {
        *self == Marks::default()
    }
}

/// Marks that were typed by an earlier version of the rubric and do not fit into the present one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerMarks {
    /// That version.
    pub rubric: i32,
    /// What does not fit.
    pub marks: Marks,
}

/// The sum of complete marks.
///
/// # Errors
/// `Invalid` naming everything they lack (H2, H3), with criteria in the reader's language.
pub fn graded(
    definition: &CaseDefinition,
    needed: u32,
    marks: &Marks,
    reader: Language,
) -> Result<u32, Problem> {
    let Marks { points, remarks, remark, advice } = marks;
    let faults = rules::check(definition, needed, Said { points, remarks, remark, advice }, reader);
    if faults.is_empty() {
        Ok(rules::total(&definition.rubric, points))
    } else {
        Err(Problem::invalid(faults))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_remarks_are_none_and_line_ends_are_one_character() {
        let remarks =
            BTreeMap::from([("a".to_owned(), " \r\n".to_owned()), ("b".to_owned(), "да\r\n".into())]);
        let marks = Marks { remarks, advice: " Раз\r\nдва ".into(), ..Marks::default() }.tidy();
        assert_eq!(marks.remarks, BTreeMap::from([("b".to_owned(), "да".to_owned())]));
        assert_eq!(marks.advice, "Раз\nдва");
        assert!(Marks { remark: " ".into(), ..Marks::default() }.tidy().is_nothing());
    }
}
