//! The verdict on a credential: five questions, each with its answer. Valid is only what holds in all of them; what
//! cannot be told is said so, and is not valid.

use super::did::KnownKey;
use super::form;
use super::keys::PublicKey;
use super::opening::Signed;
use super::proof::{self, Sealed};
use super::status;
use super::token::{Token, issuer};
use crate::kernel::Moment;
use serde::Serialize;
use serde_json::Value;

/// What is asked, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Question {
    /// Is it a credential, with everything it needs?
    Form,
    /// Is it as it was signed?
    Signature,
    /// Is the key the issuer's?
    Issuer,
    /// Does it hold now?
    Dates,
    /// Is it not revoked?
    Status,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Yes.
    Holds,
    /// No.
    Fails,
    /// It cannot be told from what there is.
    Unknown,
}

/// A question with its answer and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// The reason, as a code.
    pub code: &'static str,
    /// What the reason is about: a field, a date, a cryptosuite.
    pub about: Option<String>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether everything holds.
    pub valid: bool,
    /// The answers.
    pub findings: Vec<Finding>,
}

/// What a verdict rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// Keys that somebody vouches for: ours, or those that were given.
    pub keys: &'a [KnownKey],
    /// Lists of statuses.
    pub lists: &'a [StatusList],
    /// Now.
    pub now: Moment,
}

/// A list of statuses.
#[derive(Debug, Clone, PartialEq)]
pub enum StatusList {
    /// Signed; believed when its signature holds.
    Signed(Box<Signed>),
    /// Out of our own database: its address, and its bits.
    Own(String, Vec<u8>),
}

/// So many proofs of a credential, keys for a proof and entries of its status are looked at. Honest ones have one or
/// two; each costs work that grows with the file, and whoever sends thousands wants nothing but that work.
const MOST_PROOFS: usize = 8;
const MOST_KEYS: usize = 64;

/// The most entries of the status of a credential that are looked at.
pub const MOST_ENTRIES: usize = 4;

/// Looks a credential through.
pub fn verdict(signed: &Signed, grounds: &Grounds<'_>) -> Verdict {
    let credential = signed.credential();
    let (signature, key) = signature(signed, grounds, &credential);
    let findings = vec![
        form::finding(&credential, contradictions(signed)),
        signature,
        key,
        dates(&credential, grounds.now),
        revocation(&credential, grounds),
    ];
    Verdict { valid: findings.iter().all(|finding| finding.answer == Answer::Holds), findings }
}

fn contradictions(signed: &Signed) -> Vec<&'static str> {
    match signed {
        Signed::Document(_) => Vec::new(),
        Signed::Token(token) => token.contradictions(),
    }
}

/// Where a key was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Somebody vouches for it, and it is the issuer's.
    Vouched,
    /// The issuer's name is the key itself.
    IsIssuer,
    /// It is somebody else's.
    Strange,
    /// It stands in the file, and nobody says whose it is.
    Contained,
}

