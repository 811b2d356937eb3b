//! What a question is, what a response to it is, and what that is worth.
//!
//! Right answers stand apart from the texts (G8): [`Question`] is for the server only, [`PublicQuestion`] has
//! no field that could carry an answer, and the numbers of choices are dealt by a digest of their texts, so
//! that neither the order nor the pairs of the definition can be read from them.

pub mod answer;
pub mod decimal;
pub mod difference;
pub mod draft;
#[cfg(test)]
pub mod examples;
pub mod exchange;
pub mod filter;
pub mod folding;
pub mod kind;
pub mod marking;
pub mod outline;
pub mod question;
pub mod ratio;
pub mod reach;
pub mod responding;
pub mod response;
pub mod shape;
pub mod source;
pub mod to_markdown;
pub mod tree;
mod typed_number;

pub use answer::{AcceptedNumber, AcceptedText, AcceptedTexts, Answer, ChoiceId, Gap, GapAnswer, Unit};
pub use decimal::{Decimal, Weight};
pub use draft::Draft;
pub use kind::QuestionKind;
pub use marking::{Mark, MilliPoints, Outcome, Tally};
pub use question::{Choice, OutcomeTexts, PublicQuestion, Question, QuestionText, ScaleLabels};
pub use ratio::Ratio;
pub use reach::{Owner, Reach};
pub use responding::{
    accepted_place, is_right_filling, right_filling, right_response, shown_texts, wrong_response,
};
pub use response::{Filling, Response};
pub use shape::Shape;
