//! Cases: written as a draft, handed in as versions, with grades that were released (H1–H3, H7).

mod api;
mod bad_files;
mod deadlines;
mod files;
mod hidings;
mod in_browser;
mod parts;
mod setups;
mod work;

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use crate::support::learning::NewEdition;
use birge::db::schema::{completions, submissions};
use birge::kernel::{
    ActivityId, EditionId, EnrolmentId, Permille, ProgrammeVersionId, StoredFileId, SubmissionId, ZoneName,
};
use diesel::prelude::*;

/// A trainee at the case of the sample course, and the trainer of the edition.
pub struct Room {
    pub app: TestApp,
    pub version: ProgrammeVersionId,
    pub edition: EditionId,
    pub trainee: Person,
    pub enrolment: EnrolmentId,
    pub case: ActivityId,
    pub author: Browser,
    pub trainer: Person,
    pub grader: Browser,
}

impl Room {
    pub async fn new() -> Room {
        Room::of(TestApp::spawn().await, Course::sample(), "Europe/Moscow").await
    }

    pub async fn of(app: TestApp, course: Course, zone: &str) -> Room {
        let version = app.import(course.programme()).await;
        let zone = ZoneName::parse(zone).unwrap();
        let edition = app.open_edition(NewEdition { zone, ..NewEdition::of(version) }).await;
        let (trainee, trainer) = (app.person("Сейтқали").await, app.person("Иванова").await);
        app.teach(edition, &trainer).await;
        let enrolment = app.enrol(edition, &trainee).await;
        let case = app.activity(version, "case").await;
        let (author, grader) = (app.sign_in(&trainee).await, app.sign_in(&trainer).await);
        Room { app, version, edition, trainee, enrolment, case, author, trainer, grader }
    }

    pub fn path(&self) -> String {
        format!("/learn/{}/cases/{}", self.enrolment, self.case)
    }

    pub async fn open(&self) -> Page {
        self.author.get(&self.path()).await
    }

    /// Presses «Сохранить черновик» with what is on the page now.
    pub async fn save(&self, text: &str, files: &[(&str, &[u8])]) -> Page {
        self.send("draft", text, files).await
    }

    /// Presses «Сдать работу» with what is on the page now.
    pub async fn hand_in(&self, text: &str, files: &[(&str, &[u8])]) -> Page {
        self.send("submissions", text, files).await
    }

    async fn send(&self, to: &str, text: &str, files: &[(&str, &[u8])]) -> Page {
        let revision = self.open().await.value_of("revision").unwrap_or_default();
        let files: Vec<_> = files.iter().map(|(name, bytes)| ("files", *name, bytes.to_vec())).collect();
        let fields = [("text", text), ("revision", revision.as_str())];
        self.author.post_multipart(&format!("{}/{to}", self.path()), &fields, &files).await
    }

    pub async fn submissions(&self) -> Vec<(SubmissionId, i32, String, bool)> {
        let enrolment = self.enrolment;
        self.app
            .db
            .read(move |r| {
                Ok(submissions::table
                    .filter(submissions::enrolment_id.eq(enrolment))
                    .order(submissions::version)
                    .select((submissions::id, submissions::version, submissions::text, submissions::late))
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    /// The version handed in last.
    pub async fn last(&self) -> SubmissionId {
        self.submissions().await.last().unwrap().0
    }

    pub async fn grade(&self, points: (&str, &str), advice: &str) -> Page {
        let fields =
            [("points.grasp", points.0), ("points.tone", points.1), ("advice", advice), ("then", "stay")];
        self.grader.post(&format!("/submissions/{}/grading", self.last().await), &fields).await
    }

    pub async fn completed(&self) -> Option<Option<Permille>> {
        let (enrolment, case) = (self.enrolment, self.case);
        self.app
            .db
            .read(move |r| {
                Ok(completions::table
                    .filter(completions::enrolment_id.eq(enrolment))
                    .filter(completions::activity_id.eq(case))
                    .select(completions::result_permille)
                    .first(r.conn())
                    .optional()?)
            })
            .await
            .unwrap()
    }
}

/// The first file that a page links to.
pub fn first_file(page: &Page) -> StoredFileId {
    let (_, after) = page.html.split_once("href=\"/files/").expect("a file on the page");
    StoredFileId(after.split('"').next().unwrap().parse().unwrap())
}

pub const PDF: &[u8] = b"%PDF-1.7\nplan";
