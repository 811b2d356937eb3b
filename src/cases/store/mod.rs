//! Rows of cases: definitions, drafts, files, versions with their grades, extensions, and what waits for graders.

mod afterwards;
mod comments;
mod debriefs;
mod drafts;
mod extensions;
mod files;
mod grades;
mod hidings;
mod members;
mod own_marks;
mod reminders;
mod rubrics;
mod setups;
mod staged;
mod submissions;
mod works;

pub use afterwards::{
    LastWork, ask_newcomer, examples, is_asked, is_discussed, is_reviewing, last_works, latest_extension,
};
pub use comments::{CommentRow, comments};
pub use debriefs::{debrief_opened, insert_debrief};
pub use drafts::{
    DraftOf, DraftRow, Present, attach, detach, draft, draft_files, put_draft, put_draft_parts, put_present,
};
pub use extensions::{ExtensionRow, Whom, extensions, extensions_in, insert_extension, revoke_extension};
pub use files::{
    FileRow, NewFile, file, files_by_ids, insert_file, is_hidden, is_in_a_draft, is_shared_with, places_of,
};
pub use grades::{Decided, GradingRow, MarkRow, gradings, marks};
pub use hidings::{HidingRow, hidings, insert_hiding};
pub use members::{
    AdjustmentRow, RatingRow, ShareRow, adjustments, insert_adjustment, insert_shares, put_grade, put_rating,
    ratings, shares,
};
pub use own_marks::{insert_own_marks, own_draft, own_marks, put_own_draft};
pub use reminders::{awaited, running_cases};
pub use rubrics::{graded_case, insert_rubric};
pub use setups::{CaseAt, PastSetup, insert_setup, past_setups, setup, setups};
pub use staged::runs;
pub use submissions::{
    NewSubmission, SubmissionRow, insert_submission, submission, submission_files, submissions,
    submissions_of_team,
};
pub use works::{Progress, close_work, open_work, progress_at, teams_at, works_with};

use crate::db::schema::{activities, case_definitions};
use crate::db::{Json, Read};
use crate::kernel::{ActivityId, Problem, ProgrammeVersionId};
use crate::programmes::rules::CaseDefinition;
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;

/// The part of a definition that says how many days its authors give.
#[derive(Debug, Deserialize)]
struct Given {
    settings: GivenSettings,
}

#[derive(Debug, Deserialize)]
struct GivenSettings {
    due_days: Option<u32>,
}

/// How many days after the edition's beginning each case of a version is due, where its authors say so.
pub fn due_days(
    r: &mut Read,
    version: ProgrammeVersionId,
) -> Result<HashMap<ActivityId, Option<u32>>, Problem> {
    let rows: Vec<(ActivityId, Json<Given>)> = case_definitions::table
        .inner_join(activities::table)
        .filter(activities::version_id.eq(version))
        .select((activities::id, case_definitions::definition))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(case, given)| (case, given.0.settings.due_days)).collect())
}

/// The definition of a case, with everything its trainers need.
pub fn definition(r: &mut Read, activity: ActivityId) -> Result<Option<CaseDefinition>, Problem> {
    let found: Option<Json<CaseDefinition>> = case_definitions::table
        .find(activity)
        .select(case_definitions::definition)
        .first(r.conn())
        .optional()?;
    Ok(found.map(|definition| definition.0))
}
