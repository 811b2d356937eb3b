//! The letters about a case before it is graded: a version was hidden, a deadline is near.

use super::hidings::Hiding;
use super::reminders::Awaited;
use crate::access;
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, EnrolmentId, Localised, Moment, PersonId, Problem, dates};
use crate::mail::{self, Letter, Recipient};
use crate::web::paths;

/// The account of a trainee.
///
/// # Errors
/// `NotFound` when there is none.
pub(super) fn account(r: &mut Read, person: PersonId) -> Result<Actor, Problem> {
    access::store::actor_of(r, person)?.ok_or_else(Problem::not_found)
}

/// Tells an author that a version was hidden and asks for another one. The reason stands on the page: it may speak
/// of the very people whom nobody was to name.
///
/// # Errors
/// The database's.
pub(super) fn tell_of_hiding(
    w: &mut Write,
    found: &Hiding,
    (person, enrolment): (PersonId, EnrolmentId),
    now: Moment,
) -> Result<(), Problem> {
    let author = account(w, person)?;
    let data = serde_json::json!({
        "name": author.name.address(),
        "title": found.fact.title.for_reader(author.language),
        "number": found.row.version,
        "path": paths::case(enrolment, found.fact.id),
    });
    let to = Recipient {
        person: author.person,
        address: author.email,
        name: author.name.full(),
        language: author.language,
    };
    mail::send(w, now, &Letter { name: "work_hidden", to, data })?;
    Ok(())
}

/// Reminds a trainee of a deadline, by the clocks of the edition and by their own.
///
/// # Errors
/// The database's.
pub(super) fn tell_of_deadline(
    w: &mut Write,
    one: &Awaited,
    (case, title): (ActivityId, &Localised),
    now: Moment,
) -> Result<(), Problem> {
    let person = account(w, one.enrolment.person_id)?;
    // The deadline is the first instant that is late: the minute before it is the last in time.
    let (last, zone) = (one.due_at.plus_minutes(-1), one.edition.time_zone);
    let differs = last.local(zone) != last.local(one.zone);
    let data = serde_json::json!({
        "name": person.name.address(),
        "title": title.for_reader(person.language),
        "time": dates::day_and_time(person.language, last, zone),
        "city": dates::zone_city(person.language, zone),
        "own": differs.then(|| dates::day_and_time(person.language, last, one.zone)),
        "path": paths::case(one.enrolment.id, case),
    });
    let to = Recipient {
        person: person.person,
        address: person.email,
        name: person.name.full(),
        language: person.language,
    };
    mail::send(w, now, &Letter { name: "case_due", to, data })?;
    Ok(())
}
