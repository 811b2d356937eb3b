//! What comes late, twice, out of order, forged, from elsewhere, too large; and a clock that was set back.

use super::*;
use birge::db::schema::question_entries;
use diesel::prelude::*;

#[tokio::test]
async fn a_question_of_another_attempt_is_none_of_this_one() {
    let drawing = course().replace("01-first/03-quiz.ru.quiz.md", "attempts = 2", "attempts = 2\ndraw = 3");
    let desk = Desk::of(drawing).await;
    let attempt = desk.start().await;
    let asked = desk.row(attempt).await.question_ids.0;
    for (id, question) in desk.questions().await.into_iter().filter(|(id, _)| !asked.contains(id)) {
        assert_eq!(save(&desk.browser, attempt, id, 0, &right(id, &question)).await.status, 404);
    }
    assert_eq!(desk.steps(attempt).await, []);
}

#[tokio::test]
async fn answers_out_of_order_end_as_they_were_sent_last() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    assert_eq!(desk.save(attempt, "truth", 1, &[("", "1")]).await.status, 409, "the second before the first");
    assert_eq!(desk.save(attempt, "scale", 0, &[("", "3")]).await.json()["sequence"], 1);
    assert_eq!(desk.save(attempt, "truth", 1, &[("", "1")]).await.json()["sequence"], 2);
    assert_eq!(desk.save(attempt, "scale", 0, &[("", "3")]).await.json()["sequence"], 1, "late once more");
    assert_eq!(desk.steps(attempt).await.len(), 2);
    for forged in ["-1", "2147483648", "x", ""] {
        let (id, _) = desk.question("truth").await;
        let question = id.to_string();
        let fields = [("question", question.as_str()), ("sequence", forged)];
        let reply = send(&desk.browser, &paths::attempt_answers(attempt), &fields).await;
        assert!([400, 409].contains(&reply.status), "{forged}: {}", reply.status);
    }
    assert_eq!(desk.steps(attempt).await.len(), 2);
}

#[tokio::test]
async fn an_oversized_answer_is_refused_and_nothing_is_lost() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    desk.save(attempt, "truth", 0, &[("", "1")]).await;
    let huge = "1".repeat(3 * 1024 * 1024);
    let (id, _) = desk.question("number").await;
    let (question, name) = (id.to_string(), field_name(id));
    let fields = [("question", question.as_str()), ("sequence", "1"), (name.as_str(), huge.as_str())];
    let reply = send(&desk.browser, &paths::attempt_answers(attempt), &fields).await;
    assert!([413, 403].contains(&reply.status), "{}", reply.status);
    let long = "1".repeat(10_000);
    assert_eq!(desk.save(attempt, "number", 1, &[("", &long)]).await.status, 422);
    assert_eq!(desk.steps(attempt).await.len(), 1);
}

#[tokio::test]
async fn an_attempt_whose_questions_were_archived_goes_on_and_is_marked() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let now = desk.app.now();
    let archive = move |w: &mut birge::db::Write| {
        diesel::update(question_entries::table)
            .set(question_entries::archived_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    };
    desk.app.db.write(archive).await.unwrap();
    desk.answer_all(attempt).await;
    assert!(desk.submit(attempt).await.text().contains("100 %"));
}

#[tokio::test]
async fn a_clock_that_was_set_back_loses_nothing_and_opens_nothing() {
    let desk = Desk::of(course()).await;
    let begun = desk.app.now();
    let attempt = desk.start().await;
    desk.app.clock.set(begun.plus_minutes(5));
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "1")]).await.status, 200);
    desk.app.clock.set(begun.plus_minutes(-60));
    assert_eq!(desk.save(attempt, "truth", 1, &[("", "2")]).await.json()["sequence"], 2);
    let steps = desk.app.db.read(move |r| store::steps(r, attempt)).await.unwrap();
    assert!(steps.iter().all(|step| step.answered_at >= begun), "no answer is from before the attempt");
    desk.submit(attempt).await;
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.milli_points), (Some(begun), Some(1000)), "the later step counts");
    assert_eq!(desk.save(attempt, "truth", 2, &[("", "1")]).await.json()["code"], "attempt-closed");
    desk.app.clock.set(begun.plus_minutes(60));
    desk.app.run_jobs().await;
    assert_eq!(desk.row(attempt).await.submitted_at, Some(begun));
}

/// The reply to an answer may be lost, and the answer sent again when the attempt is over (G8).
#[tokio::test]
async fn an_answer_that_was_saved_is_confirmed_after_handing_in_too() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "1")]).await.status, 200);
    assert_eq!(desk.save(attempt, "scale", 1, &[("", "4")]).await.status, 200);
    desk.submit(attempt).await;
    let again = desk.save(attempt, "truth", 0, &[("", "1")]).await;
    assert_eq!((again.status, again.json()["sequence"].as_i64()), (200, Some(1)));
    let api = desk.app.api(&desk.person).await;
    let (scale, _) = desk.question("scale").await;
    let body = serde_json::json!({ "question_id": scale, "sequence": 1, "response": 4 });
    let path = format!("/api/v1/attempts/{attempt}/answers");
    assert_eq!(api.post(&path, body).await.json()["sequence"], 2);
    for (key, sequence, value) in [("truth", 0, "2"), ("truth", 1, "1"), ("scale", 2, "4")] {
        let other = desk.save(attempt, key, sequence, &[("", value)]).await;
        assert_eq!((other.status, other.json()["code"].as_str()), (409, Some("attempt-closed")), "{key}");
    }
    let (stranger, _) = desk.neighbour("Сидорова").await;
    let theirs = save(&stranger, attempt, scale, 1, &named(scale, &[("", "4")])).await;
    assert_eq!(theirs.status, 404, "to nobody else");
    assert_eq!(desk.steps(attempt).await.len(), 2);
}
