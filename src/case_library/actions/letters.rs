//! The letter that asks those who wrote an answer. It carries nothing of the answer: mail is read by others.

use super::choosing::Prepared;
use crate::access;
use crate::db::Write;
use crate::kernel::{Moment, Problem};
use crate::mail::{self, Letter, Recipient};
use crate::web::paths;

/// Asks everybody who had a part in an answer whether later editions may read it.
///
/// # Errors
/// `NotFound` when somebody has no account.
pub(super) fn ask_authors(w: &mut Write, found: &Prepared, now: Moment) -> Result<(), Problem> {
    for (enrolment, person) in &found.authors {
        let author = access::store::actor_of(w, *person)?.ok_or_else(Problem::not_found)?;
        let data = serde_json::json!({
            "name": author.name.address(),
            "title": found.title.for_reader(author.language),
            "path": paths::case_consent(*enrolment, found.case),
        });
        let to = Recipient {
            person: author.person,
            address: author.email,
            name: author.name.full(),
            language: author.language,
        };
        mail::send(w, now, &Letter { name: "example_asked", to, data })?;
    }
    Ok(())
}
