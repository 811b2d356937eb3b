//! The matrix on its page and over the API, and that both agree with the ledger.

use super::{Course, between, opened};
use crate::attendance::ground::Ground;
use crate::support::queries::asked;
use birge::attendance::rules::SessionMode;
use birge::attendance_papers::actions::{self, Asked, Span};
use birge::attendance_papers::rules::Choice;
use birge::db::Read;
use birge::editions::actions as editions;
use birge::kernel::{EditionId, Language};
use birge::progress::rules::About;
use birge::web::paths;
use serde_json::json;

/// The people part of the wide table.
fn rows(html: &str) -> Vec<String> {
    let body = between(html, "<tbody>", "</tbody>");
    let plain = |row: &str| {
        let mut text = String::new();
        let mut inside = false;
        for letter in row.chars() {
            match letter {
                '<' => {
                    inside = true;
                    text.push(' ');
                }
                '>' => inside = false,
                other if !inside => text.push(other),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    body.split("<tr>").skip(1).map(plain).collect()
}

#[tokio::test]
async fn every_cell_has_its_letters_and_minutes_and_every_row_its_sums() {
    let course = Course::marked().await;
    let page = opened(&course.trainer, &course.matrix()).await;
    let rows = rows(&page.html);
    assert_eq!(
        rows,
        [
            "Слушатель0000 Анна Сергеевна V 180 оп 20 70 онл 2 / 2 250 180 70 92 % 39 %",
            "Слушатель0001 Анна Сергеевна н у 0 / 2 0 0 0 0 % 0 %",
            "Слушатель0002 Анна Сергеевна ух 60 1) 120 ? 1 / 2 120 120 0 44 % 19 %",
        ]
    );
    let sums = between(&page.html, "<tfoot>", "</tfoot>");
    for line in [
        "Присутствовали</th><td>2 / 3</td><td>1 / 3</td>",
        "Очно</th><td>2</td><td>0</td>",
        "Онлайн</th><td>0</td><td>1</td>",
        "Без отметки</th><td>0</td><td>1</td>",
        "Зачтено, мин</th><td>300</td><td>70</td>",
    ] {
        assert!(sums.contains(line), "{line}: {sums}");
    }
    let text = page.text();
    assert!(text.contains("без отметки 1 человек"), "sheets that wait are listed: {text}");
    let correction = "Слушатель0002 А. С., занятие № 1 от 15.09.2026: было «есть, очно», стало «уход раньше на 60 мин, \
                      очно». Исправление: Ким А. С., 16.09.2026 11:00. Причина: Сверили с журналом на входе. \
                      Внесено после дня занятия.";
    assert!(text.contains(correction), "{text}");
    let hover =
        "title=\"Опоздание 20 мин, онлайн. Зачтено 70 из 90 мин. Отметка: Ким А. С., 15.09.2026 16:00.\"";
    assert!(page.html.contains(hover), "{}", page.html);
}

#[tokio::test]
async fn the_numbers_are_those_of_the_ledger() {
    let course = Course::marked().await;
    let matrix = course.numbers().await;
    let people = matrix["people"].as_array().unwrap();
    assert_eq!(people.len(), 3);
    for (place, person) in people.iter().enumerate() {
        let ledger = course.ground.ledger(place).await;
        let sum = |wanted: &str| -> i32 {
            ledger.iter().filter(|(_, mode)| mode == wanted).map(|(minutes, _)| *minutes).sum()
        };
        assert_eq!(person["in_person_minutes"], json!(sum("in_person")), "{person}");
        assert_eq!(person["online_minutes"], json!(sum("online")), "{person}");
        let cells: i64 = person["marks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["in_person_minutes"].as_i64().unwrap() + one["online_minutes"].as_i64().unwrap())
            .sum();
        assert_eq!(person["credited_minutes"], json!(cells));
    }
    let session = &matrix["sessions"][1];
    let marked = &people[0]["marks"][1];
    assert_eq!((&session["worth_minutes"], &session["counts"]["missing"]), (&json!(90), &json!(1)));
    assert_eq!((&marked["status"], &marked["late_minutes"]), (&json!("late"), &json!(20)));
    assert_eq!(people[2]["marks"][1]["state"], json!("unmarked"));
    let correction = &people[2]["marks"][0]["corrections"][0];
    assert_eq!(
        (&correction["old_status"], &correction["new_status"]),
        (&json!("present"), &json!("left_early"))
    );
    assert_eq!(people[2]["share_of_held_permille"], json!(444));
    // The game of six hours stands in no timetable: it is planned all the same.
    assert_eq!(people[2]["share_of_planned_permille"], json!(190));
}

/// What the rule of the document says of somebody: minutes attended and held by now, and the share of what is planned.
async fn decided(course: &Course, place: usize) -> (Option<i32>, i32) {
    let (who, trainer) = (course.id(place), course.ground.app.actor(&course.ground.trainer).await);
    let now = course.ground.app.now();
    let found = course.ground.app.db.read(move |r| birge::progress::actions::course(r, &trainer, who)).await;
    let conditions = found.unwrap().conditions(now);
    let shares = conditions.iter().find_map(|one| match &one.about {
        About::Attendance { share, so_far, .. } => Some((so_far.share().map(|share| share.0), share.0)),
        _ => None,
    });
    shares.unwrap()
}

async fn shown(course: &Course, place: usize) -> (Option<i32>, i32) {
    let person = &course.numbers().await["people"][place];
    let permille = |name: &str| person[name].as_i64().map(|share| i32::try_from(share).unwrap());
    (permille("share_of_held_permille"), permille("share_of_planned_permille").unwrap())
}

#[tokio::test]
async fn the_shares_are_those_that_decide() {
    let course = Course::marked().await;
    for place in 0..3 {
        assert_eq!(shown(&course, place).await, decided(&course, place).await, "{place}");
    }
    // A make-up is credited in the ledger, and so in both shares.
    let task = json!({ "enrolment_id": course.id(1), "form": "task", "made_on": "2026-09-16", "mode": "distance",
        "minutes": 90, "note": "Разбор случая" });
    let api = course.ground.app.api(&course.ground.trainer).await;
    let made = api.post(&format!("/api/v1/sessions/{}/make-ups", course.lecture), task).await;
    assert_eq!(made.status, 200, "{}", made.html);
    let after = shown(&course, 1).await;
    assert_eq!(after, (Some(333), 142));
    assert_eq!(after, decided(&course, 1).await);
    let page = opened(&course.trainer, &course.matrix()).await;
    let row = &rows(&page.html)[1];
    assert!(row.contains("н отр у") && row.ends_with("33 % 14 %"), "{row}");
    let own = course.ground.app.sign_in(course.person(1)).await;
    let text = opened(&own, &paths::person_attendance(course.id(1))).await.text();
    assert!(text.contains("Отработано 90 мин.") && text.contains("33 %"), "{text}");

    // The game is marked before its end: credited, and not held yet.
    let booking = birge::attendance::rules::Booking {
        held_on: "2026-09-16".parse().unwrap(),
        ..course.ground.booking(course.ground.game, ("10:30", "13:30"), SessionMode::InPerson)
    };
    let app = &course.ground.app;
    let (actor, edition, now) = (app.actor(&course.ground.trainer).await, course.ground.edition, app.now());
    let book =
        move |w: &mut birge::db::Write| birge::attendance::actions::book(w, &actor, edition, &booking, now);
    let game = app.db.write(book).await.unwrap();
    let one = course.id(0);
    course.mark(game, |sheet| sheet.mark(one, "present")).await;
    let before = shown(&course, 0).await;
    assert_eq!(before, decided(&course, 0).await);
    assert_eq!(before, (Some(925), 968));
    let numbers = course.numbers().await;
    assert_eq!(numbers["people"][0]["held_minutes"], json!(270));
    let narrowed = paths::attendance_asking(&format!("/api/v1{}", course.matrix()), &[("month", "2026-09")]);
    let narrowed = api.get(&narrowed).await.json();
    assert_eq!(narrowed["people"][0]["share_of_planned_permille"], json!(null), "a month is no programme");
}

#[tokio::test]
async fn a_session_is_asked_of_those_with_a_place_and_of_whoever_was_there_to_come() {
    let course = Course::marked().await;
    let late = course.ground.app.person("Эверест").await;
    course.ground.app.enrol(course.ground.edition, &late).await;
    let game = course.ground.session(course.ground.game, ("17:00", "18:00"), SessionMode::InPerson).await;
    let (one, now) = (course.id(0), course.ground.app.now());
    let places = move |w: &mut birge::db::Write| {
        use birge::db::schema::{session_places as places, sign_ups as rows};
        use diesel::prelude::*;
        diesel::insert_into(places::table)
            .values((
                places::session_id.eq(game),
                places::capacity.eq(1),
                places::waiting_list.eq(true),
                places::set_at.eq(now),
            ))
            .execute(w.conn())?;
        diesel::insert_into(rows::table)
            .values((
                rows::session_id.eq(game),
                rows::enrolment_id.eq(one),
                rows::signed_up_at.eq(now),
                rows::confirmed_at.eq(now),
            ))
            .execute(w.conn())?;
        Ok(())
    };
    course.ground.app.db.write(places).await.unwrap();
    let numbers = course.numbers().await;
    let states = |place: usize| -> Vec<&str> {
        let marks = numbers["people"][place]["marks"].as_array().unwrap();
        marks.iter().map(|one| one["state"].as_str().unwrap()).collect()
    };
    assert_eq!(states(0), ["marked", "marked", "unmarked"]);
    assert_eq!(states(2), ["marked", "unmarked", "not_asked"], "without a place it is not asked");
    assert_eq!(states(3), ["not_asked", "not_asked", "not_asked"], "what was over before they came");
    let expected: Vec<_> =
        numbers["sessions"].as_array().unwrap().iter().map(|one| &one["counts"]["expected"]).collect();
    assert_eq!(expected, [&json!(3), &json!(3), &json!(1)]);
}

#[tokio::test]
async fn a_module_or_a_month_narrows_the_sessions_and_their_sums() {
    let course = Course::marked().await;
    let at = |fields: &[(&str, &str)]| paths::attendance_asking(&course.matrix(), fields);
    let page = opened(&course.trainer, &at(&[("month", "2026-09")])).await;
    assert!(page.html.contains("<option value=\"2026-09\" selected>сентябрь 2026"), "{}", page.html);
    assert_eq!(rows(&page.html).len(), 3);
    assert!(page.html.contains("month&#x3D;2026-09&amp;in&#x3D;kk"), "papers are of the same sessions");
    let none = opened(&course.trainer, &at(&[("month", "2026-10")])).await;
    assert!(none.text().contains("Таких занятий нет"), "{}", none.text());
    let module = between(&page.html, "<select id=\"field-module\"", "</select>").to_owned();
    let value = between(&module, "Все модули</option>", "Зачем партнёры").to_owned();
    let value = between(&value, "value=\"", "\"").to_owned();
    let chosen = opened(&course.trainer, &at(&[("module", &value)])).await;
    assert_eq!(rows(&chosen.html), rows(&page.html));
    let other = opened(&course.trainer, &at(&[("module", "999999")])).await;
    assert!(other.text().contains("Таких занятий нет"));
    let nonsense =
        opened(&course.trainer, &at(&[("month", "сентябрь"), ("module", "x"), ("from", "-5")])).await;
    assert_eq!(rows(&nonsense.html).len(), 3, "what cannot be read leaves nothing out");
}

#[tokio::test]
async fn what_is_marked_on_a_closed_sheet_is_certified_as_such() {
    let course = Course::marked().await;
    course.trainer.post(&paths::sheet_closing(course.practicum), &[("anyway", "on")]).await;
    let three = course.id(2);
    course
        .mark(course.practicum, |sheet| {
            sheet.mark(three, "absent").set("correction_reason", "Забыли отметить")
        })
        .await;
    let text = opened(&course.trainer, &course.matrix()).await.text();
    let entry = "Слушатель0002 А. С., занятие № 2 от 15.09.2026: внесена отметка «нет». Внесение: Ким А. С., 16.09.2026 11:00. \
                 Причина: Забыли отметить. Внесено после закрытия листа.";
    assert!(text.contains(entry), "{text}");
    let change = &course.numbers().await["people"][2]["marks"][1]["corrections"][0];
    assert_eq!((&change["old_status"], &change["after_closing"]), (&json!(null), &json!(true)));
}

#[tokio::test]
async fn whoever_has_left_stays_with_their_marks() {
    let course = Course::marked().await;
    let (actor, edition, who, now) = (
        course.ground.app.actor(&course.ground.app.administrator().await).await,
        course.ground.edition,
        course.id(1),
        course.ground.app.now(),
    );
    let leave =
        move |w: &mut birge::db::Write| editions::withdraw(w, &actor, (edition, who), "По заявлению", now);
    course.ground.app.db.write(leave).await.unwrap();
    let rows = rows(&opened(&course.trainer, &course.matrix()).await.html);
    assert_eq!(rows[1], "Слушатель0001 Анна Сергеевна выбыл(а) 16.09.2026 н у 0 / 2 0 0 0 0 % 0 %");
    let numbers = course.numbers().await;
    assert_eq!(numbers["sessions"][0]["counts"]["expected"], json!(2), "but nobody expects them");
}

#[tokio::test]
async fn the_page_of_a_person_says_it_in_words() {
    let course = Course::marked().await;
    let own = course.ground.app.sign_in(course.person(2)).await;
    let text = opened(&own, &paths::person_attendance(course.id(2))).await.text();
    for part in [
        "Моя посещаемость",
        "1 из 2 прошедших",
        "120 мин",
        "44 %",
        "Уход раньше на 60 мин, очно. Зачтено 120 из 180 мин.",
        "было «есть, очно», стало «уход раньше на 60 мин, очно»",
        "отметки нет",
        "Справка об участии в занятиях",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Слушатель0000"), "{text}");
    let hours = opened(&own, paths::MY_HOURS).await;
    let link = hours.link_to("Посещаемость, справка и выписка о часах");
    assert_eq!(link, paths::person_attendance(course.id(2)));
    let timetable = opened(&course.trainer, &paths::edition_sessions(course.ground.edition)).await;
    assert_eq!(timetable.link_to("Посещаемость и журнал"), course.matrix());
    let sheet = opened(&course.trainer, &paths::session(course.practicum)).await;
    assert!(
        sheet.html.contains(&paths::sign_in_paper_in(course.practicum, "kk").replace('=', "&#x3D;")),
        "{}",
        sheet.html
    );
}

/// The number of queries for a matrix of these many people and sessions.
async fn queries(people: usize, sessions: usize) -> usize {
    let ground = Ground::with(people).await;
    for hour in 0..sessions {
        let (from, to) = (format!("{:02}:00", 8 + hour), format!("{:02}:45", 8 + hour));
        ground.session(ground.game, (&from, &to), SessionMode::InPerson).await;
    }
    let actor = ground.app.actor(&ground.trainer).await;
    let (edition, now) = (ground.edition, ground.app.now());
    let matrix = move |r: &mut Read| {
        let asked = Asked { choice: Choice::default(), span: Span::ALL, language: Language::Ru };
        actions::matrix(r, &actor, edition, &asked, now)
    };
    let first = matrix.clone();
    let found = ground.app.db.read(move |r| first(r)).await.unwrap();
    assert_eq!((found.rows.len(), found.columns.len()), (people, sessions));
    // A connection loads the plan of a programme only once.
    let texts = asked(&ground.app.db, matrix).await;
    texts.iter().filter(|text| !text.contains("quiz_definitions")).count()
}

#[tokio::test]
async fn the_number_of_queries_does_not_depend_on_people_and_sessions() {
    let small = queries(1, 1).await;
    assert_eq!(small, queries(30, 10).await);
    assert!(small <= 24, "{small}");
}

#[tokio::test]
async fn a_long_list_has_pages_and_the_same_sums_on_each() {
    let ground = Ground::with(53).await;
    let session = ground.session(ground.practicum, ("10:00", "11:30"), SessionMode::InPerson).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let sheet = crate::attendance::ground::Sheet::open(&trainer, &paths::session(session)).await;
    let filled = ground.people.iter().fold(sheet, |sheet, (_, id)| sheet.mark(*id, "present"));
    filled.send(&trainer, &paths::session_marks(session)).await;
    let path = paths::attendance_matrix(ground.edition);
    let first = opened(&trainer, &path).await;
    assert_eq!(rows(&first.html).len(), 50);
    let second = opened(&trainer, &paths::attendance_asking(&path, &[("from", "50")])).await;
    assert_eq!(rows(&second.html).len(), 3);
    for page in [&first, &second] {
        assert!(page.html.contains("Присутствовали</th><td>53 / 53</td>"), "{}", page.html);
    }
    assert!(second.text().contains("Показаны 51–53 из 53"), "{}", second.text());
    let client = ground.app.api(&ground.trainer).await;
    let part = client.get(&format!("/api/v1{path}?from=40&limit=10")).await.json();
    assert_eq!((part["people"].as_array().unwrap().len(), &part["next_from"]), (10, &json!(50)));
    let nobody = EditionId(999_999);
    assert_eq!(client.get(&format!("/api/v1{}", paths::attendance_matrix(nobody))).await.status, 404);
}
