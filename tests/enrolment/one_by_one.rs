//! One person at a time.

use super::{counts, enrolled};
use crate::support::TestApp;
use crate::support::learning::NewEdition;
use birge::db::schema::enrolments;
use birge::people::Role;
use diesel::prelude::*;
use serde_json::json;

const NEWCOMER: &[(&str, &str)] =
    &[("surname", "Сейтқали"), ("given_name", "Айгүл"), ("email", "aigul@example.org"), ("language", "kk")];

#[actix_web::test]
async fn somebody_new_gets_an_account_a_place_and_an_invitation() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let url = format!("/editions/{edition}/enrolments");
    let page = admin.post(&url, NEWCOMER).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("Человек зачислен, письмо отправлено"), "{}", page.text());
    assert_eq!((enrolled(&app, edition).await, counts(&app, "invitation").await.2), (1, 1));
    let list = admin.get(&format!("/editions/{edition}")).await.text();
    assert!(list.contains("Сейтқали Айгүл") && list.contains("приглашение не открыто"), "{list}");
    let again = admin.post(&url, NEWCOMER).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("На этот адрес есть учётная запись: Сейтқали Айгүл"), "{}", again.text());
    assert_eq!(again.value_of("surname").as_deref(), Some("Сейтқали"));
    assert_eq!((app.audited("person-created").await, app.audited("person-enrolled").await), (2, 1));
}

#[actix_web::test]
async fn somebody_with_an_account_is_found_and_told_and_never_enrolled_twice() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let person = app.person("Иванова").await;
    app.give_password(&person).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let found = admin.get(&format!("/editions/{edition}/enrolments/new?q=иван")).await;
    assert!(found.text().contains("Иванова Анна Сергеевна"), "{}", found.text());
    let (url, id) = (format!("/editions/{edition}/enrolments"), person.id.to_string());
    assert_eq!(admin.post(&url, &[("person", &id)]).await.status, 200);
    assert_eq!(counts(&app, "enrolment").await.2, 1, "the letter of somebody who can sign in");
    let again = admin.post(&url, &[("person", &id)]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Иванова Анна Сергеевна уже в этом потоке"), "{}", again.text());
    assert!(
        admin
            .get(&format!("/editions/{edition}/enrolments/new?q=иван"))
            .await
            .text()
            .contains("уже в потоке")
    );
    assert_eq!(enrolled(&app, edition).await, 1);
}

#[actix_web::test]
async fn a_form_with_faults_enrols_nobody() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let before = counts(&app, "invitation").await;
    let fields = [("surname", "Ли 2"), ("given_name", ""), ("email", "нет")];
    let page = admin.post(&format!("/editions/{edition}/enrolments"), &fields).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    for part in ["Здесь не имя", "Заполните это поле", "Укажите адрес целиком"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!((counts(&app, "invitation").await, enrolled(&app, edition).await), (before, 0));
}

#[actix_web::test]
async fn a_withdrawal_needs_a_reason_and_the_same_row_comes_back() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let person = app.person("Иванова").await;
    let enrolment = app.enrol(edition, &person).await;
    let admin = app.sign_in(&app.administrator().await).await;
    let url = format!("/editions/{edition}/enrolments/{enrolment}/withdrawal");
    assert!(admin.get(&url).await.text().contains("Иванова Анна Сергеевна"));
    let refused = admin.post(&url, &[("reason", " ")]).await;
    assert_eq!((refused.status, enrolled(&app, edition).await), (422, 1));
    let done = admin.post(&url, &[("reason", "Сменила работу")]).await;
    assert!(done.text().contains("Человек отчислен"), "{}", done.text());
    let row: (bool, bool, Option<String>) = app
        .db
        .read(move |r| {
            let columns = (
                enrolments::withdrawn_at.is_not_null(),
                enrolments::withdrawn_by.is_not_null(),
                enrolments::withdrawal_reason,
            );
            Ok(enrolments::table.filter(enrolments::id.eq(enrolment)).select(columns).first(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(row, (true, true, Some("Сменила работу".into())));
    assert_eq!(admin.post(&url, &[("reason", "ещё раз")]).await.status, 409);
    let id = person.id.to_string();
    assert_eq!(admin.post(&format!("/editions/{edition}/enrolments"), &[("person", &id)]).await.status, 200);
    let rows: Vec<birge::kernel::EnrolmentId> =
        app.db.read(|r| Ok(enrolments::table.select(enrolments::id).load(r.conn())?)).await.unwrap();
    assert_eq!((rows, app.audited("enrolment-reopened").await), (vec![enrolment], 1));
}

#[actix_web::test]
async fn parallel_enrolments_never_exceed_the_capacity() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    let edition = app.open_edition(NewEdition { capacity: 3, ..NewEdition::of(version) }).await;
    let admin = app.administrator().await;
    let api = app.api(&admin).await;
    let url = format!("/api/v1/editions/{edition}/enrolments");
    let mut people = Vec::new();
    for number in 0..12 {
        people.push(
            app.person(&format!(
                "Слушатель{}",
                ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к', 'л', 'м'][number]
            ))
            .await,
        );
    }
    let posts = people.iter().map(|person| api.post(&url, json!({ "person_id": person.id })));
    let answers = futures_util::future::join_all(posts).await;
    let with = |status| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((with(201), with(409)), (3, 9));
    let full = answers.iter().find(|answer| answer.status == 409).unwrap().json();
    assert_eq!(full["errors"][0]["code"], "edition-full");
    assert_eq!(enrolled(&app, edition).await, 3);
    let page = app.sign_in(&admin).await.get(&format!("/editions/{edition}/enrolments/new")).await;
    assert!(page.text().contains("Все места заняты"), "{}", page.text());
}

#[actix_web::test]
async fn an_administrator_of_a_centre_enrols_people_of_other_institutions_and_only_into_the_own_editions() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let sends = app.organisation("Дом ветеранов").await;
    let (own, other) = (app.person("Своя").await, app.person("Чужая").await);
    app.grant_in(&own, Role::Administrator, app.centre().await).await;
    app.grant_in(&other, Role::Administrator, sends).await;
    let body = json!({
        "surname": "Ли", "given_name": "Анна", "email": "anna@example.org", "language": "ru", "organisation_id": sends,
    });
    let url = format!("/api/v1/editions/{edition}/enrolments");
    assert_eq!(app.api(&other).await.post(&url, body.clone()).await.status, 404);
    let made = app.api(&own).await.post(&url, body).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let enrolment = made.json()["id"].clone();
    let delete = |api: crate::support::ApiClient, reason: &'static str| {
        let url = format!("{url}/{enrolment}");
        async move { api.send(reqwest::Method::DELETE, &url, Some(json!({ "reason": reason }))).await.status }
    };
    assert_eq!(delete(app.api(&other).await, "нет").await, 404);
    assert_eq!(delete(app.api(&own).await, "").await, 422);
    assert_eq!(delete(app.api(&own).await, "ошибка").await, 204);
    assert_eq!(enrolled(&app, edition).await, 0);
}

