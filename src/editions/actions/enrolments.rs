//! Enrolling and withdrawing, one person at a time.

use super::super::rules::Stage;
use super::super::rules::entry::Newcomer;
use super::super::store::enrolments::{self as store, NewEnrolment};
use super::super::store::{self as editions, EditionRow, EnrolmentRow};
use super::{administered, note_enrolment, version_of};
use crate::db::{Read, Write};
use crate::kernel::name::email_key;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Language, Moment, OrganisationId, Problem, ProblemCode, Roles,
    dates,
};
use crate::mail::{self, Letter, Recipient};
use crate::organisations;
use crate::outside_proofs::actions as outside_proofs;
use crate::people::actions::{self as people, NewLink};
use crate::people::rules::{self as people_rules, NewPerson};
use crate::people::store::lists::{self, Search};
use crate::people::store::{self as accounts, PersonRow};
use serde_json::json;

/// Enrols somebody who has an account; a withdrawn person is enrolled again in the same row. With a link, a
/// letter goes out: an invitation to whoever never set a password, to others that they are enrolled. Without
/// one, nobody is written to.
///
/// # Errors
/// `NotFound` for administrators of other organisations; `Invalid` naming the person when they are in the
/// edition already, do not exist or have no account any more, and when the edition is over; `EditionFull`.
pub fn enrol(
    w: &mut Write,
    actor: &Actor,
    new: &NewEnrolment,
    link: Option<&NewLink>,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    let edition = administered(w, actor, new.edition)?;
    require_time(&edition, now)?;
    let person = accounts::person(w, new.person)?.filter(|person| person.deactivated_at.is_none());
    let Some(person) = person else {
        return Err(Problem::invalid(vec![Fault::new("person", "unknown")]));
    };
    let known = store::of_person(w, new.edition, new.person)?;
    if known.as_ref().is_some_and(|row| row.withdrawn_at.is_none()) {
        let name = person.name().full();
        return Err(Problem::invalid(vec![Fault::new("person", "already-enrolled").with("name", name)]));
    }
    require_place(w, &edition)?;
    require_entry(w, &edition, &person, actor.language)?;
    let new = NewEnrolment { organisation: new.organisation.or(person.organisation), ..*new };
    let id = write(w, actor, &new, known, now)?;
    if let Some(link) = link {
        tell(w, actor, &edition, &person, (link, now))?;
    }
    Ok(id)
}

/// Enrols somebody who was chosen from those the actor may find: people within reach, those of editions the actor
/// runs, and whoever's whole address is known.
///
/// # Errors
/// As [`enrol`]; a person the actor may not find does not exist.
pub fn enrol_found(
    w: &mut Write,
    actor: &Actor,
    (new, address): (&NewEnrolment, &str),
    link: &NewLink,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    administered(w, actor, new.edition)?;
    let person = accounts::person(w, new.person)?;
    let scope = people_rules::Scope::of(&actor.roles)?;
    let found = match &person {
        None => false,
        Some(person) => {
            scope.holds(person.organisation)
                || email_key(address) == email_key(&person.email)
                || store::learns_with(w, new.person, &actor.roles.administrator_of)?
        }
    };
    if !found {
        return Err(Problem::invalid(vec![Fault::new("person", "unknown")]));
    }
    enrol(w, actor, new, Some(link), now)
}

fn write(
    w: &mut Write,
    actor: &Actor,
    new: &NewEnrolment,
    known: Option<EnrolmentRow>,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    let after = json!({ "person": new.person, "edition": new.edition, "organisation": new.organisation });
    if let Some(row) = known {
        store::reopen(w, row.id, new.organisation, actor.person, now)?;
        let before = json!({ "enrolled_at": row.enrolled_at, "withdrawn_at": row.withdrawn_at });
        note_enrolment(w, actor, now, ("enrolment-reopened", row.id), (Some(before), Some(after)))?;
        return Ok(row.id);
    }
    let id = store::insert(w, new, actor.person, now)?;
    note_enrolment(w, actor, now, ("person-enrolled", id), (None, Some(after)))?;
    Ok(id)
}

