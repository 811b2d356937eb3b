//! What lets somebody into an edition (M11, A13): a programme completed here, or a proof of a course completed elsewhere
//! that those who run the edition have approved.

use crate::content::Course;
use crate::support::learning::NewEdition;
use crate::support::{Page, Person, TestApp};
use birge::kernel::{EditionId, ProgrammeVersionId};
use birge::web::paths;
use serde_json::{Value, json};

/// An internship that asks for a distance course, and an edition of that course that is over.
struct Internship {
    app: TestApp,
    administrator: Person,
    version: ProgrammeVersionId,
    course: EditionId,
    edition: EditionId,
}

impl Internship {
    async fn open() -> Internship {
        let app = TestApp::spawn().await;
        let course = Course::sample()
            .replace(
                "programme.toml",
                "document]\nkind = \"advanced_training_certificate\"",
                "document]\nkind = \"participation_certificate\"",
            )
            .replace("programme.toml", "kind = \"advanced_training\"", "kind = \"short_course\"");
        let version = app.import(course.programme()).await;
        let past = NewEdition {
            starts_on: "2026-06-01".parse().unwrap(),
            ends_on: "2026-08-31".parse().unwrap(),
            ..NewEdition::of(version)
        };
        let course = app.open_edition(past).await;
        let edition = app.edition(version).await;
        app.let_issue(app.centre().await).await;
        let administrator = app.administrator().await;
        let internship = Internship { administrator, version, course, edition, app };
        internship.ask().await;
        internship
    }

    /// Asks for the course, through the form.
    async fn ask(&self) {
        let wanted = self.version;
        let programme = self.app.db.read(move |r| birge::programmes::store::version(r, wanted)).await;
        let programme = programme.unwrap().unwrap().programme_id.to_string();
        let administrator = self.app.sign_in(&self.administrator).await;
        let page =
            administrator.post(&paths::entry_condition(self.edition), &[("programme", &programme)]).await;
        assert_eq!(page.status, 200, "{}", page.text());
    }

    async fn enrol(&self, person: &Person) -> Page {
        let fields = [("person", person.id.to_string())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.app.sign_in(&self.administrator).await.post(&paths::enrolments(self.edition), &fields).await
    }

    async fn state(&self, person: &Person) -> Value {
        let to = format!("/api/v1/editions/{}/entry", self.edition);
        let answer = self.app.api(person).await.get(&to).await;
        assert_eq!(answer.status, 200, "{}", answer.html);
        answer.json()["state"].clone()
    }

    async fn show(&self, person: &Person, body: Value) -> Page {
        self.app.api(person).await.post(&format!("/api/v1/editions/{}/entry", self.edition), body).await
    }

    async fn decide(&self, by: &Person, proof: &Value, body: Value) -> Page {
        self.app.api(by).await.post(&format!("/api/v1/outside-proofs/{proof}/decisions"), body).await
    }
}

fn whole() -> Value {
    json!({ "issuer": "Центр дистанционного образования", "number": "17/2026", "issued_on": "2026-05-20" })
}

#[tokio::test]
async fn m11_a_completion_here_is_recognised_by_itself() {
    let internship = Internship::open().await;
    let person = internship.app.person("Ахметова").await;
    let refused = internship.enrol(&person).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("сначала нужно завершить программу"), "{}", refused.text());
    assert_eq!(internship.state(&person).await, "missing");

