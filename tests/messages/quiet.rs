//! Hours in which nothing is sent that can wait, on the person's own clock.

use super::{letters, unread, want};
use crate::support::TestApp;
use birge::db::schema::people;
use birge::kernel::ZoneName;
use birge::mail::{self, Brought, Letter, Recipient};
use birge::printing::calendars::Event;
use birge::web::paths;
use diesel::prelude::*;

/// Eleven in the evening in Moscow.
const LATE: &str = "2026-09-15T20:00:00Z";
const NIGHT: [(&str, &str); 2] = [("quiet_from", "22:00"), ("quiet_to", "08:00")];

#[actix_web::test]
async fn a_reminder_waits_for_the_morning_and_goes_once() {
    let app = TestApp::at(LATE).await;
    let person = app.person("Сейтқали").await;
    let browser = app.sign_in(&person).await;
    want(&browser, &NIGHT).await;
    app.write_to(&person, "case_due").await;
    app.run_jobs().await;
    assert!(app.sent_files("case_due").is_empty());
    assert_eq!(unread(&app, &person).await, 1, "the site does not ring");
    let administrator = app.sign_in(&app.administrator().await).await;
    let outbox = administrator.get(paths::MAILS).await.text();
    assert!(outbox.contains("Ждёт до 16 сентября 2026 г., 08:00"), "{outbox}");
    app.set_clock("2026-09-16T04:59:59Z");
    assert_eq!(app.run_jobs().await, 0);
    app.set_clock("2026-09-16T05:00:00Z");
    app.run_jobs().await;
    assert_eq!(app.sent_files("case_due").len(), 1);
    assert_eq!(letters(&app).await[0].sent_at, Some(app.now()));
    app.set_clock("2026-09-17T05:00:00Z");
    assert_eq!(app.run_jobs().await, 0);
    assert!(!administrator.get(paths::MAILS).await.text().contains("Ждёт до"));
}

#[actix_web::test]
async fn the_night_is_that_of_the_person() {
    let app = TestApp::at(LATE).await;
    let (east, west) = (app.person("Восточная").await, app.person("Западная").await);
    let id = east.id;
    // Eight in the morning of the next day.
    let kamchatka = ZoneName::parse("Asia/Kamchatka").unwrap();
    let moves = move |w: &mut birge::db::Write| {
        diesel::update(people::table.filter(people::id.eq(id)))
            .set(people::time_zone.eq(kamchatka))
            .execute(w.conn())?;
        Ok(())
    };
    app.db.write(moves).await.unwrap();
    for person in [&east, &west] {
        want(
            &app.sign_in(person).await,
            &[("quiet_from", "21:00"), ("quiet_to", "06:00"), ("digest_at", "09:00")],
        )
        .await;
        app.write_to(person, "case_due").await;
    }
    app.run_jobs().await;
    let sent: Vec<bool> = letters(&app).await.iter().map(|letter| letter.sent_at.is_some()).collect();
    assert_eq!(sent, [true, false], "it is morning in the east, and night in the west");
}

#[actix_web::test]
async fn whoever_changes_their_mind_at_night_is_asked_again_in_the_morning() {
    let app = TestApp::at(LATE).await;
    let person = app.person("Сейтқали").await;
    let browser = app.sign_in(&person).await;
    want(&browser, &NIGHT).await;
    app.write_to(&person, "case_due").await;
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    // Not by mail at all, and two hours longer.
    want(
        &browser,
        &[("reminders", "never"), ("quiet_from", "22:00"), ("quiet_to", "10:00"), ("digest_at", "10:00")],
    )
    .await;
    app.set_clock("2026-09-16T05:00:00Z");
    app.run_jobs().await;
    let found = letters(&app).await;
    assert!(found[0].kept_at.is_some() && found[0].sent_at.is_none());
    assert_eq!(found[1].sent_at, None, "it is still quiet");
    app.set_clock("2026-09-16T07:00:00Z");
    app.run_jobs().await;
    assert!(app.sent_files("case_due").is_empty());
    assert_eq!(app.sent_files("enrolment").len(), 1);
}

#[actix_web::test]
async fn in_the_morning_it_goes_to_the_address_of_then_and_to_nobody_without_an_account() {
    let app = TestApp::at(LATE).await;
    let (moved, gone) = (app.person("Переехавшая").await, app.person("Ушедший").await);
    for person in [&moved, &gone] {
        want(&app.sign_in(person).await, &NIGHT).await;
        app.write_to(person, "case_due").await;
    }
    app.run_jobs().await;
    let (moved, gone, now) = (moved.id, gone.id, app.now());
    let change = move |w: &mut birge::db::Write| {
        let moves = people::email.eq("new@example.kz");
        diesel::update(people::table.find(moved)).set(moves).execute(w.conn())?;
        let leaves = people::deactivated_at.eq(now);
        diesel::update(people::table.find(gone)).set(leaves).execute(w.conn())?;
        Ok(())
    };
    app.db.write(change).await.unwrap();
    app.set_clock("2026-09-16T05:00:00Z");
    app.run_jobs().await;
    let found = letters(&app).await;
    assert_eq!((found[0].to_address.as_str(), found[0].sent_at), ("new@example.kz", Some(app.now())));
    assert_eq!((found[1].kept_at, found[1].sent_at), (Some(app.now()), None));
    let files = app.sent_files("case_due");
    assert!(files.len() == 1 && files[0].contains("new@example.kz"), "{files:?}");
}

#[actix_web::test]
async fn what_brings_an_event_for_the_calendar_waits_for_nothing() {
    let app = TestApp::at(LATE).await;
    let person = app.person("Сейтқали").await;
    let browser = app.sign_in(&person).await;
    want(&browser, &[("enrolment", "digest"), ("quiet_from", "22:00"), ("quiet_to", "08:00")]).await;
    let (actor, now) = (app.actor(&person).await, app.now());
    let to = Recipient {
        person: actor.person,
        address: actor.email.clone(),
        name: actor.name.full(),
        language: actor.language,
    };
    let data = serde_json::json!({
        "name": "Анна", "programme": "Партнёрство", "edition": "2-й поток", "term": "осень", "path": "/next",
    });
    let letter = Letter { name: "enrolment", to, data };
    let event = Event {
        uid: "appointment-1".to_owned(),
        sequence: 0,
        revised_at: now,
        starts_at: now.plus_minutes(600),
        ends_at: now.plus_minutes(630),
        summary: "Консультация".to_owned(),
        location: None,
        description: "Вопрос".to_owned(),
        url: "/next".to_owned(),
        cancelled: false,
    };
    let brought = Brought { event, more: Vec::new(), cancels: false };
    app.db.write(move |w| mail::send_with(w, now, &letter, &brought)).await.unwrap();
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    let found = letters(&app).await;
    assert_eq!(found[0].sent_at, Some(app.now()));
    assert_eq!((found[1].sent_at, found[1].digest.is_some()), (None, true), "the same without an event");
}
