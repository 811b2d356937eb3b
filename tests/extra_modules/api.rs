//! The same over the API.

use super::Ground;
use serde_json::{Value, json};

impl Ground {
    fn api_path(&self, rest: &str) -> String {
        format!("/api/v1/learn/{}/{rest}", self.enrolment)
    }
}

fn activity<'v>(course: &'v Value, key: &str) -> Option<&'v Value> {
    course["activities"].as_array().unwrap().iter().find(|one| one["key"] == key)
}

#[tokio::test]
async fn a_client_reads_the_question_answers_it_and_sees_the_course_follow() {
    let ground = Ground::new().await;
    let client = ground.app.api(&ground.trainee).await;
    let course = client.get(&format!("/api/v1/learn/{}", ground.enrolment)).await.json();
    assert_eq!(activity(&course, "first-contact").unwrap()["waits_for_declaration"], "orphan-care");
    assert_eq!(course["conditions"][0]["kind"], "declaration");
    assert_eq!(course["conditions"][0]["declaration"], "orphan-care");
    let asked = client.get(&ground.api_path("declarations")).await.json();
    assert_eq!((&asked[0]["key"], &asked[0]["experienced"]), (&json!("orphan-care"), &Value::Null));
    assert_eq!(asked[0]["modules"][0]["assignment"], "waiting");
    let lesson = client.get(&ground.api_path(&format!("lessons/{}", ground.lesson))).await;
    assert_eq!((lesson.status, &lesson.json()["errors"][0]["code"]), (409, &json!("answer-needed")));

    let to = ground.api_path("declarations/orphan-care/answers");
    let answered = client.post(&to, json!({ "experienced": false })).await;
    assert_eq!(answered.status, 201, "{}", answered.html);
    let answered = answered.json();
    assert_eq!(answered[0]["modules"][0]["assignment"], "assigned");
    assert_eq!(answered[0]["modules"][0]["planned_minutes"], 3 * 45);
    assert_eq!(answered[0]["answers"][0]["answered_by"], Value::Null, "names are for staff");
    let course = client.get(&format!("/api/v1/learn/{}", ground.enrolment)).await.json();
    assert_eq!(activity(&course, "first-contact").unwrap()["waits_for_declaration"], Value::Null);

    let read = client.post(&ground.api_path(&format!("lessons/{}/reading", ground.lesson)), json!({})).await;
    assert!(read.status < 300, "{}", read.html);
    let refused = client.post(&to, json!({ "experienced": true })).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (409, &json!("answer-settled")));
}

#[tokio::test]
async fn a_client_of_the_centre_decides_with_a_note() {
    let ground = Ground::new().await;
    let trainee = ground.app.api(&ground.trainee).await;
    trainee.post(&ground.api_path("declarations/orphan-care/answers"), json!({ "experienced": true })).await;
    let to = ground.api_path(&format!("extra-modules/{}/decisions", ground.module));
    let said = json!({ "decision": "assigned", "note": "Опыт давний" });
    let centre = ground.app.api(&ground.administrator).await;
    let silent = centre.post(&to, json!({ "decision": "assigned" })).await;
    assert_eq!((silent.status, &silent.json()["errors"][0]["field"]), (422, &json!("note")));
    let unknown = centre.post(&to, json!({ "decision": "perhaps", "note": "Так" })).await;
    assert_eq!((unknown.status, &unknown.json()["errors"][0]["field"]), (422, &json!("decision")));
    let decided = centre.post(&to, said.clone()).await;
    assert_eq!(decided.status, 201, "{}", decided.html);
    let decided = decided.json();
    assert_eq!(decided[0]["modules"][0]["assignment"], "assigned");
    assert_eq!(decided[0]["settled"], "decided");
    assert!(decided[0]["modules"][0]["decisions"][0]["decided_by"].is_string());
    let own = trainee.get(&ground.api_path("declarations")).await.json();
    assert_eq!(own[0]["modules"][0]["decisions"][0]["note"], "Опыт давний");
    assert_eq!(own[0]["modules"][0]["decisions"][0]["decided_by"], Value::Null);
    for (person, status) in [(&ground.trainee, 403), (&ground.trainer, 403)] {
        assert_eq!(ground.app.api(person).await.post(&to, said.clone()).await.status, status);
    }
    let stranger = ground.app.api(&ground.app.person("Чужой").await).await;
    assert_eq!(stranger.get(&ground.api_path("declarations")).await.status, 404);
}

#[tokio::test]
async fn the_programme_says_which_module_is_extra() {
    let ground = Ground::new().await;
    let shown = ground.app.api(&ground.administrator).await.get("/api/v1/programmes/sample").await.json();
    assert_eq!(shown["declarations"][0]["key"], "orphan-care");
    assert_eq!(activity(&shown, "first-contact").unwrap()["extra_for"], "orphan-care");
    assert_eq!(activity(&shown, "lesson").unwrap()["extra_for"], Value::Null);
    let page = ground.app.sign_in(&ground.administrator).await.get("/programmes/sample").await.text();
    assert!(page.contains("Дополнительный модуль: назначается слушателям"), "{page}");
}
