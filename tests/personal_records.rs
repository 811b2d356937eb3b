//! A person's record: all courses, hours and documents, with a signed export (row 87).

use crate::credentials::{Centre, code};
use crate::support::Person;
use crate::support::learning::NewEdition;
use crate::support::paper::words_in_order;
use crate::support::queries::asked;
use birge::db::schema::{editions, enrolments};
use birge::kernel::{EnrolmentId, OrganisationId, ProgrammeVersionId};
use birge::personal_records::actions;
use birge::web::paths;
use diesel::prelude::*;
use serde_json::{Value, json};

/// A person with a document of the centre, and a second course of another organisation which ended without one.
struct Ground {
    centre: Centre,
    first: EnrolmentId,
    other: OrganisationId,
}

impl Ground {
    async fn new() -> Ground {
        let centre = Centre::new().await;
        let app = &centre.app;
        let whose = centre.holder.id;
        let (first, version): (EnrolmentId, ProgrammeVersionId) = app
            .db
            .read(move |r| {
                Ok(enrolments::table
                    .inner_join(editions::table)
                    .filter(enrolments::person_id.eq(whose))
                    .select((enrolments::id, editions::version_id))
                    .first(r.conn())?)
            })
            .await
            .unwrap();
        let edition = app.open_edition(NewEdition::of(version)).await;
        let other = app.organisation("Школа № 5").await;
        app.db
            .write(move |w| {
                diesel::update(editions::table.filter(editions::id.eq(edition)))
                    .set((editions::organisation_id.eq(other), editions::title.eq("Осень в школе")))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
        app.enrol(edition, &centre.holder).await;
        Ground { centre, first, other }
    }

    /// The organisation that sent the person to the first course.
    async fn sent_by(&self, organisation: OrganisationId) {
        let first = self.first;
        let send = move |w: &mut birge::db::Write| {
            diesel::update(enrolments::table.filter(enrolments::id.eq(first)))
                .set(enrolments::organisation_id.eq(organisation))
                .execute(w.conn())?;
            Ok(())
        };
        self.centre.app.db.write(send).await.unwrap();
    }

    fn record(&self) -> String {
        paths::personal_record(self.centre.holder.id)
    }

    async fn seen_by(&self, who: &Person) -> Value {
        let page = self.centre.app.api(who).await.get(&format!("/api/v1{}", self.record())).await;
        assert_eq!(page.status, 200, "{}", page.html);
        page.json()
    }

    /// A file of one's own record.
    async fn file(&self, paper: &str) -> Vec<u8> {
        let browser = self.centre.app.sign_in(&self.centre.holder).await;
        let address = paths::record_in(&paths::own_record_file(paper), "ru");
        let answer = browser.client().get(browser.absolute(&address)).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{paper}");
        answer.bytes().await.unwrap().to_vec()
    }
}

#[actix_web::test]
async fn row_87_a_person_sees_all_courses_hours_and_documents() {
    let ground = Ground::new().await;
    let app = &ground.centre.app;
    let said = app.api(&ground.centre.holder).await.get("/api/v1/my/record").await.json();
    let states: Vec<&Value> = said["courses"].as_array().unwrap().iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["without_document", "with_document"], "the latest first: {said:#}");
    let (finished, left) = (&said["courses"][1], &said["courses"][0]);
    assert_eq!(finished["hours_planned"], finished["hours_earned"]);
    assert!(finished["hours_earned"].as_i64().unwrap() > 0, "{said:#}");
    assert_eq!((&left["hours_earned"], &left["organisation"]), (&json!(0), &json!("Школа № 5")));
    let figures = &said["figures"];
    assert_eq!((&figures["finished"], &figures["valid_documents"]), (&json!(2), &json!(1)));
    assert_eq!(figures["hours"], finished["hours_earned"]);

    let browser = app.sign_in(&ground.centre.holder).await;
    let page = browser.get(paths::OWN_RECORD).await;
    let text = page.text();
    for part in ["Завершил(а) с документом", "Завершил(а) без документа", "УПК-2026/0001", "Действителен"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    for link in [paths::document_pdf(ground.centre.document), paths::credential(ground.centre.document)] {
        assert!(page.html.contains(&link), "{link}");
    }
    for from in [paths::MY_DOCUMENTS, paths::PROFILE] {
        assert!(browser.get(from).await.html.contains("href=\"/record\""), "{from}");
    }
    assert_eq!(app.audited("record-seen").await, 0, "one's own look is one's own");
    ground.centre.revoke().await;
    let said = app.api(&ground.centre.holder).await.get("/api/v1/my/record").await.json();
    let after = (&said["documents"][0]["status"], &said["courses"][1]["state"]);
    assert_eq!(after, (&json!("revoked"), &json!("without_document")));
}

#[actix_web::test]
async fn row_87_administrators_see_what_is_of_their_organisations() {
    let ground = Ground::new().await;
    let app = &ground.centre.app;
    let of_centre = app.administrator_of("Центров", app.centre().await).await;
    let said = ground.seen_by(&of_centre).await;
    assert_eq!((said["courses"].as_array().unwrap().len(), &said["whole"]), (1, &json!(false)));
    assert_eq!(said["documents"][0]["number"], "УПК-2026/0001");
    assert!(!said.to_string().contains("Школа № 5"), "{said:#}");

    let of_school = app.administrator_of("Школьный", ground.other).await;
    let said = ground.seen_by(&of_school).await;
    assert_eq!(said["courses"][0]["edition"], "Осень в школе");
    assert_eq!((said["courses"].as_array().unwrap().len(), &said["documents"]), (1, &json!([])));
    let page = app.sign_in(&of_school).await.get(&ground.record()).await;
    assert!(page.text().contains("Показаны только курсы") && page.text().contains("Документов пока нет"));
    assert!(!page.text().contains("УПК-2026/0001") && !page.html.contains("/record/json"), "{}", page.text());

    let school = ground.other;
    ground.sent_by(school).await;
    let page = app.sign_in(&of_school).await.get(&ground.record()).await;
    assert!(page.text().contains("УПК-2026/0001"), "of a course it sent somebody to: {}", page.text());
    assert!(!page.html.contains(&paths::document_pdf(ground.centre.document)), "the paper is the issuer's");
    assert_eq!(ground.seen_by(&ground.centre.administrator).await["whole"], json!(true));
    assert_eq!(app.audited("record-seen").await, 5, "every look by somebody else is written down");
}

#[actix_web::test]
async fn row_87_strangers_do_not_learn_that_there_is_a_record() {
    let ground = Ground::new().await;
    let app = &ground.centre.app;
    let elsewhere = app.organisation("Детский дом № 1").await;
    let neighbours = [
        app.person("Сосед").await,
        app.trainer("Преподаватель").await,
        app.administrator_of("Чужой", elsewhere).await,
    ];
    for who in &neighbours {
        let (browser, api) = (app.sign_in(who).await, app.api(who).await);
        for path in [ground.record(), paths::personal_record_file(ground.centre.holder.id, "xlsx")] {
            assert_eq!(browser.get(&path).await.status, 404, "{} {path}", who.email);
            assert_eq!(api.get(&format!("/api/v1{path}")).await.status, 404, "{} {path}", who.email);
        }
    }
    assert_eq!(app.stranger().status_of(&ground.record()).await, 303);
    let signed = paths::personal_record_file(ground.centre.holder.id, "json");
    let administrator = app.sign_in(&ground.centre.administrator).await;
    assert_eq!(administrator.get(&signed).await.status, 404, "nobody else has it signed");
    assert_eq!(app.audited("record-seen").await, 0);
    let own = app.sign_in(&ground.centre.holder).await;
    assert_eq!(own.get(&paths::own_record_file("docx")).await.status, 404);
    assert_eq!(own.get(&paths::record_in(&paths::own_record_file("json"), "de")).await.status, 422);
}

#[actix_web::test]
async fn row_87_the_signed_export_verifies_and_one_changed_letter_does_not() {
    let ground = Ground::new().await;
    let centre = &ground.centre;
    let file = ground.file("json").await;
    assert_eq!(file, ground.file("json").await, "the same data and moment, the same bytes");
    assert_eq!(centre.app.audited("record-exported").await, 2);
    let keys = centre.published("/credentials/keys.json").await;
    let (exit, verdict) = centre.offline(&file, Some(&keys), None);
    assert!(exit, "{verdict:#}");
    assert_eq!(code(&verdict, "issuer"), "issuer-known");

    let text = String::from_utf8(file.clone()).unwrap();
    let said: Value = serde_json::from_str(&text).unwrap();
    let subject = &said["credentialSubject"];
    assert_eq!(said["proof"]["cryptosuite"], "eddsa-jcs-2022");
    assert_eq!(subject["name"], "Ахметова Анна Сергеевна");
    assert_eq!(subject["documents"][0]["number"], "УПК-2026/0001");
    assert_eq!(subject["courses"].as_array().unwrap().len(), 2);
    for secret in [centre.holder.email.as_str(), "snils", "birth"] {
        assert!(!text.to_lowercase().contains(secret), "{secret}: {text}");
    }
    let changed = text.replacen("with_document", "with_documents", 1);
    assert_ne!(changed, text);
    let (exit, verdict) = centre.offline(changed.as_bytes(), Some(&keys), None);
    assert_eq!((exit, code(&verdict, "signature").as_str()), (false, "signature-broken"));

    let name = [("holder", "ахметова анна сергеевна")];
    let files = [("file", "record.json", file)];
    let page = centre.app.stranger().post_multipart("/credentials/verification", &name, &files).await;
    assert!(page.text().contains("Удостоверение подлинное и действует"), "{}", page.text());
    assert!(page.text().contains("выдано названному человеку"), "{}", page.text());
}

#[actix_web::test]
async fn row_87_the_paper_says_the_numbers_of_the_page() {
    let ground = Ground::new().await;
    let browser = ground.centre.app.sign_in(&ground.centre.holder).await;
    let html = browser.get(paths::OWN_RECORD).await.html;
    let words = words_in_order(&ground.file("pdf").await);
    let (_, figures) = html.split_once("<dl class=\"figures\">").unwrap();
    let (figures, _) = figures.split_once("</dl>").unwrap();
    let mut seen = 0;
    for figure in figures.split("<dt>").skip(1) {
        let (label, rest) = figure.split_once("</dt><dd>").unwrap();
        let said = format!("{label} {}", rest.split('<').next().unwrap());
        assert!(words.contains(&said), "{said:?} is not in:\n{words}");
        seen += 1;
    }
    assert!(seen >= 5, "{figures}");
    for part in ["Ахметова Анна Сергеевна", "УПК-2026/0001", "Осень в школе", "01.06.2026"]
    {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    assert!(ground.file("xlsx").await.starts_with(b"PK"));
}

#[actix_web::test]
async fn row_87_a_record_takes_as_many_queries_with_two_courses_as_with_none() {
    let ground = Ground::new().await;
    let app = &ground.centre.app;
    let newcomer = app.person("Новичок").await;
    let mut counts = Vec::new();
    for who in [&newcomer, &ground.centre.holder] {
        let (actor, now) = (app.actor(who).await, app.now());
        counts.push(asked(&app.db, move |r| actions::own(r, &actor, now)).await.len());
    }
    assert_eq!(counts[0], counts[1]);
    let page = app.sign_in(&newcomer).await.get(paths::OWN_RECORD).await;
    assert!(page.text().contains("Курсов пока нет"), "{}", page.text());
}
