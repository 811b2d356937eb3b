//! The four editions of the demonstration: when they run, who learns in them, and how each person fares.
//! Everything is counted from the day the demonstration is made.

use super::names::{PARTNERSHIP, SPRING, Someone, VISITING, VOLUNTEERS};
use crate::attendance::rules::plan::Grid;
use crate::editions::rules::Term;
use crate::kernel::{Moment, ZoneName};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// An edition, in the order in which they began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Kazakh, over since spring; its documents are issued.
    Spring,
    /// Russian, ended yesterday; some are ready for their documents.
    Visiting,
    /// Russian, mid-course, the large one.
    Partnership,
    /// Kazakh, mid-course.
    Volunteers,
}

/// How somebody fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// Works along, with a bad day now and then.
    Usual,
    /// Never took up the invitation.
    Idle,
    /// `trainee@`: stands before the second version of a case.
    Redo,
    /// Since yesterday in the middle of the staged case.
    Deciding,
    /// Has met the whole rule.
    Ready,
    /// Failed the last quiz twice.
    QuizFailed,
    /// Has named somebody in a work, which was hidden, and has handed it in again.
    GivenBack,
    /// Missed the internship, and never handed in the second version of a case.
    Missing,
    /// Was withdrawn half-way.
    Withdrawn,
}

/// Somebody's way through an edition.
#[derive(Debug, Clone, Copy)]
pub struct Plot {
    /// Tenths of a day from one activity to the next.
    pub pace: i64,
    /// How they fare.
    pub story: Story,
}

impl Course {
    /// All of them, the oldest first.
    pub const ALL: [Course; 4] = [Course::Spring, Course::Visiting, Course::Partnership, Course::Volunteers];

