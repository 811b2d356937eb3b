//! Recorded answers to one question, loaded for any number of attempts in the same few queries, and what they
//! would give when they are played again.

use super::regrading::Source;
use crate::db::Read;
use crate::editions::rules::CompletionRule;
use crate::kernel::{ActivityId, AttemptId, Problem, QuestionId};
use crate::programmes::rules::quiz::QuizSettings;
use crate::questions::rules::marking::{Mark, MilliPoints, outcome};
use crate::questions::rules::{Question, Weight};
use crate::quizzes::actions::marks::{self, ChangeKind, Standing};
use crate::quizzes::rules::carrying::Carrying;
use crate::quizzes::rules::term;
use crate::quizzes::store::{self as attempts, AttemptRow, MarkRow, StepRow};
use std::collections::{BTreeSet, HashMap};

/// What came of one mark played again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has this mark now.
    Now(Option<Weight>, MilliPoints),
    /// A person gave it; it stays.
    ByHand,
}

/// What a question is marked by, ready to mark.
pub(super) enum Judge<'q> {
    Version(&'q Question, Carrying, &'q Question),
    FullMarks(&'q Question),
}

impl<'q> Judge<'q> {
    /// Nothing when the versions cannot be compared.
    pub(super) fn of(
        asked: &'q Question,
        source: Source,
        versions: &'q [(QuestionId, i32, Question)],
    ) -> Option<Judge<'q>> {
        match source {
            Source::FullMarks => Some(Judge::FullMarks(asked)),
            Source::Version(id) => {
                let (_, _, other) = versions.iter().find(|(version, _, _)| *version == id)?;
                Some(Judge::Version(asked, Carrying::between(asked, other)?, other))
            }
        }
    }
}

/// What attempts recorded of a question, with the marks they have.
pub(super) struct Recorded {
    question: QuestionId,
    attempts: HashMap<AttemptId, AttemptRow>,
    marks: HashMap<AttemptId, Vec<MarkRow>>,
    steps: HashMap<AttemptId, Vec<StepRow>>,
    changes: HashMap<AttemptId, ChangeKind>,
    questions: HashMap<QuestionId, Question>,
    /// How an attempt was taken that began before there were setups.
    programme: QuizSettings,
}

impl Recorded {
    /// Six queries, whatever the number of attempts.
    pub(super) fn load(
        r: &mut Read,
        (activity, question): (ActivityId, QuestionId),
        ids: &[AttemptId],
    ) -> Result<Recorded, Problem> {
        let rows = attempts::attempts_of(r, ids)?;
        let asked: BTreeSet<QuestionId> =
            rows.iter().flat_map(|row| row.question_ids.0.iter().copied()).collect();
        Ok(Recorded {
            question,
            marks: attempts::marks_of(r, ids)?,
            steps: attempts::steps_at(r, question, ids)?,
            changes: marks::last_changes(r, question, ids)?,
            questions: attempts::questions_of(r, &asked.into_iter().collect::<Vec<_>>())?,
            programme: attempts::settings(r, activity)?.ok_or_else(Problem::not_found)?,
            attempts: rows.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    pub(super) fn attempt(&self, id: AttemptId) -> Result<&AttemptRow, Problem> {
        self.attempts.get(&id).ok_or_else(Problem::not_found)
    }

    fn settings<'s>(&'s self, row: &'s AttemptRow) -> &'s QuizSettings {
        row.plan.as_ref().map_or(&self.programme, |plan| &plan.0.terms.settings)
    }

    fn marks(&self, attempt: AttemptId) -> &[MarkRow] {
        self.marks.get(&attempt).map(Vec::as_slice).unwrap_or_default()
    }

    /// The mark an attempt has, and what it would be.
    pub(super) fn look(&self, attempt: AttemptId, judge: &Judge<'_>) -> Result<(Standing, Verdict), Problem> {
        let old = self.marks(attempt).iter().find(|(question, _, _)| *question == self.question);
        let old = old.map(|(_, share, points)| (*share, *points)).ok_or_else(Problem::not_found)?;
        let by_hand = self.changes.get(&attempt).is_some_and(|kind| kind.is_by_hand());
        let new = match judge {
            Judge::FullMarks(question) => Mark::of(question, Some(Weight::WHOLE)),
            Judge::Version(..) if by_hand => return Ok((old, Verdict::ByHand)),
            Judge::Version(asked, carrying, other) => {
                let steps = self.steps.get(&attempt).cloned().unwrap_or_default();
                let given = marks::given(self.question, asked, steps)?;
                carrying.marked(self.settings(self.attempt(attempt)?), (asked, other), &given)
            }
        };
        Ok((old, Verdict::Now(new.fraction, new.points)))
    }

    /// Whether an attempt would pass with another mark for the question.
    pub(super) fn would_pass(
        &self,
        row: &AttemptRow,
        rule: &CompletionRule,
        (share, points): Standing,
    ) -> Option<bool> {
        let changed = |(id, old_share, old_points): &MarkRow| {
            let here = *id == self.question;
            let (fraction, points) = if here { (share, points) } else { (*old_share, *old_points) };
            Some(Mark { fraction, points, ..Mark::of(self.questions.get(id)?, fraction) })
        };
        let outcome = outcome(self.marks(row.id).iter().filter_map(changed));
        let pass_mark = term::pass_mark(self.settings(row), rule);
        if outcome.waiting { None } else { term::passed(pass_mark, outcome.result) }
    }
}
