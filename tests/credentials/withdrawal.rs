//! A key that has leaked is withdrawn.

use super::{Centre, code};
use birge::cli::credential::withdrawn;
use birge::secrets::Secrets;
use serde_json::{Value, json};

const LIST: &str = "/credentials/status-lists/1";
const KEYS: &str = "/credentials/keys.json";

impl Centre {
    /// The key of the organisation, or of the installation, that signs documents, and what the API says of it.
    async fn key(&self, organisation: bool) -> Value {
        let issuers = self.app.api(&self.administrator).await.get("/api/v1/credentials/issuers").await.json();
        let issuers = issuers.as_array().unwrap().clone();
        let issuer = issuers.iter().find(|one| one["organisation_id"].is_i64() == organisation).unwrap();
        let keys = issuer["keys"].as_array().unwrap();
        let newest =
            keys.iter().filter(|key| key["algorithm"] == "ed25519").max_by_key(|key| key["number"].as_i64());
        newest.unwrap().clone()
    }
}

fn method(signed: &[u8]) -> String {
    let said: Value = serde_json::from_slice(signed).unwrap();
    said["proof"]["verificationMethod"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn row_34_what_a_withdrawn_key_signed_is_refused_and_downloaded_again_it_holds() {
    let centre = Centre::new().await;
    let (old, token) = (centre.file("json").await, centre.file("jwt").await);
    let (list, before) = (centre.published(LIST).await, centre.published(KEYS).await);
    assert!(centre.offline(&old, Some(&before), Some(&list)).0);
    let key = centre.key(true).await;
    let address = format!("/credentials/keys/{}/withdrawal", key["id"]);
    let browser = centre.app.sign_in(&centre.administrator).await;
    let page = browser.get("/credentials/keys").await;
    assert!(
        page.html.contains(&address) && page.text().contains("Если ключ попал в чужие руки"),
        "{}",
        page.html
    );
    let done = browser.post(&address, &[("reason", "Украден архив")]).await;
    assert!(
        done.text().contains("Ключ отозван.") && done.text().contains("Украден архив"),
        "{}",
        done.text()
    );

    let keys = centre.published(KEYS).await;
    let documents: Value = serde_json::from_str(&keys).unwrap();
    let name = method(&old);
    let document = documents
        .as_array()
        .unwrap()
        .iter()
        .find(|one| name.starts_with(&format!("{}#", one["id"].as_str().unwrap())))
        .unwrap();
    assert!(!document["assertionMethod"].as_array().unwrap().contains(&json!(name)));
    let listed =
        document["verificationMethod"].as_array().unwrap().iter().find(|one| one["id"] == json!(name));
    assert_eq!(listed.unwrap()["revoked"], "2026-12-01T09:00:00Z", "listed as revoked: {document:#}");

    let (exit, verdict) = centre.offline(&old, Some(&keys), Some(&list));
    assert_eq!((exit, code(&verdict, "issuer").as_str()), (false, "issuer-withdrawn"));
    assert!(centre.offline(&token, Some(&keys), Some(&list)).0, "the other key stands");
    let sent = [("file", "credential.json", old.clone())];
    let page = centre.app.stranger().post_multipart("/credentials/verification", &[], &sent).await;
    let text = page.text();
    assert!(
        text.contains("Подписано отозванным ключом") && text.contains("скачать удостоверение заново"),
        "{text}"
    );
    let api = crate::support::browser::ApiClient::new(&centre.app.url, None);
    let sent = json!({ "credential": serde_json::from_slice::<Value>(&old).unwrap() });
    let found = api.post("/api/v1/credentials/verifications", sent).await.json();
    assert_eq!((&found["valid"], &found["findings"][2]["code"]), (&json!(false), &json!("issuer-withdrawn")));

    let new = centre.file("json").await;
    assert_ne!(method(&new), name);
    assert_eq!(centre.key(true).await["number"], json!(2), "a new one took its place");
    let (exit, verdict) = centre.offline(&new, Some(&keys), Some(&list));
    assert!(exit, "{verdict:#}");
    assert_eq!(centre.app.audited("credential-key-withdrawn").await, 1);
}

#[actix_web::test]
async fn row_35_the_lists_are_signed_again_at_once_when_their_key_is_withdrawn() {
    let centre = Centre::new().await;
    let file = centre.file("json").await;
    let old = centre.published(LIST).await;
    let key = centre.key(false).await;
    let api = centre.app.api(&centre.administrator).await;
    let address = format!("/api/v1/credentials/keys/{}/withdrawal", key["id"]);
    assert_eq!(api.post(&address, json!({ "reason": "Утечка" })).await.status, 201);
    let (new, keys) = (centre.published(LIST).await, centre.published(KEYS).await);
    assert_ne!(method(new.as_bytes()), method(old.as_bytes()));
    let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&old));
    assert_eq!((exit, code(&verdict, "status").as_str()), (false, "status-list-withdrawn"));
    let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&new));
    assert!(exit, "{verdict:#}");
    let withdrawn = api.get("/api/v1/credentials/issuers").await.json().to_string();
    assert!(withdrawn.contains("\"reason\":\"Утечка\""), "{withdrawn}");
    assert_eq!(api.post(&address, json!({ "reason": "Ещё раз" })).await.status, 409, "once and for all");
}

