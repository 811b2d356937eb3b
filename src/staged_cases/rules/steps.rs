//! A step of somebody's way, and what is decided there.

use crate::kernel::Moment;

/// The longest decision in words, in characters.
pub const LONGEST_TEXT: usize = 4_000;

/// A stage or an end that somebody has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which one of the run, from 1.
    pub sequence: i32,
    /// The key of the stage or end.
    pub stage: String,
    /// Whether it is an end.
    pub is_end: bool,
    /// When it was opened.
    pub opened_at: Moment,
    /// The first instant at which a decision is too late, where there is a clock.
    pub due_at: Option<Moment>,
    /// What was decided.
    pub decision: Option<Decided>,
}

/// What was decided at a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The key of the choice, where it was one.
    pub choice: Option<String>,
    /// The words, where it was a text; by the clock, what was written so far.
    pub text: String,
    /// Nothing was decided in time.
    pub by_clock: bool,
    /// The stage or end that follows.
    pub next: String,
    /// When.
    pub at: Moment,
}

/// What somebody wants to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// The choice of this number, from 1, in the order of the page. Its key stays with the server: authors give telling
    /// ones.
    Choice(usize),
    /// These words.
    Text(String),
}
