//! What other rooms put beside a sheet and its people: links and notes.

use super::{Roll, row_id};
use crate::kernel::{EnrolmentId, PersonId};
use serde::Serialize;
use std::collections::HashMap;

/// Where a sheet, or a line of it, leads.
#[derive(Debug, Serialize)]
pub struct SheetLink {
    /// What it says.
    pub label: String,
    /// Where it goes.
    pub url: String,
}

/// Something that stands beside a person on a sheet.
#[derive(Debug, Clone)]
pub struct RollNote {
    /// Beside whom.
    pub enrolment: EnrolmentId,
    /// What, in the reader's language.
    pub text: String,
    /// Whether the trainer should look at it.
    pub attention: bool,
}

/// The same as the page has it.
#[derive(Debug, Serialize)]
pub(super) struct NoteLine {
    pub(super) text: String,
    pub(super) attention: bool,
}

impl Roll {
    /// The same with links beside the usual ones.
    pub fn leading_to(mut self, links: Vec<SheetLink>) -> Roll {
        self.links.extend(links);
        self
    }

    /// The same with a link beside some of its people.
    pub fn linking(mut self, links: Vec<(EnrolmentId, SheetLink)>) -> Roll {
        let mut by_row: HashMap<String, Vec<SheetLink>> = HashMap::new();
        for (enrolment, link) in links {
            by_row.entry(row_id(enrolment)).or_default().push(link);
        }
        for row in &mut self.rows {
            row.links = by_row.remove(&row.id).unwrap_or_default();
        }
        self
    }

    /// The same, its unsent marks kept on a device for one person alone.
    pub fn kept_for(mut self, person: Option<PersonId>) -> Roll {
        self.store_key = format!("{}-{}", self.store_key, person.map_or(0, |person| person.0));
        self
    }

    /// The same with notes beside its people.
    pub fn noting(mut self, notes: Vec<RollNote>) -> Roll {
        let mut by_row: HashMap<String, Vec<NoteLine>> = HashMap::new();
        for RollNote { enrolment, text, attention } in notes {
            by_row.entry(row_id(enrolment)).or_default().push(NoteLine { text, attention });
        }
        for row in &mut self.rows {
            row.notes.extend(by_row.remove(&row.id).unwrap_or_default());
        }
        self
    }
}
