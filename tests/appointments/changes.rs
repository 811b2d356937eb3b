//! A consultation that is held otherwise than it was opened, what stands in its way, and where it stands in calendars.

use super::*;
use birge::attendance::rules::SessionMode;
use birge::db::schema::{appointment_changes, mail_events};
use serde_json::{Value, json};

impl Class {
    /// Changes a slot of the 18th as its trainer, with what it says otherwise than usual.
    async fn change(&self, slot: AppointmentSlotId, more: &[(&str, &str)]) -> Page {
        let usual = [
            ("held_on", "2026-09-18"),
            ("starts", "14:00"),
            ("ends", "14:30"),
            ("capacity", "1"),
            ("mode", "online"),
            ("link", "https://meet.example.org/k"),
        ];
        let kept = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        let fields: Vec<(&str, &str)> = kept.chain(more).copied().collect();
        self.trainer.post(&paths::appointment_changes(slot), &fields).await
    }

    /// The newest event in the letters to somebody: whether it takes back, its number, and when it starts.
    async fn newest_event(&self, person: PersonId) -> (bool, i64, String) {
        let load = move |r: &mut birge::db::Read| {
            Ok(mail_events::table
                .inner_join(mails::table.on(mails::id.eq(mail_events::mail_id)))
                .filter(mails::person_id.eq(person))
                .order(mails::id.desc())
                .select((mail_events::cancels, mail_events::event))
                .first::<(bool, String)>(r.conn())?)
        };
        let (cancels, event) = self.ground.app.db.read(load).await.unwrap();
        let event: Value = serde_json::from_str(&event).unwrap();
        let starts = event["starts_at"].as_str().unwrap().to_owned();
        (cancels, event["sequence"].as_i64().unwrap(), starts)
    }

    async fn changes(&self) -> i64 {
        let count = |r: &mut birge::db::Read| Ok(appointment_changes::table.count().get_result(r.conn())?);
        self.ground.app.db.read(count).await.unwrap()
    }
}

#[tokio::test]
async fn a_change_keeps_the_place_tells_whoever_has_it_and_updates_their_calendar() {
    let class = Class::open(2, ("14:00", "14:30"), "30", "1").await;
    let slot = class.slots().await[0];
    let me = class.browser(0).await;
    me.post(paths::CALENDAR_INVITATIONS, &[("invited", "on")]).await;
    class.book(0, slot).await;
    let person = class.ground.people[0].0.id;
    let (_, first, _) = class.newest_event(person).await;
    let form = class.trainer.get(&paths::edit_appointment(slot)).await;
    assert!(
        form.html.contains("value=\"14:00\"") && form.text().contains("Записан 1 человек"),
        "{}",
        form.text()
    );

    let changed = class.change(slot, &[("starts", "15:00"), ("ends", "15:45"), ("capacity", "3")]).await;
    assert!(changed.text().contains("Консультация изменена"), "{}", changed.text());
    assert!(changed.text().contains("15:00–15:45") && changed.text().contains("Записаны 1 из 3"));
    assert!(changed.text().contains("Что менялось") && changed.text().contains("14:00–14:30, мест: 1"));
    assert_eq!(class.standing().await.len(), 1, "nobody loses a place");
    assert_eq!(class.written("appointment_changed").await, [Some(person)], "the trainer did it and knows");
    let (cancels, second, starts) = class.newest_event(person).await;
    assert!(!cancels && second > first && starts.starts_with("2026-09-18T07:00:00"), "{second} {starts}");

    // The same said again, and more places alone, tell nobody anything.
    let same = [("starts", "15:00"), ("ends", "15:45")];
    class.change(slot, &[same[0], same[1], ("capacity", "3")]).await;
    class.change(slot, &[same[0], same[1], ("capacity", "4")]).await;
    assert_eq!((class.written("appointment_changed").await.len(), class.changes().await), (1, 2));

    // Whose hour was changed may cancel until it begins, whatever the limit is.
    class.ground.app.set_clock("2026-09-18T06:00:00Z");
    let (mine, ..) = class.standing().await[0];
    let gone = me.post(&paths::appointment_booking_cancellation(mine), &[]).await;
    assert!(gone.text().contains("Запись отменена"), "{}", gone.text());
}

