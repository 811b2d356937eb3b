//! Make-ups: what somebody does for a session that they missed, counted once (L9).

use crate::attendance::ground::{Ground, Sheet, another_edition};
use crate::support::browser::{Browser, Page};
use birge::attendance::actions;
use birge::attendance::rules::SessionMode;
use birge::db::schema::{audit_entries, completions, ledger_entries};
use birge::kernel::{EditionId, EnrolmentId, SessionId};
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;

/// A lecture that the first has missed, the second has seen two hours of, and the third all of.
struct Missed {
    ground: Ground,
    session: SessionId,
    trainer: Browser,
}

impl Missed {
    async fn new() -> Missed {
        let ground = Ground::with(3).await;
        let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        let missed = Missed { ground, session, trainer };
        let marks = [("absent", ""), ("left_early", "60"), ("present", "")];
        missed.call(&marks, "").await;
        missed
    }

    fn who(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    async fn call(&self, marks: &[(&str, &str)], reason: &str) {
        let mut sheet = Sheet::open(&self.trainer, &paths::session(self.session)).await;
        for (place, (status, minutes)) in marks.iter().enumerate() {
            let id = self.who(place);
            sheet = sheet.mark(id, status).set(&format!("minutes-{id}"), minutes);
        }
        let saved = sheet
            .set("correction_reason", reason)
            .send(&self.trainer, &paths::session_marks(self.session))
            .await;
        assert_eq!(saved.status, 200, "{}", saved.text());
    }

    async fn enter(&self, place: usize, more: &[(&str, &str)]) -> Page {
        let who = self.who(place).to_string();
        let mut fields = vec![
            ("enrolment", who.as_str()),
            ("form", "task"),
            ("made_on", "2026-09-15"),
            ("mode", "distance"),
            ("note", "Разбор случая письменно"),
        ];
        fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        fields.extend_from_slice(more);
        self.trainer.post(&paths::make_ups(self.session), &fields).await
    }

    /// What the ledger says of somebody, by source: attendance and make-ups.
    async fn by_source(&self, place: usize) -> (i64, i64) {
        let who = self.who(place);
        let rows: Vec<(String, i32)> = self
            .ground
            .app
            .db
            .read(move |r| {
                Ok(ledger_entries::table
                    .filter(ledger_entries::enrolment_id.eq(who))
                    .select((ledger_entries::source_kind, ledger_entries::minutes))
                    .load(r.conn())?)
            })
            .await
            .unwrap();
        let sum = |kind: &str| {
            rows.iter().filter(|(other, _)| other == kind).map(|(_, minutes)| i64::from(*minutes)).sum()
        };
        (sum("attendance"), sum("make_up"))
    }

    async fn completed(&self, place: usize) -> bool {
        let who = self.who(place);
        let count = move |r: &mut birge::db::Read| {
            let rows = completions::table.filter(completions::enrolment_id.eq(who));
            Ok(rows.count().get_result::<i64>(r.conn())?)
        };
        self.ground.app.db.read(count).await.unwrap() > 0
    }

    /// The same lecture, held for another edition on the same day, whole or in part.
    async fn elsewhere(&self, title: &'static str, (from, to): (&str, &str)) -> (EditionId, SessionId) {
        let edition = another_edition(&self.ground, title).await;
        let administrator = self.ground.app.administrator().await;
        let booking = birge::attendance::rules::Booking {
            trainer: None,
            place: Some(format!("Ауд. {title}")),
            ..self.ground.booking(self.ground.lecture, (from, to), SessionMode::InPerson)
        };
        let (actor, now) = (self.ground.app.actor(&administrator).await, self.ground.app.now());
        let book = move |w: &mut birge::db::Write| actions::book(w, &actor, edition, &booking, now);
        (edition, self.ground.app.db.write(book).await.unwrap())
    }
}

#[tokio::test]
async fn a_task_makes_up_for_what_was_missed_and_no_more() {
    let missed = Missed::new().await;
    assert_eq!(missed.by_source(0).await, (0, 0));
    assert!(!missed.completed(0).await);
    let sheet = missed.trainer.get(&paths::session(missed.session)).await;
    assert!(sheet.text().contains("Внести отработку"), "{}", sheet.text());
    let page = missed.trainer.get(&paths::make_ups(missed.session)).await;
    assert!(page.text().contains("Занятие стоит 180 мин"), "{}", page.text());
    let (whole, part) = ("Слушатель0000 — 180 мин", "Слушатель0001 — 60 мин");
    let text = page.text();
    assert!(!text.contains("Слушатель0002"), "who was there has nothing to make up for");
    assert!(text.contains("180 мин") && text.contains("60 мин"), "{whole}, {part}: {text}");

    let greedy = missed.enter(1, &[("minutes", "61")]).await;
    assert_eq!(greedy.status, 422);
    assert!(greedy.text().contains("от 1 до 60"), "{}", greedy.text());
    assert!(greedy.html.contains("Разбор случая письменно"), "nothing typed is lost");
    let full = missed.enter(2, &[("minutes", "10")]).await;
    assert!(full.text().contains("отрабатывать нечего"), "{}", full.text());
    let ahead = missed.enter(0, &[("minutes", "10"), ("made_on", "2026-09-16"), ("note", "")]).await;
    assert!(ahead.text().contains("ещё не наступил") && ahead.text().contains("Напишите, что сделано"));
    assert_eq!(missed.by_source(1).await, (120, 0));

    let made = missed.enter(0, &[("minutes", "100")]).await;
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.text().contains("Зачтено 100 мин"), "{}", made.text());
    assert_eq!(missed.by_source(0).await, (0, 100));
    assert!(missed.completed(0).await, "some of it is credited");
    missed.enter(0, &[("minutes", "80"), ("note", "Второе задание")]).await;
    assert_eq!(missed.by_source(0).await, (0, 180));
    let third = missed.enter(0, &[("minutes", "1")]).await;
    assert!(third.text().contains("отработан полностью"), "{}", third.text());

