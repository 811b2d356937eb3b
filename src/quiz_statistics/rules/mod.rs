//! Measures of questions and quizzes, and what they advise.

pub mod advice;
pub mod measures;
pub mod shares;
pub mod slots;

use crate::kernel::words;

words! {
    /// Which attempts are looked at.
    Which {
        /// The first of everybody: nobody has seen the questions before.
        First = "first",
        /// Those that count in the edition: the best of everybody, the last, the first, or all where their average
        /// counts.
        Counting = "counting",
    }
}
