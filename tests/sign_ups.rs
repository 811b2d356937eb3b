//! Signing up for a session that has places (L5, S2): the capacity for everybody, the waiting list, deadlines, and what
//! the trainer sees of it.

use crate::attendance::ground::{Ground, Sheet};
use crate::support::browser::{Browser, Page};
use birge::attendance::rules::SessionMode;
use birge::db::schema::{enrolments, mails, sign_ups};
use birge::kernel::{EnrolmentId, Moment, PersonId, SessionId};
use birge::web::paths;
use diesel::prelude::*;

mod by_api;
mod hours;
mod invitations;
mod race;
mod staff;
mod times;

/// An edition in Irkutsk whose people sign up for a practicum from two o'clock until half past three; it is ten.
struct Class {
    ground: Ground,
    trainer: Browser,
    session: SessionId,
}

impl Class {
    /// Without places.
    async fn open_to_all(people: usize) -> Class {
        let ground = Ground::with(people).await;
        let session = ground.session(ground.practicum, ("14:00", "15:30"), SessionMode::InPerson).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        Class { ground, trainer, session }
    }

    /// With so many places and a waiting list.
    async fn with(people: usize, places: usize) -> Class {
        let class = Class::open_to_all(people).await;
        let page = class.set(&[("capacity", &places.to_string()), ("waiting_list", "on")]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        class
    }

    async fn set(&self, fields: &[(&str, &str)]) -> Page {
        self.trainer.post(&paths::session_places(self.session), fields).await
    }

    async fn browser(&self, place: usize) -> Browser {
        self.ground.app.sign_in(&self.ground.people[place].0).await
    }

    async fn sign_up(&self, place: usize) -> Page {
        self.browser(place).await.post(&paths::own_sign_up(self.session), &[]).await
    }

    async fn give_up(&self, place: usize) -> Page {
        self.browser(place).await.post(&paths::own_sign_up_release(self.session), &[]).await
    }

    /// The next session of somebody, as «Дальше» has it.
    async fn next(&self, place: usize) -> serde_json::Value {
        let api = self.ground.app.api(&self.ground.people[place].0).await;
        api.get("/api/v1/next").await.json()["session"].clone()
    }

    fn enrolment(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    /// The trainer's page of places.
    async fn board(&self) -> Page {
        self.trainer.get(&paths::session_places(self.session)).await
    }

    /// The sign-ups that stand, in the order of arrival: who, and whether with a place.
    async fn standing(&self) -> Vec<(EnrolmentId, bool)> {
        let session = self.session;
        self.ground
            .app
            .db
            .read(move |r| {
                let rows: Vec<(EnrolmentId, Option<Moment>)> = sign_ups::table
                    .filter(sign_ups::session_id.eq(session))
                    .filter(sign_ups::ended_at.is_null())
                    .order(sign_ups::id)
                    .select((sign_ups::enrolment_id, sign_ups::confirmed_at))
                    .load(r.conn())?;
                Ok(rows.into_iter().map(|(who, at)| (who, at.is_some())).collect())
            })
            .await
            .unwrap()
    }

    /// To whom letters of a name went.
    async fn written(&self, name: &'static str) -> Vec<Option<PersonId>> {
        let load = move |r: &mut birge::db::Read| {
            Ok(mails::table
                .filter(mails::name.eq(name))
                .order(mails::id)
                .select(mails::person_id)
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    /// The end of an enrolment, as the office writes it.
    async fn leaves(&self, place: usize) {
        let (who, now) = (self.enrolment(place), self.ground.app.now());
        let leave = move |w: &mut birge::db::Write| {
            diesel::update(enrolments::table.filter(enrolments::id.eq(who)))
                .set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Переезд")))
                .execute(w.conn())?;
            Ok(())
        };
        self.ground.app.db.write(leave).await.unwrap();
    }
}

#[tokio::test]
async fn a_place_given_up_goes_at_once_to_the_next_who_waits_with_a_letter() {
    let class = Class::with(3, 1).await;
    let first = class.browser(0).await;
    let offer = first.get(paths::SCHEDULE).await;
    assert!(offer.text().contains("Свободно 1 из 1 мест"), "{}", offer.text());
    assert!(offer.text().contains("Записаться на занятие"), "{}", offer.text());
    let signed = first.post(&paths::own_sign_up(class.session), &[]).await;
    assert_eq!(signed.path, paths::SCHEDULE);
    assert!(signed.text().contains("Вы записаны на занятие."), "{}", signed.text());
    assert!(signed.text().contains("Отказаться можно до"), "{}", signed.text());

    for place in [1, 2] {
        let waits = class.sign_up(place).await;
        assert!(waits.text().contains(&format!("под номером {place}")), "{}", waits.text());
    }
    let last = class.browser(2).await.get(paths::SCHEDULE).await;
    assert!(last.text().contains("Вы в листе ожидания, номер 2"), "{}", last.text());

    let given = class.give_up(0).await;
    assert!(given.text().contains("Вы сняты с записи."), "{}", given.text());
    assert_eq!(class.standing().await, [(class.enrolment(1), true), (class.enrolment(2), false)]);
    assert_eq!(class.written("place_promoted").await, [Some(class.ground.people[1].0.id)]);
    let now_first = class.browser(2).await.get(&paths::own_sign_up(class.session)).await;
    assert!(now_first.text().contains("номер 1"), "{}", now_first.text());
    class.ground.app.run_jobs().await;
    let letter: String = class
        .ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("place_promoted"));
            Ok(sent.select(mails::body_text).first(r.conn())?)
        })
        .await
        .unwrap();
    assert!(letter.contains("теперь ваше") && letter.contains("14:00"), "{letter}");
    assert!(letter.contains(&paths::own_sign_up(class.session)), "{letter}");

    let all: i64 =
        class.ground.app.db.read(|r| Ok(sign_ups::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(all, 3, "what was given up stays written down");
    let board = class.board().await;
    assert!(board.text().contains("Кто отказался или был снят с записи"), "{}", board.text());
}

#[tokio::test]
async fn signing_up_twice_is_once_and_a_waiting_person_can_leave_the_list() {
    let class = Class::with(3, 1).await;
    for _ in 0..2 {
        class.sign_up(0).await;
        class.sign_up(1).await;
    }
    assert_eq!(class.standing().await, [(class.enrolment(0), true), (class.enrolment(1), false)]);
    class.give_up(1).await;
    assert_eq!(class.standing().await, [(class.enrolment(0), true)]);
    let again = class.give_up(1).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Записи на это занятие уже нет"), "{}", again.text());
}

#[tokio::test]
async fn the_sheet_shows_who_has_a_place_first_and_the_timetable_expects_only_them() {
    let class = Class::with(4, 1).await;
    class.sign_up(3).await;
    class.sign_up(2).await;
    class.ground.app.set_clock("2026-09-15T06:00:00Z");
    let sheet = class.trainer.get(&paths::session(class.session)).await;
    let text = sheet.text();
    assert!(text.contains("Записаны 1 из 1") && text.contains("В листе ожидания 1 человек"), "{text}");
    let place = |surname: &str| text.find(surname).unwrap_or_else(|| panic!("{surname} in {text}"));
    assert!(place("Слушатель0003") < place("Слушатель0002"), "{text}");
    assert!(place("Слушатель0002") < place("Слушатель0000"), "{text}");
    assert!(text.contains("Есть место") && text.contains("Без записи"), "{text}");
    assert!(sheet.html.contains(&format!("href=\"{}\"", paths::session_places(class.session))));

    let api = class.ground.app.api(&class.ground.trainer).await;
    let marks = |place: usize| serde_json::json!({ "marks": [{ "enrolment_id": class.enrolment(place), "status": "present" }] });
    let path = format!("/api/v1/sessions/{}/marks", class.session);
    assert_eq!(api.put(&path, marks(3)).await.status, 200);
    let timetable = class.trainer.get(&paths::edition_sessions(class.ground.edition)).await;
    assert!(timetable.text().contains("1 / 1"), "{}", timetable.text());
    assert_eq!(api.put(&path, marks(0)).await.status, 200, "who came without a place can be marked");
    let timetable = class.trainer.get(&paths::edition_sessions(class.ground.edition)).await;
    assert!(timetable.text().contains("2 / 2"), "{}", timetable.text());
}

#[tokio::test]
async fn everybody_here_marks_only_those_with_a_place_who_did_not_tell_that_they_miss_it() {
    let class = Class::with(4, 2).await;
    for place in [3, 2, 1] {
        class.sign_up(place).await;
    }
    let ill = class.browser(2).await;
    ill.post_multipart(&paths::own_absence(class.session), &[("reason", "illness")], &[]).await;
    class.ground.app.set_clock("2026-09-15T06:00:00Z");
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    let uncalled = sheet.page.html.matches("data-uncalled").count();
    assert_eq!(uncalled, 3, "who is ill, who waits and who did not sign up: {}", sheet.page.html);
    // As if somebody cleared what was proposed.
    let cleared = sheet.mark(class.enrolment(2), "").set("preset", "present");
    let preset = Sheet::of(cleared.send(&class.trainer, &paths::session_marks(class.session)).await);
    let marks = [3, 2, 1, 0].map(|place| preset.value(&format!("status-{}", class.enrolment(place))));
    assert_eq!(marks, ["present", "", "", ""]);
    assert!(preset.page.text().contains("остался без отметки"), "{}", preset.page.text());
}

#[tokio::test]
async fn the_next_session_is_one_in_which_the_reader_has_a_place() {
    let class = Class::with(2, 1).await;
    class.sign_up(1).await;
    class.sign_up(0).await;
    assert_eq!(class.next(1).await["session"]["id"], serde_json::json!(class.session));
    assert_eq!(class.next(0).await, serde_json::Value::Null, "whoever waits has nowhere to go yet");
    class.give_up(1).await;
    assert_eq!(class.next(0).await["session"]["id"], serde_json::json!(class.session));
}

#[tokio::test]
async fn a_place_is_nobody_elses_to_see_or_take() {
    let class = Class::with(1, 1).await;
    let app = &class.ground.app;
    let stranger = app.sign_in(&app.person("Чужой").await).await;
    assert_eq!(stranger.status_of(&paths::own_sign_up(class.session)).await, 404);
    assert_eq!(stranger.status_of_post(&paths::own_sign_up(class.session), &[]).await, 404);
    assert_eq!(stranger.status_of(&paths::session_places(class.session)).await, 403);
    let colleague = app.sign_in(&app.trainer("Соседний").await).await;
    assert_eq!(colleague.status_of(&paths::session_places(class.session)).await, 404);
    let fields = [("enrolment", class.enrolment(0).to_string()), ("admission_reason", "Так".to_owned())];
    assert_eq!(colleague.status_of_post(&paths::session_sign_ups(class.session), &fields).await, 404);
    class.leaves(0).await;
    let gone = class.browser(0).await;
    assert_eq!(gone.status_of_post(&paths::own_sign_up(class.session), &[]).await, 404);
    assert_eq!(class.standing().await, []);
}
