//! What sessions are made of.

use super::{Visit, person};
use crate::support::TestApp;
use birge::db::Read;
use birge::db::schema::{edition_shifts, enrolments, people, sessions};
use birge::kernel::{EditionId, Problem, SessionId, ShiftId};
use birge::web::paths;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Whoever teaches a session of which everything is said, and somebody of whom it is asked.
pub(super) async fn composed(app: &TestApp) -> [Visit; 2] {
    let load = |r: &mut Read| -> Result<(SessionId, EditionId, NaiveDate), Problem> {
        Ok(sessions::table
            .inner_join(enrolments::table.on(enrolments::edition_id.eq(sessions::edition_id)))
            .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
            .filter(people::email.eq("trainee@birge.example"))
            .filter(sessions::cancelled_at.is_null())
            .order(sessions::starts_at)
            .select((sessions::id, sessions::edition_id, sessions::held_on))
            .first(r.conn())?)
    };
    let (session, edition, day) = app.db.read(load).await.unwrap();
    let (trainer, trainee) =
        (person(app, "trainer@birge.example").await, person(app, "trainee@birge.example").await);
    let (browser, day) = (app.sign_in(&trainer).await, day.to_string());
    let agenda = [("topic", "Наставник"), ("text-0", "Кто это"), ("minutes-0", "20"), ("text-1", "Права")];
    let agenda = [&agenda[..], &[("count", "2"), ("do", "save")]].concat();
    browser.post(&paths::session_agenda(session), &agenda).await;
    let guest = [("name-0", "Ахметова Сауле"), ("post-0", "советник"), ("count", "1"), ("do", "save")];
    browser.post(&paths::session_speakers(session), &guest).await;
    let access = [("condition", "ramp"), ("condition", "lift"), ("note", "Вход со двора")];
    browser.post(&paths::session_access(session), &access).await;
    let visit = [("host", "Детский дом № 1"), ("address", "Иркутск"), ("bring", "Паспорт")];
    browser.post(&paths::session_visit(session), &visit).await;
    browser.post(&paths::session_visit_report(session), &[("report", "Были у директора")]).await;
    let shift = [("first_on", day.as_str()), ("last_on", day.as_str()), ("place", "с. Еланцы")];
    browser.post(&paths::edition_shifts(edition), &shift).await;
    let made =
        |r: &mut Read| Ok(edition_shifts::table.select(edition_shifts::id).first::<ShiftId>(r.conn())?);
    let shift = app.db.read(made).await.unwrap();
    let mut pages = vec![
        paths::session_programme(session),
        paths::session_programme_print(session),
        paths::session_agenda(session),
        paths::session_blocks(session),
        paths::session_speakers(session),
        paths::session_access(session),
        paths::session_visit(session),
        paths::session_timer(session),
        paths::edition_shifts(edition),
        paths::new_shift(edition),
        paths::shift(shift),
    ];
    pages.push(format!("{}?from=1789437600", paths::session_timer(session)));
    let reading = vec![paths::session_programme(session), paths::SCHEDULE.to_owned()];
    let refused = vec![paths::new_shift(edition)];
    [Visit::of(Some(trainer), pages).refused(refused), Visit::of(Some(trainee), reading)]
}
