//! Rows of enrolments, with the people behind them.

use super::{ENROLMENT, EnrolmentRow};
use crate::db::schema::{editions, enrolments, organisations, people};
use crate::db::{Read, Write};
use crate::editions::rules::Scope;
use crate::editions::rules::import::{KnownPerson, Place};
use crate::kernel::{
    EditionId, EnrolmentId, Language, Moment, OrganisationId, PersonId, PersonName, Problem,
};
use diesel::prelude::*;
use std::collections::HashMap;

/// A trainee of an edition.
#[derive(Debug, Clone)]
pub struct TraineeRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The address.
    pub email: String,
    /// Whether a password was ever set: the invitation was taken up.
    pub has_signed_in: bool,
    /// The organisation that sent the person.
    pub organisation: Option<OrganisationId>,
    /// Its short name.
    pub organisation_name: Option<String>,
    /// Since when.
    pub enrolled_at: Moment,
}

type Columns = (
    (EnrolmentId, PersonId, Option<OrganisationId>, Moment),
    (String, String, Option<String>, String, Option<Moment>),
    Option<String>,
);

/// The trainees of an edition whom somebody of this scope sees, by name as a reader of the language sorts.
pub fn trainees(
    r: &mut Read,
    edition: EditionId,
    scope: &Scope,
    language: Language,
) -> Result<Vec<TraineeRow>, Problem> {
    let mut query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select((
            (enrolments::id, people::id, enrolments::organisation_id, enrolments::enrolled_at),
            (people::surname, people::given_name, people::patronymic, people::email, people::password_set_at),
            organisations::short_name.nullable(),
        ))
        .into_boxed();
    if let Scope::SentBy(sent_by) = scope {
        query = query.filter(enrolments::organisation_id.eq_any(sent_by.clone()));
    }
    query = match language {
        Language::Kk => query.order((people::sort_kk, people::id)),
        Language::Ru | Language::En => query.order((people::sort_ru, people::id)),
    };
    let rows: Vec<Columns> = query.load(r.conn())?;
    Ok(rows.into_iter().map(trainee).collect())
}

fn trainee(columns: Columns) -> TraineeRow {
    let ((enrolment, person, organisation, enrolled_at), who, organisation_name) = columns;
    let (surname, given_name, patronymic, email, password_set_at) = who;
    TraineeRow {
        enrolment,
        person,
        name: PersonName { surname, given_name, patronymic },
        email,
        has_signed_in: password_set_at.is_some(),
        organisation,
        organisation_name,
        enrolled_at,
    }
}

/// How many people are in an edition.
pub fn count(r: &mut Read, edition: EditionId) -> Result<i64, Problem> {
    Ok(enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .count()
        .get_result(r.conn())?)
}

/// Whether anybody was ever enrolled, withdrawn people too.
pub fn any_ever(r: &mut Read, edition: EditionId) -> Result<bool, Problem> {
    let rows: i64 =
        enrolments::table.filter(enrolments::edition_id.eq(edition)).count().get_result(r.conn())?;
    Ok(rows > 0)
}

/// Whether somebody was ever enrolled in an edition that one of these organisations runs.
pub fn learns_with(
    r: &mut Read,
    person: PersonId,
    organisations: &[OrganisationId],
) -> Result<bool, Problem> {
    let rows: i64 = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .filter(editions::organisation_id.eq_any(organisations.to_vec()))
        .count()
        .get_result(r.conn())?;
    Ok(rows > 0)
}

/// A person's enrolment in an edition, withdrawn or not.
pub fn of_person(
    r: &mut Read,
    edition: EditionId,
    person: PersonId,
) -> Result<Option<EnrolmentRow>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::person_id.eq(person))
        .select(ENROLMENT)
        .first(r.conn())
        .optional()?)
}

/// An enrolment about to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewEnrolment {
    /// In which edition.
    pub edition: EditionId,
    /// Who.
    pub person: PersonId,
    /// The organisation that sends the person.
    pub organisation: Option<OrganisationId>,
}

/// Enrols somebody who never was.
pub fn insert(
    w: &mut Write,
    new: &NewEnrolment,
    by: Option<PersonId>,
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    let id = diesel::insert_into(enrolments::table)
        .values((
            enrolments::edition_id.eq(new.edition),
            enrolments::person_id.eq(new.person),
            enrolments::organisation_id.eq(new.organisation),
            enrolments::enrolled_at.eq(now),
            enrolments::enrolled_by.eq(by),
        ))
        .returning(enrolments::id)
        .get_result(w.conn())?;
    Ok(id)
}

/// Takes a withdrawal back: the same row, so that everything done before counts again.
pub fn reopen(
    w: &mut Write,
    id: EnrolmentId,
    organisation: Option<OrganisationId>,
    by: Option<PersonId>,
    now: Moment,
) -> Result<(), Problem> {
    let nobody: Option<PersonId> = None;
    let no_moment: Option<Moment> = None;
    let no_reason: Option<String> = None;
    diesel::update(enrolments::table.filter(enrolments::id.eq(id)))
        .set((
            enrolments::organisation_id.eq(organisation),
            enrolments::enrolled_at.eq(now),
            enrolments::enrolled_by.eq(by),
            enrolments::withdrawn_at.eq(no_moment),
            enrolments::withdrawn_by.eq(nobody),
            enrolments::withdrawal_reason.eq(no_reason),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Withdraws somebody; the row keeps who, when and why.
pub fn withdraw(
    w: &mut Write,
    id: EnrolmentId,
    reason: &str,
    by: Option<PersonId>,
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(enrolments::table.filter(enrolments::id.eq(id)))
        .set((
            enrolments::withdrawn_at.eq(now),
            enrolments::withdrawn_by.eq(by),
            enrolments::withdrawal_reason.eq(reason),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The people behind addresses, with their place in an edition.
pub fn known(
    r: &mut Read,
    edition: EditionId,
    email_keys: Vec<String>,
) -> Result<HashMap<String, KnownPerson>, Problem> {
    let mut found: Vec<(String, PersonColumns)> = Vec::new();
    for keys in email_keys.chunks(500) {
        let rows: Vec<(String, PersonColumns)> = people::table
            .filter(people::email_key.eq_any(keys.to_vec()))
            .select((
                people::email_key,
                (people::id, people::surname, people::given_name, people::patronymic, people::deactivated_at),
            ))
            .load(r.conn())?;
        found.extend(rows);
    }
    let places: HashMap<PersonId, Option<Moment>> = enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .select((enrolments::person_id, enrolments::withdrawn_at))
        .load::<(PersonId, Option<Moment>)>(r.conn())?
        .into_iter()
        .collect();
    let place = |person: PersonId| match places.get(&person) {
        None => Place::None,
        Some(None) => Place::Taken,
        Some(Some(_)) => Place::Withdrawn,
    };
    let known = |(id, surname, given_name, patronymic, deactivated_at): PersonColumns| KnownPerson {
        id,
        name: PersonName { surname, given_name, patronymic },
        closed: deactivated_at.is_some(),
        place: place(id),
    };
    Ok(found.into_iter().map(|(key, columns)| (key, known(columns))).collect())
}

type PersonColumns = (PersonId, String, String, Option<String>, Option<Moment>);
