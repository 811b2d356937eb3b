//! A made-up quiz with made-up results.

use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, AttemptId, EditionId, Language, Localised, Moment, OrganisationId, Permille, PersonName,
    ProgrammeVersionId, QuestionId, ZoneName,
};
use crate::programmes::rules::words::Counting;
use crate::questions::rules::{Answer, Choice, ChoiceId, Question, QuestionKind, QuestionText};
use crate::quiz_statistics::actions::{QuestionStatistics, QuizLine, Quizzes, Results, Statistics};
use crate::quiz_statistics::rules::Which;
use crate::quiz_statistics::rules::advice::{Advice, Portion};
use crate::quiz_statistics::rules::measures::{Item, Whole};
use crate::quiz_statistics::rules::shares::Share;
use crate::quiz_statistics::store::ResultRow;
use chrono::NaiveDate;
use std::collections::BTreeMap;

fn edition() -> EditionRow {
    let day = |ordinal| NaiveDate::from_yo_opt(2026, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток, осень 2026".into(),
        starts_on: day(244),
        ends_on: day(334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    }
}

fn title() -> Localised {
    Localised {
        ru: Some("Тест «Доверие»".into()), kk: Some("«Сенім» тесті".into()), en: None
    }
}

pub(super) fn quizzes() -> Vec<Quizzes> {
    let line = |blind, waiting| QuizLine {
        id: ActivityId(5),
        title: title(),
        submitted: 36,
        waiting,
        under_way: 1,
        blind,
    };
    let list = |quizzes, administers| Quizzes { edition: edition(), quizzes, administers };
    vec![
        list(vec![line(true, 12), line(false, 0)], true),
        list(vec![line(false, 3)], false),
        list(vec![], true),
    ]
}

pub(super) fn results() -> Vec<Results> {
    let at = Moment::from_utc(Default::default());
    let row = |result: Option<i32>, passed| ResultRow {
        id: AttemptId(7),
        number: 1,
        name: PersonName::new("Сейтқали", "Айгүл", None),
        started_at: at,
        submitted_at: Some(at),
        by_clock: passed == Some(false),
        points: Some(9500),
        most: Some(11_000),
        result: result.map(Permille),
        passed,
    };
    let running = ResultRow { submitted_at: None, points: None, most: None, ..row(None, None) };
    let page = |rows, blind| Results { edition: edition(), quiz: ActivityId(5), title: title(), rows, blind };
    vec![
        page(vec![row(Some(863), Some(true)), row(Some(500), Some(false)), row(None, None)], false),
        page(vec![row(None, None), running], true),
        page(Vec::new(), false),
    ]
}

fn question() -> Question {
    let choices = [(1, "Обещать сразу"), (2, "Сказать, когда придёт"), (3, "Промолчать")];
    let text = QuestionText {
        prompt_html: "Что делает волонтёр, <em>уходя</em>?".into(),
        choices: choices.map(|(id, html)| Choice { id: ChoiceId(id), html: html.into() }).into(),
        ..QuestionText::default()
    };
    Question {
        key: "leaving".into(),
        kind: QuestionKind::One,
        points: 2,
        texts: BTreeMap::from([(Language::Ru, text)]),
        answer: Answer::One(ChoiceId(2)),
        penalty: Question::USUAL_PENALTY,
    }
}

pub(super) fn statistics() -> Vec<Statistics> {
    let share = |id, chosen| Share { choice: ChoiceId(id), chosen, right: id == 2 };
    let item = Item {
        count: 36,
        facility: Some(0.25),
        deviation: Some(0.44),
        discrimination: Some(-0.12),
        efficiency: Some(-0.2),
        intended: Some(0.18),
        effective: Some(0.02),
    };
    let line =
        |advice, shares| QuestionStatistics { id: QuestionId(9), question: question(), item, shares, advice };
    let portions = [Portion::NearlyAll, Portion::ThreeOfFour, Portion::TwoOfThree, Portion::EverySecond];
    let mut questions: Vec<QuestionStatistics> = portions
        .map(|portion| {
            let shares = vec![share(1, 27), share(2, 9), share(3, 0)];
            line(Advice::Distractor(ChoiceId(1), portion), Some(shares))
        })
        .into();
    let others = [
        Advice::TooFew,
        Advice::StrongDoWorse,
        Advice::NearlyAllRight,
        Advice::NearlyAllWrong,
        Advice::HardlyTells,
        Advice::Fine,
    ];
    questions.extend(others.map(|advice| line(advice, None)));
    let whole = |alpha| Whole {
        count: 36,
        mean: Some(0.71),
        median: Some(0.75),
        deviation: Some(0.18),
        skewness: Some(-0.4),
        kurtosis: Some(-0.9),
        consistency: Some(alpha),
        error_ratio: Some(0.5),
        standard_error: Some(0.09),
    };
    let page = |which, counting, whole, questions| Statistics {
        edition: edition(),
        quiz: ActivityId(5),
        title: title(),
        which,
        counting,
        whole,
        questions,
        waiting: 3,
    };
    vec![
        page(Which::Counting, Counting::Best, whole(0.85), questions),
        page(Which::First, Counting::Last, whole(0.7), Vec::new()),
        page(Which::First, Counting::First, whole(0.2), Vec::new()),
        page(Which::First, Counting::Average, Whole::default(), Vec::new()),
    ]
}
