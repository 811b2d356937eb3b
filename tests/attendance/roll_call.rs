//! The roll call through its page, without scripts, and what it credits.

use super::ground::{Ground, Sheet};
use birge::attendance::rules::SessionMode;
use birge::db::schema::{attendance_corrections, attendance_marks, audit_entries, completions};
use birge::kernel::{PersonId, SessionId};
use diesel::prelude::*;
use serde_json::json;

fn sheet_path(session: SessionId) -> String {
    format!("/sessions/{session}")
}

fn marks_path(session: SessionId) -> String {
    format!("/sessions/{session}/marks")
}

#[tokio::test]
async fn forty_people_are_marked_in_one_form_without_scripts() {
    let ground = Ground::with(40).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let id = |place: usize| ground.people[place].1;

    let sheet = Sheet::open(&browser, &sheet_path(session)).await;
    assert_eq!(sheet.page.status, 200);
    assert!(sheet.page.text().contains("Отмечено 0 / 40"), "{}", sheet.page.text());
    let preset =
        sheet.mark(id(3), "absent").set("preset", "present").send(&browser, &marks_path(session)).await;
    assert_eq!(preset.status, 200);
    assert!(preset.text().contains("Пока ничего не записано"));
    assert!(preset.text().contains("Есть 39"), "{}", preset.text());
    assert_eq!(ground.ledger(0).await, [], "a preset saves nothing");

    let filled = Sheet::of(preset)
        .mark(id(5), "late")
        .set(&format!("minutes-{}", id(5)), "20")
        .mark(id(7), "left_early")
        .set(&format!("minutes-{}", id(7)), "60")
        .mark(id(9), "excused")
        .set(&format!("reason-{}", id(9)), "Вызвали на службу");
    let saved = filled.send(&browser, &marks_path(session)).await;
    assert_eq!((saved.status, saved.path.as_str()), (200, sheet_path(session).as_str()));
    assert!(saved.text().contains("Сохранено 40 отметок"), "{}", saved.text());
    assert!(saved.text().contains("Отмечено 40 / 40"));
    let credited = [(0, 180), (3, 0), (5, 160), (7, 120), (9, 0), (39, 180)];
    for (place, minutes) in credited {
        assert_eq!(ground.minutes(place).await, minutes, "person {place}");
    }
    assert_eq!(completed(&ground).await, 38, "who was there for some of it has completed it");

    let twice = filled.send(&browser, &marks_path(session)).await;
    assert_eq!(twice.path, sheet_path(session), "the same form again goes where the first time went");
    let again = Sheet::of(twice).send(&browser, &marks_path(session)).await;
    assert!(again.text().contains("ничего не изменилось"), "{}", again.text());
    assert_eq!(ground.ledger(5).await, [(160, "in_person".to_owned())]);
    assert_eq!(revisions(&ground).await, vec![1; 40]);
}

async fn completed(ground: &Ground) -> i64 {
    ground.app.db.read(|r| Ok(completions::table.count().get_result(r.conn())?)).await.unwrap()
}

async fn revisions(ground: &Ground) -> Vec<i32> {
    let rows = |r: &mut birge::db::Read| {
        Ok(attendance_marks::table
            .order(attendance_marks::id)
            .select(attendance_marks::revision)
            .load(r.conn())?)
    };
    ground.app.db.read(rows).await.unwrap()
}

#[tokio::test]
async fn twenty_minutes_late_of_ninety_credit_seventy() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.practicum, ("10:00", "11:30"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let id = ground.people[0].1;
    let sheet = Sheet::open(&browser, &sheet_path(session)).await.mark(id, "late");

    let refused = sheet.send(&browser, &marks_path(session)).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Укажите число от 1 до 90"), "{}", refused.text());
    let typed = Sheet::of(refused);
    assert_eq!(typed.value(&format!("status-{id}")), "late", "nothing typed is lost");
    let words = typed.set(&format!("minutes-{id}"), "двадцать").send(&browser, &marks_path(session)).await;
    assert!(words.text().contains("Укажите число цифрами"), "{}", words.text());
    let saved =
        Sheet::of(words).set(&format!("minutes-{id}"), "20").send(&browser, &marks_path(session)).await;
    assert!(saved.text().contains("Зачтено 70 мин"), "{}", saved.text());
    assert_eq!((ground.minutes(0).await, ground.ledger(1).await.len()), (70, 0));
}

