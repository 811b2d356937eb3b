//! The work on batches, off the path of requests: issuing part by part, and putting the papers together.

use super::actions;
use super::rules::{PART, Trouble, turned_down};
use super::store::{self, PaperRow};
use crate::documents::actions::{Tools, printing};
use crate::documents::store::{Which, documents};
use crate::jobs::{Job, Runner};
use crate::kernel::{DocumentBatchId, DocumentId, Problem, ProblemCode};
use crate::secrets::sha256_hex;
use crate::web::Kit;
use futures_util::future::join_all;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked whether the papers are printed, while others print them.
const LOOK: Duration = Duration::from_millis(250);
/// After so many looks that found nothing new, the archive prints what is missing by itself.
const LOOKS: u32 = 20;

/// So many papers are read at the same time for the archive.
const AHEAD: usize = 8;

#[derive(Deserialize)]
struct Run {
    batch: DocumentBatchId,
    run: i32,
}

#[derive(Deserialize)]
struct Pack {
    batch: DocumentBatchId,
}

/// Teaches a runner this room's jobs.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    let packer = kit.clone();
    let runner = runner.on(actions::ISSUE_JOB, move |job| issue(kit.clone(), job));
    runner.on(actions::PACK_JOB, move |job| pack(packer.clone(), job))
}

/// Issues until nobody waits. Whoever is refused is written down, and the part begins again without them; what is about
/// everybody stops the run until somebody sets the batch going again.
async fn issue(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let Run { batch, run } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    loop {
        let now = kit.clock.now();
        match part(&kit, batch).await {
            Ok(0) => return kit.db.write(move |w| actions::finish(w, (batch, run), now)).await,
            Ok(_) => {}
            // Too many at once: it is tried again by itself.
            Err(problem) if problem.code == ProblemCode::Busy => return Err(problem),
            Err(problem) => {
                let (refused, trouble) = (turned_down(&problem), Trouble::of(&problem));
                let turned = kit.db.write(move |w| actions::turn_down(w, batch, &refused, now)).await?;
                if turned == 0 {
                    tracing::warn!(%batch, run, %problem, "a batch of documents stopped");
                    return kit.db.write(move |w| actions::stop(w, (batch, run), &trouble, now)).await;
                }
            }
        }
    }
}

/// One part, in one transaction; answers how many people it was about.
async fn part(kit: &Arc<Kit>, batch: DocumentBatchId) -> Result<usize, Problem> {
    let public_ids: Vec<_> = (0..PART).map(|_| kit.secrets.public_id()).collect();
    let (now, tooling) = (kit.clock.now(), kit.clone());
    kit.db
        .write(move |w| {
            let tools = Tools::of(&tooling);
            actions::part(w, &tools, (batch, &public_ids), now)
        })
        .await
}

/// Puts the papers of a batch together, a few in memory at a time. Begun again after an interruption, it begins anew.
async fn pack(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    // Each try writes to a place of its own: one that was stopped may still be writing.
    let try_number = job.attempt;
    let Pack { batch } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    await_printing(&kit, batch).await?;
    let packing = kit.db.read(move |r| actions::packing(r, batch)).await?;
    let mut archive =
        kit.files.archive(&format!("document-batch-{batch}-{try_number}.zip"), packing.date).await?;
    for some in packing.papers.chunks(AHEAD) {
        let read = join_all(some.iter().map(|(_, paper)| pdf(&kit, paper))).await;
        for ((name, _), pdf) in some.iter().zip(read) {
            archive.add(name, &pdf?).await?;
        }
    }
    let (blob, now) = (archive.finish().await?, kit.clock.now());
    let files = packing.papers.len();
    kit.db.write(move |w| actions::keep(w, batch, (blob.clone(), files), now)).await
}

/// Waits while other jobs print the papers; where they do not get on, it goes on without them.
async fn await_printing(kit: &Arc<Kit>, batch: DocumentBatchId) -> Result<(), Problem> {
    let (mut before, mut looks) = (i64::MAX, 0);
    loop {
        let missing = kit.db.read(move |r| store::unprinted(r, batch)).await?;
        looks = if missing < before { 0 } else { looks + 1 };
        if missing == 0 || looks >= LOOKS {
            return Ok(());
        }
        before = missing;
        tokio::time::sleep(LOOK).await;
    }
}

/// The paper of a document: as it was printed, or printed now where it is gone or is not what was printed.
///
/// # Errors
/// Those of the file store and the typesetter.
pub async fn pdf(kit: &Arc<Kit>, paper: &PaperRow) -> Result<Vec<u8>, Problem> {
    if let Some(sha256) = &paper.pdf_sha256 {
        match kit.files.get(&crate::files::key_of(sha256)).await {
            Ok(bytes) if sha256_hex(&bytes) == *sha256 => return Ok(bytes),
            Err(problem) if problem.code != ProblemCode::NotFound => return Err(problem),
            Ok(_) | Err(_) => {}
        }
    }
    print(kit, paper.id).await
}

async fn print(kit: &Arc<Kit>, id: DocumentId) -> Result<Vec<u8>, Problem> {
    let row =
        kit.db.read(move |r| documents(r, Which::One(id))?.pop().ok_or_else(Problem::not_found)).await?;
    printing::paper(kit, &row).await
}
