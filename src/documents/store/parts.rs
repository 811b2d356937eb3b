//! What part of a programme people have done, those too who were withdrawn: five queries, whatever the number of people.

use super::grounds;
use crate::db::Read;
use crate::db::schema::{activities, completions, ledger_entries};
use crate::documents::rules::mastery::{Done, ModulePlan, PlannedActivity};
use crate::kernel::{ActivityId, EnrolmentId, ModuleId, Problem, ProgrammeVersionId};
use crate::programmes::rules::words::ActivityKind;
use diesel::dsl::sum;
use diesel::prelude::*;
use std::collections::HashMap;

/// The modules of a version as papers list them, each with its activities that have hours.
pub fn plan(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<ModulePlan>, Problem> {
    let rows: Vec<(ModuleId, ActivityId, ActivityKind, i32)> = activities::table
        .filter(activities::version_id.eq(version))
        .filter(activities::hours.gt(0))
        .order(activities::position)
        .select((activities::module_id, activities::id, activities::kind, activities::minutes))
        .load(r.conn())?;
    let mut by_module: HashMap<ModuleId, Vec<PlannedActivity>> = HashMap::new();
    for (module, id, kind, minutes) in rows {
        let activity = PlannedActivity { id, attended: !kind.has_text(), minutes: i64::from(minutes) };
        by_module.entry(module).or_default().push(activity);
    }
    let modules = grounds::modules_with_ids(r, version)?;
    let plan = modules
        .into_iter()
        .map(|(id, module)| ModulePlan { module, activities: by_module.remove(&id).unwrap_or_default() });
    Ok(plan.collect())
}

/// What these people have done.
pub fn done(r: &mut Read, these: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Done>, Problem> {
    let completed: Vec<(EnrolmentId, ActivityId)> = completions::table
        .filter(completions::enrolment_id.eq_any(these.to_vec()))
        .select((completions::enrolment_id, completions::activity_id))
        .load(r.conn())?;
    let credited: Vec<(EnrolmentId, ActivityId, Option<i64>)> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq_any(these.to_vec()))
        .group_by((ledger_entries::enrolment_id, ledger_entries::activity_id))
        .select((ledger_entries::enrolment_id, ledger_entries::activity_id, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    let mut done: HashMap<EnrolmentId, Done> = HashMap::new();
    for (who, what) in completed {
        done.entry(who).or_default().completed.insert(what);
    }
    for (who, what, minutes) in credited {
        done.entry(who).or_default().credited.insert(what, minutes.unwrap_or_default());
    }
    Ok(done)
}
