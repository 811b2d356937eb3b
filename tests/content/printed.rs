//! A quiz printed from a random definition and read again is the same quiz.

use super::*;
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq)]
enum Meant {
    Choices { many: bool, choices: Vec<(String, bool)> },
    TrueFalse(bool),
    Number { thousandths: i64, tolerance: i64, unit: Option<String> },
    Order(Vec<String>),
    Match(Vec<(String, String)>),
    Scale(String, String),
}

fn word() -> impl Strategy<Value = String> {
    "[а-яәқңғ]{1,9}( [a-zа-яё]{2,7}){0,3}"
}

fn distinct(from: usize, to: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set(word(), from..to).prop_map(Vec::from_iter).prop_shuffle()
}

fn choices() -> impl Strategy<Value = Meant> {
    (distinct(2, 6), any::<u8>()).prop_map(|(texts, marks)| {
        let mut choices: Vec<_> =
            texts.into_iter().enumerate().map(|(at, text)| (text, marks >> at & 1 == 1)).collect();
        if choices.iter().all(|(_, right)| !right) {
            choices[0].1 = true;
        }
        let many = choices.iter().filter(|(_, right)| *right).count() > 1;
        Meant::Choices { many, choices }
    })
}

fn meant() -> impl Strategy<Value = Meant> {
    let unit = proptest::option::of("[а-я]{1,5}");
    let number = (-9_999_999i64..9_999_999, 0i64..5000, unit)
        .prop_map(|(thousandths, tolerance, unit)| Meant::Number { thousandths, tolerance, unit });
    let pairs = (distinct(2, 6), distinct(6, 7))
        .prop_map(|(lefts, rights)| Meant::Match(lefts.into_iter().zip(rights).collect()));
    prop_oneof![
        choices(),
        any::<bool>().prop_map(Meant::TrueFalse),
        number,
        distinct(2, 6).prop_map(Meant::Order),
        pairs,
        (word(), word()).prop_map(|(low, high)| Meant::Scale(low, high)),
    ]
}

fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{},{:03}", thousandths.abs() / 1000, thousandths.abs() % 1000)
}

fn printed(questions: &[(String, u32, Meant)]) -> String {
    let mut text = "+++\ndiagnostic = true\n+++\n".to_owned();
    for (place, (prompt, points, meant)) in questions.iter().enumerate() {
        let (words, answer) = match meant {
            Meant::Choices { choices, .. } => {
                let line = |(text, right): &(String, bool)| {
                    format!("- [{}] {text}\n", if *right { 'x' } else { ' ' })
                };
                (format!("points={points}"), choices.iter().map(line).collect())
            }
            Meant::TrueFalse(truth) => {
                let (yes, no) = if *truth { ('x', ' ') } else { (' ', 'x') };
                (format!("true-false points={points}"), format!("- [{yes}] Верно\n- [{no}] Неверно\n"))
            }
            Meant::Number { thousandths, tolerance, unit } => {
                let unit = unit.as_deref().unwrap_or_default();
                (
                    format!("points={points}"),
                    format!("= {} ± {} {unit}\n", decimal(*thousandths), decimal(*tolerance)),
                )
            }
            Meant::Order(steps) => (
                format!("points={points}"),
                (1..).zip(steps).map(|(at, step)| format!("{at}. {step}\n")).collect(),
            ),
            Meant::Match(pairs) => {
                let rows: String =
                    pairs.iter().map(|(left, right)| format!("| {left} | {right} |\n")).collect();
                (format!("points={points}"), format!("| а | б |\n|---|---|\n{rows}"))
            }
            Meant::Scale(low, high) => ("scale".to_owned(), format!("1 – 5: {low} / {high}\n")),
        };
        text.push_str(&format!("\n## {{q{place} {words}}} {prompt}\n\n{answer}\n> because {place}\n"));
    }
    text
}

/// What a question that was read means, in the words it was printed from.
fn read_back(question: &Question) -> Meant {
    let text = &question.texts[&Language::Ru];
    let html = |id| {
        let all = text.choices.iter().chain(&text.rights);
        all.clone().find(|choice| choice.id == id).expect("a choice of the question").html.clone()
    };
    let marked = |right: &dyn Fn(birge::programmes::rules::ChoiceId) -> bool| {
        text.choices.iter().map(|choice| (choice.html.clone(), right(choice.id))).collect()
    };
    match &question.answer {
        Answer::One(id) => Meant::Choices { many: false, choices: marked(&|choice| choice == *id) },
        Answer::Many(ids) => Meant::Choices { many: true, choices: marked(&|choice| ids.contains(&choice)) },
        Answer::TrueFalse(truth) => Meant::TrueFalse(*truth),
        Answer::Number { value, tolerance, .. } => Meant::Number {
            thousandths: value.0 / 1000,
            tolerance: tolerance.0 / 1000,
            unit: text.unit.clone(),
        },
        Answer::Order(ids) => Meant::Order(ids.iter().map(|id| html(*id)).collect()),
        Answer::Match(pairs) => {
            let lefts = text.choices.iter().map(|left| (left.html.clone(), html(pairs[&left.id])));
            Meant::Match(lefts.collect())
        }
        Answer::Scale => {
            let labels = text.scale.clone().expect("a scale has labels");
            Meant::Scale(labels.lowest, labels.highest)
        }
        other => panic!("not printed: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_quiz_printed_and_read_is_the_same(
        questions in proptest::collection::vec((word(), 1u32..=9, meant()), 1..8),
    ) {
        let course = Course::sample().with("01-first/03-quiz.ru.quiz.md", &printed(&questions));
        let programme = course.programme();
        let read = quiz(&programme);
        prop_assert_eq!(read.len(), questions.len());
        for (question, (prompt, points, meant)) in read.iter().zip(&questions) {
            prop_assert_eq!(&question.texts[&Language::Ru].prompt_html, prompt);
            prop_assert_eq!(question.points, if matches!(meant, Meant::Scale(..)) { 0 } else { *points });
            prop_assert_eq!(&read_back(question), meant);
        }
    }

    #[test]
    fn no_text_whatever_makes_the_check_fail(text in "(\\PC|[#\\-|>{}\\[\\]=+x \n]){0,120}") {
        for path in ["01-first/02-lesson.ru.md", "01-first/03-quiz.ru.quiz.md", "01-first/04-case.ru.case.md", "01-first/module.toml"] {
            Course::sample().with(path, &text).check();
            Course::sample().with(path, &format!("+++\n+++\n{text}")).check();
        }
    }
}
