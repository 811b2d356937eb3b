//! People who are enrolled in two editions cannot be at two sessions at once.

use crate::attendance::ground::{Ground, another_edition};
use birge::db::schema::{audit_entries, enrolments, sessions};
use birge::kernel::EditionId;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::{Value, json};

fn session(ground: &Ground, day: &str, from: &str, to: &str) -> Value {
    json!({ "activity_id": ground.lecture.0, "held_on": day, "starts": from, "ends": to, "mode": "in_person",
        "place": format!("Ауд. {from}") })
}

/// Another edition with so many people of the first one, and a session of it on 22 September, from ten till one.
async fn beside(ground: &Ground, people: usize) -> EditionId {
    let other = another_edition(ground, "3-й поток").await;
    ground.app.teach(other, &ground.trainer).await;
    for (person, _) in ground.people.iter().take(people) {
        ground.app.enrol(other, person).await;
    }
    let list = format!("/api/v1/editions/{other}/sessions");
    let trainer = ground.app.api(&ground.trainer).await;
    let made = trainer.post(&list, session(ground, "2026-09-22", "10:00", "13:00")).await;
    assert_eq!(made.status, 201);
    other
}

#[tokio::test]
async fn the_other_session_the_number_of_people_and_three_names_are_said() {
    let ground = Ground::with(5).await;
    beside(&ground, 5).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let activity = ground.game.to_string();
    let fields = [
        ("activity", activity.as_str()),
        ("held_on", "2026-09-22"),
        ("starts", "12:30"),
        ("ends", "14:00"),
        ("mode", "in_person"),
        ("place", "Ангарск"),
    ];
    let list = format!("/editions/{}/sessions", ground.edition);
    let refused = browser.post(&list, &fields).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    let said = "5 слушателей заняты на другом занятии: «Занятие lecture», 3-й поток, вт, 22 сентября, 10:00–13:00. Это";
    assert!(text.contains(said), "{text}");
    assert!(
        text.contains("Слушатель0000") && text.contains("Слушатель0002") && text.contains("и ещё 2"),
        "{text}"
    );
    assert!(!text.contains("Слушатель0003"), "three names are enough: {text}");
    assert!(refused.html.contains("name=\"despite\""), "the way on is on the page");

    // A tick without a reason is not enough.
    let ticked: Vec<(&str, &str)> = fields.into_iter().chain([("despite", "on")]).collect();
    let silent = browser.post(&list, &ticked).await;
    assert_eq!(silent.status, 422);
    assert!(silent.html.contains("id=\"field-despite_reason-fault\""), "{}", silent.text());
    let with_reason: Vec<(&str, &str)> =
        ticked.into_iter().chain([("despite_reason", "Общий выезд")]).collect();
    let booked = browser.post(&list, &with_reason).await;
    assert_eq!(booked.path, list, "{}", booked.text());
    let noted: Vec<birge::db::Json<Value>> = ground
        .app
        .db
        .read(|r| {
            let rows = audit_entries::table.filter(audit_entries::action.eq("trainee-conflict-accepted"));
            Ok(rows.select(audit_entries::after_value.assume_not_null()).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(
        (&noted[0].0["reason"], &noted[0].0["conflicts"][0]["people"]),
        (&json!("Общий выезд"), &json!(5))
    );
}

#[tokio::test]
async fn a_reason_overrides_neither_trainer_nor_room() {
    let ground = Ground::with(1).await;
    let other = beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let taken = session(&ground, "2026-09-23", "10:00", "13:00");
    assert_eq!(api.post(&format!("/api/v1/editions/{other}/sessions"), taken.clone()).await.status, 201);
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let mut despite = taken;
    despite["despite"] = json!("Надо");
    let refused = api.post(&list, despite).await;
    let codes: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["code"].clone()).collect();
    assert_eq!(codes, ["place-busy"], "the room is taken, whatever the reason");
}

#[tokio::test]
async fn the_people_of_an_edition_are_not_asked_for_two_of_its_sessions_at_once() {
    let ground = Ground::with(2).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    assert_eq!(api.post(&list, session(&ground, "2026-09-22", "10:00", "13:00")).await.status, 201);
    let browser = ground.app.sign_in(&ground.trainer).await;
    let activity = ground.game.to_string();
    let fields = [
        ("activity", activity.as_str()),
        ("held_on", "2026-09-22"),
        ("starts", "12:30"),
        ("ends", "14:00"),
        ("mode", "in_person"),
        ("place", "Ангарск"),
    ];
    let form = format!("/editions/{}/sessions", ground.edition);
    let refused = browser.post(&form, &fields).await;
    assert_eq!(refused.status, 422, "another room and no trainer: only the people are asked twice");
    let said =
        "2 слушателя заняты на другом занятии: «Занятие lecture», 2-й поток, вт, 22 сентября, 10:00–13:00";
    assert!(refused.text().contains(said), "{}", refused.text());

    let series = json!({ "activity_id": ground.game.0, "first": "2026-09-21", "starts": "12:30", "ends": "14:00",
        "mode": "in_person", "place": "Ангарск", "rhythm": "weekly", "weekdays": ["tue"], "until": "2026-09-29" });
    let runs = format!("/api/v1/editions/{}/session-series/dry-runs", ground.edition);
    let run = api.post(&runs, series).await.json();
    assert_eq!((&run["lines"][0]["state"], &run["lines"][1]["state"]), (&json!("busy"), &json!("free")));

    // Two groups are taught side by side where somebody says so.
    let groups = [("despite", "on"), ("despite_reason", "Две подгруппы")];
    let all: Vec<(&str, &str)> = fields.into_iter().chain(groups).collect();
    let booked = browser.post(&form, &all).await;
    assert_eq!(booked.path, form, "{}", booked.text());
    assert_eq!(ground.app.audited("trainee-conflict-accepted").await, 1);
}

#[tokio::test]
async fn where_people_sign_up_they_choose_themselves() {
    let ground = Ground::with(1).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let made = api.post(&list, session(&ground, "2026-09-22", "10:00", "13:00")).await;
    let first = birge::kernel::SessionId(made.json()["id"].as_i64().unwrap());
    let browser = ground.app.sign_in(&ground.trainer).await;
    let set = browser.post(&paths::session_places(first), &[("capacity", "5")]).await;
    assert_eq!(set.status, 200, "{}", set.text());
    let mut second = session(&ground, "2026-09-22", "11:00", "12:00");
    assert_eq!(api.post(&list, second.clone()).await.status, 201);
    // The one with places is moved beside the other as well; one that is asked of all is not.
    let address = format!("/api/v1/sessions/{first}");
    assert_eq!(api.put(&address, session(&ground, "2026-09-22", "10:30", "13:00")).await.status, 204);
    second["place"] = json!("Ауд. 77");
    assert_eq!(api.post(&list, second).await.json()["errors"][0]["code"], "trainees-busy");
}

/// With another trainer and another room, and while nobody is enrolled: a timetable is laid out for those who will be.
#[tokio::test]
async fn a_timetable_is_laid_out_around_what_the_edition_has_already() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let mut saturday = session(&ground, "2026-09-19", "10:00", "11:30");
    saturday["activity_id"] = json!(ground.practicum.0);
    assert_eq!(api.post(&list, saturday).await.status, 201);
    let grid = json!({ "weekdays": ["sat"], "starts": "10:00", "ends": "13:10", "from": "2026-09-16",
        "place": "Кабинет 5", "trainer_id": ground.trainer.id });
    let laid = api.post(&format!("/api/v1/editions/{}/session-plans", ground.edition), grid).await;
    assert_eq!(laid.status, 201, "{}", laid.html);
    let held: Vec<chrono::NaiveDate> = ground
        .app
        .db
        .read(|r| Ok(sessions::table.order(sessions::starts_at).select(sessions::held_on).load(r.conn())?))
        .await
        .unwrap();
    let said: Vec<String> = held.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["2026-09-19", "2026-09-26", "2026-10-03", "2026-10-10"]);
}

