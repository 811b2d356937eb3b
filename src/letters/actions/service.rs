//! Records of service (M3): a volunteer asks, the product puts the five elements together, a coordinator puts them right and
//! signs them off.

use super::authority::{holds, in_the_name_of, own};
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::actions::Tools;
use crate::documents::actions::letters::{LetterAsk, issue_letter};
use crate::documents::rules::letters::LetterText;
use crate::documents::rules::reason;
use crate::documents::store::IssuedRow;
use crate::kernel::{
    Actor, Fault, Localised, Moment, OrganisationId, Problem, ProblemCode, PublicId, ServiceRequestId,
};
use crate::letters::rules::language_of;
use crate::letters::rules::service::Service;
use crate::letters::store::service::{self as store, RequestRow, Which};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::printing::fields::{LetterFields, ServiceFields};
use crate::programmes::rules::words::{DocumentKind, Nature};
use crate::web::paths;
use serde_json::json;

/// How many requests a page lists.
const SHOWN: i64 = 200;

/// One's own requests, and whom one may ask.
#[derive(Debug, Clone)]
pub struct Own {
    /// The requests, the newest first.
    pub requests: Vec<RequestRow>,
    /// Organisations to ask.
    pub organisations: Vec<(OrganisationId, String)>,
}

/// The actor's own requests.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn mine(r: &mut Read, actor: &Actor) -> Result<Own, Problem> {
    let person = actor.person_id()?;
    Ok(Own {
        requests: store::requests(r, Which::Person(person), SHOWN)?,
        organisations: store::askable(r, person)?,
    })
}

/// Asks an organisation for a record; asking again while one is open changes nothing.
///
/// # Errors
/// `Invalid` for an organisation that has nothing to say of this person.
pub fn ask(
    w: &mut Write,
    actor: &Actor,
    (organisation, note): (OrganisationId, Option<&str>),
    now: Moment,
) -> Result<ServiceRequestId, Problem> {
    let person = actor.person_id()?;
    if !store::askable(w, person)?.iter().any(|(id, _)| *id == organisation) {
        return Err(Problem::invalid(vec![Fault::new("organisation", "service-organisation")]));
    }
    if let Some(open) = store::waiting(w, (person, organisation))? {
        return Ok(open);
    }
    let id = store::ask(w, (person, organisation), note, now)?;
    tell_deciders(w, id, now)?;
    let (subject, after) = (("service-record-request", id.0), Some(json!({ "organisation": organisation })));
    audit::record(w, actor, now, Entry { action: "service-record-asked", subject, before: None, after })?;
    Ok(id)
}

/// Writes to those who decide on a request.
fn tell_deciders(w: &mut Write, id: ServiceRequestId, now: Moment) -> Result<(), Problem> {
    let Some(row) = store::requests(w, Which::One(id), 1)?.pop() else { return Ok(()) };
    let people = store::deciders(w, row.organisation, row.person)?;
    for to in addressees::of(w, &people)? {
        let data = json!({
            "name": to.name.address(),
            "volunteer": row.name.full(),
            "organisation": row.organisation_name,
            "note": row.note,
            "path": paths::service_record_request(id),
        });
        mail::send(w, now, &Letter { name: "service_record_asked", to: to.recipient(), data })?;
    }
    Ok(())
}

/// The open requests to the organisations that the actor coordinates or administers.
///
/// # Errors
/// `Forbidden` for whoever does neither.
pub fn open(r: &mut Read, actor: &Actor) -> Result<Vec<RequestRow>, Problem> {
    let own = own(actor)?;
    store::requests(r, Which::Open(own), SHOWN)
}

/// A request with what the record would say.
///
/// # Errors
/// `NotFound` for other organisations.
pub fn show(
    r: &mut Read,
    actor: &Actor,
    id: ServiceRequestId,
    now: Moment,
) -> Result<(RequestRow, ServiceFields), Problem> {
    let row = held(r, actor, id)?;
    let service = service_of(r, &row, now)?;
    Ok((row, service.elements()))
}

