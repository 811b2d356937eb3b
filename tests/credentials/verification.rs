//! The page and the API on which anybody verifies a credential.

use super::Centre;
use serde_json::{Value, json};

const PAGE: &str = "/credentials/verification";

#[actix_web::test]
async fn row_34_a_stranger_uploads_a_badge_and_reads_what_is_right() {
    let centre = Centre::new().await;
    let png = centre.file("png").await;
    let stranger = centre.app.stranger();
    let name = [("holder", "  ахметова Анна сергеевна ")];
    let page = stranger.post_multipart(PAGE, &name, &[("file", "badge.png", png)]).await;
    let text = page.text();
    assert_eq!(page.status, 200, "{text}");
    for part in [
        "Удостоверение подлинное и действует",
        "Прислано в картинке PNG",
        "Open Badges 3.0",
        "не изменено ни буквы",
        "В списке отозванных его нет",
        "УПК-2026/0001",
        "выдано названному человеку",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json = String::from_utf8(centre.file("json").await).unwrap();
    let fields = [("text", json.as_str()), ("holder", "Иванов Иван")];
    let other = stranger.post_multipart(PAGE, &fields, &[]).await.text();
    assert!(other.contains("Удостоверение подлинное") && other.contains("выдано не названному"), "{other}");
}

#[actix_web::test]
async fn row_34_what_is_wrong_is_said_in_plain_words() {
    let centre = Centre::new().await;
    let json = String::from_utf8(centre.file("json").await).unwrap();
    let stranger = centre.app.stranger();
    let changed = json.replace("УПК-2026/0001", "УПК-2026/0009");
    let page = stranger.post_multipart(PAGE, &[("text", &changed)], &[]).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("не проходит проверку") && page.text().contains("изменили"),
        "{}",
        page.text()
    );
    let other = json.replace("eddsa-jcs-2022", "eddsa-rdfc-2022");
    let text = stranger.post_multipart(PAGE, &[("text", &other)], &[]).await.text();
    assert!(text.contains("eddsa-rdfc-2022") && !text.contains("подлинное и действует"), "{text}");
    let scripted = json.replace("УПК-2026/0001", "<script>alert(1)</script>");
    let page = stranger.post_multipart(PAGE, &[("text", &scripted)], &[]).await;
    assert!(!page.html.contains("<script>alert"), "what a stranger's file says is text");
}

#[actix_web::test]
async fn what_is_no_credential_is_refused_and_nothing_typed_is_lost() {
    let app = crate::support::TestApp::spawn().await;
    let stranger = app.stranger();
    let nothing = stranger.post_multipart(PAGE, &[("holder", "Ахметова Анна")], &[]).await;
    assert_eq!(nothing.status, 422);
    assert!(
        nothing.text().contains("Приложите файл") && nothing.html.contains("Ахметова Анна"),
        "{}",
        nothing.text()
    );
    let pdf = stranger.post_multipart(PAGE, &[], &[("file", "a.pdf", b"%PDF-1.7".to_vec())]).await;
    assert!(pdf.status == 422 && pdf.text().contains("Это не удостоверение"), "{}", pdf.text());
    let picture = stranger.post_multipart(PAGE, &[], &[("file", "a.svg", b"<svg></svg>".to_vec())]).await;
    assert!(picture.status == 422 && picture.text().contains("нет удостоверения"), "{}", picture.text());
    let fields = [("text", "{\"id\":1}"), ("keys", "не ключ")];
    let keys = stranger.post_multipart(PAGE, &fields, &[]).await;
    assert!(keys.status == 422 && keys.html.contains("не ключ"), "{}", keys.text());
}

