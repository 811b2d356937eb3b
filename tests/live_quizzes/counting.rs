//! The results count only when the trainer says so, once, and for trainees who reached the pass mark.

use super::*;
use birge::progress::store as progress;

async fn completed(hall: &Hall, enrolment: EnrolmentId) -> (bool, Option<i32>) {
    let (version, quiz) = (hall.version, hall.quiz);
    let facts = hall.app.db.read(move |r| progress::portion(r, version, enrolment)).await.unwrap().facts;
    let fact = facts.into_iter().find(|fact| fact.id == quiz).unwrap();
    (fact.completed, fact.result.map(|result| result.0))
}

/// A good trainee, one who knows nothing, and a guest play the first two questions.
async fn play(hall: &Hall) -> (Live<'_>, EnrolmentId, EnrolmentId) {
    let live = hall.start(&[]).await;
    let ((good, passing), (poor, failing)) = (hall.trainee("Знающая").await, hall.trainee("Гадающий").await);
    let players = [live.known(&good).await, live.known(&poor).await, live.guest("Гость").await];
    for _ in 0..2 {
        live.step("opened").await;
        let (id, question) = live.question().await;
        for (number, phone) in players.iter().enumerate() {
            if number != 1 {
                let fields = super::api::right_response(&question).to_fields("");
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                phone.answer(id, &fields).await;
            }
        }
        live.step("closed").await;
    }
    (live, passing, failing)
}

#[tokio::test]
async fn nothing_counts_until_the_trainer_says_so() {
    let hall = Hall::open().await;
    let (live, passing, failing) = play(&hall).await;
    let early = hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    assert_eq!(early.status, 409, "not before the end");
    let page = live.step("ended").await.text();
    assert!(page.contains("играли 2, проходной балл набрали 1"), "{page}");
    assert_eq!(completed(&hall, passing).await, (false, None));
    let counted = hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    assert!(counted.text().contains("Засчитано 1 слушателю"), "{}", counted.text());
    assert_eq!(
        completed(&hall, passing).await,
        (true, Some(1000)),
        "of what was asked, by the quiz's own points"
    );
    assert_eq!(completed(&hall, failing).await, (false, None));
    let again = hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    assert_eq!(again.status, 409, "once");
    let hours = progress_hours(&hall, passing).await;
    assert_eq!(hours, [("live_quiz", 90)], "the planned time is credited with its source");
    let audited = audit(&hall).await;
    assert_eq!(audited, ["live-quiz-started", "live-quiz-counted"]);
}

async fn progress_hours(hall: &Hall, enrolment: EnrolmentId) -> Vec<(&'static str, i32)> {
    let entries = hall.app.db.read(move |r| progress::entries(r, enrolment)).await.unwrap();
    entries.iter().map(|entry| (entry.source.as_str(), entry.minutes.0)).collect()
}

async fn audit(hall: &Hall) -> Vec<String> {
    use birge::db::schema::audit_entries;
    use diesel::prelude::*;
    let load = |r: &mut birge::db::Read| {
        Ok(audit_entries::table
            .filter(audit_entries::subject_kind.eq("live_quiz"))
            .order(audit_entries::id)
            .select(audit_entries::action)
            .load(r.conn())?)
    };
    hall.app.db.read(load).await.unwrap()
}

#[tokio::test]
async fn a_diagnostic_quiz_never_counts() {
    let course =
        Course::sample().replace("01-first/03-quiz.ru.quiz.md", "pass_percent = 70", "diagnostic = true");
    let hall = Hall::with(TestApp::spawn().await, course).await;
    let (live, passing, _) = play(&hall).await;
    let page = live.step("ended").await.text();
    assert!(page.contains("Это диагностический тест"), "{page}");
    assert_eq!(hall.trainer.post(&paths::live_credit(live.id), &[]).await.status, 409);
    assert_eq!(completed(&hall, passing).await, (false, None));
}

/// Trainees take the quiz at their own time and hand it in without an answer.
async fn hands_in_blank(hall: &Hall, enrolments: &[EnrolmentId]) {
    use birge::db::schema::enrolments;
    use birge::quizzes::actions as quizzes;
    use diesel::prelude::*;
    let (quiz, now, sitting) = (hall.quiz, hall.app.now(), enrolments.to_vec());
    let sit = move |w: &mut birge::db::Write| {
        for enrolment in &sitting {
            let person = enrolments::table.find(*enrolment).select(enrolments::person_id).first(w.conn())?;
            let actor = birge::access::store::actor_of(w, person)?.unwrap();
            let attempt = quizzes::start(w, &actor, (*enrolment, quiz), 1, now)?;
            quizzes::submit(w, &actor, attempt, now)?;
        }
        Ok(())
    };
    hall.app.db.write(sit).await.unwrap();
}

