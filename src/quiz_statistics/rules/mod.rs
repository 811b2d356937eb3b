//! Measures of questions and quizzes, and what they advise.

pub mod advice;
pub mod measures;
pub mod shares;

use crate::kernel::words;

words! {
    /// Which attempts are looked at.
    Which {
        /// The first of everybody: nobody has seen the questions before.
        First = "first",
        /// The best of everybody, which counts.
        Counting = "counting",
    }
}
