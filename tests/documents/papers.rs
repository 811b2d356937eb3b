//! The paper: what it says, that it never changes, where its code leads.

use super::centre::{AFTER, Centre};
use crate::support::TestApp;
use crate::support::browser::Browser;
use crate::support::paper::{code, words};
use crate::support::queries::asked_writing;
use birge::db::Engine;
use birge::db::schema::{documents, jobs, registers};
use birge::documents::actions::papers::print_batch;
use birge::documents::store::prints;
use birge::files::StoredBlob;
use birge::files::store::{self as stored_files, NewRow};
use birge::kernel::{DocumentId, PersonName};
use birge::programmes::actions::check;
use birge::programmes::rules::words::DocumentKind;
use diesel::prelude::*;
use serde_json::json;
use std::path::Path;

struct Paper {
    status: u16,
    disposition: String,
    bytes: Vec<u8>,
}

async fn paper(browser: &Browser, path: &str) -> Paper {
    let answer = browser.client().get(browser.absolute(path)).send().await.unwrap();
    let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let (status, disposition) = (answer.status().as_u16(), header("content-disposition").unwrap_or_default());
    Paper { status, disposition, bytes: answer.bytes().await.unwrap().to_vec() }
}

async fn pdf(browser: &Browser, id: DocumentId) -> Paper {
    paper(browser, &format!("/documents/{id}/pdf")).await
}

#[tokio::test]
async fn the_paper_says_who_what_when_and_its_code_leads_to_the_public_page() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Құрманғазы").await;
    let id = centre.issue(&[one]).await[0];
    let paper = pdf(&centre.browser().await, id).await;
    assert_eq!(paper.status, 200);
    assert!(paper.disposition.starts_with("attachment; filename=\"document-"), "{}", paper.disposition);
    assert!(paper.disposition.contains("2026%2D0001%2Epdf"), "{}", paper.disposition);
    let text = words(&paper.bytes);
    for part in [
        "Құрманғазы Анна Сергеевна",
        "УПК-2026/0001",
        "УДОСТОВЕРЕНИЕ",
        "«Пример»",
        "в объёме 16 академических часов",
        "с 1 сентября по 30 ноября 2026 г.",
        "«01» декабря 2026 г.",
        "г. Иркутск",
        "Директор",
        "И. П. Рябинина",
        "Первый",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let address = code(&paper.bytes);
    assert!(address.starts_with(&format!("{}/v/", centre.app.url)), "{address}");
    let page = centre.app.stranger().get(&address).await;
    assert_eq!(page.status, 200);
    let shown = page.text();
    assert!(shown.contains("Қ. А. С.") && !shown.contains("Құрманғазы"), "initials without consent: {shown}");
    let own = pdf(&centre.app.sign_in(&person).await, id).await;
    assert_eq!((own.status, own.bytes == paper.bytes), (200, true), "the same bytes each time");
}

#[tokio::test]
async fn a_kazakh_programme_ends_with_a_paper_in_kazakh_and_russian() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content/birgemiz-bilim-orientation");
    let programme = check(&folder).unwrap().programme.unwrap();
    let centre = Centre::teaching(programme, TestApp::at(AFTER).await).await;
    let (_, one) = centre.ready("Құрманғазы").await;
    let id = centre.issue(&[one]).await[0];
    let text = words(&pdf(&centre.browser().await, id).await.bytes);
    for part in [
        "ҚАТЫСУШЫ СЕРТИФИКАТЫ",
        "BIRGEMIZ BILIM: волонтерге бағдар",
        "Құрманғазы Анна Сергеевна",
        "көлемі 11 академиялық сағат",
        "2026 жылғы 1 желтоқсан",
        "СЕРТИФИКАТ УЧАСТНИКА",
        "в объёме 11 академических часов",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Лицензия"), "a certificate needs no licence: {text}");
}

#[tokio::test]
async fn renaming_the_person_and_the_organisation_changes_nothing_that_was_issued() {
    let centre = Centre::new().await;
    let (person, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    let browser = centre.browser().await;
    let before = pdf(&browser, id).await.bytes;
    let address = centre.verification_path(id).await;
    let public = centre.app.stranger().get(&address).await.text();
    centre.rename(&person, PersonName::new("Жаңа", "Динара", None)).await;
    centre.set_issuer(Some("г. Чита"), Some("Ректор"), Some("П. П. Другой"), Some("Иная лицензия")).await;
    centre.app.set_clock("2027-03-01T09:00:00Z");
    assert!(pdf(&browser, id).await.bytes == before, "the paper changed");
    assert_eq!(centre.app.stranger().get(&address).await.text(), public);
    assert_eq!(centre.document(id).await["holder"], "Ахметова Анна Сергеевна");
    let register = browser.get("/register").await.text();
    assert!(register.contains("Ахметова") && !register.contains("Жаңа"), "{register}");
}

#[tokio::test]
async fn a_snapshot_that_was_tampered_with_is_not_printed() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    // Whoever owns the database can take its own refusal away.
    let free = match centre.app.db.engine() {
        Engine::Sqlite => "DROP TRIGGER documents_keep",
        Engine::Postgres => "DROP TRIGGER documents_keep ON documents",
    };
    let tamper = centre.app.db.write(move |w| {
        diesel::sql_query(free).execute(w.conn())?;
        let rows = documents::table.filter(documents::id.eq(id));
        let text: String = rows.select(documents::snapshot).first(w.conn())?;
        diesel::update(rows)
            .set(documents::snapshot.eq(text.replace("Ахметова", "Самозванова")))
            .execute(w.conn())?;
        Ok(())
    });
    let address = centre.verification_path(id).await;
    tamper.await.unwrap();
    assert_eq!(pdf(&centre.browser().await, id).await.status, 500);
    let page = centre.app.stranger().get(&address).await;
    assert_eq!((page.status, page.html.contains("Самозванова")), (500, false));
}

