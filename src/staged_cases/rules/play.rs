//! The way through the stages: what is open, what is offered, what a decision leads to.

use super::steps::{Decided, LONGEST_TEXT, Made, Step};
use crate::cases::rules::lines;
use crate::kernel::{Fault, Moment};
use crate::programmes::rules::{Decision, Stage, StagePlan};

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position<'p> {
    /// A stage waits to be opened: the first one, or one with a clock, which begins only then.
    Offered {
        /// The number of the step it would be.
        sequence: i32,
        /// The stage.
        stage: &'p Stage,
    },
    /// A stage waits for its decision.
    Open {
        /// The number of the step.
        sequence: i32,
        /// The stage.
        stage: &'p Stage,
    },
    /// An end is reached.
    Ended,
    /// The stages do not fit to the steps: nothing can be done.
    Lost,
}

/// Where somebody stands after these steps of a run, in their order.
pub fn position<'p>(plan: &'p StagePlan, steps: &[Step]) -> Position<'p> {
    let Some(last) = steps.last() else {
        return plan.first().map_or(Position::Lost, |stage| Position::Offered { sequence: 1, stage });
    };
    if last.is_end {
        return Position::Ended;
    }
    let found = match &last.decision {
        None => plan.stage(&last.stage).map(|stage| Position::Open { sequence: last.sequence, stage }),
        Some(decided) => {
            let sequence = last.sequence.saturating_add(1);
            plan.stage(&decided.next).map(|stage| Position::Offered { sequence, stage })
        }
    };
    found.unwrap_or(Position::Lost)
}

/// When the clock of a stage runs out that is opened now, for somebody who has so many per cent more time.
pub fn due_at(stage: &Stage, extra_percent: i32, now: Moment) -> Option<Moment> {
    let clock = stage.clock.as_ref()?;
    let seconds = i64::from(clock.minutes.0) * 60;
    Some(now.plus_seconds(seconds + seconds * i64::from(extra_percent.max(0)) / 100))
}

/// Whether a decision is too late now. The instant itself is: it is half-open, as every deadline here.
pub fn is_over(due: Option<Moment>, now: Moment) -> bool {
    due.is_some_and(|due| now >= due)
}

/// What a decision comes to at a stage.
///
/// # Errors
/// What is wrong with it.
pub fn check(stage: &Stage, made: &Made, now: Moment) -> Result<Decided, Fault> {
    let decided =
        |choice, text, next: &str| Decided { choice, text, by_clock: false, next: next.to_owned(), at: now };
    match (&stage.decision, made) {
        (Decision::Choice { branches }, Made::Choice(number)) => {
            let branch = number.checked_sub(1).and_then(|place| branches.get(place));
            let branch = branch.ok_or_else(|| Fault::new("choice", "step-choice"))?;
            Ok(decided(Some(branch.key.clone()), String::new(), &branch.next))
        }
        (Decision::Choice { .. }, Made::Text(_)) => Err(Fault::new("choice", "step-choice")),
        (Decision::Text { next }, Made::Text(typed)) => {
            let text = lines(typed);
            match text.chars().count() {
                _ if text.trim().is_empty() => Err(Fault::new("text", "step-text")),
                length if length > LONGEST_TEXT => {
                    Err(Fault::new("text", "too-long").with("limit", LONGEST_TEXT))
                }
                _ => Ok(decided(None, text, next)),
            }
        }
        (Decision::Text { .. }, Made::Choice(_)) => Err(Fault::new("text", "step-text")),
    }
}

/// The decision that the clock makes when the last step of a run is over: none in time. `draft` is what was written
/// so far. Nothing while the step is in time or decided.
pub fn settle(plan: &StagePlan, last: &Step, draft: &str, now: Moment) -> Option<Decided> {
    let due = last.due_at.filter(|_| last.decision.is_none() && is_over(last.due_at, now))?;
    let clock = plan.stage(&last.stage)?.clock.as_ref()?;
    Some(Decided { choice: None, text: draft.to_owned(), by_clock: true, next: clock.next.clone(), at: due })
}

