//! One projector and one phone in real browsers: everything moves by itself, in Russian and in Kazakh.

use super::*;
use crate::browser::chrome::Chrome;
use birge::access::SessionKind;
use thirtyfour::Cookie;

async fn look(chrome: &Chrome, name: &str) {
    assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
    chrome.keep(name).await;
}

async fn projector(hall: &Hall, live: &Live<'_>) -> Chrome {
    let chrome = Chrome::open("ru").await;
    let token = hall.app.open_session(&hall.trainer_person, SessionKind::Browser).await;
    chrome.go(&format!("{}{}", hall.app.url, paths::HEALTH_LIVE)).await;
    chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    chrome.go(&format!("{}{}", hall.app.url, paths::live_screen(live.id))).await;
    chrome
}

#[tokio::test(flavor = "multi_thread")]
async fn the_projector_and_a_phone_go_through_a_question_together() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (projector, phone) = (projector(&hall, &live).await, Chrome::open("ru").await);
    projector.sees("Наведите камеру").await;
    look(&projector, "live-screen-lobby").await;
    phone.go(&format!("{}{}", hall.app.url, paths::JOIN)).await;
    phone.width(360).await;
    look(&phone, "live-phone-code").await;
    phone.fill("code", &live.code).await;
    phone.press("Дальше").await;
    phone.sees("Как вас зовут").await;
    look(&phone, "live-phone-name").await;
    phone.fill("name", "Айгүл").await;
    phone.press("Войти в квиз").await;
    phone.sees("Вы в игре").await;
    look(&phone, "live-phone-lobby").await;
    projector.sees("Айгүл").await;
    projector.press("Задать первый вопрос").await;
    projector.sees("Один ответ?").await;
    look(&projector, "live-screen-open").await;
    phone.sees("Нажмите один ответ").await;
    look(&phone, "live-phone-open").await;
    phone.press("да, этот").await;
    phone.sees("Ответ принят, ждём остальных").await;
    look(&phone, "live-phone-waiting").await;
    projector.sees("1 / 1").await;
    projector.press("Закрыть вопрос сейчас").await;
    projector.sees("потому что так").await;
    look(&projector, "live-screen-closed").await;
    phone.sees("Ваше место: 1 из 1").await;
    look(&phone, "live-phone-closed").await;
    projector.press("Следующий вопрос").await;
    phone.sees("Отметьте все верные ответы").await;
    look(&phone, "live-phone-many").await;
    phone.press("Ответить").await;
    phone.sees("Заполните это поле").await;
    projector.press("Пауза").await;
    phone.sees("Время остановлено").await;
    projector.sees("Продолжить").await;
    look(&projector, "live-screen-paused").await;
    projector.press("Завершить квиз").await;
    projector.confirm("Завершить квиз").await;
    projector.sees("Итоги").await;
    look(&projector, "live-screen-ended").await;
    phone.sees("Квиз завершён").await;
    look(&phone, "live-phone-ended").await;
    for (page, name) in [
        (paths::live_quiz(live.id), "live-console-ended"),
        (paths::live_debriefing(live.id), "live-debriefing"),
        (paths::live_quizzes(hall.edition), "live-index"),
        (paths::new_live_quiz(hall.edition, hall.quiz), "live-setup"),
    ] {
        for width in crate::browser::chrome::WIDTHS {
            projector.width(width).await;
            projector.go(&format!("{}{page}", hall.app.url)).await;
            look(&projector, &format!("{name}-{width}")).await;
        }
    }
    projector.close().await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_in_kazakh_on_a_phone_and_on_the_projector() {
    let hall = Hall::with(TestApp::spawn().await, Course::sample().in_two_languages()).await;
    let live = hall.start(&[]).await;
    let (projector, phone) = (projector(&hall, &live).await, Chrome::open("kk").await);
    let back = paths::live_screen(live.id);
    projector.go(&format!("{}{}", hall.app.url, paths::language(birge::kernel::Language::Kk, &back))).await;
    projector.sees("Камераны бағыттаңыз").await;
    look(&projector, "live-kk-screen-lobby").await;
    phone.width(360).await;
    phone.go(&format!("{}{}", hall.app.url, paths::JOIN)).await;
    phone.sees("Зал экранындағы алты цифрды енгізіңіз").await;
    look(&phone, "live-kk-phone-code").await;
    phone.fill("code", &live.code).await;
    phone.press("Әрі қарай").await;
    phone.sees("Есіміңіз кім").await;
    phone.fill("name", "Айгүл").await;
    phone.press("Квизге кіру").await;
    phone.sees("Сіз ойындасыз").await;
    look(&phone, "live-kk-phone-lobby").await;
    projector.press("Бірінші сұрақты қою").await;
    phone.sees("Бір жауапты басыңыз").await;
    projector.sees("Сұрақты қазір жабу").await;
    look(&phone, "live-kk-phone-open").await;
    look(&projector, "live-kk-screen-open").await;
    projector.press("Сұрақты қазір жабу").await;
    phone.sees("Сіз жауап бермедіңіз").await;
    phone.sees("Дұрыс жауап:").await;
    look(&phone, "live-kk-phone-closed").await;
    projector.press("Сұрақты қайта ашу").await;
    projector.confirm("Сұрақты қайта ашу").await;
    phone.sees("сондықтан оған ұпай берілмейді").await;
    projector.sees("Сұрақты қазір жабу").await;
    look(&phone, "live-kk-phone-reopened").await;
    projector.press("Квизді аяқтау").await;
    projector.confirm("Квизді аяқтау").await;
    phone.sees("Квиз аяқталды").await;
    projector.go(&format!("{}{}", hall.app.url, paths::live_quiz(live.id))).await;
    projector.sees("Сұрақтарды талдау").await;
    projector.width(360).await;
    look(&projector, "live-kk-console-ended-360").await;
    projector.close().await;
    phone.close().await;
}
