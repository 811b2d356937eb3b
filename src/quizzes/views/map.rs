//! The map of an attempt under way: its questions with what became of each, and where one is among them.

use crate::kernel::QuestionId;
use crate::programmes::rules::words::Layout;
use crate::quizzes::actions::{Asked, Reading};
use crate::web::paths;
use serde::Serialize;

/// A question on the map.
#[derive(Debug, Serialize)]
pub(super) struct Spot {
    number: usize,
    question: i64,
    anchor: String,
    url: String,
    pub(super) answered: bool,
    pub(super) flagged: bool,
    /// Whether it takes no more answers.
    locked: bool,
    /// Whether it is the one that the page shows, where it shows one.
    here: bool,
}

/// Which of the questions a page shows, where each has a page of its own.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    pub(super) number: usize,
    question: i64,
    previous: Option<i64>,
    next: Option<i64>,
    /// Whether to go on is to hand in.
    last: bool,
}

/// Every question of an attempt.
pub(super) fn spots(reading: &Reading, here: Option<usize>) -> Vec<Spot> {
    let spot = |(place, asked): (usize, &Asked)| Spot {
        number: place + 1,
        question: asked.id.0,
        anchor: format!("question-{}", asked.id),
        url: url(reading, asked.id),
        answered: !asked.response.is_blank(),
        flagged: asked.flagged,
        locked: asked.state.locked,
        here: here == Some(place),
    };
    reading.asked.iter().enumerate().map(spot).collect()
}

/// The address of a question of an attempt under way: its page, or its place on the page of all.
pub(super) fn url(reading: &Reading, question: QuestionId) -> String {
    match reading.entrance.settings.layout {
        Layout::OneQuestion => paths::attempt_question(reading.attempt.id, question),
        Layout::OnePage => format!("{}#question-{question}", paths::attempt(reading.attempt.id)),
    }
}

impl Page {
    /// The page of the question on this place, from 0.
    pub(super) fn at(reading: &Reading, place: usize) -> Option<Page> {
        let question = |place: usize| reading.asked.get(place).map(|asked| asked.id.0);
        let next = question(place + 1);
        Some(Page {
            number: place + 1,
            question: question(place)?,
            previous: place.checked_sub(1).and_then(question),
            next,
            last: next.is_none(),
        })
    }
}
