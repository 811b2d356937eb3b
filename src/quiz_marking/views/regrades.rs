//! What marking a question again would change, and what it changed.

use super::{QuestionView, Typed, field, wrong};
use crate::kernel::dates;
use crate::questions::rules::marking::MilliPoints;
use crate::quiz_marking::actions::{Change, Preview, Regraded, Source};
use crate::quiz_marking::rules::LONGEST_WORDS;
use crate::quizzes::views::parts;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// An attempt before and after.
#[derive(Debug, Serialize)]
struct Line {
    url: String,
    author: Option<String>,
    number: i32,
    old: String,
    new: String,
    flip_key: Option<&'static str>,
}

/// Whether passing turns into failing or the other way round.
fn flip(old: Option<bool>, new: Option<bool>) -> Option<&'static str> {
    match (old, new) {
        (Some(false), Some(true)) => Some("marking-regrade-now-passes"),
        (Some(true), Some(false)) => Some("marking-regrade-now-fails"),
        _ => None,
    }
}

/// The page before.
#[derive(Debug, Serialize)]
pub struct RegradePage {
    statistics_url: String,
    quiz: String,
    edition: String,
    question: QuestionView,
    question_id: String,
    preview_url: String,
    url: String,
    version: Field,
    versions: Vec<Choice>,
    is_chosen: bool,
    full_marks: bool,
    incomparable: bool,
    lines: Vec<Line>,
    changed: usize,
    unchanged: usize,
    by_hand: usize,
    under_way: usize,
    passes: usize,
    fails: usize,
    reason: Field,
    limit: usize,
    earlier: Vec<String>,
    fields: Vec<Field>,
}

/// The word for full marks in the choice of versions.
pub const FULL_MARKS: &str = "full-marks";

impl RegradePage {
    /// What would change, with what was typed; labels come from the choices' own numbers.
    pub fn new(
        found: &Preview,
        reader: &Reader,
        say: crate::web::Say<'_>,
        typed: Option<Typed<'_>>,
    ) -> RegradePage {
        let chosen = match found.source {
            Some(Source::Version(id)) => id.to_string(),
            Some(Source::FullMarks) => FULL_MARKS.to_owned(),
            None => String::new(),
        };
        let label = |number: i32, asked: bool| {
            let name = format!("{} {number}", say("marking-regrade-version"));
            if asked { format!("{name} ({})", say("marking-regrade-asked")) } else { name }
        };
        let mut versions: Vec<Choice> = found
            .versions
            .iter()
            .map(|(id, number, _)| Choice::new(id, label(*number, *id == found.id), &chosen))
            .collect();
        versions.push(Choice::new(FULL_MARKS, say("marking-regrade-full"), &chosen));
        let flips = |key: &'static str| {
            found.changes.iter().filter(move |one| flip(one.old_passed, one.new_passed) == Some(key))
        };
        let reason = field(typed, "reason", "");
        let version = Field { value: chosen.clone(), ..field(typed, "version", &chosen) };
        RegradePage {
            statistics_url: paths::quiz_statistics(found.edition.id, found.activity),
            quiz: found.quiz.for_reader(reader.language).to_owned(),
            edition: found.edition.title.clone(),
            question: QuestionView::new(&found.question, reader.language),
            question_id: found.id.to_string(),
            preview_url: paths::new_regrades(found.edition.id, found.activity),
            url: paths::quiz_regrades(found.edition.id, found.activity),
            versions,
            is_chosen: found.source.is_some(),
            full_marks: found.source == Some(Source::FullMarks),
            incomparable: found.incomparable,
            lines: found.changes.iter().map(|one| Line::of(one, found.blind, reader)).collect(),
            changed: found.changes.len(),
            unchanged: found.unchanged,
            by_hand: found.by_hand,
            under_way: found.under_way,
            passes: flips("marking-regrade-now-passes").count(),
            fails: flips("marking-regrade-now-fails").count(),
            fields: wrong(&[&version, &reason]),
            version,
            reason,
            limit: LONGEST_WORDS,
            earlier: found.earlier.iter().map(|id| paths::regrade(*id)).collect(),
        }
    }
}

impl Line {
    fn of(one: &Change, blind: bool, reader: &Reader) -> Line {
        Line {
            url: paths::attempt(one.attempt),
            author: Some(one.author.full()).filter(|_| !blind),
            number: one.number,
            old: parts::points(reader.language, one.old),
            new: parts::points(reader.language, one.new),
            flip_key: flip(one.old_passed, one.new_passed),
        }
    }
}

impl View for RegradePage {
    const TEMPLATE: &'static str = "pages/marking/regrade";

    fn title(&self) -> Title {
        Title::with("marking-regrade-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<RegradePage> {
        super::samples::previews()
            .iter()
            .map(|found| {
                RegradePage::new(found, &super::samples::reader(), &|key: &str| key.to_owned(), None)
            })
            .collect()
    }
}

/// The page after.
#[derive(Debug, Serialize)]
pub struct RegradedPage {
    statistics_url: String,
    quiz: String,
    edition: String,
    question: QuestionView,
    full_marks: bool,
    reason: String,
    ordered: String,
    finished: Option<String>,
    left: usize,
    done: usize,
    changed: usize,
    lines: Vec<Line>,
}

impl RegradedPage {
    /// A regrade as far as it has come.
    pub fn new(found: &Regraded, reader: &Reader) -> RegradedPage {
        let date = |at| dates::day_and_time(reader.language, at, reader.zone);
        let changed = || found.done.iter().filter(|(one, _)| one.old_points != one.new_points);
        let line =
            |(one, name): &(crate::quiz_marking::store::RegradeAttempt, crate::kernel::PersonName)| Line {
                url: paths::attempt(one.attempt),
                author: Some(name.full()).filter(|_| !found.blind),
                number: 0,
                old: parts::points(reader.language, MilliPoints(one.old_points)),
                new: parts::points(reader.language, MilliPoints(one.new_points)),
                flip_key: flip(one.old_passed, one.new_passed),
            };
        RegradedPage {
            statistics_url: paths::quiz_statistics(found.row.edition, found.row.activity),
            quiz: found.quiz.for_reader(reader.language).to_owned(),
            edition: found.edition.title.clone(),
            question: QuestionView::new(&found.question, reader.language),
            full_marks: found.row.by_question.is_none(),
            reason: found.row.reason.clone(),
            ordered: date(found.row.ordered_at),
            finished: found.row.finished_at.map(date),
            left: found.left,
            done: found.done.len(),
            changed: changed().count(),
            lines: changed().map(line).collect(),
        }
    }
}

impl View for RegradedPage {
    const TEMPLATE: &'static str = "pages/marking/regraded";

    fn title(&self) -> Title {
        Title::with("marking-regraded-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<RegradedPage> {
        let reader = super::samples::reader();
        super::samples::regraded().iter().map(|found| RegradedPage::new(found, &reader)).collect()
    }
}
