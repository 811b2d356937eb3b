//! Who has to do with a person: the organisation that sends them, and those that teach them; and the people of an edition.

use crate::db::Read;
use crate::db::schema::{
    attendance_marks, completions, documents, editions, education_proofs, enrolments, identities,
    lesson_visits, people, quiz_attempts,
};
use crate::identities::rules::reach::Tie;
use crate::kernel::{EditionId, EnrolmentId, Minutes, Moment, OrganisationId, PersonId, PersonName, Problem};
use diesel::prelude::*;
use std::collections::HashSet;

/// A person, and the organisations that have to do with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The person.
    pub person: PersonId,
    /// The name of the account.
    pub name: PersonName,
    /// The organisations: the one that sends them, those that run their editions or sent them there, and those that issued
    /// them a document.
    pub organisations: Vec<OrganisationId>,
    /// How each of them has to do with the person.
    pub ties: Vec<(OrganisationId, Tie)>,
}

type Account = (String, String, Option<String>, Option<OrganisationId>, Moment);

/// A person with the organisations that have to do with them.
pub fn whose(r: &mut Read, person: PersonId) -> Result<Option<Whose>, Problem> {
    let found: Option<Account> = people::table
        .filter(people::id.eq(person))
        .select((
            people::surname,
            people::given_name,
            people::patronymic,
            people::organisation_id,
            people::created_at,
        ))
        .first(r.conn())
        .optional()?;
    let Some((surname, given_name, patronymic, sends, created_at)) = found else { return Ok(None) };
    let mut ties: Vec<(OrganisationId, Tie)> = sends.map(|id| (id, Tie::Sends)).into_iter().collect();
    ties.extend(learning(r, person, created_at)?);
    let issued: Vec<OrganisationId> = documents::table
        .filter(documents::person_id.eq(person))
        .select(documents::organisation_id)
        .distinct()
        .load(r.conn())?;
    ties.extend(issued.into_iter().map(|id| (id, Tie::Issued)));
    let mut organisations: Vec<OrganisationId> = ties.iter().map(|(id, _)| *id).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let name = PersonName { surname, given_name, patronymic };
    Ok(Some(Whose { person, name, organisations, ties }))
}

/// An enrolment: itself, who runs the edition, who sent the person there, when, by whom, and when it was withdrawn.
type Enrolled =
    (EnrolmentId, OrganisationId, Option<OrganisationId>, Moment, Option<PersonId>, Option<Moment>);

fn learning(
    r: &mut Read,
    person: PersonId,
    created_at: Moment,
) -> Result<Vec<(OrganisationId, Tie)>, Problem> {
    let rows: Vec<Enrolled> = enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::person_id.eq(person))
        .select((
            enrolments::id,
            editions::organisation_id,
            enrolments::organisation_id,
            enrolments::enrolled_at,
            enrolments::enrolled_by,
            enrolments::withdrawn_at,
        ))
        .load(r.conn())?;
    let current: Vec<EnrolmentId> =
        rows.iter().filter(|(.., withdrawn)| withdrawn.is_none()).map(|row| row.0).collect();
    let (took_part, said) = (took_part(r, &current)?, own_words(r, person)?);
    let mut ties = Vec::new();
    for (id, teaches, sent, enrolled_at, enrolled_by, withdrawn) in rows {
        let accepted = created_at >= enrolled_at
            || enrolled_by == Some(person)
            || said.is_some_and(|said| said >= enrolled_at)
            || took_part.contains(&id);
        let tie = match withdrawn {
            Some(_) => Tie::Withdrawn,
            None if accepted => Tie::Learns,
            None => Tie::Unaccepted,
        };
        ties.extend([Some(teaches), sent].into_iter().flatten().map(|organisation| (organisation, tie)));
    }
    Ok(ties)
}

/// Those of the enrolments under which the person was present, opened a lesson, answered a quiz or finished anything.
fn took_part(r: &mut Read, these: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>, Problem> {
    let mut found: HashSet<EnrolmentId> = completions::table
        .filter(completions::enrolment_id.eq_any(these.to_vec()))
        .select(completions::enrolment_id)
        .load(r.conn())?
        .into_iter()
        .collect();
    let visits: Vec<EnrolmentId> = lesson_visits::table
        .filter(lesson_visits::enrolment_id.eq_any(these.to_vec()))
        .select(lesson_visits::enrolment_id)
        .load(r.conn())?;
    let attempts: Vec<EnrolmentId> = quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq_any(these.to_vec()))
        .select(quiz_attempts::enrolment_id)
        .load(r.conn())?;
    let present: Vec<EnrolmentId> = attendance_marks::table
        .filter(attendance_marks::enrolment_id.eq_any(these.to_vec()))
        .filter(attendance_marks::minutes.gt(Minutes(0)))
        .select(attendance_marks::enrolment_id)
        .load(r.conn())?;
    found.extend(visits.into_iter().chain(attempts).chain(present));
    Ok(found)
}

/// When the person last wrote down the data for papers themselves: their page says who sees them.
fn own_words(r: &mut Read, person: PersonId) -> Result<Option<Moment>, Problem> {
    let basics: Option<Moment> = identities::table
        .filter(identities::person_id.eq(person))
        .filter(identities::changed_by.eq(person))
        .select(identities::changed_at)
        .first(r.conn())
        .optional()?;
    let proof: Option<Moment> = education_proofs::table
        .filter(education_proofs::person_id.eq(person))
        .filter(education_proofs::recorded_by.eq(person))
        .order(education_proofs::id.desc())
        .select(education_proofs::recorded_at)
        .first(r.conn())
        .optional()?;
    Ok(basics.into_iter().chain(proof).max())
}

/// An edition whose people are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct EditionOf {
    /// The edition.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// Who runs it.
    pub organisation: OrganisationId,
}

/// An edition.
pub fn edition(r: &mut Read, id: EditionId) -> Result<Option<EditionOf>, Problem> {
    Ok(editions::table
        .filter(editions::id.eq(id))
        .select((editions::id, editions::title, editions::organisation_id))
        .first(r.conn())
        .optional()?)
}

/// The people who take part in an edition, in the order of the alphabet.
pub fn group(r: &mut Read, id: EditionId) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(id))
        .filter(enrolments::withdrawn_at.is_null())
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named =
        |(person, surname, given_name, patronymic)| (person, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