#[actix_web::test]
async fn a_withdrawal_needs_a_reason_and_an_administrator_of_the_site() {
    let centre = Centre::new().await;
    centre.file("json").await;
    let key = centre.key(true).await;
    let address = format!("/credentials/keys/{}/withdrawal", key["id"]);
    let browser = centre.app.sign_in(&centre.administrator).await;
    let short = browser.post(&address, &[("reason", "ай")]).await;
    assert_eq!(short.status, 422);
    assert!(short.html.contains("value=\"ай\""), "nothing typed is lost: {}", short.html);
    let id = format!("field-reason-{}", key["id"]);
    assert!(short.html.contains(&format!("href=\"#{id}\"")) && short.html.contains(&format!("id=\"{id}\"")));
    assert_eq!(browser.post(&address, &[]).await.status, 422);
    assert_eq!(
        browser.post("/credentials/keys/999999/withdrawal", &[("reason", "Утечка")]).await.status,
        404
    );
    let trainee = centre.app.sign_in(&centre.holder).await;
    assert_eq!(trainee.post(&address, &[("reason", "Утечка")]).await.status, 403);
    let api = centre.app.api(&centre.administrator).await;
    let empty = api.post(&format!("/api/v1{address}"), json!({})).await;
    assert_eq!((empty.status, empty.json()["errors"][0]["code"].clone()), (422, json!("required")));
    assert!(centre.key(true).await["withdrawn_at"].is_null(), "nothing has happened");
}

#[actix_web::test]
async fn an_operator_withdraws_a_key_by_its_name() {
    let centre = Centre::new().await;
    let name = method(&centre.file("json").await);
    let (app, now) = (&centre.app, centre.app.now());
    let withdraw = |name: String| {
        // The secret key that the centre under test has.
        let secrets = Secrets::new([7; 32]);
        async move { withdrawn(&app.db, secrets, (name.as_str(), "Утечка".to_owned()), now).await }
    };
    let unknown = withdraw("did:web:birge.example#z6Mk".to_owned()).await.unwrap_err().to_string();
    let fragment = name.rsplit('#').next().unwrap();
    assert!(unknown.contains("there is no key z6Mk") && unknown.contains(fragment), "{unknown}");
    withdraw(name.clone()).await.unwrap();
    let again = withdraw(fragment.to_owned()).await.unwrap_err().to_string();
    assert!(again.contains("withdrawn before"), "{again}");
    assert_ne!(method(&centre.file("json").await), name, "another key signs now");
    assert_eq!(app.audited("credential-key-withdrawn").await, 1);
}
