//! The letters: what went and what waits, and in demonstration mode what they say.

pub mod messages;
pub mod wishes;

use super::actions::{Posted, State};
use super::rules;
use super::store::MailRow;
use crate::kernel::dates;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The list of letters.
#[derive(Debug, Serialize)]
pub struct Letters {
    lead_key: &'static str,
    letters: Vec<LetterLine>,
    older_url: Option<String>,
    newest_url: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct LetterLine {
    subject: String,
    url: Option<String>,
    to: String,
    at: String,
    waiting: bool,
    /// Until when it rests.
    later: Option<String>,
    /// With the letter of which day it goes.
    digest: Option<String>,
    /// It stands on the site only.
    site_only: bool,
    /// Its text is kept no longer.
    forgotten: bool,
    trouble: Option<TroubleLine>,
}

/// Why a letter did not go.
#[derive(Debug, Serialize)]
struct TroubleLine {
    tries: i32,
    /// When it is tried next; nothing when it was given up.
    next: Option<String>,
    /// What the mail server or the way to it said, in English, as in the log.
    said: String,
}

/// Which part of the list is shown, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The list goes on with older ones.
    pub older: bool,
    /// It begins with the newest.
    pub first: bool,
    /// It is a demonstration.
    pub demo: bool,
}

impl Letters {
    /// A part of the list.
    pub fn new(posted: &[Posted], part: Part, reader: &Reader) -> Letters {
        let older_url = posted.last().filter(|_| part.older).map(|one| paths::mails_before(one.row.id));
        Letters {
            lead_key: lead_key(part.demo),
            letters: posted.iter().map(|one| LetterLine::new(one, part.demo, reader)).collect(),
            older_url,
            newest_url: (!part.first).then_some(paths::MAILS),
        }
    }
}

/// Letters can be read in a demonstration only, because they are personal.
fn lead_key(demo: bool) -> &'static str {
    if demo { "mail-letters-lead" } else { "mail-letters-lead-outbox" }
}

impl LetterLine {
    fn new(posted: &Posted, demo: bool, reader: &Reader) -> LetterLine {
        let (row, at) = (&posted.row, |at| dates::date_and_time(reader.language, at, reader.zone));
        let trouble = posted.trouble.as_ref().map(|trouble| TroubleLine {
            tries: trouble.tries,
            next: trouble.failed_at.is_none().then(|| at(trouble.run_at)),
            said: posted.said().to_owned(),
        });
        let state = posted.state(reader.now);
        LetterLine {
            subject: if row.subject.is_empty() { row.name.clone() } else { row.subject.clone() },
            url: demo.then(|| paths::mail(row.id)),
            to: format!("{} <{}>", row.to_name, row.to_address),
            at: at(row.created_at),
            waiting: state == State::Waiting,
            later: if let State::Later(until) = state { Some(at(until)) } else { None },
            digest: if let State::Digest(due) = state { Some(at(due)) } else { None },
            site_only: matches!(state, State::SiteOnly(_)),
            forgotten: posted.is_forgotten(),
            trouble,
        }
    }
}

impl View for Letters {
    const TEMPLATE: &'static str = "pages/mail/letters";

    fn title(&self) -> Title {
        Title::key("mail-letters-title")
    }

    fn samples() -> Vec<Letters> {
        let line = |waiting, trouble| LetterLine {
            subject: "Приглашение".into(),
            url: Some("/mails/1".into()),
            to: "Ахметова Динара <dinara@birge.example>".into(),
            at: "21 ноября 2026 г., 14:00".into(),
            waiting,
            later: None,
            digest: None,
            site_only: false,
            forgotten: false,
            trouble,
        };
        let night = || Some("22 ноября 2026 г., 08:00".to_owned());
        let trouble = |next: Option<&str>| {
            let said = "the mail server did not take the letter (Connection refused)".to_owned();
            Some(TroubleLine { tries: 2, next: next.map(str::to_owned), said })
        };
        let closed = |trouble| LetterLine { url: None, ..line(true, trouble) };
        vec![
            Letters { lead_key: lead_key(true), letters: vec![], older_url: None, newest_url: None },
            Letters {
                lead_key: lead_key(true),
                letters: vec![line(false, None), line(true, None)],
                older_url: Some("/mails?before=1".into()),
                newest_url: Some(paths::MAILS),
            },
            Letters {
                lead_key: lead_key(false),
                letters: vec![
                    closed(trouble(Some("21 ноября 2026 г., 14:02"))),
                    closed(trouble(None)),
                    LetterLine { later: night(), ..line(false, None) },
                    LetterLine { digest: night(), ..line(false, None) },
                    LetterLine { site_only: true, ..line(false, None) },
                    LetterLine { forgotten: true, ..line(false, None) },
                ],
                older_url: None,
                newest_url: None,
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
    /// It is to go and did not go yet.
    waiting: bool,
    /// Its text is kept no longer.
    forgotten: bool,
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
            waiting: !row.is_settled(),
            forgotten: rules::is_secret(&row.name) && row.sent_at.is_some() && row.body_text.is_empty(),
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
            waiting: sent_at.is_none(),
            forgotten: subject == "Новый пароль",
            letter_lang: "ru",
            paragraphs: vec![vec![piece("Здравствуйте."), piece("http://127.0.0.1:8080/links/abc")]],
            letters_url: paths::MAILS,
        };
        let gone = Some("21 ноября 2026 г., 14:01");
        vec![sample("Приглашение", gone), sample("Новый пароль", gone), sample("", None)]
    }
}
