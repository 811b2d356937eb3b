//! The forms of single parts, field by field.

use crate::case_authoring::rules::{Handed, Outline, Rubric, Settings, Step};
use crate::kernel::{Fault, Language};
use crate::web::{Choice, Field, Say};
use serde::Serialize;

/// The form of the settings.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsForm {
    pub(super) pass_points: Field,
    pub(super) submissions: Field,
    pub(super) max_files: Field,
    pub(super) due_days: Field,
    pub(super) accepts: Field,
    pub(super) takes_text: bool,
    pub(super) takes_files: bool,
    pub(super) replay: bool,
    pub(super) is_staged: bool,
    pub(super) self_assessment: Field,
    pub(super) assessments: Vec<Choice>,
    pub(super) team: Field,
    pub(super) is_for_teams: bool,
    pub(super) team_least: Field,
    pub(super) team_most: Field,
    pub(super) parts: Vec<HandedForm>,
}

/// The form of a part of what is handed in.
#[derive(Debug, Clone, Serialize)]
pub struct HandedForm {
    pub(super) place: usize,
    pub(super) number: usize,
    pub(super) key: Field,
    pub(super) titles: Vec<Field>,
    pub(super) kind: Field,
    pub(super) kinds: Vec<Choice>,
    pub(super) required: Field,
    pub(super) is_required: bool,
    pub(super) is_file: bool,
    pub(super) sorts: Vec<Sorted>,
}

/// A sort of files in a box to tick.
#[derive(Debug, Clone, Serialize)]
pub struct Sorted {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) ticked: bool,
}

/// The form of a step.
#[derive(Debug, Clone, Serialize)]
pub struct StepForm {
    pub(super) key: String,
    pub(super) title: Field,
    pub(super) facts: Field,
    pub(super) question: Field,
    pub(super) detail: Field,
    pub(super) in_words: bool,
    pub(super) choices_field: Field,
    pub(super) choices: Vec<ChoiceForm>,
    pub(super) words_next: Field,
    pub(super) words_targets: Vec<Choice>,
    pub(super) minutes: Field,
    pub(super) timeout_next: Field,
    pub(super) timeout_targets: Vec<Choice>,
}

/// The form of a choice.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceForm {
    pub(super) place: usize,
    pub(super) number: usize,
    pub(super) key: String,
    pub(super) words: Field,
    pub(super) next: Field,
    pub(super) targets: Vec<Choice>,
}

/// The form of the criteria.
#[derive(Debug, Clone, Serialize)]
pub struct RubricForm {
    pub(super) corner: String,
    pub(super) is_staged: bool,
    pub(super) points: Vec<Column>,
    pub(super) rows: Vec<RowForm>,
}

/// A column of the criteria.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    pub(super) place: usize,
    pub(super) number: usize,
    pub(super) field: Field,
}

/// The form of a criterion.
#[derive(Debug, Clone, Serialize)]
pub struct RowForm {
    pub(super) place: usize,
    pub(super) number: usize,
    pub(super) key: String,
    pub(super) title: Field,
    pub(super) steps: Field,
    pub(super) weight: Field,
    pub(super) levels: Vec<LevelForm>,
}

/// A level of a criterion.
#[derive(Debug, Clone, Serialize)]
pub struct LevelForm {
    pub(super) points: String,
    pub(super) field: Field,
}

/// Fields with the faults that are theirs.
pub(super) struct Fields<'f>(pub &'f [Fault]);

impl Fields<'_> {
    pub(super) fn of(&self, name: &str, value: &str) -> Field {
        Field::with_faults(name, value, self.0)
    }
}

impl SettingsForm {
    pub(super) fn new(
        settings: &Settings,
        outline: &Outline,
        fields: &Fields<'_>,
        say: Say<'_>,
    ) -> SettingsForm {
        SettingsForm {
            pass_points: fields.of("pass_points", &settings.pass_points),
            submissions: fields.of("submissions", &settings.submissions),
            max_files: fields.of("max_files", &settings.max_files),
            due_days: fields.of("due_days", &settings.due_days),
            accepts: fields.of("accepts", ""),
            takes_text: settings.takes_text,
            takes_files: settings.takes_files,
            replay: settings.replay,
            is_staged: outline.is_staged() || settings.replay,
            self_assessment: fields.of("self_assessment", &settings.self_assessment),
            assessments: ["offered", "required"]
                .map(|word| {
                    Choice::new(word, say(&format!("authoring-assessment-{word}")), &settings.self_assessment)
                })
                .to_vec(),
            team: fields.of("team", ""),
            is_for_teams: settings.team,
            team_least: fields.of("team_least", &settings.team_least),
            team_most: fields.of("team_most", &settings.team_most),
            parts: settings.parts.iter().enumerate().map(|part| HandedForm::new(part, say)).collect(),
        }
    }

    /// Every field with its label, for the summary of faults.
    pub(super) fn fields(&self) -> Vec<Field> {
        let numbers = [&self.pass_points, &self.submissions, &self.max_files, &self.due_days];
        let others = [&self.accepts, &self.self_assessment, &self.team, &self.team_least, &self.team_most];
        numbers.into_iter().chain(others).cloned().collect()
    }
}

