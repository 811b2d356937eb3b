//! How an edition takes a case (H2, H8).

use super::Room;
use birge::cases::rules::{Allocation, CaseSetup, LateRule, Release};
use birge::cases::store;
use birge::kernel::Moment;
use serde_json::json;

impl Room {
    /// Sets the edition's case up, past the page.
    pub async fn set_up(&self, setup: CaseSetup) {
        let (edition, case, now) = (self.edition, self.case, self.app.now());
        let write = move |w: &mut birge::db::Write| {
            store::insert_setup(w, (edition, case), &setup, (None, now)).map(|_| ())
        };
        self.app.db.write(write).await.unwrap();
    }

    fn setup_path(&self) -> String {
        format!("/editions/{}/cases/{}/setup", self.edition, self.case)
    }
}

#[tokio::test]
async fn a_case_is_set_up_and_every_setup_stays() {
    let room = Room::new().await;
    let page = room.grader.get(&room.setup_path()).await;
    assert!(page.text().contains("Сейчас действуют обычные настройки"), "{}", page.text());
    let fields = [
        ("graders", "2"),
        ("disagreement", "15"),
        ("allocation", "round_robin"),
        ("release", "at"),
        ("release_on", "2026-10-01"),
        ("release_time", "09:00"),
        ("late", "refused"),
        ("late_days", "3"),
        ("due_on", "2026-09-20"),
        ("blind", "on"),
    ];
    let administrator = room.app.administrator().await;
    let administrator = room.app.sign_in(&administrator).await;
    let saved = administrator.post(&room.setup_path(), &fields).await;
    assert!(saved.text().contains("Настройки кейса сохранены"), "{}", saved.text());
    assert!(saved.text().contains("Настройки 1:"), "{}", saved.text());
    let at = (room.edition, room.case);
    let (number, setup) = room.app.db.read(move |r| store::setup(r, at)).await.unwrap();
    let expected = CaseSetup {
        graders: 2,
        disagreement_permille: birge::kernel::Permille(150),
        blind: true,
        release: Release::At(Moment::parse("2026-10-01T06:00:00Z").unwrap()),
        allocation: Allocation::RoundRobin,
        late: LateRule::Refused,
        late_days: 3,
        due_on: "2026-09-20".parse().ok(),
        ..CaseSetup::default()
    };
    assert_eq!((number, setup), (Some(1), expected));
    assert_eq!(room.author.get(&room.setup_path()).await.status, 404, "a trainee sets nothing up");
}

#[tokio::test]
async fn whoever_grades_does_not_switch_names_on_and_off() {
    let room = Room::new().await;
    let administrator = room.app.administrator().await;
    let (boss, trainer) = (room.app.api(&administrator).await, room.app.api(&room.trainer).await);
    let path = format!("/api/v1{}", room.setup_path());
    let usual = [
        ("graders", "1"),
        ("disagreement", "20"),
        ("allocation", "none"),
        ("release", "by_hand"),
        ("late", "accepted"),
    ];
    let on: Vec<_> = usual.into_iter().chain([("blind", "on")]).collect();
    assert_eq!(room.grader.post(&room.setup_path(), &on).await.status, 403);
    assert_eq!(trainer.put(&path, json!({ "blind": true })).await.status, 403);
    assert_eq!(boss.put(&path, json!({ "blind": true })).await.status, 200);
    assert_eq!(trainer.put(&path, json!({ "blind": false })).await.status, 403);
    assert_eq!(
        trainer.put(&path, json!({ "graders": 2 })).await.status,
        403,
        "not named is as usual: with names"
    );

    let form = room.grader.get(&room.setup_path()).await;
    let (_, after) = form.html.split_once("name=\"blind\"").unwrap();
    let tag = after.split('>').next().unwrap();
    assert!(tag.contains("checked") && tag.contains("disabled"), "{tag}");
    assert!(form.text().contains("Включает и выключает это администратор"), "{}", form.text());
    assert_eq!(room.grader.post(&room.setup_path(), &usual).await.status, 200, "the rest is the trainer's");
    let settings = trainer.get(&path).await.json()["settings"].clone();
    assert_eq!((settings["blind"].as_bool(), settings["release"].as_str()), (Some(true), Some("by_hand")));
    assert_eq!(trainer.put(&path, json!({ "blind": true, "graders": 2 })).await.status, 200);
    assert_eq!(boss.put(&path, json!({ "blind": false })).await.status, 200);
}

#[tokio::test]
async fn a_faulty_setup_names_the_field_and_keeps_what_was_typed() {
    let room = Room::new().await;
    let fields = [
        ("graders", "7"),
        ("disagreement", "15"),
        ("allocation", "by_owl"),
        ("release", "at"),
        ("late", "accepted"),
    ];
    let page = room.grader.post(&room.setup_path(), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains("field-release_on") && page.html.contains("field-graders"), "{}", page.html);
    let trainer = room.app.api(&room.trainer).await;
    let path = format!("/api/v1{}", room.setup_path());
    let wrong = trainer.put(&path, json!({ "graders": 3 })).await;
    assert_eq!((wrong.status, wrong.json()["errors"][0]["field"].as_str()), (422, Some("graders")));
    let set = trainer.put(&path, json!({ "graders": 2, "release": "by_hand" })).await;
    assert_eq!((set.status, set.json()["number"].as_i64()), (200, Some(1)));
    assert_eq!(trainer.get(&path).await.json()["settings"]["release"], "by_hand");
}

#[tokio::test]
async fn an_edition_moves_the_last_day_and_takes_no_late_works_where_it_says_so() {
    let room = Room::new().await;
    let due_on = "2026-09-20".parse().ok();
    room.set_up(CaseSetup { due_on, late: LateRule::Refused, ..CaseSetup::default() }).await;
    assert!(room.open().await.text().contains("20 сентября"), "{}", room.open().await.text());
    room.app.clock.set(Moment::parse("2026-09-20T21:00:00Z").unwrap());
    let late = room.hand_in("Не успел на секунду", &[]).await;
    assert_eq!((late.status, room.submissions().await.len()), (409, 0));
    assert!(late.text().contains("работу уже не примут"), "{}", late.text());
    assert!(late.text().contains("Не успел на секунду"), "nothing typed is lost: {}", late.text());
    assert!(!late.text().contains("Сдать работу"), "{}", late.text());
    let (path, body) = (format!("/api/v1{}/submissions", room.path()), json!({ "text": "Поздно" }));
    assert_eq!(room.app.api(&room.trainee).await.post(&path, body).await.status, 409);
    room.set_up(CaseSetup { due_on, ..CaseSetup::default() }).await;
    room.hand_in("Не успел на секунду", &[]).await;
    assert!(room.submissions().await[0].3, "taken, and marked as late");
}
