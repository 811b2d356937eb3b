//! Planned, held, earned and missing, of an edition, its modules and its people.

use super::{after_the_lecture, later_today, numbers, part};
use crate::attendance::ground::Ground;
use crate::content::Course;
use crate::support::TestApp;
use crate::support::queries::asked;
use birge::attendance::rules::SessionMode;
use birge::db::Write;
use birge::db::schema::{enrolments, modules};
use birge::kernel::{ModuleId, OrganisationId};
use birge::people::Role;
use birge::progress::actions::hours;
use diesel::prelude::*;
use serde_json::json;

#[tokio::test]
async fn the_totals_of_an_edition_are_the_sums_of_its_people() {
    let (ground, _) = after_the_lecture().await;
    let trainer = ground.app.api(&ground.trainer).await;
    let found = trainer.get(&format!("/api/v1/editions/{}/hours", ground.edition)).await;
    assert_eq!(found.status, 200, "{}", found.html);
    let found = found.json();
    // The programme: 180 + 90 + 360 minutes to attend, 45 to read.
    assert_eq!(numbers(&found["people"][0]), [675, 180, 180, 495]);
    assert_eq!(numbers(&found["people"][1]), [675, 180, 120, 555], "two of three hours are two hours");
    assert_eq!(numbers(&found["totals"]["all"]), [1350, 360, 300, 1050]);
    assert_eq!(numbers(&found["modules"][0]), [1350, 360, 300, 1050]);
    assert_eq!(found["modules"][0]["people"], json!(2));
    assert_eq!(part(&found["totals"]["by_nature"], "theory"), [450, 360, 300, 150]);
    assert_eq!(part(&found["totals"]["by_nature"], "practice"), [900, 0, 0, 900]);
    assert_eq!(part(&found["totals"]["by_nature"], "self_study"), [0, 0, 0, 0]);
    assert_eq!(part(&found["totals"]["by_mode"], "in_person")[2], 300);
    assert_eq!(part(&found["totals"]["by_mode"], "online")[2], 0);
}

