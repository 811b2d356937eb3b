//! Whoever a session concerns is written to at once when it is moved or cancelled (T3).

use super::{book, cancel, change, on, wait};
use crate::attendance::ground::Ground;
use birge::attendance::rules::Booking;
use birge::attendance::store::co_trainers;
use birge::db::schema::{edition_trainers, mails, session_revisions};
use birge::kernel::{Language, SessionId};
use birge::web::paths;
use diesel::prelude::*;

/// The letters once changes have waited: which, to whom, and what they say.
async fn letters(ground: &Ground) -> Vec<(String, String, String)> {
    wait(ground).await;
    ground
        .app
        .db
        .read(|r| {
            Ok(mails::table
                .order(mails::id)
                .select((mails::name, mails::to_address, mails::body_text))
                .load(r.conn())?)
        })
        .await
        .unwrap()
}

async fn revisions(ground: &Ground, id: SessionId) -> i64 {
    let count = session_revisions::table.filter(session_revisions::session_id.eq(id)).count();
    ground.app.db.read(move |r| Ok(count.get_result(r.conn())?)).await.unwrap()
}

#[tokio::test]
async fn a_session_that_is_moved_is_told_with_the_old_and_the_new_time_by_both_clocks() {
    let ground = Ground::with(1).await;
    let kazakh = ground.app.person_speaking("Әли", Language::Kk).await;
    ground.app.enrol(ground.edition, &kazakh).await;
    let second = ground.app.trainer("Второй").await;
    ground.app.teach(ground.edition, &second).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    assert!(letters(&ground).await.is_empty(), "nobody asked for invitations");
    let moved = Booking { place: Some("Парк".into()), ..on(&ground, "2026-09-23", ("14:00", "15:30")) };
    change(&ground, id, moved).await;

    let told = letters(&ground).await;
    let whom: Vec<(&str, &str)> = told.iter().map(|(name, to, _)| (name.as_str(), to.as_str())).collect();
    let trainee = ground.people[0].0.email.as_str();
    // The trainer who moved it knows; the session is not the other trainer's.
    assert_eq!(whom, [("session_changed", trainee), ("session_changed", kazakh.email.as_str())]);
    for said in [
        "ср, 23 сентября, 14:00–15:30 по Иркутску (09:00–10:30 по вашему времени)",
        "вт, 22 сентября, 10:00–11:30 по Иркутску (05:00–06:30 по вашему времени)",
        "Парк",
        "Иркутск, ул. Ленина, 5, ауд. 12",
        "/meetings/",
    ] {
        assert!(told[0].2.contains(said), "{said}: {}", told[0].2);
    }
    assert!(told[1].2.contains("ср, 23 қыркүйек, 14:00–15:30, Иркутск уақыты"), "{}", told[1].2);
    assert_eq!(revisions(&ground, id).await, 1);
}

