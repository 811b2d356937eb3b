//! The rules together: what is signed holds, what was changed does not, and what cannot be told is said so.

use super::did::{KnownKey, Published, document, keys_of};
use super::facts::{CredentialFacts, Place, credential};
use super::keys::{Algorithm, PrivateKey, PublicKey};
use super::opening::Signed;
use super::proof;
use super::status::bits;
use super::token;
use super::verdict::{Answer, Finding, Grounds, Question, StatusList, Verdict, verdict};
use crate::kernel::Moment;
use crate::secrets::Secrets;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

mod lists;
mod proofs;

const NOW: &str = "2026-12-01T09:00:00Z";
const SITE: &str = "did:web:birge.example";

struct Keys {
    ed: (PrivateKey, PublicKey),
    rsa: (PrivateKey, PublicKey),
    site: (PrivateKey, PublicKey),
}

/// Made once: RSA takes a moment.
static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let secrets = Secrets::seeded([3; 32], 3);
    let mut fill = |bytes: &mut [u8]| {
        for part in bytes.chunks_mut(32) {
            let drawn: [u8; 32] = secrets.bytes();
            part.iter_mut().zip(drawn).for_each(|(slot, byte)| *slot = byte);
        }
    };
    let mut make = |algorithm| PrivateKey::make(algorithm, &mut fill).unwrap();
    Keys { ed: make(Algorithm::Ed25519), rsa: make(Algorithm::Rsa), site: make(Algorithm::Ed25519) }
});

fn issuer() -> &'static str {
    Place::sample().issuer
}

fn known() -> Vec<KnownKey> {
    let standing = |keys: &[&PublicKey]| Published {
        standing: keys.iter().copied().cloned().collect(),
        withdrawn: Vec::new(),
    };
    let ours = document(issuer(), &standing(&[&KEYS.ed.1, &KEYS.rsa.1]), Some(SITE));
    keys_of(&json!([ours, document(SITE, &standing(&[&KEYS.site.1]), None)]).to_string())
}

fn statement() -> Value {
    credential(&CredentialFacts::sample(), &Place::sample())
}

fn signed(statement: Value) -> Value {
    let method = format!("{}#{}", issuer(), KEYS.ed.1.fragment());
    proof::sign(statement, (&method, "2026-11-21T00:00:00Z"), &KEYS.ed.0).unwrap()
}

fn own_list(revoked: &[i32]) -> StatusList {
    StatusList::Own(Place::sample().list.to_owned(), bits(revoked))
}

fn judge(text: &str, keys: &[KnownKey], lists: &[StatusList]) -> Verdict {
    let signed = Signed::parse(text).unwrap();
    verdict(&signed, &Grounds { keys, lists, now: Moment::parse(NOW).unwrap() })
}

fn usual(text: &str) -> Verdict {
    judge(text, &known(), &[own_list(&[])])
}

fn of(verdict: &Verdict, question: Question) -> &Finding {
    verdict.findings.iter().find(|finding| finding.question == question).unwrap()
}

#[test]
fn row_34_what_we_sign_holds_in_both_forms_and_is_the_same_each_time() {
    let text = signed(statement()).to_string();
    assert_eq!(text, signed(statement()).to_string());
    let found = usual(&text);
    assert!(found.valid, "{found:#?}");
    assert_eq!(of(&found, Question::Form).code, "form-badge");
    let key_id = format!("{}#{}", issuer(), KEYS.rsa.1.fragment());
    let token = token::sign(statement(), &key_id, &KEYS.rsa.0).unwrap();
    assert_eq!(token, token::sign(statement(), &key_id, &KEYS.rsa.0).unwrap());
    let found = usual(&token);
    assert!(found.valid, "{found:#?}");
    let Signed::Token(parsed) = Signed::parse(&token).unwrap() else { panic!("a token") };
    assert_eq!(parsed.credential(), statement());
    assert_eq!(
        (parsed.header["alg"].as_str(), parsed.header["kid"].as_str()),
        (Some("RS256"), Some(&*key_id))
    );
    assert_eq!(parsed.payload["iss"], issuer());
}

proptest! {
    #[test]
    fn row_34_any_one_changed_letter_fails(at in 0usize..10_000, letter in "[ -~а-яё]") {
        let text = signed(statement()).to_string();
        let place = at % text.chars().count();
        let new = letter.chars().next().unwrap();
        let changed: String =
            text.chars().enumerate().map(|(index, old)| if index == place { new } else { old }).collect();
        prop_assume!(changed != text);
        if let Some(read) = Signed::parse(&changed) {
            let (keys, lists) = (known(), [own_list(&[])]);
            let found = verdict(&read, &Grounds { keys: &keys, lists: &lists, now: Moment::parse(NOW).unwrap() });
            prop_assert!(!found.valid, "{}", changed);
        }
    }
}

