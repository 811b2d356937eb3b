//! Samples of papers that are not issued yet, and what papers say of how the course went (M2, M4).

use super::centre::Centre;
use crate::support::browser::{ApiClient, Browser};
use crate::support::orders::{begin, edit, filled, number_group, sign, term};
use crate::support::paper::words;
use crate::support::queries::asked;
use birge::db::schema::{documents, orders};
use birge::kernel::{DocumentId, EnrolmentId, OrderId};
use birge::orders::store::topics;
use birge::printing::custom::STARTER;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A template with one version; answers both.
async fn template(client: &ApiClient, organisation: Value, kind: &str) -> (Value, Value) {
    let body =
        json!({ "organisation_id": organisation, "kind": kind, "languages": "ru", "name": "С гербом" });
    let made = client.post("/api/v1/paper-templates", body).await;
    assert_eq!(made.status, 201, "{}", made.html);
    let id = made.json()["id"].clone();
    let source = STARTER.replace("fields.holder.full", "upper(fields.holder.full)");
    let kept =
        client.post(&format!("/api/v1/paper-templates/{id}/versions"), json!({ "source": source })).await;
    assert_eq!(kept.status, 201, "{}", kept.html);
    (id, kept.json()["versions"][0]["id"].clone())
}

async fn sample(browser: &Browser, centre: &Centre, question: &str) -> String {
    let address = browser.absolute(&format!("{}/preview?{question}", centre.desk()));
    let answer = browser.client().get(address).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{question}");
    words(&answer.bytes().await.unwrap())
}

#[tokio::test]
async fn a_sample_shows_somebody_without_a_document_with_any_version_of_a_template() {
    let centre = Centre::new().await;
    let (person, one) = centre.but("Құрманғазы", &["case"]).await;
    let api = centre.api().await;
    let organisation = json!(centre.organisation);
    let (_, version) = template(&api, organisation.clone(), "advanced_training_certificate").await;
    let browser = centre.browser().await;
    let page = browser.get(&format!("{}/samples", centre.desk())).await;
    assert!(page.text().contains("Құрманғазы Анна Сергеевна"), "{}", page.text());
    assert!(page.text().contains("С гербом · 1"), "{}", page.text());
    let at_work = sample(&browser, &centre, &format!("enrolment={one}&template=")).await;
    assert!(at_work.contains("Құрманғазы Анна") && at_work.contains("ОБРАЗЕЦ"), "{at_work}");
    let own = sample(&browser, &centre, &format!("enrolment={one}&template={version}")).await;
    for part in ["ҚҰРМАНҒАЗЫ АННА СЕРГЕЕВНА", "«Пример»", "в объёме 16 академических часов", "ОБРАЗЕЦ"]
    {
        assert!(own.contains(part), "{part}: {own}");
    }
    assert!(!own.contains("0001"), "a sample takes no number: {own}");
    let path = format!("{}/preview?enrolment={one}&template={version}", centre.api_desk());
    let same = api.get(&path).await;
    assert_eq!((same.status, same.header("content-type")), (200, "application/pdf"));
    assert_eq!(centre.app.audited("document-previewed").await, 3, "every look is written down");
    let issued = centre.app.db.read(|r| Ok(documents::table.count().get_result::<i64>(r.conn())?)).await;
    assert_eq!(issued.unwrap(), 0, "nothing is issued by looking");
    // Whose it is not, and what does not fit, is not there.
    let (_, letters) = template(&api, organisation, "thank_you_letter").await;
    for wrong in [format!("{one}&template={letters}"), format!("{one}&template=nonsense"), "99999".into()] {
        let missing = api.get(&format!("{}/preview?enrolment={wrong}", centre.api_desk())).await;
        assert_eq!(missing.status, 404, "{wrong}");
    }
    let other = centre.app.organisation("Чужая организация").await;
    let foreign = centre.app.administrator_of("Чужой", other).await;
    assert_eq!(centre.app.api(&foreign).await.get(&path).await.status, 404);
    assert_eq!(centre.app.api(&person).await.get(&path).await.status, 403, "nor for the person");
    assert_eq!(centre.app.audited("document-previewed").await, 3);
}

