//! The stage that waits for its decision, with the form of it.

use super::steps::Typed;
use crate::cases::views::text_with_links;
use crate::kernel::{Fault, Moment, dates};
use crate::programmes::rules::{Branch, Decision, PlanText, Stage, StageText};
use crate::render::SafeHtml;
use crate::staged_cases::actions::Play;
use crate::staged_cases::rules::{LONGEST_TEXT, Position, Step};
use crate::web::{Field, Reader, paths};
use serde::Serialize;

/// A stage that waits for its decision.
#[derive(Debug, Clone, Serialize)]
pub struct OpenStep {
    pub(super) number: i32,
    pub(super) run: i32,
    pub(super) title: String,
    pub(super) facts: SafeHtml,
    pub(super) question: String,
    pub(super) detail: SafeHtml,
    pub(super) url: String,
    pub(super) draft_url: String,
    pub(super) choice: Field,
    pub(super) choices: Vec<ChoiceView>,
    pub(super) words: Option<Field>,
    pub(super) most_characters: usize,
    pub(super) revision: i32,
    pub(super) saved: Option<String>,
    pub(super) clock: Option<Clock>,
    pub(super) can_decide: bool,
    pub(super) theirs: Option<Theirs>,
    pub(super) fields: Vec<Field>,
}

/// A choice: its number stands for it.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceView {
    pub(super) value: usize,
    pub(super) html: SafeHtml,
    pub(super) selected: bool,
}

/// The time that is left.
#[derive(Debug, Clone, Serialize)]
pub struct Clock {
    pub(super) seconds: i64,
    pub(super) text: String,
    pub(super) until: String,
    pub(super) machine: String,
}

/// A text that another device has saved meanwhile.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    pub(super) text: String,
    pub(super) at: String,
}

impl OpenStep {
    pub(super) fn new(play: &Play, words: &PlanText, reader: &Reader, typed: &Typed) -> Option<OpenStep> {
        let Position::Open { sequence, stage } = play.position() else { return None };
        let (text, last) = (words.stages.get(&stage.key)?, play.steps.last()?);
        let (enrolment, activity) = (play.case.standing.enrolment.id, play.case.fact.id);
        let linked = |html: &str| text_with_links(html, &play.case.standing);
        let choice = field("choice", &typed.choice, &typed.faults);
        let saved = play.draft.as_ref();
        let draft = saved.map_or("", |draft| draft.text.as_str());
        let value = typed.text.as_deref().unwrap_or(draft);
        let words =
            matches!(stage.decision, Decision::Text { .. }).then(|| field("text", value, &typed.faults));
        Some(OpenStep {
            number: sequence,
            run: play.run,
            title: text.title.clone(),
            facts: linked(&text.facts_html),
            question: text.question.clone(),
            detail: linked(&text.detail_html),
            url: paths::case_decision(enrolment, activity, sequence),
            draft_url: paths::case_step_draft(enrolment, activity, sequence),
            choices: choices(stage, text, &typed.choice, &linked),
            fields: std::iter::once(choice.clone()).chain(words.clone()).collect(),
            choice,
            words,
            most_characters: LONGEST_TEXT,
            revision: saved.map_or(0, |draft| draft.revision),
            saved: saved.map(|draft| moment(draft.saved_at, reader)),
            clock: Clock::new(last, reader),
            can_decide: play.can_go_on(),
            theirs: typed
                .theirs
                .as_ref()
                .map(|draft| Theirs { text: draft.text.clone(), at: moment(draft.saved_at, reader) }),
        })
    }
}

fn choices(
    stage: &Stage,
    text: &StageText,
    chosen: &str,
    linked: &dyn Fn(&str) -> SafeHtml,
) -> Vec<ChoiceView> {
    let Decision::Choice { branches } = &stage.decision else { return Vec::new() };
    let view = |(value, branch): (usize, &Branch)| ChoiceView {
        value,
        html: linked(text.choices.get(&branch.key).map_or("", String::as_str)),
        selected: value.to_string() == chosen,
    };
    (1..).zip(branches).map(view).collect()
}

fn field(name: &str, value: &str, faults: &[Fault]) -> Field {
    let faults = faults.iter().filter(|fault| fault.field == name).cloned().collect();
    Field { faults, ..Field::filled(name, value) }
}

/// A moment of today as its time, any other with its day.
fn moment(at: Moment, reader: &Reader) -> String {
    if at.date_in(reader.zone) == reader.now.date_in(reader.zone) {
        dates::time(at.local(reader.zone).time())
    } else {
        dates::day_and_time(reader.language, at, reader.zone)
    }
}

impl Clock {
    fn new(step: &Step, reader: &Reader) -> Option<Clock> {
        let due = step.due_at?;
        let seconds = reader.now.seconds_until(due).max(0);
        Some(Clock {
            seconds,
            text: format!("{}:{:02}", seconds / 60, seconds % 60),
            until: dates::time(due.local(reader.zone).time()),
            machine: due.rfc3339(),
        })
    }
}
