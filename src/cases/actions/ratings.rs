//! What the members of a team say about each other's share in a work. The trainer sees it beside the work; members never
//! see who said what about them.

use super::opening::{Opened, Which, open};
use crate::audit::{self, Entry};
use crate::cases::rules::lines;
use crate::cases::store::{self, RatingRow};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, Problem, ProblemCode, SubmissionId};
use serde_json::json;
use std::collections::BTreeMap;

/// The longest remark, in characters.
const LONGEST_REMARK: usize = 500;

/// What a member says of the others: from 1 to 4, and a remark.
pub type Said = BTreeMap<EnrolmentId, (i32, String)>;

/// Keeps what a member says of each of the others who were present, until the grade is released.
///
/// # Errors
/// `NotFound` unless it is the actor's own version and they were present; `AlreadyGraded` once the grade is released;
/// `Invalid` for somebody of whom nothing was said, a number out of bounds, or an endless remark.
pub fn rate(
    w: &mut Write,
    actor: &Actor,
    (which, id): (Which, SubmissionId),
    said: &Said,
    now: Moment,
) -> Result<(), Problem> {
    let Opened::Case(case) = open(w, actor, which, now)? else { return Err(Problem::not_found()) };
    if actor.person != Some(case.standing.enrolment.person_id) {
        return Err(Problem::not_found());
    }
    let version = case.versions.iter().find(|version| version.row.id == id).ok_or_else(Problem::not_found)?;
    let (mine, others): (Vec<_>, Vec<_>) = version
        .shares
        .iter()
        .filter(|share| share.present)
        .partition(|share| share.enrolment == which.enrolment);
    if mine.is_empty() || version.hidden.is_some() {
        return Err(Problem::not_found());
    }
    if version.grade.is_some() {
        return Err(Problem::new(ProblemCode::AlreadyGraded));
    }
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for other in others {
        let field = format!("rating.{}", other.enrolment);
        let Some((rating, remark)) = said.get(&other.enrolment) else {
            faults.push(Fault::new(field, "required"));
            continue;
        };
        let remark = lines(remark.trim());
        if !(1..=4).contains(rating) {
            faults.push(Fault::new(field, "out-of-range").with("low", 1).with("high", 4));
        }
        if remark.chars().count() > LONGEST_REMARK {
            let field = format!("remark.{}", other.enrolment);
            faults.push(Fault::new(field, "too-long").with("limit", LONGEST_REMARK));
        }
        let (rater, rated) = (which.enrolment, other.enrolment);
        rows.push(RatingRow { submission: id, rater, rated, rating: *rating, remark });
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    for row in &rows {
        store::put_rating(w, row, now)?;
    }
    // The audit says that it was done: what was said is for the trainer alone.
    let after = Some(json!({ "rated": rows.len() }));
    let entry = Entry { action: "team-rated", subject: ("submission", id.0), before: None, after };
    audit::record(w, actor, now, entry)
}
