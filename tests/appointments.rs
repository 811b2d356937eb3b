//! Consultations (S1–S3): opened by trainers, booked, swapped and cancelled by trainees, asked for, and counted where
//! that is set.

use crate::attendance::ground::Ground;
use crate::support::browser::{Browser, Page};
use birge::db::schema::{
    appointment_bookings, appointment_requests, appointment_slots, edition_trainers, mails, people,
};
use birge::kernel::{AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EnrolmentId, PersonId};
use birge::web::paths;
use diesel::prelude::*;

mod by_api;
mod changes;
mod hours;
mod invitations;
mod opening;
mod race;
mod requests;

/// An edition in Irkutsk at ten in the morning of 15 September whose trainer consults.
struct Class {
    ground: Ground,
    trainer: Browser,
}

impl Class {
    async fn with(people: usize) -> Class {
        let ground = Ground::with(people).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        Class { ground, trainer }
    }

    /// With the afternoon of the 18th open: so many minutes each, for so many people.
    async fn open(people: usize, (from, to): (&str, &str), every: &str, places: &str) -> Class {
        let class = Class::with(people).await;
        let more = [("starts", from), ("ends", to), ("every", every), ("capacity", places)];
        let page = class.open_more(&more).await;
        assert_eq!(page.status, 200, "{}", page.text());
        class
    }

    /// Sends the form with what is usual, changed so.
    async fn open_more(&self, more: &[(&str, &str)]) -> Page {
        self.send(&paths::edition_appointments(self.ground.edition), more).await
    }

    async fn send(&self, path: &str, more: &[(&str, &str)]) -> Page {
        let me = self.ground.trainer.id.to_string();
        let usual = [
            ("trainer", me.as_str()),
            ("held_on", "2026-09-18"),
            ("starts", "14:00"),
            ("ends", "14:30"),
            ("weeks", "1"),
            ("capacity", "1"),
            ("mode", "online"),
            ("link", "https://meet.example.org/k"),
        ];
        let kept = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        let fields: Vec<(&str, &str)> = kept.chain(more).copied().collect();
        self.trainer.post(path, &fields).await
    }

    async fn browser(&self, place: usize) -> Browser {
        self.ground.app.sign_in(&self.ground.people[place].0).await
    }

    async fn book(&self, place: usize, slot: AppointmentSlotId) -> Page {
        let question = [("question", "Как написать отчёт?")];
        self.browser(place).await.post(&paths::appointment_bookings(slot), &question).await
    }

