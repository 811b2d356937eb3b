//! What is typed becomes a question, and a question can be typed again.

use super::*;
use crate::kernel::Problem;
use crate::questions::rules::{Answer, Choice, ChoiceId, Gap, GapAnswer, QuestionText, Weight};
use std::collections::BTreeMap;

fn ru(text: &str) -> Texts {
    Texts { ru: text.to_owned(), ..Texts::default() }
}

fn both(ru: &str, kk: &str) -> Texts {
    Texts { ru: ru.to_owned(), kk: kk.to_owned(), ..Texts::default() }
}

fn choice(text: &str, right: bool) -> DraftChoice {
    DraftChoice { text: ru(text), right, ..DraftChoice::default() }
}

fn asked(kind: QuestionKind) -> Draft {
    Draft {
        points: "2".into(), prompt: ru("Что *делать*?"), explanation: ru("Так."), ..Draft::bare(kind)
    }
}

fn faults(draft: &Draft) -> Vec<(String, String)> {
    let problem: Problem = draft.question("q1", None).unwrap_err();
    problem.faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

fn of_choices() -> Vec<Draft> {
    let rows = vec![choice("Спросить", true), choice("Ждать", false), choice("Уйти", true)];
    let one = vec![choice("Спросить", true), choice("Ждать", false)];
    let worth = |text: &str, worth: &str, right| DraftChoice { worth: worth.into(), ..choice(text, right) };
    let mut statement = Draft::empty(QuestionKind::TrueFalse).choices;
    for choice in &mut statement {
        choice.text = ru(&choice.text.ru);
    }
    statement[1].right = true;
    let ordered = rows.iter().cloned().map(|row| DraftChoice { right: false, ..row }).collect();
    vec![
        Draft {
            choices: one, hints: vec![DraftHint { text: ru("Вспомните.") }], ..asked(QuestionKind::One)
        },
        Draft {
            choices: vec![worth("а", "100", true), worth("б", "33.33333", false)],
            ..asked(QuestionKind::One)
        },
        Draft { choices: rows, penalty: "10".into(), ..asked(QuestionKind::Many) },
        Draft {
            choices: vec![worth("а", "100", true), worth("б", "-50", false)],
            ..asked(QuestionKind::Many)
        },
        Draft { choices: statement, ..asked(QuestionKind::TrueFalse) },
        Draft { choices: ordered, ..asked(QuestionKind::Order) },
    ]
}

fn of_gaps() -> Draft {
    let gap = |number: &str, kind: &str| DraftGap {
        number: number.into(),
        kind: kind.into(),
        ..DraftGap::default()
    };
    let gaps = vec![
        DraftGap {
            options: ru("да\n50% почти\nнет"),
            feedback: ru("–\nБлизко.\nПочему?"),
            weight: "2".into(),
            ..gap("1", "choice")
        },
        DraftGap { accepted: "партнёр*\n50% друг".into(), case_matters: true, ..gap("2", "text") },
        DraftGap { accepted: "60 ± 2\n50% 70".into(), ..gap("3", "number") },
    ];
    Draft { detail: ru("Скажите [[1]], [[2]] и [[3]]."), gaps, ..asked(QuestionKind::Gaps) }
}

/// A question of every kind, as somebody would type it.
fn every_kind() -> Vec<Draft> {
    let number = |value: &str, worth: &str| DraftNumber {
        value: value.into(),
        tolerance: "0.5".into(),
        worth: worth.into(),
        feedback: ru("Да."),
    };
    let pair =
        |left: &str, right: &str| DraftPair { left: ru(left), right: ru(right), ..DraftPair::default() };
    let accepted = |pattern: &str, worth: &str| DraftAccepted {
        pattern: pattern.into(),
        worth: worth.into(),
        ..DraftAccepted::default()
    };
    let others = vec![
        Draft {
            numbers: vec![number("60", ""), number("80", "50")],
            unit: ru("ч"),
            units: vec![DraftUnit { symbol: "ч".into(), multiplier: "1".into() }],
            ..asked(QuestionKind::Number)
        },
        Draft {
            pairs: vec![
                pair("фонд", "помогает"),
                pair("центр", "принимает"),
                pair("друг", "помогает"),
                pair("", "лишнее"),
            ],
            left_heading: ru("Кто"),
            right_heading: ru("Что"),
            ..asked(QuestionKind::Match)
        },
        Draft {
            lowest: ru("нет"), highest: ru("да"), points: String::new(), ..asked(QuestionKind::Scale)
        },
        Draft {
            accepted: vec![accepted("партнёр*", ""), accepted("друг", "50")],
            ..asked(QuestionKind::Text)
        },
        of_gaps(),
        Draft {
            min_words: "50".into(),
            max_words: "200".into(),
            template: ru("Я начну"),
            marking_notes: ru("Есть ли *срок*."),
            said_right: ru("Спасибо."),
            ..asked(QuestionKind::Essay)
        },
    ];
    of_choices().into_iter().chain(others).collect()
}

#[test]
fn every_kind_can_be_typed_read_and_typed_again() {
    for mut draft in every_kind() {
        let question =
            draft.question("q1", None).unwrap_or_else(|problem| panic!("{:?}: {problem}", draft.kind));
        assert_eq!(question.kind, question.answer.kind());
        draft.number_by(&question);
        let again = Draft::of(&question);
        assert_eq!(again, draft, "{:?}", draft.kind);
        assert_eq!(again.question("q1", Some(&question)).unwrap(), question, "{:?}", draft.kind);
        let stored = serde_json::to_value(&draft).unwrap();
        assert_eq!(serde_json::from_value::<Draft>(stored).unwrap(), draft);
    }
}

#[test]
fn what_a_form_sends_is_what_was_typed() {
    let draft = every_kind().remove(0);
    let fields: BTreeMap<&str, &str> = [
        ("points", "2"),
        ("prompt-ru", " Что *делать*?\r\n"),
        ("explanation-ru", "Так."),
        ("choices-0", ""),
        ("choices-0-text-ru", "Спросить"),
        ("right", "choices-0"),
        ("choices-1", ""),
        ("choices-1-text-ru", "Ждать"),
        ("hints-0", ""),
        ("hints-0-text-ru", "Вспомните."),
    ]
    .into();
    let typed = Draft::typed(QuestionKind::One, &|name| fields.get(name).map(|text| (*text).to_owned()));
    assert_eq!(typed, draft);
}

#[test]
fn choices_keep_their_numbers_when_they_are_moved_changed_and_joined_by_others() {
    let mut draft = every_kind().remove(2);
    let first = draft.question("q1", None).unwrap();
    draft.number_by(&first);
    let ids = |question: &Question| -> BTreeMap<String, ChoiceId> {
        let text = question.texts.values().next().unwrap();
        text.choices.iter().map(|choice: &Choice| (choice.html.clone(), choice.id)).collect()
    };
    draft.choices.swap(0, 2);
    draft.choices[1].text = ru("Ждать молча");
    draft.choices.push(choice("Позвонить", false));
    let second = draft.question("q1", Some(&first)).unwrap();
    let (before, after) = (ids(&first), ids(&second));
    assert_eq!((before["Спросить"], before["Уйти"]), (after["Спросить"], after["Уйти"]));
    assert_eq!(before["Ждать"], after["Ждать молча"]);
    assert!(!before.values().any(|id| *id == after["Позвонить"]));
    assert_eq!(second.answer, Answer::Many([after["Спросить"], after["Уйти"]].into()));
}

#[test]
fn a_text_that_nobody_touched_stays_to_the_letter() {
    let html = "<p>От  автора\nфайла, <em>с переносом</em></p>";
    let mut question = every_kind().remove(0).question("q1", None).unwrap();
    question.texts.get_mut(&Language::Ru).unwrap().explanation_html = html.to_owned();
    let mut draft = Draft::of(&question);
    draft.prompt = ru("Другой вопрос?");
    let next = draft.question("q1", Some(&question)).unwrap();
    let text = |question: &Question| -> QuestionText { question.texts[&Language::Ru].clone() };
    assert_eq!(text(&next).explanation_html, html);
    assert_eq!(text(&next).prompt_html, "Другой вопрос?");
}

#[test]
fn every_fault_names_its_field() {
    let empty = |kind| faults(&Draft::empty(kind));
    assert!(empty(QuestionKind::One).contains(&("prompt-ru".into(), "required".into())));
    let one =
        Draft { choices: vec![choice("да", false), choice("да", false)], ..asked(QuestionKind::One) };
    assert_eq!(
        faults(&one),
        named(&[("choices-1-text-ru", "choice-repeated"), ("choices", "right-missing")])
    );
    let few = Draft { choices: vec![choice("", true)], ..asked(QuestionKind::Many) };
    assert_eq!(faults(&few), named(&[("choices", "choices-too-few"), ("choices-0-text-ru", "required")]));
    let number = DraftNumber {
        value: "много".into(),
        tolerance: "-1".into(),
        worth: "200".into(),
        ..DraftNumber::default()
    };
    assert_eq!(
        faults(&Draft {
            numbers: vec![number],
            points: "x".into(),
            penalty: "-1".into(),
            ..asked(QuestionKind::Number)
        }),
        named(&[
            ("numbers-0-value", "decimal-malformed"),
            ("numbers-0-tolerance", "tolerance-negative"),
            ("numbers-0-worth", "share-malformed"),
            ("points", "out-of-range"),
            ("penalty", "share-malformed"),
        ])
    );
    let essay = Draft { min_words: "9".into(), max_words: "3".into(), ..asked(QuestionKind::Essay) };
    assert_eq!(faults(&essay), named(&[("max_words", "words-crossed")]));
    let html = Draft { explanation: ru("<b>жирно</b>"), ..every_kind().remove(0) };
    assert_eq!(faults(&html), named(&[("explanation-ru", "markup-html")]));
    let long = Draft { prompt: ru(&"я".repeat(2001)), ..every_kind().remove(0) };
    assert_eq!(faults(&long), named(&[("prompt-ru", "too-long")]));
}

#[test]
fn gaps_and_the_text_belong_together() {
    let gap = |number: &str| DraftGap {
        number: number.into(),
        kind: "text".into(),
        accepted: "да".into(),
        ..DraftGap::default()
    };
    let text = |text: &str, gaps: Vec<DraftGap>| {
        faults(&Draft { detail: ru(text), gaps, ..asked(QuestionKind::Gaps) })
    };
    assert_eq!(text("нет", Vec::new()), named(&[("detail-ru", "gaps-missing")]));
    assert_eq!(
        text("тут [[2]]", vec![gap("1")]),
        named(&[("detail-ru", "gap-not-in-text"), ("detail-ru", "gap-unknown")])
    );
    assert_eq!(text("тут [[1]]", vec![gap("1"), gap("1")]), named(&[("gaps-1-number", "gap-number")]));
    let number = DraftGap { kind: "number".into(), accepted: "пять".into(), ..gap("1") };
    assert_eq!(text("тут [[1]]", vec![number]), named(&[("gaps-0-accepted", "gap-number-line")]));
    let part = DraftGap { accepted: "50% да".into(), ..gap("1") };
    assert_eq!(text("тут [[1]]", vec![part]), named(&[("gaps-0-accepted", "nothing-whole")]));
}

#[test]
fn every_language_that_is_begun_needs_everything_and_shares_its_answers() {
    let mut draft = every_kind().remove(0);
    draft.hints.clear();
    draft.choices[0].text.kk = "Сұрау".into();
    assert_eq!(faults(&draft), named(&[("prompt-kk", "required"), ("choices-1-text-kk", "required")]));
    draft.prompt = both("Что делать?", "Не істеу керек?");
    draft.choices[1].text.kk = "Күту".into();
    assert_eq!(draft.unready().first().map(|fault| fault.field.clone()).as_deref(), Some("explanation-kk"));
    let question = draft.question("q1", None).unwrap();
    let ids = |language| question.texts[&language].choices.iter().map(|choice| choice.id).collect::<Vec<_>>();
    assert_eq!(ids(Language::Ru), ids(Language::Kk));
    assert_eq!(Draft::of(&question).choices[0].text, both("Спросить", "Сұрау"));
}

#[test]
fn gap_choices_of_two_languages_stand_under_the_same_numbers() {
    let gap = DraftGap {
        number: "1".into(),
        kind: "choice".into(),
        options: both("да\nнет", "иә\nжоқ"),
        ..DraftGap::default()
    };
    let mut draft = Draft { detail: both("[[1]]", "[[1]]"), gaps: vec![gap], ..asked(QuestionKind::Gaps) };
    draft.prompt.kk = "Не істеу керек?".into();
    let question = draft.question("q1", None).unwrap();
    let Answer::Gaps(gaps) = &question.answer else { panic!("{:?}", question.answer) };
    let Some(Gap { right: GapAnswer::Choice(worths), .. }) = gaps.get(&ChoiceId(1)) else {
        panic!("{gaps:?}")
    };
    let (right, worth) = worths.iter().next().unwrap();
    assert_eq!(*worth, Weight::WHOLE);
    let said = |language| {
        let choices = &question.texts[&language].gaps[&ChoiceId(1)];
        choices.iter().find(|choice| choice.id == *right).unwrap().html.clone()
    };
    assert_eq!((said(Language::Ru), said(Language::Kk)), ("да".into(), "иә".into()));
    draft.gaps[0].options.kk = "иә".into();
    assert_eq!(faults(&draft), named(&[("gaps-0-options-kk", "gap-lines")]));
}
