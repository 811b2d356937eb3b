//! The pages of a webinar's lists: loading one, saying what its columns are, and what would come of it.

mod columns;
mod preview;
mod samples;
mod upload;
mod who;

pub use columns::ColumnsPage;
pub use preview::{PreviewPage, reason};
pub use upload::UploadPage;
pub use who::{UNKNOWN_SHOWN, labels};

use crate::attendance::actions::Sheet;
use crate::attendance::views::Telling;
use crate::kernel::{PersonId, PersonName, ProblemCode, dates};
use crate::web::paths;
use crate::webinars::rules::{Tool, Verdict};
use crate::webinars::store::{ApplicationRow, ListRow};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// The way down: the edition, the sheet, and from a list the lists.
fn crumbs(sheet: &Sheet, heading: &str, lists: Option<String>) -> Vec<Crumb> {
    let edition = Crumb { label: sheet.edition.title.clone(), url: paths::edition(sheet.edition.id) };
    let session = Crumb { label: heading.to_owned(), url: paths::session(sheet.session.id) };
    let lists = lists.map(|label| Crumb { label, url: paths::webinar_lists(sheet.session.id) });
    [edition, session].into_iter().chain(lists).collect()
}

/// Why nothing can be marked now.
fn closed_key(sheet: &Sheet) -> Option<&'static str> {
    sheet.closed.map(|code| match code {
        ProblemCode::SessionCancelled => "webinars-cancelled",
        _ => "webinars-ahead",
    })
}

/// A list in a line: who loaded it, and each time that it was used.
#[derive(Debug, Serialize)]
struct ListLine {
    name: String,
    url: String,
    when: String,
    applied: Vec<AppliedLine>,
}

#[derive(Debug, Serialize)]
struct AppliedLine {
    when: String,
    first: i32,
    corrected: i32,
}

type Names = HashMap<PersonId, PersonName>;

fn list_line(
    row: &ListRow,
    applications: &[ApplicationRow],
    (sheet, names): (&Sheet, &Names),
    telling: Telling<'_>,
) -> ListLine {
    let zone = sheet.session.time_zone;
    let when = |at, by: Option<PersonId>| {
        let at = dates::date_and_time(telling.reader.language, at, zone);
        let by = by.and_then(|by| names.get(&by)).map(PersonName::surname_and_initials);
        by.map_or_else(|| at.clone(), |by| format!("{at}, {by}"))
    };
    let applied = applications.iter().filter(|one| one.list == row.id).map(|one| AppliedLine {
        when: when(one.applied_at, one.applied_by),
        first: one.first,
        corrected: one.corrected,
    });
    ListLine {
        name: row.file_name.clone(),
        url: paths::webinar_list(sheet.session.id, row.id),
        when: when(row.uploaded_at, row.uploaded_by),
        applied: applied.collect(),
    }
}

/// A tool, as a key.
pub fn tool_key(tool: Tool) -> &'static str {
    match tool {
        Tool::Zoom => "webinars-tool-zoom",
        Tool::ZoomWebinar => "webinars-tool-zoom-webinar",
        Tool::Teams => "webinars-tool-teams",
        Tool::Meet => "webinars-tool-meet",
        Tool::BigBlueButton => "webinars-tool-bigbluebutton",
        Tool::Plain => "webinars-tool-plain",
        Tool::Chosen => "webinars-tool-chosen",
    }
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Person => "webinars-verdict-person",
        Verdict::Guest => "webinars-verdict-guest",
        Verdict::Ignored => "webinars-verdict-ignored",
    }
}
