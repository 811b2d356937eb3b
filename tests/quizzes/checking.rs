//! Questions that are checked one by one, and attempts that are answered in one place.

use super::*;
use serde_json::json;

/// The sample's quiz, checked question by question.
fn checked(behaviour: &str) -> Course {
    let settings = format!("attempts = 2\nrelease = \"after_each\"\nbehaviour = \"{behaviour}\"");
    course().replace("01-first/03-quiz.ru.quiz.md", "attempts = 2", &settings).replace(
        "01-first/03-quiz.ru.quiz.md",
        "release = \"after_submit\"\n",
        "",
    )
}

async fn check(desk: &Desk, attempt: AttemptId, key: &str, sequence: &str, values: &[(&str, &str)]) -> Page {
    let (id, _) = desk.question(key).await;
    let mut fields = vec![("sequence".to_owned(), sequence.to_owned()), ("check".to_owned(), id.to_string())];
    fields.extend(named(id, values));
    let pairs: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send(&desk.browser, &paths::attempt_answers(attempt), &pairs).await
}

#[tokio::test]
async fn checked_at_once_a_question_is_locked_with_its_explanation() {
    let desk = Desk::of(checked("immediate")).await;
    let attempt = desk.start().await;
    let blank = check(&desk, attempt, "truth", "0", &[]).await;
    assert_eq!(blank.status, 422);
    assert!(blank.text().contains("Сначала ответьте"), "{}", blank.text());
    let page = check(&desk, attempt, "truth", "0", &[("", "1")]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("правильный ответ"), "{}", page.text());
    let (truth, _) = desk.question("truth").await;
    assert!(!page.html.contains(&format!("name=\"{}\"", field_name(truth))), "no controls any more");
    let again = desk.save(attempt, "truth", 9, &[("", "2")]).await;
    assert_eq!(again.status, 409);
    let steps = desk.steps(attempt).await;
    let last = steps.last().unwrap().0;
    let locked = desk.save(attempt, "truth", last, &[("", "2")]).await;
    assert_eq!((locked.status, locked.json()["code"].as_str()), (409, Some("question-locked")));
    let after = desk.submit(attempt).await;
    assert_eq!(after.status, 200);
    assert_eq!(desk.row(attempt).await.milli_points, Some(0), "the first answer counts");
}

#[tokio::test]
async fn in_several_tries_each_further_one_costs_a_third() {
    let desk = Desk::of(checked("interactive")).await;
    let attempt = desk.start().await;
    let api = desk.app.api(&desk.person).await;
    let (id, _) = desk.question("truth").await;
    let path = format!("/api/v1/attempts/{attempt}");
    let answer = |sequence: i32, said: bool| json!({ "question_id": id, "sequence": sequence, "response": said, "check": true });
    assert_eq!(api.post(&format!("{path}/answers"), answer(0, true)).await.json()["sequence"], 1);
    assert_eq!(
        api.post(&format!("{path}/answers"), answer(0, true)).await.json()["sequence"],
        1,
        "sent twice"
    );
    let shown = api.get(&path).await.json();
    let tried =
        shown["questions"].as_array().unwrap().iter().find(|one| one["id"] == json!(id)).unwrap().clone();
    assert_eq!(
        (tried["tried"]["tries_left"].as_i64(), tried["tried"]["locked"].as_bool()),
        (Some(2), Some(false))
    );
    assert!(tried.get("review").is_none(), "nothing right is told before the end: {tried}");
    let page = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(page.contains("Осталось 2 попытки") && page.contains("33 %"), "{page}");
    assert_eq!(api.post(&format!("{path}/answers"), answer(1, false)).await.json()["sequence"], 2);
    let locked = api.post(&format!("{path}/answers"), answer(2, true)).await;
    assert_eq!(locked.json()["errors"][0]["code"], "question-locked");
    desk.submit(attempt).await;
    assert_eq!(desk.row(attempt).await.milli_points, Some(667), "a point less a third, rounded once");
}

#[tokio::test]
async fn a_second_device_is_told_takes_over_and_gives_back() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let address = paths::attempt_holder(attempt);
    let hold = async |who: &str, take: bool| {
        let mut fields = vec![("holder", who)];
        fields.extend(take.then_some(("take", "on")));
        send(&desk.browser, &address, &fields).await
    };
    assert_eq!(hold("phone", false).await.status, 200);
    assert_eq!(hold("phone", false).await.status, 200, "reloaded");
    let told = hold("desktop", false).await;
    assert_eq!((told.status, told.json()["code"].as_str()), (409, Some("attempt-elsewhere")));
    let (truth, _) = desk.question("truth").await;
    let answer = async |who: &str, sequence: &str, value: &str| {
        let (question, name) = (truth.to_string(), field_name(truth));
        let fields = [
            ("question", question.as_str()),
            ("sequence", sequence),
            ("holder", who),
            (name.as_str(), value),
        ];
        send(&desk.browser, &paths::attempt_answers(attempt), &fields).await
    };
    assert_eq!(answer("phone", "0", "1").await.status, 200);
    assert_eq!(hold("desktop", true).await.status, 200);
    assert_eq!(answer("phone", "1", "2").await.json()["code"], "attempt-elsewhere");
    assert_eq!(answer("phone", "0", "1").await.json()["sequence"], 1, "what was confirmed stays confirmed");
    assert_eq!(answer("desktop", "1", "1").await.json()["sequence"], 2);
    assert_eq!(hold("phone", true).await.status, 200, "and back");
    assert_eq!(answer("phone", "1", "2").await.json()["code"], "conflict", "told what happened meanwhile");
    assert_eq!(answer("phone", "2", "2").await.json()["sequence"], 3, "nothing was lost on the way");
    let (other, _) = desk.neighbour("Сидорова").await;
    assert_eq!(send(&other, &address, &[("holder", "x")]).await.status, 404);
    assert_eq!(hold("", false).await.status, 400);
}
