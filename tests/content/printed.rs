//! A quiz printed from a random definition and read again is the same quiz.

use super::*;
use birge::questions::rules::{self, Choice, ChoiceId, GapAnswer, QuestionText, Weight};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq)]
enum Meant {
    Choices { many: bool, choices: Vec<(String, bool)> },
    TrueFalse(bool),
    Number { thousandths: i64, tolerance: i64, unit: Option<String> },
    Order(Vec<String>),
    Match(Vec<(String, String)>),
    Scale(String, String),
    Weighed { many: bool, choices: Vec<(String, i32, String)> },
    Text { case: bool, accepted: Vec<(String, i32, String)> },
    Numbers { unit: Option<String>, accepted: Vec<(i64, i32, String)> },
    Gaps(Vec<Gap>),
    Essay { least: Option<u32>, most: Option<u32>, template: String, marking: String },
}

#[derive(Debug, Clone, PartialEq)]
enum Gap {
    Chosen { weight: u32, choices: Vec<(String, i32, String)> },
    Typed { weight: u32, case: bool, accepted: Vec<(String, i32)> },
    Number { weight: u32, accepted: Vec<(i64, i32)> },
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

/// Percent of which the first is all of it, the others are less.
fn percents(count: usize) -> impl Strategy<Value = Vec<i32>> {
    proptest::collection::vec(prop_oneof![Just(0), -99..=99i32], count - 1)
        .prop_map(|rest| std::iter::once(100).chain(rest).collect())
}

fn remark() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), word()]
}

/// Texts of which none is the beginning of another, each with percent and perhaps a remark.
fn weighed(from: usize, to: usize) -> impl Strategy<Value = Vec<(String, i32, String)>> {
    distinct(from, to).prop_flat_map(|texts| {
        let (percents, remarks) = (percents(texts.len()), proptest::collection::vec(remark(), texts.len()));
        (Just(texts), percents, remarks).prop_map(|(texts, percents, remarks)| {
            texts
                .into_iter()
                .zip(percents)
                .zip(remarks)
                .map(|((text, percent), said)| (text, percent, said))
                .collect()
        })
    })
}

/// Accepted texts: a star at the end of some, no two of which take each other's.
fn accepted() -> impl Strategy<Value = Vec<(String, i32, String)>> {
    (weighed(1, 4), any::<u8>()).prop_map(|(texts, stars)| {
        let star = |(place, (text, percent, said)): (usize, (String, i32, String))| {
            let star = if stars >> place & 1 == 1 { "*" } else { "" };
            (format!("{}{text}{star}", ["о", "и", "ы", "э"][place]), percent, said)
        };
        texts.into_iter().enumerate().map(star).collect()
    })
}

fn numbers() -> impl Strategy<Value = Vec<(i64, i32, String)>> {
    proptest::collection::btree_set(-999i64..999, 1..4).prop_flat_map(|values| {
        let (percents, remarks) = (percents(values.len()), proptest::collection::vec(remark(), values.len()));
        (Just(values), percents, remarks).prop_map(|(values, percents, remarks)| {
            values
                .into_iter()
                .zip(percents)
                .zip(remarks)
                .map(|((value, percent), said)| (value, percent, said))
                .collect()
        })
    })
}

fn gap() -> impl Strategy<Value = Gap> {
    let silent =
        |all: Vec<(String, i32, String)>| all.into_iter().map(|(text, percent, _)| (text, percent)).collect();
    prop_oneof![
        (1..4u32, weighed(2, 5)).prop_map(|(weight, choices)| Gap::Chosen { weight, choices }),
        (1..4u32, any::<bool>(), accepted()).prop_map(move |(weight, case, all)| Gap::Typed {
            weight,
            case,
            accepted: silent(all)
        }),
        (1..4u32, numbers()).prop_map(|(weight, all)| Gap::Number {
            weight,
            accepted: all.into_iter().map(|(value, percent, _)| (value, percent)).collect(),
        }),
    ]
}

