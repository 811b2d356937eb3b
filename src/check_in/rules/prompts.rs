//! "Are you still there?": asked every so many minutes of an online session. What stays unanswered is a fact for
//! the trainer and decides nothing.

use crate::kernel::Moment;

/// For how many minutes a question can be answered, unless the next comes sooner.
const ANSWER_MINUTES: i32 = 5;

/// When people are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prompts {
    /// From when the minutes are counted: the start of the session.
    pub starts_at: Moment,
    /// The end of the session; nobody is asked at it or later.
    pub ends_at: Moment,
    /// Every how many minutes.
    pub every: i32,
    /// Since when they are asked so: what would have been asked before, was not.
    pub since: Moment,
}

impl Prompts {
    /// When a question is asked, counted from 1.
    pub fn asked_at(&self, number: i32) -> Moment {
        self.starts_at.plus_minutes(i64::from(self.every.max(1)) * i64::from(number))
    }

    /// The questions that were asked until a moment.
    fn until(&self, now: Moment) -> impl Iterator<Item = i32> + '_ {
        (1..=self.last(now)).filter(|number| self.asked_at(*number) >= self.since)
    }

    /// How many were asked until a moment.
    pub fn asked(&self, now: Moment) -> i32 {
        i32::try_from(self.until(now).count()).unwrap_or(i32::MAX)
    }

    /// The number of the last question whose time has come, counted from the start.
    fn last(&self, now: Moment) -> i32 {
        let last = now.min(self.ends_at.plus_seconds(-1));
        let minutes = self.starts_at.seconds_until(last).max(0) / 60;
        i32::try_from(minutes / i64::from(self.every.max(1))).unwrap_or(0)
    }

    /// The question that waits for an answer now.
    pub fn present(&self, now: Moment) -> Option<i32> {
        let number = self.until(now).last()?;
        let until = self.asked_at(number).plus_minutes(i64::from(ANSWER_MINUTES.min(self.every.max(1))));
        (now < until && now < self.ends_at).then_some(number)
    }

    /// How many questions were asked of somebody who came at a moment, and can be answered no more.
    pub fn missed(&self, came_at: Moment, answered: &[i32], now: Moment) -> usize {
        let waiting = self.present(now);
        self.until(now)
            .filter(|number| self.asked_at(*number) >= came_at)
            .filter(|number| !answered.contains(number) && Some(*number) != waiting)
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Moment {
        Moment::parse("2026-09-15T02:00:00Z").unwrap().plus_minutes(minute)
    }

    fn prompts() -> Prompts {
        Prompts { starts_at: at(0), ends_at: at(90), every: 30, since: at(-15) }
    }

    #[test]
    fn three_times_thirty_minutes_of_ninety_ask_twice() {
        let asked: Vec<i32> =
            [-5, 0, 29, 30, 59, 60, 90, 500].map(|minute| prompts().asked(at(minute))).to_vec();
        assert_eq!(asked, [0, 0, 0, 1, 1, 2, 2, 2]);
        let present = [29, 30, 34, 35, 60, 90].map(|minute| prompts().present(at(minute)));
        assert_eq!(present, [None, Some(1), Some(1), None, Some(2), None]);
    }

    #[test]
    fn what_was_due_before_the_questions_were_switched_on_was_never_asked() {
        let late = Prompts { since: at(33), ..prompts() };
        assert_eq!([33, 59, 60, 80].map(|minute| late.asked(at(minute))), [0, 0, 1, 1]);
        assert_eq!([33, 61].map(|minute| late.present(at(minute))), [None, Some(2)]);
        assert_eq!([50, 80].map(|minute| late.missed(at(-3), &[], at(minute))), [0, 1]);
    }

    #[test]
    fn only_what_was_asked_after_somebody_came_and_is_over_is_missed() {
        let missed = |came, answered: &[i32], now| prompts().missed(at(came), answered, at(now));
        assert_eq!(missed(-3, &[], 33), 0);
        assert_eq!(missed(-3, &[], 36), 1);
        assert_eq!(missed(40, &[], 80), 1);
        assert_eq!(missed(-3, &[1], 80), 1);
        assert_eq!(missed(-3, &[1, 2], 80), 0);
    }
}