#[actix_web::test]
async fn the_api_says_the_same() {
    let centre = Centre::new().await;
    let credential: Value = serde_json::from_slice(&centre.file("json").await).unwrap();
    let token = String::from_utf8(centre.file("jwt").await).unwrap();
    let api = crate::support::browser::ApiClient::new(&centre.app.url, None);
    let path = "/api/v1/credentials/verifications";
    for sent in [credential.clone(), json!(token)] {
        let page = api.post(path, json!({ "credential": sent, "holder": "Ахметова Анна Сергеевна" })).await;
        assert_eq!(page.status, 200, "{}", page.html);
        assert_eq!(
            (&page.json()["valid"], &page.json()["of_holder"]),
            (&json!(true), &json!(true)),
            "{}",
            page.html
        );
    }
    let mut changed = credential;
    changed["name"] = json!("Диплом");
    let page = api.post(path, json!({ "credential": changed })).await.json();
    assert_eq!((&page["valid"], &page["findings"][1]["code"]), (&json!(false), &json!("signature-broken")));
    assert_eq!(api.post(path, json!({ "credential": "hello" })).await.status, 422);
}

/// Anybody can sign in any name with a key of their own, and hand that key out with the forgery.
#[actix_web::test]
async fn a_forgery_in_our_name_is_not_believed_whatever_keys_come_with_it() {
    use birge::credentials::rules::keys::{Algorithm, PrivateKey};
    use birge::credentials::rules::{did, proof};
    let centre = Centre::new().await;
    let mut credential: Value = serde_json::from_slice(&centre.file("json").await).unwrap();
    let (key, public) = PrivateKey::make(Algorithm::Ed25519, &mut |bytes: &mut [u8]| bytes.fill(7)).unwrap();
    let api = crate::support::browser::ApiClient::new(&centre.app.url, None);
    let path = "/api/v1/credentials/verifications";
    credential.as_object_mut().unwrap().shift_remove("proof");
    let issuer = credential["issuer"]["id"].as_str().unwrap().to_owned();
    let theirs = did::Published { standing: vec![public.clone()], withdrawn: Vec::new() };
    let keys = did::document(&issuer, &theirs, None);
    let method = format!("{issuer}#{}", public.fragment());
    let forged = proof::sign(credential.clone(), (&method, "2026-01-01T00:00:00Z"), &key).unwrap();
    for keys in [keys, json!(public.multikey())] {
        let found = api.post(path, json!({ "credential": forged, "keys": keys })).await.json();
        assert_eq!((&found["valid"], &found["ours"]), (&json!(false), &json!(true)), "{found}");
    }
    let own = format!("did:key:{}", public.fragment());
    credential["issuer"]["id"] = json!(own);
    credential.as_object_mut().unwrap().shift_remove("credentialStatus");
    let method = format!("{own}#{}", public.fragment());
    let forged = proof::sign(credential, (&method, "2026-01-01T00:00:00Z"), &key).unwrap().to_string();
    let page = centre.app.stranger().post_multipart(PAGE, &[("text", &forged)], &[]).await.text();
    assert!(page.contains("другая организация") && !page.contains("подлинное"), "{page}");
    assert!(page.contains(&own), "{page}");
}

/// A thousand uploads cost whoever sends them their time, and nobody else's.
#[actix_web::test]
async fn who_verifies_too_often_is_refused_before_the_file_is_read() {
    use std::io::{Read as _, Write as _};
    let app = crate::support::TestApp::builder().limited_once().spawn().await;
    let api = crate::support::browser::ApiClient::new(&app.url, None);
    let path = "/api/v1/credentials/verifications";
    let mut left = 100;
    while api.post(path, json!({ "credential": "hello" })).await.status != 429 {
        left -= 1;
        assert!(left > 0, "somebody is refused in the end");
    }
    // The body is announced and never comes: were it waited for, there would be no answer.
    for (path, media_type) in [(path, "application/json"), (PAGE, "multipart/form-data; boundary=x")] {
        let host = app.url.strip_prefix("http://").unwrap();
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {media_type}\r\nContent-Length: 900000\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 429", "{path}");
    }
}
