//! A quiz that a trainer runs in the room (G2): fifty phones over real connections, the clock, late and double
//! answers, coming in, the trainer's steps, what counts, and the same in a browser and through the API.

use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::kernel::{ActivityId, EditionId, EnrolmentId, LiveQuizId, ProgrammeVersionId, QuestionId};
use birge::live_quizzes::actions::{Picture, fixed, picture};
use birge::questions::rules::Question;
use birge::questions::rules::response::field_name;
use birge::web::paths;
use std::time::Duration;

mod api;
mod counting;
mod doors;
mod edition;
mod extra_time;
mod images;
mod in_browser;
mod phones;
mod steps;

/// A trainer with a quiz to run.
struct Hall {
    app: TestApp,
    trainer: Browser,
    trainer_person: Person,
    version: ProgrammeVersionId,
    edition: EditionId,
    quiz: ActivityId,
}

/// The settings of a form, as a browser sends what is filled in by default.
const USUAL: [(&str, &str); 7] = [
    ("mode", "single"),
    ("teams", "4"),
    ("seconds", "20"),
    ("right", "500"),
    ("quick", "500"),
    ("names", "on"),
    ("guests", "on"),
];

impl Hall {
    async fn open() -> Hall {
        Hall::with(TestApp::spawn().await, Course::sample()).await
    }

    async fn with(app: TestApp, course: Course) -> Hall {
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let trainer_person = app.trainer("Ведущая").await;
        app.teach(edition, &trainer_person).await;
        let (trainer, quiz) = (app.sign_in(&trainer_person).await, app.activity(version, "quiz").await);
        Hall { app, trainer, trainer_person, version, edition, quiz }
    }

    /// Starts a live quiz with these settings in place of the usual ones; an empty value leaves one out.
    async fn start(&self, changed: &[(&str, &str)]) -> Live<'_> {
        let page = self.try_start(&self.trainer, changed).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let id: LiveQuizId = page.path.strip_prefix("/live-quizzes/").unwrap().parse().unwrap();
        let code = self.app.db.read(move |r| Ok(fixed(r, id)?.quiz.code.clone())).await.unwrap();
        Live { hall: self, id, code }
    }

    async fn try_start(&self, browser: &Browser, changed: &[(&str, &str)]) -> Page {
        let activity = self.quiz.to_string();
        let mut fields = vec![("activity", activity.as_str())];
        for (name, value) in USUAL {
            let value = changed.iter().find(|(other, _)| *other == name).map_or(value, |(_, value)| *value);
            if !value.is_empty() {
                fields.push((name, value));
            }
        }
        browser.post(&paths::live_quizzes(self.edition), &fields).await
    }

    /// Sets the quiz up for the edition as its trainer.
    async fn set_up(&self, others: &[(&str, &str)]) {
        let usual = [
            ("pass_percent", "70"),
            ("attempts", "2"),
            ("grace_seconds", "0"),
            ("tries", "3"),
            ("counting", "best"),
            ("release", "after_submit"),
            ("behaviour", "deferred"),
        ];
        let kept = usual.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
        let fields: Vec<(&str, &str)> = kept.chain(others.iter().copied()).collect();
        let page = self.trainer.post(&paths::quiz_setup(self.edition, self.quiz), &fields).await;
        assert!(page.text().contains("Настройки сохранены"), "{}", page.text());
    }

    /// A trainee of the edition, signed in.
    async fn trainee(&self, surname: &str) -> (Browser, EnrolmentId) {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        (self.app.sign_in(&person).await, enrolment)
    }

    /// Moves the clock.
    fn later(&self, ms: i64) {
        let now = self.app.now();
        self.app.clock.set(birge::kernel::Moment(now.0 + chrono::TimeDelta::milliseconds(ms)));
    }
}

/// A live quiz under way.
struct Live<'h> {
    hall: &'h Hall,
    id: LiveQuizId,
    code: String,
}

