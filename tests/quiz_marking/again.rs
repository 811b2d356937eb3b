//! Marking a question again by another version of it, and full marks for everybody.

use super::*;
use birge::kernel::RegradeId;
use birge::questions::rules::ChoiceId;
use std::collections::BTreeSet;

impl Room {
    /// A second version of a question of the quiz.
    async fn next_version(&self, key: &str, change: impl FnOnce(&mut Question)) -> QuestionId {
        self.version_of(key, 2, change).await
    }

    /// A further version of a question of the quiz, made of the one that it asks.
    async fn version_of(&self, key: &str, number: i32, change: impl FnOnce(&mut Question)) -> QuestionId {
        let (id, mut question) = self.question(key).await;
        change(&mut question);
        let now = self.app.now();
        self.app
            .db
            .write(move |w| {
                let entry = birge::db::schema::question_versions::table
                    .find(id)
                    .select(birge::db::schema::question_versions::entry_id)
                    .first(w.conn())?;
                let new = NewVersion { entry, number, ready: true, question: &question, by: None };
                bank::insert_version(w, new, now)
            })
            .await
            .unwrap()
    }

    async fn order(&self, key: &str, version: &str, reason: &str) -> Page {
        let question = self.question(key).await.0.to_string();
        let fields = [("question", question.as_str()), ("version", version), ("reason", reason)];
        self.desk.post(&paths::quiz_regrades(self.edition, self.quiz), &fields).await
    }
}

/// In the corrected version of «one» the other choice is right.
fn the_other(question: &mut Question) {
    let Answer::One(right) = question.answer else { panic!("it is a choice of one") };
    let text = question.texts.values().next().unwrap();
    let other: Vec<ChoiceId> =
        text.choices.iter().map(|choice| choice.id).filter(|id| *id != right).collect();
    question.answer = Answer::One(other[0]);
}

#[actix_web::test]
async fn a_dry_run_says_who_changes_and_the_job_does_each_attempt_once() {
    let room = Room::new().await;
    let (anna, boris) = (room.trainee("Аннина").await, room.trainee("Борисов").await);
    let first = room.sit(&anna, "Приду.", &["match", "order"]).await;
    let second = room.sit(&boris, "Приду.", &["one"]).await;
    room.mark(&room.oldest().await, "3", "").await;
    room.mark(&room.oldest().await, "3", "").await;
    assert_eq!(room.row(first).await.passed, Some(true), "eight of eleven");
    let corrected = room.next_version("one", the_other).await;

    let (one, _) = room.question("one").await;
    let address = format!("{}&version={corrected}", paths::new_regrade(room.edition, room.quiz, one));
    let preview = room.desk.get(&address).await.text();
    assert!(preview.contains("Изменится 1 оценка") && preview.contains("Аннина"), "{preview}");
    assert!(preview.contains("больше не сдан"), "passing flips: {preview}");
    assert!(!preview.contains("Борисов"), "a blank stays a blank: {preview}");
    assert_eq!(room.row(first).await.milli_points, Some(8000), "nothing has changed yet");

    assert_eq!(room.order("one", &corrected.to_string(), " ").await.status, 422, "a reason is needed");
    let page = room.order("one", &corrected.to_string(), "Ключ был неверен").await;
    let id: RegradeId = page.path.strip_prefix("/regrades/").unwrap().parse().unwrap();
    assert!(page.text().contains("Осталось 2 попытки"), "{}", page.text());
    let now = room.app.now();
    assert!(
        room.app.db.write(move |w| marking::step(w, id, now)).await.unwrap(),
        "one attempt, then an interruption"
    );
    room.app.run_jobs().await;
    room.app.run_jobs().await;
    let done = room.desk.get(&paths::regrade(id)).await.text();
    assert!(
        done.contains("Пересчёт закончен") && done.contains("Попыток: 2, оценок изменилось: 1"),
        "{done}"
    );
    let count =
        room.app.db.read(move |r| Ok(quiz_regrade_attempts::table.count().get_result::<i64>(r.conn())?));
    assert_eq!(count.await.unwrap(), 2);
    let row = room.row(first).await;
    assert_eq!((row.milli_points, row.passed), (Some(7000), Some(false)));
    assert!(row.question_ids.0.contains(&one), "the attempt keeps the version it was asked");
    assert_eq!(
        room.completed(anna.1).await,
        Some(Some(Permille(636))),
        "what was completed stays completed, and its number follows the marks"
    );
    let expected = ("regraded".to_owned(), 1000, 0, "Ключ был неверен".to_owned());
    assert_eq!(room.changes(first).await.last(), Some(&expected));
    assert_eq!(room.changes(second).await.len(), 1, "only the essay's mark");
    let letters = room.letters().await;
    assert_eq!(letters.iter().filter(|(_, subject)| subject.starts_with("Оценка изменена")).count(), 1);
}

