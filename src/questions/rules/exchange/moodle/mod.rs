//! Moodle XML: <https://docs.moodle.org/en/Moodle_XML_format>. Read question by question; a document type is
//! refused, and with it every entity that could unfold.

mod answers;
mod cloze;
mod images;
mod page;
mod question;
mod settings;

use super::Code;
use super::desk::Desk;
use super::names::category_parts;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements stand no deeper than that.
const DEEPEST: usize = 24;

/// An element with what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
    line: u32,
    /// Whether something in it could not be read, which was told.
    is_spoiled: bool,
}

impl Element {
    fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The text of a child.
    fn value(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.trim())
    }

    /// The text in the `text` of a child.
    fn words(&self, name: &str) -> Option<&str> {
        self.child(name)?.value("text")
    }
}

/// Counts lines along with the reader.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> u32 {
        let to = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        if let Some(passed) = self.text.as_bytes().get(self.at..to) {
            let ends = passed.iter().filter(|byte| **byte == b'\n').count();
            self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
            self.at = to;
        }
        self.line
    }
}

pub(super) fn read(text: &str, desk: &mut Desk) {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut open: Vec<Element> = Vec::new();
    loop {
        let from = reader.buffer_position();
        let event = reader.read_event();
        let blank = matches!(&event, Ok(Event::Text(text)) if text.trim().is_empty());
        let line = lines.at(from);
        match event {
            Ok(Event::Eof) => break,
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => {}
            Ok(_) if blank && open.len() < 2 => {}
            Ok(event) => {
                if let Err((code, detail)) = taken(event, line, &mut open, desk) {
                    desk.name(line, code, &detail);
                    return;
                }
            }
            Err(error) => {
                let line = lines.at(reader.error_position());
                desk.name(line, Code::XmlSyntax, &error.to_string());
                return;
            }
        }
    }
    if let Some(unclosed) = open.last() {
        desk.name(unclosed.line, Code::XmlSyntax, &format!("<{}> …", unclosed.name));
    }
}

/// Takes an event in; a question is read as soon as it is closed.
fn taken(
    event: Event<'_>,
    line: u32,
    open: &mut Vec<Element>,
    desk: &mut Desk,
) -> Result<(), (Code, String)> {
    match event {
        Event::Start(start) => {
            if open.is_empty() && start.name().as_ref() != "quiz" {
                return Err((Code::XmlNotQuiz, start.name().as_ref().to_owned()));
            }
            if open.len() >= DEEPEST {
                return Err((Code::XmlTooDeep, start.name().as_ref().to_owned()));
            }
            open.push(element(&start, line)?);
        }
        Event::Empty(start) => {
            let element = element(&start, line)?;
            closed(element, open, desk);
        }
        Event::End(_) => {
            if let Some(element) = open.pop() {
                closed(element, open, desk);
            }
        }
        Event::Text(text) => add(open, &text.xml10_content())?,
        Event::CData(text) => add(open, &text.xml10_content())?,
        Event::GeneralRef(reference) => {
            let named = match &*reference {
                "lt" => Some('<'),
                "gt" => Some('>'),
                "amp" => Some('&'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => reference.resolve_char_ref().ok().flatten(),
            };
            match named {
                Some(character) => add(open, character.encode_utf8(&mut [0; 4]))?,
                None => unknown_entity(&reference, line, open, desk)?,
            }
        }
        Event::DocType(_) => return Err((Code::XmlDoctype, "<!DOCTYPE>".to_owned())),
        _ => {}
    }
    Ok(())
}

/// An entity without a meaning spoils the question that it stands in, and no other.
fn unknown_entity(
    name: &str,
    line: u32,
    open: &mut [Element],
    desk: &mut Desk,
) -> Result<(), (Code, String)> {
    let entity = format!("&{name};");
    let Some(question) = open.get_mut(1) else { return Err((Code::XmlEntity, entity)) };
    // Where there is one, there are many: the first tells enough.
    if !std::mem::replace(&mut question.is_spoiled, true) {
        desk.name(line, Code::XmlEntity, &entity);
    }
    Ok(())
}

fn add(open: &mut [Element], text: &str) -> Result<(), (Code, String)> {
    match open.last_mut() {
        Some(element) => {
            element.text.push_str(text);
            Ok(())
        }
        None => Err((Code::XmlSyntax, text.trim().to_owned())),
    }
}

/// Names the texts in which markup stands as elements of the file. Which of its white space and signs were meant is
/// not known, so nothing is guessed.
fn markup_in_texts(element: &Element, desk: &mut Desk) {
    for child in &element.children {
        let is_mixed = !child.children.is_empty() && (child.name == "text" || !child.text.trim().is_empty());
        match child.children.first().filter(|_| is_mixed) {
            Some(markup) => desk.name(markup.line, Code::XmlMarkup, &format!("<{}>", markup.name)),
            None => markup_in_texts(child, desk),
        }
    }
}

fn element(start: &BytesStart<'_>, line: u32) -> Result<Element, (Code, String)> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| (Code::XmlSyntax, error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| (Code::XmlSyntax, error.to_string()))?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    let name = start.name().as_ref().to_owned();
    Ok(Element { name, attributes, line, ..Element::default() })
}

fn closed(element: Element, open: &mut [Element], desk: &mut Desk) {
    match (open.len(), open.last_mut()) {
        (0, _) => {}
        (1, _) if element.name == "question" => question(&element, desk),
        (1, _) => desk.name(element.line, Code::ElementLost, &format!("<{}>", element.name)),
        (_, Some(parent)) => parent.children.push(element),
        (_, None) => {}
    }
}

fn question(element: &Element, desk: &mut Desk) {
    let before = desk.faults();
    markup_in_texts(element, desk);
    let is_spoiled = element.is_spoiled || desk.faults() > before;
    if element.attribute("type") == Some("category") {
        let words = element.words("category").filter(|_| !is_spoiled);
        desk.category = category_parts(words.unwrap_or_default());
        return;
    }
    if is_spoiled {
        return;
    }
    let draft = question::read(element, desk);
    if let Some(draft) = draft.filter(|_| desk.faults() == before) {
        desk.take(draft);
    }
}
