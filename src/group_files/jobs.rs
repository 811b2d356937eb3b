//! Putting a group's file together, off the path of requests. Papers are printed and kept one after the other; begun again
//! after an interruption, only what is not kept yet is written down.

use super::actions::{self, Gathered, Holders};
use super::store::{self, NewArchive};
use super::views::papers;
use crate::attendance_papers::rules::PaperFormat;
use crate::attendance_papers::rules::choice::require_printable;
use crate::attendance_papers::views::Wording;
use crate::attendance_papers::views::papers::{Ready, journal, schedule};
use crate::document_batches::jobs::pdf as document_pdf;
use crate::document_batches::store::PaperRow;
use crate::files::store::NewRow;
use crate::files::{Archive, Names};
use crate::jobs::{Job, Runner};
use crate::kernel::{GroupFileId, Problem};
use crate::orders::actions::Tools;
use crate::orders::actions::papers::pdfs_of_group;
use crate::printing::sheets::XLSX;
use crate::secrets::sha256_hex;
use crate::web::Kit;
use serde::Deserialize;
use std::sync::Arc;

const PDF: &str = "application/pdf";

#[derive(Deserialize)]
struct Payload {
    file: GroupFileId,
}

/// Teaches a runner this room's job.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    runner.on(actions::JOB, move |job| make(kit.clone(), job))
}

async fn make(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let try_number = job.attempt;
    let Payload { file } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let gathered = Arc::new(kit.db.read(move |r| actions::gather(r, file)).await?);
    print(&kit, &gathered).await?;
    let new = pack(&kit, &gathered, try_number).await?;
    let now = kit.clock.now();
    kit.db.write(move |w| actions::keep(w, file, &new, now)).await
}

/// A paper that is printed: its name, what it is, its bytes.
type Printed = (String, &'static str, Vec<u8>);

/// Prints the papers that are not kept yet, and keeps each.
async fn print(kit: &Arc<Kit>, gathered: &Arc<Gathered>) -> Result<(), Problem> {
    let file = gathered.row.id;
    let kept: Vec<i32> =
        kit.db.read(move |r| store::papers(r, file)).await?.into_iter().map(|row| row.place).collect();
    let (tooling, whole) = (kit.clone(), gathered.clone());
    let (of, keys) = (gathered.clone(), kit.clone());
    let now = kit.clock.now();
    let holders = kit.db.write(move |w| actions::holders(w, &keys.secrets, &of, now)).await?;
    let printing = move || all(&tooling, &whole, &holders);
    let printed = tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)??;
    for (place, (name, media_type, bytes)) in (1..).zip(printed) {
        if kept.contains(&place) {
            continue;
        }
        let (blob, owner, now) = (kit.files.put(bytes).await?, gathered.row.asked_by, kit.clock.now());
        let row = NewRow { blob, media_type, name };
        kit.db.write(move |w| store::keep_paper(w, (file, owner), (place, &row), now)).await?;
    }
    Ok(())
}

/// The papers of the trail, then schedule, journal and register extract. They bear the moment they were asked for, so that
/// printing them again gives the same.
fn all(kit: &Kit, gathered: &Gathered, holders: &Holders) -> Result<Vec<Printed>, Problem> {
    let (now, words) = (gathered.row.asked_at, &*kit.words);
    let tools = Tools { typesetter: &kit.typesetter, words, public_url: &kit.settings.public_url };
    let mut printed: Vec<Printed> = Vec::new();
    for (name, bytes) in pdfs_of_group(&gathered.whole, &tools, now)? {
        printed.push((name, PDF, bytes));
    }
    let wording = Wording { words, language: gathered.row.language };
    let matrix = &gathered.matrix;
    let sessions = (schedule(matrix, wording, now), journal(matrix, wording, now));
    printed.push(numbered(printed.len(), of_sessions(kit, &sessions.0, PaperFormat::Pdf)?));
    let long = require_printable(PaperFormat::Pdf, matrix.people, matrix.columns.len()).is_err();
    let format = if long { PaperFormat::Xlsx } else { PaperFormat::Pdf };
    printed.push(numbered(printed.len(), of_sessions(kit, &sessions.1, format)?));
    let extract = papers::extract(gathered, holders, wording)?;
    let bytes = papers::pdf(&extract, &kit.typesetter, (gathered, now))?;
    printed.push(numbered(printed.len(), (format!("{}.pdf", extract.title), PDF, bytes)));
    Ok(printed)
}

