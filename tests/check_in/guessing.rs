//! Guessing: many tries at once, and numbers said aloud that were not heard.

use super::*;
use crate::attendance::ground::TEN_IN_IRKUTSK;
use crate::support::TestApp;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn guesses_sent_at_once_are_no_more_than_one_after_another() {
    let app = TestApp::builder().at(TEN_IN_IRKUTSK).limited_once().spawn().await;
    let hall = Hall::on(Ground::on(app, 1).await, SessionMode::InPerson).await;
    hall.let_in(&USUAL).await;
    let browser = hall.browser(0).await;
    let wrong = if hall.code() == "000000" { "000001" } else { "000000" };
    let csrf = browser.csrf().await;
    let mut tries = Vec::new();
    for number in 0..60 {
        let form_id = format!("guess-{number}");
        let fields = [("csrf", csrf.as_str()), ("form_id", form_id.as_str()), ("code", wrong)];
        let request = browser.client().post(browser.absolute(paths::HERE)).form(&fields);
        tries.push(tokio::spawn(async move { request.send().await.unwrap().status().as_u16() }));
    }
    let mut listened_to = 0;
    for one in tries {
        listened_to += usize::from(one.await.unwrap() == 422);
    }
    // Writers of some databases work beside each other: each of those may have been let in already.
    assert!((5..20).contains(&listened_to), "{listened_to} of 60");
}

/// A hall whose trainer says a number, with that number and another one.
async fn aloud(people: usize) -> (Hall, String, &'static str) {
    let hall = Hall::with(people, SessionMode::InPerson).await;
    let mut fields = USUAL.to_vec();
    fields.push(("spoken", "on"));
    let console = hall.let_in(&fields).await;
    let number = console.html.split("live-code numbers\">").nth(1).unwrap()[..2].to_owned();
    let wrong = if number == "42" { "43" } else { "42" };
    (hall, number, wrong)
}

#[tokio::test]
async fn after_three_wrong_numbers_only_the_trainer_marks() {
    let (hall, number, wrong) = aloud(2).await;
    let browser = hall.browser(0).await;
    browser.get(&hall.picture()).await;
    for _ in 0..3 {
        let refused = browser.post(paths::HERE, &[("spoken", wrong)]).await;
        assert!(refused.text().contains("Преподаватель назвал другое число"), "{}", refused.text());
    }
    let over = browser.post(paths::HERE, &[("spoken", &number)]).await;
    assert_eq!(over.status, 422);
    assert!(over.text().contains("отметить вас может только преподаватель"), "{}", over.text());
    let api = hall.ground.app.api(hall.person(0).0).await;
    let arrivals = format!("/api/v1/sessions/{}/arrivals", hall.session);
    let by_api = api.post(&arrivals, json!({ "code": hall.code(), "spoken": number })).await;
    assert_eq!(by_api.json()["errors"][0]["code"], json!("check-in-spoken-over"));
    assert_eq!(hall.arrivals().await, 0);

    let neighbour = hall.browser(1).await;
    neighbour.get(&hall.picture()).await;
    let done = neighbour.post(paths::HERE, &[("spoken", &number)]).await;
    assert!(done.text().contains("Вы отмечены в 10:00"), "{}", done.text());
    let field = format!("status-{}", hall.person(0).1);
    hall.trainer.post(&paths::session_marks(hall.session), &[(&field, "present")]).await;
    assert_eq!(hall.marks().await.len(), 2);
}

#[tokio::test]
async fn a_form_sent_twice_is_no_guess_though_its_code_is_old_by_then() {
    let hall = Hall::open(1).await;
    let browser = hall.browser(0).await;
    let code = hall.code();
    browser.post_as(paths::HERE, &[("code", &code)], "one-form").await;
    hall.clock(60);
    let again = browser.post_as(paths::HERE, &[("code", &code)], "one-form").await;
    assert_eq!((again.status, again.path.as_str()), (200, paths::HERE));
    assert!(!again.text().contains("Код не подошёл"), "{}", again.text());
    assert_eq!(hall.arrivals().await, 1);
}
