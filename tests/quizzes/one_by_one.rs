//! One question on each page: going on saves, every question has its address, and nothing that is not on the page is
//! touched (G3). Without scripts, and with them when the connection is lost.

use super::*;
use crate::browser::chrome::{PATIENCE, WIDTHS};
use thirtyfour::By;

impl Desk {
    async fn one_by_one(others: &[(&str, &str)]) -> (Desk, AttemptId, Vec<QuestionId>) {
        let desk = Desk::of(course()).await;
        desk.set_up(&[&[("layout", "one_question")], others].concat()).await;
        let attempt = desk.start().await;
        let asked = desk.row(attempt).await.question_ids.0;
        (desk, attempt, asked)
    }

    /// Sends the page of a question as a browser without scripts does.
    async fn turn(&self, attempt: AttemptId, question: QuestionId, fields: &[(&str, &str)]) -> Page {
        let (page, sequence) = (question.to_string(), self.steps(attempt).await.len().to_string());
        let mut all = vec![("page", page.as_str()), ("sequence", sequence.as_str())];
        all.extend_from_slice(fields);
        send(&self.browser, &paths::attempt_answers(attempt), &all).await
    }
}

#[tokio::test]
async fn going_on_saves_the_page_and_nothing_else() {
    let (desk, attempt, asked) = Desk::one_by_one(&[]).await;
    let before = desk.browser.get(&desk.page()).await.text();
    assert!(before.contains("Вопросы идут по одному"), "{before}");
    let first = desk.browser.get(&paths::attempt(attempt)).await;
    assert_eq!(first.path, paths::attempt_question(attempt, asked[0]), "the first without an answer");
    assert!(first.text().contains("Вопрос 1 из 7"), "{}", first.text());
    assert_eq!(first.html.matches("<fieldset class=\"question").count(), 1, "{}", first.html);
    assert!(!first.text().contains("Предыдущий вопрос") && first.text().contains("Следующий вопрос"));

    let (truth, one) = (desk.question("truth").await.0, desk.question("one").await);
    let Answer::One(right) = one.1.answer else { panic!() };
    let (name, right) = (field_name(one.0), right.0.to_string());
    let second = asked[1].to_string();
    let page = desk.turn(attempt, one.0, &[(&name, &right), ("then", &second)]).await;
    assert_eq!(page.path, paths::attempt_question(attempt, asked[1]));
    assert!(page.text().contains("Вопрос 2 из 7") && page.text().contains("Отвечено: 1 / 7"));
    let name = field_name(truth);
    let page = desk.turn(attempt, truth, &[(&name, "2"), ("then", "stay")]).await;
    assert_eq!(page.path, paths::attempt_question(attempt, truth), "saved where one is");
    assert!(page.text().contains("Ответы сохранены"), "{}", page.text());
    assert_eq!(desk.steps(attempt).await, [(1, one.0, right), (2, truth, "false".into())]);

    let last = desk.browser.get(&paths::attempt_question(attempt, asked[6])).await.text();
    assert!(last.contains("Вопрос 7 из 7") && !last.contains("Следующий вопрос"), "{last}");
    let check = desk.turn(attempt, asked[6], &[("then", "submission")]).await;
    assert_eq!(check.path, paths::attempt_submission(attempt));
    assert!(check.text().contains("5 вопросов без ответа"), "{}", check.text());
    assert!(check.html.contains(&format!("href=\"{}\"", paths::attempt_question(attempt, asked[6]))));
    assert_eq!(desk.steps(attempt).await.len(), 2, "what was blank stays unanswered");
}

#[tokio::test]
async fn a_fault_keeps_one_on_its_page_and_a_late_page_stays_readable() {
    let (desk, attempt, asked) = Desk::one_by_one(&[]).await;
    let number = desk.question("number").await.0;
    let (name, next) = (field_name(number), asked[0].to_string());
    let page = desk.turn(attempt, number, &[(&name, "семь"), ("then", &next)]).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains("value=\"семь\"") && page.text().contains("Укажите число цифрами"));
    assert_eq!(
        page.html.matches("<fieldset class=\"question").count(),
        1,
        "the other questions stay on their pages"
    );
    desk.app.clock.set(desk.row(attempt).await.due_at.unwrap());
    let late = desk.turn(attempt, number, &[(&name, "60"), ("then", &next)]).await;
    assert_eq!(late.status, 409);
    assert!(late.html.contains("value=\"60\"") && late.text().contains("Время вышло"), "{}", late.text());
}

#[tokio::test]
async fn a_question_that_is_checked_stays_on_its_page() {
    let (desk, attempt, _) = Desk::one_by_one(&[("preset", "practice")]).await;
    let (truth, name) = (desk.question("truth").await.0, field_name(desk.question("truth").await.0));
    let id = truth.to_string();
    let blank = desk.turn(attempt, truth, &[("check", &id)]).await;
    assert_eq!(blank.status, 422, "{}", blank.text());
    let page = desk.turn(attempt, truth, &[(&name, "2"), ("check", &id), ("flag", &id)]).await;
    assert_eq!((page.status, page.path.as_str()), (200, paths::attempt_question(attempt, truth).as_str()));
    assert!(page.text().contains("Неверно"), "{}", page.text());
    assert!(page.html.contains("data-count=\"flagged\">0<"), "what takes no more answers needs no flag");
    assert!(!page.html.contains("name=\"flag\""), "{}", page.html);
}

