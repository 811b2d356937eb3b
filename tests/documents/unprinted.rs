//! A paper that the organisation's template refuses after the document was issued: it is written down, its administrators are
//! told, and one of them has it printed with another version, while the snapshot stays (M2, decision 0039).

use super::centre::{Centre, ids};
use super::rows::find;
use crate::support::paper::words;
use birge::db::schema::{document_print_choices, mails};
use birge::kernel::{DocumentId, EnrolmentId};
use birge::printing::custom::STARTER;
use birge::secrets::sha256_hex;
use diesel::prelude::*;
use serde_json::{Value, json};

/// A centre whose template stops at people whose surnames begin so.
struct Office {
    centre: Centre,
    template: String,
    stopping: Value,
}

/// What no trial of a template comes upon.
fn stopping(said: &str) -> String {
    format!("{STARTER}\n#if fields.holder.surname.starts-with(\"Бор\") {{ panic(\"{said}\") }}\n")
}

impl Office {
    async fn new() -> Office {
        let centre = Centre::new().await;
        let api = centre.api().await;
        let made = api
            .post(
                "/api/v1/paper-templates",
                json!({ "organisation_id": centre.organisation, "kind": "advanced_training_certificate",
                    "languages": "ru", "name": "С гербом" }),
            )
            .await;
        assert_eq!(made.status, 201, "{}", made.html);
        let template = format!("/api/v1/paper-templates/{}", made.json()["id"]);
        let mut office = Office { centre, template, stopping: Value::Null };
        office.stopping = office.version(&stopping("нет герба")).await;
        let choice = json!({ "version_id": office.stopping });
        assert_eq!(api.put(&format!("{}/choice", office.template), choice).await.status, 200);
        office
    }

    async fn version(&self, source: &str) -> Value {
        let api = self.centre.api().await;
        let kept = api.post(&format!("{}/versions", self.template), json!({ "source": source })).await;
        assert_eq!(kept.status, 201, "{}", kept.html);
        kept.json()["versions"][0]["id"].clone()
    }

    /// People who have met every rule.
    async fn ready<const N: usize>(&self, surnames: [&str; N]) -> [EnrolmentId; N] {
        let mut enrolments = Vec::new();
        for surname in surnames {
            enrolments.push(self.centre.ready(surname).await.1);
        }
        self.centre.prepare().await;
        enrolments.try_into().unwrap()
    }

    /// Issues somebody a document and has the program do all that is due.
    async fn issue(&self, enrolment: EnrolmentId) -> DocumentId {
        let page = self.centre.try_issue(&[enrolment]).await;
        assert_eq!(page.status, 201, "{}", page.html);
        self.work().await;
        ids(&page.json()["issued"])[0]
    }

    async fn work(&self) {
        self.centre.app.run_jobs().await;
        self.centre.app.run_jobs().await;
    }

    async fn letters(&self) -> i64 {
        let of = |r: &mut birge::db::Read| {
            let named = mails::table.filter(mails::name.eq("document_unprinted"));
            Ok(named.count().get_result::<i64>(r.conn())?)
        };
        self.centre.app.db.read(of).await.unwrap()
    }

    async fn pdf(&self, id: DocumentId) -> (u16, Vec<u8>) {
        let answer = self.centre.api().await.stream(&format!("/api/v1/documents/{id}/pdf")).await;
        (answer.status().as_u16(), answer.bytes().await.unwrap().to_vec())
    }

    async fn choose(&self, id: DocumentId, template: &str, reason: &str) -> (u16, Value) {
        let body = json!({ "template": template, "reason": reason });
        let page = self.centre.api().await.post(&format!("/api/v1/documents/{id}/print-choice"), body).await;
        (page.status, page.json())
    }
}

const WHY: &str = "Прежняя версия требовала герб";

#[tokio::test]
async fn administrators_are_told_of_a_paper_that_their_template_refuses_once_a_day() {
    let office = Office::new().await;
    let [one, two, three, four] = office.ready(["Борисов", "Ахметова", "Борщов", "Борова"]).await;
    let (id, fine) = (office.issue(one).await, office.issue(two).await);
    assert!(office.centre.document(fine).await["pdf_sha256"].is_string(), "it does not hold up the others");
    assert_eq!(office.centre.document(fine).await["print_failure"], Value::Null);
    let document = office.centre.document(id).await;
    assert_eq!((&document["status"], &document["pdf_sha256"]), (&json!("valid"), &Value::Null));
    assert_eq!(document["print_failure"]["template"], office.stopping);
    let fault = &document["print_failure"]["faults"][0];
    assert_eq!(fault["code"], "paper-template-engine");
    assert!(fault["detail"].as_str().unwrap().contains("нет герба"), "{fault}");
    assert_eq!(office.pdf(id).await.0, 409, "no fault of ours");
    let browser = office.centre.browser().await;
    for path in [format!("/documents/{id}"), format!("/documents/{id}/entry")] {
        let text = browser.get(&path).await.text();
        for part in ["Документ выдан, но бумага не напечатана", "template.typ", "нет герба"]
        {
            assert!(text.contains(part), "{path}: {part}: {text}");
        }
        assert!(!text.contains("PDF готовится"), "{text}");
    }
    assert_eq!(office.letters().await, 1);
    let letter = office.centre.app.sent_files("document_unprinted").remove(0);
    let number = document["number"].as_str().unwrap();
    for part in [number, "С гербом (1)", "нет герба", &format!("/documents/{id}")] {
        assert!(letter.contains(part), "{part}: {letter}");
    }

    let second = office.issue(three).await;
    assert_eq!(office.letters().await, 1, "one a day for each version");
    let text = browser.get(&format!("/documents/{id}")).await.text();
    let other = office.centre.document(second).await["number"].clone();
    assert!(text.contains(other.as_str().unwrap()), "the page names the others: {text}");
    office.centre.app.set_clock("2026-12-02T09:00:00Z");
    office.work().await;
    assert_eq!(office.letters().await, 1, "another try of the same papers tells nothing new");
    office.issue(four).await;
    assert_eq!(office.letters().await, 2);
}

