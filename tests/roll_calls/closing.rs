//! Closing a sheet, and what is changed afterwards.

use crate::attendance::ground::{Ground, Sheet};
use birge::attendance::rules::SessionMode;
use birge::kernel::SessionId;
use birge::web::paths;
use serde_json::json;

async fn lecture(people: usize) -> (Ground, SessionId) {
    let ground = Ground::with(people).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    (ground, session)
}

#[tokio::test]
async fn row_08_a_closed_sheet_changes_only_with_a_reason_and_shows_what_was_changed() {
    let (ground, session) = lecture(3).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let id = |place: usize| ground.people[place].1;
    let marks = paths::session_marks(session);
    let sheet = Sheet::open(&browser, &paths::session(session)).await;
    sheet.mark(id(0), "present").mark(id(1), "absent").send(&browser, &marks).await;

    let refused = browser.post(&paths::sheet_closing(session), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("У 1 человека нет отметки"), "{}", refused.text());
    assert!(refused.text().contains("Без отметки 1 человек:"), "who it is stands beside");
    let closed = browser.post(&paths::sheet_closing(session), &[("anyway", "on")]).await;
    assert!(closed.text().contains("Ведомость закрыта"), "{}", closed.text());
    assert!(closed.text().contains("Без отметки остались: 1."));

    // The same day, and even the first mark of somebody: nothing without a reason any more.
    let sheet =
        Sheet::open(&browser, &paths::session(session)).await.mark(id(1), "present").mark(id(2), "absent");
    let silent = sheet.send(&browser, &marks).await;
    assert_eq!(silent.status, 422);
    assert!(silent.text().contains("Ведомость закрыта. Напишите, почему"), "{}", silent.text());
    assert_eq!(ground.minutes(1).await, 0);
    let said =
        Sheet::of(silent).set("correction_reason", "Сверили с листом на входе").send(&browser, &marks).await;
    assert_eq!(said.status, 200, "{}", said.text());
    assert_eq!(ground.minutes(1).await, 180);
    let text = said.text();
    assert_eq!(text.matches("Изменено после закрытия").count(), 3, "two rows and the list: {text}");
    assert!(text.contains("без отметки → Нет"), "{text}");

    let client = ground.app.api(&ground.trainer).await;
    let desk = client.get(&format!("/api/v1/sessions/{session}/sheet")).await.json();
    let late = desk["late_changes"].as_array().unwrap();
    assert_eq!(late.len(), 2);
    assert_eq!((&late[0]["old_status"], &late[0]["new_status"]), (&json!("absent"), &json!("present")));
    assert_eq!(late[1]["old_status"], json!(null));
    assert_eq!(late[0]["reason"], json!("Сверили с листом на входе"));
}

#[tokio::test]
async fn only_an_administrator_opens_a_closed_sheet_again() {
    let (ground, session) = lecture(1).await;
    let trainer = ground.app.api(&ground.trainer).await;
    let base = format!("/api/v1/sessions/{session}");
    let line = json!({ "marks": [{ "enrolment_id": ground.people[0].1.0, "status": "present" }] });
    assert_eq!(trainer.put(&format!("{base}/marks"), line).await.status, 200);
    let closing = format!("{base}/sheet-closing");
    assert_eq!(trainer.post(&closing, json!({})).await.status, 200);
    let twice = trainer.post(&closing, json!({})).await.json();
    assert_eq!(twice["closings"].as_array().unwrap().len(), 1, "closed once");
    assert_eq!(trainer.get(&base).await.json()["closed"], json!(true));
    let reopening = format!("{base}/sheet-reopening");
    assert_eq!(trainer.post(&reopening, json!({ "reason": "Надо" })).await.status, 403);

    let administrator = ground.app.administrator().await;
    let browser = ground.app.sign_in(&administrator).await;
    let silent = browser.post(&paths::sheet_reopening(session), &[]).await;
    assert_eq!(silent.status, 422);
    assert!(silent.text().contains("почему открываете ведомость снова"), "{}", silent.text());
    let fields = [("reopening_reason", "Принесли второй лист")];
    let open = browser.post(&paths::sheet_reopening(session), &fields).await;
    assert!(open.text().contains("Принесли второй лист"), "{}", open.text());
    assert_eq!(trainer.get(&base).await.json()["closed"], json!(false));
    let free =
        json!({ "marks": [{ "enrolment_id": ground.people[0].1.0, "status": "absent", "revision": 1 }] });
    assert_eq!(
        trainer.put(&format!("{base}/marks"), free).await.status,
        200,
        "the day is not over: no reason"
    );
    let again = trainer.post(&closing, json!({})).await.json();
    assert_eq!(again["closings"].as_array().unwrap().len(), 2, "each closing is a row of its own");
    assert_eq!(again["late_changes"], json!([]), "what was changed while it was open is not late");
}

