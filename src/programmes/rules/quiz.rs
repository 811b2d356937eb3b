//! A quiz of a programme: its settings and its questions.

use crate::kernel::{Minutes, Permille};
use crate::programmes::rules::words::Release;
pub use crate::questions::rules::{
    Answer, Choice, ChoiceId, Decimal, PublicQuestion, Question, QuestionText, ScaleLabels,
};
use serde::{Deserialize, Serialize};

/// A quiz with all its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizDefinition {
    /// How it is taken.
    pub settings: QuizSettings,
    /// The pool, in the author's order.
    pub questions: Vec<Question>,
}

/// How a quiz is taken (G3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizSettings {
    /// The share of points that passes; `None` for a diagnostic quiz.
    pub pass: Option<Permille>,
    /// How many attempts; `None` for any number.
    pub attempts: Option<u32>,
    /// How long an attempt may last; `None` for any time.
    pub time_limit: Option<Minutes>,
    /// Whether questions and choices change their order from attempt to attempt.
    pub shuffle: bool,
    /// How many questions of the pool an attempt gets; `None` for all.
    pub draw: Option<u32>,
    /// Never counts; completed on submission (G5).
    pub diagnostic: bool,
    /// When answers and explanations show.
    pub release: Release,
}
