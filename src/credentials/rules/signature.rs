//! The signature of a credential and whose key it is. A key that was withdrawn proves nothing, whatever date stands beside
//! the signature: who has it can write any date.

use super::did::KnownKey;
use super::jcs;
use super::keys::PublicKey;
use super::opening::Signed;
use super::proof::{self, Sealed};
use super::token::{Token, issuer};
use super::verdict::{Answer, Finding, Grounds, Question, finding};
use crate::kernel::Moment;
use serde_json::Value;

/// So many proofs of a credential and keys for a proof are looked at. Honest ones have one or two; each costs work that
/// grows with the file, and whoever sends thousands wants nothing but that work.
const MOST_PROOFS: usize = 8;
const MOST_KEYS: usize = 64;

/// Where a key was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Somebody vouches for it, and it is the issuer's.
    Vouched,
    /// It was the issuer's, and the issuer has withdrawn it.
    Withdrawn,
    /// The issuer's name is the key itself.
    IsIssuer,
    /// It is somebody else's.
    Strange,
    /// It stands in the file, and nobody says whose it is.
    Contained,
}

/// The signature and the key: the first that holds with the issuer's key, else the first of what there is to say.
pub(super) fn findings(signed: &Signed, grounds: &Grounds<'_>, credential: &Value) -> (Finding, Finding) {
    let issuer = issuer(credential);
    let tried: Vec<(Finding, Finding)> = match signed {
        Signed::Document(document) => {
            let proofs = proof::proofs(document);
            proofs.iter().take(MOST_PROOFS).map(|one| of_proof(document, one, grounds, issuer)).collect()
        }
        Signed::Token(token) => vec![of_token(token, grounds, issuer)],
    };
    let mut best: Option<(Finding, Finding)> = None;
    for (signature, key) in tried {
        let holds = signature.answer == Answer::Holds && key.answer == Answer::Holds;
        if holds {
            return (signature, key);
        }
        best.get_or_insert((signature, key));
    }
    let none = finding(Question::Signature, Answer::Fails, "signature-missing", None);
    best.unwrap_or((none, finding(Question::Issuer, Answer::Unknown, "issuer-unasked", None)))
}

fn of_proof(
    document: &Value,
    one: &serde_json::Map<String, Value>,
    grounds: &Grounds<'_>,
    issuer: Option<&str>,
) -> (Finding, Finding) {
    let text = |name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default();
    let unasked = || finding(Question::Issuer, Answer::Unknown, "issuer-unasked", None);
    let said = |answer, code, about: &str| finding(Question::Signature, answer, code, Some(about.to_owned()));
    let fails = |code, about: &str| said(Answer::Fails, code, about);
    if text("type") != "DataIntegrityProof" || text("cryptosuite") != proof::SUITE {
        let suite = if text("cryptosuite").is_empty() { text("type") } else { text("cryptosuite") };
        return (said(Answer::Unknown, "signature-suite", suite), unasked());
    }
    // A chain of proofs signs other bytes (Verifiable Credential Data Integrity 1.0, 2.1.2): not made here, so not broken.
    if one.contains_key("previousProof") {
        return (said(Answer::Unknown, "signature-chain", "previousProof"), unasked());
    }
    if let Some(number) = jcs::inexact(document) {
        return (fails("signature-number", &number.to_string()), unasked());
    }
    if text("proofPurpose") != "assertionMethod" {
        return (fails("signature-purpose", text("proofPurpose")), unasked());
    }
    if let Some((code, about)) = out_of_time(one, grounds.now) {
        return (fails(code, about), unasked());
    }
    let method = text("verificationMethod");
    let (keys, sealed) = (candidates(method, grounds, issuer, None), Sealed::of(document, one));
    judged(&keys, method, &|key: &PublicKey| sealed.as_ref().is_some_and(|sealed| sealed.is_of(key)))
}

