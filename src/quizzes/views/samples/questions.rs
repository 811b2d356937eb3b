//! The questions that the samples ask: one of every kind.

use crate::kernel::Language;
use crate::questions::rules::{
    AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Gap, GapAnswer, OutcomeTexts, Question,
    QuestionText, Ratio, ScaleLabels, Unit, Weight,
};
use std::collections::BTreeMap;

fn choices(first: u16, texts: &[&str]) -> Vec<Choice> {
    (first..).zip(texts).map(|(id, html)| Choice { id: ChoiceId(id), html: (*html).to_owned() }).collect()
}

fn question(key: &str, answer: Answer, prompt: &str, texts: &[&str]) -> Question {
    let scale = answer == Answer::Scale;
    let text = QuestionText {
        prompt_html: prompt.to_owned(),
        detail_html: String::new(),
        explanation_html: if scale {
            String::new()
        } else {
            "<p>Так записано в договоре, раздел 2.</p>".to_owned()
        },
        choices: choices(1, texts),
        unit: (key == "hours").then(|| "часов".to_owned()),
        scale: scale.then(|| ScaleLabels {
            lowest: "совсем не уверен".into(), highest: "уверен".into()
        }),
        ..QuestionText::default()
    };
    let points = if scale { 0 } else { 1 };
    Question {
        key: key.to_owned(),
        kind: answer.kind(),
        points,
        texts: [(Language::Ru, text)].into(),
        answer,
        penalty: Question::USUAL_PENALTY,
    }
}

pub(super) fn questions() -> Vec<Question> {
    let two = |one: u16, other: u16| [ChoiceId(one), ChoiceId(other)];
    let mut joined = question(
        "pairs",
        Answer::Match([(ChoiceId(1), ChoiceId(3)), (ChoiceId(2), ChoiceId(4))].into()),
        "Соедините деньги и <em>источник</em>",
        &["грант", "взнос"],
    );
    if let Some(text) = joined.texts.get_mut(&Language::Ru) {
        text.rights = choices(3, &["фонд", "участники"]);
        text.columns = Some(("Деньги".into(), "Откуда".into()));
        text.detail_html = "<p>Считайте, что организация работает второй год.</p>".to_owned();
    }
    joined.points = 2;
    let hours = Answer::number(Decimal::whole(60), Decimal(0));
    vec![
        question("one", Answer::One(ChoiceId(2)), "Кто подписывает договор?", &["волонтёр", "руководитель"]),
        question(
            "many",
            Answer::Many(two(1, 2).into()),
            "Что публикуют в отчёте?",
            &["доходы", "расходы", "адреса"],
        ),
        question("hours", hours, "Сколько часов в программе?", &[]),
        question("fair", Answer::TrueFalse(true), "Отчёт открыт для всех", &["Верно", "Неверно"]),
        question(
            "steps",
            Answer::Order([1, 2, 3].map(ChoiceId).into()),
            "Расставьте шаги",
            &["план", "дело", "отчёт"],
        ),
        joined,
        question("mood", Answer::Scale, "Насколько вы готовы к переговорам?", &[]),
        word(),
        gaps(),
        essay(),
        weighed(),
        travel(),
    ]
}

fn with_text(mut question: Question, change: impl FnOnce(&mut QuestionText)) -> Question {
    if let Some(text) = question.texts.get_mut(&Language::Ru) {
        change(text);
    }
    question
}

fn accepted(texts: &[(&str, i32)]) -> AcceptedTexts {
    let text = |(pattern, percent): &(&str, i32)| AcceptedText {
        pattern: (*pattern).to_owned(),
        weight: Weight::percent(*percent),
    };
    AcceptedTexts { accepted: texts.iter().map(text).collect(), case_matters: false }
}

fn worths(percents: &[i32]) -> BTreeMap<ChoiceId, Weight> {
    (1..).zip(percents).map(|(id, percent)| (ChoiceId(id), Weight::percent(*percent))).collect()
}

fn word() -> Question {
    let texts = accepted(&[("добровольчество", 100), ("волонтёр*", 100), ("помощь*", 50)]);
    with_text(
        question("word", Answer::Text(texts), "Как называют труд без оплаты?", &[]),
        |text| {
            text.accepted_feedback = [(2, "<p>Помощь бывает и платной.</p>".to_owned())].into();
            text.outcome = Some(OutcomeTexts {
                partly_html: "<p>Почти: вспомните слово из закона.</p>".to_owned(),
                ..OutcomeTexts::default()
            });
        },
    )
}

fn gaps() -> Question {
    let gap = |right| Gap { weight: 1, right };
    let answer = Answer::Gaps(BTreeMap::from([
        (ChoiceId(1), gap(GapAnswer::Choice(worths(&[100, 0])))),
        (ChoiceId(2), gap(GapAnswer::Text(accepted(&[("соглашени*", 100), ("договор", 100)])))),
    ]));
    with_text(question("gaps", answer, "Заполните памятку", &[]), |text| {
        text.gaps = [(ChoiceId(1), choices(1, &["добровольно", "по приказу"]))].into();
        text.detail_html = "<p>Волонтёр работает [[1]], правила записывают в [[2]].</p>".to_owned();
        text.choice_feedback = [(ChoiceId(2), "<p>Приказ отнимает добровольность.</p>".to_owned())].into();
    })
}

fn essay() -> Question {
    let answer = Answer::Essay { min_words: Some(20), max_words: Some(120) };
    with_text(
        question("essay", answer, "С чего вы начнёте партнёрство?", &[]),
        |text| {
            text.template = "Кому позвоню:\nЧто предложу:".to_owned();
        },
    )
}

fn weighed() -> Question {
    let answer = Answer::OneWeighted(worths(&[100, 50, 0]));
    let texts = ["позвонить сразу", "написать в чат", "дождаться планёрки"];
    with_text(
        question("weighed", answer, "Автобус опаздывает. Что сделаете?", &texts),
        |text| {
            text.choice_feedback =
                [(ChoiceId(2), "<p>Чат могут не прочитать вовремя.</p>".to_owned())].into();
        },
    )
}

fn travel() -> Question {
    let unit = |symbol: &str, multiplier| Unit { symbol: symbol.to_owned(), multiplier };
    let (value, tolerance) = (Decimal::whole(90), Decimal::whole(5));
    let units = vec![unit("мин", Ratio::ONE), unit("ч", Ratio::whole(60))];
    let answer = Answer::Number { value, tolerance, also: Vec::new(), units };
    question("travel", answer, "Сколько времени заложить на дорогу?", &[])
}
