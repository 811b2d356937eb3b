//! Verifying anybody's credential: with the keys of this installation, and with those that were given.

use super::keys::known;
use crate::credentials::rules::did::KnownKey;
use crate::credentials::rules::facts::identity_hash;
use crate::credentials::rules::opening::{Signed, Unopened, Wrapping, open};
use crate::credentials::rules::status::bits;
use crate::credentials::rules::verdict::{Grounds, StatusList, Verdict, verdict};
use crate::credentials::store::statuses;
use crate::db::Read;
use crate::kernel::{Moment, Problem};
use crate::web::paths;
use serde_json::Value;

/// What somebody brings.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// The credential: a file, or the text that stood in its place.
    pub file: Vec<u8>,
    /// Keys, where they were given.
    pub keys: Vec<KnownKey>,
    /// A list of statuses, where one was given.
    pub list: Option<Vec<u8>>,
    /// Whose it should be: a name or an address.
    pub holder: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Verified {
    /// In what it came.
    pub wrapping: Wrapping,
    /// What it says.
    pub credential: Value,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it is of whom it should be; nothing when nobody was named or it names nobody.
    pub of_holder: Option<bool>,
}

/// Verifies with our own keys and lists besides what was given.
///
/// # Errors
/// [`Unopened`] when the file is no credential, within the database's.
pub fn verify(
    r: &mut Read,
    public_url: &str,
    brought: &Brought,
    now: Moment,
) -> Result<Result<Verified, Unopened>, Problem> {
    let (wrapping, signed) = match open(&brought.file) {
        Ok(opened) => opened,
        Err(unopened) => return Ok(Err(unopened)),
    };
    let mut keys = known(r, public_url)?;
    keys.extend(brought.keys.iter().cloned());
    let credential = signed.credential();
    let mut lists = own_lists(r, public_url, &credential)?;
    lists.extend(brought.list.as_deref().and_then(given_list));
    let verdict = verdict(&signed, &Grounds { keys: &keys, lists: &lists, now });
    let of_holder = brought.holder.as_deref().and_then(|holder| is_of(&credential, holder));
    Ok(Ok(Verified { wrapping, credential, verdict, of_holder }))
}

/// A list that was given, as a file of either form.
pub fn given_list(bytes: &[u8]) -> Option<StatusList> {
    open(bytes).ok().map(|(_, signed): (_, Signed)| StatusList::Signed(Box::new(signed)))
}

/// Those of our lists to which a credential points, read from the database: the newest there is.
fn own_lists(r: &mut Read, public_url: &str, credential: &Value) -> Result<Vec<StatusList>, Problem> {
    let entries = match credential.get("credentialStatus") {
        Some(Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let addresses = entries.iter().filter_map(|entry| entry.get("statusListCredential")?.as_str());
    let number = |address: &str| address.rsplit('/').next()?.parse::<i32>().ok();
    let mut lists = Vec::new();
    for address in addresses.take(4) {
        let Some(number) = number(address) else { continue };
        if address != format!("{public_url}{}", paths::status_list(number)) {
            continue;
        }
        if let Some((list, _)) = statuses::list(r, number)? {
            lists.push(StatusList::Own(address.to_owned(), bits(&statuses::revoked(r, list)?)));
        }
    }
    Ok(lists)
}

/// Whether a credential is of somebody: one of its salted hashes is that of the name or the address.
pub fn is_of(credential: &Value, holder: &str) -> Option<bool> {
    let subject = credential.get("credentialSubject")?;
    let identifiers = match subject.get("identifier")? {
        Value::Array(several) => several.clone(),
        one => vec![one.clone()],
    };
    let text = |one: &Value, name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let hashed = identifiers.iter().filter(|one| one.get("hashed") == Some(&Value::Bool(true)));
    let hashes: Vec<bool> =
        hashed.map(|one| text(one, "identityHash") == identity_hash(holder, &text(one, "salt"))).collect();
    if hashes.is_empty() { None } else { Some(hashes.contains(&true)) }
}
