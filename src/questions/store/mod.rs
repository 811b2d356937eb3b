//! Rows of the bank: categories, entries, and their versions.

mod categories;
mod entries;
mod listing;
mod usage;

pub use categories::{
    CategoryRow, categories, category_key, counts, insert_category, owners, programmes_of_organisations,
    programmes_taught, sibling_keys, update_category,
};
pub use entries::{
    EntryRow, VersionRow, archive, entry_row, keys, keys_like, latest_of, move_entry, name_of, restore,
    set_name, set_tags, tags_of, versions,
};
pub use listing::{Listed, Search, all_tags, page, tags};
pub use usage::{Usage, UsageRow, usage, usage_of};

use super::rules::outline::search_fold;
use super::rules::{Question, QuestionKind};
use crate::db::schema::{question_categories, question_entries, question_versions};
use crate::db::{Json, Read, Write, stored_text};
use crate::kernel::{
    Language, Moment, PersonId, Problem, ProgrammeId, QuestionCategoryId, QuestionEntryId, QuestionId, Word,
};
use diesel::prelude::*;
use serde_json::Value;

stored_text!(QuestionKind, as_str, parse);

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
        .filter(question_categories::key.eq(new.key))
        .order(question_categories::id)
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
    insert_version_typed(w, new, None, now)
}

/// Writes a version with what its author typed.
pub fn insert_version_typed(
    w: &mut Write,
    new: NewVersion<'_>,
    source: Option<Value>,
    now: Moment,
) -> Result<QuestionId, Problem> {
    let name = name_of(w, new.entry)?;
    Ok(diesel::insert_into(question_versions::table)
        .values((
            question_versions::entry_id.eq(new.entry),
            question_versions::number.eq(new.number),
            question_versions::state.eq(if new.ready { "ready" } else { "draft" }),
            question_versions::kind.eq(new.question.kind.as_str()),
            question_versions::definition.eq(Json(new.question.clone())),
            question_versions::created_at.eq(now),
            question_versions::created_by.eq(new.by),
            question_versions::source.eq(source.map(Json)),
            question_versions::languages.eq(languages(new.question)),
            question_versions::search_fold.eq(search_fold(new.question, name.as_deref())),
        ))
        .returning(question_versions::id)
        .get_result(w.conn())?)
}

/// The tags of the languages a question has texts in.
fn languages(question: &Question) -> String {
    question.texts.keys().map(|language| language.tag()).collect::<Vec<_>>().join(" ")
}

/// Languages out of what [`languages`] wrote.
fn languages_of(tags: &str) -> Vec<Language> {
    tags.split(' ').filter_map(Language::from_tag).collect()
}

/// Versions whose words are not folded yet, with what their questions are called.
pub fn unfolded(r: &mut Read, most: i64) -> Result<Vec<(QuestionId, Question, Option<String>)>, Problem> {
    let rows: Vec<(QuestionId, Json<Question>, Option<String>)> = question_versions::table
        .inner_join(question_entries::table)
        .filter(question_versions::search_fold.is_null())
        .order(question_versions::id)
        .select((question_versions::id, question_versions::definition, question_entries::name))
        .limit(most)
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, question, name)| (id, question.0, name)).collect())
}

/// Writes the folded words of a version of before.
pub fn set_fold(w: &mut Write, version: QuestionId, fold: &str) -> Result<(), Problem> {
    diesel::update(question_versions::table.filter(question_versions::id.eq(version)))
        .set(question_versions::search_fold.eq(fold))
        .execute(w.conn())?;
    Ok(())
}
