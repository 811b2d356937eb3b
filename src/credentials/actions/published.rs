//! The keys as everybody may have them: a document for each issuer, with those that were withdrawn.

use super::keys::did_of;
use crate::credentials::rules::did::{self, KnownKey, Published, did_web};
use crate::credentials::rules::keys::PublicKey;
use crate::credentials::store::{self, IssuerRow, KeyRow, Owner};
use crate::db::Read;
use crate::kernel::{CredentialIssuerId, Problem, PublicId};
use serde_json::Value;
use std::collections::HashMap;

/// The document of the installation's own keys.
///
/// # Errors
/// The database's.
pub fn site_document(r: &mut Read, public_url: &str) -> Result<Value, Problem> {
    match store::issuer(r, Owner::Site)? {
        Some(issuer) => document(r, public_url, &issuer),
        None => Ok(did::document(&did_web(public_url, &[]), &Published::default(), None)),
    }
}

/// The document of an organisation's keys.
///
/// # Errors
/// `NotFound` when there is no such issuer.
pub fn organisation_document(r: &mut Read, public_url: &str, public_id: &PublicId) -> Result<Value, Problem> {
    let issuer = store::issuer_at(r, public_id)?.ok_or_else(Problem::not_found)?;
    document(r, public_url, &issuer)
}

fn document(r: &mut Read, public_url: &str, issuer: &IssuerRow) -> Result<Value, Problem> {
    let keys = published(store::keys(r, issuer.id)?.iter());
    Ok(of_issuer(public_url, issuer, &keys))
}

/// The lists of statuses are the installation's: every issuer names it for them.
fn of_issuer(public_url: &str, issuer: &IssuerRow, keys: &Published) -> Value {
    did::document(&did_of(public_url, issuer), keys, Some(&did_web(public_url, &[])))
}

fn published<'a>(rows: impl Iterator<Item = &'a KeyRow>) -> Published {
    let mut keys = Published::default();
    for row in rows {
        let Some(key) = public(row) else { continue };
        match row.withdrawn_at {
            Some(at) => keys.withdrawn.push((key, at)),
            None => keys.standing.push(key),
        }
    }
    keys
}

fn public(row: &KeyRow) -> Option<PublicKey> {
    PublicKey::from_jwk(&serde_json::from_str(&row.public_key).ok()?)
}

/// The documents of all issuers in one list: everything that is needed to verify our credentials without a network.
///
/// # Errors
/// The database's.
pub fn all_documents(r: &mut Read, public_url: &str) -> Result<Value, Problem> {
    let mut keys: HashMap<CredentialIssuerId, Vec<KeyRow>> = HashMap::new();
    for row in store::all_keys(r)? {
        keys.entry(row.issuer_id).or_default().push(row);
    }
    let issuers = store::issuers(r)?;
    let document = |(issuer, _): &(IssuerRow, Option<String>)| {
        of_issuer(public_url, issuer, &published(keys.get(&issuer.id).into_iter().flatten()))
    };
    Ok(issuers.iter().map(document).collect())
}

/// All our public keys, as a verifier takes them.
///
/// # Errors
/// The database's.
pub fn known(r: &mut Read, public_url: &str) -> Result<Vec<KnownKey>, Problem> {
    Ok(did::keys_of(&all_documents(r, public_url)?.to_string()))
}
