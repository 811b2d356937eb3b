//! One paper with everything about it.

use super::group::{Desk, desk};
use super::signing::check;
use super::{administered, papers};
use crate::db::Read;
use crate::kernel::{Actor, EditionId, Fault, Moment, OrderId, Problem, ProblemCode};
use crate::orders::rules::snapshot::Snapshot;
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use crate::secrets::sha256_hex;
use chrono::NaiveDate;

/// The snapshot of a signed paper, proved by its hash; nothing for a draft.
///
/// # Errors
/// `Internal` when the kept text is not what was signed.
pub fn snapshot(row: &OrderRow) -> Result<Option<Snapshot>, Problem> {
    let (Some(text), Some(sha256)) = (&row.signed.snapshot, &row.signed.snapshot_sha256) else {
        return Ok(None);
    };
    if sha256_hex(text.as_bytes()) != *sha256 {
        return Err(Problem::internal(anyhow::anyhow!("the snapshot of paper {} was changed", row.id)));
    }
    serde_json::from_str(text).map(Some).map_err(Problem::internal)
}

/// The edition of a paper, thrown away or not.
///
/// # Errors
/// `NotFound` for whoever does not administer the organisation whose paper it is.
pub fn edition_of(r: &mut Read, actor: &Actor, id: OrderId) -> Result<EditionId, Problem> {
    Ok(administered(r, actor, id)?.edition_id)
}

/// A paper with its group.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The paper.
    pub row: OrderRow,
    /// Its group.
    pub desk: Desk,
    /// What it prints, once it is signed.
    pub snapshot: Option<Snapshot>,
    /// What stands against signing it.
    pub faults: Vec<Fault>,
    /// The order that cancels it.
    pub cancelled_by: Option<OrderRow>,
    /// The orders that correct it.
    pub corrected_by: Vec<OrderRow>,
    /// The date a draft is proposed to have: today.
    pub dated: NaiveDate,
}

/// A paper, for the administrators of the organisation whose it is.
///
/// # Errors
/// `NotFound` for everybody else, and for a draft that was thrown away.
pub fn show(r: &mut Read, actor: &Actor, id: OrderId, now: Moment) -> Result<Shown, Problem> {
    let row = administered(r, actor, id)?;
    if row.discarded_at.is_some() {
        return Err(Problem::not_found());
    }
    let desk = desk(r, actor, row.edition_id, now)?;
    let faults = if row.is_draft() { check(&desk, &row) } else { Vec::new() };
    let about = |kind: OrderKind| {
        let signed = desk.orders.iter().filter(|other| other.signed.signed_at.is_some());
        signed.filter(move |other| other.kind == kind && other.about_id == Some(id)).cloned()
    };
    Ok(Shown {
        cancelled_by: about(OrderKind::Cancellation).next(),
        corrected_by: about(OrderKind::Correction).collect(),
        snapshot: snapshot(&row)?,
        dated: desk.group.today,
        faults,
        row,
        desk,
    })
}

/// Everything the ZIP of a group is put together from; the papers are printed outside of the database.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The group.
    pub desk: Desk,
    /// The modules with the activities of the programme.
    pub plan: papers::Plan,
    /// The signed papers, the cancelled ones too, in the order of their signing.
    pub signed: Vec<(OrderRow, Snapshot)>,
}

impl Whole {
    /// Reads it.
    ///
    /// # Errors
    /// `NotFound` for whoever does not administer the group.
    pub fn read(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Whole, Problem> {
        let desk = desk(r, actor, id, now)?;
        let mut signed = Vec::new();
        for row in desk.orders.iter().filter(|row| row.signed.signed_at.is_some()) {
            let kept = snapshot(row)?.ok_or_else(|| Problem::new(ProblemCode::Internal))?;
            signed.push((row.clone(), kept));
        }
        signed.sort_by_key(|(row, _)| (row.signed.signed_at, row.id));
        let plan = papers::Plan::read(r, &desk.group)?;
        Ok(Whole { plan, signed, desk })
    }
}
