//! What a trainee writes about a case.

use crate::cases::rules::lines;
use crate::kernel::Fault;
use crate::kernel::name::tidy;
use serde::{Deserialize, Serialize};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 200;
/// The longest name of an institution.
pub const LONGEST_INSTITUTION: usize = 300;
/// The longest of the other parts.
pub const LONGEST_TEXT: usize = 10_000;
/// The longest message, conclusion or reason.
pub const LONGEST_MESSAGE: usize = 5_000;

/// A case in its author's words, finished or not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// What it is called.
    pub title: String,
    /// Where it happened.
    pub institution: String,
    /// What happened.
    pub happened: String,
    /// What was tried.
    pub tried: String,
    /// What its author wants to know.
    pub question: String,
}

impl Text {
    /// The same, tidy: lines end alike, titles are one line.
    pub fn tidied(&self) -> Text {
        let whole = |text: &str| lines(text.trim());
        Text {
            title: tidy(&self.title),
            institution: tidy(&self.institution),
            happened: whole(&self.happened),
            tried: whole(&self.tried),
            question: whole(&self.question),
        }
    }

    /// What is too long to be kept at all.
    pub fn too_long(&self) -> Vec<Fault> {
        let over = |(_, text, limit): &(&'static str, &String, usize)| text.chars().count() > *limit;
        let fault =
            |(name, _, limit): (&'static str, _, usize)| Fault::new(name, "too-long").with("limit", limit);
        self.parts().into_iter().filter(over).map(fault).collect()
    }

    /// What keeps it from being raised. What was tried may stay empty: perhaps nothing was.
    pub fn faults(&self) -> Vec<Fault> {
        let empty =
            |(name, text, _): &(&'static str, &String, usize)| *name != "tried" && text.trim().is_empty();
        let lacking = self.parts().into_iter().filter(empty).map(|(name, ..)| Fault::new(name, "required"));
        lacking.chain(self.too_long()).collect()
    }

    fn parts(&self) -> [(&'static str, &String, usize); 5] {
        [
            ("title", &self.title, LONGEST_TITLE),
            ("institution", &self.institution, LONGEST_INSTITUTION),
            ("happened", &self.happened, LONGEST_TEXT),
            ("tried", &self.tried, LONGEST_TEXT),
            ("question", &self.question, LONGEST_TEXT),
        ]
    }
}

/// A message, a conclusion or a reason as it was typed, tidy.
///
/// # Errors
/// The fault of its field when it says nothing or too much.
pub fn message(field: &'static str, typed: &str) -> Result<String, Fault> {
    let text = lines(typed.trim());
    match text.chars().count() {
        0 => Err(Fault::new(field, "required")),
        long if long > LONGEST_MESSAGE => Err(Fault::new(field, "too-long").with("limit", LONGEST_MESSAGE)),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_raised_when_it_says_where_what_and_what_is_asked() {
        let fields = |text: &Text| text.faults().into_iter().map(|fault| fault.field).collect::<Vec<_>>();
        assert_eq!(fields(&Text::default()), ["title", "institution", "happened", "question"]);
        let said = || "Да".to_owned();
        let whole = Text {
            title: said(),
            institution: said(),
            happened: said(),
            tried: String::new(),
            question: said(),
        };
        assert!(whole.faults().is_empty(), "nothing may have been tried");
        let long = Text { tried: "я".repeat(LONGEST_TEXT + 1), ..whole };
        assert_eq!(fields(&long), ["tried"]);
        assert_eq!(long.too_long().len(), 1);
    }

    #[test]
    fn lines_are_kept_and_their_ends_are_alike() {
        let typed = Text {
            title: " Два \n слова ".into(),
            happened: "\r\nРаз\r\n\r\nДва ".into(),
            ..Text::default()
        };
        let tidy = typed.tidied();
        assert_eq!((tidy.title.as_str(), tidy.happened.as_str()), ("Два слова", "Раз\n\nДва"));
        assert_eq!(message("reason", " \n").unwrap_err().code, "required");
        assert_eq!(message("reason", &"я".repeat(LONGEST_MESSAGE + 1)).unwrap_err().code, "too-long");
    }
}
