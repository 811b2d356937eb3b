//! Profile, password, sessions, language, sight, home.

use super::{audited, credentials, letters_to, member};
use crate::support::{PASSWORD, TestApp};
use birge::db::schema::browser_sessions;
use birge::kernel::{BrowserSessionId, Language, PersonId};
use diesel::prelude::*;

async fn sessions_of(app: &TestApp, person: PersonId) -> Vec<BrowserSessionId> {
    app.db
        .read(move |r| {
            Ok(browser_sessions::table
                .filter(browser_sessions::person_id.eq(person))
                .filter(browser_sessions::revoked_at.is_null())
                .order(browser_sessions::id)
                .select(browser_sessions::id)
                .load(r.conn())?)
        })
        .await
        .unwrap()
}

#[actix_web::test]
async fn the_profile_changes_language_and_zone_and_keeps_what_was_typed_wrong() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.sign_in(&person).await;
    let saved = browser.post("/profile", &[("language", "kk"), ("zone", "Asia/Irkutsk")]).await;
    assert_eq!((saved.status, saved.path.as_str()), (200, "/profile"));
    assert!(saved.text().contains("Сақталды") && saved.text().contains("Бейін"), "{}", saved.text());
    assert!(saved.html.contains("<option value=\"Asia/Irkutsk\" selected>"), "{}", saved.html);
    let wrong = browser.post("/profile", &[("language", "kk"), ("zone", "Ай/Күн")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("Уақыт белдеуін тізімнен таңдаңыз"), "{}", wrong.text());
    // After signing out, the device still speaks the person's language.
    browser.post("/sign-out", &[]).await;
    assert!(browser.get("/sign-in").await.html.contains("<html lang=\"kk\""));
}

#[actix_web::test]
async fn a_form_sent_twice_does_its_work_once_and_looks_the_same() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.sign_in(&person).await;
    let fields = [("language", "ru"), ("zone", "Asia/Almaty")];
    for _ in 0..2 {
        let page = browser.post_as("/profile", &fields, "the-same-form").await;
        assert_eq!((page.status, page.path.as_str()), (200, "/profile"));
    }
    let changes = audited(&app, person.id).await;
    assert_eq!(changes.iter().filter(|action| *action == "reading-changed").count(), 1);
}

#[actix_web::test]
async fn changing_the_password_asks_for_the_old_one_and_ends_other_sessions() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let (browser, elsewhere) = (app.sign_in(&person).await, app.sign_in(&person).await);
    let wrong = browser.post("/profile/password", &[("old", "не он"), ("password", &person.email)]).await;
    assert_eq!(wrong.status, 422);
    for words in ["Прежний пароль не подошёл", "Пароль совпадает с адресом"]
    {
        assert!(wrong.text().contains(words), "{}", wrong.text());
    }
    let changed =
        browser.post("/profile/password", &[("old", PASSWORD), ("password", "новый длинный")]).await;
    assert!(changed.text().contains("Пароль сменён"), "{}", changed.text());
    assert_eq!(elsewhere.get("/profile").await.path, "/sign-in");
    assert_eq!(letters_to(&app, &person.email, "password_changed").await, 1);
    let fields = [("email", person.email.as_str()), ("password", "новый длинный")];
    assert_eq!(app.stranger().post("/sign-in", &fields).await.path, "/");
}

#[actix_web::test]
async fn sessions_are_listed_with_their_device_and_ended_one_by_one() {
    let app = TestApp::spawn().await;
    let person = member(&app, "Ахметова", Language::Ru).await;
    let (browser, elsewhere) = (app.sign_in(&person).await, app.sign_in(&person).await);
    let profile = browser.get("/profile").await;
    assert_eq!(profile.text().matches("Неизвестное устройство").count(), 2, "{}", profile.text());
    assert_eq!(profile.text().matches("Это устройство").count(), 1);
    assert!(profile.text().contains("Адрес 127.0.0.1"), "{}", profile.text());
    let other = sessions_of(&app, person.id).await[1];
    let ended = browser.post(&format!("/profile/sessions/{other}/revocation"), &[]).await;
    assert!(ended.text().contains("завершён"), "{}", ended.text());
    assert_eq!(elsewhere.get("/profile").await.path, "/sign-in");
    assert_eq!(browser.get("/profile").await.path, "/profile");
}

#[actix_web::test]
async fn nobody_ends_another_persons_session() {
    let app = TestApp::spawn().await;
    let (mine, theirs) =
        (member(&app, "Ахметова", Language::En).await, member(&app, "Петров", Language::Ru).await);
    let (browser, other) = (app.sign_in(&mine).await, app.sign_in(&theirs).await);
    let session = sessions_of(&app, theirs.id).await[0];
    let refused = browser.post(&format!("/profile/sessions/{session}/revocation"), &[]).await;
    assert_eq!(refused.status, 404);
    assert_eq!(other.get("/profile").await.path, "/profile");
}

#[actix_web::test]
async fn the_language_switch_holds_on_the_device_and_in_the_profile() {
    let app = TestApp::spawn().await;
    let guest = app.stranger();
    let page = guest.get("/language/kk?back=%2Fpassword-reset").await;
    assert_eq!(page.path, "/password-reset");
    assert!(page.html.contains("<html lang=\"kk\""), "{}", page.html);
    assert_eq!(guest.get("/language/xx?back=%2F").await.status, 404);
    assert_eq!(guest.get("/language/en?back=%2F%2Fevil.example").await.path, "/sign-in");
    let person = member(&app, "Ахметова", Language::Ru).await;
    let browser = app.sign_in(&person).await;
    assert!(browser.get("/language/en?back=%2Fprofile").await.text().contains("Profile"));
    assert_eq!(app.actor(&person).await.language, Language::En);
    let elsewhere = app.stranger();
    assert!(elsewhere.post("/sign-in", &credentials(&person, "/profile")).await.text().contains("Profile"));
}

#[actix_web::test]
async fn the_version_for_weak_sight_is_remembered_and_takes_only_what_is_offered() {
    let app = TestApp::spawn().await;
    let guest = app.stranger();
    let fields = [
        ("scheme", "black-on-white"),
        ("size", "150"),
        ("spacing", "wide"),
        ("images", "off"),
        ("back", "/sign-in"),
    ];
    let page = guest.post("/sight", &fields).await;
    assert_eq!(page.path, "/sign-in");
    for mark in [
        "data-scheme=\"black-on-white\"",
        "data-size=\"150\"",
        "data-spacing=\"wide\"",
        "data-images=\"off\"",
    ] {
        assert!(page.html.contains(mark), "{mark}");
    }
    let page =
        guest.post("/sight", &[("scheme", "\"><script>"), ("size", "900"), ("back", "/sign-in")]).await;
    assert!(page.html.contains("data-size=\"100\"") && !page.html.contains("data-images"), "{}", page.html);
}

#[actix_web::test]
async fn home_sends_everybody_to_what_waits_for_them() {
    let app = TestApp::spawn().await;
    assert_eq!(app.stranger().get("/").await.path, "/sign-in");
    let nobody = app.sign_in(&app.person("Ахметова").await).await;
    let waiting = nobody.get("/").await;
    assert_eq!((waiting.status, waiting.path.as_str()), (200, "/"));
    assert!(waiting.text().contains("Пока ни одна программа не открыта"), "{}", waiting.text());
    let trainer = app.sign_in(&app.trainer("Петров").await).await;
    assert_eq!(trainer.get("/").await.path, "/today");
    let administrator = app.sign_in(&app.administrator().await).await;
    assert_eq!(administrator.get("/").await.path, "/editions");
}
