//! Choosing by topic what comes by mail.

use super::{letters, unread, want};
use crate::support::TestApp;
use birge::web::paths;

#[actix_web::test]
async fn a_topic_that_is_switched_off_stays_on_the_site() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let browser = app.sign_in(&person).await;
    let saved = want(&browser, &[("enrolment", "never"), ("reminders", "never")]).await;
    assert!(saved.path == paths::LETTER_WISHES && saved.text().contains("Сохранено"), "{}", saved.text());
    let id = app.write_to(&person, "enrolment").await;
    app.write_to(&person, "case_due").await;
    app.run_jobs().await;
    assert!(app.sent_files("enrolment").is_empty() && app.sent_files("case_due").is_empty());
    for letter in letters(&app).await {
        assert_eq!((letter.sent_at, letter.kept_at), (None, Some(app.now())), "{}", letter.name);
    }
    assert_eq!(unread(&app, &person).await, 2);
    let message = browser.get(&paths::message(id)).await;
    assert!(message.text().contains("Вас зачислили на программу «Партнёрство»"), "{}", message.text());
    let administrator = app.administrator().await;
    let outbox = app.sign_in(&administrator).await.get(paths::MAILS).await.text();
    assert_eq!(outbox.matches("Только на сайте").count(), 2, "{outbox}");
    assert!(!outbox.contains("Ещё не отправлено"), "{outbox}");
    assert_eq!(app.run_jobs().await, 0, "there is nothing left to do");
}

#[actix_web::test]
async fn what_cannot_wait_goes_whatever_is_chosen() {
    let app = TestApp::at("2026-09-15T20:00:00Z").await;
    let person = app.person("Сейтқали").await;
    let browser = app.sign_in(&person).await;
    let never =
        ["reminders", "grades", "cases", "places", "documents", "enrolment"].map(|one| (one, "never"));
    let mut all = never.to_vec();
    all.extend([("quiet_from", "22:00"), ("quiet_to", "08:00")]);
    want(&browser, &all).await;
    app.write_to(&person, "session_cancelled").await;
    app.run_jobs().await;
    assert_eq!(
        app.sent_files("session_cancelled").len(),
        1,
        "a session is called off at eleven in the evening"
    );
    assert_eq!(unread(&app, &person).await, 1);
}

#[actix_web::test]
async fn without_any_choice_everything_comes_at_once() {
    let app = TestApp::at("2026-09-15T23:00:00Z").await;
    let person = app.person("Сейтқали").await;
    app.write_to(&person, "case_due").await;
    app.run_jobs().await;
    assert_eq!(app.sent_files("case_due").len(), 1);
    let form = app.sign_in(&person).await.get(paths::LETTER_WISHES).await;
    assert_eq!(form.html.matches("value=\"at_once\" checked").count(), 6, "{}", form.html);
    assert_eq!(form.value_of("digest_at").as_deref(), Some("09:00"));
    assert_eq!(
        (form.value_of("quiet_from"), form.value_of("quiet_to")),
        (Some(String::new()), Some(String::new()))
    );
    assert!(form.text().contains("Перенос и отмена занятий"), "{}", form.text());
}

#[actix_web::test]
async fn wrong_hours_are_refused_and_nothing_typed_is_lost() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.person("Сейтқали").await).await;
    let night = [("grades", "digest"), ("quiet_from", "22:00")];
    for (fields, field, said) in [
        (vec![("digest_at", "25:00")], "digest_at", "Укажите время"),
        (vec![("digest_at", "")], "digest_at", "Заполните это поле"),
        (vec![("quiet_to", "")], "quiet_to", "Заполните это поле"),
        (vec![("quiet_to", "22:00")], "quiet_to", "Начало и конец тихих часов совпадают"),
        (vec![("quiet_to", "20:00")], "quiet_to", "не больше 16 часов"),
        (vec![("quiet_to", "08:00"), ("digest_at", "07:00")], "digest_at", "попадает в тихие часы"),
        (vec![("quiet_to", "08:00"), ("places", "weekly")], "places", "Выберите один из вариантов"),
    ] {
        let all: Vec<_> = night.iter().copied().chain(fields.clone()).collect();
        let page = want(&browser, &all).await;
        assert_eq!(page.status, 422, "{fields:?}");
        assert!(page.text().contains(said), "{fields:?}: {}", page.text());
        assert!(page.html.contains(&format!("href=\"#field-{field}\"")), "{fields:?}: {}", page.html);
        assert_eq!(page.value_of("quiet_from").as_deref(), Some("22:00"), "{fields:?}");
        assert!(page.html.contains("name=\"grades\" value=\"digest\" checked"), "{fields:?}: {}", page.html);
    }
    let form = browser.get(paths::LETTER_WISHES).await;
    assert_eq!(form.html.matches("value=\"at_once\" checked").count(), 6, "nothing was kept");
}

#[actix_web::test]
async fn a_choice_is_shown_again_and_written_down() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.person("Сейтқали").await).await;
    let wanted =
        [("grades", "digest"), ("digest_at", "18:30"), ("quiet_from", "22:00"), ("quiet_to", "07:30")];
    want(&browser, &wanted).await;
    want(&browser, &wanted).await;
    let form = browser.get(paths::LETTER_WISHES).await;
    for (name, value) in &wanted[1..] {
        assert_eq!(form.value_of(name).as_deref(), Some(*value));
    }
    assert!(form.html.contains("name=\"grades\" value=\"digest\" checked"), "{}", form.html);
    assert_eq!(app.audited("letter-wishes-chosen").await, 1, "the second time nothing changed");
    let profile = browser.get(paths::PROFILE).await;
    assert_eq!(profile.link_to("Настроить письма"), paths::LETTER_WISHES);
}
