//! Questions written for other systems. Whatever is written can be read again, and reading and writing it once
//! more gives the same bytes; what a format cannot carry is named.

mod cloze;
mod gift;
mod moodle;
mod shape;

use super::desk::Desk;
use super::{Format, html};
use crate::kernel::Language;
use crate::questions::rules::{Question, QuestionKind};

/// A question about to be written.
#[derive(Debug, Clone, Copy)]
pub struct Exported<'q> {
    /// What it is called.
    pub name: &'q str,
    /// Its category, the topmost first.
    pub category: &'q [String],
    /// Its tags.
    pub tags: &'q [String],
    /// The question.
    pub question: &'q Question,
}

/// What did not go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The format has no such kind of question: it was left out.
    Kind(QuestionKind),
    /// The question is not complete enough for any system to ask it: it was left out.
    Incomplete,
    /// The question went along without some of its settings.
    Details,
}

/// A file for another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub text: String,
    /// How many questions are in it.
    pub count: usize,
    /// Names of questions with what did not go along.
    pub losses: Vec<(String, Loss)>,
}

/// Gives the bytes of an image by its name, where they are known.
pub type Images<'i> = &'i dyn Fn(&str) -> Option<Vec<u8>>;

/// Writes questions as GIFT, in the language or what it falls back to. Images stay behind.
pub fn gift(questions: &[Exported<'_>], language: Language) -> Written {
    written(questions, language, Format::Gift, &|_| None)
}

/// Writes questions as Moodle XML, in the language or what it falls back to.
pub fn moodle(questions: &[Exported<'_>], language: Language, images: Images<'_>) -> Written {
    written(questions, language, Format::MoodleXml, images)
}

fn written(questions: &[Exported<'_>], language: Language, format: Format, images: Images<'_>) -> Written {
    let mut written = Written { text: String::new(), count: 0, losses: Vec::new() };
    let mut keys = super::Keys::default();
    let mut category: Vec<String> = Vec::new();
    for one in questions {
        let Some(shape) = shape::Shape::of(one, language, &mut keys) else {
            written.losses.push((one.name.to_owned(), Loss::Incomplete));
            continue;
        };
        let snippet = match format {
            Format::Gift => gift::question(&shape),
            _ => moodle::question(&shape, images),
        };
        let Some((snippet, complete)) = snippet else {
            written.losses.push((shape.name.clone(), Loss::Kind(one.question.kind)));
            continue;
        };
        if !can_be_read(&snippet, format, one.question.kind) {
            written.losses.push((shape.name.clone(), Loss::Incomplete));
            continue;
        }
        if !complete {
            written.losses.push((shape.name.clone(), Loss::Details));
        }
        if shape.category != category {
            category.clone_from(&shape.category);
            written.text.push_str(&match format {
                Format::Gift => gift::category(&category),
                _ => moodle::category(&category),
            });
        }
        written.text.push_str(&snippet);
        written.count += 1;
    }
    if format == Format::MoodleXml {
        written.text =
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n{}</quiz>\n", written.text);
    }
    written
}

/// Whether a question comes back as one of its kind.
fn can_be_read(snippet: &str, format: Format, kind: QuestionKind) -> bool {
    let mut desk = Desk::new(Language::Ru);
    match format {
        Format::Gift => super::gift::read(snippet, &mut desk),
        _ => super::moodle::read(&format!("<quiz>{snippet}</quiz>"), &mut desk),
    }
    desk.faults() == 0 && matches!(desk.questions.as_slice(), [one] if one.question.kind == kind)
}

/// HTML as every format can carry it.
fn html_out(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| super::names::carried(*c)).collect::<String>().trim().to_owned()
}

/// Plain text on one line, as every format can carry it.
fn line_out(text: &str) -> String {
    let text = html_out(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Block HTML without the paragraph that stands around a single line.
fn prose_out(text: &str) -> String {
    html::unwrapped(&html_out(text)).to_owned()
}
