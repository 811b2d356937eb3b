//! Identifiers of issuers, the documents that publish their keys, and the keys that a file names. Sources: did:web,
//! W3C Controlled Identifiers 1.0.

use super::keys::PublicKey;
use super::strict;
use crate::kernel::Moment;
use serde_json::{Value, json};

/// The identifier of a place under an address of ours: `did:web:host%3A8080:organisations:abc`. The document lies under
/// the same path, in `did.json`.
pub fn did_web(public_url: &str, path: &[&str]) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let parts = std::iter::once(host.trim_end_matches('/').replace(':', "%3A"));
    let parts = parts.chain(path.iter().map(|part| (*part).to_owned()));
    format!("did:web:{}", parts.collect::<Vec<_>>().join(":"))
}

/// The keys of an issuer, as they are published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// Those that may sign or have signed, the newest first. Old keys stay: what they signed stays verifiable.
    pub standing: Vec<PublicKey>,
    /// Those that were withdrawn, and since when. They stay listed, so that whoever meets one learns why it does not count.
    pub withdrawn: Vec<(PublicKey, Moment)>,
}

/// What kind of service says who signs the lists of statuses of an issuer.
const STATUS_ISSUER: &str = "CredentialStatusIssuer";

/// The document of an issuer. A withdrawn key may sign nothing any more: it is not among the methods of assertion, and its
/// `revoked` says since when (Controlled Identifiers 1.0, 2.2). The lists of statuses may be signed by another issuer, which
/// is named as a service.
pub fn document(did: &str, keys: &Published, status_issuer: Option<&str>) -> Value {
    let id = |key: &PublicKey| format!("{did}#{}", key.fragment());
    let method = |key: &PublicKey, revoked: Option<&Moment>| {
        let mut method = match key.multikey() {
            Some(multikey) => {
                json!({ "id": id(key), "type": "Multikey", "controller": did, "publicKeyMultibase": multikey })
            }
            None => {
                json!({ "id": id(key), "type": "JsonWebKey", "controller": did, "publicKeyJwk": key.to_jwk() })
            }
        };
        put(&mut method, "revoked", revoked.map(|at| json!(at.rfc3339())));
        method
    };
    let standing = keys.standing.iter().map(|key| method(key, None));
    let withdrawn = keys.withdrawn.iter().map(|(key, at)| method(key, Some(at)));
    let mut document = json!({
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/jwk/v1",
        ],
        "id": did,
        "verificationMethod": standing.chain(withdrawn).collect::<Vec<_>>(),
        "assertionMethod": keys.standing.iter().map(id).collect::<Vec<_>>(),
    });
    let service = |other: &str| json!([{ "id": format!("{did}#status-lists"), "type": STATUS_ISSUER, "serviceEndpoint": other }]);
    put(&mut document, "service", status_issuer.filter(|other| *other != did).map(service));
    document
}

fn put(value: &mut Value, name: &str, member: Option<Value>) {
    if let (Some(members), Some(member)) = (value.as_object_mut(), member) {
        members.insert(name.to_owned(), member);
    }
}

/// A key that somebody vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKey {
    /// Its full name, where the file gives one.
    pub id: Option<String>,
    /// Whose it is: who may sign with it. Nothing for a bare key: then it is whoever's the reader says it is.
    pub owner: Option<String>,
    /// The key.
    pub key: PublicKey,
    /// Since when its owner takes nothing for signed by it, as the file says it; nothing for a key that stands.
    pub withdrawn: Option<String>,
    /// Who signs the lists of statuses of its owner beside the owner, where the owner's document names somebody.
    pub status_issuer: Option<String>,
}

impl KnownKey {
    /// Whether it was withdrawn by now. One of which it cannot be read since when, was.
    pub fn is_withdrawn(&self, now: Moment) -> bool {
        let since = self.withdrawn.as_deref();
        since.is_some_and(|since| Moment::parse(since).is_none_or(|since| since <= now))
    }
}

/// The keys that a file names: a document of an issuer or several in a list, a JSON Web Key or a set of them, a
/// multikey, a `did:key`. Of a document only those count that may sign statements or might once, and that it controls itself.
/// Nothing when it is none of these.
pub fn keys_of(text: &str) -> Vec<KnownKey> {
    let text = text.trim().trim_start_matches('\u{feff}');
    let bare = |key| KnownKey { id: None, owner: None, key, withdrawn: None, status_issuer: None };
    if let Some(key) = PublicKey::from_multikey(text) {
        return vec![bare(key)];
    }
    if let Some(key) = PublicKey::from_did(text) {
        return vec![bare(key)];
    }
    strict::read(text.as_bytes()).map(|value| keys_in(&value)).unwrap_or_default()
}

fn keys_in(value: &Value) -> Vec<KnownKey> {
    if let Some(several) = value.as_array() {
        return several.iter().flat_map(keys_in).collect();
    }
    if let Some(set) = value.get("keys").and_then(Value::as_array) {
        return set.iter().filter_map(|jwk| method(jwk, None)).collect();
    }
    let Some(did) = text(value, "id").filter(|_| value.get("assertionMethod").is_some()) else {
        return method(value, None).into_iter().collect();
    };
    let list = |name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let whole = |id: &str| if id.starts_with('#') { format!("{did}{id}") } else { id.to_owned() };
    let methods = list("verificationMethod");
    let named = |id: &str| {
        methods.iter().find(|method| text(method, "id").is_some_and(|own| whole(own) == whole(id)))
    };
    let asserted = list("assertionMethod");
    let asserted = asserted.iter().filter_map(|one| match one.as_str() {
        Some(id) => named(id),
        None => Some(one),
    });
    let revoked = methods.iter().filter(|one| one.get("revoked").is_some());
    let services = list("service");
    let status_issuer = services.iter().find(|one| text(one, "type") == Some(STATUS_ISSUER));
    let status_issuer = status_issuer.and_then(|one| text(one, "serviceEndpoint")).map(str::to_owned);
    let owned = |one: &Value| {
        // A document speaks for the keys that it controls, and for no other's (Controlled Identifiers 1.0, 3.3).
        let known = method(one, Some(did)).filter(|_| text(one, "controller") == Some(did))?;
        Some(KnownKey { id: known.id.map(|id| whole(&id)), status_issuer: status_issuer.clone(), ..known })
    };
    asserted.chain(revoked).filter_map(owned).collect()
}