#[tokio::test]
async fn the_page_of_an_edition_sorts_people_by_what_they_miss_and_leads_to_each() {
    let (ground, _) = after_the_lecture().await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let overview = browser.get(&format!("/editions/{}", ground.edition)).await;
    let address = overview.link_to("Часы");
    assert_eq!(address, format!("/editions/{}/hours", ground.edition));
    let page = browser.get(&address).await;
    assert!(!page.html.contains('⟦'), "{}", page.html);
    let text = page.text();
    // 1350 minutes are 30 academic hours; 300 are 6.66, and 6,6 when nothing is rounded up.
    for part in ["Запланировано 30", "6,6", "Люди потока", "По модулям", "теория"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (first, second) = (&ground.people[0].1, &ground.people[1].1);
    let place = |html: &str, who| html.find(&format!("href=\"/learn/{who}/hours\"")).unwrap();
    assert!(place(&page.html, first) < place(&page.html, second), "by name");
    let sorted = browser.get(&format!("{address}?sort=missing")).await.html;
    assert!(place(&sorted, second) < place(&sorted, first), "most missing first");

    let person = browser.get(&format!("/learn/{second}/hours")).await;
    assert!(person.text().contains("Занятие lecture") && person.text().contains("2,6"), "{}", person.text());
    assert!(person.html.contains(&format!("/learn/{second}/hours/entries?activity={}", ground.lecture)));
}

#[tokio::test]
async fn a_module_narrows_the_people_and_another_programmes_module_is_not_found() {
    let (ground, _) = after_the_lecture().await;
    let trainer = ground.app.api(&ground.trainer).await;
    let module: ModuleId =
        ground.app.db.read(|r| Ok(modules::table.select(modules::id).first(r.conn())?)).await.unwrap();
    let address = format!("/api/v1/editions/{}/hours", ground.edition);
    let found = trainer.get(&format!("{address}?module={module}")).await.json();
    assert_eq!(numbers(&found["people"][0]), [675, 180, 180, 495]);
    assert_eq!(trainer.get(&format!("{address}?module=999999")).await.status, 404);
    let browser = ground.app.sign_in(&ground.trainer).await;
    let pages = format!("/editions/{}/hours", ground.edition);
    assert_eq!(browser.status_of(&format!("{pages}?module=999999")).await, 404);
    assert_eq!(
        browser.status_of(&format!("{pages}?module=abc&sort=abc")).await,
        200,
        "nonsense narrows nothing"
    );
}

#[tokio::test]
async fn held_are_sessions_that_are_over_and_were_not_cancelled_marked_or_not() {
    let (ground, _) = after_the_lecture().await;
    let trainer = ground.app.api(&ground.trainer).await;
    let held = async || {
        let found = trainer.get(&format!("/api/v1/editions/{}/hours", ground.edition)).await.json();
        (numbers(&found["people"][0])[1], found["unmarked_session_ids"].clone())
    };
    let later = later_today(&ground, ground.practicum).await;
    assert_eq!(held().await, (180, json!([])), "it is still to come");
    ground.app.set_clock("2026-09-15T08:30:00Z");
    assert_eq!(held().await, (270, json!([later])), "over at half past four, and nobody was marked");
    let browser = ground.app.sign_in(&ground.trainer).await;
    let page = browser.get(&format!("/editions/{}/hours", ground.edition)).await;
    assert!(page.text().contains("1 занятие прошло, а отметок нет"), "{}", page.text());
    assert_eq!(page.link_to("Отметить первое из них"), format!("/sessions/{later}"));

    let gone = ground.session(ground.game, ("17:00", "18:00"), SessionMode::InPerson).await;
    let reason = json!({ "reason": "Болезнь" });
    assert_eq!(trainer.post(&format!("/api/v1/sessions/{gone}/cancellation"), reason).await.status, 201);
    ground.app.set_clock("2026-09-15T12:00:00Z");
    assert_eq!(held().await.0, 270, "a cancelled session was not held");
}

async fn sent_by(ground: &Ground, place: usize, by: OrganisationId) {
    let who = ground.people[place].1;
    let send = move |w: &mut Write| {
        let one = enrolments::table.filter(enrolments::id.eq(who));
        diesel::update(one).set(enrolments::organisation_id.eq(by)).execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(send).await.unwrap();
}

#[tokio::test]
async fn everybody_sees_whom_they_may_and_nobody_else() {
    let (ground, _) = after_the_lecture().await;
    let sender = ground.app.organisation("Дом ребёнка").await;
    sent_by(&ground, 1, sender).await;
    let coordinator = ground.app.person("Координатор").await;
    ground.app.grant_in(&coordinator, Role::Coordinator, sender).await;
    let edition = format!("/api/v1/editions/{}/hours", ground.edition);
    let person = |place: usize| format!("/api/v1/learn/{}/hours", ground.people[place].1);

    let client = ground.app.api(&coordinator).await;
    let found = client.get(&edition).await.json();
    assert_eq!(found["people"].as_array().unwrap().len(), 1);
    assert_eq!(numbers(&found["totals"]["all"]), [675, 180, 120, 555], "sums of the own people only");
    let status =
        async |client: &crate::support::browser::ApiClient, path: String| client.get(&path).await.status;
    assert_eq!(status(&client, person(1)).await, 200);
    assert_eq!(status(&client, format!("{}/entries", person(1))).await, 200);
    assert_eq!(
        (status(&client, person(0)).await, status(&client, format!("{}/entries", person(0))).await),
        (404, 404)
    );

    let trainee = ground.app.api(&ground.people[0].0).await;
    assert_eq!((status(&trainee, person(0)).await, status(&trainee, person(1)).await), (200, 404));
    assert_eq!(status(&trainee, edition.clone()).await, 404);
    let stranger = ground.app.api(&ground.app.trainer("Соседний").await).await;
    assert_eq!((status(&stranger, edition).await, status(&stranger, person(0)).await), (404, 404));
}

#[tokio::test]
async fn a_trainees_own_page_has_kinds_modes_and_the_way_to_each_number() {
    let (ground, _) = after_the_lecture().await;
    let browser = ground.app.sign_in(&ground.people[1].0).await;
    let page = browser.get("/hours").await;
    let text = page.text();
    for part in ["Проведено", "теория", "практика", "очно", "Не хватает"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let who = ground.people[1].1;
    assert!(page.html.contains(&format!("/learn/{who}/hours/entries?nature=theory")), "{}", page.html);
    let modules = browser.get(&page.link_to("По модулям и занятиям")).await;
    assert_eq!((modules.status, modules.path), (200, format!("/learn/{who}/hours")));
}

#[tokio::test]
async fn more_people_are_no_more_queries() {
    let count = async |people: usize| {
        let ground = Ground::with(people).await;
        let (actor, edition, now) =
            (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
        asked(&ground.app.db, move |r| hours::edition(r, &actor, (edition, None), now)).await.len()
    };
    let few = count(1).await;
    assert_eq!(count(5).await, few);
    assert!(few <= 10, "{few}");
}

#[actix_web::test]
async fn self_study_is_a_kind_of_its_own() {
    let app = TestApp::spawn().await;
    let course = Course::sample()
        .replace("programme.toml", "theory = 4", "theory = 0\nself_study = 4")
        .replace("01-first/module.toml", "nature = \"theory\"", "nature = \"self_study\"");
    let version = app.import(course.programme()).await;
    let edition = app.edition(version).await;
    let admin = app.administrator().await;
    let browser = app.sign_in(&admin).await;
    let programme = browser.get("/programmes/sample").await.text();
    assert!(programme.contains("16 ч: теория 0, практика 12, самостоятельная работа 4"), "{programme}");
    let person = app.person("Слушатель").await;
    app.enrol(edition, &person).await;
    let found = app.api(&admin).await.get(&format!("/api/v1/editions/{edition}/hours")).await.json();
    assert_eq!(part(&found["totals"]["by_nature"], "self_study")[0], 180);
    assert_eq!(part(&found["totals"]["by_nature"], "theory")[0], 0);
    let page = browser.get(&format!("/editions/{edition}/hours")).await.text();
    assert!(page.contains("самостоятельная работа 4"), "{page}");
}

/// Whole academic hours are made of minutes in one place, which rounds down (L1): nobody else divides by them.
#[test]
fn only_one_place_makes_academic_hours_of_minutes() {
    let mut wrong = Vec::new();
    let mut folders = vec![std::path::PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.ends_with("kernel/hours.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let divides = |line: &&str| {
                let code = line.split("//").next().unwrap_or_default();
                let hour = code.contains("academic_hour") || code.contains("ACADEMIC_HOUR");
                let maths = [" / ", "div_euclid", "div_ceil", "checked_div", "next_multiple_of"];
                (hour && maths.iter().any(|sign| code.contains(sign))) || code.contains("/ 45")
            };
            wrong.extend(text.lines().filter(divides).map(|line| format!("{}: {line}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
