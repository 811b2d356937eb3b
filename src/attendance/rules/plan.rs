//! Laying out a timetable: activities in programme order on chosen weekdays, one after another.

use crate::kernel::{ActivityId, Minutes};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// The longest session that is laid out without a break into parts: three hours (F1).
pub const LONGEST_PART: Minutes = Minutes(180);

/// Between two sessions of one day.
pub const PAUSE: Minutes = Minutes(10);

/// Days and hours that a group has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// On which days of the week.
    pub weekdays: Vec<Weekday>,
    /// From when on each.
    pub starts: NaiveTime,
    /// Until when at the latest.
    pub ends: NaiveTime,
    /// The first day that may be used.
    pub from: NaiveDate,
    /// The last day that may be used.
    pub to: NaiveDate,
}

/// An activity that has no session yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The activity.
    pub activity: ActivityId,
    /// Planned time.
    pub minutes: Minutes,
}

/// A session of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// What is taught.
    pub activity: ActivityId,
    /// On which day.
    pub on: NaiveDate,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
}

/// Not everything fits before the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoesNotFit {
    /// How many sessions found a place.
    pub placed: usize,
    /// How many there are.
    pub of: usize,
}

/// Lays sessions out, each in the first free slot after the one before. An activity longer than a day or
/// than [`LONGEST_PART`] becomes several sessions of nearly the same length.
///
/// # Errors
/// [`DoesNotFit`] when the days end before the programme does.
pub fn lay(grid: &Grid, wanted: &[Wanted], is_free: impl Fn(&Slot) -> bool) -> Result<Vec<Slot>, DoesNotFit> {
    let day = Minutes(i32::try_from((grid.ends - grid.starts).num_minutes()).unwrap_or(0));
    let parts: Vec<Wanted> = wanted.iter().flat_map(|one| split(*one, day.min(LONGEST_PART))).collect();
    let mut slots: Vec<Slot> = Vec::with_capacity(parts.len());
    let mut cursor = (grid.from, grid.starts);
    for part in &parts {
        let Some(slot) = first_free(grid, cursor, *part, &is_free) else {
            return Err(DoesNotFit { placed: slots.len(), of: parts.len() });
        };
        cursor = (slot.on, later(slot.ends, PAUSE).unwrap_or(grid.ends));
        slots.push(slot);
    }
    Ok(slots)
}

/// Parts of at most so many minutes, the first ones longer by a minute where it does not divide.
fn split(one: Wanted, longest: Minutes) -> Vec<Wanted> {
    let (minutes, longest) = (one.minutes.0.max(1), longest.0.max(1));
    let count = (minutes + longest - 1) / longest;
    (0..count)
        .map(|part| Wanted { minutes: Minutes(minutes / count + i32::from(part < minutes % count)), ..one })
        .collect()
}

fn first_free(
    grid: &Grid,
    (mut day, mut time): (NaiveDate, NaiveTime),
    part: Wanted,
    is_free: impl Fn(&Slot) -> bool,
) -> Option<Slot> {
    while day <= grid.to {
        if grid.weekdays.contains(&day.weekday()) {
            while let Some(ends) = later(time, part.minutes).filter(|ends| *ends <= grid.ends) {
                let slot = Slot { activity: part.activity, on: day, starts: time, ends };
                if is_free(&slot) {
                    return Some(slot);
                }
                let Some(next) = later(time, PAUSE) else { break };
                time = next;
            }
        }
        (day, time) = (day.succ_opt()?, grid.starts);
    }
    None
}

/// A later time of the same day; nothing past midnight.
fn later(time: NaiveTime, minutes: Minutes) -> Option<NaiveTime> {
    let (later, days) = time.overflowing_add_signed(TimeDelta::minutes(minutes.0.into()));
    (days == 0).then_some(later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn grid() -> Grid {
        Grid {
            weekdays: vec![Weekday::Tue, Weekday::Sat],
            starts: "10:00:00".parse().unwrap(),
            ends: "13:20:00".parse().unwrap(),
            from: "2026-09-01".parse().unwrap(),
            to: "2026-11-30".parse().unwrap(),
        }
    }

    fn wanted(minutes: &[i32]) -> Vec<Wanted> {
        (1..)
            .zip(minutes)
            .map(|(id, minutes)| Wanted { activity: ActivityId(id), minutes: Minutes(*minutes) })
            .collect()
    }

    fn said(slots: &[Slot]) -> Vec<String> {
        slots
            .iter()
            .map(|slot| {
                format!(
                    "{} {} {}–{}",
                    slot.activity,
                    slot.on,
                    slot.starts.format("%H:%M"),
                    slot.ends.format("%H:%M")
                )
            })
            .collect()
    }

    #[test]
    fn sessions_follow_one_another_on_the_chosen_days() {
        let slots = lay(&grid(), &wanted(&[90, 90, 45, 360]), |_| true).unwrap();
        assert_eq!(
            said(&slots),
            [
                "1 2026-09-01 10:00–11:30",
                "2 2026-09-01 11:40–13:10",
                "3 2026-09-05 10:00–10:45",
                "4 2026-09-08 10:00–13:00",
                "4 2026-09-12 10:00–13:00",
            ]
        );
    }

    #[test]
    fn a_taken_slot_is_passed_over() {
        let taken = "2026-09-01".parse().unwrap();
        let slots = lay(&grid(), &wanted(&[90]), |slot| slot.on != taken).unwrap();
        assert_eq!(said(&slots), ["1 2026-09-05 10:00–11:30"]);
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let short = Grid { to: "2026-09-05".parse().unwrap(), ..grid() };
        assert_eq!(lay(&short, &wanted(&[180, 180, 180]), |_| true), Err(DoesNotFit { placed: 2, of: 3 }));
        let never = Grid { weekdays: Vec::new(), ..grid() };
        assert_eq!(lay(&never, &wanted(&[45]), |_| true), Err(DoesNotFit { placed: 0, of: 1 }));
    }

    proptest! {
        #[test]
        fn the_timetable_keeps_the_order_the_minutes_and_the_hours(minutes in proptest::collection::vec(1..500i32, 0..12)) {
            let wanted = wanted(&minutes);
            if let Ok(slots) = lay(&grid(), &wanted, |_| true) {
                for one in &wanted {
                    let held: i64 = slots.iter().filter(|slot| slot.activity == one.activity)
                        .map(|slot| (slot.ends - slot.starts).num_minutes()).sum();
                    prop_assert_eq!(held, i64::from(one.minutes.0));
                }
                prop_assert!(slots.iter().all(|slot| slot.starts >= grid().starts && slot.ends <= grid().ends));
                prop_assert!(slots.windows(2).all(|two| (two[0].on, two[0].ends) < (two[1].on, two[1].starts)));
            }
        }
    }
}
