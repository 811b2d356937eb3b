//! What people do with cases of sites: raise them, talk about them, hide what names people, let others read.

mod hiding;
mod letters;
mod opening;
mod queue;
mod raising;
mod sharing;
mod talking;

pub use hiding::{case_of, hide_entry, hide_text, look};
pub use opening::{Found, found};
pub use queue::{Queue, Queued, Waiting, Wish, queue, waiting};
pub use raising::{OwnCase, OwnCases, begin, discard, own, raise, save_draft};
pub use sharing::{
    Shared, answer, ask, begin_course_case, course_case, course_place, courses, open, prepared, shared, shut,
    write_copy,
};
pub use talking::{close, reopen, say, take};
