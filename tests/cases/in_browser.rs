//! EP-C1 on a phone: handed in with a photo of the plan, asked to redo, handed in again; both versions stay (H3, H5).

use super::first_file;
use crate::browser::chrome::Chrome;
use crate::support::Person;
use crate::support::app::TestApp;
use birge::access::SessionKind;
use birge::kernel::{ActivityId, EnrolmentId, Minutes};
use birge::programmes::rules::ActivityKind;
use birge::web::paths;
use thirtyfour::{By, Cookie};

/// A photo as a phone takes it, and as its file field gets it from the camera.
const TAKE_A_PHOTO: &str = "
    const [input, name, done] = arguments;
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
    const paper = canvas.getContext('2d');
    for (let y = 0; y < 1200; y += 40) {
        paper.fillStyle = `hsl(${y % 360} 40% 85%)`;
        paper.fillRect(0, y, 1600, 40);
    }
    paper.fillStyle = 'black';
    paper.font = '64px sans-serif';
    paper.fillText(name, 120, 600);
    canvas.toBlob(photo => {
        const camera = new DataTransfer();
        camera.items.add(new File([photo], name, { type: 'image/jpeg' }));
        input.files = camera.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        done(photo.size);
    }, 'image/jpeg', 0.8);";

/// The shipped course with EP-C1 open to a trainee.
struct Phone {
    app: TestApp,
    trainer: Person,
    trainee: Person,
    enrolment: EnrolmentId,
    case: ActivityId,
}

impl Phone {
    async fn new() -> Phone {
        let app = TestApp::spawn().await;
        let version = app.shipped("effective-partnership").await;
        let edition = app.edition(version).await;
        let case = app.activity(version, "case-no-show").await;
        let (trainer, trainee) = (app.trainer("Иванова").await, app.person("Сейтқали").await);
        app.teach(edition, &trainer).await;
        let enrolment = app.enrol(edition, &trainee).await;
        for fact in app.facts(enrolment).await.into_iter().take_while(|fact| fact.id != case) {
            if matches!(fact.kind, ActivityKind::Lesson | ActivityKind::Quiz) {
                app.finish(enrolment, fact, Minutes(45)).await;
            }
        }
        Phone { app, trainer, trainee, enrolment, case }
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

async fn take_a_photo(chrome: &Chrome, name: &str) {
    let field = chrome.driver.find(By::Css("input[name='files.photo']")).await.unwrap();
    assert_eq!(field.attr("accept").await.unwrap().as_deref(), Some("image/*"), "a phone offers its camera");
    let arguments = vec![field.to_json().unwrap(), name.into()];
    let size = chrome.driver.execute_async(TAKE_A_PHOTO, arguments).await.unwrap();
    assert!(size.json().as_i64().unwrap() > 10_000, "{:?}", size.json());
}

async fn hand_in(chrome: &Chrome, number: usize) {
    chrome.press("Сдать работу").await;
    chrome.confirm("Сдать работу").await;
    chrome.sees(&format!("Версия {number} сдана")).await;
}

/// How wide the picture is that an address shows, in pixels.
async fn width_of(chrome: &Chrome, url: &str) -> i64 {
    chrome.go(url).await;
    let script = "const shown = document.querySelector('img'); return shown ? shown.naturalWidth : 0";
    chrome.driver.execute(script, vec![]).await.unwrap().json().as_i64().unwrap_or(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_handed_in_from_a_phone_with_a_photo_and_again_after_feedback() {
    let room = Phone::new().await;
    let case = paths::case(room.enrolment, room.case);
    let phone = room.window(&room.trainee).await;
    room.go(&phone, &case).await;
    phone.width(360).await;
    phone.sees("Фото плана, если он на бумаге").await;
    look(&phone, "case-phone-empty").await;
    phone.fill("text", "Ольга, волонтёры заболели. Давайте перенесём.").await;
    take_a_photo(&phone, "план.jpg").await;
    hand_in(&phone, 1).await;
    phone.sees("Работа ждёт проверки").await;
    look(&phone, "case-phone-waiting").await;

    let desk = room.window(&room.trainer).await;
    room.go(&desk, paths::GRADING).await;
    desk.press("Сейтқали").await;
    desk.sees("план.jpg").await;
    look(&desk, "case-desk-photo").await;
    let work = desk.path().await;
    let file = first_file(&room.app.sign_in(&room.trainer).await.get(&work).await);
    let preview = format!("{}{}", room.app.url, paths::file_preview(file));
    assert_eq!(width_of(&desk, &preview).await, 1600, "the photo is looked at without being saved");
    room.go(&desk, &work).await;
    grade(&desk, 1).await;
    desk.fill("advice", "Скажите Ольге, кто придёт и во сколько.").await;
    desk.press("Сохранить и следующая").await;
    desk.arrives(|path| path == paths::GRADING).await;

    room.go(&phone, &case).await;
    phone.sees("Скажите Ольге, кто придёт и во сколько.").await;
    phone.sees("Версий осталось: 2 из 3").await;
    look(&phone, "case-phone-redo").await;
    phone.fill("text", "Ольга, придут двое: Марина в 10:30 и Игорь в 11:00.").await;
    take_a_photo(&phone, "новый план.jpg").await;
    hand_in(&phone, 2).await;
    look(&phone, "case-phone-second").await;

    let versions = room.app.sign_in(&room.trainer).await.get(&work).await.text();
    assert!(versions.contains("Давайте перенесём") && versions.contains("Марина в 10:30"), "{versions}");
    room.go(&desk, paths::GRADING).await;
    desk.press("Сейтқали").await;
    desk.sees("новый план.jpg").await;
    grade(&desk, 9).await;
    desk.press("Сохранить и следующая").await;
    desk.arrives(|path| path == paths::GRADING).await;
    desk.close().await;

    room.go(&phone, &case).await;
    for part in ["Версия 1", "Пока не зачтено", "Версия 2", "Зачтено"] {
        phone.sees(part).await;
    }
    let own = room.app.sign_in(&room.trainee).await.get(&case).await.text();
    assert!(own.contains("Давайте перенесём") && own.contains("Марина в 10:30"), "both versions stay: {own}");
    look(&phone, "case-phone-both").await;
    phone.close().await;
}

/// Chooses the level of so high a place, or the highest there is, at every criterion.
async fn grade(chrome: &Chrome, level: usize) {
    let script = "for (const one of document.querySelectorAll('[data-grading] fieldset')) {
        const levels = one.querySelectorAll('[type=radio]');
        if (levels.length > 0) levels[Math.min(arguments[0], levels.length - 1)].click();
    }";
    chrome.driver.execute(script, vec![level.into()]).await.unwrap();
}