#[tokio::test]
async fn who_left_and_who_only_touches_is_no_conflict() {
    let ground = Ground::with(2).await;
    let other = beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let at = |from: &str, to: &str| {
        let mut wanted = session(&ground, "2026-09-22", from, to);
        wanted["place"] = json!("Ангарск");
        wanted
    };
    assert_eq!(api.post(&list, at("13:00", "14:00")).await.status, 201, "it only touches");
    let refused = api.post(&list, at("12:00", "12:30")).await;
    assert_eq!(refused.json()["errors"][0]["code"], "trainees-busy");
    let detail = refused.json()["errors"][0].to_string();
    assert!(detail.contains("1 слушатель занят") && !detail.contains("и ещё"), "{detail}");

    withdraw(&ground, true).await;
    let left = api.post(&list, at("11:00", "11:30")).await;
    assert_eq!(left.status, 201, "who has left is asked for nothing: {}", left.html);
    withdraw(&ground, false).await;

    let id: birge::kernel::SessionId = ground
        .app
        .db
        .read(move |r| {
            let rows = sessions::table.filter(sessions::edition_id.eq(other));
            Ok(rows.select(sessions::id).first(r.conn())?)
        })
        .await
        .unwrap();
    let cancelled =
        api.post(&format!("/api/v1/sessions/{id}/cancellation"), json!({ "reason": "Болезнь" })).await;
    assert_eq!(cancelled.status, 201);
    let booked = api.post(&list, at("12:00", "12:30")).await;
    assert_eq!(booked.status, 201, "a cancelled session asks nobody: {}", booked.html);
}

