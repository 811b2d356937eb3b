//! Codes under the limits. Whether somebody may try and whether the try was wrong is settled where the work is done:
//! many requests at once, that wait for one another there, have no more guesses than one after another.

use crate::check_in::actions::{self, Arrival, Coming, Look, Shown};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Moment, Problem, ProblemCode};
use crate::web::Kit;

/// Marks by a code. A wrong one is counted, and so is a wrong number said aloud.
///
/// # Errors
/// As [`actions::arrive`]; `TooManyRequests` for whoever has guessed too often.
pub(in crate::check_in) fn arrive(
    w: &mut Write,
    me: &Actor,
    coming: &Coming,
    (kit, address): (&Kit, &str),
    now: Moment,
) -> Result<Arrival, Problem> {
    let person = me.person_id()?;
    kit.limits.may_check_in(person)?;
    let ear = |opening, right| kit.limits.hears(opening, person, right);
    let arrived = actions::arrive_heard(w, me, coming, (actions::code_of(&kit.secrets), ear), now);
    if arrived.as_ref().is_err_and(guessed) {
        kit.limits.wrong_check_in(person, address);
    }
    arrived
}

/// What the code of its reader means now. A wrong one is counted.
///
/// # Errors
/// As [`actions::look`]; `TooManyRequests` for whoever has guessed too often.
pub(super) fn look(
    r: &mut Read,
    me: &Actor,
    shown: &Shown,
    (kit, address): (&Kit, &str),
    now: Moment,
) -> Result<Look, Problem> {
    let person = me.person_id()?;
    kit.limits.may_check_in(person)?;
    let look = actions::look(r, me, shown, actions::code_of(&kit.secrets), now)?;
    if matches!(look, Look::Wrong) {
        kit.limits.wrong_check_in(person, address);
    }
    Ok(look)
}

fn guessed(problem: &Problem) -> bool {
    let spoken = problem.faults.iter().any(|fault| fault.code == "check-in-spoken-wrong");
    spoken || problem.code == ProblemCode::CheckInCodeWrong
}
