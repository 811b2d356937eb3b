//! The documents that belong in the register, with the days that are left.

use super::administered;
use crate::countries::rules::{Country, Profile};
use crate::countries::store as countries;
use crate::db::Read;
use crate::federal_register::rules::Due;
use crate::federal_register::rules::queue::{SOON, issued_from};
use crate::federal_register::store::queue::{self as store, Filter, QueuedRow, Wanted};
use crate::federal_register::store::{templates, templates::TemplateRow};
use crate::kernel::{Actor, DocumentId, Moment, OrganisationId, Problem};
use crate::organisations::store::{self as organisations, OrganisationRow};
use chrono::NaiveDate;

/// How many documents a page has.
pub const PAGE: i64 = 100;

/// The queue of an organisation.
#[derive(Debug, Clone)]
pub struct Board {
    /// Whose.
    pub organisation: OrganisationRow,
    /// What its country asks; without a federal register there is no queue.
    pub profile: Profile,
    /// The template that holds today.
    pub template: Option<TemplateRow>,
    /// The documents, the oldest first.
    pub rows: Vec<(QueuedRow, Due)>,
    /// After which document the list goes on.
    pub more: Option<(NaiveDate, DocumentId)>,
    /// How many open documents are overdue.
    pub overdue: i64,
    /// How many open documents are overdue or due within a week.
    pub near: i64,
    /// Today, where the reader is.
    pub today: NaiveDate,
}

/// What is asked of the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// In which state.
    pub wanted: Wanted,
    /// Only what is overdue.
    pub overdue: bool,
    /// After which document.
    pub after: Option<(NaiveDate, DocumentId)>,
}

/// The queue of an organisation.
///
/// # Errors
/// `NotFound` for everybody who does not administer it.
pub fn board(
    r: &mut Read,
    actor: &Actor,
    id: OrganisationId,
    asked: Asked,
    now: Moment,
) -> Result<Board, Problem> {
    let (organisation, profile) = administered(r, actor, id)?;
    let today = now.date_in(actor.zone);
    let Some(federal) = profile.federal else {
        let rows = Vec::new();
        return Ok(Board {
            organisation,
            profile,
            template: None,
            rows,
            more: None,
            overdue: 0,
            near: 0,
            today,
        });
    };
    let last_overdue = issued_from(today, federal.days + 1);
    let wanted = if asked.overdue { Wanted::Open } else { asked.wanted };
    let filter =
        Filter { wanted, until: asked.overdue.then_some(last_overdue), after: asked.after, these: None };
    let (found, goes_on) = store::queued(r, id, &filter, PAGE)?;
    let more = found.last().filter(|_| goes_on).map(|row| (row.issued_on, row.id));
    let due = |row: QueuedRow| {
        let due = Due::of(row.issued_on, federal.days, today);
        (row, due)
    };
    let (overdue, near) = store::count_open(r, id, (last_overdue, issued_from(today, federal.days - SOON)))?;
    let template = templates::in_force(r, id, today)?;
    let rows = found.into_iter().map(due).collect();
    Ok(Board { organisation, profile, template, rows, more, overdue, near, today })
}

/// The organisations that the actor administers and whose country has a register that takes files, by name: all of them
/// for administrators of the site.
///
/// # Errors
/// The database's.
pub fn places(r: &mut Read, actor: &Actor) -> Result<Vec<OrganisationRow>, Problem> {
    let mut found = organisations::all(r)?;
    found.retain(|organisation| actor.require_administrator_of(organisation.id).is_ok());
    let ids: Vec<OrganisationId> = found.iter().map(|organisation| organisation.id).collect();
    let countries = countries::countries_of(r, &ids)?;
    let mut without = Vec::new();
    for country in Country::ALL {
        if countries.values().any(|one| *one == country) && countries::profile(r, country)?.federal.is_none()
        {
            without.push(country);
        }
    }
    found.retain(|one| !countries.get(&one.id).is_some_and(|country| without.contains(country)));
    found.sort_by(|one, other| one.short_name.cmp(&other.short_name));
    Ok(found)
}
