//! HTML handlers of continuing training.

pub mod boards;
pub mod places;
pub mod rules;

use crate::kernel::Problem;

/// What was typed, or its faults, within a job that may be repeated. Whose the thing is, is asked before.
fn read<T: Clone>(typed: &Result<T, Problem>) -> Result<T, Problem> {
    match typed {
        Ok(value) => Ok(value.clone()),
        Err(problem) => Err(Problem::invalid(problem.faults.clone())),
    }
}
