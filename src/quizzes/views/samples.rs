//! A made-up quiz with a question of every kind, in the states its pages can be in.

use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, OrganisationId,
    Permille, PersonId, ProblemCode, ProgrammeVersionId, QuestionId, ZoneName,
};
use crate::programmes::rules::quiz::{
    Answer, Choice, ChoiceId, Decimal, Question, QuestionText, QuizSettings, ScaleLabels,
};
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature, Release};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::questions::rules::marking;
use crate::questions::rules::response::Response;
use crate::quizzes::actions::{Asked, Entrance, Reading};
use crate::quizzes::store::AttemptRow;
use crate::web::Reader;
use chrono::NaiveDate;

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
        questions: 7,
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
        Entrance { attempts: vec![submitted_row(false), running], ..entrance() },
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
        question_ids: Json((1..=7).map(QuestionId).collect()),
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
        most_milli_points: Some(7000),
        result: Some(Permille(if passed { 761 } else { 190 })),
        passed: Some(passed),
        ..row()
    }
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
    ]
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

/// An attempt with six of seven answered, some of them wrong.
pub(super) fn under_way() -> Reading {
    reading(&[
        Response::One(ChoiceId(1)),
        Response::Many([ChoiceId(1), ChoiceId(3)].into()),
        Response::Number(Decimal(60_000)),
        Response::TrueFalse(true),
        Response::Order(vec![Some(ChoiceId(2)), None, Some(ChoiceId(1))]),
        Response::Match([(ChoiceId(1), ChoiceId(4))].into()),
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

/// Passed and released, failed by the clock, hidden until the end, used up, diagnostic, only self-rating.
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
    vec![marked(true, true), marked(false, true), hidden, used_up, diagnostic, rating]
}