#[tokio::test]
async fn a_change_that_is_in_somebodys_way_is_refused_with_what_it_meets_named() {
    let class = Class::open(2, ("14:00", "15:00"), "30", "2").await;
    let (ground, slots) = (&class.ground, class.slots().await);
    class.book(0, slots[0]).await;
    class.book(1, slots[0]).await;
    let other = ground.app.trainer("Ли").await;
    ground.app.teach(ground.edition, &other).await;
    let who = other.id.to_string();
    class.open_more(&[("trainer", &who), ("starts", "16:00"), ("ends", "16:30")]).await;
    let theirs = class.slots().await[2];
    class.book(0, theirs).await;

    let own = class.change(slots[0], &[("starts", "14:45"), ("ends", "15:15"), ("capacity", "2")]).await;
    assert_eq!(own.status, 422);
    assert!(own.text().contains("консультация: 2-й поток, пт, 18 сентября, 14:30–15:00"), "{}", own.text());
    assert!(own.html.contains("value=\"14:45\""), "what was typed is not lost");
    let busy = class.change(slots[0], &[("starts", "16:00"), ("ends", "16:30"), ("capacity", "2")]).await;
    assert_eq!(busy.status, 422);
    let said = "У записанного слушателя в это время другая консультация: Слушатель0000";
    assert!(busy.text().contains(said), "{}", busy.text());
    let few = class.change(slots[0], &[]).await;
    assert!(few.text().contains("Мест должно быть не меньше 2"), "{}", few.text());
    let wrong = class.change(slots[0], &[("starts", "25:00"), ("capacity", "2")]).await;
    assert_eq!(wrong.status, 422);
    let turned = class.change(slots[0], &[("starts", "15:00"), ("ends", "14:00"), ("capacity", "2")]).await;
    assert_eq!(turned.status, 422);
    let past = class.change(slots[0], &[("held_on", "2026-09-14"), ("capacity", "2")]).await;
    assert!(past.text().contains("Это время уже прошло"), "{}", past.text());
    assert_eq!((class.changes().await, class.written("appointment_changed").await), (0, vec![]));

    class.ground.app.set_clock("2026-09-18T06:30:00Z");
    let begun = class.change(slots[0], &[("capacity", "5")]).await;
    assert!(begun.status == 422 && begun.text().contains("Консультация уже началась"), "{}", begun.text());
    let me = class.browser(0).await;
    let foreign =
        me.status_of_post(&paths::appointment_changes(slots[0]), &[("capacity", "2".to_owned())]).await;
    assert_eq!(foreign, 403);
}

#[tokio::test]
async fn one_room_holds_one_thing_at_a_time_whichever_comes_first() {
    let class = Class::with(1).await;
    let ground = &class.ground;
    let other = ground.app.trainer("Ли").await;
    ground.app.teach(ground.edition, &other).await;
    let (who, room) = (other.id.to_string(), "Иркутск, ул. Ленина, 5, ауд. 12");
    let day = ("held_on", "2026-09-15");
    let in_room = [day, ("mode", "in_person"), ("place", room), ("trainer", who.as_str())];
    let open = |from, to| in_room.into_iter().chain([("starts", from), ("ends", to)]).collect::<Vec<_>>();

    // A session first, then a consultation of somebody else in its room.
    ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let taken = class.open_more(&open("12:00", "12:30")).await;
    assert!(taken.status == 422 && taken.text().contains("Занятие lecture"), "{}", taken.text());
    // A consultation first, then another one, and then a session.
    assert_eq!(class.open_more(&open("15:00", "15:30")).await.status, 200);
    let mine = ground.trainer.id.to_string();
    let second: Vec<_> = open("15:15", "15:45")
        .into_iter()
        .filter(|(name, _)| *name != "trainer")
        .chain([("trainer", mine.as_str())])
        .collect();
    let second = class.open_more(&second).await;
    assert_eq!(second.status, 422);
    assert!(second.text().contains("В этом месте в это время консультация: 2-й поток"), "{}", second.text());
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    let wanted = |place: &str, trainer: PersonId| {
        json!({ "activity_id": ground.game.0, "held_on": "2026-09-15", "starts": "15:00", "ends": "17:00",
            "mode": "in_person", "place": place, "trainer_id": trainer.0 })
    };
    let codes = |page: &Page| page.json()["errors"][0]["code"].as_str().unwrap_or_default().to_owned();
    let refused = api.post(&list, wanted(room, ground.trainer.id)).await;
    assert_eq!((refused.status, codes(&refused)), (422, "appointments-place-busy".to_owned()));
    // Elsewhere, but taught by who consults then (F10).
    let refused = api.post(&list, wanted("Ангарск", other.id)).await;
    assert_eq!((refused.status, codes(&refused)), (422, "appointments-consultant-busy".to_owned()));
    assert!(refused.html.contains("2-й поток"), "the other booking is named: {}", refused.html);
    let free = api.post(&list, wanted("Ангарск", ground.trainer.id)).await;
    assert_eq!(free.status, 201, "{}", free.html);
}

