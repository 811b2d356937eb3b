//! Marking by people: essays by question, other marks with reasons, appeals, marking again (G10).

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::db::Write;
use birge::db::schema::{completions, quiz_mark_changes, quiz_questions, quiz_regrade_attempts};
use birge::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Language, Permille, Problem, ProgrammeId, QuestionId,
};
use birge::questions::rules::{Answer, Question, QuestionKind, QuestionText, Response};
use birge::questions::store::{self as bank, NewCategory, NewVersion};
use birge::quiz_marking::actions as marking;
use birge::quizzes::actions::{self as quizzes, AnswerInput};
use birge::quizzes::store::{self as attempts, AttemptRow};
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

mod again;
mod appeals;
mod letters;

/// A quiz with an essay of four points beside seven that mark themselves, and its trainer. 70 % pass.
pub struct Room {
    app: TestApp,
    edition: EditionId,
    quiz: ActivityId,
    essay: QuestionId,
    trainer: Person,
    desk: Browser,
}

/// The quiz of the sample course, open at once.
fn course() -> Course {
    Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "")
}

fn essay() -> Question {
    let text = QuestionText {
        prompt_html: "Что вы скажете ребёнку, уходя?".into(),
        marking_notes_html: "<p>Ищите обещание, которое можно сдержать.</p>".into(),
        ..QuestionText::default()
    };
    Question {
        key: "promise".into(),
        kind: QuestionKind::Essay,
        points: 4,
        texts: BTreeMap::from([(Language::Ru, text)]),
        answer: Answer::Essay { min_words: None, max_words: None },
        penalty: Question::USUAL_PENALTY,
    }
}

/// Puts a question into the bank and at the end of a quiz.
fn add_question(w: &mut Write, quiz: ActivityId, question: &Question) -> Result<QuestionId, Problem> {
    let now = birge::kernel::Moment::parse(crate::support::app::START).unwrap();
    let programme: ProgrammeId =
        birge::db::schema::programmes::table.select(birge::db::schema::programmes::id).first(w.conn())?;
    let category = bank::category(w, NewCategory { programme, key: "essays", name: "Эссе" }, now)?;
    let entry = bank::insert_entry(w, category, &question.key, (None, now))?;
    let version = NewVersion { entry, number: 1, ready: true, question, by: None };
    let id = bank::insert_version(w, version, now)?;
    diesel::insert_into(quiz_questions::table)
        .values((
            quiz_questions::activity_id.eq(quiz),
            quiz_questions::position.eq(900),
            quiz_questions::question_id.eq(id),
        ))
        .execute(w.conn())?;
    Ok(id)
}

impl Room {
    pub async fn new() -> Room {
        Room::of(course()).await
    }

    pub async fn of(course: Course) -> Room {
        let app = TestApp::spawn().await;
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let quiz = app.activity(version, "quiz").await;
        let essay = app.db.write(move |w| add_question(w, quiz, &essay())).await.unwrap();
        let trainer = app.trainer("Иванова").await;
        app.teach(edition, &trainer).await;
        let desk = app.sign_in(&trainer).await;
        Room { app, edition, quiz, essay, trainer, desk }
    }

    pub async fn trainee(&self, surname: &str) -> (Person, EnrolmentId) {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        (person, enrolment)
    }

    /// An attempt of a trainee, handed in: everything right but the questions named as wrong.
    pub async fn sit(&self, trainee: &(Person, EnrolmentId), text: &str, wrong: &[&str]) -> AttemptId {
        let attempt = self.begin(trainee, text, wrong).await;
        self.hand_in(trainee, attempt).await;
        attempt
    }

    pub async fn hand_in(&self, (person, _): &(Person, EnrolmentId), attempt: AttemptId) {
        let (actor, now) = (self.app.actor(person).await, self.app.now());
        self.app.db.write(move |w| quizzes::submit(w, &actor, attempt, now)).await.unwrap();
    }

