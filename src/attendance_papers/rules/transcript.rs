//! The hours of one person by module and activity, as the ledger has them. Minutes are added, and whole academic hours
//! are taken of each sum by itself, always down ([`Minutes::academic_hours`]): paper never says more than was learned.

use crate::kernel::{ActivityId, Localised, Minutes, ModuleId};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use crate::progress::rules::totals::Credits;

/// An activity as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The activity.
    pub activity: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The module.
    pub module: ModuleId,
    /// The title of the module.
    pub module_title: Localised,
    /// Theory or practice.
    pub nature: Nature,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Planned time.
    pub planned: Minutes,
    /// Whether it is asked of the person by now; if not, it stands here only for what was credited.
    pub asked: bool,
}

/// Minutes of the ledger for an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// For what.
    pub activity: ActivityId,
    /// How much; a correction may take back.
    pub minutes: Minutes,
    /// Theory or practice.
    pub nature: Nature,
    /// In person, online or at one's own time.
    pub mode: DeliveryMode,
}

/// Minutes by kind. The three natures add up to the same as the three modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Planned.
    pub planned: Minutes,
    /// Credited.
    pub credited: Minutes,
    /// Of these, theory.
    pub theory: Minutes,
    /// Of these, practice.
    pub practice: Minutes,
    /// Of these, self-study.
    pub self_study: Minutes,
    /// Of the credited, in person.
    pub in_person: Minutes,
    /// Of the credited, online.
    pub online: Minutes,
    /// Of the credited, at one's own time.
    pub distance: Minutes,
}

impl Sums {
    fn plus(self, other: Sums) -> Sums {
        Sums {
            planned: self.planned + other.planned,
            credited: self.credited + other.credited,
            theory: self.theory + other.theory,
            practice: self.practice + other.practice,
            self_study: self.self_study + other.self_study,
            in_person: self.in_person + other.in_person,
            online: self.online + other.online,
            distance: self.distance + other.distance,
        }
    }

    fn with(self, (nature, mode): (Nature, DeliveryMode), minutes: Minutes) -> Sums {
        let mut sums = Sums { credited: self.credited + minutes, ..self };
        match nature {
            Nature::Theory => sums.theory = sums.theory + minutes,
            Nature::Practice => sums.practice = sums.practice + minutes,
            Nature::SelfStudy => sums.self_study = sums.self_study + minutes,
        }
        match mode {
            DeliveryMode::InPerson => sums.in_person = sums.in_person + minutes,
            DeliveryMode::Online => sums.online = sums.online + minutes,
            DeliveryMode::Distance => sums.distance = sums.distance + minutes,
        }
        sums
    }
}

/// An activity with what the person has of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The activity.
    pub part: Part,
    /// Its minutes.
    pub sums: Sums,
}

/// A module with its activities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: Localised,
    /// Its activities in programme order.
    pub lines: Vec<Line>,
    /// Their sum.
    pub sums: Sums,
}

/// The hours of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// The modules in programme order.
    pub sections: Vec<Section>,
    /// The sum of all: what the page of hours has as earned.
    pub sums: Sums,
    /// What was credited and is not asked of the person, or no more: it is beyond the programme and in no sum.
    pub beyond: Vec<Line>,
}

impl Transcript {
    /// Puts the ledger beside the plan. As everywhere, no activity counts for more than was planned; what is neither
    /// asked of the person nor credited is left out.
    pub fn of(plan: Vec<Part>, entries: &[Entry]) -> Transcript {
        let mut transcript = Transcript::default();
        let mut last = None;
        for part in plan {
            let sums = counted(&part, entries);
            if !part.asked {
                let line = Line { part, sums: Sums { planned: Minutes::ZERO, ..sums } };
                transcript.beyond.extend((sums.credited > Minutes::ZERO).then_some(line));
                continue;
            }
            if last != Some(part.module) {
                last = Some(part.module);
                let title = part.module_title.clone();
                transcript.sections.push(Section { title, lines: Vec::new(), sums: Sums::default() });
            }
            if let Some(section) = transcript.sections.last_mut() {
                section.sums = section.sums.plus(sums);
                section.lines.push(Line { part, sums });
            }
            transcript.sums = transcript.sums.plus(sums);
        }
        transcript
    }
}

