//! Booking, moving, cancelling and laying out sessions.

use super::ground::{Ground, Sheet, another_edition};
use birge::attendance::actions;
use birge::attendance::rules::{Booking, SessionMode};
use birge::db::schema::{attendance_marks, mails, sessions};
use birge::kernel::{Moment, SessionId};
use diesel::prelude::*;
use serde_json::json;

fn filled(sheet: Sheet, activity: i64) -> Sheet {
    let fields = [
        ("activity", activity.to_string()),
        ("held_on", "2026-09-22".to_owned()),
        ("starts", "10:00".to_owned()),
        ("ends", "13:00".to_owned()),
        ("mode", "in_person".to_owned()),
        ("place", "Иркутск, ул. Ленина, 5, ауд. 12".to_owned()),
    ];
    fields.into_iter().fold(sheet, |sheet, (name, value)| sheet.set(name, &value))
}

#[tokio::test]
async fn a_session_keeps_the_clock_of_its_edition() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let list = format!("/editions/{}/sessions", ground.edition);
    let form = Sheet::open(&browser, &format!("{list}/new")).await;
    assert!(form.page.text().contains("по Иркутску"), "{}", form.page.text());
    let made = filled(form, ground.lecture.0).send(&browser, &list).await;
    assert_eq!(made.path, list);
    let (from, to): (Moment, Moment) = ground
        .app
        .db
        .read(|r| Ok(sessions::table.select((sessions::starts_at, sessions::ends_at)).first(r.conn())?))
        .await
        .unwrap();
    assert_eq!(
        (from.rfc3339(), to.rfc3339()),
        ("2026-09-22T02:00:00Z".into(), "2026-09-22T05:00:00Z".into())
    );
    let text = made.text();
    assert!(text.contains("вт, 22 сентября, 10:00–13:00 по Иркутску"), "{text}");
    assert!(text.contains("05:00–08:00 по вашему времени"), "the trainer lives in Moscow: {text}");
}

#[tokio::test]
async fn a_trainer_or_a_room_that_is_taken_is_refused_with_the_other_session_named() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let other = another_edition(&ground, "3-й поток").await;
    ground.app.teach(other, &ground.trainer).await;
    let list = |edition| format!("/editions/{edition}/sessions");
    let form = filled(Sheet::open(&browser, &format!("{}/new", list(other))).await, ground.lecture.0);
    form.set("trainer", &ground.trainer.id.to_string()).send(&browser, &list(other)).await;

    let open = || async {
        filled(Sheet::open(&browser, &format!("{}/new", list(ground.edition))).await, ground.game.0)
    };
    let room =
        open().await.set("starts", "12:30").set("ends", "14:00").send(&browser, &list(ground.edition)).await;
    assert_eq!(room.status, 422);
    let named = "Это место занято: «Занятие lecture», 3-й поток, вт, 22 сентября, 10:00–13:00";
    assert!(room.text().contains(named), "{}", room.text());
    assert!(room.html.contains("value=\"12:30\""), "nothing typed is lost");
    let elsewhere = open().await.set("place", "Ангарск").set("trainer", &ground.trainer.id.to_string());
    let busy = elsewhere.send(&browser, &list(ground.edition)).await;
    assert!(busy.text().contains("у преподавателя другое занятие: «Занятие lecture»"), "{}", busy.text());
    let after =
        open().await.set("starts", "13:00").set("ends", "14:00").send(&browser, &list(ground.edition)).await;
    assert_eq!(after.path, list(ground.edition), "{}", after.text());

    // Moving a session does not collide with itself.
    let id: SessionId = ground
        .app
        .db
        .read(|r| Ok(sessions::table.order(sessions::id.desc()).select(sessions::id).first(r.conn())?))
        .await
        .unwrap();
    let form = Sheet::open(&browser, &format!("/sessions/{id}/edit")).await;
    let moved = form.set("activity", &ground.game.to_string()).set("starts", "13:30");
    let moved = moved.send(&browser, &format!("/sessions/{id}/edit")).await;
    assert!(moved.text().contains("13:30–14:00"), "{}", moved.text());
}

