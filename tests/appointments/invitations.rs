//! Events in the letters of those who asked for invitations.

use super::*;
use birge::db::schema::mail_events;

impl Class {
    /// The events of letters to somebody, as they were written: whether it takes back, its name, and its number.
    async fn events(&self, person: PersonId) -> Vec<(bool, String, i64)> {
        let load = move |r: &mut birge::db::Read| {
            let rows: Vec<(bool, String)> = mail_events::table
                .inner_join(mails::table.on(mails::id.eq(mail_events::mail_id)))
                .filter(mails::person_id.eq(person))
                .order(mails::id)
                .select((mail_events::cancels, mail_events::event))
                .load(r.conn())?;
            Ok(rows)
        };
        let read = |(cancels, event): (bool, String)| {
            let event: serde_json::Value = serde_json::from_str(&event).unwrap();
            (cancels, event["uid"].as_str().unwrap().to_owned(), event["sequence"].as_i64().unwrap())
        };
        self.ground.app.db.read(load).await.unwrap().into_iter().map(read).collect()
    }
}

#[tokio::test]
async fn a_calendar_gets_a_consultation_follows_a_swap_and_loses_what_is_cancelled() {
    let class = Class::open(1, ("14:00", "15:00"), "30", "1").await;
    let slots = class.slots().await;
    let person = class.ground.people[0].0.id;
    let me = class.browser(0).await;
    me.post(paths::CALENDAR_INVITATIONS, &[("invited", "on")]).await;
    class.book(0, slots[0]).await;
    let (mine, ..) = class.standing().await[0];
    me.post(&paths::appointment_booking_swap(mine), &[("slot", &slots[1].to_string())]).await;
    let (mine, ..) = class.standing().await[0];
    me.post(&paths::appointment_booking_cancellation(mine), &[]).await;
    assert_eq!(class.standing().await, []);

    let (first, second) = (format!("appointment-{}", slots[0]), format!("appointment-{}", slots[1]));
    let wanted = [
        (false, first.clone(), 1),
        (false, second.clone(), 1),
        (true, first.clone(), 2),
        (true, second.clone(), 2),
    ];
    assert_eq!(class.events(person).await, wanted);
    assert_eq!(class.events(class.ground.trainer.id).await, [], "only who asked for it");

    class.book(0, slots[0]).await;
    let last = class.events(person).await.pop().unwrap();
    assert_eq!(last, (false, first, 3), "calendars take over what has a higher number");
}
