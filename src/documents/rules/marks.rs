//! What stands beside each module on an appendix: how its quizzes and cases went, and the topic of the final work. Pure.

use crate::kernel::{ActivityId, Language, Localised};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::rules::ActivityFact;
use serde::{Deserialize, Serialize};

/// How somebody has passed a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleMark {
    /// The mean of the best results of its quizzes and cases in whole percent, rounded down; nothing where none of them is
    /// marked.
    pub percent: Option<i32>,
}

impl ModuleMark {
    /// As papers write it.
    pub fn phrase(self, language: Language) -> String {
        let passed = match language {
            Language::Ru => "зачтено",
            Language::Kk => "сынақтан өтті",
            Language::En => "pass",
        };
        match self.percent {
            Some(percent) => format!("{passed} ({percent}\u{a0}%)"),
            None => passed.to_owned(),
        }
    }
}

fn is_work(fact: &ActivityFact) -> bool {
    fact.counts && matches!(fact.kind, ActivityKind::Quiz | ActivityKind::Case)
}

/// The mark of each module, in the order of the modules. A module has one when it has a quiz or a case that counts and all
/// of them are passed: a paper says of a module that it was passed, or nothing.
pub fn marks(works: &[Vec<ActivityId>], facts: &[ActivityFact]) -> Vec<Option<ModuleMark>> {
    let mark = |these: &Vec<ActivityId>| {
        let own = || facts.iter().filter(|fact| is_work(fact) && these.contains(&fact.id));
        if own().next().is_none() || own().any(|fact| !fact.completed) {
            return None;
        }
        let results: Vec<i32> = own().filter_map(|fact| fact.result).map(|result| result.0).collect();
        let count = i32::try_from(results.len()).ok().filter(|count| *count > 0);
        let percent = count.map(|count| results.iter().sum::<i32>().div_euclid(count).div_euclid(10));
        Some(ModuleMark { percent })
    };
    works.iter().map(mark).collect()
}

/// The topic of the final work: what the assessment sheet says or, where the course ends with a case that was passed, the
/// title of that case.
pub fn topic(typed: Option<&str>, facts: &[ActivityFact], language: Language) -> Option<Localised> {
    if let Some(typed) = typed {
        return Some(Localised::only(language, typed));
    }
    let last = facts.iter().rev().find(|fact| is_work(fact))?;
    (last.kind == ActivityKind::Case && last.completed).then(|| last.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Minutes, Permille};
    use crate::programmes::rules::words::{DeliveryMode, Nature};

    fn fact(id: i64, kind: ActivityKind, (completed, result): (bool, Option<i32>)) -> ActivityFact {
        ActivityFact {
            id: ActivityId(id),
            key: format!("a{id}"),
            title: Localised::only(Language::Ru, format!("Работа {id}")),
            kind,
            nature: Nature::Practice,
            mode: DeliveryMode::Distance,
            planned: Minutes(45),
            credited: Minutes(0),
            completed,
            result: result.map(Permille),
            counts: true,
            pass: None,
            after: Vec::new(),
            question: None,
        }
    }

    #[test]
    fn a_module_has_a_mark_when_all_its_works_are_passed() {
        let works = [1..=2, 3..=3, 4..=4, 5..=5].map(|ids| ids.map(ActivityId).collect::<Vec<_>>());
        let facts = [
            fact(1, ActivityKind::Quiz, (true, Some(875))),
            fact(2, ActivityKind::Case, (true, Some(900))),
            fact(3, ActivityKind::Quiz, (false, Some(990))),
            fact(4, ActivityKind::Case, (true, None)),
            fact(5, ActivityKind::Lesson, (true, None)),
        ];
        let found = marks(&works, &facts);
        let said: Vec<Option<String>> =
            found.iter().map(|one| one.map(|mark| mark.phrase(Language::Ru))).collect();
        assert_eq!(said, [Some("зачтено (88\u{a0}%)".into()), None, Some("зачтено".into()), None]);
        let diagnostic = ActivityFact { counts: false, ..fact(4, ActivityKind::Quiz, (true, Some(500))) };
        assert_eq!(marks(&works[2..3], &[diagnostic]), [None]);
    }

    #[test]
    fn the_topic_is_the_typed_one_before_the_final_case() {
        let (case, quiz) =
            (fact(1, ActivityKind::Case, (true, None)), fact(2, ActivityKind::Quiz, (true, None)));
        let said = |typed, facts: &[ActivityFact]| {
            let topic = topic(typed, facts, Language::Ru)?;
            Some(topic.for_reader(Language::Kk).to_owned())
        };
        assert_eq!(said(Some("Приют на сто мест"), &[]).as_deref(), Some("Приют на сто мест"));
        assert_eq!(said(None, &[quiz.clone(), case.clone()]).as_deref(), Some("Работа 1"));
        assert_eq!(said(None, &[case.clone(), quiz]), None);
        assert_eq!(said(None, &[ActivityFact { completed: false, ..case }]), None);
    }
}
