//! Rows of cases of sites, of what was raised, done and said, and of what others may read.

mod cases;
mod copies;
mod entries;
mod queue;

pub use cases::{
    CaseRow, TextRow, case, discard, draft_of, hide_text, insert, insert_text, of_enrolment, put_draft,
    settle, texts,
};
pub use copies::{
    CopyRow, administrators, answer, ask, insert_copy, insert_use, is_used, newest_copy, people_of,
    set_opened, shared, shared_one,
};
pub use entries::{EntryRow, EntryText, answers, entries, entry_place, hide_entry, insert_entry, takers};
pub use queue::{Filter, QueueRow, oldest_waiting, queue, waiting_count};

use crate::db::stored_text;
use crate::kernel::Word;
use crate::site_cases::rules::{EntryKind, State};

stored_text!(EntryKind, as_str, parse);
stored_text!(State, as_str, parse);
