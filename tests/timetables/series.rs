//! A session that is held again and again.

use crate::attendance::ground::{Ground, another_edition};
use crate::support::queries::asked_writing;
use birge::attendance::actions;
use birge::attendance::rules::{Booking, SessionMode};
use birge::db::schema::{editions, sessions};
use birge::kernel::{EditionId, Moment};
use diesel::prelude::*;
use serde_json::{Value, json};

fn weekly(ground: &Ground) -> Value {
    json!({ "activity_id": ground.lecture.0, "first": "2026-10-12", "starts": "10:00", "ends": "11:30",
        "mode": "in_person", "place": "Ауд. 12", "rhythm": "weekly", "weekdays": ["wed"], "until": "2026-11-11" })
}

fn states(run: &Value) -> Vec<String> {
    let lines = run["lines"].as_array().unwrap().iter();
    lines
        .map(|line| format!("{} {}", line["key"].as_str().unwrap(), line["state"].as_str().unwrap()))
        .collect()
}

async fn set_zone(ground: &Ground, zone: &'static str) {
    let id = ground.edition;
    let write = move |w: &mut birge::db::Write| {
        diesel::update(editions::table.filter(editions::id.eq(id)))
            .set(editions::time_zone.eq(zone))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(write).await.unwrap();
}

async fn starts(ground: &Ground, edition: EditionId) -> Vec<String> {
    let load = move |r: &mut birge::db::Read| {
        let rows = sessions::table.filter(sessions::edition_id.eq(edition)).order(sessions::starts_at);
        Ok(rows.select(sessions::starts_at).load::<Moment>(r.conn())?)
    };
    ground.app.db.read(load).await.unwrap().into_iter().map(Moment::rfc3339).collect()
}

/// Clocks in Berlin go back on 25 October 2026; people still come at ten.
#[tokio::test]
async fn a_series_keeps_the_clock_on_the_wall_across_a_change_of_the_zone() {
    let ground = Ground::with(0).await;
    set_zone(&ground, "Europe/Berlin").await;
    let api = ground.app.api(&ground.trainer).await;
    let series = format!("/api/v1/editions/{}/session-series", ground.edition);
    let mut wanted = weekly(&ground);
    wanted["until"] = json!("2026-10-28");
    let run = api.post(&format!("{series}/dry-runs"), wanted.clone()).await;
    assert_eq!(
        states(&run.json()),
        ["2026-10-14 free", "2026-10-21 free", "2026-10-28 free"],
        "{}",
        run.html
    );
    assert!(starts(&ground, ground.edition).await.is_empty(), "looking books nothing");
    wanted["lines"] = json!(["2026-10-14", "2026-10-21", "2026-10-28"]);
    let booked = api.post(&series, wanted).await;
    assert_eq!((booked.status, &booked.json()["booked"]), (201, &json!(3)));
    let at = ["2026-10-14T08:00:00Z", "2026-10-21T08:00:00Z", "2026-10-28T09:00:00Z"];
    assert_eq!(starts(&ground, ground.edition).await, at);
}

#[tokio::test]
async fn every_date_says_what_speaks_against_it_and_only_what_is_chosen_is_booked() {
    let ground = Ground::with(1).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let api = ground.app.api(&ground.trainer).await;
    let other = another_edition(&ground, "3-й поток").await;
    ground.app.teach(other, &ground.trainer).await;
    ground.app.enrol(other, &ground.people[0].0).await;
    let at = |day: &str, place: &str| {
        json!({ "activity_id": ground.game.0, "held_on": day, "starts": "11:00", "ends": "12:00",
            "mode": "in_person", "place": place })
    };
    let elsewhere = format!("/api/v1/editions/{other}/sessions");
    assert_eq!(api.post(&elsewhere, at("2026-10-14", "Ангарск")).await.status, 201);
    let hours = json!({ "weekdays": ["wed"], "starts": "08:00", "ends": "10:30", "from": "2026-10-20",
        "to": "2026-10-22", "what": "Линейка" });
    api.post(&format!("/api/v1/editions/{}/closed-hours", ground.edition), hours).await;

    let series = format!("/editions/{}/session-series", ground.edition);
    let activity = ground.lecture.to_string();
    let fields: Vec<(&str, &str)> = vec![
        ("activity", activity.as_str()),
        ("held_on", "2026-10-12"),
        ("starts", "10:00"),
        ("ends", "11:30"),
        ("mode", "in_person"),
        ("place", "Ауд. 12"),
        ("rhythm", "weekly"),
        ("weekday", "wed"),
        ("until", "2026-12-02"),
    ];
    assert_eq!(browser.get(&format!("{series}/new")).await.status, 200);
    let run = browser.post(&format!("{series}/dry-runs"), &fields).await;
    assert_eq!(run.status, 200, "{}", run.text());
    let text = run.text();
    for said in [
        "1 слушатель занят на другом занятии: «Занятие game», 3-й поток",
        "В эти часы занятия не проводят: Линейка",
        "Выходной: День народного единства",
        "Выберите день, когда идёт поток: с 01.09.2026 по 30.11.2026",
        "Пропустить 2 даты, которые назначить нельзя",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let ticked: Vec<&str> = run
        .html
        .split("name=\"line\" value=\"")
        .skip(1)
        .filter(|rest| rest.split('>').next().unwrap().contains(" checked"))
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(
        ticked,
        ["2026-10-28", "2026-11-11", "2026-11-18", "2026-11-25"],
        "what nothing speaks against"
    );

    let send = |more: Vec<(&'static str, &'static str)>| {
        let all: Vec<(&str, &str)> = fields.iter().copied().chain(more).collect();
        let (browser, series) = (&browser, &series);
        async move { browser.post(series, &all).await }
    };
    let unknowing = send(vec![("line", "2026-10-28")]).await;
    assert_eq!(unknowing.status, 422);
    assert!(unknowing.text().contains("Дат, которые назначить нельзя: 2"), "{}", unknowing.text());
    let closed = send(vec![("line", "2026-10-21"), ("skip", "on")]).await;
    assert!(closed.text().contains("Даты изменились."), "{}", closed.text());
    let silent = send(vec![("line", "2026-10-14"), ("line", "2026-10-28"), ("skip", "on")]).await;
    assert!(silent.text().contains("Напишите, почему занятие нужно"), "{}", silent.text());
    assert!(starts(&ground, ground.edition).await.is_empty(), "all of it or nothing");
    let chosen = vec![
        ("line", "2026-10-14"),
        ("line", "2026-10-28"),
        ("line", "2026-11-04"),
        ("skip", "on"),
        ("despite_reason", "Выезд"),
    ];
    let booked = send(chosen).await;
    assert!(booked.text().contains("Назначено 3 занятия."), "{}", booked.text());
    let at = ["2026-10-14T02:00:00Z", "2026-10-28T02:00:00Z", "2026-11-04T02:00:00Z"];
    assert_eq!(starts(&ground, ground.edition).await, at);
    assert_eq!(ground.app.audited("trainee-conflict-accepted").await, 1);

    // The same once more: its own sessions are in the way now.
    let again = api.post(&format!("/api/v1{series}/dry-runs"), weekly(&ground)).await.json();
    let free = [
        "2026-10-14 faulty",
        "2026-10-21 faulty",
        "2026-10-28 faulty",
        "2026-11-04 faulty",
        "2026-11-11 free",
    ];
    assert_eq!(states(&again), free);
    let code = again["lines"][0]["faults"][0]["code"].clone();
    assert_eq!(code, "place-busy", "{again}");
}

/// Once a quarter (L2): the second Tuesday of the last month, within a year.
#[tokio::test]
async fn once_a_quarter_is_laid_out_for_a_year() {
    let ground = Ground::with(0).await;
    let id = ground.edition;
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let (from, to) = (day("2026-02-01"), day("2027-01-31"));
    let longer = move |w: &mut birge::db::Write| {
        diesel::update(editions::table.filter(editions::id.eq(id)))
            .set((editions::starts_on.eq(from), editions::ends_on.eq(to)))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(longer).await.unwrap();
    let api = ground.app.api(&ground.trainer).await;
    let runs = format!("/api/v1/editions/{id}/session-series/dry-runs");
    let mut wanted = weekly(&ground);
    wanted["first"] = json!("2026-02-01");
    wanted["rhythm"] = json!("quarter-weekday");
    (wanted["month"], wanted["week"], wanted["quarter_weekday"]) = (json!(3), json!("2"), json!("tue"));
    (wanted["until"], wanted["times"]) = (Value::Null, json!(4));
    let run = api.post(&runs, wanted.clone()).await.json();
    assert_eq!(states(&run), ["2026-03-10 free", "2026-06-09 free", "2026-09-08 free", "2026-12-08 free"]);
    wanted["rhythm"] = json!("quarter-day");
    wanted["after"] = json!(34);
    let run = api.post(&runs, wanted.clone()).await.json();
    assert_eq!(states(&run), ["2026-02-04 free", "2026-05-05 free", "2026-08-04 free", "2026-11-04 look"]);
    wanted["after"] = json!(90);
    assert_eq!(api.post(&runs, wanted).await.json()["errors"][0]["code"], "out-of-range");
}

#[tokio::test]
async fn every_fault_of_a_series_is_named_at_once() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let runs = format!("/editions/{}/session-series/dry-runs", ground.edition);
    let wrong = [("starts", "25:00"), ("held_on", "2026-09-16"), ("rhythm", "weekly"), ("place", "Ауд. 12")];
    let page = browser.post(&runs, &wrong).await;
    assert_eq!(page.status, 422);
    for said in [
        "Укажите время, например 14:00",
        "Выберите хотя бы один день недели",
        "Укажите последний день или число занятий",
        "Выберите один из вариантов",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(page.html.contains("value=\"25:00\"") && page.html.contains("Ауд. 12"), "nothing typed is lost");
    let api = ground.app.api(&ground.trainer).await;
    let runs = format!("/api/v1{runs}");
    let codes = |body: Value| {
        let (api, runs) = (&api, &runs);
        async move {
            let answer = api.post(runs, body).await.json();
            let Some(errors) = answer["errors"].as_array() else { panic!("{answer}") };
            errors.iter().map(|error| error["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        }
    };
    let mut both = weekly(&ground);
    both["times"] = json!(3);
    assert_eq!(codes(both).await, ["series-end-twice"]);
    let mut backwards = weekly(&ground);
    backwards["until"] = json!("2026-10-01");
    assert_eq!(codes(backwards).await, ["end-before-start"]);
    let mut never = weekly(&ground);
    never["until"] = json!("2026-10-13");
    assert_eq!(codes(never).await, ["series-no-dates"]);
    let mut endless = weekly(&ground);
    (endless["rhythm"], endless["until"]) = (json!("daily"), json!("2027-06-01"));
    assert_eq!(codes(endless).await, ["series-too-long"]);
    // The end of a session before its start stands in every line.
    let mut reversed = weekly(&ground);
    reversed["ends"] = json!("09:00");
    let run = api.post(&runs, reversed).await.json();
    let lines = run["lines"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["faults"][0]["code"] == "end-not-after-start"), "{run}");
    let stranger = ground.app.trainer("Соседний").await;
    assert_eq!(ground.app.api(&stranger).await.post(&runs, weekly(&ground)).await.status, 404);
}

/// Twice as many sessions are twice as much work: the shares of an activity are brought up to date once, not with each.
#[tokio::test]
async fn a_series_costs_as_much_a_session_however_long_it_is() {
    let cost = async |sessions: u32| {
        let ground = Ground::with(1).await;
        let booking = |day: u32| Booking {
            held_on: format!("2026-10-{day:02}").parse().unwrap(),
            ..ground.booking(ground.lecture, ("10:00", "11:30"), SessionMode::InPerson)
        };
        let bookings: Vec<Booking> = (1..=sessions).map(booking).collect();
        let (actor, edition, now) =
            (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
        let book =
            move |w: &mut birge::db::Write| actions::book_all(w, &actor, edition, (&bookings, None), now);
        asked_writing(&ground.app.db, book).await
    };
    let (few, more, many) = (cost(4).await, cost(8).await, cost(16).await);
    assert_eq!(many - more, 2 * (more - few), "{few}, {more}, {many}");
}
