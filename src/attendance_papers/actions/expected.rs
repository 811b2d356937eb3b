//! Of whom a session is asked.

use super::Column;
use crate::attendance::store::beforehand;
use crate::attendance_papers::store::PersonRow;
use crate::db::Read;
use crate::kernel::{EnrolmentId, Problem, SessionId};
use crate::progress::store::assignment::{self, Among, Outside};
use std::collections::HashSet;

/// Of whom the sessions of an edition are asked: in an extra module not of everybody (A14), where people sign up, of
/// those with a place (L5), and what was over before somebody was enrolled, not of them.
pub(super) struct Expected {
    outside: Outside,
    seated: HashSet<(SessionId, EnrolmentId)>,
}

impl Expected {
    /// For these sessions, in a fixed number of queries.
    pub(super) fn load(r: &mut Read, among: Among<'_>, columns: &[Column]) -> Result<Expected, Problem> {
        Ok(Expected { outside: assignment::outside(r, among)?, seated: seated(r, columns)? })
    }

    /// Whether a session is asked of somebody.
    pub(super) fn asks(&self, column: &Column, who: &PersonRow) -> bool {
        let row = &column.row;
        let has_seat = !column.by_choice || self.seated.contains(&(row.id, who.enrolment));
        let came_after = column.slot.ends_at <= who.enrolled_at;
        let is_theirs = !self.outside.contains(row.edition_id, row.activity_id, who.enrolment);
        has_seat && !came_after && is_theirs
    }
}

/// Who has a place in the sessions for which people sign up.
fn seated(r: &mut Read, columns: &[Column]) -> Result<HashSet<(SessionId, EnrolmentId)>, Problem> {
    let chosen: Vec<SessionId> = columns.iter().filter(|one| one.by_choice).map(|one| one.row.id).collect();
    if chosen.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = beforehand::signed_up(r, &chosen)?.into_iter();
    Ok(rows.filter(|one| one.confirmed_at.is_some()).map(|one| (one.session, one.enrolment)).collect())
}
