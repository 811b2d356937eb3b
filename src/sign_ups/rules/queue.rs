//! The places of one session and those who want them, in the order of arrival.

use crate::attendance::rules::{Places, Standing};
use crate::kernel::{EnrolmentId, SignUpId};

/// Somebody who has signed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The sign-up.
    pub id: SignUpId,
    /// Who.
    pub who: EnrolmentId,
    /// Whether with a place.
    pub confirmed: bool,
}

/// Everybody who has signed up for a session, in the order of arrival. Nobody has a place beyond the capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    capacity: usize,
    waiting_list: bool,
    entries: Vec<Entry>,
    passed: Vec<SignUpId>,
}

/// What became of free places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// Who waited and now has one.
    pub given: Vec<Entry>,
    /// Who was before them, or may be the only one, and cannot come: they go on waiting where they are.
    pub passed: Vec<Entry>,
}

/// There is no place, and nobody waits for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// Fewer places than people who have one already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BelowConfirmed {
    /// How many have a place.
    pub confirmed: usize,
}

impl Queue {
    /// The queue of a session; the entries in the order of arrival.
    pub fn new(places: &Places, entries: Vec<Entry>) -> Queue {
        Queue {
            capacity: usize::try_from(places.capacity).unwrap_or(0),
            waiting_list: places.waiting_list,
            entries,
            passed: Vec::new(),
        }
    }

    /// How many have a place.
    pub fn confirmed(&self) -> usize {
        self.entries.iter().filter(|one| one.confirmed).count()
    }

    /// Somebody's own sign-up.
    pub fn entry(&self, who: EnrolmentId) -> Option<Entry> {
        self.entries.iter().find(|one| one.who == who).copied()
    }

    /// How somebody stands.
    pub fn standing(&self, who: EnrolmentId) -> Option<Standing> {
        let own = self.entry(who)?;
        if own.confirmed {
            return Some(Standing::Confirmed);
        }
        let before = self.entries.iter().take_while(|one| one.who != who).filter(|one| !one.confirmed);
        Some(Standing::Waiting(before.count() + 1))
    }

    /// Whether there is a free place, and somebody who waits.
    pub fn is_due(&self) -> bool {
        self.confirmed() < self.capacity && self.entries.iter().any(|one| !one.confirmed)
    }

    /// Who waits and now gets a place: as many as fit, in the order of arrival. Whoever has something else at that time is
    /// passed over.
    pub fn fill(&mut self, hindered: impl Fn(SignUpId) -> bool) -> Filled {
        let mut free = self.capacity.saturating_sub(self.confirmed());
        let mut filled = Filled::default();
        for one in self.entries.iter_mut().filter(|one| !one.confirmed) {
            if free == 0 {
                break;
            }
            if hindered(one.id) {
                filled.passed.push(*one);
                continue;
            }
            one.confirmed = true;
            free -= 1;
            filled.given.push(*one);
        }
        self.passed = filled.passed.iter().map(|one| one.id).collect();
        filled
    }

    /// Whether somebody who comes now gets a place, or waits for one. Nobody passes those who wait, but those who have just
    /// been passed over.
    ///
    /// # Errors
    /// [`Full`] when there is neither.
    pub fn newcomer(&self) -> Result<bool, Full> {
        let nobody_waits = self.entries.iter().all(|one| one.confirmed || self.passed.contains(&one.id));
        if nobody_waits && self.confirmed() < self.capacity {
            return Ok(true);
        }
        if self.waiting_list { Ok(false) } else { Err(Full) }
    }

    /// Puts somebody at the end who was told by [`Queue::newcomer`] what awaits them.
    pub fn join(&mut self, newcomer: Entry) {
        self.entries.push(newcomer);
    }

    /// Takes somebody out.
    pub fn leave(&mut self, id: SignUpId) {
        self.entries.retain(|one| one.id != id);
    }

