//! Quizzes: live, in the bank, and the terms on which an edition takes them.

use super::{Stop, Visit, of_kind, person};
use crate::support::{Browser, TestApp};
use birge::db::Read;
use birge::db::schema::{
    editions, enrolments, question_entries, question_versions, quiz_appeals, quiz_attempts, quiz_marks,
};
use birge::kernel::{
    ActivityId, AppealId, AttemptId, EditionId, LiveQuizId, Problem, QuestionCategoryId, QuestionEntryId,
    QuestionId,
};
use birge::web::paths;
use diesel::prelude::*;

/// A file of questions of which one is not closed.
const GIFT: &str = "$CATEGORY: Право/НКО\n\n::Столица::Столица Казахстана?{=Астана ~Алматы}\n\n\
    ::Скобка::Не закрыта {=да\n";

/// Live quizzes under way and over: the phone of a trainee who plays, and the trainer's pages.
pub(super) async fn live(app: &TestApp) -> [Visit; 2] {
    let load = |r: &mut Read| -> Result<_, Problem> {
        let edition: EditionId = editions::table
            .filter(editions::title.like("%2-й поток%"))
            .select(editions::id)
            .first(r.conn())?;
        Ok((edition, of_kind(r, edition, "quiz")?))
    };
    let (edition, quizzes) = app.db.read(load).await.unwrap();
    let quiz = quizzes[0];
    let (host, player) =
        (person(app, "trainer@birge.example").await, person(app, "trainee@birge.example").await);
    let trainer = app.sign_in(&host).await;
    let id = start(&trainer, edition, quiz).await;
    let fixed = app.db.read(move |r| birge::live_quizzes::actions::fixed(r, id)).await.unwrap();
    let trainee = app.sign_in(&player).await;
    let phone = trainee.post(paths::JOIN, &[("code", &fixed.quiz.code)]).await.path;
    trainer.post(&paths::live_steps(id), &[("kind", "opened"), ("seen", "0")]).await;
    let ended = start(&trainer, edition, quizzes[1]).await;
    trainer.post(&paths::live_steps(ended), &[("kind", "ended"), ("seen", "0")]).await;
    let pages = vec![
        paths::live_quizzes(edition),
        paths::new_live_quiz(edition, quiz),
        paths::live_quiz(id),
        paths::live_screen(id),
        paths::live_quiz(ended),
        paths::live_debriefing(ended),
    ];
    [Visit::of(Some(player), vec![phone]), Visit::of(Some(host), pages)]
}

async fn start(trainer: &Browser, edition: EditionId, quiz: ActivityId) -> LiveQuizId {
    let activity = quiz.to_string();
    let fields = [
        ("activity", activity.as_str()),
        ("seconds", "600"),
        ("right", "500"),
        ("quick", "500"),
        ("guests", "on"),
    ];
    let console = trainer.post(&paths::live_quizzes(edition), &fields).await;
    console.path.rsplit_once('/').unwrap().1.parse().unwrap()
}

/// The terms of the quizzes of an edition, an appeal, a regrade.
pub(super) async fn terms(app: &TestApp) -> Visit {
    let (learner, who) =
        (person(app, "trainee@birge.example").await, person(app, "trainer@birge.example").await);
    let id = learner.id;
    let load = move |r: &mut Read| -> Result<(AttemptId, ActivityId, EditionId, QuestionId), Problem> {
        Ok(quiz_marks::table
            .inner_join(quiz_attempts::table.inner_join(enrolments::table))
            .filter(enrolments::person_id.eq(id))
            .order((quiz_marks::attempt_id, quiz_marks::question_id.desc()))
            .select((
                quiz_attempts::id,
                quiz_attempts::activity_id,
                enrolments::edition_id,
                quiz_marks::question_id,
            ))
            .first(r.conn())?)
    };
    let (attempt, quiz, edition, question) = app.db.read(load).await.unwrap();
    let appealed = paths::question_appeal(attempt, question);
    let page = app.sign_in(&learner).await.post(&appealed, &[("text", "Верны оба ответа")]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let last = |r: &mut Read| -> Result<AppealId, Problem> {
        Ok(quiz_appeals::table.order(quiz_appeals::id.desc()).select(quiz_appeals::id).first(r.conn())?)
    };
    let appeal = app.db.read(last).await.unwrap();
    let number = question.to_string();
    let fields = [("question", number.as_str()), ("version", "full-marks"), ("reason", "В вопросе опечатка")];
    let regrade = app.sign_in(&who).await.post(&paths::quiz_regrades(edition, quiz), &fields).await;
    assert!(regrade.path.starts_with("/regrades/"), "{}: {}", regrade.path, regrade.text());
    let pages = vec![
        paths::quiz_setups(edition),
        paths::quiz_setup(edition, quiz),
        paths::quiz_exceptions(edition, quiz),
        paths::appeal(appeal),
        regrade.path,
    ];
    Visit::of(Some(who), pages).refused(vec![paths::quiz_exceptions(edition, quiz), paths::appeal(appeal)])
}

/// The question bank: the list, one question and its form of each kind the courses have, the categories.
pub(super) async fn authors(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let newest: Vec<(String, QuestionEntryId, QuestionCategoryId)> = question_versions::table
            .inner_join(question_entries::table)
            .order(question_entries::id)
            .select((question_versions::kind, question_entries::id, question_entries::category_id))
            .load(r.conn())?;
        Ok(newest)
    };
    let questions = app.db.read(load).await.unwrap();
    let mut pages = vec![
        paths::QUESTIONS.to_owned(),
        paths::questions(&[("q", "партнёр"), ("kind", "one")]),
        paths::QUESTION_CATEGORIES.to_owned(),
        paths::question_category(questions[0].2),
        paths::NEW_QUESTION.to_owned(),
        paths::NEW_QUESTION_IMPORT.to_owned(),
    ];
    for kind in ["one", "match", "number"] {
        let found = questions.iter().find(|(other, _, _)| other == kind);
        pages.extend(found.iter().flat_map(|(_, id, _)| [paths::question(*id), paths::edit_question(*id)]));
    }
    pages.extend(["gaps", "text", "essay", "scale"].map(|kind| paths::new_question(kind, None)));
    let mut visit = Visit::of(Some(who), pages);
    visit.stops.push(Stop::Refused(paths::new_question("one", None)));
    visit.stops.push(Stop::Preview(paths::edit_question(questions[0].1)));
    visit.stops.push(Stop::Sent(paths::NEW_QUESTION_IMPORT.to_owned(), GIFT));
    visit
}
