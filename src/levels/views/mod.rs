//! The pages of levels: the registry, one person, the rule.

mod person;
mod registry;
mod rule;
mod samples;

pub use person::PersonPage;
pub use registry::{RegistryPage, sheet};
pub use rule::RulePage;

use super::rules::status::{Status, Why};
use super::rules::{LevelRule, Reached};
use crate::continuing_training::views::clock_hours;
use crate::kernel::{Language, dates};
use crate::web::Field;
use serde::Serialize;

/// Says a message with its arguments in the language of its reader.
pub type Saying<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// A message with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    key: &'static str,
    args: Vec<(&'static str, String)>,
}

fn said(key: &'static str, args: &[(&'static str, String)]) -> Said {
    Said { key, args: args.to_vec() }
}

impl Said {
    fn text(&self, say: Saying<'_>) -> String {
        let args: Vec<(&str, &str)> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        say(self.key, &args)
    }
}

/// A status as a page shows it.
#[derive(Debug, Clone, Serialize)]
struct StatusLine {
    valid: bool,
    key: &'static str,
    about: Said,
}

impl StatusLine {
    fn new(status: Status, language: Language) -> StatusLine {
        let (key, about) = match status {
            Status::Valid(until) => {
                let until = dates::date(language, until);
                ("levels-status-valid", said("levels-valid-until", &[("date", until)]))
            }
            Status::Needs(why) => ("levels-status-needs", why_said(why, language)),
        };
        StatusLine { valid: status.is_valid(), key, about }
    }
}

fn why_said(why: Why, language: Language) -> Said {
    match why {
        Why::Missed(quarter) => said("levels-why-missed", &[("quarter", quarter.name(language))]),
        Why::Initial(initial) => {
            let hours = |minutes| clock_hours(minutes, language);
            said("levels-why-initial", &[("have", hours(initial.have)), ("needed", hours(initial.needed))])
        }
        Why::Lapsed(_) => said("levels-why-lapsed", &[]),
    }
}

/// What is missing to the next level.
fn missing(rule: &LevelRule, reached: Reached, language: Language) -> Said {
    match reached.next {
        Some((level, missing)) => {
            let name = rule.name(level, language).to_owned();
            said("levels-missing", &[("count", missing.to_string()), ("level", name)])
        }
        None => said("levels-highest", &[]),
    }
}

/// The name of the level that was reached.
fn level_name(rule: &LevelRule, reached: Reached, language: Language) -> Option<String> {
    reached.level.map(|level| rule.name(level, language).to_owned())
}

/// The fields with faults, for the summary of a form.
fn faulty<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Vec<Field> {
    fields.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
}
