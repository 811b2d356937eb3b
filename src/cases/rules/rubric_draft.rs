//! A rubric while it is written in the browser: everything as it was typed, and what stands against it.

use super::rubrics::Rubric;
use crate::kernel::name::tidy;
use crate::kernel::{Fault, Language, Localised};
use crate::programmes::rules::{Criterion, Level};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most criteria of a rubric.
pub const MOST_CRITERIA: usize = 20;
/// The most levels of a criterion.
pub const MOST_LEVELS: usize = 10;
/// The longest title of a criterion, in characters.
const LONGEST_TITLE: usize = 200;
/// The longest text of a level, in characters.
const LONGEST_LEVEL: usize = 1_000;
/// The most points of a level.
const MOST_POINTS: u32 = 1_000;

/// Texts by language.
type Texts = BTreeMap<Language, String>;

/// A rubric as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RubricDraft {
    /// The points that pass; nothing where the edition's share decides.
    pub pass_points: String,
    /// What is looked at.
    pub criteria: Vec<CriterionDraft>,
}

/// A criterion as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CriterionDraft {
    /// The key of one that is known; empty for a new one.
    pub key: String,
    /// What is looked at, by language.
    pub title: Texts,
    /// How many times its points count; once when it is empty.
    pub weight: String,
    /// Its levels.
    pub levels: Vec<LevelDraft>,
}

/// A level as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LevelDraft {
    /// What it gives.
    pub points: String,
    /// How a work of this level looks, by language.
    pub text: Texts,
}

/// What a button does to the rows of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RubricCommand {
    /// Another criterion at the end.
    AddCriterion,
    /// This criterion goes.
    RemoveCriterion(usize),
    /// This criterion changes places with the one before it.
    Raise(usize),
    /// Another level of this criterion.
    AddLevel(usize),
    /// This level of this criterion goes.
    RemoveLevel(usize, usize),
}

impl RubricCommand {
    /// Reads a button: `add`, `remove.1`, `raise.1`, `add-level.1`, `remove-level.1.2`.
    pub fn parse(text: &str) -> Option<RubricCommand> {
        let mut words = text.split('.');
        let (name, mut number) = (words.next()?, || words.next()?.parse().ok());
        Some(match name {
            "add" => RubricCommand::AddCriterion,
            "remove" => RubricCommand::RemoveCriterion(number()?),
            "raise" => RubricCommand::Raise(number()?),
            "add-level" => RubricCommand::AddLevel(number()?),
            "remove-level" => RubricCommand::RemoveLevel(number()?, number()?),
            _ => return None,
        })
    }
}

/// The field of a criterion: `criteria.0.weight`.
pub fn field_of_criterion(place: usize, what: &str) -> String {
    format!("criteria.{place}.{what}")
}

/// The field of a level: `criteria.0.levels.1.points`.
pub fn field_of_level(criterion: usize, level: usize, what: &str) -> String {
    format!("criteria.{criterion}.levels.{level}.{what}")
}

fn texts_of(text: &Localised, languages: &[Language]) -> Texts {
    languages.iter().map(|one| (*one, text.exact(*one).unwrap_or_default().to_owned())).collect()
}

impl RubricDraft {
    /// A rubric to be changed, in these languages.
    pub fn of(rubric: &Rubric, languages: &[Language]) -> RubricDraft {
        let level = |level: &Level| LevelDraft {
            points: level.points.to_string(),
            text: texts_of(&level.text, languages),
        };
        let criterion = |one: &Criterion| CriterionDraft {
            key: one.key.clone(),
            title: texts_of(&one.title, languages),
            weight: one.weight.to_string(),
            levels: one.levels.iter().map(level).collect(),
        };
        let criteria = rubric.criteria.iter().map(criterion).collect();
        RubricDraft { pass_points: rubric.pass_points.to_string(), criteria }
    }

