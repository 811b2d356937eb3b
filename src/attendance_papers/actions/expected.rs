//! Of whom a session is asked.

use super::Column;
use crate::attendance::store::beforehand;
use crate::attendance_papers::store::PersonRow;
use crate::db::Read;
use crate::kernel::{EnrolmentId, Problem, SessionId};
use crate::progress::store::assignment::{self, Among, Outside};
use std::collections::{HashMap, HashSet};

/// Of whom the sessions of an edition are asked: in an extra module not of everybody (A14), where people sign up, of
/// those with a place (L5), and what was over before somebody was enrolled, not of them.
pub(super) struct Expected {
    outside: Outside,
    seats: HashMap<SessionId, HashSet<EnrolmentId>>,
}

impl Expected {
    /// For these sessions, in a fixed number of queries.
    pub(super) fn load(r: &mut Read, among: Among<'_>, columns: &[Column]) -> Result<Expected, Problem> {
        let ids: Vec<SessionId> = columns.iter().map(|column| column.row.id).collect();
        let mut seats: HashMap<SessionId, HashSet<EnrolmentId>> =
            beforehand::taken(r, &ids)?.into_keys().map(|session| (session, HashSet::new())).collect();
        let signed_up = if seats.is_empty() { Vec::new() } else { beforehand::signed_up(r, &ids)? };
        for one in signed_up.into_iter().filter(|one| one.confirmed_at.is_some()) {
            if let Some(seats) = seats.get_mut(&one.session) {
                seats.insert(one.enrolment);
            }
        }
        Ok(Expected { outside: assignment::outside(r, among)?, seats })
    }

    /// Whether a session is asked of somebody.
    pub(super) fn asks(&self, column: &Column, who: &PersonRow) -> bool {
        let row = &column.row;
        let has_seat = self.seats.get(&row.id).is_none_or(|seats| seats.contains(&who.enrolment));
        let came_after = column.slot.ends_at <= who.enrolled_at;
        let is_theirs = !self.outside.contains(row.edition_id, row.activity_id, who.enrolment);
        has_seat && !came_after && is_theirs
    }
}
