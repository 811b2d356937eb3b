//! The consent to be named in public: given and withdrawn by the person alone.

use super::reach;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::identities::rules::consent::{Method, Purpose, VERSION};
use crate::identities::store::consents::{self as store, ConsentRow, NewConsent};
use crate::kernel::{Actor, Language, Moment, PersonId, PersonName, Problem};
use crate::secrets::sha256_hex;
use serde_json::json;

/// The consents of a person.
#[derive(Debug, Clone)]
pub struct Consents {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// Whether the reader is that person.
    pub own: bool,
    /// Every consent, the latest first.
    pub rows: Vec<ConsentRow>,
}

impl Consents {
    /// The one that holds.
    pub fn present(&self) -> Option<&ConsentRow> {
        self.rows.iter().find(|row| row.withdrawn_at.is_none())
    }
}

/// The consents of a person.
///
/// # Errors
/// `NotFound` out of reach.
pub fn show(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Consents, Problem> {
    let reach = reach(r, actor, person)?;
    Ok(Consents { person, name: reach.whose.name, own: reach.own, rows: store::of(r, person)? })
}

/// Gives the consent to the text as it was read. Whoever has given it already changes nothing.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for anybody but the person themselves.
pub fn give(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    (text, language, method): (&str, Language, Method),
    now: Moment,
) -> Result<(), Problem> {
    own(w, actor, person)?;
    if !store::given_by(w, &[person])?.is_empty() {
        return Ok(());
    }
    let new = NewConsent {
        version: VERSION,
        text: text.to_owned(),
        sha256: sha256_hex(text.as_bytes()),
        language,
        purpose: Purpose::DocumentVerification,
        method,
    };
    let id = store::insert(w, person, &new, now)?;
    let entry = Entry {
        action: "public-name-consent-given",
        subject: ("public-name-consent", id.0),
        before: None,
        after: Some(json!({ "version": new.version, "sha256": new.sha256, "language": language,
            "purpose": new.purpose, "method": method })),
    };
    audit::record(w, actor, now, entry)
}

/// Withdraws the consent; from this moment the name is not shown. Twice is as once.
///
/// # Errors
/// As [`give`].
pub fn withdraw(w: &mut Write, actor: &Actor, person: PersonId, now: Moment) -> Result<(), Problem> {
    own(w, actor, person)?;
    let Some(id) = store::withdraw(w, person, now)? else { return Ok(()) };
    let entry = Entry {
        action: "public-name-consent-withdrawn",
        subject: ("public-name-consent", id.0),
        before: None,
        after: None,
    };
    audit::record(w, actor, now, entry)
}

fn own(r: &mut Read, actor: &Actor, person: PersonId) -> Result<(), Problem> {
    if reach(r, actor, person)?.own { Ok(()) } else { Err(Problem::forbidden()) }
}
