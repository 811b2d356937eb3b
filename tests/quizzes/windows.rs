//! One trainee in several windows of one browser: closed tabs, copied tabs, answers that were disputed, refused or late.

use super::*;
use crate::browser::chrome::{Chrome, PATIENCE};
use serde_json::{Value, json};
use std::time::Duration;

/// A trainee before an attempt under way, in one window of a browser.
struct Sitting {
    desk: Desk,
    attempt: AttemptId,
    chrome: Chrome,
    truth: QuestionId,
    scale: QuestionId,
    number: QuestionId,
}

impl Sitting {
    async fn begin() -> Sitting {
        let desk = Desk::of(course()).await;
        let attempt = desk.start().await;
        Sitting::at(desk, attempt).await
    }

    async fn at(desk: Desk, attempt: AttemptId) -> Sitting {
        let chrome = desk.window(attempt).await;
        let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
        let number = desk.question("number").await.0;
        Sitting { desk, attempt, chrome, truth, scale, number }
    }

    fn address(&self) -> String {
        format!("{}{}", self.desk.app.url, paths::attempt(self.attempt))
    }

    async fn tick(&self, question: QuestionId, value: &str) {
        self.chrome.tick(&field_name(question), value).await;
    }

    async fn types(&self, text: &str) {
        self.chrome.fill(&field_name(self.number), text).await;
    }

    async fn sees(&self, words: &str) {
        self.chrome.sees(words).await;
    }

    async fn says_nothing_of(&self, words: &str) {
        let text = self.chrome.text().await;
        assert!(!text.contains(words), "{text}");
    }

    async fn steps_become(&self, count: usize) {
        self.desk.steps_become(self.attempt, count).await;
    }

