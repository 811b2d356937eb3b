//! The letter that asks an author. It carries nothing of the answer: mail is read by others.

use super::choosing::Prepared;
use crate::access;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, PersonId, Problem};
use crate::mail::{self, Letter, Recipient};
use crate::web::paths;

/// The account of a trainee.
///
/// # Errors
/// `NotFound` when there is none.
pub(super) fn account(r: &mut Read, person: PersonId) -> Result<Actor, Problem> {
    access::store::actor_of(r, person)?.ok_or_else(Problem::not_found)
}

/// Asks the author whether later editions may read their answer.
///
/// # Errors
/// The database's.
pub(super) fn ask_author(w: &mut Write, found: &Prepared, now: Moment) -> Result<(), Problem> {
    let author = account(w, found.author)?;
    let data = serde_json::json!({
        "name": author.name.address(),
        "title": found.title.for_reader(author.language),
        "path": paths::case_consent(found.enrolment, found.case),
    });
    let to = Recipient {
        person: author.person,
        address: author.email,
        name: author.name.full(),
        language: author.language,
    };
    mail::send(w, now, &Letter { name: "example_asked", to, data })?;
    Ok(())
}
