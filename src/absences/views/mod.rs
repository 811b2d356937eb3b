//! The pages of absences: the trainee's and the trainer's.

mod list;
mod own;
mod samples;

pub use list::NoticesPage;
pub use own::{OwnPage, Uploads};

use crate::absences::store::{DecisionRow, NoticeRow};
use crate::web::paths;
use chrono::NaiveDate;
use serde::Serialize;

/// A file that goes with a notice.
#[derive(Debug, Serialize)]
struct FileLink {
    name: String,
    url: String,
}

impl FileLink {
    fn of(row: &NoticeRow) -> Option<FileLink> {
        let (_, name) = row.file.as_ref()?;
        Some(FileLink { name: name.clone(), url: paths::absence_file(row.id) })
    }
}

/// What became of a notice about a session that is held on this day, as a key, and how it is marked.
fn state(row: &NoticeRow, decision: Option<&DecisionRow>, held_on: NaiveDate) -> (&'static str, Tone) {
    if row.is_for_another_day(held_on) {
        return ("absences-state-moved", Tone { good: false, attention: true });
    }
    match (row.late, decision.map(|one| one.accepted)) {
        (false, _) => ("absences-state-early", Tone { good: true, attention: false }),
        (true, None) => ("absences-state-late", Tone { good: false, attention: true }),
        (true, Some(true)) => ("absences-state-accepted", Tone { good: true, attention: false }),
        (true, Some(false)) => ("absences-state-refused", Tone { good: false, attention: false }),
    }
}

/// The tone of a tag.
#[derive(Debug, Clone, Copy, Serialize)]
struct Tone {
    good: bool,
    attention: bool,
}
