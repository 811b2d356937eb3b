//! A letter in the form that travels (RFC 5322, MIME).

use crate::kernel::{Moment, Problem};
use crate::mail::store::{MailRow, Text};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

/// The longest line that may travel unencoded, in bytes (RFC 5322).
const LONGEST_LINE: usize = 998;

/// A rendered letter with its addresses.
pub(super) struct Envelope {
    to_address: String,
    to_name: String,
    language: &'static str,
    message_id: String,
    written_at: Moment,
    text: Text,
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
            language: row.language.tag(),
            message_id: format!("<mail-{}-{}@{host}>", row.id, at.0.timestamp()),
            written_at: at,
            file_name: format!("{}-{:06}-{}.eml", at.0.format("%Y%m%dT%H%M%S"), row.id.0, row.name),
            text,
        }
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
        let parts = MultiPart::alternative()
            .singlepart(
                SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body(self.text.plain.clone())),
            )
            .singlepart(
                SinglePart::builder().header(ContentType::TEXT_HTML).body(body(self.text.html.clone())),
            );
        Message::builder()
            .from(from.clone())
            .to(Mailbox::new(Some(self.to_name.clone()).filter(|name| !name.is_empty()), address))
            .subject(self.text.subject.clone())
            .date(self.written_at.0.into())
            .message_id(Some(self.message_id.clone()))
            .raw_header(plain_header("Content-Language", self.language))
            .raw_header(plain_header("Auto-Submitted", "auto-generated"))
            .multipart(parts)
            .map_err(Problem::internal)
    }
}

fn plain_header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
