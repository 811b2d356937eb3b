//! What others may read of a case: a text of its own that names nobody.

use crate::cases::rules::{Telling, lines, telltale};
use crate::kernel::name::tidy;
use crate::kernel::{Fault, PersonName};
use crate::site_cases::rules::LONGEST_TITLE;
use serde::{Deserialize, Serialize};

/// The longest part of it, in characters.
pub const LONGEST_PART: usize = 10_000;

/// A nameless text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Copy {
    /// What it is called.
    pub title: String,
    /// What happened.
    pub situation: String,
    /// What is to be decided.
    pub task: String,
    /// What came of it; empty where that is not told.
    pub outcome: String,
}

impl Copy {
    /// The same, tidy.
    ///
    /// # Errors
    /// Every fault of its fields: nothing in it, too much, a name of one of these people, an address or a number.
    pub fn checked(&self, people: &[PersonName]) -> Result<Copy, Vec<Fault>> {
        let whole = |text: &str| lines(text.trim());
        let copy = Copy {
            title: tidy(&self.title),
            situation: whole(&self.situation),
            task: whole(&self.task),
            outcome: whole(&self.outcome),
        };
        let faults: Vec<Fault> = copy.fields().into_iter().flat_map(|field| faults(field, people)).collect();
        if faults.is_empty() { Ok(copy) } else { Err(faults) }
    }

    fn fields(&self) -> [(&'static str, &str, usize); 4] {
        [
            ("title", &self.title, LONGEST_TITLE),
            ("situation", &self.situation, LONGEST_PART),
            ("task", &self.task, LONGEST_PART),
            ("outcome", &self.outcome, LONGEST_PART),
        ]
    }
}

fn faults((name, text, limit): (&'static str, &str, usize), people: &[PersonName]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if text.is_empty() && name != "outcome" {
        faults.push(Fault::new(name, "required"));
    }
    if text.chars().count() > limit {
        faults.push(Fault::new(name, "too-long").with("limit", limit));
    }
    if let Some(found) = telltale(text, people) {
        let code = match found.kind {
            Telling::Name => "site-name",
            Telling::Contact => "site-contact",
        };
        faults.push(Fault::new(name, code).with("word", found.word).with("line", found.line));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_that_names_somebody_is_pointed_at() {
        let people = [PersonName::new("Орлова", "Анна", None)];
        let copy = Copy {
            title: "Случай в отделении".into(),
            situation: "Пожилой человек отказался.\nАнна позвонила дочери.".into(),
            task: "Напишите на team@mail.example".into(),
            outcome: String::new(),
        };
        let faults = copy.checked(&people).unwrap_err();
        let said: Vec<_> = faults.iter().map(|fault| (fault.field.as_str(), fault.code.as_str())).collect();
        assert_eq!(said, [("situation", "site-name"), ("task", "site-contact")]);
        let args = [("word".to_owned(), "Анна".to_owned()), ("line".to_owned(), "2".to_owned())];
        assert_eq!(faults[0].args, args);
        let fine =
            Copy {
                situation: " Сотрудница позвонила.\r\n".into(), task: "Что дальше?".into(), ..copy
            };
        assert_eq!(fine.checked(&people).unwrap().situation, "Сотрудница позвонила.");
        let empty: Vec<_> =
            Copy::default().checked(&[]).unwrap_err().into_iter().map(|fault| fault.field).collect();
        assert_eq!(empty, ["title", "situation", "task"]);
    }
}
