//! What an edition asks: the form, and what it asked before.

use super::{Crumb, Said, faulty, rule_lines, samples};
use crate::continuing_training::actions::RuleSheet;
use crate::continuing_training::rules::{MOST_INITIAL, MOST_LEAST, TrainingRule};
use crate::kernel::{Problem, dates};
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct RulePage {
    crumbs: Vec<Crumb>,
    edition: String,
    url: String,
    board_url: String,
    wrong: Vec<Field>,
    initial_minutes: Field,
    quarterly: Field,
    quarterly_on: bool,
    least_minutes: Field,
    activities: Field,
    choices: Vec<Choice>,
    most_initial: i32,
    most_least: i32,
    first: bool,
    versions: Vec<Version>,
}

/// A rule as it held.
#[derive(Debug, Serialize)]
struct Version {
    number: i32,
    lines: Vec<Said>,
    at: String,
    by: Option<String>,
    holds: bool,
}

impl RulePage {
    /// The page; with what was typed, when that could not be.
    pub fn new(sheet: &RuleSheet, typed: Option<(&Form, &Problem)>, reader: &Reader) -> RulePage {
        let (id, newest) = (sheet.edition.id, sheet.rules.first());
        let shown = newest.map_or_else(TrainingRule::usual, |row| row.rule.clone());
        let field = |name: &str, known: String| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, known),
        };
        let chosen: Vec<String> = match typed {
            Some((form, _)) => form.all("activities").to_vec(),
            None => shown.activities.iter().map(ToString::to_string).collect(),
        };
        let (initial_minutes, least_minutes) = (
            field("initial_minutes", shown.initial.0.to_string()),
            field("least_minutes", shown.least.0.to_string()),
        );
        let activities = field("activities", String::new());
        RulePage {
            crumbs: vec![
                Crumb { label: Some(sheet.edition.title.clone()), url: paths::edition(id) },
                Crumb { label: None, url: paths::edition_training(id) },
            ],
            edition: sheet.edition.title.clone(),
            url: paths::training_rule(id),
            board_url: paths::edition_training(id),
            wrong: faulty(&[&initial_minutes, &least_minutes, &activities]),
            initial_minutes,
            quarterly: Field::empty("quarterly"),
            quarterly_on: typed.map_or(shown.quarterly, |(form, _)| form.ticked("quarterly")),
            least_minutes,
            activities,
            choices: sheet
                .activities
                .iter()
                .map(|(id, title)| Choice {
                    selected: chosen.contains(&id.to_string()),
                    ..Choice::new(id, title.for_reader(reader.language), "")
                })
                .collect(),
            most_initial: MOST_INITIAL,
            most_least: MOST_LEAST,
            first: newest.is_none(),
            versions: versions(sheet, reader),
        }
    }
}

fn versions(sheet: &RuleSheet, reader: &Reader) -> Vec<Version> {
    let version = |(place, row): (usize, &crate::continuing_training::store::RuleRow)| {
        let mut lines = rule_lines(&row.rule, reader.language);
        if lines.is_empty() {
            lines.push(super::said("training-rule-nothing", &[]));
        }
        Version {
            number: row.number,
            lines,
            at: dates::date_and_time(reader.language, row.set_at, reader.zone),
            by: row.set_by.and_then(|by| sheet.names.get(&by)).map(|name| name.surname_and_initials()),
            holds: place == 0,
        }
    };
    sheet.rules.iter().enumerate().map(version).collect()
}

impl View for RulePage {
    const TEMPLATE: &'static str = "pages/continuing_training/rule";

    fn title(&self) -> Title {
        Title::key("training-rule-title")
    }

    fn samples() -> Vec<RulePage> {
        let (reader, sheet) = (samples::reader(), samples::sheet());
        let bare = RuleSheet { rules: Vec::new(), activities: Vec::new(), ..sheet.clone() };
        let form = Form::of(&[("initial_minutes", "много"), ("least_minutes", "0"), ("activities", "9")]);
        let wrong = TrainingRule {
            least: crate::kernel::Minutes(0),
            activities: vec![crate::kernel::ActivityId(9)],
            ..TrainingRule::usual()
        };
        let problem = Problem::invalid(wrong.faults(&std::collections::HashSet::new()));
        vec![
            RulePage::new(&sheet, None, &reader),
            RulePage::new(&bare, None, &reader),
            RulePage::new(&sheet, Some((&form, &problem)), &reader),
        ]
    }
}