/// Enrols whoever's whole address this is.
///
/// # Errors
/// As [`enrol_found`]; `Invalid` on the address when it is missing or nobody's.
pub fn enrol_by_address(
    w: &mut Write,
    actor: &Actor,
    (edition, organisation): (EditionId, Option<OrganisationId>),
    email: &str,
    link: &NewLink,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    administered(w, actor, edition)?;
    let fault = |code| Problem::invalid(vec![Fault::new("email", code)]);
    if email.trim().is_empty() {
        return Err(fault("required"));
    }
    let found = accounts::by_email(w, &email_key(email))?.ok_or_else(|| fault("email-of-nobody"))?;
    let new = NewEnrolment { edition, person: found.id, organisation };
    enrol_found(w, actor, (&new, email), link, now)
}

/// Makes an account and enrols it.
///
/// # Errors
/// As [`enrol`], and `Invalid` for an address that has an account, naming whose.
pub fn enrol_newcomer(
    w: &mut Write,
    actor: &Actor,
    (edition, organisation): (EditionId, Option<OrganisationId>),
    (newcomer, link): (&Newcomer, Option<&NewLink>),
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    let row = administered(w, actor, edition)?;
    if let Some(taken) = accounts::by_email(w, &email_key(&newcomer.email))? {
        let name = taken.name().full();
        return Err(Problem::invalid(vec![Fault::new("email", "email-of-account").with("name", name)]));
    }
    if let Some(id) = organisation
        && organisations::store::find(w, id)?.is_none()
    {
        return Err(Problem::invalid(vec![Fault::new("organisation", "unknown")]));
    }
    let new = NewPerson {
        email: newcomer.email.clone(),
        name: newcomer.name.clone(),
        language: newcomer.language,
        zone: row.time_zone,
        organisation,
        position: newcomer.position.clone(),
    };
    let person = people::create(w, &registrar(actor), &new, now)?;
    enrol(w, actor, &NewEnrolment { edition, person, organisation }, link, now)
}

/// Takes a withdrawal back, as enrolling again does: there have to be time, a place and an account. What the edition asks of
/// newcomers is not asked again of somebody who was in it. The organisation that sent the person stays; nobody is written to.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for an enrolment of another edition; `Invalid` when the edition is
/// over or the account is closed; `EditionFull`; `Conflict` for whoever is in the edition.
pub fn reinstate(
    w: &mut Write,
    actor: &Actor,
    (edition, id): (EditionId, EnrolmentId),
    now: Moment,
) -> Result<(), Problem> {
    let (row, person) = of_edition(w, actor, edition, id)?;
    let edition = administered(w, actor, edition)?;
    require_time(&edition, now)?;
    if person.deactivated_at.is_some() {
        return Err(Problem::invalid(vec![Fault::new("person", "unknown")]));
    }
    if row.withdrawn_at.is_none() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    require_place(w, &edition)?;
    let again =
        NewEnrolment { edition: row.edition_id, person: row.person_id, organisation: row.organisation_id };
    write(w, actor, &again, Some(row), now).map(|_| ())
}

/// Withdraws somebody; the row keeps who, when and why.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for an enrolment of another edition; `Invalid`
/// without a reason; `Conflict` when it is withdrawn already.
pub fn withdraw(
    w: &mut Write,
    actor: &Actor,
    (edition, id): (EditionId, EnrolmentId),
    reason: &str,
    now: Moment,
) -> Result<(), Problem> {
    let (row, _) = of_edition(w, actor, edition, id)?;
    let reason = crate::kernel::name::tidy(reason);
    let length = reason.chars().count();
    if length == 0 {
        return Err(Problem::invalid(vec![Fault::new("reason", "required")]));
    }
    if length > 500 {
        return Err(Problem::invalid(vec![Fault::new("reason", "too-long").with("limit", 500)]));
    }
    if row.withdrawn_at.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    store::withdraw(w, id, &reason, actor.person, now)?;
    note_enrolment(w, actor, now, ("enrolment-withdrawn", id), (None, Some(json!({ "reason": reason }))))
}

/// An enrolment of an edition with its person, for administrators.
///
/// # Errors
/// `NotFound` for administrators of other organisations and for an enrolment of another edition.
pub fn of_edition(
    r: &mut Read,
    actor: &Actor,
    edition: EditionId,
    id: EnrolmentId,
) -> Result<(EnrolmentRow, PersonRow), Problem> {
    administered(r, actor, edition)?;
    let (row, _) = editions::enrolment(r, id)?
        .filter(|(row, _)| row.edition_id == edition)
        .ok_or_else(Problem::not_found)?;
    let person = accounts::person(r, row.person_id)?.ok_or_else(Problem::not_found)?;
    Ok((row, person))
}

