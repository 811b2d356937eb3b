//! The page's script in a real Chromium: saving, a lost connection, two windows, putting in order, handing in.

use super::*;
use crate::browser::chrome::{Chrome, PATIENCE, WIDTHS};
use birge::access::{self, SessionKind};
use birge::secrets::token_hash;
use thirtyfour::{By, Cookie};

impl Desk {
    /// A window in which the trainee is signed in, on the page of an attempt.
    pub(super) async fn window(&self, attempt: AttemptId) -> Chrome {
        self.window_of(&self.person, &paths::attempt(attempt)).await
    }

    /// A window in which somebody is signed in.
    async fn window_of(&self, person: &Person, path: &str) -> Chrome {
        let (token, now) = (self.app.kit.secrets.token(), self.app.now());
        let new = access::store::NewSession {
            person: person.id,
            kind: SessionKind::Browser,
            token_hash: token_hash(&token),
            now,
            expires_at: now.plus_minutes(60),
            address: "127.0.0.1".into(),
            agent: "chromium".into(),
        };
        self.app.db.write(move |w| access::store::open(w, &new)).await.unwrap();
        let chrome = Chrome::open("ru").await;
        chrome.go(&format!("{}{}", self.app.url, paths::SIGN_IN)).await;
        chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
        chrome.go(&format!("{}{path}", self.app.url)).await;
        chrome
    }