    /// The programme.
    pub fn slug(self) -> &'static str {
        if self.is_kazakh() { "birgemiz-bilim-orientation" } else { "effective-partnership" }
    }

    /// Whether the centre in Astana runs it.
    pub fn is_kazakh(self) -> bool {
        matches!(self, Course::Spring | Course::Volunteers)
    }

    /// Its own title.
    pub fn title(self) -> &'static str {
        match self {
            Course::Spring => "BIRGEMIZ BILIM, көктемгі ағым",
            Course::Visiting => "Эффективное партнёрство, выездная группа в Астане",
            Course::Partnership => "Эффективное партнёрство, 2-й поток",
            Course::Volunteers => "BIRGEMIZ BILIM, күзгі ағым",
        }
    }

    /// How many people fit.
    pub fn capacity(self) -> i32 {
        match self {
            Course::Spring | Course::Visiting => 12,
            Course::Partnership => 45,
            Course::Volunteers => 25,
        }
    }

    /// For how many months its certificates hold.
    pub fn valid_months(self) -> Option<u16> {
        (self == Course::Spring).then_some(36)
    }

    /// The room of its sessions.
    pub fn place(self) -> &'static str {
        match self {
            Course::Spring => "Орынбор, Достық көшесі, 12, мәдени орталық",
            Course::Visiting => "Астана, ул. Бейбітшілік, 5, конференц-зал",
            Course::Partnership => "Москва, Учебная улица, 7, аудитория 305",
            Course::Volunteers => "Астана, Тәуелсіздік даңғылы, 21, 4-мектеп",
        }
    }

    /// When it runs.
    pub fn term(self, now: Moment) -> Term {
        let zone = match self {
            Course::Partnership => ZoneName::MOSCOW,
            _ => ZoneName(chrono_tz::Asia::Almaty),
        };
        let today = now.date_in(zone);
        let (first, last) = match self {
            Course::Spring => (-190, -162),
            Course::Visiting => (-66, -1),
            Course::Partnership => (-42, 21),
            Course::Volunteers => (-21, 14),
        };
        Term { starts_on: later(today, first), ends_on: later(today, last), zone }
    }

    /// The last day of the case of which the large edition takes late works with points off.
    pub fn due_on(self, now: Moment) -> NaiveDate {
        later(self.term(now).starts_on, 33)
    }

    /// Once a week on the weekday of the next session: today's in the large edition, tomorrow's in the Kazakh
    /// one; never on a Sunday.
    pub fn grid(self, now: Moment) -> Grid {
        let term = self.term(now);
        let today = now.date_in(term.zone);
        let (day, first, hours) = match self {
            Course::Spring => (workday(later(today, -166)), 0, (16, 18)),
            Course::Visiting => (workday_before(later(today, -2)), -49, (10, 15)),
            Course::Partnership => (workday(today), -35, (10, 15)),
            Course::Volunteers => (workday(later(today, 1)), -7, (15, 16)),
        };
        Grid {
            weekdays: vec![day.weekday()],
            starts: oclock(hours.0),
            ends: oclock(hours.1),
            from: later(day, first),
            to: term.ends_on,
        }
    }

    /// Who learns in it, with the way of each.
    pub fn cast(self) -> Vec<(Someone, Plot)> {
        let people: &[Someone] = match self {
            Course::Spring => PARTNERSHIP.get(SPRING).unwrap_or_default(),
            Course::Visiting => VOLUNTEERS.get(VISITING).unwrap_or_default(),
            Course::Partnership => &PARTNERSHIP,
            Course::Volunteers => &VOLUNTEERS,
        };
        people.iter().enumerate().map(|(place, one)| (*one, self.plot(place))).collect()
    }

    fn plot(self, place: usize) -> Plot {
        let cycle = |paces: &[i64]| paces.get(place % paces.len().max(1)).copied().unwrap_or(30);
        let (pace, story) = match (self, place) {
            (Course::Spring, 7) => (60, Story::Withdrawn),
            (Course::Spring, _) => (20, Story::Ready),
            (Course::Visiting, 3) => (27, Story::QuizFailed),
            (Course::Visiting, 4) => (27, Story::Missing),
            (Course::Visiting, _) => (27, Story::Ready),
            (Course::Partnership, 0) => (34, Story::Redo),
            (Course::Partnership, 3) => (30, Story::Deciding),
            (Course::Partnership, 11) => (36, Story::GivenBack),
            (Course::Partnership, 26..29) | (Course::Volunteers, 13) => (0, Story::Idle),
            (Course::Partnership, _) => (cycle(&[22, 24, 26, 30, 36, 48, 75]), Story::Usual),
            (Course::Volunteers, 0) => (24, Story::Usual),
            (Course::Volunteers, _) => (cycle(&[16, 19, 24, 32, 50]), Story::Usual),
        };
        Plot { pace, story }
    }
}

/// A day so many days later.
pub fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

/// A full hour of the wall clock.
pub fn oclock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

fn workday(day: NaiveDate) -> NaiveDate {
    if day.weekday() == Weekday::Sun { later(day, 1) } else { day }
}

fn workday_before(day: NaiveDate) -> NaiveDate {
    if day.weekday() == Weekday::Sun { later(day, -1) } else { day }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_day_sessions_are_before_behind_and_at_hand() {
        for offset in 0..14 {
            let now = Moment::parse("2026-09-15T06:00:00Z").unwrap().plus_minutes(offset * 24 * 60);
            for course in Course::ALL {
                let (term, grid) = (course.term(now), course.grid(now));
                assert!(grid.from >= term.starts_on, "{course:?} on day {offset}");
                assert!(!grid.weekdays.contains(&Weekday::Sun));
            }
            let today = now.date_in(ZoneName::MOSCOW);
            let next = later(Course::Partnership.grid(now).from, 35);
            assert!(next == today || next == later(today, 1));
        }
    }

    #[test]
    fn sixty_different_people_learn() {
        let mut emails: Vec<String> =
            Course::ALL.iter().flat_map(|course| course.cast()).map(|(one, _)| one.email()).collect();
        emails.sort();
        emails.dedup();
        assert_eq!(emails.len(), 60);
    }
}