#[tokio::test]
async fn a_correction_keeps_the_old_value_and_moves_the_ledger_by_the_difference() {
    let ground = Ground::with(3).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let (late, away) = (ground.people[0].1, ground.people[1].1);
    let sheet = Sheet::open(&browser, &sheet_path(session)).await;
    sheet.mark(late, "present").mark(away, "absent").send(&browser, &marks_path(session)).await;

    // 23:59 in Irkutsk: still the day of the session. A minute later a reason is needed.
    ground.app.set_clock("2026-09-15T15:59:00Z");
    let page = browser.get(&sheet_path(session)).await;
    assert!(!page.text().contains("Причина исправления"));
    ground.app.set_clock("2026-09-15T16:00:00Z");
    let sheet = Sheet::open(&browser, &sheet_path(session))
        .await
        .mark(late, "late")
        .set(&format!("minutes-{late}"), "45");
    let refused = sheet.send(&browser, &marks_path(session)).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Напишите, почему исправляете"), "{}", refused.text());
    assert_eq!(ground.ledger(0).await, [(180, "in_person".to_owned())]);

    let saved = Sheet::of(refused)
        .set("correction_reason", "Сверили с журналом на входе")
        .send(&browser, &marks_path(session))
        .await;
    assert_eq!(saved.status, 200);
    assert_eq!(ground.ledger(0).await, [(180, "in_person".to_owned()), (-45, "in_person".to_owned())]);
    let history = "Есть → Опоздание, 45 мин . Причина: Сверили с журналом на входе";
    assert!(saved.text().contains(history), "{}", saved.text());
    let (old, new, reason, by) = correction(&ground).await;
    assert_eq!((old["status"].as_str(), new["late"].as_i64()), (Some("present"), Some(45)));
    assert_eq!((reason.as_deref(), by), (Some("Сверили с журналом на входе"), Some(ground.trainer.id)));
    assert_eq!(audited(&ground, "attendance-corrected").await, 1);

    // Somebody without a mark needs no reason, and absence takes the completion back.
    let sheet = Sheet::open(&browser, &sheet_path(session)).await.mark(ground.people[2].1, "present");
    assert_eq!(sheet.send(&browser, &marks_path(session)).await.status, 200);
    assert_eq!(completed(&ground).await, 2);
    let sheet = Sheet::open(&browser, &sheet_path(session)).await.mark(late, "absent");
    sheet.set("correction_reason", "Ошибка").send(&browser, &marks_path(session)).await;
    assert_eq!((ground.minutes(0).await, completed(&ground).await), (0, 1));
}

async fn correction(
    ground: &Ground,
) -> (serde_json::Value, serde_json::Value, Option<String>, Option<PersonId>) {
    type Row = (String, String, Option<String>, Option<PersonId>);
    let (old, new, reason, by): Row = ground
        .app
        .db
        .read(|r| {
            use attendance_corrections as rows;
            Ok(rows::table
                .select((rows::old_value, rows::new_value, rows::reason, rows::corrected_by))
                .first(r.conn())?)
        })
        .await
        .unwrap();
    (serde_json::from_str(&old).unwrap(), serde_json::from_str(&new).unwrap(), reason, by)
}

async fn audited(ground: &Ground, action: &'static str) -> i64 {
    let count = move |r: &mut birge::db::Read| {
        Ok(audit_entries::table.filter(audit_entries::action.eq(action)).count().get_result(r.conn())?)
    };
    ground.app.db.read(count).await.unwrap()
}

