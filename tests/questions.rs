//! The question bank: found, looked at, put in order, edited, and by whom (G7).

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::Browser;
use crate::support::fixtures::Person;
use birge::db::Read;
use birge::db::schema::{question_categories, question_entries};
use birge::kernel::{QuestionCategoryId, QuestionEntryId};
use birge::people::Role;
use birge::web::paths;
use diesel::prelude::*;

mod api;
mod bank;
mod editing;
mod imports;

/// The sample course in the bank, with an administrator before it.
struct Desk {
    app: TestApp,
    admin: Browser,
    version: birge::kernel::ProgrammeVersionId,
}

impl Desk {
    async fn open() -> Desk {
        let app = TestApp::spawn().await;
        let version = app.import(Course::sample().programme()).await;
        let admin = app.sign_in(&app.administrator().await).await;
        Desk { app, admin, version }
    }

    /// A question by its key; of several the newest.
    async fn entry(&self, key: &str) -> QuestionEntryId {
        let key = key.to_owned();
        let find = move |r: &mut Read| {
            Ok(question_entries::table
                .filter(question_entries::key.eq(key))
                .order(question_entries::id.desc())
                .select(question_entries::id)
                .first(r.conn())?)
        };
        self.app.db.read(find).await.unwrap()
    }

    async fn category(&self, name: &str) -> QuestionCategoryId {
        let name = name.to_owned();
        let find = move |r: &mut Read| {
            Ok(question_categories::table
                .filter(question_categories::name.eq(name))
                .select(question_categories::id)
                .first(r.conn())?)
        };
        self.app.db.read(find).await.unwrap()
    }

    /// A trainer of an edition of the sample course.
    async fn trainer(&self) -> Person {
        let edition = self.app.edition(self.version).await;
        let trainer = self.app.trainer("Оспанова").await;
        self.app.teach(edition, &trainer).await;
        trainer
    }
}
