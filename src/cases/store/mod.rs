//! Rows of cases: definitions, drafts, files, versions, extensions, grades, and the queue of what waits.

mod drafts;
mod extensions;
mod files;
mod gradings;
mod hidings;
mod queue;
mod reminders;
mod setups;
mod submissions;

pub use drafts::{DraftRow, attach, detach, draft, draft_files, put_draft, put_draft_parts};
pub use extensions::{ExtensionRow, Whom, extensions, insert_extension, revoke_extension, senders, trainees};
pub use files::{FileRow, NewFile, file, files_by_ids, insert_file, is_hidden, is_in_a_draft, places_of};
pub use gradings::{GradingRow, MarkRow, NewGrading, gradings, insert_grading, marks};
pub use hidings::{HidingRow, hide, hidings};
pub use queue::{Part, WaitingRow, editions_of, waiting};
pub use reminders::{awaited, running_cases};
pub use setups::{CaseAt, PastSetup, insert_setup, past_setups, setup, setups};
pub use submissions::{
    NewSubmission, SubmissionRow, insert_submission, submission, submission_files, submissions,
};

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
