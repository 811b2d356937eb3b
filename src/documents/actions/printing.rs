//! The papers of documents: printed once, after the transaction that issued them, kept in the file store, and read from
//! there. While one is not printed yet, or was lost, it is printed when somebody asks: the bytes are the same.

use super::papers::{print, snapshot};
use super::unprinted;
use crate::documents::rules::Snapshot;
use crate::documents::store::unprinted::{self as other_versions, NewFailure};
use crate::documents::store::{self, DocumentRow, Which, prints};
use crate::files::store::{self as stored_files, NewRow};
use crate::kernel::{
    DocumentId, Moment, PaperTemplateVersionId, PersonId, Problem, ProblemCode, StoredFileId,
};
use crate::paper_templates as templates;
use crate::paper_templates::actions::printing::{is_busy, refused};
use crate::printing::CustomTemplate;
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
/// `PaperFailed` where the organisation's template cannot be printed with the document; a snapshot that was changed; a paper that
/// would print otherwise than when it was issued; the store's.
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
    let (snapshot, id) = (snapshot(row)?, row.id);
    let other = kit.db.read(move |r| other_versions::chosen(r, &[id])).await?.remove(&id);
    let custom = match other {
        Some(version) => of_version(kit, version).await?,
        None => custom_of(kit, &snapshot).await?,
    };
    let of = (row.public_id.as_str().to_owned(), row.issued_at);
    of_snapshot(kit, (snapshot, custom), of).await.map_err(|problem| {
        tracing::error!(document = %id, %problem, "a document could not be printed");
        match problem.code {
            ProblemCode::Invalid if is_busy(&problem) => Problem::new(ProblemCode::Busy),
            ProblemCode::Invalid => Problem::new(ProblemCode::PaperFailed),
            _ => problem,
        }
    })
}

/// Prints a document with another version of a template, none for the paper of the program; nothing is kept.
///
/// # Errors
/// `Invalid` of the field `template` with what is wrong with it for this document.
pub async fn attempt(
    kit: &Kit,
    (snapshot, version): (Snapshot, Option<PaperTemplateVersionId>),
    now: Moment,
) -> Result<(), Problem> {
    let custom = of_version(kit, version).await?;
    let done = of_snapshot(kit, (snapshot, custom), ("trial".to_owned(), now)).await;
    done.map(drop).map_err(|mut problem| {
        problem.faults.iter_mut().for_each(|fault| "template".clone_into(&mut fault.field));
        problem
    })
}

/// A paper as it would look; nothing is kept.
///
/// # Errors
/// `Invalid` with what is wrong with the organisation's template, or with letters without glyph; a text that does not fit.
pub async fn sample(kit: &Kit, snapshot: Snapshot, now: Moment) -> Result<Vec<u8>, Problem> {
    let custom = custom_of(kit, &snapshot).await?;
    of_snapshot(kit, (snapshot, custom), ("sample".to_owned(), now)).await
}

type Custom = Option<Arc<CustomTemplate>>;

/// Prints off the threads that serve requests. `Invalid` says what is wrong with the template for these fields.
async fn of_snapshot(
    kit: &Kit,
    (snapshot, custom): (Snapshot, Custom),
    (ident, moment): (String, Moment),
) -> Result<Vec<u8>, Problem> {
    let typesetter = kit.typesetter.clone();
    let printing = move || print(&typesetter, (&snapshot, custom.as_deref()), &ident, moment);
    tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)?.map_err(refused)
}

async fn custom_of(kit: &Kit, snapshot: &Snapshot) -> Result<Custom, Problem> {
    of_version(kit, snapshot.template.as_ref().map(|used| used.version)).await
}

async fn of_version(kit: &Kit, version: Option<PaperTemplateVersionId>) -> Result<Custom, Problem> {
    match version {
        Some(version) => Ok(Some(Arc::new(custom(kit, version).await?))),
        None => Ok(None),
    }
}

/// The version of the organisation's template that a document was issued with.
async fn custom(kit: &Kit, version: PaperTemplateVersionId) -> Result<CustomTemplate, Problem> {
    let kept = kit.db.read(move |r| templates::store::version(r, version)).await?;
    templates::actions::printing::loaded(&kit.files, &kept).await
}

