//! The decisions of reminders and warnings. Pure: what time it is, is an argument.

pub mod absence;
pub mod chances;
pub mod reminding;

pub use absence::{Known, Outcome, Record, Sitting, Why, Word, is_news, why};
pub use chances::{Attending, Chances};

use crate::kernel::{Fault, Permille};

/// How many hours before a session its people are reminded, unless an edition says otherwise (T1: one day).
pub const USUAL_LEAD: i32 = 24;
/// The earliest reminder: two weeks before.
pub const MOST_LEAD: i32 = 336;
/// How many reminders there are of one session at most.
pub const MOST_LEADS: usize = 3;
/// After how many sessions missed in a row somebody is warned, unless an edition says otherwise.
pub const USUAL_IN_A_ROW: i32 = 2;
/// The longest row that a rule may wait for.
pub const MOST_IN_A_ROW: i32 = 20;

/// Of what the people of an edition are reminded, and when they are warned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderRule {
    /// How many hours before a session its people are reminded, the most first; none: nobody is.
    pub leads: Vec<i32>,
    /// Whoever attended less than this share of the time held is warned; none: the share warns nobody.
    pub share: Option<Permille>,
    /// Whoever missed so many sessions in a row is warned; none: a row warns nobody.
    pub in_a_row: Option<i32>,
}

impl ReminderRule {
    /// The rule of an edition where none was set: a day before, below what the document asks for, two in a row.
    pub fn usual(needed: Permille) -> ReminderRule {
        ReminderRule {
            leads: vec![USUAL_LEAD],
            share: Some(needed).filter(|needed| *needed > Permille(0)),
            in_a_row: Some(USUAL_IN_A_ROW),
        }
    }

    /// Whether anybody can be warned at all.
    pub fn warns(&self) -> bool {
        self.share.is_some() || self.in_a_row.is_some()
    }

    /// The same with every lead once, the most first: two rules that do the same are equal.
    pub fn tidy(mut self) -> ReminderRule {
        self.leads.sort_unstable_by(|a, b| b.cmp(a));
        self.leads.dedup();
        self
    }

    /// What is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let range = |field: &str, low: i32, high: i32| {
            Fault::new(field, "out-of-range").with("low", low).with("high", high)
        };
        let mut faults = Vec::new();
        if self.leads.len() > MOST_LEADS {
            faults.push(Fault::new("leads", "reminders-too-many").with("most", MOST_LEADS));
        }
        if self.leads.iter().any(|hours| !(1..=MOST_LEAD).contains(hours)) {
            faults.push(range("leads", 1, MOST_LEAD));
        }
        if self.share.is_some_and(|share| !(1..=1000).contains(&share.0)) {
            faults.push(range("share_permille", 1, 1000));
        }
        if self.in_a_row.is_some_and(|count| !(1..=MOST_IN_A_ROW).contains(&count)) {
            faults.push(range("in_a_row", 1, MOST_IN_A_ROW));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_rule_reminds_a_day_before_and_warns_below_what_the_document_asks() {
        let usual = ReminderRule::usual(Permille::percent(80));
        assert_eq!(usual.leads, [24]);
        assert_eq!((usual.share, usual.in_a_row), (Some(Permille(800)), Some(2)));
        assert!(usual.warns() && usual.faults().is_empty());
        assert_eq!(ReminderRule::usual(Permille(0)).share, None, "no share is asked, none is warned of");
        let off = ReminderRule { leads: Vec::new(), share: None, in_a_row: None };
        assert!(!off.warns() && off.faults().is_empty(), "everything can be switched off");
    }

    #[test]
    fn a_rule_is_tidied_and_its_faults_name_the_field() {
        let rule = ReminderRule { leads: vec![2, 24, 2], share: None, in_a_row: None };
        assert_eq!(rule.tidy().leads, [24, 2]);
        let wrong =
            ReminderRule { leads: vec![0, 24, 48, 400], share: Some(Permille(1001)), in_a_row: Some(0) };
        let faults = wrong.faults();
        let said: Vec<(&str, &str)> =
            faults.iter().map(|one| (one.field.as_str(), one.code.as_str())).collect();
        assert_eq!(
            said,
            [
                ("leads", "reminders-too-many"),
                ("leads", "out-of-range"),
                ("share_permille", "out-of-range"),
                ("in_a_row", "out-of-range"),
            ]
        );
    }
}
