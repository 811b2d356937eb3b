//! Marks saved as they are typed. Whoever saves is at work; a revision tells two devices of one grader apart.

use super::claims::hold;
use super::desk::{Work, load};
use crate::cases::rules::graded_by;
use crate::db::Write;
use crate::grading::rules::{FormerMarks, Marks};
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
    /// The version of the rubric that the grader had before the eyes; nothing for the one that counts.
    pub rubric: Option<i32>,
}

/// What became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// They are saved, and their writer is at work until then.
    Saved(DraftRow, Moment),
    /// They are saved as far as they fit: the rubric was changed since the grader opened the work. The rest is kept
    /// beside them.
    Changed(DraftRow),
    /// The same grader has saved others elsewhere meanwhile.
    Stale(DraftRow),
}

/// Keeps marks that are being typed; levels that no version of the rubric knows are left out. What was typed by an earlier
/// version and does not fit into the present one is kept beside them, until the grade is given.
///
/// # Errors
/// As [`super::claim`].
pub fn save_draft(w: &mut Write, actor: &Actor, input: &DraftInput, now: Moment) -> Result<Kept, Problem> {
    let work = load(w, actor, input.submission, now)?;
    let until = hold(w, actor, &work, now)?;
    let typed = input.marks.clone().tidy();
    let marks = typed.clone().known(&work.definition);
    let known = work.draft.as_ref();
    let written_by = input.rubric.filter(|number| work.rubrics.has(*number)).unwrap_or(work.by);
    // The same marks from another device are no conflict.
    if let Some(row) = known {
        if row.marks == marks && (row.rubric, written_by) == (work.by, work.by) {
            return Ok(Kept::Saved(row.clone(), until));
        }
        if row.revision != input.revision {
            return Ok(Kept::Stale(row.clone()));
        }
    }
    let revision = known.map_or(0, |row| row.revision);
    store::begin(w, input.submission, now)?;
    let former = beside(&work, &typed, written_by);
    let at = (input.submission, actor.person_id()?);
    let row = store::put_draft(w, at, (&marks, revision), (work.by, former), now)?;
    if written_by == work.by { Ok(Kept::Saved(row, until)) } else { Ok(Kept::Changed(row)) }
}

/// What was typed by earlier versions and does not fit: before now, and now. The same page says it once.
fn beside(work: &Work, typed: &Marks, written_by: i32) -> Vec<FormerMarks> {
    if written_by == work.by {
        return work.left_behind();
    }
    let mut former = work.draft.as_ref().map(|draft| draft.former.clone()).unwrap_or_default();
    let definition = graded_by(work.definition.clone(), work.rubrics.by(written_by));
    let strange = typed.clone().known(&definition).strange(&work.definition);
    former.retain(|one| one.rubric != written_by);
    former.extend(strange.map(|marks| FormerMarks { rubric: written_by, marks }));
    former
}
