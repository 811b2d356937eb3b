//! Cases written in the browser: a working copy that no trainee sees, every fault at its place, and publishing through
//! the same check as a folder of files.

mod by_api;
mod editing;
mod in_browser;
mod publishing;
mod shipped;

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use birge::db::schema::{audit_entries, case_copies, programme_versions};
use birge::web::paths;
use diesel::prelude::*;

/// The name of the sample course in addresses.
pub(crate) const SLUG: &str = "sample";

/// An administrator with a working copy of the staged case of the sample course.
struct Study {
    app: TestApp,
    author: Browser,
    copy: String,
}

impl Study {
    async fn open() -> Study {
        Study::of(Course::staged()).await
    }

    async fn of(course: Course) -> Study {
        let app = TestApp::spawn().await;
        app.import(course.programme()).await;
        let author = app.sign_in(&app.administrator().await).await;
        let copy = author.post(&paths::case_desk(SLUG), &[("case", "case")]).await.path;
        assert!(copy.starts_with("/case-copies/"), "{copy}");
        Study { app, author, copy }
    }

    async fn show(&self) -> Page {
        self.author.get(&self.copy).await
    }

    fn text_path(&self) -> String {
        format!("{}/texts/ru", self.copy)
    }

    /// The number of the part whose page has this heading.
    async fn part(&self, heading: &str) -> String {
        let link = self.show().await.link_to(heading);
        assert!(link.contains("/parts/"), "no part {heading}");
        link
    }

    /// The whole text and its revision.
    async fn text(&self) -> (String, String) {
        let page = self.author.get(&self.text_path()).await;
        let file = self.author.get(&format!("{}/file", self.text_path())).await;
        (file.html, page.value_of("revision").unwrap())
    }

    /// Replaces something in the whole text.
    async fn replace(&self, from: &str, to: &str) -> Page {
        let (text, revision) = self.text().await;
        assert!(text.contains(from), "{from} is not in {text}");
        let text = text.replacen(from, to, 1);
        self.author.post(&self.text_path(), &[("text", &text), ("revision", &revision)]).await
    }

    async fn publish(&self) -> Page {
        self.author.post(&format!("{}/publication", self.copy), &[]).await
    }

    /// The numbers of the versions.
    async fn versions(&self) -> Vec<i32> {
        let numbers = |r: &mut birge::db::Read| {
            Ok(programme_versions::table
                .order(programme_versions::number)
                .select(programme_versions::number)
                .load(r.conn())?)
        };
        self.app.db.read(numbers).await.unwrap()
    }

    async fn copies(&self) -> i64 {
        self.app.db.read(|r| Ok(case_copies::table.count().get_result(r.conn())?)).await.unwrap()
    }

    /// What the audit says of acts of a name.
    async fn audited(&self, action: &'static str) -> Vec<Option<String>> {
        let after = move |r: &mut birge::db::Read| {
            Ok(audit_entries::table
                .filter(audit_entries::action.eq(action))
                .select(audit_entries::after_value)
                .load(r.conn())?)
        };
        self.app.db.read(after).await.unwrap()
    }
}