impl Live<'_> {
    async fn picture(&self) -> Picture {
        let id = self.id;
        let look = move |r: &mut birge::db::Read| {
            let fixed = fixed(r, id)?;
            picture(r, fixed)
        };
        self.hall.app.db.read(look).await.unwrap()
    }

    /// The trainer's step, as the form on the console sends it.
    async fn step(&self, kind: &str) -> Page {
        let seen = self.picture().await.run.version.to_string();
        self.step_seen(&self.hall.trainer, kind, &seen).await
    }

    async fn step_seen(&self, browser: &Browser, kind: &str, seen: &str) -> Page {
        browser.post(&paths::live_steps(self.id), &[("kind", kind), ("seen", seen)]).await
    }

    /// The question on show.
    async fn question(&self) -> (QuestionId, Question) {
        let picture = self.picture().await;
        let round = picture.round().unwrap();
        (round.question_id, round.question.clone())
    }

    /// A guest comes in from a phone.
    async fn guest(&self, name: &str) -> Phone {
        self.guest_of(name, "").await
    }

    async fn guest_of(&self, name: &str, team: &str) -> Phone {
        let browser = self.hall.app.stranger();
        let door = browser.get(&paths::live_door(&self.code)).await;
        let csrf = door.value_of("csrf").unwrap();
        let fields = [("csrf", csrf.as_str()), ("code", &self.code), ("name", name), ("team", team)];
        let page = browser.post_raw(paths::JOIN, &fields).await;
        assert_eq!(
            (page.status, page.path.as_str()),
            (200, paths::live_play(&self.code).as_str()),
            "{}",
            page.text()
        );
        Phone { browser: browser.with_csrf(csrf), code: self.code.clone() }
    }

    /// Somebody with an account comes in.
    async fn known(&self, browser: &Browser) -> Phone {
        let page = browser.post(paths::JOIN, &[("code", &self.code)]).await;
        assert_eq!(page.path, paths::live_play(&self.code), "{}", page.text());
        Phone { browser: browser.clone(), code: self.code.clone() }
    }
}

/// A phone in somebody's hand.
#[derive(Clone)]
struct Phone {
    browser: Browser,
    code: String,
}

impl Phone {
    async fn look(&self) -> Page {
        self.browser.get(&paths::live_play(&self.code)).await
    }

    /// Sends the form of a question, as a phone without scripts does.
    async fn answer(&self, question: QuestionId, values: &[(&str, &str)]) -> Page {
        let (id, name) = (question.to_string(), field_name(question));
        let named: Vec<(String, &str)> =
            values.iter().map(|(rest, value)| (format!("{name}{rest}"), *value)).collect();
        let mut fields = vec![("question", id.as_str())];
        fields.extend(named.iter().map(|(name, value)| (name.as_str(), *value)));
        self.browser.post(&paths::live_answers(&self.code), &fields).await
    }

    async fn listen(&self) -> Events {
        Events::of(&self.browser, &paths::live_events(&self.code), "").await
    }
}

/// A connection over which events come.
struct Events {
    response: reqwest::Response,
    text: String,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    name: String,
    id: String,
    data: String,
}

impl Events {
    async fn of(browser: &Browser, path: &str, last: &str) -> Events {
        let response = Events::ask(browser, path, last).await;
        assert_eq!(response.status().as_u16(), 200);
        let kind = response.headers()["content-type"].to_str().unwrap();
        assert!(kind.starts_with("text/event-stream"), "{kind}");
        Events { response, text: String::new() }
    }

    async fn ask(browser: &Browser, path: &str, last: &str) -> reqwest::Response {
        let request = browser.client().get(browser.absolute(path)).header("accept-language", "ru");
        let request = if last.is_empty() { request } else { request.header("last-event-id", last) };
        request.send().await.unwrap()
    }

    /// The next event of a name; fails after a while.
    async fn next(&mut self, name: &str) -> Event {
        let wait = tokio::time::timeout(Duration::from_secs(60), self.read(name)).await;
        wait.unwrap_or_else(|_| panic!("no event {name} came; so far: {:?}", self.text))
    }

    /// The next state that says something.
    async fn says(&mut self, words: &str) -> Event {
        loop {
            let event = self.next("state").await;
            if event.data.contains(words) {
                return event;
            }
        }
    }

    async fn read(&mut self, name: &str) -> Event {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let event = parse(block);
                self.text = rest.to_owned();
                if event.name == name {
                    return event;
                }
                continue;
            }
            let chunk = self.response.chunk().await.unwrap().expect("the server ended the events");
            self.text.push_str(&String::from_utf8_lossy(&chunk));
        }
    }
}

fn parse(block: &str) -> Event {
    let of = |field: &str| {
        let lines = block.lines().filter_map(|line| line.strip_prefix(field));
        lines.collect::<Vec<_>>().join("\n")
    };
    Event { name: of("event: "), id: of("id: "), data: of("data: ") }
}
