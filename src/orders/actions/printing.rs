//! The papers of signed orders in the file store: printed once, after the transaction that signed them, and read from there.
//! One that is asked for before is printed then, and kept; the bytes are the same.

use super::papers::{file_name, pdf};
use super::reading::snapshot;
use crate::db::Write;
use crate::files::store::{self as stored_files, NewRow};
use crate::jobs::{self, NewJob};
use crate::kernel::{Moment, OrderId, Problem, ProblemCode};
use crate::orders::store::prints::{self, PrintRow};
use crate::orders::store::{self, OrderRow};
use crate::secrets::sha256_hex;
use crate::web::Kit;
use serde_json::json;

/// The job that prints a signed order.
pub const PRINT_JOB: &str = "orders.print";

/// Has an order printed as soon as this is committed: never under the database's writer.
pub(super) fn print_later(w: &mut Write, order: OrderId, now: Moment) -> Result<(), Problem> {
    let (payload, unique_key) = (json!({ "order": order }), Some(format!("{PRINT_JOB}:{order}")));
    jobs::enqueue(w, now, NewJob { kind: PRINT_JOB, payload, unique_key })?;
    Ok(())
}

/// The paper of a signed order: as it is kept, or printed and kept from now on.
///
/// # Errors
/// `NotFound` for a draft; a snapshot that was changed; a paper that would print otherwise than the first time; the store's.
pub async fn paper(kit: &Kit, row: &OrderRow, now: Moment) -> Result<Vec<u8>, Problem> {
    let id = row.id;
    let frozen = kit.db.read(move |r| prints::of(r, &[id])).await?.pop();
    of_row(kit, row, frozen, now).await
}

async fn of_row(
    kit: &Kit,
    row: &OrderRow,
    frozen: Option<PrintRow>,
    now: Moment,
) -> Result<Vec<u8>, Problem> {
    let Some(print) = frozen else { return first(kit, row, now).await };
    if let Some(kept) = kept(kit, &print).await? {
        return Ok(kept);
    }
    let pdf = printed(kit, row).await?.1;
    if sha256_hex(&pdf) == print.sha256 {
        return Ok(pdf);
    }
    Err(Problem::internal(anyhow::anyhow!("order {} prints otherwise than when it was signed", row.id)))
}

/// What lies in the store, when it is there and whole.
async fn kept(kit: &Kit, print: &PrintRow) -> Result<Option<Vec<u8>>, Problem> {
    match kit.files.get(&print.storage_key).await {
        Ok(bytes) if sha256_hex(&bytes) == print.sha256 => Ok(Some(bytes)),
        Ok(_) => {
            tracing::error!(order = %print.order, "the kept paper is not what was printed; it is printed again");
            Ok(None)
        }
        Err(problem) if problem.code == ProblemCode::NotFound => {
            tracing::error!(order = %print.order, "the kept paper is gone; it is printed again");
            Ok(None)
        }
        Err(problem) => Err(problem),
    }
}

/// Prints an order that was never printed, and freezes it: bytes into the store, their hash beside the order.
async fn first(kit: &Kit, row: &OrderRow, now: Moment) -> Result<Vec<u8>, Problem> {
    let (name, pdf) = printed(kit, row).await?;
    // Files belong to people; an order that the program itself has signed is printed anew each time.
    let Some(owner) = row.signed.signed_by else { return Ok(pdf) };
    let blob = kit.files.put(pdf.clone()).await?;
    let (id, new) = (row.id, NewRow { blob, media_type: "application/pdf", name });
    let keep = move |w: &mut Write| {
        if prints::of(w, &[id])?.is_empty() {
            let file = stored_files::insert(w, &new, owner, now)?;
            prints::freeze(w, id, (file, &new.blob.sha256), now)?;
        }
        Ok(())
    };
    kit.db.write(keep).await?;
    Ok(pdf)
}

/// Prints off the threads that serve requests: the name of the file, and its bytes.
async fn printed(kit: &Kit, row: &OrderRow) -> Result<(String, Vec<u8>), Problem> {
    let snapshot = snapshot(row)?.ok_or_else(Problem::not_found)?;
    let (typesetter, row) = (kit.typesetter.clone(), row.clone());
    let name = format!("{}.pdf", file_name(&snapshot));
    let printing = move || pdf(&typesetter, &row, &snapshot);
    Ok((name, tokio::task::spawn_blocking(printing).await.map_err(Problem::internal)??))
}

/// Prints and freezes a signed order, if that is not done yet: the work of [`PRINT_JOB`]. May run twice.
///
/// # Errors
/// As [`paper`].
pub async fn print_one(kit: &Kit, order: OrderId, now: Moment) -> Result<(), Problem> {
    let row = kit.db.read(move |r| store::order(r, order)).await?.ok_or_else(Problem::not_found)?;
    paper(kit, &row, now).await.map(|_| ())
}
