//! The last look before an attempt is handed in: what is answered and what is not.

use super::during::Clock;
use super::map;
use super::parts::{self, Link, plain};
use super::samples;
use super::unsent::Unsent;
use crate::questions::rules::{Answer, Response};
use crate::quizzes::actions::{Asked, Reading};
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
    flagged: Vec<Open>,
    blank: usize,
    later: usize,
    some: bool,
    lengths: Vec<Length>,
    clock: Option<Clock>,
    left_after: Option<u32>,
    unsent: Option<Unsent>,
    attempt_url: String,
    submission_url: String,
}

/// A question without an answer, or one that was flagged.
#[derive(Debug, Serialize)]
struct Open {
    number: usize,
    prompt: String,
    url: String,
}

/// An essay that is shorter or longer than was asked.
#[derive(Debug, Serialize)]
struct Length {
    number: usize,
    prompt: String,
    url: String,
    words: u32,
    least: Option<u32>,
    most: Option<u32>,
}

impl Check {
    /// The page of an attempt under way.
    pub fn new(reading: &Reading, reader: &Reader) -> Check {
        let numbered = || (1..).zip(&reading.asked);
        let url = |asked: &Asked| map::url(reading, asked.id);
        let listed = |fits: &dyn Fn(&Asked) -> bool| -> Vec<Open> {
            let fitting = numbered().filter(|(_, asked)| fits(asked));
            let line = |(number, asked)| Open {
                number,
                prompt: prompt(asked, reader),
                url: map::url(reading, asked.id),
            };
            fitting.map(line).collect()
        };
        let (open, flagged) = (listed(&|asked| asked.response.is_blank()), listed(&|asked| asked.flagged));
        let length = |(number, asked): (usize, &Asked)| {
            let (words, least, most) = off_limits(asked)?;
            Some(Length { number, prompt: prompt(asked, reader), url: url(asked), words, least, most })
        };
        Check {
            crumbs: parts::crumbs_below(&reading.entrance, reader.language),
            title: parts::title(&reading.entrance, reader.language),
            answered: reading.asked.len() - open.len(),
            total: reading.asked.len(),
            complete: open.is_empty(),
            blank: open.len(),
            later: flagged.len(),
            some: !(open.is_empty() && flagged.is_empty()),
            open,
            flagged,
            lengths: numbered().filter_map(length).collect(),
            clock: Clock::of(reading, reader),
            left_after: reading.entrance.left(),
            unsent: Unsent::new(reading),
            attempt_url: paths::attempt(reading.attempt.id),
            submission_url: paths::attempt_submission(reading.attempt.id),
        }
    }
}

fn prompt(asked: &Asked, reader: &Reader) -> String {
    asked.question.text(reader.language).map(|(_, text)| plain(&text.prompt_html)).unwrap_or_default()
}

/// How many words an essay has, with the limit it does not keep.
fn off_limits(asked: &Asked) -> Option<(u32, Option<u32>, Option<u32>)> {
    let (Answer::Essay { min_words, max_words }, Response::Text(text)) =
        (&asked.question.answer, &asked.response)
    else {
        return None;
    };
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    let least = min_words.filter(|least| words < *least);
    let most = max_words.filter(|most| words > *most);
    (least.is_some() || most.is_some()).then_some((words, least, most))
}

impl View for Check {
    const TEMPLATE: &'static str = "pages/quizzes/check";

    fn title(&self) -> Title {
        Title::with("quizzes-check-title", vec![("quiz", self.title.clone())])
    }

    fn samples() -> Vec<Check> {
        let (some, none, alone) = (samples::under_way(), samples::not_begun(), samples::one_by_one());
        let mut all = some.clone();
        all.asked.retain(|asked| !asked.response.is_blank());
        [some, none, all, alone].iter().map(|reading| Check::new(reading, &samples::reader())).collect()
    }
}
