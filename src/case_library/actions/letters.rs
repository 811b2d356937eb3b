//! The letter that asks those who wrote an answer. It carries nothing of the answer: mail is read by others.

use super::choosing::Prepared;
use crate::db::Write;
use crate::kernel::{Moment, PersonId, Problem};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::web::paths;

/// Asks everybody who had a part in an answer whether later editions may read it.
///
/// # Errors
/// The database's.
pub(super) fn ask_authors(w: &mut Write, found: &Prepared, now: Moment) -> Result<(), Problem> {
    let people: Vec<PersonId> = found.authors.iter().map(|(_, person)| *person).collect();
    for author in addressees::of(w, &people)? {
        let Some((enrolment, _)) = found.authors.iter().find(|(_, person)| *person == author.person) else {
            continue;
        };
        let data = serde_json::json!({
            "name": author.name.address(),
            "title": found.title.for_reader(author.language),
            "path": paths::case_consent(*enrolment, found.case),
        });
        mail::send(w, now, &Letter { name: "example_asked", to: author.recipient(), data })?;
    }
    Ok(())
}
