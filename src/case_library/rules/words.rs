//! Words that others will read.

use crate::cases::rules::{MOST_CHARACTERS, has_surname, lines};
use crate::kernel::{Fault, PersonName};

/// The longest remark on an answer, in characters.
pub const LONGEST_REMARK: usize = 2_000;

/// The nameless copy of an answer as it was typed, tidy.
///
/// # Errors
/// The fault of the field `text`: nothing in it, too much, or the surname of anybody of the edition. It is asked of all
/// of them, so that the answer does not tell whose work it is.
pub fn copy(typed: &str, people: &[PersonName]) -> Result<String, Fault> {
    let text = checked("text", typed, MOST_CHARACTERS)?;
    let named = people.iter().any(|name| has_surname(&text, name));
    if named { Err(Fault::new("text", "shown-name")) } else { Ok(text) }
}

/// A remark on an answer as it was typed, tidy.
///
/// # Errors
/// The fault of the field `remark` when it says nothing or too much.
pub fn remark(typed: &str) -> Result<String, Fault> {
    checked("remark", typed, LONGEST_REMARK)
}

fn checked(field: &'static str, typed: &str, longest: usize) -> Result<String, Fault> {
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
    fn a_copy_that_still_names_its_author_is_refused() {
        let author = [PersonName::new("Орлов", "Пётр", None), PersonName::new("Сейтқали", "Айгүл", None)];
        assert_eq!(copy("Подпись: СЕЙТҚАЛИЕВА", &author).unwrap_err().code, "shown-name");
        assert_eq!(copy(" Сначала\r\nпозвоню ", &author).as_deref(), Ok("Сначала\nпозвоню"));
        assert_eq!(copy(" ", &author).unwrap_err().code, "required");
        let short = [PersonName::new("Ли", "Анна", None)];
        assert!(copy("Если позвонят, отвечу", &short).is_ok(), "two letters stand in many words");
    }

    #[test]
    fn a_remark_says_something_and_not_too_much() {
        assert!(remark(&"я".repeat(LONGEST_REMARK)).is_ok());
        assert_eq!(remark(&"я".repeat(LONGEST_REMARK + 1)).unwrap_err().code, "too-long");
        assert_eq!(remark("\r\n").unwrap_err().field, "remark");
    }
}
