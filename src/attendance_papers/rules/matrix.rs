//! One person and one session: what the journal has there, and what it adds up to.

use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::{Minutes, Moment, PersonName, ZoneName};
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

/// Who reads the attendance of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The person.
    Own,
    /// The trainers of the edition and its administrators.
    Staff,
    /// The coordinator of the organisation that sent the person.
    Coordinator,
}

/// Who wrote something into the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The program itself.
    Program,
    /// The person of the mark: they checked in themselves.
    Themselves(PersonName),
    /// Somebody who teaches or administers; without a name for readers who are not told which of them.
    Staff(Option<PersonName>),
}

impl Author {
    /// The one of this name; the program where there is none.
    pub fn of(name: Option<PersonName>) -> Author {
        name.map_or(Author::Program, |name| Author::Staff(Some(name)))
    }

    /// The name, where the reader is told.
    pub fn name(&self) -> Option<&PersonName> {
        match self {
            Author::Program => None,
            Author::Themselves(name) => Some(name),
            Author::Staff(name) => name.as_ref(),
        }
    }

    /// Names of staff are for staff.
    fn seen_by(self, reading: Reading) -> Author {
        match self {
            Author::Staff(_) if reading != Reading::Staff => Author::Staff(None),
            other => other,
        }
    }
}

/// A change that has to be certified: what a mark said before, and who changed it when and why; or a first mark that was
/// made on a closed sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What it said; nothing where it is the first mark, made after the sheet was closed.
    pub old: Option<Mark>,
    /// What it says since.
    pub new: Mark,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Author,
    /// Whether the sheet was closed by then.
    pub after_closing: bool,
}

impl Correction {
    /// As a reader gets it: what changed stays; who changed it and why was written for the journal.
    fn seen_by(self, reading: Reading) -> Correction {
        let mark = |mark: Mark| mark_seen_by(mark, reading);
        Correction {
            old: self.old.map(mark),
            new: mark(self.new),
            reason: self.reason.filter(|_| reading == Reading::Staff),
            by: self.by.seen_by(reading),
            ..self
        }
    }

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
    /// What it has credited for what made up for it.
    pub made_up: Minutes,
    /// By whom it was written last.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// What it said before, the oldest first.
    pub corrections: Vec<Correction>,
}

/// Why somebody was not there may tell of health: it is for those who teach and for the person. A coordinator reads that
/// there was a reason.
fn mark_seen_by(mark: Mark, reading: Reading) -> Mark {
    match reading {
        Reading::Coordinator => Mark { reason: None, code: None, ..mark },
        Reading::Own | Reading::Staff => mark,
    }
}

impl Marked {
    /// As a reader gets it.
    pub fn seen_by(self, reading: Reading) -> Marked {
        let corrections = self.corrections.into_iter().map(|one| one.seen_by(reading)).collect();
        let by = self.by.seen_by(reading);
        Marked { mark: mark_seen_by(self.mark, reading), by, corrections, ..self }
    }

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

impl Cell {
    /// As a reader gets it.
    pub fn seen_by(self, reading: Reading) -> Cell {
        match self {
            Cell::Marked(marked) => Cell::Marked(Box::new(marked.seen_by(reading))),
            other => other,
        }
    }
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

/// The sums of a row. They are of the sessions shown; the shares that decide are over the whole programme, make-ups
/// counted, and stand in `progress` (L10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Credited at sessions, in person and online apart.
    pub credited: Credited,
    /// Credited for what made up for them.
    pub made_up: Minutes,
    /// The worth of the sessions that are over.
    pub held: Minutes,
    /// The worth of all sessions, those ahead too.
    pub planned: Minutes,
    /// At how many of the sessions that are over the person was.
    pub attended: usize,
    /// How many sessions are over.
    pub sessions: usize,
}

impl Totals {
    /// Adds the cells of a person up, as things stand now.
    pub fn of<'a>(cells: impl IntoIterator<Item = (&'a Slot, &'a Cell)>, now: Moment) -> Totals {
        cells.into_iter().fold(Totals::default(), |sum, one| sum.plus(one, now))
    }

    fn plus(self, (slot, cell): (&Slot, &Cell), now: Moment) -> Totals {
        let planned = Totals { planned: self.planned + slot.worth, ..self };
        let is_over = slot.ends_at <= now;
        // A session can be marked before its end; it has not been held by then.
        let held = if is_over {
            Totals { held: self.held + slot.worth, sessions: self.sessions + 1, ..planned }
        } else {
            planned
        };
        match cell {
            Cell::NotAsked => self,
            Cell::Ahead => planned,
            Cell::Unmarked => held,
            Cell::Marked(marked) => Totals {
                credited: self.credited.plus(marked.credited),
                made_up: self.made_up + marked.made_up,
                attended: self.attended + usize::from(is_over && marked.was_there()),
                ..held
            },
        }
    }
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
mod tests;
