//! The map of a case while it is written: everything that leads somewhere, whatever else is wrong.

use super::outline::{Outline, Section, Sort};
use super::step::Step;
use crate::kernel::{Language, Minutes};
use crate::programmes::rules::{
    Branch, CaseDefinition, Clock, Decision, EndText, PlanText, Stage, StagePlan, StageText,
};
use std::collections::{BTreeMap, BTreeSet};

/// The steps as far as they can be read, and their words: sanitised ones where the checker could read the case, else
/// the titles alone. `None` for a case without steps.
pub fn sketch(
    outline: &Outline,
    definition: Option<&CaseDefinition>,
    language: Language,
) -> Option<(StagePlan, PlanText)> {
    let steps: Vec<(Step, &Section)> = outline
        .sections
        .iter()
        .filter_map(|section| match section.sort() {
            Sort::Step(key) if !key.is_empty() => {
                let bare = || Step { key, title: section.title(), ..Step::default() };
                Some((Step::of(section).unwrap_or_else(bare), section))
            }
            _ => None,
        })
        .collect();
    let ends: Vec<&Section> =
        outline.sections.iter().filter(|section| matches!(section.sort(), Sort::End(_))).collect();
    if steps.is_empty() {
        return None;
    }
    let known: BTreeSet<String> = outline.targets().into_iter().map(|(key, _)| key).collect();
    let plan = StagePlan {
        replay: false,
        stages: steps.iter().map(|(step, _)| stage(step, &known)).collect(),
        ends: ends.iter().filter_map(|end| end_key(end)).collect(),
        criteria: BTreeMap::new(),
        texts: BTreeMap::new(),
    };
    let read = definition.and_then(|case| case.stages.as_ref()?.texts.get(&language));
    let words = read.cloned().unwrap_or_else(|| titles(&steps, &ends));
    Some((plan, words))
}

fn end_key(section: &Section) -> Option<String> {
    match section.sort() {
        Sort::End(key) if !key.is_empty() => Some(key),
        _ => None,
    }
}

/// A step with what leads to something that exists.
fn stage(step: &Step, known: &BTreeSet<String>) -> Stage {
    let decision = if step.in_words && known.contains(&step.words_next) {
        Decision::Text { next: step.words_next.clone() }
    } else {
        let leading = step.choices.iter().filter(|choice| known.contains(&choice.next));
        let branch = |choice: &super::Choice| Branch { key: choice.key.clone(), next: choice.next.clone() };
        Decision::Choice { branches: leading.map(branch).collect() }
    };
    let minutes = step.minutes.parse().ok().filter(|_| known.contains(&step.timeout_next));
    let clock = minutes.map(|minutes| Clock { minutes: Minutes(minutes), next: step.timeout_next.clone() });
    Stage { key: step.key.clone(), decision, clock }
}

fn titles(steps: &[(Step, &Section)], ends: &[&Section]) -> PlanText {
    let stage = |(step, _): &(Step, &Section)| {
        let text = StageText {
            title: step.title.clone(),
            facts_html: String::new(),
            question: step.question.clone(),
            detail_html: String::new(),
            choices: BTreeMap::new(),
        };
        (step.key.clone(), text)
    };
    let end = |section: &&Section| {
        Some((end_key(section)?, EndText { title: section.title(), closing_html: String::new() }))
    };
    PlanText { stages: steps.iter().map(stage).collect(), ends: ends.iter().filter_map(end).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_drawn_of_what_leads_somewhere() {
        let text = "## {stage a} А\nФ\n### {question} Что?\n- {x -> b} Да\n- {y -> gone} Нет\n## {stage b} Б\n## {end z} Я\n";
        let (plan, words) = sketch(&Outline::of(text), None, Language::Ru).unwrap();
        assert_eq!(plan.stages[0].targets(), ["b"]);
        assert!(plan.stages[1].targets().is_empty());
        assert_eq!((plan.ends.as_slice(), words.ends["z"].title.as_str()), (&["z".to_owned()][..], "Я"));
    }
}
