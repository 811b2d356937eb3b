//! Writing a case.

use super::parts::{TextView, Way};
use crate::case_library::views::{Typed, field, wrong};
use crate::kernel::{ProblemCode, dates};
use crate::site_cases::actions::Found;
use crate::site_cases::rules::{LONGEST_INSTITUTION, LONGEST_TEXT, LONGEST_TITLE, May, State};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct DraftPage {
    pub(super) way: Way,
    pub(super) url: String,
    pub(super) draft_url: String,
    /// Where the draft is thrown away; nothing once it was raised.
    pub(super) removal_url: Option<String>,
    /// Whether it can be sent to those who teach.
    pub(super) may_raise: bool,
    /// What is kept, where it cannot be changed any more.
    pub(super) kept: Option<TextView>,
    pub(super) revision: i32,
    /// When it was saved last.
    pub(super) saved: Option<String>,
    pub(super) title: Field,
    pub(super) institution: Field,
    pub(super) happened: Field,
    pub(super) tried: Field,
    pub(super) question: Field,
    pub(super) fields: Vec<Field>,
    pub(super) longest_title: usize,
    pub(super) longest_institution: usize,
    pub(super) limit: usize,
    /// Why the text was hidden that is written again.
    pub(super) reason: Option<String>,
    /// What another window has saved meanwhile.
    pub(super) theirs: Option<Theirs>,
}

/// What another window has saved.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    pub(super) at: String,
    pub(super) title: String,
    pub(super) text: TextView,
}

impl DraftPage {
    /// The form, with what was typed.
    pub fn new(found: &Found, reader: &Reader, typed: Option<Typed<'_>>) -> DraftPage {
        let (row, known) = (&found.row, &found.row.draft.0);
        let id = row.id;
        let time = |at: crate::kernel::Moment| dates::time(at.local(reader.zone).time());
        let stale = typed.is_some_and(|typed| typed.problem.code == ProblemCode::Conflict);
        let [title, institution, happened, tried, question] = [
            field(typed, "title", &known.title),
            field(typed, "institution", &known.institution),
            field(typed, "happened", &known.happened),
            field(typed, "tried", &known.tried),
            field(typed, "question", &known.question),
        ];
        let hidden = found.text().and_then(|text| text.hidden.as_ref());
        DraftPage {
            way: Way::own(&found.edition, row.enrolment),
            url: paths::site_case_texts(id),
            draft_url: paths::site_case_draft(id),
            removal_url: (row.state == State::Draft).then(|| paths::site_case_removal(id)),
            may_raise: found.may_raise(reader.now).is_ok(),
            kept: (!found.may(May::Raise)).then(|| TextView::new(known)),
            revision: row.revision,
            saved: (row.revision > 0).then(|| time(row.saved_at)),
            fields: wrong([&title, &institution, &happened, &tried, &question]),
            title,
            institution,
            happened,
            tried,
            question,
            longest_title: LONGEST_TITLE,
            longest_institution: LONGEST_INSTITUTION,
            limit: LONGEST_TEXT,
            reason: hidden.map(|(_, reason, _)| reason.clone()),
            theirs: stale.then(|| Theirs {
                at: time(row.saved_at),
                title: known.title.clone(),
                text: TextView::new(known),
            }),
        }
    }
}

impl View for DraftPage {
    const TEMPLATE: &'static str = "pages/site_cases/draft";

    fn title(&self) -> Title {
        Title::key("site-draft-title")
    }

    fn samples() -> Vec<DraftPage> {
        super::samples::drafts()
    }
}
