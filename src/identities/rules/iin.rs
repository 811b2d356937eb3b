//! The individual identification number of Kazakhstan (ИИН, ЖСН): twelve digits, the first six of which are the date of
//! birth, the seventh the century and the sex, the last one the check digit.

use super::Sex;
use crate::kernel::Fault;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// An ИИН whose check digit is right. Its debug form shows nothing.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iin(String);

/// The weights of the second try, for numbers of which the first gives ten.
const SECOND: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

impl Iin {
    /// A number as it was typed.
    ///
    /// # Errors
    /// What is wrong with it, on the field.
    pub fn parse(typed: &str, field: &str) -> Result<Iin, Fault> {
        let digits: Vec<u32> = typed.chars().filter_map(|letter| letter.to_digit(10)).collect();
        let stray = typed.chars().any(|letter| !(letter.is_ascii_digit() || letter.is_whitespace()));
        let (Some((check, number)), false, 12) = (digits.split_last(), stray, digits.len()) else {
            return Err(Fault::new(field, "identity-iin-digits").with("count", digits.len()));
        };
        if check_digit(number) != Some(*check) {
            return Err(Fault::new(field, "identity-iin-check"));
        }
        let iin = Iin(digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect());
        if iin.could_be_born() { Ok(iin) } else { Err(Fault::new(field, "identity-iin-date")) }
    }

    /// Twelve digits, as they are kept and printed.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The date of birth, where the seventh digit says the century. For citizens of other countries it does not.
    pub fn born_on(&self) -> Option<NaiveDate> {
        let century = match self.at(6) {
            1 | 2 => 1800,
            3 | 4 => 1900,
            5 | 6 => 2000,
            _ => return None,
        };
        let year = i32::try_from(self.pair(0)).ok()?;
        NaiveDate::from_ymd_opt(century + year, self.pair(2), self.pair(4))
    }

    /// The sex, where the seventh digit says it: odd for men.
    pub fn sex(&self) -> Option<Sex> {
        match self.at(6) {
            1 | 3 | 5 => Some(Sex::Male),
            2 | 4 | 6 => Some(Sex::Female),
            _ => None,
        }
    }

    /// Whether the number can be that of somebody born on a day: the first six digits are the same.
    pub fn fits(&self, born_on: NaiveDate) -> bool {
        let year = u32::try_from(born_on.year().rem_euclid(100)).unwrap_or_default();
        (self.pair(0), self.pair(2), self.pair(4)) == (year, born_on.month(), born_on.day())
    }

    /// Whether the first six digits are a date of some century.
    fn could_be_born(&self) -> bool {
        match self.at(6) {
            1..=6 => self.born_on().is_some(),
            // A leap year, so that the 29th of February passes.
            _ => NaiveDate::from_ymd_opt(2000, self.pair(2), self.pair(4)).is_some(),
        }
    }

    fn at(&self, place: usize) -> u32 {
        self.0.chars().nth(place).and_then(|letter| letter.to_digit(10)).unwrap_or_default()
    }

    fn pair(&self, place: usize) -> u32 {
        self.at(place) * 10 + self.at(place + 1)
    }
}

/// The check digit of eleven digits; nothing for numbers that are never given.
pub fn check_digit(number: &[u32]) -> Option<u32> {
    let rest = |weights: &mut dyn Iterator<Item = u32>| {
        number.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
    };
    let first = rest(&mut (1..=11u32));
    let check = if first == 10 { rest(&mut SECOND.into_iter()) } else { first };
    (check < 10).then_some(check)
}

impl fmt::Debug for Iin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iin(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: &str) -> Option<u32> {
        check_digit(&number.chars().filter_map(|letter| letter.to_digit(10)).collect::<Vec<_>>())
    }

    fn code(typed: &str) -> Result<String, String> {
        Iin::parse(typed, "iin").map(|iin| iin.digits().to_owned()).map_err(|fault| fault.code)
    }

    #[test]
    fn row_20_the_vectors_of_the_check_digit() {
        assert_eq!(check("12345678901"), Some(3), "by the second weights");
        assert_eq!(check("99000000000"), Some(5));
        assert_eq!(check("99000000060"), Some(3), "by the second weights");
        assert_eq!(check("99000000069"), None, "such a number is never given");
    }

    #[test]
    fn row_20_the_number_has_the_date_of_birth_and_the_sex() {
        // 15 March 1990, a woman; the check digit is computed here by the rule that the vectors prove.
        let eleven = "90031540012";
        let whole = format!("{eleven}{}", check(eleven).unwrap());
        let iin = Iin::parse(&whole, "iin").unwrap();
        let born = "1990-03-15".parse::<NaiveDate>().unwrap();
        assert_eq!((iin.born_on(), iin.sex()), (Some(born), Some(Sex::Female)));
        assert!(iin.fits(born) && !iin.fits(born.succ_opt().unwrap()));
        assert_eq!(format!("{iin:?}"), "Iin(…)");
    }

    #[test]
    fn row_20_what_is_wrong_is_named() {
        assert_eq!(code("990000000005"), Err("identity-iin-date".into()), "month and day 00");
        assert_eq!(code("123456789013"), Err("identity-iin-date".into()), "month 34");
        assert_eq!(code("990000000006"), Err("identity-iin-check".into()));
        for wrong in ["99000000000", "9900000000055", "99000000000x", ""] {
            assert_eq!(code(wrong), Err("identity-iin-digits".into()), "{wrong}");
        }
    }
}
