//! A consultation that is to be held otherwise than it was opened.

use super::{Counted, Hour, Opening, Row};
use crate::attendance::rules::SessionMode;
use crate::kernel::{Fault, Minutes, PersonId};
use chrono::{NaiveDate, NaiveTime};

/// A consultation as somebody wants it held from now on. Who consults and what it counts in stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// On which day, by the wall of the edition.
    pub on: NaiveDate,
    /// From when.
    pub starts: NaiveTime,
    /// Until when.
    pub ends: NaiveTime,
    /// For how many people.
    pub capacity: i32,
    /// In a room or by a link.
    pub mode: SessionMode,
    /// The room.
    pub place: Option<String>,
    /// The link.
    pub link: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
}

impl Change {
    /// Its time.
    pub fn hour(&self) -> Hour {
        Hour { on: self.on, starts: self.starts, ends: self.ends }
    }

    /// What would open it anew: whatever speaks against that speaks against the change.
    pub fn opening(&self, consultant: PersonId, counted: Option<Counted>) -> Opening {
        let row = Row {
            first: self.on,
            weekdays: Vec::new(),
            weeks: 1,
            starts: self.starts,
            ends: self.ends,
            every: None,
        };
        Opening {
            consultant,
            row,
            capacity: self.capacity,
            mode: self.mode,
            place: self.place.clone(),
            link: self.link.clone(),
            topic: self.topic.clone(),
            counted,
        }
    }
}

/// What a consultation counts once it lasts longer or shorter: what counted as long as it lasted goes on doing so, and
/// nothing counts more than it lasts.
pub fn counted_after(counted: Minutes, lasted: Minutes, lasts: Minutes) -> Minutes {
    if counted == lasted { lasts } else { counted.min(lasts) }
}

/// Nobody loses a place because there are to be fewer of them: the highest that is taken stays.
pub fn capacity_fault(capacity: i32, taken: &[i32]) -> Option<Fault> {
    let highest = taken.iter().copied().max().unwrap_or_default();
    (capacity < highest).then(|| Fault::new("capacity", "appointments-places-taken").with("low", highest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_counted_whole_counts_whole_and_nothing_more_than_it_lasts() {
        let after =
            |counted, lasted, lasts| counted_after(Minutes(counted), Minutes(lasted), Minutes(lasts)).0;
        assert_eq!(after(30, 30, 45), 45);
        assert_eq!(after(30, 30, 20), 20);
        assert_eq!(after(20, 30, 45), 20);
        assert_eq!(after(20, 30, 15), 15);
    }

    proptest! {
        #[test]
        fn a_place_that_is_taken_is_never_taken_away(
            taken in proptest::collection::btree_set(1i32..50, 0..10), capacity in 1i32..50,
        ) {
            let taken: Vec<i32> = taken.into_iter().collect();
            let kept = taken.iter().all(|seat| *seat <= capacity);
            prop_assert_eq!(capacity_fault(capacity, &taken).is_none(), kept);
        }
    }
}