    pub(super) async fn steps_become(&self, attempt: AttemptId, count: usize) {
        for _ in 0..PATIENCE {
            if self.steps(attempt).await.len() == count {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{count} steps were expected: {:?}", self.steps(attempt).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_saved_at_once_and_wait_out_a_lost_connection() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    let (order, question) = desk.question("order").await;
    chrome.tick(&field_name(truth), "2").await;
    chrome.sees("Сохранено в 09:00").await;
    chrome.sees("Отвечено: 1 / 7").await;
    chrome
        .driver
        .execute("window.fetch = () => Promise.reject(new TypeError('offline'))", vec![])
        .await
        .unwrap();
    chrome.tick(&field_name(scale), "4").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    chrome.tick(&field_name(truth), "1").await;
    assert_eq!(desk.steps(attempt).await.len(), 1);
    // The page is opened anew, as after a dead battery: what was not sent is still in it, and goes out in order.
    chrome
        .driver
        .execute(
            "window.onbeforeunload = null; Object.defineProperty(navigator, 'onLine', { get: () => false })",
            vec![],
        )
        .await
        .unwrap();
    chrome.go(&format!("{}{}", desk.app.url, paths::attempt(attempt))).await;
    desk.steps_become(attempt, 3).await;
    let steps = desk.steps(attempt).await;
    assert_eq!(steps, [(1, truth, "false".into()), (2, scale, "4".into()), (3, truth, "true".into())]);
    let down = format!("[data-question='{order}'] .place:first-child button:last-of-type");
    chrome.driver.find(By::Css(down)).await.unwrap().click().await.unwrap();
    desk.steps_become(attempt, 4).await;
    let Answer::Order(ids) = question.answer else { panic!() };
    let placed: Vec<u16> = serde_json::from_str(&desk.steps(attempt).await[3].2).unwrap();
    assert_eq!(
        placed.iter().collect::<BTreeSet<_>>(),
        ids.iter().map(|id| &id.0).collect(),
        "everything has a place"
    );
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-during-{width}")).await;
    }
    chrome.press("Сдать тест").await;
    chrome.sees("Без ответа остались").await;
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.press("Сдать тест").await;
    chrome.sees("Тест пока не сдан").await;
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-after-{width}")).await;
    }
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_window_is_told_and_takes_over_and_nothing_is_lost_on_the_way() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    let one = desk.window(attempt).await;
    one.tick(&field_name(truth), "1").await;
    desk.steps_become(attempt, 1).await;
    let other = desk.window(attempt).await;
    other.sees("Тест открыт на другом устройстве").await;
    assert_eq!(other.violations().await, Vec::<String>::new());
    other.tick(&field_name(scale), "3").await;
    other.press("Продолжить здесь").await;
    desk.steps_become(attempt, 2).await;
    one.tick(&field_name(scale), "5").await;
    one.sees("Тест открыт на другом устройстве").await;
    assert_eq!(desk.steps(attempt).await.len(), 2, "the old holder is refused");
    one.press("Продолжить здесь").await;
    one.sees("На другом устройстве сохранён другой ответ").await;
    assert_eq!(one.violations().await, Vec::<String>::new());
    one.press("Оставить здешний").await;
    desk.steps_become(attempt, 3).await;
    assert_eq!(desk.steps(attempt).await[2], (3, scale, "5".into()));
    one.close().await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_answers_without_a_network_are_all_on_the_server_when_it_is_back() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let truth = desk.question("truth").await.0;
    chrome.tick(&field_name(truth), "1").await;
    desk.steps_become(attempt, 1).await;
    chrome.set_offline(true).await;
    let (one, question) = desk.question("one").await;
    let Answer::One(right) = question.answer else { panic!() };
    let (many, question) = desk.question("many").await;
    let Answer::Many(rights) = question.answer else { panic!() };
    let (scale, number) = (desk.question("scale").await.0, desk.question("number").await.0);
    chrome.tick(&field_name(one), &right.0.to_string()).await;
    for choice in &rights {
        chrome.tick(&field_name(many), &choice.0.to_string()).await;
    }
    chrome.tick(&field_name(scale), "2").await;
    chrome.fill(&field_name(number), "60").await;
    chrome.tick(&field_name(truth), "2").await;
    chrome.sees("Не сохранено: нет связи, отправим сами").await;
    assert_eq!(desk.steps(attempt).await.len(), 1, "nothing came through");
    chrome.set_offline(false).await;
    chrome.sees("Сохранено в").await;
    let mut latest = std::collections::BTreeMap::new();
    // What is typed waits a moment for the next letter, so it may come after the others were saved.
    for _ in 0..PATIENCE {
        latest.extend(
            desk.steps(attempt).await.into_iter().map(|(_, question, response)| (question, response)),
        );
        if latest.contains_key(&number) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let many_said = serde_json::to_string(&rights.iter().map(|id| id.0).collect::<Vec<_>>()).unwrap();
    let expected = [
        (one, right.0.to_string()),
        (many, many_said),
        (scale, "2".to_owned()),
        (number, "\"60\"".to_owned()),
        (truth, "false".to_owned()),
    ];
    for (question, response) in expected {
        assert_eq!(latest.get(&question), Some(&response));
    }
    chrome.close().await;
}

impl Desk {
    /// A picture of a question with its surroundings at each width, without what the accessibility checker forbids.
    async fn look(&self, chrome: &Chrome, questions: &[(&str, QuestionId)], name: &str) {
        for width in WIDTHS {
            chrome.width(width).await;
            assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name} {width}");
            for (key, id) in questions {
                let anchor = chrome.driver.find(By::Id(format!("question-{id}"))).await.unwrap();
                let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
                chrome.driver.execute(script, vec![anchor.to_json().unwrap()]).await.unwrap();
                chrome.keep(&format!("{name}-{key}-{width}")).await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_filled_in_and_dragged_is_saved_while_it_is_done() {
    let course = Course::with_every_kind().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
    let desk = Desk::of(course).await;
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    let mut ids = Vec::new();
    for key in ["word", "gaps", "essay", "travel", "order", "weighed"] {
        ids.push((key, desk.question(key).await.0));
    }
    let name = |key: &str| field_name(ids.iter().find(|(other, _)| *other == key).unwrap().1);
    chrome.fill(&name("word"), "волонтёрство").await;
    let said = async || desk.steps(attempt).await.pop().map(|step| step.2);
    for _ in 0..PATIENCE {
        if said().await.is_some_and(|said| said == "\"волонтёрство\"") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(said().await.unwrap(), "\"волонтёрство\"");
    chrome.choose(&format!("{}-1", name("gaps")), "по приказу").await;
    chrome.fill(&format!("{}-2", name("gaps")), "15").await;
    chrome.fill(&format!("{}-3", name("gaps")), "в договоре").await;
    chrome.sees("Слов: 2").await;
    chrome.fill(&name("essay"), "Позвоню в фонд завтра утром").await;
    chrome.sees("Слов: 5").await;
    // Whoever leaves the field need not wait for the pause.
    chrome.fill(&name("travel"), "1,5 ч").await;
    chrome.sees("Отвечено: 4 / 15").await;
    chrome.press("Сохранить ответы").await;
    chrome.sees("Ответы сохранены").await;
    let latest = |steps: Vec<(i32, QuestionId, String)>, id: QuestionId| {
        steps.into_iter().rfind(|(_, question, _)| *question == id).map(|(_, _, said)| said)
    };
    let steps = || desk.steps(attempt);
    let id = |key: &str| ids.iter().find(|(other, _)| *other == key).unwrap().1;
    assert_eq!(latest(steps().await, id("word")).unwrap(), "\"волонтёрство\"");
    let filled: serde_json::Value =
        serde_json::from_str(&latest(steps().await, id("gaps")).unwrap()).unwrap();
    assert_eq!((&filled["2"], &filled["3"]), (&"15".into(), &"в договоре".into()));
    assert_eq!(latest(steps().await, id("essay")).unwrap(), "\"Позвоню в фонд завтра утром\"");
    assert_eq!(latest(steps().await, id("travel")).unwrap(), "{\"number\":\"1.5\",\"unit\":\"ч\"}");
    // The last row of the order is dragged to the top by its grip.
    let rows = format!("[data-question='{}'] .place", id("order"));
    let row = |place: &str| By::Css(format!("{rows}:{place}"));
    chrome.has(&format!("{rows} .grip")).await;
    let dragged = chrome.driver.find(row("last-child")).await.unwrap();
    let words = dragged.find(By::Tag("label")).await.unwrap().text().await.unwrap();
    dragged.scroll_into_view().await.unwrap();
    let grip = dragged.find(By::Css(".grip")).await.unwrap();
    let above = chrome.driver.find(row("first-child")).await.unwrap();
    let hand = chrome.driver.action_chain().click_and_hold_element(&grip).move_to_element_center(&above);
    hand.move_by_offset(0, -24).release().perform().await.unwrap();
    let first = chrome.driver.find(row("first-child")).await.unwrap().find(By::Tag("label")).await.unwrap();
    assert_eq!(first.text().await.unwrap(), words);
    for _ in 0..PATIENCE {
        if latest(steps().await, id("order")).is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert!(latest(steps().await, id("order")).is_some(), "the new order is saved");
    desk.look(&chrome, &ids, "kinds-during").await;
    chrome.press("Сдать тест").await;
    chrome.arrives(|path| path == paths::attempt_submission(attempt)).await;
    chrome.press("Сдать тест").await;
    chrome.sees("Ждёт проверки преподавателя").await;
    desk.look(&chrome, &ids, "kinds-after").await;
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_ones_own_show_only_to_those_who_choose_them() {
    let desk = Desk::of(course()).await;
    let trainer = desk.app.trainer("Орлова").await;
    let edition = desk.attempt_edition().await;
    desk.app.teach(edition, &trainer).await;
    let chrome = desk.window_of(&trainer, &paths::quiz_setup(edition, desk.quiz)).await;
    chrome.sees("Для чего этот тест").await;
    assert!(!chrome.text().await.contains("Как проверяются ответы"));
    for width in WIDTHS {
        chrome.width(width).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{width}");
        chrome.keep(&format!("quiz-setup-{width}")).await;
    }
    chrome.tick("preset", "own").await;
    chrome.sees("Как проверяются ответы").await;
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.keep("quiz-setup-own").await;
    chrome.tick("preset", "attestation").await;
    chrome.press("Сохранить настройки").await;
    chrome.sees("Настройки сохранены").await;
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_in_kazakh_from_its_first_page_to_its_result_on_a_phone() {
    use birge::kernel::Language;
    let desk = Desk::of(course().in_two_languages()).await;
    let at = |page: &str| format!("{}{}", desk.app.url, paths::language(Language::Kk, page));
    let attempt = desk.start().await;
    let chrome = desk.window(attempt).await;
    chrome.width(360).await;
    let pages = [
        (desk.page(), "Талпыныс", "quiz-kk-before"),
        (paths::attempt(attempt), "Жауап берілгені: 0 / 7", "quiz-kk-during"),
        (paths::attempt_submission(attempt), "Тапсыру", "quiz-kk-check"),
    ];
    for (page, words, name) in &pages {
        chrome.go(&at(page)).await;
        chrome.sees(words).await;
        assert_eq!(chrome.violations().await, Vec::<String>::new(), "{name}");
        chrome.keep(name).await;
    }
    desk.answer_all(attempt).await;
    desk.submit(attempt).await;
    chrome.go(&at(&paths::attempt(attempt))).await;
    chrome.sees("Тесттен өттіңіз").await;
    assert_eq!(chrome.violations().await, Vec::<String>::new());
    chrome.keep("quiz-kk-after").await;
    chrome.close().await;
}
