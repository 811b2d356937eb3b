//! Crediting what somebody did instead of the session of a quarter.

use super::{Quarter, Standing, State, TrainingRule, Visit};
use crate::kernel::{Fault, Minutes};
use chrono::NaiveDate;

/// The longest a make-up of a quarter may be said to have taken: a day.
const MOST_MINUTES: i32 = 24 * 60;
/// The longest text about it.
pub const LONGEST_ABOUT: usize = 500;

/// A make-up in person as a trainer credits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredit {
    /// The quarter that it closes.
    pub quarter: Quarter,
    /// When it was done.
    pub done_on: NaiveDate,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was and where.
    pub about: String,
}

impl NewCredit {
    /// What is wrong with it, for somebody who stands so. A day on which a session was attended is counted for the
    /// quarter of that session already: one session never closes two quarters (L2, L9).
    pub fn faults(
        &self,
        rule: &TrainingRule,
        (standing, visits): (&Standing, &[Visit]),
        today: NaiveDate,
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        match standing.quarter(self.quarter).map(|one| one.state) {
            None | Some(State::NotAsked) => {
                faults.push(Fault::new("quarter", "training-quarter-not-asked"));
            }
            Some(State::Closed(_)) => faults.push(Fault::new("quarter", "training-quarter-closed")),
            Some(State::Due | State::Missed) => {}
        }
        if self.done_on > today {
            faults.push(Fault::new("done_on", "training-ahead"));
        } else if self.done_on < self.quarter.first_day() {
            faults.push(Fault::new("done_on", "training-before-quarter"));
        } else if visits.iter().any(|visit| visit.in_person && visit.on == self.done_on) {
            faults.push(Fault::new("done_on", "training-counted-already"));
        }
        let low = rule.least.0.max(1);
        if !(low..=MOST_MINUTES).contains(&self.minutes.0) {
            faults.push(Fault::new("minutes", "out-of-range").with("low", low).with("high", MOST_MINUTES));
        }
        if self.about.is_empty() {
            faults.push(Fault::new("about", "required"));
        } else if self.about.chars().count() > LONGEST_ABOUT {
            faults.push(Fault::new("about", "too-long").with("limit", LONGEST_ABOUT));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stay;
    use super::*;
    use crate::kernel::ActivityId;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn faults(credit: &NewCredit) -> Vec<(String, String)> {
        let rule = TrainingRule { least: Minutes(30), ..TrainingRule::usual() };
        let visit =
            |on| Visit { on: date(on), activity: ActivityId(1), in_person: true, minutes: Minutes(60) };
        let visits = [visit("2026-02-03"), visit("2026-07-10")];
        let stay = Stay { starts_on: date("2026-02-01"), left_on: None, ends_on: date("2026-12-31") };
        let today = date("2026-08-01");
        let standing = Standing::of(&rule, stay, (&visits, &[]), today);
        let found = credit.faults(&rule, (&standing, &visits), today);
        found.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    fn credit(quarter: &str, done_on: &str) -> NewCredit {
        NewCredit {
            quarter: Quarter::parse(quarter).unwrap(),
            done_on: date(done_on),
            minutes: Minutes(45),
            about: "Наставник показал занятие в центре".into(),
        }
    }

    fn one(field: &str, code: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), code.to_owned())]
    }

    #[test]
    fn only_an_open_quarter_is_made_up() {
        assert_eq!(faults(&credit("2026-2", "2026-07-03")), []);
        assert_eq!(faults(&credit("2026-1", "2026-07-03")), one("quarter", "training-quarter-closed"));
        assert_eq!(faults(&credit("2026-3", "2026-07-20")), one("quarter", "training-quarter-closed"));
        for quarter in ["2025-4", "2026-4"] {
            let found = faults(&credit(quarter, "2026-07-20"));
            assert!(found.contains(&one("quarter", "training-quarter-not-asked")[0]), "{quarter}: {found:?}");
        }
    }

    #[test]
    fn a_session_that_closes_its_own_quarter_makes_no_other_up() {
        assert_eq!(faults(&credit("2026-2", "2026-07-10")), one("done_on", "training-counted-already"));
        assert_eq!(faults(&credit("2026-2", "2026-03-31")), one("done_on", "training-before-quarter"));
        assert_eq!(faults(&credit("2026-2", "2026-08-02")), one("done_on", "training-ahead"));
    }

    #[test]
    fn it_lasts_as_long_as_a_session_must_and_says_what_it_was() {
        let short =
            NewCredit { minutes: Minutes(29), about: String::new(), ..credit("2026-2", "2026-07-03") };
        let fields: Vec<String> = faults(&short).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["minutes", "about"]);
        let long = NewCredit { about: "ы".repeat(501), ..credit("2026-2", "2026-07-03") };
        assert_eq!(faults(&long), one("about", "too-long"));
    }
}
