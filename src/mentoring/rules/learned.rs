//! How many hours of training the ledger has of a person. Pure.

use crate::kernel::{ActivityId, Minutes};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use crate::progress::rules::totals::Credits;
use std::collections::BTreeMap;

/// An entry of the ledger, with what its activity was planned to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lesson {
    /// The activity.
    pub activity: ActivityId,
    /// Its own kind.
    pub own: Nature,
    /// Its planned time.
    pub planned: Minutes,
    /// The academic hour of its programme.
    pub hour: Minutes,
    /// The kind under which it was credited.
    pub nature: Nature,
    /// How the person was there.
    pub mode: DeliveryMode,
    /// The time; negative takes back.
    pub minutes: Minutes,
}

/// Hours of training, in thousandths of an academic hour, rounded down: rounding up would attest what was not taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Learned {
    /// All of it.
    pub all: i64,
    /// In person.
    pub in_person: i64,
}

impl Learned {
    /// Adds up what the ledger has. An activity counts once and for no more than was planned, in however many groups it
    /// was attended.
    pub fn of(lessons: &[Lesson]) -> Learned {
        let mut activities: BTreeMap<ActivityId, (Lesson, Credits)> = BTreeMap::new();
        for lesson in lessons {
            let (_, credits) =
                activities.entry(lesson.activity).or_insert_with(|| (*lesson, Credits::default()));
            credits.add((lesson.nature, lesson.mode), lesson.minutes);
        }
        // Minutes of programmes with the same academic hour are added first, so that little is rounded away.
        let mut by_hour: BTreeMap<i32, (i64, i64)> = BTreeMap::new();
        for (lesson, credits) in activities.values() {
            let sums = by_hour.entry(lesson.hour.0.max(1)).or_default();
            for ((_, mode), minutes) in credits.earned(lesson.own, lesson.planned).cells() {
                sums.0 += i64::from(minutes.0);
                if mode == DeliveryMode::InPerson {
                    sums.1 += i64::from(minutes.0);
                }
            }
        }
        let thousandths = |minutes: i64, hour: i32| minutes * 1000 / i64::from(hour);
        by_hour.iter().fold(Learned::default(), |sum, (hour, (all, in_person))| Learned {
            all: sum.all + thousandths(*all, *hour),
            in_person: sum.in_person + thousandths(*in_person, *hour),
        })
    }

    /// Whole academic hours of all of it, for people to read.
    pub fn hours(self) -> i64 {
        self.all / 1000
    }

    /// Whole academic hours in person, for people to read.
    pub fn hours_in_person(self) -> i64 {
        self.in_person / 1000
    }

    /// Whether there are so many hours.
    pub fn has(self, hours: i32) -> bool {
        self.all >= i64::from(hours) * 1000
    }

    /// Whether there are so many in person.
    pub fn has_in_person(self, hours: i32) -> bool {
        self.in_person >= i64::from(hours) * 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(activity: i64, (planned, minutes): (i32, i32), mode: DeliveryMode) -> Lesson {
        Lesson {
            activity: ActivityId(activity),
            own: Nature::Theory,
            planned: Minutes(planned),
            hour: Minutes(45),
            nature: Nature::Theory,
            mode,
            minutes: Minutes(minutes),
        }
    }

    #[test]
    fn academic_hours_are_counted_to_the_minute_and_in_person_apart() {
        let exact =
            [lesson(1, (180, 180), DeliveryMode::Online), lesson(2, (90, 90), DeliveryMode::InPerson)];
        let learned = Learned::of(&exact);
        assert!(learned.has(6) && learned.has_in_person(2) && !learned.has(7), "{learned:?}");
        let short =
            [lesson(1, (180, 179), DeliveryMode::Online), lesson(2, (90, 90), DeliveryMode::InPerson)];
        assert!(!Learned::of(&short).has(6), "a minute is missing");
        assert_eq!(Learned::of(&short).hours(), 5);
    }

    #[test]
    fn an_activity_counts_once_and_for_no_more_than_was_planned() {
        let twice =
            [lesson(1, (90, 90), DeliveryMode::InPerson), lesson(1, (90, 90), DeliveryMode::InPerson)];
        assert_eq!(Learned::of(&twice), Learned { all: 2000, in_person: 2000 });
        let taken_back =
            [lesson(1, (90, 90), DeliveryMode::Online), lesson(1, (90, -90), DeliveryMode::Online)];
        assert_eq!(Learned::of(&taken_back), Learned::default());
    }
}
