//! What each member of a team gets of its work: the grade copied to those who were present, and what a trainer changes
//! for one of them with a reason (H6).

use super::desk::{Work, load};
use super::releasing::carry_to;
use crate::audit::{self, Entry};
use crate::cases::rules;
use crate::cases::store::{self as cases, ShareRow};
use crate::db::Write;
use crate::editions::store as editions;
use crate::grading::rules::{Barrier, may_correct, member_total, reason};
use crate::grading::store::WorkRow;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, SubmissionId};
use serde_json::json;

/// Copies the released grade of a team's work to the members who were present, and takes it from those who were not.
/// Gives back to whom it was copied.
pub(super) fn copy_grade(w: &mut Write, row: &WorkRow) -> Result<Vec<EnrolmentId>, Problem> {
    let mut reached = Vec::new();
    for share in cases::shares(w, &[row.submission])? {
        if copy_to(w, row, &share)? {
            reached.push(share.enrolment);
        }
    }
    Ok(reached)
}

/// The same for one member; `false` for one who was absent, and while the grade is not released.
fn copy_to(w: &mut Write, row: &WorkRow, share: &ShareRow) -> Result<bool, Problem> {
    let released = cases::gradings(w, &[row.submission])?.pop().filter(|grade| grade.released_at.is_some());
    let Some(grade) = released.filter(|_| share.present) else {
        cases::put_grade(w, (row.submission, share.enrolment), None)?;
        return Ok(false);
    };
    let case = cases::graded_case(w, (row.edition, row.activity))?;
    let (_, rubrics) = case.ok_or_else(Problem::not_found)?;
    let rubric = rubrics.by(grade.rubric);
    let edition = editions::edition(w, row.edition)?.ok_or_else(Problem::not_found)?;
    let pass = rules::needed(rubric, edition.rule.0.case_pass);
    let total = member_total(grade.total, share.points, rubric.most_points());
    // What nobody changed passes as it was said to pass, whatever the pass mark has become since.
    let passed = if share.points == 0 { grade.passed } else { u32::try_from(total).unwrap_or(0) >= pass };
    cases::put_grade(w, (row.submission, share.enrolment), Some((total, passed)))?;
    Ok(true)
}

/// What is changed for one member.
#[derive(Debug, Clone)]
pub struct AdjustInput {
    /// Of which version.
    pub submission: SubmissionId,
    /// For whom.
    pub enrolment: EnrolmentId,
    /// Whether they had a part in it.
    pub present: bool,
    /// The points added, or taken off below zero.
    pub points: i32,
    /// Why: that member reads it.
    pub reason: String,
}

/// Changes what one member gets of a team's work. The member whose grade is released is told.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition and somebody such was in the team; `Forbidden` for one's own work;
/// `Colleague`; `Conflict` while the work is graded without names, and for one that was hidden; `Invalid` without a reason,
/// for more points than there are, and for nothing changed.
pub fn adjust(w: &mut Write, actor: &Actor, input: &AdjustInput, now: Moment) -> Result<(), Problem> {
    let work = load(w, actor, input.submission, now)?;
    let share = work.shares.iter().find(|share| share.enrolment == input.enrolment).cloned();
    let share = share.ok_or_else(Problem::not_found)?;
    match may_correct(work.footing()) {
        Err(Barrier::Own) => return Err(Problem::forbidden()),
        Err(Barrier::Colleague) => return Err(Problem::new(ProblemCode::Colleague)),
        Err(_) => return Err(Problem::new(ProblemCode::Conflict)),
        Ok(()) if work.is_nameless() => return Err(Problem::new(ProblemCode::Conflict)),
        Ok(()) => {}
    }
    let said = checked(&work, &share, input)?;
    let key = (input.submission, input.enrolment);
    cases::insert_adjustment(w, key, (input.present, input.points, &said), (actor.person, now))?;
    if input.present && !share.present {
        cases::ask_newcomer(w, key)?;
    }
    let before =
        Some(json!({ "enrolment": input.enrolment, "present": share.present, "points": share.points }));
    let after = json!({ "enrolment": input.enrolment, "present": input.present, "points": input.points, "reason": said });
    let subject = ("submission", input.submission.0);
    audit::record(
        w,
        actor,
        now,
        Entry { action: "team-share-adjusted", subject, before, after: Some(after) },
    )?;
    let (present, points) = (input.present, input.points);
    let had = share.total.is_some();
    if copy_to(w, &work.row, &ShareRow { present, points, ..share })? || had {
        carry_to(w, &work.row, input.enrolment, had, now)?;
    }
    Ok(())
}

fn checked(work: &Work, share: &ShareRow, input: &AdjustInput) -> Result<String, Problem> {
    let mut faults = Vec::new();
    let said = reason(&input.reason).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let most = i32::try_from(work.definition.most_points()).unwrap_or(i32::MAX);
    if !(-most..=most).contains(&input.points) {
        faults.push(Fault::new("points", "out-of-range").with("low", -most).with("high", most));
    }
    if (share.present, share.points) == (input.present, input.points) {
        faults.push(Fault::new("points", "team-nothing-changed"));
    }
    if faults.is_empty() { Ok(said) } else { Err(Problem::invalid(faults)) }
}
