//! What is issued to many at once, the group's file, letters and records of service, as an administrator sees them.

use super::{Visit, person};
use crate::support::TestApp;
use birge::db::schema::{editions, enrolments, people};
use birge::document_batches::store::{self as batches, NewBatch};
use birge::kernel::{
    DocumentBatchId, EditionId, EnrolmentId, Language, OrganisationId, PersonId, ServiceRequestId,
};
use birge::programmes::rules::words::DocumentKind;
use birge::web::paths;
use diesel::prelude::*;

/// A batch somebody has started and that stopped, a file that is being made, a request that waits.
pub(super) async fn visit(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let (by, now) = (who.id, app.now());
    let begin = move |w: &mut birge::db::Write| {
        let (enrolment, edition, whose): (EnrolmentId, EditionId, PersonId) = enrolments::table
            .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
            .filter(people::email.eq("trainee@birge.example"))
            .select((enrolments::id, enrolments::edition_id, enrolments::person_id))
            .first(w.conn())?;
        let organisation: OrganisationId =
            editions::table.find(edition).select(editions::organisation_id).first(w.conn())?;
        let new = NewBatch {
            organisation,
            edition: Some(edition),
            kind: DocumentKind::ParticipationCertificate,
            issued_on: now.date_in(birge::kernel::ZoneName::MOSCOW),
            qualification: None,
            despite: None,
            letter: None,
            people: vec![(whose, Some(enrolment))],
        };
        let batch: DocumentBatchId = batches::insert(w, &new, by, now)?;
        let trouble = r#"{"code":"storage-full","faults":[]}"#.to_owned();
        batches::end_run(w, (batch, 1), Some(trouble), now)?;
        birge::group_files::store::insert(w, (edition, Language::Ru, 7), by, now)?;
        let request: ServiceRequestId =
            birge::letters::store::service::ask(w, (whose, organisation), Some("Для вуза"), now)?;
        Ok((batch, edition, request))
    };
    let (batch, edition, request) = app.db.write(begin).await.unwrap();
    let pages = vec![
        paths::DOCUMENT_BATCHES.to_owned(),
        paths::document_batch(batch),
        paths::group_files(edition),
        paths::LETTERS.to_owned(),
        format!("{}?edition={edition}", paths::LETTERS),
        paths::AUTHORITY_DOCUMENTS.to_owned(),
        paths::SERVICE_RECORD_REQUESTS.to_owned(),
        paths::service_record_request(request),
    ];
    Visit::of(Some(who), pages).refused(vec![paths::AUTHORITY_DOCUMENTS.to_owned()])
}
