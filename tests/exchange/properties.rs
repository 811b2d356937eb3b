//! Export → import → export gives the same bytes, and no bytes bring a reader down.

use birge::kernel::Language;
use birge::questions::rules::exchange::export::{self, Exported, Written};
use birge::questions::rules::exchange::{self, Format};
use birge::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Gap, GapAnswer,
    OutcomeTexts, Question, QuestionText, Ratio, ScaleLabels, Unit, Weight,
};
use birge::render::markup::{clean_blocks, clean_inline};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Text with everything that any format takes for a sign.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яёәғқңөұүһіА-ЯӘҚ ]{1,12}",
        "[a-zA-Z0-9 ]{1,8}",
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("{1:SA:=x}".to_owned()),
        Just("=".to_owned()),
        Just("~".to_owned()),
        Just("#".to_owned()),
        Just("####".to_owned()),
        Just("::".to_owned()),
        Just("->".to_owned()),
        Just("%50%".to_owned()),
        Just("\\".to_owned()),
        Just("\\n".to_owned()),
        Just("//".to_owned()),
        Just("[html]".to_owned()),
        Just("]]>".to_owned()),
        Just("&amp;".to_owned()),
        Just("&".to_owned()),
        Just("<".to_owned()),
        Just("\n".to_owned()),
        Just("\t".to_owned()),
        Just("\u{a0}".to_owned()),
        Just("\u{b}".to_owned()),
        Just("«»—…".to_owned()),
        Just("*".to_owned()),
        Just("🙂".to_owned()),
        Just("\"'".to_owned()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| format!("т{}", pieces.concat()))
}

fn inline() -> impl Strategy<Value = String> {
    (nasty(), nasty(), 0..4).prop_map(|(one, two, how)| {
        clean_inline(&match how {
            0 => format!("<strong>{one}</strong> {two}"),
            1 => format!("{one}<br><code>{two}</code>"),
            2 => format!("{one} <a href=\"https://example.org/?a=1&b={{2}}#c\">x</a>"),
            _ => one,
        })
    })
}

fn blocks() -> impl Strategy<Value = String> {
    (inline(), inline(), 0..5).prop_map(|(one, two, how)| {
        clean_blocks(&match how {
            0 => String::new(),
            1 => format!("<p>{one}</p>\n<p>{two}</p>"),
            2 => format!("<ul><li>{one}</li><li>{two}</li></ul>"),
            3 => format!("<table><tbody><tr><td>{one}</td><td>{two}</td></tr></tbody></table>"),
            _ => format!("<p>{one}</p>"),
        })
    })
}

fn weight() -> impl Strategy<Value = Weight> {
    prop_oneof![Just(Weight::WHOLE), Just(Weight(0)), (-10_000_000i32..=10_000_000).prop_map(Weight)]
}

fn accepted_texts() -> impl Strategy<Value = AcceptedTexts> {
    let one = (nasty(), weight()).prop_map(|(pattern, weight)| AcceptedText { pattern, weight });
    let right = nasty().prop_map(|pattern| AcceptedText { pattern, weight: Weight::WHOLE });
    (right, prop::collection::vec(one, 0..3), any::<bool>()).prop_map(
        |(right, mut accepted, case_matters)| {
            accepted.push(right);
            AcceptedTexts { accepted, case_matters }
        },
    )
}

fn number() -> impl Strategy<Value = AcceptedNumber> {
    (-9_000_000_000i64..9_000_000_000, 0..5_000_000i64, weight()).prop_map(|(value, tolerance, weight)| {
        AcceptedNumber { value: Decimal(value), tolerance: Decimal(tolerance), weight }
    })
}

fn choices(first: u16, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(inline(), count).prop_map(move |texts| {
        (first..).zip(texts).map(|(id, html)| Choice { id: ChoiceId(id), html }).collect()
    })
}

