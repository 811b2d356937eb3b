//! What ties people of a commission to people of the group, and the exceptions somebody has made.

use crate::db::schema::{
    certifying_exceptions as rows, edition_trainers, enrolments, gradings, organisations, people, sessions,
    submissions,
};
use crate::db::{Read, Write};
use crate::kernel::name::fold;
use crate::kernel::{
    CertifyingExceptionId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, Problem,
};
use crate::orders::rules::conflicts::{Exception, Ties};
use crate::orders::store::group::Trainee;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the data know of ties between these people and those of an edition: six queries.
pub fn of_edition(
    r: &mut Read,
    edition: EditionId,
    (members, trainees): (&[PersonId], &[Trainee]),
) -> Result<Ties, Problem> {
    let senders: BTreeMap<EnrolmentId, OrganisationId> =
        trainees.iter().filter_map(|one| Some((one.enrolment, one.sender?))).collect();
    let works_in: Vec<(PersonId, Option<OrganisationId>)> = people::table
        .filter(people::id.eq_any(members.to_vec()))
        .select((people::id, people::organisation_id))
        .load(r.conn())?;
    let sending: BTreeSet<OrganisationId> = senders.values().copied().collect();
    let heads: Vec<(OrganisationId, Option<String>)> = organisations::table
        .filter(organisations::id.eq_any(sending.into_iter().collect::<Vec<_>>()))
        .select((organisations::id, organisations::head_name))
        .load(r.conn())?;
    let (trainers, graded) = (trainers(r, edition)?, graded(r, edition)?);
    Ok(Ties {
        known: known(r, trainers.iter().chain(graded.keys()).copied().collect())?,
        trainees: trainees.iter().map(|one| (one.person, one.enrolment)).collect(),
        trainers,
        graded,
        works_in: works_in.into_iter().filter_map(|(id, employer)| Some((id, employer?))).collect(),
        senders,
        heads: heads.into_iter().filter_map(|(id, head)| Some((id, head?))).collect(),
    })
}

/// People by their folded full names.
fn known(r: &mut Read, these: BTreeSet<PersonId>) -> Result<BTreeMap<String, BTreeSet<PersonId>>, Problem> {
    let ids: Vec<PersonId> = these.into_iter().collect();
    let mut known: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
    for (id, name) in super::names(r, &ids)? {
        known.entry(fold(&name.full())).or_default().insert(id);
    }
    Ok(known)
}

fn trainers(r: &mut Read, edition: EditionId) -> Result<BTreeSet<PersonId>, Problem> {
    let of_edition: Vec<PersonId> = edition_trainers::table
        .filter(edition_trainers::edition_id.eq(edition))
        .select(edition_trainers::person_id)
        .load(r.conn())?;
    let of_sessions: Vec<Option<PersonId>> = sessions::table
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::trainer_id.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .select(sessions::trainer_id)
        .distinct()
        .load(r.conn())?;
    Ok(of_edition.into_iter().chain(of_sessions.into_iter().flatten()).collect())
}

fn graded(r: &mut Read, edition: EditionId) -> Result<BTreeMap<PersonId, BTreeSet<EnrolmentId>>, Problem> {
    let found: Vec<(Option<PersonId>, EnrolmentId)> = gradings::table
        .inner_join(submissions::table.on(submissions::id.eq(gradings::submission_id)))
        .inner_join(enrolments::table.on(enrolments::id.eq(submissions::enrolment_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(gradings::grader_id.is_not_null())
        .select((gradings::grader_id, enrolments::id))
        .distinct()
        .load(r.conn())?;
    let mut graded: BTreeMap<PersonId, BTreeSet<EnrolmentId>> = BTreeMap::new();
    for (grader, enrolment) in found {
        if let Some(grader) = grader {
            graded.entry(grader).or_default().insert(enrolment);
        }
    }
    Ok(graded)
}

/// The exceptions of an edition that hold.
pub fn exceptions(r: &mut Read, edition: EditionId) -> Result<Vec<Exception>, Problem> {
    let found: Vec<(CertifyingExceptionId, Option<PersonId>, String, String)> = rows::table
        .filter(rows::edition_id.eq(edition))
        .filter(rows::revoked_at.is_null())
        .order(rows::id)
        .select((rows::id, rows::person_id, rows::name, rows::reason))
        .load(r.conn())?;
    let exception = |(id, person, name, reason)| Exception { id, person, name, reason };
    Ok(found.into_iter().map(exception).collect())
}

/// The edition of an exception that holds.
pub fn edition_of(r: &mut Read, id: CertifyingExceptionId) -> Result<Option<EditionId>, Problem> {
    Ok(rows::table
        .filter(rows::id.eq(id))
        .filter(rows::revoked_at.is_null())
        .select(rows::edition_id)
        .first(r.conn())
        .optional()?)
}

/// Makes an exception.
pub fn insert(
    w: &mut Write,
    edition: EditionId,
    (person, name, reason): (Option<PersonId>, &str, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<CertifyingExceptionId, Problem> {
    let who = person.map_or_else(|| fold(name), |person| person.to_string());
    let inserted = diesel::insert_into(rows::table)
        .values((
            rows::edition_id.eq(edition),
            rows::person_id.eq(person),
            rows::name.eq(name),
            rows::reason.eq(reason),
            rows::live_key.eq(format!("{edition}:{who}")),
            rows::made_at.eq(now),
            rows::made_by.eq(by),
        ))
        .returning(rows::id)
        .get_result(w.conn());
    Ok(inserted.map_err(super::again)?)
}

/// Takes an exception back.
pub fn revoke(
    w: &mut Write,
    id: CertifyingExceptionId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(rows::table.filter(rows::id.eq(id)))
        .set((rows::live_key.eq(None::<String>), rows::revoked_at.eq(now), rows::revoked_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
