//! Between the deadline and the end of the grace nothing but the trainee hands an attempt in (G3, G8).

use super::*;
use serde_json::json;

impl Desk {
    /// An attempt whose deadline passed ten seconds ago, with twenty more for what is on its way.
    async fn in_grace(&self) -> (AttemptId, Moment) {
        self.set_up(&[("grace_seconds", "30"), ("attempts", "3")]).await;
        let attempt = self.start().await;
        let due = self.row(attempt).await.due_at.unwrap();
        self.app.clock.set(due.plus_seconds(10));
        (attempt, due)
    }

    async fn is_open(&self, attempt: AttemptId, after: &str) {
        assert_eq!(self.row(attempt).await.submitted_at, None, "{after}");
    }
}

#[tokio::test]
async fn no_page_that_is_read_within_the_grace_hands_an_attempt_in() {
    let desk = Desk::of(course()).await;
    let (attempt, due) = desk.in_grace().await;
    let page = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(
        page.contains("Время вышло, принимаются последние ответы") && page.contains("30 секунд"),
        "{page}"
    );
    desk.is_open(attempt, "the page itself").await;
    let before = desk.browser.get(&desk.page()).await.text();
    assert!(before.contains("Продолжить тест") && before.contains("Время вышло"), "{before}");
    assert_eq!(desk.start().await, attempt, "beginning leads back to it");
    assert_eq!(desk.browser.get(&paths::attempt_submission(attempt)).await.status, 200);
    let api = desk.app.api(&desk.person).await;
    let read = api.get(&format!("/api/v1/attempts/{attempt}")).await.json();
    assert_eq!(read["submitted_at"], json!(null));
    assert_eq!(read["taken_until"], json!(due.plus_seconds(30).rfc3339()));
    desk.is_open(attempt, "other pages and the API").await;
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "2")]).await.status, 200);
    // An answer behind the others reads the attempt to tell what it has missed.
    let behind = desk.save(attempt, "scale", 0, &[("", "3")]).await;
    assert_eq!((behind.status, &behind.json()["code"]), (409, &json!("conflict")));
    desk.is_open(attempt, "a conflict").await;
    assert_eq!(
        desk.save(attempt, "scale", 1, &[("", "3")]).await.status,
        200,
        "and the answer still gets in"
    );
    desk.app.clock.set(due.plus_seconds(30));
    let result = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("2 ответа пришли сразу после срока"), "{result}");
    assert_eq!(desk.row(attempt).await.submitted_at, Some(due));
    desk.app.run_jobs().await;
}

#[tokio::test]
async fn a_page_that_is_shown_again_within_the_grace_can_be_sent_once_more() {
    let desk = Desk::of(course()).await;
    let (attempt, due) = desk.in_grace().await;
    let (number, _) = desk.question("number").await;
    let name = field_name(number);
    let wrong = [("sequence", "0"), (name.as_str(), "семь")];
    let again = send(&desk.browser, &paths::attempt_answers(attempt), &wrong).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Время вышло, принимаются последние ответы"), "{}", again.text());
    desk.is_open(attempt, "a form shown again").await;
    let right = [("sequence", "0"), (name.as_str(), "60")];
    assert_eq!(send(&desk.browser, &paths::attempt_answers(attempt), &right).await.status, 200);
    assert_eq!(desk.steps(attempt).await.len(), 1);
    desk.submit(attempt).await;
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.submitted_by_clock), (Some(due), true), "as of the deadline");
    desk.app.run_jobs().await;
}
