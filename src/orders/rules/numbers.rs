//! Numbers of papers, patterns for them, and numbers of groups.

use super::words::Series;
use crate::kernel::Fault;
use crate::programmes::rules::words::ProgrammeKind;
use std::collections::BTreeSet;

/// The longest number, in characters: as many as the federal register takes of a registration number.
pub const LONGEST_NUMBER: usize = 30;

/// The pattern of a series for which an organisation has said nothing: «12-ОД», «12-ИА».
pub fn usual_pattern(series: Series) -> &'static str {
    match series {
        Series::Orders => "{number}-ОД",
        Series::Protocols | Series::Sheets => "{number}-ИА",
    }
}

/// A number by a pattern: `{number}`, `{number:4}` (with leading zeros), `{year}`, `{yy}`.
pub fn number_text(pattern: &str, year: i32, number: i32) -> String {
    let mut text = String::new();
    for part in parts(pattern) {
        match part {
            Ok(plain) => text.push_str(plain),
            Err("number") => text.push_str(&number.to_string()),
            Err("year") => text.push_str(&year.to_string()),
            Err("yy") => text.push_str(&format!("{:02}", year.rem_euclid(100))),
            Err(other) => {
                let width = width_of(other).unwrap_or(1);
                text.push_str(&format!("{number:0width$}"));
            }
        }
    }
    text
}

/// The width of `number:4`.
fn width_of(placeholder: &str) -> Option<usize> {
    placeholder.strip_prefix("number:")?.parse().ok().filter(|width| (1..=8).contains(width))
}

/// The plain texts (`Ok`) and placeholders (`Err`) of a pattern.
fn parts(pattern: &str) -> Vec<Result<&str, &str>> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while let Some((plain, after)) = rest.split_once('{') {
        found.push(Ok(plain));
        let Some((placeholder, after)) = after.split_once('}') else {
            // With its brace, so that it is no placeholder.
            found.push(Err(rest.strip_prefix(plain).unwrap_or(rest)));
            return found;
        };
        found.push(Err(placeholder));
        rest = after;
    }
    found.push(Ok(rest));
    found
}

/// What is wrong with a pattern.
pub fn pattern_fault(field: &str, pattern: &str) -> Option<Fault> {
    if pattern.is_empty() {
        return Some(Fault::new(field, "required"));
    }
    let (mut counted, mut unknown) = (0, None);
    for placeholder in parts(pattern).into_iter().filter_map(Result::err) {
        match placeholder {
            "year" | "yy" => {}
            "number" => counted += 1,
            other if width_of(other).is_some() => counted += 1,
            other => unknown = Some(other.to_owned()),
        }
    }
    if let Some(unknown) = unknown {
        return Some(Fault::new(field, "order-pattern-placeholder").with("placeholder", unknown));
    }
    if counted != 1 {
        return Some(Fault::new(field, "order-pattern-number"));
    }
    number_fault(field, &number_text(pattern, 2026, 99_999))
}

/// What is wrong with a number as it was typed: the letters and the length that the federal register takes.
pub fn number_fault(field: &str, number: &str) -> Option<Fault> {
    let fine = |letter: char| {
        letter.is_ascii_alphanumeric()
            || matches!(letter, '\u{0400}'..='\u{04ff}' | '№' | '(' | ')' | '.' | '/' | '-' | '_' | ' ')
    };
    let strange: BTreeSet<char> = number.chars().filter(|letter| !fine(*letter)).collect();
    if number.trim().is_empty() {
        Some(Fault::new(field, "required"))
    } else if !strange.is_empty() {
        let letters: Vec<String> = strange.into_iter().map(String::from).collect();
        Some(Fault::new(field, "order-number-letters").with("letters", letters.join(" ")))
    } else {
        let long = number.chars().count() > LONGEST_NUMBER;
        long.then(|| Fault::new(field, "too-long").with("limit", LONGEST_NUMBER))
    }
}

/// The number of an assessment sheet: that of the group and «ИА»; a further one says which it is.
pub fn sheet_number(group: &str, taken: &BTreeSet<String>) -> String {
    let nth = |n: usize| if n == 1 { format!("{group}/ИА") } else { format!("{group}/ИА-{n}") };
    (1..).map(nth).find(|number| !taken.contains(number)).unwrap_or_else(|| nth(1))
}

/// A number for a group that no other of the organisation has: «1-ПК-26».
pub fn group_proposal(kind: ProgrammeKind, year: i32, taken: &BTreeSet<String>) -> String {
    let word = match kind {
        ProgrammeKind::AdvancedTraining => "ПК",
        ProgrammeKind::Retraining => "ПП",
        ProgrammeKind::ShortCourse => "К",
    };
    let nth = |n: usize| format!("{n}-{word}-{:02}", year.rem_euclid(100));
    (1..).map(nth).find(|number| !taken.contains(number)).unwrap_or_else(|| nth(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patterns_write_numbers_and_years() {
        assert_eq!(number_text("{number}-ОД", 2026, 12), "12-ОД");
        assert_eq!(number_text("ПР-{year}/{number:4}", 2026, 12), "ПР-2026/0012");
        assert_eq!(number_text("{number:3}/{yy}", 2007, 12), "012/07");
    }

    #[test]
    fn a_pattern_counts_once_and_knows_its_placeholders() {
        let code = |pattern: &str| pattern_fault("p", pattern).map(|fault| fault.code);
        assert_eq!(code("{number}-ОД"), None);
        assert_eq!(code("ОД-{year}"), Some("order-pattern-number".into()));
        assert_eq!(code("{number}{number}"), Some("order-pattern-number".into()));
        assert_eq!(code("{month}-{number}"), Some("order-pattern-placeholder".into()));
        assert_eq!(code("{number"), Some("order-pattern-placeholder".into()));
        assert_eq!(code("{number}#"), Some("order-number-letters".into()));
        assert_eq!(code(""), Some("required".into()));
        assert_eq!(code(&format!("{{number}}{}", "я".repeat(30))), Some("too-long".into()));
    }

    #[test]
    fn groups_and_sheets_get_numbers_nobody_has() {
        let taken = BTreeSet::from(["1-ПК-26".to_owned(), "1-ПК-26/ИА".to_owned()]);
        assert_eq!(group_proposal(ProgrammeKind::AdvancedTraining, 2026, &taken), "2-ПК-26");
        assert_eq!(group_proposal(ProgrammeKind::Retraining, 2026, &taken), "1-ПП-26");
        assert_eq!(sheet_number("1-ПК-26", &taken), "1-ПК-26/ИА-2");
    }

    proptest! {
        #[test]
        fn different_numbers_never_read_alike(one in 1i32..20_000, other in 1i32..20_000) {
            for pattern in ["{number}-ОД", "{number:4}/{yy}"] {
                let same = number_text(pattern, 2026, one) == number_text(pattern, 2026, other);
                prop_assert_eq!(same, one == other);
            }
        }
    }
}