    /// An attempt under way, answered like one of [`Room::sit`].
    pub async fn begin(
        &self,
        (person, enrolment): &(Person, EnrolmentId),
        text: &str,
        wrong: &[&str],
    ) -> AttemptId {
        let (actor, at, quiz) = (self.app.actor(person).await, (*enrolment, self.quiz), self.quiz);
        let now = self.app.now();
        let (text, wrong) = (text.to_owned(), wrong.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>());
        self.app
            .db
            .write(move |w| {
                let attempt = quizzes::start(w, &actor, at, 1, now)?;
                let mut sequence = 0;
                for (question, definition) in attempts::questions(w, quiz)? {
                    let response = match &definition.answer {
                        Answer::Essay { .. } => Response::Text(text.clone()),
                        _ if wrong.contains(&definition.key) => continue,
                        answer => {
                            birge::questions::rules::right_response(answer).unwrap_or(Response::Scale(4))
                        }
                    };
                    let input =
                        AnswerInput { attempt, question, sequence, response, check: false, holder: None };
                    quizzes::answer(w, actor.person.unwrap(), &input, now)?;
                    sequence += 1;
                }
                Ok(attempt)
            })
            .await
            .unwrap()
    }

    pub async fn row(&self, attempt: AttemptId) -> AttemptRow {
        self.app.db.read(move |r| attempts::attempt(r, attempt)).await.unwrap().unwrap()
    }

    /// The desk's address for the oldest answer to the essay.
    pub async fn oldest(&self) -> String {
        self.desk.get(&paths::answers_to_mark(self.edition, self.quiz, self.essay)).await.path
    }

    pub async fn mark(&self, address: &str, points: &str, remark: &str) -> Page {
        let fields = [("points", points), ("remark", remark), ("then", "next")];
        self.desk.post(&format!("{address}/mark"), &fields).await
    }

    pub async fn completed(&self, enrolment: EnrolmentId) -> Option<Option<Permille>> {
        let quiz = self.quiz;
        let load = move |r: &mut birge::db::Read| {
            Ok(completions::table
                .filter(completions::enrolment_id.eq(enrolment))
                .filter(completions::activity_id.eq(quiz))
                .select(completions::result_permille)
                .first(r.conn())
                .optional()?)
        };
        self.app.db.read(load).await.unwrap()
    }

    pub async fn letters(&self) -> Vec<(String, String)> {
        self.app.run_jobs().await;
        let letters = self.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
        letters.into_iter().map(|letter| (letter.to_address, letter.subject)).collect()
    }

    pub async fn question(&self, key: &str) -> (QuestionId, Question) {
        let quiz = self.quiz;
        let all = self.app.db.read(move |r| attempts::questions(r, quiz)).await.unwrap();
        all.into_iter().find(|(_, question)| question.key == key).unwrap()
    }

    pub async fn changes(&self, attempt: AttemptId) -> Vec<(String, i32, i32, String)> {
        let load = move |r: &mut birge::db::Read| {
            Ok(quiz_mark_changes::table
                .filter(quiz_mark_changes::attempt_id.eq(attempt))
                .order(quiz_mark_changes::id)
                .select((
                    quiz_mark_changes::kind,
                    quiz_mark_changes::old_points,
                    quiz_mark_changes::new_points,
                    quiz_mark_changes::reason,
                ))
                .load(r.conn())?)
        };
        self.app.db.read(load).await.unwrap()
    }
}

