//! The ledger of one activity for a whole edition at once: a roll call of a thousand people is loaded in
//! two queries and written with one cached statement a row. And for one person alone, who arrives.

use super::SourceKind;
use crate::db::schema::{completions, enrolments, ledger_entries};
use crate::db::{Read, each};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Minutes, Problem};
use crate::programmes::rules::words::DeliveryMode;
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;

/// What one source has credited of an activity in one mode.
#[derive(Debug, Clone, Copy)]
pub struct Credited {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
    /// How much, all corrections counted.
    pub minutes: Minutes,
    /// In how many rows.
    pub rows: i32,
}

type Source = (
    ledger_entries::enrolment_id,
    ledger_entries::source_kind,
    ledger_entries::source_id,
    ledger_entries::mode,
);

/// Whose, by what and in which mode: what credits are added up by.
const SOURCE: Source = (
    ledger_entries::enrolment_id,
    ledger_entries::source_kind,
    ledger_entries::source_id,
    ledger_entries::mode,
);

type Row = (EnrolmentId, SourceKind, i64, DeliveryMode, Option<i64>, i64);

fn in_minutes((enrolment, source, source_id, mode, minutes, rows): Row) -> Result<Credited, Problem> {
    let minutes = super::in_minutes(minutes.unwrap_or_default());
    let rows = i32::try_from(rows).map_err(Problem::internal)?;
    Ok(Credited { enrolment, source, source_id, mode, minutes, rows })
}

/// Everything credited of an activity in an edition.
pub fn credited(r: &mut Read, edition: EditionId, activity: ActivityId) -> Result<Vec<Credited>, Problem> {
    let rows: Vec<Row> = ledger_entries::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(ledger_entries::activity_id.eq(activity))
        .group_by(SOURCE)
        .select((SOURCE.0, SOURCE.1, SOURCE.2, SOURCE.3, sum(ledger_entries::minutes), count_star()))
        .load(r.conn())?;
    rows.into_iter().map(in_minutes).collect()
}

/// What one person has of an activity.
pub fn credited_of(r: &mut Read, who: EnrolmentId, activity: ActivityId) -> Result<Vec<Credited>, Problem> {
    let sums = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(who))
        .filter(ledger_entries::activity_id.eq(activity))
        .group_by(SOURCE)
        .select((SOURCE.0, SOURCE.1, SOURCE.2, SOURCE.3, sum(ledger_entries::minutes), count_star()));
    let rows: Vec<Row> = each!(r.conn(), c => sums.load(c)?);
    rows.into_iter().map(in_minutes).collect()
}

/// By which room one person has completed an activity.
pub fn completed_of(
    r: &mut Read,
    who: EnrolmentId,
    activity: ActivityId,
) -> Result<Option<SourceKind>, Problem> {
    let theirs = completions::table
        .filter(completions::enrolment_id.eq(who))
        .filter(completions::activity_id.eq(activity))
        .select(completions::source_kind);
    Ok(each!(r.conn(), c => theirs.first(c).optional()?))
}

/// Who of an edition has completed an activity, and by which room.
pub fn completed(
    r: &mut Read,
    edition: EditionId,
    activity: ActivityId,
) -> Result<Vec<(EnrolmentId, SourceKind)>, Problem> {
    Ok(completions::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(completions::activity_id.eq(activity))
        .select((completions::enrolment_id, completions::source_kind))
        .load(r.conn())?)
}
