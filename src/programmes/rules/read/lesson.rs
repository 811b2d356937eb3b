//! Reads a lesson: `NN-name.ru.md`.

use crate::kernel::Minutes;
use crate::programmes::rules::files::Split;
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::markdown::{self, Dialect, Page};
use crate::programmes::rules::programme::{LessonText, SelfCheck, Source};
use crate::programmes::rules::table::{Document, Section};
use comrak::Arena;

/// How many words of a study text an adult reads in a minute; careful reading, not skimming.
const WORDS_PER_MINUTE: u32 = 150;
/// The length of a lesson in words that is read in one sitting.
const GOOD_LENGTH: std::ops::RangeInclusive<u32> = 600..=1500;

/// What stands before the text.
struct Front {
    takeaways: Vec<String>,
    sources: Vec<Option<Source>>,
    self_check: Vec<Option<SelfCheck>>,
}

/// Reads one language of a lesson.
pub(in crate::programmes::rules) fn read(text: Split, page: &mut Page) -> Option<LessonText> {
    let front = text.front.map(|toml| front(toml, text.front_line, &mut page.notes));
    if front.is_none() && !text.unclosed {
        page.add(1, Code::FrontMatterMissing, "takeaways, third_party, [[sources]], [[self_check]]");
    }
    let arena = Arena::new();
    let root = markdown::read(&arena, text.body, Dialect::Lesson, page);
    markdown::check_levels(root.descendants(), 2, page);
    let words = markdown::words(root);
    if words == 0 {
        page.add(text.body_line, Code::TextEmpty, "");
    } else if !GOOD_LENGTH.contains(&words) {
        page.add(text.body_line, Code::LessonLength, format!("{words} words"));
    }
    let front = front?;
    Some(LessonText {
        html: markdown::blocks([root], true),
        words,
        takeaways: front.takeaways,
        sources: front.sources.into_iter().collect::<Option<_>>()?,
        self_check: front.self_check.into_iter().collect::<Option<_>>()?,
        reading_minutes: Minutes(i32::try_from(words.div_ceil(WORDS_PER_MINUTE)).unwrap_or(i32::MAX)),
    })
}

fn front(toml: &str, line: u32, notes: &mut Notes) -> Front {
    let document = Document::parse(toml, line, notes);
    let mut root = document.root();
    let third_party = root.flag("third_party", notes);
    let front = Front {
        takeaways: root.texts("takeaways", notes).into_iter().map(|text| text.value).collect(),
        sources: root.sections("sources", notes).into_iter().map(|section| source(section, notes)).collect(),
        self_check: root
            .sections("self_check", notes)
            .into_iter()
            .map(|section| check(section, notes))
            .collect(),
    };
    if front.takeaways.is_empty() {
        notes.add(line, Code::TakeawaysMissing, "");
    }
    if front.self_check.is_empty() {
        notes.add(line, Code::SelfCheckMissing, "");
    }
    if third_party && front.sources.is_empty() {
        notes.add(line, Code::SourceMissing, "");
    }
    root.finish(notes);
    front
}

fn source(mut section: Section, notes: &mut Notes) -> Option<Source> {
    let title = section.text("title", notes);
    let author = section.text("author", notes);
    let year = section.number("year", 1000..=2100, notes);
    let note = section.text_if("note", notes).map(|note| note.value);
    section.finish(notes);
    Some(Source { title: title?.value, author: author?.value, year: u16::try_from(year?.value).ok()?, note })
}

fn check(mut section: Section, notes: &mut Notes) -> Option<SelfCheck> {
    let question = section.text("question", notes);
    let answer = section.text("answer", notes);
    section.finish(notes);
    Some(SelfCheck { question: question?.value, answer: answer?.value })
}