#[actix_web::test]
async fn essays_wait_by_question_and_the_last_mark_settles_the_attempt() {
    let room = Room::new().await;
    let (anna, boris) = (room.trainee("Аннина").await, room.trainee("Борисов").await);
    let first = room.sit(&anna, "Приду в субботу.", &[]).await;
    room.sit(&boris, "Не знаю.", &[]).await;
    let waiting = room.row(first).await;
    assert_eq!((waiting.result, waiting.passed), (None, None), "there is no result before the last mark");
    assert_eq!(room.completed(anna.1).await, None);
    let own = room.app.sign_in(&anna.0).await.get(&paths::attempt(first)).await.text();
    assert!(own.contains("Ответы приняты") && !own.contains("Тест сдан"), "{own}");

    let queue = room.desk.get(paths::MARKING).await.text();
    assert!(queue.contains("Ждут 2 ответа") && queue.contains("Что вы скажете ребёнку"), "{queue}");
    let today = room.desk.get(paths::TODAY).await.text();
    assert!(today.contains("Ждут 2 ответа"), "{today}");

    let address = room.oldest().await;
    let desk = room.desk.get(&address).await.text();
    assert!(desk.contains("Приду в субботу.") && desk.contains("Ищите обещание"), "{desk}");
    let after = room.mark(&address, "2,5", "Назовите час.").await;
    assert!(after.text().contains("Не знаю."), "the next answer follows: {}", after.text());
    assert_ne!(after.path, address);

    let row = room.row(first).await;
    assert_eq!((row.milli_points, row.result, row.passed), (Some(9500), Some(Permille(863)), Some(true)));
    assert_eq!(room.completed(anna.1).await, Some(Some(Permille(863))), "completed by the last mark");
    let result = room.app.sign_in(&anna.0).await.get(&paths::attempt(first)).await.text();
    assert!(result.contains("Тест сдан") && result.contains("Назовите час."), "{result}");
    assert_eq!(room.letters().await, [(anna.0.email.clone(), "Тест проверен: Тест".to_owned())]);

    let done = room.mark(&after.path, "0", "").await;
    assert!(done.text().contains("Проверять нечего"), "{}", done.text());
    assert_eq!(room.completed(boris.1).await, None, "seven of eleven points do not pass");
}

#[actix_web::test]
async fn points_go_in_quarters_and_an_answer_is_marked_once() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    room.sit(&anna, "Приду.", &[]).await;
    let address = room.oldest().await;
    for points in ["", "много", "4.25", "-1", "1.1"] {
        let refused = room.mark(&address, points, "Запомните это").await;
        assert_eq!(refused.status, 422, "{points}");
        assert!(refused.html.contains("Запомните это"), "what was typed is kept");
    }
    assert_eq!(room.mark(&address, "4", "").await.status, 200);
    let late = room.mark(&address, "1", "Слишком поздно").await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("уже проверили") && late.html.contains("Слишком поздно"), "{}", late.text());
    assert!(late.text().contains("Иванова"), "who has marked it is named");
}

#[actix_web::test]
async fn nobody_marks_their_own_answer_and_strangers_see_none() {
    let room = Room::new().await;
    let enrolment = room.app.enrol(room.edition, &room.trainer).await;
    let own = room.sit(&(room.trainer.clone(), enrolment), "Сам себе.", &[]).await;
    assert!(
        room.desk.get(paths::MARKING).await.text().contains("Проверять нечего"),
        "one's own does not wait"
    );
    let (one, _) = room.question("one").await;
    assert_eq!(room.desk.get(&paths::mark_override(own, one)).await.status, 403);
    let anna = room.trainee("Аннина").await;
    room.sit(&anna, "Приду.", &[]).await;
    let address = room.oldest().await;
    let other = room.app.trainer("Чужая").await;
    let stranger = room.app.sign_in(&other).await;
    assert_eq!(stranger.get(&address).await.status, 404);
    assert_eq!(stranger.post(&format!("{address}/mark"), &[("points", "1")]).await.status, 404);
    assert!(stranger.get(paths::MARKING).await.text().contains("Проверять нечего"));
    let trainee = room.app.sign_in(&anna.0).await;
    assert_eq!(trainee.get(&address).await.status, 403);
}

