//! A made-up quiz with a question of every kind, in the states its pages can be in.

use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, OrganisationId,
    Permille, PersonId, ProblemCode, ProgrammeVersionId, QuestionId, ZoneName,
};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature, Release};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::questions::rules::marking;
use crate::questions::rules::{
    AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Filling, Gap, GapAnswer, OutcomeTexts,
    Question, QuestionText, Response, ScaleLabels, Unit, Weight,
};
use crate::quizzes::actions::{Asked, Entrance, Reading};
use crate::quizzes::store::AttemptRow;
use crate::web::Reader;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The reader of the samples, a quarter of an hour after the attempt began.
pub(super) fn reader() -> Reader {
    Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: began().plus_minutes(15) }
}

fn began() -> Moment {
    Moment(chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default())
}

fn fact() -> ActivityFact {
    ActivityFact {
        id: ActivityId(5),
        key: "money-quiz".to_owned(),
        title: Localised {
            ru: Some("Тест «Деньги и прозрачность»".into()),
            kk: None,
            en: Some("Money quiz".into()),
        },
        kind: ActivityKind::Quiz,
        nature: Nature::Theory,
        mode: DeliveryMode::Distance,
        planned: Minutes(45),
        credited: Minutes::ZERO,
        completed: false,
        result: None,
        counts: true,
        after: Vec::new(),
    }
}

fn standing() -> Standing {
    let day = |year, ordinal| NaiveDate::from_yo_opt(year, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
    };
    let edition = EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "Эффективное партнёрство, осень".to_owned(),
        starts_on: day(2026, 244),
        ends_on: day(2026, 334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    };
    let enrolment = EnrolmentRow {
        id: EnrolmentId(3),
        edition_id: edition.id,
        person_id: PersonId(4),
        organisation_id: None,
        enrolled_at: began(),
        withdrawn_at: None,
    };
    Standing { enrolment, edition, facts: vec![fact()] }
}

fn entrance() -> Entrance {
    let settings = QuizSettings {
        pass: Some(Permille(700)),
        attempts: Some(3),
        time_limit: Some(Minutes(20)),
        shuffle: true,
        draw: None,
        diagnostic: false,
        release: Release::AfterSubmit,
    };
    let standing = standing();
    Entrance {
        standing,
        fact: fact(),
        settings,
        questions: 12,
        attempts: Vec::new(),
        closed: None,
        first: None,
        own: true,
    }
}

/// A quiz that can begin, goes on, is locked, used up, diagnostic without limits, and as a trainer sees it.
pub(super) fn entrances() -> Vec<Entrance> {
    let (done, running) = (submitted_row(true), row());
    let closed = |code| Entrance { closed: Some(code), ..entrance() };
    let free = QuizSettings {
        pass: None,
        attempts: None,
        time_limit: None,
        diagnostic: true,
        release: Release::AfterClose,
        ..entrance().settings
    };
    vec![
        entrance(),
        Entrance { attempts: vec![waiting_row(), submitted_row(false), running], ..entrance() },
        Entrance {
            first: Some("Роль НКО; Кейс «Никто не пришёл»".into()),
            ..closed(ProblemCode::ActivityLocked)
        },
        Entrance {
            attempts: vec![done.clone(), submitted_row(false)],
            ..closed(ProblemCode::NoAttemptsLeft)
        },
        closed(ProblemCode::EditionClosed),
        Entrance { settings: free, ..entrance() },
        Entrance { own: false, attempts: vec![done], ..entrance() },
    ]
}

fn row() -> AttemptRow {
    AttemptRow {
        id: AttemptId(6),
        enrolment_id: EnrolmentId(3),
        activity_id: ActivityId(5),
        number: 1,
        seed: 7,
        question_ids: Json((1..=12).map(QuestionId).collect()),
        started_at: began(),
        due_at: Some(began().plus_minutes(20)),
        submitted_at: None,
        submitted_by_clock: false,
        milli_points: None,
        most_milli_points: None,
        result: None,
        passed: None,
    }
}

