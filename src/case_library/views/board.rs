//! What staff do with the answers of a case when it is over.

use super::talk::AnswerView;
use super::{Typed, faults_of, wrong};
use crate::case_library::actions::{Board, Choosable};
use crate::case_library::rules::{Consent, LONGEST_REMARK};
use crate::cases::views::Link;
use crate::kernel::{Word as _, dates};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// How much of a work stands in the list, in characters.
const EXCERPT: usize = 240;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct BoardPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) url: String,
    pub(super) closing_url: String,
    pub(super) remarks_url: String,
    pub(super) is_opened: bool,
    pub(super) is_open: bool,
    pub(super) is_nameless: bool,
    /// Until when works can come in time; nothing when the deadline is over for everybody.
    pub(super) due: Option<String>,
    pub(super) city: &'static str,
    pub(super) nameless: Field,
    pub(super) nameless_on: bool,
    pub(super) early: Field,
    pub(super) early_on: bool,
    pub(super) answers: Vec<AnswerView>,
    pub(super) works: Vec<WorkView>,
    pub(super) limit: usize,
    pub(super) fields: Vec<Field>,
}

/// A work that may be chosen.
#[derive(Debug, Clone, Serialize)]
pub struct WorkView {
    pub(super) id: i64,
    pub(super) excerpt: String,
    pub(super) number: Option<i32>,
    pub(super) consent_key: Option<String>,
    pub(super) is_agreed: bool,
    pub(super) url: String,
    pub(super) desk_url: String,
}

impl WorkView {
    fn new(work: &Choosable) -> WorkView {
        let words = work.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut excerpt: String = words.chars().take(EXCERPT).collect();
        if words.chars().count() > EXCERPT {
            excerpt.push('…');
        }
        let key = || format!("shown-consent-{}", work.consent.as_str());
        WorkView {
            id: work.submission.0,
            excerpt,
            number: work.number,
            consent_key: (work.consent != Consent::None).then(key),
            is_agreed: work.consent == Consent::Agreed,
            url: paths::shown_answer(work.submission),
            desk_url: paths::submission(work.submission),
        }
    }
}

impl BoardPage {
    /// The page of those who teach the edition, with what was typed.
    pub fn new(board: &Board, reader: &Reader, typed: Option<Typed<'_>>) -> BoardPage {
        let (edition, at) = (&board.edition, (board.edition.id, board.case));
        let is_open = board.discussion.is_some_and(|row| row.is_open());
        let known = board.discussion.is_some_and(|row| row.nameless);
        let opening = typed.filter(|typed| !typed.form.ticked("answer") && !typed.form.ticked("reason"));
        let ticked = |name: &str, known| opening.map_or(known, |typed| typed.form.ticked(name));
        let answers: Vec<AnswerView> =
            board.answers.iter().map(|one| AnswerView::new(one, reader, (is_open, true), typed)).collect();
        let early = Field { faults: faults_of(typed, "early"), ..Field::empty("early") };
        let chosen = Field { faults: faults_of(typed, "answers"), ..Field::empty("answers") };
        let remarks = answers.iter().filter_map(|one| one.remark.as_ref());
        let zone = edition.time_zone;
        BoardPage {
            crumbs: vec![
                Link { label: edition.title.clone(), url: paths::edition(edition.id) },
                Link {
                    label: board.title.for_reader(reader.language).to_owned(),
                    url: paths::edition_cases(edition.id),
                },
            ],
            case_title: board.title.for_reader(reader.language).to_owned(),
            url: paths::case_board(at.0, at.1),
            closing_url: paths::case_board_closing(at.0, at.1),
            remarks_url: paths::case_board_remarks(at.0, at.1),
            is_opened: board.discussion.is_some(),
            is_open,
            is_nameless: known,
            due: (reader.now < board.due_at)
                .then(|| dates::day_and_time(reader.language, board.due_at.plus_minutes(-1), zone)),
            city: dates::zone_city(reader.language, zone),
            nameless: Field::empty("nameless"),
            nameless_on: ticked("nameless", known),
            early_on: ticked("early", false),
            fields: wrong([&chosen, &early].into_iter().chain(remarks)),
            early,
            answers,
            works: board.works.iter().map(WorkView::new).collect(),
            limit: LONGEST_REMARK,
        }
    }
}

impl View for BoardPage {
    const TEMPLATE: &'static str = "pages/case_library/board";

    fn title(&self) -> Title {
        Title::with("shown-board-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<BoardPage> {
        super::samples::boards()
    }
}
