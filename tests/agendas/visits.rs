//! Visits with host, meeting person and report (F8), and what makes a place accessible (F9).

use super::*;
use crate::attendance::ground::Sheet;
use birge::attendance::actions;
use birge::attendance::rules::Booking;
use birge::db::schema::session_visits;
use birge::kernel::OrganisationId;
use diesel::prelude::*;

const VISIT: [(&str, &str); 5] = [
    ("host", "школа  № 5"),
    ("address", "Иркутск, ул. Байкальская, 200"),
    ("contact", "Петрова Анна, директор"),
    ("phone", "+7 3952 000-000"),
    ("bring", "Паспорт\nСменную обувь"),
];

#[tokio::test]
async fn a_visit_tells_who_receives_whom_and_afterwards_what_came_of_it() {
    let class = Class::with(2).await;
    let school = class.ground.app.organisation("Школа № 5").await;
    class.ground.app.set_clock("2026-09-15T01:00:00Z");
    let url = paths::session_visit(class.session);
    let saved = class.trainer.post(&url, &VISIT).await;
    assert_eq!(saved.path, paths::session_programme(class.session), "{}", saved.text());
    let known = |r: &mut birge::db::Read| {
        Ok(session_visits::table.select(session_visits::host_id).first(r.conn())?)
    };
    let host: Option<OrganisationId> = class.ground.app.db.read(known).await.unwrap();
    assert_eq!(host, Some(school), "the host is the organisation that we know");
    let trainee = class.trainee(0).await;
    let text = class.programme(&trainee).await.text();
    assert!(
        in_order(&text, &["школа № 5", "Байкальская", "Петрова Анна", "+7 3952 000-000", "Паспорт"]),
        "{text}"
    );
    assert!(!text.contains("Участники"), "who goes is for those who teach: {text}");

    let report = paths::session_visit_report(class.session);
    let early = class.trainer.post(&report, &[("report", "Были у директора")]).await;
    assert_eq!(early.status, 422);
    assert!(early.text().contains("когда выезд начнётся") && early.html.contains("Были у директора"));
    class.ground.app.set_clock("2026-09-15T02:00:00Z");
    let (_, first) = class.ground.people[0];
    let (_, second) = class.ground.people[1];
    let sheet = Sheet::open(&class.trainer, &paths::session(class.session)).await;
    let sheet = sheet.mark(first, "present").mark(second, "absent");
    sheet.send(&class.trainer, &paths::session_marks(class.session)).await;
    let told =
        class.trainer.post(&report, &[("report", "Были у директора.\r\nДоговорились о концерте.")]).await;
    assert_eq!(told.path, paths::session_programme(class.session), "{}", told.text());
    let text = told.text();
    assert!(in_order(&text, &["Отчёт о выезде", "Договорились о концерте", "Участники: 2"]), "{text}");
    assert!(
        in_order(&text, &["Слушатель0000", "отмечено присутствие", "Слушатель0001", "отмечено отсутствие"]),
        "{text}"
    );
    let empty = class.trainer.post(&report, &[("report", "  ")]).await;
    assert_eq!(empty.status, 422);
    assert!(class.programme(&trainee).await.text().contains("Договорились о концерте"));

    let nothing = VISIT.map(|(name, _)| (name, ""));
    let kept = class.trainer.post(&url, &nothing).await;
    assert_eq!(kept.status, 422, "what was reported stays");
    assert!(kept.text().contains("уже написан отчёт"), "{}", kept.text());
}

#[tokio::test]
async fn a_visit_needs_a_host_and_an_address_and_can_be_taken_back() {
    let class = Class::with(0).await;
    let url = paths::session_visit(class.session);
    let half = class.trainer.post(&url, &[("phone", "+7 3952 000-000")]).await;
    assert_eq!(half.status, 422);
    assert_eq!(
        half.text().matches("Заполните это поле").count(),
        4,
        "two fields, named above and beside them"
    );
    assert_eq!(half.value_of("phone").as_deref(), Some("+7 3952 000-000"));
    class.trainer.post(&url, &VISIT).await;
    assert!(class.programme(&class.trainer).await.text().contains("Байкальская"));
    class.trainer.post(&url, &VISIT.map(|(name, _)| (name, ""))).await;
    assert!(!class.programme(&class.trainer).await.text().contains("Байкальская"));
    let report = class.trainer.post(&paths::session_visit_report(class.session), &[("report", "Были")]).await;
    assert_eq!(report.status, 404, "a report of no visit");
}

#[tokio::test]
async fn five_visits_in_two_days_fit_one_schedule() {
    let class = Class::with(1).await;
    let ground = &class.ground;
    let (actor, edition, now) = (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
    let slots = [
        ("15", "14:00", "15:00"),
        ("15", "15:30", "16:30"),
        ("16", "10:00", "11:00"),
        ("16", "11:30", "12:30"),
        ("16", "14:00", "15:00"),
    ];
    for (number, (day, from, to)) in slots.into_iter().enumerate() {
        let base = ground.booking(ground.game, (from, to), SessionMode::InPerson);
        let place = Some(format!("Учреждение {number}"));
        let wanted = Booking { held_on: format!("2026-09-{day}").parse().unwrap(), place, ..base };
        let by = actor.clone();
        let session =
            ground.app.db.write(move |w| actions::book(w, &by, edition, &wanted, now)).await.unwrap();
        let host = format!("Детский дом № {number}");
        let visit = [("host", host.as_str()), ("address", "Иркутск")];
        let saved = class.trainer.post(&paths::session_visit(session), &visit).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
    }
    let schedule = class.trainee(0).await.get(paths::SCHEDULE).await;
    for number in 0..5 {
        assert!(schedule.text().contains(&format!("Учреждение {number}")), "{}", schedule.text());
    }
    assert_eq!(schedule.text().matches("Программа занятия").count(), 6, "{}", schedule.text());
}

#[tokio::test]
async fn trainees_know_before_they_come_what_makes_the_place_accessible() {
    let class = Class::with(1).await;
    class.ground.app.set_clock("2026-09-14T02:00:00Z");
    let url = paths::session_access(class.session);
    let ticked = [("condition", "sign_language"), ("condition", "ramp"), ("note", "Вход со двора")];
    let saved = class.trainer.post(&url, &ticked).await;
    assert_eq!(saved.path, paths::session_programme(class.session), "{}", saved.text());
    let trainee = class.trainee(0).await;
    let schedule = trainee.get(paths::SCHEDULE).await.text();
    let line = "Доступность: вход без ступеней или пандус, перевод на жестовый язык. Вход со двора";
    assert!(schedule.contains(line), "{schedule}");
    let text = class.programme(&trainee).await.text();
    assert!(in_order(&text, &["Доступность", "пандус", "жестовый язык", "Вход со двора"]), "{text}");
    let form = class.trainer.get(&url).await;
    for (condition, ticked) in [("ramp", true), ("sign_language", true), ("lift", false)] {
        let tick = format!("value=\"{condition}\" checked");
        assert_eq!(form.html.contains(&tick), ticked, "{condition}");
    }
    let strange = class.trainer.post(&url, &[("condition", "pool"), ("note", "Вход со двора")]).await;
    assert_eq!(strange.status, 422);
    class.trainer.post(&url, &[("note", "")]).await;
    assert!(!trainee.get(paths::SCHEDULE).await.text().contains("Доступность"));
}