    /// What a form says: `field` gives a field as it was typed, nothing where it has none of that name.
    pub fn typed(languages: &[Language], field: &dyn Fn(&str) -> Option<String>) -> RubricDraft {
        let read = |name: String| field(&name).unwrap_or_default();
        let texts = |name: &dyn Fn(&str) -> String| -> Texts {
            languages.iter().map(|one| (*one, read(name(one.tag())))).collect()
        };
        let level = |criterion: usize, level: usize| LevelDraft {
            points: read(field_of_level(criterion, level, "points")),
            text: texts(&|tag| field_of_level(criterion, level, &format!("text.{tag}"))),
        };
        let has_level = |criterion, level| field(&field_of_level(criterion, level, "points")).is_some();
        let criterion = |place: usize| CriterionDraft {
            key: read(field_of_criterion(place, "key")),
            title: texts(&|tag| field_of_criterion(place, &format!("title.{tag}"))),
            weight: read(field_of_criterion(place, "weight")),
            levels: (0..MOST_LEVELS)
                .take_while(|number| has_level(place, *number))
                .map(|number| level(place, number))
                .collect(),
        };
        let there = |place: &usize| field(&field_of_criterion(*place, "weight")).is_some();
        RubricDraft {
            pass_points: read("pass_points".to_owned()),
            criteria: (0..MOST_CRITERIA).take_while(there).map(criterion).collect(),
        }
    }

    /// The rows as a button wants them. What a button names that is not there changes nothing.
    pub fn apply(&mut self, command: RubricCommand) {
        match command {
            RubricCommand::AddCriterion if self.criteria.len() < MOST_CRITERIA => {
                let levels = vec![LevelDraft::default(), LevelDraft::default()];
                self.criteria.push(CriterionDraft { levels, ..CriterionDraft::default() });
            }
            RubricCommand::RemoveCriterion(place) if place < self.criteria.len() => {
                self.criteria.remove(place);
            }
            RubricCommand::Raise(place) if place > 0 && place < self.criteria.len() => {
                self.criteria.swap(place - 1, place);
            }
            RubricCommand::AddLevel(place) => {
                let criterion = self.criteria.get_mut(place).filter(|one| one.levels.len() < MOST_LEVELS);
                if let Some(criterion) = criterion {
                    criterion.levels.push(LevelDraft::default());
                }
            }
            RubricCommand::RemoveLevel(place, level) => {
                let criterion = self.criteria.get_mut(place).filter(|one| level < one.levels.len());
                if let Some(criterion) = criterion {
                    criterion.levels.remove(level);
                }
            }
            RubricCommand::AddCriterion | RubricCommand::RemoveCriterion(_) | RubricCommand::Raise(_) => {}
        }
    }

    /// The rubric, in all of these languages. Rows without a word are left out; new criteria get keys that no version had
    /// before.
    ///
    /// # Errors
    /// Every fault by its field.
    pub fn rubric(
        &self,
        languages: &[Language],
        known: &BTreeSet<String>,
        former: &Rubric,
    ) -> Result<Rubric, Vec<Fault>> {
        let mut reading = Reading { languages, known, taken: BTreeSet::new(), faults: Vec::new() };
        let filled = self.criteria.iter().enumerate().filter(|(_, one)| !one.is_nothing());
        let criteria: Vec<Criterion> = filled.map(|(place, one)| reading.criterion(place, one)).collect();
        let most = Criterion::most_of(&criteria);
        if criteria.is_empty() {
            reading.faults.push(Fault::new("criteria", "rubric-nothing"));
        }
        let pass_points = match self.pass_points.trim() {
            "" => former.pass_points.min(most),
            text => reading.number("pass_points", text, (1, most.max(1))),
        };
        if reading.faults.is_empty() { Ok(Rubric { pass_points, criteria }) } else { Err(reading.faults) }
    }
}

impl CriterionDraft {
    fn is_nothing(&self) -> bool {
        let silent = |texts: &Texts| texts.values().all(|text| text.trim().is_empty());
        silent(&self.title) && self.levels.iter().all(LevelDraft::is_nothing)
    }
}

impl LevelDraft {
    fn is_nothing(&self) -> bool {
        self.points.trim().is_empty() && self.text.values().all(|text| text.trim().is_empty())
    }
}

