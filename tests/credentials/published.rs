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

/// Two of a batch draw the same place, or one that is taken: they draw again, and the list counts each of them once.
#[actix_web::test]
async fn a_batch_that_draws_places_twice_gets_as_many_as_it_has_documents() {
    let app = crate::support::TestApp::spawn().await;
    let now = app.now();
    let drawn = app
        .db
        .write(move |w| {
            let mut numbers = [5u64, 5, 5, 5, 6, 7].into_iter();
            let mut random = move || numbers.next().unwrap();
            let ids = [[1; 20], [2; 20], [3; 20]].map(PublicId::from_random);
            birge::credentials::actions::reserve_all(w, &ids, &mut random, now)?;
            birge::credentials::actions::reserve_all(w, &ids, &mut random, now)?;
            let places = statuses::table.select(statuses::position).order(statuses::position);
            Ok((places.load::<i32>(w.conn())?, lists::table.select(lists::used).load::<i32>(w.conn())?))
        })
        .await
        .unwrap();
    assert_eq!(drawn, (vec![5, 6, 7], vec![3]));
}

/// What is published stays as it was published, whoever writes to the database (row 27).
#[actix_web::test]
async fn keys_places_and_revocations_are_neither_deleted_nor_changed() {
    use birge::db::Write;
    use birge::db::schema::{
        credential_issuers as issuers, credential_key_withdrawals as withdrawals, credential_keys as keys,
        credential_revocations as revocations,
    };
    let centre = Centre::new().await;
    centre.file("json").await;
    centre.revoke().await;
    centre.published(LIST).await;
    let (app, now) = (&centre.app, centre.app.now());
    let key = move |w: &mut Write| {
        Ok(keys::table.select(keys::id).order(keys::id).first::<birge::kernel::CredentialKeyId>(w.conn())?)
    };
    let key = app.db.write(key).await.unwrap();
    let withdraw = move |w: &mut Write| birge::credentials::store::withdraw(w, key, "Утечка", (None, now));
    assert!(app.db.write(withdraw).await.unwrap());
    assert!(!app.db.write(withdraw).await.unwrap(), "once");
    macro_rules! refused {
        ($act:expr) => {
            let act = move |w: &mut Write| Ok($act.execute(w.conn())?);
            assert!(app.db.write(act).await.is_err(), stringify!($act));
        };
    }
    refused!(diesel::delete(keys::table));
    refused!(diesel::delete(issuers::table));
    refused!(diesel::delete(statuses::table));
    refused!(diesel::delete(lists::table));
    refused!(diesel::delete(revocations::table));
    refused!(diesel::delete(withdrawals::table));
    refused!(diesel::update(keys::table).set(keys::number.eq(keys::number + 100)));
    refused!(diesel::update(keys::table).set(keys::sealed.eq("")));
    refused!(diesel::update(issuers::table).set(issuers::owner.eq("site")));
    refused!(diesel::update(statuses::table).set(statuses::position.eq(statuses::position + 1)));
    refused!(diesel::update(revocations::table).set(revocations::revoked_at.eq(now)));
    refused!(diesel::update(withdrawals::table).set(withdrawals::reason.eq("Ошибка")));
    refused!(diesel::update(lists::table).set(lists::revoked.eq(0)));
    refused!(diesel::update(lists::table).set(lists::used.eq(0)));
    refused!(diesel::update(lists::table).set(lists::number.eq(7)));
}

/// Whoever keeps an old list learns nothing of what was revoked since, so it is good for a week.
#[actix_web::test]
async fn row_35_a_list_holds_for_a_week_and_is_signed_again_before() {
    let centre = Centre::new().await;
    let file = centre.file("json").await;
    let (old, keys) = (centre.published(LIST).await, centre.published("/credentials/keys.json").await);
    let until = |list: &str| serde_json::from_str::<Value>(list).unwrap()["validUntil"].clone();
    assert_eq!(until(&old), "2026-12-08T09:00:00Z");
    centre.app.set_clock("2026-12-07T08:59:59Z");
    assert_eq!(centre.published(LIST).await, old, "it holds for a day yet");
    assert!(centre.offline(&file, Some(&keys), Some(&old)).0);
    // The chore signs it again before anybody asks.
    centre.app.set_clock("2026-12-07T09:00:00Z");
    birge::credentials::actions::lists::renew(&centre.app.kit).await.unwrap();
    centre.app.set_clock("2026-12-08T09:00:00Z");
    let new = centre.published(LIST).await;
    assert_eq!(until(&new), "2026-12-14T09:00:00Z");
    let (exit, verdict) = centre.offline(&file, Some(&keys), Some(&old));
    assert_eq!((exit, code(&verdict, "status").as_str()), (false, "status-list-dates"));
    let reason = verdict["findings"][4]["reason"].as_str().unwrap();
    assert!(reason.contains("Возьмите новый"), "{reason}");
    assert!(centre.offline(&file, Some(&keys), Some(&new)).0);
}

#[actix_web::test]
async fn a_list_is_sent_under_the_name_that_was_asked_for() {
    let centre = Centre::new().await;
    centre.file("json").await;
    let reader = centre.app.stranger();
    for (accept, sent) in [
        ("*/*", "application/vc"),
        ("application/vc", "application/vc"),
        ("application/vc+ld+json", "application/vc+ld+json"),
        ("application/vc+ld+json, application/vc;q=0.9", "application/vc"),
        ("application/vc+jwt", "application/vc+jwt"),
    ] {
        let answer =
            reader.client().get(reader.absolute(LIST)).header("accept", accept).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], sent, "{accept}");
    }
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
