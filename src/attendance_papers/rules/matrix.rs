//! One person and one session: what the journal has there, and what it adds up to.

use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::{Minutes, Moment, Permille, PersonName, ZoneName};
use crate::programmes::rules::words::DeliveryMode;
use chrono::NaiveDate;

/// Minutes that the ledger has credited for something, in person and online apart (L4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Credited {
    /// In the room.
    pub in_person: Minutes,
    /// By the link.
    pub online: Minutes,
}

impl Credited {
    /// Both.
    pub fn all(self) -> Minutes {
        self.in_person + self.online
    }

    /// The same with more minutes of a mode. What was credited at one's own time is no attendance.
    pub fn with(self, mode: DeliveryMode, minutes: Minutes) -> Credited {
        match mode {
            DeliveryMode::InPerson => Credited { in_person: self.in_person + minutes, ..self },
            DeliveryMode::Online => Credited { online: self.online + minutes, ..self },
            DeliveryMode::Distance => self,
        }
    }

    fn plus(self, other: Credited) -> Credited {
        Credited { in_person: self.in_person + other.in_person, online: self.online + other.online }
    }
}

/// What a mark said before, and who changed it when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What it said.
    pub old: Mark,
    /// What it says since.
    pub new: Mark,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom; nobody when the program itself did it.
    pub by: Option<PersonName>,
}

impl Correction {
    /// Whether it was made after the day of the session.
    pub fn is_late(&self, held_on: NaiveDate, zone: ZoneName) -> bool {
        self.at >= zone.end_of(held_on)
    }
}

/// A mark with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// What it says.
    pub mark: Mark,
    /// What the ledger has credited for it.
    pub credited: Credited,
    /// By whom it was written last.
    pub by: Option<PersonName>,
    /// When.
    pub at: Moment,
    /// What it said before, the oldest first.
    pub corrections: Vec<Correction>,
}

impl Marked {
    /// Whether the person was there for any of the time.
    pub fn was_there(&self) -> bool {
        was_there(self.mark.status)
    }
}

/// Whether a status says that somebody was there.
pub fn was_there(status: Status) -> bool {
    matches!(status, Status::Present | Status::Late | Status::LeftEarly)
}

/// What the matrix has of a person and a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A mark.
    Marked(Box<Marked>),
    /// The session is over, and nobody has marked the person.
    Unmarked,
    /// The session is not over.
    Ahead,
    /// The session is not asked of the person.
    NotAsked,
}

/// When a session is, and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// The planned minutes of the activity that fall on it.
    pub worth: Minutes,
}

/// The cell of somebody without a mark. Whoever has left is not asked for what came after.
pub fn without_mark(slot: &Slot, asked: bool, left: Option<Moment>, now: Moment) -> Cell {
    if !asked || left.is_some_and(|left| left <= slot.starts_at) {
        Cell::NotAsked
    } else if slot.ends_at <= now {
        Cell::Unmarked
    } else {
        Cell::Ahead
    }
}

/// The sums of a row: what was credited, of what was held and of what is planned for this person (L10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Credited, in person and online apart.
    pub credited: Credited,
    /// The worth of the sessions that were held.
    pub held: Minutes,
    /// The worth of all sessions, those ahead too.
    pub planned: Minutes,
    /// At how many sessions the person was.
    pub attended: usize,
    /// How many sessions were held.
    pub sessions: usize,
}

impl Totals {
    /// Adds the cells of a person up.
    pub fn of<'a>(cells: impl IntoIterator<Item = (&'a Slot, &'a Cell)>) -> Totals {
        cells.into_iter().fold(Totals::default(), Totals::plus)
    }

    fn plus(self, (slot, cell): (&Slot, &Cell)) -> Totals {
        let planned = self.planned + slot.worth;
        let held = Totals { held: self.held + slot.worth, planned, sessions: self.sessions + 1, ..self };
        match cell {
            Cell::NotAsked => self,
            Cell::Ahead => Totals { planned, ..self },
            Cell::Unmarked => held,
            Cell::Marked(marked) => Totals {
                credited: self.credited.plus(marked.credited),
                attended: self.attended + usize::from(marked.was_there()),
                ..held
            },
        }
    }

    /// The share of the time held, rounded down; nothing where nothing was held.
    pub fn share_of_held(&self) -> Option<Permille> {
        share(self.credited.all(), self.held)
    }

    /// The share of the time planned, rounded down; nothing where nothing is planned.
    pub fn share_of_planned(&self) -> Option<Permille> {
        share(self.credited.all(), self.planned)
    }
}

