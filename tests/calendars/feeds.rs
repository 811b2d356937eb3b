//! Addresses to which other calendars subscribe: what they give, to whom, and for how long.

use super::{book, cancel, change, fetched, on, parsers, path_on, subscribe};
use crate::attendance::ground::Ground;
use crate::support::TestApp;
use crate::support::learning::NewEdition;
use birge::attendance::rules::{Booking, SessionMode};
use birge::db::schema::{calendar_feeds, enrolments};
use birge::kernel::{Moment, ZoneName};
use birge::web::paths;
use diesel::prelude::*;

fn seconds(text: &str) -> i64 {
    Moment::parse(text).unwrap().0.timestamp()
}

#[tokio::test]
async fn three_libraries_read_the_same_from_a_feed() {
    let ground = Ground::with(1).await;
    let moved = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let off = book(&ground, ground.edition, on(&ground, "2026-09-23", ("10:00", "11:30"))).await;
    let place =
        "Иркутск; ул. Ленина, 5 \\ корпус «А», вход со двора, третий этаж, дальше по указателям до конца";
    let far = Booking { place: Some(place.into()), ..on(&ground, "2026-09-22", ("14:00", "15:30")) };
    ground.app.set_clock("2026-09-15T05:00:00Z");
    change(&ground, moved, far).await;
    cancel(&ground, off, "Нет света").await;

    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let path = subscribe(&trainee, &[]).await;
    let answer = fetched(&ground, &path).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    assert!(answer.header("cache-control").starts_with("private"), "{}", answer.header("cache-control"));
    assert_eq!(answer.header("last-modified"), "Tue, 15 Sep 2026 05:00:00 GMT");
    assert!(answer.html.lines().all(|line| line.len() <= 75), "a line is too long:\n{}", answer.html);
    assert!(answer.html.ends_with("END:VCALENDAR\r\n") && !answer.html.replace("\r\n", "").contains('\n'));

    let [first, second] = parsers::read(&answer.html).try_into().unwrap();
    assert_eq!(
        (first.starts, first.ends),
        (seconds("2026-09-22T06:00:00Z"), seconds("2026-09-22T07:30:00Z"))
    );
    assert_eq!((first.sequence, first.cancelled), (1, false));
    assert_eq!(first.location.as_deref(), Some(place));
    assert_eq!(first.summary, "Занятие practicum");
    assert!(first.description.contains("вт, 22 сентября, 14:00–15:30 (Иркутск, UTC+8)"), "{first:?}");
    assert!(first.description.contains("https://meet.example.org/birge"), "{first:?}");
    assert_eq!((second.sequence, second.cancelled), (1, true));
    assert_eq!(second.summary, "Отменено: Занятие practicum");
    assert!(second.description.contains("Нет света"), "{second:?}");

    // The names never change, whatever else does.
    let again = change_and_read(&ground, moved, &path).await;
    assert_eq!((again.uid.as_str(), again.sequence), (first.uid.as_str(), 2));
    assert_ne!(first.uid, second.uid);
}

async fn change_and_read(ground: &Ground, id: birge::kernel::SessionId, path: &str) -> parsers::Seen {
    change(ground, id, on(ground, "2026-09-21", ("09:00", "10:30"))).await;
    parsers::read(&fetched(ground, path).await.html).remove(0)
}

#[tokio::test]
async fn times_are_right_in_zones_whose_clocks_were_changed() {
    // Almaty went from UTC+6 to UTC+5 on 1 March 2024, Volgograd from UTC+4 to UTC+3 on 27 December 2020.
    let almaty = [("2024-02-29", "2024-02-29T04:00:00Z", "+6"), ("2024-03-01", "2024-03-01T05:00:00Z", "+5")];
    changed_clock("Asia/Almaty", "2024-02-20T00:00:00Z", almaty).await;
    let volgograd =
        [("2020-12-26", "2020-12-26T06:00:00Z", "+4"), ("2020-12-28", "2020-12-28T07:00:00Z", "+3")];
    changed_clock("Europe/Volgograd", "2020-12-20T00:00:00Z", volgograd).await;
}