#[tokio::test]
async fn what_somebody_else_marked_meanwhile_is_shown_and_not_overwritten() {
    let ground = Ground::with(4).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let second = ground.app.trainer("Петрова").await;
    ground.app.teach(ground.edition, &second).await;
    let (mine, theirs) = (ground.app.sign_in(&ground.trainer).await, ground.app.sign_in(&second).await);
    let id = |place: usize| ground.people[place].1;
    let opened = Sheet::open(&mine, &sheet_path(session)).await;
    let first = Sheet::open(&theirs, &sheet_path(session)).await.mark(id(0), "absent").mark(id(1), "present");
    first.send(&theirs, &marks_path(session)).await;

    let late = opened.mark(id(0), "present").mark(id(1), "present").mark(id(2), "present");
    let page = late.send(&mine, &marks_path(session)).await;
    assert_eq!(page.status, 409);
    assert!(
        page.text().contains("Уже записано: Нет (Петрова А. С.). Вы отметили: Есть ."),
        "{}",
        page.text()
    );
    assert_eq!(page.text().matches("Уже записано").count(), 1, "the line on which both agree is no conflict");
    assert_eq!((ground.minutes(0).await, ground.minutes(2).await), (0, 180), "the others are saved");

    // An untouched line of an old page does not undo what was changed since.
    let old = Sheet::open(&theirs, &sheet_path(session)).await;
    let fixed = Sheet::of(page).mark(id(0), "late").set(&format!("minutes-{}", id(0)), "30");
    assert_eq!(fixed.send(&mine, &marks_path(session)).await.status, 200);
    let sent = old.mark(id(3), "present").send(&theirs, &marks_path(session)).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    assert_eq!((ground.minutes(0).await, ground.minutes(3).await), (150, 180));
}

#[tokio::test]
async fn the_sheet_is_for_the_trainers_of_its_edition() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let stranger = ground.app.trainer("Чужой").await;
    let other = super::ground::another_edition(&ground, "3-й поток").await;
    ground.app.teach(other, &stranger).await;
    let administrator = ground.app.administrator().await;
    let both = ground.app.person("Тренер-слушатель").await;
    ground.app.teach(other, &both).await;
    ground.app.enrol(ground.edition, &both).await;

    let own = ground.app.sign_in(&ground.trainer).await;
    let sheet = Sheet::open(&own, &sheet_path(session)).await.mark(ground.people[0].1, "present");
    for (person, expected) in
        [(&stranger, 404), (&ground.people[0].0, 403), (&both, 404), (&administrator, 200)]
    {
        let browser = ground.app.sign_in(person).await;
        assert_eq!(browser.get(&sheet_path(session)).await.status, expected, "{}", person.email);
        assert_eq!(browser.get(&format!("/editions/{}/sessions", ground.edition)).await.status, expected);
        let api = ground.app.api(person).await;
        let body = json!({"marks": [{"enrolment_id": ground.people[0].1, "status": "present"}]});
        if expected != 200 {
            let put = api.put(&format!("/api/v1/sessions/{session}/marks"), body).await;
            assert_eq!(put.status, expected);
            let forged = sheet.send(&browser, &marks_path(session)).await;
            assert_eq!(forged.status, 403, "a form of somebody else's browser");
        }
    }
    assert_eq!(ground.minutes(0).await, 0);
}

#[tokio::test]
async fn in_person_and_online_stand_apart_in_the_ledger() {
    let ground = Ground::with(3).await;
    let session = ground.session(ground.practicum, ("10:00", "11:30"), SessionMode::Mixed).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let id = |place: usize| ground.people[place].1;
    let sheet = Sheet::open(&browser, &sheet_path(session)).await;
    let sheet =
        sheet.mark(id(0), "present").mark(id(1), "present").set(&format!("presence-{}", id(1)), "online");
    sheet.send(&browser, &marks_path(session)).await;
    assert_eq!(ground.ledger(0).await, [(90, "in_person".to_owned())]);
    assert_eq!(ground.ledger(1).await, [(90, "online".to_owned())]);

    let moved =
        Sheet::open(&browser, &sheet_path(session)).await.set(&format!("presence-{}", id(1)), "in_person");
    moved.send(&browser, &marks_path(session)).await;
    let moves = [(90, "online"), (-90, "online"), (90, "in_person")]
        .map(|(minutes, mode)| (minutes, mode.to_owned()));
    assert_eq!(ground.ledger(1).await, moves);
}

