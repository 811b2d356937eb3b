//! The decisions of continuing training. Pure: what day it is, is an argument.

pub mod credit;
pub mod quarter;
pub mod reminding;
pub mod standing;

pub use credit::NewCredit;
pub use quarter::Quarter;
pub use standing::{Closed, Initial, MakeUp, Near, OfQuarter, Standing, State, Stay, Visit};

use crate::kernel::{ActivityId, Fault, Minutes};
use std::collections::HashSet;

/// The initial training that a new rule starts with (E1): two hours.
pub const USUAL_INITIAL: Minutes = Minutes(120);
/// The most minutes that a rule may ask for: two hundred hours.
pub const MOST_INITIAL: i32 = 12_000;
/// The most minutes that a session of a quarter may have to last.
pub const MOST_LEAST: i32 = 600;

/// What an edition asks of its people in person. Hours are clock hours here, of 60 minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingRule {
    /// So many minutes in person at all, over any number of sessions; none: not asked (E1, L3).
    pub initial: Minutes,
    /// Whether a session in person is asked in every quarter (L2).
    pub quarterly: bool,
    /// How many minutes of that session must be attended, at least one.
    pub least: Minutes,
    /// The activities whose sessions count for a quarter; empty: all of them do.
    pub activities: Vec<ActivityId>,
}

impl TrainingRule {
    /// The rule that a form starts with.
    pub fn usual() -> TrainingRule {
        TrainingRule { initial: USUAL_INITIAL, quarterly: true, least: Minutes(1), activities: Vec::new() }
    }

    /// The rule of an edition where none was set.
    pub fn nothing() -> TrainingRule {
        TrainingRule { initial: Minutes::ZERO, quarterly: false, ..TrainingRule::usual() }
    }

    /// Whether it asks nothing of anybody.
    pub fn asks_nothing(&self) -> bool {
        self.initial <= Minutes::ZERO && !self.quarterly
    }

    /// Whether a session of an activity counts for a quarter.
    pub fn counts(&self, activity: ActivityId) -> bool {
        self.activities.is_empty() || self.activities.contains(&activity)
    }

    /// What is wrong with it, where only these activities can be attended.
    pub fn faults(&self, attended: &HashSet<ActivityId>) -> Vec<Fault> {
        let bounds = [
            ("initial_minutes", self.initial.0, 0, MOST_INITIAL),
            ("least_minutes", self.least.0, 1, MOST_LEAST),
        ];
        let outside = |&(_, value, low, high): &(&str, i32, i32, i32)| !(low..=high).contains(&value);
        let mut faults: Vec<Fault> = bounds
            .into_iter()
            .filter(outside)
            .map(|(field, _, low, high)| {
                Fault::new(field, "out-of-range").with("low", low).with("high", high)
            })
            .collect();
        if self.activities.iter().any(|id| !attended.contains(id)) {
            faults.push(Fault::new("activities", "training-activity"));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_all_activities_or_those_chosen() {
        let usual = TrainingRule::usual();
        assert!(usual.counts(ActivityId(1)) && !usual.asks_nothing());
        let chosen = TrainingRule { activities: vec![ActivityId(2)], ..usual.clone() };
        assert!(!chosen.counts(ActivityId(1)) && chosen.counts(ActivityId(2)));
        assert!(TrainingRule::nothing().asks_nothing());
    }

    #[test]
    fn faults_name_the_field() {
        let attended = HashSet::from([ActivityId(1)]);
        assert_eq!(TrainingRule::usual().faults(&attended), []);
        let wrong = TrainingRule {
            initial: Minutes(-1),
            quarterly: true,
            least: Minutes(0),
            activities: vec![ActivityId(1), ActivityId(9)],
        };
        let fields: Vec<String> = wrong.faults(&attended).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["initial_minutes", "least_minutes", "activities"]);
    }
}
