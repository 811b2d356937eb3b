//! Forms of this room, read into what its actions take.

use crate::calendars::views::LIMIT;
use crate::kernel::{EditionId, Fault, Problem, ProblemCode};
use crate::web::Form;

/// The message of a form: its lines stay lines.
///
/// # Errors
/// `Invalid` when there is none, or it is too long.
pub fn message(form: &Form) -> Result<String, Problem> {
    let text = form.raw("text").trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("text", "required")]));
    }
    if text.chars().count() > LIMIT {
        return Err(Problem::invalid(vec![Fault::new("text", "too-long").with("limit", LIMIT)]));
    }
    Ok(text)
}

/// The edition whose calendar is meant; one's own where none is named.
///
/// # Errors
/// `BadRequest` when it is none.
pub fn edition(form: &Form) -> Result<Option<EditionId>, Problem> {
    match form.raw("edition") {
        "" => Ok(None),
        text => Ok(Some(text.parse().map_err(|_| Problem::new(ProblemCode::BadRequest))?)),
    }
}
