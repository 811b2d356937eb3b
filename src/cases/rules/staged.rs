//! What of a case waits: its work for the steps, and its debrief for the end.

use crate::kernel::Moment;

/// How far the steps of a case were gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steps {
    /// The case has none.
    None,
    /// None of its runs has come to an end.
    Ahead,
    /// One has, and another one was begun.
    Again,
    /// The last one has come to an end.
    Done,
}

impl Steps {
    /// From the last run that was begun, and the last one that came to an end.
    pub fn of(staged: bool, (begun, ended): (Option<i32>, Option<i32>)) -> Steps {
        match (staged, ended) {
            (false, _) => Steps::None,
            (true, None) => Steps::Ahead,
            (true, ended) if begun > ended => Steps::Again,
            (true, Some(_)) => Steps::Done,
        }
    }

    /// Whether they come before a work may be handed in.
    pub fn come_first(self) -> bool {
        matches!(self, Steps::Ahead | Steps::Again)
    }

    /// Whether task and rubric would tell too early what happens.
    pub fn hide_the_task(self) -> bool {
        self == Steps::Ahead
    }
}

/// Whether a trainee may read the debrief: after the deadline with a grade, or when a trainer has opened it.
pub fn debrief_is_open(opened: Option<Moment>, due: Moment, graded: bool, now: Moment) -> bool {
    opened.is_some_and(|opened| now >= opened) || (now >= due && graded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_run_that_was_begun_has_to_end() {
        assert_eq!(Steps::of(false, (None, None)), Steps::None);
        assert_eq!(Steps::of(true, (None, None)), Steps::Ahead);
        assert_eq!(Steps::of(true, (Some(1), None)), Steps::Ahead);
        assert_eq!(Steps::of(true, (Some(1), Some(1))), Steps::Done);
        assert_eq!(Steps::of(true, (Some(2), Some(1))), Steps::Again);
        assert!(Steps::Again.come_first() && !Steps::Again.hide_the_task());
        assert!(!Steps::Done.come_first() && !Steps::None.come_first());
    }

    #[test]
    fn a_debrief_waits_for_deadline_and_grade_or_for_the_trainer() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let (due, before, after) =
            (at("2026-09-15T21:00:00Z"), at("2026-09-15T20:59:59Z"), at("2026-09-15T21:00:00Z"));
        assert!(!debrief_is_open(None, due, true, before));
        assert!(!debrief_is_open(None, due, false, after));
        assert!(debrief_is_open(None, due, true, after));
        assert!(debrief_is_open(Some(before), due, false, before));
    }
}
