//! Signing up keeps the calendars right of those who want invitations (T3, L5).

use super::*;
use birge::db::schema::mail_events;

impl Class {
    async fn invite(&self, place: usize) {
        self.browser(place).await.post(paths::CALENDAR_INVITATIONS, &[("invited", "on")]).await;
    }

    /// The letters with an event for calendars, the oldest first: to whom, which, and whether it takes the event away.
    async fn events(&self) -> Vec<(Option<PersonId>, String, bool)> {
        let load = |r: &mut birge::db::Read| {
            Ok(mail_events::table
                .inner_join(mails::table.on(mails::id.eq(mail_events::mail_id)))
                .order(mails::id)
                .select((mails::person_id, mails::name, mail_events::cancels))
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }
}

#[tokio::test]
async fn a_session_stands_in_the_calendars_of_those_with_a_place_and_of_nobody_else() {
    let class = Class::open_to_all(3).await;
    for place in [0, 1] {
        class.invite(place).await;
    }
    let person = |place: usize| Some(class.ground.people[place].0.id);
    let invited = |place| (person(place), "session_invitation".to_owned(), false);
    let left = |place| (person(place), "session_left".to_owned(), true);
    class.set(&[("capacity", "1"), ("waiting_list", "on")]).await;
    let mut expected = vec![left(0), left(1)];
    assert_eq!(class.events().await, expected, "nobody has a place yet");

    for place in [2, 0, 1] {
        class.sign_up(place).await;
    }
    class.ground.move_to(class.session, class.ground.practicum, ("15:00", "16:30"), "2026-09-17").await;
    class.ground.app.clock.set(class.ground.app.now().plus_minutes(5));
    class.ground.app.run_jobs().await;
    assert_eq!(class.written("session_changed").await.len(), 3, "who waits is told as well");
    assert_eq!(class.events().await, expected, "but has nothing in the calendar");
    class.give_up(2).await;
    expected.push(invited(0));
    assert_eq!(class.events().await, expected);
    class.give_up(0).await;
    expected.extend([left(0), invited(1)]);
    assert_eq!(class.events().await, expected);
    class.trainer.post(&paths::session_places_removal(class.session), &[]).await;
    expected.push(invited(0));
    assert_eq!(class.events().await, expected, "then everybody is asked again");
}
