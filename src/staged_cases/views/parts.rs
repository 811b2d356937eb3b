//! What the pages have in common: steps that lie behind, the words of a plan.

use crate::cases::views::paragraphs;
use crate::kernel::{Moment, dates};
use crate::programmes::rules::{PlanText, StageText};
use crate::render::SafeHtml;
use crate::staged_cases::rules::{Decided, Step};
use crate::web::Reader;
use serde::Serialize;

/// A step that was decided.
#[derive(Debug, Clone, Serialize)]
pub struct PastStep {
    /// Which one, from 1.
    pub number: i32,
    /// The stage's title.
    pub title: String,
    /// What became known.
    pub facts: SafeHtml,
    /// What was to be decided.
    pub question: String,
    /// More about the question.
    pub detail: SafeHtml,
    /// The choice, where one was taken.
    pub chosen: Option<SafeHtml>,
    /// The words, where it was decided in words; by the clock, what was written so far.
    pub written: Vec<String>,
    /// Nothing was decided in time.
    pub by_clock: bool,
    /// When it was decided.
    pub at: String,
    /// How long it took.
    pub took: Took,
}

/// A length of time in one unit.
#[derive(Debug, Clone, Serialize)]
pub struct Took {
    /// The message.
    pub key: &'static str,
    /// Its number.
    pub n: i64,
}

impl Took {
    /// From opening a step until deciding, rounded up.
    pub(super) fn new(from: Moment, until: Moment) -> Took {
        let seconds = from.seconds_until(until).max(0);
        let minutes = (seconds + 59) / 60;
        match minutes {
            0..=1 => Took { key: "staged-took-minute", n: 1 },
            2..120 => Took { key: "staged-took-minutes", n: minutes },
            120..2880 => Took { key: "staged-took-hours", n: minutes / 60 },
            _ => Took { key: "staged-took-days", n: minutes / 1440 },
        }
    }
}

/// How the texts of a case get their addresses.
pub(super) type Linked<'a> = &'a dyn Fn(&str) -> SafeHtml;

impl PastStep {
    /// The steps of a run that were decided, in their order.
    pub(super) fn all(steps: &[Step], text: &PlanText, reader: &Reader, linked: Linked<'_>) -> Vec<PastStep> {
        let past = |step: &Step| {
            let (decided, stage) = (step.decision.as_ref()?, text.stages.get(&step.stage)?);
            Some(PastStep::new(step, (decided, stage), reader, linked))
        };
        steps.iter().filter_map(past).collect()
    }

    fn new(
        step: &Step,
        (decided, stage): (&Decided, &StageText),
        reader: &Reader,
        linked: Linked<'_>,
    ) -> PastStep {
        let chosen = decided.choice.as_ref().and_then(|key| stage.choices.get(key));
        PastStep {
            number: step.sequence,
            title: stage.title.clone(),
            facts: linked(&stage.facts_html),
            question: stage.question.clone(),
            detail: linked(&stage.detail_html),
            chosen: chosen.map(|html| linked(html)),
            written: paragraphs(&decided.text),
            by_clock: decided.by_clock,
            at: dates::day_and_time(reader.language, decided.at, reader.zone),
            took: Took::new(step.opened_at, decided.at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_one_unit() {
        let from = Moment::parse("2026-09-15T06:00:00Z").unwrap();
        let told = |seconds| {
            let took = Took::new(from, from.plus_seconds(seconds));
            (took.key, took.n)
        };
        assert_eq!(told(0), ("staged-took-minute", 1));
        assert_eq!(told(61), ("staged-took-minutes", 2));
        assert_eq!(told(3 * 3600), ("staged-took-hours", 3));
        assert_eq!(told(3 * 86_400), ("staged-took-days", 3));
    }
}