/// A draft that is being read.
struct Reading<'a> {
    languages: &'a [Language],
    known: &'a BTreeSet<String>,
    taken: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn criterion(&mut self, place: usize, typed: &CriterionDraft) -> Criterion {
        let key = self.key(place, &typed.key);
        let title = self.texts(&typed.title, LONGEST_TITLE, &|what| field_of_criterion(place, what), "title");
        let weight = match typed.weight.trim() {
            "" => 1,
            text => self.number(&field_of_criterion(place, "weight"), text, (1, Criterion::MOST_WEIGHT)),
        };
        let filled = typed.levels.iter().enumerate().filter(|(_, level)| !level.is_nothing());
        let mut levels: Vec<Level> = Vec::new();
        for (number, level) in filled {
            let field = field_of_level(place, number, "points");
            let points = match level.points.trim() {
                "" => self.fault(Fault::new(&field, "required")),
                text => self.number(&field, text, (0, MOST_POINTS)),
            };
            if levels.iter().any(|one| one.points == points) {
                self.faults.push(Fault::new(&field, "rubric-points-twice"));
            }
            let name = |what: &str| field_of_level(place, number, what);
            let text = self.texts(&level.text, LONGEST_LEVEL, &name, "text");
            levels.push(Level { points, text });
        }
        if levels.len() < 2 {
            let field = field_of_level(place, levels.len(), "points");
            self.faults.push(Fault::new(field, "rubric-few-levels"));
        }
        levels.sort_by_key(|level| level.points);
        Criterion { key, title, weight, levels }
    }

    /// The key of a criterion that is known, or a free one.
    fn key(&mut self, place: usize, typed: &str) -> String {
        let key = if typed.is_empty() {
            let free = |number: &u32| {
                let key = format!("criterion-{number}");
                !self.known.contains(&key) && !self.taken.contains(&key)
            };
            format!("criterion-{}", (1..=u32::MAX).find(free).unwrap_or_default())
        } else {
            typed.to_owned()
        };
        let strange = !typed.is_empty() && !self.known.contains(typed);
        if strange || !self.taken.insert(key.clone()) {
            self.faults.push(Fault::new(field_of_criterion(place, "key"), "unknown"));
        }
        key
    }

    fn texts(
        &mut self,
        typed: &Texts,
        longest: usize,
        field: &dyn Fn(&str) -> String,
        what: &str,
    ) -> Localised {
        let mut localised = Localised::default();
        for language in self.languages {
            let text = tidy(typed.get(language).map_or("", String::as_str));
            let field = field(&format!("{what}.{}", language.tag()));
            if text.is_empty() {
                self.faults.push(Fault::new(&field, "required"));
            }
            if text.chars().count() > longest {
                self.faults.push(Fault::new(&field, "too-long").with("limit", longest));
            }
            localised.put(*language, text);
        }
        localised
    }

    fn number(&mut self, field: &str, text: &str, (low, high): (u32, u32)) -> u32 {
        match text.trim().parse::<u32>() {
            Ok(number) if (low..=high).contains(&number) => number,
            Ok(_) => self.fault(Fault::new(field, "out-of-range").with("low", low).with("high", high)),
            Err(_) => self.fault(Fault::new(field, "not-a-number")),
        }
    }

    fn fault(&mut self, fault: Fault) -> u32 {
        self.faults.push(fault);
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RU: &[Language] = &[Language::Ru];

    fn row(key: &str, title: &str, weight: &str, levels: &[(&str, &str)]) -> CriterionDraft {
        let text = |text: &str| Texts::from([(Language::Ru, text.to_owned())]);
        let level =
            |(points, words): &(&str, &str)| LevelDraft { points: (*points).into(), text: text(words) };
        CriterionDraft {
            key: key.into(),
            title: text(title),
            weight: weight.into(),
            levels: levels.iter().map(level).collect(),
        }
    }

    fn former() -> Rubric {
        Rubric { pass_points: 9, criteria: Vec::new() }
    }

    fn read(pass: &str, criteria: Vec<CriterionDraft>) -> Result<Rubric, Vec<(String, String)>> {
        let known = BTreeSet::from(["grasp".to_owned(), "criterion-1".to_owned()]);
        let draft = RubricDraft { pass_points: pass.into(), criteria };
        let faults = |faults: Vec<Fault>| faults.into_iter().map(|one| (one.field, one.code)).collect();
        draft.rubric(RU, &known, &former()).map_err(faults)
    }

    const LEVELS: [(&str, &str); 2] = [("4", "всё"), ("0", "ничего")];

    #[test]
    fn rows_without_a_word_fall_out_and_levels_ascend() {
        let blank = row("", " ", "1", &[("", ""), ("", " ")]);
        let rubric = read("3", vec![row("grasp", "Понимание", "2", &LEVELS), blank]).unwrap();
        assert_eq!((rubric.criteria.len(), rubric.most_points(), rubric.pass_points), (1, 8, 3));
        assert_eq!(rubric.criteria[0].levels[0].points, 0, "from the lowest to the highest");
    }

    #[test]
    fn a_new_criterion_gets_a_key_that_no_version_had() {
        let rubric = read("1", vec![row("", "Тон", "", &LEVELS), row("", "Срок", "1", &LEVELS)]).unwrap();
        let keys: Vec<&str> = rubric.criteria.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["criterion-2", "criterion-3"]);
    }

    #[test]
    fn everything_that_is_wrong_is_named_by_its_field() {
        let faulty = row("strange", "", "11", &[("4", "всё"), ("4", ""), ("x", "мало")]);
        let faults = read("99", vec![faulty, row("grasp", "Тон", "1", &[("1", "да")])]).unwrap_err();
        let expected = [
            ("criteria.0.key", "unknown"),
            ("criteria.0.title.ru", "required"),
            ("criteria.0.weight", "out-of-range"),
            ("criteria.0.levels.1.points", "rubric-points-twice"),
            ("criteria.0.levels.1.text.ru", "required"),
            ("criteria.0.levels.2.points", "not-a-number"),
            ("criteria.1.levels.1.points", "rubric-few-levels"),
            ("pass_points", "out-of-range"),
        ];
        let expected = expected.map(|(field, code)| (field.to_owned(), code.to_owned()));
        assert_eq!(faults, expected);
        let nothing = read("1", Vec::new()).unwrap_err();
        assert_eq!(nothing, [("criteria".to_owned(), "rubric-nothing".to_owned())]);
    }

    #[test]
    fn where_the_edition_decides_the_own_mark_stays_reachable() {
        assert_eq!(read("", vec![row("grasp", "Тон", "1", &LEVELS)]).unwrap().pass_points, 4);
    }

    #[test]
    fn buttons_change_rows_and_nothing_else() {
        let mut draft = RubricDraft {
            pass_points: "3".into(),
            criteria: vec![row("a", "Раз", "1", &LEVELS), row("b", "Два", "1", &LEVELS)],
        };
        for button in ["raise.1", "add-level.0", "remove-level.1.0", "add", "raise.0", "remove.9", "no"] {
            if let Some(command) = RubricCommand::parse(button) {
                draft.apply(command);
            }
        }
        let keys: Vec<&str> = draft.criteria.iter().map(|one| one.key.as_str()).collect();
        let levels: Vec<usize> = draft.criteria.iter().map(|one| one.levels.len()).collect();
        assert_eq!((keys, levels), (vec!["b", "a", ""], vec![3, 1, 2]));
    }

    proptest! {
        #[test]
        fn what_is_read_comes_back_as_it_was(weights in prop::collection::vec(1..=10u32, 1..6)) {
            let rows = weights.iter().map(|weight| row("", "Тон", &weight.to_string(), &LEVELS)).collect();
            let rubric = read("1", rows).unwrap();
            let known: BTreeSet<String> = rubric.criteria.iter().map(|one| one.key.clone()).collect();
            let again = RubricDraft::of(&rubric, RU).rubric(RU, &known, &former()).unwrap();
            prop_assert_eq!(&again, &rubric);
            prop_assert_eq!(rubric.most_points(), weights.iter().map(|weight| weight * 4).sum::<u32>());
        }
    }
}