#[actix_web::test]
async fn marked_again_by_the_same_version_nothing_changes_and_marks_by_hand_stay() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    room.mark(&room.oldest().await, "3", "").await;
    let api = room.app.api(&room.trainer).await;
    let base = format!("/api/v1/editions/{}/quizzes/{}", room.edition, room.quiz);
    for key in ["one", "many", "truth", "number", "order", "match"] {
        let (id, _) = room.question(key).await;
        let preview = api.get(&format!("{base}/regrade-preview?question={id}&version={id}")).await.json();
        assert_eq!(
            (preview["changes"].as_array().unwrap().len(), preview["unchanged"].as_i64()),
            (0, Some(1)),
            "{key}"
        );
    }
    let (one, _) = room.question("one").await;
    let path = format!("/api/v1{}", paths::mark_override(attempt, one));
    api.post(&path, json!({ "points": "0.5", "reason": "неточно" })).await;
    let corrected = room.next_version("one", the_other).await;
    let preview = api.get(&format!("{base}/regrade-preview?question={one}&version={corrected}")).await.json();
    assert_eq!((preview["by_hand"].as_i64(), preview["unchanged"].as_i64()), (Some(1), Some(0)));
}

#[actix_web::test]
async fn full_marks_for_everybody_are_one_act() {
    let room = Room::new().await;
    let (anna, boris) = (room.trainee("Аннина").await, room.trainee("Борисов").await);
    let first = room.sit(&anna, "Приду.", &["many"]).await;
    let second = room.sit(&boris, "Приду.", &[]).await;
    let api = room.app.api(&room.trainer).await;
    let base = format!("/api/v1/editions/{}/quizzes/{}/regrades", room.edition, room.quiz);
    let body = json!({ "question_id": room.essay.0, "reason": "Вопрос был непонятен" });
    let ordered = api.post(&base, body).await;
    assert_eq!(ordered.status, 201, "{}", ordered.html);
    room.app.run_jobs().await;
    let id = ordered.json()["id"].as_i64().unwrap();
    let done = api.get(&format!("/api/v1/regrades/{id}")).await.json();
    assert_eq!((done["left"].as_i64(), done["done"].as_i64()), (Some(0), Some(2)));
    assert_eq!(
        (room.row(first).await.milli_points, room.row(second).await.milli_points),
        (Some(9000), Some(11_000))
    );
    assert!(
        room.desk.get(paths::MARKING).await.text().contains("Проверять нечего"),
        "nothing waits any more"
    );
    let result = room.app.sign_in(&boris.0).await.get(&paths::attempt(second)).await.text();
    assert!(result.contains("Оценка изменена: Вопрос был непонятен"), "{result}");
}

#[actix_web::test]
async fn versions_that_cannot_be_compared_are_refused_with_a_way_out() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    room.sit(&anna, "Приду.", &[]).await;
    let another = room
        .next_version("one", |question| {
            for text in question.texts.values_mut() {
                for choice in &mut text.choices {
                    choice.html = format!("совсем другое {}", choice.id.0);
                }
            }
            question.answer = Answer::Many(BTreeSet::new());
            question.kind = QuestionKind::Many;
        })
        .await;
    let refused = room.order("one", &another.to_string(), "Проба").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Засчитайте вопрос всем"), "{}", refused.text());
    let stranger = room.app.sign_in(&room.app.trainer("Чужая").await).await;
    let (one, _) = room.question("one").await;
    assert_eq!(stranger.get(&paths::new_regrade(room.edition, room.quiz, one)).await.status, 404);
}

