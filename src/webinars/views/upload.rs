//! Loading a list, and the lists that were loaded before.

use super::{Crumb, ListLine, RemovedLine, closed_key, crumbs, list_line, removed_line};
use crate::attendance::views::{Telling, When};
use crate::kernel::{Problem, dates};
use crate::web::{Field, Form, Title, View, paths};
use crate::webinars::actions::Shelf;
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct UploadPage {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) heading: String,
    pub(super) when: When,
    pub(super) closed_key: Option<&'static str>,
    /// By whose clock moments are read.
    pub(super) city: &'static str,
    pub(super) url: String,
    pub(super) file: Field,
    pub(super) text: Field,
    pub(super) fields: Vec<Field>,
    pub(super) most_bytes: usize,
    pub(super) most_megabytes: usize,
    pub(super) lists: Vec<ListLine>,
    pub(super) removed: Vec<RemovedLine>,
    pub(super) sheet_url: String,
}

impl UploadPage {
    /// The page, with what was typed and what is wrong with it; `most_bytes`: the most that a file may have.
    pub fn new(
        shelf: &Shelf,
        typed: Option<(&Form, &Problem)>,
        most_bytes: usize,
        telling: Telling<'_>,
    ) -> UploadPage {
        let sheet = &shelf.sheet;
        let heading = sheet.activity.title.0.for_reader(telling.reader.language).to_owned();
        let field = |name| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (file, text) = (field("file"), field("text"));
        let wrong = [&file, &text].into_iter().filter(|field| !field.faults.is_empty());
        let line = |row| list_line(row, &shelf.applications, (sheet, &shelf.names), telling);
        let gone = |row| removed_line(row, &shelf.applications, (sheet, &shelf.names), telling);
        UploadPage {
            crumbs: crumbs(sheet, &heading, None),
            heading,
            when: When::new(&sheet.session, telling.reader),
            closed_key: closed_key(sheet),
            city: dates::zone_city(telling.reader.language, sheet.session.time_zone),
            url: paths::webinar_lists(sheet.session.id),
            fields: wrong.cloned().collect(),
            file,
            text,
            most_bytes,
            most_megabytes: most_bytes / (1024 * 1024),
            lists: shelf.lists.iter().map(line).collect(),
            removed: shelf.removed.iter().map(gone).collect(),
            sheet_url: paths::session(sheet.session.id),
        }
    }
}

impl View for UploadPage {
    const TEMPLATE: &'static str = "pages/webinars/upload";

    fn title(&self) -> Title {
        Title::key("webinars-title")
    }

    fn samples() -> Vec<UploadPage> {
        super::samples::uploads()
    }
}
