//! What several of the pages have: a text, something that was said, that something was hidden.

use crate::cases::views::paragraphs;
use crate::editions::store::EditionRow;
use crate::kernel::{EnrolmentId, Moment, PersonName, SiteCaseEntryId, Word as _, dates};
use crate::site_cases::rules::{EntryKind, Side, Text};
use crate::site_cases::store::EntryRow;
use crate::web::{Field, Reader, paths};
use serde::Serialize;

/// The way down to a page.
#[derive(Debug, Clone, Serialize)]
pub struct Way {
    pub(super) edition: String,
    pub(super) edition_url: String,
    pub(super) list_url: String,
    pub(super) list_key: &'static str,
    /// The case itself, above a page of it.
    pub(super) case_url: Option<String>,
}

impl Way {
    /// From a trainee's programme and the list of their cases.
    pub(super) fn own(edition: &EditionRow, enrolment: EnrolmentId) -> Way {
        Way {
            edition: edition.title.clone(),
            edition_url: paths::course(enrolment),
            list_url: paths::own_site_cases(enrolment),
            list_key: "site-own-title",
            case_url: None,
        }
    }

    /// From an edition and its cases.
    pub(super) fn of_staff(edition: &EditionRow) -> Way {
        Way {
            edition: edition.title.clone(),
            edition_url: paths::edition(edition.id),
            list_url: paths::edition_site_cases(edition.id),
            list_key: "site-queue-title",
            case_url: None,
        }
    }
}

/// A text that was raised.
#[derive(Debug, Clone, Serialize)]
pub struct TextView {
    pub(super) institution: String,
    pub(super) happened: Vec<String>,
    pub(super) tried: Vec<String>,
    pub(super) question: Vec<String>,
}

impl TextView {
    pub(super) fn new(text: &Text) -> TextView {
        TextView {
            institution: text.institution.clone(),
            happened: paragraphs(&text.happened),
            tried: paragraphs(&text.tried),
            question: paragraphs(&text.question),
        }
    }
}

/// That a text was hidden.
#[derive(Debug, Clone, Serialize)]
pub struct HiddenView {
    pub(super) at: String,
    pub(super) who: Option<String>,
    pub(super) reason: Vec<String>,
}

impl HiddenView {
    pub(super) fn new(
        (at, reason, by): &(Moment, String, Option<PersonName>),
        reader: &Reader,
    ) -> HiddenView {
        HiddenView {
            at: dates::date_and_time(reader.language, *at, reader.zone),
            who: by.as_ref().map(PersonName::full),
            reason: paragraphs(reason),
        }
    }
}

/// Something that was done or said.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    pub(super) id: i64,
    /// What was done, where nothing was said.
    pub(super) done_key: String,
    pub(super) is_said: bool,
    pub(super) who: String,
    pub(super) by_staff: bool,
    pub(super) at: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) hidden: Option<String>,
    /// Where it is hidden; nothing for its author.
    pub(super) hiding_url: Option<String>,
    /// The field of the reason.
    pub(super) reason: Option<Field>,
}

/// The field of the reason why something that was said is hidden.
pub(super) fn reason_id(entry: SiteCaseEntryId) -> String {
    format!("field-reason-{entry}")
}

impl EntryView {
    /// Something for its reader; `reason` is the field of who may hide it.
    pub(super) fn new(row: &EntryRow, reader: &Reader, reason: Option<Field>) -> EntryView {
        let can_be_hidden = row.hidden.is_none() && !row.text.is_empty();
        let reason = reason.filter(|_| can_be_hidden);
        EntryView {
            id: row.id.0,
            done_key: format!("site-entry-{}", row.kind.as_str()),
            is_said: row.kind == EntryKind::Said,
            who: row.name.full(),
            by_staff: row.side == Side::Staff,
            at: dates::day_and_time(reader.language, row.made_at, reader.zone),
            paragraphs: paragraphs(&row.text),
            hidden: row.hidden.clone(),
            hiding_url: reason.is_some().then(|| paths::site_case_entry_hiding(row.id)),
            reason,
        }
    }
}
