//! Sums of the ledger: planned, held, earned and missing time, by kind and by mode (L4, L9). Pure.
//!
//! Inside, everything is whole minutes, and sums are sums of minutes. Only when a sum is printed it becomes academic
//! hours, by [`Minutes::academic_hours`] or [`Minutes::academic_tenths`], which round down: rounding each part first
//! would lose time, rounding up would attest what was not taught.

use super::ActivityFact;
use super::held::Held;
use crate::kernel::{ActivityId, Minutes};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use std::iter::Sum;
use std::ops::Add;

/// Something for each kind of hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ByNature<T> {
    /// Theory.
    pub theory: T,
    /// Practice.
    pub practice: T,
    /// Self-study.
    pub self_study: T,
}

/// Something for each way of being there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ByMode<T> {
    /// In person.
    pub in_person: T,
    /// Online, at a set time.
    pub online: T,
    /// At the trainee's own time.
    pub distance: T,
}

impl<T> ByNature<T> {
    /// The place of a kind.
    pub fn at(&mut self, nature: Nature) -> &mut T {
        match nature {
            Nature::Theory => &mut self.theory,
            Nature::Practice => &mut self.practice,
            Nature::SelfStudy => &mut self.self_study,
        }
    }

    /// Each kind with what stands there, in the order of programmes.
    pub fn each(&self) -> [(Nature, &T); 3] {
        [
            (Nature::Theory, &self.theory),
            (Nature::Practice, &self.practice),
            (Nature::SelfStudy, &self.self_study),
        ]
    }
}

impl<T> ByMode<T> {
    /// The place of a mode.
    pub fn at(&mut self, mode: DeliveryMode) -> &mut T {
        match mode {
            DeliveryMode::InPerson => &mut self.in_person,
            DeliveryMode::Online => &mut self.online,
            DeliveryMode::Distance => &mut self.distance,
        }
    }

    /// Each mode with what stands there: in person first.
    pub fn each(&self) -> [(DeliveryMode, &T); 3] {
        [
            (DeliveryMode::InPerson, &self.in_person),
            (DeliveryMode::Online, &self.online),
            (DeliveryMode::Distance, &self.distance),
        ]
    }
}

/// What the ledger has of one activity for one person: the sum of its entries by kind and mode, corrections counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Credits(ByNature<ByMode<Minutes>>);

impl Credits {
    /// Adds an entry; the order of entries never matters.
    pub fn add(&mut self, (nature, mode): (Nature, DeliveryMode), minutes: Minutes) {
        let sum = self.0.at(nature).at(mode);
        *sum = *sum + minutes;
    }

    /// The sum of all entries.
    pub fn sum(&self) -> Minutes {
        let of = |modes: &ByMode<Minutes>| modes.in_person + modes.online + modes.distance;
        of(&self.0.theory) + of(&self.0.practice) + of(&self.0.self_study)
    }

    /// What counts of it: nothing beyond what was planned. Where more is credited, time of the activity's own kind
    /// counts first, and of that what was in person first, then online: the time that is hardest to get.
    pub fn earned(&self, own: Nature, planned: Minutes) -> Credits {
        let sum = self.sum();
        // Nearly always all of it counts.
        if sum <= planned && self.cells().all(|(_, minutes)| minutes >= Minutes::ZERO) {
            return *self;
        }
        let mut left = sum.min(planned).max(Minutes::ZERO);
        let mut earned = Credits::default();
        let own_first = self.cells().filter(|((nature, _), _)| *nature == own);
        let others = self.cells().filter(|((nature, _), _)| *nature != own);
        for (cell, minutes) in own_first.chain(others) {
            let counts = minutes.min(left).max(Minutes::ZERO);
            earned.add(cell, counts);
            left = left - counts;
        }
        earned
    }

    /// Every sum with its kind and mode.
    pub fn cells(&self) -> impl Iterator<Item = ((Nature, DeliveryMode), Minutes)> + '_ {
        use DeliveryMode::{Distance, InPerson, Online};
        let ByNature { theory, practice, self_study } = &self.0;
        let of = |nature: Nature, modes: &ByMode<Minutes>| {
            [
                ((nature, InPerson), modes.in_person),
                ((nature, Online), modes.online),
                ((nature, Distance), modes.distance),
            ]
        };
        let natures =
            [of(Nature::Theory, theory), of(Nature::Practice, practice), of(Nature::SelfStudy, self_study)];
        natures.into_iter().flatten()
    }
}

