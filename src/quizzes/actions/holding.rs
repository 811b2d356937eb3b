//! Which window or device answers an attempt.

use super::answers;
use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Problem, ProblemCode};
use crate::quizzes::store;

/// Lets a window or device answer an attempt. One that finds another there is told so, until it takes over.
///
/// # Errors
/// Those of [`super::answer`] for the attempt; `AttemptElsewhere` while another holds it.
pub fn hold(
    w: &mut Write,
    actor: &Actor,
    attempt: AttemptId,
    (holder, take_over): (&str, bool),
) -> Result<(), Problem> {
    let state = answers::open(w, actor.person_id()?, attempt)?;
    if holder.is_empty() || holder.len() > HOLDER_LIMIT {
        return Err(Problem::new(ProblemCode::BadRequest));
    }
    match state.holder.as_deref() {
        Some(known) if known == holder => Ok(()),
        Some(_) if !take_over => Err(Problem::new(ProblemCode::AttemptElsewhere)),
        _ => store::set_holder(w, attempt, holder),
    }
}

const HOLDER_LIMIT: usize = 64;