    let enrolment = internship.app.enrol(internship.course, &person).await;
    internship.app.issue(&internship.administrator, internship.course, enrolment).await;
    assert_eq!(internship.state(&person).await, "recognised");
    let page = internship.app.sign_in(&person).await.get(&paths::edition_entry(internship.edition)).await;
    assert!(page.text().contains("Программа завершена"), "{}", page.text());
    assert!(!page.html.contains("name=\"issuer\""), "nothing is asked any more");
    let unneeded = internship.show(&person, whole()).await;
    assert_eq!((unneeded.status, &unneeded.json()["errors"][0]["code"]), (422, &json!("proof-not-needed")));
    let listed = internship.app.sign_in(&person).await.get(paths::OWN_PROOFS).await;
    let way = format!("href=\"{}\"", paths::edition_entry(internship.edition));
    assert!(listed.html.contains(&way), "{}", listed.html);
    let accepted = internship.enrol(&person).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text());
    let listed = internship.app.sign_in(&person).await.get(paths::OWN_PROOFS).await;
    assert!(!listed.html.contains(&way), "whoever is in it has nothing to show for it: {}", listed.html);
}

#[tokio::test]
async fn m11_what_is_missing_is_named_in_the_language_of_whoever_enrols() {
    use birge::db::schema::people;
    use birge::kernel::Language;
    use diesel::prelude::*;
    let internship = Internship::open().await;
    let person = internship.app.person("Ахметова").await;
    let id = person.id;
    let speak = move |w: &mut birge::db::Write| {
        use birge::db::schema::programme_versions;
        use birge::kernel::Localised;
        let title =
            Localised { ru: Some("По-русски".into()), kk: Some("Басқаша".into()), en: None };
        diesel::update(programme_versions::table)
            .set(programme_versions::title.eq(birge::db::Json(title)))
            .execute(w.conn())?;
        diesel::update(people::table.filter(people::id.eq(id)))
            .set(people::language.eq(Language::Kk))
            .execute(w.conn())?;
        Ok(())
    };
    internship.app.db.write(speak).await.unwrap();
    let refused = internship.enrol(&person).await;
    assert!(
        refused.text().contains("По-русски") && !refused.text().contains("Басқаша"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn m11_an_outside_proof_is_shown_refused_with_a_reason_and_approved() {
    let internship = Internship::open().await;
    let (app, administrator) = (&internship.app, &internship.administrator);
    let person = app.person("Ахметова").await;
    let incomplete = internship.show(&person, json!({ "issuer": "МГУ" })).await;
    assert_eq!(incomplete.status, 422, "{}", incomplete.html);
    let fields: Vec<Value> =
        incomplete.json()["errors"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    assert_eq!(fields, [json!("number"), json!("issued_on")]);

    let proof = internship.show(&person, whole()).await.json()["id"].clone();
    assert_eq!(internship.state(&person).await, "waiting");
    assert_eq!(internship.enrol(&person).await.status, 422, "waiting lets nobody in");
    let again = internship.show(&person, whole()).await;
    assert_eq!(again.json()["errors"][0]["code"], "proof-waits");

    let silent = internship.decide(administrator, &proof, json!({ "decision": "refuse" })).await;
    assert_eq!((silent.status, &silent.json()["errors"][0]["field"]), (422, &json!("reason")));
    let refusal = [("decision", "refuse"), ("reason", "Это другой курс")];
    let to = format!("/outside-proofs/{proof}/decisions");
    let refused = app.sign_in(administrator).await.post(&to, &refusal).await;
    assert_eq!(refused.status, 200, "{}", refused.text());
    let page = app.sign_in(&person).await.get(&paths::edition_entry(internship.edition)).await;
    assert!(page.text().contains("Причина: Это другой курс"), "{}", page.text());
    let twice = internship.decide(administrator, &proof, json!({ "decision": "approve" })).await;
    assert_eq!(twice.status, 409, "a decision is never changed");

    let second = app.show_proof(internship.edition, &person).await;
    let second = json!(second);
    let approved = internship.decide(administrator, &second, json!({ "decision": "approve" })).await;
    assert_eq!(approved.status, 204, "{}", approved.html);
    assert_eq!(internship.state(&person).await, "approved");
    assert_eq!(internship.enrol(&person).await.status, 200);

    app.run_jobs().await;
    let letters = app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
    let sent = |name: &str| {
        let named = letters.iter().filter(|letter| letter.name == name);
        named.map(|letter| letter.to_address.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        sent("outside_proof_refused"),
        std::slice::from_ref(&person.email),
        "each decision is told once"
    );
    assert_eq!(sent("outside_proof_approved"), std::slice::from_ref(&person.email));
}

#[tokio::test]
async fn a_proof_waits_even_when_the_edition_asks_for_something_else_meanwhile() {
    let internship = Internship::open().await;
    let (app, administrator) = (&internship.app, &internship.administrator);
    let person = app.person("Ахметова").await;
    let proof = internship.show(&person, whole()).await.json()["id"].clone();
    let other = app.shipped("birgemiz-bilim-orientation").await;
    app.ask_before(internship.edition, Some(other)).await;
    assert_eq!(internship.state(&person).await, "waiting");
    let again = internship.show(&person, whole()).await;
    assert_eq!((again.status, &again.json()["errors"][0]["code"]), (422, &json!("proof-waits")));
    let decided = internship.decide(administrator, &proof, json!({ "decision": "approve" })).await;
    assert_eq!(decided.status, 204, "{}", decided.html);
    assert_eq!(internship.state(&person).await, "missing", "it was a proof of another programme");
    assert_eq!(internship.show(&person, whole()).await.status, 201);
}

#[tokio::test]
async fn proofs_are_for_the_person_and_for_those_who_run_the_edition() {
    let internship = Internship::open().await;
    let app = &internship.app;
    let (person, other) = (app.person("Ахметова").await, app.person("Ким").await);
    let school = app.organisation("Школа № 5").await;
    let foreign = app.administrator_of("Чужой", school).await;
    let proof = app.show_proof(internship.edition, &person).await;
    let file = paths::outside_proof_file(proof);
    for (who, status) in [(&person, 200), (&internship.administrator, 200), (&other, 404), (&foreign, 404)] {
        assert_eq!(app.sign_in(who).await.status_of(&file).await, status, "{}", who.id);
    }
    let desk = app.api(&foreign).await.get("/api/v1/outside-proofs").await.json();
    assert_eq!(desk["proofs"], json!([]));
    let denied = internship.decide(&foreign, &json!(proof), json!({ "decision": "approve" })).await;
    assert_eq!(denied.status, 404);
    let condition = paths::entry_condition(internship.edition);
    assert_eq!(app.sign_in(&foreign).await.status_of(&condition).await, 404);
    assert_eq!(app.sign_in(&person).await.status_of(&condition).await, 403);
    assert_eq!(app.sign_in(&person).await.status_of(paths::OUTSIDE_PROOFS).await, 403);
    // An administrator is a person too, and decides about no proof of their own.
    let own = internship.show(&internship.administrator, whole()).await.json()["id"].clone();
    let decided = internship.decide(&internship.administrator, &own, json!({ "decision": "approve" })).await;
    assert_eq!(decided.status, 404);
}

#[tokio::test]
async fn nothing_typed_is_lost_and_a_wrong_file_is_named() {
    let internship = Internship::open().await;
    let person = internship.app.person("Ахметова").await;
    let browser = internship.app.sign_in(&person).await;
    let to = paths::edition_entry(internship.edition);
    let fields = [("issuer", "МГУ"), ("number", "17"), ("issued_on", "31.02.2026")];
    let page = browser.post_multipart(&to, &fields, &[]).await;
    assert_eq!((page.status, page.value_of("issuer").as_deref()), (422, Some("МГУ")));
    let files = [("file", "курс.exe", b"MZ\x90\x00".to_vec())];
    let page = browser.post_multipart(&to, &fields, &files).await;
    assert!(page.status == 422 && page.text().contains("Такой файл не подойдёт"), "{}", page.text());
    internship.app.ask_before(internship.edition, None).await;
    assert_eq!(browser.status_of(&to).await, 404, "nothing is asked any more");
    assert_eq!(internship.enrol(&person).await.status, 200);
}
