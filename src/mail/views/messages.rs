//! One's own messages: the list, and one of them.

use crate::kernel::dates;
use crate::mail::rules;
use crate::mail::store::messages::MessageRow;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The list of messages, the newest first.
#[derive(Debug, Serialize)]
pub struct MessagesPage {
    messages: Vec<MessageLine>,
    unread: i64,
    /// The newest one shown: what came after it stays news.
    until: Option<i64>,
    readings_url: &'static str,
    wishes_url: &'static str,
    older_url: Option<String>,
    newest_url: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct MessageLine {
    subject: String,
    line: String,
    lang: &'static str,
    url: String,
    at: String,
    datetime: String,
    unread: bool,
}

impl MessagesPage {
    /// A part of the list, with whether it begins it and whether it goes on, and how many were not opened in all.
    pub fn new(
        rows: &[MessageRow],
        (first, older): (bool, bool),
        unread: i64,
        reader: &Reader,
    ) -> MessagesPage {
        MessagesPage {
            messages: rows.iter().map(|row| MessageLine::new(row, reader)).collect(),
            unread,
            until: rows.first().map(|row| row.id.0),
            readings_url: paths::MESSAGE_READINGS,
            wishes_url: paths::LETTER_WISHES,
            older_url: rows.last().filter(|_| older).map(|row| paths::messages_before(row.id)),
            newest_url: (!first).then_some(paths::MESSAGES),
        }
    }
}

impl MessageLine {
    fn new(row: &MessageRow, reader: &Reader) -> MessageLine {
        let at = row.shown_at.unwrap_or(reader.now);
        MessageLine {
            subject: row.subject.clone(),
            line: rules::first_line(&row.text),
            lang: row.language.tag(),
            url: paths::message(row.id),
            at: dates::day_and_time(reader.language, at, reader.zone),
            datetime: at.rfc3339(),
            unread: row.read_at.is_none(),
        }
    }
}

impl View for MessagesPage {
    const TEMPLATE: &'static str = "pages/mail/messages";

    fn title(&self) -> Title {
        Title::key("messages-title")
    }

    fn samples() -> Vec<MessagesPage> {
        let line = |unread| MessageLine {
            subject: "Работа проверена: Волонтёры не пришли".into(),
            line: "Преподаватель проверил вашу работу.".into(),
            lang: "ru",
            url: "/messages/1".into(),
            at: "сб, 21 ноября, 14:00".into(),
            datetime: "2026-11-21T11:00:00Z".into(),
            unread,
        };
        let page = |messages: Vec<MessageLine>, unread, older: Option<&str>, newest_url| MessagesPage {
            until: messages.first().map(|_| 1),
            messages,
            unread,
            readings_url: paths::MESSAGE_READINGS,
            wishes_url: paths::LETTER_WISHES,
            older_url: older.map(str::to_owned),
            newest_url,
        };
        vec![
            page(Vec::new(), 0, None, None),
            page(vec![line(true), line(false)], 1, None, None),
            page(vec![line(false)], 0, Some("/messages?before=1"), Some(paths::MESSAGES)),
        ]
    }
}

/// One message.
#[derive(Debug, Serialize)]
pub struct MessagePage {
    subject: String,
    at: String,
    letter_lang: &'static str,
    paragraphs: Vec<Vec<Piece>>,
    messages_url: &'static str,
}

/// A line of a message: words, or what leads somewhere.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    url: Option<String>,
}

impl MessagePage {
    /// A message as its letter was written, without what letters only say at their end. `home` is the address of this
    /// installation: what leads there stays on the site.
    pub fn new(row: &MessageRow, (home, foot): (&str, &str), reader: &Reader) -> MessagePage {
        let said = row.text.split("\n\n").filter(|part| !part.trim_start().starts_with(foot));
        let paragraphs = said.map(|part| pieces(part, home)).filter(|lines| !lines.is_empty()).collect();
        let at = row.shown_at.unwrap_or(reader.now);
        MessagePage {
            subject: row.subject.clone(),
            at: dates::date_and_time(reader.language, at, reader.zone),
            letter_lang: row.language.tag(),
            paragraphs,
            messages_url: paths::MESSAGES,
        }
    }
}

/// The lines of a paragraph. Letters write a link as two lines, what to do and where: here that is one.
fn pieces(part: &str, home: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_address = line.starts_with("http://") || line.starts_with("https://");
        let url = is_address.then(|| within(line, home));
        match pieces.last_mut().filter(|before| url.is_some() && before.text.ends_with(':')) {
            Some(label) => {
                label.text.pop();
                label.url = url;
            }
            None => pieces.push(Piece { text: line.to_owned(), url }),
        }
    }
    pieces
}

/// An address of ours as a path, so that it holds under whatever name the reader came in.
fn within(address: &str, home: &str) -> String {
    let path = address.strip_prefix(home).filter(|path| path.starts_with('/'));
    path.unwrap_or(address).to_owned()
}

impl View for MessagePage {
    const TEMPLATE: &'static str = "pages/mail/message";

    fn title(&self) -> Title {
        Title::text(&self.subject)
    }

    fn samples() -> Vec<MessagePage> {
        let text = "Здравствуйте, Анна.\n\nРабота проверена.\n\nОткрыть:\nhttps://birge.example/works/1";
        vec![MessagePage {
            subject: "Работа проверена: Волонтёры не пришли".into(),
            at: "21 ноября 2026 г., 14:00".into(),
            letter_lang: "ru",
            paragraphs: text.split("\n\n").map(|part| pieces(part, "https://birge.example")).collect(),
            messages_url: paths::MESSAGES,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, url: Option<&str>) -> Piece {
        Piece { text: text.to_owned(), url: url.map(str::to_owned) }
    }

    #[test]
    fn a_link_is_named_by_the_line_before_it_and_stays_on_the_site() {
        let home = "https://birge.example";
        assert_eq!(
            pieces("Открыть:\nhttps://birge.example/works/1\n", home),
            [piece("Открыть", Some("/works/1"))]
        );
        assert_eq!(
            pieces("Ауд. 7\nhttps://meet.example.org/7", home),
            [piece("Ауд. 7", None), piece("https://meet.example.org/7", Some("https://meet.example.org/7"))]
        );
        let next_door = "https://birge.example.org/1";
        assert_eq!(pieces(next_door, home), [piece(next_door, Some(next_door))]);
    }
}
