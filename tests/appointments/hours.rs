//! Who came, what came out of it, and the hours of it where they count.

use super::*;
use birge::db::schema::{completions, ledger_entries};

impl Class {
    /// A consultation for a group in person that counts half an hour of the practicum; it is over, everybody booked.
    async fn counted(people: usize) -> (Class, AppointmentSlotId) {
        let class = Class::with(people).await;
        let practicum = class.ground.practicum.to_string();
        let fields = [
            ("mode", "in_person"),
            ("place", "Иркутск, ауд. 12"),
            ("link", ""),
            ("capacity", "15"),
            ("activity", practicum.as_str()),
        ];
        let opened = class.open_more(&fields).await;
        assert_eq!(opened.status, 200, "{}", opened.text());
        let slot = class.slots().await[0];
        for place in 0..people {
            class.book(place, slot).await;
        }
        class.ground.app.set_clock("2026-09-18T07:00:00Z");
        (class, slot)
    }

    async fn mark(&self, slot: AppointmentSlotId, these: &[(&str, AppointmentBookingId, &str)]) -> Page {
        let names: Vec<(String, &str)> =
            these.iter().map(|(what, id, said)| (format!("{what}-{id}"), *said)).collect();
        let mut fields: Vec<(&str, &str)> = names.iter().map(|(name, said)| (name.as_str(), *said)).collect();
        fields.push(("marks", "on"));
        self.trainer.post(&paths::appointment_marks(slot), &fields).await
    }

    async fn completed(&self) -> i64 {
        let count = |r: &mut birge::db::Read| Ok(completions::table.count().get_result(r.conn())?);
        self.ground.app.db.read(count).await.unwrap()
    }

