//! One trainee in several windows of one browser: closed tabs, copied tabs, answers that were disputed, refused or late.

use super::*;
use crate::browser::chrome::Chrome;
use std::time::Duration;

const STAND_IN: &str = "window.onbeforeunload = null; window.fetch = ";

impl Desk {
    fn address(&self, attempt: AttemptId) -> String {
        format!("{}{}", self.app.url, paths::attempt(attempt))
    }
}

impl Chrome {
    /// Closes this window and opens another of the same browser, where nothing of its session is known.
    async fn reopen(&self, url: &str) {
        let fresh = self.driver.new_tab().await.unwrap();
        self.driver.close_window().await.unwrap();
        self.driver.switch_to_window(fresh).await.unwrap();
        self.go(url).await;
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

    async fn run(&self, script: &str) -> serde_json::Value {
        self.driver.execute(script, vec![]).await.unwrap().json().clone()
    }

    async fn value(&self, name: &str) -> String {
        let read = format!("return document.querySelector(\"[name='{name}']\").value");
        self.run(&read).await.as_str().unwrap().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_a_closed_tab_go_out_by_themselves_from_the_next_one() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    chrome.tick(&field_name(truth), "1").await;
    desk.steps_become(attempt, 1).await;
    chrome.set_offline(true).await;
    chrome.tick(&field_name(scale), "4").await;
    chrome.tick(&field_name(truth), "2").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    chrome.reopen(&desk.address(attempt)).await;
    desk.steps_become(attempt, 3).await;
    let steps = desk.steps(attempt).await;
    assert_eq!(steps[1..], [(2, scale, "4".into()), (3, truth, "false".into())]);
    assert!(!chrome.text().await.contains("Тест открыт на другом устройстве"));
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_tab_is_a_second_window_and_neither_takes_the_others_answers_away() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    chrome.tick(&field_name(truth), "1").await;
    desk.steps_become(attempt, 1).await;
    // A window opened by the page begins with a copy of what its session knows.
    let first = chrome.driver.window().await.unwrap();
    chrome.run("window.open(location.href)").await;
    let windows = chrome.driver.windows().await.unwrap();
    let second = windows.into_iter().find(|window| *window != first).unwrap();
    chrome.driver.switch_to_window(second).await.unwrap();
    chrome.sees("Тест открыт на другом устройстве").await;
    chrome.tick(&field_name(scale), "3").await;
    chrome.driver.switch_to_window(first.clone()).await.unwrap();
    chrome.tick(&field_name(truth), "2").await;
    desk.steps_become(attempt, 2).await;
    let kept = "return Object.keys(localStorage).filter((key) => key.includes(':')).length";
    assert_eq!(chrome.run(kept).await, 1, "the other window's answer waits on");
    assert!(!chrome.text().await.contains("Тест открыт на другом устройстве"));
    for window in chrome.driver.windows().await.unwrap() {
        if window != first {
            chrome.driver.switch_to_window(window).await.unwrap();
            chrome
                .run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
                .await;
            chrome.driver.close_window().await.unwrap();
        }
    }
    chrome.driver.switch_to_window(first).await.unwrap();
    chrome.go(&desk.address(attempt)).await;
    desk.steps_become(attempt, 3).await;
    assert_eq!(desk.steps(attempt).await[2], (3, scale, "3".into()), "nothing the closed window had is lost");
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disputed_answer_outlives_its_tab_and_stands_before_handing_in() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let scale = desk.question("scale").await.0;
    chrome.wakes().await;
    chrome.set_offline(true).await;
    chrome.tick(&field_name(scale), "5").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    // Meanwhile another answer comes from a page without scripts.
    assert_eq!(desk.save(attempt, "scale", 0, &[("", "2")]).await.status, 200);
    chrome.set_offline(false).await;
    chrome.sees("На другом устройстве сохранён другой ответ").await;
    chrome.press("Сдать тест").await;
    chrome.sees("Сначала разберитесь с отмеченными вопросами").await;
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.keep("quiz-held").await;
    chrome.reopen(&desk.address(attempt)).await;
    chrome.sees("На другом устройстве сохранён другой ответ").await;
    assert_eq!(desk.steps(attempt).await.len(), 1, "nobody chose yet");
    chrome.press("Оставить здешний").await;
    desk.steps_become(attempt, 2).await;
    assert_eq!(desk.steps(attempt).await[1], (2, scale, "5".into()));
    chrome.press("Сдать тест").await;
    chrome.sees("Всё готово к сдаче?").await;
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_answer_stays_readable_and_holds_nothing_up() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (number, scale) = (desk.question("number").await.0, desk.question("scale").await.0);
    chrome.fill(&field_name(number), "семь").await;
    chrome.tick(&field_name(scale), "4").await;
    desk.steps_become(attempt, 1).await;
    chrome.sees("Этот ответ не записан, но остался на странице").await;
    chrome.sees("Укажите число цифрами").await;
    chrome.reopen(&desk.address(attempt)).await;
    chrome.sees("Укажите число цифрами").await;
    assert_eq!(chrome.value(&field_name(number)).await, "семь");
    chrome.press("Сдать тест").await;
    chrome.sees("Сначала разберитесь с отмеченными вопросами").await;
    chrome.fill(&field_name(number), "60").await;
    desk.steps_become(attempt, 2).await;
    // What is too large on the way is told too, and is not sent again and again.
    chrome
        .run(&format!(
            "window.real = window.fetch; {STAND_IN}() => Promise.resolve(new Response('', {{ status: 413 }}))"
        ))
        .await;
    chrome.tick(&field_name(scale), "1").await;
    chrome.sees("Он слишком большой").await;
    // However many changes fail, one timer tries again.
    chrome.run(&format!("window.calls = 0; {STAND_IN}() => {{ window.calls += 1; return Promise.reject(new TypeError('offline')) }}")).await;
    for value in ["2", "3", "4", "5", "1"] {
        chrome.tick(&field_name(scale), value).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    let before = chrome.run("return window.calls").await.as_i64().unwrap();
    tokio::time::sleep(Duration::from_millis(4500)).await;
    let tries = chrome.run("return window.calls").await.as_i64().unwrap() - before;
    assert!((1..=2).contains(&tries), "{tries}");
    chrome.run("window.fetch = window.real").await;
    chrome.sees("Сохранено в").await;
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_never_arrived_are_shown_beside_the_result_and_those_that_did_are_not() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (number, scale) = (desk.question("number").await.0, desk.question("scale").await.0);
    chrome.wakes().await;
    // The first arrives and its reply is lost; the second never leaves.
    let losing = "(...said) => window.real(...said).then(() => Promise.reject(new TypeError('lost')))";
    chrome.run(&format!("window.real = window.fetch; {STAND_IN}{losing}")).await;
    chrome.tick(&field_name(scale), "4").await;
    desk.steps_become(attempt, 1).await;
    chrome.set_offline(true).await;
    chrome.fill(&field_name(number), "57").await;
    tokio::time::sleep(Duration::from_millis(1200)).await;
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_minutes(1));
    desk.app.run_jobs().await;
    chrome.reopen(&desk.address(attempt)).await;
    chrome.sees("Эти ответы не отправлены и не учтены").await;
    let listed =
        "return [...document.querySelectorAll('[data-unsent-said]')].map((line) => line.textContent)";
    assert_eq!(chrome.run(listed).await, serde_json::json!(["57"]));
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.keep("quiz-unsent").await;
    chrome.press("Убрать эти ответы").await;
    chrome.go(&desk.address(attempt)).await;
    chrome.sees("Время вышло").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!chrome.text().await.contains("не отправлены и не учтены"));
    assert_eq!(chrome.run("return Object.keys(localStorage).length").await, 0, "nothing is left behind");
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_time_is_up_the_page_stays_until_the_last_answers_are_in() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("grace_seconds", "8")]).await;
    let attempt = desk.start().await;
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_seconds(-3));
    let chrome = desk.window(attempt).await;
    let scale = desk.question("scale").await.0;
    chrome.wakes().await;
    chrome.set_offline(true).await;
    chrome.tick(&field_name(scale), "4").await;
    chrome.sees("Время вышло, принимаются последние ответы").await;
    desk.app.clock.set(due.plus_seconds(5));
    chrome.set_offline(false).await;
    desk.steps_become(attempt, 1).await;
    assert_eq!(desk.row(attempt).await.submitted_at, None, "the grace goes on");
    desk.app.clock.set(due.plus_seconds(8));
    chrome.sees("1 ответ пришёл сразу после срока").await;
    assert_eq!(desk.row(attempt).await.submitted_at, Some(due));
    chrome.close().await;
}
