//! The letter that says that a work was graded (T5). It carries no remark: mail is read by others.

use super::grading::Work;
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

/// Tells the author that the work was graded.
///
/// # Errors
/// The database's.
pub(super) fn tell_author(
    w: &mut Write,
    work: &Work,
    (total, passed): (u32, bool),
    now: Moment,
) -> Result<(), Problem> {
    let author = account(w, work.standing.enrolment.person_id)?;
    let data = serde_json::json!({
        "name": author.name.address(),
        "title": work.fact.title.for_reader(author.language),
        "points": total.to_string(),
        "most": work.definition.most_points().to_string(),
        "passed": passed,
        "path": paths::case(work.standing.enrolment.id, work.fact.id),
    });
    let to = Recipient {
        person: author.person,
        address: author.email,
        name: author.name.full(),
        language: author.language,
    };
    mail::send(w, now, &Letter { name: "work_graded", to, data })?;
    Ok(())
}
