//! Days off by country and region, imported lists, and closed hours (F10).

mod unknown;

use crate::attendance::ground::Ground;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::learning::NewEdition;
use birge::db::schema::sessions;
use birge::kernel::ZoneName;
use diesel::prelude::*;
use serde_json::{Value, json};

fn session(ground: &Ground, day: &str, from: &str, to: &str) -> Value {
    json!({ "activity_id": ground.lecture.0, "held_on": day, "starts": from, "ends": to, "mode": "in_person",
        "place": "Ауд. 12" })
}

fn lessons() -> Value {
    json!({ "weekdays": ["mon", "tue"], "starts": "08:00", "ends": "14:00", "from": "2026-09-01",
        "to": "2026-12-29", "what": "Уроки" })
}

async fn book_by_form(browser: &Browser, ground: &Ground, day: &str) -> Page {
    let fields = [
        ("activity", ground.lecture.to_string()),
        ("held_on", day.to_owned()),
        ("starts", "10:00".to_owned()),
        ("ends", "13:00".to_owned()),
        ("mode", "in_person".to_owned()),
        ("place", "Ауд. 12".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("/editions/{}/sessions", ground.edition), &fields).await
}

#[tokio::test]
async fn a_session_on_a_day_off_is_booked_with_a_warning_that_names_it() {
    let ground = Ground::with(0).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let plain = book_by_form(&browser, &ground, "2026-11-03").await;
    assert!(plain.text().contains("Занятие назначено."), "{}", plain.text());
    assert!(!plain.text().contains("ыходной:"), "{}", plain.text());
    let warned = book_by_form(&browser, &ground, "2026-11-04").await;
    assert_eq!(warned.status, 200, "{}", warned.text());
    let text = warned.text();
    assert!(text.contains("Занятие назначено. В этот день выходной: День народного единства."), "{text}");
    assert_eq!(
        text.matches("Выходной: День народного единства").count(),
        1,
        "the mark in the timetable: {text}"
    );
    let id: birge::kernel::SessionId = ground
        .app
        .db
        .read(|r| Ok(sessions::table.order(sessions::held_on.desc()).select(sessions::id).first(r.conn())?))
        .await
        .unwrap();
    let form = browser.get(&format!("/sessions/{id}/edit")).await.text();
    assert!(form.contains("В этот день выходной: День народного единства."), "{form}");
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let made = api.post(&list, session(&ground, "2026-11-04", "15:00", "16:00")).await;
    assert_eq!((made.status, &made.json()["day_off"]), (201, &json!("День народного единства")));
}

#[tokio::test]
async fn an_edition_keeps_the_days_off_of_its_zone_until_somebody_says_otherwise() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/editions/{}/days-off", ground.edition);
    let days = |found: &Value| -> Vec<String> {
        let days = found["days"].as_array().unwrap().iter();
        days.map(|day| day["date"].as_str().unwrap().to_owned()).collect()
    };
    let russian = api.get(&address).await.json();
    assert_eq!((&russian["place"], &russian["chosen"]), (&json!("RU"), &json!(false)));
    assert_eq!(days(&russian), ["2026-11-04"]);
    assert_eq!(api.put(&address, json!({ "country": "kz" })).await.status, 204);
    let kazakh = api.get(&address).await.json();
    assert_eq!((&kazakh["place"], &kazakh["chosen"]), (&json!("KZ"), &json!(true)));
    assert_eq!(days(&kazakh), ["2026-10-25", "2026-10-26"]);
    assert_eq!(api.put(&address, json!({ "country": null })).await.status, 204);
    assert_eq!(api.get(&address).await.json()["place"], json!("RU"));
    let wrong = api.put(&address, json!({ "country": "Россия", "region": "Татарстан" })).await;
    let fields: Vec<Value> =
        wrong.json()["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
    assert_eq!((wrong.status, fields), (422, vec![json!("country"), json!("region")]));

    let zone = ZoneName::parse("Asia/Almaty").unwrap();
    let almaty = ground.app.open_edition(NewEdition { zone, ..NewEdition::of(ground.version) }).await;
    ground.app.teach(almaty, &ground.trainer).await;
    // Roles are looked up anew with each request.
    let found = api.get(&format!("/api/v1/editions/{almaty}/days-off")).await.json();
    assert_eq!((&found["place"], &found["chosen"]), (&json!("KZ"), &json!(false)));
    let stranger = ground.app.trainer("Соседний").await;
    assert_eq!(ground.app.api(&stranger).await.get(&address).await.status, 404);
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let page = trainer.get(&format!("/editions/{}/days-off", ground.edition)).await;
    assert!(page.text().contains("День народного единства"));
}

fn list(text: &str) -> Vec<(&str, &str)> {
    vec![
        ("country", "ru"),
        ("region", "RU-TA"),
        ("year", "2026"),
        ("source", "Закон № 1-ЗРТ"),
        ("text", text),
    ]
}

#[tokio::test]
async fn a_list_is_looked_at_first_and_imported_whole_or_not_at_all() {
    let ground = Ground::with(0).await;
    let administrator = ground.app.administrator().await;
    let browser = ground.app.sign_in(&administrator).await;
    let faulty = "# Татарстан\ndate;kind;ru\n2026-08-30;holiday;День Республики\n31.02.2026;;Никогда\n2026-09-01;работа;День";
    let looked = browser.post("/holidays/dry-runs", &list(faulty)).await;
    assert_eq!(looked.status, 422);
    let text = looked.text();
    for said in ["Строка 4: «31.02.2026» — не дата", "Строка 5: вид «работа» неизвестен"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(looked.html.contains("31.02.2026;;Никогда"), "nothing typed is lost");
    let refused = browser.post("/holidays", &list(faulty)).await;
    assert_eq!(refused.status, 422);
    let lists = |page: &Page| page.html.matches("<summary>RU-TA").count();
    assert_eq!(lists(&browser.get("/holidays").await), 0, "nothing is imported by half");

    let fine = "Дата;Вид;Название\n30.08.2026;праздник;День Республики Татарстан\n27.05.2026;выходной;Курбан-байрам\n2026-11-06;праздник;День Конституции Татарстана";
    let looked = browser.post("/holidays/dry-runs", &list(fine)).await;
    assert_eq!(looked.status, 200, "{}", looked.text());
    assert!(looked.text().contains("В списке 3 дня"), "{}", looked.text());
    assert_eq!(lists(&browser.get("/holidays").await), 0, "looking changes nothing");
    // What the dry run shows is what the form sends on.
    let text = looked.html.split("<textarea").nth(1).unwrap().split_once(">\n").unwrap().1;
    let text = text.split("</textarea>").next().unwrap().to_owned();
    let imported = browser.post("/holidays", &list(&text)).await;
    assert!(imported.text().contains("Внесено 3 дня: RU-TA, 2026."), "{}", imported.text());
    assert_eq!(lists(&imported), 1);

    let api = ground.app.api(&ground.trainer).await;
    let address = format!("/api/v1/editions/{}/days-off", ground.edition);
    api.put(&address, json!({ "country": "RU", "region": "TA" })).await;
    let days = api.get(&address).await.json()["days"].clone();
    let names: Vec<&Value> = days.as_array().unwrap().iter().map(|day| &day["name"]["ru"]).collect();
    assert_eq!(
        names,
        ["День народного единства", "День Конституции Татарстана"],
        "beside what the country has"
    );

    // A list of the country stands in the place of the one that comes with the program, until it is removed.
    let admin = ground.app.api(&administrator).await;
    let own = json!({ "country": "RU", "year": 2026, "source": "Приказ", "csv": "date;ru\n2026-10-05;День учителя" });
    let id = admin.post("/api/v1/holidays", own.clone()).await.json()["id"].clone();
    let again = admin.post("/api/v1/holidays", own).await;
    assert_eq!(again.status, 201, "a list of the same place and year is replaced: {}", again.html);
    assert_eq!(
        admin.send(reqwest::Method::DELETE, &format!("/api/v1/holidays/{id}"), None).await.status,
        204
    );
    let first = |found: Value| found["days"][0]["date"].clone();
    assert_eq!(first(api.get(&address).await.json()), "2026-10-05", "the former one was replaced already");
    let id = again.json()["id"].clone();
    let removed = browser.post(&format!("/holidays/{id}/removal"), &[]).await;
    assert!(removed.text().contains("Список удалён."), "{}", removed.text());
    assert_eq!(first(api.get(&address).await.json()), "2026-11-04");
    let other = json!({ "country": "RU", "year": 2027, "source": "Приказ", "csv": "date;ru\n2026-10-05;День учителя" });
    assert_eq!(admin.post("/api/v1/holidays", other).await.json()["errors"][0]["code"], "holiday-other-year");
    assert_eq!(admin.send(reqwest::Method::DELETE, "/api/v1/holidays/999999", None).await.status, 404);
}

#[tokio::test]
async fn only_who_administers_the_site_changes_lists() {
    let app = TestApp::spawn().await;
    let (trainer, organisation) = (app.trainer("Ким").await, app.organisation("Школа").await);
    let administrator = app.administrator_of("Школьный", organisation).await;
    assert_eq!(app.sign_in(&trainer).await.get("/holidays").await.status, 403);
    let browser = app.sign_in(&administrator).await;
    let page = browser.get("/holidays").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("День народного единства") && !page.text().contains("Внести список"));
    assert_eq!(browser.get("/holidays/new").await.status, 403);
    assert_eq!(browser.post("/holidays", &list("date;ru\n2026-08-30;День")).await.status, 403);
    let body =
        json!({ "country": "RU", "year": 2026, "source": "Приказ", "csv": "date;ru\n2026-10-05;День" });
    assert_eq!(app.api(&administrator).await.post("/api/v1/holidays", body).await.status, 403);
}

/// School closed hours are set; booking a session inside them fails (F10).
#[tokio::test]
async fn in_closed_hours_nothing_is_booked_and_they_are_named() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let hours = format!("/api/v1/editions/{}/closed-hours", ground.edition);
    let made = api.post(&hours, lessons()).await;
    assert_eq!((made.status, made.json()["ids"].as_array().unwrap().len()), (201, 2));
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let inside = api.post(&list, session(&ground, "2026-09-22", "13:30", "15:00")).await;
    assert_eq!((inside.status, &inside.json()["errors"][0]["code"]), (422, &json!("closed-hours")));
    let browser = ground.app.sign_in(&ground.trainer).await;
    let page = book_by_form(&browser, &ground, "2026-09-22").await;
    assert_eq!(page.status, 422);
    let named = "В эти часы занятия не проводят: Уроки, вт, 22 сентября, 08:00–14:00.";
    assert!(page.text().contains(named), "{}", page.text());
    let mut despite = session(&ground, "2026-09-22", "10:00", "11:00");
    despite["despite"] = json!("Очень надо");
    assert_eq!(api.post(&list, despite).await.status, 422, "a reason opens no closed hours");
    assert_eq!(api.post(&list, session(&ground, "2026-09-22", "14:00", "15:00")).await.status, 201);
    let wednesday = api.post(&list, session(&ground, "2026-09-23", "10:00", "11:00")).await;
    assert_eq!(wednesday.status, 201);
    let moved = format!("/api/v1/sessions/{}", wednesday.json()["id"]);
    assert_eq!(api.put(&moved, session(&ground, "2026-09-21", "10:00", "11:00")).await.status, 422);

    // What lies in hours that were closed later stays, and its place may change.
    let later = json!({ "weekdays": ["wed"], "starts": "09:00", "ends": "12:00", "from": "2026-09-01",
        "to": "2026-12-29", "what": "Линейка" });
    assert_eq!(api.post(&hours, later).await.status, 201);
    let mut elsewhere = session(&ground, "2026-09-23", "10:00", "11:00");
    elsewhere["place"] = json!("Ауд. 7");
    assert_eq!(api.put(&moved, elsewhere).await.status, 204);

    let tuesday = made.json()["ids"][1].clone();
    let removed =
        browser.post(&format!("/editions/{}/closed-hours/{tuesday}/removal", ground.edition), &[]).await;
    assert!(removed.text().contains("Часы снова открыты."), "{}", removed.text());
    assert_eq!(api.post(&list, session(&ground, "2026-09-22", "10:00", "11:00")).await.status, 201);
}

