//! A case from a phone to the whole group, in a browser.

use super::{SECRET, Site};
use crate::browser::chrome::Chrome;
use crate::support::fixtures::Person;
use birge::access::SessionKind;
use birge::web::paths;
use thirtyfour::Cookie;

impl Site {
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

/// Raises a case on a phone; the draft is kept while it is typed.
async fn raise(site: &Site, phone: &Chrome) -> String {
    site.go(phone, &format!("/learn/{}", site.enrolment)).await;
    phone.width(360).await;
    phone.press("Случаи из практики").await;
    phone.sees("Вы ещё ни о чём не рассказали").await;
    look(phone, "site-own-360").await;
    phone.press("Рассказать о случае").await;
    phone.sees("Без личных данных").await;
    phone.wakes().await;
    phone.fill("title", "Семья отказалась").await;
    phone.fill("institution", "Центр помощи").await;
    phone.fill("happened", SECRET).await;
    phone.sees("Сохранено в").await;
    let draft = phone.path().await;
    site.go(phone, &draft).await;
    phone.width(360).await;
    phone.wakes().await;
    phone.fill("question", "Что нам делать?").await;
    look(phone, "site-draft-360").await;
    phone.press("Отправить преподавателям").await;
    phone.sees("Случай отправлен преподавателям").await;
    phone.sees(SECRET).await;
    phone.path().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_from_a_phone_to_the_whole_group() {
    let site = Site::new().await;
    let (phone, desk) = (site.window(&site.trainee).await, site.window(&site.trainer).await);
    let case = raise(&site, &phone).await;

    site.go(&desk, paths::TODAY).await;
    desk.press("Открыть случаи").await;
    desk.press("Семья отказалась").await;
    desk.fill("message", "Спросите семью, когда удобно поговорить").await;
    desk.press("Отправить").await;
    desk.sees("Сообщение отправлено").await;
    desk.driver
        .execute("for (const fold of document.querySelectorAll('details')) fold.open = true", vec![])
        .await
        .unwrap();
    desk.fill("reason", "Уберите слова о сыне").await;
    look(&desk, "site-case-desk").await;
    desk.press("Скрыть текст и попросить переписать").await;
    desk.confirm("Скрыть текст и попросить переписать").await;
    desk.sees("Автор переписывает").await;

    site.go(&phone, &case).await;
    phone.width(360).await;
    phone.sees("Уберите слова о сыне").await;
    look(&phone, "site-redo-360").await;
    phone.press("Переписать текст").await;
    phone.wakes().await;
    phone.fill("happened", "Родственник больше не приедет").await;
    phone.press("Отправить преподавателям").await;
    phone.sees("Родственник больше не приедет").await;

    site.go(&desk, &format!("{case}/copy")).await;
    desk.fill("title", "Отказ от помощи").await;
    desk.fill("situation", "Сейтқали просила помочь подопечному").await;
    desk.fill("task", "Что вы скажете семье?").await;
    desk.press("Сохранить текст").await;
    desk.sees("Строка 1: «Сейтқали»").await;
    look(&desk, "site-copy-refused").await;
    desk.fill("situation", "Сотрудница просила помочь подопечному").await;
    desk.press("Сохранить текст").await;
    desk.sees("Автора о нём ещё не спросили").await;
    desk.press("Спросить автора").await;
    desk.sees("Вопрос задан").await;

    site.go(&phone, &case).await;
    phone.width(360).await;
    phone.sees("Можно ли показать ваш случай").await;
    phone.tick("group", "on").await;
    look(&phone, "site-consent-360").await;
    phone.press("Сохранить ответ").await;
    phone.sees("Разрешено показать группе").await;
    phone.close().await;

    site.go(&desk, &format!("{case}/copy")).await;
    desk.press("Открыть группе").await;
    desk.sees("Группа видит этот текст").await;
    look(&desk, "site-copy-open").await;
    desk.close().await;
    let list = site.fellow.get(&format!("/learn/{}/site-cases", site.fellow_place)).await;
    let page = site.fellow.get(&list.link_to("Отказ от помощи")).await;
    assert!(page.text().contains("Сотрудница просила помочь"), "{}", page.text());
    assert!(!page.html.contains("Сейтқали") && !page.html.contains(SECRET));
}