/// One key: a method of verification, or a bare JSON Web Key.
fn method(value: &Value, owner: Option<&str>) -> Option<KnownKey> {
    let key = match (text(value, "publicKeyMultibase"), value.get("publicKeyJwk")) {
        (Some(multikey), _) => PublicKey::from_multikey(multikey),
        (None, Some(jwk)) => PublicKey::from_jwk(jwk),
        (None, None) => PublicKey::from_jwk(value),
    };
    let id = text(value, "id").or_else(|| text(value, "kid")).map(str::to_owned);
    // A key taken out of a document says itself whose it is.
    let owner = owner.or_else(|| text(value, "controller")).map(str::to_owned);
    let withdrawn = value.get("revoked").map(|since| since.as_str().unwrap_or_default().to_owned());
    Some(KnownKey { id, owner, key: key?, withdrawn, status_issuer: None })
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    #[test]
    fn the_identifier_follows_the_address() {
        assert_eq!(did_web("https://birge.example", &[]), "did:web:birge.example");
        assert_eq!(
            did_web("http://127.0.0.1:8080", &["organisations", "abc"]),
            "did:web:127.0.0.1%3A8080:organisations:abc"
        );
    }

    fn known(id: Option<String>, owner: Option<&str>) -> KnownKey {
        let key = PublicKey::from_multikey(KEY).unwrap();
        KnownKey { id, owner: owner.map(str::to_owned), key, withdrawn: None, status_issuer: None }
    }

    #[test]
    fn what_is_published_is_read_again() {
        let key = PublicKey::from_multikey(KEY).unwrap();
        let did = "did:web:birge.example";
        let keys = Published { standing: vec![key.clone()], withdrawn: Vec::new() };
        let document = document(did, &keys, None);
        let whole = known(Some(format!("{did}#{KEY}")), Some(did));
        assert_eq!(keys_of(&document.to_string()), std::slice::from_ref(&whole));
        assert_eq!(keys_of(&json!([document]).to_string()), [whole]);
        let bare = [known(None, None)];
        assert_eq!(keys_of(&format!(" {KEY}\n")), bare);
        assert_eq!(keys_of(&format!("did:key:{KEY}")), bare);
        assert_eq!(keys_of(&key.to_jwk().to_string()), bare);
        assert_eq!(keys_of(&json!({ "keys": [key.to_jwk()] }).to_string()), bare);
        assert_eq!(keys_of("hello"), []);
    }

    #[test]
    fn a_withdrawn_key_stays_listed_and_may_sign_nothing() {
        let key = PublicKey::from_multikey(KEY).unwrap();
        let at = |text: &str| Moment::parse(text).unwrap();
        let (did, since) = ("did:web:birge.example", "2026-12-01T09:00:00Z");
        let keys = Published { standing: Vec::new(), withdrawn: vec![(key, at(since))] };
        let document = document(did, &keys, Some("did:web:status.example"));
        assert_eq!(document["assertionMethod"], json!([]));
        assert_eq!(document["verificationMethod"][0]["revoked"], since);
        let found = keys_of(&document.to_string());
        assert_eq!((found.len(), found[0].withdrawn.as_deref()), (1, Some(since)));
        assert_eq!(found[0].status_issuer.as_deref(), Some("did:web:status.example"));
        assert!(found[0].is_withdrawn(at(since)) && !found[0].is_withdrawn(at("2026-12-01T08:59:59Z")));
        let unread = KnownKey { withdrawn: Some("yesterday".into()), ..found[0].clone() };
        assert!(unread.is_withdrawn(at("2000-01-01T00:00:00Z")));
    }

    #[test]
    fn a_document_does_not_speak_for_the_keys_of_others() {
        let method = |controller: &str| json!({ "id": "#1", "type": "Multikey", "controller": controller, "publicKeyMultibase": KEY });
        let document = |controller: &str| {
            json!({ "id": "https://a.example", "assertionMethod": [method(controller)] }).to_string()
        };
        assert_eq!(keys_of(&document("https://a.example")).len(), 1);
        assert_eq!(keys_of(&document("https://b.example")), []);
    }

    #[test]
    fn a_key_for_other_purposes_does_not_count() {
        let method = json!({ "id": "#1", "type": "Multikey", "controller": "https://a.example", "publicKeyMultibase": KEY });
        let document = |purpose: &str, value: Value| {
            json!({ "id": "https://a.example", "verificationMethod": [method], "assertionMethod": [], purpose: value }).to_string()
        };
        assert_eq!(keys_of(&document("authentication", json!(["#1"]))), []);
        let found = keys_of(&document("assertionMethod", json!(["https://a.example#1"])));
        assert_eq!(found[0].id.as_deref(), Some("https://a.example#1"));
        assert_eq!(keys_of(&document("assertionMethod", json!([method]))), found);
    }
}