#[tokio::test]
async fn what_nobody_cares_about_is_not_told() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    change(&ground, id, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    assert!(letters(&ground).await.is_empty());
    assert_eq!(revisions(&ground, id).await, 0);
    // The day after, nobody has to know where it was.
    ground.app.set_clock("2026-09-23T00:00:00Z");
    let elsewhere =
        Booking { place: Some("Ауд. 7".into()), ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    change(&ground, id, elsewhere).await;
    assert!(letters(&ground).await.is_empty());
    assert_eq!(revisions(&ground, id).await, 1, "calendars are put right all the same");
}

#[tokio::test]
async fn another_trainer_is_news_to_both_trainers_and_to_nobody_else() {
    let ground = Ground::with(1).await;
    let (second, third) = (ground.app.trainer("Второй").await, ground.app.trainer("Третий").await);
    ground.app.teach(ground.edition, &second).await;
    ground.app.teach(ground.edition, &third).await;
    let by = |trainer| Booking { trainer: Some(trainer), ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    let id = book(&ground, ground.edition, by(second.id)).await;
    change(&ground, id, by(third.id)).await;
    let told = letters(&ground).await;
    assert_eq!(told.len(), 2, "{told:#?}");
    let text = |email: &str| told.iter().find(|(_, to, _)| to == email).unwrap().2.clone();
    assert!(text(&second.email).contains("Вас оно больше не касается"), "{}", text(&second.email));
    assert!(
        !text(&second.email).contains("Открыть занятие"),
        "there is nothing to open: {}",
        text(&second.email)
    );
    assert!(text(&third.email).contains("Теперь оно касается и вас"), "{}", text(&third.email));
}

#[tokio::test]
async fn a_session_without_a_named_trainer_concerns_all_of_its_edition() {
    let ground = Ground::with(1).await;
    let second = ground.app.trainer("Второй").await;
    ground.app.teach(ground.edition, &second).await;
    let nobody = Booking { trainer: None, ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    let id = book(&ground, ground.edition, nobody).await;
    cancel(&ground, id, "Нет света").await;
    let told = letters(&ground).await;
    let whom: Vec<&str> = told.iter().map(|(_, to, _)| to.as_str()).collect();
    assert_eq!(whom, [ground.people[0].0.email.as_str(), second.email.as_str()]);
    assert!(told[0].2.contains("По вашему времени – 05:00–06:30."), "{}", told[0].2);
    let trainers: i64 =
        ground.app.db.read(|r| Ok(edition_trainers::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(trainers, 2, "the one who cancelled it is the other");
}

#[tokio::test]
async fn co_trainers_are_told_too_and_where_one_signs_up_only_those_who_did() {
    let ground = Ground::with(2).await;
    let (second, third) = (ground.app.trainer("Второй").await, ground.app.trainer("Третий").await);
    ground.app.teach(ground.edition, &second).await;
    ground.app.teach(ground.edition, &third).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let (by, person, now) = (ground.trainer.id, second.id, ground.app.now());
    let add = move |w: &mut birge::db::Write| co_trainers::replace(w, id, &[person], (Some(by), now));
    ground.app.db.write(add).await.unwrap();
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let set = trainer.post(&paths::session_places(id), &[("capacity", "5")]).await;
    assert_eq!(set.status, 200, "{}", set.text());
    let trainee = ground.app.sign_in(&ground.people[1].0).await;
    trainee.post(&paths::own_sign_up(id), &[]).await;

    change(&ground, id, on(&ground, "2026-09-23", ("10:00", "11:30"))).await;
    let told = letters(&ground).await.into_iter().filter(|(name, ..)| name == "session_changed");
    let whom: Vec<String> = told.map(|(_, to, _)| to).collect();
    assert_eq!(whom, [ground.people[1].0.email.clone(), second.email.clone()]);

    // It is in the calendar of the one who has a place.
    let shown = trainee.get(paths::CALENDAR).await.text();
    assert!(shown.contains("Занятие practicum"), "{shown}");
    let other = ground.app.sign_in(&ground.people[0].0).await.get(paths::CALENDAR).await.text();
    assert!(!other.contains("Занятие practicum"), "{other}");
}

#[tokio::test]
async fn what_is_put_back_is_nobodys_news_and_of_several_changes_one_is_told() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    change(&ground, id, on(&ground, "2026-09-23", ("14:00", "15:30"))).await;
    ground.app.run_jobs().await;
    change(&ground, id, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    assert!(letters(&ground).await.is_empty(), "dragged, and put back");
    assert_eq!(revisions(&ground, id).await, 2, "calendars that looked meanwhile are put right");

    for day in ["2026-09-23", "2026-09-24"] {
        change(&ground, id, on(&ground, day, ("10:00", "11:30"))).await;
    }
    let told = letters(&ground).await;
    assert_eq!(told.len(), 1, "{told:#?}");
    let said = &told[0].2;
    assert!(said.contains("чт, 24 сентября") && said.contains("вт, 22 сентября"), "{said}");
    assert!(!said.contains("23 сентября"), "nobody knew of it: {said}");
    assert_eq!(letters(&ground).await.len(), 1);
}

#[tokio::test]
async fn a_cancellation_goes_at_once_and_names_the_time_that_people_know() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    change(&ground, id, on(&ground, "2026-09-23", ("10:00", "11:30"))).await;
    cancel(&ground, id, "Нет света").await;
    ground.app.run_jobs().await;
    let told = letters(&ground).await;
    assert_eq!(told.len(), 1, "the change is told no more: {told:#?}");
    assert_eq!(told[0].0, "session_cancelled");
    assert!(told[0].2.contains("вт, 22 сентября"), "{}", told[0].2);
}

/// Ten in the morning: what begins at half past ten cannot wait.
#[tokio::test]
async fn a_change_of_what_begins_soon_is_told_at_once() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-15", ("10:30", "12:00"))).await;
    let elsewhere =
        Booking { place: Some("Ауд. 7".into()), ..on(&ground, "2026-09-15", ("10:30", "12:00")) };
    change(&ground, id, elsewhere).await;
    ground.app.run_jobs().await;
    let count = |r: &mut birge::db::Read| Ok(mails::table.count().get_result::<i64>(r.conn())?);
    assert_eq!(ground.app.db.read(count).await.unwrap(), 1);
}

#[tokio::test]
async fn another_activity_is_told_with_the_one_before() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let game = Booking { activity: ground.game, ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    change(&ground, id, game).await;
    let told = letters(&ground).await;
    let said = &told[0].2;
    assert!(said.contains("Изменилось занятие «Занятие game»"), "{said}");
    assert!(said.contains("Раньше это было занятие «Занятие practicum»."), "{said}");
}

#[tokio::test]
async fn a_session_that_is_dragged_about_is_told_of_within_a_quarter_of_an_hour() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let told = async || {
        ground.app.run_jobs().await;
        let count = mails::table.filter(mails::name.eq("session_changed")).count();
        ground.app.db.read(move |r| Ok(count.get_result::<i64>(r.conn())?)).await.unwrap()
    };
    for hours in [("10:00", "11:30"), ("11:00", "12:30"), ("12:00", "13:30"), ("14:00", "15:30")] {
        assert_eq!(told().await, 0, "it is still being moved");
        change(&ground, id, on(&ground, "2026-09-23", hours)).await;
        ground.app.clock.set(ground.app.now().plus_minutes(4));
    }
    // Sixteen minutes after the first change, four after the last.
    assert_eq!(told().await, 1);
}
