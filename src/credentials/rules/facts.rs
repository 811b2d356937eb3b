//! What a credential says of a document: W3C Verifiable Credential 2.0 in the data model of Open Badges 3.0. Nothing in
//! it changes from one download to the next.

use super::jcs::composed;
use crate::kernel::{Language, Moment, PublicId};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// What a document gives its credential. All texts are in the main language of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialFacts {
    /// Under which anybody verifies it.
    pub document: PublicId,
    /// What the paper is called.
    pub title: String,
    /// Of which sort the achievement is, in the words of Open Badges.
    pub sort: &'static str,
    /// The main language of the paper.
    pub language: Language,
    /// What was achieved: the programme or, without one, the title again.
    pub achievement: String,
    /// What the achievement is, in a sentence.
    pub description: String,
    /// What had to be done for it.
    pub criteria: String,
    /// What tells one achievement from another, such as the hash of the programme's content; named by its hash.
    pub achievement_key: String,
    /// The registration number.
    pub number: String,
    /// From when it holds: the beginning of the day on the paper.
    pub valid_from: Moment,
    /// Until when it holds, where it does not hold for ever.
    pub valid_until: Option<Moment>,
    /// Academic hours.
    pub hours: Option<i32>,
    /// The beginning and the end of the course.
    pub studied: Option<(Moment, Moment)>,
    /// The mark of the final assessment.
    pub mark: Option<String>,
    /// The full name of the holder; only its hash leaves.
    pub holder: String,
    /// What the hash is salted with.
    pub salt: String,
    /// The name of the issuer.
    pub issuer: String,
}

/// Where a credential belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// The address of the installation.
    pub public_url: &'a str,
    /// The identifier of the issuer.
    pub issuer: &'a str,
    /// The address of the document's verification.
    pub address: &'a str,
    /// The address of the list of statuses.
    pub list: &'a str,
    /// The place in it.
    pub position: i32,
}

/// The contexts of every credential, in their order.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// The credential, not yet signed.
pub fn credential(facts: &CredentialFacts, place: &Place<'_>) -> Value {
    let mut credential = json!({
        "@context": CONTEXTS,
        "id": place.address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": facts.title,
        "issuer": {
            "id": place.issuer,
            "type": ["Profile"],
            "name": facts.issuer,
            "url": place.public_url,
        },
        "validFrom": facts.valid_from.rfc3339(),
        "awardedDate": facts.valid_from.rfc3339(),
    });
    put(&mut credential, "validUntil", facts.valid_until.map(|at| json!(at.rfc3339())));
    put(&mut credential, "credentialSubject", Some(subject(facts, place)));
    put(&mut credential, "credentialStatus", Some(super::status::entry(place.list, place.position)));
    composed(credential)
}

fn subject(facts: &CredentialFacts, place: &Place<'_>) -> Value {
    let result = result_id(facts, place);
    let mut achievement = json!({
        "id": achievement_id(facts, place),
        "type": ["Achievement"],
        "achievementType": facts.sort,
        "name": facts.achievement,
        "description": facts.description,
        "criteria": { "narrative": facts.criteria },
        "inLanguage": facts.language.tag(),
    });
    put(&mut achievement, "creditsAvailable", facts.hours.map(Value::from));
    let description = json!([{
        "id": result, "type": ["ResultDescription"], "name": assessment(facts.language), "resultType": "Result",
    }]);
    put(&mut achievement, "resultDescription", facts.mark.as_ref().map(|_| description));
    let mut subject = json!({
        // Of this document only: two credentials of one person cannot be joined by it.
        "id": urn(&["subject", facts.document.as_str()]),
        "type": ["AchievementSubject"],
        "identifier": identifiers(facts),
        "licenseNumber": facts.number,
    });
    put(&mut subject, "activityStartDate", facts.studied.map(|(from, _)| json!(from.rfc3339())));
    put(&mut subject, "activityEndDate", facts.studied.map(|(_, to)| json!(to.rfc3339())));
    put(&mut subject, "creditsEarned", facts.hours.map(Value::from));
    let mark = facts.mark.as_ref();
    let mark = mark.map(|mark| json!([{ "type": ["Result"], "resultDescription": result, "value": mark }]));
    put(&mut subject, "result", mark);
    put(&mut subject, "achievement", Some(achievement));
    subject
}

fn assessment(language: Language) -> &'static str {
    match language {
        Language::Ru => "Итоговая аттестация",
        Language::Kk => "Қорытынды аттестаттау",
        Language::En => "Final assessment",
    }
}

/// A salted hash of the holder's name as it stands on the paper (Open Badges 3.0, IdentityObject): who has the credential
/// and knows whose it should be can check it, and nobody reads it out of the file. Never a number of a state register, and
/// never an address: it changes, and the document does not.
fn identifiers(facts: &CredentialFacts) -> Value {
    json!([{
        "type": "IdentityObject",
        "hashed": true,
        "identityHash": identity_hash(&facts.holder, &facts.salt),
        "identityType": "name",
        "salt": facts.salt,
    }])
}

/// The hash of an identity: `sha256$` and the hash of the text followed by the salt. The text is composed, in lower case
/// and without surplus spaces, so that it can be typed again.
pub fn identity_hash(text: &str, salt: &str) -> String {
    let typed = composed(Value::String(text.to_lowercase()));
    let words: Vec<&str> = typed.as_str().unwrap_or_default().split_whitespace().collect();
    format!("sha256${}", hex::encode(Sha256::digest(format!("{}{salt}", words.join(" ")))))
}

