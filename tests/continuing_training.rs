//! Training in person that goes on (E1, L2, L3, L4, M10): the first hours, a session in every quarter, the matrix, and
//! the letters about quarters that end (T2).

use crate::content::Course;
use crate::support::browser::{ApiClient, Browser};
use crate::support::fixtures::Person;
use crate::support::learning::NewEdition;
use crate::support::{Page, TestApp};
use birge::continuing_training::actions;
use birge::continuing_training::rules::{NewCredit, Quarter, TrainingRule};
use birge::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Minutes, SessionId, TrainingCreditId, ZoneName,
};
use birge::web::paths;
use serde_json::{Value, json};

mod by_api;
mod elsewhere;
mod letters;
mod pages;
mod year;

/// Twelve at noon in Irkutsk on the first day of the school.
const BEGIN: &str = "2026-01-12T04:00:00Z";

/// A school of mentors in Irkutsk that goes on for a year: orientation of two hours, and a meeting a quarter.
struct School {
    app: TestApp,
    edition: EditionId,
    orientation: ActivityId,
    meeting: ActivityId,
    lesson: ActivityId,
    trainer: Person,
    administrator: Person,
}

/// Somebody of the school.
struct Mentor {
    person: Person,
    enrolment: EnrolmentId,
}

const ORIENTATION: &str = r#"[[activity]]
key = "orientation"
kind = "session"
format = "orientation"
mode = "in_person"
nature = "practice"
hours = 2
title.ru = "Вводное занятие"
title.kk = "Кіріспе сабақ"
title.en = "Orientation"

[[activity]]
key = "meeting""#;

fn course() -> Course {
    academic().replace("programme.toml", "academic_hour_minutes = 45", "academic_hour_minutes = 60")
}

/// The same with academic hours of 45 minutes.
fn academic() -> Course {
    let module = "01-first/module.toml";
    Course::sample().replace(module, "[[activity]]\nkey = \"meeting\"", ORIENTATION).replace(
        module,
        "hours = 10\n",
        "hours = 8\n",
    )
}

impl School {
    /// On its first day, without anybody and without a rule.
    async fn open() -> School {
        School::of(&course()).await
    }

    /// The same of another programme.
    async fn of(course: &Course) -> School {
        let app = TestApp::at(BEGIN).await;
        let version = app.import(course.programme()).await;
        let (starts_on, ends_on) = ("2026-01-12".parse().unwrap(), "2026-12-31".parse().unwrap());
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let edition =
            app.open_edition(NewEdition { starts_on, ends_on, zone, ..NewEdition::of(version) }).await;
        let trainer = app.trainer("Ким").await;
        app.teach(edition, &trainer).await;
        let administrator = app.administrator().await;
        School {
            orientation: app.activity(version, "orientation").await,
            meeting: app.activity(version, "meeting").await,
            lesson: app.activity(version, "lesson").await,
            app,
            edition,
            trainer,
            administrator,
        }
    }

    /// With the usual rule: two hours in person, and a session in every quarter.
    async fn with_rule() -> School {
        let school = School::open().await;
        let page =
            school.set_rule(&[("initial_minutes", "120"), ("quarterly", "on"), ("least_minutes", "1")]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        school
    }

    async fn set_rule(&self, fields: &[(&str, &str)]) -> Page {
        let administrator = self.app.sign_in(&self.administrator).await;
        administrator.post(&paths::training_rule(self.edition), fields).await
    }

    async fn mentor(&self, surname: &str) -> Mentor {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        Mentor { person, enrolment }
    }

    /// A session of two hours from ten, of one hour when it is orientation.
    async fn session(&self, activity: ActivityId, held_on: &str, mode: &str) -> SessionId {
        let ends = if activity == self.orientation { "11:00" } else { "12:00" };
        self.session_at(activity, (held_on, "10:00", ends), mode).await
    }

    async fn session_at(
        &self,
        activity: ActivityId,
        (held_on, starts, ends): (&str, &str, &str),
        mode: &str,
    ) -> SessionId {
        let body = json!({ "activity_id": activity, "held_on": held_on, "starts": starts, "ends": ends,
            "mode": mode, "place": "Иркутск, ул. Ленина, 5", "link": "https://meet.example.org/school" });
        let to = format!("/api/v1/editions/{}/sessions", self.edition);
        let made = self.api(&self.trainer).await.post(&to, body).await;
        assert_eq!(made.status, 201, "{}", made.html);
        SessionId(made.json()["id"].as_i64().unwrap())
    }

    /// Calls the roll of a session: `present`, `absent`, or `online` for those present by the link.
    async fn mark(&self, session: SessionId, said: &[(&Mentor, &str)]) {
        let line = |(who, how): &(&Mentor, &str)| {
            let (status, presence) =
                if *how == "online" { ("present", "online") } else { (*how, "in_person") };
            json!({ "enrolment_id": who.enrolment, "status": status, "presence": presence })
        };
        let marks: Vec<Value> = said.iter().map(line).collect();
        let to = format!("/api/v1/sessions/{session}/marks");
        let saved = self.api(&self.trainer).await.put(&to, json!({ "marks": marks })).await;
        assert_eq!(saved.status, 200, "{}", saved.html);
    }

    async fn api(&self, who: &Person) -> ApiClient {
        self.app.api(who).await
    }

    async fn desk(&self) -> Browser {
        self.app.sign_in(&self.trainer).await
    }

    /// The clock at noon of a day in Irkutsk.
    fn noon(&self, day: &str) {
        self.app.set_clock(&format!("{day}T04:00:00Z"));
    }

    /// The matrix as the API tells it: surname, state, the quarters.
    async fn matrix(&self) -> Vec<String> {
        let to = format!("/api/v1{}", paths::edition_training(self.edition));
        let board = self.api(&self.trainer).await.get(&to).await.json();
        let line = |one: &Value| {
            let name = one["name"].as_str().unwrap().split(' ').next().unwrap();
            let quarters = one["standing"]["quarters"].as_array().unwrap();
            let quarters: Vec<&str> = quarters.iter().map(|one| one["state"].as_str().unwrap()).collect();
            format!("{name} {}: {}", one["standing"]["state"].as_str().unwrap(), quarters.join(" "))
        };
        board["people"].as_array().unwrap().iter().map(line).collect()
    }
}

impl TestApp {
    /// A rule of training in an edition, and a make-up credited to somebody today.
    pub async fn credit_training(&self, edition: EditionId, who: EnrolmentId) -> TrainingCreditId {
        let (now, today) = (self.now(), self.now().date_in(ZoneName::MOSCOW));
        self.db
            .write(move |w| {
                let program = Actor::program();
                actions::set_rule(w, &program, edition, &TrainingRule::usual(), now)?;
                let credit = NewCredit {
                    quarter: Quarter::of(today),
                    done_on: today,
                    minutes: Minutes(60),
                    about: "Разбор встреч с куратором".into(),
                };
                actions::credit(w, &program, who, &credit, now)
            })
            .await
            .unwrap()
    }
}
