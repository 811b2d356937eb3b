//! Asking for a consultation at another time (S1).

use super::*;

impl Class {
    async fn ask(&self, place: usize, more: &[(&str, &str)]) -> Page {
        let trainer = self.ground.trainer.id.to_string();
        let usual = [
            ("trainer", trainer.as_str()),
            ("held_on", "2026-09-18"),
            ("starts", "18:00"),
            ("minutes", "30"),
            ("mode", "online"),
            ("question", "Можно ли заменить площадку?"),
        ];
        let kept = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        let fields: Vec<(&str, &str)> = kept.chain(more).copied().collect();
        self.browser(place).await.post(&paths::appointment_requests(self.ground.edition), &fields).await
    }
}

#[tokio::test]
async fn a_confirmed_request_is_a_consultation_that_is_booked() {
    let class = Class::with(1).await;
    let asked = class.ask(0, &[]).await;
    assert!(asked.text().contains("Просьба отправлена"), "{}", asked.text());
    assert!(asked.text().contains("Ждёт ответа"), "{}", asked.text());
    assert_eq!(class.written("appointment_requested").await, [Some(class.ground.trainer.id)]);
    let desk = class.trainer.get(&paths::edition_appointments(class.ground.edition)).await;
    assert!(desk.text().contains("Можно ли заменить площадку?"), "{}", desk.text());
    let request = class.requests().await[0];
    let confirmation = paths::appointment_request_confirmation(request);
    let nowhere = class.trainer.post(&confirmation, &[("link", "")]).await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.html.contains(&format!("href=\"#link-{request}\"")), "{}", nowhere.text());

    let link = [("link", "https://meet.example.org/k")];
    let confirmed = class.trainer.post(&confirmation, &link).await;
    assert!(confirmed.text().contains("Консультация подтверждена"), "{}", confirmed.text());
    assert_eq!(class.standing().await.len(), 1);
    assert_eq!(class.written("appointment_booked").await, class.both(0));
    let own = class.browser(0).await.get(paths::APPOINTMENTS).await;
    assert!(own.text().contains("18:00–18:30") && own.text().contains("Подтверждена"), "{}", own.text());
    let twice = class.trainer.post(&confirmation, &link).await;
    assert_eq!(twice.status, 422);
    assert!(twice.text().contains("На эту просьбу уже ответили"), "{}", twice.text());
    assert_eq!(class.slots().await.len(), 1);
}

#[tokio::test]
async fn a_request_is_declined_with_a_reason_that_the_trainee_reads() {
    let class = Class::with(1).await;
    class.ask(0, &[]).await;
    let request = class.requests().await[0];
    let refusal = paths::appointment_request_refusal(request);
    assert_eq!(class.trainer.post(&refusal, &[("reason", "")]).await.status, 422);
    let done = class.trainer.post(&refusal, &[("reason", "Я в поездке")]).await;
    assert!(done.text().contains("Отказ отправлен"), "{}", done.text());
    assert_eq!(class.written("appointment_declined").await, [Some(class.ground.people[0].0.id)]);
    let own = class.browser(0).await.get(paths::APPOINTMENTS).await;
    assert!(own.text().contains("Я в поездке"), "{}", own.text());
    assert!(class.slots().await.is_empty());
    let withdrawal = paths::appointment_request_withdrawal(request);
    assert_eq!(class.browser(0).await.post(&withdrawal, &[]).await.status, 422, "it was answered");
}

#[tokio::test]
async fn a_time_that_is_taken_is_not_confirmed_and_what_is_wrong_is_named() {
    let class = Class::with(2).await;
    class.ask(0, &[]).await;
    let opened = class.open_more(&[("starts", "18:15"), ("ends", "18:45")]).await;
    assert_eq!(opened.status, 200, "{}", opened.text());
    let request = class.requests().await[0];
    let link = [("link", "https://meet.example.org/k")];
    let busy = class.trainer.post(&paths::appointment_request_confirmation(request), &link).await;
    assert_eq!(busy.status, 422);
    assert!(busy.text().contains("пт, 18 сентября, 18:15–18:45"), "{}", busy.text());
    assert_eq!(class.standing().await, []);

    for (fields, words) in [
        ([("held_on", "2026-09-14"), ("minutes", "30")], "Это время уже прошло"),
        ([("starts", "23:50"), ("minutes", "30")], "закончится уже на следующий день"),
        ([("held_on", "2027-03-01"), ("minutes", "30")], "Выберите день, когда идёт поток"),
        ([("question", " "), ("minutes", "30")], "Заполните это поле"),
        ([("starts", "25:00"), ("minutes", "30")], "#starts-of-"),
    ] {
        let page = class.ask(1, &fields).await;
        assert_eq!(page.status, 422, "{fields:?}");
        assert!(page.text().contains(words) || page.html.contains(words), "{fields:?}: {}", page.text());
    }
    for _ in 0..5 {
        assert_eq!(class.ask(1, &[]).await.status, 200);
    }
    let many = class.ask(1, &[]).await;
    assert!(many.text().contains("Ответа уже ждут просьбы: 5"), "{}", many.text());
    let theirs = class.requests().await[1];
    let withdrawal = paths::appointment_request_withdrawal(theirs);
    assert_eq!(class.browser(0).await.status_of_post(&withdrawal, &[]).await, 404);
    let back = class.browser(1).await.post(&withdrawal, &[]).await;
    assert!(back.text().contains("Просьба отозвана"), "{}", back.text());
    assert_eq!(class.ask(1, &[]).await.status, 200);
}

#[tokio::test]
async fn a_request_whose_time_is_past_waits_for_nothing() {
    let class = Class::with(1).await;
    for _ in 0..5 {
        assert_eq!(class.ask(0, &[]).await.status, 200);
    }
    class.ground.app.set_clock("2026-09-18T12:00:00Z");
    let desk = class.trainer.get(&paths::edition_appointments(class.ground.edition)).await;
    assert!(!desk.text().contains("Можно ли заменить площадку?"), "{}", desk.text());
    let more = class.ask(0, &[("held_on", "2026-09-21")]).await;
    assert_eq!(more.status, 200, "they do not stand in the way: {}", more.text());
}
