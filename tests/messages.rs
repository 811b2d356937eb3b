//! Messages on the site, and what of them comes by mail, and when (T7).

mod by_api;
mod digests;
mod quiet;
mod wishes;

use crate::support::browser::{Browser, Page};
use crate::support::queries::asked;
use crate::support::smtp::SmtpSink;
use crate::support::{Person, TestApp};
use birge::db::Engine;
use birge::db::schema::mails;
use birge::jobs;
use birge::kernel::{Language, MailId};
use birge::mail;
use birge::mail::store::MailRow;
use birge::web::paths;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// Everything at once and at any hour, but for what is named here.
async fn want(browser: &Browser, other: &[(&str, &str)]) -> Page {
    let usual = [
        ("reminders", "at_once"),
        ("grades", "at_once"),
        ("cases", "at_once"),
        ("places", "at_once"),
        ("documents", "at_once"),
        ("enrolment", "at_once"),
        ("digest_at", "09:00"),
        ("quiet_from", ""),
        ("quiet_to", ""),
    ];
    let fields = usual.map(|(name, value)| {
        let named = other.iter().find(|(other, _)| *other == name);
        (name, named.map_or(value, |(_, value)| *value))
    });
    browser.post(paths::LETTER_WISHES, &fields).await
}

/// The letters, the oldest first.
async fn letters(app: &TestApp) -> Vec<MailRow> {
    let mut letters = app.db.read(|r| mail::store::newest(r, None, 100)).await.unwrap();
    letters.reverse();
    letters
}

/// How many messages the API says were not opened.
async fn unread(app: &TestApp, person: &Person) -> i64 {
    let told = app.api(person).await.get("/api/v1/messages/unread").await;
    told.json()["unread"].as_i64().unwrap_or_else(|| panic!("{}", told.html))
}

#[actix_web::test]
async fn a_message_is_on_the_site_when_the_mail_server_is_away() {
    let sink = SmtpSink::start();
    let app = TestApp::builder().smtp(&format!("smtp://{}", sink.address)).spawn().await;
    let person = app.person("Сейтқали").await;
    let id = app.write_to(&person, "enrolment").await;
    sink.refuse_next(1);
    app.run_jobs().await;
    assert!(sink.letters().is_empty() && letters(&app).await[0].sent_at.is_none());
    let browser = app.sign_in(&person).await;
    let list = browser.get(paths::MESSAGES).await;
    assert!(list.text().contains("Вы зачислены: Партнёрство"), "{}", list.text());
    assert!(list.text().contains("Вас зачислили на программу «Партнёрство»"), "{}", list.text());
    let message = browser.get(&paths::message(id)).await;
    assert!(message.text().contains("Здравствуйте, Анна Сергеевна."), "{}", message.text());
    assert!(!message.text().contains("отправлено автоматически"), "that is said of mail: {}", message.text());
    assert_eq!(message.link_to("Открыть программу"), "/", "its link stays on the site: {}", message.html);
    app.clock.set(app.now().plus_seconds(jobs::wait_after(1)));
    app.run_jobs().await;
    assert_eq!(sink.letters().len(), 1);
    assert_eq!(browser.get(paths::MESSAGES).await.text().matches("Вы зачислены").count(), 1);
}

#[actix_web::test]
async fn a_message_is_written_in_the_language_of_its_person() {
    let app = TestApp::spawn().await;
    let person = app.person_speaking("Сейтқали", Language::Kk).await;
    let id = app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    let browser = app.sign_in(&person).await;
    let message = browser.get(&paths::message(id)).await;
    assert!(message.text().contains("Сіз қабылдандыңыз: Партнёрство"), "{}", message.text());
    assert!(message.html.contains("<article class=\"card prose\" lang=\"kk\">"), "{}", message.html);
}

#[actix_web::test]
async fn nobody_reads_or_marks_anothers_messages() {
    let app = TestApp::spawn().await;
    let (anna, other) = (app.person("Анна").await, app.person("Другая").await);
    let administrator = app.administrator().await;
    let id = app.write_to(&anna, "enrolment").await;
    app.run_jobs().await;
    for stranger in [&other, &administrator] {
        let (browser, api) = (app.sign_in(stranger).await, app.api(stranger).await);
        assert_eq!(browser.get(&paths::message(id)).await.status, 404);
        assert!(browser.get(paths::MESSAGES).await.text().contains("Сообщений пока нет"));
        browser.post(paths::MESSAGE_READINGS, &[("until", &id.to_string())]).await;
        let address = format!("/api/v1/messages/{id}");
        assert_eq!(api.get(&address).await.status, 404);
        assert_eq!(api.post(&format!("{address}/reading"), serde_json::json!({})).await.status, 404);
        assert_eq!(api.get("/api/v1/messages").await.json()["items"], serde_json::json!([]));
    }
    assert_eq!(app.stranger().get(paths::MESSAGES).await.path, paths::SIGN_IN);
    assert_eq!(unread(&app, &anna).await, 1, "nobody read it for her");
}