/// The first of the people leaves the edition, or is there again.
async fn withdraw(ground: &Ground, leaves: bool) {
    let (who, now) = (ground.people[0].1, ground.app.now());
    let write = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(who)))
            .set(enrolments::withdrawn_at.eq(leaves.then_some(now)))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(write).await.unwrap();
}

#[tokio::test]
async fn moving_is_checked_like_booking_and_a_new_room_asks_nothing_again() {
    let ground = Ground::with(1).await;
    beside(&ground, 1).await;
    let api = ground.app.api(&ground.trainer).await;
    let made = api
        .post(
            &format!("/api/v1/editions/{}/sessions", ground.edition),
            session(&ground, "2026-09-21", "10:00", "11:00"),
        )
        .await;
    let address = format!("/api/v1/sessions/{}", made.json()["id"]);
    let mut wanted = session(&ground, "2026-09-22", "11:00", "12:00");
    assert_eq!(api.put(&address, wanted.clone()).await.json()["errors"][0]["code"], "trainees-busy");
    wanted["despite"] = json!("Общий выезд");
    assert_eq!(api.put(&address, wanted.clone()).await.status, 204);
    wanted["despite"] = Value::Null;
    wanted["place"] = json!("Ауд. 77");
    assert_eq!(api.put(&address, wanted).await.status, 204, "the hour was settled before");
    assert_eq!(ground.app.audited("trainee-conflict-accepted").await, 1);
}

/// Nobody was enrolled in both when they were booked; now both sides see it.
#[tokio::test]
async fn whoever_is_enrolled_later_is_seen_to_be_asked_twice() {
    let ground = Ground::with(1).await;
    let other = beside(&ground, 0).await;
    let api = ground.app.api(&ground.trainer).await;
    let mut wanted = session(&ground, "2026-09-22", "12:00", "14:00");
    wanted["activity_id"] = json!(ground.game.0);
    let made = api.post(&format!("/api/v1/editions/{}/sessions", ground.edition), wanted).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let staff = ground.app.sign_in(&ground.trainer).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let of = |edition: EditionId| format!("/editions/{edition}/sessions");
    assert!(!staff.get(&of(ground.edition)).await.text().contains("Слушатели заняты"));
    assert!(!trainee.get(paths::SCHEDULE).await.text().contains("Два занятия сразу"));

    ground.app.enrol(other, &ground.people[0].0).await;
    let own = staff.get(&of(ground.edition)).await.text();
    let said = "Слушатели заняты 1 слушатель занят на другом занятии: «Занятие lecture», 3-й поток";
    assert!(own.contains(said), "{own}");
    assert!(
        staff.get(&of(other)).await.text().contains("«Занятие game», 2-й поток"),
        "and the other way round"
    );
    let schedule = trainee.get(paths::SCHEDULE).await.text();
    assert_eq!(schedule.matches("Два занятия сразу").count(), 2, "{schedule}");
    assert!(schedule.contains("В это же время «Занятие lecture», 3-й поток."), "{schedule}");
    let told = api.get(&format!("/api/v1/editions/{}/session-conflicts", ground.edition)).await.json();
    let met = told["items"].as_array().unwrap();
    assert_eq!((met.len(), &met[0]["people"], &met[0]["edition"]), (1, &json!(1), &json!("3-й поток")));
    assert_eq!(met[0]["other"]["starts"], json!("10:00"));
    let stranger = ground.app.trainer("Чужой").await;
    let hidden = format!("/api/v1/editions/{}/session-conflicts", ground.edition);
    assert_eq!(ground.app.api(&stranger).await.get(&hidden).await.status, 404);

    // What is over is nobody's trouble.
    ground.app.set_clock("2026-09-23T00:00:00Z");
    let staff = ground.app.sign_in(&ground.trainer).await;
    assert!(!staff.get(&of(ground.edition)).await.text().contains("Слушатели заняты"));
}
