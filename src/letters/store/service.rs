//! Requests for records of service, and what such a record is put together from.

use crate::db::schema::{
    documents, editions, enrolments, gradings, ledger_entries, organisations, people, programme_versions,
    role_grants, service_record_decisions as decisions, service_record_requests as requests, submissions,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    DocumentId, Language, Localised, Moment, OrganisationId, PersonId, PersonName, Problem, ServiceRequestId,
    ZoneName,
};
use crate::programmes::rules::words::{DocumentKind, Nature};
use chrono::NaiveDate;
use diesel::dsl::sum;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

/// A request with what came of it.
#[derive(Debug, Clone)]
pub struct RequestRow {
    /// The request.
    pub id: ServiceRequestId,
    /// Who asks.
    pub person: PersonId,
    /// The name of today.
    pub name: PersonName,
    /// The language of letters.
    pub language: Language,
    /// Whom.
    pub organisation: OrganisationId,
    /// Its short name.
    pub organisation_name: String,
    /// What the volunteer adds.
    pub note: Option<String>,
    /// When.
    pub asked_at: Moment,
    /// The document it became.
    pub document: Option<DocumentId>,
    /// Why it was refused.
    pub refusal: Option<String>,
}

/// Which requests.
#[derive(Debug, Clone)]
pub enum Which {
    /// One.
    One(ServiceRequestId),
    /// All of a person.
    Person(PersonId),
    /// Those to organisations that nobody has decided on; nothing for all organisations.
    Open(Option<Vec<OrganisationId>>),
}

type Row = (
    (ServiceRequestId, Option<String>, Moment),
    (PersonId, String, String, Option<String>, Language),
    (OrganisationId, String),
    (Option<DocumentId>, Option<String>),
);

/// Requests, the newest first.
pub fn requests(r: &mut Read, which: Which, limit: i64) -> Result<Vec<RequestRow>, Problem> {
    let query = requests::table
        .inner_join(people::table)
        .inner_join(organisations::table.on(organisations::id.eq(requests::organisation_id)))
        .left_join(decisions::table.on(decisions::request_id.eq(requests::id)))
        .order(requests::id.desc())
        .limit(limit)
        .select((
            (requests::id, requests::note, requests::asked_at),
            (people::id, people::surname, people::given_name, people::patronymic, people::language),
            (organisations::id, organisations::short_name),
            (decisions::document_id.nullable(), decisions::refusal.nullable()),
        ))
        .into_boxed();
    let query = match which {
        Which::One(id) => query.filter(requests::id.eq(id)),
        Which::Person(person) => query.filter(requests::person_id.eq(person)),
        Which::Open(None) => query.filter(requests::open_key.is_not_null()),
        Which::Open(Some(of)) => {
            query.filter(requests::open_key.is_not_null()).filter(requests::organisation_id.eq_any(of))
        }
    };
    let rows: Vec<Row> = query.load(r.conn())?;
    let request =
        |((id, note, asked_at), who, (organisation, organisation_name), (document, refusal)): Row| {
            let (person, surname, given_name, patronymic, language) = who;
            let name = PersonName { surname, given_name, patronymic };
            RequestRow {
                id,
                person,
                name,
                language,
                organisation,
                organisation_name,
                note,
                asked_at,
                document,
                refusal,
            }
        };
    Ok(rows.into_iter().map(request).collect())
}

fn open_key(person: PersonId, organisation: OrganisationId) -> String {
    format!("{person}:{organisation}")
}

/// The request of somebody to an organisation that waits for its decision.
pub fn waiting(
    r: &mut Read,
    (person, organisation): (PersonId, OrganisationId),
) -> Result<Option<ServiceRequestId>, Problem> {
    Ok(requests::table
        .filter(requests::open_key.eq(open_key(person, organisation)))
        .select(requests::id)
        .first(r.conn())
        .optional()?)
}

/// Who is told of a request: the coordinators of the organisation; where nobody else is one, its administrators, and where
/// it has none, those of the site. Who asks does not decide on it.
pub fn deciders(
    r: &mut Read,
    organisation: OrganisationId,
    asker: PersonId,
) -> Result<Vec<PersonId>, Problem> {
    let found: Vec<(PersonId, String, Option<OrganisationId>)> = role_grants::table
        .filter(role_grants::role.eq("coordinator").or(role_grants::role.eq("administrator")))
        .filter(role_grants::organisation_id.is_null().or(role_grants::organisation_id.eq(organisation)))
        .filter(role_grants::revoked_at.is_null())
        .filter(role_grants::person_id.ne(asker))
        .order(role_grants::person_id)
        .select((role_grants::person_id, role_grants::role, role_grants::organisation_id))
        .load(r.conn())?;
    let rank = |role: &str, of: Option<OrganisationId>| match (role, of) {
        ("coordinator", Some(_)) => 0,
        (_, Some(_)) => 1,
        _ => 2,
    };
    let nearest = found.iter().map(|(_, role, of)| rank(role, *of)).min();
    let near = found.into_iter().filter(|(_, role, of)| Some(rank(role, *of)) == nearest);
    let mut people: Vec<PersonId> = near.map(|(person, ..)| person).collect();
    people.dedup();
    Ok(people)
}

