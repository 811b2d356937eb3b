//! Every course of a person, what is asked of them in it, and what the ledger has of it: few queries, whatever the number
//! of courses.

use crate::db::schema::{
    activities, editions, enrolments, ledger_entries, modules, organisations, programme_versions,
};
use crate::db::{Json, Read};
use crate::editions::store::{EDITION, ENROLMENT, EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, EnrolmentId, Localised, Minutes, ModuleId, PersonId, Problem, ProgrammeVersionId,
};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use crate::progress::rules::totals::Credits;
use diesel::prelude::*;
use std::collections::HashMap;

/// A course of a person.
#[derive(Debug, Clone, Queryable)]
pub struct CourseRow {
    /// The enrolment.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// The title of the programme.
    pub programme: Json<Localised>,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
    /// The organisation that runs it.
    pub organisation: String,
}

/// Every course of a person, the left ones too, the latest first.
pub fn courses(r: &mut Read, person: PersonId) -> Result<Vec<CourseRow>, Problem> {
    Ok(enrolments::table
        .inner_join(editions::table.on(editions::id.eq(enrolments::edition_id)))
        .inner_join(programme_versions::table.on(programme_versions::id.eq(editions::version_id)))
        .inner_join(organisations::table.on(organisations::id.eq(editions::organisation_id)))
        .filter(enrolments::person_id.eq(person))
        .order((editions::starts_on.desc(), enrolments::id.desc()))
        .select((
            ENROLMENT,
            EDITION,
            programme_versions::title,
            programme_versions::academic_hour_minutes,
            organisations::name,
        ))
        .load(r.conn())?)
}

/// An activity as a programme plans it.
#[derive(Debug, Clone, Queryable)]
pub struct PlannedRow {
    /// Of which version.
    pub version: ProgrammeVersionId,
    /// The activity.
    pub activity: ActivityId,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Planned time.
    pub minutes: Minutes,
    /// Its module.
    pub module: ModuleId,
    /// The declaration whose answer assigns the module; nothing where it is everybody's.
    pub extra_for: Option<String>,
}

/// The activities of some versions.
pub fn plans(
    r: &mut Read,
    versions: &[ProgrammeVersionId],
) -> Result<HashMap<ProgrammeVersionId, Vec<PlannedRow>>, Problem> {
    let rows: Vec<PlannedRow> = activities::table
        .inner_join(modules::table)
        .filter(activities::version_id.eq_any(versions.to_vec()))
        .order((activities::version_id, activities::position))
        .select((
            activities::version_id,
            activities::id,
            activities::nature,
            activities::mode,
            activities::minutes,
            modules::id,
            modules::extra_for,
        ))
        .load(r.conn())?;
    let mut plans: HashMap<ProgrammeVersionId, Vec<PlannedRow>> = HashMap::new();
    for row in rows {
        plans.entry(row.version).or_default().push(row);
    }
    Ok(plans)
}

/// What is credited to these enrolments, by activity.
pub fn credits(
    r: &mut Read,
    these: &[EnrolmentId],
) -> Result<HashMap<(EnrolmentId, ActivityId), Credits>, Problem> {
    let rows: Vec<(EnrolmentId, ActivityId, Nature, DeliveryMode, Minutes)> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq_any(these.to_vec()))
        .select((
            ledger_entries::enrolment_id,
            ledger_entries::activity_id,
            ledger_entries::nature,
            ledger_entries::mode,
            ledger_entries::minutes,
        ))
        .load(r.conn())?;
    let mut credits: HashMap<(EnrolmentId, ActivityId), Credits> = HashMap::new();
    for (enrolment, activity, nature, mode, minutes) in rows {
        credits.entry((enrolment, activity)).or_default().add((nature, mode), minutes);
    }
    Ok(credits)
}
