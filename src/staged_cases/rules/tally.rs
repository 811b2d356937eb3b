//! Who went where: how many came to each stage and end, and which way they took from there.

use super::steps::Step;
use std::collections::BTreeMap;

/// What somebody did at a stage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Took the choice of this key.
    Choice(String),
    /// Decided in words.
    Text,
    /// Decided nothing in time.
    Clock,
}

/// How many went where; each person counts once, with the last run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Who has begun at all.
    pub begun: usize,
    /// Who has reached an end.
    pub ended: usize,
    /// Came to this stage or end.
    pub came: BTreeMap<String, usize>,
    /// Took this way from this stage.
    pub took: BTreeMap<(String, Way), usize>,
}

/// Counts runs, one for each person.
pub fn tally<'s>(runs: impl IntoIterator<Item = &'s [Step]>) -> Tally {
    let mut tally = Tally::default();
    for steps in runs.into_iter().filter(|steps| !steps.is_empty()) {
        tally.begun += 1;
        tally.ended += usize::from(steps.last().is_some_and(|last| last.is_end));
        for step in steps {
            *tally.came.entry(step.stage.clone()).or_default() += 1;
            let Some(decided) = &step.decision else { continue };
            let way = match &decided.choice {
                _ if decided.by_clock => Way::Clock,
                Some(choice) => Way::Choice(choice.clone()),
                None => Way::Text,
            };
            *tally.took.entry((step.stage.clone(), way)).or_default() += 1;
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Moment;
    use crate::staged_cases::rules::Decided;

    fn step(sequence: i32, stage: &str, way: Option<Way>) -> Step {
        let at = Moment::parse("2026-09-15T06:00:00Z").unwrap();
        let decision = way.map(|way| Decided {
            by_clock: way == Way::Clock,
            choice: if let Way::Choice(key) = way { Some(key) } else { None },
            text: String::new(),
            next: "x".into(),
            at,
        });
        Step { sequence, stage: stage.into(), is_end: stage == "end", opened_at: at, due_at: None, decision }
    }

    #[test]
    fn everybody_is_counted_at_each_stage_and_each_branch() {
        let warn = || Some(Way::Choice("warn".into()));
        let first = vec![step(1, "call", warn()), step(2, "plan", Some(Way::Clock)), step(3, "end", None)];
        let second = vec![step(1, "call", warn()), step(2, "plan", Some(Way::Text))];
        let third = vec![step(1, "call", None)];
        let tally = tally([first.as_slice(), &second, &third, &[]]);
        assert_eq!((tally.begun, tally.ended), (3, 1));
        assert_eq!((tally.came["call"], tally.came["plan"], tally.came["end"]), (3, 2, 1));
        assert_eq!(tally.took[&("call".into(), Way::Choice("warn".into()))], 2);
        assert_eq!(tally.took[&("plan".into(), Way::Clock)], 1);
        assert_eq!(tally.took[&("plan".into(), Way::Text)], 1);
    }
}