#[actix_web::test]
async fn what_was_decided_holds_for_attempts_that_are_handed_in_later() {
    let room = Room::new().await;
    let (anna, boris) = (room.trainee("Аннина").await, room.trainee("Борисов").await);
    let early = room.sit(&anna, "Приду.", &[]).await;
    let late = room.begin(&boris, "Приду.", &[]).await;
    let corrected = room.next_version("one", the_other).await;
    let (one, _) = room.question("one").await;
    let address = format!("{}&version={corrected}", paths::new_regrade(room.edition, room.quiz, one));
    let preview = room.desk.get(&address).await.text();
    assert!(preview.contains("1 попытка ещё идёт: решение коснётся её, когда её сдадут"), "{preview}");
    let page = room.order("one", &corrected.to_string(), "Ключ был неверен").await;
    let id: RegradeId = page.path.strip_prefix("/regrades/").unwrap().parse().unwrap();
    room.app.run_jobs().await;
    assert_eq!(room.row(early).await.milli_points, Some(6000));

    room.hand_in(&boris, late).await;
    assert_eq!(room.row(late).await.milli_points, Some(6000), "the good key at once");
    let expected = ("regraded".to_owned(), 1000, 0, "Ключ был неверен".to_owned());
    assert_eq!(room.changes(late).await, [expected], "with its trace and its reason");
    let done = room.desk.get(&paths::regrade(id)).await.text();
    assert!(done.contains("Попыток: 2, оценок изменилось: 2"), "{done}");
    room.app.run_jobs().await;
    assert_eq!(room.changes(late).await.len(), 1, "once");
}

#[actix_web::test]
async fn full_marks_are_decided_while_everybody_still_answers() {
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.begin(&anna, "Приду.", &["one", "many"]).await;
    let api = room.app.api(&room.trainer).await;
    let base = format!("/api/v1/editions/{}/quizzes/{}/regrades", room.edition, room.quiz);
    let (one, _) = room.question("one").await;
    for question in [one.0, room.essay.0] {
        let ordered = api.post(&base, json!({ "question_id": question, "reason": "Неясно" })).await;
        assert_eq!(ordered.status, 201, "{}", ordered.html);
    }
    room.app.run_jobs().await;
    room.hand_in(&anna, attempt).await;
    let row = room.row(attempt).await;
    assert_eq!((row.milli_points, row.passed), (Some(9000), Some(true)), "all but «many»: nothing waits");
    assert_eq!(room.completed(anna.1).await, Some(Some(Permille(818))));
    let result = room.app.sign_in(&anna.0).await.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("Оценка изменена: Неясно"), "{result}");
}

#[actix_web::test]
async fn a_regrade_ends_although_who_ordered_it_has_left() {
    use birge::db::schema::{edition_trainers, people};
    let room = Room::new().await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &[]).await;
    let corrected = room.next_version("one", the_other).await;
    room.order("one", &corrected.to_string(), "Ключ был неверен").await;
    let (person, now) = (room.trainer.id, room.app.now());
    let leave = move |w: &mut Write| {
        diesel::delete(edition_trainers::table.filter(edition_trainers::person_id.eq(person)))
            .execute(w.conn())?;
        diesel::update(people::table.find(person)).set(people::deactivated_at.eq(now)).execute(w.conn())?;
        Ok(())
    };
    room.app.db.write(leave).await.unwrap();
    room.app.run_jobs().await;
    assert_eq!(room.row(attempt).await.milli_points, Some(6000));
}

/// Tries of «one»: whether each said what was right at first, and what they give by the first key, by the other
/// one, and by the first with a smaller penalty. Points are thousandths.
const TRIES: [(&[bool], i32, i32, i32); 4] =
    [(&[true], 1000, 0, 1000), (&[false, true], 667, 1000, 900), (&[false], 0, 1000, 0), (&[], 0, 0, 0)];

