//! «Проверка документа»: a verdict in words, then the few facts, and nothing else.

use super::kind_key;
use crate::documents::actions::verifying::Known;
use crate::documents::rules::relation::Relation;
use crate::documents::rules::{Holds, Standing};
use crate::kernel::{PersonName, PublicId, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Reader, Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// The page of a document that exists.
#[derive(Debug, Clone, Serialize)]
pub struct Verification {
    valid: bool,
    verdict_key: &'static str,
    help_key: &'static str,
    on: String,
    successor_url: Option<String>,
    kind_key: String,
    number: String,
    holder: String,
    named: bool,
    programme: Option<String>,
    hours: Option<i32>,
    period: Option<String>,
    valid_for: Option<String>,
    issued_on: String,
    issuer: String,
    check_url: &'static str,
    credential_url: &'static str,
}

/// Whose a document is, as a stranger reads it: surname and initials where the holder consents to that, else initials.
pub fn holder(name: &PersonName, named: bool) -> String {
    if named {
        return name.surname_and_initials();
    }
    let parts = [Some(&name.surname), Some(&name.given_name), name.patronymic.as_ref()];
    let initials = parts.into_iter().flatten().filter_map(|part| part.chars().next());
    initials.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}

/// The messages of a verdict: what it says, and what follows.
fn verdict(known: &Known, holds: Holds) -> (&'static str, &'static str) {
    let successor = known.successor.as_ref();
    let duplicate = successor.is_some_and(|one| one.relation == Some(Relation::Duplicate));
    match (known.standing, successor) {
        (Standing::Valid, _) => match holds {
            Holds::Now => ("documents-verify-valid", "documents-verify-valid-help"),
            Holds::NotYet => ("verification-not-yet", "verification-not-yet-help"),
            Holds::NoLonger => ("verification-expired", "verification-expired-help"),
        },
        (Standing::Revoked, _) => ("documents-verify-revoked", "documents-verify-revoked-help"),
        (Standing::Replaced, None) => ("verification-replaced", "verification-replaced-help"),
        (Standing::Replaced, Some(_)) if duplicate => {
            ("verification-duplicate", "verification-replaced-on-help")
        }
        (Standing::Replaced, Some(_)) => ("verification-replaced", "verification-replaced-on-help"),
    }
}

/// The day a verdict speaks of.
fn turned(known: &Known, holds: Holds) -> Option<NaiveDate> {
    let facts = &known.facts;
    match (known.standing, holds) {
        (Standing::Valid, Holds::Now) => None,
        (Standing::Valid, Holds::NotYet) => facts.valid.map(|(from, _)| from),
        (Standing::Valid, Holds::NoLonger) => facts.valid.map(|(_, until)| until),
        (Standing::Revoked, _) => known.revoked_at.map(|at| at.date_in(facts.zone)),
        (Standing::Replaced, _) => known.successor.as_ref().map(|one| one.issued_on),
    }
}

impl Verification {
    /// What a reader may know.
    pub fn new(known: &Known, reader: &Reader) -> Verification {
        let (facts, language) = (&known.facts, reader.language);
        let (successor, holds) = (known.successor.as_ref(), facts.holds(reader.now));
        let (verdict_key, help_key) = verdict(known, holds);
        Verification {
            valid: known.standing == Standing::Valid && holds == Holds::Now,
            verdict_key,
            help_key,
            on: turned(known, holds).map(|day| dates::date(language, day)).unwrap_or_default(),
            successor_url: successor.map(|one| paths::verification(&one.public_id)),
            kind_key: kind_key(facts.kind),
            number: facts.number.clone(),
            holder: holder(&facts.holder, known.named),
            named: known.named,
            programme: facts.programme.as_ref().map(|title| title.for_reader(language).to_owned()),
            hours: facts.hours.map(|hours| hours.0),
            period: facts.period.map(|(from, to)| dates::period(language, from, to)),
            valid_for: facts.valid.map(|(from, until)| dates::period(language, from, until)),
            issued_on: dates::date(language, facts.issued_on),
            issuer: facts.issuer.clone(),
            check_url: paths::VERIFY,
            credential_url: paths::CREDENTIAL_VERIFICATION,
        }
    }
}

impl View for Verification {
    const TEMPLATE: &'static str = "pages/documents/verification";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("documents-verify-title")
    }

    fn samples() -> Vec<Self> {
        let valid = Verification {
            valid: true,
            verdict_key: "documents-verify-valid",
            help_key: "documents-verify-valid-help",
            on: String::new(),
            successor_url: None,
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            number: "УП•-••••/••42".into(),
            holder: "Құрманғазы Ә. С.".into(),
            named: true,
            programme: Some("Эффективное партнёрство".into()),
            hours: Some(60),
            period: Some("1 сентября – 20 ноября 2026 г.".into()),
            valid_for: None,
            issued_on: "21 ноября 2026 г.".into(),
            issuer: "Учебный центр «Бірге»".into(),
            check_url: paths::VERIFY,
            credential_url: paths::CREDENTIAL_VERIFICATION,
        };
        let revoked = Verification {
            valid: false,
            verdict_key: "documents-verify-revoked",
            help_key: "documents-verify-revoked-help",
            on: "3 декабря 2026 г.".into(),
            ..valid.clone()
        };
        let replaced = Verification {
            verdict_key: "verification-duplicate",
            help_key: "verification-replaced-on-help",
            successor_url: Some(paths::verification(&PublicId::from_random([1; 20]))),
            holder: "Қ. Ә. С.".into(),
            named: false,
            programme: None,
            hours: None,
            period: None,
            ..revoked.clone()
        };
        let other = Verification {
            verdict_key: "verification-replaced",
            help_key: "verification-replaced-help",
            successor_url: None,
            ..replaced.clone()
        };
        let authority = |verdict_key, help_key| Verification {
            verdict_key,
            help_key,
            kind_key: kind_key(DocumentKind::AuthorityDocument),
            programme: None,
            hours: None,
            period: None,
            valid_for: Some("1–30 ноября 2026 г.".into()),
            ..revoked.clone()
        };
        let expired = authority("verification-expired", "verification-expired-help");
        let not_yet = authority("verification-not-yet", "verification-not-yet-help");
        vec![revoked, replaced, other, expired, not_yet, valid]
    }
}

/// The page of an address that belongs to no document.
#[derive(Debug, Clone, Serialize)]
pub struct Unknown {
    home_url: &'static str,
    check_url: &'static str,
}

impl Unknown {
    /// The page.
    pub fn new() -> Unknown {
        Unknown { home_url: paths::HOME, check_url: paths::VERIFY }
    }
}

impl Default for Unknown {
    fn default() -> Unknown {
        Unknown::new()
    }
}

impl View for Unknown {
    const TEMPLATE: &'static str = "pages/documents/unknown";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("documents-unknown-title")
    }

    fn samples() -> Vec<Self> {
        vec![Unknown::new()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_consent_a_stranger_reads_initials_only() {
        let name = PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы"));
        assert_eq!(
            (holder(&name, true), holder(&name, false)),
            ("Құрманғазы Ә. С.".into(), "Қ. Ә. С.".into())
        );
        assert_eq!(holder(&PersonName::new("Ли", "Анна", None), false), "Л. А.");
    }
}