#[actix_web::test]
async fn without_names_no_output_tells_whose_answer_it_is() {
    let room = Room::new().await;
    let administrator = room.app.administrator().await;
    let office = room.app.sign_in(&administrator).await;
    let blind = paths::blind_marking(room.edition, room.quiz);
    let refused = room.desk.post(&blind, &[("blind", "yes")]).await;
    assert_eq!(refused.status, 403, "whoever marks does not decide it");
    assert_eq!(office.post(&blind, &[("blind", "yes")]).await.status, 200);

    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &[]).await;
    let address = room.oldest().await;
    let api = room.app.api(&room.trainer).await;
    let json = api.get(&format!("/api/v1{address}")).await;
    assert_eq!(json.json()["response"], "Приду.");
    room.app.set_clock("2026-09-17T09:30:00Z");
    let json = api.get(&format!("/api/v1{address}")).await;
    assert_eq!(
        (&json.json()["submitted_at"], &json.json()["age_days"]),
        (&json!(null), &json!(2)),
        "the list of results tells who handed in when"
    );
    let waiting = api.get("/api/v1/marking").await.json();
    let waiting = &waiting["questions"][0];
    assert_eq!((&waiting["oldest"], &waiting["oldest_days"]), (&json!(null), &json!(2)));
    let desk = room.desk.get(&address).await.text();
    assert!(desk.contains("Ждёт: 2 дня") && !desk.contains("Сдано") && !desk.contains("сентября"), "{desk}");
    for (what, html) in [
        ("desk", room.desk.get(&address).await.html),
        ("queue", room.desk.get(paths::MARKING).await.html),
        ("api", json.html),
    ] {
        assert!(!html.contains("Аннина"), "{what} names the author");
        assert!(!html.contains(&paths::attempt(attempt)), "{what} leads to the attempt");
        assert!(!html.contains("attempt_id"), "{what} tells the attempt");
    }
    assert_eq!(
        room.desk.get(&paths::attempt(attempt)).await.status,
        403,
        "nor is the attempt shown beside it"
    );
    assert_eq!(office.get(&paths::attempt(attempt)).await.status, 200);
    room.mark(&address, "4", "").await;
    assert_eq!(room.desk.get(&paths::attempt(attempt)).await.status, 200, "once it is marked, names return");
}

#[actix_web::test]
async fn saved_phrases_go_under_the_remark() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &[]).await;
    assert_eq!(room.desk.post(paths::MARKING_PHRASES, &[("phrase", " ")]).await.status, 422);
    let saved = room.desk.post(paths::MARKING_PHRASES, &[("phrase", "Нет примера.")]).await;
    assert!(saved.text().contains("Нет примера."));
    let address = room.oldest().await;
    let phrase = room.desk.get(&address).await.value_of("phrase").unwrap();
    let fields = [("points", "3"), ("remark", "Хорошо."), ("phrase", &phrase), ("keep", "yes")];
    room.desk.post(&format!("{address}/mark"), &fields).await;
    let result = room.app.sign_in(&anna.0).await.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("Хорошо.") && result.contains("Нет примера."), "{result}");
    let phrases = room.desk.get(paths::MARKING_PHRASES).await.text();
    assert!(phrases.contains("Хорошо."), "the remark was kept as a phrase");
    let other = room.app.sign_in(&room.app.trainer("Чужая").await).await;
    assert!(!other.get(paths::MARKING_PHRASES).await.text().contains("Хорошо."), "phrases are one's own");
}

