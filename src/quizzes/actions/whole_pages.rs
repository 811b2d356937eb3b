//! Taking a page of answers at once, as a form without scripts sends them.

use super::{answers, attempts, flags};
use crate::db::Write;
use crate::kernel::{Actor, AttemptId, Moment, Problem, QuestionId};
use crate::questions::rules::response::{Response, Shape};
use crate::quizzes::rules::behaviours::{self, Conduct as _, Given};
use crate::quizzes::rules::merging::{self, Saved};
use crate::quizzes::rules::term;
use crate::quizzes::store::{self, NewStep};
use std::collections::BTreeMap;

/// All answers of a page at once, as a form without scripts sends them.
#[derive(Debug, Clone)]
pub struct PageInput {
    /// To which attempt.
    pub attempt: AttemptId,
    /// The number of the last step the page was made from.
    pub sequence: i32,
    /// The answers in the order of the page.
    pub answers: Vec<(QuestionId, Response)>,
    /// The question that is handed over to be checked, where the quiz checks question by question.
    pub check: Option<QuestionId>,
    /// Questions that were flagged on it, or whose flag was taken off.
    pub flags: Vec<(QuestionId, bool)>,
}

/// What became of a page of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageSaved {
    /// What was not disputed is on disk.
    Saved {
        /// The number of the last step.
        sequence: i32,
        /// Questions answered differently here and elsewhere; for these nothing is changed.
        disputed: Vec<QuestionId>,
    },
    /// The time was over; the attempt is handed in as of its deadline.
    TooLate,
}

/// Takes a page of answers: each that was changed on it becomes a step.
///
/// # Errors
/// `NotFound` for somebody else's attempt, `AttemptClosed` after it was handed in.
pub fn answer_page(
    w: &mut Write,
    actor: &Actor,
    page: &PageInput,
    now: Moment,
) -> Result<PageSaved, Problem> {
    let state = answers::open(w, actor.person_id()?, page.attempt)?;
    if !term::takes_answers(answers::until(&state), now) {
        attempts::close_overdue(w, page.attempt, now)?;
        return Ok(PageSaved::TooLate);
    }
    let questions = store::questions_of(w, &state.question_ids.0)?;
    let shapes: BTreeMap<QuestionId, Shape> =
        questions.iter().map(|(id, question)| (*id, Shape::of(question))).collect();
    let mut steps: BTreeMap<QuestionId, Vec<Saved>> = BTreeMap::new();
    for step in store::steps(w, page.attempt)? {
        let shape = shapes.get(&step.question_id).ok_or_else(Problem::not_found)?;
        let response = super::reading::stored(shape, &step.response.0)?;
        steps.entry(step.question_id).or_default().push(Saved {
            sequence: step.sequence,
            response,
            checked: step.checked,
        });
    }
    let tries = state.plan.as_ref().map_or(0, |plan| plan.0.terms.settings.tries());
    let locked = |id: &QuestionId| {
        let saved = steps.get(id).map_or(&[][..], Vec::as_slice).iter();
        let given: Vec<Given> =
            saved.map(|saved| Given { response: saved.response.clone(), checked: saved.checked }).collect();
        questions.get(id).is_none_or(|question| behaviours::replay(tries, question, &given).locked)
    };
    let answers: Vec<_> = page.answers.iter().filter(|(id, _)| !locked(id)).cloned().collect();
    let merge = merging::merge(&steps, page.sequence, &answers);
    let mut sequence = state.last.unwrap_or(0);
    let at = now.max(state.started_at);
    for (question, response) in &merge.take {
        sequence += 1;
        let new =
            NewStep { attempt: page.attempt, sequence, question: *question, response, checked: false, at };
        store::insert_step(w, &new)?;
    }
    let checked = |(id, response): &&(QuestionId, Response)| Some(*id) == page.check && !response.is_blank();
    let tried = answers.iter().filter(|_| tries > 0).find(checked);
    if let Some((question, response)) = tried.filter(|(id, _)| !merge.disputed.contains(id)) {
        sequence += 1;
        let (attempt, question) = (page.attempt, *question);
        store::insert_step(w, &NewStep { attempt, sequence, question, response, checked: true, at })?;
    }
    let asked = page.flags.iter().filter(|(question, _)| state.question_ids.0.contains(question));
    for (question, on) in asked {
        flags::write(w, (page.attempt, *question), *on, now)?;
    }
    Ok(PageSaved::Saved { sequence, disputed: merge.disputed })
}