fn share(part: Minutes, whole: Minutes) -> Option<Permille> {
    (whole > Minutes::ZERO).then(|| Permille::of(part.0.into(), whole.0.into()))
}

/// A letter of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Letter {
    /// V: there all the time.
    Present,
    /// оп: late, with minutes.
    Late,
    /// ух: left early, with minutes.
    LeftEarly,
    /// н: not there.
    Absent,
    /// у: not there, for a reason.
    Excused,
}

impl Letter {
    /// Every letter there is, in the order of the legend.
    pub const ALL: [Letter; 5] =
        [Letter::Present, Letter::Absent, Letter::Excused, Letter::Late, Letter::LeftEarly];
}

/// The letters of a mark, each with its minutes where it has any: whoever came late and left early has two.
pub fn letters(mark: &Mark) -> Vec<(Letter, Option<Minutes>)> {
    match mark.status {
        Status::Present => vec![(Letter::Present, None)],
        Status::Absent => vec![(Letter::Absent, None)],
        Status::Excused => vec![(Letter::Excused, None)],
        Status::Late | Status::LeftEarly => {
            let timed = [(Letter::Late, mark.late), (Letter::LeftEarly, mark.early)];
            let said = timed.into_iter().filter(|(_, minutes)| *minutes > Minutes::ZERO);
            said.map(|(letter, minutes)| (letter, Some(minutes))).collect()
        }
    }
}

/// Whether the letter needs the word for "online" beside it.
pub fn is_online(mark: &Mark) -> bool {
    mark.presence == Presence::Online && was_there(mark.status)
}

/// How the people of a session are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// There all the time.
    pub present: i64,
    /// Late or left early.
    pub partly: i64,
    /// Not there.
    pub absent: i64,
    /// Not there, for a reason.
    pub excused: i64,
    /// Of those who were there, in the room.
    pub in_person: i64,
    /// Of those who were there, by the link.
    pub online: i64,
    /// What was credited to all of them.
    pub minutes: i64,
}

impl Counts {
    /// Who was there.
    pub fn there(&self) -> i64 {
        self.present + self.partly
    }

