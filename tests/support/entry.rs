//! What an edition asks of those who enter it, and what they show.

use super::app::TestApp;
use super::fixtures::Person;
use birge::kernel::{Actor, EditionId, OutsideProofId, ProgrammeVersionId};
use birge::outside_proofs::actions;
use birge::web::paths;

impl TestApp {
    /// Lets an edition ask for the programme of a version, or for nothing any more.
    pub async fn ask_before(&self, edition: EditionId, version: Option<ProgrammeVersionId>) {
        let now = self.now();
        self.db
            .write(move |w| {
                let programme = match version {
                    Some(version) => {
                        birge::programmes::store::version(w, version)?.map(|row| row.programme_id)
                    }
                    None => None,
                };
                actions::set_condition(w, &Actor::program(), edition, programme, now)
            })
            .await
            .unwrap();
    }

    /// Shows a file as a proof, through the page.
    pub async fn show_proof(&self, edition: EditionId, person: &Person) -> OutsideProofId {
        let files = [("file", "сертификат.pdf", b"%PDF-1.7\nproof".to_vec())];
        let page =
            self.sign_in(person).await.post_multipart(&paths::edition_entry(edition), &[], &files).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let actor = self.actor(person).await;
        let now = self.now();
        let own = self.db.read(move |r| actions::own(r, &actor, now)).await.unwrap();
        own.proofs.first().unwrap().id
    }
}