/// A journal too long for paper goes in as a workbook.
fn of_sessions(kit: &Kit, ready: &Ready, format: PaperFormat) -> Result<Printed, Problem> {
    Ok(match format {
        PaperFormat::Pdf => (format!("{}.pdf", ready.paper.title), PDF, ready.pdf(&kit.typesetter)?),
        PaperFormat::Xlsx => {
            let bytes = ready.paper.xlsx(&ready.about).map_err(Problem::internal)?;
            (format!("{}.xlsx", ready.paper.title), XLSX, bytes)
        }
    })
}

fn numbered(before: usize, (name, media_type, bytes): Printed) -> Printed {
    (format!("{:02} {name}", before + 1), media_type, bytes)
}

/// Puts everything into an archive, one file in memory at a time, with an inventory at its end. Each try writes to a place
/// of its own: one that was stopped may still be writing.
async fn pack(kit: &Arc<Kit>, gathered: &Arc<Gathered>, try_number: i32) -> Result<NewArchive, Problem> {
    let file = gathered.row.id;
    let group = &gathered.whole.desk.group;
    let date = gathered.row.asked_at.date_in(group.edition.time_zone);
    let mut archive = kit.files.archive(&format!("group-file-{file}-{try_number}.zip"), date).await?;
    let mut names = Names::default();
    let mut inside: Vec<(String, String)> = Vec::new();
    for paper in kit.db.read(move |r| store::papers(r, file)).await? {
        let (plain, ending) = paper.name.rsplit_once('.').unwrap_or((&paper.name, "pdf"));
        let name = names.take("", plain, ending);
        add(&mut archive, &mut inside, (name, kit.files.get(&paper.storage_key).await?)).await?;
    }
    let wording = Wording { words: &kit.words, language: gathered.row.language };
    let folder = format!("{}/", wording.say("group-files-folder"));
    for row in &gathered.documents {
        let holder = crate::documents::actions::papers::snapshot(row)?.holder.full();
        let name = names.take(&folder, &format!("{holder} {}", row.number), "pdf");
        let paper =
            PaperRow { id: row.id, holder, number: row.number.clone(), pdf_sha256: row.pdf_sha256.clone() };
        add(&mut archive, &mut inside, (name, document_pdf(kit, &paper).await?)).await?;
    }
    let inventory = inventory(kit, gathered, &inside).await?;
    archive.add(&format!("00 {}.pdf", wording.say("group-files-inventory-title")), &inventory).await?;
    let sums: String = inside.iter().map(|(name, sha256)| format!("{sha256}  {name}\n")).collect();
    archive.add("SHA256SUMS", sums.as_bytes()).await?;
    let files = i32::try_from(inside.len() + 2).map_err(Problem::internal)?;
    Ok(NewArchive {
        name: format!("group-{}-{file}.zip", group.edition.id),
        missing: serde_json::to_string(&gathered.missing).map_err(Problem::internal)?,
        blob: archive.finish().await?,
        files,
    })
}

async fn add(
    archive: &mut Archive,
    inside: &mut Vec<(String, String)>,
    (name, bytes): (String, Vec<u8>),
) -> Result<(), Problem> {
    archive.add(&name, &bytes).await?;
    inside.push((name, sha256_hex(&bytes)));
    Ok(())
}

async fn inventory(
    kit: &Arc<Kit>,
    gathered: &Arc<Gathered>,
    inside: &[(String, String)],
) -> Result<Vec<u8>, Problem> {
    let (kit, gathered, inside) = (kit.clone(), gathered.clone(), inside.to_vec());
    let printing = move || {
        let wording = Wording { words: &kit.words, language: gathered.row.language };
        let paper = papers::inventory(&gathered, &inside, wording);
        papers::pdf(&paper, &kit.typesetter, (&gathered, gathered.row.asked_at))
    };
    tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)?
}
