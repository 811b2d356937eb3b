//! The staged case of the shipped course in real browsers: five steps to two different ends, one of them on a phone;
//! the trainer sees both ways.

use crate::browser::chrome::Chrome;
use crate::support::Person;
use crate::support::app::TestApp;
use birge::access::SessionKind;
use birge::kernel::{ActivityId, EditionId, EnrolmentId, Minutes};
use birge::web::paths;
use thirtyfour::{By, Cookie};

/// The shipped course with its staged case open.
struct Centre {
    app: TestApp,
    edition: EditionId,
    case: ActivityId,
    trainer: Person,
}

impl Centre {
    async fn open() -> Centre {
        let app = TestApp::spawn().await;
        let version = app.shipped("effective-partnership").await;
        let edition = app.edition(version).await;
        let case = app.activity(version, "case-refusal").await;
        let trainer = app.trainer("Иванова").await;
        app.teach(edition, &trainer).await;
        Centre { app, edition, case, trainer }
    }

    /// Somebody who has read what comes before the case.
    async fn trainee(&self, surname: &str) -> (Person, EnrolmentId) {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        for fact in self.app.facts(enrolment).await {
            if ["what-is-volunteering", "rights-and-duties"].contains(&fact.key.as_str()) {
                self.app.finish(enrolment, fact, Minutes(45)).await;
            }
        }
        (person, enrolment)
    }

    async fn window(&self, person: &Person) -> Chrome {
        let chrome = Chrome::open("ru").await;
        let token = self.app.open_session(person, SessionKind::Browser).await;
        chrome.go(&format!("{}{}", self.app.url, paths::HEALTH_LIVE)).await;
        chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
        chrome
    }

    async fn go(&self, chrome: &Chrome, path: &str) {
        chrome.go(&format!("{}{path}", self.app.url)).await;
    }
}

async fn look(chrome: &Chrome, name: &str) {
    assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
    chrome.keep(name).await;
}

async fn chooses(chrome: &Chrome, number: &str, next: &str) {
    chrome.tick("choice", number).await;
    chrome.press("Принять решение").await;
    chrome.sees(next).await;
}

async fn hands_in(centre: &Centre, chrome: &Chrome, enrolment: EnrolmentId, text: &str) {
    centre.go(chrome, &paths::case(enrolment, centre.case)).await;
    chrome.fill("text", text).await;
    chrome.press("Сдать работу").await;
    chrome.confirm("Сдать работу").await;
    chrome.sees("Работа ждёт проверки").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_steps_lead_to_two_ends_and_the_trainer_sees_both_ways() {
    let centre = Centre::open().await;
    let (first, first_place) = centre.trainee("Сейтқали").await;
    let phone = centre.window(&first).await;
    centre.go(&phone, &paths::case(first_place, centre.case)).await;
    phone.width(360).await;
    phone.sees("Сначала пройдите шаги кейса").await;
    look(&phone, "staged-phone-case").await;
    phone.press("Перейти к шагам").await;
    phone.sees("Решение нельзя взять назад").await;
    look(&phone, "staged-phone-first").await;
    phone.press("Начать").await;
    phone.sees("Четверг, десять утра").await;
    look(&phone, "staged-phone-choice").await;
    chooses(&phone, "1", "Галина просит слова").await;
    look(&phone, "staged-phone-words").await;
    phone
        .fill("text", "Простите, мы вас не спросили. Хотите, чтобы кто-то заходил? Можно сказать нет.")
        .await;
    phone.press("Принять решение").await;
    phone.sees("Пятница, разговор на пороге").await;
    chooses(&phone, "1", "На решение будет 10 минут").await;
    look(&phone, "staged-phone-offer").await;
    phone.press("Открыть шаг 4").await;
    phone.sees("Дочь на линии").await;
    look(&phone, "staged-phone-clock").await;
    chooses(&phone, "1", "Две недели спустя").await;
    chooses(&phone, "1", "Партия по средам").await;
    look(&phone, "staged-phone-end").await;
    hands_in(&centre, &phone, first_place, "Главная ошибка: согласие взяли у дочери.").await;
    phone.close().await;

    let (second, second_place) = centre.trainee("Петров").await;
    let desk = centre.window(&second).await;
    centre.go(&desk, &paths::case_steps(second_place, centre.case)).await;
    desk.press("Начать").await;
    desk.sees("Четверг, десять утра").await;
    chooses(&desk, "2", "Пятница, двое у двери").await;
    chooses(&desk, "2", "Воскресенье, звонок соседа").await;
    chooses(&desk, "2", "Жалоба директору").await;
    desk.fill("text", "Ирина, мы видим отца дважды в неделю и позвоним вам в пятницу.").await;
    desk.press("Принять решение").await;
    desk.sees("Две недели спустя").await;
    chooses(&desk, "2", "Дверь на цепочке").await;
    look(&desk, "staged-desktop-end").await;
    hands_in(&centre, &desk, second_place, "Я торопился помочь, и это была ошибка.").await;
    desk.close().await;

    let trainer = centre.window(&centre.trainer).await;
    for (surname, end) in [("Сейтқали", "Партия по средам"), ("Петров", "Дверь на цепочке")]
    {
        centre.go(&trainer, paths::GRADING).await;
        trainer.press(surname).await;
        trainer.sees("Шаг: Четверг, десять утра").await;
        // The way stands beside the rubric, and has a page of its own.
        trainer.sees(end).await;
        look(&trainer, "staged-desk").await;
        let work = trainer.driver.current_url().await.unwrap().path().to_owned();
        centre.go(&trainer, &format!("{work}/path")).await;
        trainer.sees(end).await;
        look(&trainer, "staged-path").await;
    }
    centre.go(&trainer, &paths::edition_case(centre.edition, centre.case)).await;
    trainer.sees("Начали шаги: 2. Дошли до концовки: 2.").await;
    look(&trainer, "staged-overview").await;
    trainer.width(360).await;
    look(&trainer, "staged-overview-phone").await;
    let map = trainer.driver.find(By::Css("svg.branch-map")).await.unwrap();
    assert_eq!(map.attr("role").await.unwrap().as_deref(), Some("img"));
    trainer.close().await;
}
