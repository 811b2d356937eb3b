//! Marks saved as they are typed. Whoever saves is at work; a revision tells two devices of one grader apart.

use super::claims::hold;
use super::desk::load;
use crate::db::Write;
use crate::grading::rules::Marks;
use crate::grading::store::{self, DraftRow};
use crate::kernel::{Actor, Moment, Problem, SubmissionId};

/// Marks to be kept.
#[derive(Debug, Clone)]
pub struct DraftInput {
    /// Of which version.
    pub submission: SubmissionId,
    /// As far as they are typed.
    pub marks: Marks,
    /// The revision that the grader had before the eyes; 0 when there was none.
    pub revision: i32,
}

/// What became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// They are saved, and their writer is at work until then.
    Saved(DraftRow, Moment),
    /// The same grader has saved others elsewhere meanwhile.
    Stale(DraftRow),
}

/// Keeps marks that are being typed; levels that the rubric does not know are left out.
///
/// # Errors
/// As [`super::claim`].
pub fn save_draft(w: &mut Write, actor: &Actor, input: &DraftInput, now: Moment) -> Result<Kept, Problem> {
    let work = load(w, actor, input.submission, now)?;
    let until = hold(w, actor, &work, now)?;
    let marks = input.marks.clone().tidy().known(&work.definition);
    let known = work.draft.as_ref();
    // The same marks from another device are no conflict.
    if let Some(row) = known {
        if row.marks == marks {
            return Ok(Kept::Saved(row.clone(), until));
        }
        if row.revision != input.revision {
            return Ok(Kept::Stale(row.clone()));
        }
    }
    let revision = known.map_or(0, |row| row.revision);
    store::begin(w, input.submission, now)?;
    let row = store::put_draft(w, (input.submission, actor.person_id()?), (&marks, revision), now)?;
    Ok(Kept::Saved(row, until))
}
