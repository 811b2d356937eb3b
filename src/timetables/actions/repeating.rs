//! A session that is held again and again.

use super::lines::{self, Draft, Line};
use crate::attendance::actions::{self as attendance, Setting};
use crate::attendance::rules::Booking;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Fault, Moment, Problem};
use crate::timetables::rules::recurrence::MOST;
use crate::timetables::rules::{Chosen, Series};

/// A session, and on which dates it is held.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The session; its day is the first one that may be used.
    pub booking: Booking,
    /// On which dates.
    pub series: Series,
}

/// Every date of a series, with what speaks against it.
#[derive(Debug, Clone)]
pub struct DryRun {
    /// Where it is booked.
    pub setting: Setting,
    /// The dates, in order.
    pub lines: Vec<Line>,
}

/// Every date of a series, with what speaks against it. Nothing is booked.
///
/// # Errors
/// `NotFound` when the edition is not the actor's; `Invalid` when the series has no date at all, or more than are laid
/// out at once.
pub fn series(r: &mut Read, actor: &Actor, id: EditionId, wanted: &Wanted) -> Result<DryRun, Problem> {
    let setting = attendance::setting(r, actor, id)?;
    let dates = wanted.series.dates();
    if dates.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("held_on", "series-no-dates")]));
    }
    if wanted.series.is_too_long() {
        let fault = Fault::new("until", "series-too-long").with("most", MOST);
        let last = dates.last().map(|last| last.format("%d.%m.%Y").to_string());
        return Err(Problem::invalid(vec![fault.with("last", last.unwrap_or_default())]));
    }
    let activity = setting.activities.iter().find(|activity| activity.id == wanted.booking.activity);
    let title = activity.map(|activity| activity.title.0.clone()).unwrap_or_default();
    let draft = |date: chrono::NaiveDate| Draft {
        key: date.to_string(),
        title: title.clone(),
        booking: Booking { held_on: date, ..wanted.booking.clone() },
        scheduled: false,
        faults: Vec::new(),
    };
    let drafts = dates.into_iter().map(draft).collect();
    let lines = lines::look(r, &setting, drafts, actor.language)?;
    Ok(DryRun { setting, lines })
}

/// Books the chosen dates of a series, all of them or none.
///
/// # Errors
/// As [`series`]; `Invalid` when a chosen date cannot be booked, when others cannot and nobody said that they are left
/// out, or when people are asked elsewhere and no reason is given.
pub fn book_series(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    (wanted, chosen): (&Wanted, &Chosen),
    now: Moment,
) -> Result<usize, Problem> {
    let run = series(w, actor, id, wanted)?;
    Ok(lines::book(w, actor, id, (&run.lines, chosen), now)?.len())
}