/// An activity that is asked of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Which.
    pub activity: ActivityId,
    /// Its kind.
    pub nature: Nature,
    /// Where it is planned to take place.
    pub mode: DeliveryMode,
    /// Planned time.
    pub planned: Minutes,
    /// What has been held of it by now; nothing for what is done at one's own time.
    pub held: Minutes,
}

impl Slot {
    /// The slot of an activity.
    pub fn of(fact: &ActivityFact, held: &Held) -> Slot {
        Slot {
            activity: fact.id,
            nature: fact.nature,
            mode: fact.mode,
            planned: fact.planned,
            held: held.ended(fact.id),
        }
    }

    /// Its four numbers, with these credits.
    pub fn hours(&self, credits: &Credits) -> Hours {
        let earned = credits.sum().min(self.planned).max(Minutes::ZERO);
        Hours { planned: self.planned, held: self.held, earned, missing: self.planned - earned }
    }
}

/// The four numbers of everything that is summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hours {
    /// By the programme.
    pub planned: Minutes,
    /// Held by now, of what is attended: never more than planned.
    pub held: Minutes,
    /// Credited, of each activity up to what was planned.
    pub earned: Minutes,
    /// Planned and not earned.
    pub missing: Minutes,
}

impl Add for Hours {
    type Output = Hours;
    fn add(self, other: Hours) -> Hours {
        Hours {
            planned: self.planned + other.planned,
            held: self.held + other.held,
            earned: self.earned + other.earned,
            missing: self.missing + other.missing,
        }
    }
}

impl Sum for Hours {
    fn sum<I: Iterator<Item = Hours>>(iter: I) -> Hours {
        iter.fold(Hours::default(), Add::add)
    }
}

/// Everything that is asked of somebody, summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// All of it.
    pub all: Hours,
    /// By kind. Planned, held and missing go by the kind of the activity, earned by the kind under which it was
    /// credited: somebody may make up for a seminar by a task at home.
    pub natures: ByNature<Hours>,
    /// By mode: planned by the mode of the activity, earned by how the trainee was there.
    pub modes: ByMode<Hours>,
}

impl Totals {
    /// Sums up what is asked of one person, each activity with what is credited of it.
    pub fn of(asked: impl IntoIterator<Item = (Slot, Credits)>) -> Totals {
        let mut totals = Totals::default();
        for (slot, credits) in asked {
            totals.count(&slot, &credits);
        }
        totals
    }

    fn count(&mut self, slot: &Slot, credits: &Credits) {
        let hours = slot.hours(credits);
        self.all = self.all + hours;
        let apart = Hours { earned: Minutes::ZERO, ..hours };
        let (nature, mode) = (self.natures.at(slot.nature), self.modes.at(slot.mode));
        (*nature, *mode) = (*nature + apart, *mode + apart);
        if *credits == Credits::default() {
            return;
        }
        let earned = credits.earned(slot.nature, slot.planned);
        for ((nature, mode), minutes) in earned.cells().filter(|(_, minutes)| *minutes != Minutes::ZERO) {
            let earned = Hours { earned: minutes, ..Hours::default() };
            let (nature, mode) = (self.natures.at(nature), self.modes.at(mode));
            (*nature, *mode) = (*nature + earned, *mode + earned);
        }
    }
}

impl Add for Totals {
    type Output = Totals;
    fn add(self, other: Totals) -> Totals {
        let mut sum = Totals { all: self.all + other.all, ..self };
        for (nature, hours) in other.natures.each() {
            let here = sum.natures.at(nature);
            *here = *here + *hours;
        }
        for (mode, hours) in other.modes.each() {
            let here = sum.modes.at(mode);
            *here = *here + *hours;
        }
        sum
    }
}

