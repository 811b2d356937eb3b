//! Every kind of page in a real Chromium, in three languages and at three widths: the accessibility checker finds
//! nothing, and nothing scrolls sideways.

use crate::browser::chrome::{Chrome, WIDTHS};
use crate::support::{Person, TestApp};
use actix_web::web::Data;
use birge::access::SessionKind;
use birge::db::schema::{
    activities, documents, editions, enrolments, gradings, mails, organisations, people, question_entries,
    question_versions, quiz_attempts, quiz_marks, sessions, submissions,
};
use birge::db::{Read, Write};
use birge::kernel::{
    ActivityId, AttemptId, DocumentId, EditionId, EnrolmentId, MailId, Moment, OrganisationId, PersonId,
    Problem, PublicId, QuestionCategoryId, QuestionEntryId, QuestionId, SessionId, SubmissionId,
};
use birge::questions::rules::{Answer, QuestionKind};
use birge::questions::store::NewVersion;
use birge::web::paths;
use diesel::prelude::*;
use thirtyfour::Cookie;

/// When the demonstration is looked at.
const NOW: &str = "2026-09-15T06:00:00Z";

/// Who looks, and at what.
struct Visit {
    who: Option<Person>,
    pages: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_russian() {
    look_at_everything("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_kazakh() {
    look_at_everything("kk").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_english() {
    look_at_everything("en").await;
}

async fn look_at_everything(language: &str) {
    let app = TestApp::builder().at(NOW).demo().spawn().await;
    birge::demo::furnish(&Data::from(app.kit.clone())).await.unwrap();
    app.run_jobs().await;
    let hall = live_quiz(&app).await;
    let visits = [
        strangers(&app).await,
        trainees(&app).await,
        trainers(&app).await,
        administrators(&app).await,
        authors(&app).await,
        Visit { who: Some(person(&app, "trainee@birge.example").await), pages: vec![hall.phone] },
        Visit { who: Some(person(&app, "trainer@birge.example").await), pages: hall.pages },
    ];
    let chrome = Chrome::open(language).await;
    let mut found = Vec::new();
    for visit in visits {
        chrome.go(&format!("{}{}", app.url, paths::HEALTH_LIVE)).await;
        chrome.driver.delete_all_cookies().await.unwrap();
        if let Some(person) = &visit.who {
            let token = app.open_session(person, SessionKind::Browser).await;
            chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
        }
        chrome.go(&format!("{}/language/{language}?back={}", app.url, paths::SIGN_IN)).await;
        for page in visit.pages {
            chrome.go(&format!("{}{page}", app.url)).await;
            assert_eq!(chrome.path().await, page.split('?').next().unwrap(), "somebody is sent away");
            for width in WIDTHS {
                chrome.width(width).await;
                let faults = chrome.violations().await;
                found.extend(faults.into_iter().map(|fault| format!("{page} {language} {width}: {fault}")));
            }
        }
    }
    chrome.close().await;
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

async fn person(app: &TestApp, email: &str) -> Person {
    let email = email.to_owned();
    let wanted = email.clone();
    let load = move |r: &mut Read| -> Result<PersonId, Problem> {
        Ok(people::table.filter(people::email.eq(wanted)).select(people::id).first(r.conn())?)
    };
    Person { id: app.db.read(load).await.unwrap(), email }
}

/// Activities of a kind in the programme of an edition, in order.
fn of_kind(r: &mut Read, edition: EditionId, kind: &str) -> Result<Vec<ActivityId>, Problem> {
    Ok(activities::table
        .inner_join(editions::table.on(editions::version_id.eq(activities::version_id)))
        .filter(editions::id.eq(edition))
        .filter(activities::kind.eq(kind.to_owned()))
        .order(activities::id)
        .select(activities::id)
        .load(r.conn())?)
}

/// A live quiz under way: the trainer's pages, and the phone of a trainee who plays.
struct LiveHall {
    pages: Vec<String>,
    phone: String,
}

async fn live_quiz(app: &TestApp) -> LiveHall {
    let load = |r: &mut Read| -> Result<_, Problem> {
        let edition: EditionId = editions::table
            .filter(editions::title.like("%2-й поток%"))
            .select(editions::id)
            .first(r.conn())?;
        Ok((edition, of_kind(r, edition, "quiz")?.first().copied().unwrap()))
    };
    let (edition, quiz) = app.db.read(load).await.unwrap();
    let trainer = app.sign_in(&person(app, "trainer@birge.example").await).await;
    let activity = quiz.to_string();
    let fields = [
        ("activity", activity.as_str()),
        ("seconds", "600"),
        ("right", "500"),
        ("quick", "500"),
        ("guests", "on"),
    ];
    let console = trainer.post(&paths::live_quizzes(edition), &fields).await;
    let id: birge::kernel::LiveQuizId = console.path.rsplit_once('/').unwrap().1.parse().unwrap();
    let fixed = app.db.read(move |r| birge::live_quizzes::actions::fixed(r, id)).await.unwrap();
    let trainee = app.sign_in(&person(app, "trainee@birge.example").await).await;
    let phone = trainee.post(paths::JOIN, &[("code", &fixed.quiz.code)]).await.path;
    trainer.post(&paths::live_steps(id), &[("kind", "opened"), ("seen", "0")]).await;
    let pages = vec![
        paths::live_quizzes(edition),
        paths::new_live_quiz(edition, quiz),
        paths::live_quiz(id),
        paths::live_screen(id),
    ];
    LiveHall { pages, phone }
}

async fn strangers(app: &TestApp) -> Visit {
    let code: PublicId =
        app.db.read(|r| Ok(documents::table.select(documents::public_id).first(r.conn())?)).await.unwrap();
    let pages = vec![
        paths::SIGN_IN.to_owned(),
        paths::PASSWORD_RESET.to_owned(),
        paths::STYLEGUIDE.to_owned(),
        paths::JOIN.to_owned(),
        paths::verification(&code),
        "/v/00000000000000000000000000000000".to_owned(),
        "/links/over".to_owned(),
        "/there-is-no-such-page".to_owned(),
    ];
    Visit { who: None, pages }
}

async fn trainees(app: &TestApp) -> Visit {
    let who = person(app, "trainee@birge.example").await;
    let id = who.id;
    let load = move |r: &mut Read| -> Result<_, Problem> {
        let (enrolment, edition): (EnrolmentId, EditionId) = enrolments::table
            .filter(enrolments::person_id.eq(id))
            .select((enrolments::id, enrolments::edition_id))
            .first(r.conn())?;
        let ended: AttemptId = quiz_attempts::table
            .filter(quiz_attempts::enrolment_id.eq(enrolment))
            .filter(quiz_attempts::submitted_at.is_not_null())
            .select(quiz_attempts::id)
            .first(r.conn())?;
        let kinds = ["lesson", "quiz", "case", "session"].map(|kind| of_kind(r, edition, kind));
        let [lessons, quizzes, cases, meetings] = kinds;
        Ok((enrolment, ended, lessons?, quizzes?, cases?, meetings?))
    };
    let (enrolment, ended, lessons, quizzes, cases, meetings) = app.db.read(load).await.unwrap();
    let mut pages: Vec<String> =
        [paths::NEXT, paths::SCHEDULE, paths::MY_HOURS, paths::MY_DOCUMENTS, paths::PROFILE, paths::PASSWORD]
            .map(str::to_owned)
            .to_vec();
    pages.push(paths::course(enrolment));
    pages.extend(lessons.iter().take(1).map(|one| paths::lesson(enrolment, *one)));
    pages.extend(quizzes.first().map(|one| paths::quiz(enrolment, *one)));
    pages.extend(cases.iter().map(|one| paths::case(enrolment, *one)));
    pages.extend(meetings.first().map(|one| paths::meeting(enrolment, *one)));
    pages.push(paths::attempt(ended));
    let marked = move |r: &mut Read| -> Result<QuestionId, Problem> {
        let marks = quiz_marks::table.filter(quiz_marks::attempt_id.eq(ended));
        Ok(marks.select(quiz_marks::question_id).first(r.conn())?)
    };
    pages.push(paths::question_appeal(ended, app.db.read(marked).await.unwrap()));
    let begun = begin_quiz(app, &who, enrolment, &quizzes).await;
    pages.extend([format!("{begun}/submission"), begun]);
    Visit { who: Some(who), pages }
}

/// Begins the first quiz that may be begun; answers its address.
async fn begin_quiz(app: &TestApp, who: &Person, enrolment: EnrolmentId, quizzes: &[ActivityId]) -> String {
    let browser = app.sign_in(who).await;
    for quiz in quizzes {
        let page = browser.post(&format!("{}/attempts", paths::quiz(enrolment, *quiz)), &[]).await;
        if page.path.starts_with("/attempts/") {
            return page.path;
        }
    }
    panic!("no quiz can be begun");
}

async fn trainers(app: &TestApp) -> Visit {
    let who = person(app, "trainer@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let edition: EditionId = editions::table
            .filter(editions::title.like("%2-й поток%"))
            .select(editions::id)
            .first(r.conn())?;
        let works: Vec<(SubmissionId, Option<i32>)> = submissions::table
            .inner_join(enrolments::table)
            .left_join(gradings::table)
            .filter(enrolments::edition_id.eq(edition))
            .order(submissions::id)
            .select((submissions::id, gradings::total.nullable()))
            .load(r.conn())?;
        let meetings: Vec<(SessionId, Moment)> = sessions::table
            .filter(sessions::edition_id.eq(edition))
            .order(sessions::starts_at)
            .select((sessions::id, sessions::starts_at))
            .load(r.conn())?;
        let attempt: (AttemptId, ActivityId, i64, QuestionId) = quiz_marks::table
            .inner_join(quiz_attempts::table.inner_join(enrolments::table))
            .filter(enrolments::edition_id.eq(edition))
            .filter(quiz_marks::points.gt(0))
            .order(quiz_attempts::id)
            .select((
                quiz_attempts::id,
                quiz_attempts::activity_id,
                quiz_attempts::seed,
                quiz_marks::question_id,
            ))
            .first(r.conn())?;
        Ok((edition, works, meetings, attempt))
    };
    let (edition, works, meetings, (attempt, quiz, seed, question)) = app.db.read(load).await.unwrap();
    let essay = app.db.write(move |w| leave_essay(w, attempt, question)).await.unwrap();
    let number = birge::quiz_marking::rules::answer_number(attempt, seed, essay);
    let mut pages = vec![
        paths::MARKING.to_owned(),
        paths::MARKING_PHRASES.to_owned(),
        paths::answer_to_mark(edition, quiz, essay, number),
        paths::edition_quizzes(edition),
        paths::quiz_results(edition, quiz),
        paths::quiz_statistics(edition, quiz),
        format!("{}&version=full-marks", paths::new_regrade(edition, quiz, question)),
        paths::mark_override(attempt, question),
        paths::TODAY.to_owned(),
        paths::GRADING.to_owned(),
        paths::edition(edition),
        paths::edition_sessions(edition),
        paths::new_session(edition),
        paths::new_session_plan(edition),
    ];
    pages.extend(works.iter().find(|(_, total)| total.is_none()).map(|(id, _)| paths::submission(*id)));
    pages.extend(works.iter().find(|(_, total)| total.is_some()).map(|(id, _)| paths::submission(*id)));
    for (session, _) in [meetings.first().unwrap(), meetings.last().unwrap()] {
        pages.push(paths::session(*session));
    }
    pages.push(paths::edit_session(meetings.last().unwrap().0));
    Visit { who: Some(who), pages }
}

/// Leaves an essay in an attempt that waits for a person.
fn leave_essay(w: &mut Write, attempt: AttemptId, beside: QuestionId) -> Result<QuestionId, Problem> {
    let entry = question_versions::table.find(beside).select(question_versions::entry_id).first(w.conn())?;
    let mut question = birge::quizzes::store::questions_of(w, &[beside])?.remove(&beside).unwrap();
    question.kind = QuestionKind::Essay;
    question.answer = Answer::Essay { min_words: None, max_words: None };
    let at = Moment::parse(NOW).unwrap();
    let new = NewVersion { entry, number: 99, ready: true, question: &question, by: None };
    let essay = birge::questions::store::insert_version(w, new, at)?;
    diesel::insert_into(quiz_marks::table)
        .values((
            quiz_marks::attempt_id.eq(attempt),
            quiz_marks::question_id.eq(essay),
            quiz_marks::points.eq(0),
        ))
        .execute(w.conn())?;
    Ok(essay)
}

async fn administrators(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let ended: EditionId = editions::table
            .filter(editions::title.like("%выездная%"))
            .select(editions::id)
            .first(r.conn())?;
        let (enrolment, running, trainee): (EnrolmentId, EditionId, PersonId) = enrolments::table
            .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
            .filter(people::email.eq("trainee@birge.example"))
            .select((enrolments::id, enrolments::edition_id, enrolments::person_id))
            .first(r.conn())?;
        let papers: Vec<DocumentId> =
            documents::table.order(documents::id).select(documents::id).load(r.conn())?;
        let centre: OrganisationId = editions::table.select(editions::organisation_id).first(r.conn())?;
        let school: OrganisationId =
            organisations::table.order(organisations::id.desc()).select(organisations::id).first(r.conn())?;
        let letter: MailId = mails::table.select(mails::id).first(r.conn())?;
        let lesson = of_kind(r, running, "lesson")?.first().copied().unwrap();
        Ok(([ended, running], (enrolment, trainee), papers, [centre, school], letter, lesson))
    };
    let ([ended, running], (enrolment, trainee), papers, bodies, letter, lesson) =
        app.db.read(load).await.unwrap();
    let lists = [
        paths::EDITIONS,
        paths::NEW_EDITION,
        paths::REGISTER,
        paths::PEOPLE,
        paths::NEW_PERSON,
        paths::ORGANISATIONS,
        paths::NEW_ORGANISATION,
        paths::PROGRAMMES,
        paths::PROGRAMME_IMPORTS,
        paths::MAILS,
    ];
    let mut pages: Vec<String> = lists.map(str::to_owned).to_vec();
    pages.extend([
        paths::edition(running),
        paths::edit_edition(running),
        paths::new_enrolment(running),
        paths::withdrawal(running, enrolment),
        paths::new_enrolment_import(running),
        dry_run(app, &who, running).await,
        paths::issue(running),
        paths::issue(ended),
        paths::person(trainee),
        paths::programme("effective-partnership"),
        paths::lesson_preview(lesson),
        paths::mail(letter),
    ]);
    pages.extend(papers.into_iter().map(paths::document));
    pages.extend(bodies.map(paths::organisation));
    Visit { who: Some(who), pages }
}

/// The question bank: the list, one question and its form of each kind the courses have, the categories.
async fn authors(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let newest: Vec<(String, QuestionEntryId, QuestionCategoryId)> = question_versions::table
            .inner_join(question_entries::table)
            .order(question_entries::id)
            .select((question_versions::kind, question_entries::id, question_entries::category_id))
            .load(r.conn())?;
        Ok(newest)
    };
    let questions = app.db.read(load).await.unwrap();
    let mut pages = vec![
        paths::QUESTIONS.to_owned(),
        paths::questions(&[("q", "партнёр"), ("kind", "one")]),
        paths::QUESTION_CATEGORIES.to_owned(),
        paths::question_category(questions[0].2),
        paths::NEW_QUESTION.to_owned(),
    ];
    for kind in ["one", "match", "number"] {
        let found = questions.iter().find(|(other, _, _)| other == kind);
        pages.extend(found.iter().flat_map(|(_, id, _)| [paths::question(*id), paths::edit_question(*id)]));
    }
    pages.extend(["gaps", "text", "essay", "scale"].map(|kind| paths::new_question(kind, None)));
    Visit { who: Some(who), pages }
}

/// A file of people with faults, checked; answers its address.
async fn dry_run(app: &TestApp, who: &Person, edition: EditionId) -> String {
    let file =
        "Фамилия;Имя;E-mail;Организация\nСейтқали;Дина;dina@test.example;Новая школа\nПетров;;никуда;\n";
    let files = [("file", "people.csv", file.as_bytes().to_vec())];
    let browser = app.sign_in(who).await;
    let page = browser.post_multipart(&paths::enrolment_imports(edition), &[], &files).await;
    assert!(page.path.contains("/enrolment-imports/"), "{}: {}", page.path, page.text());
    page.path
}
