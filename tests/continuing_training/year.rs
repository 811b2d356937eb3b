//! A school of mentors over one calendar year (X2): orientation in two parts, a meeting in every quarter, lessons at a
//! distance; one misses the second quarter and makes it up, one comes to the third only online.

use super::{School, academic};
use birge::web::paths;

#[actix_web::test]
async fn a_calendar_year_of_a_school_of_mentors() {
    let school = School::with_rule().await;
    let (always, missing) = (school.mentor("Абаева").await, school.mentor("Борисова").await);
    let online = school.mentor("Власова").await;
    let orientations = [
        school.session(school.orientation, "2026-01-13", "in_person").await,
        school.session(school.orientation, "2026-01-20", "in_person").await,
    ];
    let meetings = [
        school.session(school.meeting, "2026-03-19", "in_person").await,
        school.session(school.meeting, "2026-05-21", "in_person").await,
        school.session(school.meeting, "2026-08-20", "mixed").await,
        school.session(school.meeting, "2026-12-10", "in_person").await,
    ];
    let here = |who| (who, "present");
    let everybody = [here(&always), here(&missing), here(&online)];

    // Two hours of orientation in two parts; online and lessons at a distance never count (E1, L3).
    school.noon("2026-01-13");
    school.mark(orientations[0], &everybody).await;
    let own = school.app.sign_in(&always.person).await;
    let text = own.get(&paths::own_training(always.enrolment)).await.text();
    assert!(text.contains("1 из 2 часов") && text.contains("Нужна учёба"), "{text}");
    let reading = paths::lesson_reading(always.enrolment, school.lesson);
    assert_eq!(own.post(&reading, &[]).await.status, 200);
    let text = own.get(&paths::own_training(always.enrolment)).await.text();
    assert!(text.contains("1 из 2 часов"), "a lesson at a distance changes nothing: {text}");
    school.noon("2026-01-20");
    school.mark(orientations[1], &everybody).await;
    let text = own.get(&paths::own_training(always.enrolment)).await.text();
    assert!(text.contains("2 из 2 часов") && text.contains("Действует"), "{text}");

    // The programme's orientation closes a quarter as any session does, unless only meetings are chosen.
    let meeting = school.meeting.to_string();
    let rule = [
        ("initial_minutes", "120"),
        ("quarterly", "on"),
        ("least_minutes", "30"),
        ("activities", meeting.as_str()),
    ];
    assert_eq!(school.matrix().await[0], "Абаева valid: closed");
    assert_eq!(school.set_rule(&rule).await.status, 200);
    assert_eq!(school.matrix().await[0], "Абаева valid: due");

    // Somebody comes in February: the first quarter is asked of them too.
    school.noon("2026-02-10");
    let late = school.mentor("Громова").await;
    school.noon("2026-03-19");
    school.mark(meetings[0], &[here(&always), here(&missing), here(&online), (&late, "absent")]).await;
    school.noon("2026-03-31");
    assert_eq!(
        school.matrix().await,
        [
            "Абаева valid: closed",
            "Борисова valid: closed",
            "Власова valid: closed",
            "Громова needs_training: due"
        ]
    );

    school.noon("2026-05-21");
    school.mark(meetings[1], &[here(&always), (&missing, "absent"), here(&online), here(&late)]).await;
    school.noon("2026-06-30");
    assert_eq!(
        school.matrix().await,
        [
            "Абаева valid: closed closed",
            "Борисова valid: closed due",
            "Власова valid: closed closed",
            "Громова needs_training: missed closed",
        ]
    );
    school.noon("2026-07-01");
    assert_eq!(school.matrix().await[1], "Борисова needs_training: closed missed due");
    let text = school.desk().await.get(&paths::edition_training(school.edition)).await.text();
    assert!(text.contains("не закрыт II квартал 2026 г.") && text.contains("было 1 очное занятие"), "{text}");

    // The make-up closes the second quarter and not the third.
    school.noon("2026-07-06");
    let credit = [
        ("quarter", "2026-2"),
        ("done_on", "2026-07-03"),
        ("minutes", "60"),
        ("about", "Разбор трёх встреч с куратором вместо занятия 21 мая"),
    ];
    let made = school.desk().await.post(&paths::training_credits(missing.enrolment), &credit).await;
    assert!(made.text().contains("Отработка зачтена, квартал закрыт"), "{}", made.text());
    assert_eq!(school.matrix().await[1], "Борисова valid: closed made_up due");

    school.noon("2026-08-20");
    school.mark(meetings[2], &[here(&always), here(&missing), (&online, "online"), here(&late)]).await;
    school.noon("2026-09-30");
    assert_eq!(
        school.matrix().await,
        [
            "Абаева valid: closed closed closed",
            "Борисова valid: closed made_up closed",
            "Власова valid: closed closed due",
            "Громова needs_training: missed closed closed",
        ]
    );
    let theirs = school.app.sign_in(&online.person).await;
    let text = theirs.get(&paths::own_training(online.enrolment)).await.text();
    assert!(text.contains("20 августа 2026 г. — онлайн, квартал закрывает только очное занятие"), "{text}");

    school.noon("2026-12-10");
    school.mark(meetings[3], &[here(&always), here(&missing), here(&online), here(&late)]).await;
    school.noon("2026-12-31");
    assert_eq!(
        school.matrix().await,
        [
            "Абаева valid: closed closed closed closed",
            "Борисова valid: closed made_up closed closed",
            "Власова needs_training: closed closed missed closed",
            "Громова needs_training: missed closed closed closed",
        ]
    );

    // A correction of the sheet changes the quarter: everything is read from the ledger.
    school.noon("2026-12-11");
    let to = format!("/api/v1/sessions/{}/marks", meetings[3]);
    let line = serde_json::json!({ "enrolment_id": always.enrolment, "status": "absent", "revision": 1 });
    let body = serde_json::json!({ "marks": [line], "correction_reason": "Отметили по ошибке" });
    assert_eq!(school.api(&school.trainer).await.put(&to, body).await.status, 200);
    assert_eq!(school.matrix().await[0], "Абаева valid: closed closed closed due");
}

