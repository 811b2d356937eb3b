//! One-time links: invitations and password resets, from the letter to the password that is set.

use super::super::Purpose;
use super::super::rules::Scope;
use super::super::store::{self, PersonRow, links::LinkRow};
use super::{note, person_in};
use crate::access;
use crate::db::{Read, Write};
use crate::kernel::name::email_key;
use crate::kernel::{Actor, Moment, PersonId, Problem, ProblemCode, dates};
use crate::mail::{self, Letter, Recipient};
use crate::secrets::{LinkClaims, Secrets};
use crate::web::paths;
use serde_json::json;

/// A link that is signed but not yet written down. Made before the transaction, which may run twice.
#[derive(Debug, Clone)]
pub struct NewLink {
    purpose: Purpose,
    nonce: String,
    path: String,
}

impl NewLink {
    /// Signs a link that holds from now for as long as its purpose allows.
    ///
    /// # Errors
    /// `Internal` when it cannot be signed.
    pub fn new(secrets: &Secrets, purpose: Purpose, now: Moment) -> Result<NewLink, Problem> {
        let nonce = secrets.token();
        let exp = purpose.ends_at(now).0.timestamp();
        let claims = LinkClaims { nonce: nonce.clone(), purpose: purpose.as_str().to_owned(), exp };
        let token = secrets.sign(&claims)?;
        Ok(NewLink { purpose, nonce, path: paths::link(&token) })
    }
}

/// Invites a person to set a password: a letter with a link that holds for two weeks. Earlier links end.
///
/// # Errors
/// `NotFound` out of the actor's reach or for a closed account.
pub fn invite(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    link: &NewLink,
    now: Moment,
) -> Result<(), Problem> {
    let row = person_in(w, &Scope::of(&actor.roles)?, person)?;
    if row.deactivated_at.is_some() {
        return Err(Problem::not_found());
    }
    send(w, &row, link, now)?;
    note(w, actor, now, ("person-invited", person), (None, None))
}

/// Sends a link for a new password if the address has an active account; nobody outside learns whether it has.
///
/// # Errors
/// When the database does not answer.
pub fn request_reset(w: &mut Write, email: &str, link: &NewLink, now: Moment) -> Result<(), Problem> {
    let found = store::by_email(w, &email_key(email))?;
    let Some(row) = found.filter(|row| row.deactivated_at.is_none()) else { return Ok(()) };
    send(w, &row, link, now)?;
    note(w, &Actor::program(), now, ("password-reset-requested", row.id), (None, None))
}

fn send(w: &mut Write, row: &PersonRow, link: &NewLink, now: Moment) -> Result<(), Problem> {
    // Anybody may ask for a reset; it must not take an invitation away that still waits to be read.
    store::links::end_those_for(w, row.id, link.purpose, now)?;
    store::links::insert(w, row.id, link.purpose, &link.nonce, now)?;
    let until = dates::date_and_time(row.language, link.purpose.ends_at(now), row.zone);
    let zone = dates::zone_city(row.language, row.zone);
    let data = json!({ "name": row.name().address(), "path": link.path, "until": until, "zone": zone });
    mail::send(w, now, &Letter { name: link.purpose.as_str(), to: recipient(row), data })?;
    Ok(())
}

fn recipient(row: &PersonRow) -> Recipient {
    Recipient {
        person: Some(row.id),
        address: row.email.clone(),
        name: row.name().full(),
        language: row.language,
    }
}

/// What a token in an address says, if it was signed by us and is not over.
///
/// # Errors
/// `LinkExpired` for a forged, malformed or expired token.
pub fn read_token(secrets: &Secrets, token: &str, now: Moment) -> Result<LinkClaims, Problem> {
    secrets.verify(token, now).map_err(|_| Problem::new(ProblemCode::LinkExpired))
}

/// The person a link opens the door for.
///
/// # Errors
/// `LinkExpired` when it was used, is over, or the account is closed.
pub fn opened_by(r: &mut Read, claims: &LinkClaims, now: Moment) -> Result<(LinkRow, PersonRow), Problem> {
    let expired = || Problem::new(ProblemCode::LinkExpired);
    let link = store::links::open(r, &claims.nonce, now)?
        .filter(|link| link.purpose.as_str() == claims.purpose)
        .ok_or_else(expired)?;
    let person =
        store::person(r, link.person)?.filter(|row| row.deactivated_at.is_none()).ok_or_else(expired)?;
    Ok((link, person))
}

/// Sets the password a link was for: the link is used up, all sessions end, a letter tells the owner when it
/// replaced an older password.
///
/// # Errors
/// `LinkExpired` as for [`opened_by`].
pub fn set_password(
    w: &mut Write,
    claims: &LinkClaims,
    hash: &str,
    now: Moment,
) -> Result<PersonRow, Problem> {
    let (link, person) = opened_by(w, claims, now)?;
    if !store::links::use_up(w, link.id, now)? {
        return Err(Problem::new(ProblemCode::LinkExpired));
    }
    store::links::end_all(w, person.id, now)?;
    store::set_hash(w, person.id, hash, now)?;
    access::store::revoke_others(w, person.id, None, now)?;
    if person.password_set_at.is_some() {
        tell_changed(w, &person, now)?;
    }
    let actor = Actor { person: Some(person.id), ..Actor::program() };
    note(w, &actor, now, ("password-set", person.id), (None, Some(json!({ "by": link.purpose }))))?;
    Ok(person)
}

/// Changes the actor's own password; every other session ends, the owner gets a letter.
///
/// # Errors
/// `Forbidden` when the program itself acts.
pub fn change_password(
    w: &mut Write,
    actor: &Actor,
    keep: crate::kernel::BrowserSessionId,
    hash: &str,
    now: Moment,
) -> Result<(), Problem> {
    let id = actor.person_id()?;
    let person = store::person(w, id)?.ok_or_else(Problem::not_found)?;
    store::set_hash(w, id, hash, now)?;
    store::links::end_all(w, id, now)?;
    access::store::revoke_others(w, id, Some(keep), now)?;
    tell_changed(w, &person, now)?;
    note(w, actor, now, ("password-changed", id), (None, None))
}

fn tell_changed(w: &mut Write, person: &PersonRow, now: Moment) -> Result<(), Problem> {
    let at = dates::date_and_time(person.language, now, person.zone);
    let zone = dates::zone_city(person.language, person.zone);
    let data =
        json!({ "name": person.name().address(), "path": paths::PASSWORD_RESET, "at": at, "zone": zone });
    mail::send(w, now, &Letter { name: "password_changed", to: recipient(person), data })?;
    Ok(())
}