/// The step that follows a decision at once: an end, or a stage without a clock. One with a clock waits until it is
/// opened, so that its time never runs for somebody who does not see it.
pub fn follows(plan: &StagePlan, last: &Step, decided: &Decided) -> Option<Step> {
    let is_end = plan.is_end(&decided.next);
    let untimed = plan.stage(&decided.next).is_some_and(|stage| stage.clock.is_none());
    (is_end || untimed).then(|| Step {
        sequence: last.sequence.saturating_add(1),
        stage: decided.next.clone(),
        is_end,
        opened_at: decided.at,
        due_at: None,
        decision: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Minutes;
    use crate::programmes::rules::{Branch, Clock};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn at(seconds: i64) -> Moment {
        Moment::parse("2026-09-15T06:00:00Z").unwrap().plus_seconds(seconds)
    }

    fn choice(key: &str, branches: &[(&str, &str)]) -> Stage {
        let branch = |(key, next): &(&str, &str)| Branch { key: (*key).into(), next: (*next).into() };
        let decision = Decision::Choice { branches: branches.iter().map(branch).collect() };
        Stage { key: key.into(), decision, clock: None }
    }

    fn plan() -> StagePlan {
        let timed = Stage {
            key: "plan".into(),
            decision: Decision::Text { next: "good".into() },
            clock: Some(Clock { minutes: Minutes(10), next: "crowd".into() }),
        };
        let stages = vec![
            choice("call", &[("warn", "plan"), ("wait", "crowd")]),
            timed,
            choice("crowd", &[("sorry", "good"), ("hide", "bad")]),
        ];
        let ends = vec!["good".into(), "bad".into()];
        StagePlan { replay: false, stages, ends, criteria: BTreeMap::new(), texts: BTreeMap::new() }
    }

    /// Plays from the beginning; each turn is a choice's number, words, or (nothing) waiting until time is over.
    fn play(plan: &StagePlan, turns: &[Option<Made>]) -> Vec<Step> {
        let (mut steps, mut now) = (Vec::<Step>::new(), at(0));
        let mut turns = turns.iter();
        loop {
            now = now.plus_seconds(30);
            match position(plan, &steps) {
                Position::Offered { sequence, stage } => steps.push(Step {
                    sequence,
                    stage: stage.key.clone(),
                    is_end: false,
                    opened_at: now,
                    due_at: due_at(stage, 0, now),
                    decision: None,
                }),
                Position::Open { stage, .. } => {
                    let Some(turn) = turns.next() else { return steps };
                    let last = steps.last_mut().unwrap();
                    let decided = match turn {
                        Some(made) => check(stage, made, now).unwrap(),
                        None => settle(plan, last, "", now.plus_minutes(600)).unwrap(),
                    };
                    last.decision = Some(decided.clone());
                    let next = follows(plan, last, &decided);
                    steps.extend(next);
                }
                Position::Ended | Position::Lost => return steps,
            }
        }
    }

    fn keys(steps: &[Step]) -> Vec<&str> {
        steps.iter().map(|step| step.stage.as_str()).collect()
    }

    #[test]
    fn decisions_lead_where_the_author_says() {
        let plan = plan();
        let words = || Some(Made::Text("Трое к одиннадцати".into()));
        assert_eq!(keys(&play(&plan, &[Some(Made::Choice(1)), words()])), ["call", "plan", "good"]);
        let astray = play(&plan, &[Some(Made::Choice(2)), Some(Made::Choice(2))]);
        assert_eq!(keys(&astray), ["call", "crowd", "bad"]);
        assert_eq!(position(&plan, &astray), Position::Ended);
    }

    #[test]
    fn time_that_is_over_is_no_decision_and_its_own_branch() {
        let plan = plan();
        let steps = play(&plan, &[Some(Made::Choice(1)), None]);
        assert_eq!(keys(&steps), ["call", "plan", "crowd"]);
        let late = steps[1].decision.as_ref().unwrap();
        assert!(late.by_clock && late.choice.is_none());
        assert_eq!(Some(late.at), steps[1].due_at, "it is over when it is due, not when somebody looks");
        assert_eq!(steps[2].opened_at, late.at);
    }

    #[test]
    fn a_clock_begins_when_its_stage_is_opened() {
        let plan = plan();
        let steps = vec![Step {
            sequence: 1,
            stage: "call".into(),
            is_end: false,
            opened_at: at(0),
            due_at: None,
            decision: Some(check(&plan.stages[0], &Made::Choice(1), at(60)).unwrap()),
        }];
        assert_eq!(position(&plan, &steps), Position::Offered { sequence: 2, stage: &plan.stages[1] });
        assert_eq!(due_at(&plan.stages[1], 0, at(0)), Some(at(600)));
        assert_eq!(due_at(&plan.stages[1], 50, at(0)), Some(at(900)), "more time wherever there is a clock");
        assert!(!is_over(Some(at(600)), at(599)) && is_over(Some(at(600)), at(600)));
        assert!(!is_over(None, at(1_000_000)));
    }

    #[test]
    fn only_what_the_stage_asks_for_is_a_decision() {
        let plan = plan();
        let fault = |stage: usize, made: Made| check(&plan.stages[stage], &made, at(0)).unwrap_err().code;
        assert_eq!(fault(0, Made::Choice(0)), "step-choice");
        assert_eq!(fault(0, Made::Choice(3)), "step-choice");
        assert_eq!(fault(0, Made::Text("да".into())), "step-choice");
        assert_eq!(fault(1, Made::Text(" \r\n ".into())), "step-text");
        assert_eq!(fault(1, Made::Choice(1)), "step-text");
        assert_eq!(fault(1, Made::Text("а".repeat(LONGEST_TEXT + 1))), "too-long");
        assert_eq!(check(&plan.stages[1], &Made::Text("а\r\nб".into()), at(0)).unwrap().text, "а\nб");
    }

    proptest! {
        #[test]
        fn every_way_ends_and_meets_no_stage_twice(turns in proptest::collection::vec(0..3usize, 4)) {
            let plan = plan();
            let mut made = Vec::new();
            loop {
                let steps = play(&plan, &made);
                let Position::Open { stage, .. } = position(&plan, &steps) else {
                    let mut met = keys(&steps);
                    prop_assert!(plan.is_end(met.last().unwrap()));
                    let length = met.len();
                    met.sort_unstable();
                    met.dedup();
                    prop_assert_eq!(met.len(), length);
                    let numbers: Vec<i32> = steps.iter().map(|step| step.sequence).collect();
                    prop_assert_eq!(numbers, (1..=i32::try_from(length).unwrap()).collect::<Vec<_>>());
                    break;
                };
                let turn = turns[made.len() % turns.len()];
                made.push(match (&stage.decision, stage.clock.is_some() && turn == 0) {
                    (_, true) => None,
                    (Decision::Choice { branches }, _) => Some(Made::Choice(turn % branches.len() + 1)),
                    (Decision::Text { .. }, _) => Some(Made::Text("да".into())),
                });
            }
        }
    }
}
