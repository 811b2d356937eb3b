//! The lists of statuses as they are published: signed, kept, and signed again only when they have changed.

use super::signing::{Form, in_form, signer_of};
use crate::credentials::rules::status::{credential, pack};
use crate::credentials::store::Owner;
use crate::credentials::store::statuses::{self, SignedRow};
use crate::db::Read;
use crate::kernel::{Problem, StatusListId};
use crate::web::{Kit, paths};
use std::sync::Arc;

/// A list with what was signed of it before.
struct Shelf {
    list: StatusListId,
    revoked: Vec<i32>,
    signed: Option<SignedRow>,
}

/// A list as it is published.
///
/// # Errors
/// `NotFound` when there is none of the number.
pub async fn published(kit: &Arc<Kit>, number: i32) -> Result<SignedRow, Problem> {
    let address = kit.settings.public_url.clone();
    let shelf = kit.db.read(move |r| shelf(r, number, &address)).await?;
    if let Some(signed) = shelf.signed {
        return Ok(signed);
    }
    let now = kit.clock.now();
    let list = kit.absolute(&paths::status_list(number));
    let packed = pack(&shelf.revoked)?;
    let sign = |signer: &super::keys::Signer, form| {
        in_form(credential(&list, &signer.issuer, &packed, &now.rfc3339()), signer, form, now)
    };
    let document = sign(&signer_of(kit, Owner::Site, Form::Document).await?, Form::Document)?;
    let token = sign(&signer_of(kit, Owner::Site, Form::Token).await?, Form::Token)?;
    let revoked = i32::try_from(shelf.revoked.len()).map_err(Problem::internal)?;
    let row = SignedRow { revoked, address: kit.settings.public_url.clone(), document, token };
    let (id, kept) = (shelf.list, row.clone());
    kit.db.write(move |w| statuses::keep_signed(w, id, &kept, now)).await?;
    Ok(row)
}

/// What was signed counts while nothing was revoked since and the address is the same.
fn shelf(r: &mut Read, number: i32, address: &str) -> Result<Shelf, Problem> {
    let (list, revoked) = statuses::list(r, number)?.ok_or_else(Problem::not_found)?;
    let signed = statuses::signed_list(r, list)?;
    let signed = signed.filter(|row| row.revoked == revoked && row.address == address);
    let revoked = if signed.is_some() { Vec::new() } else { statuses::revoked(r, list)? };
    Ok(Shelf { list, revoked, signed })
}
