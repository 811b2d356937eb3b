//! Patterns of numbers: `ДОК-{year}/{number:4}`. Pure.

use super::{LONGEST, strange};
use crate::countries::rules::{Country, Profile, shipped};
use crate::kernel::Fault;
use crate::kernel::name::tidy;
use crate::programmes::rules::words::DocumentKind;

/// The most digits that a pattern fills up with zeros.
const WIDEST: usize = 9;

/// The year of a pattern without one: its numbers count on for ever.
pub const NO_YEAR: i32 = 0;

/// How the numbers of a register are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    before: Vec<Part>,
    width: usize,
    after: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Year,
}

/// The pattern of an organisation that has set none: a series for each kind, with the beginning that the country's profile
/// names, so that the numbers of two kinds never meet. A kind that the country does not have begins as in Russia.
pub fn usual(profile: &Profile, kind: DocumentKind) -> Pattern {
    let russia = || shipped::profile(Country::Ru).kind(kind).map(|rule| rule.prefix.clone());
    let prefix = profile.kind(kind).map(|rule| rule.prefix.clone()).or_else(russia).unwrap_or_default();
    let before = if prefix.is_empty() { prefix } else { format!("{prefix}-") };
    Pattern {
        before: vec![Part::Text(before), Part::Year, Part::Text("/".to_owned())],
        width: 4,
        after: Vec::new(),
    }
}

impl Pattern {
    /// Reads a pattern as it was typed.
    ///
    /// # Errors
    /// Everything that is wrong with it, on the field given.
    pub fn parse(typed: &str, field: &str) -> Result<Pattern, Vec<Fault>> {
        let text = tidy(typed);
        if text.is_empty() {
            return Err(vec![Fault::new(field, "required")]);
        }
        let mut parts = Vec::new();
        let mut faults = Vec::new();
        let mut rest = text.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            parts.push(Piece::Text(words));
            let Some((inside, after)) = after.split_once('}') else {
                faults.push(Fault::new(field, "register-pattern-brace"));
                rest = "";
                break;
            };
            match Piece::of(inside) {
                Some(piece) => parts.push(piece),
                None => faults.push(Fault::new(field, "register-pattern-unknown").with("name", inside)),
            }
            rest = after;
        }
        parts.push(Piece::Text(rest));
        let words: String = parts.iter().filter_map(Piece::text).collect();
        let letters = strange(&words);
        if !letters.is_empty() {
            faults.push(Fault::new(field, "register-letters").with("letters", letters));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Pattern::of(&parts, field)
    }

    fn of(parts: &[Piece<'_>], field: &str) -> Result<Pattern, Vec<Fault>> {
        let numbers = parts.iter().filter(|piece| matches!(piece, Piece::Number(_))).count();
        let years = parts.iter().filter(|piece| matches!(piece, Piece::Year)).count();
        let place = parts.iter().position(|piece| matches!(piece, Piece::Number(_)));
        let (Some(place), 1, 0 | 1) = (place, numbers, years) else {
            let code = if years > 1 { "register-pattern-years" } else { "register-pattern-number" };
            return Err(vec![Fault::new(field, code)]);
        };
        let width = match parts.get(place) {
            Some(Piece::Number(width)) => *width,
            _ => 1,
        };
        let part = |piece: &Piece<'_>| match piece {
            Piece::Text("") | Piece::Number(_) => None,
            Piece::Text(words) => Some(Part::Text((*words).to_owned())),
            Piece::Year => Some(Part::Year),
        };
        let pattern = Pattern {
            before: parts.iter().take(place).filter_map(part).collect(),
            width,
            after: parts.iter().skip(place + 1).filter_map(part).collect(),
        };
        // Room for a million numbers a year, so that issuing never stops at a full column.
        let longest = pattern.number(9999, 999_999).chars().count();
        if longest > LONGEST {
            let fault = Fault::new(field, "register-pattern-long").with("limit", LONGEST);
            return Err(vec![fault.with("length", longest)]);
        }
        Ok(pattern)
    }

    /// Whether its numbers begin anew each year.
    pub fn has_year(&self) -> bool {
        self.before.iter().chain(&self.after).any(|part| *part == Part::Year)
    }

    /// The year of the register that counts for documents issued in a year.
    pub fn register_year(&self, issued_in: i32) -> i32 {
        if self.has_year() { issued_in } else { NO_YEAR }
    }

    /// A number as papers and the register write it.
    pub fn number(&self, year: i32, number: i32) -> String {
        let width = self.width;
        format!("{}{number:0width$}{}", words(&self.before, year), words(&self.after, year))
    }

    /// What stands in the place of the number on a sample, which has none.
    pub fn sample(&self, year: i32) -> String {
        format!("{}____{}", words(&self.before, year), words(&self.after, year))
    }

    /// The counter's number in a text that is written by this pattern and for this year.
    pub fn read(&self, year: i32, text: &str) -> Option<i32> {
        let (before, after) = (words(&self.before, year), words(&self.after, year));
        let digits = text.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number: i32 = digits.parse().ok()?;
        (number > 0 && self.number(year, number) == text).then_some(number)
    }
}

