//! The demonstration: everything that the table on the terminal promises is there, on both databases.

use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use actix_web::web::Data;
use birge::check_in;
use birge::check_in::rules::{Flag, State};
use birge::db::schema::{
    absence_notices, attendance_marks, case_decisions, case_extensions, case_hidings, case_steps, check_ins,
    document_revocations, documents, editions, enrolments, gradings, jobs, mails, orders, organisations,
    people, sessions, sign_ups, site_cases, submissions, training_rules,
};
use birge::demo::{self, PASSWORD};
use birge::documents::actions as papers;
use birge::kernel::{ActivityId, Actor, EditionId, EnrolmentId, Language, Moment, SubmissionId};
use diesel::prelude::*;

/// Furnishes an application at a moment.
async fn furnished(at: &str) -> TestApp {
    let app = TestApp::builder().at(at).demo().spawn().await;
    demo::furnish(&Data::from(app.kit.clone())).await.unwrap();
    app
}

async fn enter(app: &TestApp, email: &str) -> (Browser, Page) {
    let browser = app.stranger();
    let page = browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    assert_eq!(page.status, 200, "{email} cannot sign in: {}", page.text());
    (browser, page)
}

#[tokio::test]
async fn everything_promised_is_there() {
    let app = furnished("2026-09-15T06:00:00Z").await;
    the_numbers_are_as_promised(&app).await;
    people_come_to_a_session_that_is_being_held(&app).await;
    sessions_ahead_are_arranged(&app).await;
    works_wait_for_their_trainer(&app).await;
    the_visiting_group_has_three_ready_people(&app).await;
    everybody_has_a_first_page(&app).await;
    people_went_different_ways_through_the_staged_case(&app).await;
    the_trainee_stands_before_a_second_version(&app).await;
    late_extended_and_hidden_works_are_there(&app).await;
    one_case_from_practice_waits_and_one_is_closed(&app).await;
    letters_are_written(&app).await;
    the_kazakh_centre_orders_in_kazakh_first(&app).await;
}

/// M2: an order prints the languages of its country, in their order; the first edition is of the centre in Astana.
async fn the_kazakh_centre_orders_in_kazakh_first(app: &TestApp) {
    let load = |r: &mut birge::db::Read| {
        let first: EditionId = editions::table.order(editions::id).select(editions::id).first(r.conn())?;
        let of = orders::table.filter(orders::edition_id.eq(first)).order(orders::id);
        Ok(of.select(orders::snapshot).load::<Option<String>>(r.conn())?)
    };
    let signed = app.db.read(load).await.unwrap();
    assert_eq!(signed.len(), 5, "the whole trail");
    for snapshot in signed.into_iter().flatten() {
        let paper: birge::orders::rules::Snapshot = serde_json::from_str(&snapshot).unwrap();
        let languages: Vec<Language> = paper.paper.texts.iter().map(|text| text.language).collect();
        assert_eq!(languages, [Language::Kk, Language::Ru], "{}", paper.title);
    }
}

async fn the_numbers_are_as_promised(app: &TestApp) {
    let counts = app
        .db
        .read(|r| {
            let unmarked = sessions::table
                .filter(sessions::ends_at.lt(Moment::parse("2026-09-15T06:00:00Z").unwrap()))
                .filter(sessions::cancelled_at.is_null())
                .filter(diesel::dsl::not(diesel::dsl::exists(
                    attendance_marks::table.filter(attendance_marks::session_id.eq(sessions::id)),
                )));
            let cancelled = sessions::table.filter(sessions::cancelled_at.is_not_null());
            Ok([
                people::table.count().get_result::<i64>(r.conn())?,
                organisations::table.count().get_result(r.conn())?,
                editions::table.count().get_result(r.conn())?,
                documents::table.count().get_result(r.conn())?,
                document_revocations::table.count().get_result(r.conn())?,
                unmarked.count().get_result(r.conn())?,
                cancelled.count().get_result(r.conn())?,
            ])
        })
        .await
        .unwrap();
    // 60 trainees, three trainers, a coordinator, two administrators; 25 institutions and two centres.
    assert_eq!(counts, [66, 27, 4, 10, 1, 1, 1]);
    let sizes: Vec<i64> = app
        .db
        .read(|r| {
            let ids: Vec<EditionId> =
                editions::table.order(editions::id).select(editions::id).load(r.conn())?;
            ids.into_iter()
                .map(|id| {
                    Ok(enrolments::table
                        .filter(enrolments::edition_id.eq(id))
                        .count()
                        .get_result(r.conn())?)
                })
                .collect()
        })
        .await
        .unwrap();
    assert_eq!(sizes, [8, 5, 40, 20]);
}