#[tokio::test]
async fn hours_of_the_organisation_are_closed_by_its_administrators_for_every_edition() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let hours = format!("/api/v1/editions/{}/closed-hours", ground.edition);
    let mut everywhere = lessons();
    everywhere["everywhere"] = json!(true);
    assert_eq!(api.post(&hours, everywhere.clone()).await.status, 403);
    let administrator = ground.app.administrator().await;
    let admin = ground.app.api(&administrator).await;
    let made = admin.post(&hours, everywhere).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let other = crate::attendance::ground::another_edition(&ground, "3-й поток").await;
    ground.app.teach(other, &ground.trainer).await;
    let refused = api
        .post(&format!("/api/v1/editions/{other}/sessions"), session(&ground, "2026-09-22", "10:00", "11:00"))
        .await;
    assert_eq!(refused.json()["errors"][0]["code"], "closed-hours");
    let id = made.json()["ids"][0].clone();
    let mut again = lessons();
    (again["everywhere"], again["weekdays"]) = (json!(true), json!(["tue", "mon", "tue"]));
    let again = admin.post(&hours, again).await;
    assert_eq!((again.status, &again.json()["ids"]), (201, &made.json()["ids"]), "they stand already");
    assert_eq!(ground.app.audited("hours-closed").await, 2);
    let own = format!("{hours}/{id}");
    assert_eq!(api.send(reqwest::Method::DELETE, &own, None).await.status, 404, "not a trainer's to open");
    assert_eq!(admin.send(reqwest::Method::DELETE, &own, None).await.status, 204);
    assert_eq!(admin.send(reqwest::Method::DELETE, &own, None).await.status, 204, "twice is as once");

    let wrong = json!({ "weekdays": [], "starts": "25:00", "ends": "08:00", "from": "2026-12-01",
        "to": "2026-09-01", "what": " " });
    let refused = api.post(&hours, wrong).await;
    let codes: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["code"].clone()).collect();
    assert_eq!(codes, ["not-a-time", "weekday-needed", "end-before-start", "required"]);
    let page = ground.app.sign_in(&ground.trainer).await;
    let fields = [("weekday", "mon"), ("starts", "10:00"), ("ends", "09:00"), ("what", "Смена")];
    let page = page.post(&format!("/editions/{}/closed-hours", ground.edition), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Окончание должно быть позже начала") && page.html.contains("Смена"));
}

