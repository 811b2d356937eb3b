//! How numbers are written, which have no document, and which numbers a batch has. Pure.

pub mod gaps;
pub mod lists;
pub mod pattern;
pub mod years;

pub use gaps::Span;
pub use pattern::{Pattern, usual};

use crate::kernel::Fault;

/// The longest number, in characters. Source: the column «Регистрационный номер» of the federal register.
pub const LONGEST: usize = 30;

/// The longest note, reason or name of a paper, in characters.
pub const LONGEST_NOTE: usize = 500;

/// The shortest reason, in characters: less is no word.
pub const SHORTEST_REASON: usize = 3;

/// The characters that no register takes: everything but Cyrillic and Latin letters, digits, № ( ) . / - _ and space.
pub fn strange(text: &str) -> String {
    let fine = |letter: &char| {
        letter.is_ascii_alphanumeric()
            || matches!(letter, '\u{0400}'..='\u{04ff}')
            || "№()./-_ ".contains(*letter)
    };
    let mut strange: Vec<char> = text.chars().filter(|letter| !fine(letter)).collect();
    strange.sort_unstable();
    strange.dedup();
    strange.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a number as it was typed.
pub fn number_fault(field: &str, text: &str) -> Option<Fault> {
    let letters = strange(text);
    if text.is_empty() {
        Some(Fault::new(field, "required"))
    } else if text.chars().count() > LONGEST {
        Some(Fault::new(field, "too-long").with("limit", LONGEST))
    } else if letters.is_empty() {
        None
    } else {
        Some(Fault::new(field, "register-letters").with("letters", letters))
    }
}

/// What is wrong with a reason.
pub fn reason_fault(field: &str, text: &str) -> Option<Fault> {
    let length = text.chars().count();
    if text.is_empty() {
        Some(Fault::new(field, "required"))
    } else if length < SHORTEST_REASON {
        Some(Fault::new(field, "register-reason-short").with("limit", SHORTEST_REASON))
    } else if length > LONGEST_NOTE {
        Some(Fault::new(field, "too-long").with("limit", LONGEST_NOTE))
    } else {
        None
    }
}
