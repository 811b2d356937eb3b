//! Rows of the bank: categories, entries, and their versions.

use super::rules::Question;
use crate::db::schema::{question_categories, question_entries, question_versions};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    Moment, PersonId, Problem, ProgrammeId, QuestionCategoryId, QuestionEntryId, QuestionId, Word,
};
use diesel::prelude::*;

/// A category about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewCategory<'c> {
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// Its key, unique in its programme.
    pub key: &'c str,
    /// What people call it.
    pub name: &'c str,
}

/// The category of a programme with this key, written when it is not there yet.
pub fn category(w: &mut Write, new: NewCategory<'_>, now: Moment) -> Result<QuestionCategoryId, Problem> {
    let known = question_categories::table
        .filter(question_categories::programme_id.eq(new.programme))
        .filter(question_categories::parent_id.is_null())
        .filter(question_categories::key.eq(new.key))
        .select(question_categories::id)
        .first(w.conn())
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    Ok(diesel::insert_into(question_categories::table)
        .values((
            question_categories::programme_id.eq(new.programme),
            question_categories::key.eq(new.key),
            question_categories::name.eq(new.name),
            question_categories::created_at.eq(now),
        ))
        .returning(question_categories::id)
        .get_result(w.conn())?)
}

/// The entry of a category with this key.
pub fn entry(
    r: &mut Read,
    category: QuestionCategoryId,
    key: &str,
) -> Result<Option<QuestionEntryId>, Problem> {
    Ok(question_entries::table
        .filter(question_entries::category_id.eq(category))
        .filter(question_entries::key.eq(key))
        .select(question_entries::id)
        .first(r.conn())
        .optional()?)
}

/// Writes an entry without a version.
pub fn insert_entry(
    w: &mut Write,
    category: QuestionCategoryId,
    key: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<QuestionEntryId, Problem> {
    Ok(diesel::insert_into(question_entries::table)
        .values((
            question_entries::category_id.eq(category),
            question_entries::key.eq(key),
            question_entries::created_at.eq(now),
            question_entries::created_by.eq(by),
        ))
        .returning(question_entries::id)
        .get_result(w.conn())?)
}

/// The latest version of an entry: its row, its number, and the question with its right answer.
pub fn latest(r: &mut Read, entry: QuestionEntryId) -> Result<Option<(QuestionId, i32, Question)>, Problem> {
    let found: Option<(QuestionId, i32, Json<Question>)> = question_versions::table
        .filter(question_versions::entry_id.eq(entry))
        .order(question_versions::number.desc())
        .select((question_versions::id, question_versions::number, question_versions::definition))
        .first(r.conn())
        .optional()?;
    Ok(found.map(|(id, number, question)| (id, number, question.0)))
}

/// A version about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'q> {
    /// Of which entry.
    pub entry: QuestionEntryId,
    /// Its number, from 1.
    pub number: i32,
    /// Whether quizzes may ask it.
    pub ready: bool,
    /// The question.
    pub question: &'q Question,
    /// By whom; nobody for a course file.
    pub by: Option<PersonId>,
}

/// Writes a version.
pub fn insert_version(w: &mut Write, new: NewVersion<'_>, now: Moment) -> Result<QuestionId, Problem> {
    Ok(diesel::insert_into(question_versions::table)
        .values((
            question_versions::entry_id.eq(new.entry),
            question_versions::number.eq(new.number),
            question_versions::state.eq(if new.ready { "ready" } else { "draft" }),
            question_versions::kind.eq(new.question.kind.as_str()),
            question_versions::definition.eq(Json(new.question.clone())),
            question_versions::created_at.eq(now),
            question_versions::created_by.eq(new.by),
        ))
        .returning(question_versions::id)
        .get_result(w.conn())?)
}