    let sheet = missed.trainer.get(&paths::session(missed.session)).await;
    assert!(sheet.text().contains("Отработано 100 мин"), "{}", sheet.text());
    let trainee = missed.ground.app.sign_in(&missed.ground.people[0].0).await;
    let hours = trainee.get(paths::MY_HOURS).await;
    assert!(hours.text().contains("отработка пропущенного занятия"), "{}", hours.text());
    let meeting = paths::meeting(missed.who(0), missed.ground.lecture);
    assert!(hours.html.contains(&meeting), "the row leads to what it is for");
    let meeting = trainee.get(&meeting).await;
    assert!(meeting.text().contains("Отработано 100 мин"), "{}", meeting.text());
}

#[tokio::test]
async fn present_after_all_leaves_nothing_to_make_up_for() {
    let missed = Missed::new().await;
    missed.enter(0, &[("minutes", "180")]).await;
    assert_eq!(missed.by_source(0).await, (0, 180));
    missed.call(&[("late", "30")], "").await;
    assert_eq!(missed.by_source(0).await, (150, 30), "never more than the session was worth");
    missed.call(&[("present", "")], "").await;
    assert_eq!(missed.by_source(0).await, (180, 0));
    let page = missed.trainer.get(&paths::make_ups(missed.session)).await;
    assert!(page.text().contains("из 180 мин"), "{}", page.text());
    missed.call(&[("absent", "")], "").await;
    assert_eq!(missed.by_source(0).await, (0, 180), "what was done is not forgotten");
}

