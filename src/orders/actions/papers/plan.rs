//! The plan of a programme as its papers print it.

use crate::db::Read;
use crate::kernel::{Localised, ModuleId, Problem};
use crate::orders::actions::group::Group;
use crate::orders::store::group::{self as rows, PlanRow};
use chrono::NaiveDate;

/// The modules of a programme with what they are made of, and the days on which they are taught.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) rows: Vec<PlanRow>,
    pub(super) days: Vec<(ModuleId, NaiveDate)>,
}

impl Plan {
    /// Reads it: two queries.
    ///
    /// # Errors
    /// The database's.
    pub fn read(r: &mut Read, group: &Group) -> Result<Plan, Problem> {
        let rows = rows::plan(r, group.edition.version_id)?;
        Ok(Plan { rows, days: rows::days(r, group.edition.id)? })
    }

    /// The modules, in their order.
    pub(super) fn modules(&self) -> Vec<(ModuleId, &Localised)> {
        let mut modules: Vec<(ModuleId, &Localised)> = Vec::new();
        for row in &self.rows {
            if modules.last().is_none_or(|(id, _)| *id != row.module) {
                modules.push((row.module, &row.module_title.0));
            }
        }
        modules
    }

    pub(super) fn hours(&self, of: impl Fn(&PlanRow) -> bool) -> i32 {
        self.rows.iter().filter(|row| of(row)).map(|row| row.hours.0).sum()
    }
}
