//! Reminders of sessions (T1).

use super::Class;
use crate::support::learning::NewEdition;
use crate::support::queries;
use birge::db::Write;
use birge::db::schema::{edition_trainers, enrolments, jobs, people};
use birge::kernel::{PersonId, ZoneName};
use birge::reminders::actions;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;

const SOON: &str = "session_soon";

#[actix_web::test]
async fn a_day_before_everybody_who_is_expected_is_told_once_each_by_their_own_clock() {
    let class = Class::with(3).await;
    class.lives_in(1, "Asia/Irkutsk").await;
    class.lives_in(2, "Asia/Almaty").await;
    let session = class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    class.at("2026-09-15T01:59:59Z");
    assert_eq!(class.letters(SOON).await, [], "there is more than a day");
    class.at("2026-09-15T02:00:00Z");
    let letters = class.letters(SOON).await;
    let reached: Vec<&str> = letters.iter().map(|(address, ..)| address.as_str()).collect();
    let expected: Vec<&str> = (0..3).map(|place| class.person(place).email.as_str()).collect();
    assert_eq!(reached[..3], expected[..]);
    assert_eq!(reached[3..], [class.ground.trainer.email.as_str()], "and the trainer of the edition");

    let text = |place: usize| letters[place].2.as_str();
    assert_eq!(letters[0].1, "ср, 16 сентября, 10:00 – Занятие practicum");
    assert!(text(0).contains("ср, 16 сентября, 10:00–11:30 по Иркутску"), "{}", text(0));
    assert!(text(0).contains("05:00–06:30 по вашему времени"), "Moscow: {}", text(0));
    assert!(!text(1).contains("по вашему времени"), "Irkutsk: {}", text(1));
    assert!(text(2).contains("07:00–08:30 по вашему времени"), "Almaty: {}", text(2));
    assert!(text(0).contains("ул. Ленина, 5, ауд. 12") && text(0).contains("https://meet.example.org/birge"));
    assert!(text(0).contains(&paths::meeting(class.who(0), class.ground.practicum)), "{}", text(0));
    assert!(text(0).contains("Сообщить, что не приду") && text(0).contains(&paths::own_absence(session)));
    assert!(text(0).contains(paths::SCHEDULE), "{}", text(0));
    assert!(text(3).contains("вы проводите занятие") && text(3).contains(&paths::session(session)));
    assert!(!text(3).contains("не приду"), "a trainer tells nobody so: {}", text(3));

    class.at("2026-09-15T12:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 4, "each letter goes once");
}

#[actix_web::test]
async fn the_time_in_almaty_is_right_on_both_sides_of_the_change_of_2024() {
    let class = Class::with(1).await;
    class.at("2024-02-20T09:00:00Z");
    class.lives_in(0, "Asia/Almaty").await;
    let edition = class
        .app()
        .open_edition(NewEdition {
            starts_on: "2024-02-01".parse().unwrap(),
            ends_on: "2024-04-30".parse().unwrap(),
            zone: ZoneName::MOSCOW,
            ..NewEdition::of(class.ground.version)
        })
        .await;
    class.app().teach(edition, &class.ground.trainer).await;
    class.app().enrol(edition, class.person(0)).await;
    for day in ["2024-02-29", "2024-03-04"] {
        let to = format!("/api/v1/editions/{edition}/sessions");
        let body = Class::body(class.ground.lecture, (day, "12:00", "13:30"));
        let made = class.app().api(&class.ground.trainer).await.post(&to, body).await;
        assert_eq!(made.status, 201, "{}", made.html);
    }
    class.at("2024-02-28T09:00:00Z");
    let own = |letters: &[super::Sent]| letters.iter().find(|one| one.0 == class.person(0).email).cloned();
    let before = own(&class.letters(SOON).await).unwrap();
    assert!(before.2.contains("12:00–13:30 по Москве"), "{}", before.2);
    assert!(before.2.contains("15:00–16:30 по вашему времени"), "UTC+6 until 1 March: {}", before.2);
    class.at("2024-03-03T09:00:00Z");
    let letters = class.letters(SOON).await;
    let after = own(&letters[2..]).unwrap();
    assert!(after.2.contains("14:00–15:30 по вашему времени"), "UTC+5 since: {}", after.2);
}

#[actix_web::test]
async fn whoever_left_or_will_not_come_or_has_no_place_is_not_reminded() {
    let class = Class::with(5).await;
    let session = class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    let trainer = class.app().sign_in(&class.ground.trainer).await;
    let places = [("capacity", "3"), ("waiting_list", "on")];
    assert_eq!(trainer.post(&paths::session_places(session), &places).await.status, 200);
    // The first three have a place, the fourth waits, the fifth did not sign up.
    for place in 0..4 {
        let own = class.app().sign_in(class.person(place)).await;
        assert_eq!(own.post(&paths::own_sign_up(session), &[]).await.status, 200);
    }
    let telling = class.app().sign_in(class.person(1)).await;
    let (absence, work) = (paths::own_absence(session), [("reason", "work"), ("words", "")]);
    assert_eq!(telling.post_multipart(&absence, &work, &[]).await.status, 200);
    let gone = class.person(2).id;
    let now = class.app().now();
    let switch_off = move |w: &mut Write| {
        diesel::update(people::table.find(gone)).set(people::deactivated_at.eq(now)).execute(w.conn())?;
        Ok(())
    };
    class.app().db.write(switch_off).await.unwrap();
    class.at("2026-09-15T02:00:00Z");
    let reached = class.reached(SOON).await;
    assert!(reached.contains(&class.person(0).email), "has a place: {reached:?}");
    for (place, why) in [(1, "told of it"), (2, "account off"), (3, "waits"), (4, "did not sign up")] {
        assert!(!reached.contains(&class.person(place).email), "{why}: {reached:?}");
    }
}

#[actix_web::test]
async fn what_changes_between_the_outbox_and_the_letter_is_decided_again() {
    let class = Class::with(3).await;
    let session = class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    class.at("2026-09-15T02:00:00Z");
    class.look().await;
    let own = class.app().sign_in(class.person(0)).await;
    let (absence, work) = (paths::own_absence(session), [("reason", "work"), ("words", "")]);
    assert_eq!(own.post_multipart(&absence, &work, &[]).await.status, 200);
    let (left, now) = (class.who(1), class.app().now());
    let leave = move |w: &mut Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(left)))
            .set((enrolments::withdrawn_at.eq(now), enrolments::withdrawal_reason.eq("Переезд")))
            .execute(w.conn())?;
        Ok(())
    };
    class.app().db.write(leave).await.unwrap();
    class.app().run_jobs().await;
    let reached: Vec<String> = class.sent(SOON).await.into_iter().map(|(address, ..)| address).collect();
    assert_eq!(reached, [class.person(2).email.clone(), class.ground.trainer.email.clone()]);

    // Whoever comes after all is reminded while it is early enough.
    class.app().sign_in(class.person(0)).await.post(&paths::own_absence_withdrawal(session), &[]).await;
    assert!(class.reached(SOON).await.contains(&class.person(0).email));
}