#[actix_web::test]
async fn another_mark_needs_a_reason_and_the_old_one_is_kept_and_shown() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    room.mark(&room.oldest().await, "1", "").await;
    assert_eq!(room.row(attempt).await.passed, Some(false), "six of eleven");
    let (many, _) = room.question("many").await;
    let address = paths::mark_override(attempt, many);
    let form = room.desk.get(&address).await;
    let seen = form.value_of("seen").unwrap();
    let without = room.desk.post(&address, &[("points", "2"), ("reason", " "), ("seen", &seen)]).await;
    assert_eq!(without.status, 422);
    let fields = [("points", "2"), ("reason", "Ответ дан на бумаге"), ("seen", seen.as_str())];
    assert_eq!(room.desk.post(&address, &fields).await.status, 200);
    assert_eq!(room.row(attempt).await.result, Some(Permille(727)));
    assert_eq!(room.completed(anna.1).await, Some(Some(Permille(727))));
    let expected = ("overridden".to_owned(), 0, 2000, "Ответ дан на бумаге".to_owned());
    assert_eq!(room.changes(attempt).await.last(), Some(&expected));
    assert_eq!(room.desk.post(&address, &fields).await.status, 409, "the form is older than the last change");
    let seen = room.desk.get(&address).await.value_of("seen").unwrap();
    let finer = [("points", "0.3333"), ("reason", "Треть"), ("seen", seen.as_str())];
    let page = room.desk.post(&address, &finer).await;
    assert!(page.status == 422 && page.text().contains("с шагом 0.001"), "{}", page.text());
    let third = [("points", "1,667"), ("reason", "Ответ дан на бумаге"), ("seen", seen.as_str())];
    assert_eq!(room.desk.post(&address, &third).await.status, 200, "a third of a point can be put right");
    let seen = room.desk.get(&address).await.value_of("seen").unwrap();
    let back = [("points", "2"), ("reason", "Ответ дан на бумаге"), ("seen", seen.as_str())];
    assert_eq!(room.desk.post(&address, &back).await.status, 200);

    let own = room.app.sign_in(&anna.0).await;
    let result = own.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("Оценка изменена: Ответ дан на бумаге"), "{result}");
    assert!(result.contains("было 0, стало 2"), "{result}");
    assert_eq!(own.get(&address).await.status, 403);
    let trainers = room.desk.get(&address).await.text();
    assert!(trainers.contains("было 0, стало 2") && trainers.contains("Иванова"), "{trainers}");
    let subjects: Vec<String> = room.letters().await.into_iter().map(|(_, subject)| subject).collect();
    assert!(subjects.contains(&"Оценка изменена: Тест".to_owned()), "{subjects:?}");
}

#[actix_web::test]
async fn programs_mark_as_pages_do() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &[]).await;
    let api = room.app.api(&room.trainer).await;
    let queue = api.get("/api/v1/marking").await.json();
    assert_eq!(queue["questions"][0]["count"], 1);
    let base = format!("/api/v1{}", paths::answers_to_mark(room.edition, room.quiz, room.essay));
    let answer = api.get(&base).await.json()["answer"].as_i64().unwrap();
    let faulty = api.post(&format!("{base}/{answer}/mark"), json!({ "points": "9" })).await;
    assert_eq!((faulty.status, faulty.json()["errors"][0]["field"].as_str()), (422, Some("points")));
    let marked = api.post(&format!("{base}/{answer}/mark"), json!({ "points": "3.5" })).await;
    assert_eq!((marked.status, marked.json()["settled"].as_bool()), (201, Some(true)));
    assert_eq!(api.post(&format!("{base}/{answer}/mark"), json!({ "points": "3.5" })).await.status, 409);
    assert_eq!(room.row(attempt).await.milli_points, Some(10_500));
    let (one, _) = room.question("one").await;
    let path = format!("/api/v1{}", paths::mark_override(attempt, one));
    let changed = api.post(&path, json!({ "points": "0.5", "reason": "неточно" })).await;
    assert_eq!((changed.status, room.row(attempt).await.milli_points), (201, Some(10_000)));
}

/// Who handed in what a trainer has yet to mark is not sent to do it again.
#[actix_web::test]
async fn a_quiz_that_waits_for_its_trainer_is_not_the_next_step() {
    let room = Room::new().await;
    let trainee = room.trainee("Абаев").await;
    let (quiz, enrolment) = (room.quiz, trainee.1);
    let works = async || {
        room.app
            .db
            .read(move |r| birge::progress::store::works(r, enrolment, &[]))
            .await
            .unwrap()
            .get(&quiz)
            .is_some_and(|work| *work == birge::progress::rules::Work::Waiting)
    };
    let attempt = room.begin(&trainee, "Приду в субботу", &[]).await;
    assert!(!works().await, "under way it is the trainee's turn");
    room.hand_in(&trainee, attempt).await;
    assert!(works().await);
    let mut facts = room.app.facts(enrolment).await;
    facts.retain(|fact| fact.id == quiz);
    let waiting = room.app.db.read(move |r| birge::progress::store::works(r, enrolment, &[])).await.unwrap();
    assert_eq!(birge::progress::rules::next_step(&facts, &waiting), None);
    room.mark(&room.oldest().await, "4", "").await;
    assert!(!works().await);
}