#[actix_web::test]
async fn a_known_person_of_another_institution_is_enrolled_by_the_whole_address() {
    let app = TestApp::spawn().await;
    let edition = app.edition(app.programme().await).await;
    let (own, known) = (app.person("Своя").await, app.person("Знакомая").await);
    app.grant_in(&own, Role::Administrator, app.centre().await).await;
    let (api, url) = (app.api(&own).await, format!("/api/v1/editions/{edition}/enrolments"));
    let made = api.post(&url, json!({ "email": known.email.to_uppercase() })).await;
    assert_eq!(made.status, 201, "{}", made.html);
    assert_eq!(enrolled(&app, edition).await, 1);
    for (email, code) in [("nobody@example.org", "email-of-nobody"), ("", "required")] {
        let refused = api.post(&url, json!({ "email": email })).await;
        let error = &refused.json()["errors"][0];
        assert_eq!((refused.status, &error["field"], &error["code"]), (422, &json!("email"), &json!(code)));
    }
}

#[actix_web::test]
async fn nobody_is_enrolled_into_an_edition_that_is_over() {
    let app = TestApp::at("2026-12-01T09:00:00Z").await;
    let edition = app.edition(app.programme().await).await;
    let api = app.api(&app.administrator().await).await;
    let person = app.person("Иванова").await;
    let url = format!("/api/v1/editions/{edition}/enrolments");
    let refused = api.post(&url, json!({ "person_id": person.id })).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (422, &json!("edition-over")));
}

#[actix_web::test]
async fn people_of_others_are_enrolled_by_their_whole_address_and_not_by_a_guessed_number() {
    let app = TestApp::spawn().await;
    let version = app.programme().await;
    let edition = app.edition(version).await;
    let head = app.administrator_of("Директоров", app.centre().await).await;
    let (stranger, own) = (app.person("Чужакова").await, app.person("Знакомая").await);
    let (browser, url) = (app.sign_in(&head).await, format!("/editions/{edition}/enrolments"));
    let id = stranger.id.to_string();
    let guessed = browser.post(&url, &[("person", &id)]).await;
    assert_eq!(guessed.status, 422, "{}", guessed.text());
    assert!(!guessed.text().contains("Чужакова"), "{}", guessed.text());
    let api = app.api(&head).await;
    let by_number = api.post(&format!("/api/v1{url}"), serde_json::json!({ "person_id": stranger.id })).await;
    assert_eq!(by_number.status, 422);
    assert_eq!(enrolled(&app, edition).await, 0);
    assert_eq!(browser.post(&url, &[("person", &id), ("q", &stranger.email)]).await.status, 200);
    let body = serde_json::json!({ "person_id": own.id, "email": own.email.to_uppercase() });
    assert_eq!(api.post(&format!("/api/v1{url}"), body).await.status, 201);
    let next = app.edition(version).await;
    let known = browser.post(&format!("/editions/{next}/enrolments"), &[("person", &id)]).await;
    assert_eq!(known.status, 200, "somebody the centre has taught before: {}", known.text());
}
