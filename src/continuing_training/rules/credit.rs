//! Crediting what somebody did instead of the session of a quarter.

use super::{MakeUp, Quarter, Standing, State, TrainingRule, Visit};
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
    /// What is wrong with it, for somebody who stands so. A day on which a session was attended that counts, or on which
    /// another quarter was made up for, is counted for that quarter already: one day never closes two (L2, L9).
    pub fn faults(
        &self,
        rule: &TrainingRule,
        (standing, visits, made_up): (&Standing, &[Visit], &[MakeUp]),
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
        } else if visits.iter().any(|visit| visit.on == self.done_on && visit.closes(rule)) {
            faults.push(Fault::new("done_on", "training-counted-already"));
        } else if let Some(other) = made_up.iter().find(|one| self.is_the_day_of(one, rule)) {
            let counted = Fault::new("done_on", "training-made-up-already");
            faults.push(counted.with("quarter", other.quarter.number()).with("year", other.quarter.year()));
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

    fn is_the_day_of(&self, other: &MakeUp, rule: &TrainingRule) -> bool {
        other.on == self.done_on && other.quarter != self.quarter && other.closes(rule)
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
        faults_after(credit, &[])
    }

    fn visit(on: &str) -> Visit {
        Visit {
            on: date(on),
            activity: ActivityId(1),
            in_person: true,
            minutes: Minutes(60),
            elsewhere: false,
        }
    }

    fn faults_after(credit: &NewCredit, made_up: &[MakeUp]) -> Vec<(String, String)> {
        let activities = vec![ActivityId(1)];
        let rule = TrainingRule { least: Minutes(30), activities, ..TrainingRule::usual() };
        let short = Visit { minutes: Minutes(29), ..visit("2026-07-21") };
        let other = Visit { activity: ActivityId(2), ..visit("2026-07-22") };
        let visits = [visit("2026-02-03"), visit("2026-07-10"), short, other];
        let stay = Stay { starts_on: date("2025-10-01"), left_on: None, ends_on: date("2026-12-31") };
        let today = date("2026-08-01");
        let standing = Standing::of(&rule, stay, (&visits, made_up), today);
        let found = credit.faults(&rule, (&standing, &visits, made_up), today);
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
        for quarter in ["2025-3", "2026-4"] {
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
    fn only_a_visit_that_counts_takes_the_day() {
        assert_eq!(faults(&credit("2026-2", "2026-07-21")), [], "too short to close anything");
        assert_eq!(faults(&credit("2026-2", "2026-07-22")), [], "not one of the activities that count");
    }

    #[test]
    fn one_day_never_makes_up_for_two_quarters() {
        let day = |quarter: &str, on| MakeUp {
            quarter: Quarter::parse(quarter).unwrap(),
            activity: None,
            in_person: true,
            minutes: Minutes(45),
            credited: Minutes::ZERO,
            on: date(on),
        };
        let fourth = day("2025-4", "2026-07-03");
        let taken = one("done_on", "training-made-up-already");
        assert_eq!(faults_after(&credit("2026-2", "2026-07-03"), &[fourth]), taken);
        assert_eq!(faults_after(&credit("2026-2", "2026-07-04"), &[fourth]), []);
        let short = MakeUp { minutes: Minutes(10), ..fourth };
        let online = MakeUp { in_person: false, ..fourth };
        let same = MakeUp { minutes: Minutes(10), ..day("2026-2", "2026-07-03") };
        assert_eq!(faults_after(&credit("2026-2", "2026-07-03"), &[short, online, same]), []);
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
