//! Putting right what an account says of its person: a misspelt name, another address, another organisation.

use super::note;
use crate::access;
use crate::db::Write;
use crate::kernel::name::email_key;
use crate::kernel::{Actor, Fault, Language, Moment, PersonId, PersonName, Problem};
use crate::people::rules::{self, NewPerson, Scope, sorting};
use crate::people::store::{self, Keys, PersonRow};
use serde_json::{Value, json};

/// Writes an account anew; what it said before stays in the journal. Documents that were issued keep what they
/// say. With another address, links that went to the old one end, and so do the person's sign-ins.
///
/// # Errors
/// `NotFound` out of reach; `Invalid` naming every fault, also an address of another account; `Forbidden` for an
/// organisation beyond the actor's reach and for somebody who may do more than the actor may grant.
pub fn correct(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    new: &NewPerson,
    now: Moment,
) -> Result<(), Problem> {
    // Whoever sets an address can have a link sent to it: an account that may do more is out of reach.
    let before = super::governed(w, actor, person)?;
    let mut faults = new.faults();
    let key = email_key(&new.email);
    if store::by_email(w, &key)?.is_some_and(|other| other.id != person) {
        faults.push(Fault::new("email", "email-taken"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if new.organisation != before.organisation && !Scope::of(&actor.roles)?.holds(new.organisation) {
        return Err(Problem::forbidden());
    }
    let moved = email_key(&before.email) != key;
    let keys = Keys {
        email: key,
        search: rules::search_text(&new.name, &new.email),
        russian: sorting::key(Language::Ru, &new.name)?,
        kazakh: sorting::key(Language::Kk, &new.name)?,
    };
    store::update(w, person, new, &keys)?;
    if moved {
        store::links::end_all(w, person, now)?;
    }
    if moved && actor.person != Some(person) {
        access::store::revoke_others(w, person, None, now)?;
    }
    let after = json!({
        "email": new.email, "name": new.name.full(), "organisation": new.organisation,
        "language": new.language, "zone": new.zone, "position": new.position,
    });
    note(w, actor, now, ("person-corrected", person), (Some(said(&before)), Some(after)))
}

/// Follows a change of name that another room has written down with its document; what the account says beside stays.
/// Whether the actor may, that room has checked.
///
/// # Errors
/// `NotFound` when there is no such account.
pub fn rename(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    name: &PersonName,
    now: Moment,
) -> Result<(), Problem> {
    let before = store::person(w, person)?.ok_or_else(Problem::not_found)?;
    let new = NewPerson {
        email: before.email.clone(),
        name: name.clone(),
        language: before.language,
        zone: before.zone,
        organisation: before.organisation,
        position: before.position.clone(),
    };
    let keys = Keys {
        email: email_key(&new.email),
        search: rules::search_text(&new.name, &new.email),
        russian: sorting::key(Language::Ru, &new.name)?,
        kazakh: sorting::key(Language::Kk, &new.name)?,
    };
    store::update(w, person, &new, &keys)?;
    let values = (Some(json!({ "name": before.name().full() })), Some(json!({ "name": name.full() })));
    note(w, actor, now, ("person-renamed", person), values)
}

fn said(row: &PersonRow) -> Value {
    json!({
        "email": row.email, "name": row.name().full(), "organisation": row.organisation,
        "language": row.language, "zone": row.zone, "position": row.position,
    })
}