async fn people_come_to_a_session_that_is_being_held(app: &TestApp) {
    let now = app.now();
    let load = move |r: &mut birge::db::Read| {
        let session = check_ins::table.select(check_ins::session_id).first(r.conn())?;
        check_in::actions::board(r, &Actor::program(), session, now)
    };
    let board = app.db.read(load).await.unwrap();
    assert_eq!((board.state, board.arrivals.len()), (Some(State::Open), 12));
    let flags: Vec<Flag> = board.flags.iter().map(|one| one.flag).collect();
    assert_eq!(flags, [Flag::Device; 2], "two people with one phone");
}

/// L5, L2: places to sign up for, a notice in time, a late one to decide, and a rule for the mentors.
async fn sessions_ahead_are_arranged(app: &TestApp) {
    let load = |r: &mut birge::db::Read| {
        let signed_up: i64 = sign_ups::table.count().get_result(r.conn())?;
        let late: Vec<bool> =
            absence_notices::table.order(absence_notices::id).select(absence_notices::late).load(r.conn())?;
        let ruled: i64 = training_rules::table.count().get_result(r.conn())?;
        Ok((signed_up, late, ruled))
    };
    let (signed_up, late, ruled) = app.db.read(load).await.unwrap();
    assert_eq!((signed_up, late, ruled), (12, vec![false, true], 1));
}

async fn works_wait_for_their_trainer(app: &TestApp) {
    let waiting: Vec<Moment> = app
        .db
        .read(|r| {
            Ok(submissions::table
                .left_join(gradings::table)
                .filter(gradings::id.nullable().is_null())
                .order(submissions::submitted_at)
                .select(submissions::submitted_at)
                .load(r.conn())?)
        })
        .await
        .unwrap();
    let ages: Vec<i64> = waiting.iter().map(|at| at.days_until(app.now())).collect();
    assert!(ages.len() >= 6, "{ages:?}");
    assert!(ages.iter().all(|age| (0..=9).contains(age)), "{ages:?}");
    assert!(ages.iter().any(|age| *age > 7) && ages.iter().any(|age| *age < 4), "{ages:?}");
    let failed: i64 = app
        .db
        .read(|r| Ok(gradings::table.filter(gradings::passed.eq(false)).count().get_result(r.conn())?))
        .await
        .unwrap();
    assert!(failed >= 3, "{failed}");
}

async fn one_case_from_practice_waits_and_one_is_closed(app: &TestApp) {
    let load = |r: &mut birge::db::Read| {
        let columns = (site_cases::state, site_cases::since);
        let rows: Vec<(String, Moment)> =
            site_cases::table.order(site_cases::state).select(columns).load(r.conn())?;
        Ok(rows)
    };
    let rows = app.db.read(load).await.unwrap();
    let stands: Vec<_> = rows.iter().map(|(state, at)| (state.as_str(), at.days_until(app.now()))).collect();
    assert_eq!(stands, [("closed", 6), ("waiting", 9)]);
    let (trainer, _) = enter(app, "trainer@birge.example").await;
    let queue = trainer.get("/site-cases").await.text();
    assert!(
        queue.contains("Волонтёры приходят без предупреждения") && queue.contains("больше недели"),
        "{queue}"
    );
}

async fn people_went_different_ways_through_the_staged_case(app: &TestApp) {
    let load = |r: &mut birge::db::Read| {
        let mut ends: Vec<String> = case_steps::table
            .filter(case_steps::is_end.eq(true))
            .select(case_steps::stage_key)
            .load(r.conn())?;
        ends.sort();
        ends.dedup();
        let by_clock = case_decisions::table.filter(case_decisions::by_clock.eq(true)).count();
        let undecided = case_steps::table
            .left_join(case_decisions::table)
            .filter(case_decisions::step_id.nullable().is_null())
            .filter(case_steps::is_end.eq(false))
            .count();
        Ok((ends, by_clock.get_result::<i64>(r.conn())?, undecided.get_result::<i64>(r.conn())?))
    };
    let (ends, by_clock, undecided) = app.db.read(load).await.unwrap();
    assert_eq!(ends, ["chain-end", "chess-end"]);
    assert!(by_clock >= 1 && undecided >= 1, "{by_clock} by the clock, {undecided} under way");
}

async fn the_visiting_group_has_three_ready_people(app: &TestApp) {
    let kit = app.kit.clone();
    let now = app.now();
    let (ready, all) = app
        .db
        .read(move |r| {
            let id = editions::table
                .filter(editions::title.like("%выездная%"))
                .select(editions::id)
                .first::<EditionId>(r.conn())?;
            let desk = papers::desk(r, &Actor::program(), &kit.typesetter, id, now)?;
            assert!(desk.date_fault(desk.today).is_none() && desk.blocked.is_empty());
            Ok((desk.ready(), desk.people.len()))
        })
        .await
        .unwrap();
    assert_eq!((ready, all), (3, 5));
}

