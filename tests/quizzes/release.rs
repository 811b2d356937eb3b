//! Nothing is released while somebody can still answer (G4): the grace after the close, and attempts under way that keep
//! a later deadline than the quiz has now.

use super::*;

const SECRET: &str = "потому что так делят";

impl Desk {
    /// Sets the quiz up to close in three days, hands an attempt in, and says when that is.
    async fn handed_in(&self, release: &str, grace: &str) -> (AttemptId, Moment) {
        let zone = birge::kernel::ZoneName::MOSCOW;
        let day = self.app.now().plus_minutes(3 * 24 * 60).date_in(zone);
        self.set_up(&[("release", release), ("closes_on", &day.to_string()), ("grace_seconds", grace)]).await;
        let attempt = self.start().await;
        self.answer_all(attempt).await;
        self.submit(attempt).await;
        (attempt, zone.instant(day, chrono::NaiveTime::MIN))
    }

    async fn shows_answers(&self, attempt: AttemptId) -> bool {
        self.browser.get(&paths::attempt(attempt)).await.text().contains(SECRET)
    }
}

#[tokio::test]
async fn answers_and_results_wait_for_the_grace() {
    let desk = Desk::of(course()).await;
    let (attempt, closes) = desk.handed_in("marks_after_close", "120").await;
    let told = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(told.contains("00:02"), "the page names the minute: {told}");
    for seconds in [0, 119] {
        desk.app.clock.set(closes.plus_seconds(seconds));
        desk.app.run_jobs().await;
        assert!(!desk.shows_answers(attempt).await, "{seconds} seconds after the close");
        assert_eq!(desk.fact().await.result, None);
    }
    desk.app.clock.set(closes.plus_seconds(120));
    desk.app.run_jobs().await;
    assert!(desk.shows_answers(attempt).await);
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
}

#[tokio::test]
async fn answers_wait_for_an_attempt_whose_exception_was_taken_back() {
    let desk = Desk::of(course()).await;
    let (attempt, closes) = desk.handed_in("marks_after_close", "0").await;
    let (neighbour, enrolment) = desk.neighbour("Соседова").await;
    let (trainer, edition) = (desk.trainer().await, desk.attempt_edition().await);
    let address = paths::quiz_exceptions(edition, desk.quiz);
    let later = closes.plus_minutes(2 * 24 * 60).date_in(birge::kernel::ZoneName::MOSCOW).to_string();
    let whom = format!("trainee-{enrolment}");
    let made = [("whom", whom.as_str()), ("closes_on", later.as_str()), ("reason", "болезнь")];
    let page = send(&trainer, &address, &made).await;
    assert_eq!(page.status, 200, "{}", page.text());
    desk.app.clock.set(closes.plus_minutes(60));
    assert_eq!(send(&neighbour, &paths::quiz_attempts(enrolment, desk.quiz), &[]).await.status, 200);
    let html = trainer.get(&address).await.html;
    let revocation = html.split("action=\"").find(|part| part.contains("/revocation\"")).unwrap();
    let revocation = revocation.split('"').next().unwrap().to_owned();
    assert_eq!(send(&trainer, &revocation, &[]).await.status, 200);
    desk.app.run_jobs().await;
    assert!(!desk.shows_answers(attempt).await, "the neighbour still answers");
    assert_eq!(desk.fact().await.result, None);
    desk.app.clock.set(closes.plus_minutes(80));
    assert!(desk.shows_answers(attempt).await, "twenty minutes are over");
    desk.app.run_jobs().await;
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
}
