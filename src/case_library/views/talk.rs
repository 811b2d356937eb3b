//! What a trainee reads of others: the talk of the edition, and examples of those before it.

use super::{Typed, field, wrong};
use crate::case_library::actions::{Answer, Examples, Shut, Talk};
use crate::case_library::rules::LONGEST_REMARK;
use crate::case_library::store::RemarkRow;
use crate::cases::views::{Link, crumbs, paragraphs};
use crate::kernel::{PersonName, dates};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// An answer with what was said about it.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerView {
    pub(super) number: i32,
    pub(super) paragraphs: Vec<String>,
    pub(super) remarks: Vec<RemarkView>,
    /// Where the copy is mended; nothing for trainees.
    pub(super) edit_url: Option<String>,
    /// The field of a remark; nothing while nothing can be said.
    pub(super) remark: Option<Field>,
}

/// A remark.
#[derive(Debug, Clone, Serialize)]
pub struct RemarkView {
    pub(super) id: i64,
    pub(super) who: Option<String>,
    pub(super) by_staff: bool,
    pub(super) at: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) hidden: Option<String>,
    /// Where it is hidden; nothing for trainees.
    pub(super) hiding_url: Option<String>,
    /// The field of the reason.
    pub(super) reason: Option<Field>,
}

impl AnswerView {
    /// An answer for its readers; a remark that was typed stands at its own answer.
    pub(super) fn new(
        answer: &Answer,
        reader: &Reader,
        (open, staff): (bool, bool),
        typed: Option<Typed<'_>>,
    ) -> AnswerView {
        let row = &answer.row;
        let typed = typed.filter(|typed| typed.form.text("answer") == row.number.to_string());
        let remark = open.then(|| {
            let id = format!("field-remark-{}", row.number);
            Field { id, ..field(typed, "remark", "") }
        });
        AnswerView {
            number: row.number,
            paragraphs: paragraphs(&row.text),
            remarks: answer.remarks.iter().map(|one| RemarkView::new(one, reader, staff)).collect(),
            edit_url: staff.then(|| paths::shown_answer(row.submission)),
            remark,
        }
    }
}

impl RemarkView {
    fn new(row: &RemarkRow, reader: &Reader, staff: bool) -> RemarkView {
        let staff = staff && row.hidden.is_none();
        RemarkView {
            id: row.id.0,
            who: row.name.as_ref().map(PersonName::full),
            by_staff: row.by_staff,
            at: dates::day_and_time(reader.language, row.made_at, reader.zone),
            paragraphs: paragraphs(&row.text),
            hidden: row.hidden.clone(),
            hiding_url: staff.then(|| paths::remark_hiding(row.id)),
            reason: staff.then(|| Field { id: format!("field-reason-{}", row.id), ..Field::empty("reason") }),
        }
    }
}

/// The way down to a case.
pub(super) fn way(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Vec<Link> {
    let mut way = crumbs(standing);
    way.push(Link {
        label: fact.title.for_reader(reader.language).to_owned(),
        url: paths::case(standing.enrolment.id, fact.id),
    });
    way
}

/// The message of why nothing is shown.
fn shut_key(shut: Shut) -> &'static str {
    match shut {
        Shut::HandInFirst => "shown-shut-hand-in",
        Shut::Locked => "shown-shut-locked",
        Shut::Nothing => "shown-shut-nothing",
    }
}

/// The talk.
#[derive(Debug, Clone, Serialize)]
pub struct TalkPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) case_url: String,
    pub(super) url: String,
    pub(super) shut_key: Option<&'static str>,
    pub(super) closed: Option<String>,
    pub(super) is_nameless: bool,
    pub(super) answers: Vec<AnswerView>,
    pub(super) limit: usize,
    pub(super) fields: Vec<Field>,
}

impl TalkPage {
    /// The talk as its trainee sees it, with a remark as it was typed.
    pub fn new(talk: &Talk, reader: &Reader, typed: Option<Typed<'_>>) -> TalkPage {
        let (enrolment, case) = (talk.standing.enrolment.id, talk.fact.id);
        let (row, answers) = match &talk.reading {
            Ok((row, answers)) => (Some(row), answers.as_slice()),
            Err(_) => (None, &[][..]),
        };
        let open = row.is_some_and(|row| row.is_open());
        let answers: Vec<AnswerView> =
            answers.iter().map(|one| AnswerView::new(one, reader, (open, false), typed)).collect();
        TalkPage {
            crumbs: way(&talk.standing, &talk.fact, reader),
            case_title: talk.fact.title.for_reader(reader.language).to_owned(),
            case_url: paths::case(enrolment, case),
            url: paths::case_talk_remarks(enrolment, case),
            shut_key: talk.reading.as_ref().err().map(|shut| shut_key(*shut)),
            closed: row
                .and_then(|row| row.closed_at)
                .map(|at| dates::day_and_time(reader.language, at, reader.zone)),
            is_nameless: row.is_some_and(|row| row.nameless),
            fields: wrong(answers.iter().filter_map(|one| one.remark.as_ref())),
            answers,
            limit: LONGEST_REMARK,
        }
    }
}

impl View for TalkPage {
    const TEMPLATE: &'static str = "pages/case_library/talk";

    fn title(&self) -> Title {
        Title::with("shown-talk-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<TalkPage> {
        super::samples::talks()
    }
}

/// Examples.
#[derive(Debug, Clone, Serialize)]
pub struct ExamplesPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) case_url: String,
    pub(super) shut_key: Option<&'static str>,
    pub(super) examples: Vec<ExampleView>,
}

/// An example.
#[derive(Debug, Clone, Serialize)]
pub struct ExampleView {
    pub(super) number: usize,
    pub(super) paragraphs: Vec<String>,
}

impl ExamplesPage {
    /// The examples as a trainee sees them.
    pub fn new(found: &Examples, reader: &Reader) -> ExamplesPage {
        let texts = found.reading.as_deref().unwrap_or_default();
        let example = |(number, text): (usize, &String)| ExampleView { number, paragraphs: paragraphs(text) };
        ExamplesPage {
            crumbs: way(&found.standing, &found.fact, reader),
            case_title: found.fact.title.for_reader(reader.language).to_owned(),
            case_url: paths::case(found.standing.enrolment.id, found.fact.id),
            shut_key: found.reading.as_ref().err().map(|shut| shut_key(*shut)),
            examples: (1..).zip(texts).map(example).collect(),
        }
    }
}

impl View for ExamplesPage {
    const TEMPLATE: &'static str = "pages/case_library/examples";

    fn title(&self) -> Title {
        Title::with("shown-examples-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<ExamplesPage> {
        super::samples::examples()
    }
}