async fn everybody_has_a_first_page(app: &TestApp) {
    let table = demo::sign_in_table(&app.url);
    let rows: Vec<&str> = table.lines().filter(|line| line.contains("@birge.example")).collect();
    assert_eq!(rows.len(), 5);
    let shown = [
        ("admin@birge.example", "2-й поток"),
        ("trainer@birge.example", "Стажировка, день 1"),
        ("coordinator@birge.example", "2-й поток"),
        ("trainee@birge.example", "Благополучатель не хочет помощи"),
        ("tyndaushy@birge.example", "күзгі ағым"),
    ];
    for (row, (email, text)) in rows.iter().zip(shown) {
        assert!(row.contains(email) && row.contains(PASSWORD), "{row}");
        let address = row.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        let (browser, first) = enter(app, email).await;
        assert_eq!(format!("{}{}", app.url, first.path), address, "where {email} starts");
        let page = browser.get(address).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains(text), "{email} does not see «{text}» on {address}: {}", page.text());
    }
}

async fn the_trainee_stands_before_a_second_version(app: &TestApp) {
    let (browser, page) = enter(app, "trainee@birge.example").await;
    let link = page.html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
    let case =
        link.filter(|path| path.contains("/cases/")).map(str::to_owned).next().expect("a link to the case");
    let text = browser.get(&case).await.text();
    assert!(text.contains("Начните с человека"), "the advice is missing: {text}");
    let schedule = browser.get("/schedule").await;
    assert!(schedule.text().contains("Стажировка, день 2"), "{}", schedule.text());
}

async fn late_extended_and_hidden_works_are_there(app: &TestApp) {
    let load = |r: &mut birge::db::Read| {
        let late = submissions::table.filter(submissions::late.eq(true)).filter(submissions::deduction.gt(0));
        let again = submissions::table
            .inner_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
            .select((submissions::id, submissions::enrolment_id, submissions::activity_id))
            .first::<(SubmissionId, EnrolmentId, ActivityId)>(r.conn())?;
        let versions = submissions::table
            .filter(submissions::enrolment_id.eq(again.1))
            .filter(submissions::activity_id.eq(again.2));
        Ok((
            late.count().get_result::<i64>(r.conn())?,
            case_extensions::table.count().get_result::<i64>(r.conn())?,
            versions.count().get_result::<i64>(r.conn())?,
            again.0,
        ))
    };
    let (late, extended, versions, hidden) = app.db.read(load).await.unwrap();
    assert!(late >= 1, "no late work");
    assert_eq!((extended, versions), (1, 2));
    let (trainer, _) = enter(app, "trainer@birge.example").await;
    let desk = trainer.get(&format!("/submissions/{hidden}")).await.text();
    assert!(desk.contains("Текст и файлы этой версии скрыты") && !desk.contains("Тихонов"), "{desk}");
    let (trainee, page) = enter(app, "trainee@birge.example").await;
    let (_, link) = page.html.split_once("href=\"/learn/").expect("a link to the course");
    let course = link.split('/').next().unwrap().split('"').next().unwrap();
    let case = {
        let of_refusal = |r: &mut birge::db::Read| {
            Ok(case_extensions::table.select(case_extensions::activity_id).first::<ActivityId>(r.conn())?)
        };
        app.db.read(of_refusal).await.unwrap()
    };
    let text = trainee.get(&format!("/learn/{course}/cases/{case}")).await.text();
    assert!(text.contains("Срок для вас продлён. Причина: Командировка"), "{text}");
}

async fn letters_are_written(app: &TestApp) {
    app.run_jobs().await;
    let (letters, failed) = app
        .db
        .read(|r| {
            let letters: i64 = mails::table.count().get_result(r.conn())?;
            let failed: Vec<Option<String>> =
                jobs::table.filter(jobs::last_error.is_not_null()).select(jobs::last_error).load(r.conn())?;
            Ok((letters, failed))
        })
        .await
        .unwrap();
    assert!(failed.is_empty(), "{failed:?}");
    assert!(letters > 100, "{letters}");
    let (admin, _) = enter(app, "admin@birge.example").await;
    let page = admin.get("/mails").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("@birge.example"));
    an_invitation_opens_its_door(app).await;
}

async fn an_invitation_opens_its_door(app: &TestApp) {
    let last: String = app
        .db
        .read(|r| {
            let invitations = mails::table.filter(mails::name.eq("invitation")).order(mails::id.desc());
            Ok(invitations.select(mails::body_text).first(r.conn())?)
        })
        .await
        .unwrap();
    let link = last.split_whitespace().find(|word| word.contains("/links/")).expect("a link in the letter");
    let page = app.stranger().get(link).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.html.contains("name=\"password\""), "{}", page.text());
}

#[tokio::test]
async fn it_can_be_made_on_a_saturday_night_before_new_year_too() {
    let app = furnished("2028-01-01T21:30:00Z").await;
    let (_, page) = enter(&app, "trainer@birge.example").await;
    assert_eq!((page.status, page.path.as_str()), (200, "/today"));
}
