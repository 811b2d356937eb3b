//! What the trainer does: setting places, adding and taking off, and that the capacity holds for trainers as well.

use super::*;
use birge::db::schema::audit_entries;
use birge::operations::housekeeping;

impl Class {
    /// The end of an account, as the office writes it.
    async fn closes_account(&self, place: usize) {
        let (who, now) = (self.ground.people[place].0.id, self.ground.app.now());
        let close = move |w: &mut birge::db::Write| birge::people::store::set_deactivated(w, who, Some(now));
        self.ground.app.db.write(close).await.unwrap();
    }

    async fn admit(&self, place: usize, reason: &str) -> Page {
        let who = self.enrolment(place).to_string();
        let fields = [("enrolment", who.as_str()), ("admission_reason", reason)];
        self.trainer.post(&paths::session_sign_ups(self.session), &fields).await
    }
}

#[tokio::test]
async fn the_trainer_adds_with_a_reason_and_the_capacity_holds() {
    let class = Class::with(3, 1).await;
    let silent = class.admit(0, "").await;
    assert_eq!(silent.status, 422);
    assert!(silent.text().contains("Заполните это поле"), "{}", silent.text());
    let added = class.admit(0, "Просила по телефону").await;
    assert!(added.text().contains("Слушатель записан"), "{}", added.text());
    assert!(added.text().contains("Просила по телефону"), "{}", added.text());
    assert_eq!(class.written("place_given").await, [Some(class.ground.people[0].0.id)]);
    let full = class.admit(1, "Очень нужно").await;
    assert!(full.text().contains("в листе ожидания под номером 1"), "{}", full.text());
    assert_eq!(class.standing().await, [(class.enrolment(0), true), (class.enrolment(1), false)]);

    let closed = class.set(&[("capacity", "1")]).await;
    assert_eq!(closed.status, 200, "{}", closed.text());
    let refused = class.admit(2, "Тоже").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Все места заняты: 1"), "{}", refused.text());
    assert_eq!(refused.value_of("admission_reason").as_deref(), Some("Тоже"), "nothing typed is lost");
    let nobody = [("enrolment", "999999"), ("admission_reason", "Так")];
    let unknown = class.trainer.post(&paths::session_sign_ups(class.session), &nobody).await;
    assert_eq!(unknown.status, 422);
}

