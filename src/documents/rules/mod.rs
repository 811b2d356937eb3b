//! Which document may be issued, when, and under which number. Pure.

pub mod book;
pub mod choosing;
pub mod conditions;
pub mod credential;
pub mod fields;
pub mod form;
pub mod grounds;
mod kept;
pub mod letters;
pub mod marks;
pub mod mastery;
pub mod names;
pub mod relation;
mod samples;
pub mod shortfall;
pub mod snapshot;
pub mod standing;
pub mod term;
pub mod titles;

use crate::countries::rules::{Country, Profile};
use crate::editions::rules::{CompletionRule, Term};
use crate::kernel::{Fault, Localised, Permille, Problem, ProblemCode};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;

pub use conditions::{CaseState, Decided, Findings, decide};
pub use grounds::{Bearer, Grounds, Particulars};
pub use relation::Relation;
pub use shortfall::Shortfall;
pub use snapshot::{Issuer, Run, Snapshot, Taught};
pub use standing::{Holds, Standing};

/// The shortest reason of a revocation, in characters: less is no word.
pub const SHORTEST_REASON: usize = 3;

/// The longest reason of a revocation, in characters.
pub const LONGEST_REASON: usize = 1000;

/// While this key is unique, one enrolment cannot have two valid documents of a kind. A paper without a course may be
/// given twice, so its key is its own: [`own_key`].
pub fn live_key(enrolment: impl std::fmt::Display, kind: &str) -> String {
    format!("{enrolment}:{kind}")
}

/// The key of a valid paper that attests no course.
pub fn own_key(public_id: &str) -> String {
    format!("own:{public_id}")
}

/// Whether the date of a paper without a course is right: not after today.
pub fn issue_date_fault(issued_on: NaiveDate, today: NaiveDate) -> Option<Fault> {
    let late = issued_on > today;
    late.then(|| Fault::new("issued_on", "document-after-today").with("date", today.format("%d.%m.%Y")))
}

/// Whether the dates of a document stand in their order: start ≤ end ≤ issue ≤ today.
///
/// The fault names the date that is in the way.
pub fn date_fault(term: &Term, issued_on: NaiveDate, today: NaiveDate) -> Option<Fault> {
    let said = |date: NaiveDate| date.format("%d.%m.%Y");
    if issued_on < term.ends_on || term.ends_on < term.starts_on {
        Some(Fault::new("issued_on", "document-before-end").with("date", said(term.ends_on)))
    } else if issued_on > today {
        Some(Fault::new("issued_on", "document-after-today").with("date", said(today)))
    } else {
        None
    }
}

/// What a country calls a kind of paper where it does not speak of it as the templates do: in Russia they are named by
/// its law already.
pub fn named(profile: &Profile, kind: DocumentKind) -> Option<Localised> {
    let rule = profile.kind(kind).filter(|_| profile.country != Country::Ru);
    rule.map(|rule| rule.names.clone())
}

/// How much of the time of a class has to be attended for it to count as mastered: what the rule of the edition asks of all
/// of them.
pub fn attended_share(rule: &CompletionRule) -> Permille {
    rule.attendance
}

/// A reason as it was typed.
///
/// # Errors
/// `Invalid` when it is too short to explain anything, or too long.
pub fn reason(typed: &str) -> Result<String, Problem> {
    reason_in("reason", typed)
}

/// A reason as it was typed into a field of another name.
///
/// # Errors
/// As [`reason`].
pub fn reason_in(field: &str, typed: &str) -> Result<String, Problem> {
    let text = typed.trim().to_owned();
    match reason_fault(field, &text) {
        Some(fault) => Err(Problem::invalid(vec![fault])),
        None => Ok(text),
    }
}

/// What is wrong with a reason in a field.
fn reason_fault(field: &str, text: &str) -> Option<Fault> {
    let length = text.chars().count();
    if text.is_empty() {
        Some(Fault::new(field, "required"))
    } else if length < SHORTEST_REASON {
        Some(Fault::new(field, "document-reason-short").with("limit", SHORTEST_REASON))
    } else if length > LONGEST_REASON {
        Some(Fault::new(field, "too-long").with("limit", LONGEST_REASON))
    } else {
        None
    }
}

/// Somebody among the chosen has not met the rule: nobody is issued anything.
pub fn unmet(faults: Vec<Fault>) -> Problem {
    Problem { faults, ..Problem::new(ProblemCode::RuleUnmet) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ZoneName;
    use chrono::Days;
    use proptest::prelude::*;

    #[test]
    fn a_reason_explains() {
        let code = |typed: &str| reason(typed).map_err(|problem| problem.faults[0].code.clone());
        assert_eq!(code("  "), Err("required".into()));
        assert_eq!(code("ой"), Err("document-reason-short".into()));
        assert_eq!(code(&"я".repeat(1001)), Err("too-long".into()));
        assert_eq!(code(" Ошибка в отчестве "), Ok("Ошибка в отчестве".into()));
    }

    proptest! {
        #[test]
        fn row_06_dates_that_pass_are_in_order(start in 0u64..800, end in 0u64..800, issue in 0u64..800, today in 0u64..800) {
            let day = |days| "2026-01-01".parse::<NaiveDate>().unwrap() + Days::new(days);
            let term = Term { starts_on: day(start), ends_on: day(end), zone: ZoneName::MOSCOW };
            let in_order = start <= end && end <= issue && issue <= today;
            prop_assert_eq!(date_fault(&term, day(issue), day(today)).is_none(), in_order);
        }
    }
}
