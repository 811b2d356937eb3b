//! A made-up live quiz with a question of every kind, in every state that its pages can be in.

use super::stage::Eyes;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Language, LivePlayerId, LiveQuizId, LiveRoundId, Localised, Moment,
    OrganisationId, Permille, PersonId, ProgrammeVersionId, QuestionId, ZoneName,
};
use crate::live_quizzes::actions::{Fixed, Listed, Overview, Passed, Picture, Plan};
use crate::live_quizzes::rules::{Given, Phase, Run, Settings, Step, StepKind};
use crate::live_quizzes::store::players::PlayerRow;
use crate::live_quizzes::store::{LiveQuizRow, Round};
use crate::questions::rules::marking::fraction;
use crate::questions::rules::response::{Response, Shape};
use crate::questions::rules::{
    AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Question, QuestionText, ScaleLabels,
    Weight,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;

fn began() -> Moment {
    Moment(chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default())
}

pub(super) fn eyes(now: Moment) -> Eyes<'static> {
    Eyes { language: Language::Ru, now, public_url: "https://birge.example", controls: true }
}

fn choices(first: u16, texts: &[&str]) -> Vec<Choice> {
    (first..).zip(texts).map(|(id, html)| Choice { id: ChoiceId(id), html: (*html).to_owned() }).collect()
}

fn question(answer: Answer, prompt: &str, texts: &[&str], rights: &[&str]) -> Question {
    let scale = answer == Answer::Scale;
    let text = QuestionText {
        prompt_html: prompt.to_owned(),
        detail_html: if rights.is_empty() {
            String::new()
        } else {
            "<p>Организация работает год.</p>".into()
        },
        explanation_html: if scale {
            String::new()
        } else {
            "<p>Так записано в договоре.</p>".into()
        },
        choices: choices(1, texts),
        rights: choices(11, rights),
        columns: (!rights.is_empty()).then(|| ("Деньги".into(), "Откуда".into())),
        unit: matches!(answer, Answer::Number { .. }).then(|| "часов".into()),
        scale: scale
            .then(|| ScaleLabels { lowest: "не уверен".into(), highest: "уверен".into() }),
        ..QuestionText::default()
    };
    Question {
        key: format!("{:?}", answer.kind()),
        kind: answer.kind(),
        points: u32::from(!scale),
        texts: [(Language::Ru, text)].into(),
        answer,
        penalty: Question::USUAL_PENALTY,
    }
}

/// Every kind that fits a phone; `right` is the right choice of the first.
fn questions(right: u16) -> Vec<Question> {
    let three = ["план", "дело", "отчёт"];
    let accepted = AcceptedText { pattern: "бірге".into(), weight: Weight::WHOLE };
    let pairs = [(ChoiceId(1), ChoiceId(11)), (ChoiceId(2), ChoiceId(12))];
    vec![
        question(
            Answer::One(ChoiceId(right)),
            "Кто подписывает <em>договор</em>?",
            &["волонтёр", "директор"],
            &[],
        ),
        question(
            Answer::Many([1, 2].map(ChoiceId).into()),
            "Что публикуют?",
            &["доходы", "расходы", "адреса"],
            &[],
        ),
        question(Answer::TrueFalse(right == 1), "Отчёт открыт для всех", &["Верно", "Неверно"], &[]),
        question(Answer::number(Decimal::whole(60), Decimal(0)), "Сколько часов в программе?", &[], &[]),
        question(
            Answer::Text(AcceptedTexts { accepted: vec![accepted], case_matters: false }),
            "Как по-казахски «вместе»?",
            &[],
            &[],
        ),
        question(Answer::Order([1, 2, 3].map(ChoiceId).into()), "Расставьте шаги", &three, &[]),
        question(Answer::Match(pairs.into()), "Соедините", &["грант", "взнос"], &["фонд", "участники"]),
        question(Answer::Scale, "Насколько вы готовы?", &[], &[]),
    ]
}

/// What Анна answers to each, and what Бек does.
fn responses() -> [(Value, Value); 8] {
    [
        (json!(2), json!(1)),
        (json!([1, 2]), json!([1, 3])),
        (json!(true), json!(false)),
        (json!("60"), json!("40")),
        (json!("бірге"), json!("вместе")),
        (json!([1, 2, 3]), json!([2, 3, 1])),
        (json!({"1": 11, "2": 12}), json!({"1": 12})),
        (json!(4), json!(2)),
    ]
}

fn live_quiz(settings: Settings) -> LiveQuizRow {
    LiveQuizRow {
        id: LiveQuizId(7),
        edition_id: EditionId(2),
        activity_id: ActivityId(5),
        code: "482915".to_owned(),
        settings: Json(settings),
        created_at: began(),
        title: Json(Localised {
            ru: Some("Деньги и прозрачность".into()),
            kk: None,
            en: Some("Money".into()),
        }),
        edition_title: "Эффективное партнёрство, осень".to_owned(),
        organisation_id: OrganisationId(1),
    }
}

fn fixed(right: u16, settings: Settings) -> Arc<Fixed> {
    let round = |(id, question)| Round { id: LiveRoundId(id), question_id: QuestionId(id), question };
    let rounds = (1i64..).zip(questions(right)).map(round).collect();
    Arc::new(Fixed { quiz: live_quiz(settings), rounds })
}

fn players(teams: bool) -> Vec<PlayerRow> {
    let player = |(id, name): (i64, &str)| PlayerRow {
        id: LivePlayerId(id),
        live_quiz_id: LiveQuizId(7),
        person_id: (id == 1).then_some(PersonId(4)),
        name: name.to_owned(),
        team: teams.then(|| i32::try_from(id).unwrap_or(1)),
    };
    (1..).zip(["Иванова А. С.", "Бек", "Айгүл"]).map(player).collect()
}

