//! The paper trail of a group, through the API as an administrator makes it.

use super::app::TestApp;
use super::browser::{ApiClient, Page};
use super::fixtures::Person;
use birge::kernel::{EditionId, OrderId};
use serde_json::{Value, json};

impl TestApp {
    /// Takes a group through its trail: everybody is enrolled, has passed, and is named in the closing order. Papers are
    /// dated by the first and the last day of the edition.
    pub async fn trail(&self, by: &Person, edition: EditionId) -> [OrderId; 5] {
        let client = self.api(by).await;
        number_group(&client, edition).await;
        let (starts, ends) = term(self, edition).await;
        let mut papers = Vec::new();
        for (kind, dated) in [
            ("enrolment", &starts),
            ("commission", &starts),
            ("assessment_sheet", &ends),
            ("protocol", &ends),
            ("closing", &ends),
        ] {
            let draft = begin(&client, edition, json!({ "kind": kind })).await;
            let content = filled(&draft);
            papers
                .push(sign(&client, &edit(&client, &draft, content).await, json!({ "dated": dated })).await);
        }
        papers.try_into().unwrap()
    }

    /// A draft that nobody signs.
    pub async fn draft_order(&self, by: &Person, edition: EditionId) -> OrderId {
        let client = self.api(by).await;
        number_group(&client, edition).await;
        id(&begin(&client, edition, json!({ "kind": "enrolment" })).await)
    }
}

/// The first and the last day of an edition.
pub async fn term(app: &TestApp, edition: EditionId) -> (String, String) {
    let row = app.db.read(move |r| Ok(birge::editions::store::edition(r, edition)?.unwrap())).await.unwrap();
    (row.starts_on.to_string(), row.ends_on.to_string())
}

/// Gives a group the number that is proposed.
pub async fn number_group(client: &ApiClient, edition: EditionId) {
    let trail = client.get(&format!("/api/v1/editions/{edition}/orders")).await.json();
    let number = trail["group_number_proposal"].clone();
    let set =
        client.put(&format!("/api/v1/editions/{edition}/group-number"), json!({ "number": number })).await;
    assert_eq!(set.status, 204, "{}", set.html);
}

/// Begins a draft.
pub async fn begin(client: &ApiClient, edition: EditionId, wanted: Value) -> Value {
    let page = client.post(&format!("/api/v1/editions/{edition}/orders"), wanted).await;
    assert_eq!(page.status, 201, "{}", page.html);
    page.json()
}

/// Changes a draft.
pub async fn edit(client: &ApiClient, draft: &Value, content: Value) -> Value {
    let body = json!({ "revision": draft["revision"], "content": content });
    let page = client.put(&format!("/api/v1/orders/{}", id(draft)), body).await;
    assert_eq!(page.status, 200, "{}", page.html);
    page.json()
}

/// Signs a draft, which must be possible.
pub async fn sign(client: &ApiClient, draft: &Value, typed: Value) -> OrderId {
    let page = try_sign(client, draft, typed).await;
    assert_eq!(page.status, 201, "{}", page.html);
    id(draft)
}

/// Signs a draft, or is told why not.
pub async fn try_sign(client: &ApiClient, draft: &Value, mut typed: Value) -> Page {
    typed["revision"] = draft["revision"].clone();
    client.post(&format!("/api/v1/orders/{}/signature", id(draft)), typed).await
}

/// A commission of three outsiders.
pub fn commission() -> Value {
    let member = |role: &str, surname: &str, post: &str| {
        let name = json!({ "surname": surname, "given_name": "Ирина", "patronymic": "Павловна" });
        json!({ "role": role, "name": name, "post": post })
    };
    json!({ "kind": "commission", "members": [member("chair", "Громова", "проректор"),
        member("member", "Ким", "доцент"), member("secretary", "Ли", "методист")] })
}

/// A proposal with what only people know: who answers for the course, who certifies, that everybody has passed.
pub fn filled(draft: &Value) -> Value {
    let mut content = draft["content"].clone();
    match draft["kind"].as_str().unwrap() {
        "enrolment" => {
            content["responsible_post"] = json!("методист");
            content["responsible_name"] = json!("А. С. Петрова");
        }
        "commission" => return commission(),
        "assessment_sheet" => {
            for entry in content["entries"].as_array_mut().unwrap() {
                entry["outcome"] = json!("passed");
                entry["percent"] = json!(92);
                entry["grade"] = json!("зачтено");
            }
        }
        _ => {}
    }
    content
}

/// The id of a paper as the API tells it.
pub fn id(paper: &Value) -> OrderId {
    OrderId(paper["id"].as_i64().unwrap())
}