/// The signature and the key: the first that holds with the issuer's key, else the first of what there is to say.
fn signature(signed: &Signed, grounds: &Grounds<'_>, credential: &Value) -> (Finding, Finding) {
    let issuer = issuer(credential);
    let tried: Vec<(Finding, Finding)> = match signed {
        Signed::Document(document) => {
            let proofs = proof::proofs(document);
            proofs.iter().take(MOST_PROOFS).map(|one| of_proof(document, one, grounds, issuer)).collect()
        }
        Signed::Token(token) => vec![of_token(token, grounds.keys, issuer)],
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
    let fails = |code, about: &str| finding(Question::Signature, Answer::Fails, code, Some(about.to_owned()));
    if text("type") != "DataIntegrityProof" || text("cryptosuite") != proof::SUITE {
        let suite = if text("cryptosuite").is_empty() { text("type") } else { text("cryptosuite") };
        let unsupported =
            finding(Question::Signature, Answer::Unknown, "signature-suite", Some(suite.to_owned()));
        return (unsupported, unasked());
    }
    if text("proofPurpose") != "assertionMethod" {
        return (fails("signature-purpose", text("proofPurpose")), unasked());
    }
    if let Some((code, about)) = out_of_time(one, grounds.now) {
        return (fails(code, about), unasked());
    }
    let method = text("verificationMethod");
    let (keys, sealed) = (candidates(method, grounds.keys, issuer, None), Sealed::of(document, one));
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

fn of_token(token: &Token, known: &[KnownKey], issuer: Option<&str>) -> (Finding, Finding) {
    if !matches!(token.algorithm(), "RS256" | "EdDSA" | "Ed25519") {
        let about = Some(token.algorithm().to_owned());
        let unsupported = finding(Question::Signature, Answer::Unknown, "signature-algorithm", about);
        return (unsupported, finding(Question::Issuer, Answer::Unknown, "issuer-unasked", None));
    }
    let id = token.header.get("kid").and_then(Value::as_str).unwrap_or_default();
    let keys = candidates(id, known, issuer, token.header.get("jwk"));
    judged(&keys, id, &|key: &PublicKey| token.holds(key))
}

/// The keys that a signature may be of, with where they come from. Keys that somebody vouches for come first.
fn candidates(
    id: &str,
    known: &[KnownKey],
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
        _ => Found::Vouched,
    };
    let mut keys: Vec<(PublicKey, Found)> =
        known.iter().filter(named).take(MOST_KEYS).map(|key| (key.key.clone(), whose(key))).collect();
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
    fitting.sort_by_key(|found| !matches!(found, Found::Vouched | Found::IsIssuer));
    let signed = finding(Question::Signature, Answer::Holds, "signature-holds", None);
    let (answer, code) = match fitting.first() {
        Some(Found::Vouched) => (Answer::Holds, "issuer-known"),
        Some(Found::IsIssuer) => (Answer::Holds, "issuer-is-key"),
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

fn dates(credential: &Value, now: Moment) -> Finding {
    let text = |name: &str| credential.get(name).and_then(Value::as_str).map(str::to_owned);
    let (from, until) = (text("validFrom"), text("validUntil"));
    let moment = |text: &Option<String>| text.as_deref().and_then(Moment::parse);
    match (moment(&from), moment(&until)) {
        (Some(begins), _) if now < begins => finding(Question::Dates, Answer::Fails, "dates-ahead", from),
        (_, Some(ends)) if now >= ends => finding(Question::Dates, Answer::Fails, "dates-over", until),
        (None, _) if from.is_some() => finding(Question::Dates, Answer::Unknown, "dates-unread", from),
        (_, None) if until.is_some() => finding(Question::Dates, Answer::Unknown, "dates-unread", until),
        _ => finding(Question::Dates, Answer::Holds, "dates-hold", until.or(from)),
    }
}

/// The status: every entry is asked, the worst answer counts.
fn revocation(credential: &Value, grounds: &Grounds<'_>) -> Finding {
    let entries = match credential.get("credentialStatus") {
        None | Some(Value::Null) => return finding(Question::Status, Answer::Holds, "status-none", None),
        Some(Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
    };
    if entries.len() > MOST_ENTRIES {
        let about = Some(entries.len().to_string());
        return finding(Question::Status, Answer::Unknown, "status-many", about);
    }
    let mut holds = finding(Question::Status, Answer::Holds, "status-none", None);
    let mut unknown = None;
    for entry in &entries {
        let answered = of_entry(entry, credential, grounds);
        match answered.answer {
            Answer::Fails => return answered,
            Answer::Unknown => unknown = Some(answered),
            Answer::Holds => holds = answered,
        }
    }
    unknown.unwrap_or(holds)
}

fn of_entry(entry: &Value, credential: &Value, grounds: &Grounds<'_>) -> Finding {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
    let unknown =
        |code, about: &str| finding(Question::Status, Answer::Unknown, code, Some(about.to_owned()));
    if text("type") != "BitstringStatusListEntry" {
        return unknown("status-sort", text("type"));
    }
    // Of more bits than one each means something of its own, as does every other purpose.
    let purpose = text("statusPurpose");
    let single = entry.get("statusSize").is_none_or(|size| size.as_u64() == Some(1));
    if !single || !matches!(purpose, "revocation" | "suspension") {
        return unknown("status-sort", purpose);
    }
    let list = text("statusListCredential");
    let Ok(position) = text("statusListIndex").parse::<u64>() else {
        return unknown("status-place", text("statusListIndex"));
    };
    let mut told = unknown("status-without-list", list);
    for one in grounds.lists {
        match bits(one, (list, purpose), credential, grounds) {
            Some(Ok(bits)) => {
                return match status::is_set(&bits, position) {
                    Some(false) => good(one),
                    Some(true) if purpose == "suspension" => {
                        finding(Question::Status, Answer::Fails, "status-suspended", None)
                    }
                    Some(true) => finding(Question::Status, Answer::Fails, "status-revoked", None),
                    None => unknown("status-place", text("statusListIndex")),
                };
            }
            Some(Err(code)) => told = unknown(code, list),
            None => {}
        }
    }
    told
}

/// That a place is not set. A list that somebody brought tells nothing of what was revoked after it was signed, so its
/// date is said.
fn good(list: &StatusList) -> Finding {
    let since = match list {
        StatusList::Own(..) => None,
        StatusList::Signed(signed) => {
            signed.credential().get("validFrom").and_then(Value::as_str).map(str::to_owned)
        }
    };
    let code = if since.is_some() { "status-good-since" } else { "status-good" };
    finding(Question::Status, Answer::Holds, code, since)
}

/// The bits of a list, where it is the one that is asked for and can be believed. It has to be signed by the issuer of
/// the credential, or with a key that somebody vouches for: whoever brings a credential could bring a list too.
fn bits(
    list: &StatusList,
    (address, purpose): (&str, &str),
    credential: &Value,
    grounds: &Grounds<'_>,
) -> Option<Result<Vec<u8>, &'static str>> {
    let signed = match list {
        StatusList::Own(own, bits) => return (own == address).then(|| Ok(bits.clone())),
        StatusList::Signed(signed) => signed,
    };
    let said = signed.credential();
    if said.get("id").and_then(Value::as_str) != Some(address) {
        return None;
    }
    let subject = said.get("credentialSubject");
    let text = |name: &str| subject.and_then(|subject| subject.get(name)).and_then(Value::as_str);
    let purposes = subject.and_then(|subject| subject.get("statusPurpose"));
    let serves = match purposes {
        Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(purpose)),
        one => one.and_then(Value::as_str) == Some(purpose),
    };
    if !form::has_type(&said, "BitstringStatusListCredential") || !serves {
        return Some(Err("status-list-form"));
    }
    let (signature, key) = self::signature(signed, grounds, &said);
    let same = issuer(&said).is_some() && issuer(&said) == issuer(credential);
    let vouched = key.code == "issuer-known" || (key.code == "issuer-is-key" && same);
    if signature.answer != Answer::Holds || key.answer != Answer::Holds || !vouched {
        return Some(Err("status-list-signature"));
    }
    if dates(&said, grounds.now).answer != Answer::Holds {
        return Some(Err("status-list-dates"));
    }
    Some(text("encodedList").and_then(status::unpack).ok_or("status-list-form"))
}

/// A finding.
pub(super) fn finding(
    question: Question,
    answer: Answer,
    code: &'static str,
    about: Option<String>,
) -> Finding {
    Finding { question, answer, code, about }
}
