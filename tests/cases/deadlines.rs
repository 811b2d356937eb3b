//! Extensions, late works by each rule, and reminders.

use super::Room;
use crate::content::Course;
use crate::support::app::TestApp;
use birge::cases::rules::{CaseSetup, LateRule};
use birge::kernel::Permille;
use birge::operations::housekeeping;
use serde_json::json;

impl Room {
    fn extensions(&self) -> String {
        format!("/editions/{}/cases/{}/extensions", self.edition, self.case)
    }

    async fn set_late(&self, late: LateRule) {
        let (late_per_day, late_most) = (Permille(100), Permille(300));
        self.set_up(CaseSetup { late, late_per_day, late_most, late_days: 2, ..CaseSetup::default() }).await;
    }

    async fn letters(&self) -> Vec<String> {
        housekeeping::remind(&self.app.kit).await.unwrap();
        self.app.run_jobs().await;
        let letters = self.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
        letters.into_iter().rev().map(|letter| format!("{}\n{}", letter.subject, letter.body_text)).collect()
    }
}

#[tokio::test]
async fn an_extension_moves_the_deadline_of_whom_it_is_for() {
    let room = Room::of(TestApp::at("2026-09-17T09:00:00Z").await, Course::sample(), "Europe/Moscow").await;
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    let trainee = format!("trainee-{}", room.enrolment);
    let fields = [("whom", trainee.as_str()), ("due_on", "2026-09-20"), ("reason", "Болезнь")];
    let made = room.grader.post(&room.extensions(), &fields).await;
    assert!(made.text().contains("Срок продлён") && made.text().contains("20 сентября"), "{}", made.text());
    let text = room.open().await.text();
    assert!(text.contains("До вс, 20 сентября, 23:59 по Москве"), "{text}");
    assert!(text.contains("Срок для вас продлён. Причина: Болезнь"), "{text}");
    let due = "Сдать до: вс, 20 сентября, 23:59";
    let next = room.author.get("/next").await.text();
    assert!(next.contains(due), "the first page names it too: {next}");
    room.hand_in("Решение", &[]).await;
    assert!(!room.submissions().await[0].3, "it is in time");
    assert!(!room.author.get("/next").await.text().contains(due), "nothing is due of a work that waits");

    let api = room.app.api(&room.trainer).await;
    let rows = api.get(&format!("/api/v1{}", room.extensions())).await.json();
    assert_eq!(
        (rows[0]["due_on"].as_str(), rows[0]["reason"].as_str()),
        (Some("2026-09-20"), Some("Болезнь"))
    );
    let id = rows[0]["id"].as_i64().unwrap();
    let back = room.grader.post(&format!("{}/{id}/revocation", room.extensions()), &[]).await;
    assert!(back.text().contains("Продление отменено"), "{}", back.text());
    assert!(room.open().await.text().contains("До вт, 15 сентября, 23:59 по Москве"));
    assert_eq!(
        (room.app.audited("case-extended").await, room.app.audited("case-extension-taken-back").await),
        (1, 1)
    );
    assert_eq!(room.author.get(&room.extensions()).await.status, 404);
}

#[tokio::test]
async fn a_faulty_extension_names_every_field() {
    let room = Room::new().await;
    let page = room.grader.post(&room.extensions(), &[("due_on", "2027-01-01")]).await;
    assert_eq!(page.status, 422);
    for field in ["field-whom", "field-reason"] {
        assert!(page.html.contains(&format!("#{field}")), "{field}: {}", page.html);
    }
    let trainee = format!("trainee-{}", room.enrolment);
    let fields = [("whom", trainee.as_str()), ("due_on", "2027-01-01"), ("reason", "Болезнь")];
    let page = room.grader.post(&room.extensions(), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Поток заканчивается раньше"), "{}", page.text());
    let api = room.app.api(&room.trainer).await;
    let both = json!({ "enrolment_id": 1, "organisation_id": 1, "due_on": "2026-09-20", "reason": "x" });
    assert_eq!(api.post(&format!("/api/v1{}", room.extensions()), both).await.status, 422);
}

#[tokio::test]
async fn one_second_after_the_deadline_in_irkutsk_is_late_for_a_trainee_in_moscow() {
    let room = Room::of(TestApp::at("2026-09-15T16:00:01Z").await, Course::sample(), "Asia/Irkutsk").await;
    room.set_late(LateRule::Deducted).await;
    let page = room.open().await.text();
    assert!(page.contains("За каждые начатые сутки опоздания снимается 10 % баллов"), "{page}");
    let page = room.hand_in("Решение", &[]).await.text();
    assert!(page.contains("После срока, снимается 10 %"), "{page}");
    let graded = room.grade(("4", "3"), "Сдавайте вовремя").await;
    assert_eq!(graded.status, 200, "{}", graded.text());
    let page = room.open().await.text();
    assert!(page.contains("Итого 7 из 7"), "a tenth of seven is less than a point: {page}");

    room.app.set_clock("2026-09-20T16:00:01Z");
    room.hand_in("Решение 2", &[]).await;
    room.grade(("4", "3"), "Сдавайте вовремя").await;
    let page = room.open().await.text();
    assert!(page.contains("Итого 5 из 7") && page.contains("За опоздание снято 2 балла"), "{page}");
}

#[tokio::test]
async fn a_rule_that_refuses_takes_works_for_its_days_and_then_says_so() {
    let room = Room::of(TestApp::at("2026-09-17T15:59:59Z").await, Course::sample(), "Asia/Irkutsk").await;
    room.set_late(LateRule::Refused).await;
    assert!(room.open().await.text().contains("После срока работу примут ещё 2 суток"));
    room.save("Почти готово", &[]).await;
    room.app.set_clock("2026-09-17T16:00:00Z");
    let fields = [("text", "Готово"), ("revision", "1")];
    let page = room.author.post(&format!("{}/submissions", room.path()), &fields).await;
    assert_eq!(page.status, 409);
    assert!(
        page.text().contains("работу уже не примут") && page.text().contains("Готово"),
        "{}",
        page.text()
    );
    assert!(room.submissions().await.is_empty());
}

#[tokio::test]
async fn a_deadline_is_reminded_of_in_the_morning_once_and_not_to_who_handed_in() {
    let room = Room::of(TestApp::at("2026-09-12T05:59:00Z").await, Course::sample(), "Asia/Irkutsk").await;
    let fellow = room.app.person("Петров").await;
    room.app.enrol(room.edition, &fellow).await;
    assert!(room.letters().await.is_empty(), "not nine o'clock in Moscow yet");
    room.app.set_clock("2026-09-12T06:00:00Z");
    assert_eq!(room.letters().await.len(), 2);
    let letters = room.letters().await;
    assert_eq!(letters.len(), 2, "each once");
    let letter = &letters[0];
    for part in [
        "«Кейс»",
        "15 сентября, 23:59 по Иркутску",
        "По вашему времени это",
        "15 сентября, 18:59",
        &room.path(),
    ] {
        assert!(letters.iter().any(|letter| letter.contains(part)), "{part}: {letter}");
    }
    room.hand_in("Решение", &[]).await;
    room.app.set_clock("2026-09-14T06:10:00Z");
    assert_eq!(room.letters().await.len(), 3, "only to the fellow");
    assert_eq!(room.letters().await.len(), 3);
}