/// The picture after these steps, a second each apart, with the answers of Анна and Бек to what was asked.
fn picture(right: u16, settings: Settings, kinds: &[StepKind], answering: bool) -> (Picture, Moment) {
    let fixed = fixed(right, settings);
    let steps: Vec<Step> = (1..)
        .zip(kinds)
        .map(|(sequence, kind)| Step { sequence, kind: *kind, at: began().plus_seconds(sequence.into()) })
        .collect();
    let run = Run::of(&steps, settings.seconds);
    let mut given = Vec::new();
    let mut position = 0;
    for step in steps.iter().filter(|step| step.kind == StepKind::Opened) {
        position += 1;
        let (Some(round), Some(two)) =
            (fixed.rounds.get(position - 1), responses().get(position - 1).cloned())
        else {
            continue;
        };
        let open = position == run.position && !answering;
        for (player, response) in [(1, two.0), (2, two.1)] {
            let shape = Shape::of(&round.question);
            let share = Response::from_json(&shape, &response)
                .ok()
                .and_then(|response| fraction(&round.question.answer, &response))
                .unwrap_or_default();
            let points = share.0 / 12_000;
            let player = LivePlayerId(player);
            if !open {
                given.push(Given {
                    position,
                    player,
                    opening: step.sequence,
                    response,
                    share,
                    points,
                    late: false,
                });
            }
        }
    }
    let now = began().plus_seconds(i64::from(run.version) + 2);
    let seats = if kinds.is_empty() { Vec::new() } else { players(settings.teams.is_some()) };
    (Picture::of(fixed, run, (seats, given), (HashMap::new(), None)), now)
}

/// Every state of the room.
pub(super) fn pictures() -> Vec<(Picture, Moment)> {
    pictures_with(2)
}

/// The same with another right answer to the first question.
pub(super) fn pictures_with(right: u16) -> Vec<(Picture, Moment)> {
    use StepKind::{Closed, Ended, Opened, Paused, Reopened};
    let usual = Settings::default();
    let teams = Settings { teams: Some(3), names: false, ..usual };
    let mut all = vec![
        picture(right, usual, &[], false),
        picture(right, usual, &[Opened], true),
        picture(right, usual, &[Opened, Paused], false),
        picture(right, usual, &[Opened, Closed, Reopened], true),
        picture(right, usual, &[Ended], false),
    ];
    let mut kinds = Vec::new();
    for _ in 0..8 {
        kinds.push(Opened);
        all.push(picture(right, teams, &kinds, false));
        kinds.push(Closed);
        all.push(picture(right, teams, &kinds, true));
    }
    kinds.push(Ended);
    all.push(picture(right, usual, &kinds, true));
    let (mut lobby, now) = picture(right, usual, &[], false);
    // One of them has extra time, before the first question and when only that is left.
    let half = HashMap::from([(LivePlayerId(1), 50)]);
    lobby = Picture::of(lobby.fixed, lobby.run, (players(false), Vec::new()), (half.clone(), None));
    all.push((lobby, now));
    let (open, now) = picture(right, usual, &[Opened], true);
    let open = Picture::of(open.fixed, open.run, (open.players, Vec::new()), (half, None));
    all.push((open, now.plus_seconds(usual.seconds.into())));
    let (mut said, now) = picture(right, usual, &[Opened, Closed, Reopened, Closed], true);
    said.given.extend(said.given.first().cloned().map(|first| Given {
        opening: 3,
        response: json!(1),
        ..first
    }));
    all.push((Picture::of(said.fixed, said.run, (said.players, said.given), (HashMap::new(), None)), now));
    all
}

/// A live quiz that is over.
pub(super) fn ended() -> (Picture, Moment) {
    let mut all = pictures();
    let last = all.iter().rposition(|(picture, now)| picture.phase(*now) == Phase::Ended).unwrap_or(0);
    all.swap_remove(last)
}

/// The results of two trainees.
pub(super) fn results() -> Vec<Passed> {
    let one = |(id, result)| Passed {
        player: LivePlayerId(id),
        enrolment: EnrolmentId(id),
        result: Permille(result),
        passed: result >= 700,
    };
    [(1, 1000), (2, 120)].map(one).into()
}

fn edition() -> EditionRow {
    let day = |ordinal| chrono::NaiveDate::from_yo_opt(2026, ordinal).unwrap_or_default();
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
        title: "Эффективное партнёрство, осень".to_owned(),
        starts_on: day(244),
        ends_on: day(334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    }
}

/// An edition with a live quiz under way and one that is over.
pub(super) fn overview() -> Overview {
    let listed = |phase, players| Listed { quiz: live_quiz(Settings::default()), phase, players };
    let title = live_quiz(Settings::default()).title.0;
    Overview {
        edition: edition(),
        live: vec![listed(Phase::Lobby, 1), listed(Phase::Ended, 24)],
        quizzes: vec![(ActivityId(5), title)],
    }
}

/// A quiz with two questions that do not fit a phone.
pub(super) fn plan() -> Plan {
    let essay = question(Answer::Essay { min_words: None, max_words: None }, "Опишите случай", &[], &[]);
    let gaps = question(Answer::Gaps(std::collections::BTreeMap::new()), "Вставьте слова", &[], &[]);
    let asked = (1i64..).zip(questions(2)).map(|(id, question)| (QuestionId(id), question)).collect();
    Plan {
        edition: edition(),
        activity: ActivityId(5),
        title: live_quiz(Settings::default()).title.0,
        asked,
        left_out: vec![essay, gaps],
        random: false,
    }
}
