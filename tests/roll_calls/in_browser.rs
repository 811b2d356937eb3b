//! The roll call on a phone of 360 px with the network cut in the middle.

use crate::attendance::ground::Ground;
use crate::browser::chrome::Chrome;
use birge::access::SessionKind;
use birge::attendance::rules::SessionMode;
use birge::kernel::SessionId;
use birge::web::paths;
use thirtyfour::Cookie;

pub(super) struct Phone {
    pub(super) ground: Ground,
    pub(super) session: SessionId,
    pub(super) chrome: Chrome,
}

impl Phone {
    pub(super) async fn new(people: usize) -> Phone {
        let ground = Ground::with(people).await;
        let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
        let chrome = Chrome::open("ru").await;
        let phone = Phone { ground, session, chrome };
        phone.chrome.go(&phone.url(paths::HEALTH_LIVE)).await;
        phone.sign_in().await;
        phone.chrome.go(&phone.url(&paths::session(phone.session))).await;
        phone.chrome.width(360).await;
        phone.chrome.wakes().await;
        phone
    }

    pub(super) async fn sign_in(&self) {
        let token = self.ground.app.open_session(&self.ground.trainer, SessionKind::Browser).await;
        self.chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.ground.app.url)
    }

    pub(super) async fn tap(&self, place: usize, status: &str) {
        self.chrome.tick(&format!("status-{}", self.ground.people[place].1), status).await;
    }

    /// Waits until the worker has this sheet.
    pub(super) async fn kept(&self) {
        let script = "const done = arguments[arguments.length - 1];
            const look = async () => {
                await navigator.serviceWorker.ready;
                const cache = await caches.open('birge-sheets');
                if (await cache.match(location.pathname)) done(true); else setTimeout(look, 50);
            };
            look();";
        self.chrome.driver.execute_async(script, Vec::new()).await.unwrap();
    }

    pub(super) async fn waiting(&self) -> usize {
        let script = "return Object.keys(localStorage).filter((key) => key.startsWith('roll-')).length;";
        let found = self.chrome.driver.execute(script, Vec::new()).await.unwrap();
        usize::try_from(found.json().as_u64().unwrap()).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_made_without_a_network_wait_and_go_by_themselves() {
    let phone = Phone::new(5).await;
    phone.tap(0, "present").await;
    phone.chrome.set_offline(true).await;
    phone.tap(1, "absent").await;
    phone.tap(2, "present").await;
    phone.chrome.sees("Нет сети. 3 отметки хранятся на этом телефоне").await;
    assert_eq!(phone.chrome.violations().await, Vec::<String>::new());
    phone.chrome.keep("roll-call-360-offline").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Нет сети. 3 отметки").await;
    assert_eq!(phone.ground.minutes(0).await, 0, "nothing came through");
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Сохранено 3 отметки").await;
    assert_eq!((phone.ground.minutes(0).await, phone.ground.minutes(2).await), (180, 180));
    assert_eq!(phone.waiting().await, 0, "what was sent is not kept");
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_opens_again_without_a_network_with_its_marks() {
    let phone = Phone::new(3).await;
    phone.kept().await;
    phone.chrome.set_offline(true).await;
    phone.tap(0, "present").await;
    phone.chrome.sees("Нет сети. 1 отметка").await;
    phone.chrome.driver.refresh().await.unwrap();
    phone.chrome.sees("Слушатель0001").await;
    phone.chrome.wakes().await;
    phone.chrome.sees("Нет сети. 1 отметка").await;
    phone.tap(1, "present").await;
    phone.chrome.sees("Нет сети. 2 отметки").await;
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Сохранено 2 отметки").await;
    assert_eq!((phone.ground.minutes(0).await, phone.ground.minutes(1).await), (180, 180));
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_else_marked_meanwhile_is_shown_and_not_overwritten() {
    let phone = Phone::new(2).await;
    phone.chrome.set_offline(true).await;
    phone.tap(0, "present").await;
    phone.tap(1, "present").await;
    let client = phone.ground.app.api(&phone.ground.trainer).await;
    let line =
        serde_json::json!({ "marks": [{ "enrolment_id": phone.ground.people[0].1.0, "status": "absent" }] });
    let marked = client.put(&format!("/api/v1/sessions/{}/marks", phone.session), line).await;
    assert_eq!(marked.status, 200, "{}", marked.html);
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Кого-то за это время отметили по-другому").await;
    phone.chrome.sees("Вы отметили: Есть").await;
    assert_eq!((phone.ground.minutes(0).await, phone.ground.minutes(1).await), (0, 180));
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_sign_in_keeps_the_marks_until_the_next() {
    let phone = Phone::new(1).await;
    phone.chrome.set_offline(true).await;
    phone.tap(0, "present").await;
    phone.chrome.driver.delete_cookie("birge_session").await.unwrap();
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Вход закончился").await;
    assert_eq!(phone.waiting().await, 1);
    phone.sign_in().await;
    phone.chrome.go(&phone.url(&paths::session(phone.session))).await;
    phone.chrome.sees("Сохранена 1 отметка").await;
    assert_eq!(phone.ground.minutes(0).await, 180);
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_cancelled_meanwhile_loses_no_mark() {
    let phone = Phone::new(1).await;
    phone.chrome.set_offline(true).await;
    phone.tap(0, "absent").await;
    let client = phone.ground.app.api(&phone.ground.trainer).await;
    let url = format!("/api/v1/sessions/{}/cancellation", phone.session);
    let cancelled = client.post(&url, serde_json::json!({ "reason": "Нет света" })).await;
    assert_eq!(cancelled.status, 201, "{}", cancelled.html);
    phone.chrome.set_offline(false).await;
    phone.chrome.sees("Эти отметки не записаны").await;
    phone.chrome.go(&phone.url(&paths::session(phone.session))).await;
    phone.chrome.sees("Эти отметки не записаны").await;
    phone.chrome.press("Убрать с телефона").await;
    assert_eq!(phone.waiting().await, 0);
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_sheet_opens_although_nothing_answers() {
    let phone = Phone::new(2).await;
    phone.kept().await;
    phone.tap(0, "late").await;
    let Phone { ground, chrome, .. } = phone;
    // The server is gone altogether: what comes now comes from the phone.
    drop(ground);
    chrome.driver.refresh().await.unwrap();
    chrome.sees("Слушатель0001").await;
    chrome.wakes().await;
    chrome.sees("Отмечено 1 / 2").await;
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_here_leaves_out_whoever_has_no_place() {
    let phone = Phone::new(3).await;
    let trainer = phone.ground.app.sign_in(&phone.ground.trainer).await;
    trainer.post(&paths::session_places(phone.session), &[("capacity", "1"), ("waiting_list", "on")]).await;
    for place in [1, 2] {
        let who = phone.ground.people[place].1.to_string();
        let fields = [("enrolment", who.as_str()), ("admission_reason", "По телефону")];
        let added = trainer.post(&paths::session_sign_ups(phone.session), &fields).await;
        assert_eq!(added.status, 200, "{}", added.text());
    }
    phone.chrome.go(&phone.url(&paths::session(phone.session))).await;
    phone.chrome.wakes().await;
    phone.chrome.press("Отметить всех присутствующими").await;
    phone.chrome.sees("Отмечено 1 / 3").await;
    phone.chrome.press("Сохранить отметки").await;
    phone.chrome.sees("Сохранена 1 отметка").await;
    let minutes =
        (phone.ground.minutes(0).await, phone.ground.minutes(1).await, phone.ground.minutes(2).await);
    assert_eq!(minutes, (0, 180, 0), "neither who waits nor who did not sign up");
    phone.chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_leaves_nothing_on_the_device() {
    let phone = Phone::new(1).await;
    phone.kept().await;
    let leave = "document.querySelector('form[data-sign-out] button').click();";
    phone.chrome.driver.execute(leave, Vec::new()).await.unwrap();
    phone.chrome.arrives(|path| !path.starts_with("/sessions/")).await;
    assert_eq!(phone.waiting().await, 0);
    let script = "const done = arguments[arguments.length - 1];
        caches.has('birge-sheets').then(done);";
    let kept = phone.chrome.driver.execute_async(script, Vec::new()).await.unwrap();
    assert_eq!(kept.json().as_bool(), Some(false));
    phone.chrome.close().await;
}