    /// Changes how many places there are.
    ///
    /// # Errors
    /// [`BelowConfirmed`]: nobody loses a place because of a number.
    pub fn resize(&mut self, places: &Places) -> Result<(), BelowConfirmed> {
        let (capacity, confirmed) = (usize::try_from(places.capacity).unwrap_or(0), self.confirmed());
        if capacity < confirmed {
            return Err(BelowConfirmed { confirmed });
        }
        (self.capacity, self.waiting_list) = (capacity, places.waiting_list);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(capacity: i32, waiting_list: bool) -> Places {
        Places { capacity, opens_at: None, closes_at: None, cancel_until: None, waiting_list }
    }

    fn entry(id: i64, confirmed: bool) -> Entry {
        Entry { id: SignUpId(id), who: EnrolmentId(id * 10), confirmed }
    }

    #[test]
    fn a_free_place_goes_to_the_first_who_waits_and_a_newcomer_passes_nobody() {
        let mut queue = Queue::new(
            &places(2, true),
            vec![entry(1, true), entry(2, true), entry(3, false), entry(4, false)],
        );
        assert_eq!(queue.standing(EnrolmentId(40)), Some(Standing::Waiting(2)));
        queue.leave(SignUpId(1));
        assert_eq!(queue.newcomer(), Ok(false), "somebody waits for the free place");
        assert_eq!(queue.fill(|_| false).given, [entry(3, true)]);
        assert_eq!(queue.standing(EnrolmentId(40)), Some(Standing::Waiting(1)));
        assert_eq!(queue.fill(|_| false), Filled::default());
    }

    #[test]
    fn whoever_has_something_else_then_is_passed_over_and_stays_where_they_are() {
        let waiting = || vec![entry(1, true), entry(2, false), entry(3, false), entry(4, false)];
        let mut queue = Queue::new(&places(2, true), waiting());
        assert!(queue.is_due());
        let filled = queue.fill(|id| id != SignUpId(3));
        assert_eq!((filled.given, filled.passed), (vec![entry(3, true)], vec![entry(2, false)]));
        assert_eq!(queue.standing(EnrolmentId(20)), Some(Standing::Waiting(1)));
        assert!(!queue.is_due(), "every place is taken");
        queue.leave(SignUpId(1));
        assert_eq!(
            queue.fill(|id| id == SignUpId(4)).given,
            [entry(2, true)],
            "the first again, once they can"
        );

        let mut queue = Queue::new(&places(2, true), waiting());
        assert_eq!(queue.fill(|_| true).passed.len(), 3);
        assert_eq!(queue.newcomer(), Ok(true), "a place that nobody of them can take stays free for others");
    }

    #[test]
    fn without_a_waiting_list_a_full_session_is_full() {
        let mut queue = Queue::new(&places(1, false), vec![entry(1, true)]);
        assert_eq!(queue.newcomer(), Err(Full));
        queue.leave(SignUpId(1));
        assert_eq!(queue.newcomer(), Ok(true));
    }

    #[test]
    fn nobody_loses_a_place_because_of_a_number() {
        let mut queue = Queue::new(&places(3, true), vec![entry(1, true), entry(2, true)]);
        assert_eq!(queue.resize(&places(1, true)), Err(BelowConfirmed { confirmed: 2 }));
        assert_eq!(queue.resize(&places(2, true)), Ok(()));
        assert_eq!(queue.newcomer(), Ok(false));
    }

    #[derive(Debug, Clone)]
    enum Act {
        Comes,
        Leaves(prop::sample::Index),
        Becomes(i32),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            4 => Just(Act::Comes),
            2 => any::<prop::sample::Index>().prop_map(Act::Leaves),
            1 => (1..12i32).prop_map(Act::Becomes),
        ]
    }

    proptest! {
        /// Whatever happens in whatever order: never more places than there are, nobody who can come waits beside a free
        /// place, whoever can is promoted before those who came later, and nobody is lost.
        #[test]
        fn places_are_never_oversold_and_nobody_is_passed_or_lost(
            capacity in 1..8i32,
            acts in prop::collection::vec(act(), 0..80),
            busy in prop::collection::hash_set(1..40i64, 0..12),
        ) {
            let mut queue = Queue::new(&places(capacity, true), Vec::new());
            let (mut capacity, mut next, mut here) = (capacity, 1i64, Vec::new());
            for act in acts {
                match act {
                    Act::Comes => {
                        let confirmed = queue.newcomer().unwrap();
                        queue.join(entry(next, confirmed));
                        here.push(SignUpId(next));
                        next += 1;
                    }
                    Act::Leaves(_) if here.is_empty() => {}
                    Act::Leaves(which) => {
                        let gone = here.remove(which.index(here.len()));
                        queue.leave(gone);
                    }
                    Act::Becomes(wanted) => match queue.resize(&places(wanted, true)) {
                        Ok(()) => capacity = wanted,
                        Err(BelowConfirmed { confirmed }) => prop_assert!(confirmed > wanted as usize),
                    },
                }
                let free = |one: &&Entry| !one.confirmed && !busy.contains(&one.id.0);
                let waited: Vec<Entry> = queue.entries.iter().filter(free).copied().collect();
                let filled = queue.fill(|id| busy.contains(&id.0));
                let promoted: Vec<SignUpId> = filled.given.iter().map(|one| one.id).collect();
                let first: Vec<SignUpId> = waited.iter().take(promoted.len()).map(|one| one.id).collect();
                prop_assert_eq!(promoted, first);
                prop_assert!(filled.passed.iter().all(|one| busy.contains(&one.id.0)));
                let waiting = queue.entries.iter().filter(free).count();
                prop_assert!(queue.confirmed() <= capacity as usize);
                prop_assert!(waiting == 0 || queue.confirmed() == capacity as usize);
                let ids: Vec<SignUpId> = queue.entries.iter().map(|one| one.id).collect();
                prop_assert_eq!(&ids, &here);
                for (place, one) in queue.entries.iter().filter(|one| !one.confirmed).enumerate() {
                    prop_assert_eq!(queue.standing(one.who), Some(Standing::Waiting(place + 1)));
                }
            }
        }
    }
}
