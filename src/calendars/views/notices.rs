//! The form that tells everybody concerned at once, and what was told before.

use super::Crumb;
use crate::attendance::views::When;
use crate::calendars::actions::Board;
use crate::calendars::store::notices::NoticeRow;
use crate::kernel::{EditionId, PersonName, Problem, dates};
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The longest message.
pub const LIMIT: usize = 1000;

/// The page.
#[derive(Debug, Serialize)]
pub struct NoticesPage {
    crumbs: Vec<Crumb>,
    /// The session; nothing where the whole edition is told.
    session: Option<String>,
    edition: String,
    when: Option<When>,
    cancelled: bool,
    people: usize,
    action_url: String,
    /// Where a session is moved or cancelled.
    edit_url: Option<String>,
    text: Field,
    limit: usize,
    summary: Vec<Field>,
    notices: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    at: String,
    by: Option<String>,
    /// The session, on the page of the whole edition.
    about: Option<String>,
    text: String,
    recipients: i32,
}

impl NoticesPage {
    /// The page with an empty form.
    pub fn new(board: &Board, reader: &Reader) -> NoticesPage {
        NoticesPage::typed(board, (&Form::default(), &Problem::invalid(Vec::new())), reader)
    }

    /// The page with the form as it was typed, and its faults.
    pub fn typed(board: &Board, (form, problem): (&Form, &Problem), reader: &Reader) -> NoticesPage {
        let (about, text) = (&board.about, Field::typed("text", form, problem));
        let session = about.session.as_ref();
        let row = session.map(|(row, _)| row);
        let mut crumbs = vec![Crumb::edition(about.edition, &about.title)];
        let named = session.map(|(_, title)| title.for_reader(reader.language).to_owned());
        if let Some((row, title)) = row.zip(named.as_ref()) {
            crumbs.push(Crumb { label: title.clone(), url: paths::session(row.id) });
        }
        NoticesPage {
            crumbs,
            session: named,
            edition: about.title.clone(),
            when: row.map(|row| When::new(row, reader)),
            cancelled: row.is_some_and(|row| row.cancelled_at.is_some()),
            people: board.people,
            action_url: match row {
                Some(row) => paths::session_notices(row.id),
                None => paths::edition_notices(about.edition),
            },
            edit_url: row.filter(|row| row.cancelled_at.is_none()).map(|row| paths::edit_session(row.id)),
            summary: vec![text.clone()].into_iter().filter(|field| !field.faults.is_empty()).collect(),
            text,
            limit: LIMIT,
            notices: board.notices.iter().map(|notice| Line::new(notice, row.is_none(), reader)).collect(),
        }
    }
}

impl Line {
    fn new(notice: &NoticeRow, names_session: bool, reader: &Reader) -> Line {
        let language = reader.language;
        let about =
            notice.held.as_ref().filter(|_| names_session).map(|(title, day)| {
                format!("{}, {}", title.for_reader(language), dates::day(language, *day))
            });
        Line {
            at: dates::date_and_time(language, notice.sent_at, reader.zone),
            by: notice.by.as_ref().map(PersonName::surname_and_initials),
            about,
            text: notice.text.clone(),
            recipients: notice.recipients,
        }
    }
}

impl View for NoticesPage {
    const TEMPLATE: &'static str = "pages/calendars/notices";

    fn title(&self) -> Title {
        Title::key("calendars-notices-title")
    }

    fn samples() -> Vec<NoticesPage> {
        let line = |about: Option<&str>, by: Option<&str>| Line {
            at: "15 сентября 2026 г., 09:00".into(),
            by: by.map(str::to_owned),
            about: about.map(str::to_owned),
            text: "Мост закрыт.\nВстречаемся у входа в парк.".into(),
            recipients: 21,
        };
        let page = |session: Option<&str>, people, notices, text: Field| NoticesPage {
            crumbs: vec![Crumb::edition(EditionId(1), "2-й поток")],
            session: session.map(str::to_owned),
            edition: "2-й поток".into(),
            when: session.map(|_| When::sample()),
            cancelled: people == 0,
            people,
            action_url: paths::EDITIONS.into(),
            edit_url: session.map(|_| paths::EDITIONS.to_owned()),
            summary: vec![text.clone()].into_iter().filter(|field| !field.faults.is_empty()).collect(),
            text,
            limit: LIMIT,
            notices,
        };
        let wrong = Field::with_faults("text", "", &[crate::kernel::Fault::new("text", "required")]);
        vec![
            page(Some("Практикум"), 21, vec![line(None, Some("Ким О. В."))], Field::empty("text")),
            page(None, 40, vec![line(Some("Практикум, вт, 15 сентября"), None)], wrong),
            page(Some("Практикум"), 0, Vec::new(), Field::empty("text")),
        ]
    }
}
