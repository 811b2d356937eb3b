//! Rows of marks as people change them: what a mark was and became, appeals, and the result that follows.

use crate::db::schema::{
    people, quiz_appeal_decisions, quiz_appeals, quiz_attempts, quiz_blind_markings, quiz_mark_changes,
    quiz_marks,
};
use crate::db::{Read, Write, text_enum};
use crate::kernel::{
    ActivityId, AppealId, AttemptId, EditionId, Moment, PersonId, PersonName, Problem, QuestionId,
};
use crate::questions::rules::Weight;
use crate::questions::rules::marking::{MilliPoints, Outcome};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

text_enum! {
    /// Why a mark changed.
    ChangeKind {
        /// A person marked an answer that waited.
        Marked = "marked",
        /// A person put another mark in its place.
        Overridden = "overridden",
        /// An appeal was accepted.
        Appealed = "appealed",
        /// The question was marked again by another version of it.
        Regraded = "regraded",
        /// Everybody was given full marks for the question.
        Granted = "granted",
    }
}

impl ChangeKind {
    /// Whether a person looked at this very answer: then no regrade replaces the mark.
    pub fn is_by_hand(self) -> bool {
        matches!(self, ChangeKind::Marked | ChangeKind::Overridden | ChangeKind::Appealed)
    }
}

/// A mark as it stands: the share that is right, nothing while it waits, and the points it gives.
pub type Standing = (Option<Weight>, MilliPoints);

/// A change of a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The change.
    pub id: i64,
    /// Of which question.
    pub question: QuestionId,
    /// What kind of change.
    pub kind: ChangeKind,
    /// The mark before.
    pub old: Standing,
    /// The mark after.
    pub new: Standing,
    /// Why; empty for the first mark of an answer that waited.
    pub reason: String,
    /// What is said to the trainee about the answer.
    pub remark: String,
    /// By whom.
    pub by: Option<PersonName>,
    /// When.
    pub at: Moment,
}

type ChangeColumns = (
    (i64, QuestionId, ChangeKind, Moment),
    (Option<i32>, i32, Option<i32>, i32),
    (String, String),
    Option<(String, String, Option<String>)>,
);

