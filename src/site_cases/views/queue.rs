//! The cases that wait for those who teach.

use super::own::state_key;
use crate::cases::rules::OLD_AFTER_DAYS;
use crate::kernel::{PersonName, Word as _, dates};
use crate::site_cases::actions::{Queue, Queued};
use crate::site_cases::rules::{Side, State};
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// What of the queue is shown, as it was asked for; an empty text is everything.
#[derive(Debug, Clone, Default)]
pub struct Wished {
    /// An edition's id.
    pub edition: String,
    /// A state.
    pub state: String,
    /// The page, from 0.
    pub page: i64,
}

impl Wished {
    fn address(&self, page: i64) -> String {
        let number = if page > 0 { page.to_string() } else { String::new() };
        paths::site_cases(&[("edition", &self.edition), ("state", &self.state), ("page", &number)])
    }
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct QueuePage {
    pub(super) url: &'static str,
    pub(super) today_url: &'static str,
    pub(super) waiting: i64,
    pub(super) edition: Field,
    pub(super) editions: Vec<Choice>,
    pub(super) state: Field,
    pub(super) states: Vec<Choice>,
    pub(super) is_filtered: bool,
    pub(super) cases: Vec<QueueLine>,
    pub(super) previous_url: Option<String>,
    pub(super) next_url: Option<String>,
}

/// A case in the queue.
#[derive(Debug, Clone, Serialize)]
pub struct QueueLine {
    pub(super) title: Option<String>,
    pub(super) number: i64,
    pub(super) url: String,
    pub(super) author: String,
    pub(super) organisation: Option<String>,
    pub(super) edition: String,
    pub(super) state_key: String,
    pub(super) waits: bool,
    pub(super) at: String,
    pub(super) age: i64,
    pub(super) old: bool,
    pub(super) taker: Option<String>,
}

impl QueueLine {
    fn new(case: &Queued, reader: &Reader) -> QueueLine {
        let row = &case.row;
        let (age, waits) = (row.since.days_until(reader.now), row.state == State::Waiting);
        QueueLine {
            title: case.title.clone(),
            number: row.id.0,
            url: paths::site_case(row.id),
            author: row.author.full(),
            organisation: row.organisation.clone(),
            edition: row.edition_title.clone(),
            state_key: state_key(row.state, Side::Staff),
            waits,
            at: dates::day_and_time(reader.language, row.since, reader.zone),
            age,
            old: waits && age > OLD_AFTER_DAYS,
            taker: case.taker.as_ref().map(|(_, name)| PersonName::surname_and_initials(name)),
        }
    }
}

impl QueuePage {
    /// A page of the queue.
    pub fn new(queue: &Queue, wished: &Wished, reader: &Reader, say: &dyn Fn(&str) -> String) -> QueuePage {
        let states = [State::Waiting, State::Answered, State::Redo, State::Closed];
        let state =
            |state: State| Choice::new(state.as_str(), say(&state_key(state, Side::Staff)), &wished.state);
        let edition = |(id, title): &(crate::kernel::EditionId, String)| {
            Choice::new(id, title.clone(), &wished.edition)
        };
        QueuePage {
            url: paths::SITE_CASES,
            today_url: paths::TODAY,
            waiting: queue.waiting,
            edition: Field::filled("edition", &wished.edition),
            editions: queue.editions.iter().map(edition).collect(),
            state: Field::filled("state", &wished.state),
            states: states.into_iter().map(state).collect(),
            is_filtered: !wished.edition.is_empty() || !wished.state.is_empty(),
            cases: queue.cases.iter().map(|case| QueueLine::new(case, reader)).collect(),
            previous_url: (wished.page > 0).then(|| wished.address(wished.page - 1)),
            next_url: queue.more.then(|| wished.address(wished.page + 1)),
        }
    }
}

impl View for QueuePage {
    const TEMPLATE: &'static str = "pages/site_cases/queue";

    fn title(&self) -> Title {
        Title::key("site-queue-title")
    }

    fn samples() -> Vec<QueuePage> {
        super::samples::queues()
    }
}
