//! What people of an edition have of each activity that is asked of them: of everybody, or of some.

use super::assignment::Sorting;
use super::{PlannedActivity, fact, in_minutes, planned, quizzes};
use crate::db::Read;
use crate::db::schema::{completions, enrolments, ledger_entries};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Minutes, Permille, Problem, ProgrammeVersionId};
use crate::progress::rules::ActivityFact;
use crate::progress::rules::assignment::Assignment;
use diesel::dsl::sum;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// The facts of everybody in an edition who was not withdrawn, in seven queries whatever their number: what is asked
/// of each, and what waits for an answer.
pub fn facts_of_edition(
    r: &mut Read,
    version: ProgrammeVersionId,
    edition: EditionId,
) -> Result<BTreeMap<EnrolmentId, Vec<ActivityFact>>, Problem> {
    let own = quizzes::of_edition(r, edition)?;
    let planned = own.apply(planned(r, version)?);
    let people: Vec<EnrolmentId> = enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::id)
        .load(r.conn())?;
    let sorting = Sorting::load(r, (version, &planned), &people)?;
    let completed: Vec<Completed> = completions::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .select((completions::enrolment_id, completions::activity_id, completions::result_permille))
        .load(r.conn())?;
    let credited: Vec<Credited> = ledger_entries::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .group_by((ledger_entries::enrolment_id, ledger_entries::activity_id))
        .select((ledger_entries::enrolment_id, ledger_entries::activity_id, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    Ok(by_person((&planned, &sorting), people, (completed, credited)))
}

/// The same of some of its people only: seven queries, that cost these and not the whole edition.
pub fn facts_of(
    r: &mut Read,
    version: ProgrammeVersionId,
    edition: EditionId,
    these: &[EnrolmentId],
) -> Result<BTreeMap<EnrolmentId, Vec<ActivityFact>>, Problem> {
    let own = quizzes::of_edition(r, edition)?;
    let planned = own.apply(planned(r, version)?);
    let people: Vec<EnrolmentId> = enrolments::table
        .filter(enrolments::id.eq_any(these.to_vec()))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::id)
        .load(r.conn())?;
    let sorting = Sorting::load(r, (version, &planned), &people)?;
    let completed: Vec<Completed> = completions::table
        .filter(completions::enrolment_id.eq_any(people.clone()))
        .select((completions::enrolment_id, completions::activity_id, completions::result_permille))
        .load(r.conn())?;
    let credited: Vec<Credited> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq_any(people.clone()))
        .group_by((ledger_entries::enrolment_id, ledger_entries::activity_id))
        .select((ledger_entries::enrolment_id, ledger_entries::activity_id, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    Ok(by_person((&planned, &sorting), people, (completed, credited)))
}

/// Whose, of what, and with which result.
type Completed = (EnrolmentId, ActivityId, Option<Permille>);
/// Whose, of what, and how many minutes.
type Credited = (EnrolmentId, ActivityId, Option<i64>);

fn by_person(
    (planned, sorting): (&[PlannedActivity], &Sorting),
    people: Vec<EnrolmentId>,
    (completed, credited): (Vec<Completed>, Vec<Credited>),
) -> BTreeMap<EnrolmentId, Vec<ActivityFact>> {
    let completed: HashMap<(EnrolmentId, ActivityId), Option<Permille>> =
        completed.into_iter().map(|(enrolment, activity, result)| ((enrolment, activity), result)).collect();
    let credited: HashMap<(EnrolmentId, ActivityId), i64> = credited
        .into_iter()
        .map(|(enrolment, activity, minutes)| ((enrolment, activity), minutes.unwrap_or_default()))
        .collect();
    let of_one = |enrolment: EnrolmentId| {
        planned
            .iter()
            .filter(|row| sorting.assignment(enrolment, row) != Assignment::NotTheirs)
            .map(|row| {
                let key = (enrolment, row.id);
                let minutes = credited.get(&key).copied().map_or(Minutes::ZERO, in_minutes);
                let question = sorting.question(enrolment, row);
                ActivityFact { question, ..fact(row, completed.get(&key).copied(), minutes) }
            })
            .collect()
    };
    people.into_iter().map(|enrolment| (enrolment, of_one(enrolment))).collect()
}
