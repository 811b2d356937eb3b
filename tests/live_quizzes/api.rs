//! The same through JSON.

use super::*;
use birge::questions::rules;
use birge::questions::rules::response::Response;
use serde_json::json;

/// An answer to a question that gives the most.
pub(super) fn right_response(question: &Question) -> Response {
    rules::right_response(&question.answer).unwrap_or(Response::Scale(4))
}

#[tokio::test]
async fn a_live_quiz_from_start_to_table() {
    let hall = Hall::open().await;
    let trainer = hall.app.api(&hall.trainer_person).await;
    let new = json!({ "activity_id": hall.quiz, "teams": null, "seconds": 20, "right_points": 500,
        "quick_points": 500, "show_names": true, "guests": false });
    let started = trainer.post(&format!("/api/v1/editions/{}/live-quizzes", hall.edition), new).await;
    assert_eq!(started.status, 201, "{}", started.html);
    let quiz = started.json();
    assert_eq!(
        (&quiz["phase"], &quiz["questions"], &quiz["version"]),
        (&json!("lobby"), &json!(7), &json!(0))
    );
    let (path, code) =
        (format!("/api/v1/live-quizzes/{}", quiz["id"]), quiz["code"].as_str().unwrap().to_owned());
    let person = hall.app.person("Слушатель").await;
    hall.app.enrol(hall.edition, &person).await;
    let player = hall.app.api(&person).await;
    let seat = format!("/api/v1/live/{code}");
    assert_eq!(player.get(&seat).await.status, 404, "not in yet");
    assert_eq!(
        player.post(&format!("{seat}/players"), json!({ "team": null })).await.json()["phase"],
        "lobby"
    );
    let opened = trainer.post(&format!("{path}/steps"), json!({ "kind": "opened", "seen": 0 })).await.json();
    assert_eq!(
        (&opened["phase"], &opened["position"], &opened["left_ms"]),
        (&json!("open"), &json!(1), &json!(20_000))
    );
    let stale = trainer.post(&format!("{path}/steps"), json!({ "kind": "opened", "seen": 0 })).await;
    assert_eq!((stale.status, &stale.json()["errors"][0]["code"]), (409, &json!("conflict")));
    let shown = player.get(&seat).await.json();
    assert_eq!(shown["result"], json!(null), "nothing right or wrong while it is open");
    let id: LiveQuizId = LiveQuizId(quiz["id"].as_i64().unwrap());
    let live = Live { hall: &hall, id, code };
    let right = right_response(&live.question().await.1).to_json();
    let answer = json!({ "question_id": shown["question"]["id"], "response": right });
    let answers = format!("{seat}/answers");
    assert_eq!(player.post(&answers, answer.clone()).await.json()["answered"], true);
    let twice = player.post(&answers, answer.clone()).await;
    assert_eq!((twice.status, &twice.json()["errors"][0]["code"]), (409, &json!("already-answered")));
    hall.later(20_000);
    let late = player.post(&answers, answer).await;
    assert_eq!((late.status, &late.json()["errors"][0]["code"]), (409, &json!("round-closed")));
    let closed = player.get(&seat).await.json();
    assert_eq!(
        (&closed["phase"], &closed["points"], &closed["place"]),
        (&json!("closed"), &json!(1000), &json!(1))
    );
    assert_eq!(closed["result"]["right_choices"], json!([right]));
    let table = trainer.get(&path).await.json();
    assert_eq!(
        table["table"],
        json!([{ "place": 1, "name": "Слушатель А. С.", "team": null, "points": 1000 }])
    );
    let wrong = trainer.post(&format!("{path}/steps"), json!({ "kind": "jumped", "seen": 1 })).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        trainer.post(&format!("{path}/steps"), json!({ "kind": "ended", "seen": 1 })).await.json()["phase"],
        "ended"
    );
    assert_eq!(trainer.post(&format!("{path}/credit"), json!({})).await.json(), json!({ "people": 1 }));
    let outsider = hall.app.api(&hall.app.person("Чужой").await).await;
    assert_eq!(outsider.get(&path).await.status, 403);
    assert_eq!(outsider.get("/api/v1/live/12").await.status, 404);
}

#[tokio::test]
async fn the_list_the_debriefing_and_the_events_of_a_player() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let trainer = hall.app.api(&hall.trainer_person).await;
    let person = hall.app.person("Слушатель").await;
    hall.app.enrol(hall.edition, &person).await;
    let player = hall.app.api(&person).await;
    let list = format!("/api/v1/editions/{}/live-quizzes", hall.edition);
    let seen = trainer.get(&list).await.json();
    assert_eq!(
        (&seen["live_quizzes"][0]["code"], &seen["live_quizzes"][0]["phase"], &seen["quizzes"][0]),
        (&json!(live.code), &json!("lobby"), &json!(hall.quiz))
    );
    assert_eq!(player.get(&list).await.status, 403);
    let seat = format!("/api/v1/live/{}", live.code);
    assert_eq!(player.get(&format!("{seat}/events")).await.status, 404, "not in yet");
    player.post(&format!("{seat}/players"), json!({ "team": null })).await;
    let mut events = Events { response: player.stream(&format!("{seat}/events")).await, text: String::new() };
    let read = |event: Event| serde_json::from_str::<serde_json::Value>(&event.data).unwrap();
    assert_eq!(read(events.next("state").await)["phase"], "lobby");
    live.step("opened").await;
    let open = read(events.next("state").await);
    assert_eq!((&open["phase"], &open["result"]), (&json!("open"), &json!(null)));
    let right = right_response(&live.question().await.1).to_json();
    let answer = json!({ "question_id": open["question"]["id"], "response": right });
    player.post(&format!("{seat}/answers"), answer).await;
    assert_eq!(read(events.next("state").await)["answered"], true);
    let debriefing = format!("/api/v1/live-quizzes/{}/debriefing", live.id);
    assert_eq!(trainer.get(&debriefing).await.status, 409, "not before the end");
    live.step("closed").await;
    assert_eq!(read(events.next("state").await)["result"]["counts"], true);
    live.step("ended").await;
    let gone_through = trainer.get(&debriefing).await.json();
    let first = &gone_through["questions"][0];
    assert_eq!(
        (&gone_through["players"], &first["answers"], &first["right"], &first["right_choices"]),
        (&json!(1), &json!(1), &json!(1), &json!([right]))
    );
    assert_eq!(first["table"][0]["points"], 1000);
    assert_eq!(player.get(&debriefing).await.status, 403);
}

#[tokio::test]
async fn a_full_live_quiz_says_that_it_is_the_live_quiz() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let (id, now) = (live.id, hall.app.now());
    hall.app
        .db
        .write(move |w| {
            use birge::live_quizzes::store::players::{self, NewPlayer};
            for number in 0..1000 {
                let name = format!("Гость {number}");
                let new = NewPlayer { live_quiz: id, person: None, name: &name, folded: &name, team: None };
                players::insert(w, &new, now)?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let person = hall.app.person("Лишняя").await;
    hall.app.enrol(hall.edition, &person).await;
    let player = hall.app.api(&person).await;
    let refused = player.post(&format!("/api/v1/live/{}/players", live.code), json!({ "team": null })).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (409, &json!("live-quiz-full")));
    let page = hall.app.sign_in(&person).await.post(paths::JOIN, &[("code", &live.code)]).await;
    assert!(page.text().contains("В квизе больше нет мест"), "{}", page.text());
}