/// What is wrong with the moments of a proof: made later than now, or over (Verifiable Credential Data Integrity 1.0,
/// 2.1). Either may be missing.
fn out_of_time(proof: &serde_json::Map<String, Value>, now: Moment) -> Option<(&'static str, &str)> {
    for (name, wrong) in [("created", "signature-ahead"), ("expires", "signature-over")] {
        let Some(said) = proof.get(name) else { continue };
        let text = said.as_str().unwrap_or(name);
        match Moment::parse(text) {
            None => return Some(("signature-date", text)),
            Some(at) if name == "created" && at > now => return Some((wrong, text)),
            Some(at) if name == "expires" && at <= now => return Some((wrong, text)),
            Some(_) => {}
        }
    }
    None
}

fn of_token(token: &Token, grounds: &Grounds<'_>, issuer: Option<&str>) -> (Finding, Finding) {
    if !matches!(token.algorithm(), "RS256" | "EdDSA" | "Ed25519") {
        let about = Some(token.algorithm().to_owned());
        let unsupported = finding(Question::Signature, Answer::Unknown, "signature-algorithm", about);
        return (unsupported, finding(Question::Issuer, Answer::Unknown, "issuer-unasked", None));
    }
    let id = token.header.get("kid").and_then(Value::as_str).unwrap_or_default();
    let keys = candidates(id, grounds, issuer, token.header.get("jwk"));
    judged(&keys, id, &|key: &PublicKey| token.holds(key))
}

/// The keys that a signature may be of, with where they come from. Keys that somebody vouches for come first.
fn candidates(
    id: &str,
    grounds: &Grounds<'_>,
    issuer: Option<&str>,
    contained: Option<&Value>,
) -> Vec<(PublicKey, Found)> {
    let named = |key: &&KnownKey| match (&key.id, &key.owner) {
        (Some(own), Some(_)) => own == id,
        // A bare key is tried whatever it is called: its reader says it is the one.
        _ => true,
    };
    let whose = |key: &KnownKey| match &key.owner {
        Some(owner) if Some(owner.as_str()) != issuer => Found::Strange,
        _ if key.is_withdrawn(grounds.now) => Found::Withdrawn,
        _ => Found::Vouched,
    };
    let mut keys: Vec<(PublicKey, Found)> =
        grounds.keys.iter().filter(named).take(MOST_KEYS).map(|key| (key.key.clone(), whose(key))).collect();
    if let Some(key) = PublicKey::from_did(id) {
        let did = id.split('#').next();
        keys.push((key, if did == issuer { Found::IsIssuer } else { Found::Contained }));
    }
    let contained = contained.and_then(PublicKey::from_jwk);
    keys.extend(contained.map(|key| {
        let own = issuer.and_then(PublicKey::from_did).is_some_and(|of_issuer| of_issuer == key);
        (key, if own { Found::IsIssuer } else { Found::Contained })
    }));
    keys
}

fn judged(keys: &[(PublicKey, Found)], id: &str, holds: &dyn Fn(&PublicKey) -> bool) -> (Finding, Finding) {
    let about = Some(id.to_owned()).filter(|id| !id.is_empty());
    let mut fitting: Vec<Found> =
        keys.iter().filter(|(key, _)| holds(key)).map(|(_, found)| *found).collect();
    fitting.sort_by_key(|found| match found {
        Found::Withdrawn => 0,
        Found::Vouched | Found::IsIssuer => 1,
        Found::Strange | Found::Contained => 2,
    });
    let signed = finding(Question::Signature, Answer::Holds, "signature-holds", None);
    let (answer, code) = match fitting.first() {
        Some(Found::Vouched) => (Answer::Holds, "issuer-known"),
        Some(Found::IsIssuer) => (Answer::Holds, "issuer-is-key"),
        Some(Found::Withdrawn) => (Answer::Fails, "issuer-withdrawn"),
        Some(Found::Strange) => (Answer::Fails, "issuer-other"),
        Some(Found::Contained) => (Answer::Unknown, "issuer-contained"),
        None if keys.is_empty() => {
            let unknown = finding(Question::Signature, Answer::Unknown, "signature-without-key", None);
            return (unknown, finding(Question::Issuer, Answer::Unknown, "issuer-unknown", about));
        }
        None => {
            let broken = finding(Question::Signature, Answer::Fails, "signature-broken", None);
            return (broken, finding(Question::Issuer, Answer::Unknown, "issuer-unasked", None));
        }
    };
    (signed, finding(Question::Issuer, answer, code, about))
}
