//! Reading what lies encrypted. Every look is written down with what it was for.

use super::{Reach, reach};
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::identities::rules::reach::Tie;
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
pub(super) const PASSPORT: &str = "identity-passport";

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

/// The secrets of one person, for their page. Whoever only issued a document to them gets what its registers have of it:
/// date of birth and passport (the register book has them), and the СНИЛС where the documents go into a federal register.
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
    let reach = reach(w, actor, person)?;
    let purpose = if reach.whole() { "page" } else { "registers" };
    let found = whole(w, actor, secrets, &[person], purpose, now)?.remove(&person);
    let identity = found.unwrap_or_else(|| Identity::plain(Basics::unknown(person)));
    if reach.whole() {
        return Ok(identity);
    }
    let snils = if reports(w, actor, &reach)? { identity.snils } else { None };
    Ok(Identity {
        born_on: identity.born_on,
        passport: identity.passport,
        snils,
        ..Identity::plain(identity.basics)
    })
}

/// Whether an organisation of the actor that issued to the person reports its documents to a federal register.
fn reports(r: &mut Read, actor: &Actor, reach: &Reach) -> Result<bool, Problem> {
    for (organisation, tie) in &reach.whose.ties {
        let mine = *tie == Tie::Issued && actor.require_administrator_of(*organisation).is_ok();
        if mine && countries::profile_of(r, *organisation)?.federal.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
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
    let passport = open(PASSPORT, &locked.passport)?;
    Ok(Identity { basics, born_on, snils, iin, passport })
}

/// The line of the journal that says who looked at a person's secrets and what for.
pub(super) fn look(person: PersonId, purpose: &'static str) -> Entry {
    Entry {
        action: "identity-seen",
        subject: ("person", person.0),
        before: None,
        after: Some(json!({ "purpose": purpose })),
    }
}
