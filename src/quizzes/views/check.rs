//! The last look before an attempt is handed in: what is answered and what is not.

use super::during::Clock;
use super::parts::{self, Link, plain};
use super::samples;
use crate::quizzes::actions::Reading;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Check {
    crumbs: Vec<Link>,
    title: String,
    answered: usize,
    total: usize,
    complete: bool,
    open: Vec<Open>,
    clock: Option<Clock>,
    left_after: Option<u32>,
    attempt_url: String,
    submission_url: String,
}

/// A question without an answer.
#[derive(Debug, Serialize)]
struct Open {
    number: usize,
    prompt: String,
    url: String,
}

impl Check {
    /// The page of an attempt under way.
    pub fn new(reading: &Reading, reader: &Reader) -> Check {
        let attempt_url = paths::attempt(reading.attempt.id);
        let blank = (1..).zip(&reading.asked).filter(|(_, asked)| asked.response.is_blank());
        let open: Vec<Open> = blank
            .map(|(number, asked)| Open {
                number,
                prompt: asked
                    .question
                    .text(reader.language)
                    .map(|(_, text)| plain(&text.prompt_html))
                    .unwrap_or_default(),
                url: format!("{attempt_url}#question-{}", asked.id),
            })
            .collect();
        Check {
            crumbs: parts::crumbs_below(&reading.entrance, reader.language),
            title: parts::title(&reading.entrance, reader.language),
            answered: reading.asked.len() - open.len(),
            total: reading.asked.len(),
            complete: open.is_empty(),
            open,
            clock: Clock::of(reading, reader),
            left_after: reading.entrance.left(),
            attempt_url,
            submission_url: paths::attempt_submission(reading.attempt.id),
        }
    }
}

impl View for Check {
    const TEMPLATE: &'static str = "pages/quizzes/check";

    fn title(&self) -> Title {
        Title::with("quizzes-check-title", vec![("quiz", self.title.clone())])
    }

    fn samples() -> Vec<Check> {
        let (some, none) = (samples::under_way(), samples::not_begun());
        let mut all = some.clone();
        all.asked.retain(|asked| !asked.response.is_blank());
        [some, none, all].iter().map(|reading| Check::new(reading, &samples::reader())).collect()
    }
}
