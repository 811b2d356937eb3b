//! Rows of how editions let trainees review each other.

use crate::cases::store::CaseAt;
use crate::db::schema::peer_rounds as table;
use crate::db::{Read, Write};
use crate::kernel::{Moment, PersonId, Problem};
use crate::peer_reviews::rules::PeerSetup;
use diesel::prelude::*;

/// How far a case of an edition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoundRow {
    /// What is set.
    pub setup: PeerSetup,
    /// When works were given out.
    pub allotted_at: Option<Moment>,
    /// Until when reviews are in time.
    pub due_at: Option<Moment>,
    /// When what was not done went to others.
    pub renewed_at: Option<Moment>,
    /// Since when authors read their reviews.
    pub released_at: Option<Moment>,
}

type Columns = ((i32, i32, i32, bool), (Option<Moment>, Option<Moment>, Option<Moment>, Option<Moment>));

/// What holds for a case in an edition; nothing when nothing was ever set.
pub fn round(r: &mut Read, at: CaseAt) -> Result<Option<RoundRow>, Problem> {
    let row: Option<Columns> = table::table
        .find(at)
        .select((
            (table::reviewers, table::days, table::points, table::proposes),
            (table::allotted_at, table::due_at, table::renewed_at, table::released_at),
        ))
        .first(r.conn())
        .optional()?;
    Ok(row.map(|((reviewers, days, points, proposes), (allotted_at, due_at, renewed_at, released_at))| {
        let setup = PeerSetup { reviewers, days, points, proposes };
        RoundRow { setup, allotted_at, due_at, renewed_at, released_at }
    }))
}

/// Writes what is set; what has happened stays.
pub fn put(w: &mut Write, at: CaseAt, setup: PeerSetup) -> Result<(), Problem> {
    let PeerSetup { reviewers, days, points, proposes } = setup;
    let values = (
        table::reviewers.eq(reviewers),
        table::days.eq(days),
        table::points.eq(points),
        table::proposes.eq(proposes),
    );
    if diesel::update(table::table.find(at)).set(values).execute(w.conn())? == 0 {
        diesel::insert_into(table::table)
            .values((table::edition_id.eq(at.0), table::activity_id.eq(at.1), values))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Works were given out.
pub fn mark_allotted(w: &mut Write, at: CaseAt, now: Moment, due: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(at))
        .set((table::allotted_at.eq(now), table::due_at.eq(due)))
        .execute(w.conn())?;
    Ok(())
}

/// What was not done went to others.
pub fn mark_renewed(w: &mut Write, at: CaseAt, now: Moment, due: Moment) -> Result<(), Problem> {
    diesel::update(table::table.find(at))
        .set((table::renewed_at.eq(now), table::due_at.eq(due)))
        .execute(w.conn())?;
    Ok(())
}

/// Authors read their reviews from now on.
pub fn mark_released(
    w: &mut Write,
    at: CaseAt,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(table::table.find(at))
        .set((table::released_at.eq(now), table::released_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}
