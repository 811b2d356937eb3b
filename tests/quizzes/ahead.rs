//! What the first page and the programme say of a quiz that was taken or cannot be gone on with (F4, M4).

use super::*;
use birge::programmes::rules::ActivityKind;

impl Desk {
    /// What the trainee reads on the first page and in the programme, and the key of the next step.
    async fn reads(&self) -> (String, String, Option<String>) {
        let first = self.browser.get(paths::NEXT).await.text();
        let programme = self.browser.get(&paths::course(self.enrolment)).await.text();
        let next = self.app.api(&self.person).await.get("/api/v1/next").await.json();
        let id = next["step"]["activity_id"].as_i64();
        let facts = self.facts().await;
        let key = facts.into_iter().find(|fact| Some(fact.id.0) == id).map(|fact| fact.key);
        (first, programme, key)
    }

    async fn facts(&self) -> Vec<ActivityFact> {
        let (version, enrolment) = (self.edition.version, self.enrolment);
        self.app.db.read(move |r| progress::portion(r, version, enrolment)).await.unwrap().facts
    }

    /// Everything before the quiz is completed.
    async fn comes_to_the_quiz(&self) {
        for fact in self.facts().await.iter().filter(|fact| fact.kind == ActivityKind::Lesson) {
            let reading = paths::lesson_reading(self.enrolment, fact.id);
            assert_eq!(send(&self.browser, &reading, &[]).await.status, 200);
        }
    }
}

#[tokio::test]
async fn a_quiz_without_attempts_left_steps_aside_and_says_what_to_do() {
    let desk = Desk::of(course()).await;
    desk.comes_to_the_quiz().await;
    let (_, programme, next) = desk.reads().await;
    assert_eq!(next.as_deref(), Some("quiz"));
    assert!(programme.contains("нужно 70 %"), "the share that passes is named: {programme}");
    let first = desk.start().await;
    desk.submit(first).await;
    let (page, programme, next) = desk.reads().await;
    assert_eq!(next.as_deref(), Some("quiz"), "a second attempt is left");
    assert!(page.contains("Тест ещё не сдан. Посмотрите разбор ответов"), "{page}");
    assert!(programme.contains("лучший результат 0 %, нужно 70 %"), "{programme}");
    let second = desk.start().await;
    desk.submit(second).await;
    for page in [desk.reads().await.0, desk.reads().await.1] {
        assert!(page.contains("Сейчас не продолжить") && page.contains("Попытки закончились"), "{page}");
    }
    assert_ne!(desk.reads().await.2.as_deref(), Some("quiz"));
    desk.set_up(&[("attempts", "3")]).await;
    assert_eq!(desk.reads().await.2.as_deref(), Some("quiz"), "another attempt brings it back");
}

#[tokio::test]
async fn a_quiz_that_is_not_open_yet_or_closed_already_steps_aside() {
    let desk = Desk::of(course()).await;
    desk.comes_to_the_quiz().await;
    let day =
        |days: i64| desk.app.now().plus_minutes(days * 24 * 60).date_in(birge::kernel::ZoneName::MOSCOW);
    let (opens, closes) = (day(1), day(2));
    desk.set_up(&[("opens_on", &opens.to_string()), ("closes_on", &closes.to_string())]).await;
    let (page, _, next) = desk.reads().await;
    assert!(page.contains("Можно начать ср, 16 сентября, 00:00"), "{page}");
    assert!(page.contains("Сдать до: ср, 16 сентября, 23:59"), "{page}");
    let due = desk.app.api(&desk.person).await.get("/api/v1/next").await.json()["due_works"].clone();
    let ours = |one: &&serde_json::Value| one["activity_id"].as_i64() == Some(desk.quiz.0);
    let ours = due.as_array().unwrap().iter().find(ours).unwrap();
    assert_eq!(ours["due_at"].as_str(), Some("2026-09-16T21:00:00Z"), "{due}");
    assert_ne!(next.as_deref(), Some("quiz"));
    let at = |day| birge::kernel::ZoneName::MOSCOW.instant(day, chrono::NaiveTime::MIN);
    desk.app.clock.set(at(opens));
    assert_eq!(desk.reads().await.2.as_deref(), Some("quiz"));
    let attempt = desk.start().await;
    desk.app.clock.set(at(closes).plus_minutes(-5));
    desk.submit(attempt).await;
    desk.app.clock.set(at(closes));
    let (page, _, next) = desk.reads().await;
    assert!(page.contains("Тест закрыт. Если вы не успели"), "{page}");
    assert_ne!(next.as_deref(), Some("quiz"));
}

#[tokio::test]
async fn marks_that_wait_for_the_end_are_not_told_by_the_conditions() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("preset", "attestation")]).await;
    let attempt = desk.start().await;
    desk.submit(attempt).await;
    let (_, programme, _) = desk.reads().await;
    assert!(!programme.contains("лучший результат"), "{programme}");
    desk.set_up(&[("release", "after_submit")]).await;
    let (_, programme, _) = desk.reads().await;
    assert!(!programme.contains("лучший результат"), "the attempt keeps what it began with: {programme}");
    let conditions = desk.app.api(&desk.person).await.get(&format!("/api/v1/learn/{}", desk.enrolment)).await;
    let conditions = conditions.json();
    let quiz = conditions["conditions"].as_array().unwrap().iter().find(|one| one["kind"] == "quiz").unwrap();
    assert_eq!((&quiz["permille"], quiz["needed_permille"].as_i64()), (&serde_json::json!(null), Some(700)));
}
