//! What strangers and trainees see.

use super::{Visit, of_kind, person, staged};
use crate::support::{Person, TestApp};
use birge::db::Read;
use birge::db::schema::{documents, enrolments, mails, quiz_attempts, quiz_marks};
use birge::kernel::{ActivityId, AttemptId, EditionId, EnrolmentId, MailId, Problem, PublicId, QuestionId};
use birge::programmes::rules::words::Layout;
use birge::web::paths;
use diesel::prelude::*;

pub(super) async fn strangers(app: &TestApp) -> Visit {
    let code: PublicId = app
        .db
        .read(|r| Ok(documents::table.order(documents::id).select(documents::public_id).first(r.conn())?))
        .await
        .unwrap();
    let pages = vec![
        paths::SIGN_IN.to_owned(),
        paths::PASSWORD_RESET.to_owned(),
        paths::STYLEGUIDE.to_owned(),
        paths::JOIN.to_owned(),
        paths::verification(&code),
        paths::CREDENTIAL_VERIFICATION.to_owned(),
        "/v/00000000000000000000000000000000".to_owned(),
        "/links/over".to_owned(),
        link(app).await,
        "/there-is-no-such-page".to_owned(),
    ];
    Visit::of(None, pages).refused(vec![paths::SIGN_IN.to_owned(), paths::CREDENTIAL_VERIFICATION.to_owned()])
}

/// A one-time link that still opens its page.
async fn link(app: &TestApp) -> String {
    app.stranger().post(paths::PASSWORD_RESET, &[("email", "trainee@birge.example")]).await;
    app.run_jobs().await;
    let newest = mails::table.order(mails::id.desc()).select(mails::body_text);
    let load = move |r: &mut Read| -> Result<String, Problem> {
        Ok(newest.filter(mails::body_text.like("%/links/%")).first(r.conn())?)
    };
    let letter = app.db.read(load).await.unwrap();
    let (_, token) = letter.split_once("/links/").unwrap();
    paths::link(token.split_whitespace().next().unwrap())
}

