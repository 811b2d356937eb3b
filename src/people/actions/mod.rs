//! What is done with accounts: made, invited, given roles, closed.

pub mod corrections;
pub mod hashing;
pub mod links;
pub mod sessions;

use super::Role;
use super::rules::{self, NewGrant, NewPerson, Scope, sorting};
use super::store::{self, PersonRow, roles::GrantRow};
use crate::access;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::jobs::{self, NewJob};
use crate::kernel::name::email_key;
use crate::kernel::{
    Actor, Fault, Language, Moment, OrganisationId, PersonId, Problem, RoleGrantId, ZoneName,
};
use serde_json::json;

pub use super::store::lists::CourseRow;
pub use links::{NewLink, invite};

/// Makes an account, without a password and without a letter.
///
/// # Errors
/// `Invalid` naming every fault, also an address that has an account already; `Forbidden` for an organisation
/// beyond the actor's reach.
pub fn create(w: &mut Write, actor: &Actor, new: &NewPerson, now: Moment) -> Result<PersonId, Problem> {
    let scope = Scope::of(&actor.roles)?;
    let mut faults = new.faults();
    let key = email_key(&new.email);
    if store::by_email(w, &key)?.is_some() {
        faults.push(Fault::new("email", "email-taken"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if !scope.holds(new.organisation) {
        return Err(Problem::forbidden());
    }
    let keys = store::Keys {
        email: key,
        search: rules::search_text(&new.name, &new.email),
        russian: sorting::key(Language::Ru, &new.name)?,
        kazakh: sorting::key(Language::Kk, &new.name)?,
    };
    let person = store::insert(w, new, &keys, now)?;
    let after = json!({ "email": new.email, "name": new.name.full(), "organisation": new.organisation,
        "position": new.position });
    note(w, actor, now, ("person-created", person), (None, Some(after)))?;
    Ok(person)
}

/// Writes down what somebody does in their organisation, as a list of people names it. What an account says already stays:
/// only those who administer it put it right.
///
/// # Errors
/// When the database refuses the row.
pub fn fill_position(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    typed: &str,
    now: Moment,
) -> Result<(), Problem> {
    let Some(position) = rules::position(typed) else { return Ok(()) };
    if !store::fill_position(w, person, &position)? {
        return Ok(());
    }
    note(w, actor, now, ("person-corrected", person), (None, Some(json!({ "position": position }))))
}

/// The account of an e-mail address, however it is written.
///
/// # Errors
/// `NotFound` when there is none.
pub fn by_email(r: &mut Read, email: &str) -> Result<PersonRow, Problem> {
    store::by_email(r, &email_key(email))?.ok_or_else(Problem::not_found)
}

/// Sets a password whose hash was made before. Sessions stay as they are: see [`links::set_password`].
///
/// # Errors
/// When the database refuses the row.
pub fn set_password_hash(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    hash: &str,
    now: Moment,
) -> Result<(), Problem> {
    store::set_hash(w, person, hash, now)?;
    note(w, actor, now, ("password-set", person), (None, None))
}

/// Grants a role. Granting what the person has already changes nothing.
///
/// # Errors
/// `NotFound` for a person out of reach, `Invalid` or `Forbidden` as the rules say.
pub fn grant_role(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    grant: NewGrant,
    now: Moment,
) -> Result<RoleGrantId, Problem> {
    let scope = Scope::of(&actor.roles)?;
    person_in(w, &scope, person)?;
    grant.check(&scope)?;
    let held = store::roles::grants_of(w, &[person])?;
    if let Some(same) =
        held.iter().find(|held| held.role == grant.role && held.organisation == grant.organisation)
    {
        return Ok(same.id);
    }
    let id = store::roles::insert_grant(w, person, &grant, actor.person, now)?;
    let after = json!({ "role": grant.role, "organisation": grant.organisation });
    note(w, actor, now, ("role-granted", person), (None, Some(after)))?;
    Ok(id)
}

/// Takes a role back.
///
/// # Errors
/// `NotFound` when the person does not have it, `Forbidden` for the actor's own roles and for those beyond reach.
pub fn revoke_role(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    grant: RoleGrantId,
    now: Moment,
) -> Result<(), Problem> {
    let scope = Scope::of(&actor.roles)?;
    person_in(w, &scope, person)?;
    rules::not_oneself(actor.person, person)?;
    let held = store::roles::grants_of(w, &[person])?;
    let row = held.into_iter().find(|held| held.id == grant).ok_or_else(Problem::not_found)?;
    NewGrant { role: row.role, organisation: row.organisation }.check(&scope)?;
    store::roles::revoke_grant(w, grant, actor.person, now)?;
    let before = json!({ "role": row.role, "organisation": row.organisation });
    note(w, actor, now, ("role-revoked", person), (Some(before), None))
}

/// A person whose account is the actor's to change: within reach, and holding no role that the actor may not grant.
fn governed(r: &mut Read, actor: &Actor, person: PersonId) -> Result<PersonRow, Problem> {
    let scope = Scope::of(&actor.roles)?;
    let row = person_in(r, &scope, person)?;
    for held in store::roles::grants_of(r, &[person])? {
        NewGrant { role: held.role, organisation: held.organisation }.check(&scope)?;
    }
    Ok(row)
}

/// Closes an account and ends its sessions; everything the person did stays.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` for the own account and for somebody who may do more than the actor may
/// grant.
pub fn deactivate(w: &mut Write, actor: &Actor, person: PersonId, now: Moment) -> Result<(), Problem> {
    governed(w, actor, person)?;
    rules::not_oneself(actor.person, person)?;
    store::set_deactivated(w, person, Some(now))?;
    store::links::end_all(w, person, now)?;
    access::store::revoke_others(w, person, None, now)?;
    note(w, actor, now, ("person-deactivated", person), (None, None))
}

/// Opens a closed account again.
///
/// # Errors
/// As for [`deactivate`].
pub fn reactivate(w: &mut Write, actor: &Actor, person: PersonId, now: Moment) -> Result<(), Problem> {
    governed(w, actor, person)?;
    store::set_deactivated(w, person, None)?;
    note(w, actor, now, ("person-reactivated", person), (None, None))
}

/// The kind of the job that gives the attempts of a person that are under way the extra time of now.
pub const EXTRA_TIME_JOB: &str = "extra-time-set";

/// Gives a person more time wherever there is a clock; 0 per cent takes it back. Attempts under way get more time and
/// never less.
///
/// # Errors
/// `NotFound` out of reach, `Invalid` for a share out of bounds or without a reason.
pub fn accommodate(
    w: &mut Write,
    actor: &Actor,
    person: PersonId,
    (percent, reason): (i32, &str),
    now: Moment,
) -> Result<(), Problem> {
    person_in(w, &Scope::of(&actor.roles)?, person)?;
    rules::extra_time(percent, reason)?;
    let before = store::accommodations::latest(w, person)?.map(|(percent, _)| json!({ "percent": percent }));
    store::accommodations::insert(w, person, (percent, reason), (actor.person, now))?;
    let payload = json!({ "person": person });
    jobs::enqueue(w, now, NewJob { kind: EXTRA_TIME_JOB, payload, unique_key: None })?;
    note(w, actor, now, ("extra-time-set", person), (before, Some(json!({ "percent": percent }))))
}

/// Sets the language and the zone of the actor's own pages.
///
/// # Errors
/// When the database refuses the row.
pub fn set_reading(
    w: &mut Write,
    actor: &Actor,
    language: Language,
    zone: ZoneName,
    now: Moment,
) -> Result<(), Problem> {
    let person = actor.person_id()?;
    store::set_reading(w, person, language, zone)?;
    let before = json!({ "language": actor.language, "zone": actor.zone });
    let after = json!({ "language": language, "zone": zone });
    note(w, actor, now, ("reading-changed", person), (Some(before), Some(after)))
}

/// A person with their roles, for an administrator.
#[derive(Debug, Clone)]
pub struct Details {
    /// The account.
    pub person: PersonRow,
    /// The roles that hold.
    pub grants: Vec<GrantRow>,
    /// Organisations the administrator may grant roles in.
    pub organisations: Vec<(OrganisationId, String)>,
    /// Whether roles of the whole site may be granted.
    pub whole_site: bool,
    /// The editions the person takes part in or teaches, the latest first.
    pub courses: Vec<CourseRow>,
    /// How much more time the person has wherever there is a clock, in per cent, and why.
    pub extra_time: Option<(i32, String)>,
}

/// A person as an administrator sees them.
///
/// # Errors
/// `NotFound` out of reach.
pub fn details(r: &mut Read, actor: &Actor, person: PersonId) -> Result<Details, Problem> {
    let scope = Scope::of(&actor.roles)?;
    let person = person_in(r, &scope, person)?;
    Ok(Details {
        grants: store::roles::grants_of(r, &[person.id])?,
        organisations: store::roles::organisations(r, &scope)?,
        whole_site: scope == Scope::All,
        courses: store::lists::courses(r, person.id)?,
        extra_time: store::accommodations::latest(r, person.id)?,
        person,
    })
}

/// One person of a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The account.
    pub person: PersonRow,
    /// The short name of the organisation.
    pub organisation: Option<String>,
    /// Granted roles.
    pub roles: Vec<Role>,
    /// Takes part in an edition.
    pub trainee: bool,
    /// Trainer of an edition.
    pub trainer: bool,
}

/// A page of the people an administrator sees, and how many there are in all.
///
/// # Errors
/// `Forbidden` for whoever is no administrator.
pub fn list(
    r: &mut Read,
    actor: &Actor,
    typed: &str,
    after: Option<PersonId>,
    limit: i64,
) -> Result<(Vec<Listed>, i64), Problem> {
    let search = store::lists::Search {
        scope: Scope::of(&actor.roles)?,
        words: rules::search_words(typed),
        language: actor.language,
        after,
        limit,
    };
    let rows = store::lists::page(r, &search)?;
    let ids: Vec<PersonId> = rows.iter().map(|(row, _)| row.id).collect();
    let grants = store::roles::grants_of(r, &ids)?;
    let trainees = store::lists::trainees_among(r, &ids)?;
    let trainers = store::lists::trainers_among(r, &ids)?;
    let listed = |(person, organisation): (PersonRow, Option<String>)| Listed {
        roles: grants.iter().filter(|grant| grant.person == person.id).map(|grant| grant.role).collect(),
        trainee: trainees.contains(&person.id),
        trainer: trainers.contains(&person.id),
        person,
        organisation,
    };
    Ok((rows.into_iter().map(listed).collect(), store::lists::count(r, &search)?))
}

/// The organisations an administrator may file people under.
///
/// # Errors
/// `Forbidden` for whoever is no administrator.
pub fn organisations(r: &mut Read, actor: &Actor) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let scope = Scope::of(&actor.roles)?;
    store::roles::organisations(r, &scope)
}

/// A person inside a scope; one outside does not exist for this reader.
fn person_in(r: &mut Read, scope: &Scope, person: PersonId) -> Result<PersonRow, Problem> {
    let found = store::person(r, person)?.filter(|row| scope.holds(row.organisation));
    found.ok_or_else(Problem::not_found)
}

type Values = (Option<serde_json::Value>, Option<serde_json::Value>);

fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, person): (&'static str, PersonId),
    (before, after): Values,
) -> Result<(), Problem> {
    audit::record(w, actor, now, Entry { action, subject: ("person", person.0), before, after })
}