#[tokio::test]
async fn a_counted_reason_stands_on_the_sheet_and_in_corrections() {
    let (ground, session) = lecture(2).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (who, other) = (ground.people[0].1, ground.people[1].1);
    let (code, words) = (format!("code-{who}"), format!("reason-{who}"));
    let marks = paths::session_marks(session);
    let sheet = Sheet::open(&browser, &paths::session(session)).await.mark(who, "excused");
    let bare = sheet.send(&browser, &marks).await;
    assert_eq!(bare.status, 422);
    assert!(bare.text().contains("Выберите причину или напишите её"), "{}", bare.text());
    let vague = Sheet::of(bare).set(&code, "other").send(&browser, &marks).await;
    assert!(vague.text().contains("Напишите причину словами"), "{}", vague.text());
    let saved = Sheet::of(vague)
        .set(&code, "illness")
        .set(&words, "справка 095/у")
        .mark(other, "absent")
        .set(&format!("code-{other}"), "transport")
        .send(&browser, &marks)
        .await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let sheet = Sheet::open(&browser, &paths::session(session)).await;
    assert!(sheet.page.html.contains("value=\"illness\" selected"));
    assert!(sheet.page.html.contains("value=\"transport\" selected"), "an absence may have one too");
    let changed = sheet.mark(who, "present").send(&browser, &marks).await;
    let history = "По причине, Болезнь, справка 095/у → Есть";
    assert!(changed.text().contains(history), "{}", changed.text());
}

#[tokio::test]
async fn who_arrives_by_code_after_closing_is_left_to_the_trainer() {
    let (ground, session) = lecture(1).await;
    let (person, enrolment) = (&ground.people[0].0, ground.people[0].1);
    let browser = ground.app.sign_in(&ground.trainer).await;
    browser.post(&paths::sheet_closing(session), &[("anyway", "on")]).await;
    let (actor, now) = (ground.app.actor(person).await, ground.app.now());
    let made = ground
        .app
        .db
        .write(move |w| {
            use birge::attendance::actions;
            use birge::attendance::rules::{Mark, Presence, Status};
            let seat = actions::seat(w, &actor, session)?.unwrap();
            assert_eq!(seat.enrolment, enrolment);
            actions::arrive(w, &actor, &seat, &Mark::of(Status::Present, Presence::InPerson), now)
        })
        .await
        .unwrap();
    assert!(!made, "a closed sheet does not change by itself");
    assert_eq!(ground.ledger(0).await, []);
}

#[tokio::test]
async fn marks_that_come_for_a_cancelled_session_are_listed_and_not_lost() {
    let (ground, session) = lecture(2).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (late, away) = (ground.people[0].1, ground.people[1].1);
    let sheet = Sheet::open(&browser, &paths::session(session)).await;
    browser.post(&paths::session_cancellation(session), &[("reason", "Нет света")]).await;
    let answer = sheet
        .mark(late, "late")
        .set(&format!("minutes-{late}"), "20")
        .mark(away, "absent")
        .send(&browser, &paths::session_marks(session))
        .await;
    assert_eq!(answer.status, 409);
    let text = answer.text();
    assert!(text.contains("Эти отметки не записаны") && text.contains("Нет света"), "{text}");
    assert!(text.contains("Слушатель0000") && text.contains("Опоздание, 20 мин"), "{text}");
    assert_eq!(ground.ledger(0).await, []);
}
