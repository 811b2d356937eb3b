//! What is written beside marks: reasons, and remarks on passages.

use crate::cases::rules::lines;
use crate::kernel::Fault;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1_000;

/// The longest remark on a passage, in characters.
const LONGEST_REMARK: usize = 2_000;

/// A reason as it was typed, tidy: of a correction, an assignment, an exception.
///
/// # Errors
/// The fault of the field `reason` when it says nothing or too much.
pub fn reason(typed: &str) -> Result<String, Fault> {
    words("reason", typed, LONGEST_REASON)
}

/// A remark on a passage as it was typed, tidy.
///
/// # Errors
/// The fault of the field `comment` when it says nothing or too much.
pub fn remark(typed: &str) -> Result<String, Fault> {
    words("comment", typed, LONGEST_REMARK)
}

fn words(field: &'static str, typed: &str, longest: usize) -> Result<String, Fault> {
    let text = lines(typed.trim());
    if text.is_empty() {
        return Err(Fault::new(field, "required"));
    }
    if text.chars().count() > longest {
        return Err(Fault::new(field, "too-long").with("limit", longest));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_something_and_not_too_much() {
        assert_eq!(reason(" Болезнь\r\nи отпуск ").as_deref(), Ok("Болезнь\nи отпуск"));
        assert_eq!(reason(" \r\n ").unwrap_err().code, "required");
        assert!(reason(&"я".repeat(1_000)).is_ok() && remark(&"я".repeat(2_000)).is_ok());
        assert_eq!(reason(&"я".repeat(1_001)).unwrap_err().code, "too-long");
        assert_eq!(remark(&"я".repeat(2_001)).unwrap_err().field, "comment");
    }
}
