//! A session that has places, and one that somebody misses.

use super::{Visit, person};
use crate::support::{Person, TestApp};
use birge::db::Read;
use birge::db::schema::{editions, enrolments, people, sessions};
use birge::kernel::{EditionId, PersonId, Problem, SessionId};
use birge::web::paths;
use diesel::prelude::*;

/// One place, somebody who has it, somebody who waits for it and will not come, and their trainer.
pub(super) async fn visits(app: &TestApp) -> [Visit; 4] {
    let now = app.now();
    let load = move |r: &mut Read| -> Result<_, Problem> {
        let (session, edition): (SessionId, EditionId) = sessions::table
            .inner_join(editions::table)
            .filter(editions::title.like("%2-й поток%"))
            .filter(sessions::starts_at.gt(now))
            .filter(sessions::cancelled_at.is_null())
            .order(sessions::starts_at.desc())
            // For the last one people have signed up in the demonstration.
            .offset(1)
            .select((sessions::id, editions::id))
            .first(r.conn())?;
        let learners: Vec<(PersonId, String)> = enrolments::table
            .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
            .filter(enrolments::edition_id.eq(edition))
            .filter(enrolments::withdrawn_at.is_null())
            .filter(people::deactivated_at.is_null())
            .order(enrolments::id)
            .limit(3)
            .select((people::id, people::email))
            .load(r.conn())?;
        Ok((session, edition, learners))
    };
    let (session, edition, learners) = app.db.read(load).await.unwrap();
    let [first, second, third] = <[Person; 3]>::try_from(
        learners.into_iter().map(|(id, email)| Person { id, email }).collect::<Vec<_>>(),
    )
    .ok()
    .unwrap();
    let trainer = person(app, "trainer@birge.example").await;
    let own = app.sign_in(&trainer).await;
    let set = own.post(&paths::session_places(session), &[("capacity", "1"), ("waiting_list", "on")]).await;
    assert_eq!(set.status, 200, "{}", set.text());
    for learner in [&first, &second] {
        let signed = app.sign_in(learner).await.post(&paths::own_sign_up(session), &[]).await;
        assert_eq!(signed.path, paths::SCHEDULE, "{}", signed.text());
    }
    let absent = app.sign_in(&second).await;
    let told = absent.post(&paths::own_absence(session), &[("reason", "illness")]).await;
    assert_eq!(told.status, 200, "{}", told.text());
    let (slot, ..) = app.appointment(edition, (&trainer, &third)).await;
    let consulting = [
        paths::edition_appointments(edition),
        paths::new_appointments(edition),
        paths::appointment(slot),
        paths::edit_appointment(slot),
    ];
    let pages = || vec![paths::own_sign_up(session), paths::own_absence(session)];
    let of_trainer =
        vec![paths::session_places(session), paths::edition_absences(edition), paths::session(session)];
    [
        Visit::of(Some(trainer), [of_trainer, consulting.to_vec()].concat())
            .refused(vec![paths::session_places(session)]),
        Visit::of(Some(first), pages()),
        Visit::of(Some(second), [pages(), vec![paths::SCHEDULE.to_owned()]].concat()),
        Visit::of(Some(third), [pages(), vec![paths::APPOINTMENTS.to_owned()]].concat())
            .refused(vec![paths::own_absence(session)]),
    ]
}
