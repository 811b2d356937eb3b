//! Tokens and people over the JSON API.

use super::{letters_to, member};
use crate::support::browser::ApiClient;
use crate::support::{PASSWORD, TestApp};
use birge::kernel::Language;
use serde_json::json;

#[actix_web::test]
async fn a_token_opens_the_api_until_it_is_revoked() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Kk).await;
    let door = ApiClient::new(&app.url, None);
    let answer = door.post("/api/v1/tokens", json!({ "email": person.email, "password": PASSWORD })).await;
    assert_eq!(answer.status, 201, "{}", answer.html);
    assert_eq!(answer.json()["expires_at"], "2026-10-15T06:00:00Z");
    let client = ApiClient::new(&app.url, answer.json()["token"].as_str().map(str::to_owned));
    let me = client.get("/api/v1/me").await.json();
    assert_eq!((&me["surname"], &me["language"]), (&json!("Ахметова"), &json!("kk")));
    let gone = client.send(reqwest::Method::DELETE, "/api/v1/tokens/current", None).await;
    assert_eq!(gone.status, 204);
    let refused = client.get("/api/v1/me").await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (401, &json!("token-invalid")));
}

#[actix_web::test]
async fn a_token_ends_after_thirty_days() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let door = ApiClient::new(&app.url, None);
    let answer = door.post("/api/v1/tokens", json!({ "email": person.email, "password": PASSWORD })).await;
    let client = ApiClient::new(&app.url, answer.json()["token"].as_str().map(str::to_owned));
    app.set_clock("2026-10-15T05:59:59Z");
    assert_eq!(client.get("/api/v1/me").await.status, 200);
    app.set_clock("2026-10-15T06:00:00Z");
    assert_eq!(client.get("/api/v1/me").await.status, 401);
}

#[actix_web::test]
async fn wrong_credentials_and_too_many_of_them_are_refused() {
    let app = TestApp::builder().limited().spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let door = ApiClient::new(&app.url, None);
    let wrong = json!({ "email": person.email, "password": "не тот пароль" });
    let mut answer = door.post("/api/v1/tokens", wrong.clone()).await;
    // Five at once; on a slow machine, one more for every twelve seconds that pass.
    for _ in 0..50 {
        if answer.status == 429 {
            break;
        }
        assert_eq!((answer.status, &answer.json()["errors"][0]["code"]), (401, &json!("wrong-credentials")));
        answer = door.post("/api/v1/tokens", wrong.clone()).await;
    }
    assert_eq!((answer.status, &answer.json()["errors"][0]["code"]), (429, &json!("too-many-requests")));
    assert!(!answer.header("retry-after").is_empty());
    assert_eq!(door.get("/api/v1/me").await.status, 401);
}

#[actix_web::test]
async fn who_knows_the_password_is_never_held_up() {
    let app = TestApp::builder().limited().spawn().await;
    let door = ApiClient::new(&app.url, None);
    let person = member(&app, "Ахметова", Language::Ru).await;
    let mut pupils = vec![person; 8];
    for number in 0..32 {
        let letter = char::from_u32(0x0430 + number).unwrap();
        pupils.push(member(&app, &format!("Ученик{letter}"), Language::Ru).await);
    }
    // One account eight times in a row, and a class of forty behind one address.
    for pupil in &pupils {
        let answer = door.post("/api/v1/tokens", json!({ "email": pupil.email, "password": PASSWORD })).await;
        assert_eq!(answer.status, 201, "{}", answer.html);
    }
}

#[actix_web::test]
async fn the_word_bearer_is_read_in_any_case_and_a_body_may_have_a_megabyte() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let door = ApiClient::new(&app.url, None);
    let opened = door.post("/api/v1/tokens", json!({ "email": person.email, "password": PASSWORD })).await;
    let token = opened.json()["token"].as_str().unwrap().to_owned();
    let me = reqwest::Client::new().get(format!("{}/api/v1/me", app.url));
    let me = me.header("authorization", format!("bearer {token}")).send().await.unwrap();
    assert_eq!(me.status(), 200);
    for (length, status, code) in [(900_000, 401, "wrong-credentials"), (1_100_000, 413, "too-large")] {
        let body = json!({ "email": person.email, "password": "п".repeat(length / 2) });
        let answer = door.post("/api/v1/tokens", body).await;
        assert_eq!((answer.status, answer.html.contains(code)), (status, true), "{length}: {}", answer.html);
    }
}

#[actix_web::test]
async fn administrators_make_and_find_people() {
    let app = TestApp::spawn().await;
    let administrator = app.api(&app.administrator().await).await;
    let new = json!({ "email": "aliya@test.example", "surname": "Құрманғазы", "given_name": "Әлия",
        "language": "kk", "zone": "Asia/Almaty" });
    let made = administrator.post("/api/v1/people", new.clone()).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let id = made.json()["id"].clone();
    let found =
        administrator.get("/api/v1/people?q=%D0%BA%D1%83%D1%80%D0%BC%D0%B0%D0%BD&limit=1").await.json();
    assert_eq!((&found["items"][0]["id"], &found["next_after"]), (&id, &json!(null)));
    let again = administrator.post("/api/v1/people", new).await;
    assert_eq!((again.status, &again.json()["errors"][0]["code"]), (422, &json!("email-taken")));
    assert_eq!(letters_to(&app, "aliya@test.example", "invitation").await, 0);
    let invited = administrator.post(&format!("/api/v1/people/{id}/invitation"), json!({})).await;
    assert_eq!(invited.status, 204);
    assert_eq!(letters_to(&app, "aliya@test.example", "invitation").await, 1);
    let role = administrator.post(&format!("/api/v1/people/{id}/roles"), json!({ "role": "trainer" })).await;
    assert_eq!(role.status, 201, "{}", role.html);
    assert_eq!(administrator.get(&format!("/api/v1/people/{id}")).await.json()["roles"], json!(["trainer"]));
    assert_eq!(administrator.get("/api/v1/people/999").await.status, 404);
}

#[actix_web::test]
async fn people_go_on_page_by_page_and_are_closed_to_others() {
    let app = TestApp::spawn().await;
    let administrator = app.api(&app.administrator().await).await;
    for surname in ["Бекова", "Волкова", "Гусева"] {
        app.person(surname).await;
    }
    let (mut surnames, mut after) = (Vec::new(), json!(0));
    while !after.is_null() {
        let page = administrator.get(&format!("/api/v1/people?limit=2&after={after}")).await.json();
        surnames.extend(page["items"].as_array().unwrap().iter().map(|person| person["surname"].clone()));
        after = page["next_after"].clone();
    }
    assert_eq!(surnames, ["Администратор", "Бекова", "Волкова", "Гусева"]);
    let other = app.api(&app.person("Дроздова").await).await;
    let refused = other.get("/api/v1/people").await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (403, &json!("forbidden")));
}