fn submitted_row(passed: bool) -> AttemptRow {
    AttemptRow {
        submitted_at: Some(began().plus_minutes(if passed { 14 } else { 20 })),
        submitted_by_clock: !passed,
        milli_points: Some(if passed { 5333 } else { 1333 }),
        most_milli_points: Some(12_000),
        result: Some(Permille(if passed { 761 } else { 190 })),
        passed: Some(passed),
        ..row()
    }
}

fn waiting_row() -> AttemptRow {
    AttemptRow { result: None, passed: None, ..submitted_row(true) }
}

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

fn questions() -> Vec<Question> {
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
    let units = vec![unit("мин", Decimal::whole(1)), unit("ч", Decimal::whole(60))];
    let answer = Answer::Number { value, tolerance, also: Vec::new(), units };
    question("travel", answer, "Сколько времени заложить на дорогу?", &[])
}

fn reading(responses: &[Response]) -> Reading {
    let blank = std::iter::repeat(Response::Blank);
    let asked = (1..).zip(questions()).zip(responses.iter().cloned().chain(blank));
    let asked =
        asked.map(|((id, question), response)| Asked { id: QuestionId(id), question, response, mark: None });
    Reading {
        attempt: row(),
        entrance: Entrance { attempts: vec![row()], ..entrance() },
        asked: asked.collect(),
        sequence: i32::try_from(responses.len()).unwrap_or_default(),
        saved_at: (!responses.is_empty()).then(|| began().plus_minutes(9)),
        released: false,
        lessons: Vec::new(),
    }
}

/// An attempt just begun, without a time limit.
pub(super) fn not_begun() -> Reading {
    let mut reading = reading(&[]);
    reading.entrance.settings.time_limit = None;
    reading
}

/// An attempt with all but the scale answered, some of them wrong.
pub(super) fn under_way() -> Reading {
    reading(&[
        Response::One(ChoiceId(1)),
        Response::Many([ChoiceId(1), ChoiceId(3)].into()),
        Response::Number(Decimal(60_000)),
        Response::TrueFalse(true),
        Response::Order(vec![Some(ChoiceId(2)), None, Some(ChoiceId(1))]),
        Response::Match([(ChoiceId(1), ChoiceId(4))].into()),
        Response::Blank,
        Response::Text("помощь людям".to_owned()),
        Response::Gaps([(ChoiceId(1), Filling::Choice(ChoiceId(2)))].into()),
        Response::Text("Позвоню в фонд.\n\nПредложу встречу.".to_owned()),
        Response::One(ChoiceId(2)),
        Response::Measured { number: Decimal(1_500_000), unit: "ч".to_owned() },
    ])
}

fn marked(passed: bool, released: bool) -> Reading {
    let mut reading = under_way();
    reading.attempt = submitted_row(passed);
    reading.released = released;
    reading.entrance.attempts = vec![submitted_row(passed)];
    for asked in &mut reading.asked {
        let mark = marking::mark(&asked.question, &asked.response);
        asked.mark = Some((mark.fraction, mark.points));
    }
    reading.lessons = vec![(ActivityId(4), Localised::only(Language::Ru, "Откуда берутся деньги"))];
    reading
}

/// Passed and released, failed by the clock, hidden until the end, used up, diagnostic, only self-rating, waiting
/// for a trainer.
pub(super) fn submitted() -> Vec<Reading> {
    let mut hidden = marked(true, false);
    hidden.entrance.settings.release = Release::AfterClose;
    let mut used_up = marked(false, true);
    used_up.entrance.settings.attempts = Some(1);
    used_up.entrance.closed = Some(ProblemCode::NoAttemptsLeft);
    let mut diagnostic = marked(true, true);
    diagnostic.entrance.settings.diagnostic = true;
    diagnostic.attempt.passed = None;
    let mut rating = diagnostic.clone();
    rating.asked.retain(|asked| asked.question.answer == Answer::Scale);
    (rating.attempt.milli_points, rating.attempt.most_milli_points) = (Some(0), Some(0));
    let mut waiting = marked(true, true);
    (waiting.attempt.result, waiting.attempt.passed) = (None, None);
    vec![marked(true, true), marked(false, true), hidden, used_up, diagnostic, rating, waiting]
}
