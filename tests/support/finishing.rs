//! What comes at the end of an edition: everything credited, and a paper for it.

use super::app::TestApp;
use super::fixtures::Person;
use birge::db::schema::organisations;
use birge::kernel::{DocumentId, EditionId, EnrolmentId, Minutes, OrganisationId, Permille};
use birge::progress::actions::{Completed, complete};
use birge::progress::rules::ActivityFact;
use birge::progress::store::assignment::insert_answer;
use birge::progress::store::{self, NewEntry, SourceKind};
use diesel::prelude::*;
use serde_json::json;

impl TestApp {
    /// What a trainee is asked to do, and how far each of it is.
    pub async fn facts(&self, enrolment: EnrolmentId) -> Vec<ActivityFact> {
        self.db
            .read(move |r| {
                let (_, edition) = birge::editions::store::enrolment(r, enrolment)?.unwrap();
                Ok(store::portion(r, edition.version_id, enrolment)?.facts)
            })
            .await
            .unwrap()
    }

    /// Answers every question about experience that is open.
    pub async fn declare(&self, enrolment: EnrolmentId, experienced: bool) {
        let now = self.now();
        for question in self.facts(enrolment).await.into_iter().filter_map(|fact| fact.question) {
            let write = move |w: &mut birge::db::Write| {
                insert_answer(w, enrolment, (&question.key, experienced), (None, now))
            };
            self.db.write(write).await.unwrap();
        }
    }

    /// Credits an activity; a session with so many minutes.
    pub async fn finish(&self, enrolment: EnrolmentId, fact: ActivityFact, minutes: Minutes) {
        let now = self.now();
        self.db
            .write(move |w| {
                if fact.is_attended() {
                    let (nature, mode) = (fact.nature, fact.mode);
                    let (source, source_id) = (SourceKind::Attendance, 1);
                    let entry = NewEntry {
                        enrolment,
                        activity: fact.id,
                        minutes,
                        nature,
                        mode,
                        source,
                        source_id,
                        at: now,
                    };
                    store::insert_entry(w, &entry)?;
                    return Ok(());
                }
                let result = Some(Permille(850));
                let done = Completed { enrolment, source: SourceKind::Quiz, source_id: fact.id.0, result };
                complete(w, &fact, done, now)
            })
            .await
            .unwrap();
    }

    /// Gives an organisation what its papers print.
    pub async fn let_issue(&self, organisation: OrganisationId) {
        self.db
            .write(move |w| {
                diesel::update(organisations::table.filter(organisations::id.eq(organisation)))
                    .set((
                        organisations::city.eq("г. Иркутск"),
                        organisations::head_post.eq("Директор"),
                        organisations::head_name.eq("И. П. Рябинина"),
                        organisations::licence.eq("Лицензия № Л035"),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// The document of somebody who has done everything in an edition that is over.
    pub async fn issue(&self, by: &Person, edition: EditionId, enrolment: EnrolmentId) -> DocumentId {
        self.declare(enrolment, true).await;
        for fact in self.facts(enrolment).await {
            let minutes = fact.planned;
            self.finish(enrolment, fact, minutes).await;
        }
        self.ready_for_papers(by, edition).await;
        let to = format!("/api/v1/editions/{edition}/documents");
        let page = self.api(by).await.post(&to, json!({ "enrolments": [enrolment] })).await;
        assert_eq!(page.status, 201, "{}", page.html);
        DocumentId(page.json()["issued"][0]["document"]["id"].as_i64().unwrap())
    }
}
