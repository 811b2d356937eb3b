//! A quiz of a programme: its settings and its questions.

use crate::kernel::{Minutes, Permille};
use crate::programmes::rules::words::{Behaviour, Counting, Layout, Release};
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
    /// When an answer is marked.
    #[serde(default = "deferred")]
    pub behaviour: Behaviour,
    /// How many tries a question has, where it has several.
    #[serde(default = "usual_tries")]
    pub tries: u32,
    /// Which attempt counts.
    #[serde(default = "best")]
    pub counting: Counting,
    /// How long after one attempt the next may begin.
    #[serde(default)]
    pub delay: Option<Minutes>,
    /// For how long after the time limit an answer that was on its way is still taken, in seconds.
    #[serde(default)]
    pub grace_seconds: u32,
    /// A mock test: as many attempts as anybody likes, and the results by section over time.
    #[serde(default)]
    pub drill: bool,
    /// How its questions stand on the pages of an attempt.
    #[serde(default = "one_page")]
    pub layout: Layout,
}

fn deferred() -> Behaviour {
    Behaviour::Deferred
}

fn usual_tries() -> u32 {
    QuizSettings::USUAL_TRIES
}

fn one_page() -> Layout {
    Layout::OnePage
}

fn best() -> Counting {
    Counting::Best
}

impl QuizSettings {
    /// How many tries a question has unless said otherwise.
    pub const USUAL_TRIES: u32 = 3;
}

impl Default for QuizSettings {
    /// Any number of attempts for any time, everything shown on submission.
    fn default() -> QuizSettings {
        QuizSettings {
            pass: None,
            attempts: None,
            time_limit: None,
            shuffle: false,
            draw: None,
            diagnostic: false,
            release: Release::AfterSubmit,
            behaviour: deferred(),
            tries: usual_tries(),
            counting: best(),
            delay: None,
            grace_seconds: 0,
            drill: false,
            layout: one_page(),
        }
    }
}
