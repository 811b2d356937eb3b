//! Rows of sessions, of marks and of their corrections.

pub mod conflicts;
pub mod marks;
pub mod sessions;

use super::rules::{Presence, SessionMode, Status};
use crate::db::stored_text;

stored_text!(SessionMode, as_str, parse);
stored_text!(Status, as_str, parse);
stored_text!(Presence, as_str, parse);
