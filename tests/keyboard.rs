//! Without a mouse: real presses of keys go through sign-in, a quiz and a roll call on a page as narrow as a
//! telephone (A14), and from the course to the certificate (row 42).

use crate::browser::chrome::{Chrome, PATIENCE};
use crate::content::Course;
use crate::documents::centre::Centre;
use crate::support::{PASSWORD, Person, TestApp};
use birge::db::schema::attendance_marks;
use birge::kernel::{ActivityId, EditionId, EnrolmentId, SessionId};
use birge::web::paths;
use diesel::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use thirtyfour::Key;

/// How many presses a roll call of forty may cost when all but one are there: from the top of the page to the saved
/// sheet.
const ROLL_CALL: u32 = 60;

struct House {
    app: TestApp,
    trainer: Person,
    trainee: Person,
    enrolment: EnrolmentId,
    quiz: ActivityId,
    session: SessionId,
}

impl House {
    /// An edition of forty people, its trainer, and a session that is held now.
    async fn of_forty() -> House {
        let app = TestApp::spawn().await;
        let course = Course::sample().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
        let version = app.import(course.programme()).await;
        let edition: EditionId = app.edition(version).await;
        let (trainer, trainee) = (app.trainer("Иванова").await, app.person("Яковлева").await);
        for person in [&trainer, &trainee] {
            app.give_password(person).await;
        }
        app.teach(edition, &trainer).await;
        let enrolment = app.enrol(edition, &trainee).await;
        for number in 1..40 {
            app.enrol(edition, &app.person(&format!("Слушатель-{number:02}")).await).await;
        }
        let (quiz, meeting) = (app.activity(version, "quiz").await, app.activity(version, "meeting").await);
        let session = app.book(&app.administrator().await, edition, meeting).await;
        app.set_clock("2026-09-16T08:00:00Z");
        House { app, trainer, trainee, enrolment, quiz, session }
    }

    async fn marks(&self) -> Vec<String> {
        let load = |r: &mut birge::db::Read| {
            Ok(attendance_marks::table.select(attendance_marks::status).load(r.conn())?)
        };
        self.app.db.read(load).await.unwrap()
    }
}

/// Somebody at a keyboard.
struct Hands<'a> {
    chrome: &'a Chrome,
    presses: Cell<u32>,
}

