//! A phone that two people use, and a sheet that is open in two windows or was marked by somebody else meanwhile.

use super::in_browser::Phone;
use birge::access::SessionKind;
use birge::web::paths;
use serde_json::json;
use thirtyfour::Cookie;

impl Phone {
    /// Waits until the page of the sheet that is kept on the phone says something, or until there is none.
    async fn kept_page(&self, wanted: Option<&str>) -> bool {
        let script = "const [path, wanted, done] = arguments;
            const look = async (left) => {
                const kept = await caches.match(path, { cacheName: 'birge-sheets', ignoreVary: true });
                const fits = wanted === null ? !kept : Boolean(kept) && (await kept.text()).includes(wanted);
                if (fits || left === 0) done(fits); else setTimeout(look, 50, left - 1);
            };
            look(600);";
        let arguments = vec![paths::session(self.session).into(), json!(wanted)];
        let found = self.chrome.driver.execute_async(script, arguments).await.unwrap();
        found.json().as_bool().unwrap()
    }

    /// Somebody else marks one of the people, at another device.
    async fn marked_elsewhere(&self, place: usize, status: &str) {
        let client = self.ground.app.api(&self.ground.trainer).await;
        let line = json!({ "enrolment_id": self.ground.people[place].1.0, "status": status });
        let url = format!("/api/v1/sessions/{}/marks", self.session);
        let marked = client.put(&url, json!({ "marks": [line] })).await;
        assert_eq!(marked.status, 200, "{}", marked.html);
    }

    async fn open(&self) {
        self.chrome.go(&self.url(&paths::session(self.session))).await;
        self.chrome.wakes().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_never_go_in_the_name_of_whoever_signed_in_next() {
    let phone = Phone::new(1).await;
    let ground = &phone.ground;
    phone.kept().await;
    phone.chrome.set_offline(true).await;
    phone.tap(0, "present").await;
    phone.chrome.sees("Нет сети. 1 отметка").await;
    let other = ground.app.trainer("Вторая").await;
    ground.app.teach(ground.edition, &other).await;
    let token = ground.app.open_session(&other, SessionKind::Browser).await;
    phone.chrome.driver.delete_cookie("birge_session").await.unwrap();
    phone.chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Вход закончился").await;
    assert_eq!((ground.minutes(0).await, phone.waiting().await), (0, 1));

    phone.chrome.go(&phone.url(paths::PROFILE)).await;
    phone.chrome.wakes().await;
    assert!(phone.kept_page(None).await, "the names of one trainer's people are not left to another");
    assert_eq!(phone.waiting().await, 1, "what was not sent is not lost");
    phone.chrome.driver.delete_cookie("birge_session").await.unwrap();
    phone.sign_in().await;
    phone.open().await;
    phone.chrome.sees("Сохранена 1 отметка").await;
    assert_eq!(phone.ground.minutes(0).await, 180);
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_too_late_is_shown_until_a_save_succeeds() {
    let phone = Phone::new(2).await;
    phone.tap(0, "present").await;
    phone.marked_elsewhere(0, "absent").await;
    // Nothing was to be sent yet: the tap is not lost when the page comes anew, and overwrites nothing.
    phone.open().await;
    phone.chrome.sees("Уже записано: Нет. Вы отметили: Есть.").await;
    assert_eq!(phone.chrome.violations().await, Vec::<String>::new());
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Всё уже было сохранено").await;
    assert_eq!((phone.waiting().await, phone.ground.minutes(0).await), (0, 0));

    // The server refused it: the page may be closed, and both values are still there the next time.
    phone.tap(1, "present").await;
    phone.marked_elsewhere(1, "absent").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Вы отметили: Есть").await;
    assert_eq!(phone.waiting().await, 1);
    phone.open().await;
    phone.chrome.sees("Уже записано: Нет. Вы отметили: Есть.").await;
    phone.tap(1, "present").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Сохранена 1 отметка").await;
    assert_eq!((phone.waiting().await, phone.ground.minutes(1).await), (0, 180));
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_of_a_sheet_lose_no_mark_and_the_kept_page_is_the_saved_one() {
    let phone = Phone::new(2).await;
    phone.kept().await;
    let driver = &phone.chrome.driver;
    let first = driver.window().await.unwrap();
    let second = driver.new_tab().await.unwrap();
    driver.switch_to_window(second.clone()).await.unwrap();
    phone.open().await;
    driver.switch_to_window(first.clone()).await.unwrap();
    phone.tap(0, "present").await;
    driver.switch_to_window(second).await.unwrap();
    phone.chrome.sees("Отмечено 1 / 2").await;
    phone.tap(1, "present").await;
    driver.switch_to_window(first).await.unwrap();
    phone.chrome.sees("Отмечено 2 / 2").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Сохранено 2 отметки").await;
    assert_eq!((phone.ground.minutes(0).await, phone.ground.minutes(1).await), (180, 180));
    assert!(
        phone.kept_page(Some("data-roll-marked>2<")).await,
        "an older page would bring back what was saved"
    );
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn marking_everybody_does_not_take_back_the_promise_to_send() {
    let phone = Phone::new(2).await;
    // A network that is there and carries nothing.
    let there = "Object.defineProperty(navigator, 'onLine', { get: () => true });";
    phone.chrome.driver.execute(there, Vec::new()).await.unwrap();
    phone.chrome.set_offline(true).await;
    phone.tap(0, "late").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Нет сети. 1 отметка").await;
    phone.chrome.press("Отметить всех присутствующими").await;
    phone.chrome.sees("Нет сети. 2 отметки").await;
    phone.chrome.close().await;
}
