//! How a child is named here: by a code or initials and the year of birth, and by nothing else. The name stands in the
//! papers of the institution; whoever reads a list of mentors has no need of it (N2). Pure.

use crate::kernel::Fault;
use chrono::{Datelike, NaiveDate};

/// The longest code, in characters.
pub const LONGEST_CODE: usize = 12;

/// How many letters in a row may stand in a code: more of them make a name.
const LETTERS_IN_A_ROW: usize = 3;

/// The ages of those who are mentored, in years of the calendar: children and young people who leave an institution.
pub const AGES: std::ops::RangeInclusive<i32> = 5..=23;

/// What is wrong with a code.
pub fn code_fault(field: &str, code: &str) -> Option<Fault> {
    if code.is_empty() {
        return Some(Fault::new(field, "required"));
    }
    if code.chars().count() > LONGEST_CODE {
        return Some(Fault::new(field, "too-long").with("limit", LONGEST_CODE));
    }
    let fine = |letter: char| letter.is_alphanumeric() || ".-/№ ".contains(letter);
    let mut runs = code.split(|letter: char| !letter.is_alphabetic());
    let is_name = runs.any(|run| run.chars().count() > LETTERS_IN_A_ROW);
    (is_name || !code.chars().all(fine)).then(|| Fault::new(field, "mentoring-mentee-name"))
}

/// What is wrong with a year of birth, for a pair that starts on a day.
pub fn year_fault(field: &str, born_in: i32, starts_on: NaiveDate) -> Option<Fault> {
    let age = starts_on.year().saturating_sub(born_in);
    let fault = Fault::new(field, "mentoring-mentee-age").with("low", AGES.start()).with("high", AGES.end());
    (!AGES.contains(&age)).then_some(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_or_initials_are_taken_and_a_name_is_not() {
        for fine in ["А.К.", "Д-014", "7", "РБ 12/26", "Ә.Ұ."] {
            assert_eq!(code_fault("mentee", fine), None, "{fine}");
        }
        let code = |text: &str| code_fault("mentee", text).unwrap().code;
        assert_eq!(code("Айгерим"), "mentoring-mentee-name");
        assert_eq!(code("Петя К."), "mentoring-mentee-name");
        assert_eq!(code("а@б"), "mentoring-mentee-name");
        assert_eq!(code(""), "required");
        assert_eq!(code("1234567890123"), "too-long");
    }

    #[test]
    fn the_age_is_that_of_a_child_or_of_somebody_who_leaves_an_institution() {
        let day: NaiveDate = "2026-09-15".parse().unwrap();
        assert!([2003, 2016, 2021].iter().all(|year| year_fault("born_in", *year, day).is_none()));
        assert!([2002, 2022, 2027, i32::MIN].iter().all(|year| year_fault("born_in", *year, day).is_some()));
    }
}
