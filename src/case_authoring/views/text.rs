//! The whole text of a working copy, for those who prefer it.

use super::{FaultLine, Saved, Tab, Ways, crumbs, fault_lines, languages};
use crate::case_authoring::actions::Open;
use crate::case_authoring::store::TextRow;
use crate::cases::views::Link;
use crate::kernel::{Fault, Problem};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page of a whole text.
#[derive(Debug, Clone, Serialize)]
pub struct TextPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) languages: Vec<Tab>,
    pub(super) lang: &'static str,
    pub(super) file_name: String,
    pub(super) text: Field,
    pub(super) revision: i32,
    pub(super) saved: Saved,
    /// What somebody else saved meanwhile.
    pub(super) theirs: Option<Theirs>,
    pub(super) faults: Vec<FaultLine>,
    /// Findings are said with their lines.
    pub(super) by_line: bool,
    pub(super) url: String,
    pub(super) file_url: String,
    pub(super) ways: Ways,
}

/// A text that somebody else saved meanwhile.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    pub(super) at: String,
    pub(super) by: String,
    pub(super) text: String,
}

/// What was typed and not saved.
#[derive(Debug, Clone, Default)]
pub struct TypedText {
    /// The text.
    pub text: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl TypedText {
    /// A text that was refused.
    pub fn refused(text: &str, problem: &Problem) -> TypedText {
        TypedText { text: text.to_owned(), faults: problem.faults.clone() }
    }
}

impl TextPage {
    /// The page; with what was typed where it was not saved.
    pub fn new(open: &Open, text: &TextRow, typed: Option<&TypedText>, reader: &Reader) -> TextPage {
        let (id, tag) = (open.copy.id, text.language.tag());
        let saved = Saved::of(text, reader);
        let conflict = typed.is_some_and(|typed| typed.faults.is_empty());
        let theirs = Theirs { at: saved.at.clone(), by: saved.by.clone(), text: text.body.clone() };
        let in_this = |line: &FaultLine| line.language == tag;
        let name = text.path.rsplit('/').next().unwrap_or_default();
        TextPage {
            case_title: open.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(open, reader, true),
            languages: languages(open, text.language, &|language| paths::case_copy_text(id, language.tag())),
            lang: tag,
            file_name: name.to_owned(),
            text: match typed {
                Some(typed) => Field::with_faults("text", typed.text.as_str(), &typed.faults),
                None => Field::filled("text", text.body.as_str()),
            },
            revision: text.revision,
            theirs: conflict.then_some(theirs),
            faults: fault_lines(open).into_iter().filter(in_this).collect(),
            by_line: true,
            saved,
            url: paths::case_copy_text(id, tag),
            file_url: paths::case_copy_file(id, tag),
            ways: Ways::of(id, tag),
        }
    }
}

impl View for TextPage {
    const TEMPLATE: &'static str = "pages/case_authoring/text";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<TextPage> {
        super::samples::texts()
    }
}
