//! One trainee in several windows of one browser: closed tabs, copied tabs, answers that were disputed, refused or late.

use super::*;
use crate::browser::chrome::Chrome;
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
        self.chrome.go(&self.address()).await;
    }

    /// Waits until the page's script runs: it puts grips on the rows to be ordered.
    async fn wakes(&self) {
        for _ in 0..100 {
            if self.run("return document.querySelector('.grip') !== null").await == true {
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
    let second = driver.windows().await.unwrap().into_iter().find(|window| *window != first).unwrap();
    driver.switch_to_window(second.clone()).await.unwrap();
    trainee.sees(ELSEWHERE).await;
    trainee.tick(trainee.scale, "3").await;
    driver.switch_to_window(first.clone()).await.unwrap();
    trainee.tick(trainee.truth, "2").await;
    trainee.steps_become(2).await;
    let kept = "return Object.keys(localStorage).filter((key) => key.includes(':')).length";
    assert_eq!(trainee.run(kept).await, 1, "the other window's answer waits on");
    trainee.says_nothing_of(ELSEWHERE).await;
    driver.switch_to_window(second).await.unwrap();
    trainee.run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)").await;
    driver.close_window().await.unwrap();
    driver.switch_to_window(first).await.unwrap();
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
    trainee.steps_become(2).await;
    // What is too large on the way is told too, and is not sent again and again.
    trainee.stand_in("() => Promise.resolve(new Response('', { status: 413 }))").await;
    trainee.tick(trainee.scale, "1").await;
    trainee.sees("Он слишком большой").await;
    // However many changes fail, one timer tries again.
    trainee.run("window.calls = 0").await;
    trainee.stand_in("() => { window.calls += 1; return Promise.reject(new TypeError('offline')) }").await;
    for value in ["2", "3", "4", "5", "1"] {
        trainee.tick(trainee.scale, value).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    trainee.sees(OFFLINE).await;
    let calls = async || trainee.run("return window.calls").await.as_i64().unwrap();
    let before = calls().await;
    tokio::time::sleep(Duration::from_millis(4500)).await;
    let tries = calls().await - before;
    assert!((1..=2).contains(&tries), "{tries}");
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
    tokio::time::sleep(Duration::from_millis(1200)).await;
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
    tokio::time::sleep(Duration::from_millis(500)).await;
    trainee.says_nothing_of(UNSENT).await;
    assert_eq!(trainee.run("return Object.keys(localStorage).length").await, 0, "nothing is left behind");
    trainee.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_time_is_up_the_page_stays_until_the_last_answers_are_in() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("grace_seconds", "8")]).await;
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
    clock.set(due.plus_seconds(8));
    trainee.sees("1 ответ пришёл сразу после срока").await;
    assert_eq!(trainee.desk.row(attempt).await.submitted_at, Some(due));
    trainee.end().await;
}
