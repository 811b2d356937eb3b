//! Rows of cases: definitions, drafts, files, versions with their grades, extensions, and what waits for graders.

mod comments;
mod debriefs;
mod drafts;
mod extensions;
mod files;
mod grades;
mod hidings;
mod reminders;
mod setups;
mod staged;
mod submissions;
mod works;

pub use comments::{CommentRow, comments};
pub use debriefs::{debrief_opened, insert_debrief};
pub use drafts::{DraftRow, attach, detach, draft, draft_files, put_draft, put_draft_parts};
pub use extensions::{ExtensionRow, Whom, extensions, insert_extension, revoke_extension, senders, trainees};
pub use files::{FileRow, NewFile, file, files_by_ids, insert_file, is_hidden, is_in_a_draft, places_of};
pub use grades::{Decided, GradingRow, MarkRow, gradings, marks};
pub use hidings::{HidingRow, hidings, insert_hiding};
pub use reminders::{awaited, running_cases};
pub use setups::{CaseAt, PastSetup, insert_setup, past_setups, setup, setups};
pub use staged::runs;
pub use submissions::{
    NewSubmission, SubmissionRow, insert_submission, submission, submission_files, submissions,
};
pub use works::{close_work, has_unreleased, open_work, works_with};

use crate::db::schema::case_definitions;
use crate::db::{Json, Read};
use crate::kernel::{ActivityId, Problem};
use crate::programmes::rules::CaseDefinition;
use diesel::prelude::*;

/// The definition of a case, with everything its trainers need.
pub fn definition(r: &mut Read, activity: ActivityId) -> Result<Option<CaseDefinition>, Problem> {
    let found: Option<Json<CaseDefinition>> = case_definitions::table
        .find(activity)
        .select(case_definitions::definition)
        .first(r.conn())
        .optional()?;
    Ok(found.map(|definition| definition.0))
}
