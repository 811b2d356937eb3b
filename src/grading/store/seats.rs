//! Rows of places at works.

use crate::db::schema::{
    edition_trainers, grading_exceptions, grading_seats as table, grading_works, people,
};
use crate::db::{Read, Write, each};
use crate::grading::rules::{Candidate, Held};
use crate::kernel::{
    ActivityId, EditionId, Moment, OrganisationId, PersonId, PersonName, Problem, SubmissionId,
};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A place that somebody took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRow {
    /// At which work.
    pub submission: SubmissionId,
    /// Who took it, and how.
    pub held: Held,
    /// Their name.
    pub name: PersonName,
}

type Columns = (
    (SubmissionId, PersonId),
    (Option<Moment>, Option<Moment>, Option<Moment>, Option<Moment>),
    (String, String, Option<String>),
);

/// The places at a work.
pub fn seats(r: &mut Read, id: SubmissionId) -> Result<Vec<SeatRow>, Problem> {
    seats_of(r, &[id])
}

/// The places at works.
pub fn seats_of(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<SeatRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(people::table)
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .order((table::submission_id, table::person_id))
        .select((
            (table::submission_id, table::person_id),
            (table::allotted_at, table::claimed_at, table::expires_at, table::marked_at),
            (people::surname, people::given_name, people::patronymic),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(row_of).collect())
}

fn row_of(columns: Columns) -> SeatRow {
    let ((submission, person), (allotted, since, until, marked), name) = columns;
    let held = Held { person, allotted: allotted.is_some(), since, until, marked: marked.is_some() };
    let (surname, given_name, patronymic) = name;
    SeatRow { submission, held, name: PersonName { surname, given_name, patronymic } }
}

/// Whoever is at work stays so until a moment; those who were not are from now on.
pub fn claim(
    w: &mut Write,
    (id, person): (SubmissionId, PersonId),
    (now, until): (Moment, Moment),
) -> Result<(), Problem> {
    let known: Option<Option<Moment>> =
        table::table.find((id, person)).select(table::expires_at).first(w.conn()).optional()?;
    match known {
        None => {
            diesel::insert_into(table::table)
                .values((
                    table::submission_id.eq(id),
                    table::person_id.eq(person),
                    table::claimed_at.eq(now),
                    table::expires_at.eq(until),
                ))
                .execute(w.conn())?;
        }
        Some(expires) => {
            let row = diesel::update(table::table.find((id, person)));
            if expires.is_some_and(|expires| now < expires) {
                row.set(table::expires_at.eq(until)).execute(w.conn())?;
            } else {
                row.set((table::claimed_at.eq(now), table::expires_at.eq(until))).execute(w.conn())?;
            }
        }
    }
    Ok(())
}

/// Ends somebody's work on something; what was allotted stays so, and marks that were given stay given.
pub fn leave(w: &mut Write, (id, person): (SubmissionId, PersonId)) -> Result<(), Problem> {
    diesel::update(table::table.find((id, person)))
        .set((table::claimed_at.eq(None::<Moment>), table::expires_at.eq(None::<Moment>)))
        .execute(w.conn())?;
    Ok(())
}

/// Gives a work to somebody to grade.
pub fn allot(
    w: &mut Write,
    (id, person): (SubmissionId, PersonId),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let values = (
        table::submission_id.eq(id),
        table::person_id.eq(person),
        table::allotted_at.eq(now),
        table::allotted_by.eq(by),
    );
    let insert = diesel::insert_into(table::table).values(values);
    each!(w.conn(), c => {
        insert
            .on_conflict((table::submission_id, table::person_id))
            .do_update()
            .set((table::allotted_at.eq(now), table::allotted_by.eq(by)))
            .execute(c)?
    });
    Ok(())
}

/// Frees somebody's place at a work, unless they have given marks.
pub fn clear_seat(w: &mut Write, (id, person): (SubmissionId, PersonId)) -> Result<(), Problem> {
    diesel::delete(table::table.find((id, person)).filter(table::marked_at.is_null())).execute(w.conn())?;
    Ok(())
}

/// The works of an edition that somebody is at work on now.
pub fn busy(r: &mut Read, edition: EditionId, now: Moment) -> Result<HashSet<SubmissionId>, Problem> {
    let ids: Vec<SubmissionId> = table::table
        .inner_join(grading_works::table.on(grading_works::submission_id.eq(table::submission_id)))
        .filter(grading_works::edition_id.eq(edition))
        .filter(table::marked_at.is_null())
        .filter(table::expires_at.gt(now))
        .select(table::submission_id)
        .load(r.conn())?;
    Ok(ids.into_iter().collect())
}

/// Where somebody works.
pub fn works_for(r: &mut Read, person: PersonId) -> Result<Option<OrganisationId>, Problem> {
    Ok(people::table.find(person).select(people::organisation_id).first(r.conn())?)
}

/// Notes that somebody has given their marks, and is no longer at work.
pub fn mark_seat(w: &mut Write, (id, person): (SubmissionId, PersonId), now: Moment) -> Result<(), Problem> {
    claim(w, (id, person), (now, now))?;
    diesel::update(table::table.find((id, person))).set(table::marked_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// The trainers of an edition with how many works of a case they were given, and how many of those were of an
/// organisation. Closed accounts get nothing.
pub fn candidates(
    r: &mut Read,
    (edition, case): (EditionId, ActivityId),
    organisation: Option<OrganisationId>,
) -> Result<Vec<Candidate>, Problem> {
    let trainers: Vec<(PersonId, Option<OrganisationId>)> = edition_trainers::table
        .inner_join(people::table.on(people::id.eq(edition_trainers::person_id)))
        .filter(edition_trainers::edition_id.eq(edition))
        .filter(people::deactivated_at.is_null())
        .select((people::id, people::organisation_id))
        .load(r.conn())?;
    let given: Vec<(PersonId, Option<OrganisationId>, i64)> = table::table
        .inner_join(grading_works::table.on(grading_works::submission_id.eq(table::submission_id)))
        .filter(grading_works::edition_id.eq(edition))
        .filter(grading_works::activity_id.eq(case))
        .filter(table::allotted_at.is_not_null())
        .group_by((table::person_id, grading_works::organisation_id))
        .select((table::person_id, grading_works::organisation_id, count_star()))
        .load(r.conn())?;
    let excepted: Vec<PersonId> = grading_exceptions::table
        .filter(grading_exceptions::edition_id.eq(edition))
        .filter(grading_exceptions::revoked_at.is_null())
        .select(grading_exceptions::person_id)
        .load(r.conn())?;
    Ok(counted(trainers, &given, &excepted.into_iter().collect(), organisation))
}

fn counted(
    trainers: Vec<(PersonId, Option<OrganisationId>)>,
    given: &[(PersonId, Option<OrganisationId>, i64)],
    excepted: &HashSet<PersonId>,
    organisation: Option<OrganisationId>,
) -> Vec<Candidate> {
    let (mut all, mut of_organisation): (HashMap<PersonId, i64>, HashMap<PersonId, i64>) =
        (HashMap::new(), HashMap::new());
    for (person, whose, count) in given {
        *all.entry(*person).or_default() += count;
        if *whose == organisation {
            *of_organisation.entry(*person).or_default() += count;
        }
    }
    let candidate = |(person, works_for): (PersonId, Option<OrganisationId>)| Candidate {
        person,
        organisation: works_for,
        excepted: excepted.contains(&person),
        given: all.get(&person).copied().unwrap_or(0),
        given_of_organisation: of_organisation.get(&person).copied().unwrap_or(0),
    };
    trainers.into_iter().map(candidate).collect()
}
