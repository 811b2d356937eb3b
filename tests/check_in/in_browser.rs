//! A projector and a phone of 360 px in real browsers, and the door without scripts.

use super::*;
use crate::browser::chrome::Chrome;
use birge::access::SessionKind;
use thirtyfour::Cookie;

async fn window(hall: &Hall, person: &Person, language: &str) -> Chrome {
    let chrome = Chrome::open(language).await;
    let token = hall.ground.app.open_session(person, SessionKind::Browser).await;
    chrome.go(&format!("{}{}", hall.ground.app.url, paths::HEALTH_LIVE)).await;
    chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    chrome
}

async fn look(chrome: &Chrome, name: &str) {
    assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
    chrome.keep(name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_arrives_and_the_projector_counts_it() {
    let hall = Hall::with(2, SessionMode::Mixed).await;
    let url = |path: &str| format!("{}{path}", hall.ground.app.url);
    let trainer = window(&hall, &hall.ground.trainer, "ru").await;
    trainer.go(&url(&paths::session(hall.session))).await;
    trainer.press("Отметка по коду").await;
    trainer.sees("Отметка ещё не открыта").await;
    look(&trainer, "check-in-form").await;
    trainer.press("Открыть отметку").await;
    trainer.sees("отметились 0 из 2").await;
    trainer.press("Показать код: Очно").await;
    trainer.sees("Наведите камеру и отметьтесь").await;
    trainer.sees("0 / 2").await;
    look(&trainer, "check-in-screen").await;

    let phone = window(&hall, hall.person(0).0, "ru").await;
    phone.go(&url(paths::HERE)).await;
    phone.width(360).await;
    phone.sees("Ваши занятия сейчас").await;
    look(&phone, "check-in-360-door").await;
    phone.fill("code", "000000").await;
    phone.press("Отметиться").await;
    phone.sees("Код не подошёл").await;
    look(&phone, "check-in-360-wrong").await;
    phone.go(&url(&hall.picture())).await;
    phone.sees("Код принят").await;
    look(&phone, "check-in-360-ready").await;
    phone.press("Отметиться").await;
    phone.sees("Вы отмечены в 10:00").await;
    look(&phone, "check-in-360-done").await;
    trainer.sees("1 / 2").await;
    phone.close().await;
    trainer.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_early_waits_on_the_page_and_goes_on_when_it_opens() {
    let hall = Hall::with(1, SessionMode::InPerson).await;
    hall.let_in(&USUAL).await;
    hall.clock(-15 * 60 - 2);
    let phone = window(&hall, hall.person(0).0, "kk").await;
    let back = hall.picture();
    let language = paths::language(birge::kernel::Language::Kk, &back);
    phone.go(&format!("{}{language}", hall.ground.app.url)).await;
    phone.width(360).await;
    phone.sees("Белгілену ашылатын уақыт: 09:45").await;
    look(&phone, "check-in-kk-360-early").await;
    hall.clock(-15 * 60 + 1);
    phone.sees("Код қабылданды. Сізге қойылатын белгі").await;
    look(&phone, "check-in-kk-360-ready").await;
    phone.press("Белгілену").await;
    phone.sees("Сіз белгілендіңіз: 09:45").await;
    phone.close().await;
}
