//! A case in an edition: who went where, and whether its debrief is open; and a case as its authors look at it.

use crate::cases::store as cases;
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, Actor, EditionId, EnrolmentId, Localised, Moment, Problem};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store::{self as programmes, ActivityRow};
use crate::staged_cases::rules::{Step, Tally, tally};
use crate::staged_cases::store::{self, StepRow};
use std::collections::BTreeMap;

/// A case in an edition.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub activity: ActivityId,
    /// Its title.
    pub title: Localised,
    /// Its definition, with what only staff see.
    pub definition: CaseDefinition,
    /// How many went where; numbers only, no names.
    pub tally: Tally,
    /// Since when the debrief is open to everybody.
    pub debrief_opened: Option<Moment>,
}

/// A case in an edition, for those who teach it.
///
/// # Errors
/// `NotFound` for anybody else and for cases of other programmes.
pub fn overview(
    r: &mut Read,
    actor: &Actor,
    (edition, activity): (EditionId, ActivityId),
) -> Result<Overview, Problem> {
    let edition = editions::edition(r, edition)?.ok_or_else(Problem::not_found)?;
    if !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let case = case(r, activity)?;
    if case.version_id != edition.version_id {
        return Err(Problem::not_found());
    }
    let definition = cases::definition(r, activity)?.ok_or_else(Problem::not_found)?;
    let rows = store::steps_of_case(r, edition.id, activity)?;
    let tally = tally(last_runs(rows).values().map(Vec::as_slice));
    let debrief_opened = cases::debrief_opened(r, edition.id, activity)?;
    Ok(Overview { edition, activity, title: case.title.0, definition, tally, debrief_opened })
}

/// Of each trainee the steps of the last run.
fn last_runs(rows: Vec<StepRow>) -> BTreeMap<EnrolmentId, Vec<Step>> {
    let mut runs: BTreeMap<EnrolmentId, (i32, Vec<Step>)> = BTreeMap::new();
    for row in rows {
        let (run, steps) = runs.entry(row.enrolment).or_insert((row.run, Vec::new()));
        if *run != row.run {
            (*run, *steps) = (row.run, Vec::new());
        }
        steps.push(row.step);
    }
    runs.into_iter().map(|(enrolment, (_, steps))| (enrolment, steps)).collect()
}

fn case(r: &mut Read, id: ActivityId) -> Result<ActivityRow, Problem> {
    let activity = programmes::activity(r, id)?.ok_or_else(Problem::not_found)?;
    if activity.kind == ActivityKind::Case { Ok(activity) } else { Err(Problem::not_found()) }
}

/// A case outside of any edition.
#[derive(Debug, Clone)]
pub struct CasePreview {
    /// Its title.
    pub title: Localised,
    /// Its definition, with what only staff see.
    pub definition: CaseDefinition,
    /// The programme and its version.
    pub programme: (String, i32),
}

/// A case as its authors look at it: everything, with the map of its stages. Whoever may come here is decided by the
/// page's gate.
///
/// # Errors
/// `NotFound` when there is no such case.
pub fn preview(r: &mut Read, id: ActivityId) -> Result<CasePreview, Problem> {
    let case = case(r, id)?;
    let version = programmes::version(r, case.version_id)?.ok_or_else(Problem::not_found)?;
    let definition = cases::definition(r, id)?.ok_or_else(Problem::not_found)?;
    Ok(CasePreview { title: case.title.0, definition, programme: (version.slug, version.number) })
}
