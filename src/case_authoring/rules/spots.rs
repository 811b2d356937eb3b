//! Where in the form a finding of the checker belongs.

use super::front;
use super::outline::{Outline, Section, Sort};
use super::step::Step;
use crate::programmes::rules::{Code, Finding};

/// A place in the form of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The section, from 0; `None` for the settings above all of them.
    pub section: Option<usize>,
    /// The field there; empty for the section as a whole.
    pub field: String,
}

/// Where a finding in the text of this outline belongs.
pub fn spot(outline: &Outline, finding: &Finding) -> Spot {
    let Some(place) = outline.at(finding.line).filter(|_| finding.code != Code::SectionMissing) else {
        let line = usize::try_from(finding.line).unwrap_or_default().saturating_sub(1);
        let key = outline.head.lines().nth(line).map(front::key_of).unwrap_or_default();
        let named = finding.detail.split([' ', ':', '=']).next().unwrap_or_default();
        let field = if FRONT.contains(&key) { key } else { named };
        let field = if FRONT.contains(&field) { field } else { "" };
        return Spot { section: None, field: field.to_owned() };
    };
    let first = outline.lines().get(place).copied().unwrap_or_default();
    let inside = usize::try_from(finding.line.saturating_sub(first)).unwrap_or_default();
    let section = outline.sections.get(place);
    let field = section.map(|section| field(section, finding, inside)).unwrap_or_default();
    Spot { section: Some(place), field }
}

const FRONT: [&str; 10] = [
    "pass_points",
    "submissions",
    "accepts",
    "max_files",
    "due_days",
    "replay",
    "self_assessment",
    "team",
    "team_least",
    "team_most",
];

fn field(section: &Section, finding: &Finding, inside: usize) -> String {
    match section.sort() {
        Sort::Step(_) => Step::of(section).map(|step| step_field(&step, finding)).unwrap_or_default(),
        Sort::Criteria => {
            // The table begins behind the empty lines under the heading, with its head and its rule.
            let blank = section.body.lines().take_while(|line| line.trim().is_empty()).count();
            inside.checked_sub(blank + 3).map(|row| format!("row-{row}")).unwrap_or_default()
        }
        Sort::End(_) | Sort::Plain(_) if finding.code == Code::TextEmpty => "text".to_owned(),
        Sort::End(_) | Sort::Plain(_) => String::new(),
    }
}

fn step_field(step: &Step, finding: &Finding) -> String {
    let choice = |found: &dyn Fn(&super::Choice) -> bool, rest: &str| {
        step.choices.iter().position(found).map(|place| format!("choice-{place}-{rest}"))
    };
    let leads = finding.detail.rsplit(' ').next().unwrap_or_default();
    match finding.code {
        Code::StageUnknown | Code::StageLoop => {
            let by_choice = choice(&|one| one.next == leads, "next");
            let by_words = (step.in_words && step.words_next == leads).then(|| "words_next".to_owned());
            by_choice.or(by_words).unwrap_or_else(|| "timeout_next".to_owned())
        }
        Code::ChoiceTarget => {
            choice(&|one| one.next.is_empty(), "next").unwrap_or_else(|| "words_next".to_owned())
        }
        Code::ValueRange => "minutes".to_owned(),
        Code::TimeoutTarget => "timeout_next".to_owned(),
        Code::ChoicesTooFew | Code::StageDecision => "choices".to_owned(),
        Code::TextEmpty if finding.detail == "question" => "question".to_owned(),
        Code::TextEmpty => {
            let by_choice = choice(&|one| one.key == finding.detail && one.words.is_empty(), "words");
            by_choice.unwrap_or_else(|| if step.facts.is_empty() { "facts" } else { "title" }.to_owned())
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "+++\npass_points = 90\n+++\n\n## {stage a} А\n\nФакты\n\n### {question} Что?\n\n- {x -> b} Да\n- {y -> gone} Нет\n\n## {criteria} Критерии\n\n| К | 0 | 1 |\n|---|---|---|\n| {one} Один | а |  |\n";

    fn at(line: u32, code: Code, detail: &str) -> Spot {
        spot(&Outline::of(TEXT), &Finding { file: String::new(), line, code, detail: detail.into() })
    }

    #[test]
    fn findings_are_led_to_their_fields() {
        let here = |section, field: &str| Spot { section, field: field.into() };
        assert_eq!(at(12, Code::StageUnknown, "a -> gone"), here(Some(0), "choice-1-next"));
        assert_eq!(at(5, Code::StageDeadEnd, "a"), here(Some(0), ""));
        assert_eq!(at(18, Code::RubricLevels, "one"), here(Some(1), "row-0"));
        assert_eq!(
            at(2, Code::PassTooHigh, "pass_points = 90, the criteria give 1"),
            here(None, "pass_points")
        );
        assert_eq!(at(4, Code::SectionMissing, "task"), here(None, ""));
    }
}
