//! Certificates that hold for a time: said on the edition, frozen in the document, shown wherever it is checked, and its
//! holder reminded in time (row 81).

use super::centre::{Centre, ids};
use birge::db::Json;
use birge::db::schema::{editions, mails};
use birge::documents::actions::reminding;
use birge::editions::rules::CompletionRule;
use birge::kernel::{DocumentId, EnrolmentId};
use diesel::prelude::*;
use serde_json::{Value, json};

async fn holding_for(centre: &Centre, months: u16) {
    let edition = centre.edition;
    let change = move |w: &mut birge::db::Write| {
        let of_edition = || editions::table.filter(editions::id.eq(edition));
        let Json(rule): Json<CompletionRule> = of_edition().select(editions::rule).first(w.conn())?;
        let rule = Json(CompletionRule { valid_months: Some(months), ..rule });
        diesel::update(of_edition()).set(editions::rule.eq(rule)).execute(w.conn())?;
        Ok(())
    };
    centre.app.db.write(change).await.unwrap();
}

async fn certificate(centre: &Centre, enrolment: EnrolmentId) -> DocumentId {
    let body = json!({ "enrolments": [enrolment], "kind": "participation_certificate" });
    let page = centre.api().await.post(&centre.api_desk(), body).await;
    assert_eq!(page.status, 201, "{}", page.html);
    ids(&page.json()["issued"])[0]
}

async fn reminders(centre: &Centre) -> i64 {
    centre.app.run_jobs().await;
    let count = |r: &mut birge::db::Read| {
        Ok(mails::table.filter(mails::name.eq("document_expires")).count().get_result::<i64>(r.conn())?)
    };
    centre.app.db.read(count).await.unwrap()
}

#[tokio::test]
async fn row_81_a_certificate_says_until_when_it_holds_and_is_told_to_be_over() {
    let centre = Centre::new().await;
    holding_for(&centre, 12).await;
    let (person, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let desk = "participation_certificate";
    let page = centre.browser().await.get(&format!("{}?kind={desk}", centre.desk())).await.text();
    assert!(page.contains("выданный 1 декабря 2026 г., действует по 1 декабря 2027 г."), "{page}");
    let asked = centre.api().await.get(&format!("{}?kind={desk}", centre.api_desk())).await.json();
    assert_eq!(asked["valid_until"], json!("2027-12-01"));
    let own = centre.browser().await.get(&centre.desk()).await.text();
    assert!(!own.contains("действует по"), "by law it holds for ever: {own}");
    let id = certificate(&centre, one).await;
    let document = centre.document(id).await;
    assert_eq!(
        (&document["valid_from"], &document["valid_until"]),
        (&json!("2026-12-01"), &json!("2027-12-01"))
    );
    let qualification = centre.issue(&[one]).await[0];
    assert_eq!(centre.document(qualification).await["valid_until"], Value::Null, "by law it holds for ever");

    let pdf = centre.api().await.stream(&format!("/api/v1/documents/{id}/pdf")).await.bytes().await.unwrap();
    let text = crate::support::paper::words(&pdf);
    assert!(text.contains("Действителен по «01» декабря 2027 г."), "{text}");
    let own = centre.app.sign_in(&person).await.get("/documents").await.text();
    assert!(own.contains("действует по 1 декабря 2027 г."), "{own}");

    let address = centre.verification_path(id).await;
    centre.app.set_clock("2027-12-01T12:00:00Z");
    let last = centre.app.stranger().get(&address).await.text();
    assert!(last.contains("Документ действителен") && last.contains("1 декабря 2027 г."), "{last}");
    centre.app.set_clock("2027-12-03T12:00:00Z");
    let over = centre.app.stranger().get(&address).await.text();
    assert!(over.contains("Срок действия документа истёк"), "{over}");
    let asked = [("number", document["number"].as_str().unwrap()), ("surname", "Ахметова")];
    let answer = centre.app.stranger().post("/verify", &asked).await.text();
    assert!(answer.contains("Нет, действительного документа"), "{answer}");
}

#[tokio::test]
async fn row_81_its_holder_is_reminded_once_a_month_before_and_not_where_it_holds_no_longer() {
    let centre = Centre::new().await;
    holding_for(&centre, 12).await;
    let (_, one) = centre.ready("Ахметова").await;
    let (_, two) = centre.ready("Борисов").await;
    centre.prepare().await;
    let id = certificate(&centre, one).await;
    let revoked = certificate(&centre, two).await;
    assert_eq!(centre.revoke(revoked, "Выдан по ошибке").await.status, 201);
    centre.app.set_clock("2027-10-31T12:00:00Z");
    assert_eq!(reminders(&centre).await, 0, "more than a month is left");
    centre.app.set_clock("2027-11-01T12:00:00Z");
    assert_eq!(reminders(&centre).await, 1, "one holds still, the other was revoked");
    // The job of a program that was killed after its work runs again.
    let now = centre.app.now();
    let again = centre.app.db.write(move |w| reminding::remind(w, &[id, revoked], now)).await.unwrap();
    assert_eq!((again, reminders(&centre).await), (0, 1));
}

#[tokio::test]
async fn a_duplicate_holds_no_longer_than_its_original() {
    let centre = Centre::new().await;
    holding_for(&centre, 12).await;
    let (_, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    let id = certificate(&centre, one).await;
    centre.app.set_clock("2027-03-01T09:00:00Z");
    let made = centre.replace(id, "duplicate", "Утрачен").await;
    assert_eq!(made.status, 201, "{}", made.html);
    let new = DocumentId(made.json()["id"].as_i64().unwrap());
    assert_eq!(centre.document(new).await["valid_until"], json!("2027-12-01"));
    centre.app.set_clock("2027-11-01T12:00:00Z");
    assert_eq!(reminders(&centre).await, 1, "of the duplicate alone");
}

#[tokio::test]
async fn row_81_the_holder_is_told_of_the_next_edition_or_whom_to_ask() {
    let centre = Centre::new().await;
    holding_for(&centre, 12).await;
    let (person, one) = centre.ready("Ахметова").await;
    centre.prepare().await;
    certificate(&centre, one).await;
    let own = async || centre.app.sign_in(&person).await.get("/documents").await.text();
    assert!(!own().await.contains("скоро истечёт"), "a year is left");
    centre.app.set_clock("2027-11-15T12:00:00Z");
    let page = own().await;
    assert!(page.contains("Следующий поток этой программы ещё не назначен"), "{page}");
    let edition = centre.edition;
    let moved = move |w: &mut birge::db::Write| {
        let days: (chrono::NaiveDate, chrono::NaiveDate) =
            ("2028-02-01".parse().unwrap(), "2028-03-01".parse().unwrap());
        // The same edition, begun anew: what is asked for is the programme of the certificate.
        diesel::update(editions::table.filter(editions::id.eq(edition)))
            .set((
                editions::starts_on.eq(days.0),
                editions::ends_on.eq(days.1),
                editions::title.eq("Весна 2028"),
            ))
            .execute(w.conn())?;
        Ok(())
    };
    centre.app.db.write(moved).await.unwrap();
    let page = own().await;
    assert!(page.contains("«Весна 2028» начинается 1 февраля 2028 г."), "{page}");
}
