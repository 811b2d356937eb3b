//! What is known of a session's people before they are marked, for its sheet.

use super::OnSheet;
use crate::attendance::rules::{Notice, Standing};
use crate::attendance::store::beforehand::{self as rows, Taken};
use crate::db::Read;
use crate::kernel::{EnrolmentId, Problem, SessionId};
use std::collections::HashMap;

/// Who has a place, and who told that they will not come.
#[derive(Debug, Clone, Default)]
pub struct Beforehand {
    /// The places; none where nobody has to sign up.
    pub taken: Option<Taken>,
    /// How those stand who signed up.
    pub standings: HashMap<EnrolmentId, Standing>,
    /// What people told.
    pub notices: HashMap<EnrolmentId, Notice>,
}

impl Beforehand {
    /// What is known of a session.
    pub(super) fn of(r: &mut Read, session: SessionId) -> Result<Beforehand, Problem> {
        let taken = rows::taken(r, &[session])?.remove(&session);
        let standings = match taken {
            Some(_) => rows::standings(&rows::signed_up(r, &[session])?),
            None => HashMap::new(),
        };
        Ok(Beforehand { taken, standings, notices: rows::notices(r, session)? })
    }

    /// Whether somebody is expected: where one signs up whoever has a place, and nobody who told that they miss it on its
    /// day. Nobody else is taken for present unless the trainer says so.
    pub fn expects(&self, who: EnrolmentId) -> bool {
        let has_place = self.taken.is_none() || self.standings.get(&who) == Some(&Standing::Confirmed);
        has_place && self.notices.get(&who).is_none_or(|notice| notice.moved)
    }

    /// Puts those first who have a place, then those who wait, then whoever did not sign up; else nothing moves.
    pub(super) fn order(&self, people: &mut [OnSheet]) {
        if self.taken.is_none() {
            return;
        }
        people.sort_by_key(|one| match self.standings.get(&one.person.enrolment) {
            Some(Standing::Confirmed) => (0, 0),
            Some(Standing::Waiting(place)) => (1, *place),
            None => (2, 0),
        });
    }
}