#[actix_web::test]
async fn a_session_belongs_to_the_quarter_of_its_date_in_the_city_whatever_utc_says() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    // Seven in the morning of 1 April in Irkutsk is the evening of 31 March in Greenwich.
    let early = school.session_at(school.meeting, ("2026-04-01", "07:00", "07:50"), "in_person").await;
    school.app.set_clock("2026-03-31T23:10:00Z");
    school.mark(early, &[(&mentor, "present")]).await;
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed closed"]);
}

#[actix_web::test]
async fn an_hour_and_three_quarters_in_person_is_not_two_hours() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let first = school.session_at(school.orientation, ("2026-01-13", "10:00", "11:00"), "in_person").await;
    let second = school.session_at(school.orientation, ("2026-01-14", "10:00", "11:00"), "in_person").await;
    school.noon("2026-01-13");
    school.mark(first, &[(&mentor, "present")]).await;
    school.noon("2026-01-14");
    let to = format!("/api/v1/sessions/{second}/marks");
    let line =
        serde_json::json!({ "enrolment_id": mentor.enrolment, "status": "left_early", "early_minutes": 15 });
    let body = serde_json::json!({ "marks": [line] });
    assert_eq!(school.api(&school.trainer).await.put(&to, body).await.status, 200);
    let own = school.app.sign_in(&mentor.person).await;
    let page = own.get(&paths::own_training(mentor.enrolment)).await;
    assert!(
        page.text().contains("1,75 из 2 часов") && page.text().contains("Нужна учёба"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("по 60 минут"), "the page says which hours: {}", page.text());
}

#[actix_web::test]
async fn a_session_planned_later_takes_no_time_from_what_was_attended() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let rule = [("initial_minutes", "120"), ("quarterly", "on"), ("least_minutes", "90")];
    assert_eq!(school.set_rule(&rule).await.status, 200);
    let held = school.session_at(school.orientation, ("2026-01-13", "10:00", "12:00"), "in_person").await;
    school.noon("2026-01-13");
    school.mark(held, &[(&mentor, "present")]).await;
    assert_eq!(school.matrix().await, ["Абаева valid: closed"]);
    // The two hours of the programme now fall on two sessions: an hour of the ledger for each.
    school.session_at(school.orientation, ("2026-03-20", "10:00", "12:00"), "in_person").await;
    assert_eq!(school.matrix().await, ["Абаева valid: closed"], "two hours in the room stay two hours");
    let own = school.app.sign_in(&mentor.person).await;
    let text = own.get(&paths::own_training(mentor.enrolment)).await.text();
    assert!(text.contains("2 из 2 часов"), "{text}");
}

#[actix_web::test]
async fn hours_of_60_minutes_are_counted_by_the_clock_where_academic_ones_have_45() {
    let school = School::of(&academic()).await;
    let mentor = school.mentor("Абаева").await;
    let (late, missed) = (school.mentor("Борисова").await, school.mentor("Власова").await);
    let rule = [("initial_minutes", "120"), ("quarterly", "on"), ("least_minutes", "100")];
    assert_eq!(school.set_rule(&rule).await.status, 200);
    // Two academic hours, 90 minutes of the programme, in two hours by the clock.
    let held = school.session_at(school.orientation, ("2026-01-13", "10:00", "12:00"), "in_person").await;
    school.noon("2026-01-13");
    school.mark(held, &[(&mentor, "present")]).await;
    assert_eq!(school.matrix().await[0], "Абаева valid: closed");
    let place = format!("/api/v1/learn/{}/training", mentor.enrolment);
    let own = school.api(&mentor.person).await.get(&place).await.json();
    assert_eq!(own["standing"]["initial_minutes"], serde_json::json!(120));

    // Who came twenty minutes late was there for a hundred; who missed it and did it over was there as long as that took.
    let to = format!("/api/v1/sessions/{held}/marks");
    let marks = serde_json::json!({ "marks": [
        { "enrolment_id": late.enrolment, "status": "late", "late_minutes": 20 },
        { "enrolment_id": missed.enrolment, "status": "absent" },
    ] });
    assert_eq!(school.api(&school.trainer).await.put(&to, marks).await.status, 200);
    let made_up = serde_json::json!({ "enrolment_id": missed.enrolment, "form": "meeting", "made_on": "2026-01-13",
        "mode": "in_person", "minutes": 90, "note": "Занятие с куратором" });
    let to = format!("/api/v1/sessions/{held}/make-ups");
    let noted = school.api(&school.trainer).await.post(&to, made_up).await;
    assert_eq!(noted.status, 200, "{}", noted.html);
    let minutes = async |who: &super::Mentor| {
        let to = format!("/api/v1/learn/{}/training", who.enrolment);
        let place = school.api(&who.person).await.get(&to).await.json();
        place["standing"]["initial_minutes"].as_i64().unwrap()
    };
    assert_eq!((minutes(&late).await, minutes(&missed).await), (100, 90));
    school.session_at(school.orientation, ("2026-03-20", "10:00", "12:00"), "in_person").await;
    assert_eq!((minutes(&late).await, minutes(&missed).await), (100, 90), "whatever is planned later");
}
