//! The four numbers of hours in words, for every table that shows them, and the tables by kind and by mode.

use super::conditions::Wording;
use crate::kernel::Minutes;
use crate::programmes::rules::words::Word as _;
use crate::progress::rules::totals::{Hours, Totals};
use serde::Serialize;

/// Planned, held, earned and missing, in academic hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Numbers {
    /// By the programme.
    pub planned: String,
    /// Held by now.
    pub held: String,
    /// Earned.
    pub earned: String,
    /// Missing.
    pub missing: String,
    /// Whether nothing is missing.
    pub full: bool,
}

impl Numbers {
    /// The numbers of a sum.
    pub fn of(hours: &Hours, wording: &Wording<'_>) -> Numbers {
        Numbers {
            planned: wording.hours(hours.planned),
            held: wording.hours(hours.held),
            earned: wording.hours(hours.earned),
            missing: wording.hours(hours.missing),
            full: hours.missing == Minutes::ZERO,
        }
    }

    /// Numbers for samples.
    pub fn sample() -> Numbers {
        let text = str::to_owned;
        Numbers {
            planned: text("60"),
            held: text("24"),
            earned: text("17,5"),
            missing: text("42,5"),
            full: false,
        }
    }
}

/// A line of the table by kind or by mode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// Its name.
    pub label_key: String,
    /// Its numbers.
    pub numbers: Numbers,
    /// Whether what is missing says something: under a mode it does not, one may be there another way.
    pub has_missing: bool,
    /// Where the entries are, where there are any.
    pub url: Option<String>,
}

/// The kinds and then the modes of which anything is planned or earned. `address` leads to the entries of a field with
/// its value.
pub fn kinds(
    totals: &Totals,
    wording: &Wording<'_>,
    address: impl Fn(&'static str, &'static str) -> Option<String>,
) -> Vec<Kind> {
    let line = |field: &'static str, word: &'static str, hours: &Hours| {
        let anything = hours.planned > Minutes::ZERO || hours.earned > Minutes::ZERO;
        anything.then(|| Kind {
            label_key: format!("progress-{field}-{word}"),
            numbers: Numbers::of(hours, wording),
            has_missing: field == "nature",
            url: address(field, word).filter(|_| hours.earned > Minutes::ZERO),
        })
    };
    let natures = totals.natures.each().map(|(nature, hours)| line("nature", nature.as_str(), hours));
    let modes = totals.modes.each().map(|(mode, hours)| line("mode", mode.as_str(), hours));
    natures.into_iter().chain(modes).flatten().collect()
}

/// The table of a sample.
pub fn sample_kinds() -> Vec<Kind> {
    let kind = |label_key: &str, has_missing| Kind {
        label_key: label_key.into(),
        numbers: Numbers::sample(),
        has_missing,
        url: Some("/learn/1/hours/entries".into()),
    };
    vec![
        kind("progress-nature-theory", true),
        kind("progress-nature-self_study", true),
        Kind { url: None, ..kind("progress-mode-in_person", false) },
    ]
}