#[tokio::test]
async fn consultations_stand_in_calendars_feeds_and_on_the_first_pages() {
    let class = Class::open(1, ("14:00", "15:00"), "30", "1").await;
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    let (app, me) = (&class.ground.app, class.browser(0).await);
    for view in ["month", "week", "list"] {
        let address = format!("/calendar?view={view}&on=2026-09-18");
        let own = me.get(&address).await.text();
        assert!(own.contains("Консультация") && own.contains("Ким"), "{view}: {own}");
        assert!(!own.contains("14:30–15:00"), "what others could book is not theirs: {view}: {own}");
        let trainers = class.trainer.get(&address).await.text();
        assert!(trainers.contains("Слушатель0000") && trainers.contains("Свободно"), "{view}: {trainers}");
    }
    let edition = format!("/editions/{}/calendar?view=week&on=2026-09-18", class.ground.edition);
    assert!(class.trainer.get(&edition).await.text().contains("14:00–14:30"));
    let next = me.get("/next").await.text();
    assert!(next.contains("Вы записаны на консультацию") && next.contains("Ким"), "{next}");
    let today = class.trainer.get(paths::TODAY).await.text();
    assert!(today.contains("Ваши консультации на неделю") && today.contains("Слушатель0000"), "{today}");
    assert!(!today.contains("14:30–15:00"), "what nobody booked waits in the calendar: {today}");

    let api = app.api(&class.ground.people[0].0).await;
    let told = api.get("/api/v1/calendar/appointments?from=2026-09-01&to=2026-09-30").await.json();
    assert_eq!((&told["items"][0]["part"], told["items"].as_array().unwrap().len()), (&json!("booked"), 1));
    let teaches = app.api(&class.ground.trainer).await;
    let told = teaches.get("/api/v1/calendar/appointments?from=2026-09-01&to=2026-09-30").await.json();
    let of = |place: usize| told["items"][place]["with"].as_array().unwrap().len();
    assert_eq!((of(0), of(1), &told["items"][0]["part"]), (1, 0, &json!("consults")));

    for (browser, events) in [(&me, 1), (&class.trainer, 1)] {
        let page = browser.post(paths::CALENDAR_FEEDS, &[]).await;
        let (_, rest) = page.html.split_once("/calendar-feeds/").expect("an address");
        let feed = app.stranger().get(&format!("/calendar-feeds/{}", rest.split('"').next().unwrap())).await;
        let named = format!("UID:appointment-{}", slots[0]);
        assert_eq!(feed.html.matches("UID:appointment-").count(), events, "{}", feed.html);
        assert!(
            feed.html.contains(&named) && feed.html.contains("DTSTART:20260918T060000Z"),
            "{}",
            feed.html
        );
    }
}

