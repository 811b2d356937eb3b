//! The bank over the API.

use super::*;
use serde_json::{Value, json};

fn draft() -> Value {
    json!({
        "kind": "text",
        "points": "1",
        "prompt": { "ru": "Как называется тот, кто помогает без платы?" },
        "explanation": { "ru": "Так говорит закон." },
        "accepted": [{ "pattern": "доброволец" }, { "pattern": "волонтёр*", "worth": "80" }],
    })
}

#[actix_web::test]
async fn a_question_is_written_listed_changed_and_put_away() {
    let desk = Desk::open().await;
    let api = desk.app.api(&desk.app.second_administrator().await).await;
    let category = desk.category("Тест").await.0;
    let body = json!({ "category_id": category, "state": "ready", "draft": draft() });
    let made = api.post("/api/v1/questions", body).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let id = made.json()["id"].as_i64().unwrap();
    let shown = api.get(&format!("/api/v1/questions/{id}")).await.json();
    assert_eq!(shown["draft"]["accepted"][1]["worth"], "80");
    assert_eq!(
        (&shown["versions"][0]["number"], &shown["versions"][0]["state"]),
        (&json!(1), &json!("ready"))
    );
    let found = api.get("/api/v1/questions?q=ПОМОГАЕТ%20платы").await.json();
    assert_eq!(
        (&found["items"][0]["id"], &found["items"][0]["kind"]),
        (&json!(id), &json!("text")),
        "{found}"
    );
    let versions = format!("/api/v1/questions/{id}/versions");
    let same = api.post(&versions, json!({ "based_on": 1, "state": "ready", "draft": shown["draft"] })).await;
    assert_eq!((same.status, &same.json()["new"]), (200, &json!(false)), "{}", same.html);
    let mut other = shown["draft"].clone();
    other["prompt"]["kk"] = json!("Ақысыз көмектесетін адам қалай аталады?");
    other["explanation"]["kk"] = json!("Заң солай дейді.");
    let second = api.post(&versions, json!({ "based_on": 1, "state": "draft", "draft": other })).await;
    assert_eq!((second.status, &second.json()["version"]), (201, &json!(2)), "{}", second.html);
    let late = api.post(&versions, json!({ "based_on": 1, "state": "ready", "draft": draft() })).await;
    assert_eq!((late.status, &late.json()["errors"][0]["code"]), (409, &json!("conflict")));
    assert_eq!(api.post(&format!("/api/v1/questions/{id}/archival"), json!({})).await.status, 204);
    assert_eq!(api.get("/api/v1/questions?kind=text").await.json()["items"], json!([]));
    assert_eq!(api.post(&format!("/api/v1/questions/{id}/restoration"), json!({})).await.status, 204);
    assert_eq!(
        api.get("/api/v1/questions?kind=text").await.json()["items"][0]["languages"],
        json!(["kk", "ru"])
    );
}

