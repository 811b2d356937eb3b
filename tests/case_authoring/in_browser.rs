//! A dead end met, mended and published in a real browser.

use crate::browser::chrome::Chrome;
use crate::support::app::TestApp;
use birge::access::SessionKind;
use birge::web::paths;
use thirtyfour::Cookie;

const SLUG: &str = "effective-partnership";

async fn look(chrome: &Chrome, name: &str) {
    assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
    chrome.keep(name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_end_is_met_mended_and_published() {
    let app = TestApp::spawn().await;
    app.shipped(SLUG).await;
    let administrator = app.administrator().await;
    let chrome = Chrome::open("ru").await;
    let token = app.open_session(&administrator, SessionKind::Browser).await;
    chrome.go(&format!("{}{}", app.url, paths::HEALTH_LIVE)).await;
    chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    chrome.go(&format!("{}{}", app.url, paths::programme(SLUG))).await;
    chrome.press("Менять кейсы программы").await;
    chrome.sees("Здесь кейс меняют как рабочую копию").await;
    look(&chrome, "authoring-desk").await;
    chrome.press("Изменить: Кейс «Благополучатель").await;
    chrome.sees("Ошибок нет").await;
    look(&chrome, "authoring-copy").await;

    chrome.press("Шаг 8. Две недели спустя").await;
    chrome.sees("Варианты решения").await;
    look(&chrome, "authoring-step").await;
    for choice in ["choice-0-next", "choice-1-next"] {
        chrome.select(choice, "sunday").await;
    }
    // It saves itself after a pause; the button checks.
    chrome.has("[data-save-state] [data-state=saved]:not([hidden])").await;
    chrome.press("Сохранить и к частям").await;
    chrome.sees("От этого шага нельзя прийти ни к одной концовке").await;
    chrome.width(360).await;
    look(&chrome, "authoring-faults-phone").await;
    chrome.press("Шаг 8. Две недели спустя").await;
    chrome.sees("Варианты решения").await;
    chrome.select("choice-0-next", "chess-end").await;
    chrome.select("choice-1-next", "chain-end").await;
    chrome.fill("title", "Две недели спустя, вторник").await;
    look(&chrome, "authoring-step-phone").await;
    chrome.press("Сохранить и к частям").await;
    chrome.sees("Ошибок нет").await;
    chrome.press("Глазами слушателя").await;
    chrome.sees("Четверг, десять утра").await;
    look(&chrome, "authoring-preview-phone").await;
    chrome.press("Текст файла").await;
    chrome.sees("Сохранить и проверить").await;
    look(&chrome, "authoring-text-phone").await;
    chrome.press("Части кейса").await;
    chrome.press("Опубликовать").await;
    chrome.confirm("Опубликовать").await;
    chrome.sees("Опубликована версия 2").await;
    chrome.close().await;
}
