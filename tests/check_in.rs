//! People mark themselves at a session by the code on the projector (F11, L1, L4): scanning, signing in on the way,
//! being early, late, elsewhere or twice, and what the trainer sees of it.

use crate::attendance::ground::Ground;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::attendance::rules::{Presence, SessionMode};
use birge::check_in::actions;
use birge::check_in::rules::code;
use birge::db::schema::{attendance_marks, check_in_arrivals};
use birge::kernel::{EnrolmentId, Moment, SessionId};
use birge::web::paths;
use diesel::prelude::*;

mod by_api;
mod cancelled;
mod crowd;
mod doors;
mod guessing;
mod in_browser;
mod odd;
mod online;
mod trainer;

/// An edition in Irkutsk with a practicum from ten until half past eleven.
struct Hall {
    ground: Ground,
    trainer: Browser,
    session: SessionId,
}

/// How the form is filled in by default.
const USUAL: [(&str, &str); 3] = [("in_person", "on"), ("opens_before", "15"), ("on_time_after", "15")];

impl Hall {
    /// At ten, with so many people; nobody has opened anything.
    async fn with(people: usize, mode: SessionMode) -> Hall {
        Hall::on(Ground::with(people).await, mode).await
    }

    async fn on(ground: Ground, mode: SessionMode) -> Hall {
        let session = ground.session(ground.practicum, ("10:00", "11:30"), mode).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        Hall { ground, trainer, session }
    }

    /// The same, opened in the room as it is usual.
    async fn open(people: usize) -> Hall {
        let hall = Hall::with(people, SessionMode::InPerson).await;
        let page = hall.let_in(&USUAL).await;
        assert_eq!(page.status, 200, "{}", page.text());
        hall
    }

    async fn let_in(&self, fields: &[(&str, &str)]) -> Page {
        self.trainer.post(&paths::check_in(self.session), fields).await
    }

    fn person(&self, place: usize) -> (&Person, EnrolmentId) {
        let (person, enrolment) = &self.ground.people[place];
        (person, *enrolment)
    }

    async fn browser(&self, place: usize) -> Browser {
        self.ground.app.sign_in(self.person(place).0).await
    }

    /// The code of a session as the projector shows it at a moment.
    fn code_of(&self, session: SessionId, presence: Presence, at: Moment) -> String {
        actions::code_of(&self.ground.app.kit.secrets)(&code::message(session, presence, code::step(at)))
    }

    /// The code in the room now.
    fn code(&self) -> String {
        self.code_of(self.session, Presence::InPerson, self.ground.app.now())
    }

    /// The address that the picture on the projector leads to now.
    fn picture(&self) -> String {
        paths::scan(self.session, &self.code())
    }

    /// Scans and presses.
    async fn arrive(&self, browser: &Browser) -> Page {
        browser.get(&self.picture()).await;
        browser.post(paths::HERE, &[]).await
    }

    /// The clock of the server, so many seconds after ten.
    fn clock(&self, seconds: i64) {
        let ten = Moment::parse(crate::attendance::ground::TEN_IN_IRKUTSK).unwrap();
        self.ground.app.clock.set(ten.plus_seconds(seconds));
    }

    /// The marks of the session: status, presence, minutes late.
    async fn marks(&self) -> Vec<(String, String, i32)> {
        let session = self.session;
        self.ground
            .app
            .db
            .read(move |r| {
                Ok(attendance_marks::table
                    .filter(attendance_marks::session_id.eq(session))
                    .order(attendance_marks::enrolment_id)
                    .select((
                        attendance_marks::status,
                        attendance_marks::presence,
                        attendance_marks::late_minutes,
                    ))
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    async fn arrivals(&self) -> i64 {
        let load = |r: &mut birge::db::Read| Ok(check_in_arrivals::table.count().get_result(r.conn())?);
        self.ground.app.db.read(load).await.unwrap()
    }
}

fn mark(status: &str, presence: &str, late: i32) -> (String, String, i32) {
    (status.to_owned(), presence.to_owned(), late)
}