impl HandedForm {
    fn new((place, part): (usize, &Handed), say: Say<'_>) -> HandedForm {
        let name = |rest: &str| format!("part-{place}-{rest}");
        let title = |language: Language| {
            let words = part.title.exact(language).unwrap_or_default();
            Field::filled(&name(&format!("title-{}", language.tag())), words)
        };
        let kinds = ["text", "file", "link"];
        let sorts = ["pdf", "image", "office", "text"];
        HandedForm {
            place,
            number: place + 1,
            key: Field::filled(&name("key"), part.key.as_str()),
            titles: [Language::Ru, Language::Kk, Language::En].map(title).to_vec(),
            kind: Field::filled(&name("kind"), part.kind.as_str()),
            kinds: kinds
                .map(|kind| Choice::new(kind, say(&format!("authoring-part-kind-{kind}")), &part.kind))
                .to_vec(),
            required: Field::filled(&name("required"), "on"),
            is_required: part.required,
            is_file: part.kind == "file",
            sorts: sorts
                .map(|sort| Sorted {
                    name: name(sort),
                    label: say(&format!("authoring-part-sort-{sort}")),
                    ticked: part.accepts.iter().any(|one| one == sort),
                })
                .to_vec(),
        }
    }
}

impl StepForm {
    pub(super) fn new(step: &Step, outline: &Outline, fields: &Fields<'_>, say: Say<'_>) -> StepForm {
        let targets = |chosen: &str| targets(outline, &step.key, chosen, say);
        let choice = |(place, choice): (usize, &crate::case_authoring::rules::Choice)| ChoiceForm {
            place,
            number: place + 1,
            key: choice.key.clone(),
            words: fields.of(&format!("choice-{place}-words"), &choice.words),
            next: fields.of(&format!("choice-{place}-next"), &choice.next),
            targets: targets(&choice.next),
        };
        StepForm {
            key: step.key.clone(),
            title: fields.of("title", &step.title),
            facts: fields.of("facts", &step.facts),
            question: fields.of("question", &step.question),
            detail: fields.of("detail", &step.detail),
            in_words: step.in_words,
            choices_field: fields.of("choices", ""),
            choices: step.choices.iter().enumerate().map(choice).collect(),
            words_next: fields.of("words_next", &step.words_next),
            words_targets: targets(&step.words_next),
            minutes: fields.of("minutes", &step.minutes),
            timeout_next: fields.of("timeout_next", &step.timeout_next),
            timeout_targets: targets(&step.timeout_next),
        }
    }

    /// Every field, for the summary of faults.
    pub(super) fn fields(&self) -> Vec<Field> {
        let head = [&self.title, &self.facts, &self.question, &self.detail, &self.choices_field];
        let choices = self.choices.iter().flat_map(|choice| [&choice.words, &choice.next]);
        let tail = [&self.words_next, &self.minutes, &self.timeout_next];
        head.into_iter().chain(choices).chain(tail).cloned().collect()
    }
}

/// Where a decision may lead: every other step and every end, and what is chosen though there is no such step.
fn targets(outline: &Outline, own: &str, chosen: &str, say: Say<'_>) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (section, name) in outline.sections.iter().enumerate() {
        use crate::case_authoring::rules::Sort;
        let (Sort::Step(key) | Sort::End(key)) = name.sort() else { continue };
        if key == own && key != chosen {
            continue;
        }
        let place = super::place(outline, Some(section));
        let word =
            say(if place.key == "authoring-place-end" { "authoring-to-end" } else { "authoring-to-step" });
        choices.push(Choice::new(key, format!("{word} {}. {}", place.label, place.title), chosen));
    }
    if !chosen.is_empty() && !choices.iter().any(|choice| choice.selected) {
        choices.push(Choice::new(chosen, format!("{chosen} – {}", say("authoring-to-nothing")), chosen));
    }
    choices
}

impl RubricForm {
    pub(super) fn new(rubric: &Rubric, outline: &Outline, fields: &Fields<'_>) -> RubricForm {
        let column = |(place, points): (usize, &String)| Column {
            place,
            number: place + 1,
            field: fields.of(&format!("points-{place}"), points),
        };
        let row = |(place, row): (usize, &crate::case_authoring::rules::Row)| {
            let name = |rest: &str| format!("row-{place}-{rest}");
            let level = |(level, text): (usize, &String)| LevelForm {
                points: rubric.points.get(level).cloned().unwrap_or_default(),
                field: Field::filled(&name(&format!("level-{level}")), text.as_str()),
            };
            // What is said of a row as a whole stands at its title.
            let own = fields.0.iter().filter(|fault| fault.field == format!("row-{place}")).cloned();
            let title = Field { faults: own.collect(), ..Field::filled(&name("title"), row.title.as_str()) };
            RowForm {
                place,
                number: place + 1,
                key: row.key.clone(),
                title,
                steps: Field::filled(&name("steps"), row.steps.as_str()),
                weight: Field::filled(&name("weight"), row.weight.as_str()),
                levels: row.levels.iter().enumerate().map(level).collect(),
            }
        };
        RubricForm {
            corner: rubric.corner.clone(),
            is_staged: outline.is_staged(),
            points: rubric.points.iter().enumerate().map(column).collect(),
            rows: rubric.rows.iter().enumerate().map(row).collect(),
        }
    }

    /// Every field, for the summary of faults.
    pub(super) fn fields(&self) -> Vec<Field> {
        self.rows.iter().map(|row| row.title.clone()).collect()
    }
}
