//! «Вернуться позже»: a flag on a question is kept, shown on the map, told before handing in, and nothing else (G3).

use super::*;
use birge::quizzes::store::flags;
use reqwest::Method;
use serde_json::{Value, json};

impl Desk {
    async fn flags(&self, attempt: AttemptId) -> BTreeSet<QuestionId> {
        self.app.db.read(move |r| flags::of(r, attempt)).await.unwrap().into_iter().collect()
    }

    /// Sends a page without scripts whose only news are its flags: those it was served with, and those ticked now.
    async fn send_flags(&self, attempt: AttemptId, served: &[QuestionId], ticked: &[QuestionId]) -> Page {
        let text = |ids: &[QuestionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (served, ticked) = (text(served), text(ticked));
        let mut fields = vec![("sequence", "0")];
        fields.extend(served.iter().map(|id| ("flagged", id.as_str())));
        fields.extend(ticked.iter().map(|id| ("flag", id.as_str())));
        send(&self.browser, &paths::attempt_answers(attempt), &fields).await
    }
}

#[tokio::test]
async fn a_flag_is_kept_shown_and_told_before_handing_in() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    desk.save(attempt, "truth", 0, &[("", "1")]).await;
    let page = desk.send_flags(attempt, &[], &[truth, scale]).await;
    assert!(page.html.contains("<span class=\"numbers\" data-count=\"flagged\">2</span>"), "{}", page.html);
    assert_eq!(page.html.matches("class=\"answered flagged\"").count(), 1, "{}", page.html);
    let words = "data-state=\"flagged\">, вернуться позже";
    assert_eq!(page.html.matches(words).count(), 2, "words for whoever does not see the pennant");
    assert!(page.html.contains(&format!("name=\"flagged\" value=\"{truth}\"")), "{}", page.html);
    assert_eq!(desk.flags(attempt).await, [truth, scale].into());
    assert_eq!(desk.steps(attempt).await.len(), 1, "a flag is no answer");

    let check = desk.browser.get(&paths::attempt_submission(attempt)).await;
    for words in ["6 вопросов без ответа", "2 отмечены «вернуться позже»"]
    {
        assert!(check.text().contains(words), "{words}: {}", check.text());
    }
    assert!(check.text().contains("Вы хотели вернуться"), "{}", check.text());
    let link = format!("href=\"{}#question-{truth}\"", paths::attempt(attempt));
    assert!(check.html.contains(&link), "the answered one is listed for its flag: {}", check.html);

    desk.send_flags(attempt, &[truth, scale], &[scale]).await;
    assert_eq!(desk.flags(attempt).await, [scale].into());
    desk.submit(attempt).await;
    assert_eq!(desk.send_flags(attempt, &[], &[truth]).await.status, 409);
    assert_eq!(desk.flags(attempt).await, [scale].into());
}

#[tokio::test]
async fn an_old_page_takes_no_flag_away_that_it_never_showed() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (truth, scale) = (desk.question("truth").await.0, desk.question("scale").await.0);
    desk.send_flags(attempt, &[], &[truth]).await;
    desk.send_flags(attempt, &[], &[scale]).await;
    assert_eq!(desk.flags(attempt).await, [truth, scale].into());
    desk.send_flags(attempt, &[], &[truth, QuestionId(9_999)]).await;
    assert_eq!(desk.flags(attempt).await, [truth, scale].into(), "again is once, and strangers are left out");
}

#[tokio::test]
async fn the_script_flags_one_question_of_ones_own_attempt() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let truth = desk.question("truth").await.0;
    let address = paths::question_flag(attempt, truth);
    assert_eq!(send(&desk.browser, &address, &[("on", "on")]).await.status, 204);
    assert_eq!(send(&desk.browser, &address, &[("on", "on")]).await.status, 204);
    assert_eq!(desk.flags(attempt).await, [truth].into());
    let (other, _) = desk.neighbour("Петрова").await;
    assert_eq!(send(&other, &address, &[]).await.status, 404);
    let foreign = paths::question_flag(attempt, QuestionId(9_999));
    assert_eq!(send(&desk.browser, &foreign, &[("on", "on")]).await.status, 404);
    assert_eq!(send(&desk.browser, &address, &[]).await.status, 204);
    assert_eq!(desk.flags(attempt).await, BTreeSet::new());
    desk.app.clock.set(desk.row(attempt).await.due_at.unwrap());
    assert_eq!(send(&desk.browser, &address, &[("on", "on")]).await.status, 409, "the time is over");
}

#[tokio::test]
async fn flags_go_over_the_api_too() {
    let desk = Desk::of(course()).await;
    let attempt = desk.start().await;
    let (api, truth) = (desk.app.api(&desk.person).await, desk.question("truth").await.0);
    let address = format!("/api/v1{}", paths::question_flag(attempt, truth));
    let flagged = async || {
        let json = api.get(&format!("/api/v1{}", paths::attempt(attempt))).await.json();
        let questions = json["questions"].as_array().unwrap().clone();
        let on = |question: &&Value| question["flagged"] == json!(true);
        questions.iter().filter(on).map(|question| question["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(flagged().await, Vec::<i64>::new());
    assert_eq!(api.send(Method::PUT, &address, None).await.status, 204);
    assert_eq!(flagged().await, [truth.0]);
    let stranger = desk.app.api(&desk.app.person("Петрова").await).await;
    assert_eq!(stranger.send(Method::DELETE, &address, None).await.status, 404);
    assert_eq!(api.send(Method::DELETE, &address, None).await.status, 204);
    assert_eq!(flagged().await, Vec::<i64>::new());
    desk.submit(attempt).await;
    let closed = api.send(Method::PUT, &address, None).await;
    assert_eq!((closed.status, &closed.json()["errors"][0]["code"]), (409, &json!("attempt-closed")));
}
