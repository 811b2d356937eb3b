//! Rows of sessions, of marks and of their corrections, and what is known of people before a session.

pub mod beforehand;
pub mod co_trainers;
pub mod composition;
pub mod concerned;
pub mod conflicts;
pub mod marks;
pub mod revisions;
pub mod sessions;

use super::rules::{AbsenceReason, Condition, Presence, SessionMode, Status};
use crate::db::stored_text;

stored_text!(Condition, as_str, parse);
stored_text!(SessionMode, as_str, parse);
stored_text!(Status, as_str, parse);
stored_text!(Presence, as_str, parse);
stored_text!(AbsenceReason, as_str, parse);
