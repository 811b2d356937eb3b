//! A session dragged to another day in a real browser: sent by its own form, and put back when the rules refuse.

use crate::attendance::ground::Ground;
use crate::browser::chrome::{Chrome, PATIENCE};
use birge::access::SessionKind;
use birge::attendance::rules::SessionMode;
use birge::db::schema::sessions;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;
use thirtyfour::{By, Cookie};

async fn held(ground: &Ground) -> String {
    let load = |r: &mut birge::db::Read| {
        let row = sessions::table.select((sessions::held_on, sessions::starts_local, sessions::ends_local));
        Ok(row.first::<(chrono::NaiveDate, chrono::NaiveTime, chrono::NaiveTime)>(r.conn())?)
    };
    let (day, from, to) = ground.app.db.read(load).await.unwrap();
    format!("{day} {from}–{to}")
}

/// Drags the only session to a day, and so many pixels down.
async fn drag(chrome: &Chrome, day: &str, down: i64) {
    let mut grip = None;
    for _ in 0..PATIENCE {
        grip = chrome.driver.find(By::Css(".week-card .grip")).await.ok();
        if grip.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let grip = grip.expect("the script gives the card something to drag by");
    let target = chrome.driver.find(By::Css(format!("[data-day='{day}'] h2"))).await.unwrap();
    let (from, to) = (grip.rect().await.unwrap(), target.rect().await.unwrap());
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
    let across = ((to.x + to.width / 2.0) - (from.x + from.width / 2.0)) as i64;
    let chain = chrome.driver.action_chain();
    chain.click_and_hold_element(&grip).move_by_offset(across, down).release().perform().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_dragged_and_comes_back_when_it_is_refused() {
    let ground = Ground::with(0).await;
    ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
    let hours = json!({ "weekdays": ["fri"], "starts": "08:00", "ends": "14:00", "from": "2026-09-01",
        "to": "2026-12-29", "what": "Уроки" });
    let api = ground.app.api(&ground.trainer).await;
    api.post(&format!("/api/v1/editions/{}/closed-hours", ground.edition), hours).await;
    let chrome = Chrome::open("ru").await;
    let token = ground.app.open_session(&ground.trainer, SessionKind::Browser).await;
    chrome.go(&format!("{}{}", ground.app.url, paths::HEALTH_LIVE)).await;
    chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    chrome.go(&format!("{}{}", ground.app.url, paths::edition_week(ground.edition))).await;
    chrome.width(1280).await;

    drag(&chrome, "2026-09-17", 28).await;
    chrome.sees("Перенесли: чт, 17 сентября, 10:30–13:30").await;
    assert_eq!(held(&ground).await, "2026-09-17 10:30:00–13:30:00", "two steps of a quarter of an hour");
    drag(&chrome, "2026-09-18", 0).await;
    chrome.sees("Не перенесли. В эти часы занятия не проводят: Уроки").await;
    assert_eq!(held(&ground).await, "2026-09-17 10:30:00–13:30:00");
    let back = chrome.driver.find(By::Css("[data-day='2026-09-17'] .week-card [data-time]")).await.unwrap();
    assert_eq!(back.text().await.unwrap(), "10:30–13:30", "the card is where it was");
    chrome.close().await;
}
