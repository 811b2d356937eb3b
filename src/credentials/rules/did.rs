//! Identifiers of issuers, the documents that publish their keys, and the keys that a file names. Sources: did:web,
//! W3C Controlled Identifiers 1.0.

use super::keys::PublicKey;
use super::strict;
use serde_json::{Value, json};

/// The identifier of a place under an address of ours: `did:web:host%3A8080:organisations:abc`. The document lies under
/// the same path, in `did.json`.
pub fn did_web(public_url: &str, path: &[&str]) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let parts = std::iter::once(host.trim_end_matches('/').replace(':', "%3A"));
    let parts = parts.chain(path.iter().map(|part| (*part).to_owned()));
    format!("did:web:{}", parts.collect::<Vec<_>>().join(":"))
}

/// The document of an issuer with all its keys, the newest first. Old keys stay: what they signed stays verifiable.
pub fn document(did: &str, keys: &[PublicKey]) -> Value {
    let id = |key: &PublicKey| format!("{did}#{}", key.fragment());
    let method = |key: &PublicKey| match key.multikey() {
        Some(multikey) => {
            json!({ "id": id(key), "type": "Multikey", "controller": did, "publicKeyMultibase": multikey })
        }
        None => {
            json!({ "id": id(key), "type": "JsonWebKey", "controller": did, "publicKeyJwk": key.to_jwk() })
        }
    };
    json!({
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/jwk/v1",
        ],
        "id": did,
        "verificationMethod": keys.iter().map(method).collect::<Vec<_>>(),
        "assertionMethod": keys.iter().map(id).collect::<Vec<_>>(),
    })
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
}

/// The keys that a file names: a document of an issuer or several in a list, a JSON Web Key or a set of them, a
/// multikey, a `did:key`. Of a document only those count that may sign statements. Nothing when it is none of these.
pub fn keys_of(text: &str) -> Vec<KnownKey> {
    let text = text.trim().trim_start_matches('\u{feff}');
    let bare = |key| KnownKey { id: None, owner: None, key };
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
    let found = list("assertionMethod");
    let found = found.iter().filter_map(|one| match one.as_str() {
        Some(id) => named(id),
        None => Some(one),
    });
    let owned = |one: &Value| {
        let known = method(one, Some(did))?;
        Some(KnownKey { id: known.id.map(|id| whole(&id)), ..known })
    };
    found.filter_map(owned).collect()
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
    Some(KnownKey { id, owner, key: key? })
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

    #[test]
    fn what_is_published_is_read_again() {
        let key = PublicKey::from_multikey(KEY).unwrap();
        let did = "did:web:birge.example";
        let document = document(did, std::slice::from_ref(&key));
        let known = KnownKey { id: Some(format!("{did}#{KEY}")), owner: Some(did.into()), key: key.clone() };
        assert_eq!(keys_of(&document.to_string()), std::slice::from_ref(&known));
        assert_eq!(keys_of(&json!([document]).to_string()), [known]);
        let bare = [KnownKey { id: None, owner: None, key: key.clone() }];
        assert_eq!(keys_of(&format!(" {KEY}\n")), bare);
        assert_eq!(keys_of(&format!("did:key:{KEY}")), bare);
        assert_eq!(keys_of(&key.to_jwk().to_string()), bare);
        assert_eq!(keys_of(&json!({ "keys": [key.to_jwk()] }).to_string()), bare);
        assert_eq!(keys_of("hello"), []);
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
