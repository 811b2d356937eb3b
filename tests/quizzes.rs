//! Quizzes as trainees take them: in a browser with and without scripts, on two devices, late, twice, and
//! through the API.

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use crate::support::learning::NewEdition;
use birge::kernel::{ActivityId, AttemptId, EnrolmentId, Moment, Permille, QuestionId};
use birge::programmes::rules::{Answer, Question};
use birge::progress::rules::ActivityFact;
use birge::progress::store as progress;
use birge::questions::rules;
use birge::questions::rules::response::{Response, field_name};
use birge::quizzes::store::{self, AttemptRow};
use birge::web::paths;
use std::collections::BTreeSet;

mod ahead;
mod answering;
mod api;
mod bad_input;
mod checking;
mod ending;
mod flags;
mod grace;
mod in_browser;
mod kinds;
mod one_by_one;
mod promises;
mod release;
mod replaying;
mod secrets;
mod setups;
mod windows;

/// One trainee before one quiz.
struct Desk {
    app: TestApp,
    person: Person,
    browser: Browser,
    enrolment: EnrolmentId,
    quiz: ActivityId,
    edition: NewEdition,
}

/// The sample's quiz with a question of every kind, open at once, 20 minutes, two attempts.
fn course() -> Course {
    Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "").replace(
        "01-first/03-quiz.ru.quiz.md",
        "attempts = 3",
        "attempts = 2\ntime_limit_minutes = 20",
    )
}

impl Desk {
    async fn of(course: Course) -> Desk {
        Desk::with(course, |_| {}).await
    }

    async fn with(course: Course, change: impl FnOnce(&mut NewEdition)) -> Desk {
        Desk::on(TestApp::spawn().await, course, change).await
    }

    async fn on(app: TestApp, course: Course, change: impl FnOnce(&mut NewEdition)) -> Desk {
        let version = app.import(course.programme()).await;
        let mut edition = NewEdition::of(version);
        change(&mut edition);
        let again = NewEdition { ..edition };
        let opened = app.open_edition(edition).await;
        let person = app.person("Иванова").await;
        let enrolment = app.enrol(opened, &person).await;
        let (browser, quiz) = (app.sign_in(&person).await, app.activity(version, "quiz").await);
        Desk { app, person, browser, enrolment, quiz, edition: again }
    }

    /// Somebody else in the same edition.
    async fn neighbour(&self, surname: &str) -> (Browser, EnrolmentId) {
        let person = self.app.person(surname).await;
        let edition = self.attempt_edition().await;
        let enrolment = self.app.enrol(edition, &person).await;
        (self.app.sign_in(&person).await, enrolment)
    }

    async fn attempt_edition(&self) -> birge::kernel::EditionId {
        let enrolment = self.enrolment;
        let found = self.app.db.read(move |r| birge::editions::store::enrolment(r, enrolment)).await.unwrap();
        found.unwrap().0.edition_id
    }

    fn page(&self) -> String {
        paths::quiz(self.enrolment, self.quiz)
    }

    /// Starts an attempt, or comes back to the one under way.
    async fn start(&self) -> AttemptId {
        let page = send(&self.browser, &paths::quiz_attempts(self.enrolment, self.quiz), &[]).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.path.strip_prefix("/attempts/").unwrap().split('/').next().unwrap().parse().unwrap()
    }

    async fn questions(&self) -> Vec<(QuestionId, Question)> {
        let quiz = self.quiz;
        self.app.db.read(move |r| store::questions(r, quiz)).await.unwrap()
    }

    async fn question(&self, key: &str) -> (QuestionId, Question) {
        self.questions().await.into_iter().find(|(_, question)| question.key == key).unwrap()
    }

    /// Saves one answer as the page's script does.
    async fn save(&self, attempt: AttemptId, key: &str, sequence: i32, values: &[(&str, &str)]) -> Page {
        let (id, _) = self.question(key).await;
        save(&self.browser, attempt, id, sequence, &named(id, values)).await
    }

    /// Answers every question rightly, one by one.
    async fn answer_all(&self, attempt: AttemptId) {
        for (sequence, (id, question)) in (0..).zip(self.questions().await) {
            let reply = save(&self.browser, attempt, id, sequence, &right(id, &question)).await;
            assert_eq!(
                (reply.status, reply.json()["sequence"].as_i64()),
                (200, Some(i64::from(sequence) + 1))
            );
        }
    }

    async fn submit(&self, attempt: AttemptId) -> Page {
        send(&self.browser, &paths::attempt_submission(attempt), &[]).await
    }

    async fn row(&self, attempt: AttemptId) -> AttemptRow {
        self.app.db.read(move |r| store::attempt(r, attempt)).await.unwrap().unwrap()
    }

    /// The steps as (sequence, question, response).
    async fn steps(&self, attempt: AttemptId) -> Vec<(i32, QuestionId, String)> {
        let steps = self.app.db.read(move |r| store::steps(r, attempt)).await.unwrap();
        steps.into_iter().map(|step| (step.sequence, step.question_id, step.response.0.to_string())).collect()
    }

    async fn fact(&self) -> ActivityFact {
        let (version, enrolment, quiz) = (self.edition.version, self.enrolment, self.quiz);
        let facts = self.app.db.read(move |r| progress::portion(r, version, enrolment)).await.unwrap().facts;
        facts.into_iter().find(|fact| fact.id == quiz).unwrap()
    }
}

/// Sends a form of ours: the token comes from the page where the reader is.
async fn send(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let csrf = browser.get(paths::MY_HOURS).await.value_of("csrf").unwrap_or_default();
    let mut all = vec![("csrf", csrf.as_str())];
    all.extend_from_slice(fields);
    browser.post_raw(path, &all).await
}

/// Saves one answer as the page's script does.
async fn save(
    browser: &Browser,
    attempt: AttemptId,
    question: QuestionId,
    sequence: i32,
    fields: &[(String, String)],
) -> Page {
    let (question, sequence) = (question.to_string(), sequence.to_string());
    let mut all = vec![("question", question.as_str()), ("sequence", sequence.as_str())];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    send(browser, &paths::attempt_answers(attempt), &all).await
}

/// Fields of a question: `""` stands for its own name, `"-3"` for the field of its third choice.
fn named(id: QuestionId, values: &[(&str, &str)]) -> Vec<(String, String)> {
    let name = field_name(id);
    values.iter().map(|(rest, value)| (format!("{name}{rest}"), (*value).to_owned())).collect()
}

/// The fields of the right answer.
fn right(id: QuestionId, question: &Question) -> Vec<(String, String)> {
    right_response(question).to_fields(&field_name(id))
}

fn right_response(question: &Question) -> Response {
    match rules::right_response(&question.answer) {
        Some(right) => right,
        None if question.answer == Answer::Scale => Response::Scale(4),
        None => Response::Text("Мы договорились обо всём заранее.".to_owned()),
    }
}
