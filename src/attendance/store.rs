//! Rows of sessions, of marks, of their corrections and of closed sheets, of what made up for a miss, and what is known
//! of people before a session.

pub mod beforehand;
pub mod closings;
pub mod co_trainers;
pub mod composition;
pub mod concerned;
pub mod conflicts;
pub mod made_up;
pub mod marks;
pub mod revisions;
pub mod sessions;

use super::rules::{Condition, Presence, ReasonCode, SessionMode, Status};
use crate::db::stored_text;

stored_text!(Condition, as_str, parse);
stored_text!(SessionMode, as_str, parse);
stored_text!(Status, as_str, parse);
stored_text!(Presence, as_str, parse);
stored_text!(ReasonCode, as_str, parse);
