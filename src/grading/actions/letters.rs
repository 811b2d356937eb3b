//! The letter that says that a work was graded (T5). It carries no remark: mail is read by others.

use crate::access;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, PersonId, Problem};
use crate::mail::{self, Letter, Recipient};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::web::paths;

/// The account of a trainee.
///
/// # Errors
/// `NotFound` when there is none.
pub(super) fn account(r: &mut Read, person: PersonId) -> Result<Actor, Problem> {
    access::store::actor_of(r, person)?.ok_or_else(Problem::not_found)
}

/// What the letter is about.
pub(super) struct About<'a> {
    /// The author's place in the edition.
    pub standing: &'a Standing,
    /// The case.
    pub fact: &'a ActivityFact,
    /// The points of a faultless work.
    pub most: u32,
    /// The points of this one.
    pub total: i32,
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// Whether an earlier grade was put right.
    pub corrected: bool,
}

/// Tells the author that the work was graded.
///
/// # Errors
/// The database's.
pub(super) fn tell_author(w: &mut Write, about: &About<'_>, now: Moment) -> Result<(), Problem> {
    let author = account(w, about.standing.enrolment.person_id)?;
    let data = serde_json::json!({
        "name": author.name.address(),
        "title": about.fact.title.for_reader(author.language),
        "points": about.total.to_string(),
        "most": about.most.to_string(),
        "passed": about.passed,
        "corrected": about.corrected,
        "path": paths::case(about.standing.enrolment.id, about.fact.id),
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
