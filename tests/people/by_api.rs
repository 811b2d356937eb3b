//! What the pages of people do, over the API: own settings, correcting and closing accounts, roles taken back.

use super::{audited, letters_to, member};
use crate::support::browser::ApiClient;
use crate::support::{PASSWORD, TestApp};
use birge::kernel::Language;
use birge::people::Role;
use reqwest::Method;
use serde_json::{Value, json};

fn codes(answer: &crate::support::Page) -> Vec<(String, String)> {
    let said = |error: &Value, name: &str| error[name].as_str().unwrap_or_default().to_owned();
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    errors.iter().map(|error| (said(error, "field"), said(error, "code"))).collect()
}

fn fault(field: &str, code: &str) -> (String, String) {
    (field.to_owned(), code.to_owned())
}

#[actix_web::test]
async fn the_bearer_sets_language_and_zone() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let client = app.api(&person).await;
    let wrong = client.put("/api/v1/me", json!({ "language": "de", "zone": "Ай/Күн" })).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(codes(&wrong), [fault("language", "choose-one"), fault("zone", "unknown-zone")]);
    let set = client.put("/api/v1/me", json!({ "language": "kk", "zone": "Asia/Almaty" })).await;
    assert_eq!(set.status, 204, "{}", set.html);
    let me = client.get("/api/v1/me").await.json();
    assert_eq!((&me["language"], &me["zone"]), (&json!("kk"), &json!("Asia/Almaty")));
    assert!(audited(&app, person.id).await.contains(&"reading-changed".to_owned()));
}

#[actix_web::test]
async fn another_password_needs_the_old_one_ends_other_sessions_and_writes_a_letter() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let (client, elsewhere) = (app.api(&person).await, app.sign_in(&person).await);
    let change = |old: &str, new: &str| json!({ "old": old, "password": new });
    let wrong = client.put("/api/v1/me/password", change("не он", &person.email)).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(codes(&wrong)[0], fault("old", "password-wrong"));
    assert_eq!(codes(&wrong)[1].0, "password");
    assert_eq!(elsewhere.status_of("/profile").await, 200);
    let done = client.put("/api/v1/me/password", change(PASSWORD, "совсем другой пароль")).await;
    assert_eq!(done.status, 204, "{}", done.html);
    assert_eq!(client.get("/api/v1/me").await.status, 200, "the token that was used stays");
    assert_ne!(elsewhere.status_of("/profile").await, 200);
    assert_eq!(letters_to(&app, &person.email, "password_changed").await, 1);
    let door = ApiClient::new(&app.url, None);
    let new = json!({ "email": person.email, "password": "совсем другой пароль" });
    assert_eq!(door.post("/api/v1/tokens", new).await.status, 201);
}

#[actix_web::test]
async fn guessing_ones_own_password_is_limited() {
    let app = TestApp::builder().limited().spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let client = app.api(&person).await;
    let guess =
        || client.put("/api/v1/me/password", json!({ "old": "не он", "password": "новый пароль 12" }));
    let mut answer = guess().await;
    for _ in 0..50 {
        if answer.status == 429 {
            break;
        }
        assert_eq!(answer.status, 422);
        answer = guess().await;
    }
    assert_eq!((answer.status, codes(&answer)), (429, vec![fault("", "too-many-requests")]));
}

#[actix_web::test]
async fn the_bearer_sees_and_ends_own_sessions_and_nobody_elses() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let other = member(&app, "Бекова", Language::Ru).await;
    let (browser, client, stranger) =
        (app.sign_in(&person).await, app.api(&person).await, app.api(&other).await);
    let list = client.get("/api/v1/me/sessions").await.json();
    let rows = list["items"].as_array().unwrap();
    let kinds = |current: bool| -> Vec<&Value> {
        rows.iter().filter(|row| row["current"] == json!(current)).map(|row| &row["kind"]).collect()
    };
    assert_eq!((rows.len(), kinds(true), kinds(false)), (2, vec![&json!("api")], vec![&json!("browser")]));
    let at = rows.iter().find(|row| row["current"] == json!(false)).unwrap()["id"].clone();
    let address = format!("/api/v1/me/sessions/{at}");
    assert_eq!(stranger.send(Method::DELETE, &address, None).await.status, 404);
    assert_eq!(browser.status_of("/profile").await, 200);
    assert_eq!(client.send(Method::DELETE, &address, None).await.status, 204);
    assert_ne!(browser.status_of("/profile").await, 200);
    assert_eq!(client.send(Method::DELETE, &address, None).await.status, 404, "it is over already");
}