fn achievement_id(facts: &CredentialFacts, place: &Place<'_>) -> String {
    urn(&["achievement", place.issuer, facts.sort, &facts.achievement_key])
}

fn result_id(facts: &CredentialFacts, place: &Place<'_>) -> String {
    urn(&["result", place.issuer, facts.sort, &facts.achievement_key])
}

/// A name made of a hash: a UUID of version 8 (RFC 9562, 5.8).
fn urn(parts: &[&str]) -> String {
    let mut bytes = [0u8; 16];
    let hash = Sha256::digest(parts.join("\n"));
    bytes.iter_mut().zip(hash).for_each(|(slot, byte)| *slot = byte);
    let number = u128::from_be_bytes(bytes);
    let number = (number & !(0xf_u128 << 76)) | (0x8_u128 << 76);
    let number = (number & !(0x3_u128 << 62)) | (0x2_u128 << 62);
    let text = format!("{number:032x}");
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

fn put(value: &mut Value, name: &str, member: Option<Value>) {
    let members: Option<&mut Map<String, Value>> = value.as_object_mut();
    if let (Some(members), Some(member)) = (members, member) {
        members.insert(name.to_owned(), member);
    }
}

impl CredentialFacts {
    /// Facts of a document as it could be, for tests and samples.
    pub fn sample() -> CredentialFacts {
        let at = |text: &str| Moment::parse(text).unwrap_or_else(|| Moment::from_utc(Default::default()));
        CredentialFacts {
            document: PublicId::from_random([7; 20]),
            title: "Удостоверение о повышении квалификации".into(),
            sort: "CertificateOfCompletion",
            language: Language::Ru,
            achievement: "Эффективное партнёрство".into(),
            description: "Удостоверение о повышении квалификации: «Эффективное партнёрство», 60 ч".into(),
            criteria: "Освоена программа «Эффективное партнёрство» в объёме 60 академических часов".into(),
            achievement_key: "9f".repeat(32),
            number: "УПК-2026/0042".into(),
            valid_from: at("2026-11-20T21:00:00Z"),
            valid_until: None,
            hours: Some(60),
            studied: Some((at("2026-08-31T21:00:00Z"), at("2026-11-20T20:59:59Z"))),
            mark: Some("зачтено".into()),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            salt: "c2FsdA".into(),
            issuer: "Учебный центр «Бірге»".into(),
        }
    }
}

impl Place<'static> {
    /// A place for tests.
    pub fn sample() -> Place<'static> {
        Place {
            public_url: "https://birge.example",
            issuer: "did:web:birge.example:organisations:abc",
            address: "https://birge.example/v/abc",
            list: "https://birge.example/credentials/status-lists/1",
            position: 4711,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Value {
        credential(&CredentialFacts::sample(), &Place::sample())
    }

    /// The required fields of Open Badges 3.0: OpenBadgeCredential, AchievementSubject, Achievement, Profile,
    /// IdentityObject.
    #[test]
    fn row_34_every_required_field_is_there() {
        let made = made();
        for pointer in [
            "/@context/1",
            "/id",
            "/type/0",
            "/type/1",
            "/issuer/id",
            "/issuer/type/0",
            "/validFrom",
            "/credentialSubject/type/0",
            "/credentialSubject/identifier/0/type",
            "/credentialSubject/identifier/0/hashed",
            "/credentialSubject/identifier/0/identityHash",
            "/credentialSubject/identifier/0/identityType",
            "/credentialSubject/identifier/0/salt",
            "/credentialSubject/achievement/id",
            "/credentialSubject/achievement/type/0",
            "/credentialSubject/achievement/name",
            "/credentialSubject/achievement/description",
            "/credentialSubject/achievement/criteria/narrative",
            "/credentialSubject/creditsEarned",
            "/credentialSubject/licenseNumber",
            "/credentialSubject/activityStartDate",
            "/credentialSubject/activityEndDate",
            "/credentialSubject/result/0/value",
            "/credentialStatus/statusListIndex",
            "/credentialStatus/statusListCredential",
        ] {
            assert!(made.pointer(pointer).is_some_and(|value| !value.is_null()), "{pointer}: {made:#}");
        }
        assert_eq!(made["@context"][0], "https://www.w3.org/ns/credentials/v2");
        assert_eq!(made["credentialStatus"]["statusListIndex"], "4711");
        assert_eq!(made["validFrom"], "2026-11-20T21:00:00Z");
        assert_eq!(made, self::made(), "the same facts, the same credential");
    }

    #[test]
    fn the_name_cannot_be_read() {
        let text = made().to_string();
        for secret in ["Әлия", "Құрманғазы"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
        let hash = made()["credentialSubject"]["identifier"][0]["identityHash"].clone();
        assert_eq!(hash, identity_hash("  құрманғазы Әлия Серікқызы ", "c2FsdA"));
        assert_ne!(hash, identity_hash("Құрманғазы Әлия Серікқызы", "other"));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let facts = CredentialFacts { hours: None, studied: None, mark: None, ..CredentialFacts::sample() };
        let subject = credential(&facts, &Place::sample())["credentialSubject"].clone();
        for name in ["creditsEarned", "activityStartDate", "activityEndDate", "result"] {
            assert!(subject.get(name).is_none(), "{name}");
        }
        assert_eq!(subject["identifier"][0]["identityType"], "name");
    }
}
