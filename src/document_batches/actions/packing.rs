//! The papers of a batch as one archive.

use super::{begun, recipient};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::document_batches::store::{self, PaperRow};
use crate::files::{Names, StoredBlob};
use crate::kernel::{DocumentBatchId, Moment, Problem};
use crate::mail::{self, Letter};
use crate::programmes::rules::words::Word as _;
use crate::web::paths;
use chrono::NaiveDate;
use serde_json::json;

/// What goes into an archive.
#[derive(Debug, Clone)]
pub struct Packing {
    /// The date of its files.
    pub date: NaiveDate,
    /// The papers with the names of their files.
    pub papers: Vec<(String, PaperRow)>,
}

/// What goes into the archive of a batch. Names are of the holder and the number, each once.
///
/// # Errors
/// `NotFound` when there is no such batch.
pub fn packing(r: &mut Read, id: DocumentBatchId) -> Result<Packing, Problem> {
    let batch = store::batch(r, id)?.ok_or_else(Problem::not_found)?;
    let mut names = Names::default();
    let named = |paper: PaperRow| {
        let name = names.take("", &format!("{} {}", paper.holder, paper.number), "pdf");
        (name, paper)
    };
    let papers = store::papers(r, id)?.into_iter().map(named).collect();
    Ok(Packing { date: batch.issued_on, papers })
}

/// Keeps the archive and tells who started the batch. A second one is left to lie.
///
/// # Errors
/// The database's.
pub fn keep(
    w: &mut Write,
    id: DocumentBatchId,
    (blob, files): (StoredBlob, usize),
    now: Moment,
) -> Result<(), Problem> {
    let (batch, actor) = begun(w, id)?;
    let name = format!("documents-{}-{id}.zip", batch.issued_on);
    let files = i32::try_from(files).map_err(Problem::internal)?;
    let after = json!({ "files": files, "sha256": blob.sha256 });
    if !store::keep_archive(w, (id, batch.started_by), (blob, name, files), now)? {
        return Ok(());
    }
    let subject = ("document-batch", id.0);
    let entry = Entry { action: "document-batch-packed", subject, before: None, after: Some(after) };
    audit::record(w, &actor, now, entry)?;
    let data = json!({
        "name": actor.name.address(),
        "kind": batch.kind.as_str(),
        "count": files,
        "path": paths::document_batch(id),
    });
    mail::send(w, now, &Letter { name: "document_batch_ready", to: recipient(&actor)?, data })?;
    Ok(())
}
