//! When people can sign up, give a place up, and for what not.

use super::*;

/// Eleven in Irkutsk.
const ELEVEN: &str = "2026-09-15T03:00:00Z";
/// Noon there.
const NOON: &str = "2026-09-15T04:00:00Z";
/// One in the afternoon there.
const ONE: &str = "2026-09-15T05:00:00Z";

#[tokio::test]
async fn before_the_opening_and_after_the_close_nobody_signs_up_and_is_told_when() {
    let class = Class::open_to_all(2).await;
    let times = [
        ("capacity", "5"),
        ("opens_at", "2026-09-15T11:00"),
        ("closes_at", "15.09.2026 13:00"),
        ("cancel_until", "2026-09-15T12:00"),
        ("waiting_list", "on"),
    ];
    let set = class.set(&times).await;
    assert!(set.text().contains("Места и сроки сохранены"), "{}", set.text());
    assert_eq!(set.value_of("opens_at").as_deref(), Some("2026-09-15T11:00"));
    assert_eq!(set.value_of("closes_at").as_deref(), Some("2026-09-15T13:00"));

    let early = class.sign_up(0).await;
    assert_eq!(early.status, 422);
    assert!(
        early.text().contains("Запись ещё не открыта") && early.text().contains("11:00"),
        "{}",
        early.text()
    );
    let schedule = class.browser(0).await.get(paths::SCHEDULE).await;
    assert!(schedule.text().contains("Запись откроется"), "{}", schedule.text());
    assert!(!schedule.text().contains("Записаться на занятие"), "{}", schedule.text());

    class.ground.app.set_clock(ELEVEN);
    assert_eq!(class.sign_up(0).await.status, 200);
    class.ground.app.set_clock(NOON);
    let late = class.give_up(0).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Срок отказа прошёл"), "{}", late.text());
    class.ground.app.set_clock(ONE);
    let closed = class.sign_up(1).await;
    assert_eq!(closed.status, 422);
    assert!(closed.text().contains("Запись закрыта"), "{}", closed.text());
    assert_eq!(class.standing().await, [(class.enrolment(0), true)]);
}

#[tokio::test]
async fn after_the_deadline_the_trainer_frees_the_place_and_the_next_one_gets_it() {
    let class = Class::open_to_all(2).await;
    class.set(&[("capacity", "1"), ("cancel_until", "2026-09-15T11:00"), ("waiting_list", "on")]).await;
    class.sign_up(0).await;
    class.sign_up(1).await;
    class.ground.app.set_clock(ELEVEN);
    assert_eq!(class.give_up(0).await.status, 422);
    let (who, out) = (class.enrolment(0).to_string(), paths::session_sign_up_releases(class.session));
    let silent = class.trainer.post(&out, &[("who", &who), ("withdrawal_reason", " ")]).await;
    assert_eq!(silent.status, 422, "without a reason nobody loses a place");
    let freed = class.trainer.post(&out, &[("who", &who), ("withdrawal_reason", "Позвонил: болен")]).await;
    assert!(freed.text().contains("снят с записи, письмо отправлено"), "{}", freed.text());
    assert_eq!(class.standing().await, [(class.enrolment(1), true)]);
    assert_eq!(class.written("place_withdrawn").await, [Some(class.ground.people[0].0.id)]);
    assert_eq!(class.written("place_promoted").await, [Some(class.ground.people[1].0.id)]);
    assert!(freed.text().contains("Позвонил: болен"), "{}", freed.text());
}

#[tokio::test]
async fn who_gets_a_place_after_the_deadline_can_give_it_up_until_the_start() {
    let class = Class::open_to_all(3).await;
    class.set(&[("capacity", "1"), ("cancel_until", "2026-09-15T11:00"), ("waiting_list", "on")]).await;
    class.sign_up(0).await;
    class.sign_up(1).await;
    class.ground.app.set_clock(NOON);
    let (who, out) = (class.enrolment(0).to_string(), paths::session_sign_up_releases(class.session));
    class.trainer.post(&out, &[("who", &who), ("withdrawal_reason", "Позвонил: болен")]).await;
    class.ground.app.run_jobs().await;
    let letter: String = class
        .ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("place_promoted"));
            Ok(sent.select(mails::body_text).first(r.conn())?)
        })
        .await
        .unwrap();
    assert!(letter.contains("14:00") && !letter.contains("11:00"), "{letter}");
    let own = class.browser(1).await.get(&paths::own_sign_up(class.session)).await;
    assert!(own.text().contains("Отказаться можно до"), "{}", own.text());
    assert!(!own.text().contains("Самостоятельно отказаться уже нельзя"), "{}", own.text());
    class.ground.app.set_clock(ONE);
    assert_eq!(class.give_up(1).await.status, 200);
    assert_eq!(class.standing().await, []);
}

