//! Organisations: added, found, changed, never doubled.

use crate::support::TestApp;
use birge::people::Role;
use serde_json::json;

const FUND: &[(&str, &str)] = &[("name", "Фонд «Рядом»"), ("sector", "foundation"), ("city", "Иркутск")];

#[actix_web::test]
async fn an_administrator_adds_finds_and_changes_an_organisation() {
    let app = TestApp::spawn().await;
    let admin = app.sign_in(&app.administrator().await).await;
    assert!(admin.get("/organisations").await.text().contains("Организаций пока нет"));
    let list = admin.post("/organisations", FUND).await;
    assert_eq!((list.status, list.path.as_str()), (200, "/organisations"));
    assert!(list.text().contains("Организация «Фонд «Рядом»» добавлена."), "{}", list.text());
    let found = admin.get("/organisations?q=РЯДОМ").await.text();
    assert!(found.contains("Фонд «Рядом»") && found.contains("Иркутск"), "{found}");
    assert!(admin.get("/organisations?q=банк").await.text().contains("Ничего не нашлось"));
    let url = list.link_to("Фонд «Рядом»");
    let form = admin.get(&url).await;
    assert_eq!(form.value_of("city").as_deref(), Some("Иркутск"));
    let changed = admin
        .post(&url, &[("name", "Фонд «Рядом»"), ("sector", "npo"), ("head_name", "И. П. Соколова")])
        .await;
    assert!(changed.text().contains("сохранена"), "{}", changed.text());
    assert_eq!(admin.get(&url).await.value_of("head_name").as_deref(), Some("И. П. Соколова"));
    assert_eq!(
        (app.audited("organisation-created").await, app.audited("organisation-changed").await),
        (1, 1)
    );
}

