//! The papers of documents: printed once, after the transaction that issued them, kept in the file store, and read from
//! there. While one is not printed yet, or was lost, it is printed when somebody asks: the bytes are the same.

use super::papers::{print, snapshot};
use crate::documents::rules::Snapshot;
use crate::documents::store::{self, DocumentRow, Which, prints};
use crate::files::store::{self as stored_files, NewRow};
use crate::kernel::{DocumentId, Moment, PaperTemplateVersionId, PersonId, Problem, ProblemCode};
use crate::paper_templates as templates;
use crate::printing::{CustomTemplate, PrintError};
use crate::secrets::sha256_hex;
use crate::web::Kit;

/// So many papers are printed before what was printed is written down: a program that is killed prints no more than
/// these again.
const AT_ONCE: usize = 25;

/// The name a paper is saved under.
pub fn file_name(number: &str) -> String {
    format!("{}.pdf", number.replace('/', "-"))
}

/// The paper of a document: from the file store, or printed again and compared with what was handed out.
///
/// # Errors
/// A snapshot that was changed; a paper that would print otherwise than when it was issued; the store's.
pub async fn paper(kit: &Kit, row: &DocumentRow) -> Result<Vec<u8>, Problem> {
    if let Some(kept) = kept(kit, row).await? {
        return Ok(kept);
    }
    let pdf = printed(kit, row).await?;
    match &row.pdf_sha256 {
        Some(frozen) if sha256_hex(&pdf) != *frozen => Err(Problem::internal(anyhow::anyhow!(
            "document {} prints otherwise than when it was issued",
            row.id
        ))),
        _ => Ok(pdf),
    }
}

/// What lies in the store, when it is there and whole.
async fn kept(kit: &Kit, row: &DocumentRow) -> Result<Option<Vec<u8>>, Problem> {
    let (Some(frozen), id) = (&row.pdf_sha256, row.id) else { return Ok(None) };
    let Some(key) = kit.db.read(move |r| prints::key_of(r, id)).await? else { return Ok(None) };
    match kit.files.get(&key).await {
        Ok(bytes) if sha256_hex(&bytes) == *frozen => Ok(Some(bytes)),
        Ok(_) => {
            tracing::error!(document = %id, "the kept paper is not what was printed; it is printed again");
            Ok(None)
        }
        Err(problem) if problem.code == ProblemCode::NotFound => {
            tracing::error!(document = %id, "the kept paper is gone; it is printed again");
            Ok(None)
        }
        Err(problem) => Err(problem),
    }
}

async fn printed(kit: &Kit, row: &DocumentRow) -> Result<Vec<u8>, Problem> {
    let of = (row.public_id.as_str().to_owned(), row.issued_at);
    of_snapshot(kit, snapshot(row)?, of, Problem::from).await
}

/// A paper as it would look; nothing is kept.
///
/// # Errors
/// `Invalid` with what is wrong with the organisation's template, or with letters without glyph; a text that does not fit.
pub async fn sample(kit: &Kit, snapshot: Snapshot, now: Moment) -> Result<Vec<u8>, Problem> {
    of_snapshot(kit, snapshot, ("sample".to_owned(), now), templates::actions::printing::refused).await
}

/// Prints off the threads that serve requests.
async fn of_snapshot(
    kit: &Kit,
    snapshot: Snapshot,
    (ident, moment): (String, Moment),
    told: fn(PrintError) -> Problem,
) -> Result<Vec<u8>, Problem> {
    let custom = match &snapshot.template {
        Some(used) => Some(custom(kit, used.version).await?),
        None => None,
    };
    let typesetter = kit.typesetter.clone();
    let printing = move || print(&typesetter, (&snapshot, custom.as_ref()), &ident, moment);
    tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)?.map_err(told)
}

/// The version of the organisation's template that a document was issued with.
async fn custom(kit: &Kit, version: PaperTemplateVersionId) -> Result<CustomTemplate, Problem> {
    let kept = kit.db.read(move |r| templates::store::version(r, version)).await?;
    templates::actions::printing::loaded(&kit.files, &kept).await
}

/// Prints those of the documents that are not printed yet, and freezes each: bytes into the store, hash into its row. May
/// run twice. A document that cannot be printed does not hold up the others; a full disk stops all of them, and the job is
/// tried again.
///
/// # Errors
/// The last that went wrong.
pub async fn print_all(kit: &Kit, documents: Vec<DocumentId>, now: Moment) -> Result<(), Problem> {
    let rows = kit.db.read(move |r| store::documents(r, Which::These(documents))).await?;
    let waiting: Vec<DocumentRow> = rows.into_iter().filter(|row| row.pdf_sha256.is_none()).collect();
    let mut wrong = None;
    for some in waiting.chunks(AT_ONCE) {
        let mut done = Vec::new();
        for row in some {
            match laid_away(kit, row).await {
                Ok(new) => done.push(new),
                Err(problem) if problem.code == ProblemCode::StorageFull => return Err(problem),
                Err(problem) => {
                    tracing::error!(document = %row.id, %problem, "a document could not be printed");
                    wrong = Some(problem);
                }
            }
        }
        freeze(kit, done, now).await?;
    }
    wrong.map_or(Ok(()), Err)
}

type Laid = (DocumentId, PersonId, NewRow);

async fn laid_away(kit: &Kit, row: &DocumentRow) -> Result<Laid, Problem> {
    let pdf = printed(kit, row).await?;
    let blob = kit.files.put(pdf).await?;
    let new = NewRow { blob, media_type: "application/pdf", name: file_name(&row.number) };
    Ok((row.id, row.issued_by.unwrap_or(row.person_id), new))
}

async fn freeze(kit: &Kit, done: Vec<Laid>, now: Moment) -> Result<(), Problem> {
    if done.is_empty() {
        return Ok(());
    }
    kit.db
        .write(move |w| {
            for (document, owner, new) in &done {
                if prints::key_of(w, *document)?.is_none() {
                    let file = stored_files::insert(w, new, *owner, now)?;
                    prints::freeze(w, *document, (file, &new.blob.sha256), now)?;
                }
            }
            Ok(())
        })
        .await
}
