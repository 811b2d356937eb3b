//! What a holder carries away: four forms of one credential, each of which holds without a network.

use super::{Centre, code};
use birge::credentials::rules::opening::open;
use serde_json::Value;

const LIST: &str = "/credentials/status-lists/1";

#[actix_web::test]
async fn row_34_every_form_holds_offline_with_the_published_keys() {
    let centre = Centre::new().await;
    let mut documents = Vec::new();
    for form in ["json", "jwt", "png", "svg"] {
        let file = centre.file(form).await;
        assert_eq!(file, centre.file(form).await, "{form}: the same each time");
        let list = centre.published(LIST).await;
        let keys = centre.published("/credentials/keys.json").await;
        let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&list));
        assert!(exit, "{form}: {verdict:#}");
        assert_eq!(code(&verdict, "issuer"), "issuer-known");
        let (_, signed) = open(&file).unwrap();
        let mut said = signed.credential();
        said.as_object_mut().unwrap().remove("proof");
        documents.push(said);
    }
    assert!(documents.windows(2).all(|pair| pair[0] == pair[1]), "one credential in four forms");
    let said: &Value = &documents[0];
    assert_eq!(said["credentialSubject"]["licenseNumber"], "УПК-2026/0001");
    assert_eq!(said["name"], "Удостоверение о повышении квалификации");
    let text = said.to_string();
    for secret in ["Ахметова", &centre.holder.email] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[actix_web::test]
async fn row_34_without_key_or_list_nothing_is_called_valid() {
    let centre = Centre::new().await;
    let file = centre.file("json").await;
    let list = centre.published(LIST).await;
    let keys = centre.published("/credentials/keys.json").await;
    let (exit, verdict) = centre.offline(&file, None, Some(&list));
    assert_eq!((exit, code(&verdict, "signature").as_str()), (false, "signature-without-key"));
    let (exit, verdict) = centre.offline(&file, Some(&keys), None);
    assert_eq!((exit, code(&verdict, "status").as_str()), (false, "status-without-list"));
    let changed = String::from_utf8(file).unwrap().replace("УПК-2026/0001", "УПК-2026/0002");
    let (exit, verdict) = centre.offline(changed.as_bytes(), Some(&keys), Some(&list));
    assert_eq!((exit, code(&verdict, "signature").as_str()), (false, "signature-broken"));
    let reason = verdict["findings"][1]["reason"].as_str().unwrap();
    assert!(reason.contains("изменили"), "in words: {reason}");
}

#[actix_web::test]
async fn a_credential_is_for_its_holder_and_for_administrators() {
    let centre = Centre::new().await;
    let (page, file) = (
        format!("/documents/{}/credential", centre.document),
        format!("/documents/{}/credential/json", centre.document),
    );
    let (other, stranger) = (centre.app.person("Сосед").await, centre.app.stranger());
    for address in [&page, &file] {
        assert_eq!(centre.app.sign_in(&other).await.get(address).await.status, 404);
        assert_eq!(centre.app.sign_in(&centre.administrator).await.get(address).await.status, 200);
        assert_eq!(stranger.status_of(address).await, 303);
    }
    let shown = centre.app.sign_in(&centre.holder).await.get(&page).await;
    for form in ["png", "svg", "json", "jwt"] {
        assert!(shown.html.contains(&format!("{page}/{form}\"")), "{form}: {}", shown.html);
    }
    let api = centre.app.api(&centre.holder).await;
    assert_eq!(api.get(&format!("/api/v1{page}/jwt")).await.status, 200);
    assert_eq!(api.get(&format!("/api/v1{page}/pdf")).await.status, 404);
    assert_eq!(
        centre.app.audited("document-credential-taken").await,
        2,
        "the looks of two people are written down"
    );
}

/// An address belongs to the account and may change; what was handed out is a statement about the document.
#[actix_web::test]
async fn row_34_a_change_of_address_changes_nothing_in_the_credential() {
    use birge::db::schema::people;
    use diesel::prelude::*;
    let centre = Centre::new().await;
    let before = [centre.file("json").await, centre.file("jwt").await];
    let browser = centre.app.sign_in(&centre.holder).await;
    let person = centre.holder.id;
    let change = move |w: &mut birge::db::Write| {
        let row = people::table.filter(people::id.eq(person));
        Ok(diesel::update(row).set(people::email.eq("new@birge.example")).execute(w.conn())?)
    };
    assert_eq!(centre.app.db.write(change).await.unwrap(), 1);
    for (form, before) in ["json", "jwt"].into_iter().zip(before) {
        let page = browser.get(&format!("/documents/{}/credential/{form}", centre.document)).await;
        assert_eq!(page.html.as_bytes(), before, "{form}");
    }
    let page = browser.get(&format!("/documents/{}/credential/json", centre.document)).await;
    assert_eq!(page.header("content-type"), "application/vc");
}
