//! Month, week and list of what concerns somebody, by their own clock and by the session's.

use super::{book, cancel, on};
use crate::attendance::ground::Ground;
use birge::attendance::rules::Booking;
use birge::db::schema::{edition_trainers, mails};
use birge::web::paths;
use diesel::prelude::*;

#[tokio::test]
async fn a_month_shows_the_readers_time_and_the_sessions_own() {
    let ground = Ground::with(1).await;
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let night = book(&ground, ground.edition, on(&ground, "2026-10-01", ("02:00", "03:30"))).await;
    cancel(&ground, night, "Нет света").await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    assert!(
        trainee.get(paths::SCHEDULE).await.html.contains("href=\"/calendar\""),
        "the schedule leads there"
    );
    let page = trainee.get(paths::CALENDAR).await;
    let text = page.text();
    assert!(text.contains("Сентябрь 2026") && text.contains("Москва, UTC+3"), "{text}");
    assert!(text.contains("05:00–06:30") && text.contains("10:00–11:30 по Иркутску"), "{text}");
    // Two in the night of the first of October in Irkutsk is the evening of the thirtieth in Moscow.
    let cell =
        page.html.split("datetime=\"2026-09-30\"").nth(1).unwrap().split("</td>").next().unwrap().to_owned();
    assert!(cell.contains("21:00–22:30") && cell.contains("чт, 1 октября, 02:00–03:30"), "{cell}");
    assert!(cell.contains("Отменено"), "{cell}");

    let week = trainee.get("/calendar?view=week&on=2026-09-22").await.text();
    assert!(week.contains("21 сентября – 27 сентября 2026 г.") && week.contains("05:00–06:30"), "{week}");
    let list = trainee.get("/calendar?view=list&on=2026-09-15").await;
    assert!(list.text().contains("вт, 22 сентября") && !list.html.contains("<table"), "{}", list.text());
    let next = page.html.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let next = trainee.get(&next.replace("&amp;", "&").replace("&#x3D;", "=")).await.text();
    assert!(next.contains("Октябрь 2026") && next.contains("Сегодня"), "{next}");
    for odd in ["/calendar?on=2026-13-45&view=year", "/calendar?on=&view="] {
        assert!(trainee.get(odd).await.text().contains("Сентябрь 2026"), "{odd}");
    }
}

#[tokio::test]
async fn a_trainer_sees_what_they_teach_and_the_calendar_of_their_edition() {
    let ground = Ground::with(1).await;
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    assert!(trainer.get(paths::TODAY).await.html.contains("href=\"/calendar\""));
    assert!(trainer.get(paths::CALENDAR).await.text().contains("Ведёте вы"));
    let path = paths::edition_calendar(ground.edition);
    assert!(trainer.get(&paths::edition_sessions(ground.edition)).await.html.contains(&path));
    let page = trainer.get(&path).await;
    // By the clock of the edition, with the reader's beside it.
    assert!(page.text().contains("Иркутск, UTC+8"), "{}", page.text());
    assert!(page.text().contains("10:00–11:30") && page.text().contains("05:00–06:30 по вашему времени"));
    let decoded = |link: String| link.replace("&#x3D;", "=").replace("&amp;", "&");
    // The week to look at leads to the week in which sessions are moved, and back.
    let week = decoded(page.link_to("Перенести занятия этой недели"));
    assert_eq!(week, paths::edition_week_of(ground.edition, "2026-09-15".parse().unwrap()));
    let back = decoded(trainer.get(&week).await.link_to("Календарь"));
    assert_eq!(back, format!("{path}?view=week&on=2026-09-14"));
    assert_eq!(trainer.get(&back).await.status, 200);
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    assert_eq!(trainee.get(&path).await.status, 403);
    let other = ground.app.sign_in(&ground.app.trainer("Чужой").await).await;
    assert_eq!(other.get(&path).await.status, 404);
    assert!(other.get(paths::CALENDAR).await.text().contains("На эти дни занятий нет"));
}

#[tokio::test]
async fn a_day_of_many_sessions_shows_the_first_and_leads_to_the_rest() {
    let ground = Ground::with(1).await;
    for hour in 8..15 {
        let at = |hour: i32| format!("{hour:02}:00");
        let booking = on(&ground, "2026-09-22", (&at(hour), &at(hour + 1)));
        book(&ground, ground.edition, Booking { trainer: None, place: Some(at(hour)), ..booking }).await;
    }
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let page = trainee.get(paths::CALENDAR).await;
    assert!(page.text().contains("ещё 3"), "{}", page.text());
    let list = trainee.get("/calendar?view=list&on=2026-09-22").await;
    assert_eq!(list.html.matches("class=\"title\"").count(), 7);
}

/// Whoever was taken out of an edition knows what they taught, and not where it meets from now on.
#[tokio::test]
async fn a_trainer_who_left_the_edition_learns_nothing_of_what_is_to_come() {
    let ground = Ground::with(1).await;
    let second = ground.app.trainer("Второй").await;
    let other = crate::attendance::ground::another_edition(&ground, "3-й поток").await;
    for edition in [ground.edition, other] {
        ground.app.teach(edition, &second).await;
    }
    let theirs = Booking { trainer: Some(second.id), ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    let id = book(&ground, ground.edition, theirs).await;
    let (edition, person) = (ground.edition, second.id);
    let browser = ground.app.sign_in(&second).await;
    assert!(browser.get(paths::CALENDAR).await.text().contains("Занятие practicum"));
    let leave = move |w: &mut birge::db::Write| {
        let row = edition_trainers::table.filter(edition_trainers::edition_id.eq(edition));
        diesel::delete(row.filter(edition_trainers::person_id.eq(person))).execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(leave).await.unwrap();
    let text = browser.get(paths::CALENDAR).await.text();
    assert!(!text.contains("Занятие practicum"), "{text}");
    super::cancel(&ground, id, "Нет света").await;
    super::wait(&ground).await;
    let whom: Vec<String> = ground
        .app
        .db
        .read(|r| Ok(mails::table.order(mails::id).select(mails::to_address).load(r.conn())?))
        .await
        .unwrap();
    assert_eq!(whom, [ground.people[0].0.email.clone()], "the first trainer cancelled it");

    ground.app.set_clock("2026-09-23T00:00:00Z");
    let browser = ground.app.sign_in(&second).await;
    let text = browser.get("/calendar?view=list&on=2026-09-22").await.text();
    assert!(text.contains("Занятие practicum"), "they taught it: {text}");
}