fn newer() -> impl Strategy<Value = Meant> {
    let limits = (proptest::option::of(1..50u32), proptest::option::of(50..99u32));
    let lines = proptest::collection::vec(word(), 0..3).prop_map(|lines| lines.join("\n"));
    prop_oneof![
        (any::<bool>(), weighed(2, 6)).prop_filter_map("some worth in percent", |(many, choices)| {
            let partly = choices.iter().any(|(_, percent, _)| ![0, 100].contains(percent));
            partly.then_some(Meant::Weighed { many, choices })
        }),
        (any::<bool>(), accepted()).prop_map(|(case, accepted)| Meant::Text { case, accepted }),
        (proptest::option::of("[а-я]{1,5}"), numbers())
            .prop_map(|(unit, accepted)| Meant::Numbers { unit, accepted }),
        proptest::collection::vec(gap(), 1..5).prop_map(Meant::Gaps),
        (limits, lines, remark()).prop_map(|((least, most), template, marking)| {
            Meant::Essay { least, most, template, marking }
        }),
    ]
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
        newer(),
        newer(),
    ]
}

fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{},{:03}", thousandths.abs() / 1000, thousandths.abs() % 1000)
}

/// A list with boxes and remarks, as far to the right as `margin` says.
fn boxes<T: std::fmt::Display>(items: &[(T, i32, String)], margin: &str) -> String {
    let item = |(text, percent, said): &(T, i32, String)| {
        let mark = match percent {
            0 => " ".to_owned(),
            100 => "x".to_owned(),
            percent => format!("{percent}%"),
        };
        let said = if said.is_empty() { String::new() } else { format!("{margin}  > {said}\n") };
        format!("{margin}- [{mark}] {text}\n{said}")
    };
    items.iter().map(item).collect()
}

fn printed_gap(gap: &Gap) -> String {
    let silent = |text: &String, percent: &i32| (text.clone(), *percent, String::new());
    match gap {
        Gap::Chosen { weight, choices } => format!("{{weight={weight}}}\n{}", boxes(choices, "    ")),
        Gap::Typed { weight, case, accepted } => {
            let items: Vec<_> = accepted.iter().map(|(text, percent)| silent(text, percent)).collect();
            let case = if *case { " case" } else { "" };
            format!("{{text{case} weight={weight}}}\n{}", boxes(&items, "    "))
        }
        Gap::Number { weight, accepted } => {
            let items: Vec<_> =
                accepted.iter().map(|(value, percent)| silent(&value.to_string(), percent)).collect();
            format!("{{number weight={weight}}}\n{}", boxes(&items, "    "))
        }
    }
}

/// The words in the braces and the answer of the newer kinds.
fn printed_newer(meant: &Meant) -> (String, String) {
    let limit = |limit: &Option<u32>| limit.map(|words| words.to_string()).unwrap_or_default();
    match meant {
        Meant::Weighed { many, choices } => {
            ((if *many { "many" } else { "" }).to_owned(), boxes(choices, ""))
        }
        Meant::Text { case, accepted } => {
            ((if *case { "text case" } else { "text" }).to_owned(), boxes(accepted, ""))
        }
        Meant::Numbers { unit, accepted } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let items: Vec<_> = (0..)
                .zip(accepted)
                .map(|(at, (value, percent, said))| {
                    (
                        if at == 0 { format!("{value}{unit}") } else { value.to_string() },
                        *percent,
                        said.clone(),
                    )
                })
                .collect();
            ("number".to_owned(), boxes(&items, ""))
        }
        Meant::Gaps(gaps) => {
            let marks: String = (1..=gaps.len()).rev().map(|at| format!("слово [[{at}]] ")).collect();
            let items: String =
                (1..).zip(gaps).map(|(at, gap)| format!("{at}. {}", printed_gap(gap))).collect();
            ("gaps".to_owned(), format!("{marks}\n\n{items}"))
        }
        Meant::Essay { least, most, template, marking } => {
            let words = match (least, most) {
                (None, None) => String::new(),
                _ => format!(" words={}-{}", limit(least), limit(most)),
            };
            let template =
                if template.is_empty() { String::new() } else { format!("```template\n{template}\n```\n\n") };
            let marking =
                if marking.is_empty() { String::new() } else { format!("> {{marking}} {marking}\n") };
            (format!("essay{words}"), format!("{template}{marking}"))
        }
        other => panic!("printed elsewhere: {other:?}"),
    }
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
            newer => {
                let (words, answer) = printed_newer(newer);
                (format!("{words} points={points}"), answer)
            }
        };
        text.push_str(&format!("\n## {{q{place} {words}}} {prompt}\n\n{answer}\n> because {place}\n"));
    }
    text
}