    async fn sources(&self) -> Vec<(String, i32)> {
        let load = |r: &mut birge::db::Read| {
            Ok(ledger_entries::table
                .order(ledger_entries::id)
                .select((ledger_entries::source_kind, ledger_entries::minutes))
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }
}

#[tokio::test]
async fn whoever_came_has_the_minutes_once_and_a_correction_takes_them_back() {
    let (class, slot) = Class::counted(2).await;
    let standing = class.standing().await;
    let (came, missed) = (standing[0].0, standing[1].0);
    let these =
        [("came", came, "came"), ("note", came, ""), ("came", missed, "missed"), ("note", missed, "")];
    for _ in 0..2 {
        let page = class.mark(slot, &these).await;
        assert!(page.text().contains("Отметки и итоги сохранены"), "{}", page.text());
    }
    assert_eq!(class.ground.minutes(0).await, 30);
    assert_eq!(class.ground.minutes(1).await, 0);
    assert_eq!(class.sources().await, [("consultation".to_owned(), 30)], "said twice, counted once");
    assert_eq!(class.completed().await, 1);

    let trace = paths::hours_entries(class.ground.people[0].1, &[]);
    let seen = class.trainer.get(&trace).await;
    assert!(seen.text().contains("Консультация 18 сентября 2026 г., 14:00–14:30"), "{}", seen.text());
    assert!(seen.html.contains(&format!("href=\"{}\"", paths::appointment(slot))), "{}", seen.html);
    let own = class.browser(0).await.get(&trace).await;
    assert!(own.html.contains("href=\"/appointments\""), "{}", own.html);
    let hours = class.browser(0).await.get(paths::MY_HOURS).await;
    assert!(hours.text().contains("консультация"), "{}", hours.text());

    class.mark(slot, &[("came", came, "missed"), ("note", came, "")]).await;
    assert_eq!(class.ground.minutes(0).await, 0);
    assert_eq!(class.completed().await, 0, "what nothing is left of is not completed");
    class.mark(slot, &[("came", came, "came"), ("note", came, "")]).await;
    assert_eq!(class.ground.minutes(0).await, 30);
    assert_eq!(class.completed().await, 1);
}

#[tokio::test]
async fn a_consultation_that_names_no_activity_counts_nothing() {
    let class = Class::open(1, ("14:00", "14:30"), "", "1").await;
    let slot = class.slots().await[0];
    class.book(0, slot).await;
    let (booking, ..) = class.standing().await[0];
    let early = class.mark(slot, &[("came", booking, "came"), ("note", booking, "")]).await;
    assert_eq!(early.status, 422);
    assert!(early.text().contains("Консультация ещё не началась"), "{}", early.text());
    class.ground.app.set_clock("2026-09-18T07:00:00Z");
    class.mark(slot, &[("came", booking, "came"), ("note", booking, "")]).await;
    assert_eq!(class.sources().await, []);
    let own = class.browser(0).await.get(paths::APPOINTMENTS).await;
    assert!(own.text().contains("Вы были"), "{}", own.text());
}

#[tokio::test]
async fn a_note_is_for_the_trainers_until_it_is_shown_and_never_for_others() {
    let (class, slot) = Class::counted(2).await;
    let (booking, ..) = class.standing().await[0];
    class.mark(slot, &[("note", booking, "Переписать цели")]).await;
    let page = class.trainer.get(&paths::appointment(slot)).await;
    assert!(page.html.contains("Переписать цели"), "{}", page.text());
    let own = || async { class.browser(0).await.get(paths::APPOINTMENTS).await.text() };
    assert!(!own().await.contains("Переписать цели"));
    class.mark(slot, &[("note", booking, "Переписать цели"), ("shown", booking, "on")]).await;
    assert!(own().await.contains("Переписать цели"));
    let other = class.browser(1).await.get(paths::APPOINTMENTS).await;
    assert!(!other.text().contains("Переписать цели") && !other.text().contains("Слушатель0000"));
    let foreign = class.mark(slot, &[("note", AppointmentBookingId(999_999), "Чужое")]).await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn two_trainers_never_wipe_out_what_the_other_wrote() {
    let (class, slot) = Class::counted(1).await;
    let (booking, ..) = class.standing().await[0];
    let field = |what: &str| format!("{what}-{booking}");
    let drawn = class.trainer.get(&paths::appointment(slot)).await;
    let seen = drawn.value_of(&field("seen")).unwrap();
    class
        .mark(
            slot,
            &[("came", booking, "came"), ("note", booking, "Переписать цели"), ("seen", booking, &*seen)],
        )
        .await;

    // The other one had the empty form open: what they left empty is not said, what they wrote waits for them to look.
    let untouched = class.mark(slot, &[("note", booking, ""), ("seen", booking, &*seen)]).await;
    assert_eq!(untouched.status, 200, "{}", untouched.text());
    assert!(untouched.html.contains("Переписать цели"), "{}", untouched.text());
    let these = [("came", booking, "missed"), ("note", booking, "Найти площадку"), ("seen", booking, &*seen)];
    let refused = class.mark(slot, &these).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("другой преподаватель записал: «Переписать цели»"), "{text}");
    assert!(text.contains("другой преподаватель отметил: был на консультации"), "{text}");
    assert!(refused.html.contains("Найти площадку"), "both are there: {text}");
    assert_eq!(class.ground.minutes(0).await, 30, "nothing was written");

    let newer = refused.value_of(&field("seen")).unwrap();
    let these = [("came", booking, "came"), ("note", booking, "Найти площадку"), ("seen", booking, &*newer)];
    let kept = class.mark(slot, &these).await;
    assert!(kept.html.contains("Найти площадку"), "whoever has seen it may replace it: {}", kept.text());
    assert_eq!(class.ground.minutes(0).await, 30);
}

#[tokio::test]
async fn who_cancels_while_the_trainer_writes_costs_nobody_elses_note() {
    let class = Class::open(2, ("14:00", "14:30"), "", "2").await;
    let slot = class.slots().await[0];
    for place in 0..2 {
        class.book(place, slot).await;
    }
    let standing = class.standing().await;
    let (stays, goes) = (standing[0].0, standing[1].0);
    let cancel = paths::appointment_booking_cancellation(goes);
    assert_eq!(class.browser(1).await.post(&cancel, &[]).await.status, 200);
    let lost = class.mark(slot, &[("note", stays, "Принести план"), ("note", goes, "Найти площадку")]).await;
    assert_eq!(lost.status, 422);
    assert!(lost.text().contains("Этой записи уже нет"), "{}", lost.text());
    assert!(lost.html.contains("Принести план"), "what was typed is not lost: {}", lost.text());
    let silent = class.mark(slot, &[("note", stays, "Принести план"), ("note", goes, "")]).await;
    assert_eq!(silent.status, 200, "nothing was said of who has gone: {}", silent.text());
    assert!(silent.html.contains("Принести план"), "{}", silent.text());
}
