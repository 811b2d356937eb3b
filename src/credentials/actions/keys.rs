//! Keys: made at the first need, changed by the site's administrator, published for ever. The private halves lie
//! encrypted with the secret key of the installation.

use crate::audit::{self, Entry};
use crate::credentials::rules::did::did_web;
use crate::credentials::rules::keys::{Algorithm, KeyError, PrivateKey, PublicKey};
use crate::credentials::store::{self, IssuerRow, KeyRow, NewKey, Owner};
use crate::db::{Read, Write};
use crate::kernel::{Actor, CredentialIssuerId, CredentialKeyId, Moment, Problem, PublicId, Word as _};
use crate::secrets::Secrets;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use std::collections::HashMap;

/// For what the private halves are encrypted.
const PURPOSE: &str = "credential-key";

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Problem {
        Problem::internal(error)
    }
}

/// The identifier of an issuer at an address.
pub fn did_of(public_url: &str, issuer: &IssuerRow) -> String {
    match &issuer.public_id {
        Some(public_id) => did_web(public_url, &["organisations", public_id.as_str()]),
        None => did_web(public_url, &[]),
    }
}

/// A key that can sign.
pub struct Signer {
    /// The key's row.
    pub id: CredentialKeyId,
    /// The identifier of its issuer.
    pub issuer: String,
    /// The name of the key: the identifier and the fragment.
    pub key_id: String,
    /// Since when there is the key.
    pub since: Moment,
    /// The key.
    pub key: PrivateKey,
}

/// A pair of keys about to be written down. Made before the transaction: RSA takes a moment.
pub struct Pair {
    pub(super) algorithm: Algorithm,
    private: PrivateKey,
    public: PublicKey,
}

impl Pair {
    /// Draws a pair from the installation's randomness.
    ///
    /// # Errors
    /// The randomness is no good.
    pub fn draw(secrets: &Secrets, algorithm: Algorithm) -> Result<Pair, Problem> {
        let mut fill = |bytes: &mut [u8]| {
            for part in bytes.chunks_mut(32) {
                let drawn: [u8; 32] = secrets.bytes();
                part.iter_mut().zip(drawn).for_each(|(slot, byte)| *slot = byte);
            }
        };
        let (private, public) = PrivateKey::make(algorithm, &mut fill)?;
        Ok(Pair { algorithm, private, public })
    }
}

/// The key with which an issuer signs now, where there is one.
///
/// # Errors
/// `Internal` when it was encrypted with another secret key.
pub fn signer(
    r: &mut Read,
    secrets: &Secrets,
    (public_url, owner): (&str, Owner),
    algorithm: Algorithm,
) -> Result<Option<Signer>, Problem> {
    let Some(issuer) = store::issuer(r, owner)? else { return Ok(None) };
    let Some(row) = store::current(r, issuer.id, algorithm)? else { return Ok(None) };
    opened(secrets, &did_of(public_url, &issuer), &row).map(Some)
}

fn about(issuer: CredentialIssuerId, fragment: &str) -> String {
    format!("issuer {issuer} key {fragment}")
}

fn opened(secrets: &Secrets, did: &str, row: &KeyRow) -> Result<Signer, Problem> {
    let text = secrets.unlock(PURPOSE, &about(row.issuer_id, &row.fragment), &row.sealed)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(Problem::internal)?;
    Ok(Signer {
        id: row.id,
        issuer: did.to_owned(),
        key_id: format!("{did}#{}", row.fragment),
        since: row.created_at,
        key: PrivateKey::from_bytes(row.algorithm, bytes)?,
    })
}

/// Writes the first key of an issuer down; where somebody else was quicker, theirs stays.
///
/// # Errors
/// The database's.
pub fn begin(
    w: &mut Write,
    secrets: &Secrets,
    (owner, public_id): (Owner, &PublicId),
    pair: &Pair,
    now: Moment,
) -> Result<(), Problem> {
    let issuer = store::make_issuer(w, owner, public_id, now)?;
    if store::current(w, issuer.id, pair.algorithm)?.is_some() {
        return Ok(());
    }
    add(w, &Actor::program(), secrets, (&issuer, pair), now)
}

/// Gives an issuer a new key; the old one stays published, and what it signed stays verifiable.
///
/// # Errors
/// `Forbidden` for everybody but the site's administrators; `NotFound` when there is no such issuer.
pub fn rotate(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (issuer, pairs): (CredentialIssuerId, &[Pair]),
    now: Moment,
) -> Result<(), Problem> {
    actor.require_site_administrator()?;
    let found = store::issuers(w)?.into_iter().find(|(row, _)| row.id == issuer);
    let (issuer, _) = found.ok_or_else(Problem::not_found)?;
    for pair in pairs {
        add(w, actor, secrets, (&issuer, pair), now)?;
    }
    Ok(())
}

/// Writes a key of an issuer down, with the next number.
pub(super) fn add(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (issuer, pair): (&IssuerRow, &Pair),
    now: Moment,
) -> Result<(), Problem> {
    let number = store::next_number(w, issuer.id, pair.algorithm)?;
    let fragment = pair.public.fragment();
    let text = URL_SAFE_NO_PAD.encode(pair.private.bytes());
    let new = NewKey {
        issuer: issuer.id,
        algorithm: pair.algorithm,
        number,
        sealed: secrets.lock(PURPOSE, &about(issuer.id, &fragment), &text)?,
        public_key: pair.public.to_jwk().to_string(),
        fragment: fragment.clone(),
    };
    if !store::insert_key(w, &new, actor.person, now)? {
        return Ok(());
    }
    let after = json!({ "algorithm": pair.algorithm.as_str(), "number": number, "key": fragment });
    let subject = ("credential-issuer", issuer.id.0);
    audit::record(
        w,
        actor,
        now,
        Entry { action: "credential-key-made", subject, before: None, after: Some(after) },
    )
}

/// An issuer, the organisation's name unless it is the installation itself, and its keys.
pub type Kept = (IssuerRow, Option<String>, Vec<KeyRow>);

/// The page of the keys: issuers by name, each with its keys.
///
/// # Errors
/// `Forbidden` for everybody but the site's administrators.
pub fn shelf(r: &mut Read, actor: &Actor) -> Result<Vec<Kept>, Problem> {
    actor.require_site_administrator()?;
    let mut keys: HashMap<CredentialIssuerId, Vec<KeyRow>> = HashMap::new();
    for row in store::all_keys(r)? {
        keys.entry(row.issuer_id).or_default().push(row);
    }
    let issuers = store::issuers(r)?;
    let with_keys = |(issuer, name): (IssuerRow, Option<String>)| {
        let keys = keys.remove(&issuer.id).unwrap_or_default();
        (issuer, name, keys)
    };
    Ok(issuers.into_iter().map(with_keys).collect())
}
