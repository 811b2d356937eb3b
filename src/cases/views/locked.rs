//! A case that is not open yet: why, and what to do first.

use super::parts::{Link, crumbs};
use crate::kernel::dates;
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::progress::views::course::address;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Closed {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    /// What comes first.
    pub(super) waits_for: Vec<Link>,
    /// The question to answer first, if that is what it waits for.
    pub(super) question: Option<String>,
    /// When the edition begins, if that is what it waits for.
    pub(super) starts_on: Option<String>,
    pub(super) course_url: String,
}

impl Closed {
    /// Other activities come first.
    pub fn locked(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Closed {
        let missing = |other: &&ActivityFact| fact.after.contains(&other.key) && !other.completed;
        let link = |other: &ActivityFact| Link {
            label: other.title.for_reader(reader.language).to_owned(),
            url: address(standing.enrolment.id, other),
        };
        let waits_for = standing.facts.iter().filter(missing).map(link).collect();
        let question = fact.question.as_ref().map(|one| one.text.for_reader(reader.language).to_owned());
        Closed { waits_for, question, ..Closed::of(standing, fact, reader) }
    }

    /// The edition has not begun.
    pub fn ahead(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Closed {
        let starts_on = Some(dates::date(reader.language, standing.edition.starts_on));
        Closed { starts_on, ..Closed::of(standing, fact, reader) }
    }

    fn of(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Closed {
        Closed {
            case_title: fact.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(standing),
            waits_for: Vec::new(),
            question: None,
            starts_on: None,
            course_url: paths::course(standing.enrolment.id),
        }
    }
}

impl View for Closed {
    const TEMPLATE: &'static str = "pages/cases/closed";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<Closed> {
        super::samples::closed()
    }
}