    /// Waits until the last answer that arrived is this one.
    async fn last_becomes(&self, said: &str) {
        for _ in 0..PATIENCE {
            if self.desk.steps(self.attempt).await.last().is_some_and(|step| step.2 == said) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{said} should have arrived last: {:?}", self.desk.steps(self.attempt).await);
    }

    /// Waits until so many windows hold a name: one that was closed gives its own up a moment later.
    async fn windows_become(&self, count: u64) {
        let script = "const done = arguments[arguments.length - 1];
            navigator.locks.query().then((all) => done(all.held.length))";
        for _ in 0..PATIENCE {
            let held = self.chrome.driver.execute_async(script, vec![]).await.unwrap();
            if held.json() == &json!(count) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{count} windows should hold a name");
    }

    /// Waits until this many windows of the browser have answers that the server did not confirm.
    async fn waiting_become(&self, count: u64) {
        let kept = "return Object.keys(localStorage).filter((key) => key.includes(':')).length";
        let mut found = Value::Null;
        for _ in 0..PATIENCE {
            found = self.run(kept).await;
            if found == count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{count} windows should have answers that wait, not {found}");
    }

    /// The step with this number, from 1.
    async fn step(&self, number: usize) -> (QuestionId, String) {
        let steps = self.desk.steps(self.attempt).await;
        let (sequence, question, response) = steps[number - 1].clone();
        assert_eq!(usize::try_from(sequence).unwrap(), number);
        (question, response)
    }

    async fn run(&self, script: &str) -> Value {
        self.chrome.driver.execute(script, vec![]).await.unwrap().json().clone()
    }

    /// Puts something in the place of the way to the server, which stays at hand as `real`.
    async fn stand_in(&self, way: &str) {
        self.run(&format!(
            "window.onbeforeunload = null; window.real ??= window.fetch; window.fetch = {way}"
        ))
        .await;
    }

    /// Closes this window and opens another of the same browser, where nothing of its session is known.
    async fn reopen(&self) {
        let driver = &self.chrome.driver;
        let fresh = driver.new_tab().await.unwrap();
        driver.close_window().await.unwrap();
        driver.switch_to_window(fresh).await.unwrap();
        // Any other page of the site can look who is left.
        self.chrome.go(&format!("{}{}", self.desk.app.url, paths::HEALTH_LIVE)).await;
        self.windows_become(0).await;
        self.chrome.go(&self.address()).await;
    }

    /// Waits until the page's script runs, which puts grips on the rows to be ordered, and this window may answer.
    async fn wakes(&self) {
        let awake = "return document.querySelector('.grip') !== null
            && Object.keys(localStorage).some((key) => key.startsWith('birge-quiz-holder-'))";
        for _ in 0..PATIENCE {
            if self.run(awake).await == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the page's script does not run");
    }

    /// Nothing that the accessibility checker forbids, and a picture.
    async fn looks_well(&self, name: &str) {
        assert_eq!(self.chrome.violations().await, Vec::<String>::new());
        self.chrome.keep(name).await;
    }

    async fn end(self) {
        self.chrome.close().await;
    }
}

const ELSEWHERE: &str = "Тест открыт на другом устройстве";
const OFFLINE: &str = "Не сохранено: нет связи, отправим сами";
const DISPUTED: &str = "На другом устройстве сохранён другой ответ";
const SETTLE_FIRST: &str = "Сначала разберитесь с отмеченными вопросами";
const UNSENT: &str = "не отправлены и не учтены";

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_a_closed_tab_go_out_by_themselves_from_the_next_one() {
    let trainee = Sitting::begin().await;
    trainee.tick(trainee.truth, "1").await;
    trainee.steps_become(1).await;
    trainee.chrome.set_offline(true).await;
    trainee.tick(trainee.scale, "4").await;
    trainee.tick(trainee.truth, "2").await;
    trainee.sees(OFFLINE).await;
    trainee.reopen().await;
    trainee.steps_become(3).await;
    assert_eq!(trainee.step(2).await, (trainee.scale, "4".into()));
    assert_eq!(trainee.step(3).await, (trainee.truth, "false".into()));
    trainee.says_nothing_of(ELSEWHERE).await;
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_tab_is_a_second_window_and_neither_takes_the_others_answers_away() {
    let trainee = Sitting::begin().await;
    let driver = trainee.chrome.driver.clone();
    trainee.tick(trainee.truth, "1").await;
    trainee.steps_become(1).await;
    // A window opened by the page begins with a copy of what its session knows.
    let first = driver.window().await.unwrap();
    trainee.run("window.open(location.href)").await;
    let mut second = None;
    for _ in 0..PATIENCE {
        second = driver.windows().await.unwrap().into_iter().find(|window| *window != first);
        if second.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let second = second.expect("a second window");
    driver.switch_to_window(second.clone()).await.unwrap();
    trainee.sees(ELSEWHERE).await;
    trainee.tick(trainee.scale, "3").await;
    driver.switch_to_window(first.clone()).await.unwrap();
    trainee.tick(trainee.truth, "2").await;
    trainee.steps_become(2).await;
    trainee.waiting_become(1).await;
    trainee.says_nothing_of(ELSEWHERE).await;
    driver.switch_to_window(second).await.unwrap();
    trainee.run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)").await;
    driver.close_window().await.unwrap();
    driver.switch_to_window(first).await.unwrap();
    trainee.windows_become(1).await;
    trainee.chrome.go(&trainee.address()).await;
    trainee.steps_become(3).await;
    assert_eq!(trainee.step(3).await, (trainee.scale, "3".into()), "nothing the closed window had is lost");
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disputed_answer_outlives_its_tab_and_stands_before_handing_in() {
    let trainee = Sitting::begin().await;
    trainee.wakes().await;
    trainee.chrome.set_offline(true).await;
    trainee.tick(trainee.scale, "5").await;
    trainee.sees(OFFLINE).await;
    // Meanwhile another answer comes from a page without scripts.
    assert_eq!(trainee.desk.save(trainee.attempt, "scale", 0, &[("", "2")]).await.status, 200);
    trainee.chrome.set_offline(false).await;
    trainee.sees(DISPUTED).await;
    trainee.chrome.press("Сдать тест").await;
    trainee.sees(SETTLE_FIRST).await;
    trainee.looks_well("quiz-held").await;
    trainee.reopen().await;
    trainee.sees(DISPUTED).await;
    trainee.steps_become(1).await;
    trainee.chrome.press("Оставить здешний").await;
    trainee.steps_become(2).await;
    assert_eq!(trainee.step(2).await, (trainee.scale, "5".into()));
    trainee.chrome.press("Сдать тест").await;
    trainee.sees("Всё готово к сдаче?").await;
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_answer_stays_readable_and_holds_nothing_up() {
    let trainee = Sitting::begin().await;
    trainee.types("семь").await;
    trainee.tick(trainee.scale, "4").await;
    trainee.steps_become(1).await;
    trainee.sees("Этот ответ не записан, но остался на странице").await;
    trainee.sees("Укажите число цифрами").await;
    trainee.reopen().await;
    trainee.sees("Укажите число цифрами").await;
    let typed = format!("return document.querySelector(\"[name='{}']\").value", field_name(trainee.number));
    assert_eq!(trainee.run(&typed).await, "семь");
    trainee.chrome.press("Сдать тест").await;
    trainee.sees(SETTLE_FIRST).await;
    trainee.types("60").await;
    // Emptying the field is an answer too; what was typed follows after a pause.
    trainee.last_becomes("\"60\"").await;
    assert_eq!(trainee.desk.steps(trainee.attempt).await.pop().unwrap().1, trainee.number);
    trainee.waiting_become(0).await;
    // What is too large on the way is told too, and is not sent again and again.
    trainee.stand_in("() => Promise.resolve(new Response('', { status: 413 }))").await;
    trainee.tick(trainee.scale, "1").await;
    trainee.sees("Он слишком большой").await;
    // However many changes fail, one timer tries again.
    trainee.run("window.calls = []").await;
    let failing =
        "() => { window.calls.push(performance.now()); return Promise.reject(new TypeError('offline')) }";
    trainee.stand_in(failing).await;
    for value in ["2", "3", "4", "5", "1"] {
        trainee.tick(trainee.scale, value).await;
    }
    trainee.sees(OFFLINE).await;
    let calls =
        async || serde_json::from_value::<Vec<f64>>(trainee.run("return window.calls").await).unwrap();
    let before = calls().await.len();
    for _ in 0..PATIENCE {
        if calls().await.len() >= before + 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let tries = calls().await.split_off(before);
    let apart = tries.windows(2).all(|two| two[1] - two[0] > 3_900.0);
    assert!(tries.len() >= 2 && apart, "{tries:?}");
    trainee.stand_in("window.real").await;
    trainee.sees("Сохранено в").await;
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_never_arrived_are_shown_beside_the_result_and_those_that_did_are_not() {
    let trainee = Sitting::begin().await;
    let app = &trainee.desk.app;
    trainee.wakes().await;
    // The first arrives and its reply is lost; the second never leaves.
    let losing = "(...said) => window.real(...said).then(() => Promise.reject(new TypeError('lost')))";
    trainee.stand_in(losing).await;
    trainee.tick(trainee.scale, "4").await;
    trainee.steps_become(1).await;
    trainee.chrome.set_offline(true).await;
    trainee.types("57").await;
    let kept = "return Object.values(localStorage).some((one) => one.includes('57'))";
    for _ in 0..PATIENCE {
        if trainee.run(kept).await == true {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(trainee.run(kept).await, true);
    let due = trainee.desk.row(trainee.attempt).await.due_at.unwrap();
    app.clock.set(due.plus_minutes(1));
    app.run_jobs().await;
    trainee.reopen().await;
    trainee.sees(UNSENT).await;
    let listed =
        "return [...document.querySelectorAll('[data-unsent-said]')].map((line) => line.textContent)";
    assert_eq!(trainee.run(listed).await, json!(["57"]));
    trainee.looks_well("quiz-unsent").await;
    trainee.chrome.press("Убрать эти ответы").await;
    trainee.chrome.go(&trainee.address()).await;
    trainee.sees("Время вышло").await;
    trainee.chrome.wakes().await;
    trainee.says_nothing_of(UNSENT).await;
    assert_eq!(trainee.run("return Object.keys(localStorage).length").await, 0, "nothing is left behind");
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_time_is_up_the_page_stays_until_the_last_answers_are_in() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("grace_seconds", "20")]).await;
    let attempt = desk.start().await;
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_seconds(-3));
    let trainee = Sitting::at(desk, attempt).await;
    let clock = &trainee.desk.app.clock;
    trainee.wakes().await;
    trainee.chrome.set_offline(true).await;
    trainee.tick(trainee.scale, "4").await;
    trainee.sees("Время вышло, принимаются последние ответы").await;
    clock.set(due.plus_seconds(5));
    trainee.chrome.set_offline(false).await;
    trainee.steps_become(1).await;
    assert_eq!(trainee.desk.row(attempt).await.submitted_at, None, "the grace goes on");
    clock.set(due.plus_seconds(20));
    trainee.sees("1 ответ пришёл сразу после срока").await;
    assert_eq!(trainee.desk.row(attempt).await.submitted_at, Some(due));
    trainee.end().await;
}