#[actix_web::test]
async fn nobody_is_reminded_of_a_cancelled_session_and_of_a_moved_one_anew() {
    let class = Class::with(1).await;
    let (practicum, lecture) = (class.ground.practicum, class.ground.lecture);
    let moved = class.book(practicum, ("2026-09-16", "10:00", "11:30")).await;
    let cancelled = class.book(lecture, ("2026-09-16", "14:00", "17:00")).await;
    class.at("2026-09-15T06:00:00Z");
    class.look().await;
    let trainer = class.app().sign_in(&class.ground.trainer).await;
    trainer.post(&paths::session_cancellation(cancelled), &[("reason", "Авария")]).await;
    class.app().run_jobs().await;
    let subjects =
        |sent: Vec<super::Sent>| sent.into_iter().map(|(_, subject, _)| subject).collect::<Vec<_>>();
    let first = "ср, 16 сентября, 10:00 – Занятие practicum";
    assert_eq!(
        subjects(class.sent(SOON).await),
        [first, first],
        "the trainee and the trainer, of one session"
    );

    class.look().await;
    class.move_to(moved, practicum, ("2026-09-18", "10:00", "11:30")).await;
    class.at("2026-09-17T02:00:00Z");
    let sent = subjects(class.letters(SOON).await);
    let anew = "пт, 18 сентября, 10:00 – Занятие practicum";
    assert_eq!(sent[2..], [anew, anew]);
    class.at("2026-09-17T03:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 4);
}

#[actix_web::test]
async fn a_session_booked_late_is_reminded_of_until_half_of_the_time_is_over() {
    let class = Class::with(1).await;
    class.at("2026-09-15T13:00:00Z");
    class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    assert_eq!(class.letters(SOON).await.len(), 2, "13 hours before");
    class.at("2026-09-15T17:00:00Z");
    class.book(class.ground.lecture, ("2026-09-16", "12:00", "15:00")).await;
    assert_eq!(class.letters(SOON).await.len(), 2, "11 hours before nobody says «tomorrow»");
    class.at("2026-09-16T05:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 2, "nor once it has begun");
}

#[actix_web::test]
async fn the_edition_says_how_long_before_and_may_say_never() {
    let class = Class::with(1).await;
    class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    let page = class.set_rule(&[("lead_1", "2"), ("lead_2", "30"), ("in_a_row", "2")]).await;
    assert!(page.text().contains("Правило сохранено"), "{}", page.text());
    class.at("2026-09-14T20:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 2, "thirty hours before");
    class.at("2026-09-15T02:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 2, "nothing a day before");
    class.at("2026-09-16T00:00:00Z");
    class.look().await;
    assert_eq!(class.set_rule(&[]).await.status, 200);
    class.app().run_jobs().await;
    assert_eq!(class.sent(SOON).await.len(), 2, "switched off before the second one went");
    class.at("2026-09-16T00:10:00Z");
    assert_eq!(class.letters(SOON).await.len(), 2);
}

#[actix_web::test]
async fn many_people_are_written_to_in_batches_and_looked_for_in_the_same_number_of_queries() {
    let (few, many) = (Class::with(2).await, Class::with(120).await);
    let mut asked = Vec::new();
    for class in [&few, &many] {
        class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
        class.at("2026-09-15T02:00:00Z");
        let now = class.app().now();
        asked.push(queries::asked(&class.app().db, move |r| actions::due(r, now)).await.len());
    }
    assert_eq!(asked[0], asked[1], "{asked:?}");
    many.look().await;
    many.look().await;
    let kind = actions::SESSION_JOB;
    let batches = move |r: &mut birge::db::Read| {
        Ok(jobs::table.filter(jobs::kind.eq(kind)).count().get_result::<i64>(r.conn())?)
    };
    assert_eq!(many.app().db.read(batches).await.unwrap(), 2, "a hundred, and the rest with the trainer");
    many.app().run_jobs().await;
    let mut reached: Vec<String> = many.sent(SOON).await.into_iter().map(|(address, ..)| address).collect();
    reached.sort();
    reached.dedup();
    assert_eq!((reached.len(), many.sent(SOON).await.len()), (121, 121));
}

#[actix_web::test]
async fn what_makes_the_place_accessible_is_told() {
    let class = Class::with(1).await;
    let session = class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    let access = json!({ "access": ["ramp"], "note": "Вход со двора" });
    let to = format!("/api/v1/sessions/{session}/access");
    let saved = class.app().api(&class.ground.trainer).await.put(&to, access).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
    class.at("2026-09-15T02:00:00Z");
    let letters = class.letters(SOON).await;
    assert!(letters[0].2.contains("Доступность места:"), "{}", letters[0].2);
    assert!(letters[0].2.contains("Вход со двора"), "{}", letters[0].2);
}

/// Books a session that somebody teaches.
async fn book_with(class: &Class, mut body: serde_json::Value, trainer: PersonId) {
    body["trainer_id"] = json!(trainer.0);
    let to = format!("/api/v1/editions/{}/sessions", class.ground.edition);
    let made = class.app().api(&class.ground.trainer).await.post(&to, body).await;
    assert_eq!(made.status, 201, "{}", made.html);
}

#[actix_web::test]
async fn whoever_does_not_teach_the_edition_any_more_is_not_reminded_and_those_who_do_are() {
    let class = Class::with(1).await;
    let (second, third) = (class.app().trainer("Второй").await, class.app().trainer("Третий").await);
    let edition = class.ground.edition;
    class.app().teach(edition, &second).await;
    class.app().teach(edition, &third).await;
    let practicum = Class::body(class.ground.practicum, ("2026-09-16", "10:00", "11:30"));
    book_with(&class, practicum, second.id).await;
    let lecture = Class::body(class.ground.lecture, ("2026-09-16", "14:00", "17:00"));
    book_with(&class, lecture, third.id).await;
    let gone = second.id;
    let remove = move |w: &mut Write| {
        let teaches = edition_trainers::table
            .filter(edition_trainers::edition_id.eq(edition))
            .filter(edition_trainers::person_id.eq(gone));
        diesel::delete(teaches).execute(w.conn())?;
        Ok(())
    };
    class.app().db.write(remove).await.unwrap();
    class.at("2026-09-15T06:00:00Z");
    let letters = class.letters(SOON).await;
    let of = |session: &str| {
        let these = letters.iter().filter(|(_, subject, _)| subject.ends_with(session));
        let mut reached: Vec<&str> = these.map(|(address, ..)| address.as_str()).collect();
        reached.sort_unstable();
        reached
    };
    let trainee = class.person(0).email.as_str();
    let mut everybody = vec![trainee, class.ground.trainer.email.as_str(), third.email.as_str()];
    everybody.sort_unstable();
    assert_eq!(of("practicum"), everybody, "nobody named is left: all who teach the edition");
    let mut named = vec![trainee, third.email.as_str()];
    named.sort_unstable();
    assert_eq!(of("lecture"), named);
}

#[actix_web::test]
async fn whoever_sleeps_is_decided_of_when_they_are_awake() {
    let class = Class::with(2).await;
    let (practicum, lecture) = (class.ground.practicum, class.ground.lecture);
    let moved = class.book(practicum, ("2026-09-16", "10:00", "11:30")).await;
    let cancelled = class.book(lecture, ("2026-09-17", "10:00", "13:00")).await;
    class.sleeps_at_night(0).await;
    // Five in the morning in Moscow.
    class.at("2026-09-15T02:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 2, "the other one, and the trainer");
    class.at("2026-09-15T02:10:00Z");
    class.look().await;
    class.move_to(moved, practicum, ("2026-09-18", "10:00", "11:30")).await;
    class.at("2026-09-15T05:00:00Z");
    class.letters(SOON).await;
    assert_eq!(class.went_to(0, SOON).await, 0, "there is nothing tomorrow any more");

    class.at("2026-09-16T02:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 4);
    let page = class.page().await.text();
    assert!(page.contains("2 письма, за 24 ч до начала"), "one of three waits: {page}");
    let trainer = class.app().sign_in(&class.ground.trainer).await;
    trainer.post(&paths::session_cancellation(cancelled), &[("reason", "Авария")]).await;
    class.at("2026-09-16T05:00:00Z");
    class.letters(SOON).await;
    assert_eq!(class.went_to(0, SOON).await, 0, "it was cancelled at night");

    class.at("2026-09-17T02:00:00Z");
    class.letters(SOON).await;
    class.at("2026-09-17T04:59:59Z");
    class.letters(SOON).await;
    assert_eq!(class.went_to(0, SOON).await, 0);
    class.at("2026-09-17T05:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 7);
    class.at("2026-09-17T06:00:00Z");
    class.letters(SOON).await;
    assert_eq!(class.went_to(0, SOON).await, 1, "in the morning, once");
}

#[actix_web::test]
async fn what_begins_before_somebody_wakes_stands_on_the_site_and_wakes_nobody() {
    let class = Class::with(1).await;
    class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    assert_eq!(class.set_rule(&[("lead_1", "2")]).await.status, 200);
    class.sleeps_at_night(0).await;
    // Three in the morning in Moscow; the session begins at five there.
    class.at("2026-09-16T00:00:00Z");
    assert_eq!(class.letters(SOON).await.len(), 1, "the trainer");
    let own = class.app().sign_in(class.person(0)).await;
    let messages = own.get(paths::MESSAGES).await.text();
    assert!(messages.contains("ср, 16 сентября, 10:00 – Занятие practicum"), "{messages}");
    class.at("2026-09-16T05:00:00Z");
    class.letters(SOON).await;
    assert_eq!(class.went_to(0, SOON).await, 0, "it has begun long ago");
}

#[actix_web::test]
async fn after_a_night_the_shorter_of_two_reminders_goes() {
    let class = Class::with(1).await;
    class.book(class.ground.practicum, ("2026-09-16", "11:00", "12:30")).await;
    assert_eq!(class.set_rule(&[("lead_1", "26"), ("lead_2", "24")]).await.status, 200);
    class.sleeps_at_night(0).await;
    for at in ["2026-09-15T01:00:00Z", "2026-09-15T03:00:00Z", "2026-09-15T05:00:00Z", "2026-09-15T06:00:00Z"]
    {
        class.at(at);
        class.letters(SOON).await;
    }
    assert_eq!(class.went_to(0, SOON).await, 1, "both would come at eight");
}

#[actix_web::test]
async fn what_only_waits_to_be_sent_has_reminded_nobody() {
    let class = Class::with(1).await;
    class.book(class.ground.practicum, ("2026-09-16", "10:00", "11:30")).await;
    class.at("2026-09-15T02:00:00Z");
    class.look().await;
    assert!(!class.page().await.text().contains("Уже напомнили"), "no letter went");
    class.app().run_jobs().await;
    assert!(class.page().await.text().contains("2 письма, за 24 ч до начала"));
}
