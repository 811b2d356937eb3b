//! Reminders of sessions (T1) and warnings about missed ones (L10): when they go, to whom, once, and not when their reason
//! is gone.

use crate::attendance::ground::Ground;
use crate::support::app::TestApp;
use crate::support::browser::Page;
use crate::support::fixtures::Person;
use birge::db::Write;
use birge::db::schema::people;
use birge::kernel::{ActivityId, EnrolmentId, SessionId, ZoneName};
use birge::operations::housekeeping;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::{Value, json};

mod absences;
mod pages;
mod sessions;

/// Monday, 14 September, ten in the morning in Irkutsk.
const MONDAY: &str = "2026-09-14T02:00:00Z";

/// A letter that went: to whom, its subject, its text.
type Sent = (String, String, String);

/// An edition in Irkutsk whose document asks for 80 % of what is planned.
struct Class {
    ground: Ground,
}

impl Class {
    /// With so many people, on Monday.
    async fn with(people: usize) -> Class {
        Class { ground: Ground::on(TestApp::at(MONDAY).await, people).await }
    }

    fn app(&self) -> &TestApp {
        &self.ground.app
    }

    fn person(&self, place: usize) -> &Person {
        &self.ground.people[place].0
    }

    fn who(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    fn at(&self, moment: &str) {
        self.app().set_clock(moment);
    }

    fn body(activity: ActivityId, (day, from, to): (&str, &str, &str)) -> Value {
        json!({ "activity_id": activity, "held_on": day, "starts": from, "ends": to, "mode": "mixed",
            "place": "Иркутск, ул. Ленина, 5, ауд. 12", "link": "https://meet.example.org/birge" })
    }

    /// Books a session of an activity.
    async fn book(&self, activity: ActivityId, when: (&str, &str, &str)) -> SessionId {
        let to = format!("/api/v1/editions/{}/sessions", self.ground.edition);
        let made = self.app().api(&self.ground.trainer).await.post(&to, Class::body(activity, when)).await;
        assert_eq!(made.status, 201, "{}", made.html);
        SessionId(made.json()["id"].as_i64().unwrap())
    }

    /// Moves a session.
    async fn move_to(&self, session: SessionId, activity: ActivityId, when: (&str, &str, &str)) {
        let to = format!("/api/v1/sessions/{session}");
        let moved = self.app().api(&self.ground.trainer).await.put(&to, Class::body(activity, when)).await;
        assert_eq!(moved.status, 204, "{}", moved.html);
    }

    /// Lectures of an hour at ten on these days of September.
    async fn lectures(&self, days: &[u32]) -> Vec<SessionId> {
        let mut booked = Vec::new();
        for day in days {
            let day = format!("2026-09-{day}");
            booked.push(self.book(self.ground.lecture, (&day, "10:00", "11:00")).await);
        }
        booked
    }

    async fn marks(&self, session: SessionId, body: Value) {
        let to = format!("/api/v1/sessions/{session}/marks");
        let saved = self.app().api(&self.ground.trainer).await.put(&to, body).await;
        assert_eq!(saved.status, 200, "{}", saved.html);
    }

    /// Calls the roll for the first time: the status of each person, in their order.
    async fn mark(&self, session: SessionId, said: &[&str]) {
        let line = |(place, status): (usize, &&str)| {
            let code = (*status == "excused").then_some("illness");
            json!({ "enrolment_id": self.who(place), "status": status, "presence": "in_person",
                "reason_code": code })
        };
        let marks: Vec<Value> = said.iter().enumerate().map(line).collect();
        self.marks(session, json!({ "marks": marks })).await;
    }

    /// Corrects the mark of somebody that was written so many times.
    async fn correct(&self, session: SessionId, place: usize, (status, revision): (&str, i32)) {
        let code = (status == "excused").then_some("illness");
        let mark = json!({ "enrolment_id": self.who(place), "status": status, "presence": "in_person",
            "reason_code": code, "revision": revision });
        self.marks(session, json!({ "marks": [mark], "correction_reason": "Справка" })).await;
    }

    /// Looks for what is to go, as the program does every few minutes.
    async fn look(&self) {
        housekeeping::remind(&self.app().kit).await.unwrap();
    }

    /// Looks, sends, and tells all letters of a name that ever went, the oldest first.
    async fn letters(&self, name: &str) -> Vec<Sent> {
        self.look().await;
        self.app().run_jobs().await;
        self.sent(name).await
    }

    async fn sent(&self, name: &str) -> Vec<Sent> {
        let all = self.app().db.read(|r| birge::mail::store::newest(r, None, 1000)).await.unwrap();
        let these = all.into_iter().rev().filter(|one| one.name == name && one.sent_at.is_some());
        these.map(|one| (one.to_address, one.subject, one.body_text)).collect()
    }

    /// To whom letters of a name went, when everything that is to go now has gone.
    async fn reached(&self, name: &str) -> Vec<String> {
        self.letters(name).await.into_iter().map(|(address, ..)| address).collect()
    }

    async fn set_rule(&self, fields: &[(&str, &str)]) -> Page {
        let trainer = self.app().sign_in(&self.ground.trainer).await;
        trainer.post(&paths::reminder_rules(self.ground.edition), fields).await
    }

    async fn lives_in(&self, place: usize, zone: &str) {
        let (id, zone) = (self.person(place).id, ZoneName::parse(zone).unwrap());
        let lives = move |w: &mut Write| {
            diesel::update(people::table.find(id)).set(people::time_zone.eq(zone)).execute(w.conn())?;
            Ok(())
        };
        self.app().db.write(lives).await.unwrap();
    }

    /// Somebody wants no letters from ten in the evening until eight in the morning.
    async fn sleeps_at_night(&self, place: usize) {
        let topics = ["reminders", "grades", "cases", "places", "documents", "enrolment"];
        let mut fields: Vec<(&str, &str)> = topics.iter().map(|topic| (*topic, "at_once")).collect();
        fields.extend([("digest_at", "09:00"), ("quiet_from", "22:00"), ("quiet_to", "08:00")]);
        let own = self.app().sign_in(self.person(place)).await;
        let saved = own.post(paths::LETTER_WISHES, &fields).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
    }

    /// How many letters of a name went to somebody.
    async fn went_to(&self, place: usize, name: &str) -> usize {
        let address = &self.person(place).email;
        self.sent(name).await.iter().filter(|(to, ..)| to == address).count()
    }

    /// The page of the edition's reminders, as its trainer reads it.
    async fn page(&self) -> Page {
        let trainer = self.app().sign_in(&self.ground.trainer).await;
        trainer.get(&paths::edition_reminders(self.ground.edition)).await
    }
}
