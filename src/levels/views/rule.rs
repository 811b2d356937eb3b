//! By what an organisation gives levels: thresholds, names, and what counts as a cycle.

use super::{Said, faulty, said, samples};
use crate::kernel::{Language, Problem, Word as _, dates};
use crate::levels::actions::RuleSheet;
use crate::levels::rules::{COUNTING, LONGEST_NAME, Level, LevelRule, MOST_CYCLES};
use crate::levels::store::RuleRow;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct RulePage {
    organisation: String,
    organisation_url: String,
    registry_url: String,
    url: String,
    wrong: Vec<Field>,
    steps: Vec<StepForm>,
    most_cycles: i32,
    longest_name: usize,
    kinds: Field,
    kind_choices: Vec<KindChoice>,
    programmes: Field,
    programme_choices: Vec<Choice>,
    usual: bool,
    versions: Vec<Version>,
}

/// The fields of a level.
#[derive(Debug, Serialize)]
struct StepForm {
    legend_key: &'static str,
    cycles: Field,
    names: Vec<NameField>,
}

#[derive(Debug, Serialize)]
struct NameField {
    label_key: &'static str,
    field: Field,
}

#[derive(Debug, Serialize)]
struct KindChoice {
    value: &'static str,
    label_key: String,
    selected: bool,
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

fn legend(level: Level) -> &'static str {
    match level {
        Level::Trainee => "levels-first",
        Level::Mentor => "levels-second",
        Level::Master => "levels-third",
    }
}

fn in_language(language: Language) -> &'static str {
    match language {
        Language::Ru => "levels-name-ru",
        Language::Kk => "levels-name-kk",
        Language::En => "levels-name-en",
    }
}

impl RulePage {
    /// The page; with what was typed, when that could not be.
    pub fn new(sheet: &RuleSheet, typed: Option<(&Form, &Problem)>, reader: &Reader) -> RulePage {
        let (id, shown) = (sheet.organisation, sheet.holds());
        let field = |name: &str, known: String| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, known),
        };
        let chosen = |name: &str, known: Vec<String>| match typed {
            Some((form, _)) => form.all(name).to_vec(),
            None => known,
        };
        let steps: Vec<StepForm> = Level::ALL.iter().map(|level| step_form(*level, &shown, &field)).collect();
        let kinds = chosen("kinds", shown.kinds.iter().map(|kind| kind.as_str().to_owned()).collect());
        let taught = chosen("programmes", shown.programmes.iter().map(ToString::to_string).collect());
        let kind_choices = COUNTING.iter().map(|kind| KindChoice {
            value: kind.as_str(),
            label_key: format!("documents-kind-{}", kind.as_str()),
            selected: kinds.iter().any(|one| one == kind.as_str()),
        });
        let programme_choices = sheet.programmes.iter().map(|(id, title)| Choice {
            selected: taught.contains(&id.to_string()),
            ..Choice::new(id, title.for_reader(reader.language), "")
        });
        let (kinds, programmes) = (field("kinds", String::new()), field("programmes", String::new()));
        let named = steps
            .iter()
            .flat_map(|step| std::iter::once(&step.cycles).chain(step.names.iter().map(|name| &name.field)));
        RulePage {
            organisation: sheet.name.clone(),
            organisation_url: paths::organisation(id),
            registry_url: paths::mentor_registry(&[("organisation", &id.to_string())]),
            url: paths::level_rule(id),
            wrong: faulty(named.chain([&kinds, &programmes])),
            kind_choices: kind_choices.collect(),
            programme_choices: programme_choices.collect(),
            kinds,
            programmes,
            most_cycles: MOST_CYCLES,
            longest_name: LONGEST_NAME,
            usual: sheet.rules.is_empty(),
            versions: sheet.rules.iter().enumerate().map(|one| version(one, sheet, reader)).collect(),
            steps,
        }
    }
}

fn step_form(level: Level, shown: &LevelRule, field: &dyn Fn(&str, String) -> Field) -> StepForm {
    let (word, step) = (level.as_str(), shown.step(level));
    let name = |language: Language| NameField {
        label_key: in_language(language),
        field: field(
            &format!("{word}_name_{}", language.tag()),
            step.name.exact(language).unwrap_or_default().to_owned(),
        ),
    };
    StepForm {
        legend_key: legend(level),
        cycles: field(&format!("{word}_cycles"), step.cycles.to_string()),
        names: [Language::Ru, Language::Kk, Language::En].map(name).into(),
    }
}

fn version((place, row): (usize, &RuleRow), sheet: &RuleSheet, reader: &Reader) -> Version {
    let line = |level: &Level| {
        let name = row.rule.name(*level, reader.language).to_owned();
        said("levels-version-step", &[("level", name), ("count", row.rule.step(*level).cycles.to_string())])
    };
    let mut lines: Vec<Said> = Level::ALL.iter().map(line).collect();
    lines.push(match row.rule.programmes.len() {
        0 => said("levels-version-all", &[]),
        some => said("levels-version-chosen", &[("count", some.to_string())]),
    });
    Version {
        number: row.number,
        lines,
        at: dates::date_and_time(reader.language, row.set_at, reader.zone),
        by: row.set_by.and_then(|by| sheet.names.get(&by)).map(|name| name.surname_and_initials()),
        holds: place == 0,
    }
}

impl View for RulePage {
    const TEMPLATE: &'static str = "pages/levels/rule";

    fn title(&self) -> Title {
        Title::key("levels-rule-title")
    }

    fn samples() -> Vec<RulePage> {
        let (reader, sheet) = (Reader::sample(), samples::sheet());
        let bare = RuleSheet { rules: Vec::new(), programmes: Vec::new(), ..sheet.clone() };
        let form = Form::of(&[("trainee_cycles", "3"), ("mentor_cycles", "2"), ("master_cycles", "1")]);
        vec![
            RulePage::new(&sheet, None, &reader),
            RulePage::new(&bare, None, &reader),
            RulePage::new(&sheet, Some((&form, &samples::problem())), &reader),
        ]
    }
}
