//! A case with what was said about it, as each of its two sides reads it.

use super::own::state_key;
use super::parts::{EntryView, HiddenView, TextView, Way, reason_id};
use crate::case_library::views::{Typed, field, wrong};
use crate::cases::views::paragraphs;
use crate::kernel::{PersonName, SiteCaseEntryId, dates};
use crate::site_cases::actions::Found;
use crate::site_cases::rules::{LONGEST_MESSAGE, May, Side, State};
use crate::site_cases::store::{CopyRow, EntryRow};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// Which of the page's forms was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A message.
    Message,
    /// A conclusion.
    Conclusion,
    /// A reason to open it again.
    Reopening,
    /// A reason to hide the text.
    Text,
    /// A reason to hide something that was said.
    Entry(SiteCaseEntryId),
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CasePage {
    pub(super) way: Way,
    pub(super) edition: String,
    /// What it is called; nothing while its text is hidden.
    pub(super) title: Option<String>,
    pub(super) number: i64,
    pub(super) is_author: bool,
    pub(super) state_key: String,
    pub(super) good: bool,
    pub(super) attention: bool,
    pub(super) since: String,
    pub(super) author: String,
    pub(super) taker: Option<String>,
    pub(super) text: Option<TextView>,
    pub(super) hidden: Option<HiddenView>,
    /// Where its author writes it again.
    pub(super) edit_url: Option<String>,
    pub(super) entries: Vec<EntryView>,
    pub(super) message: Option<Act>,
    pub(super) conclusion: Option<Act>,
    pub(super) reopening: Option<Act>,
    pub(super) hiding: Option<Act>,
    /// The number of the text that the form hides.
    pub(super) text_number: i32,
    pub(super) taking_url: Option<String>,
    pub(super) look_url: Option<String>,
    /// What an administrator looks at.
    pub(super) looked_at: Vec<Looked>,
    pub(super) copy_url: Option<String>,
    pub(super) copy_key: &'static str,
    pub(super) consent: Option<Consent>,
    pub(super) fields: Vec<Field>,
    pub(super) limit: usize,
}

/// A form of one field.
#[derive(Debug, Clone, Serialize)]
pub struct Act {
    pub(super) url: String,
    pub(super) field: Field,
}

/// A text that was hidden, in front of an administrator.
#[derive(Debug, Clone, Serialize)]
pub struct Looked {
    pub(super) title: String,
    pub(super) text: TextView,
    pub(super) hidden: HiddenView,
}

/// What the author is asked.
#[derive(Debug, Clone, Serialize)]
pub struct Consent {
    pub(super) url: String,
    /// Which text the author reads: the answer is to no other.
    pub(super) number: i32,
    pub(super) state_key: &'static str,
    pub(super) is_shared: bool,
    pub(super) title: String,
    pub(super) situation: Vec<String>,
    pub(super) task: Vec<String>,
    pub(super) outcome: Vec<String>,
    pub(super) group: Field,
    pub(super) group_on: bool,
    pub(super) course: Field,
    pub(super) course_on: bool,
}

impl Consent {
    fn new(copy: &CopyRow, found: &Found) -> Consent {
        let text = &copy.content.0;
        Consent {
            url: paths::site_case_consent(found.row.id),
            number: copy.number,
            state_key: consent_key(Some(copy)),
            is_shared: copy.is_shared(),
            title: text.title.clone(),
            situation: paragraphs(&text.situation),
            task: paragraphs(&text.task),
            outcome: paragraphs(&text.outcome),
            group: Field::empty("group"),
            group_on: copy.for_group == Some(true),
            course: Field::empty("course"),
            course_on: copy.for_course == Some(true),
        }
    }
}

/// Where the nameless text stands.
pub(super) fn consent_key(copy: Option<&CopyRow>) -> &'static str {
    let Some(copy) = copy else { return "site-consent-none" };
    match (copy.asked_at, copy.for_group, copy.for_course) {
        (None, ..) => "site-consent-written",
        (Some(_), None, _) => "site-consent-asked",
        (_, Some(true), Some(true)) => "site-consent-both",
        (_, Some(true), _) => "site-consent-group",
        (_, _, Some(true)) => "site-consent-course",
        _ => "site-consent-refused",
    }
}

type TypedAt<'a> = Option<(Spot, Typed<'a>)>;

fn at<'a>(typed: TypedAt<'a>, spot: Spot) -> Option<Typed<'a>> {
    typed.filter(|(other, _)| *other == spot).map(|(_, typed)| typed)
}