#[tokio::test]
async fn a_refused_paper_is_printed_with_another_version_once_for_a_reason_and_for_ever() {
    let office = Office::new().await;
    let [one] = office.ready(["Борисов"]).await;
    let id = office.issue(one).await;
    let before = office.centre.document(id).await;
    let worse = office.version(&stopping("нет и печати")).await;
    let mended = office.version(STARTER).await;
    let path = format!("/documents/{id}/print-choice");
    let browser = office.centre.browser().await;
    let form = browser.get(&format!("/documents/{id}")).await.text();
    for part in ["Напечатать другой версией шаблона", "С гербом (3)", "С гербом (2)", "вид из программы"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
    assert_eq!(
        office.centre.document(id).await["print_failure"]["versions"],
        json!([mended, worse]),
        "the one that failed is not offered"
    );

    let refused = browser.post(&path, &[("template", &worse.to_string()), ("reason", WHY)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("нет и печати"), "it was tried: {}", refused.text());
    assert!(refused.html.contains(&format!("{WHY}</textarea>")), "nothing typed is lost: {}", refused.html);
    let codes = |answer: &Value| {
        let errors = answer["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|one| (one["field"].clone(), one["code"].clone())).collect::<Vec<_>>()
    };
    let (status, answer) = office.choose(id, &office.stopping.to_string(), "").await;
    let expected = [(json!("template"), json!("unknown")), (json!("reason"), json!("required"))];
    assert_eq!((status, codes(&answer)), (422, expected.to_vec()));
    let stranger = office.centre.app.organisation("Чужой центр").await;
    let stranger = office.centre.app.administrator_of("Чужая", stranger).await;
    let stranger = office.centre.app.sign_in(&stranger).await;
    assert_eq!(stranger.post(&path, &[("template", "program"), ("reason", WHY)]).await.status, 404);

    let done = browser.post(&path, &[("template", &mended.to_string()), ("reason", WHY)]).await;
    assert_eq!((done.status, done.path.as_str()), (200, format!("/documents/{id}").as_str()));
    office.work().await;
    let document = office.centre.document(id).await;
    assert_eq!(document["print_choice"]["template"], mended);
    assert_eq!(document["print_failure"], Value::Null);
    for same in ["number", "issued_on", "snapshot_sha256"] {
        assert_eq!(document[same], before[same], "{same}");
    }
    let (status, pdf) = office.pdf(id).await;
    assert_eq!((status, document["pdf_sha256"].as_str()), (200, Some(sha256_hex(&pdf).as_str())));
    assert!(words(&pdf).contains("Борисов Анна Сергеевна"));
    let text = browser.get(&format!("/documents/{id}")).await.text();
    for part in ["Напечатан другой версией шаблона", "С гербом (3)", WHY, "С гербом (1)"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(office.choose(id, "program", WHY).await.0, 409, "one choice, and the paper is there");
    assert_eq!(office.centre.app.audited("document-print-chosen").await, 1);

    let key = birge::files::key_of(&sha256_hex(&pdf));
    let lost = find(&office.centre.app.data_dir, &key).expect("the paper lies in the store");
    std::fs::remove_file(lost).unwrap();
    assert!(office.pdf(id).await.1 == pdf, "printed again with the version chosen, bit for bit");
    let change = office.centre.app.db.write(move |w| {
        let row = document_print_choices::table.filter(document_print_choices::document_id.eq(id));
        let changed = diesel::update(row).set(document_print_choices::version_id.eq(None::<i64>));
        changed.execute(w.conn())?;
        Ok(())
    });
    assert!(change.await.is_err(), "the database itself keeps the choice");
}

#[tokio::test]
async fn a_refused_paper_is_printed_as_the_program_prints_it_and_others_are_not_chosen_for() {
    let office = Office::new().await;
    let [one, two] = office.ready(["Борисов", "Ахметова"]).await;
    let (id, fine) = (office.issue(one).await, office.issue(two).await);
    assert_eq!(office.choose(fine, "program", WHY).await.0, 409, "it has its paper");
    let (status, answer) = office.choose(id, "program", WHY).await;
    assert_eq!((status, &answer["print_choice"]["reason"]), (201, &json!(WHY)), "{answer}");
    assert_eq!(office.choose(id, "program", WHY).await.0, 409, "chosen already");
    let waiting = office.centre.browser().await.get(&format!("/documents/{id}")).await.text();
    assert!(waiting.contains("Выбрана другая версия шаблона"), "{waiting}");
    office.work().await;
    let document = office.centre.document(id).await;
    assert_eq!(document["print_choice"]["template"], Value::Null);
    let (_, pdf) = office.pdf(id).await;
    assert_eq!(document["pdf_sha256"], json!(sha256_hex(&pdf)));
    assert!(words(&pdf).contains("УДОСТОВЕРЕНИЕ"));
    let text = office.centre.browser().await.get(&format!("/documents/{id}")).await.text();
    for part in ["Напечатан другой версией шаблона", "вид из программы", WHY]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}