impl Hands<'_> {
    fn count(&self) {
        self.presses.set(self.presses.get() + 1);
    }

    async fn press(&self, key: Key) {
        self.count();
        self.chrome.driver.action_chain().send_keys(key).perform().await.unwrap();
    }

    async fn back(&self) {
        self.count();
        let chain = self.chrome.driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab);
        chain.key_up(Key::Shift).perform().await.unwrap();
    }

    async fn type_in(&self, text: &str) {
        for letter in text.chars() {
            self.count();
            self.chrome.driver.action_chain().send_keys(letter).perform().await.unwrap();
        }
    }

    /// Whether what has the focus is such an element.
    async fn at(&self, css: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.chrome.driver.execute(script, vec![css.into()]).await.unwrap().json() == true
    }

    /// Goes on with Tab until there.
    async fn tab_to(&self, css: &str) {
        for _ in 0..120 {
            if self.at(css).await {
                return;
            }
            self.press(Key::Tab).await;
            self.is_seen().await;
        }
        panic!("Tab never comes to {css} at {}", self.chrome.path().await);
    }

    /// Nobody types blindly: what has the focus is on the screen, and nothing covers all of it.
    async fn is_seen(&self) {
        let script = "const focused = document.activeElement;
            if (!focused || focused === document.body) return '';
            const parts = [0.1, 0.5, 0.9];
            const isSeen = shown => {
                const box = shown.getBoundingClientRect();
                const points = parts.flatMap(x => parts.map(y => [box.left + box.width * x, box.top + box.height * y]));
                return points.some(([x, y]) => {
                    const top = document.elementFromPoint(x, y);
                    return top && (shown.contains(top) || top.contains(focused) && top.closest('label'));
                });
            };
            // A radio button is drawn by its label.
            const seen = [focused, focused.closest('label, summary'), focused.labels?.[0]].some(one => one && isSeen(one));
            return seen ? '' : focused.outerHTML.slice(0, 200)";
        let hidden = self.chrome.driver.execute(script, vec![]).await.unwrap().json().clone();
        assert_eq!(hidden, "", "the focus is out of sight at {}", self.chrome.path().await);
    }

    /// Whether a line is drawn around what has the focus, or around what stands for it.
    async fn is_outlined(&self) {
        let script = "const focused = document.activeElement;
            if (!focused || focused === document.body) return '';
            const isDrawn = one => {
                const style = getComputedStyle(one);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
            };
            const around = [focused, focused.closest('label'), focused.nextElementSibling, focused.labels?.[0]];
            return around.some(one => one && isDrawn(one)) ? '' : focused.outerHTML.slice(0, 200)";
        let bare = self.chrome.driver.execute(script, vec![]).await.unwrap().json().clone();
        assert_eq!(bare, "", "the focus has no line around it at {}", self.chrome.path().await);
    }

    /// Goes on with Tab to a link, looking at the focus at every step, and follows it.
    async fn follow(&self, address: &str) {
        self.chrome.settled().await;
        let link = format!("a[href='{address}']");
        for _ in 0..120 {
            self.press(Key::Tab).await;
            self.is_seen().await;
            self.is_outlined().await;
            if self.at(&link).await {
                return self.press(Key::Enter).await;
            }
        }
        panic!("Tab never comes to {address} at {}", self.chrome.path().await);
    }

    async fn sign_in(&self, app: &TestApp, person: &Person) {
        self.chrome.driver.delete_all_cookies().await.unwrap();
        self.chrome.go(&format!("{}{}", app.url, paths::SIGN_IN)).await;
        self.tab_to("[name=email]").await;
        self.type_in(&person.email).await;
        self.tab_to("[name=password]").await;
        self.type_in(PASSWORD).await;
        self.press(Key::Enter).await;
        self.chrome.arrives(|path| path != paths::SIGN_IN).await;
    }

    /// Answers what has the focus, if it asks something.
    async fn answer(&self) {
        if self.at("[type=radio], [type=checkbox]").await {
            self.press(Key::Space).await;
        } else if self.at("main .pair select").await {
            // Nothing is paired twice: the second takes the second.
            let script = "const row = document.activeElement.closest('li');
                return [...row.parentElement.children].indexOf(row)";
            let row = self.chrome.driver.execute(script, vec![]).await.unwrap().json().as_u64().unwrap();
            for _ in 0..=row {
                self.press(Key::Down).await;
            }
        } else if self.at("main input[type=text], main input:not([type]), main [inputmode]").await {
            self.type_in("60").await;
        } else if self.at(".place:first-child button:last-of-type").await {
            self.press(Key::Enter).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_and_a_roll_call_go_without_a_mouse() {
    let house = House::of_forty().await;
    let chrome = Chrome::open("ru").await;
    let hands = Hands { chrome: &chrome, presses: Cell::new(0) };
    chrome.go(&format!("{}{}", house.app.url, paths::SIGN_IN)).await;
    chrome.width(360).await;

    hands.sign_in(&house.app, &house.trainee).await;
    chrome.go(&format!("{}{}", house.app.url, paths::quiz(house.enrolment, house.quiz))).await;
    hands.tab_to("main form button").await;
    hands.press(Key::Enter).await;
    chrome.arrives(|path| path.starts_with("/attempts/")).await;
    chrome.has("main .grip").await;
    let hand_in = "main button[name=then][value=submission]";
    for _ in 0..120 {
        hands.press(Key::Tab).await;
        if hands.at(hand_in).await {
            break;
        }
        hands.is_seen().await;
        hands.answer().await;
    }
    chrome.sees("Отвечено: 7 / 7").await;
    hands.tab_to(hand_in).await;
    hands.press(Key::Enter).await;
    chrome.arrives(|path| path.ends_with("/submission")).await;
    hands.tab_to("main form button").await;
    hands.press(Key::Enter).await;
    chrome.arrives(|path| !path.ends_with("/submission")).await;

    hands.sign_in(&house.app, &house.trainer).await;
    chrome.go(&format!("{}{}", house.app.url, paths::session(house.session))).await;
    chrome.wakes().await;
    hands.presses.set(0);
    hands.tab_to("[name=preset]").await;
    hands.press(Key::Enter).await;
    while !hands.at("[data-filter]").await {
        hands.back().await;
    }
    hands.type_in("Яко").await;
    hands.tab_to("[name^=status-]").await;
    while !hands.at("[value=absent]").await {
        hands.press(Key::Right).await;
    }
    while !hands.at("main form .sticky-bar button").await {
        hands.back().await;
    }
    hands.press(Key::Enter).await;
    chrome.sees("Отмечено 40 / 40").await;
    chrome.sees("Сохранено 40 отметок").await;
    let marks = house.marks().await;
    assert_eq!(marks.len(), 40);
    assert_eq!(marks.iter().filter(|mark| *mark != "present").count(), 1, "{marks:?}");
    assert!(hands.presses.get() <= ROLL_CALL, "{} presses", hands.presses.get());
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn row_42_from_the_course_to_the_certificate_without_a_mouse() {
    let centre = Centre::new().await;
    let (person, enrolment) = centre.ready("Ахметова").await;
    centre.app.give_password(&person).await;
    let chrome = Chrome::open("ru").await;
    let hands = Hands { chrome: &chrome, presses: Cell::new(0) };
    chrome.go(&format!("{}{}", centre.app.url, paths::SIGN_IN)).await;
    hands.sign_in(&centre.app, &person).await;

    // What «Мои документы» says before there is one leads to the course.
    hands.follow(paths::MY_DOCUMENTS).await;
    chrome.arrives(|path| path == paths::MY_DOCUMENTS).await;
    let course = paths::course(enrolment);
    hands.follow(&course).await;
    chrome.arrives(|path| path == course).await;

    let document = centre.issue(&[enrolment]).await[0];
    centre.app.run_jobs().await;
    hands.follow(paths::MY_DOCUMENTS).await;
    chrome.arrives(|path| path == paths::MY_DOCUMENTS).await;
    chrome.sees("УПК-2026/0001").await;
    let taken = async || centre.app.audited("document-paper-taken").await;
    assert_eq!(taken().await, 0);
    hands.follow(&paths::document_pdf(document)).await;
    for _ in 0..PATIENCE {
        if taken().await > 0 {
            return chrome.close().await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the certificate was not taken: the window is at {}", chrome.path().await);
}