fn held(r: &mut Read, actor: &Actor, id: ServiceRequestId) -> Result<RequestRow, Problem> {
    let own = own(actor)?;
    let row = store::requests(r, Which::One(id), 1)?.pop().ok_or_else(Problem::not_found)?;
    if holds(own.as_deref(), row.organisation) { Ok(row) } else { Err(Problem::not_found()) }
}

/// What is known of the volunteer, in a fixed number of queries: of what the organisation ran or sent them to, and not of
/// what they do elsewhere.
fn service_of(r: &mut Read, row: &RequestRow, now: Moment) -> Result<Service, Problem> {
    let hour = i64::from(countries::profile_of(r, row.organisation)?.academic_hour_minutes).max(1);
    let whose = (row.person, row.organisation);
    let (courses, minutes) = (store::courses(r, whose)?, store::minutes(r, whose)?);
    let marks = store::marks(r, whose)?;
    let hours = |wanted: Nature| {
        minutes.iter().filter(|(nature, _)| *nature == wanted).map(|(_, minutes)| minutes).sum::<i64>() / hour
    };
    let mut programmes: Vec<Localised> = Vec::new();
    for course in &courses {
        if !programmes.contains(&course.title.0) {
            programmes.push(course.title.0.clone());
        }
    }
    let first = courses.iter().map(|one| one.enrolled_at.date_in(one.zone)).min();
    let last = courses.iter().map(|one| one.ends_on.min(now.date_in(one.zone))).max();
    Ok(Service {
        language: row.language,
        programmes,
        hours: (hours(Nature::Theory), hours(Nature::Practice), hours(Nature::SelfStudy)),
        works: (marks.len(), marks.iter().filter(|passed| **passed).count()),
        documents: store::qualifications(r, whose)?,
        days: first.zip(last).map(|(first, last)| (first, last.max(first))),
    })
}

/// Signs a record off: it becomes a document, for today.
///
/// # Errors
/// `NotFound` for other organisations; `Conflict` when somebody has decided already; `Invalid` with every element that is
/// missing, and for one's own request.
pub fn sign(
    w: &mut Write,
    (actor, tools): (&Actor, &Tools<'_>),
    (id, elements): (ServiceRequestId, &ServiceFields),
    public_id: &PublicId,
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let row = undecided(w, actor, id)?;
    let text = LetterText {
        language: language_of(row.language),
        letter: LetterFields::default(),
        service: elements.clone(),
    };
    let ask = LetterAsk {
        organisation: row.organisation,
        person: row.person,
        kind: DocumentKind::ServiceRecord,
        texts: vec![text],
        valid: None,
        issued_on: None,
        zone: actor.zone,
        number: None,
        public_id: public_id.clone(),
    };
    let issued = issue_letter(w, &in_the_name_of(actor, row.organisation), tools, &ask, now)?;
    store::decide(w, id, (Some(issued.id), None), (actor.person_id()?, now))?;
    Ok(issued)
}

fn undecided(w: &mut Write, actor: &Actor, id: ServiceRequestId) -> Result<RequestRow, Problem> {
    let row = held(w, actor, id)?;
    if row.document.is_some() || row.refusal.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    // Nobody attests their own service.
    if actor.person == Some(row.person) {
        return Err(Problem::invalid(vec![Fault::new("request", "service-own")]));
    }
    Ok(row)
}

/// Refuses a record with a reason, which the volunteer reads.
///
/// # Errors
/// As [`sign`]; `Invalid` without a reason.
pub fn refuse(
    w: &mut Write,
    actor: &Actor,
    (id, why): (ServiceRequestId, &str),
    now: Moment,
) -> Result<(), Problem> {
    let row = undecided(w, actor, id)?;
    let why = reason(why)?;
    store::decide(w, id, (None, Some(&why)), (actor.person_id()?, now))?;
    for to in addressees::of(w, &[row.person])? {
        let data = json!({
            "name": to.name.address(),
            "organisation": row.organisation_name,
            "reason": why,
            "path": paths::SERVICE_RECORDS,
        });
        mail::send(w, now, &Letter { name: "service_record_refused", to: to.recipient(), data })?;
    }
    let (subject, after) = (("service-record-request", id.0), Some(json!({ "person": row.person })));
    audit::record(w, actor, now, Entry { action: "service-record-refused", subject, before: None, after })
}
