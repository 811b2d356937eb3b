//! The queue of works that wait for a trainer.

use crate::cases::rules::OLD_AFTER_DAYS;
use crate::cases::store::WaitingRow;
use crate::kernel::dates;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// What of the queue is shown; an empty text is everything.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// An edition's id.
    pub edition: String,
    /// A case's id.
    pub case: String,
}

impl Filter {
    fn passes(&self, row: &WaitingRow) -> bool {
        let fits = |wish: &str, id: i64| wish.is_empty() || wish == id.to_string();
        fits(&self.edition, row.edition.0) && fits(&self.case, row.activity.0)
    }

    fn is_set(&self) -> bool {
        !self.edition.is_empty() || !self.case.is_empty()
    }
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Queue {
    pub(super) works: Vec<WorkLine>,
    pub(super) count: usize,
    pub(super) old_count: usize,
    pub(super) is_empty: bool,
    pub(super) is_filtered: bool,
    pub(super) has_filters: bool,
    pub(super) queue_url: &'static str,
    pub(super) edition: Field,
    pub(super) editions: Vec<Choice>,
    pub(super) case: Field,
    pub(super) cases: Vec<Choice>,
    pub(super) today_url: &'static str,
}

/// A work that waits.
#[derive(Debug, Clone, Serialize)]
pub struct WorkLine {
    pub(super) person: String,
    pub(super) url: String,
    pub(super) case: String,
    pub(super) edition: String,
    pub(super) number: i32,
    pub(super) handed_in: String,
    pub(super) age: i64,
    pub(super) old: bool,
    pub(super) late: bool,
}

impl WorkLine {
    pub(super) fn new(row: &WaitingRow, reader: &Reader) -> WorkLine {
        let age = row.submitted_at.days_until(reader.now);
        WorkLine {
            person: row.author.full(),
            url: paths::submission(row.submission),
            case: row.title.for_reader(reader.language).to_owned(),
            edition: row.edition_title.clone(),
            number: row.version,
            handed_in: dates::day_and_time(reader.language, row.submitted_at, reader.zone),
            age,
            old: age > OLD_AFTER_DAYS,
            late: row.late,
        }
    }
}

impl Queue {
    /// The queue through a filter. The choices of the filter come from the whole queue.
    pub fn new(rows: &[WaitingRow], filter: &Filter, reader: &Reader) -> Queue {
        let shown = rows.iter().filter(|row| filter.passes(row));
        let works: Vec<WorkLine> = shown.map(|row| WorkLine::new(row, reader)).collect();
        let editions: BTreeMap<i64, String> =
            rows.iter().map(|row| (row.edition.0, row.edition_title.clone())).collect();
        let title = |row: &WaitingRow| row.title.for_reader(reader.language).to_owned();
        let cases: BTreeMap<i64, String> = rows.iter().map(|row| (row.activity.0, title(row))).collect();
        Queue {
            count: works.len(),
            old_count: works.iter().filter(|work| work.old).count(),
            is_empty: works.is_empty(),
            is_filtered: filter.is_set(),
            has_filters: filter.is_set() || editions.len() > 1 || cases.len() > 1,
            queue_url: paths::GRADING,
            edition: Field::filled("edition", &filter.edition),
            editions: choices(editions, &filter.edition),
            case: Field::filled("case", &filter.case),
            cases: choices(cases, &filter.case),
            today_url: paths::TODAY,
            works,
        }
    }
}

fn choices(named: BTreeMap<i64, String>, chosen: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> =
        named.into_iter().map(|(id, label)| Choice::new(id, label, chosen)).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

impl View for Queue {
    const TEMPLATE: &'static str = "pages/grading/index";

    fn title(&self) -> Title {
        Title::key("cases-queue-title")
    }

    fn samples() -> Vec<Queue> {
        super::samples::queues()
    }
}
