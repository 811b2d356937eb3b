//! Rows of sessions, of marks, of their corrections, of closed sheets and of what made up for a miss.

pub mod closings;
pub mod made_up;
pub mod marks;
pub mod sessions;

use super::rules::{Presence, ReasonCode, SessionMode, Status};
use crate::db::stored_text;

stored_text!(SessionMode, as_str, parse);
stored_text!(Status, as_str, parse);
stored_text!(Presence, as_str, parse);
stored_text!(ReasonCode, as_str, parse);