/// The changes of an attempt's marks, the oldest first.
pub fn changes(r: &mut Read, attempt: AttemptId) -> Result<Vec<ChangeRow>, Problem> {
    let rows: Vec<ChangeColumns> = quiz_mark_changes::table
        .left_join(people::table)
        .filter(quiz_mark_changes::attempt_id.eq(attempt))
        .order(quiz_mark_changes::id)
        .select((
            (
                quiz_mark_changes::id,
                quiz_mark_changes::question_id,
                quiz_mark_changes::kind,
                quiz_mark_changes::changed_at,
            ),
            (
                quiz_mark_changes::old_fraction,
                quiz_mark_changes::old_points,
                quiz_mark_changes::new_fraction,
                quiz_mark_changes::new_points,
            ),
            (quiz_mark_changes::reason, quiz_mark_changes::remark),
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(change_of).collect())
}

fn change_of(columns: ChangeColumns) -> ChangeRow {
    let ((id, question, kind, at), (old, old_points, new, new_points), (reason, remark), by) = columns;
    let mark = |fraction: Option<i32>, points| (fraction.map(Weight), MilliPoints(points));
    let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
    ChangeRow {
        id,
        question,
        kind,
        old: mark(old, old_points),
        new: mark(new, new_points),
        reason,
        remark,
        by: by.map(name),
        at,
    }
}

/// The kind of the last change of a question's mark, by attempt; nothing where it was never changed.
pub fn last_changes(
    r: &mut Read,
    question: QuestionId,
    attempts: &[AttemptId],
) -> Result<HashMap<AttemptId, ChangeKind>, Problem> {
    let rows: Vec<(AttemptId, ChangeKind)> = quiz_mark_changes::table
        .filter(quiz_mark_changes::question_id.eq(question))
        .filter(quiz_mark_changes::attempt_id.eq_any(attempts.to_vec()))
        .order(quiz_mark_changes::id)
        .select((quiz_mark_changes::attempt_id, quiz_mark_changes::kind))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// A change about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewChange<'c> {
    /// Of which attempt.
    pub attempt: AttemptId,
    /// Of which question.
    pub question: QuestionId,
    /// What kind of change.
    pub kind: ChangeKind,
    /// The mark before.
    pub old: Standing,
    /// The mark after.
    pub new: Standing,
    /// Why.
    pub reason: &'c str,
    /// What is said to the trainee.
    pub remark: &'c str,
    /// By whom.
    pub by: Option<PersonId>,
    /// When.
    pub at: Moment,
}

/// Puts a mark in the place of another and writes down what it was.
pub fn insert_change(w: &mut Write, new: &NewChange<'_>) -> Result<(), Problem> {
    let (fraction, points) = new.new;
    diesel::update(quiz_marks::table.find((new.attempt, new.question)))
        .set((quiz_marks::fraction.eq(fraction.map(|share| share.0)), quiz_marks::points.eq(points.0)))
        .execute(w.conn())?;
    diesel::insert_into(quiz_mark_changes::table)
        .values((
            (
                quiz_mark_changes::attempt_id.eq(new.attempt),
                quiz_mark_changes::question_id.eq(new.question),
                quiz_mark_changes::kind.eq(new.kind),
            ),
            quiz_mark_changes::old_fraction.eq(new.old.0.map(|share| share.0)),
            quiz_mark_changes::old_points.eq(new.old.1.0),
            quiz_mark_changes::new_fraction.eq(fraction.map(|share| share.0)),
            quiz_mark_changes::new_points.eq(points.0),
            quiz_mark_changes::reason.eq(new.reason),
            quiz_mark_changes::remark.eq(new.remark),
            quiz_mark_changes::changed_by.eq(new.by),
            quiz_mark_changes::changed_at.eq(new.at),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Puts the result that follows from its marks into an attempt.
pub fn set_outcome(
    w: &mut Write,
    id: AttemptId,
    outcome: Outcome,
    passed: Option<bool>,
) -> Result<(), Problem> {
    diesel::update(quiz_attempts::table.filter(quiz_attempts::id.eq(id)))
        .set((
            quiz_attempts::points.eq(outcome.points.0),
            quiz_attempts::max_points.eq(outcome.most.0),
            quiz_attempts::result_permille.eq((!outcome.waiting).then_some(outcome.result)),
            quiz_attempts::passed.eq(passed),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// An appeal with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealRow {
    /// The appeal.
    pub id: AppealId,
    /// Against the mark of which question.
    pub question: QuestionId,
    /// What the trainee says.
    pub text: String,
    /// When.
    pub made_at: Moment,
    /// What came of it.
    pub decision: Option<DecisionRow>,
}

/// What came of an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DecisionRow {
    /// Whether the mark was changed.
    pub accepted: bool,
    /// What is said to the trainee.
    pub answer: String,
    /// When.
    pub at: Moment,
}

/// The appeals of an attempt.
pub fn appeals(r: &mut Read, attempt: AttemptId) -> Result<Vec<AppealRow>, Problem> {
    type Columns = ((AppealId, QuestionId, String, Moment), Option<(bool, String, Moment)>);
    let rows: Vec<Columns> = quiz_appeals::table
        .left_join(quiz_appeal_decisions::table)
        .filter(quiz_appeals::attempt_id.eq(attempt))
        .order(quiz_appeals::id)
        .select((
            (quiz_appeals::id, quiz_appeals::question_id, quiz_appeals::text, quiz_appeals::made_at),
            (
                quiz_appeal_decisions::accepted,
                quiz_appeal_decisions::answer,
                quiz_appeal_decisions::decided_at,
            )
                .nullable(),
        ))
        .load(r.conn())?;
    let row = |((id, question, text, made_at), decision): Columns| AppealRow {
        id,
        question,
        text,
        made_at,
        decision: decision.map(|(accepted, answer, at)| DecisionRow { accepted, answer, at }),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Whether a quiz of an edition is marked without names.
pub fn is_blind(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<bool, Problem> {
    Ok(blind_quizzes(r, edition)?.contains(&quiz))
}

/// The quizzes of an edition that are marked without names.
pub fn blind_quizzes(r: &mut Read, edition: EditionId) -> Result<Vec<ActivityId>, Problem> {
    Ok(quiz_blind_markings::table
        .filter(quiz_blind_markings::edition_id.eq(edition))
        .filter(quiz_blind_markings::lifted_at.is_null())
        .select(quiz_blind_markings::activity_id)
        .load(r.conn())?)
}

/// The quizzes that are marked without names, of these editions.
pub fn blind_among(
    r: &mut Read,
    editions: &[EditionId],
) -> Result<HashSet<(EditionId, ActivityId)>, Problem> {
    let rows: Vec<(EditionId, ActivityId)> = quiz_blind_markings::table
        .filter(quiz_blind_markings::edition_id.eq_any(editions.to_vec()))
        .filter(quiz_blind_markings::lifted_at.is_null())
        .select((quiz_blind_markings::edition_id, quiz_blind_markings::activity_id))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}