impl std::fmt::Display for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let write = |parts: &[Part], f: &mut std::fmt::Formatter<'_>| {
            parts.iter().try_for_each(|part| match part {
                Part::Text(words) => f.write_str(words),
                Part::Year => f.write_str("{year}"),
            })
        };
        write(&self.before, f)?;
        if self.width > 1 {
            write!(f, "{{number:{}}}", self.width)?
        } else {
            f.write_str("{number}")?
        }
        write(&self.after, f)
    }
}

fn words(parts: &[Part], year: i32) -> String {
    let word = |part: &Part| match part {
        Part::Text(words) => words.clone(),
        Part::Year => format!("{year:04}"),
    };
    parts.iter().map(word).collect()
}

/// A piece of a pattern as it is read.
enum Piece<'a> {
    Text(&'a str),
    Year,
    Number(usize),
}

impl<'a> Piece<'a> {
    fn of(inside: &str) -> Option<Piece<'a>> {
        match inside.trim() {
            "year" => Some(Piece::Year),
            "number" => Some(Piece::Number(1)),
            other => {
                let width: usize = other.strip_prefix("number:")?.trim().parse().ok()?;
                (1..=WIDEST).contains(&width).then_some(Piece::Number(width))
            }
        }
    }

    fn text(&self) -> Option<&'a str> {
        match self {
            Piece::Text(words) => Some(words),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(typed: &str) -> Vec<String> {
        Pattern::parse(typed, "pattern").unwrap_err().into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_pattern_writes_and_reads_its_numbers() {
        let pattern = Pattern::parse(" ДОК-{year}/{number:4} ", "pattern").unwrap();
        assert_eq!(pattern.number(2026, 42), "ДОК-2026/0042");
        assert_eq!(pattern.number(2026, 12_345), "ДОК-2026/12345");
        assert_eq!(pattern.to_string(), "ДОК-{year}/{number:4}");
        assert_eq!(pattern.read(2026, "ДОК-2026/0042"), Some(42));
        for other in ["ДОК-2025/0042", "ДОК-2026/42", "ДОК-2026/0000", "ДОК-2026/", "ДОК-2026/00x2"]
        {
            assert_eq!(pattern.read(2026, other), None, "{other}");
        }
        assert_eq!(pattern.sample(2026), "ДОК-2026/____");
    }

    #[test]
    fn the_usual_pattern_begins_as_the_profile_of_the_country_says() {
        let number = |country, kind| usual(&shipped::profile(country), kind).number(2026, 1);
        let certificate = DocumentKind::AdvancedTrainingCertificate;
        assert_eq!(number(Country::Ru, certificate), "УПК-2026/0001");
        assert_eq!(number(Country::Kz, certificate), "БА-2026/0001");
        let mut changed = shipped::profile(Country::Kz);
        for rule in &mut changed.kinds {
            rule.prefix = format!("Б{}", rule.prefix);
        }
        assert_eq!(usual(&changed, certificate).number(2026, 7), "ББА-2026/0007");
        changed.kinds.clear();
        assert_eq!(usual(&changed, certificate).number(2026, 7), "УПК-2026/0007");
    }

    #[test]
    fn what_a_profile_may_say_makes_a_pattern_that_is_read_as_it_is_written() {
        for country in Country::ALL {
            for rule in &shipped::profile(country).kinds {
                let pattern = usual(&shipped::profile(country), rule.kind);
                assert_eq!(Pattern::parse(&pattern.to_string(), "pattern"), Ok(pattern.clone()));
                assert!(super::super::number_fault("number", &pattern.number(2026, 1)).is_none());
            }
        }
    }

    #[test]
    fn a_pattern_without_a_year_counts_on_for_ever() {
        let pattern = Pattern::parse("№ {number}", "pattern").unwrap();
        assert_eq!((pattern.has_year(), pattern.register_year(2026)), (false, NO_YEAR));
        assert_eq!(pattern.number(NO_YEAR, 7), "№ 7");
        let russia = shipped::profile(Country::Ru);
        assert_eq!(usual(&russia, DocumentKind::ThankYouLetter).register_year(2026), 2026);
    }

    #[test]
    fn everything_that_is_wrong_with_a_pattern_is_named() {
        assert_eq!(codes("  "), ["required"]);
        assert_eq!(codes("ДОК-{year}"), ["register-pattern-number"]);
        assert_eq!(codes("{number}-{number}"), ["register-pattern-number"]);
        assert_eq!(codes("{year}{year}{number}"), ["register-pattern-years"]);
        assert_eq!(codes("ДОК-{number"), ["register-pattern-brace"]);
        assert_eq!(codes("ДОК*{month}{number}"), ["register-pattern-unknown", "register-letters"]);
        assert_eq!(codes("{number:12}"), ["register-pattern-unknown"]);
        assert_eq!(codes("Документ о повышении № {year}/{number:4}"), ["register-pattern-long"]);
    }

    proptest! {
        #[test]
        fn what_a_pattern_writes_it_reads_back_and_no_two_numbers_look_alike(
            before in "[А-Я0-9/-]{0,8}", after in "[А-Я0-9/-]{0,6}", width in 1usize..7,
            one in 1i32..2_000_000, other in 1i32..2_000_000,
        ) {
            let typed = format!("{before}{{year}}{{number:{width}}}{after}");
            let pattern = Pattern::parse(&typed, "pattern").unwrap();
            prop_assert_eq!(pattern.read(2026, &pattern.number(2026, one)), Some(one));
            prop_assert_eq!(pattern.number(2026, one) == pattern.number(2026, other), one == other);
        }
    }
}