#[actix_web::test]
async fn a_name_that_exists_is_refused_naming_it_and_nothing_typed_is_lost() {
    let app = TestApp::spawn().await;
    let existing = app.organisation("Фонд «Рядом»").await;
    let admin = app.sign_in(&app.administrator().await).await;
    let refused = admin
        .post("/organisations", &[("name", "ФОНД  «РЯДОМ»"), ("sector", "npo"), ("city", "Братск")])
        .await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("Такая организация уже есть: «Фонд «Рядом»»"), "{text}");
    assert!(refused.html.contains(&format!("/organisations/{existing}")), "the way to the existing one");
    assert_eq!(refused.value_of("city").as_deref(), Some("Братск"));
    let empty = admin.post("/organisations", &[("name", " "), ("sector", "x")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Заполните это поле") && empty.text().contains("Выберите один"));
}

#[actix_web::test]
async fn the_same_form_sent_twice_adds_one() {
    let app = TestApp::spawn().await;
    let admin = app.sign_in(&app.administrator().await).await;
    for _ in 0..2 {
        assert_eq!(admin.post_as("/organisations", FUND, "once").await.status, 200);
    }
    assert_eq!(app.audited("organisation-created").await, 1);
}

#[actix_web::test]
async fn an_organisation_cannot_stand_under_itself() {
    let app = TestApp::spawn().await;
    let ministry = app.organisation("Министерство").await;
    let centre = app.organisation_under("Центр", Some(ministry)).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let parent = centre.to_string();
    let fields = [("name", "Министерство"), ("sector", "state"), ("parent", parent.as_str())];
    let refused = admin.post(&format!("/organisations/{ministry}"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Эта организация сама стоит ниже"));
}

#[actix_web::test]
async fn an_administrator_of_a_ministry_changes_what_is_under_it_and_nothing_else() {
    let app = TestApp::spawn().await;
    let ministry = app.organisation("Министерство").await;
    let centre = app.organisation_under("Центр", Some(ministry)).await;
    let other = app.organisation("Чужой фонд").await;
    let person = app.person("Оспанова").await;
    app.grant_in(&person, Role::Administrator, ministry).await;
    let admin = app.sign_in(&person).await;
    let fields = [("name", "Центр занятости"), ("sector", "state")];
    assert_eq!(admin.post(&format!("/organisations/{centre}"), &fields).await.status, 200);
    let fields = [("name", "Мой фонд"), ("sector", "state")];
    assert_eq!(admin.post(&format!("/organisations/{other}"), &fields).await.status, 403);
    let page = admin.get(&format!("/organisations/{other}")).await;
    assert!(page.text().contains("Менять эту организацию может её администратор"));
    assert_eq!(admin.get("/organisations/999").await.status, 404);
    let nobody = app.sign_in(&app.person("Слушатель").await).await;
    assert_eq!(nobody.get("/organisations").await.status, 403);
    assert_eq!(nobody.post("/organisations", FUND).await.status, 403);
}

#[actix_web::test]
async fn the_api_lists_by_id_and_names_what_is_wrong() {
    let app = TestApp::spawn().await;
    let api = app.api(&app.administrator().await).await;
    let made =
        api.post("/api/v1/organisations", json!({ "name": "Фонд «Рядом»", "sector": "foundation" })).await;
    assert_eq!(made.status, 201);
    let parent = made.json()["id"].as_i64().unwrap();
    let body = json!({ "name": "Дом ветеранов", "sector": "state", "parent_id": parent });
    assert_eq!(api.post("/api/v1/organisations", body).await.status, 201);
    let twice = api.post("/api/v1/organisations", json!({ "name": "фонд «рядом»", "sector": "npo" })).await;
    assert_eq!(twice.status, 422);
    let error = &twice.json()["errors"][0];
    assert_eq!(
        (error["code"].as_str(), error["field"].as_str()),
        (Some("organisation-exists"), Some("name"))
    );
    let first = api.get("/api/v1/organisations?limit=1").await.json();
    assert_eq!(first["items"][0]["name"], "Фонд «Рядом»");
    let next = api.get(&format!("/api/v1/organisations?limit=1&after={}", first["next_after"])).await.json();
    assert_eq!((&next["items"][0]["parent_id"], &next["next_after"]), (&json!(parent), &json!(null)));
}

#[actix_web::test]
async fn an_organisation_is_read_and_changed_over_the_api() {
    let app = TestApp::spawn().await;
    let (ministry, fund) = (app.organisation("Министерство").await, app.organisation("Фонд «Рядом»").await);
    let client = app.api(&app.administrator().await).await;
    let address = format!("/api/v1/organisations/{fund}");
    let change = json!({ "name": "Фонд «Рядом»", "short_name": "Рядом", "sector": "foundation",
        "parent_id": ministry.0, "city": "Иркутск", "licence": "№ 5", "head_post": "Директор",
        "head_name": "И. П. Соколова" });
    assert_eq!(client.put(&address, change.clone()).await.status, 204);
    let shown = client.get(&address).await.json();
    for (field, value) in change.as_object().unwrap() {
        assert_eq!(&shown[field], value, "{field}");
    }
    assert_eq!(app.audited("organisation-changed").await, 1);
    let ring = json!({ "name": "Министерство", "sector": "state", "parent_id": fund.0 });
    let refused = client.put(&format!("/api/v1/organisations/{ministry}"), ring).await;
    assert_eq!(
        (refused.status, &refused.json()["errors"][0]["code"]),
        (422, &json!("organisation-under-itself"))
    );
    assert_eq!(client.get("/api/v1/organisations/999").await.status, 404);
    let local = app.person("Местная").await;
    app.grant_in(&local, Role::Administrator, ministry).await;
    let above = app.api(&local).await;
    assert_eq!(above.get(&address).await.json()["may_change"], json!(true), "it stands under theirs");
    let sister = app.organisation("Чужая").await;
    let theirs = format!("/api/v1/organisations/{sister}");
    assert_eq!(above.get(&theirs).await.json()["may_change"], json!(false));
    assert_eq!(above.put(&theirs, json!({ "name": "Моя", "sector": "npo" })).await.status, 403);
}

#[actix_web::test]
async fn the_list_goes_on_after_fifty_organisations_and_keeps_the_search() {
    let app = TestApp::spawn().await;
    for number in 10..62 {
        app.organisation(&format!("Школа № {number}")).await;
    }
    let admin = app.sign_in(&app.administrator().await).await;
    let first = admin.get("/organisations?q=школа").await;
    let (_, after) = first.html.split_once("rel=\"next\" href=\"").unwrap();
    let next = after.split('"').next().unwrap().replace("&#x3D;", "=").replace("&amp;", "&");
    let second = admin.get(&next).await;
    assert!(first.text().contains("Школа № 59") && !first.text().contains("Школа № 60"), "{}", first.text());
    assert!(
        second.text().contains("Школа № 61") && !second.text().contains("Школа № 59"),
        "{}",
        second.text()
    );
    assert_eq!(second.value_of("q").as_deref(), Some("школа"));
    assert!(second.text().contains("К началу списка") && !second.html.contains("rel=\"next\""));
}
