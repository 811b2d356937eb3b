//! The page's script in a real Chromium: saving, a lost connection, two windows, putting in order, handing in.

use super::*;
use crate::browser::chrome::{Chrome, WIDTHS};
use birge::access::{self, SessionKind};
use birge::secrets::token_hash;
use thirtyfour::{By, Cookie};

impl Desk {
    /// A window in which the trainee is signed in, on the page of an attempt.
    async fn window(&self, attempt: AttemptId) -> Chrome {
        let (token, now) = (self.app.kit.secrets.token(), self.app.now());
        let new = access::store::NewSession {
            person: self.person.id,
            kind: SessionKind::Browser,
            token_hash: token_hash(&token),
            now,
            expires_at: now.plus_minutes(60),
            address: "127.0.0.1".into(),
            agent: "chromium".into(),
        };
        self.app.db.write(move |w| access::store::open(w, &new)).await.unwrap();
        let chrome = Chrome::open("ru").await;
        chrome.go(&format!("{}{}", self.app.url, paths::SIGN_IN)).await;
        chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
        chrome.go(&format!("{}{}", self.app.url, paths::attempt(attempt))).await;
        chrome
    }

    async fn steps_become(&self, attempt: AttemptId, count: usize) {
        for _ in 0..100 {
            if self.steps(attempt).await.len() == count {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{count} steps were expected: {:?}", self.steps(attempt).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_saved_at_once_and_wait_out_a_lost_connection() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    let (order, question) = desk.question("order").await;
    chrome.tick(&field_name(truth), "2").await;
    chrome.sees("Сохранено в 09:00").await;
    chrome.sees("Отвечено: 1 / 7").await;
    chrome
        .driver
        .execute("window.fetch = () => Promise.reject(new TypeError('offline'))", vec![])
        .await
        .unwrap();
    chrome.tick(&field_name(scale), "4").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    chrome.tick(&field_name(truth), "1").await;
    assert_eq!(desk.steps(attempt).await.len(), 1);
    // The page is opened anew, as after a dead battery: what was not sent is still in it, and goes out in order.
    chrome
        .driver
        .execute(
            "window.onbeforeunload = null; Object.defineProperty(navigator, 'onLine', { get: () => false })",
            vec![],
        )
        .await
        .unwrap();
    chrome.go(&format!("{}{}", desk.app.url, paths::attempt(attempt))).await;
    desk.steps_become(attempt, 3).await;
    let steps = desk.steps(attempt).await;
    assert_eq!(steps, [(1, truth, "false".into()), (2, scale, "4".into()), (3, truth, "true".into())]);
    let down = format!("[data-question='{order}'] .place:first-child button:last-of-type");
    chrome.driver.find(By::Css(down)).await.unwrap().click().await.unwrap();
    desk.steps_become(attempt, 4).await;
    let Answer::Order(ids) = question.answer else { panic!() };
    let placed: Vec<u16> = serde_json::from_str(&desk.steps(attempt).await[3].2).unwrap();
    assert_eq!(
        placed.iter().collect::<BTreeSet<_>>(),
        ids.iter().map(|id| &id.0).collect(),
        "everything has a place"
    );
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-during-{width}")).await;
    }
    chrome.press("Сдать тест").await;
    chrome.sees("Без ответа остались").await;
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.press("Сдать тест").await;
    chrome.sees("Тест пока не сдан").await;
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-after-{width}")).await;
    }
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_agree_and_dispute_only_the_same_question() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    let (one, other) = (desk.window(attempt).await, desk.window(attempt).await);
    one.tick(&field_name(truth), "1").await;
    desk.steps_become(attempt, 1).await;
    other.tick(&field_name(scale), "3").await;
    desk.steps_become(attempt, 2).await;
    assert!(!other.text().await.contains("На другом устройстве"), "another question is no dispute");
    let shown =
        format!("return document.querySelector(\"[name='{}'][value='1']\").checked", field_name(truth));
    assert_eq!(other.driver.execute(shown, vec![]).await.unwrap().json(), true, "and shows here now");
    one.tick(&field_name(scale), "5").await;
    one.sees("На другом устройстве сохранён другой ответ").await;
    assert_eq!(one.violations().await, Vec::<String>::new());
    one.press("Оставить здешний").await;
    desk.steps_become(attempt, 3).await;
    assert_eq!(desk.steps(attempt).await[2], (3, scale, "5".into()));
    one.close().await;
    other.close().await;
}