impl CasePage {
    /// The page of its reader, with what was typed into one of its forms.
    pub fn new(found: &Found, reader: &Reader, typed: TypedAt<'_>) -> CasePage {
        let (row, id, is_author) = (&found.row, found.row.id, found.side == Side::Author);
        let act = |what: May, spot: Spot, name: &str, url: String| {
            found.may(what).then(|| Act { url, field: field(at(typed, spot), name, "") })
        };
        let newest = found.text();
        let seen = newest.filter(|text| text.hidden.is_none());
        let hiding = act(May::Protect, Spot::Text, "reason", paths::site_case_hiding(id));
        let entry = |entry: &EntryRow| {
            let spot = Spot::Entry(entry.id);
            let reason = || Field { id: reason_id(entry.id), ..field(at(typed, spot), "reason", "") };
            EntryView::new(entry, reader, found.may(May::Protect).then(reason))
        };
        let mut page = CasePage {
            way: way(found),
            edition: found.edition.title.clone(),
            title: seen.map(|text| text.content.title.clone()),
            number: id.0,
            is_author,
            state_key: state_key(row.state, found.side),
            good: row.state == if is_author { State::Answered } else { State::Closed },
            attention: row.state == if is_author { State::Redo } else { State::Waiting },
            since: dates::day_and_time(reader.language, row.since, reader.zone),
            author: found.author_name.full(),
            taker: found.taker().map(|(_, name)| PersonName::full(name)),
            text: seen.map(|text| TextView::new(&text.content)),
            hidden: newest
                .and_then(|text| text.hidden.as_ref())
                .map(|hidden| HiddenView::new(hidden, reader)),
            edit_url: found.may(May::Raise).then(|| paths::edit_site_case(id)),
            entries: found.entries.iter().map(entry).collect(),
            message: act(May::Say, Spot::Message, "message", paths::site_case_messages(id)),
            conclusion: act(May::Lead, Spot::Conclusion, "conclusion", paths::site_case_closure(id)),
            reopening: act(May::Reopen, Spot::Reopening, "reopening", paths::site_case_reopening(id)),
            hiding: hiding.filter(|_| seen.is_some()),
            text_number: newest.map_or(0, |text| text.number),
            taking_url: None,
            look_url: (found.may_look && found.has_hidden()).then(|| paths::site_case_hidden(id)),
            looked_at: Vec::new(),
            copy_url: found.may(May::Protect).then(|| paths::site_case_copy(id)),
            copy_key: consent_key(found.copy.as_ref()),
            consent: asked(found).map(|copy| Consent::new(copy, found)),
            fields: Vec::new(),
            limit: LONGEST_MESSAGE,
        };
        page.fields = page.faulty();
        page
    }

    /// The page of somebody who may take the case on: whoever has it already is not offered that.
    pub fn offering(mut self, found: &Found, me: Option<crate::kernel::PersonId>) -> CasePage {
        let mine = found.taker().is_some_and(|(taker, _)| Some(taker) == me);
        let may = found.may(May::Lead) && !mine;
        self.taking_url = may.then(|| paths::site_case_taking(found.row.id));
        self
    }

    /// With everything that was hidden, for an administrator.
    pub fn looking(found: &Found, reader: &Reader) -> CasePage {
        let look = |text: &crate::site_cases::store::TextRow| {
            let hidden = HiddenView::new(text.hidden.as_ref()?, reader);
            Some(Looked { title: text.content.title.clone(), text: TextView::new(&text.content), hidden })
        };
        let looked_at = found.texts.iter().filter_map(look).collect();
        CasePage { looked_at, look_url: None, ..CasePage::new(found, reader, None) }
    }

    fn faulty(&self) -> Vec<Field> {
        let acts = [&self.message, &self.conclusion, &self.reopening, &self.hiding];
        let acts = acts.into_iter().flatten().map(|act| &act.field);
        wrong(acts.chain(self.entries.iter().filter_map(|entry| entry.reason.as_ref())))
    }
}

fn asked(found: &Found) -> Option<&CopyRow> {
    let copy = found.copy.as_ref().filter(|copy| copy.asked_at.is_some());
    copy.filter(|_| found.side == Side::Author)
}

fn way(found: &Found) -> Way {
    match found.side {
        Side::Author => Way::own(&found.edition, found.row.enrolment),
        Side::Staff => Way::of_staff(&found.edition),
    }
}

impl View for CasePage {
    const TEMPLATE: &'static str = "pages/site_cases/case";

    fn title(&self) -> Title {
        match &self.title {
            Some(title) => Title::with("site-case-title", vec![("title", title.clone())]),
            None => Title::with("site-case-title-hidden", vec![("number", self.number.to_string())]),
        }
    }

    fn samples() -> Vec<CasePage> {
        super::case_samples::cases()
    }
}