pub(super) async fn trainees(app: &TestApp) -> Visit {
    let who = person(app, "trainee@birge.example").await;
    let id = who.id;
    let load = move |r: &mut Read| -> Result<_, Problem> {
        let (enrolment, edition): (EnrolmentId, EditionId) = enrolments::table
            .filter(enrolments::person_id.eq(id))
            .order(enrolments::id)
            .select((enrolments::id, enrolments::edition_id))
            .first(r.conn())?;
        let ended: AttemptId = quiz_attempts::table
            .filter(quiz_attempts::enrolment_id.eq(enrolment))
            .filter(quiz_attempts::submitted_at.is_not_null())
            .select(quiz_attempts::id)
            .first(r.conn())?;
        let kinds = ["lesson", "quiz", "case", "session"].map(|kind| of_kind(r, edition, kind));
        let [lessons, quizzes, cases, meetings] = kinds;
        let staged = staged(r, edition)?;
        Ok((enrolment, ended, lessons?, quizzes?, cases?, meetings?, staged))
    };
    let (enrolment, ended, lessons, quizzes, cases, meetings, staged) = app.db.read(load).await.unwrap();
    let mut pages: Vec<String> =
        [paths::NEXT, paths::SCHEDULE, paths::MY_HOURS, paths::MY_DOCUMENTS, paths::PROFILE, paths::PASSWORD]
            .map(str::to_owned)
            .to_vec();
    pages.extend(
        [paths::SERVICE_RECORDS, paths::OWN_RECORD, paths::OWN_LEVELS, paths::OWN_PROOFS].map(str::to_owned),
    );
    pages.push(paths::course(enrolment));
    pages.push(paths::person_attendance(enrolment));
    let calendars = [paths::CALENDAR, "/calendar?view=week", "/calendar?view=list", paths::CALENDAR_FEEDS];
    pages.extend(calendars.map(str::to_owned));
    pages.extend([paths::person_hours(enrolment), paths::hours_entries(enrolment, &[])]);
    // The first is open, the last is not yet.
    for lesson in [lessons.first().unwrap(), lessons.last().unwrap()] {
        pages.push(paths::lesson(enrolment, *lesson));
    }
    pages.push(format!("{}?print", paths::lesson(enrolment, lessons[0])));
    for quiz in [quizzes.first().unwrap(), quizzes.last().unwrap()] {
        pages.push(paths::quiz(enrolment, *quiz));
    }
    pages.extend(cases.iter().map(|one| paths::case(enrolment, *one)));
    pages.push(paths::case_steps(enrolment, staged));
    pages.extend(meetings.first().map(|one| paths::meeting(enrolment, *one)));
    pages.push(paths::attempt(ended));
    let marked = move |r: &mut Read| -> Result<QuestionId, Problem> {
        let marks = quiz_marks::table.filter(quiz_marks::attempt_id.eq(ended));
        Ok(marks.select(quiz_marks::question_id).first(r.conn())?)
    };
    pages.push(paths::question_appeal(ended, app.db.read(marked).await.unwrap()));
    let begun = begin_quiz(app, &who, enrolment, &quizzes).await;
    pages.extend([format!("{begun}/submission"), begun]);
    let newest = move |r: &mut Read| -> Result<MailId, Problem> {
        let shown = mails::table.filter(mails::person_id.eq(id)).filter(mails::shown_at.is_not_null());
        Ok(shown.order(mails::id.desc()).select(mails::id).first(r.conn())?)
    };
    let message = paths::message(app.db.read(newest).await.unwrap());
    pages.extend([paths::MESSAGES.to_owned(), message, paths::LETTER_WISHES.to_owned()]);
    let forms = [paths::PASSWORD, paths::LETTER_WISHES].map(str::to_owned).to_vec();
    Visit::of(Some(who), pages).refused(forms)
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

/// Begins a quiz that asks its questions one by one; answers the address of the first.
async fn one_question(
    app: &TestApp,
    who: &Person,
    (edition, enrolment): (EditionId, EnrolmentId),
    quizzes: &[ActivityId],
) -> String {
    for quiz in quizzes {
        app.set_up(edition, *quiz, |settings| settings.layout = Layout::OneQuestion, Vec::new()).await;
    }
    let begun = begin_quiz(app, who, enrolment, quizzes).await;
    let attempt: Vec<&str> = begun.split('/').take(3).collect();
    let address = format!("{}/questions/", attempt.join("/"));
    let page = app.sign_in(who).await.get(&begun).await;
    let (_, after) = page.html.split_once(&format!("\"{address}")).expect("the map of the questions");
    format!("{address}{}", after.split('"').next().unwrap_or_default())
}

/// A trainee whose course is in Kazakh, and somebody who is enrolled nowhere.
pub(super) async fn others(app: &TestApp) -> [Visit; 2] {
    let who = person(app, "tyndaushy@birge.example").await;
    let id = who.id;
    let load = move |r: &mut Read| -> Result<_, Problem> {
        let (enrolment, edition): (EnrolmentId, EditionId) = enrolments::table
            .filter(enrolments::person_id.eq(id))
            .order(enrolments::id.desc())
            .select((enrolments::id, enrolments::edition_id))
            .first(r.conn())?;
        let [lessons, quizzes, cases, meetings] =
            ["lesson", "quiz", "case", "session"].map(|kind| of_kind(r, edition, kind));
        Ok((enrolment, edition, lessons?, quizzes?, cases?, meetings?))
    };
    let (enrolment, edition, lessons, quizzes, cases, meetings) = app.db.read(load).await.unwrap();
    let mut pages = vec![paths::NEXT.to_owned(), paths::course(enrolment)];
    pages.push(one_question(app, &who, (edition, enrolment), &quizzes).await);
    pages.extend(lessons.first().map(|one| paths::lesson(enrolment, *one)));
    pages.extend(quizzes.first().map(|one| paths::quiz(enrolment, *one)));
    pages.extend(cases.first().map(|one| paths::case(enrolment, *one)));
    pages.extend(meetings.first().map(|one| paths::meeting(enrolment, *one)));
    let waiting = app.person("Ждущая").await;
    [Visit::of(Some(who), pages), Visit::of(Some(waiting), vec![paths::NEXT.to_owned()])]
}

/// Somebody who is asked about experience, and whoever decides over the answer. The demonstration has no extra module.
pub(super) async fn asked(app: &TestApp) -> [Visit; 2] {
    let version = app.import(crate::content::Course::sample().with_extra_module().programme()).await;
    let edition = app.edition(version).await;
    let (trainee, administrator) = (app.person("Спрошенная").await, app.administrator().await);
    let enrolment = app.enrol(edition, &trainee).await;
    let decided = paths::extra_modules(enrolment);
    [
        Visit::of(Some(trainee), vec![paths::course(enrolment)]),
        Visit::of(Some(administrator), vec![decided.clone()]).refused(vec![decided]),
    ]
}