/// What counts of the ledger for an activity.
fn counted(part: &Part, entries: &[Entry]) -> Sums {
    let mut credits = Credits::default();
    for entry in entries.iter().filter(|entry| entry.activity == part.activity) {
        credits.add((entry.nature, entry.mode), entry.minutes);
    }
    let earned = credits.earned(part.nature, part.planned);
    let sums = Sums { planned: part.planned, ..Sums::default() };
    earned.cells().fold(sums, |sums, (kind, minutes)| sums.with(kind, minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(activity: i64, module: i64, planned: i32, asked: bool) -> Part {
        Part {
            activity: ActivityId(activity),
            title: Localised::default(),
            module: ModuleId(module),
            module_title: Localised::default(),
            nature: Nature::Theory,
            mode: DeliveryMode::InPerson,
            planned: Minutes(planned),
            asked,
        }
    }

    fn entry(activity: i64, minutes: i32, mode: DeliveryMode) -> Entry {
        Entry { activity: ActivityId(activity), minutes: Minutes(minutes), nature: Nature::Practice, mode }
    }

    #[test]
    fn a_corrected_activity_counts_once_and_in_its_new_mode() {
        let entries = [
            entry(1, 180, DeliveryMode::InPerson),
            entry(1, -180, DeliveryMode::InPerson),
            entry(1, 160, DeliveryMode::Online),
        ];
        let transcript = Transcript::of(vec![part(1, 1, 180, true), part(2, 2, 90, true)], &entries);
        assert_eq!(transcript.sections.len(), 2);
        let sums = transcript.sums;
        assert_eq!((sums.credited, sums.in_person, sums.online), (Minutes(160), Minutes(0), Minutes(160)));
        assert_eq!((sums.planned, sums.practice), (Minutes(270), Minutes(160)));
    }

    #[test]
    fn what_is_not_asked_stands_there_only_when_it_was_credited() {
        let plan = || vec![part(1, 1, 180, true), part(2, 2, 90, false)];
        assert_eq!(Transcript::of(plan(), &[]).sections.len(), 1);
        let done = Transcript::of(plan(), &[entry(2, 90, DeliveryMode::Distance)]);
        assert_eq!((done.sums.planned, done.sums.credited), (Minutes(180), Minutes(0)), "in no sum");
        let beyond: Vec<Minutes> = done.beyond.iter().map(|line| line.sums.credited).collect();
        assert_eq!((done.sections.len(), beyond), (1, vec![Minutes(90)]));
        let back = [entry(2, 90, DeliveryMode::Distance), entry(2, -90, DeliveryMode::Distance)];
        assert_eq!(Transcript::of(plan(), &back).beyond, [], "what was taken back is no line");
    }

    #[test]
    fn no_activity_counts_for_more_than_was_planned() {
        let entries = [entry(1, 180, DeliveryMode::InPerson), entry(1, 90, DeliveryMode::Distance)];
        let sums = Transcript::of(vec![part(1, 1, 180, true)], &entries).sums;
        assert_eq!((sums.credited, sums.in_person, sums.distance), (Minutes(180), Minutes(180), Minutes(0)));
    }

    proptest! {
        #[test]
        fn the_total_is_what_counts_of_the_ledger_and_hours_are_never_rounded_up(
            minutes in proptest::collection::vec((0..12i64, 0..200i32, 0..3usize), 0..40),
            hour in 1..90i32,
        ) {
            let modes = [DeliveryMode::InPerson, DeliveryMode::Online, DeliveryMode::Distance];
            let entries: Vec<Entry> =
                minutes.iter().map(|(activity, minutes, mode)| entry(*activity, *minutes, modes[*mode])).collect();
            let plan = (0..12).map(|n| part(n, n / 4, 90, n % 3 != 0)).collect();
            let transcript = Transcript::of(plan, &entries);
            let of = |wanted: i64| -> i32 {
                minutes.iter().filter(|(activity, ..)| *activity == wanted).map(|(_, minutes, _)| *minutes).sum()
            };
            let capped = |asked: bool| -> Minutes {
                (0..12).filter(|n| (n % 3 != 0) == asked).map(|n| Minutes(of(n).min(90))).sum()
            };
            let whole = capped(true);
            let beyond: Minutes = transcript.beyond.iter().map(|line| line.sums.credited).sum();
            prop_assert_eq!(beyond, capped(false));
            let sums = transcript.sums;
            prop_assert_eq!(sums.credited, whole);
            prop_assert_eq!(sums.theory + sums.practice, whole);
            prop_assert_eq!(sums.in_person + sums.online + sums.distance, whole);
            let by_section: Minutes = transcript.sections.iter().map(|one| one.sums.credited).sum();
            prop_assert_eq!(by_section, whole);
            let hour = Minutes(hour);
            let of_lines: i32 = transcript.sections.iter().flat_map(|one| &one.lines)
                .map(|line| line.sums.credited.academic_hours(hour).0).sum();
            prop_assert!(of_lines <= whole.academic_hours(hour).0);
            prop_assert!(whole.academic_hours(hour).minutes(hour) <= whole);
        }
    }
}