fn percent(weight: Weight) -> i32 {
    weight.0 / 100_000
}

fn plain(html: &str) -> String {
    html.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

fn said(remarks: &BTreeMap<u16, String>, at: u16) -> String {
    remarks.get(&at).map(|html| plain(html)).unwrap_or_default()
}

fn weighed_back(
    choices: &[Choice],
    worths: &BTreeMap<ChoiceId, Weight>,
    text: &QuestionText,
) -> Vec<(String, i32, String)> {
    let remark = |id| text.choice_feedback.get(&id).map(|html| plain(html)).unwrap_or_default();
    let worth = |id| worths.get(&id).copied().unwrap_or_default();
    choices.iter().map(|one| (one.html.clone(), percent(worth(one.id)), remark(one.id))).collect()
}

fn gap_back(id: ChoiceId, gap: &rules::Gap, text: &QuestionText) -> Gap {
    let weight = gap.weight;
    match &gap.right {
        GapAnswer::Choice(worths) => {
            Gap::Chosen { weight, choices: weighed_back(&text.gaps[&id], worths, text) }
        }
        GapAnswer::Text(texts) => Gap::Typed {
            weight,
            case: texts.case_matters,
            accepted: texts.accepted.iter().map(|one| (one.pattern.clone(), percent(one.weight))).collect(),
        },
        GapAnswer::Number(numbers) => Gap::Number {
            weight,
            accepted: numbers.iter().map(|one| (one.value.0 / 1_000_000, percent(one.weight))).collect(),
        },
    }
}

/// What a question that was read means, in the words it was printed from; a number may be printed in two ways.
fn read_back(question: &Question, listed: bool) -> Meant {
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
        Answer::OneWeighted(worths) => {
            Meant::Weighed { many: false, choices: weighed_back(&text.choices, worths, text) }
        }
        Answer::ManyWeighted(worths) => {
            Meant::Weighed { many: true, choices: weighed_back(&text.choices, worths, text) }
        }
        Answer::Text(texts) => Meant::Text {
            case: texts.case_matters,
            accepted: (0..)
                .zip(&texts.accepted)
                .map(|(at, one)| {
                    (one.pattern.clone(), percent(one.weight), said(&text.accepted_feedback, at))
                })
                .collect(),
        },
        Answer::Gaps(gaps) => {
            let back = |(id, gap): (&ChoiceId, &rules::Gap)| gap_back(*id, gap, text);
            Meant::Gaps(gaps.iter().map(back).collect())
        }
        Answer::Essay { min_words, max_words } => Meant::Essay {
            least: *min_words,
            most: *max_words,
            template: text.template.clone(),
            marking: plain(&text.marking_notes_html),
        },
        Answer::Number { value, also, .. } if listed => {
            let right = (value.0 / 1_000_000, 100, said(&text.accepted_feedback, 0));
            let also = (1..).zip(also).map(|(at, one)| {
                (one.value.0 / 1_000_000, percent(one.weight), said(&text.accepted_feedback, at))
            });
            Meant::Numbers { unit: text.unit.clone(), accepted: std::iter::once(right).chain(also).collect() }
        }
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
            prop_assert_eq!(&read_back(question, matches!(meant, Meant::Numbers { .. })), meant);
            let public = serde_json::to_string(&question.public(Language::Ru)).unwrap();
            prop_assert!(!public.contains("because"), "{}", public);
        }
    }

    #[test]
    fn no_text_whatever_makes_the_check_fail(text in "(\\PC|[#\\-|>{}\\[\\]=+x%*`1. \n]){0,120}") {
        for path in ["01-first/02-lesson.ru.md", "01-first/03-quiz.ru.quiz.md", "01-first/04-case.ru.case.md", "01-first/module.toml"] {
            Course::sample().with(path, &text).check();
            Course::sample().with(path, &format!("+++\n+++\n{text}")).check();
        }
    }
}
