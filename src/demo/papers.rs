//! Documents of the demonstration: issued to all who are ready, one of them revoked.

use super::courses::Story;
use super::lost;
use super::stage::Run;
use crate::db::Write;
use crate::documents::actions::{self as documents, Issuing, Tools};
use crate::kernel::{Actor, DocumentId, EnrolmentId, Moment, Problem};
use crate::web::Kit;
use std::collections::BTreeSet;

/// The register's desk.
pub struct Papers<'a> {
    /// Prints and draws ids.
    pub kit: &'a Kit,
    /// Who issues.
    pub admin: &'a Actor,
    /// The first document that was issued.
    pub first: Option<DocumentId>,
}

impl Papers<'_> {
    /// Issues documents to all of an edition who are ready.
    ///
    /// # Errors
    /// What the action answers.
    pub fn issue(&mut self, w: &mut Write, run: &Run, now: Moment) -> Result<(), Problem> {
        let ready = run.trainees.iter().filter(|who| who.plot.story == Story::Ready);
        let enrolments: BTreeSet<EnrolmentId> = ready.map(|who| who.enrolment).collect();
        let public_ids = enrolments.iter().map(|_| self.kit.secrets.public_id()).collect();
        let tools = Tools { typesetter: &self.kit.typesetter, public_url: &self.kit.settings.public_url };
        let input = Issuing { edition: run.id, enrolments, issued_on: None, despite: None, public_ids };
        let issued = documents::issue(w, self.admin, &tools, &input, now)?;
        self.first = issued.new.first().map(|(_, document)| document.id);
        Ok(())
    }

    /// Revokes the first document.
    ///
    /// # Errors
    /// What the action answers.
    pub fn revoke(&self, w: &mut Write, now: Moment) -> Result<(), Problem> {
        let document = self.first.ok_or_else(|| lost("a document"))?;
        let reason = "Опечатка в отчестве: владелец обнаружил её при получении, документ будет выдан заново";
        documents::revoke(w, self.admin, document, reason, now)?;
        Ok(())
    }
}
