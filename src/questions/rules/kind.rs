//! How questions are answered.

use crate::kernel::words;

words! {
    /// How a question is answered.
    QuestionKind {
        /// One choice.
        One = "one",
        /// Any number of choices.
        Many = "many",
        /// True or false.
        TrueFalse = "true_false",
        /// A number.
        Number = "number",
        /// Putting into the right order.
        Order = "order",
        /// Joining pairs.
        Match = "match",
        /// A self-rating from 1 to 5; there is no right answer.
        Scale = "scale",
        /// A word or a few, compared with accepted answers.
        Text = "text",
        /// Gaps in a text, each chosen or typed.
        Gaps = "gaps",
        /// A text in the trainee's own words, marked by a trainer.
        Essay = "essay",
    }
}