    /// The same with so many people more, marked alike.
    pub fn with(self, status: Status, presence: Presence, (people, minutes): (i64, i64)) -> Counts {
        let mut counts = Counts { minutes: self.minutes + minutes, ..self };
        match status {
            Status::Present => counts.present += people,
            Status::Late | Status::LeftEarly => counts.partly += people,
            Status::Absent => counts.absent += people,
            Status::Excused => counts.excused += people,
        }
        match presence {
            _ if !was_there(status) => {}
            Presence::InPerson => counts.in_person += people,
            Presence::Online => counts.online += people,
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn slot(worth: i32) -> Slot {
        let (starts_at, ends_at) = (at("2026-09-15T02:00:00Z"), at("2026-09-15T05:00:00Z"));
        Slot { starts_at, ends_at, worth: Minutes(worth) }
    }

    fn mark(status: Status, late: i32, early: i32) -> Mark {
        let (late, early) = (Minutes(late), Minutes(early));
        Mark { status, presence: Presence::Online, late, early, reason: None }
    }

    fn marked(status: Status, in_person: i32, online: i32) -> Cell {
        Cell::Marked(Box::new(Marked {
            mark: mark(status, 0, 0),
            credited: Credited { in_person: Minutes(in_person), online: Minutes(online) },
            by: None,
            at: at("2026-09-15T02:00:00Z"),
            corrections: Vec::new(),
        }))
    }

    #[test]
    fn two_hours_of_three_are_two_thirds_of_what_was_held_and_half_of_what_is_planned() {
        let (held, ahead) = (slot(180), slot(60));
        let cells = [(&held, &marked(Status::LeftEarly, 120, 0)), (&ahead, &Cell::Ahead)]
            .map(|(a, b)| (a, b.clone()));
        let totals = Totals::of(cells.iter().map(|(slot, cell)| (*slot, cell)));
        assert_eq!((totals.credited.all(), totals.attended, totals.sessions), (Minutes(120), 1, 1));
        assert_eq!(totals.share_of_held(), Some(Permille(666)));
        assert_eq!(totals.share_of_planned(), Some(Permille(500)));
        assert_eq!(Totals::default().share_of_held(), None);
    }

    #[test]
    fn a_session_without_a_mark_is_unmarked_once_it_is_over_and_asked() {
        let slot = slot(180);
        let over = slot.ends_at;
        assert_eq!(without_mark(&slot, true, None, over), Cell::Unmarked);
        assert_eq!(without_mark(&slot, true, None, over.plus_minutes(-1)), Cell::Ahead);
        assert_eq!(without_mark(&slot, false, None, over), Cell::NotAsked);
        assert_eq!(without_mark(&slot, true, Some(slot.starts_at), over), Cell::NotAsked);
        assert_eq!(without_mark(&slot, true, Some(over), over), Cell::Unmarked);
    }

    #[test]
    fn whoever_came_late_and_left_early_has_both_letters() {
        let both = letters(&mark(Status::Late, 10, 5));
        assert_eq!(both, [(Letter::Late, Some(Minutes(10))), (Letter::LeftEarly, Some(Minutes(5)))]);
        assert_eq!(letters(&mark(Status::Present, 0, 0)), [(Letter::Present, None)]);
        assert!(is_online(&mark(Status::Present, 0, 0)) && !is_online(&mark(Status::Absent, 0, 0)));
    }

    #[test]
    fn a_correction_is_late_from_midnight_of_the_session() {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        let day = "2026-09-15".parse().unwrap();
        let (old, new) = (mark(Status::Present, 0, 0), mark(Status::Absent, 0, 0));
        let made =
            |when| Correction { old: old.clone(), new: new.clone(), reason: None, at: at(when), by: None };
        assert!(!made("2026-09-15T15:59:59Z").is_late(day, zone));
        assert!(made("2026-09-15T16:00:00Z").is_late(day, zone));
    }

    #[test]
    fn people_are_counted_by_how_and_where_they_were() {
        let counts = Counts::default()
            .with(Status::Present, Presence::InPerson, (20, 3600))
            .with(Status::Late, Presence::Online, (2, 320))
            .with(Status::Absent, Presence::InPerson, (3, 0));
        assert_eq!((counts.there(), counts.in_person, counts.online, counts.absent), (22, 20, 2, 3));
        assert_eq!(counts.minutes, 3920);
    }

    fn any_cell() -> impl Strategy<Value = (i32, Cell)> {
        (1..400i32, 0..6usize, 0..400i32, any::<bool>()).prop_map(|(worth, kind, part, online)| {
            let part = part.min(worth);
            let cell = match kind {
                0 => Cell::NotAsked,
                1 => Cell::Ahead,
                2 => Cell::Unmarked,
                3 => marked(Status::Absent, 0, 0),
                _ if online => marked(Status::Present, 0, part),
                _ => marked(Status::Late, part, 0),
            };
            (worth, cell)
        })
    }

    proptest! {
        #[test]
        fn sums_do_not_depend_on_the_order_of_sessions(cells in proptest::collection::vec(any_cell(), 0..30)) {
            let slots: Vec<(Slot, Cell)> = cells.into_iter().map(|(worth, cell)| (slot(worth), cell)).collect();
            let sum = |cells: &[(Slot, Cell)]| Totals::of(cells.iter().map(|(slot, cell)| (slot, cell)));
            let backwards: Vec<(Slot, Cell)> = slots.iter().rev().cloned().collect();
            let totals = sum(&slots);
            prop_assert_eq!(totals, sum(&backwards));
            let one_by_one: Minutes = slots.iter().map(|one| sum(std::slice::from_ref(one)).credited.all()).sum();
            prop_assert_eq!(totals.credited.all(), one_by_one);
        }

        #[test]
        fn never_more_than_held_and_never_more_held_than_planned(cells in proptest::collection::vec(any_cell(), 0..30)) {
            let slots: Vec<(Slot, Cell)> = cells.into_iter().map(|(worth, cell)| (slot(worth), cell)).collect();
            let totals = Totals::of(slots.iter().map(|(slot, cell)| (slot, cell)));
            prop_assert!(totals.credited.all() <= totals.held && totals.held <= totals.planned);
            prop_assert!(totals.share_of_planned() <= totals.share_of_held() || totals.held == Minutes::ZERO);
            prop_assert!(totals.attended <= totals.sessions);
        }
    }
}
