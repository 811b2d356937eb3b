//! Keys and lists of statuses, as everybody may have them.

use super::{Centre, code};
use birge::credentials::rules::status::{is_set, unpack};
use birge::db::schema::{credential_status_lists as lists, credential_statuses as statuses};
use birge::kernel::PublicId;
use diesel::prelude::*;
use serde_json::Value;

const LIST: &str = "/credentials/status-lists/1";

fn bits(list: &str) -> Vec<u8> {
    let list: Value = serde_json::from_str(list).unwrap();
    unpack(list["credentialSubject"]["encodedList"].as_str().unwrap()).unwrap()
}

#[actix_web::test]
async fn row_35_annulling_sets_the_bit_and_the_page_and_the_verifier_agree() {
    let centre = Centre::new().await;
    let file = centre.file("json").await;
    let said: Value = serde_json::from_slice(&file).unwrap();
    let status = &said["credentialStatus"];
    assert_eq!(status["statusListCredential"], format!("{}{LIST}", centre.app.url));
    let place: u64 = status["statusListIndex"].as_str().unwrap().parse().unwrap();

    let before = centre.app.stranger().get(LIST).await;
    let mark = before.header("etag").to_owned();
    assert_eq!(is_set(&bits(&before.html), place), Some(false));
    assert!(before.header("cache-control").contains("public"));
    assert_eq!(centre.app.stranger().get(LIST).await.html, before.html, "signed once");
    let known = centre.app.stranger();
    let again = known.client().get(known.absolute(LIST)).header("if-none-match", &mark).send().await.unwrap();
    assert_eq!(again.status().as_u16(), 304);
    let keys = centre.published("/credentials/keys.json").await;
    assert!(centre.offline(&file, Some(&keys), Some(&before.html)).0);

    centre.revoke().await;
    let after = centre.app.stranger().get(LIST).await;
    assert_ne!(after.header("etag"), mark);
    assert_eq!(is_set(&bits(&after.html), place), Some(true));
    let ones: u32 = bits(&after.html).iter().map(|byte| byte.count_ones()).sum();
    assert_eq!(ones, 1, "nothing else is set");
    let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&after.html));
    assert_eq!((exit, code(&verdict, "status").as_str()), (false, "status-revoked"));

    let files = [("file", "credential.json", file)];
    let page = centre.app.stranger().post_multipart("/credentials/verification", &[], &files).await;
    assert!(page.text().contains("Удостоверение аннулировано"), "{}", page.text());
    let public = said["id"].as_str().unwrap().strip_prefix(&centre.app.url).unwrap();
    let public = centre.app.stranger().get(public).await.text();
    assert!(public.contains("Документ аннулирован"), "{public}");
}

#[actix_web::test]
async fn the_list_is_also_a_token() {
    let centre = Centre::new().await;
    let file = centre.file("json").await;
    let reader = centre.app.stranger();
    let token = reader.client().get(reader.absolute(LIST)).header("accept", "application/vc+jwt");
    let token = token.send().await.unwrap().text().await.unwrap();
    assert!(token.starts_with("ey"), "{token}");
    let keys = centre.published("/credentials/keys.json").await;
    let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&token));
    assert!(exit, "{verdict:#}");
    assert_eq!(reader.get("/credentials/status-lists/2").await.status, 404);
}

#[actix_web::test]
async fn a_place_is_drawn_once_and_a_half_full_list_is_followed_by_another() {
    let app = crate::support::TestApp::spawn().await;
    let now = app.now();
    let drawn = app
        .db
        .write(move |w| {
            let mut numbers = [5u64, 5, 5 + 131_072, 6].into_iter().cycle();
            let mut random = move || numbers.next().unwrap();
            let one = PublicId::from_random([1; 20]);
            let first = birge::credentials::actions::reserve(w, &one, &mut random, now)?;
            let same = birge::credentials::actions::reserve(w, &one, &mut random, now)?;
            // 5 is taken, and so is 5 + 131 072, which is the same place.
            let second =
                birge::credentials::actions::reserve(w, &PublicId::from_random([2; 20]), &mut random, now)?;
            diesel::update(lists::table).set(lists::used.eq(65_536)).execute(w.conn())?;
            let third =
                birge::credentials::actions::reserve(w, &PublicId::from_random([3; 20]), &mut random, now)?;
            Ok((first, same, second, third))
        })
        .await
        .unwrap();
    let (first, same, second, third) = drawn;
    assert_eq!((first.position, first.list_number), (5, 1));
    assert_eq!(first, same);
    assert_eq!((second.position, second.list_number), (6, 1));
    assert_eq!((third.position, third.list_number), (5, 2));
}

#[actix_web::test]
async fn a_place_and_a_revocation_are_never_deleted() {
    let app = crate::support::TestApp::spawn().await;
    let now = app.now();
    let deleted = app
        .db
        .write(move |w| {
            let mut random = || 7;
            birge::credentials::actions::reserve(w, &PublicId::from_random([1; 20]), &mut random, now)?;
            Ok(diesel::delete(statuses::table).execute(w.conn())?)
        })
        .await;
    assert!(deleted.is_err());
}

#[actix_web::test]
async fn old_keys_stay_published_and_what_they_signed_holds() {
    let centre = Centre::new().await;
    let old = centre.file("json").await;
    let old_token = centre.file("jwt").await;
    centre.published(LIST).await;
    let browser = centre.app.sign_in(&centre.administrator).await;
    let keys = browser.get("/credentials/keys").await;
    assert_eq!(keys.status, 200);
    // The installation itself comes first.
    let organisation = keys.html.split("/credentials/issuers/").last().unwrap();
    let form = format!("/credentials/issuers/{}", organisation.split('"').next().unwrap());
    let done = browser.post(&form, &[]).await;
    assert!(done.text().contains("Ключи сменены"), "{}", done.text());

    let new = centre.file("json").await;
    let method = |file: &[u8]| {
        let said: Value = serde_json::from_slice(file).unwrap();
        said["proof"]["verificationMethod"].as_str().unwrap().to_owned()
    };
    assert_ne!(method(&old), method(&new));
    let (keys, list) = (centre.published("/credentials/keys.json").await, centre.published(LIST).await);
    for file in [&old, &new, &old_token] {
        let (exit, verdict) = centre.offline(file, Some(&keys), Some(&list));
        assert!(exit, "{verdict:#}");
    }
    let issuer = method(&new).split('#').next().unwrap().to_owned();
    let path = format!("/{}/did.json", issuer.split(':').skip(3).collect::<Vec<_>>().join("/"));
    let document: Value = serde_json::from_str(&centre.published(&path).await).unwrap();
    assert_eq!(document["id"], issuer);
    assert_eq!(document["verificationMethod"].as_array().unwrap().len(), 4, "two of each kind");
    let stored = serde_json::to_string(&document).unwrap();
    assert!(!stored.contains("\"d\""), "no private half");

    let trainee = centre.app.sign_in(&centre.holder).await;
    assert_eq!(trainee.get("/credentials/keys").await.status, 403);
    assert_eq!(trainee.post(&form, &[]).await.status, 403);
}
