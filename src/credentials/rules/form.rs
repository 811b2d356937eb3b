//! What a credential cannot do without. Sources: W3C Verifiable Credentials Data Model 2.0, 4; Open Badges 3.0, B.1.

use super::facts::CONTEXTS;
use super::token::issuer;
use super::verdict::{Answer, Finding, Question, finding as found};
use crate::kernel::Moment;
use serde_json::Value;

/// The finding on the form: the first thing that is missing or wrong.
pub(super) fn finding(credential: &Value, contradictions: Vec<&'static str>) -> Finding {
    let wrong = wrong(credential).or_else(|| contradictions.first().map(|claim| ("form-claim", *claim)));
    match wrong {
        Some((code, about)) => found(Question::Form, Answer::Fails, code, Some(about.to_owned())),
        None => {
            let code = if is_badge(credential) { "form-badge" } else { "form-credential" };
            found(Question::Form, Answer::Holds, code, None)
        }
    }
}

/// Whether a credential or one of its objects is of a type.
pub(super) fn has_type(value: &Value, name: &str) -> bool {
    match value.get("type") {
        Some(Value::Array(types)) => types.iter().any(|one| one.as_str() == Some(name)),
        Some(one) => one.as_str() == Some(name),
        None => false,
    }
}

fn is_badge(credential: &Value) -> bool {
    has_type(credential, "OpenBadgeCredential") || has_type(credential, "AchievementCredential")
}

/// How the addresses of the contexts of Open Badges 3.0 begin; there have been several.
const OF_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context";

/// Whether the context says what the words of a badge mean (Open Badges 3.0, B.1.1).
fn speaks_of_badges(context: Option<&Value>) -> bool {
    let several = context.and_then(Value::as_array);
    several
        .is_some_and(|all| all.iter().skip(1).filter_map(Value::as_str).any(|one| one.starts_with(OF_BADGES)))
}

fn wrong(credential: &Value) -> Option<(&'static str, &'static str)> {
    let context = credential.get("@context");
    let first = context.and_then(|context| context.get(0).or(Some(context)));
    let [of_credentials, _] = CONTEXTS;
    if first.and_then(Value::as_str) != Some(of_credentials) {
        return Some(("form-version", "@context"));
    }
    if is_badge(credential) && !speaks_of_badges(context) {
        return Some(("form-context", "@context"));
    }
    if !has_type(credential, "VerifiableCredential") {
        return Some(("form-missing", "type"));
    }
    if !issuer(credential).is_some_and(|issuer| issuer.contains(':')) {
        return Some(("form-missing", "issuer"));
    }
    for (name, needed) in [("validFrom", is_badge(credential)), ("validUntil", false)] {
        match credential.get(name) {
            None if needed => return Some(("form-missing", name)),
            None => {}
            Some(at) if at.as_str().and_then(Moment::parse).is_some() => {}
            Some(_) => return Some(("form-date", name)),
        }
    }
    let subjects: Vec<&Value> = match credential.get("credentialSubject") {
        Some(Value::Array(several)) => several.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    if subjects.is_empty()
        || subjects.iter().any(|subject| subject.as_object().is_none_or(serde_json::Map::is_empty))
    {
        return Some(("form-missing", "credentialSubject"));
    }
    if is_badge(credential) { subjects.into_iter().find_map(wrong_badge) } else { None }
}

/// What a badge lacks (Open Badges 3.0, B.1.2, B.1.3).
fn wrong_badge(subject: &Value) -> Option<(&'static str, &'static str)> {
    let there = |pointer: &str| subject.pointer(pointer).is_some_and(|value| !value.is_null());
    let missing = |name| Some(("form-missing", name));
    if !has_type(subject, "AchievementSubject") {
        return missing("credentialSubject.type");
    }
    if !there("/id") && !there("/identifier/0") && !there("/identifier/identityHash") {
        return missing("credentialSubject.identifier");
    }
    let needed = [
        ("/achievement", "credentialSubject.achievement"),
        ("/achievement/id", "achievement.id"),
        ("/achievement/name", "achievement.name"),
        ("/achievement/description", "achievement.description"),
        ("/achievement/criteria", "achievement.criteria"),
    ];
    let name = needed.into_iter().find(|(pointer, _)| !there(pointer)).map(|(_, name)| name);
    name.and_then(missing)
}