#[actix_web::test]
async fn tries_and_their_penalties_are_played_again() {
    use birge::programmes::rules::words::Behaviour;
    use birge::questions::rules::Weight;
    let room = Room::new().await;
    let interactive = |settings: &mut birge::programmes::rules::quiz::QuizSettings| {
        settings.behaviour = Behaviour::Interactive;
    };
    room.app.set_up(room.edition, room.quiz, interactive, Vec::new()).await;
    let (one, question) = room.question("one").await;
    let Answer::One(right) = question.answer else { panic!("it is a choice of one") };
    let choices = &question.texts.values().next().unwrap().choices;
    let wrong = choices.iter().map(|choice| choice.id).find(|id| *id != right).unwrap();
    let mut attempts = Vec::new();
    for (number, (tries, ..)) in TRIES.iter().enumerate() {
        let (person, enrolment) = room.trainee(&format!("Слушатель{number}")).await;
        let (actor, now, quiz) = (room.app.actor(&person).await, room.app.now(), room.quiz);
        let sit = move |w: &mut Write| {
            let attempt = quizzes::start(w, &actor, (enrolment, quiz), 1, now)?;
            for (sequence, said) in (0..).zip(*tries) {
                let response = Response::One(if *said { right } else { wrong });
                let input =
                    AnswerInput { attempt, question: one, sequence, response, check: true, holder: None };
                quizzes::answer(w, actor.person.unwrap(), &input, now)?;
            }
            quizzes::submit(w, &actor, attempt, now)?;
            Ok(attempt)
        };
        attempts.push(room.app.db.write(sit).await.unwrap());
    }
    let points = async || {
        let mut all = Vec::new();
        for attempt in &attempts {
            let attempt = *attempt;
            let marks = room.app.db.read(move |r| birge::quizzes::store::marks(r, attempt)).await.unwrap();
            all.push(marks.into_iter().find(|(id, _, _)| *id == one).unwrap().2.0);
        }
        all
    };
    assert_eq!(points().await, TRIES.map(|row| row.1));
    let other = room.next_version("one", the_other).await;
    room.order("one", &other.to_string(), "Ключ был неверен").await;
    room.app.run_jobs().await;
    assert_eq!(points().await, TRIES.map(|row| row.2));
    let milder = room.version_of("one", 3, |question| question.penalty = Weight(1_000_000)).await;
    room.order("one", &milder.to_string(), "Штраф был велик").await;
    room.app.run_jobs().await;
    assert_eq!(points().await, TRIES.map(|row| row.3));
}

/// The dry run and the job look at the same attempts: also of who left, and what was handed in a moment after the order.
#[actix_web::test]
async fn the_job_does_what_the_dry_run_says_whoever_left_and_whatever_came_in_meanwhile() {
    use birge::db::schema::{enrolments, quiz_attempts};
    let room = Room::new().await;
    let (anna, boris) = (room.trainee("Аннина").await, room.trainee("Борисов").await);
    let (left, meanwhile) = (room.sit(&anna, "Приду.", &[]).await, room.sit(&boris, "Приду.", &[]).await);
    let (enrolment, now) = (anna.1, room.app.now());
    let change = move |w: &mut Write| {
        diesel::update(enrolments::table.find(enrolment))
            .set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Уехала")))
            .execute(w.conn())?;
        diesel::update(quiz_attempts::table.find(meanwhile))
            .set(quiz_attempts::submitted_at.eq(now.plus_minutes(5)))
            .execute(w.conn())?;
        Ok(())
    };
    room.app.db.write(change).await.unwrap();
    let corrected = room.next_version("one", the_other).await;
    let (one, _) = room.question("one").await;
    let address = format!("{}&version={corrected}", paths::new_regrade(room.edition, room.quiz, one));
    let preview = room.desk.get(&address).await.text();
    assert!(preview.contains("Изменятся 2 оценки") || preview.contains("Изменится 2"), "{preview}");
    room.order("one", &corrected.to_string(), "Ключ был неверен").await;
    room.app.run_jobs().await;
    for attempt in [left, meanwhile] {
        assert_eq!(room.row(attempt).await.milli_points, Some(6000), "{attempt:?}");
    }
}
