//! A training centre the day after an edition ended.

use crate::content::Course;
use crate::support::browser::{ApiClient, Browser, Page};
use crate::support::learning::NewEdition;
use crate::support::{Person, TestApp};
use birge::db::schema::{organisations, people};
use birge::kernel::{DocumentId, EditionId, EnrolmentId, Minutes, OrganisationId, PersonName};
use birge::programmes::rules::Programme;
use birge::progress::rules::ActivityFact;
use diesel::prelude::*;
use serde_json::{Value, json};

/// The day after the last one.
pub const AFTER: &str = "2026-12-01T09:00:00Z";

pub struct Centre {
    pub app: TestApp,
    pub administrator: Person,
    pub organisation: OrganisationId,
    pub edition: EditionId,
}

impl Centre {
    /// With the sample course, which ends with an удостоверение.
    pub async fn new() -> Centre {
        Centre::teaching(Course::sample().programme(), TestApp::at(AFTER).await).await
    }

    pub async fn teaching(programme: Programme, app: TestApp) -> Centre {
        let version = app.import(programme).await;
        let edition = app.open_edition(NewEdition::of(version)).await;
        let organisation = app.centre().await;
        let administrator = app.administrator().await;
        let centre = Centre { app, administrator, organisation, edition };
        centre
            .set_issuer(Some("г. Иркутск"), Some("Директор"), Some("И. П. Рябинина"), Some("Лицензия № Л035"))
            .await;
        centre
    }

    /// What papers print of the organisation.
    pub async fn set_issuer(
        &self,
        city: Option<&'static str>,
        post: Option<&'static str>,
        head: Option<&'static str>,
        licence: Option<&'static str>,
    ) {
        let id = self.organisation;
        self.app
            .db
            .write(move |w| {
                diesel::update(organisations::table.filter(organisations::id.eq(id)))
                    .set((
                        organisations::city.eq(city),
                        organisations::head_post.eq(post),
                        organisations::head_name.eq(head),
                        organisations::licence.eq(licence),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// Somebody enrolled who has done everything.
    pub async fn ready(&self, surname: &str) -> (Person, EnrolmentId) {
        self.but(surname, &[]).await
    }

    /// Somebody enrolled who has done everything but these activities.
    pub async fn but(&self, surname: &str, undone: &'static [&'static str]) -> (Person, EnrolmentId) {
        let person = self.app.person(surname).await;
        let enrolment = self.app.enrol(self.edition, &person).await;
        for fact in
            self.facts(enrolment).await.into_iter().filter(|fact| !undone.contains(&fact.key.as_str()))
        {
            let minutes = fact.planned;
            self.finish(enrolment, fact, minutes).await;
        }
        (person, enrolment)
    }

    pub async fn facts(&self, enrolment: EnrolmentId) -> Vec<ActivityFact> {
        self.app.facts(enrolment).await
    }

    /// Credits an activity; a session with so many minutes.
    pub async fn finish(&self, enrolment: EnrolmentId, fact: ActivityFact, minutes: Minutes) {
        self.app.finish(enrolment, fact, minutes).await;
    }

    pub async fn rename(&self, person: &Person, name: PersonName) {
        let id = person.id;
        self.app
            .db
            .write(move |w| {
                diesel::update(people::table.filter(people::id.eq(id)))
                    .set((
                        people::surname.eq(&name.surname),
                        people::given_name.eq(&name.given_name),
                        people::patronymic.eq(&name.patronymic),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }

    pub async fn browser(&self) -> Browser {
        self.app.sign_in(&self.administrator).await
    }

    pub async fn api(&self) -> ApiClient {
        self.app.api(&self.administrator).await
    }

    pub fn desk(&self) -> String {
        format!("/editions/{}/documents", self.edition)
    }

    pub fn api_desk(&self) -> String {
        format!("/api/v1/editions/{}/documents", self.edition)
    }

    /// Everything that a document needs of everybody enrolled, beside the course: education, names in Russian letters,
    /// the orders of the group.
    pub async fn prepare(&self) {
        self.app.ready_for_papers(&self.administrator, self.edition).await;
    }

    /// Issues to these people today and answers the new documents.
    pub async fn issue(&self, enrolments: &[EnrolmentId]) -> Vec<DocumentId> {
        self.prepare().await;
        let page = self.try_issue(enrolments).await;
        assert_eq!(page.status, 201, "{}", page.html);
        ids(&page.json()["issued"])
    }

    pub async fn try_issue(&self, enrolments: &[EnrolmentId]) -> Page {
        self.api().await.post(&self.api_desk(), json!({ "enrolments": enrolments })).await
    }

    /// Issues another document in the place of one.
    pub async fn replace(&self, id: DocumentId, relation: &str, grounds: &str) -> Page {
        let body = json!({ "relation": relation, "grounds": grounds });
        self.api().await.post(&format!("/api/v1/documents/{id}/replacements"), body).await
    }

    /// A document over the API.
    pub async fn document(&self, id: DocumentId) -> Value {
        let page = self.api().await.get(&format!("/api/v1/documents/{id}")).await;
        assert_eq!(page.status, 200, "{}", page.html);
        page.json()
    }

    /// The path of the public page of a document.
    pub async fn verification_path(&self, id: DocumentId) -> String {
        let document = self.document(id).await;
        document["verification_url"].as_str().unwrap().strip_prefix(&self.app.url).unwrap().to_owned()
    }

    pub async fn revoke(&self, id: DocumentId, reason: &str) -> Page {
        self.api()
            .await
            .post(&format!("/api/v1/documents/{id}/revocation"), json!({ "reason": reason }))
            .await
    }
}

pub fn ids(list: &Value) -> Vec<DocumentId> {
    let id = |one: &Value| DocumentId(one["document"]["id"].as_i64().unwrap());
    list.as_array().unwrap().iter().map(id).collect()
}