/// A session at the time of a consultation that its people have booked is a conflict like any other of theirs (F10).
#[tokio::test]
async fn a_session_at_the_time_of_a_booked_consultation_takes_a_reason_and_is_tagged() {
    let class = Class::open(2, ("14:00", "15:00"), "30", "1").await;
    let (ground, slots) = (&class.ground, class.slots().await);
    class.book(0, slots[0]).await;
    let api = ground.app.api(&ground.trainer).await;
    let list = format!("/api/v1/editions/{}/sessions", ground.edition);
    // In a room of its own and without the consultant: only the one who has booked is expected at both.
    let mut wanted = json!({ "activity_id": ground.game.0, "held_on": "2026-09-18", "starts": "14:15", "ends": "16:00",
        "mode": "in_person", "place": "Ангарск" });
    let refused = api.post(&list, wanted.clone()).await;
    let errors = refused.json()["errors"].clone();
    assert_eq!(
        (refused.status, errors.as_array().unwrap().len()),
        (422, 1),
        "nobody has booked the second one"
    );
    assert_eq!(errors[0]["code"], "trainees-consulted");
    assert!(refused.html.contains("14:00–14:30"), "the consultation is named: {}", refused.html);

    class.book(1, slots[1]).await;
    let both = api.post(&list, wanted.clone()).await;
    let errors = both.json()["errors"].clone();
    assert_eq!(errors.as_array().unwrap().len(), 1, "one line, however many consultations: {}", both.html);
    assert_eq!(errors[0]["code"], "trainees-consulted-several");
    assert!(both.html.contains("14:00–14:30") && both.html.contains("14:30–15:00"), "{}", both.html);

    wanted["despite"] = json!("Выезд в этот день один");
    assert_eq!(api.post(&list, wanted).await.status, 201);
    assert_eq!(ground.app.audited("trainee-conflict-accepted").await, 1);
    let page = class.trainer.get(&paths::edition_sessions(ground.edition)).await.text();
    assert!(page.contains("В это время слушатели записаны на 2 консультации: 2-й поток"), "{page}");
    let conflicts = format!("/api/v1/editions/{}/session-conflicts", ground.edition);
    let told = api.get(&conflicts).await.json()["items"].clone();
    assert_eq!(
        (&told[0]["consultation"]["appointment_id"], &told[0]["other"]),
        (&json!(slots[0].0), &Value::Null)
    );

    // Whoever gives the consultation up is expected at one place again.
    for (place, (booking, ..)) in class.standing().await.into_iter().enumerate() {
        class.browser(place).await.post(&paths::appointment_booking_cancellation(booking), &[]).await;
    }
    assert_eq!(api.get(&conflicts).await.json()["items"], json!([]));
}

/// Nor does anybody sign up for a session at the time of their own consultation.
#[tokio::test]
async fn whoever_has_booked_a_consultation_signs_up_for_no_session_at_its_time() {
    let class = Class::open(1, ("14:00", "14:30"), "30", "1").await;
    let (ground, slots) = (&class.ground, class.slots().await);
    let api = ground.app.api(&ground.trainer).await;
    let wanted = json!({ "activity_id": ground.game.0, "held_on": "2026-09-18", "starts": "14:15", "ends": "16:00",
        "mode": "in_person", "place": "Ангарск" });
    let made = api.post(&format!("/api/v1/editions/{}/sessions", ground.edition), wanted).await;
    assert_eq!(made.status, 201, "nobody has booked the consultation yet: {}", made.html);
    let session = birge::kernel::SessionId(made.json()["id"].as_i64().unwrap());
    let set = class.trainer.post(&paths::session_places(session), &[("capacity", "5")]).await;
    assert_eq!(set.status, 200, "{}", set.text());
    class.book(0, slots[0]).await;
    let (mine, ..) = class.standing().await[0];
    let me = class.browser(0).await;
    let refused = me.post(&paths::own_sign_up(session), &[]).await;
    assert_eq!(refused.status, 422);
    let said = "вы записаны на консультацию: 2-й поток, пт, 18 сентября, 14:00–14:30";
    assert!(refused.text().contains(said), "{}", refused.text());
    me.post(&paths::appointment_booking_cancellation(mine), &[]).await;
    assert_eq!(me.post(&paths::own_sign_up(session), &[]).await.status, 200);
}