#[tokio::test]
async fn an_attempt_at_ones_own_time_never_takes_the_number_of_the_live_quiz_away() {
    let course = Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
    let hall = Hall::with(TestApp::spawn().await, course).await;
    let (live, passing, failing) = play(&hall).await;
    live.step("ended").await;
    hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    hands_in_blank(&hall, &[passing, failing]).await;
    assert_eq!(completed(&hall, passing).await, (true, Some(1000)), "the better of the two");
    assert_eq!(completed(&hall, failing).await, (false, None));
}

/// The number that counts when a trainee reached everything in the room and nothing at her own time.
async fn counted(counting: &str, live_first: bool) -> (bool, Option<i32>) {
    let course = Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
    let hall = Hall::with(TestApp::spawn().await, course).await;
    hall.set_up(&[("counting", counting)]).await;
    let (live, passing, _) = play(&hall).await;
    live.step("ended").await;
    if !live_first {
        hands_in_blank(&hall, &[passing]).await;
        hall.app.clock.set(hall.app.now().plus_minutes(1));
    }
    hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    if live_first {
        hall.app.clock.set(hall.app.now().plus_minutes(1));
        hands_in_blank(&hall, &[passing]).await;
    }
    completed(&hall, passing).await
}

#[tokio::test]
async fn what_was_reached_in_the_room_is_an_attempt_under_every_rule_of_counting() {
    let expected = [("best", 1000, 1000), ("first", 1000, 0), ("last", 0, 1000), ("average", 500, 500)];
    for (rule, live_first, live_last) in expected {
        assert_eq!(counted(rule, true).await, (true, Some(live_first)), "{rule}, the room first");
        assert_eq!(counted(rule, false).await, (true, Some(live_last)), "{rule}, the room last");
    }
}

#[tokio::test]
async fn an_edition_that_made_the_quiz_diagnostic_credits_nobody() {
    // G5: the edition's own setup holds, not the programme's.
    let hall = Hall::open().await;
    hall.set_up(&[("diagnostic", "on"), ("pass_percent", "")]).await;
    let (live, passing, _) = play(&hall).await;
    let page = live.step("ended").await.text();
    assert!(page.contains("Это диагностический тест"), "{page}");
    assert_eq!(hall.trainer.post(&paths::live_credit(live.id), &[]).await.status, 409);
    assert_eq!(completed(&hall, passing).await, (false, None));
}

#[tokio::test]
async fn the_pass_mark_is_the_editions_own() {
    let hall = Hall::open().await;
    hall.set_up(&[("pass_percent", "30")]).await;
    let live = hall.start(&[]).await;
    let (good, passing) = hall.trainee("Третья").await;
    let phone = live.known(&good).await;
    for number in 0..2 {
        live.step("opened").await;
        let (id, question) = live.question().await;
        let fields = super::api::right_response(&question).to_fields("");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if number == 0 {
            phone.answer(id, &fields).await;
        }
        live.step("closed").await;
    }
    let page = live.step("ended").await.text();
    assert!(page.contains("нужно 30 %"), "{page}");
    hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    assert_eq!(
        completed(&hall, passing).await,
        (true, Some(333)),
        "one point of three, above thirty per cent"
    );
}

#[tokio::test]
async fn what_was_answered_after_the_reveal_does_not_come_in_with_a_later_attempt() {
    let course = Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
    let hall = Hall::with(TestApp::spawn().await, course).await;
    hall.set_up(&[("pass_percent", "30")]).await;
    let live = hall.start(&[]).await;
    let (good, passing) = hall.trainee("Четвёртая").await;
    let phone = live.known(&good).await;
    for kinds in [&["opened", "closed"][..], &["opened", "closed", "reopened", "closed"]] {
        for (number, kind) in kinds.iter().enumerate() {
            live.step(kind).await;
            // The first question at once, the second only when the right answer has been seen.
            if number + 2 == kinds.len() {
                let (id, question) = live.question().await;
                let fields = super::api::right_response(&question).to_fields("");
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                phone.answer(id, &fields).await;
            }
        }
    }
    live.step("ended").await;
    hall.trainer.post(&paths::live_credit(live.id), &[]).await;
    assert_eq!(completed(&hall, passing).await, (true, Some(333)));
    hands_in_blank(&hall, &[passing]).await;
    assert_eq!(completed(&hall, passing).await, (true, Some(333)));
}
