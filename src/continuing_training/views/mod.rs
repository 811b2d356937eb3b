//! The pages of continuing training: the matrix, one person, the rule.

mod board;
mod forms;
mod place;
mod rule;
mod samples;

pub use board::{BoardPage, Show, Showing, sheet};
pub use forms::{Typed, Which};
pub use place::PlacePage;
pub use rule::RulePage;

use super::rules::{Closed, Initial, Near, OfQuarter, Quarter, Standing, State, TrainingRule};
use crate::kernel::{Language, Minutes, dates};
use crate::web::Field;
use serde::Serialize;

/// A message with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The message.
    pub key: &'static str,
    /// What stands in it.
    pub args: Vec<(&'static str, String)>,
}

/// Says a message with its arguments in the language of its reader.
pub type Saying<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

fn said(key: &'static str, args: &[(&'static str, String)]) -> Said {
    Said { key, args: args.to_vec() }
}

impl Said {
    /// The message in words.
    pub fn text(&self, say: Saying<'_>) -> String {
        let args: Vec<(&str, &str)> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        say(self.key, &args)
    }
}

/// A link of the way down to a page.
#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: Option<String>,
    url: String,
}

/// The fields with faults, for the summary of a form.
fn faulty(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// Clock hours with two decimals at most, rounded down: `2`, `1,5`, `1,75`.
pub fn clock_hours(minutes: Minutes, language: Language) -> String {
    let hundredths = i64::from(minutes.0.max(0)) * 100 / 60;
    let comma = if language == Language::En { '.' } else { ',' };
    let text = format!("{}{comma}{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches(comma).to_owned()
}

/// By what number of hours a noun goes: a part of one goes as one does.
fn count_of_hours(minutes: Minutes) -> String {
    let whole = minutes.0 % 60 == 0;
    if whole { (minutes.0 / 60).to_string() } else { "1".to_owned() }
}

/// «1,5 из 2 часов».
pub(super) fn initial_said(initial: Initial, language: Language) -> Said {
    said(
        "training-initial-progress",
        &[
            ("have", clock_hours(initial.have, language)),
            ("needed", clock_hours(initial.needed, language)),
            ("count", count_of_hours(initial.needed)),
        ],
    )
}

/// What a rule asks, a sentence each.
fn rule_lines(rule: &TrainingRule, language: Language) -> Vec<Said> {
    let mut lines = Vec::new();
    if rule.initial > Minutes::ZERO {
        let hours = [("hours", clock_hours(rule.initial, language)), ("count", count_of_hours(rule.initial))];
        lines.push(said("training-rule-initial", &hours));
    }
    if rule.quarterly {
        lines.push(said("training-rule-quarterly", &[]));
        if rule.least > Minutes(1) {
            lines.push(said("training-rule-least", &[("minutes", rule.least.0.to_string())]));
        }
        if !rule.activities.is_empty() {
            lines.push(said("training-rule-chosen", &[("count", rule.activities.len().to_string())]));
        }
    }
    lines
}

/// Why somebody needs training, a line each.
fn reasons(standing: &Standing, language: Language) -> Vec<Said> {
    let initial = standing.initial.filter(|initial| !initial.is_complete()).map(|initial| {
        let progress = initial_said(initial, language);
        Said { key: "training-reason-initial", ..progress }
    });
    let quarter =
        |one: &OfQuarter| said("training-reason-quarter", &[("quarter", one.quarter.name(language))]);
    initial.into_iter().chain(standing.missed().map(quarter)).collect()
}

/// A quarter of somebody in a table or a list.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    quarter: String,
    tag_key: Option<&'static str>,
    good: bool,
    stop: bool,
    note: Option<Said>,
    near: Option<Said>,
}

impl Cell {
    /// The words of it, for a table to take away.
    fn text(&self, say: Saying<'_>) -> String {
        let tag = self.tag_key.map(|key| say(key, &[]));
        let notes = [&self.note, &self.near].into_iter().flatten().map(|note| note.text(say));
        tag.into_iter().chain(notes).collect::<Vec<_>>().join("; ")
    }
}

/// A quarter as one person has it, where so many sessions in a room were held or planned.
fn cell(quarter: Quarter, one: Option<&OfQuarter>, gathered: usize, language: Language) -> Cell {
    let empty = Cell {
        quarter: quarter.name(language),
        tag_key: None,
        good: false,
        stop: false,
        note: None,
        near: None,
    };
    let Some(one) = one else { return empty };
    let date = |day| dates::date(language, day);
    let near = one.near.map(|near| match near {
        Near::Online(on) => said("training-note-online", &[("date", date(on))]),
        Near::Short(on, minutes) => {
            said("training-note-short", &[("date", date(on)), ("minutes", minutes.0.to_string())])
        }
    });
    match one.state {
        State::NotAsked => empty,
        State::Closed(Closed::Session(on)) => Cell {
            tag_key: Some("training-state-closed"),
            good: true,
            note: Some(said("training-note-session", &[("date", date(on))])),
            ..empty
        },
        State::Closed(Closed::MakeUp(on)) => Cell {
            tag_key: Some("training-state-made-up"),
            good: true,
            note: Some(said("training-note-make-up", &[("date", date(on))])),
            ..empty
        },
        State::Due => Cell {
            tag_key: Some("training-state-due"),
            note: Some(said("training-note-due", &[("until", date(one.until))])),
            near,
            ..empty
        },
        State::Missed => {
            let none = match gathered {
                0 => said("training-note-none-held", &[]),
                count => said("training-note-none", &[("count", count.to_string())]),
            };
            let note = Some(none).filter(|_| near.is_none());
            Cell { tag_key: Some("training-state-missed"), stop: true, note, near, ..empty }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_hours_are_rounded_down_and_say_no_more_than_they_must() {
        let hours = |minutes| clock_hours(Minutes(minutes), Language::Ru);
        assert_eq!(
            [0, 60, 90, 105, 110, 119, 120].map(hours),
            ["0", "1", "1,5", "1,75", "1,83", "1,98", "2"]
        );
        assert_eq!(clock_hours(Minutes(600), Language::En), "10");
        assert_eq!(clock_hours(Minutes(90), Language::En), "1.5");
        assert_eq!([60, 90, 120].map(|minutes| count_of_hours(Minutes(minutes))), ["1", "1", "2"]);
    }
}
