//! What a new case begins with: every section that it needs, with nothing but its heading.

use super::outline::{Outline, Section};
use super::step::{Choice, Step};
use crate::kernel::Language;

/// The headings of a language.
struct Words {
    situation: &'static str,
    task: &'static str,
    hand_in: &'static str,
    criteria: &'static str,
    corner: &'static str,
    trainer: &'static str,
    debrief: &'static str,
    step: &'static str,
    end: &'static str,
}

const RU: Words = Words {
    situation: "Ситуация",
    task: "Задание",
    hand_in: "Что сдать",
    criteria: "Критерии",
    corner: "Критерий",
    trainer: "Заметки преподавателю",
    debrief: "Разбор",
    step: "Шаг",
    end: "Концовка",
};

const KK: Words = Words {
    situation: "Жағдай",
    task: "Тапсырма",
    hand_in: "Не тапсыру керек",
    criteria: "Критерийлер",
    corner: "Критерий",
    trainer: "Оқытушыға ескертпелер",
    debrief: "Талдау",
    step: "Қадам",
    end: "Соңы",
};

const EN: Words = Words {
    situation: "Situation",
    task: "Task",
    hand_in: "What to hand in",
    criteria: "Criteria",
    corner: "Criterion",
    trainer: "Notes for the trainer",
    debrief: "Debrief",
    step: "Step",
    end: "End",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::Ru => &RU,
        Language::Kk => &KK,
        Language::En => &EN,
    }
}

/// The text of a new case; with two steps and an end where it is to be a staged one.
pub fn text(language: Language, staged: bool) -> String {
    let words = words(language);
    let mut outline = Outline {
        head: "+++\npass_points = 3\nsubmissions = 2\naccepts = [\"text\"]\n+++\n\n".to_owned(),
        sections: vec![Section::new("situation", words.situation, "")],
    };
    if staged {
        outline.sections.push(step(language, "step-1", "step-2", 1));
        outline.sections.push(step(language, "step-2", "end-1", 2));
        outline.sections.push(end(language, "end-1"));
    }
    let table = format!(
        "| {} | 0 | 1 | 2 | 3 |\n|---|---|---|---|---|\n| {{criterion-1}} … |  |  |  |  |",
        words.corner
    );
    outline.sections.extend([
        Section::new("task", words.task, ""),
        Section::new("hand-in", words.hand_in, ""),
        Section::new("criteria", words.criteria, &table),
        Section::new("debrief", words.debrief, "…"),
        Section::new("trainer", words.trainer, "…"),
    ]);
    outline.text()
}

fn step(language: Language, key: &str, next: &str, number: usize) -> Section {
    let mut section = new_step(language, key, number);
    if let Some(mut step) = Step::of(&section) {
        for choice in &mut step.choices {
            choice.next = next.to_owned();
        }
        step.write(&mut section);
    }
    section
}

/// A new step with two choices that lead nowhere yet.
pub fn new_step(language: Language, key: &str, number: usize) -> Section {
    let mut section = Section::new(&format!("stage {key}"), "", "");
    let choice = |key: &str| Choice { key: key.to_owned(), ..Choice::default() };
    let step = Step {
        key: key.to_owned(),
        title: format!("{} {number}", words(language).step),
        choices: vec![choice("choice-1"), choice("choice-2")],
        ..Step::default()
    };
    step.write(&mut section);
    section
}

/// A new end.
pub fn end(language: Language, key: &str) -> Section {
    Section::new(&format!("end {key}"), words(language).end, "")
}

/// A section that a case may have besides those it must have.
pub fn plain(language: Language, key: &str) -> Option<Section> {
    let words = words(language);
    let title = match key {
        "situation" => words.situation,
        "task" => words.task,
        "hand-in" => words.hand_in,
        "criteria" => words.criteria,
        "trainer" => words.trainer,
        "debrief" => words.debrief,
        _ => return None,
    };
    Some(Section::new(key, title, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case_authoring::rules::{Rubric, Settings, Sort};

    #[test]
    fn every_part_of_a_new_case_has_a_form() {
        for language in Language::ALL {
            let outline = Outline::of(&text(language, true));
            assert!(Settings::of(&outline.head).is_some());
            for section in &outline.sections {
                match section.sort() {
                    Sort::Step(_) => assert!(Step::of(section).is_some(), "{}", section.body),
                    Sort::Criteria => assert!(Rubric::of(section).is_some(), "{}", section.body),
                    Sort::End(_) | Sort::Plain(_) => {}
                }
            }
            assert_eq!(outline.targets().len(), 3);
        }
    }
}
