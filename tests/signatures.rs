//! Signatures made elsewhere: detached files and signed PDFs kept with a document or an order.

use crate::support::TestApp;
use birge::files::store::NewRow;
use birge::kernel::{DocumentId, PersonId};
use birge::signatures::rules::{Finding, Format, Looked};
use birge::signatures::store::{self, Of};

impl TestApp {
    /// A signature file beside a document, for walks through all routes.
    pub async fn leave_signature(&self, by: PersonId, document: DocumentId) -> String {
        let blob = self.kit.files.put(b"signature".to_vec()).await.unwrap();
        let file = NewRow { blob, media_type: "application/pkcs7-signature", name: "paper.sig".into() };
        let looked = Looked { format: Format::Cms, finding: Finding::NoDigest };
        let now = self.now();
        let keep = move |w: &mut birge::db::Write| {
            store::insert(w, Of::Document(document), (&file, looked), (by, now))
        };
        self.db.write(keep).await.unwrap().to_string()
    }
}
