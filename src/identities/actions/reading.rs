//! Reading what lies encrypted. Every look is written down with what it was for.

use super::reach;
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::identities::rules::{Basics, Identity, Iin, Snils};
use crate::identities::store::{self, Locked};
use crate::kernel::{Actor, Moment, PersonId, Problem};
use crate::secrets::Secrets;
use anyhow::anyhow;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashMap;

/// What the keys of the secrets are derived from.
pub(super) const BORN_ON: &str = "identity-born-on";
pub(super) const SNILS: &str = "identity-snils";
pub(super) const IIN: &str = "identity-iin";

/// What a secret is bound to.
pub(super) fn about(person: PersonId) -> String {
    format!("person {person}")
}

/// Everything that is known of some people, decrypted, in a few queries, with one line of the journal for each person of whom
/// a secret is known. Whether the actor may see them, the room that asks has checked; `purpose` is
/// what the journal says. People of whom nothing is recorded are absent.
///
/// # Errors
/// `Internal` when a secret was changed or belongs to another key.
pub fn whole(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    people: &[PersonId],
    purpose: &'static str,
    now: Moment,
) -> Result<HashMap<PersonId, Identity>, Problem> {
    let (mut basics, mut locked) = (store::basics_of(w, people)?, store::locked_of(w, people)?);
    let (mut whole, mut seen) = (HashMap::new(), Vec::new());
    for person in people {
        let (basics, locked) = (basics.remove(person), locked.remove(person));
        if basics.is_none() && locked.is_none() {
            continue;
        }
        let basics = basics.unwrap_or_else(|| Basics::unknown(*person));
        let locked = locked.unwrap_or_default();
        if locked != Locked::default() {
            seen.push(look(*person, purpose));
        }
        whole.insert(*person, opened(secrets, basics, &locked)?);
    }
    audit::record_all(w, actor, now, seen)?;
    Ok(whole)
}

/// The secrets of one person, for their page.
///
/// # Errors
/// As [`reach`].
pub fn disclose(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    person: PersonId,
    now: Moment,
) -> Result<Identity, Problem> {
    reach(w, actor, person)?;
    let found = whole(w, actor, secrets, &[person], "page", now)?.remove(&person);
    let nothing = || Identity { basics: Basics::unknown(person), born_on: None, snils: None, iin: None };
    Ok(found.unwrap_or_else(nothing))
}

fn opened(secrets: &Secrets, basics: Basics, locked: &Locked) -> Result<Identity, Problem> {
    let person = basics.person;
    let open = |purpose: &str, locked: &Option<String>| -> Result<Option<String>, Problem> {
        locked.as_deref().map(|locked| secrets.unlock(purpose, &about(person), locked)).transpose()
    };
    let unreadable = |what: &str| Problem::internal(anyhow!("the {what} of person {person} cannot be read"));
    let born_on = open(BORN_ON, &locked.born_on)?
        .map(|text| text.parse::<NaiveDate>().map_err(|_| unreadable("date of birth")))
        .transpose()?;
    let snils = open(SNILS, &locked.snils)?
        .map(|text| Snils::parse(&text, "snils").map_err(|_| unreadable("insurance number")))
        .transpose()?;
    let iin = open(IIN, &locked.iin)?
        .map(|text| Iin::parse(&text, "iin").map_err(|_| unreadable("identification number")))
        .transpose()?;
    Ok(Identity { basics, born_on, snils, iin })
}

fn look(person: PersonId, purpose: &'static str) -> Entry {
    Entry {
        action: "identity-seen",
        subject: ("person", person.0),
        before: None,
        after: Some(json!({ "purpose": purpose })),
    }
}
