//! The question on a phone, in Russian and in Kazakh, and the page on which the training centre decides.

use super::{Ground, QUESTION};
use crate::browser::chrome::Chrome;
use crate::support::fixtures::Person;
use birge::access::SessionKind;
use birge::kernel::Language;
use birge::web::paths;
use thirtyfour::Cookie;

impl Ground {
    async fn window(&self, person: &Person, language: &str) -> Chrome {
        let chrome = Chrome::open(language).await;
        let token = self.app.open_session(person, SessionKind::Browser).await;
        chrome.go(&format!("{}{}", self.app.url, paths::HEALTH_LIVE)).await;
        chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
        chrome
    }
}

/// Opens a page as wide as a phone.
async fn go(ground: &Ground, chrome: &Chrome, path: &str) {
    chrome.go(&format!("{}{path}", ground.app.url)).await;
    chrome.width(360).await;
}

async fn look(chrome: &Chrome, name: &str) {
    assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
    chrome.keep(name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trainee_answers_on_a_phone_and_the_centre_decides() {
    let ground = Ground::new().await;
    let chrome = ground.window(&ground.trainee, "ru").await;
    go(&ground, &chrome, &ground.course()).await;
    chrome.sees(QUESTION).await;
    look(&chrome, "extra-question-360-ru").await;
    chrome.tick("experience-orphan-care", "no").await;
    chrome.press("Сохранить ответ").await;
    chrome.sees("Ответ сохранён").await;
    chrome.sees("Пройдено 0 из 7").await;
    chrome.sees("Изменить ответ").await;
    look(&chrome, "extra-answered-360-ru").await;
    chrome.close().await;

    let chrome = ground.window(&ground.administrator, "ru").await;
    go(&ground, &chrome, &ground.extra()).await;
    chrome.tick("decision", "released").await;
    chrome.fill("note", "Волонтёр с 2019 года").await;
    look(&chrome, "extra-decision-360-ru").await;
    chrome.press("Сохранить решение").await;
    chrome.sees("Освобождён независимо от ответа").await;
    look(&chrome, "extra-decided-360-ru").await;
    chrome.close().await;

    let reader = ground.app.person_speaking("Әлия", Language::Kk).await;
    let enrolment = ground.app.enrol(ground.edition, &reader).await;
    let chrome = ground.window(&reader, "kk").await;
    go(&ground, &chrome, &format!("/learn/{enrolment}")).await;
    chrome.sees("Бұрын жетім балалармен жұмыс істедіңіз бе?").await;
    look(&chrome, "extra-question-360-kk").await;
    chrome.close().await;
}
