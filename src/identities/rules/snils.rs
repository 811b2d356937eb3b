//! The insurance number of an individual account (СНИЛС): eleven digits, the last two of which check the others.
//! Source: the check rule of the Pension Fund (Приложение к приказу о персонифицированном учёте), by which every form of
//! the state is checked.

use crate::kernel::Fault;
use std::fmt;

/// A СНИЛС whose check digits are right. It prints as papers write it; its debug form shows nothing.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Snils(String);

/// Numbers up to this one were given before there were check digits: 001-001-998.
const UNCHECKED: u32 = 1_001_998;

impl Snils {
    /// A number as it was typed, with or without hyphens and spaces.
    ///
    /// # Errors
    /// What is wrong with it, on the field.
    pub fn parse(typed: &str, field: &str) -> Result<Snils, Fault> {
        let stray = typed.chars().any(|letter| !(letter.is_ascii_digit() || is_separator(letter)));
        let digits: Vec<u32> = typed.chars().filter_map(|letter| letter.to_digit(10)).collect();
        if stray || digits.len() != 11 {
            return Err(Fault::new(field, "identity-snils-digits").with("count", digits.len()));
        }
        let (number, check) = digits.split_at(9);
        let nine_equal = number.windows(2).all(|two| two.first() == two.last());
        if nine_equal {
            return Err(Fault::new(field, "identity-snils-none"));
        }
        let written = check.iter().fold(0u32, |sum, digit| sum * 10 + *digit);
        let value = number.iter().fold(0u32, |sum, digit| sum * 10 + *digit);
        if value > UNCHECKED && check_number(number) != written {
            return Err(Fault::new(field, "identity-snils-check"));
        }
        Ok(Snils(digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect()))
    }

    /// Eleven digits, as they are kept.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}')
}

/// What the last two digits have to be: the sum of the digits by their place, 9 to 1; 100 and 101 give 0, more is taken by
/// its remainder of 101.
fn check_number(number: &[u32]) -> u32 {
    let sum: u32 = number.iter().zip((1..=9u32).rev()).map(|(digit, weight)| digit * weight).sum();
    match sum {
        0..=99 => sum,
        100 | 101 => 0,
        _ => (sum % 101) % 100,
    }
}

/// `112-233-445 95`, as papers and the federal register write it.
impl fmt::Display for Snils {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().enumerate() {
            match place {
                3 | 6 => f.write_str("-")?,
                9 => f.write_str(" ")?,
                _ => {}
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Snils {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Snils(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(typed: &str) -> Result<String, String> {
        Snils::parse(typed, "snils").map(|snils| snils.to_string()).map_err(|fault| fault.code)
    }

    #[test]
    fn row_19_the_vectors_of_the_check_rule() {
        for right in [
            "112-233-445 95",
            "087-654-303 00",
            "050-234-316 00",
            "016-103-396 00",
            "820-981-233 00",
            "913-702-858 00",
        ] {
            assert_eq!(code(right), Ok(right.to_owned()));
        }
        assert_eq!(code("112-233-445 00"), Err("identity-snils-check".into()));
        assert_eq!(code("000-000-000 00"), Err("identity-snils-none".into()));
        assert_eq!(code("555-555-555 55"), Err("identity-snils-none".into()));
        assert_eq!(code("001-001-998 77"), Ok("001-001-998 77".into()), "not checked yet");
        assert_eq!(code("001-001-999 77"), Err("identity-snils-check".into()));
    }

    #[test]
    fn row_19_it_is_typed_in_several_ways_and_kept_in_one() {
        for typed in ["11223344595", "112 233 445 95", "112–233–445 95", " 112-233-445-95 "] {
            assert_eq!(Snils::parse(typed, "snils").unwrap().digits(), "11223344595", "{typed}");
        }
        for wrong in ["1122334459", "112233445951", "112-233-445 9x", "СНИЛС 11223344595", ""] {
            assert_eq!(code(wrong), Err("identity-snils-digits".into()), "{wrong}");
        }
    }

    #[test]
    fn the_number_does_not_come_into_a_log() {
        let snils = Snils::parse("112-233-445 95", "snils").unwrap();
        assert_eq!(format!("{snils:?}"), "Snils(…)");
    }

    proptest! {
        #[test]
        fn a_wrong_digit_is_found_unless_the_check_number_stays(number in 1_001_999u32..999_999_999, place in 0usize..9, by in 1u32..10) {
            let text = format!("{number:09}");
            let digits: Vec<u32> = text.chars().filter_map(|letter| letter.to_digit(10)).collect();
            let whole = format!("{text}{:02}", check_number(&digits));
            let mut other = digits.clone();
            other[place] = (other[place] + by) % 10;
            let value = other.iter().fold(0u32, |sum, digit| sum * 10 + *digit);
            let equal = |digits: &[u32]| digits.windows(2).all(|two| two[0] == two[1]);
            prop_assume!(!equal(&digits) && !equal(&other) && value > UNCHECKED);
            prop_assert!(Snils::parse(&whole, "snils").is_ok());
            let changed = format!("{value:09}{:02}", check_number(&digits));
            let told_apart = check_number(&other) != check_number(&digits);
            prop_assert_eq!(Snils::parse(&changed, "snils").is_err(), told_apart);
        }
    }
}