#[tokio::test]
async fn taking_a_make_up_back_reverses_it() {
    let missed = Missed::new().await;
    let page = missed.enter(0, &[("minutes", "180")]).await;
    let make_up = page.html.split("name=\"make_up\" value=\"").nth(1).unwrap();
    let make_up = make_up.split('"').next().unwrap().to_owned();
    let why = format!("withdrawal-{make_up}");
    let url = paths::make_up_withdrawals(missed.session);
    let silent = missed.trainer.post(&url, &[("make_up", make_up.as_str())]).await;
    assert_eq!(silent.status, 422);
    assert!(silent.text().contains("почему отменяете"), "{}", silent.text());
    let fields = [("make_up", make_up.as_str()), (why.as_str(), "Внесли не тому человеку")];
    let taken = missed.trainer.post(&url, &fields).await;
    assert!(taken.text().contains("Внесли не тому человеку"), "{}", taken.text());
    assert_eq!(missed.by_source(0).await, (0, 0));
    assert!(!missed.completed(0).await);
    missed.trainer.post(&url, &fields).await;
    assert_eq!(missed.by_source(0).await, (0, 0), "twice is once");
    missed.enter(0, &[("minutes", "180")]).await;
    assert_eq!(missed.by_source(0).await, (0, 180), "it can be entered anew");
    let audited: i64 = missed
        .ground
        .app
        .db
        .read(|r| {
            let rows = audit_entries::table.filter(audit_entries::action.like("make-up-%"));
            Ok(rows.count().get_result(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(audited, 3);
}

#[tokio::test]
async fn a_session_of_another_edition_makes_up_once_and_for_its_own_worth() {
    let missed = Missed::new().await;
    let (_, whole) = missed.elsewhere("3-й поток", ("07:00", "10:00")).await;
    let page = missed.trainer.get(&paths::make_ups(missed.session)).await;
    assert!(page.text().contains("3-й поток (180 мин)"), "{}", page.text());
    let held = whole.to_string();
    let none = missed.enter(0, &[("form", "session"), ("minutes", "180")]).await;
    assert!(none.text().contains("Выберите занятие другого потока"), "{}", none.text());
    let own = missed.session.to_string();
    let own = [("form", "session"), ("minutes", "180"), ("held_session", own.as_str())];
    assert_eq!(missed.enter(0, &own).await.status, 422, "the missed session itself makes up for nothing");
    let fields = [("form", "session"), ("minutes", "180"), ("held_session", held.as_str()), ("note", "")];
    let made = missed.enter(0, &fields).await;
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.html.contains(&paths::session(whole)), "it leads to the other session");
    assert_eq!(missed.by_source(0).await, (0, 180));
    let rows = missed.ground.ledger(0).await;
    assert_eq!(rows.last().unwrap().1, "in_person", "the session says how it was held");
    let again = missed.enter(0, &fields).await;
    assert_eq!(again.status, 422, "{}", again.text());
    assert_eq!(missed.by_source(0).await, (0, 180));
}

#[tokio::test]
async fn a_session_moved_to_another_length_settles_its_make_ups_too() {
    let missed = Missed::new().await;
    missed.enter(0, &[("minutes", "180")]).await;
    // A second half is booked: the first is worth half of the activity now.
    missed.ground.session(missed.ground.lecture, ("14:00", "17:00"), SessionMode::InPerson).await;
    assert_eq!(missed.by_source(0).await, (0, 90));
    assert_eq!(missed.by_source(2).await, (90, 0));
}

#[tokio::test]
async fn only_who_teaches_there_enters_make_ups_by_page_and_by_api() {
    let missed = Missed::new().await;
    let app = &missed.ground.app;
    let other = app.trainer("Соседний").await;
    let stranger = app.sign_in(&other).await;
    assert_eq!(stranger.status_of(&paths::make_ups(missed.session)).await, 404);
    let trainee = app.sign_in(&missed.ground.people[0].0).await;
    assert_eq!(trainee.status_of(&paths::make_ups(missed.session)).await, 403);

    let url = format!("/api/v1/sessions/{}/make-ups", missed.session);
    let body = json!({ "enrolment_id": missed.who(0).0, "form": "meeting", "made_on": "2026-09-15",
        "mode": "online", "minutes": 90, "note": "Разобрали вместе" });
    assert_eq!(app.api(&other).await.post(&url, body.clone()).await.status, 404);
    let client = app.api(&missed.ground.trainer).await;
    let mut wrong = body.clone();
    (wrong["form"], wrong["made_on"]) = (json!("sleep"), json!("завтра"));
    let refused = client.post(&url, wrong).await;
    assert_eq!((refused.status, refused.json()["errors"].as_array().unwrap().len()), (422, 2));
    let made = client.post(&url, body).await;
    assert_eq!(made.status, 200, "{}", made.html);
    let made = made.json();
    assert_eq!(made["session_minutes"], json!(180));
    let row = &made["make_ups"][0];
    assert_eq!((&row["credited_minutes"], &row["mode"]), (&json!(90), &json!("online")));
    assert_eq!(made["missing"][0]["minutes"], json!(90));
    let back = json!({ "make_up_id": row["id"], "reason": "Не было" });
    let url = format!("/api/v1/sessions/{}/make-up-withdrawals", missed.session);
    let taken = client.post(&url, back).await.json();
    assert_eq!(taken["make_ups"][0]["credited_minutes"], json!(0));
    assert_eq!(missed.by_source(0).await, (0, 0));

    missed.enter(1, &[("minutes", "60")]).await;
    assert_eq!(
        (missed.by_source(0).await.1, missed.by_source(1).await.1),
        (0, 60),
        "what was taken back is none"
    );

    let early = json!({ "enrolment_id": missed.who(0).0, "form": "meeting", "made_on": "2026-08-31", "mode": "online",
        "minutes": 10, "note": "я".repeat(501) });
    let refused = client.post(&format!("/api/v1/sessions/{}/make-ups", missed.session), early).await.json();
    let codes: Vec<_> = refused["errors"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, [json!("make-up-early"), json!("too-long")]);
}