/// Choices of which no two say the same: files with such are refused.
fn distinct(first: u16, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Choice>> {
    choices(first, count).prop_map(|mut choices| {
        choices.iter_mut().for_each(|choice| choice.html.push_str(&format!(" {}", choice.id.0)));
        choices
    })
}

/// An answer with the texts that belong to it.
fn answered() -> impl Strategy<Value = (Answer, QuestionText)> {
    let text = |choices: Vec<Choice>| QuestionText { choices, ..QuestionText::default() };
    let ids = |choices: &[Choice]| choices.iter().map(|choice| choice.id).collect::<Vec<_>>();
    let weighed = (distinct(1, 2..6), prop::collection::vec(weight(), 6), any::<bool>(), inline());
    let weighed = weighed.prop_map(move |(choices, weights, single, said)| {
        let mut worth: BTreeMap<_, _> = ids(&choices).into_iter().zip(weights).collect();
        worth.insert(choices[0].id, Weight(7_000_000));
        let mut text = text(choices);
        text.choice_feedback.insert(ChoiceId(1), format!("<p>{said}</p>"));
        (if single { Answer::OneWeighted(worth) } else { Answer::ManyWeighted(worth) }, text)
    });
    let plain = (distinct(1, 2..6), any::<bool>(), 1u16..3).prop_map(move |(choices, single, right)| {
        let rights: BTreeSet<_> = ids(&choices).into_iter().filter(|id| id.0 <= right).collect();
        (if single { Answer::One(ChoiceId(right)) } else { Answer::Many(rights) }, text(choices))
    });
    let truth = (any::<bool>(), blocks()).prop_map(move |(right, said)| {
        let html = |id, word: &str| Choice { id, html: word.to_owned() };
        let mut text = text(vec![html(ChoiceId::TRUE, "Верно"), html(ChoiceId::FALSE, "Неверно")]);
        text.choice_feedback.insert(ChoiceId::TRUE, said);
        (Answer::TrueFalse(right), text)
    });
    let texts = (accepted_texts(), blocks()).prop_map(move |(texts, said)| {
        let accepted_feedback = [(0u16, said)].into();
        (Answer::Text(texts), QuestionText { accepted_feedback, ..QuestionText::default() })
    });
    let multiplier = prop_oneof![
        (1i64..10_000_000_000).prop_map(|millionths| Ratio::from(Decimal(millionths))),
        (1i128..100_000).prop_map(|parts| Ratio::of(1, parts).unwrap()),
    ];
    let unit = (nasty(), multiplier).prop_map(|(symbol, multiplier)| Unit { symbol, multiplier });
    let units = prop::collection::vec(unit, 0..3);
    let numbers = (number(), prop::collection::vec(number(), 0..3), units, nasty(), blocks());
    let numbers = numbers.prop_map(|(one, also, units, unit, said)| {
        let answer = Answer::Number { value: one.value, tolerance: one.tolerance, also, units };
        let accepted_feedback = [(0u16, said)].into();
        (answer, QuestionText { unit: Some(unit), accepted_feedback, ..QuestionText::default() })
    });
    let order = distinct(1, 2..6).prop_map(move |choices| (Answer::Order(ids(&choices)), text(choices)));
    let pairs = (choices(1, 2..5), choices(11, 2..5)).prop_map(|(lefts, rights)| {
        let joined =
            lefts.iter().zip(rights.iter().cycle()).map(|(left, right)| (left.id, right.id)).collect();
        (Answer::Match(joined), QuestionText { choices: lefts, rights, ..QuestionText::default() })
    });
    let gaps = (choices(10, 2..5), accepted_texts(), number(), inline(), 1u32..5);
    let gaps = gaps.prop_map(|(choices, texts, number, between, part)| {
        let worth = [(ChoiceId(10), Weight::WHOLE), (ChoiceId(11), Weight::percent(-20))].into();
        let right = AcceptedNumber { weight: Weight::WHOLE, ..number };
        let answer = [
            (ChoiceId(1), Gap { weight: part, right: GapAnswer::Choice(worth) }),
            (ChoiceId(2), Gap { weight: 1, right: GapAnswer::Text(texts) }),
            (ChoiceId(3), Gap { weight: 1, right: GapAnswer::Number(vec![right, number]) }),
        ];
        let detail_html = clean_blocks(&format!("<p>{between} [[1]]</p><p>[[2]] {between}</p><p>[[3]]</p>"));
        let gaps = [(ChoiceId(1), choices)].into();
        (Answer::Gaps(answer.into()), QuestionText { detail_html, gaps, ..QuestionText::default() })
    });
    let essay = (nasty(), blocks(), prop::option::of(1u32..500)).prop_map(|(template, notes, min_words)| {
        let text = QuestionText { template, marking_notes_html: notes, ..QuestionText::default() };
        (Answer::Essay { min_words, max_words: None }, text)
    });
    let scale = (nasty(), nasty()).prop_map(|(lowest, highest)| {
        let scale = Some(ScaleLabels { lowest, highest });
        (Answer::Scale, QuestionText { scale, ..QuestionText::default() })
    });
    prop_oneof![weighed, plain, truth, texts, numbers, order, pairs, gaps, essay, scale]
}

/// A question with its name, category and tags.
#[derive(Debug, Clone)]
struct Held {
    name: String,
    category: Vec<String>,
    tags: Vec<String>,
    question: Question,
}

fn held() -> impl Strategy<Value = Held> {
    let around = (nasty(), prop::collection::vec(nasty(), 0..3), prop::collection::vec(nasty(), 0..3));
    let texts = (inline(), blocks(), blocks(), blocks(), prop::option::of(inline()));
    (around, texts, answered(), (1u32..20, 0i32..=10_000_000), 0u8..30).prop_map(
        |(
            (name, category, tags),
            (prompt, detail, explanation, hint, outcome),
            (answer, text),
            (points, penalty),
            key,
        )| {
            let detail_html = if text.detail_html.is_empty() { detail } else { text.detail_html.clone() };
            let right_html = outcome.map(|html| format!("<p>{html}</p>"));
            let text = QuestionText {
                prompt_html: prompt,
                detail_html,
                explanation_html: explanation,
                hints_html: vec![hint],
                outcome: right_html.map(|right_html| OutcomeTexts { right_html, ..OutcomeTexts::default() }),
                ..text
            };
            let question = Question {
                key: format!("key-{key}"),
                kind: answer.kind(),
                points,
                texts: [(Language::Ru, text)].into(),
                answer,
                penalty: Weight(penalty),
            };
            Held { name, category, tags, question }
        },
    )
}

fn write(format: Format, held: &[Held]) -> Written {
    let questions: Vec<_> = held
        .iter()
        .map(|one| Exported {
            name: &one.name,
            category: &one.category,
            tags: &one.tags,
            question: &one.question,
        })
        .collect();
    match format {
        Format::Gift => export::gift(&questions, Language::Ru),
        _ => export::moodle(&questions, Language::Ru, &|_| None),
    }
}

fn back_again(format: Format, held: &[Held]) -> Result<(), TestCaseError> {
    let first = write(format, held);
    let reading = exchange::read(first.text.as_bytes(), "x", Some(format), Language::Ru);
    let faults: Vec<_> = reading.faults().filter(|_| first.count > 0).collect();
    prop_assert!(faults.is_empty(), "{:?}\n{}", faults, first.text);
    prop_assert_eq!(reading.questions.len(), first.count, "{}", &first.text);
    let read: Vec<Held> = reading
        .questions
        .into_iter()
        .map(|one| Held { name: one.name, category: one.category, tags: one.tags, question: one.question })
        .collect();
    let second = write(format, &read);
    prop_assert_eq!(&second.text, &first.text);
    prop_assert!(second.count == first.count);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn gift_there_and_back_and_there_is_the_same(held in prop::collection::vec(held(), 1..4)) {
        back_again(Format::Gift, &held)?;
    }

    #[test]
    fn moodle_xml_there_and_back_and_there_is_the_same(held in prop::collection::vec(held(), 1..4)) {
        back_again(Format::MoodleXml, &held)?;
    }

    /// Only a scale has no like in Moodle; everything else goes along whatever its texts are.
    #[test]
    fn moodle_xml_leaves_out_scales_only(one in held()) {
        let expected = usize::from(one.question.answer != Answer::Scale);
        let written = write(Format::MoodleXml, std::slice::from_ref(&one));
        prop_assert_eq!(written.count, expected, "{:?}", written.losses);
    }

    #[test]
    fn no_bytes_bring_a_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..400), how in 0usize..5) {
        let formats = [None, Some(Format::Gift), Some(Format::MoodleXml), Some(Format::Aiken), Some(Format::Table)];
        let _ = exchange::read(&bytes, "x", formats[how], Language::Ru);
    }

    #[test]
    fn no_text_brings_a_reader_down(
        pieces in prop::collection::vec(
            prop_oneof![
                nasty(),
                "[{}=~#:%>\\\\\\n/\\[\\]<&;,\"A-D.)0-9-]{0,12}",
                Just("<quiz><question type=\"cloze\"><questiontext><text>".to_owned()),
                Just("</text></questiontext></question></quiz>".to_owned()),
                Just("{1:MC:".to_owned()),
                Just("\nANSWER: A\n".to_owned()),
                Just("Вопрос;Верно;Вариант 1\n".to_owned()),
            ],
            0..12,
        ),
        how in 0usize..5,
    ) {
        let formats = [None, Some(Format::Gift), Some(Format::MoodleXml), Some(Format::Aiken), Some(Format::Table)];
        let _ = exchange::read(pieces.concat().as_bytes(), "x", formats[how], Language::Ru);
    }
}
