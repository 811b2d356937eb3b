//! Verifying anybody's credential: with the keys of this installation, and with those that were given.

use super::published::known;
use crate::credentials::rules::did::{KnownKey, did_web};
use crate::credentials::rules::facts::identity_hash;
use crate::credentials::rules::opening::{Signed, Unopened, Wrapping, open};
use crate::credentials::rules::status::bits;
use crate::credentials::rules::token::issuer;
use crate::credentials::rules::verdict::{Grounds, MOST_ENTRIES, StatusList, Verdict, verdict};
use crate::credentials::store::statuses;
use crate::db::Read;
use crate::kernel::{Moment, Problem};
use crate::web::{Kit, paths};
use serde_json::Value;
use std::sync::Arc;

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
    /// Whether it names an issuer of this installation. What others sign can hold as well, but anybody can sign in any
    /// name with a key of their own.
    pub ours: bool,
    /// Whether it is of whom it should be; nothing when nobody was named or it names nobody.
    pub of_holder: Option<bool>,
}

/// Verifies with our own keys and lists besides what was given. What names an issuer of this installation is judged with
/// our keys alone: whoever hands out a forgery could hand out a file of keys for it too. Opening and judging are work that
/// grows with the file, so they hold up neither the database nor the threads that serve requests.
///
/// # Errors
/// [`Unopened`] when the file is no credential, within the database's.
pub async fn verify(
    kit: &Arc<Kit>,
    brought: Brought,
    now: Moment,
) -> Result<Result<Verified, Unopened>, Problem> {
    let opened = apart(move || open(&brought.file).map(|opened| (opened, brought))).await?;
    let ((wrapping, signed), brought) = match opened {
        Ok(opened) => opened,
        Err(unopened) => return Ok(Err(unopened)),
    };
    let (credential, address) = (signed.credential(), kit.settings.public_url.clone());
    let ours = issuer(&credential).is_some_and(|issuer| is_ours(issuer, &address));
    let asked = credential.get("credentialStatus").cloned();
    let (keys, lists) =
        kit.db.read(move |r| Ok((known(r, &address)?, own_lists(r, &address, asked)?))).await?;
    let own = Own { keys, lists, ours };
    let verified = apart(move || judged((wrapping, signed, credential), own, &brought, now)).await?;
    Ok(Ok(verified))
}

/// Does work on a thread that nobody waits for.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}

/// What the installation knows itself.
struct Own {
    keys: Vec<KnownKey>,
    lists: Vec<(String, Vec<i32>)>,
    ours: bool,
}

fn judged(
    (wrapping, signed, credential): (Wrapping, Signed, Value),
    own: Own,
    brought: &Brought,
    now: Moment,
) -> Verified {
    let (mut keys, ours) = (own.keys, own.ours);
    if !ours {
        keys.extend(brought.keys.iter().cloned());
    }
    let own_list = |(address, revoked): (String, Vec<i32>)| StatusList::Own(address, bits(&revoked));
    let mut lists: Vec<StatusList> = own.lists.into_iter().map(own_list).collect();
    lists.extend(brought.list.as_deref().and_then(given_list));
    let verdict = verdict(&signed, &Grounds { keys: &keys, lists: &lists, now });
    let of_holder = brought.holder.as_deref().and_then(|holder| is_of(&credential, holder));
    Verified { wrapping, credential, verdict, ours, of_holder }
}

/// Whether an identifier is of this installation: it, or a place under its address. In whichever case it is written:
/// names of hosts have none.
fn is_ours(issuer: &str, public_url: &str) -> bool {
    let (issuer, site) = (issuer.to_lowercase(), did_web(public_url, &[]).to_lowercase());
    let behind = issuer.strip_prefix(&site);
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        || issuer.starts_with(&public_url.to_lowercase())
}

/// A list that was given, as a file of either form.
pub fn given_list(bytes: &[u8]) -> Option<StatusList> {
    open(bytes).ok().map(|(_, signed): (_, Signed)| StatusList::Signed(Box::new(signed)))
}

/// Those of our lists to which the status of a credential points, read from the database: the newest there is. Each is its
/// address and the places in it that are revoked.
fn own_lists(
    r: &mut Read,
    public_url: &str,
    status: Option<Value>,
) -> Result<Vec<(String, Vec<i32>)>, Problem> {
    let entries = match status {
        Some(Value::Array(several)) => several,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let addresses = entries.iter().filter_map(|entry| entry.get("statusListCredential")?.as_str());
    let number = |address: &str| address.rsplit('/').next()?.parse::<i32>().ok();
    let mut lists = Vec::new();
    for address in addresses.take(MOST_ENTRIES) {
        let Some(number) = number(address) else { continue };
        if address != format!("{public_url}{}", paths::status_list(number)) {
            continue;
        }
        if let Some((list, _)) = statuses::list(r, number)? {
            lists.push((address.to_owned(), statuses::revoked(r, list)?));
        }
    }
    Ok(lists)
}

/// Whether a credential is of somebody: one of its salted hashes is that of the name or the address. Nothing when it has no
/// hash of what was typed: that a name has not the hash of an address says nothing.
pub fn is_of(credential: &Value, holder: &str) -> Option<bool> {
    let subject = credential.get("credentialSubject")?;
    let identifiers = match subject.get("identifier")? {
        Value::Array(several) => several.clone(),
        one => vec![one.clone()],
    };
    let text = |one: &Value, name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let fits = |one: &&Value| match text(one, "identityType").as_str() {
        "emailAddress" => holder.contains('@'),
        "name" => !holder.contains('@'),
        _ => true,
    };
    let hashed = identifiers.iter().filter(|one| one.get("hashed") == Some(&Value::Bool(true))).filter(fits);
    let hashes: Vec<bool> =
        hashed.map(|one| text(one, "identityHash") == identity_hash(holder, &text(one, "salt"))).collect();
    if hashes.is_empty() { None } else { Some(hashes.contains(&true)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_a_credential_is_can_be_told_only_of_what_it_has_the_hash() {
        let hash = |sort: &str, text: &str| serde_json::json!({ "hashed": true, "identityType": sort, "salt": "s", "identityHash": identity_hash(text, "s") });
        let of = |identifiers: Vec<Value>, holder: &str| {
            is_of(&serde_json::json!({ "credentialSubject": { "identifier": identifiers } }), holder)
        };
        let name = || vec![hash("name", "Ахметова Анна")];
        assert_eq!(of(name(), " ахметова  анна "), Some(true));
        assert_eq!(of(name(), "Иванова Анна"), Some(false));
        assert_eq!(of(name(), "anna@birge.example"), None);
        let both = || vec![hash("emailAddress", "anna@birge.example"), hash("name", "Ахметова Анна")];
        assert_eq!(of(both(), "Anna@Birge.Example"), Some(true));
        assert_eq!(of(both(), "olga@birge.example"), Some(false));
        assert_eq!(of(Vec::new(), "Ахметова Анна"), None);
    }

    #[test]
    fn an_issuer_of_ours_is_known_by_its_address() {
        let site = "https://birge.example";
        for ours in [
            "did:web:birge.example",
            "did:web:Birge.Example:organisations:abc",
            "did:web:birge.example:anything",
            "https://birge.example/organisations/abc",
        ] {
            assert!(is_ours(ours, site), "{ours}");
        }
        for other in
            ["did:web:birge.example2", "did:web:other.example", "did:key:z6Mk", "https://other.example"]
        {
            assert!(!is_ours(other, site), "{other}");
        }
    }
}
