//! When a job is tried again, and when no more.

use crate::kernel::ProblemCode;

/// How often a job is tried before it is left to an administrator.
pub const MOST_TRIES: i32 = 8;

/// A claim older than this many minutes belonged to a program that is gone; another takes the job over.
pub const CLAIM_MINUTES: i64 = 10;

/// Seconds to wait after so many tries have failed: 30 s, then four times as long each time, at most
/// six hours. Eight tries span more than half a day, which outlasts a mail server's night.
pub fn wait_after(tries: i32) -> i64 {
    const FIRST: i64 = 30;
    const LONGEST: i64 = 6 * 60 * 60;
    let doublings = u32::try_from(tries.saturating_sub(1)).unwrap_or(0).min(10) * 2;
    (FIRST << doublings).min(LONGEST)
}

/// Whether another try could end otherwise. The parts of an archive that is too large are not fewer the next time, and
/// each try would write gigabytes in vain.
pub fn worth_another_try(code: ProblemCode, tries: i32) -> bool {
    tries < MOST_TRIES && code != ProblemCode::ArchiveTooLarge
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_end_otherwise_is_tried_once() {
        assert!(worth_another_try(ProblemCode::StorageFull, 1));
        assert!(worth_another_try(ProblemCode::Internal, MOST_TRIES - 1));
        assert!(!worth_another_try(ProblemCode::Internal, MOST_TRIES));
        assert!(!worth_another_try(ProblemCode::ArchiveTooLarge, 1));
    }

    #[test]
    fn waits_grow_to_a_cap_and_span_a_night() {
        assert_eq!([1, 2, 3, 4].map(wait_after), [30, 120, 480, 1920]);
        assert_eq!(wait_after(7), 21_600);
        assert_eq!(wait_after(i32::MAX), 21_600);
        let span: i64 = (1..MOST_TRIES).map(wait_after).sum();
        assert!(span > 12 * 60 * 60);
    }
}
