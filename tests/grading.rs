//! Grading works: the queue, who is at work on what, marks as they are typed, states and release (H1–H3, H8).

mod allotting;
mod blind;
mod calibration;
mod claims;
mod desk;
mod drafts;
mod hidden;
mod in_browser;
mod own;
mod passages;
mod queue;
mod several;
mod states;

use crate::cases::Room;
use crate::support::browser::Browser;
use crate::support::fixtures::Person;
use birge::kernel::SubmissionId;

/// Grades of the sample case: all points, and too few.
pub const FULL: [(&str, &str); 2] = [("points.grasp", "4"), ("points.tone", "3")];
pub const LOW: [(&str, &str); 3] =
    [("points.grasp", "2"), ("points.tone", "0"), ("advice", "Сначала позвоните.")];

impl Room {
    /// Another trainer of the edition, signed in.
    pub async fn colleague(&self, surname: &str) -> (Person, Browser) {
        let person = self.app.person(surname).await;
        self.app.teach(self.edition, &person).await;
        let browser = self.app.sign_in(&person).await;
        (person, browser)
    }

    /// A work of another trainee, handed in now.
    pub async fn work_of(&self, surname: &str) -> SubmissionId {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        let path = format!("/learn/{enrolment}/cases/{}/submissions", self.case);
        let fields = [("text", "Решение"), ("revision", "0")];
        let page = self.app.sign_in(&person).await.post(&path, &fields).await;
        assert_eq!(page.status, 200, "{}", page.text());
        self.newest().await
    }

    /// The work handed in last, by anybody.
    pub async fn newest(&self) -> SubmissionId {
        use birge::db::schema::submissions;
        use diesel::prelude::*;
        self.app
            .db
            .read(|r| {
                Ok(submissions::table
                    .order(submissions::id.desc())
                    .select(submissions::id)
                    .first(r.conn())?)
            })
            .await
            .unwrap()
    }
}

/// The address of something about a work.
pub fn at(id: SubmissionId, what: &str) -> String {
    format!("/submissions/{id}/{what}")
}