async fn changed_clock(zone: &str, now: &str, days: [(&str, &str, &str); 2]) {
    let ground = Ground::on(TestApp::at(now).await, 0).await;
    let edition = NewEdition {
        zone: ZoneName::parse(zone).unwrap(),
        starts_on: days[0].0.parse().unwrap(),
        ends_on: days[1].0.parse().unwrap(),
        ..NewEdition::of(ground.version)
    };
    let edition = ground.app.open_edition(edition).await;
    ground.app.teach(edition, &ground.trainer).await;
    for (day, ..) in days {
        book(&ground, edition, on(&ground, day, ("10:00", "11:30"))).await;
    }
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let path = subscribe(&trainer, &[("edition", &edition.to_string())]).await;
    let events = parsers::read(&fetched(&ground, &path).await.html);
    assert_eq!(events.len(), 2);
    for (event, (_, starts, offset)) in events.iter().zip(days) {
        assert_eq!(event.starts, seconds(starts), "{zone}: {event:?}");
        assert!(event.description.contains("10:00–11:30 ("), "{event:?}");
        assert!(event.description.contains(&format!("UTC{offset})")), "{event:?}");
    }
}

#[tokio::test]
async fn an_address_is_shown_once_kept_as_a_hash_and_can_be_taken_back() {
    let ground = Ground::with(1).await;
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let empty = trainee.get(paths::CALENDAR_FEEDS).await;
    assert!(empty.text().contains("Получить адрес") && !empty.text().contains("Действующие адреса"));
    let path = subscribe(&trainee, &[]).await;
    let secret = path.trim_start_matches("/calendar-feeds/").trim_end_matches(".ics").to_owned();
    assert_eq!(secret.len(), 43, "256 bits: {secret}");
    let kept: Vec<String> = ground
        .app
        .db
        .read(|r| Ok(calendar_feeds::table.select(calendar_feeds::token_hash).load(r.conn())?))
        .await
        .unwrap();
    assert_eq!(kept, [birge::secrets::token_hash(&secret)]);
    assert!(!trainee.get(paths::CALENDAR_FEEDS).await.html.contains("/calendar-feeds/"), "shown once");

    // A second one takes the place of the first.
    let replaced = subscribe(&trainee, &[]).await;
    assert_eq!(fetched(&ground, &path).await.status, 404);
    assert_eq!(fetched(&ground, &replaced).await.status, 200);

    let page = trainee.get(paths::CALENDAR_FEEDS).await;
    let (_, rest) = page.html.split_once("action=\"/calendar/feeds/").unwrap();
    let revocation = format!("/calendar/feeds/{}", rest.split('"').next().unwrap());
    let stranger = ground.app.sign_in(&ground.trainer).await;
    assert_eq!(stranger.post(&revocation, &[]).await.status, 404, "somebody else's");
    assert!(trainee.post(&revocation, &[]).await.text().contains("Адрес отключён"));
    assert_eq!(fetched(&ground, &replaced).await.status, 404);
    assert_eq!(trainee.post(&revocation, &[]).await.status, 404, "it is gone already");
    assert_eq!(ground.app.audited("calendar-feed-revoked").await, 2);
    assert_eq!(fetched(&ground, "/calendar-feeds/guessed.ics").await.status, 404);
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_address() {
    let ground = Ground::with(1).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let first = trainee.post_as(paths::CALENDAR_FEEDS, &[], "one").await;
    let path = path_on(&first);
    let second = trainee.post_as(paths::CALENDAR_FEEDS, &[], "one").await;
    assert_eq!((second.status, second.html.contains("/calendar-feeds/")), (200, false));
    assert_eq!(fetched(&ground, &path).await.status, 200, "the first still works");
}

#[tokio::test]
async fn a_feed_holds_what_its_owner_may_see_now() {
    let ground = Ground::with(2).await;
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let (trainee, trainer) =
        (ground.app.sign_in(&ground.people[0].0).await, ground.app.sign_in(&ground.trainer).await);
    let own = subscribe(&trainee, &[]).await;
    let of_edition = subscribe(&trainer, &[("edition", &ground.edition.to_string())]).await;
    let others = trainee.post(paths::CALENDAR_FEEDS, &[("edition", &ground.edition.to_string())]).await;
    assert_eq!(others.status, 404, "only its trainers give an edition's calendar away");
    assert_eq!(trainee.post(paths::CALENDAR_FEEDS, &[("edition", "все")]).await.status, 400);
    assert_eq!(parsers::read(&fetched(&ground, &own).await.html).len(), 1);
    let shared = fetched(&ground, &of_edition).await.html;
    assert_eq!(parsers::read(&shared).len(), 1);
    let shared = shared.replace("\r\n ", "");
    assert!(!shared.contains("/sessions/") && shared.contains("/calendar"), "no page of the staff: {shared}");
    assert!(fetched(&ground, &own).await.html.replace("\r\n ", "").contains("/meetings/"));

    let (who, now) = (ground.people[0].1, ground.app.now());
    let withdraw = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(who)))
            .set(enrolments::withdrawn_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(withdraw).await.unwrap();
    assert!(parsers::read(&fetched(&ground, &own).await.html).is_empty());
    let (administrator, person) = (ground.app.administrator().await, ground.trainer.id);
    let actor = ground.app.actor(&administrator).await;
    let close = move |w: &mut birge::db::Write| birge::people::actions::deactivate(w, &actor, person, now);
    ground.app.db.write(close).await.unwrap();
    assert_eq!(fetched(&ground, &of_edition).await.status, 404, "the account was switched off");
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again_and_guessing_is_slowed_down() {
    let ground = Ground::on(
        TestApp::builder().at(crate::attendance::ground::TEN_IN_IRKUTSK).limited().spawn().await,
        1,
    )
    .await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let path = subscribe(&trainee, &[]).await;
    let client = reqwest::Client::new();
    let ask =
        |tag: String| client.get(format!("{}{path}", ground.app.url)).header("if-none-match", tag).send();
    let first = ask("\"x\"".into()).await.unwrap();
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    assert!(first.headers().get("set-cookie").is_none(), "nothing to remember");
    let same = ask(tag.clone()).await.unwrap();
    assert_eq!((same.status().as_u16(), same.text().await.unwrap().len()), (304, 0));
    change(&ground, id, on(&ground, "2026-09-24", ("10:00", "11:30"))).await;
    assert_eq!(ask(tag).await.unwrap().status(), 200);

    let mut refused = 0;
    for number in 0..80 {
        // Half of them could be an address.
        let guess = if number % 2 == 0 { format!("guess{number}") } else { format!("{number:043}") };
        let page = fetched(&ground, &format!("/calendar-feeds/{guess}.ics")).await;
        assert!(matches!(page.status, 404 | 429), "{}", page.status);
        refused += usize::from(page.status == 429);
    }
    assert!(refused > 0, "eighty guesses in a row were heard");
    assert_eq!(fetched(&ground, &path).await.status, 200, "the right address is not barred by guesses");
}

#[tokio::test]
async fn an_online_session_is_where_its_link_is() {
    let ground = Ground::with(1).await;
    let online =
        Booking { mode: SessionMode::Online, place: None, ..on(&ground, "2026-09-22", ("10:00", "11:30")) };
    book(&ground, ground.edition, online).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let path = subscribe(&trainee, &[]).await;
    let [event] = parsers::read(&fetched(&ground, &path).await.html).try_into().unwrap();
    assert_eq!(event.location.as_deref(), Some("https://meet.example.org/birge"));
}