#[actix_web::test]
async fn opening_a_message_reads_it_and_looking_ahead_does_not() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let ids = [app.write_to(&person, "enrolment").await, app.write_to(&person, "case_due").await];
    app.run_jobs().await;
    let browser = app.sign_in(&person).await;
    let ahead = browser.client().get(browser.absolute(&paths::message(ids[0])));
    assert_eq!(ahead.header("sec-purpose", "prefetch").send().await.unwrap().status(), 200);
    assert_eq!(unread(&app, &person).await, 2);
    let next = browser.get(paths::NEXT).await;
    assert!(next.text().contains("2 непрочитанных сообщения"), "{}", next.text());
    assert_eq!(next.link_to("2 непрочитанных сообщения"), paths::MESSAGES);
    browser.get(&paths::message(ids[0])).await;
    assert_eq!(unread(&app, &person).await, 1);
    let list = browser.get(paths::MESSAGES).await;
    assert!(list.text().contains("1 непрочитанное сообщение"), "{}", list.text());
    assert_eq!(list.value_of("until"), Some(ids[1].to_string()));
    // What comes after the page was shown is still news.
    let late = app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    browser.post(paths::MESSAGE_READINGS, &[("until", &ids[1].to_string())]).await;
    assert_eq!(unread(&app, &person).await, 1);
    browser.get(&paths::message(late)).await;
    assert!(!browser.get(paths::NEXT).await.text().contains("непрочитанн"));
}

#[actix_web::test]
async fn a_trainer_is_told_of_messages_where_the_day_begins() {
    let app = TestApp::spawn().await;
    let trainer = app.trainer("Ведущая").await;
    app.write_to(&trainer, "session_cancelled").await;
    app.run_jobs().await;
    let today = app.sign_in(&trainer).await.get(paths::TODAY).await;
    assert_eq!(today.link_to("1 непрочитанное сообщение"), paths::MESSAGES, "{}", today.text());
    let told = app.api(&trainer).await.get("/api/v1/today").await.json();
    assert_eq!(told["unread_messages"], serde_json::json!(1));
}

#[actix_web::test]
async fn a_letter_with_a_key_to_the_account_is_no_message() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    app.give_password(&person).await;
    app.stranger().post(paths::PASSWORD_RESET, &[("email", &person.email)]).await;
    app.run_jobs().await;
    let letter = letters(&app).await.remove(0);
    assert_eq!((letter.name.as_str(), letter.sent_at), ("password_reset", Some(app.now())));
    let browser = app.sign_in(&person).await;
    assert!(browser.get(paths::MESSAGES).await.text().contains("Сообщений пока нет"));
    assert_eq!(browser.get(&paths::message(letter.id)).await.status, 404);
    assert_eq!(unread(&app, &person).await, 0);
}

#[actix_web::test]
async fn the_messages_go_on_page_by_page() {
    let app = TestApp::spawn().await;
    let person = app.person("Сейтқали").await;
    let (id, now) = (person.id, app.now());
    let fill = move |w: &mut birge::db::Write| {
        for number in 1..=51 {
            diesel::insert_into(mails::table)
                .values((
                    mails::person_id.eq(id),
                    mails::to_address.eq("a@b.example"),
                    mails::to_name.eq("А"),
                    mails::name.eq("enrolment"),
                    mails::language.eq(Language::Ru),
                    mails::subject.eq(format!("Письмо-{number}.")),
                    mails::body_text.eq("Здравствуйте.\n\nТекст"),
                    mails::body_html.eq(""),
                    mails::created_at.eq(now),
                    mails::shown_at.eq(now),
                ))
                .execute(w.conn())?;
        }
        Ok(())
    };
    app.db.write(fill).await.unwrap();
    let browser = app.sign_in(&person).await;
    let first = browser.get(paths::MESSAGES).await;
    assert!(first.text().contains("Письмо-51.") && !first.text().contains("Письмо-1."));
    let rest = browser.get(&paths::messages_before(MailId(2))).await;
    assert!(rest.text().contains("Письмо-1.") && !rest.text().contains("Письмо-2."));
    assert!(first.html.contains("rel=\"next\"") && !rest.html.contains("rel=\"next\""));
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// The count stands on pages that people open many times a day.
#[actix_web::test]
async fn counting_what_is_unread_is_one_look_into_an_index() {
    let app = TestApp::spawn().await;
    let id = app.person("Сейтқали").await.id;
    let queries = asked(&app.db, move |r| mail::store::messages::unread(r, id)).await;
    let [query] = queries.try_into().unwrap();
    assert!(query.contains("count") || query.contains("COUNT"), "{query}");
    if app.db.engine() == Engine::Sqlite {
        let query = query.split(" -- binds").next().unwrap().to_owned();
        let explain = format!("EXPLAIN QUERY PLAN {query}");
        let steps: Vec<Step> =
            app.db.read(move |r| Ok(diesel::sql_query(explain).load(r.conn())?)).await.unwrap();
        let plan: Vec<&str> = steps.iter().map(|step| step.detail.as_str()).collect();
        assert!(plan.len() == 1 && plan[0].contains("INDEX mails_unread (person_id=?)"), "{plan:?}");
    }
}