#[tokio::test]
async fn a_timetable_is_laid_out_around_closed_hours() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let hours = json!({ "weekdays": ["sat"], "starts": "10:00", "ends": "12:00", "from": "2026-09-01",
        "to": "2026-09-30", "what": "Субботник" });
    api.post(&format!("/api/v1/editions/{}/closed-hours", ground.edition), hours).await;
    let grid = json!({ "weekdays": ["sat"], "starts": "10:00", "ends": "16:00", "from": "2026-09-15",
        "place": "Ауд. 12" });
    let laid = api.post(&format!("/api/v1/editions/{}/session-plans", ground.edition), grid).await;
    assert_eq!(laid.status, 201, "{}", laid.html);
    let held: Vec<(chrono::NaiveDate, chrono::NaiveTime)> = ground
        .app
        .db
        .read(|r| {
            let rows = sessions::table.order(sessions::starts_at);
            Ok(rows.select((sessions::held_on, sessions::starts_local)).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(format!("{} {}", held[0].0, held[0].1), "2026-09-19 12:00:00");
    let september = held.iter().filter(|(day, _)| day.to_string().as_str() < "2026-10-01");
    assert!(
        september.clone().count() > 1
            && september.clone().all(|(_, from)| from.to_string().as_str() >= "12:00")
    );
}

/// Nobody comes on the Day of National Unity, so nothing is laid out on it.
#[tokio::test]
async fn a_timetable_is_laid_out_around_days_off() {
    let ground = Ground::with(0).await;
    let api = ground.app.api(&ground.trainer).await;
    let grid = json!({ "weekdays": ["wed"], "starts": "10:00", "ends": "13:10", "from": "2026-10-28",
        "place": "Ауд. 12" });
    let laid = api.post(&format!("/api/v1/editions/{}/session-plans", ground.edition), grid).await;
    assert_eq!(laid.status, 201, "{}", laid.html);
    let held: Vec<chrono::NaiveDate> = ground
        .app
        .db
        .read(|r| Ok(sessions::table.order(sessions::starts_at).select(sessions::held_on).load(r.conn())?))
        .await
        .unwrap();
    let said: Vec<String> = held.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["2026-10-28", "2026-11-11", "2026-11-18", "2026-11-25"]);
}