#[tokio::test]
async fn a_link_to_a_question_leads_there_whatever_the_layout() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let truth = desk.question("truth").await.0;
    let address = paths::attempt_question(attempt, truth);
    let place = format!("{}#question-{truth}", paths::attempt(attempt));
    let location = async || {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let (token, now) = (desk.app.kit.secrets.token(), desk.app.now());
        let new = birge::access::store::NewSession {
            person: desk.person.id,
            kind: birge::access::SessionKind::Browser,
            token_hash: birge::secrets::token_hash(&token),
            now,
            expires_at: now.plus_minutes(60),
            address: "127.0.0.1".into(),
            agent: "test".into(),
        };
        desk.app.db.write(move |w| birge::access::store::open(w, &new)).await.unwrap();
        let request = client.build().unwrap().get(format!("{}{address}", desk.app.url));
        let reply = request.header("cookie", format!("birge_session={token}")).send().await.unwrap();
        reply.headers()["location"].to_str().unwrap().to_owned()
    };
    assert_eq!(location().await, place);
    desk.submit(attempt).await;
    assert_eq!(location().await, place, "in the result too");
    assert_eq!(desk.browser.get(&paths::attempt_question(attempt, QuestionId(9_999))).await.status, 404);
    let (other, _) = desk.neighbour("Петрова").await;
    assert_eq!(other.get(&address).await.status, 404);
}

#[tokio::test]
async fn the_layout_of_an_attempt_is_that_of_its_beginning() {
    let (desk, attempt, asked) = Desk::one_by_one(&[]).await;
    desk.set_up(&[("layout", "one_page")]).await;
    let page = desk.browser.get(&paths::attempt(attempt)).await;
    assert_eq!(page.path, paths::attempt_question(attempt, asked[0]));
    desk.submit(attempt).await;
    let next = desk.start().await;
    assert_eq!(desk.browser.get(&paths::attempt(next)).await.path, paths::attempt(next));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_one_question_save_at_once_and_wait_out_a_lost_connection() {
    let (desk, attempt, asked) = Desk::one_by_one(&[("time_limit_minutes", "20")]).await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    let chrome = desk.window(attempt).await;
    let at = |question| format!("{}{}", desk.app.url, paths::attempt_question(attempt, question));
    chrome.sees("Вопрос 1 из 7").await;
    chrome.press("Скрыть часы").await;
    chrome.press("Следующий вопрос").await;
    chrome.sees("Вопрос 2 из 7").await;
    chrome.sees("Показать часы").await;
    chrome.go(&at(truth)).await;
    chrome.tick(&field_name(truth), "2").await;
    desk.steps_become(attempt, 1).await;
    chrome.tick("flag", &truth.to_string()).await;
    chrome.sees("вернуться позже: 1").await;
    for _ in 0..PATIENCE {
        if desk.app.db.read(move |r| store::flags::of(r, attempt)).await.unwrap().contains(&truth) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(desk.app.db.read(move |r| store::flags::of(r, attempt)).await.unwrap(), [truth].into());
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-one-by-one-{width}")).await;
    }
    // Nothing is turned over without a connection, and what was answered goes out from the next page that opens.
    chrome.go(&at(scale)).await;
    chrome.sees("Показать часы").await;
    chrome.set_offline(true).await;
    chrome.tick(&field_name(scale), "4").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    chrome.press("Предыдущий вопрос").await;
    chrome.sees("Связи пока нет").await;
    assert_eq!(chrome.path().await, paths::attempt_question(attempt, scale));
    chrome.driver.execute("window.onbeforeunload = null", vec![]).await.unwrap();
    let fresh = chrome.driver.new_tab().await.unwrap();
    chrome.driver.close_window().await.unwrap();
    chrome.driver.switch_to_window(fresh).await.unwrap();
    chrome.set_offline(false).await;
    chrome.go(&at(asked[0])).await;
    desk.steps_become(attempt, 2).await;
    assert_eq!(
        desk.steps(attempt).await[1],
        (2, scale, "4".into()),
        "sent from the page of another question"
    );
    chrome.sees("Отвечено: 2 / 7").await;
    let third =
        format!(".quiz-map li:nth-child({}) button", asked.iter().position(|id| *id == truth).unwrap() + 1);
    chrome.run_map_open().await;
    chrome.driver.find(By::Css(third)).await.unwrap().click().await.unwrap();
    chrome.arrives(|path| path == paths::attempt_question(attempt, truth)).await;
    chrome.close().await;
}

impl crate::browser::chrome::Chrome {
    async fn run_map_open(&self) {
        let script = "document.querySelector('[data-quiz-map]').open = true";
        self.driver.execute(script, vec![]).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_has_to_settle_on_another_page_is_led_to_before_handing_in() {
    let (desk, attempt, asked) = Desk::one_by_one(&[]).await;
    let number = desk.question("number").await.0;
    let chrome = desk.window(attempt).await;
    let at = |question| format!("{}{}", desk.app.url, paths::attempt_question(attempt, question));
    chrome.go(&at(number)).await;
    chrome.fill(&field_name(number), "семь").await;
    chrome.sees("Этот ответ не записан, но остался на странице").await;
    chrome.press("Предыдущий вопрос").await;
    chrome.sees("Сначала разберитесь с отмеченными вопросами").await;
    chrome.go(&at(asked[0])).await;
    chrome.press("Следующий вопрос").await;
    chrome.sees("Вопрос 2 из 7").await;
    chrome.press("Сдать тест").await;
    chrome.arrives(|path| path == paths::attempt_question(attempt, number)).await;
    chrome.sees("Этот ответ не записан, но остался на странице").await;
    assert_eq!(desk.steps(attempt).await, []);
    chrome.close().await;
}
