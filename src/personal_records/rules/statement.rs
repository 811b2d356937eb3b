//! What the installation signs of a record: a W3C Verifiable Credential 2.0. It names the person and nothing that
//! registers of a state know them by. The same record at the same moment says the same.

use super::{Course, Document, Record};
use crate::credentials::rules::facts::{CONTEXTS, identity_hash};
use crate::documents::rules::credential::paper_name;
use crate::kernel::{Language, Word as _};
use serde_json::{Value, json};

/// The context of terms that no vocabulary defines, published for this by W3C with Verifiable Credentials Data Model 2.0.
const UNDEFINED_TERMS: &str = "https://www.w3.org/ns/credentials/undefined-terms/v2";

/// What stands around the record.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The identifier of the installation.
    pub issuer: &'a str,
    /// The address of the installation.
    pub public_url: &'a str,
    /// What the statement is called.
    pub title: &'a str,
    /// The language of its texts.
    pub language: Language,
    /// What the hashes of name and address are salted with.
    pub salt: &'a str,
}

/// The statement, not yet signed.
pub fn statement(record: &Record, frame: &Frame<'_>) -> Value {
    let [credentials, _] = CONTEXTS;
    let figures = record.figures();
    let courses = record.courses.iter().map(|one| course(one, frame.language));
    let documents = record.documents.iter().map(|one| document(one, frame.language));
    json!({
        "@context": [credentials, UNDEFINED_TERMS],
        "type": ["VerifiableCredential", "LearningRecordCredential"],
        "name": frame.title,
        "issuer": { "id": frame.issuer, "name": host(frame.public_url), "url": frame.public_url },
        "validFrom": record.at.rfc3339(),
        "credentialSubject": {
            "type": ["LearningRecord"],
            "name": record.name.full(),
            "identifier": [hashed("emailAddress", &record.email, frame), hashed("name", &record.name.full(), frame)],
            "inLanguage": frame.language.tag(),
            "coursesFinished": figures.finished,
            "documentsValid": figures.valid,
            "creditsEarned": figures.hours.0,
            "hours": {
                "theory": figures.theory.0,
                "practice": figures.practice.0,
                "selfStudy": figures.self_study.0,
            },
            "courses": courses.collect::<Vec<_>>(),
            "documents": documents.collect::<Vec<_>>(),
        },
    })
}

/// The name of the installation: where it is reached.
pub fn host(public_url: &str) -> &str {
    public_url.split_once("://").map_or(public_url, |(_, host)| host)
}

/// As in the credentials of documents, so that a verifier asks for the holder of either in one way.
fn hashed(sort: &str, text: &str, frame: &Frame<'_>) -> Value {
    json!({
        "type": "IdentityObject",
        "hashed": true,
        "identityHash": identity_hash(text, frame.salt),
        "identityType": sort,
        "salt": frame.salt,
    })
}

fn course(course: &Course, language: Language) -> Value {
    json!({
        "type": ["Course"],
        "programme": course.programme.for_reader(language),
        "edition": course.title,
        "organisation": course.organisation,
        "startsOn": course.starts_on,
        "endsOn": course.ends_on,
        "state": course.state.as_str(),
        "hoursPlanned": course.planned().0,
        "hoursEarned": course.earned().0,
    })
}

fn document(document: &Document, language: Language) -> Value {
    json!({
        "type": ["Document"],
        "kind": document.kind.as_str(),
        "title": paper_name(document.kind, language),
        "number": document.number,
        "issuedOn": document.issued_on,
        "issuer": document.issuer,
        "programme": document.programme.as_ref().map(|title| title.for_reader(language)),
        "hours": document.hours.map(|hours| hours.0),
        "status": document.status.as_str(),
        "verification": document.verify_url,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Value {
        let frame = Frame {
            issuer: "did:web:birge.example",
            public_url: "https://birge.example",
            title: "Карточка обучения",
            language: Language::Ru,
            salt: "c2FsdA",
        };
        statement(&Record::sample(), &frame)
    }

    #[test]
    fn row_87_a_statement_says_courses_hours_and_documents() {
        let made = made();
        assert_eq!(made, self::made(), "the same record, the same statement");
        let subject = &made["credentialSubject"];
        assert_eq!(made["validFrom"], "2026-12-01T09:00:00Z");
        assert_eq!(
            (&made["issuer"]["name"], &subject["hours"]["theory"]),
            (&json!("birge.example"), &json!(31))
        );
        assert_eq!(subject["courses"][1]["state"], "with_document");
        assert_eq!(subject["courses"][1]["hoursEarned"], 60);
        assert_eq!(subject["documents"][0]["title"], "Удостоверение о повышении квалификации");
        assert_eq!(subject["documents"][1]["status"], "revoked");
        assert!(!made.to_string().contains("aliya@"), "the address is a hash");
    }
}
