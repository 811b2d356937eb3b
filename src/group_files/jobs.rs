//! Putting a group's file together, off the path of requests. Papers are printed and kept one after the other; begun again
//! after an interruption, only what is not kept yet is written down.

use super::actions::{self, Gathered, Holders};
use super::store::{self, NewArchive, NewPaper};
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
use crate::kernel::{GroupFileId, OrderId, Problem};
use crate::orders::actions::papers::{GroupPaper, file_name, group_pdf};
use crate::orders::actions::{Tools, printing as orders};
use crate::printing::sheets::XLSX;
use crate::secrets::sha256_hex;
use crate::web::Kit;
use serde::Deserialize;
use std::collections::HashSet;
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

/// A paper of a file, before it is printed. Between two tries its place may change; what it is does not.
#[derive(Debug, Clone, Copy)]
enum Piece {
    /// A table paper of the group.
    Table(GroupPaper),
    /// An order, sheet or protocol.
    Signed(OrderId),
    Schedule,
    Journal,
    Extract,
}

impl Piece {
    fn identity(self) -> String {
        match self {
            Piece::Table(which) => which.as_str().to_owned(),
            Piece::Signed(id) => format!("order-{id}"),
            Piece::Schedule => "schedule".to_owned(),
            Piece::Journal => "journal".to_owned(),
            Piece::Extract => "extract".to_owned(),
        }
    }
}

/// The papers of the trail, then schedule, journal and register extract.
fn pieces(gathered: &Gathered) -> Vec<Piece> {
    let tables = GroupPaper::ALL.into_iter().map(Piece::Table);
    let signed = gathered.whole.signed.iter().map(|(row, _)| Piece::Signed(row.id));
    tables.chain(signed).chain([Piece::Schedule, Piece::Journal, Piece::Extract]).collect()
}

/// Prints the papers that are not kept yet, and keeps each as soon as it is printed: whoever looks sees how far it is, and
/// what was printed before an interruption is not printed again.
async fn print(kit: &Arc<Kit>, gathered: &Arc<Gathered>) -> Result<(), Problem> {
    let file = gathered.row.id;
    let kept: HashSet<String> =
        kit.db.read(move |r| store::papers(r, file)).await?.into_iter().map(|row| row.identity).collect();
    for (place, piece) in (1_i32..).zip(pieces(gathered)) {
        let identity = piece.identity();
        if kept.contains(&identity) {
            continue;
        }
        let (name, media_type, bytes) = match piece {
            Piece::Signed(id) => signed(kit, gathered, id).await?,
            Piece::Table(_) | Piece::Schedule | Piece::Journal | Piece::Extract => {
                let (tooling, whole) = (kit.clone(), gathered.clone());
                let holders = holders(kit, gathered, piece).await?;
                let printing = move || set(&tooling, &whole, (piece, &holders));
                tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)??
            }
        };
        let (blob, owner, now) = (kit.files.put(bytes).await?, gathered.row.asked_by, kit.clock.now());
        let file_row = NewRow { blob, media_type, name: format!("{place:02} {name}") };
        let paper = NewPaper { identity, place, file: file_row };
        kit.db.write(move |w| store::keep_paper(w, (file, owner), &paper, now)).await?;
    }
    Ok(())
}

/// What the register extract says of the holders; the other papers need nothing of it, and so nobody looks.
async fn holders(kit: &Arc<Kit>, gathered: &Arc<Gathered>, piece: Piece) -> Result<Holders, Problem> {
    if !matches!(piece, Piece::Extract) {
        return Ok(Holders::new());
    }
    let (of, keys, now) = (gathered.clone(), kit.clone(), kit.clock.now());
    kit.db.write(move |w| actions::holders(w, &keys.secrets, &of, now)).await
}

/// Sets one paper. All of them bear the moment the file was asked for, so that printing them again gives the same.
fn set(kit: &Kit, gathered: &Gathered, (piece, holders): (Piece, &Holders)) -> Result<Printed, Problem> {
    let (now, words) = (gathered.row.asked_at, &*kit.words);
    let wording = Wording { words, language: gathered.row.language };
    let matrix = &gathered.matrix;
    match piece {
        Piece::Table(which) => {
            let tools = Tools { typesetter: &kit.typesetter, words, public_url: &kit.settings.public_url };
            let (name, bytes) = group_pdf(&gathered.whole, which, &tools, now)?;
            Ok((format!("{name}.pdf"), PDF, bytes))
        }
        // Signed ones are kept already.
        Piece::Signed(_) => Err(Problem::not_found()),
        Piece::Schedule => of_sessions(kit, &schedule(matrix, wording, now), PaperFormat::Pdf),
        Piece::Journal => {
            let long = require_printable(PaperFormat::Pdf, matrix.people, matrix.columns.len()).is_err();
            let format = if long { PaperFormat::Xlsx } else { PaperFormat::Pdf };
            of_sessions(kit, &journal(matrix, wording, now), format)
        }
        Piece::Extract => {
            let extract = papers::extract(gathered, holders, wording)?;
            let bytes = papers::pdf(&extract, &kit.typesetter, (gathered, now))?;
            Ok((format!("{}.pdf", extract.title), PDF, bytes))
        }
    }
}

/// A signed paper as it is kept; a cancelled one says so by its name.
async fn signed(kit: &Kit, gathered: &Gathered, id: OrderId) -> Result<Printed, Problem> {
    let whole = &gathered.whole;
    let found = whole.signed.iter().find(|(row, _)| row.id == id);
    let (row, snapshot) = found.ok_or_else(Problem::not_found)?;
    let group = &whole.desk.group;
    let stands = group.standing.paper(id).is_some();
    let cancelled = kit.words.text(group.language(), "orders-file-cancelled");
    let suffix = if stands { String::new() } else { format!(" ({cancelled})") };
    let bytes = orders::paper(kit, row, kit.clock.now()).await?;
    Ok((format!("{}{suffix}.pdf", file_name(snapshot)), PDF, bytes))
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