/// Prints those of the documents that are not printed yet, and freezes each: bytes into the store, hash into its row. May
/// run twice. A document that cannot be printed does not hold up the others, and where its template is to blame that is
/// written down and told; a full disk stops all of them, and the job is tried again.
///
/// # Errors
/// The last that went wrong.
pub async fn print_all(kit: &Kit, documents: Vec<DocumentId>, now: Moment) -> Result<(), Problem> {
    let ids = documents.clone();
    let (rows, others) = kit
        .db
        .read(move |r| Ok((store::documents(r, Which::These(documents))?, other_versions::chosen(r, &ids)?)))
        .await?;
    let mut waiting: Vec<DocumentRow> = rows.into_iter().filter(|row| row.pdf_sha256.is_none()).collect();
    // The newest come first; whoever was issued a document first gets the paper first.
    waiting.reverse();
    let mut press = Press { templates: HashMap::new(), others, hands: Semaphore::new(HANDS) };
    let mut wrong = Wrong::default();
    for some in waiting.chunks(AT_ONCE) {
        let mut ready = Vec::new();
        for row in some {
            match press.prepared(kit, row).await {
                Ok(paper) => ready.push((row, paper)),
                Err(problem) => wrong.add(row, problem, now),
            }
        }
        let laying = ready.into_iter().map(|(row, paper)| laid_away(kit, &press.hands, row, paper));
        let mut done = Vec::new();
        for (row, laid) in join_all(laying).await {
            match laid {
                Ok(new) => done.push(new),
                Err(problem) if problem.code == ProblemCode::StorageFull => return Err(problem),
                Err(problem) => wrong.add(row, problem, now),
            }
        }
        freeze(kit, (done, &press.others), now).await?;
    }
    wrong.told(kit, now).await
}

/// What went wrong while many papers were printed.
#[derive(Default)]
struct Wrong {
    last: Option<Problem>,
    failures: Vec<NewFailure>,
}

impl Wrong {
    fn add(&mut self, row: &DocumentRow, problem: Problem, now: Moment) {
        tracing::error!(document = %row.id, %problem, "a document could not be printed");
        // A machine that is busy says nothing of the template.
        if problem.code == ProblemCode::Invalid && !is_busy(&problem) {
            self.failures.extend(unprinted::failure(row, &problem.faults, now));
        }
        self.last = Some(problem);
    }

    async fn told(self, kit: &Kit, now: Moment) -> Result<(), Problem> {
        let failures = self.failures;
        if !failures.is_empty() {
            kit.db.write(move |w| unprinted::tell(w, &failures, now)).await?;
        }
        self.last.map_or(Ok(()), Err)
    }
}

type Others = HashMap<DocumentId, Option<PaperTemplateVersionId>>;

/// What printing many papers needs: each template is read and taken apart once, and so many papers are set at the same
/// time; what is set already is laid away meanwhile.
struct Press {
    templates: HashMap<PaperTemplateVersionId, Arc<CustomTemplate>>,
    /// With what those are printed whose own template failed.
    others: Others,
    hands: Semaphore,
}

impl Press {
    async fn prepared(&mut self, kit: &Kit, row: &DocumentRow) -> Result<(Snapshot, Custom), Problem> {
        let snapshot = snapshot(row)?;
        let own = || snapshot.template.as_ref().map(|used| used.version);
        let Some(version) = self.others.get(&row.id).copied().unwrap_or_else(own) else {
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
    let pdf = of_snapshot(kit, paper, of).await?;
    drop(hand);
    let blob = kit.files.put(pdf).await?;
    let new = NewRow { blob, media_type: "application/pdf", name: file_name(&row.number) };
    Ok((row.id, row.issued_by.unwrap_or(row.person_id), new))
}

/// Freezes what was printed; not where another version was chosen meanwhile: that one is printed by its own job.
async fn freeze(kit: &Kit, (done, others): (Vec<Laid>, &Others), now: Moment) -> Result<(), Problem> {
    if done.is_empty() {
        return Ok(());
    }
    let others = others.clone();
    kit.db
        .write(move |w| {
            let ids: Vec<DocumentId> = done.iter().map(|(document, ..)| *document).collect();
            let (printed, chosen) = (prints::printed(w, &ids)?, other_versions::chosen(w, &ids)?);
            let is_new = |id: &DocumentId| !printed.contains(id) && chosen.get(id) == others.get(id);
            let new: Vec<&Laid> = done.iter().filter(|(document, ..)| is_new(document)).collect();
            let rows: Vec<(&NewRow, PersonId)> = new.iter().map(|(_, owner, row)| (row, *owner)).collect();
            let files = stored_files::insert_all(w, &rows, now)?;
            let frozen: Vec<(DocumentId, StoredFileId)> =
                new.iter().map(|(document, ..)| *document).zip(files).collect();
            prints::freeze_all(w, &frozen, now)
        })
        .await
}
