//! Papers of attendance: the journal, sign-in sheets, the schedule, certificates for employers and transcripts of hours;
//! the matrix they agree with, and the ledger both agree with (L1, L4, L6).

mod doors;
mod matrix;
mod papers;
mod workbooks;

use crate::attendance::ground::{Ground, Sheet};
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::attendance::rules::SessionMode;
use birge::db::schema::{editions, enrolments, modules, organisations, programme_versions};
use birge::db::{Json, Write};
use birge::kernel::{EnrolmentId, Language, Localised, OrganisationId, SessionId};
use birge::web::paths;
use diesel::prelude::*;

/// The day after: a lecture of three hours and a practicum of ninety minutes, partly online, are over.
const DAY_AFTER: &str = "2026-09-16T03:00:00Z";

/// Three people, two sessions, marks of every kind, one correction and one mark missing.
struct Course {
    ground: Ground,
    trainer: Browser,
    lecture: SessionId,
    practicum: SessionId,
}

impl Course {
    /// Marked by hand, on the page of each session.
    async fn marked() -> Course {
        let ground = Ground::with(3).await;
        name_things(&ground).await;
        let lecture = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
        let practicum = ground.session(ground.practicum, ("14:00", "15:30"), SessionMode::Mixed).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        let course = Course { ground, trainer, lecture, practicum };
        let [one, two, three] = [0, 1, 2].map(|place| course.id(place));
        course
            .mark(lecture, |sheet| sheet.mark(one, "present").mark(two, "absent").mark(three, "present"))
            .await;
        course.ground.app.set_clock("2026-09-15T08:00:00Z");
        course
            .mark(practicum, |sheet| {
                let sheet = sheet.mark(one, "late").set(&format!("minutes-{one}"), "20");
                let sheet = sheet.set(&format!("presence-{one}"), "online").mark(two, "excused");
                sheet.set(&format!("reason-{two}"), "Вызвали на службу")
            })
            .await;
        course.ground.app.set_clock(DAY_AFTER);
        course
            .mark(lecture, |sheet| {
                let sheet = sheet.mark(three, "left_early").set(&format!("minutes-{three}"), "60");
                sheet.set("correction_reason", "Сверили с журналом на входе")
            })
            .await;
        course
    }

    async fn mark(&self, session: SessionId, fill: impl FnOnce(Sheet) -> Sheet) {
        let sheet = Sheet::open(&self.trainer, &paths::session(session)).await;
        let saved = fill(sheet).send(&self.trainer, &paths::session_marks(session)).await;
        assert_eq!(saved.path, paths::session(session), "{}", saved.text());
    }

    fn id(&self, place: usize) -> EnrolmentId {
        self.ground.people[place].1
    }

    fn person(&self, place: usize) -> &Person {
        &self.ground.people[place].0
    }

    fn matrix(&self) -> String {
        paths::attendance_matrix(self.ground.edition)
    }

    /// The matrix as the API gives it to the trainer.
    async fn numbers(&self) -> serde_json::Value {
        let client = self.ground.app.api(&self.ground.trainer).await;
        client.get(&format!("/api/v1{}", self.matrix())).await.json()
    }

    /// Sends somebody from an organisation, and answers a coordinator of it.
    async fn sent_by(&self, place: usize, name: &'static str) -> (OrganisationId, Browser) {
        let organisation = self.ground.app.organisation(name).await;
        let who = self.id(place);
        let send = move |w: &mut Write| {
            diesel::update(enrolments::table.filter(enrolments::id.eq(who)))
                .set(enrolments::organisation_id.eq(organisation))
                .execute(w.conn())?;
            Ok(())
        };
        self.ground.app.db.write(send).await.unwrap();
        let coordinator = self.ground.app.person(&format!("Координатор{place}")).await;
        let role = birge::people::Role::Coordinator;
        self.ground.app.grant_in(&coordinator, role, organisation).await;
        (organisation, self.ground.app.sign_in(&coordinator).await)
    }
}

/// A file as it came.
struct Taken {
    status: u16,
    name: String,
    media_type: String,
    bytes: Vec<u8>,
}

async fn take(browser: &Browser, path: &str) -> Taken {
    let answer = browser.client().get(browser.absolute(path)).send().await.unwrap();
    let header = |name: &str| {
        answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    };
    let (status, name, media_type) =
        (answer.status().as_u16(), header("content-disposition"), header("content-type"));
    Taken { status, name, media_type, bytes: answer.bytes().await.unwrap().to_vec() }
}

/// A paper that was given.
async fn paper(browser: &Browser, path: &str) -> Vec<u8> {
    let taken = take(browser, path).await;
    assert_eq!(taken.status, 200, "{path}: {}", String::from_utf8_lossy(&taken.bytes));
    taken.bytes
}

/// An address of a paper in a language.
fn in_language(path: &str, language: &str) -> String {
    paths::attendance_asking(path, &[("in", language)])
}

/// Gives names to what the ground leaves without one.
async fn name_things(ground: &Ground) {
    let (edition, version) = (ground.edition, ground.version);
    let name = move |w: &mut Write| {
        let mut title = Localised::only(Language::Ru, "Эффективное партнёрство");
        title.put(Language::Kk, "Тиімді әріптестік");
        diesel::update(programme_versions::table.filter(programme_versions::id.eq(version)))
            .set(programme_versions::title.eq(Json(title)))
            .execute(w.conn())?;
        diesel::update(modules::table.filter(modules::version_id.eq(version)))
            .set(modules::title.eq(Json(Localised::only(Language::Ru, "Зачем партнёры"))))
            .execute(w.conn())?;
        let organisation: OrganisationId = editions::table
            .filter(editions::id.eq(edition))
            .select(editions::organisation_id)
            .first(w.conn())?;
        diesel::update(organisations::table.filter(organisations::id.eq(organisation)))
            .set((organisations::head_post.eq("Директор"), organisations::head_name.eq("И. П. Рябинина")))
            .execute(w.conn())?;
        Ok(())
    };
    ground.app.db.write(name).await.unwrap();
}

/// What stands between two texts of a page.
fn between<'t>(page: &'t str, from: &str, to: &str) -> &'t str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from:?} in {page}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to:?} after {from:?}")).0
}

async fn opened(browser: &Browser, path: &str) -> Page {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text());
    page
}
