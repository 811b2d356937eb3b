//! The letters, as demonstration mode shows them.

use super::store::MailRow;
use crate::kernel::dates;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The list of letters.
#[derive(Debug, Serialize)]
pub struct Letters {
    letters: Vec<LetterLine>,
    older_url: Option<String>,
    newest_url: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct LetterLine {
    subject: String,
    url: String,
    to: String,
    at: String,
    waiting: bool,
}

impl Letters {
    /// A page of the list; `older` says that it goes on.
    pub fn new(rows: &[MailRow], older: bool, first_page: bool, reader: &Reader) -> Letters {
        let older_url = rows.last().filter(|_| older).map(|row| paths::mails_before(row.id));
        let letters = rows.iter().map(|row| LetterLine::new(row, reader)).collect();
        Letters { letters, older_url, newest_url: (!first_page).then_some(paths::MAILS) }
    }
}

impl LetterLine {
    fn new(row: &MailRow, reader: &Reader) -> LetterLine {
        LetterLine {
            subject: if row.subject.is_empty() { row.name.clone() } else { row.subject.clone() },
            url: paths::mail(row.id),
            to: format!("{} <{}>", row.to_name, row.to_address),
            at: dates::date_and_time(reader.language, row.created_at, reader.zone),
            waiting: row.sent_at.is_none(),
        }
    }
}

impl View for Letters {
    const TEMPLATE: &'static str = "pages/mail/letters";

    fn title(&self) -> Title {
        Title::key("mail-letters-title")
    }

    fn samples() -> Vec<Letters> {
        let line = |waiting| LetterLine {
            subject: "Приглашение".into(),
            url: "/mails/1".into(),
            to: "Ахметова Динара <dinara@birge.example>".into(),
            at: "21 ноября 2026 г., 14:00".into(),
            waiting,
        };
        vec![
            Letters { letters: vec![], older_url: None, newest_url: None },
            Letters {
                letters: vec![line(false), line(true)],
                older_url: Some("/mails?before=1".into()),
                newest_url: Some(paths::MAILS),
            },
        ]
    }
}

/// One letter.
#[derive(Debug, Serialize)]
pub struct LetterPage {
    subject: String,
    to: String,
    at: String,
    sent_at: Option<String>,
    letter_lang: &'static str,
    paragraphs: Vec<Vec<Piece>>,
    letters_url: &'static str,
}

/// A line of a letter: words, or an address to follow.
#[derive(Debug, Serialize)]
struct Piece {
    text: String,
    url: Option<String>,
}

impl LetterPage {
    /// A letter with its addresses made links.
    pub fn new(row: &MailRow, reader: &Reader) -> LetterPage {
        let say = |at| dates::date_and_time(reader.language, at, reader.zone);
        LetterPage {
            subject: row.subject.clone(),
            to: format!("{} <{}>", row.to_name, row.to_address),
            at: say(row.created_at),
            sent_at: row.sent_at.map(say),
            letter_lang: row.language.tag(),
            paragraphs: row.body_text.split("\n\n").map(|lines| lines.lines().map(piece).collect()).collect(),
            letters_url: paths::MAILS,
        }
    }
}

fn piece(line: &str) -> Piece {
    let line = line.trim();
    let is_address = line.starts_with("http://") || line.starts_with("https://");
    Piece { text: line.to_owned(), url: is_address.then(|| line.to_owned()) }
}

impl View for LetterPage {
    const TEMPLATE: &'static str = "pages/mail/letter";

    fn title(&self) -> Title {
        match self.subject.as_str() {
            "" => Title::key("mail-letter-untitled"),
            subject => Title::text(subject),
        }
    }

    fn samples() -> Vec<LetterPage> {
        let sample = |subject: &str, sent_at: Option<&str>| LetterPage {
            subject: subject.into(),
            to: "Ахметова Динара <dinara@birge.example>".into(),
            at: "21 ноября 2026 г., 14:00".into(),
            sent_at: sent_at.map(str::to_owned),
            letter_lang: "ru",
            paragraphs: vec![vec![piece("Здравствуйте."), piece("http://127.0.0.1:8080/links/abc")]],
            letters_url: paths::MAILS,
        };
        vec![sample("Приглашение", Some("21 ноября 2026 г., 14:01")), sample("", None)]
    }
}
