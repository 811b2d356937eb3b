//! Proofs within a document: the cryptosuite `eddsa-jcs-2022`. Source: W3C Data Integrity EdDSA Cryptosuites v1.0, 3.3.

use super::base58;
use super::jcs::{canonical, composed};
use super::keys::{KeyError, PrivateKey, PublicKey};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// The cryptosuite that is made and verified here.
pub const SUITE: &str = "eddsa-jcs-2022";

/// A document with its proof. The same document, moment and key give the same bytes.
///
/// # Errors
/// The key is none.
pub fn sign(document: Value, (method, created): (&str, &str), key: &PrivateKey) -> Result<Value, KeyError> {
    let mut document = composed(document);
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    });
    if let (Some(context), Some(proof)) = (document.get("@context"), proof.as_object_mut()) {
        proof.insert("@context".to_owned(), context.clone());
    }
    let signature = key.sign(&to_be_signed(&document, &proof))?;
    if let Some(proof) = proof.as_object_mut() {
        proof.insert("proofValue".to_owned(), json!(format!("z{}", base58::encode(&signature))));
    }
    if let Some(document) = document.as_object_mut() {
        document.insert("proof".to_owned(), proof);
    }
    Ok(document)
}

/// What is signed: the hash of the proof without its value, and the hash of the document without its proof (3.3.4).
pub fn to_be_signed(document: &Value, proof: &Value) -> Vec<u8> {
    let hash = |value: &Value| Sha256::digest(canonical(value).as_bytes()).to_vec();
    [hash(proof), hash(document)].concat()
}

/// The proofs of a document: one, or several in a list.
pub fn proofs(document: &Value) -> Vec<Map<String, Value>> {
    match document.get("proof") {
        Some(Value::Object(proof)) => vec![proof.clone()],
        Some(Value::Array(several)) => several.iter().filter_map(|one| one.as_object().cloned()).collect(),
        _ => Vec::new(),
    }
}

/// What a proof says was signed, and its signature: to be made once and tried with each key, as the work grows with the
/// document.
#[derive(Debug, Clone)]
pub struct Sealed {
    message: Vec<u8>,
    signature: Vec<u8>,
}

impl Sealed {
    /// What a proof of a document seals (3.3.2); nothing where it can be of no key at all.
    pub fn of(document: &Value, proof: &Map<String, Value>) -> Option<Sealed> {
        let (mut document, mut proof) = (document.clone(), proof.clone());
        let signature = proof.shift_remove("proofValue").and_then(|value| signature(&value))?;
        let members = document.as_object_mut()?;
        members.shift_remove("proof");
        if let Some(signed) = proof.get("@context") {
            if !begins_with(members.get("@context"), signed) {
                return None;
            }
            members.insert("@context".to_owned(), signed.clone());
        }
        Some(Sealed { message: to_be_signed(&document, &Value::Object(proof)), signature })
    }

    /// Whether it is of a key.
    pub fn is_of(&self, key: &PublicKey) -> bool {
        key.signed(&self.message, &self.signature)
    }
}

fn signature(value: &Value) -> Option<Vec<u8>> {
    base58::decode(value.as_str()?.strip_prefix('z')?)
}

/// Whether the contexts of a document begin with those that were signed, in their order.
fn begins_with(context: Option<&Value>, signed: &Value) -> bool {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    context.is_some_and(|context| list(context).starts_with(&list(signed)))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The signed credential of W3C Data Integrity EdDSA Cryptosuites v1.0 (Recommendation of 15 May 2025), B.3,
    /// "Representation: eddsa-jcs-2022"; also in the repository w3c/vc-di-eddsa under `TestVectors`.
    pub fn vector() -> Value {
        json!({
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://www.w3.org/ns/credentials/examples/v2"
            ],
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "AlumniCredential"],
            "name": "Alumni Credential",
            "description": "A minimum viable example of an Alumni Credential.",
            "issuer": "https://vc.example/issuers/5678",
            "validFrom": "2023-01-01T00:00:00Z",
            "credentialSubject": {
                "id": "did:example:abcdefgh",
                "alumniOf": "The School of Examples"
            },
            "proof": {
                "type": "DataIntegrityProof",
                "cryptosuite": "eddsa-jcs-2022",
                "created": "2023-02-24T23:36:38Z",
                "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                "proofPurpose": "assertionMethod",
                "@context": [
                    "https://www.w3.org/ns/credentials/v2",
                    "https://www.w3.org/ns/credentials/examples/v2"
                ],
                "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
            }
        })
    }

    fn key() -> PublicKey {
        PublicKey::from_multikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2").unwrap()
    }

    fn check(document: &Value) -> bool {
        let proof = proofs(document).pop();
        proof.and_then(|proof| Sealed::of(document, &proof)).is_some_and(|sealed| sealed.is_of(&key()))
    }

    #[test]
    fn row_34_the_vector_of_the_standard_holds_with_its_hashes() {
        let document = vector();
        assert!(check(&document));
        let (mut bare, mut proof) = (document.clone(), document["proof"].clone());
        bare.as_object_mut().unwrap().remove("proof");
        proof.as_object_mut().unwrap().remove("proofValue");
        assert_eq!(
            hex::encode(to_be_signed(&bare, &proof)),
            "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db\
             59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
        );
    }

    /// The pair of keys of B.1 signs the same bytes again.
    #[test]
    fn row_34_the_vector_is_made_again_from_its_key() {
        let secret = base58::decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").unwrap();
        let seed: [u8; 32] = secret.strip_prefix(&[0x80, 0x26]).unwrap().try_into().unwrap();
        let mut document = vector();
        let method = document["proof"]["verificationMethod"].as_str().unwrap().to_owned();
        document.as_object_mut().unwrap().remove("proof");
        let signed = sign(document, (&method, "2023-02-24T23:36:38Z"), &PrivateKey::Ed25519(seed)).unwrap();
        assert_eq!(signed, vector());
    }

    #[test]
    fn row_34_one_changed_letter_fails() {
        let text = vector().to_string();
        for (from, to) in [
            ("The School of Examples", "The School of examples"),
            ("2023-01-01", "2023-01-02"),
            ("issuers/5678\"", "issuers/5679\""),
            ("23:36:38Z", "23:36:39Z"),
            ("z2HnFS", "z2HnFT"),
            ("assertionMethod", "assertionMethoe"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            assert!(!check(&serde_json::from_str(&changed).unwrap()), "{from} → {to}");
        }
    }

    #[test]
    fn contexts_may_be_added_behind_those_that_were_signed_and_nowhere_else() {
        let mut document = vector();
        document["@context"].as_array_mut().unwrap().push(json!("https://more.example"));
        assert!(check(&document));
        document["@context"].as_array_mut().unwrap().rotate_right(1);
        assert!(!check(&document));
    }
}