#[actix_web::test]
async fn faults_name_their_fields_and_pages_follow_each_other() {
    let desk = Desk::open().await;
    let api = desk.app.api(&desk.app.second_administrator().await).await;
    let mut faulty = draft();
    faulty["accepted"] = json!([{ "pattern": "да", "worth": "50" }]);
    faulty["explanation"] = json!({});
    let category = desk.category("Тест").await.0;
    let refused = api
        .post("/api/v1/questions", json!({ "category_id": category, "state": "ready", "draft": faulty }))
        .await;
    assert_eq!(refused.status, 422);
    let named: Vec<Value> =
        refused.json()["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
    assert_eq!(named, [json!("accepted"), json!("explanation-ru")]);
    let first = api.get("/api/v1/questions?limit=4").await.json();
    assert_eq!(first["items"].as_array().unwrap().len(), 4);
    let next = api.get(&format!("/api/v1/questions?limit=4&after={}", first["next_after"])).await.json();
    assert_eq!((next["items"].as_array().unwrap().len(), &next["next_after"]), (3, &json!(null)));
}

#[actix_web::test]
async fn nobody_reads_or_writes_what_is_not_theirs() {
    let desk = Desk::open().await;
    let entry = desk.entry("one").await;
    let idle = desk.app.api(&desk.app.trainer("Соседний").await).await;
    let path = format!("/api/v1/questions/{entry}");
    assert_eq!(idle.get("/api/v1/questions").await.json()["items"], json!([]));
    assert_eq!(idle.get(&path).await.status, 404);
    for part in ["archival", "restoration"] {
        assert_eq!(idle.post(&format!("{path}/{part}"), json!({})).await.status, 404, "{part}");
    }
    let body = json!({ "based_on": 1, "state": "ready", "draft": draft() });
    assert_eq!(idle.post(&format!("{path}/versions"), body).await.status, 404);
    let nobody = desk.app.api(&desk.app.person("Никто").await).await;
    assert_eq!(nobody.get("/api/v1/questions").await.status, 403);
    assert_eq!(nobody.get(&path).await.status, 403);
}

#[actix_web::test]
async fn categories_and_tags_are_put_in_order() {
    let desk = Desk::open().await;
    let api = desk.app.api(&desk.app.second_administrator().await).await;
    let list = "/api/v1/question-categories";
    let made = api.post(list, json!({ "name": "Право", "owner": "site" })).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let above = made.json()["id"].as_i64().unwrap();
    let inside = api.post(list, json!({ "name": "НКО", "parent_id": above })).await.json()["id"].clone();
    let refused = api.post(list, json!({ "name": "", "owner": "site" })).await;
    assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!("name")));
    let renamed = api.put(&format!("{list}/{inside}"), json!({ "name": "Закон", "parent_id": null })).await;
    assert_eq!(renamed.status, 204, "{}", renamed.html);
    let all = api.get(list).await.json();
    let category =
        |name: &str| all.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone();
    assert_eq!(
        (&category("Закон")["parent_id"], &category("Закон")["owner"]),
        (&json!(null), &json!("site"))
    );
    assert_eq!(category("Тест")["questions"], json!(7));
    let tags = format!("/api/v1/questions/{}/tags", desk.entry("one").await);
    assert_eq!(api.put(&tags, json!({ "tags": ["Право", "#НКО"] })).await.status, 204);
    assert_eq!(api.put(&tags, json!({ "tags": ["я".repeat(50)] })).await.status, 422);
    let found = api.get("/api/v1/questions?tag=нко").await.json();
    assert_eq!(found["items"][0]["tags"], json!(["нко", "право"]));
}

#[actix_web::test]
async fn files_come_and_go_and_a_question_is_seen_as_trainees_see_it() {
    let desk = Desk::open().await;
    let api = desk.app.api(&desk.app.second_administrator().await).await;
    let category = desk.category("Тест").await;
    let post = |rest: &str, file: &str| {
        let address = format!("/api/v1/question-imports?category={category}&file_name=x.gift{rest}");
        let (api, file) = (&api, file.as_bytes().to_vec());
        async move { api.post_bytes(&address, file).await }
    };
    let file = "::Столица::Столица Казахстана?{=Астана ~Алматы}\n";
    let looked = post("&dry_run=true", file).await;
    assert_eq!((looked.status, &looked.json()["taken"]), (200, &json!(false)), "{}", looked.html);
    assert_eq!(looked.json()["questions"][0]["text"], "Столица Казахстана?");
    let taken = post("", file).await;
    assert_eq!((taken.status, &taken.json()["new"]), (201, &json!(1)), "{}", taken.html);
    assert_eq!(post("", file).await.json()["known"], json!(1));
    let faulty = format!("{file}\n::Река::Какая?{{=Ишим");
    let stopped = post("", &faulty).await;
    assert_eq!((stopped.status, &stopped.json()["faults"][0]["code"]), (422, &json!("brace-open")));
    assert_eq!(post("&good_only=true", &faulty).await.status, 201);
    let idle = desk.app.api(&desk.app.trainer("Соседний").await).await;
    let address = format!("/api/v1/question-imports?category={category}");
    assert_eq!(idle.post_bytes(&address, file.as_bytes().to_vec()).await.status, 404);
    assert_eq!(api.post_bytes("/api/v1/question-imports", Vec::new()).await.status, 422);

    let gift = api.get("/api/v1/question-exports?format=gift&q=столица").await;
    assert!(gift.html.contains("Столица Казахстана?") && !gift.html.contains("Сколько"), "{}", gift.html);
    let none = idle.get("/api/v1/question-exports?format=gift").await;
    assert_eq!((none.status, none.html.as_str()), (200, ""));
    let preview = format!("/api/v1/questions/{}/preview", desk.entry("one").await);
    let shown = api.get(&preview).await.json();
    assert_eq!((&shown["kind"], shown["choices"].as_array().unwrap().len()), (&json!("one"), 2));
    assert!(shown.get("answer").is_none(), "{shown}");
    assert_eq!(idle.get(&preview).await.status, 404);
    assert_eq!(api.get(&format!("{preview}?version=9")).await.status, 404);
}
