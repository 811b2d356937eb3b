//! The lists of statuses as they are published: signed, kept, and signed again when something was revoked, when the key or
//! the address has changed, and before they are over.

use super::keys::Signer;
use super::signing::{Form, in_form, signer_of};
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::rules::status::{AHEAD, HOLDS, credential, pack};
use crate::credentials::store::statuses::{self, SignedRow};
use crate::credentials::store::{self, Owner};
use crate::db::Read;
use crate::kernel::{CredentialKeyId, Moment, Problem, StatusListId};
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
    let (address, now) = (kit.settings.public_url.clone(), kit.clock.now());
    let shelf = kit.db.read(move |r| shelf(r, number, (&address, now))).await?;
    if let Some(signed) = shelf.signed {
        return Ok(signed);
    }
    let until = now.plus_minutes(HOLDS);
    let list = kit.absolute(&paths::status_list(number));
    let packed = pack(&shelf.revoked)?;
    let sign = |signer: &Signer, form| {
        in_form(credential(&list, &signer.issuer, &packed, (now, until)), signer, form, now)
    };
    let of_document = signer_of(kit, Owner::Site, Form::Document).await?;
    let of_token = signer_of(kit, Owner::Site, Form::Token).await?;
    let row = SignedRow {
        revoked: i32::try_from(shelf.revoked.len()).map_err(Problem::internal)?,
        address: kit.settings.public_url.clone(),
        document: sign(&of_document, Form::Document)?,
        token: sign(&of_token, Form::Token)?,
        document_key: of_document.id,
        token_key: of_token.id,
        signed_at: now,
        valid_until: until,
    };
    let (id, kept) = (shelf.list, row.clone());
    kit.db.write(move |w| statuses::keep_signed(w, id, &kept)).await?;
    Ok(row)
}

/// Signs every list again that has to be: nobody should have to ask for it first.
///
/// # Errors
/// As [`published`].
pub async fn renew(kit: &Arc<Kit>) -> Result<(), Problem> {
    for number in kit.db.read(statuses::numbers).await? {
        published(kit, number).await?;
    }
    Ok(())
}

/// What was signed counts while nothing was revoked since, address and keys are the same, and it holds for a while yet.
fn shelf(r: &mut Read, number: i32, (address, now): (&str, Moment)) -> Result<Shelf, Problem> {
    let (list, revoked) = statuses::list(r, number)?.ok_or_else(Problem::not_found)?;
    let keys = (current(r, Algorithm::Ed25519)?, current(r, Algorithm::Rsa)?);
    let holds = |row: &SignedRow| {
        row.revoked == revoked
            && row.address == address
            && keys == (Some(row.document_key), Some(row.token_key))
            && row.valid_until > now.plus_minutes(AHEAD)
    };
    let signed = statuses::signed_list(r, list)?.filter(holds);
    let revoked = if signed.is_some() { Vec::new() } else { statuses::revoked(r, list)? };
    Ok(Shelf { list, revoked, signed })
}

/// The key of the installation itself that signs now.
fn current(r: &mut Read, algorithm: Algorithm) -> Result<Option<CredentialKeyId>, Problem> {
    let Some(issuer) = store::issuer(r, Owner::Site)? else { return Ok(None) };
    Ok(store::current(r, issuer.id, algorithm)?.map(|row| row.id))
}