#[test]
fn row_34_one_changed_letter_of_a_token_fails() {
    let key_id = format!("{}#{}", issuer(), KEYS.rsa.1.fragment());
    let token = token::sign(statement(), &key_id, &KEYS.rsa.0).unwrap();
    for place in (0..token.len()).step_by(97).chain([token.len() - 1]) {
        let mut changed = token.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(Signed::parse(&changed).is_none() || !usual(&changed).valid, "letter {place}");
    }
}

/// The example of W3C, with the document of its issuer given beside it and without.
#[test]
fn row_34_the_vector_is_valid_with_the_document_of_its_issuer_and_only_then() {
    let vector = proof::tests::vector().to_string();
    let did = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    let controller = json!({
        "id": "https://vc.example/issuers/5678",
        "assertionMethod": [{
            "id": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
            "type": "Multikey",
            "controller": "https://vc.example/issuers/5678",
            "publicKeyMultibase": "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        }],
    });
    assert!(judge(&vector, &keys_of(&controller.to_string()), &[]).valid);
    assert!(judge(&vector, &keys_of(did), &[]).valid, "its reader says that it is their key");
    let alone = judge(&vector, &[], &[]);
    assert!(!alone.valid);
    assert_eq!(of(&alone, Question::Signature).answer, Answer::Holds);
    assert_eq!(of(&alone, Question::Issuer).code, "issuer-contained");
    let changed = vector.replacen("School of Examples", "School of examples", 1);
    assert_eq!(of(&judge(&changed, &keys_of(did), &[]), Question::Signature).code, "signature-broken");
}

#[test]
fn an_issuer_named_by_its_key_needs_no_other() {
    let did = format!("did:key:{}", KEYS.ed.1.fragment());
    let mut statement = statement();
    statement["issuer"] = json!(did);
    statement.as_object_mut().unwrap().remove("credentialStatus");
    let method = format!("{did}#{}", KEYS.ed.1.fragment());
    let text = proof::sign(statement, (&method, NOW), &KEYS.ed.0).unwrap().to_string();
    let found = judge(&text, &[], &[]);
    assert!(found.valid, "{found:#?}");
    assert_eq!(of(&found, Question::Issuer).code, "issuer-is-key");
}

#[test]
fn what_another_issuer_signed_is_not_believed() {
    let method = format!("{SITE}#{}", KEYS.site.1.fragment());
    let text = proof::sign(statement(), (&method, NOW), &KEYS.site.0).unwrap().to_string();
    let found = usual(&text);
    assert!(!found.valid);
    assert_eq!(of(&found, Question::Issuer).code, "issuer-other");
}

#[test]
fn a_badge_needs_the_context_of_badges() {
    let mut bare = statement();
    bare["@context"].as_array_mut().unwrap().truncate(1);
    let found = usual(&signed(bare).to_string());
    assert_eq!((found.valid, of(&found, Question::Form).code), (false, "form-context"));
}

#[test]
fn another_cryptosuite_is_named_and_never_valid() {
    let mut document = signed(statement());
    document["proof"]["cryptosuite"] = json!("eddsa-rdfc-2022");
    let found = usual(&document.to_string());
    let signature = of(&found, Question::Signature);
    assert!(!found.valid);
    assert_eq!(signature.answer, Answer::Unknown, "unsupported is not false");
    assert_eq!((signature.code, signature.about.as_deref()), ("signature-suite", Some("eddsa-rdfc-2022")));
    // Of two proofs one that holds is enough.
    let (good, other) = (signed(statement()), document["proof"].clone());
    let mut both = good.clone();
    both["proof"] = json!([other, good["proof"]]);
    assert!(usual(&both.to_string()).valid);
    both.as_object_mut().unwrap().remove("proof");
    assert_eq!(of(&usual(&both.to_string()), Question::Signature).code, "signature-missing");
}

#[test]
fn dates_count() {
    let at = |name: &str, date: &str| {
        let mut statement = statement();
        statement[name] = json!(date);
        let found = usual(&signed(statement).to_string());
        (found.valid, of(&found, Question::Dates).code)
    };
    assert_eq!(at("validFrom", "2026-12-01T09:00:01Z"), (false, "dates-ahead"));
    assert_eq!(at("validUntil", NOW), (false, "dates-over"));
    assert_eq!(at("validUntil", "2026-12-01T09:00:01Z"), (true, "dates-hold"));
}

#[test]
fn what_a_credential_lacks_is_named() {
    let without = |pointer: &str, name: &str| {
        let mut statement = statement();
        statement.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap().remove(name);
        let found = usual(&signed(statement).to_string());
        assert!(!found.valid, "{pointer} {name}");
        of(&found, Question::Form).about.clone().unwrap()
    };
    assert_eq!(without("", "@context"), "@context");
    assert_eq!(without("", "type"), "type");
    assert_eq!(without("", "credentialSubject"), "credentialSubject");
    assert_eq!(without("", "validFrom"), "validFrom");
    assert_eq!(without("/credentialSubject", "achievement"), "credentialSubject.achievement");
    assert_eq!(without("/credentialSubject/achievement", "criteria"), "achievement.criteria");
}
