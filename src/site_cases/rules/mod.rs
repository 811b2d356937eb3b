//! What is decided about cases of sites: what they say, where they stand, what others may read of them. Pure.

mod copy;
mod course_case;
mod standing;
mod text;

pub use copy::{Copy, LONGEST_PART};
pub use course_case::{file, file_name};
pub use standing::{Entry, EntryKind, May, Side, State, may, standing, whose};
pub use text::{LONGEST_INSTITUTION, LONGEST_MESSAGE, LONGEST_TEXT, LONGEST_TITLE, Text, message};