    /// The slots as they follow one another.
    async fn slots(&self) -> Vec<AppointmentSlotId> {
        let load = |r: &mut birge::db::Read| {
            Ok(appointment_slots::table
                .order((appointment_slots::starts_at, appointment_slots::id))
                .select(appointment_slots::id)
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    /// The bookings that stand: which, of which slot, whose.
    async fn standing(&self) -> Vec<(AppointmentBookingId, AppointmentSlotId, EnrolmentId)> {
        let load = |r: &mut birge::db::Read| {
            Ok(appointment_bookings::table
                .filter(appointment_bookings::ended_at.is_null())
                .order(appointment_bookings::id)
                .select((
                    appointment_bookings::id,
                    appointment_bookings::slot_id,
                    appointment_bookings::enrolment_id,
                ))
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    async fn bookings_ever(&self) -> i64 {
        let count = |r: &mut birge::db::Read| Ok(appointment_bookings::table.count().get_result(r.conn())?);
        self.ground.app.db.read(count).await.unwrap()
    }

    async fn requests(&self) -> Vec<AppointmentRequestId> {
        let load = |r: &mut birge::db::Read| {
            Ok(appointment_requests::table
                .order(appointment_requests::id)
                .select(appointment_requests::id)
                .load(r.conn())?)
        };
        self.ground.app.db.read(load).await.unwrap()
    }

    /// To whom letters of a name went.
    async fn written(&self, name: &'static str) -> Vec<Option<PersonId>> {
        let load = move |r: &mut birge::db::Read| {
            Ok(mails::table
                .filter(mails::name.eq(name))
                .order(mails::id)
                .select(mails::person_id)
                .load(r.conn())?)
        };
        let mut all: Vec<Option<PersonId>> = self.ground.app.db.read(load).await.unwrap();
        all.sort();
        all
    }

    fn both(&self, place: usize) -> Vec<Option<PersonId>> {
        let mut both = vec![Some(self.ground.trainer.id), Some(self.ground.people[place].0.id)];
        both.sort();
        both
    }
}

#[tokio::test]
async fn a_free_time_is_booked_with_a_question_and_is_nobody_elses_then() {
    let class = Class::open(2, ("14:00", "15:00"), "30", "1").await;
    let slots = class.slots().await;
    let first = class.browser(0).await;
    let schedule = first.get(paths::SCHEDULE).await;
    assert!(schedule.html.contains("href=\"/appointments\""), "found from the schedule");
    let offer = first.get(paths::APPOINTMENTS).await;
    assert!(offer.text().contains("14:00–14:30") && offer.text().contains("14:30–15:00"), "{}", offer.text());
    assert!(!offer.html.contains("meet.example.org"), "the link is for those who booked");

    let booked = class.book(0, slots[0]).await;
    assert!(booked.text().contains("Вы записаны на консультацию"), "{}", booked.text());
    assert!(booked.html.contains("meet.example.org"), "{}", booked.html);
    let text = booked.text();
    assert!(
        text.contains("(по Иркутску)") && text.contains("По вашим часам"),
        "the limit by both clocks: {text}"
    );
    assert_eq!(class.written("appointment_booked").await, class.both(0));
    class.book(0, slots[0]).await;
    assert_eq!(class.bookings_ever().await, 1, "the second click changes nothing");

    let second = class.browser(1).await.get(paths::APPOINTMENTS).await;
    assert!(!second.text().contains("14:00–14:30") && second.text().contains("14:30–15:00"));
    let refused = class.book(1, slots[0]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Это время только что заняли"), "{}", refused.text());

    let desk = class.trainer.get(&paths::edition_appointments(class.ground.edition)).await;
    assert!(desk.text().contains("Слушатель0000"), "{}", desk.text());
    let slot = class.trainer.get(&paths::appointment(slots[0])).await;
    assert!(slot.text().contains("Как написать отчёт?"), "{}", slot.text());
    class.ground.app.run_jobs().await;
    let letter: String = class
        .ground
        .app
        .db
        .read(|r| {
            let sent = mails::table.filter(mails::name.eq("appointment_booked")).order(mails::id);
            Ok(sent.select(mails::body_text).first(r.conn())?)
        })
        .await
        .unwrap();
    assert!(letter.contains("14:00–14:30") && letter.contains("meet.example.org"), "{letter}");
}

#[tokio::test]
async fn a_swap_takes_the_new_time_and_frees_the_old_or_changes_nothing() {
    let class = Class::open(2, ("14:00", "15:30"), "30", "1").await;
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    class.book(1, slots[1]).await;
    let (mine, ..) = class.standing().await[0];
    let me = class.browser(0).await;
    let swap = paths::appointment_booking_swap(mine);

    let taken = me.post(&swap, &[("slot", &slots[1].to_string())]).await;
    assert_eq!(taken.status, 422);
    assert!(taken.text().contains("Это время только что заняли"), "{}", taken.text());
    assert_eq!(class.standing().await[0].1, slots[0], "the old one is not lost");
    let nothing = me.post(&swap, &[("slot", "")]).await;
    assert_eq!(nothing.status, 422);

    let done = me.post(&swap, &[("slot", &slots[2].to_string())]).await;
    assert!(done.text().contains("Время обменено"), "{}", done.text());
    let standing = class.standing().await;
    assert_eq!(standing.iter().map(|one| one.1).collect::<Vec<_>>(), [slots[1], slots[2]]);
    assert_eq!(class.bookings_ever().await, 3, "what was given up stays written down");
    assert_eq!(class.written("appointment_swapped").await, class.both(0));
    assert!(me.get(paths::APPOINTMENTS).await.text().contains("14:00–14:30"), "the old time is free again");
    let foreign = class.browser(1).await;
    let theirs = paths::appointment_booking_swap(standing[1].0);
    assert_eq!(foreign.status_of_post(&theirs, &[("slot", slots[0].to_string())]).await, 404);
}

#[tokio::test]
async fn cancelling_is_possible_until_the_limit_and_stays_in_the_history() {
    let class = Class::open(1, ("14:00", "15:00"), "30", "1").await;
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    let me = class.browser(0).await;
    let (mine, ..) = class.standing().await[0];
    let cancel = paths::appointment_booking_cancellation(mine);
    // A day before the 18th, 14:00 in Irkutsk, is the 17th, 06:00 UTC.
    class.ground.app.set_clock("2026-09-17T06:00:00Z");
    let late = me.post(&cancel, &[]).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("До начала меньше 24 часов"), "{}", late.text());

    let limit = paths::appointment_setting(class.ground.edition);
    let wrong = class.trainer.post(&limit, &[("cancel_hours", "1000")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.html.contains("value=\"1000\""), "what was typed is not lost");
    let set = class.trainer.post(&limit, &[("cancel_hours", "2")]).await;
    assert!(set.text().contains("Срок отмены сохранён"), "{}", set.text());
    let done = me.post(&cancel, &[]).await;
    assert!(done.text().contains("Запись отменена"), "{}", done.text());
    assert_eq!(class.standing().await, []);
    assert_eq!(class.written("appointment_cancelled").await, class.both(0));
    let again = me.post(&cancel, &[]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("Этой записи уже нет"), "{}", again.text());
    assert!(again.text().contains("История: 1 запись"), "{}", again.text());
    let history = class.trainer.get(&paths::appointment(slots[0])).await;
    assert!(history.text().contains("Кто отменил запись"), "{}", history.text());
}

#[tokio::test]
async fn nobody_is_at_two_places_at_once() {
    let class = Class::open(1, ("14:00", "14:30"), "", "1").await;
    let ground = &class.ground;
    let booking = birge::attendance::rules::Booking {
        held_on: "2026-09-18".parse().unwrap(),
        trainer: None,
        place: Some("Иркутск, ауд. 7".into()),
        ..ground.booking(
            ground.practicum,
            ("15:00", "16:30"),
            birge::attendance::rules::SessionMode::InPerson,
        )
    };
    let (actor, edition, now) = (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
    let book =
        move |w: &mut birge::db::Write| birge::attendance::actions::book(w, &actor, edition, &booking, now);
    ground.app.db.write(book).await.unwrap();
    let other = ground.app.trainer("Ли").await;
    ground.app.teach(edition, &other).await;
    let who = other.id.to_string();
    for (from, to) in [("14:15", "14:45"), ("16:00", "16:45")] {
        let page = class.open_more(&[("trainer", who.as_str()), ("starts", from), ("ends", to)]).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    let two = class.book(0, slots[1]).await;
    assert_eq!(two.status, 422);
    assert!(
        two.text().contains("уже записаны на консультацию: пт, 18 сентября, 14:00–14:30"),
        "{}",
        two.text()
    );
    let lesson = class.book(0, slots[2]).await;
    assert_eq!(lesson.status, 422);
    assert!(lesson.text().contains("«Занятие practicum», пт, 18 сентября, 15:00–16:30"), "{}", lesson.text());
    assert_eq!(class.standing().await.len(), 1);
}

#[tokio::test]
async fn a_withdrawn_consultation_tells_everybody_who_booked_it() {
    let class = Class::open(2, ("14:00", "15:00"), "", "15").await;
    let slot = class.slots().await[0];
    for place in 0..2 {
        class.book(place, slot).await;
    }
    let silent = class.trainer.post(&paths::appointment_withdrawal(slot), &[("reason", " ")]).await;
    assert_eq!(silent.status, 422);
    assert_eq!(class.standing().await.len(), 2);
    let done = class.trainer.post(&paths::appointment_withdrawal(slot), &[("reason", "Болезнь")]).await;
    assert!(done.text().contains("Консультация отменена"), "{}", done.text());
    assert_eq!(class.standing().await, []);
    let mut people: Vec<_> = class.ground.people.iter().map(|(person, _)| Some(person.id)).collect();
    people.sort();
    assert_eq!(class.written("appointment_withdrawn").await, people, "who withdrew it knows");
    let own = class.browser(0).await.get(paths::APPOINTMENTS).await;
    assert!(own.text().contains("Болезнь"), "{}", own.text());
    assert_eq!(class.book(0, slot).await.status, 422);
}

#[tokio::test]
async fn consultations_are_for_those_of_the_edition_alone() {
    let class = Class::open(1, ("14:00", "14:30"), "", "1").await;
    let app = &class.ground.app;
    let slot = class.slots().await[0];
    class.book(0, slot).await;
    let (mine, ..) = class.standing().await[0];
    let stranger = app.sign_in(&app.person("Чужой").await).await;
    assert!(!stranger.get(paths::APPOINTMENTS).await.text().contains("14:00–14:30"));
    assert_eq!(stranger.status_of_post(&paths::appointment_bookings(slot), &[]).await, 404);
    assert_eq!(stranger.status_of_post(&paths::appointment_booking_cancellation(mine), &[]).await, 404);
    assert_eq!(stranger.status_of_post(&paths::appointment_requests(class.ground.edition), &[]).await, 404);
    assert_eq!(stranger.status_of(&paths::appointment(slot)).await, 403);
    let colleague = app.sign_in(&app.trainer("Соседний").await).await;
    for path in [
        paths::appointment(slot),
        paths::edition_appointments(class.ground.edition),
        paths::new_appointments(class.ground.edition),
    ] {
        assert_eq!(colleague.status_of(&path).await, 404, "{path}");
    }
    let reason = [("reason", "Так".to_owned())];
    assert_eq!(colleague.status_of_post(&paths::appointment_withdrawal(slot), &reason).await, 404);
    assert_eq!(colleague.status_of_post(&paths::appointment_booking_cancellation(mine), &[]).await, 404);
    assert_eq!(class.browser(0).await.status_of(&paths::appointment(slot)).await, 403);
    assert_eq!(class.standing().await.len(), 1);
}

#[tokio::test]
async fn nobody_books_whoever_no_longer_consults_there() {
    let class = Class::open(1, ("14:00", "15:00"), "30", "1").await;
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    let (mine, ..) = class.standing().await[0];
    let (app, trainer, now) = (&class.ground.app, class.ground.trainer.id, class.ground.app.now());
    let switch = move |off: bool| {
        move |w: &mut birge::db::Write| {
            let at = off.then_some(now);
            let account = people::table.filter(people::id.eq(trainer));
            diesel::update(account).set(people::deactivated_at.eq(at)).execute(w.conn())?;
            Ok::<(), birge::kernel::Problem>(())
        }
    };
    app.db.write(switch(true)).await.unwrap();
    let gone = || async {
        let offer = class.browser(0).await.get(paths::APPOINTMENTS).await;
        assert!(!offer.text().contains("14:30–15:00"), "{}", offer.text());
        let refused = class.book(0, slots[1]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("больше не консультирует"), "{}", refused.text());
    };
    gone().await;
    app.db.write(switch(false)).await.unwrap();
    let leave = move |w: &mut birge::db::Write| {
        let row = edition_trainers::table.filter(edition_trainers::person_id.eq(trainer));
        diesel::delete(row).execute(w.conn())?;
        Ok::<(), birge::kernel::Problem>(())
    };
    app.db.write(leave).await.unwrap();
    gone().await;
    let cancel = paths::appointment_booking_cancellation(mine);
    assert_eq!(class.browser(0).await.post(&cancel, &[]).await.status, 200);
    let trainee = Some(class.ground.people[0].0.id);
    assert_eq!(class.written("appointment_cancelled").await, [trainee], "who left is not written to");
}
