//! The same through JSON.

use super::*;
use serde_json::{Value, json};

#[tokio::test]
async fn an_attempt_from_beginning_to_result() {
    let desk = Desk::of(course()).await;
    let api = desk.app.api(&desk.person).await;
    let quiz = format!("/api/v1{}", paths::quiz(desk.enrolment, desk.quiz));
    let before = api.get(&quiz).await.json();
    assert_eq!(
        (&before["questions"], &before["minutes"], &before["attempts_left"]),
        (&json!(7), &json!(20), &json!(2))
    );
    let started = api.post(&format!("{quiz}/attempts"), json!({})).await;
    assert_eq!(started.status, 201, "{}", started.html);
    let attempt = started.json();
    assert_eq!(attempt["due_at"], "2026-09-15T06:20:00Z");
    let path = format!("/api/v1/attempts/{}", attempt["id"]);
    let questions: Vec<(QuestionId, Question)> = desk.questions().await;
    for (sequence, (id, question)) in questions.iter().enumerate() {
        let response = right_response(question).to_json();
        let body = json!({ "question_id": id, "sequence": sequence, "response": response });
        let saved = api.post(&format!("{path}/answers"), body).await;
        assert_eq!(
            (saved.status, saved.json()),
            (200, json!({ "sequence": sequence + 1 })),
            "{}",
            question.key
        );
    }
    let stale = json!({ "question_id": questions[0].0, "sequence": 2, "response": null });
    let conflict = api.post(&format!("{path}/answers"), stale).await;
    assert_eq!((conflict.status, &conflict.json()["errors"][0]["code"]), (409, &json!("conflict")));
    assert_eq!(conflict.json()["sequence"], 7);
    let unfit = json!({ "question_id": questions[0].0, "sequence": 7, "response": "first" });
    let invalid = api.post(&format!("{path}/answers"), unfit).await;
    assert_eq!((invalid.status, &invalid.json()["errors"][0]["field"]), (422, &json!("response")));
    let result = api.post(&format!("{path}/submission"), json!({})).await.json();
    assert_eq!((&result["result_permille"], &result["passed"]), (&json!(1000), &json!(true)));
    let review = |question: &Value| question["review"]["explanation_html"].as_str().map(str::len);
    assert!(result["questions"].as_array().unwrap().iter().all(|question| review(question).is_some()));
    let again = api.post(&format!("{path}/submission"), json!({})).await.json();
    assert_eq!(again["submitted_at"], result["submitted_at"]);
}

/// Whatever stands in the place of a response, the reply says what is wrong and nothing is stored (G8).
#[tokio::test]
async fn a_forged_response_is_refused_with_a_reason() {
    let course = Course::with_every_kind().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
    let desk = Desk::of(course).await;
    let attempt = desk.start().await;
    let api = desk.app.api(&desk.person).await;
    let path = format!("/api/v1/attempts/{attempt}/answers");
    let forged = [
        ("one", json!(-1)),
        ("one", json!(1e30)),
        ("one", json!([1])),
        ("one", json!({ "1": 1 })),
        ("many", json!("1,2")),
        ("many", json!([1, null])),
        ("many", json!([[1]])),
        ("truth", json!("true")),
        ("truth", json!(1)),
        ("number", json!("семь")),
        ("number", json!([60])),
        ("number", json!({ "number": 60 })),
        ("order", json!([1, 1])),
        ("order", json!({ "1": 1 })),
        ("match", json!([1, 5])),
        ("match", json!({ "a": 1 })),
        ("match", json!({ "1": 99 })),
        ("scale", json!(6)),
        ("scale", json!("3")),
        ("word", json!(7)),
        ("word", json!("я".repeat(301))),
        ("gaps", json!(["а"])),
        ("gaps", json!({ "99": 1 })),
        ("essay", json!({ "text": "да" })),
        ("essay", json!("я".repeat(30_001))),
    ];
    for (key, response) in forged {
        let (id, _) = desk.question(key).await;
        let body = json!({ "question_id": id, "sequence": 0, "response": response });
        let reply = api.post(&path, body).await;
        let error = reply.json()["errors"][0].clone();
        assert_eq!(
            (reply.status, &error["field"]),
            (422, &json!("response")),
            "{key} {response}: {}",
            reply.html
        );
        assert!(error["detail"].as_str().is_some_and(|detail| detail.len() > 5), "{key}: {error}");
    }
    let (id, _) = desk.question("essay").await;
    let huge = json!({ "question_id": id, "sequence": 0, "response": "1".repeat(3 * 1024 * 1024) });
    let reply = api.post(&path, huge).await;
    assert_eq!(
        (reply.status, &reply.json()["errors"][0]["code"]),
        (413, &json!("too-large")),
        "{}",
        reply.html
    );
    for body in
        [json!(null), json!([]), json!({ "question_id": id }), json!({ "question_id": "x", "sequence": 0 })]
    {
        assert_eq!(api.post(&path, body.clone()).await.status, 422, "{body}");
    }
    assert_eq!(desk.steps(attempt).await, []);
}

#[tokio::test]
async fn nobody_elses_attempt_exists() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (id, question) = desk.question("one").await;
    let (other, _) = desk.neighbour("Сидорова").await;
    let pages = [paths::attempt(attempt), paths::attempt_submission(attempt), desk.page()];
    for page in &pages {
        assert_eq!(other.get(page).await.status, 404, "{page}");
    }
    assert_eq!(save(&other, attempt, id, 0, &right(id, &question)).await.status, 404);
    assert_eq!(send(&other, &paths::attempt_answers(attempt), &[("sequence", "0")]).await.status, 404);
    assert_eq!(send(&other, &paths::attempt_submission(attempt), &[]).await.status, 404);
    assert_eq!(send(&other, &paths::quiz_attempts(desk.enrolment, desk.quiz), &[]).await.status, 404);
    let person = desk.app.person("Петрова").await;
    let api = desk.app.api(&person).await;
    for path in [format!("/api/v1/attempts/{attempt}"), format!("/api/v1{}", desk.page())] {
        assert_eq!(api.get(&path).await.status, 404, "{path}");
    }
    let answer = serde_json::json!({ "question_id": id, "sequence": 0, "response": 1 });
    assert_eq!(api.post(&format!("/api/v1/attempts/{attempt}/answers"), answer).await.status, 404);
    assert_eq!((desk.steps(attempt).await.len(), desk.row(attempt).await.submitted_at), (0, None));
}

#[tokio::test]
async fn the_editions_trainer_sees_results_and_no_attempt_under_way() {
    let desk = Desk::of(course()).await;
    let trainer = desk.app.trainer("Орлова").await;
    desk.app.teach(desk.attempt_edition().await, &trainer).await;
    let browser = desk.app.sign_in(&trainer).await;
    let attempt = desk.start().await;
    assert_eq!(browser.get(&paths::attempt(attempt)).await.status, 404);
    desk.submit(attempt).await;
    let result = browser.get(&paths::attempt(attempt)).await;
    assert_eq!(result.status, 200);
    assert!(
        result.text().contains("потому что так делят") && !result.text().contains("Начать новую попытку")
    );
    assert!(!browser.get(&desk.page()).await.text().contains("Начать"), "it is the trainee's to begin");
}

#[tokio::test]
async fn a_stranger_is_led_to_the_door() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let page = desk.app.stranger().get(&paths::attempt(attempt)).await;
    assert_eq!(page.path, paths::SIGN_IN);
    let api = crate::support::browser::ApiClient::new(&desk.app.url, None);
    assert_eq!(api.get(&format!("/api/v1/attempts/{attempt}")).await.status, 401);
}
