//! What a stranger learns from the code on a paper, and what not.

use super::centre::{AFTER, Centre};
use crate::content::Course;
use crate::support::TestApp;
use crate::support::identities::record_identity;
use crate::support::queries::asked_writing;
use birge::db::schema::documents;
use birge::documents::actions::tally::{self, Counted};
use birge::documents::rules::Standing;
use birge::documents::rules::book::CheckWay;
use birge::documents::store::book::{CheckRow, checks};
use birge::kernel::DocumentId;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::json;

#[tokio::test]
async fn the_public_page_gives_the_verdict_first_and_few_facts() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    let page = centre.app.stranger().get(&address).await;
    assert_eq!(page.status, 200);
    assert!(page.header("x-robots-tag").contains("noindex"));
    assert!(page.html.contains("<meta name=\"robots\" content=\"noindex\">"));
    let text = page.text();
    for part in [
        "Документ действителен",
        "Удостоверение о повышении квалификации",
        "А. А. С.",
        "УП•-••••/••01",
        "Пример",
        "16 академических часов",
        "1 сентября – 30 ноября 2026 г.",
        "1 декабря 2026 г.",
        "Учебный центр",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.find("Документ действителен").unwrap() < text.find("А. А. С.").unwrap());
    for surplus in [
        "Ахметова",
        "Анна Сергеевна",
        "УПК-2026/0001",
        &person.email,
        "test.example",
        "/people/",
        "/documents/",
        "/editions/",
        "2-й поток",
    ] {
        assert!(!page.html.contains(surplus), "{surplus}: {}", page.html);
    }
    assert!(!page.html.contains("<nav class=\"menu\""), "no navigation");

    let api = address.replace("/v/", "/api/v1/verifications/");
    let answer = birge_api(&centre).get(&api).await;
    let expected = json!({
        "status": "valid", "revoked_on": null, "replaced_by": null, "kind": "advanced_training_certificate",
        "number": "УП•-••••/••01", "holder": "А. А. С.", "programme": "Пример", "hours": 16, "studied_from": "2026-09-01",
        "studied_to": "2026-11-30", "issued_on": "2026-12-01", "issuer": "Учебный центр",
    });
    assert_eq!(answer.json(), expected, "and nothing else");
}

fn birge_api(centre: &Centre) -> crate::support::browser::Browser {
    centre.app.stranger()
}

#[tokio::test]
async fn the_page_speaks_the_readers_language() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    for (language, verdict, programme) in
        [("kk", "Құжат жарамды", "Мысал"), ("en", "The document is valid", "Sample")]
    {
        let page = centre.app.stranger().speaking(language).get(&address).await;
        let text = page.text();
        assert!(text.contains(verdict) && text.contains(programme), "{text}");
        assert!(page.html.contains(&format!("<html lang=\"{language}\"")) && !page.html.contains('⟦'));
    }
}

#[tokio::test]
async fn a_revocation_shows_at_once_and_the_corrected_document_has_a_new_number() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    assert!(centre.app.stranger().get(&address).await.text().contains("Документ действителен"));
    let browser = centre.browser().await;
    let form = format!("/documents/{id}/revocation");

    let short = browser.post(&form, &[("reason", "ой")]).await;
    assert_eq!(short.status, 422);
    assert!(
        short.text().contains("не меньше 3 знаков") && short.html.contains("ой</textarea>"),
        "{}",
        short.text()
    );
    assert!(centre.app.stranger().get(&address).await.text().contains("Документ действителен"));

    let done = browser.post(&form, &[("reason", "Ошибка в отчестве, паспорт представлен")]).await;
    assert_eq!(done.status, 200);
    let text = done.text();
    assert!(
        text.contains("Документ УПК-2026/0001 аннулирован") && text.contains("Причина: Ошибка в отчестве"),
        "{text}"
    );
    let public = centre.app.stranger().get(&address).await;
    let text = public.text();
    assert!(
        text.contains("Документ аннулирован") && text.contains("недействителен с 1 декабря 2026 г."),
        "{text}"
    );
    assert!(
        !text.contains("действителен Сверьте") && !public.html.contains("отчестве"),
        "the reason is not public"
    );
    let own = centre.app.sign_in(&person).await.get("/documents").await.text();
    assert!(own.contains("Аннулирован 1 декабря 2026 г."), "{own}");
    let status = |page: crate::support::browser::Page| page.json()["errors"][0]["code"].clone();
    let second = centre.revoke(id, "Ещё раз по той же причине").await;
    assert_eq!((second.status, status(second)), (409, json!("already-revoked")));
    assert_eq!(browser.post(&form, &[("reason", "Ещё раз по той же причине")]).await.status, 409);

    let next = centre.issue(&[one]).await[0];
    assert_eq!(centre.document(next).await["number"], "УПК-2026/0002");
    let chain = browser.get(&format!("/documents/{next}")).await.text();
    assert!(chain.contains("УПК-2026/0002 , 1 декабря 2026 г. Действителен"), "{chain}");
    assert!(chain.contains("УПК-2026/0001 , 1 декабря 2026 г. Аннулирован"), "{chain}");
    assert!(centre.app.stranger().get(&address).await.text().contains("Документ аннулирован"));
    let fresh = centre.verification_path(next).await;
    assert!(centre.app.stranger().get(&fresh).await.text().contains("Документ действителен"));
}