/// The sum after each entry, in the order they were credited.
pub fn running(entries: impl IntoIterator<Item = Minutes>) -> Vec<Minutes> {
    let next = |sum: &mut Minutes, minutes: Minutes| {
        *sum = *sum + minutes;
        Some(*sum)
    };
    entries.into_iter().scan(Minutes::ZERO, next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NATURES: [Nature; 3] = [Nature::Theory, Nature::Practice, Nature::SelfStudy];
    const MODES: [DeliveryMode; 3] = [DeliveryMode::InPerson, DeliveryMode::Online, DeliveryMode::Distance];

    fn slot(planned: i32, held: i32) -> Slot {
        let (nature, mode) = (Nature::Practice, DeliveryMode::InPerson);
        Slot { activity: ActivityId(1), nature, mode, planned: Minutes(planned), held: Minutes(held) }
    }

    fn credits(entries: &[((Nature, DeliveryMode), i32)]) -> Credits {
        let mut credits = Credits::default();
        entries.iter().for_each(|(cell, minutes)| credits.add(*cell, Minutes(*minutes)));
        credits
    }

    #[test]
    fn a_correction_takes_back_under_the_mode_it_was_credited_in() {
        let room = (Nature::Practice, DeliveryMode::InPerson);
        let link = (Nature::Practice, DeliveryMode::Online);
        let moved = credits(&[(room, 90), (room, -90), (link, 90)]);
        let totals = Totals::of([(slot(90, 90), moved)]);
        assert_eq!(totals.all.earned, Minutes(90));
        assert_eq!((totals.modes.in_person.earned, totals.modes.online.earned), (Minutes(0), Minutes(90)));
        assert_eq!(
            (totals.modes.in_person.planned, totals.modes.in_person.missing),
            (Minutes(90), Minutes(0))
        );
    }

    #[test]
    fn beyond_what_was_planned_time_in_person_counts_before_time_online() {
        let both = credits(&[
            ((Nature::Practice, DeliveryMode::Online), 60),
            ((Nature::Practice, DeliveryMode::InPerson), 60),
        ]);
        let totals = Totals::of([(slot(90, 90), both)]);
        assert_eq!((totals.modes.in_person.earned, totals.modes.online.earned), (Minutes(60), Minutes(30)));
    }

    #[test]
    fn a_seminar_made_up_for_at_home_is_earned_as_self_study_and_misses_nothing() {
        let home = credits(&[((Nature::SelfStudy, DeliveryMode::Distance), 90)]);
        let totals = Totals::of([(slot(90, 90), home)]);
        assert_eq!(totals.natures.self_study.earned, Minutes(90));
        assert_eq!(
            (totals.natures.practice.planned, totals.natures.practice.missing),
            (Minutes(90), Minutes(0))
        );
    }

    #[test]
    fn the_running_total_ends_with_the_sum() {
        assert_eq!(running([90, -30, 20].map(Minutes)), [90, 60, 80].map(Minutes));
    }

    type Entry = ((Nature, DeliveryMode), i32);

    fn entries() -> impl Strategy<Value = Vec<Entry>> {
        let cell = (proptest::sample::select(NATURES.to_vec()), proptest::sample::select(MODES.to_vec()));
        proptest::collection::vec((cell, -200..400i32), 0..12)
    }

    proptest! {
        #[test]
        fn the_order_of_marks_never_matters(
            (entries, shuffled) in entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
            planned in 0..600i32,
        ) {
            let one = |entries: &[Entry]| Totals::of([(slot(planned, 0), credits(entries))]);
            prop_assert_eq!(one(&entries), one(&shuffled));
        }

        #[test]
        fn the_total_is_the_sum_of_the_entries(entries in entries()) {
            let all = credits(&entries);
            let sum: i32 = entries.iter().map(|(_, minutes)| minutes).sum();
            prop_assert_eq!(all.sum(), Minutes(sum));
            prop_assert_eq!(running(entries.iter().map(|(_, minutes)| Minutes(*minutes))).last().copied().unwrap_or_default(), Minutes(sum));
            let roomy = Totals::of([(slot(10_000, 0), all)]);
            prop_assert_eq!(roomy.all.earned, Minutes(sum.max(0)));
        }

        #[test]
        fn nothing_counts_beyond_what_was_planned_and_every_sum_agrees(
            people in proptest::collection::vec((0..600i32, 0..1000i32, entries()), 0..8),
        ) {
            let asked: Vec<(Slot, Credits)> = people.iter()
                .map(|(planned, held, entries)| (slot(*planned, (*held).min(*planned)), credits(entries))).collect();
            let totals = Totals::of(asked.clone());
            prop_assert!(totals.all.earned <= totals.all.planned && totals.all.held <= totals.all.planned);
            prop_assert_eq!(totals.all.planned, totals.all.earned + totals.all.missing);
            let earned = |hours: [&Hours; 3]| hours.iter().map(|one| one.earned).sum::<Minutes>();
            prop_assert_eq!(earned(totals.natures.each().map(|(_, hours)| hours)), totals.all.earned);
            prop_assert_eq!(earned(totals.modes.each().map(|(_, hours)| hours)), totals.all.earned);
            let one_by_one = asked.into_iter().map(|one| Totals::of([one])).fold(Totals::default(), Add::add);
            prop_assert_eq!(one_by_one, totals);
        }
    }
}
