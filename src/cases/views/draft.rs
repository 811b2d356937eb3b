//! The part of the page where a work is written.

use super::case::Typed;
use super::own::OwnForm;
use super::writing::PartView;
use crate::cases::actions::{Case, Draft, State};
use crate::cases::rules::{self, MOST_CHARACTERS};
use crate::kernel::{Fault, Moment, dates};
use crate::web::{Field, Reader, paths};
use serde::Serialize;

/// The form of a draft.
#[derive(Debug, Clone, Serialize)]
pub struct DraftView {
    /// Where the draft is saved.
    pub save_url: String,
    /// Where it is handed in.
    pub hand_in_url: String,
    /// What is to be written and chosen.
    pub parts: Vec<PartView>,
    /// The rubric to judge the own work by, where the case asks for that.
    pub own: Option<OwnForm>,
    /// Characters allowed.
    pub most_characters: usize,
    /// Files allowed.
    pub most_files: u32,
    /// Whether there is room for one more.
    pub has_room: bool,
    /// Megabytes allowed in one form.
    pub megabytes: usize,
    /// The same in bytes, for the script.
    pub bytes: usize,
    /// What the reader had before the eyes.
    pub revision: i32,
    /// When the draft was saved.
    pub saved: Option<String>,
    /// Whether the work may be handed in now.
    pub can_hand_in: bool,
    /// Which version it would be.
    pub number: usize,
    /// Whether the form is folded away at first.
    pub folded: bool,
    /// What another device has saved meanwhile.
    pub theirs: Option<Theirs>,
    /// Fields with faults, for the summary.
    pub fields: Vec<Field>,
}

/// A text that another device has saved meanwhile.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    /// The text.
    pub text: String,
    /// When it was saved.
    pub at: String,
}

impl DraftView {
    /// The form, where the reader may write at all.
    pub(super) fn new(case: &Case, reader: &Reader, typed: &Typed, most_bytes: usize) -> Option<DraftView> {
        if !matches!(case.state, State::Open | State::Waiting | State::TooLate) || case.steps.come_first() {
            return None;
        }
        let settings = &case.definition.settings;
        if rules::versions_left(&case.states(), settings.submissions) == 0 {
            return None;
        }
        let draft = case.draft.as_ref();
        let parts = PartView::all(case, reader.language, work(draft, typed), &typed.faults);
        let own = OwnForm::new(case, reader.language, typed.own.as_ref(), &typed.faults);
        let which = (case.standing.enrolment.id, case.fact.id);
        let files = draft.map_or(0, |draft| draft.files.len());
        let can_hand_in = case.state == State::Open;
        let graded = case.versions.last().and_then(|version| version.grade.as_ref());
        Some(DraftView {
            save_url: paths::case_draft(which.0, which.1),
            hand_in_url: paths::case_submissions(which.0, which.1),
            fields: summed(&parts, &typed.faults)
                .into_iter()
                .chain(own.iter().flat_map(OwnForm::fields))
                .collect(),
            parts,
            own,
            most_characters: MOST_CHARACTERS,
            has_room: files < usize::try_from(settings.max_files).unwrap_or(usize::MAX),
            most_files: settings.max_files,
            megabytes: most_bytes / (1024 * 1024),
            bytes: most_bytes,
            revision: draft.map_or(0, |draft| draft.row.revision),
            saved: draft.map(|draft| moment(draft.row.saved_at, reader)),
            can_hand_in,
            number: case.versions.len() + 1,
            folded: typed.is_nothing() && (!can_hand_in || graded.is_some_and(|grade| grade.row.passed)),
            theirs: typed
                .theirs
                .as_ref()
                .map(|draft| Theirs { text: draft.row.text.clone(), at: moment(draft.row.saved_at, reader) }),
        })
    }
}

/// Every field in the order of the page; what is missing of the whole is said of the first of them.
fn summed(parts: &[PartView], faults: &[Fault]) -> Vec<Field> {
    let mut fields: Vec<Field> = parts.iter().map(|part| part.field.clone()).collect();
    let has_text = parts.iter().any(|part| part.is_text);
    if let (false, Some(first)) = (has_text, fields.first_mut()) {
        first.faults.extend(faults.iter().filter(|fault| fault.field == "text").cloned());
    }
    fields
}

fn work(draft: Option<&Draft>, typed: &Typed) -> Field {
    let saved = draft.map_or("", |draft| draft.row.text.as_str());
    field("text", typed.text.as_deref().unwrap_or(saved), &typed.faults)
}

fn field(name: &str, value: &str, faults: &[Fault]) -> Field {
    let faults = faults.iter().filter(|fault| fault.field == name).cloned().collect();
    Field { faults, ..Field::filled(name, value) }
}

/// A moment of today as its time, any other with its day.
fn moment(at: Moment, reader: &Reader) -> String {
    if at.date_in(reader.zone) == reader.now.date_in(reader.zone) {
        dates::time(at.local(reader.zone).time())
    } else {
        dates::day_and_time(reader.language, at, reader.zone)
    }
}
