//! A letter in the form that travels (RFC 5322, MIME).

use crate::kernel::{Language, Moment, Problem};
use crate::mail::Brought;
use crate::mail::store::{MailRow, Text};
use crate::printing::calendars::{self, Event, Message as Asked, Party};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

/// The longest line that may travel unencoded, in bytes (RFC 5322).
const LONGEST_LINE: usize = 998;

/// What the event of a letter is called as a file.
const FILE: &str = "invite.ics";

/// A rendered letter with its addresses.
pub(super) struct Envelope {
    to_address: String,
    to_name: String,
    language: Language,
    message_id: String,
    written_at: Moment,
    text: Text,
    brought: Option<Brought>,
    /// A name for the file of the letter, which sorts by time.
    pub(super) file_name: String,
}

impl Envelope {
    /// The letter of a row. The Message-ID follows from the row, so that a letter sent twice is one letter.
    pub(super) fn new(row: &MailRow, text: Text, public_url: &str) -> Envelope {
        let host = url::Url::parse(public_url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let (host, at) = (host.unwrap_or_else(|| "localhost".to_owned()), row.created_at);
        Envelope {
            to_address: row.to_address.clone(),
            to_name: row.to_name.clone(),
            language: row.language,
            message_id: format!("<mail-{}-{}@{host}>", row.id, at.0.timestamp()),
            written_at: at,
            file_name: format!("{}-{:06}-{}.eml", at.0.format("%Y%m%dT%H%M%S"), row.id.0, row.name),
            text,
            brought: None,
        }
    }

    /// The same with something for the reader's calendar.
    pub(super) fn with(self, brought: Option<Brought>) -> Envelope {
        Envelope { brought, ..self }
    }

    /// The message for a server, in the encoding every server takes.
    pub(super) fn for_smtp(&self, from: &Mailbox) -> Result<Message, Problem> {
        self.message(from, Body::new)
    }

    /// The message for a file that people open: Cyrillic stands in it as it is, where the lines allow.
    pub(super) fn for_file(&self, from: &Mailbox) -> Result<Message, Problem> {
        self.message(from, |text| {
            if text.lines().any(|line| line.len() > LONGEST_LINE) {
                return Body::new(text);
            }
            let lines = text.lines().map(|line| format!("{line}\r\n")).collect::<String>();
            Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::EightBit)
        })
    }

    fn message(&self, from: &Mailbox, body: impl Fn(String) -> Body) -> Result<Message, Problem> {
        let address: Address = self.to_address.parse().map_err(Problem::internal)?;
        let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(body(self.text.html.clone()));
        let parts = MultiPart::alternative()
            .singlepart(
                SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body(self.text.plain.clone())),
            )
            .singlepart(html);
        let parts = self.with_calendar(parts, from, &body)?;
        Message::builder()
            .from(from.clone())
            .to(Mailbox::new(Some(self.to_name.clone()).filter(|name| !name.is_empty()), address))
            .subject(self.text.subject.clone())
            .date(self.written_at.0.into())
            .message_id(Some(self.message_id.clone()))
            .raw_header(plain_header("Content-Language", self.language.tag()))
            .raw_header(plain_header("Auto-Submitted", "auto-generated"))
            .multipart(parts)
            .map_err(Problem::internal)
    }
}

impl Envelope {
    /// The letter with its event: as another way to say the same, which mail programs show with buttons of their own,
    /// and as a file for those that do not.
    fn with_calendar(
        &self,
        parts: MultiPart,
        from: &Mailbox,
        body: &impl Fn(String) -> Body,
    ) -> Result<MultiPart, Problem> {
        let Some(Brought { event, more, cancels }) = &self.brought else { return Ok(parts) };
        let sender = from.email.to_string();
        let organiser = Party { name: from.name.as_deref().unwrap_or_default(), address: &sender };
        let guest = Party { name: &self.to_name, address: &self.to_address };
        let asked = Asked { cancels: *cancels, organiser, guest, written_at: self.written_at };
        let (method, text) = if more.is_empty() {
            (asked.method(), calendars::message(event, &asked, self.language))
        } else {
            let all: Vec<&Event> = std::iter::once(event).chain(more).collect();
            (calendars::PUBLISH, calendars::published(&all, &asked, self.language))
        };
        let kind = |name: &str| ContentType::parse(name).map_err(Problem::internal);
        let said = kind(&format!("text/calendar; charset=utf-8; method={method}"))?;
        let said = SinglePart::builder().header(said).body(body(text.clone()));
        let file = Attachment::new(FILE.to_owned()).body(body(text), kind("application/ics")?);
        Ok(MultiPart::mixed().multipart(parts.singlepart(said)).singlepart(file))
    }
}

fn plain_header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