#[tokio::test]
async fn a_preview_shows_real_data_says_sample_and_leaves_no_trace() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Құрманғазы").await;
    let page = centre.browser().await.get(&centre.desk()).await;
    let path = format!("{}/preview?enrolment={one}", centre.desk());
    assert!(page.html.contains(&path.replace('=', "&#x3D;")) || page.html.contains(&path), "{}", page.html);
    let paper = paper(&centre.browser().await, &path).await;
    assert_eq!((paper.status, paper.disposition.as_str()), (200, "inline; filename=\"sample.pdf\""));
    let text = words(&paper.bytes);
    assert!(text.contains("ОБРАЗЕЦ") && text.contains("Құрманғазы Анна Сергеевна"), "{text}");
    assert!(!text.contains("УПК-2026/0001") && !text.contains("/v/"), "{text}");
    let traces = centre.app.db.read(|r| {
        let counts: [i64; 3] = [
            documents::table.count().get_result(r.conn())?,
            registers::table.count().get_result(r.conn())?,
            jobs::table.filter(jobs::kind.eq("mail-send")).count().get_result(r.conn())?,
        ];
        Ok(counts)
    });
    assert_eq!(traces.await.unwrap(), [0, 0, 0]);
    assert_eq!(
        super::papers::paper(&centre.browser().await, &format!("{}/preview?enrolment=999", centre.desk()))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn others_cannot_fetch_the_paper() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let (neighbour, _) = centre.ready("Борисов").await;
    let id = centre.issue(&[one]).await[0];
    let other = centre.app.organisation("Чужая организация").await;
    let foreign = centre.app.administrator_of("Чужой", other).await;
    for person in [&neighbour, &foreign] {
        assert_eq!(pdf(&centre.app.sign_in(person).await, id).await.status, 404);
        let api = centre.app.api(person).await;
        assert_eq!(api.get(&format!("/api/v1/documents/{id}/pdf")).await.status, 404);
    }
    let stranger = pdf(&centre.app.stranger(), id).await;
    assert!(!stranger.bytes.starts_with(b"%PDF"), "a stranger is sent to the sign-in page");
    let api = centre.api().await.get(&format!("/api/v1/documents/{id}/pdf")).await;
    assert_eq!((api.status, api.header("content-type")), (200, "application/pdf"));
}

#[test]
fn a_batch_prints_a_paper_for_each_number() {
    let typesetter = birge::printing::Typesetter::new().unwrap();
    let one = print_batch(&typesetter, DocumentKind::ParticipationCertificate, 1).unwrap();
    let three = print_batch(&typesetter, DocumentKind::ParticipationCertificate, 3).unwrap();
    assert!(one > 5_000 && three > 2 * one, "{one} {three}");
}

/// Freezes papers that are one and the same file; answers how many queries that asked.
async fn freeze(centre: &Centre, documents: &[DocumentId], digit: &'static str) -> usize {
    let (owner, now) = (centre.administrator.id, centre.app.now());
    let kept = centre.app.db.write(move |w| {
        let blob = StoredBlob { key: format!("test/{digit}"), sha256: digit.repeat(64), size: 1 };
        let new = NewRow { blob, media_type: "application/pdf", name: "paper.pdf".into() };
        stored_files::insert(w, &new, owner, now)
    });
    let file = kept.await.unwrap();
    let new: Vec<_> = documents.iter().map(|document| (*document, file)).collect();
    asked_writing(&centre.app.db, move |w| prints::freeze_all(w, &new, now)).await
}

/// M7, Speed: a chunk of papers is frozen in as many statements as two of them, and no paper is frozen twice.
#[tokio::test]
async fn papers_are_frozen_together_and_the_first_print_stays() {
    let centre = Centre::new().await;
    let mut enrolments = Vec::new();
    for number in 0..7 {
        enrolments.push(centre.ready(&format!("Слушатель-{number}")).await.1);
    }
    let body = json!({ "enrolments": enrolments, "kind": "participation_certificate" });
    let issued = centre.api().await.post(&centre.api_desk(), body).await;
    assert_eq!(issued.status, 201, "{}", issued.html);
    let ids: Vec<DocumentId> = issued.json()["issued"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| DocumentId(one["document"]["id"].as_i64().unwrap()))
        .collect();
    let (two, five) = ids.split_at(2);
    assert_eq!(freeze(&centre, two, "a").await, freeze(&centre, five, "b").await);
    freeze(&centre, &ids, "c").await;
    let hashes = |r: &mut birge::db::Read| {
        let rows = documents::table.order(documents::id).select((documents::id, documents::pdf_sha256));
        Ok(rows.load::<(DocumentId, Option<String>)>(r.conn())?)
    };
    for (id, sha256) in centre.app.db.read(hashes).await.unwrap() {
        let digit = if two.contains(&id) { "a" } else { "b" };
        assert_eq!(sha256, Some(digit.repeat(64)), "{id}");
    }
    let again = centre.app.db.write(|w| {
        Ok(diesel::update(documents::table)
            .set(documents::pdf_sha256.eq("d".repeat(64)))
            .execute(w.conn())?)
    });
    assert!(again.await.is_err(), "the database refuses another paper");
}