#[tokio::test]
async fn an_unknown_address_is_a_404_that_says_how_to_check_it() {
    let centre = Centre::new().await;
    let nothing = paths::verification(&birge::kernel::PublicId::from_random([9; 20]));
    for path in [nothing.as_str(), "/v/abc", "/v/..%2F..%2Fetc%2Fpasswd", "/v/%00"] {
        let page = centre.app.stranger().get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(
            page.text().contains("Такого документа нет") && page.text().contains("ровно 32"),
            "{}",
            page.text()
        );
        assert!(page.header("x-robots-tag").contains("noindex"));
    }
    let api = centre.app.stranger().get("/api/v1/verifications/abc").await;
    assert_eq!((api.status, api.json()["errors"][0]["code"].clone()), (404, json!("not-found")));
}

#[tokio::test]
async fn an_address_typed_in_capitals_is_understood() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    let typed = format!("/v/{}", address.trim_start_matches("/v/").to_uppercase());
    assert_eq!(centre.app.stranger().get(&typed).await.status, 200);
}

#[tokio::test]
async fn combing_through_addresses_is_stopped() {
    let app = TestApp::builder().at(AFTER).limited_once().spawn().await;
    let centre = Centre::teaching(Course::sample().programme(), app).await;
    let stranger = centre.app.stranger();
    let mut refused = None;
    for _ in 0..60 {
        let page = stranger.get("/v/abc").await;
        if page.status == 429 {
            refused = Some(page);
            break;
        }
    }
    let refused = refused.expect("the 31st look at the latest is refused");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
    assert_eq!(stranger.get("/api/v1/verifications/abc").await.status, 429, "the API has no other door");
}

#[actix_web::test]
async fn behind_a_trusted_proxy_each_reader_is_counted_alone_and_nobody_can_pose_as_another() {
    let app = TestApp::builder().at(AFTER).limited_once().behind("127.0.0.1").spawn().await;
    let look = |forwarded: String| {
        let request = app.stranger().client().get(format!("{}/v/nothing-here", app.url));
        async move { request.header("x-forwarded-for", forwarded).send().await.unwrap().status().as_u16() }
    };
    let mut refused = false;
    for number in 0..100 {
        // What the reader wrote before the proxy's own word is not believed.
        refused |= look(format!("nobody-{number}, 198.51.100.{number}, 203.0.113.1")).await == 429;
    }
    assert!(refused);
    assert_eq!(look("203.0.113.2".to_owned()).await, 404, "a neighbour is not held up");
}

#[actix_web::test]
async fn where_no_proxy_is_trusted_nobody_is_believed_about_their_address() {
    let app = TestApp::builder().at(AFTER).limited_once().spawn().await;
    let mut refused = false;
    for number in 0..100 {
        let request = app.stranger().client().get(format!("{}/v/nothing-here", app.url));
        let answer = request.header("x-forwarded-for", format!("203.0.113.{number}")).send().await.unwrap();
        refused |= answer.status() == 429;
    }
    assert!(refused);
}

/// Speed: looks of many documents are written in as many statements as those of one, and add up.
#[tokio::test]
async fn many_looks_are_written_together_and_add_up() {
    let centre = Centre::new().await;
    let mut enrolments = Vec::new();
    for number in 0..4 {
        enrolments.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    let body = json!({ "enrolments": enrolments, "kind": "participation_certificate" });
    let issued = centre.api().await.post(&centre.api_desk(), body).await;
    assert_eq!(issued.status, 201, "{}", issued.html);
    let read =
        centre.app.db.read(|r| Ok(documents::table.select(documents::id).load::<DocumentId>(r.conn())?));
    let ids = read.await.unwrap();
    let (at, way, outcome) = (centre.app.now(), CheckWay::Code, Standing::Valid);
    let looks = |some: &[DocumentId]| -> Vec<Counted> {
        some.iter().map(|id| (*id, CheckRow { at, way, outcome, times: 2 })).collect()
    };
    let (one, all) = (looks(&ids[..1]), looks(&ids));
    let of_one = asked_writing(&centre.app.db, move |w| tally::write(w, &one)).await;
    let of_all = asked_writing(&centre.app.db, move |w| tally::write(w, &all)).await;
    assert_eq!((of_one, of_all), (1, 1));
    let first = ids[0];
    let times = centre.app.db.read(move |r| checks(r, first, 10)).await.unwrap();
    assert_eq!(times.iter().map(|row| row.times).collect::<Vec<_>>(), [4]);
}

/// What is known of the holder for registers stays there (row 36): neither page nor API nor credential of a document gives
/// away when somebody was born or a number of theirs.
#[tokio::test]
async fn row_36_no_page_of_a_document_for_strangers_knows_birth_numbers_or_address() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    record_identity(&centre.app, &centre.administrator, person.id).await;
    let id = centre.issue(&[one]).await[0];
    let address = centre.verification_path(id).await;
    let stranger = centre.app.stranger();
    let asked = [("number", "УПК-2026/0001"), ("surname", "Ахметова")];
    let api = address.replace("/v/", "/api/v1/verifications/");
    for page in
        [stranger.get(&address).await, stranger.get(&api).await, stranger.post("/verify", &asked).await]
    {
        assert_eq!(page.status, 200, "{}", page.html);
        for secret in ["1990-03", "марта 1990", "15.03", "112-233", "11223344595", "0200100", &person.email]
        {
            assert!(!page.html.contains(secret), "{secret}: {}", page.html);
        }
    }
    let credential = centre.api().await.get(&format!("/api/v1/documents/{id}/credential/json")).await;
    assert_eq!(credential.status, 200, "{}", credential.html);
    for secret in ["1990-03", "112-233", "11223344595", "0200100", &person.email, "Ахметова"] {
        assert!(!credential.html.contains(secret), "{secret}: {}", credential.html);
    }
}