#[tokio::test]
async fn more_places_promote_as_many_as_fit_and_fewer_than_taken_are_refused_with_the_number() {
    let class = Class::with(5, 1).await;
    for place in 0..5 {
        class.sign_up(place).await;
    }
    let more = class.set(&[("capacity", "3"), ("waiting_list", "on")]).await;
    assert!(more.text().contains("Места получили 2 человека"), "{}", more.text());
    let states: Vec<bool> = class.standing().await.into_iter().map(|(_, confirmed)| confirmed).collect();
    assert_eq!(states, [true, true, true, false, false]);
    let expected: Vec<_> = [1, 2].map(|place| Some(class.ground.people[place].0.id)).to_vec();
    assert_eq!(class.written("place_promoted").await, expected);

    let fewer = class.set(&[("capacity", "2"), ("waiting_list", "on")]).await;
    assert_eq!(fewer.status, 422);
    assert!(fewer.text().contains("Места уже есть у 3 человек"), "{}", fewer.text());
    assert_eq!(fewer.value_of("capacity").as_deref(), Some("2"), "nothing typed is lost");
    let same = class.set(&[("capacity", "3"), ("waiting_list", "on")]).await;
    assert_eq!(same.status, 200);
    let acts: Vec<String> = class
        .ground
        .app
        .db
        .read(|r| {
            Ok(audit_entries::table
                .filter(audit_entries::action.like("places-%"))
                .order(audit_entries::id)
                .select(audit_entries::action)
                .load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(acts, ["places-set", "places-set", "places-given"]);
}

#[tokio::test]
async fn wrong_places_are_named_at_once_and_nothing_typed_is_lost() {
    let class = Class::open_to_all(1).await;
    let wrong =
        class.set(&[("capacity", "0"), ("opens_at", "завтра"), ("closes_at", "2026-09-16T10:00")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Укажите число от 1 до 10000"), "{}", wrong.text());
    assert!(wrong.text().contains("Укажите день и время"), "{}", wrong.text());
    assert_eq!(wrong.value_of("opens_at").as_deref(), Some("завтра"));
    let late = class.set(&[("capacity", "5"), ("cancel_until", "2026-09-15T14:01")]).await;
    assert!(late.text().contains("Занятие к этому времени уже начнётся"), "{}", late.text());
    let turned = [("capacity", "5"), ("opens_at", "2026-09-15T13:00"), ("closes_at", "2026-09-15T12:00")];
    let turned = class.set(&turned).await;
    assert!(turned.text().contains("Запись закроется раньше, чем откроется"), "{}", turned.text());
    let board = class.board().await;
    assert!(board.text().contains("Пока мест не задано"), "nothing was set: {}", board.text());
}

#[tokio::test]
async fn whoever_leaves_the_edition_frees_the_place_and_does_not_come_back_into_it() {
    let class = Class::with(3, 1).await;
    class.sign_up(0).await;
    class.sign_up(1).await;
    class.leaves(0).await;
    let board = class.board().await;
    assert!(board.text().contains("Освободилось 1 место"), "{}", board.text());
    let third = class.sign_up(2).await;
    assert!(third.text().contains("под номером 1"), "whoever waited goes first: {}", third.text());
    assert_eq!(class.standing().await, [(class.enrolment(1), true), (class.enrolment(2), false)]);
    let back = class.enrolment(0);
    let reopen = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(back)))
            .set((
                enrolments::withdrawn_at.eq(None::<Moment>),
                enrolments::withdrawal_reason.eq(None::<String>),
            ))
            .execute(w.conn())?;
        Ok(())
    };
    class.ground.app.db.write(reopen).await.unwrap();
    assert_eq!(class.standing().await, [(class.enrolment(1), true), (class.enrolment(2), false)]);

    class.leaves(1).await;
    let promoted = class.trainer.post(&paths::session_sign_up_promotions(class.session), &[]).await;
    assert!(promoted.text().contains("Место получил 1 человек"), "{}", promoted.text());
    assert_eq!(class.standing().await, [(class.enrolment(2), true)]);
}

#[tokio::test]
async fn a_place_that_became_free_by_itself_goes_to_the_next_although_nobody_looks() {
    let class = Class::with(4, 1).await;
    for place in [0, 1, 2] {
        class.sign_up(place).await;
    }
    class.leaves(0).await;
    housekeeping::fill_places(&class.ground.app.kit).await.unwrap();
    assert_eq!(class.standing().await, [(class.enrolment(1), true), (class.enrolment(2), false)]);
    assert_eq!(class.written("place_promoted").await, [Some(class.ground.people[1].0.id)]);

    class.closes_account(1).await;
    let board = class.board().await;
    assert!(board.text().contains("Освободилось 1 место"), "{}", board.text());
    let silent = class.admit(1, "Просил").await;
    assert_eq!(silent.status, 422, "a closed account gets no place: {}", silent.text());
    housekeeping::fill_places(&class.ground.app.kit).await.unwrap();
    assert_eq!(class.standing().await, [(class.enrolment(2), true)]);

    class.sign_up(3).await;
    class.leaves(2).await;
    class.ground.app.set_clock("2026-09-15T06:00:00Z");
    housekeeping::fill_places(&class.ground.app.kit).await.unwrap();
    let confirmed = class.standing().await.into_iter().any(|one| one == (class.enrolment(3), true));
    assert!(!confirmed, "nobody is called into a session that has begun");
}

#[tokio::test]
async fn once_sign_up_is_ended_everybody_is_expected_again_and_the_list_is_kept() {
    let class = Class::with(2, 1).await;
    class.sign_up(0).await;
    let ended = class.trainer.post(&paths::session_places_removal(class.session), &[]).await;
    assert!(ended.text().contains("занятие для всех слушателей"), "{}", ended.text());
    let schedule = class.browser(1).await.get(paths::SCHEDULE).await;
    assert!(!schedule.text().contains("Записаться"), "{}", schedule.text());
    let again = class.set(&[("capacity", "1"), ("waiting_list", "on")]).await;
    assert_eq!(again.status, 200);
    assert_eq!(class.standing().await, [(class.enrolment(0), true)], "the place is still theirs");
}
