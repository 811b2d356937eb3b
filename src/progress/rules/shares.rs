//! The two shares that attendance is judged by: of what is planned, and of what has been held by now (L10). Whatever
//! shows one of them takes it from here. Pure.

use super::held::SoFar;
use crate::kernel::{Minutes, Permille};

/// An attended activity that is asked of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Planned time.
    pub planned: Minutes,
    /// What the ledger credits, make-ups too.
    pub credited: Minutes,
    /// What has been held of it by now.
    pub held: Minutes,
}

/// How much somebody has attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attendance {
    /// Time credited, of each activity up to what was planned.
    pub attended: Minutes,
    /// Time planned, whether it stands in the timetable or not.
    pub planned: Minutes,
    /// The same of what has been held.
    pub so_far: SoFar,
}

impl Attendance {
    /// Over the attended activities that are asked of somebody.
    pub fn of(parts: impl IntoIterator<Item = Part>) -> Attendance {
        parts.into_iter().fold(Attendance::default(), |sum, Part { planned, credited, held }| Attendance {
            attended: sum.attended + credited.min(planned),
            planned: sum.planned + planned,
            so_far: SoFar {
                attended: sum.so_far.attended + credited.min(held),
                held: sum.so_far.held + held,
            },
        })
    }

    /// The share of what is planned; all of it where nothing is.
    pub fn of_planned(&self) -> Permille {
        Permille::of(self.attended.0.into(), self.planned.0.into())
    }

    /// The share of what has been held; nothing before the first session is over.
    pub fn of_held(&self) -> Option<Permille> {
        self.so_far.share()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_before_the_end_counts_for_what_is_planned_and_not_yet_for_what_was_held() {
        let part = |planned, credited, held| Part {
            planned: Minutes(planned),
            credited: Minutes(credited),
            held: Minutes(held),
        };
        let one = Attendance::of([part(180, 180, 0), part(90, 45, 90), part(360, 0, 0)]);
        assert_eq!((one.of_planned(), one.of_held()), (Permille(357), Some(Permille(500))));
        assert_eq!(Attendance::of([part(180, 400, 180)]).of_planned(), Permille::WHOLE);
        assert_eq!(Attendance::default().of_held(), None);
    }
}