#[actix_web::test]
async fn an_administrator_corrects_closes_and_opens_an_account() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахмтова", Language::Ru).await;
    let administrator = app.api(&app.administrator().await).await;
    let address = format!("/api/v1/people/{}", person.id);
    let said = |surname: &str, email: &str| {
        json!({ "email": email, "surname": surname, "given_name": "Динара", "patronymic": null,
            "language": "kk", "zone": "Asia/Almaty", "organisation": null })
    };
    let wrong = administrator.put(&address, said("", "не адрес")).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(codes(&wrong), [fault("surname", "required"), fault("email", "email-malformed")]);
    let own = app.api(&person).await;
    let corrected = administrator.put(&address, said("Ахметова", "dinara@test.example")).await;
    assert_eq!(corrected.status, 204, "{}", corrected.html);
    let shown = administrator.get(&address).await.json();
    assert_eq!((&shown["surname"], &shown["email"]), (&json!("Ахметова"), &json!("dinara@test.example")));
    assert_eq!(own.get("/api/v1/me").await.status, 401, "another address ends the sign-ins");
    let closed = administrator.post(&format!("{address}/deactivation"), json!({})).await;
    assert_eq!(closed.status, 204);
    assert_eq!(administrator.get(&address).await.json()["active"], json!(false));
    let opened = administrator.post(&format!("{address}/reactivation"), json!({})).await;
    assert_eq!(opened.status, 204);
    assert_eq!(administrator.get(&address).await.json()["active"], json!(true));
    let actions = audited(&app, person.id).await;
    for action in ["person-corrected", "person-deactivated", "person-reactivated"] {
        assert_eq!(actions.iter().filter(|one| *one == action).count(), 1, "{action}: {actions:?}");
    }
}

#[actix_web::test]
async fn an_administrator_takes_a_role_back_but_not_the_own_one_nor_one_beyond_reach() {
    let app = TestApp::spawn().await;
    let (head, person) = (app.administrator().await, app.trainer("Преподаватель").await);
    let administrator = app.api(&head).await;
    let roles = format!("/api/v1/people/{}/roles", person.id);
    let held = administrator.get(&roles).await.json();
    assert_eq!(
        (&held["items"][0]["role"], &held["items"][0]["organisation"]),
        (&json!("trainer"), &json!(null))
    );
    let grant = format!("{roles}/{}", held["items"][0]["id"]);
    let centre = app.organisation("Центр «Бірге»").await;
    let local = app.person("Местная").await;
    app.grant_in(&local, Role::Administrator, centre).await;
    assert_eq!(app.api(&local).await.send(Method::DELETE, &grant, None).await.status, 404);
    assert_eq!(administrator.send(Method::DELETE, &grant, None).await.status, 204);
    assert_eq!(administrator.get(&roles).await.json()["items"], json!([]));
    assert_eq!(administrator.send(Method::DELETE, &grant, None).await.status, 404, "it is gone");
    let own = format!("/api/v1/people/{}/roles", head.id);
    let own_grant = administrator.get(&own).await.json()["items"][0]["id"].clone();
    let refused = administrator.send(Method::DELETE, &format!("{own}/{own_grant}"), None).await;
    assert_eq!(refused.status, 403, "nobody takes back their own");
    assert!(audited(&app, person.id).await.contains(&"role-revoked".to_owned()));
}
