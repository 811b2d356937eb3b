//! What papers say of one person: the sessions, and the hours by the plan.

use super::expected::Expected;
use super::matrix::{Column, Row, columns, rows};
use super::organisation;
use crate::attendance::store::sessions;
use crate::attendance_papers::rules::matrix::Reading;
use crate::attendance_papers::rules::transcript::{Entry, Part, Transcript};
use crate::attendance_papers::store;
use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::store::{self as enrolments, EditionRow};
use crate::kernel::{Actor, EnrolmentId, Localised, Minutes, Moment, Problem};
use crate::organisations::store::OrganisationRow;
use crate::programmes::store::VersionRow;
use crate::progress::actions as progress;
use crate::progress::store::assignment::Among;
use crate::progress::store::{EntryRow, entries, planned};

/// The sessions of an edition as one person has them.
#[derive(Debug, Clone)]
pub struct PersonMatrix {
    /// The edition.
    pub edition: EditionRow,
    /// Its programme.
    pub version: VersionRow,
    /// Who runs it.
    pub organisation: OrganisationRow,
    /// The sessions that were not cancelled.
    pub columns: Vec<Column>,
    /// The person.
    pub row: Row,
    /// Who reads it.
    pub reading: Reading,
}

/// The attendance of one person: for that person, the trainers and administrators of the edition, and the coordinator of
/// the organisation that sent the person.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn person(r: &mut Read, actor: &Actor, id: EnrolmentId, now: Moment) -> Result<PersonMatrix, Problem> {
    let (enrolment, edition) = enrolments::enrolment(r, id)?.ok_or_else(Problem::not_found)?;
    let reading = if actor.person == Some(enrolment.person_id) {
        Reading::Own
    } else if actor.teaches(edition.id, edition.organisation_id) {
        Reading::Staff
    } else {
        let (_, scope) = editions::visible(r, actor, edition.id)?;
        if !scope.includes(enrolment.organisation_id) {
            return Err(Problem::not_found());
        }
        Reading::Coordinator
    };
    let plan = planned(r, edition.version_id)?;
    let trainers = sessions::trainers(r, edition.id)?;
    let (columns, _) = columns(r, &edition, &plan, &trainers)?;
    let expected = Expected::load(r, Among::Person(enrolment.person_id), &columns)?;
    let who = store::one_person(r, id)?.ok_or_else(Problem::not_found)?;
    let row = rows(r, vec![(1, who)], &columns, &expected, now)?.pop().ok_or_else(Problem::not_found)?;
    let shares = Some(progress::attendance_of(r, &edition, id, now)?);
    let row = Row { shares, ..row.seen_by(reading) };
    Ok(PersonMatrix {
        version: editions::version_of(r, edition.version_id)?,
        organisation: organisation(r, edition.organisation_id)?,
        edition,
        columns,
        row,
        reading,
    })
}

/// The hours of one person with what stands around them on paper.
#[derive(Debug, Clone)]
pub struct Studied {
    /// The edition.
    pub edition: EditionRow,
    /// The title of the programme.
    pub programme: Localised,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
    /// Who runs it.
    pub organisation: OrganisationRow,
    /// Whose.
    pub person: store::PersonRow,
    /// The hours.
    pub transcript: Transcript,
}

/// The hours of one person by module and activity: for that person, and for the trainers and administrators of the
/// edition. Nothing but the ledger says what was credited.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn studied(r: &mut Read, actor: &Actor, id: EnrolmentId) -> Result<Studied, Problem> {
    let course = progress::course(r, actor, id)?;
    let asked = |who: &crate::progress::store::PlannedActivity| {
        course.facts.iter().any(|fact| fact.id == who.id && fact.question.is_none())
    };
    let plan = planned(r, course.row.edition.version_id)?;
    let parts = plan.iter().map(|one| Part {
        activity: one.id,
        title: one.title.0.clone(),
        module: one.module_id,
        module_title: one.module_title.0.clone(),
        nature: one.nature,
        mode: one.mode,
        planned: one.minutes,
        asked: asked(one),
    });
    let ledger: Vec<Entry> = entries(r, id)?.iter().map(entry).collect();
    Ok(Studied {
        transcript: Transcript::of(parts.collect(), &ledger),
        programme: course.row.title.0.clone(),
        academic_hour: course.row.academic_hour,
        organisation: organisation(r, course.row.edition.organisation_id)?,
        person: store::one_person(r, id)?.ok_or_else(Problem::not_found)?,
        edition: course.row.edition,
    })
}

fn entry(row: &EntryRow) -> Entry {
    Entry { activity: row.activity_id, minutes: row.minutes, nature: row.nature, mode: row.mode }
}
