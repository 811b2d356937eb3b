//! The letter of the day: what it gathers, when it goes, and that nothing is in it twice.

use super::{letters, want};
use crate::support::{Person, TestApp};
use birge::db::schema::{mail_digests, people};
use birge::jobs::{NewJob, enqueue};
use birge::kernel::MailDigestId;
use birge::mail;
use birge::web::paths;
use diesel::prelude::*;

/// Six in the evening in Moscow, of the day on which tests begin.
const EVENING: &str = "2026-09-15T15:00:00Z";

/// Somebody who wants what is about enrolment and grades once a day, at six in the evening.
async fn patient(app: &TestApp) -> Person {
    let person = app.person("Сейтқали").await;
    let wanted = [("enrolment", "digest"), ("grades", "digest"), ("digest_at", "18:00")];
    let saved = want(&app.sign_in(&person).await, &wanted).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    person
}

#[actix_web::test]
async fn letters_of_a_day_come_as_one_without_those_that_were_read() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(app.write_to(&person, "enrolment").await);
    }
    app.write_to(&person, "case_due").await;
    app.run_jobs().await;
    assert_eq!((app.sent_files("enrolment").len(), app.sent_files("case_due").len()), (0, 1));
    app.sign_in(&person).await.get(&paths::message(ids[1])).await;
    let administrator = app.sign_in(&app.administrator().await).await;
    let outbox = administrator.get(paths::MAILS).await.text();
    assert_eq!(outbox.matches("В письме за день, 15 сентября 2026 г., 18:00").count(), 3, "{outbox}");
    app.set_clock("2026-09-15T14:59:59Z");
    assert_eq!(app.run_jobs().await, 0);
    app.set_clock(EVENING);
    app.run_jobs().await;
    let [digest] = app.sent_files("digest").try_into().unwrap();
    for there in [
        format!("{}{}", app.url, paths::message(ids[0])),
        format!("{}{}", app.url, paths::message(ids[2])),
        format!("{}{}", app.url, paths::LETTER_WISHES),
        "Вас зачислили на программу «Партнёрство»".to_owned(),
    ] {
        assert!(digest.contains(&there), "{there} in {digest}");
    }
    assert!(!digest.contains(&paths::message(ids[1])), "{digest}");
    let found = letters(&app).await;
    let states: Vec<_> = found.iter().take(3).map(|one| (one.sent_at, one.kept_at)).collect();
    assert_eq!(states, [(Some(app.now()), None), (None, Some(app.now())), (Some(app.now()), None)]);
    assert_eq!(found.last().unwrap().subject, "За день: 2 новых сообщения");
    assert!(app.sent_files("enrolment").is_empty(), "they came together");
    app.set_clock("2026-09-16T15:00:00Z");
    assert_eq!(app.run_jobs().await, 0, "nothing new, no letter");
    let list = app.sign_in(&person).await.get(paths::MESSAGES).await.text();
    assert!(!list.contains("За день:"), "what only repeats others is no message: {list}");
}

#[actix_web::test]
async fn what_comes_after_the_letter_of_the_day_waits_for_the_next() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    app.set_clock(EVENING);
    app.run_jobs().await;
    let late = app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    assert_eq!(app.sent_files("digest").len(), 1);
    app.set_clock("2026-09-16T15:00:00Z");
    app.run_jobs().await;
    let digests = app.sent_files("digest");
    assert_eq!(digests.len(), 2);
    assert!(digests[1].contains(&paths::message(late)) && !digests[0].contains(&paths::message(late)));
}

#[actix_web::test]
async fn where_everything_was_read_there_is_no_letter() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    let id = app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    app.sign_in(&person).await.post(paths::MESSAGE_READINGS, &[("until", &id.to_string())]).await;
    app.set_clock(EVENING);
    app.run_jobs().await;
    assert!(app.sent_files("digest").is_empty());
    let letter = letters(&app).await.remove(0);
    assert_eq!((letter.sent_at, letter.kept_at), (None, Some(app.now())));
}

/// A program that is killed leaves its job to the next, which does it again.
#[actix_web::test]
async fn a_digest_whose_job_runs_again_is_one_letter() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    app.set_clock(EVENING);
    let digest: MailDigestId =
        app.db.read(|r| Ok(mail_digests::table.select(mail_digests::id).first(r.conn())?)).await.unwrap();
    for _ in 0..3 {
        let payload = serde_json::json!({ "digest": digest });
        let again = NewJob { kind: mail::jobs::GATHER, payload, unique_key: None };
        let now = app.now();
        app.db.write(move |w| enqueue(w, now, again.clone())).await.unwrap();
    }
    app.run_jobs().await;
    assert_eq!(app.sent_files("digest").len(), 1);
    assert_eq!(letters(&app).await.iter().filter(|one| one.name == "digest").count(), 1);
}

#[actix_web::test]
async fn a_topic_that_is_switched_off_meanwhile_is_left_out() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    want(&app.sign_in(&person).await, &[("enrolment", "never")]).await;
    app.set_clock(EVENING);
    app.run_jobs().await;
    assert!(app.sent_files("digest").is_empty());
}

#[actix_web::test]
async fn nobody_writes_to_an_account_that_was_closed() {
    let app = TestApp::spawn().await;
    let person = patient(&app).await;
    app.write_to(&person, "enrolment").await;
    app.run_jobs().await;
    let (id, now) = (person.id, app.now());
    let close = move |w: &mut birge::db::Write| {
        diesel::update(people::table.filter(people::id.eq(id)))
            .set(people::deactivated_at.eq(now))
            .execute(w.conn())?;
        Ok(())
    };
    app.db.write(close).await.unwrap();
    app.set_clock(EVENING);
    app.run_jobs().await;
    assert!(app.sent_files("digest").is_empty());
}