/// The trail of a group whose assessment sheet says topics.
async fn close_with_topic(centre: &Centre, topic: &str) {
    let client = centre.api().await;
    number_group(&client, centre.edition).await;
    let (starts, ends) = term(&centre.app, centre.edition).await;
    let trail = [
        ("enrolment", &starts),
        ("commission", &starts),
        ("assessment_sheet", &ends),
        ("protocol", &ends),
        ("closing", &ends),
    ];
    for (kind, dated) in trail {
        let draft = begin(&client, centre.edition, json!({ "kind": kind })).await;
        let mut content = filled(&draft);
        if kind == "assessment_sheet" {
            content["entries"][0]["topic"] = json!(topic);
        }
        let order = sign(&client, &edit(&client, &draft, content).await, json!({ "dated": dated })).await;
        if kind == "assessment_sheet" {
            let address = centre.app.sign_in(&centre.administrator).await;
            let pdf = address.client().get(address.absolute(&format!("/orders/{order}/pdf"))).send().await;
            let pdf = pdf.unwrap();
            assert_eq!(pdf.status(), 200);
            let text = words(&pdf.bytes().await.unwrap());
            assert!(text.contains(topic), "the sheet says the topic: {text}");
        }
    }
}

async fn snapshot(centre: &Centre, id: DocumentId) -> Value {
    let read = centre.app.db.read(move |r| {
        let row = documents::table.filter(documents::id.eq(id)).select(documents::snapshot);
        Ok(row.first::<String>(r.conn())?)
    });
    serde_json::from_str(&read.await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_document_keeps_the_form_of_study_the_topic_and_the_marks_of_modules() {
    let centre = Centre::new().await;
    let (_, one): (_, EnrolmentId) = centre.ready("Ахметова").await;
    close_with_topic(&centre, "Приюты").await;
    let id = centre.issue(&[one]).await[0];
    let kept = snapshot(&centre, id).await;
    let fields = &kept["fields"][0];
    let form = "очно-заочная, с применением дистанционных образовательных технологий";
    assert_eq!(fields["programme"]["form"], form);
    assert_eq!(fields["programme"]["modules"][0]["mark"], "зачтено (85\u{a0}%)");
    assert_eq!(fields["assessment"]["topic"], "Приюты");
    assert_eq!(kept["course"]["marks"], json!([{ "percent": 85 }]));
}

#[tokio::test]
async fn without_a_topic_on_the_sheet_the_final_case_is_the_topic() {
    let centre = Centre::new().await;
    let (_, one) = centre.ready("Ахметова").await;
    let id = centre.issue(&[one]).await[0];
    assert_eq!(snapshot(&centre, id).await["fields"][0]["assessment"]["topic"], "Кейс");
}

/// M7, Speed: topics are read of those who are asked for, without the sheets of everybody, and are what these sheets say.
#[tokio::test]
async fn topics_are_read_of_the_people_asked_for_and_are_those_of_the_sheets() {
    let centre = Centre::new().await;
    let people = [centre.ready("Ахметова").await.1, centre.ready("Борисов").await.1];
    close_with_topic(&centre, "Приюты").await;
    let sheets = centre.app.db.read(|r| {
        let sheets = orders::table.filter(orders::kind.eq("assessment_sheet"));
        Ok(sheets.select((orders::id, orders::content)).load::<(OrderId, String)>(r.conn())?)
    });
    let mut said = HashMap::new();
    for (sheet, content) in sheets.await.unwrap() {
        let content: Value = serde_json::from_str(&content).unwrap();
        for entry in content["entries"].as_array().unwrap() {
            let Some(topic) = entry["topic"].as_str() else { continue };
            said.insert((sheet, EnrolmentId(entry["enrolment"].as_i64().unwrap())), topic.to_owned());
        }
    }
    assert_eq!(said.len(), 1, "one of the two has a topic");
    let read = centre.app.db.read(move |r| topics(r, &people));
    assert_eq!(read.await.unwrap(), said);
    for person in people {
        let theirs: HashMap<_, _> = said.clone().into_iter().filter(|((_, one), _)| *one == person).collect();
        assert_eq!(centre.app.db.read(move |r| topics(r, &[person])).await.unwrap(), theirs);
    }
    let texts = asked(&centre.app.db, move |r| topics(r, &people)).await;
    assert!(texts.iter().all(|text| !text.contains("content")), "no sheet is read: {texts:?}");
}