/// Writes a request down; one that is open already stays the only one.
pub fn ask(
    w: &mut Write,
    (person, organisation): (PersonId, OrganisationId),
    note: Option<&str>,
    now: Moment,
) -> Result<ServiceRequestId, Problem> {
    if let Some(open) = waiting(w, (person, organisation))? {
        return Ok(open);
    }
    let key = open_key(person, organisation);
    Ok(diesel::insert_into(requests::table)
        .values((
            requests::person_id.eq(person),
            requests::organisation_id.eq(organisation),
            requests::note.eq(note),
            requests::asked_at.eq(now),
            requests::open_key.eq(Some(key)),
        ))
        .returning(requests::id)
        .get_result(w.conn())
        .map_err(again)?)
}

/// Somebody else has asked or decided meanwhile: the transaction is run again and finds it.
fn again(error: Error) -> Error {
    match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    }
}

/// Writes down what came of a request: the document, or why not.
pub fn decide(
    w: &mut Write,
    id: ServiceRequestId,
    (document, refusal): (Option<DocumentId>, Option<&str>),
    (by, now): (PersonId, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(decisions::table)
        .values((
            decisions::request_id.eq(id),
            decisions::document_id.eq(document),
            decisions::refusal.eq(refusal),
            decisions::decided_at.eq(now),
            decisions::decided_by.eq(by),
        ))
        .execute(w.conn())
        .map_err(again)?;
    diesel::update(requests::table.filter(requests::id.eq(id)))
        .set(requests::open_key.eq(None::<String>))
        .execute(w.conn())?;
    Ok(())
}

/// Organisations somebody may ask: those that ran what they took part in, and those that sent them there.
pub fn askable(r: &mut Read, person: PersonId) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let rows: Vec<(OrganisationId, Option<OrganisationId>)> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .select((editions::organisation_id, enrolments::organisation_id))
        .load(r.conn())?;
    let ids: Vec<OrganisationId> =
        rows.into_iter().flat_map(|(by, sent)| [Some(by), sent]).flatten().collect();
    super::issuers(r, Some(&ids))
}

/// A course somebody took part in.
#[derive(Debug, Clone, Queryable)]
pub struct CourseRow {
    /// The programme.
    pub title: Json<Localised>,
    /// When they were taken on.
    pub enrolled_at: Moment,
    /// The last day.
    pub ends_on: NaiveDate,
    /// The zone of its days.
    pub zone: ZoneName,
}

/// The courses of somebody that an organisation ran or sent them to, in order.
pub fn courses(
    r: &mut Read,
    (person, organisation): (PersonId, OrganisationId),
) -> Result<Vec<CourseRow>, Problem> {
    Ok(enrolments::table
        .inner_join(editions::table.inner_join(programme_versions::table))
        .filter(enrolments::person_id.eq(person))
        .filter(editions::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .filter(enrolments::withdrawn_at.is_null())
        .order(enrolments::id)
        .select((programme_versions::title, enrolments::enrolled_at, editions::ends_on, editions::time_zone))
        .load(r.conn())?)
}

/// The minutes credited to somebody in what an organisation ran or sent them to, by nature.
pub fn minutes(
    r: &mut Read,
    (person, organisation): (PersonId, OrganisationId),
) -> Result<Vec<(Nature, i64)>, Problem> {
    let rows: Vec<(Nature, Option<i64>)> = ledger_entries::table
        .inner_join(enrolments::table.inner_join(editions::table))
        .filter(enrolments::person_id.eq(person))
        .filter(editions::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .group_by(ledger_entries::nature)
        .select((ledger_entries::nature, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(nature, minutes)| (nature, minutes.unwrap_or_default())).collect())
}

/// Whether each of somebody's marked works was passed, in what an organisation ran or sent them to; only marks they were
/// told.
pub fn marks(r: &mut Read, (person, organisation): (PersonId, OrganisationId)) -> Result<Vec<bool>, Problem> {
    Ok(gradings::table
        .inner_join(submissions::table.on(submissions::id.eq(gradings::submission_id)))
        .inner_join(enrolments::table.on(enrolments::id.eq(submissions::enrolment_id)))
        .inner_join(editions::table.on(editions::id.eq(enrolments::edition_id)))
        .filter(enrolments::person_id.eq(person))
        .filter(editions::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .filter(gradings::released_at.is_not_null())
        .select(gradings::passed)
        .load(r.conn())?)
}

/// Somebody's valid documents about courses that an organisation issued or sent them to, the oldest first. What others
/// issued is not shown to it.
pub fn qualifications(
    r: &mut Read,
    (person, organisation): (PersonId, OrganisationId),
) -> Result<Vec<(DocumentKind, String)>, Problem> {
    Ok(documents::table
        .inner_join(enrolments::table.on(documents::enrolment_id.eq(enrolments::id.nullable())))
        .filter(documents::person_id.eq(person))
        .filter(documents::organisation_id.eq(organisation).or(enrolments::organisation_id.eq(organisation)))
        .filter(documents::live_key.is_not_null())
        .order(documents::id)
        .select((documents::kind, documents::number_text))
        .load(r.conn())?)
}