#[tokio::test]
async fn every_fault_of_a_session_is_named() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let list = format!("/editions/{}/sessions", ground.edition);
    let wrong =
        Sheet::open(&browser, &format!("{list}/new")).await.set("starts", "25:00").set("held_on", "завтра");
    let page = wrong.send(&browser, &list).await;
    for said in ["Выберите один из вариантов", "Укажите дату", "Укажите время", "Заполните это поле"]
    {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let reading = ground.game.0 + 1;
    let form =
        filled(Sheet::of(page), reading).set("ends", "09:00").set("held_on", "2026-12-01").set("place", "");
    let page = form.set("trainer", "999").send(&browser, &list).await;
    let all = [
        "Окончание должно быть позже начала",
        "Выберите день, когда идёт поток: с 01.09.2026 по 30.11.2026",
        "Напишите, где собраться",
        "Такого значения нет",
    ];
    assert_eq!(page.status, 422);
    for said in all {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
}

#[tokio::test]
async fn the_whole_programme_is_laid_out_at_once() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let list = format!("/editions/{}/sessions", ground.edition);
    let page = browser.get(&list).await;
    assert!(page.text().contains("3 занятия программы ещё без даты"), "{}", page.text());
    let form = || async {
        let form = Sheet::open(&browser, &format!("/editions/{}/session-plans/new", ground.edition)).await;
        form.set("place", "Кабинет 5").set("starts", "10:00").set("ends", "13:10").set("from", "2026-09-16")
    };
    let path = format!("/editions/{}/session-plans", ground.edition);
    let none = form().await.send(&browser, &path).await;
    assert!(none.text().contains("Выберите хотя бы один день недели"), "{}", none.text());
    let short = form().await.set("weekday", "sat").set("from", "2026-11-28").send(&browser, &path).await;
    assert!(short.text().contains("поместилось 1 из 4 занятий"), "{}", short.text());

    let laid = form().await.set("weekday", "sat").send(&browser, &path).await;
    assert!(laid.text().contains("Назначено 4 занятия"), "{}", laid.text());
    let held: Vec<(chrono::NaiveDate, chrono::NaiveTime)> = ground
        .app
        .db
        .read(|r| {
            let rows =
                sessions::table.order(sessions::starts_at).select((sessions::held_on, sessions::ends_local));
            Ok(rows.load(r.conn())?)
        })
        .await
        .unwrap();
    let said: Vec<String> = held.iter().map(|(day, end)| format!("{day} {end}")).collect();
    assert_eq!(
        said,
        ["2026-09-19 13:00:00", "2026-09-26 11:30:00", "2026-10-03 13:00:00", "2026-10-10 13:00:00"],
        "six hours of the game are two sessions"
    );
    assert!(!laid.text().contains("ещё без даты"));
}

#[tokio::test]
async fn the_time_of_an_activity_is_split_over_its_sessions_whenever_they_are_booked() {
    let ground = Ground::with(1).await;
    let morning = ground.session(ground.lecture, ("10:00", "11:30"), SessionMode::InPerson).await;
    let api = ground.app.api(&ground.trainer).await;
    let present = json!({"marks": [{"enrolment_id": ground.people[0].1, "status": "present"}]});
    api.put(&format!("/api/v1/sessions/{morning}/marks"), present.clone()).await;
    assert_eq!(ground.minutes(0).await, 180, "the only session carries all of it");

    let noon = ground.session(ground.lecture, ("12:00", "13:30"), SessionMode::InPerson).await;
    assert_eq!(ground.minutes(0).await, 90, "now it carries half");
    ground.app.set_clock("2026-09-15T04:00:00Z");
    api.put(&format!("/api/v1/sessions/{noon}/marks"), present).await;
    assert_eq!(ground.minutes(0).await, 180);
    let shown = ground.app.db.read(|r| {
        Ok(attendance_marks::table
            .order(attendance_marks::id)
            .select(attendance_marks::minutes)
            .load::<i32>(r.conn())?)
    });
    assert_eq!(shown.await.unwrap(), [90, 90]);

    // A longer session takes a larger share; the sum stays what was planned.
    let longer = Booking {
        ends: "14:00:00".parse().unwrap(),
        ..ground.booking(ground.lecture, ("12:00", "13:30"), SessionMode::InPerson)
    };
    let (actor, now) = (ground.app.actor(&ground.trainer).await, ground.app.now());
    ground.app.db.write(move |w| actions::change(w, &actor, noon, &longer, now)).await.unwrap();
    assert_eq!(ground.minutes(0).await, 180);
}

#[tokio::test]
async fn a_cancelled_session_stays_in_the_list_and_a_held_one_cannot_be_cancelled() {
    let ground = Ground::with(2).await;
    let held = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let ahead = ground.session(ground.practicum, ("15:00", "16:30"), SessionMode::InPerson).await;
    let api = ground.app.api(&ground.trainer).await;
    let present = json!({"marks": [{"enrolment_id": ground.people[0].1, "status": "present"}]});
    api.put(&format!("/api/v1/sessions/{held}/marks"), present).await;
    let cancel = |id: SessionId| format!("/api/v1/sessions/{id}/cancellation");
    let refused = api.post(&cancel(held), json!({"reason": "Ошибка"})).await;
    assert_eq!(refused.json()["errors"][0]["code"], "session-has-marks");
    assert_eq!(
        api.post(&cancel(ahead), json!({"reason": " "})).await.json()["errors"][0]["code"],
        "required"
    );
    assert_eq!(api.post(&cancel(ahead), json!({"reason": "Нет света"})).await.status, 201);
    let letters: Vec<String> = ground
        .app
        .db
        .read(|r| Ok(mails::table.order(mails::id).select(mails::to_address).load(r.conn())?))
        .await
        .unwrap();
    assert_eq!(letters, [ground.people[0].0.email.clone(), ground.people[1].0.email.clone()]);
    ground.app.run_jobs().await;
    let text: String =
        ground.app.db.read(|r| Ok(mails::table.select(mails::body_text).first(r.conn())?)).await.unwrap();
    let said = "Занятие «Занятие practicum» не состоится. Оно было назначено на вт, 15 сентября, 15:00–16:30 по Иркутску.";
    assert!(text.contains(said) && text.contains("Причина: Нет света"), "{text}");
    let again = api.post(&cancel(ahead), json!({"reason": "Нет света"})).await;
    assert_eq!(again.json()["errors"][0]["code"], "session-cancelled");

    let listed = api.get(&format!("/api/v1/editions/{}/sessions", ground.edition)).await.json();
    assert_eq!(listed["items"][1]["cancellation_reason"], "Нет света");
    // Its hour is free again.
    ground.session(ground.game, ("15:00", "16:30"), SessionMode::InPerson).await;
}
