//! Who gets a consultation, and until when it is cancelled without asking anybody.

use crate::kernel::Moment;

/// Until how many hours before its start a consultation is cancelled, where nobody has said otherwise.
pub const USUAL_CANCEL_HOURS: i32 = 24;

/// The most of these hours: thirty days.
pub const MOST_CANCEL_HOURS: i32 = 720;

/// So many requests of one person wait for an answer at most.
pub const MOST_REQUESTS: usize = 5;

/// What booking and cancelling are decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// For how many people.
    pub capacity: i32,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// Why somebody cannot have a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not held.
    Withdrawn,
    /// It has begun.
    Begun,
    /// Somebody else has it.
    Full,
}

impl Slot {
    /// The lowest place that is free, given those that are taken.
    ///
    /// # Errors
    /// Why there is none.
    pub fn seat(&self, taken: &[i32], now: Moment) -> Result<i32, Refusal> {
        if self.withdrawn {
            return Err(Refusal::Withdrawn);
        }
        if now >= self.starts_at {
            return Err(Refusal::Begun);
        }
        (1..=self.capacity).find(|seat| !taken.contains(seat)).ok_or(Refusal::Full)
    }
}

/// The first instant at which a consultation is not cancelled any more without asking anybody.
pub fn cancel_by(starts_at: Moment, hours: i32) -> Moment {
    starts_at.plus_minutes(-60 * i64::from(hours.max(0)))
}

/// Until how many hours before its start somebody may cancel: whose hour was changed after they had booked it, until it
/// begins.
pub fn hours_for(hours: i32, booked_at: Moment, moved_at: Option<Moment>) -> i32 {
    if moved_at.is_some_and(|moved_at| moved_at >= booked_at) { 0 } else { hours }
}

/// Whether a consultation may still be cancelled or swapped by whoever has it.
pub fn in_time(starts_at: Moment, hours: i32, now: Moment) -> bool {
    now < cancel_by(starts_at, hours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start() -> Moment {
        Moment::parse("2026-09-16T06:00:00Z").unwrap()
    }

    fn slot(capacity: i32) -> Slot {
        Slot { starts_at: start(), ends_at: start().plus_minutes(30), capacity, withdrawn: false }
    }

    #[test]
    fn a_consultation_for_one_is_somebodys_or_nobodys() {
        let before = start().plus_seconds(-1);
        assert_eq!(slot(1).seat(&[], before), Ok(1));
        assert_eq!(slot(1).seat(&[1], before), Err(Refusal::Full));
        assert_eq!(slot(3).seat(&[1, 3], before), Ok(2));
        assert_eq!(slot(1).seat(&[], start()), Err(Refusal::Begun));
        assert_eq!(Slot { withdrawn: true, ..slot(1) }.seat(&[], before), Err(Refusal::Withdrawn));
    }

    #[test]
    fn a_day_before_means_until_the_same_hour_of_the_day_before() {
        let limit = start().plus_minutes(-24 * 60);
        assert!(in_time(start(), 24, limit.plus_seconds(-1)));
        assert!(!in_time(start(), 24, limit));
        assert!(in_time(start(), 0, start().plus_seconds(-1)) && !in_time(start(), 0, start()));
    }

    #[test]
    fn whose_hour_was_changed_may_cancel_until_it_begins() {
        let booked = start().plus_minutes(-600);
        assert_eq!(hours_for(24, booked, None), 24);
        assert_eq!(hours_for(24, booked, Some(booked.plus_minutes(-1))), 24, "moved before they booked it");
        assert_eq!(hours_for(24, booked, Some(booked.plus_minutes(1))), 0);
    }

    proptest! {
        /// People come and go in any order: nobody ever has a place that somebody has, nor one beyond the last, and
        /// nobody is turned away while one is free.
        #[test]
        fn places_are_never_given_twice(capacity in 1..6i32, acts in prop::collection::vec(any::<(bool, usize)>(), 0..60)) {
            let mut taken: Vec<i32> = Vec::new();
            for (comes, which) in acts {
                if comes {
                    match slot(capacity).seat(&taken, start().plus_minutes(-60)) {
                        Ok(seat) => {
                            prop_assert!((1..=capacity).contains(&seat) && !taken.contains(&seat));
                            taken.push(seat);
                        }
                        Err(why) => {
                            prop_assert_eq!(why, Refusal::Full);
                            prop_assert_eq!(taken.len() as i32, capacity);
                        }
                    }
                } else if !taken.is_empty() {
                    taken.remove(which % taken.len());
                }
            }
        }
    }
}
