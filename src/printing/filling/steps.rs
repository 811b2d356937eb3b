//! Going through a part of a workbook, element by element, with the places where they stand in its text.

use super::{BookError, damaged};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// One step through a part. Places are byte positions in its text.
pub(super) enum Step<'s> {
    /// An element begins. One without content closes in the next step.
    Open {
        /// Its name without a prefix.
        name: &'s str,
        /// The element with its attributes.
        element: &'s BytesStart<'s>,
        /// Where its tag begins.
        from: usize,
        /// Where its tag ends.
        to: usize,
        /// Whether it has no content.
        empty: bool,
    },
    /// Text, whole or in pieces.
    Text(&'s str),
    /// An element ends.
    Close {
        /// Its name without a prefix.
        name: &'s str,
        /// Where its closing tag begins.
        from: usize,
        /// Where its closing tag ends.
        to: usize,
    },
}

/// Takes every step through a part.
pub(super) fn walk(
    xml: &str,
    mut take: impl FnMut(Step<'_>) -> Result<(), BookError>,
) -> Result<(), BookError> {
    // The reader does not count a byte order mark; here places count from the begin of the text.
    let plain = xml.strip_prefix('\u{feff}').unwrap_or(xml);
    let mark = xml.len() - plain.len();
    let place = |position: u64| usize::try_from(position).unwrap_or(usize::MAX).saturating_add(mark);
    let mut reader = Reader::from_str(plain);
    loop {
        let from = place(reader.buffer_position());
        let event = reader.read_event().map_err(damaged)?;
        let to = place(reader.buffer_position());
        match event {
            Event::Eof => return Ok(()),
            Event::Start(element) => {
                let name = element.local_name();
                take(Step::Open { name: name.as_ref(), element: &element, from, to, empty: false })?;
            }
            Event::Empty(element) => {
                let name = element.local_name();
                take(Step::Open { name: name.as_ref(), element: &element, from, to, empty: true })?;
                take(Step::Close { name: name.as_ref(), from: to, to })?;
            }
            Event::End(element) => {
                let name = element.local_name();
                take(Step::Close { name: name.as_ref(), from, to })?;
            }
            Event::Text(text) => take(Step::Text(&text.xml10_content()))?,
            Event::CData(text) => take(Step::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let named = match &*reference {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().map_err(damaged)?,
                };
                let letter = named.ok_or_else(|| damaged("an unknown entity"))?;
                take(Step::Text(letter.encode_utf8(&mut [0; 4])))?;
            }
            // Entities that unfold come with a document type; no office program writes one.
            Event::DocType(_) => return Err(damaged("a document type")),
            _ => {}
        }
    }
}

/// What leads from an element to another part: its `id` under whatever prefix the file knows relations by.
pub(super) fn relation(element: &BytesStart<'_>) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|one| one.key.prefix().is_some() && one.key.local_name().into_inner() == "id")?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// An attribute of an element.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
