//! A trainer grades ten works with the keyboard alone (H2, A14).

use crate::browser::chrome::Chrome;
use crate::cases::Room;
use crate::support::fixtures::PASSWORD;
use birge::db::schema::gradings;
use birge::web::paths;
use diesel::prelude::*;
use std::time::Duration;
use thirtyfour::Key;

/// Fingers on the keys.
struct Hands<'a>(&'a Chrome);

impl Hands<'_> {
    async fn press(&self, keys: &str) {
        for letter in keys.chars() {
            self.0.driver.action_chain().send_keys(letter).perform().await.unwrap();
        }
    }

    async fn key(&self, key: Key) {
        self.0.driver.action_chain().send_keys(key).perform().await.unwrap();
    }

    async fn save_and_next(&self) {
        let chain = self.0.driver.action_chain().key_down(Key::Control).send_keys(Key::Enter);
        chain.key_up(Key::Control).perform().await.unwrap();
    }

    async fn is(&self, script: &str) -> bool {
        self.0.driver.execute(&format!("return Boolean({script})"), vec![]).await.unwrap().json() == true
    }

    /// Until the scripts of the page have woken up.
    async fn awake(&self) {
        self.0.wakes().await;
        for _ in 0..200 {
            if self.is("document.querySelector('[data-keys-switch]:not([hidden])')").await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the keys of the desk never wake up at {}", self.0.path().await);
    }

    async fn tab_to(&self, css: &str) {
        for _ in 0..80 {
            if self.is(&format!("document.activeElement.matches('{css}')")).await {
                return;
            }
            self.key(Key::Tab).await;
        }
        panic!("Tab never comes to {css}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_works_are_graded_by_keyboard_alone() {
    let room = Room::new().await;
    room.app.give_password(&room.trainer).await;
    for number in 0..10 {
        room.work_of(&format!("Слушатель{number}")).await;
    }
    let chrome = Chrome::open("ru").await;
    let hands = Hands(&chrome);
    chrome.go(&format!("{}{}", room.app.url, paths::SIGN_IN)).await;
    hands.tab_to("[name=email]").await;
    hands.press(&room.trainer.email).await;
    hands.tab_to("[name=password]").await;
    hands.press(PASSWORD).await;
    hands.key(Key::Enter).await;
    chrome.arrives(|path| path != paths::SIGN_IN).await;
    chrome.go(&format!("{}{}", room.app.url, paths::GRADING)).await;
    hands.tab_to("main tbody a").await;
    hands.key(Key::Enter).await;
    chrome.arrives(|path| path.starts_with("/submissions/")).await;
    hands.awake().await;
    hands.press("?").await;
    assert!(hands.is("document.querySelector('[data-keys]').open").await, "the list of keys opens on «?»");

    for number in 0..10 {
        hands.awake().await;
        let here = chrome.path().await;
        hands.press("j3").await;
        assert!(hands.is("document.querySelector('[name=\"points.grasp\"][value=\"4\"]').checked").await);
        if number == 4 {
            hands.press("m").await;
            hands.press("1j?").await;
            hands.key(Key::Escape).await;
        }
        hands.press("j2").await;
        assert!(hands.is("document.querySelector('[name=\"points.tone\"][value=\"3\"]').checked").await);
        hands.save_and_next().await;
        chrome.arrives(|path| path != here).await;
    }
    assert_eq!(chrome.path().await, paths::GRADING, "nothing waits any more");
    let totals: Vec<i32> =
        room.app.db.read(|r| Ok(gradings::table.select(gradings::total).load(r.conn())?)).await.unwrap();
    assert_eq!(totals, vec![7; 10]);
    let remarks: Vec<String> = {
        use birge::db::schema::grading_marks as marks;
        let load = |r: &mut birge::db::Read| {
            let written = marks::table.filter(marks::remark.is_not_null());
            Ok(written.select(marks::remark.assume_not_null()).load(r.conn())?)
        };
        room.app.db.read(load).await.unwrap()
    };
    assert_eq!(remarks, ["1j?"], "in a remark letters and digits are letters and digits");
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_are_saved_while_they_are_typed_and_the_work_is_claimed_by_being_opened() {
    let room = Room::new().await;
    let id = room.work_of("Первый").await;
    room.app.give_password(&room.trainer).await;
    let (_, second) = room.colleague("Ахметова").await;
    let chrome = Chrome::open("ru").await;
    let hands = Hands(&chrome);
    chrome.go(&format!("{}{}", room.app.url, paths::SIGN_IN)).await;
    hands.tab_to("[name=email]").await;
    hands.press(&room.trainer.email).await;
    hands.tab_to("[name=password]").await;
    hands.press(PASSWORD).await;
    hands.key(Key::Enter).await;
    chrome.arrives(|path| path != paths::SIGN_IN).await;
    chrome.go(&format!("{}{}", room.app.url, paths::submission(id))).await;
    hands.awake().await;
    hands.press("j3").await;
    chrome.sees("Сохранено").await;
    let theirs = second.get(&paths::submission(id)).await.text();
    assert!(theirs.contains("эту работу проверяет Иванова А. С."), "{theirs}");
    chrome.go(&format!("{}{}", room.app.url, paths::submission(id))).await;
    assert!(hands.is("document.querySelector('[name=\"points.grasp\"][value=\"4\"]').checked").await);
    chrome.close().await;
}
