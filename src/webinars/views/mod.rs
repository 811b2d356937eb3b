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
use crate::kernel::{Moment, PersonId, PersonName, ProblemCode, WebinarListId, dates};
use crate::web::paths;
use crate::webinars::rules::{Tool, Verdict};
use crate::webinars::store::{ApplicationRow, ListRow, RemovedRow};
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

/// What is left of a list that was removed.
#[derive(Debug, Serialize)]
struct RemovedLine {
    loaded: String,
    removed: String,
    /// Whether its time was over.
    expired: bool,
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
    ListLine {
        name: row.file_name.clone(),
        url: paths::webinar_list(sheet.session.id, row.id),
        when: when((row.uploaded_at, row.uploaded_by), (sheet, names), telling),
        applied: applied_lines(row.id, applications, (sheet, names), telling),
    }
}

fn removed_line(
    row: &RemovedRow,
    applications: &[ApplicationRow],
    (sheet, names): (&Sheet, &Names),
    telling: Telling<'_>,
) -> RemovedLine {
    let removed = row.removed_at.map(|at| when((at, row.removed_by), (sheet, names), telling));
    RemovedLine {
        loaded: when((row.uploaded_at, row.uploaded_by), (sheet, names), telling),
        removed: removed.unwrap_or_default(),
        expired: row.removed_by.is_none(),
        applied: applied_lines(row.id, applications, (sheet, names), telling),
    }
}

fn applied_lines(
    list: WebinarListId,
    applications: &[ApplicationRow],
    known: (&Sheet, &Names),
    telling: Telling<'_>,
) -> Vec<AppliedLine> {
    let of_it = applications.iter().filter(|one| one.list == list);
    let line = |one: &ApplicationRow| AppliedLine {
        when: when((one.applied_at, one.applied_by), known, telling),
        first: one.first,
        corrected: one.corrected,
    };
    of_it.map(line).collect()
}

/// A moment by the session's clock, and who.
fn when(
    (at, by): (Moment, Option<PersonId>),
    (sheet, names): (&Sheet, &Names),
    telling: Telling<'_>,
) -> String {
    let at = dates::date_and_time(telling.reader.language, at, sheet.session.time_zone);
    let by = by.and_then(|by| names.get(&by)).map(PersonName::surname_and_initials);
    by.map_or_else(|| at.clone(), |by| format!("{at}, {by}"))
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