#[tokio::test]
async fn the_times_of_places_move_with_their_session() {
    let class = Class::open_to_all(1).await;
    let times = [("capacity", "1"), ("closes_at", "2026-09-15T13:00"), ("cancel_until", "2026-09-15T12:00")];
    class.set(&times).await;
    class.ground.move_to(class.session, class.ground.practicum, ("15:00", "16:30"), "2026-09-17").await;
    let board = class.board().await;
    assert_eq!(board.value_of("closes_at").as_deref(), Some("2026-09-17T14:00"));
    assert_eq!(board.value_of("cancel_until").as_deref(), Some("2026-09-17T13:00"));
    let audited: i64 = class
        .ground
        .app
        .db
        .read(|r| {
            use birge::db::schema::audit_entries::dsl::{action, audit_entries};
            Ok(audit_entries.filter(action.eq("places-moved")).count().get_result(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(audited, 1);
    class.ground.app.set_clock("2026-09-16T06:00:00Z");
    assert_eq!(class.sign_up(0).await.status, 200, "by the old times sign-up would be over");
    assert_eq!(class.give_up(0).await.status, 200);
}

#[tokio::test]
async fn two_sessions_at_one_time_are_refused_with_the_other_named() {
    let class = Class::with(1, 5).await;
    let ground = &class.ground;
    // Another edition of the same person, with a trainer and a room of its own.
    let other = crate::attendance::ground::another_edition(ground, "3-й поток").await;
    let colleague = ground.app.trainer("Соседний").await;
    ground.app.teach(other, &colleague).await;
    ground.app.enrol(other, &ground.people[0].0).await;
    let times = ("15:00", "18:00");
    let mut booking = ground.booking(ground.lecture, times, SessionMode::InPerson);
    (booking.place, booking.trainer) = (Some("Ауд. 7".into()), Some(colleague.id));
    let (actor, now) = (ground.app.actor(&colleague).await, ground.app.now());
    // Who is asked at both is known; a reason books it all the same.
    let book = move |w: &mut birge::db::Write| {
        let despite = (&booking, Some("По выбору"));
        birge::attendance::actions::book_despite(w, &actor, other, despite, now)
    };
    let second = ground.app.db.write(book).await.unwrap();
    let theirs = ground.app.sign_in(&colleague).await;
    theirs.post(&paths::session_places(second), &[("capacity", "5")]).await;

    assert_eq!(class.sign_up(0).await.status, 200);
    let clash = class.browser(0).await.post(&paths::own_sign_up(second), &[]).await;
    assert_eq!(clash.status, 422);
    assert!(
        clash.text().contains("уже есть запись на «Занятие practicum»")
            && clash.text().contains("14:00–15:30"),
        "{}",
        clash.text()
    );
    class.give_up(0).await;
    assert_eq!(class.browser(0).await.post(&paths::own_sign_up(second), &[]).await.status, 200);
}

impl Class {
    /// Books a session beside this one, by somebody else and in another room.
    async fn beside(&self, edition: birge::kernel::EditionId, trainer: &str) -> Result<SessionId, String> {
        let ground = &self.ground;
        let colleague = ground.app.trainer(trainer).await;
        ground.app.teach(edition, &colleague).await;
        let mut booking = ground.booking(ground.lecture, ("15:00", "18:00"), SessionMode::InPerson);
        (booking.place, booking.trainer) = (Some(format!("Ауд. {trainer}")), Some(colleague.id));
        let (actor, now) = (ground.app.actor(&colleague).await, ground.app.now());
        let book = move |w: &mut birge::db::Write| {
            birge::attendance::actions::book(w, &actor, edition, &booking, now)
        };
        ground.app.db.write(book).await.map_err(|problem| format!("{problem:?}"))
    }
}

#[tokio::test]
async fn whoever_is_expected_elsewhere_with_everybody_signs_up_for_nothing_at_that_time() {
    let class = Class::with(1, 5).await;
    class.beside(class.ground.edition, "Соседний").await.unwrap();
    let clash = class.sign_up(0).await;
    assert_eq!(clash.status, 422);
    assert!(
        clash.text().contains("вас ждут на занятии «Занятие lecture»")
            && clash.text().contains("15:00–18:00"),
        "{}",
        clash.text()
    );
    assert_eq!(class.standing().await, []);
    let who = class.enrolment(0).to_string();
    let fields = [("enrolment", who.as_str()), ("admission_reason", "Лекцию слышал раньше")];
    class.trainer.post(&paths::session_sign_ups(class.session), &fields).await;
    assert_eq!(class.standing().await, [(class.enrolment(0), true)], "who signs somebody up says why");
}

#[tokio::test]
async fn a_session_stands_in_the_way_of_another_only_for_those_with_a_place() {
    let class = Class::with(1, 5).await;
    let other = crate::attendance::ground::another_edition(&class.ground, "3-й поток").await;
    class.ground.app.enrol(other, &class.ground.people[0].0).await;
    class.sign_up(0).await;
    let refused = class.beside(other, "Первый").await.unwrap_err();
    assert!(refused.contains("trainees-busy"), "{refused}");
    class.give_up(0).await;
    class.beside(other, "Второй").await.unwrap();
}

#[tokio::test]
async fn a_session_without_places_or_cancelled_takes_nobody_and_says_so() {
    let class = Class::open_to_all(1).await;
    let needless = class.sign_up(0).await;
    assert_eq!(needless.status, 422);
    assert!(needless.text().contains("места не заданы"), "{}", needless.text());
    assert!(needless.text().contains("просто приходите"), "{}", needless.text());

    class.set(&[("capacity", "5")]).await;
    class.trainer.post(&paths::session_cancellation(class.session), &[("reason", "Авария")]).await;
    let cancelled = class.sign_up(0).await;
    assert_eq!(cancelled.status, 422);
    assert!(cancelled.text().contains("Занятие отменено"), "{}", cancelled.text());
    assert_eq!(class.standing().await, []);
    let again = class.set(&[("capacity", "6")]).await;
    assert_eq!(again.status, 409, "nothing is set for a session that is not held");
}
