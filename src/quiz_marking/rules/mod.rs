//! Points that a person gives, and the numbers under which answers are marked.

pub mod points;

use crate::kernel::{AttemptId, QuestionId};
use sha2::{Digest, Sha256};

/// More days than this, and an answer has waited long.
pub const OLD_AFTER_DAYS: i64 = 5;
/// The longest remark, reason, appeal or answer to one, in characters.
pub const LONGEST_WORDS: usize = 2000;

/// The number under which an answer is marked. It follows from the seed of the attempt, which no page shows, so
/// that it cannot be told from it whose answer it is. It fits into what JavaScript counts exactly.
pub fn answer_number(attempt: AttemptId, seed: i64, question: QuestionId) -> i64 {
    let digest = Sha256::new()
        .chain_update("answer to mark")
        .chain_update(seed.to_be_bytes())
        .chain_update(attempt.0.to_be_bytes())
        .chain_update(question.0.to_be_bytes())
        .finalize();
    digest.iter().take(6).fold(0, |number, byte| (number << 8) | i64::from(*byte))
}

/// The last four digits of the number: enough to tell the answers of one question apart by eye.
pub fn short_number(number: i64) -> String {
    format!("{:04}", number.rem_euclid(10_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_every_time_and_says_nothing_of_the_attempt() {
        let number = |attempt, seed| answer_number(AttemptId(attempt), seed, QuestionId(3));
        assert_eq!(number(1, 42), number(1, 42));
        assert_ne!(number(1, 42), number(2, 42));
        assert_ne!(number(1, 42), number(1, 43), "without the seed it cannot be computed");
        assert!((0..1 << 48).contains(&number(1, 42)));
        assert_eq!(short_number(1_230_007), "0007");
    }
}