/// Whoever waits for a place and books a consultation meanwhile is passed over, told, and is next once it is given up.
#[tokio::test]
async fn whoever_waits_and_has_a_consultation_then_is_passed_over_told_once_and_keeps_the_number() {
    let class = Class::open(3, ("14:00", "14:30"), "30", "1").await;
    let (ground, slots) = (&class.ground, class.slots().await);
    let api = ground.app.api(&ground.trainer).await;
    let wanted = json!({ "activity_id": ground.game.0, "held_on": "2026-09-18", "starts": "14:15", "ends": "16:00",
        "mode": "in_person", "place": "Ангарск" });
    let made = api.post(&format!("/api/v1/editions/{}/sessions", ground.edition), wanted).await;
    let session = birge::kernel::SessionId(made.json()["id"].as_i64().unwrap());
    let with = |capacity: &'static str| [("capacity", capacity), ("waiting_list", "on")];
    assert_eq!(class.trainer.post(&paths::session_places(session), &with("1")).await.status, 200);
    for place in 0..3 {
        assert_eq!(class.browser(place).await.post(&paths::own_sign_up(session), &[]).await.status, 200);
    }
    assert_eq!(class.book(1, slots[0]).await.status, 200);
    let waiting = class.browser(1).await;
    class.browser(0).await.post(&paths::own_sign_up_release(session), &[]).await;
    // The third has the place now. A second one is free as well, and stays free for the person who was passed over.
    class.trainer.post(&paths::session_places(session), &with("2")).await;
    let page = waiting.get(&paths::own_sign_up(session)).await;
    assert!(page.text().contains("номер 1"), "{}", page.text());
    ground.app.run_jobs().await;
    let told = |r: &mut birge::db::Read| {
        let sent = mails::table.filter(mails::name.eq_any(["place_passed_over", "place_promoted"]));
        let columns = (mails::name, mails::person_id, mails::body_text);
        Ok(sent.order(mails::id).select(columns).load::<(String, Option<PersonId>, String)>(r.conn())?)
    };
    let letters = ground.app.db.read(told).await.unwrap();
    let who: Vec<_> = letters.iter().map(|(name, who, _)| (name.as_str(), *who)).collect();
    let id = |place: usize| Some(ground.people[place].0.id);
    assert_eq!(
        who,
        [("place_passed_over", id(1)), ("place_promoted", id(2))],
        "told once, though tried twice"
    );
    let text = &letters[0].2;
    assert!(text.contains("вы записаны на консультацию: 2-й поток, пт, 18 сентября, 14:00–14:30"), "{text}");
    assert!(text.contains("отмените её") && text.contains("на своём месте"), "{text}");

    let (mine, ..) = class.standing().await[0];
    waiting.post(&paths::appointment_booking_cancellation(mine), &[]).await;
    birge::operations::housekeeping::fill_places(&ground.app.kit).await.unwrap();
    let letters = ground.app.db.read(told).await.unwrap();
    assert_eq!(letters.last().map(|(name, who, _)| (name.as_str(), *who)), Some(("place_promoted", id(1))));
}

/// What a consultation was about before is said as well: without it, now and then would read the same.
#[tokio::test]
async fn a_letter_about_a_new_topic_says_the_old_one() {
    let class = Class::open(1, ("14:00", "14:30"), "30", "1").await;
    let slot = class.slots().await[0];
    class.book(0, slot).await;
    for topic in ["Разбор отчёта", "Защита отчёта"] {
        assert_eq!(class.change(slot, &[("topic", topic)]).await.status, 200);
    }
    class.ground.app.run_jobs().await;
    let told = |r: &mut birge::db::Read| {
        let sent = mails::table.filter(mails::name.eq("appointment_changed")).order(mails::id);
        Ok(sent.select(mails::body_text).load::<String>(r.conn())?)
    };
    let texts = class.ground.app.db.read(told).await.unwrap();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].contains("Разбор отчёта") && texts[0].contains("Прежде темы не было."), "{}", texts[0]);
    assert!(texts[1].contains("Прежняя тема: Разбор отчёта"), "{}", texts[1]);
}