/// What the page for enrolling one person shows.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition.
    pub edition: EditionRow,
    /// How many people are in it.
    pub people: i64,
    /// Whom the search found: the person, the organisation's short name, whether they are in the edition.
    pub found: Vec<(PersonRow, Option<String>, bool)>,
    /// Organisations to choose from.
    pub organisations: Vec<(OrganisationId, String)>,
}

/// The most people a search shows.
pub const MOST_FOUND: i64 = 20;

/// The page for enrolling one person, as searched. A person of somebody else's organisation is found by the
/// whole address only.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn desk(r: &mut Read, actor: &Actor, id: EditionId, typed: &str) -> Result<Desk, Problem> {
    let edition = administered(r, actor, id)?;
    let people = store::count(r, id)?;
    let organisations = organisations::actions::choices(r, actor)?;
    let mut found = Vec::new();
    for (person, organisation) in search(r, actor, typed)? {
        let inside = store::of_person(r, id, person.id)?.is_some_and(|row| row.withdrawn_at.is_none());
        found.push((person, organisation, inside));
    }
    Ok(Desk { edition, people, found, organisations })
}

fn search(r: &mut Read, actor: &Actor, typed: &str) -> Result<Vec<(PersonRow, Option<String>)>, Problem> {
    let words = people_rules::search_words(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let scope = people_rules::Scope::of(&actor.roles)?;
    let search = Search { scope, words, language: actor.language, after: None, limit: MOST_FOUND };
    let mut found = lists::page(r, &search)?;
    if let Some(exact) = accounts::by_email(r, &email_key(typed))?
        && found.iter().all(|(person, _)| person.id != exact.id)
    {
        found.insert(0, (exact, None));
    }
    found.retain(|(person, _)| person.deactivated_at.is_none());
    Ok(found)
}

/// Somebody enters once they meet what the edition asks of newcomers (M11). The fault is in the language of its reader.
fn require_entry(
    r: &mut Read,
    edition: &EditionRow,
    person: &PersonRow,
    reader: Language,
) -> Result<(), Problem> {
    let asked = outside_proofs::kept_out(r, (edition.id, edition.organisation_id), &[person.id])?;
    match asked {
        Some((kept_out, programme)) if kept_out.contains(&person.id) => {
            let fault = Fault::new("person", "entry-condition").with("name", person.name().full());
            let programme = programme.for_reader(reader);
            Err(Problem::invalid(vec![fault.with("programme", programme)]))
        }
        _ => Ok(()),
    }
}

fn require_time(edition: &EditionRow, now: Moment) -> Result<(), Problem> {
    if edition.term().stage(now) == Stage::Over {
        return Err(Problem::invalid(vec![Fault::new("person", "edition-over")]));
    }
    Ok(())
}

/// A free place, counted in the transaction that takes it.
fn require_place(r: &mut Read, edition: &EditionRow) -> Result<(), Problem> {
    if store::count(r, edition.id)? >= i64::from(edition.capacity) {
        return Err(Problem::new(ProblemCode::EditionFull));
    }
    Ok(())
}

/// A training centre makes accounts for people of the institutions it teaches, which are not its own: the
/// same person acts, with the reach that enrolling needs. Callers have checked that the edition is theirs.
pub(super) fn registrar(actor: &Actor) -> Actor {
    Actor { roles: Roles { site_administrator: true, ..actor.roles.clone() }, ..actor.clone() }
}

fn tell(
    w: &mut Write,
    actor: &Actor,
    edition: &EditionRow,
    person: &PersonRow,
    (link, now): (&NewLink, Moment),
) -> Result<(), Problem> {
    if person.password_set_at.is_none() {
        return people::invite(w, &registrar(actor), person.id, link, now);
    }
    let programme = version_of(w, edition.version_id)?.title.0;
    let data = json!({
        "name": person.name().address(),
        "programme": programme.for_reader(person.language),
        "edition": edition.title,
        "term": dates::period(person.language, edition.starts_on, edition.ends_on),
    });
    let to = Recipient {
        person: Some(person.id),
        address: person.email.clone(),
        name: person.name().full(),
        language: person.language,
    };
    mail::send(w, now, &Letter { name: "enrolment", to, data })?;
    Ok(())
}
