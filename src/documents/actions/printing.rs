//! The papers of documents: printed once, after the transaction that issued them, kept in the file store, and read from
//! there. While one is not printed yet, or was lost, it is printed when somebody asks: the bytes are the same.

use super::papers::{print, snapshot};
use crate::documents::rules::Snapshot;
use crate::documents::store::{self, DocumentRow, Which, prints};
use crate::files::store::{self as stored_files, NewRow};
use crate::kernel::{
    DocumentId, Moment, PaperTemplateVersionId, PersonId, Problem, ProblemCode, StoredFileId,
};
use crate::paper_templates as templates;
use crate::printing::{CustomTemplate, PrintError};
use crate::secrets::sha256_hex;
use crate::web::Kit;
use futures_util::future::join_all;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// So many papers are printed before what was printed is written down: a program that is killed prints no more than
/// these again.
const AT_ONCE: usize = 25;
/// So many papers one job sets at the same time: both cores of a small machine have work, and the disk meanwhile too.
const HANDS: usize = 2;

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
    let snapshot = snapshot(row)?;
    let custom = custom_of(kit, &snapshot).await?;
    let of = (row.public_id.as_str().to_owned(), row.issued_at);
    of_snapshot(kit, (snapshot, custom), of, Problem::from).await
}

/// A paper as it would look; nothing is kept.
///
/// # Errors
/// `Invalid` with what is wrong with the organisation's template, or with letters without glyph; a text that does not fit.
pub async fn sample(kit: &Kit, snapshot: Snapshot, now: Moment) -> Result<Vec<u8>, Problem> {
    let custom = custom_of(kit, &snapshot).await?;
    let refused = templates::actions::printing::refused;
    of_snapshot(kit, (snapshot, custom), ("sample".to_owned(), now), refused).await
}

type Custom = Option<Arc<CustomTemplate>>;

/// Prints off the threads that serve requests.
async fn of_snapshot(
    kit: &Kit,
    (snapshot, custom): (Snapshot, Custom),
    (ident, moment): (String, Moment),
    told: fn(PrintError) -> Problem,
) -> Result<Vec<u8>, Problem> {
    let typesetter = kit.typesetter.clone();
    let printing = move || print(&typesetter, (&snapshot, custom.as_deref()), &ident, moment);
    tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)?.map_err(told)
}

async fn custom_of(kit: &Kit, snapshot: &Snapshot) -> Result<Custom, Problem> {
    match &snapshot.template {
        Some(used) => Ok(Some(Arc::new(custom(kit, used.version).await?))),
        None => Ok(None),
    }
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
    let mut waiting: Vec<DocumentRow> = rows.into_iter().filter(|row| row.pdf_sha256.is_none()).collect();
    // The newest come first; whoever was issued a document first gets the paper first.
    waiting.reverse();
    let mut press = Press { templates: HashMap::new(), hands: Semaphore::new(HANDS) };
    let mut wrong = None;
    for some in waiting.chunks(AT_ONCE) {
        let mut ready = Vec::new();
        for row in some {
            match press.prepared(kit, row).await {
                Ok(paper) => ready.push((row, paper)),
                Err(problem) => wrong = Some(unprintable(row, problem)),
            }
        }
        let laying = ready.into_iter().map(|(row, paper)| laid_away(kit, &press.hands, row, paper));
        let mut done = Vec::new();
        for (row, laid) in join_all(laying).await {
            match laid {
                Ok(new) => done.push(new),
                Err(problem) if problem.code == ProblemCode::StorageFull => return Err(problem),
                Err(problem) => wrong = Some(unprintable(row, problem)),
            }
        }
        freeze(kit, done, now).await?;
    }
    wrong.map_or(Ok(()), Err)
}

fn unprintable(row: &DocumentRow, problem: Problem) -> Problem {
    tracing::error!(document = %row.id, %problem, "a document could not be printed");
    problem
}

/// What printing many papers needs: each template is read and taken apart once, and so many papers are set at the same
/// time; what is set already is laid away meanwhile.
struct Press {
    templates: HashMap<PaperTemplateVersionId, Arc<CustomTemplate>>,
    hands: Semaphore,
}

impl Press {
    async fn prepared(&mut self, kit: &Kit, row: &DocumentRow) -> Result<(Snapshot, Custom), Problem> {
        let snapshot = snapshot(row)?;
        let Some(version) = snapshot.template.as_ref().map(|used| used.version) else {
            return Ok((snapshot, None));
        };
        if let Some(known) = self.templates.get(&version) {
            return Ok((snapshot, Some(Arc::clone(known))));
        }
        let read = Arc::new(custom(kit, version).await?);
        self.templates.insert(version, Arc::clone(&read));
        Ok((snapshot, Some(read)))
    }
}

type Laid = (DocumentId, PersonId, NewRow);

async fn laid_away<'r>(
    kit: &Kit,
    hands: &Semaphore,
    row: &'r DocumentRow,
    paper: (Snapshot, Custom),
) -> (&'r DocumentRow, Result<Laid, Problem>) {
    (row, lay_away(kit, hands, row, paper).await)
}

async fn lay_away(
    kit: &Kit,
    hands: &Semaphore,
    row: &DocumentRow,
    paper: (Snapshot, Custom),
) -> Result<Laid, Problem> {
    let hand = hands.acquire().await.map_err(Problem::internal)?;
    let of = (row.public_id.as_str().to_owned(), row.issued_at);
    let pdf = of_snapshot(kit, paper, of, Problem::from).await?;
    drop(hand);
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
            let ids: Vec<DocumentId> = done.iter().map(|(document, ..)| *document).collect();
            let printed = prints::printed(w, &ids)?;
            let new: Vec<&Laid> = done.iter().filter(|(document, ..)| !printed.contains(document)).collect();
            let rows: Vec<(&NewRow, PersonId)> = new.iter().map(|(_, owner, row)| (row, *owner)).collect();
            let files = stored_files::insert_all(w, &rows, now)?;
            let frozen: Vec<(DocumentId, StoredFileId)> =
                new.iter().map(|(document, ..)| *document).zip(files).collect();
            prints::freeze_all(w, &frozen, now)
        })
        .await
}
