//! The ledger of a whole edition, and of one person in the order it was written. Few queries, whatever the number of
//! people.

use super::assignment::Sorting;
use super::{PlannedActivity, SourceKind};
use crate::db::Read;
use crate::db::schema::{enrolments, ledger_entries};
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, EnrolmentId, LedgerEntryId, Minutes, Moment, Problem};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use crate::progress::rules::assignment::Assignment;
use crate::progress::rules::totals::Credits;
use diesel::dsl::sum;
use diesel::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The plan of an edition, and what each of some people has of it.
pub struct Book {
    /// The activities in programme order.
    pub plan: Arc<Vec<PlannedActivity>>,
    /// The people, in the order they were asked for: of each activity of the plan whether it is asked of them, and
    /// what is credited.
    pub people: Vec<Vec<(bool, Credits)>>,
}

/// The book of some people of an edition: one query for the ledger, two more where there are extra modules.
///
/// The database adds the entries up: asked for the enrolments of the edition by a list, it finds them in the order of the
/// index and has nothing to sort.
///
/// # Errors
/// The database's.
pub fn book(r: &mut Read, edition: &EditionRow, these: &[EnrolmentId]) -> Result<Book, Problem> {
    let plan = super::planned(r, edition.version_id)?;
    let sorting = Sorting::load(r, (edition.version_id, &plan), these)?;
    let asked = |who: EnrolmentId| {
        let theirs = |one: &PlannedActivity| sorting.assignment(who, one) == Assignment::Theirs;
        plan.iter().map(|one| (theirs(one), Credits::default())).collect::<Vec<_>>()
    };
    let mut people: Vec<Vec<(bool, Credits)>> = these.iter().map(|who| asked(*who)).collect();
    let places: HashMap<EnrolmentId, usize> = these.iter().enumerate().map(|(at, who)| (*who, at)).collect();
    let columns: HashMap<ActivityId, usize> = plan.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    let of_edition = enrolments::table.filter(enrolments::edition_id.eq(edition.id)).select(enrolments::id);
    let kinds = (
        ledger_entries::enrolment_id,
        ledger_entries::activity_id,
        ledger_entries::nature,
        ledger_entries::mode,
    );
    type Sum = ((EnrolmentId, ActivityId, Nature, DeliveryMode), Option<i64>);
    let rows: Vec<Sum> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq_any(of_edition))
        .group_by(kinds)
        .select((kinds, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    for ((who, activity, nature, mode), minutes) in rows {
        let cell = places.get(&who).and_then(|at| people.get_mut(*at));
        let cell = cell.zip(columns.get(&activity)).and_then(|(row, at)| row.get_mut(*at));
        if let Some((_, credits)) = cell {
            let minutes = i32::try_from(minutes.unwrap_or_default()).map_err(Problem::internal)?;
            credits.add((nature, mode), Minutes(minutes));
        }
    }
    Ok(Book { plan, people })
}

/// A row of the ledger with its place among those of its source.
#[derive(Debug, Clone, Queryable)]
pub struct Traced {
    /// The entry.
    pub id: LedgerEntryId,
    /// For what.
    pub activity_id: ActivityId,
    /// How much; negative takes back.
    pub minutes: Minutes,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// The how manieth row of that source it is, from 0: every further one is a difference.
    pub revision: i32,
    /// When.
    pub credited_at: Moment,
}

/// The ledger of a trainee in the order it was written.
///
/// # Errors
/// The database's.
pub fn traced(r: &mut Read, enrolment: EnrolmentId) -> Result<Vec<Traced>, Problem> {
    Ok(ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(enrolment))
        .order((ledger_entries::credited_at, ledger_entries::id))
        .select((
            ledger_entries::id,
            ledger_entries::activity_id,
            ledger_entries::minutes,
            ledger_entries::nature,
            ledger_entries::mode,
            ledger_entries::source_kind,
            ledger_entries::source_id,
            ledger_entries::revision,
            ledger_entries::credited_at,
        ))
        .load(r.conn())?)
}
