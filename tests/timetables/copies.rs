//! The schedule of another edition.

use crate::attendance::ground::{Ground, another_edition};
use birge::agendas::actions::{self as agendas, Access};
use birge::agendas::rules::{Agenda, Block, BlockKind, Guest, Shift};
use birge::agendas::store::{shifts, speakers, whole};
use birge::attendance::rules::SessionMode;
use birge::db::Write;
use birge::db::schema::{editions, sessions};
use birge::kernel::{EditionId, Minutes, SessionId};
use diesel::prelude::*;
use serde_json::json;

/// An edition of the spring: it begins on Monday, 1 February 2027.
async fn spring(ground: &Ground) -> EditionId {
    let id = another_edition(ground, "Весна 2027").await;
    ground.app.teach(id, &ground.trainer).await;
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let (from, to) = (day("2027-02-01"), day("2027-04-30"));
    let move_it = move |w: &mut Write| {
        diesel::update(editions::table.filter(editions::id.eq(id)))
            .set((editions::starts_on.eq(from), editions::ends_on.eq(to)))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(move_it).await.unwrap();
    id
}

#[tokio::test]
async fn a_schedule_is_copied_with_its_weekdays_and_times() {
    let ground = Ground::with(0).await;
    // Tuesday, 15 September; the edition began on Tuesday, 1 September.
    ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    ground.session(ground.practicum, ("15:00", "16:30"), SessionMode::Mixed).await;
    make_a_programme(&ground).await;
    let spring = spring(&ground).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let new = format!("/editions/{spring}/schedule-copies/new");
    let choice = browser.get(&new).await;
    assert!(choice.text().contains("2-й поток"), "{}", choice.text());
    let run = browser.get(&format!("{new}?source={}", ground.edition)).await;
    assert_eq!(run.status, 200);
    assert!(run.text().contains("вт, 16 февраля, 10:00–13:00"), "{}", run.text());
    assert_eq!(run.value_of("weeks").as_deref(), Some("22"));

    let keys: Vec<String> = run
        .html
        .split("name=\"line\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    let source = ground.edition.to_string();
    let fields = [
        ("source", source.as_str()),
        ("weeks", "22"),
        ("line", keys[0].as_str()),
        ("line", keys[1].as_str()),
    ];
    let booked = browser.post(&format!("/editions/{spring}/schedule-copies"), &fields).await;
    assert!(booked.text().contains("Назначено 2 занятия."), "{}", booked.text());
    assert!(booked.text().contains("С программой: 1, заездов: 1"), "{}", booked.text());
    check_the_programme(&ground, spring).await;
    type Row = (chrono::NaiveDate, chrono::NaiveTime, SessionMode, Option<birge::kernel::PersonId>);
    let rows: Vec<Row> = ground
        .app
        .db
        .read(move |r| {
            let rows = sessions::table.filter(sessions::edition_id.eq(spring)).order(sessions::starts_at);
            let columns = (sessions::held_on, sessions::starts_local, sessions::mode, sessions::trainer_id);
            Ok(rows.select(columns).load(r.conn())?)
        })
        .await
        .unwrap();
    let said: Vec<String> = rows.iter().map(|(day, from, ..)| format!("{day} {from}")).collect();
    assert_eq!(said, ["2027-02-16 10:00:00", "2027-02-16 15:00:00"]);
    assert_eq!((rows[1].2, rows[1].3), (SessionMode::Mixed, Some(ground.trainer.id)));
    let again = browser.get(&format!("{new}?source={}", ground.edition)).await;
    assert!(again.text().contains("Уже есть занятие"), "{}", again.text());
}

/// The practicum has a topic, two blocks, a guest and a note on access; the edition has a shift.
async fn make_a_programme(ground: &Ground) {
    let (actor, now, edition) = (ground.app.actor(&ground.trainer).await, ground.app.now(), ground.edition);
    let make = move |w: &mut Write| {
        let id: SessionId = sessions::table
            .filter(sessions::edition_id.eq(edition))
            .order(sessions::starts_at.desc())
            .select(sessions::id)
            .first(w.conn())?;
        let agenda = Agenda { topic: Some("Разбор случаев".into()), questions: Vec::new() };
        agendas::set_agenda(w, &actor, id, &agenda, now)?;
        let block = |kind, minutes| Block { kind, minutes: Minutes(minutes), title: None, activity: None };
        agendas::set_blocks(w, &actor, id, &[block(BlockKind::Theory, 30), block(BlockKind::Game, 60)], now)?;
        let access = Access { conditions: Vec::new(), note: Some("Пандус со двора".into()) };
        agendas::set_access(w, &actor, id, &access, now)?;
        let guest =
            Guest { name: "Иванова Мария".into(), post: None, organisation: None, topic: None };
        speakers::replace(w, id, &[guest])?;
        let day = |text: &str| text.parse().unwrap();
        let shift = Shift {
            first_on: day("2026-09-15"),
            last_on: day("2026-09-17"),
            place: "Листвянка".into(),
            lodging: Some("База «Маяк»".into()),
            meals: None,
        };
        agendas::create_shift(w, &actor, edition, &shift, now).map(|_| ())
    };
    ground.app.db.write(make).await.unwrap();
}

async fn check_the_programme(ground: &Ground, spring: EditionId) {
    let read = move |r: &mut birge::db::Read| {
        let ids: Vec<SessionId> = sessions::table
            .filter(sessions::edition_id.eq(spring))
            .order(sessions::starts_at)
            .select(sessions::id)
            .load(r.conn())?;
        Ok((ids.clone(), whole::made(r, &ids)?, shifts::of_edition(r, spring)?))
    };
    let (ids, made, shifts) = ground.app.db.read(read).await.unwrap();
    assert!(!made.contains_key(&ids[0]), "the lecture has none");
    let made = &made[&ids[1]];
    assert_eq!(made.brief.topic.as_deref(), Some("Разбор случаев"));
    assert_eq!(made.brief.access_note.as_deref(), Some("Пандус со двора"));
    let minutes: Vec<i32> = made.blocks.iter().map(|block| block.minutes.0).collect();
    assert_eq!((minutes, made.guests[0].name.as_str()), (vec![30, 60], "Иванова Мария"));
    assert_eq!(shifts.len(), 1);
    assert_eq!(shifts[0].shift.first_on.to_string(), "2027-02-16");
    assert_eq!(shifts[0].shift.lodging.as_deref(), Some("База «Маяк»"));
}

#[tokio::test]
async fn what_cannot_be_copied_is_said() {
    let ground = Ground::with(0).await;
    ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let spring = spring(&ground).await;
    let api = ground.app.api(&ground.trainer).await;
    let copies = format!("/api/v1/editions/{spring}/schedule-copies");
    let run =
        api.post(&format!("{copies}/dry-runs"), json!({ "source_id": ground.edition.0, "weeks": 1 })).await;
    let line = run.json()["lines"][0].clone();
    assert_eq!((&line["state"], &line["faults"][0]["code"]), (&json!("faulty"), &json!("outside-edition")));
    assert_eq!(run.json()["weeks"], json!(1));
    let refused = api.post(&copies, json!({ "source_id": ground.edition.0, "weeks": 9999 })).await;
    assert_eq!(refused.json()["errors"][0]["code"], "out-of-range");
    let none = api.post(&copies, json!({ "source_id": ground.edition.0 })).await;
    assert_eq!(none.json()["errors"][0]["code"], "dates-none-chosen");

    // Another programme has nothing to copy, and another trainer does not learn what there is.
    let version = ground.app.programme().await;
    let foreign = ground.app.edition(version).await;
    ground.app.teach(foreign, &ground.trainer).await;
    let address = format!("/api/v1/editions/{foreign}/schedule-copies/dry-runs");
    assert_eq!(api.post(&address, json!({ "source_id": ground.edition.0 })).await.status, 404);
    let page = ground
        .app
        .sign_in(&ground.trainer)
        .await
        .get(&format!("/editions/{foreign}/schedule-copies/new"))
        .await;
    assert!(page.text().contains("Брать расписание неоткуда"), "{}", page.text());
    let neighbour = ground.app.trainer("Соседний").await;
    ground.app.teach(spring, &neighbour).await;
    let hidden = ground.app.api(&neighbour).await;
    let hidden = hidden.post(&format!("{copies}/dry-runs"), json!({ "source_id": ground.edition.0 })).await;
    assert_eq!(hidden.status, 404, "the source is not the neighbour's to see");
}

/// Two groups side by side, or a choice of workshops: the new edition is asked whether it has them too.
#[tokio::test]
async fn sessions_side_by_side_are_copied_with_a_reason() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    for (activity, from, to) in [(ground.lecture, "10:00", "13:00"), (ground.practicum, "11:00", "12:30")] {
        let wanted = json!({ "activity_id": activity.0, "held_on": "2026-09-15", "starts": from, "ends": to,
            "mode": "in_person", "place": format!("Ауд. {from}") });
        let made = api.post(&format!("/api/v1/editions/{}/sessions", ground.edition), wanted).await;
        assert_eq!(made.status, 201, "nobody is enrolled: {}", made.html);
    }
    let spring = spring(&ground).await;
    let copies = format!("/api/v1/editions/{spring}/schedule-copies");
    let run = api.post(&format!("{copies}/dry-runs"), json!({ "source_id": ground.edition.0 })).await.json();
    assert_eq!((&run["lines"][0]["state"], &run["lines"][1]["state"]), (&json!("free"), &json!("busy")));
    assert!(run["lines"][1]["faults"].to_string().contains("Занятие lecture"), "{run}");
    let both = json!([run["lines"][0]["key"], run["lines"][1]["key"]]);
    let silent = api.post(&copies, json!({ "source_id": ground.edition.0, "lines": both })).await;
    assert_eq!(silent.json()["errors"][0]["code"], "despite-reason");
    let body = json!({ "source_id": ground.edition.0, "lines": both, "despite": "Две подгруппы" });
    let booked = api.post(&copies, body).await;
    assert_eq!((booked.status, &booked.json()["booked"]), (201, &json!(2)));
}
