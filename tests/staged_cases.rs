//! Staged cases: played step by step to different ends, by the server's clock, and nothing of what may come is told.

mod api;
mod clock;
mod debriefs;
mod in_browser;
mod playing;
mod secrets;
mod staff;

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::db::schema::{case_decisions, case_steps, submissions};
use birge::kernel::{ActivityId, EditionId, EnrolmentId, SubmissionId};
use diesel::prelude::*;

/// A trainee at the staged case of the sample course, and the trainer of the edition.
struct Room {
    app: TestApp,
    edition: EditionId,
    trainee: Person,
    enrolment: EnrolmentId,
    case: ActivityId,
    author: Browser,
    trainer: Person,
    grader: Browser,
}

/// A step as it is stored: its stage, and where its decision led, with what was decided.
type Stored = (String, Option<(Option<String>, String, bool, String)>);

impl Room {
    async fn new() -> Room {
        Room::of(Course::staged()).await
    }

    async fn of(course: Course) -> Room {
        let app = TestApp::spawn().await;
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let (trainee, trainer) = (app.person("Сейтқали").await, app.trainer("Иванова").await);
        app.teach(edition, &trainer).await;
        let enrolment = app.enrol(edition, &trainee).await;
        let case = app.activity(version, "case").await;
        let (author, grader) = (app.sign_in(&trainee).await, app.sign_in(&trainer).await);
        Room { app, edition, trainee, enrolment, case, author, trainer, grader }
    }

    fn case_path(&self) -> String {
        format!("/learn/{}/cases/{}", self.enrolment, self.case)
    }

    fn path(&self) -> String {
        format!("{}/steps", self.case_path())
    }

    async fn show(&self) -> Page {
        self.author.get(&self.path()).await
    }

    /// Presses «Начать» or «Открыть шаг».
    async fn open(&self, step: &str) -> Page {
        let run = self.show().await.value_of("run").unwrap_or_default();
        self.author.post(&self.path(), &[("run", &run), ("sequence", step)]).await
    }

    async fn choose(&self, step: &str, choice: &str) -> Page {
        self.author.post(&format!("{}/{step}/decision", self.path()), &[("choice", choice)]).await
    }

    async fn write(&self, step: &str, text: &str) -> Page {
        self.author.post(&format!("{}/{step}/decision", self.path()), &[("text", text)]).await
    }

    /// Warns, plans in words, thanks: the good end.
    async fn play_well(&self) {
        self.open("1").await;
        self.choose("1", "1").await;
        self.open("2").await;
        self.write("2", "Трое к одиннадцати, двое после обеда.").await;
        let end = self.choose("3", "1").await;
        assert!(end.text().contains("Разбор в понедельник"), "{}", end.text());
    }

    /// Waits, hides: the bad end.
    async fn play_badly(&self) {
        self.open("1").await;
        self.choose("1", "2").await;
        let end = self.choose("2", "2").await;
        assert!(end.text().contains("Без продолжения"), "{}", end.text());
    }

    async fn hand_in(&self, text: &str) -> Page {
        let revision = self.author.get(&self.case_path()).await.value_of("revision").unwrap_or_default();
        let fields = [("text", text), ("revision", revision.as_str())];
        self.author.post(&format!("{}/submissions", self.case_path()), &fields).await
    }

    async fn stored(&self) -> Vec<Stored> {
        let enrolment = self.enrolment;
        self.app
            .db
            .read(move |r| {
                Ok(case_steps::table
                    .left_join(case_decisions::table)
                    .filter(case_steps::enrolment_id.eq(enrolment))
                    .order((case_steps::run, case_steps::sequence))
                    .select((
                        case_steps::stage_key,
                        (
                            case_decisions::choice_key,
                            case_decisions::text,
                            case_decisions::by_clock,
                            case_decisions::next_key,
                        )
                            .nullable(),
                    ))
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    async fn stages(&self) -> Vec<String> {
        self.stored().await.into_iter().map(|(stage, _)| stage).collect()
    }

    async fn work(&self) -> SubmissionId {
        let enrolment = self.enrolment;
        let load = move |r: &mut birge::db::Read| {
            Ok(submissions::table
                .filter(submissions::enrolment_id.eq(enrolment))
                .order(submissions::id.desc())
                .select(submissions::id)
                .first(r.conn())?)
        };
        self.app.db.read(load).await.unwrap()
    }

    async fn grade(&self, points: (&str, &str)) -> Page {
        let fields = [
            ("points.grasp", points.0),
            ("points.tone", points.1),
            ("advice", "Сначала позвоните."),
            ("then", "stay"),
        ];
        self.grader.post(&format!("/submissions/{}/grading", self.work().await), &fields).await
    }
}
