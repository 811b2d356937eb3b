//! Why a key is withdrawn. Pure.

use crate::kernel::{Fault, Problem};

/// The shortest reason, in characters: less is no word.
pub const SHORTEST: usize = 3;

/// The longest reason, in characters.
pub const LONGEST: usize = 1000;

/// The reason as it was typed, without the spaces around it.
///
/// # Errors
/// `Invalid` when it is missing, no word, or too long.
pub fn reason(typed: &str) -> Result<String, Problem> {
    let text = typed.trim();
    let fault = match text.chars().count() {
        0 => Fault::new("reason", "required"),
        length if length < SHORTEST => Fault::new("reason", "document-reason-short").with("limit", SHORTEST),
        length if length > LONGEST => Fault::new("reason", "too-long").with("limit", LONGEST),
        _ => return Ok(text.to_owned()),
    };
    Err(Problem::invalid(vec![fault]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_word_and_no_book() {
        assert_eq!(reason("  Утечка ").unwrap(), "Утечка");
        for (typed, code) in
            [(" ", "required"), ("да", "document-reason-short"), (&*"а".repeat(1001), "too-long")]
        {
            let problem = reason(typed).unwrap_err();
            assert_eq!(problem.faults[0].code, code);
        }
    }
}
