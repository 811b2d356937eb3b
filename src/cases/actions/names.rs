//! Whether a work is without a name now.

use crate::cases::store::{self, CaseAt};
use crate::db::Read;
use crate::kernel::{EnrolmentId, Problem};

/// Whether nothing may tell those who grade whose the work of somebody at a case is: the case is graded without
/// names, and of some version no grade is released. Every version counts: one that has its author's name again
/// would give away the next one, which is listed with it.
///
/// # Errors
/// The database's.
pub fn is_nameless(r: &mut Read, at: CaseAt, enrolment: EnrolmentId) -> Result<bool, Problem> {
    Ok(store::setup(r, at)?.1.blind && store::has_unreleased(r, enrolment, at.1)?)
}