#[tokio::test]
async fn a_session_ahead_or_cancelled_cannot_be_marked() {
    let ground = Ground::with(1).await;
    let session = ground.session(ground.lecture, ("15:00", "18:00"), SessionMode::InPerson).await;
    let browser = ground.app.sign_in(&ground.trainer).await;
    let api = ground.app.api(&ground.trainer).await;
    let body = json!({"marks": [{"enrolment_id": ground.people[0].1, "status": "present"}]});
    let path = format!("/api/v1/sessions/{session}/marks");

    ground.app.set_clock("2026-09-15T06:29:59Z");
    let page = browser.get(&sheet_path(session)).await;
    assert!(page.text().contains("Отмечать можно за полчаса до начала"), "{}", page.text());
    assert!(!page.html.contains("data-roll-call"), "there is nothing to fill in yet");
    let refused = api.put(&path, body.clone()).await;
    assert_eq!((refused.status, refused.json()["errors"][0]["code"].as_str()), (409, Some("session-ahead")));
    ground.app.set_clock("2026-09-15T06:30:00Z");
    assert!(browser.get(&sheet_path(session)).await.html.contains("data-roll-call"));

    let form = Sheet::open(&browser, &format!("/sessions/{session}/edit")).await;
    let cancelled = form.set("reason", "Преподаватель заболел");
    let page = cancelled.send(&browser, &format!("/sessions/{session}/cancellation")).await;
    assert!(page.text().contains("Преподаватель заболел"), "{}", page.text());
    let refused = api.put(&path, body).await;
    assert_eq!(refused.json()["errors"][0]["code"], "session-cancelled");
}

#[tokio::test]
async fn programs_save_sheets_and_hear_of_conflicts() {
    let ground = Ground::with(2).await;
    let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::Mixed).await;
    let api = ground.app.api(&ground.trainer).await;
    let (path, first) = (format!("/api/v1/sessions/{session}"), ground.people[0].1);
    let line = |status: &str, revision: i32| json!({"marks": [{"enrolment_id": first, "status": status, "presence": "online", "late_minutes": 30, "revision": revision}]});
    let saved = api.put(&format!("{path}/marks"), line("late", 0)).await;
    assert_eq!((saved.status, saved.json()), (200, json!({"first": 1, "corrected": 0, "conflicts": []})));
    let sheet = api.get(&path).await.json();
    assert_eq!(sheet["session"]["starts_at"], "2026-09-15T02:00:00Z");
    let mark = &sheet["people"][0]["mark"];
    assert_eq!((mark["credited_minutes"].as_i64(), mark["revision"].as_i64()), (Some(150), Some(1)));
    assert!(sheet["people"][1]["mark"].is_null());

    let stale = api.put(&format!("{path}/marks"), line("present", 0)).await.json();
    assert_eq!(stale["conflicts"][0]["enrolment_id"], first.0);
    assert_eq!(api.put(&format!("{path}/marks"), line("present", 1)).await.json()["corrected"], 1);
    let wrong = json!({"marks": [{"enrolment_id": first, "status": "asleep"}, {"enrolment_id": 999, "status": "absent"}]});
    let refused = api.put(&format!("{path}/marks"), wrong).await;
    assert_eq!(
        (refused.status, refused.json()["errors"][0]["field"].as_str()),
        (422, Some(format!("status-{first}").as_str()))
    );
    let nobody = json!({"marks": [{"enrolment_id": 999, "status": "absent"}]});
    assert_eq!(api.put(&format!("{path}/marks"), nobody).await.json()["errors"][0]["code"], "not-enrolled");
}
