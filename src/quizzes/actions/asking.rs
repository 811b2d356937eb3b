//! What an edition's quiz asks when nobody takes it alone: the settings and the questions of a room.

use super::terms;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, EditionId, Problem, QuestionId};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::quizzes::rules::drawing::{self, Found};
use crate::quizzes::rules::setup::{Section, Source};
use crate::quizzes::store::{self, setups};
use std::collections::HashMap;

/// How a quiz is taken in an edition: its own setup, else the programme's settings.
///
/// # Errors
/// `NotFound` when there is no such quiz.
pub fn settings_in_force(
    r: &mut Read,
    edition: EditionId,
    quiz: ActivityId,
) -> Result<QuizSettings, Problem> {
    match setups::latest(r, edition, quiz)? {
        Some(setup) => Ok(setup.settings.0.quiz),
        None => super::attempts::settings_of(r, quiz),
    }
}

/// The questions that a room is asked.
#[derive(Debug, Clone, Default)]
pub struct RoomQuestions {
    /// In their order, with their right answers: for the server only.
    pub asked: Vec<(QuestionId, Question)>,
    /// Those that would be asked if they suited the room.
    pub left_out: Vec<Question>,
    /// Whether another seed asks others.
    pub random: bool,
}

/// The questions that an attempt in this edition would be asked, of those that suit a room. What is drawn is drawn
/// of those alone, so that a section has as many questions as it says while there are enough.
///
/// # Errors
/// `NotFound` when there is no such quiz.
pub fn room_questions(
    r: &mut Read,
    edition: &EditionRow,
    (quiz, seed): (ActivityId, i64),
    suits: impl Fn(&Question) -> bool,
) -> Result<RoomQuestions, Problem> {
    let setup = setups::latest(r, edition.id, quiz)?;
    // A room sees one order, and that is the author's.
    let settings = QuizSettings { shuffle: false, ..settings_in_force(r, edition.id, quiz)? };
    let sections = setup.map(|setup| setup.sections.0).unwrap_or_default();
    let found = found(r, edition, (quiz, &sections))?;
    let ids: Vec<QuestionId> = found.iter().flatten().map(|(id, _)| *id).collect();
    let mut known = store::questions_of(r, &ids)?;
    let suiting = |found: &Vec<Found>, known: &HashMap<QuestionId, Question>| {
        found.iter().copied().filter(|(id, _)| known.get(id).is_some_and(&suits)).collect::<Vec<_>>()
    };
    let pools: Vec<Vec<Found>> = found.iter().map(|ids| suiting(ids, &known)).collect();
    let drawn = if sections.is_empty() {
        let pool: Vec<QuestionId> = pools.iter().flatten().map(|(id, _)| *id).collect();
        drawing::draw(&pool, &settings, seed)
    } else {
        let pools: Vec<(Section, Vec<Found>)> = sections.iter().cloned().zip(pools).collect();
        drawing::draw_sections(&pools, &settings, seed).into_iter().flat_map(|(_, ids)| ids).collect()
    };
    let fixed = |(place, _): &(usize, &Vec<Found>)| {
        sections.get(*place).is_none_or(|section| matches!(section.source, Source::Fixed { .. }))
    };
    let named = found.iter().enumerate().filter(fixed).flat_map(|(_, ids)| ids);
    let left_out = named.filter_map(|(id, _)| known.get(id)).filter(|one| !suits(one)).cloned().collect();
    let random = settings.draw.is_some() && sections.is_empty()
        || sections.iter().any(|section| matches!(section.source, Source::Random { .. }));
    let asked = drawn.into_iter().filter_map(|id| Some((id, known.remove(&id)?))).collect();
    Ok(RoomQuestions { asked, left_out, random })
}

/// How many questions the sections of a setup will ask, and how many they are to ask: fewer where questions of the bank
/// went into the archive since.
pub(super) fn counted(
    r: &mut Read,
    edition: &EditionRow,
    (quiz, sections): (ActivityId, &[Section]),
) -> Result<(usize, usize), Problem> {
    let wanted = |section: &Section| match &section.source {
        Source::Fixed { questions } => questions.len(),
        Source::Random { count, .. } => usize::try_from(*count).unwrap_or(0),
    };
    let wanted = sections.iter().map(wanted).sum();
    // What is named is asked: only what is drawn can run out.
    if sections.iter().all(|section| matches!(section.source, Source::Fixed { .. })) {
        return Ok((wanted, wanted));
    }
    let found = found(r, edition, (quiz, sections))?;
    let pools: Vec<(Section, Vec<Found>)> = sections.iter().cloned().zip(found).collect();
    Ok((drawing::shares(&pools).into_iter().sum(), wanted))
}

/// What each section finds now; the programme's own questions where there is none.
pub(super) fn found(
    r: &mut Read,
    edition: &EditionRow,
    (quiz, sections): (ActivityId, &[Section]),
) -> Result<Vec<Vec<Found>>, Problem> {
    if sections.is_empty() {
        let pool = store::pool(r, quiz)?;
        return Ok(vec![setups::with_entries(r, &pool)?]);
    }
    let bank = terms::bank(r, edition)?;
    let of = |section: &Section| match &section.source {
        Source::Fixed { questions } => setups::with_entries(r, questions),
        Source::Random { filter, .. } => setups::found(r, bank, filter),
    };
    sections.iter().map(of).collect()
}
