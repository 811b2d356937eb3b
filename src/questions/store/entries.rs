//! One question of the bank: its versions, its tags and its key.

use crate::db::schema::{people, question_entries, question_tags, question_versions};
use crate::db::{Json, Read, Write};
use crate::kernel::{Moment, PersonId, PersonName, Problem, QuestionCategoryId, QuestionEntryId, QuestionId};
use crate::questions::rules::Question;
use crate::questions::rules::outline::search_fold;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

/// A question's own row.
#[derive(Debug, Clone)]
pub struct EntryRow {
    /// The question.
    pub id: QuestionEntryId,
    /// Where it stands.
    pub category: QuestionCategoryId,
    /// Its key, unique in its category.
    pub key: String,
    /// What it is called where it came from.
    pub name: Option<String>,
    /// Since when it is in the archive.
    pub archived_at: Option<Moment>,
    /// Who put it there.
    pub archived_by: Option<PersonName>,
}

type Name = (Option<String>, Option<String>, Option<String>);

fn named((surname, given_name, patronymic): Name) -> Option<PersonName> {
    Some(PersonName { surname: surname?, given_name: given_name?, patronymic })
}

/// A question's own row.
pub fn entry_row(r: &mut Read, id: QuestionEntryId) -> Result<Option<EntryRow>, Problem> {
    type Row = (QuestionEntryId, QuestionCategoryId, String, Option<String>, Option<Moment>, Name);
    let row: Option<Row> = question_entries::table
        .left_join(people::table.on(people::id.nullable().eq(question_entries::archived_by)))
        .filter(question_entries::id.eq(id))
        .select((
            question_entries::id,
            question_entries::category_id,
            question_entries::key,
            question_entries::name,
            question_entries::archived_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .first(r.conn())
        .optional()?;
    Ok(row.map(|(id, category, key, name, archived_at, by)| EntryRow {
        id,
        category,
        key,
        name,
        archived_at,
        archived_by: named(by),
    }))
}

/// What those who keep the bank call a question.
pub fn name_of(r: &mut Read, entry: QuestionEntryId) -> Result<Option<String>, Problem> {
    let name: Option<Option<String>> = question_entries::table
        .filter(question_entries::id.eq(entry))
        .select(question_entries::name)
        .first(r.conn())
        .optional()?;
    Ok(name.flatten())
}

/// Gives a question a name, or takes it away; its versions are found by it.
pub fn set_name(w: &mut Write, entry: QuestionEntryId, name: Option<&str>) -> Result<(), Problem> {
    diesel::update(question_entries::table.filter(question_entries::id.eq(entry)))
        .set(question_entries::name.eq(name))
        .execute(w.conn())?;
    let versions: Vec<(QuestionId, Json<Question>)> = question_versions::table
        .filter(question_versions::entry_id.eq(entry))
        .select((question_versions::id, question_versions::definition))
        .load(w.conn())?;
    versions
        .into_iter()
        .try_for_each(|(id, question)| super::set_fold(w, id, &search_fold(&question.0, name)))
}

/// A version.
#[derive(Debug, Clone)]
pub struct VersionRow {
    /// The version.
    pub id: QuestionId,
    /// Its number, from 1.
    pub number: i32,
    /// Whether quizzes may ask it.
    pub ready: bool,
    /// The question.
    pub question: Question,
    /// What its author typed; nothing for a course file.
    pub source: Option<Value>,
    /// When.
    pub created_at: Moment,
    /// By whom; nobody for a course file.
    pub by: Option<PersonName>,
}

/// The versions of a question, the newest first.
pub fn versions(r: &mut Read, entry: QuestionEntryId) -> Result<Vec<VersionRow>, Problem> {
    type Row = (QuestionId, i32, String, Json<Question>, Option<Json<Value>>, Moment, Name);
    let rows: Vec<Row> = question_versions::table
        .left_join(people::table.on(people::id.nullable().eq(question_versions::created_by)))
        .filter(question_versions::entry_id.eq(entry))
        .order(question_versions::number.desc())
        .select((
            question_versions::id,
            question_versions::number,
            question_versions::state,
            question_versions::definition,
            question_versions::source,
            question_versions::created_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    Ok(rows
        .into_iter()
        .map(|(id, number, state, question, source, created_at, by)| VersionRow {
            id,
            number,
            ready: state == "ready",
            question: question.0,
            source: source.map(|source| source.0),
            created_at,
            by: named(by),
        })
        .collect())
}

/// The tags of a question, by name.
pub fn tags_of(r: &mut Read, entry: QuestionEntryId) -> Result<Vec<String>, Problem> {
    Ok(question_tags::table
        .filter(question_tags::entry_id.eq(entry))
        .order(question_tags::tag)
        .select(question_tags::tag)
        .load(r.conn())?)
}

/// Gives a question exactly these tags; the audit keeps those it had.
pub fn set_tags(w: &mut Write, entry: QuestionEntryId, tags: &[String]) -> Result<(), Problem> {
    diesel::delete(question_tags::table.filter(question_tags::entry_id.eq(entry))).execute(w.conn())?;
    for tag in tags {
        diesel::insert_into(question_tags::table)
            .values((question_tags::entry_id.eq(entry), question_tags::tag.eq(tag)))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Puts a question into the archive; `false` when it is there already.
pub fn archive(
    w: &mut Write,
    entry: QuestionEntryId,
    by: Option<PersonId>,
    now: Moment,
) -> Result<bool, Problem> {
    let there = question_entries::table
        .filter(question_entries::id.eq(entry))
        .filter(question_entries::archived_at.is_null());
    let changed = diesel::update(there)
        .set((question_entries::archived_at.eq(now), question_entries::archived_by.eq(by)))
        .execute(w.conn())?;
    Ok(changed > 0)
}

/// Takes a question out of the archive; `false` when it is not there. The audit keeps when it was.
pub fn restore(w: &mut Write, entry: QuestionEntryId) -> Result<bool, Problem> {
    let away = question_entries::table
        .filter(question_entries::id.eq(entry))
        .filter(question_entries::archived_at.is_not_null());
    let changed = diesel::update(away)
        .set((
            question_entries::archived_at.eq(None::<Moment>),
            question_entries::archived_by.eq(None::<PersonId>),
        ))
        .execute(w.conn())?;
    Ok(changed > 0)
}

/// Puts a question into another category, under a key that is free there.
pub fn move_entry(
    w: &mut Write,
    entry: QuestionEntryId,
    category: QuestionCategoryId,
    key: &str,
) -> Result<(), Problem> {
    diesel::update(question_entries::table.filter(question_entries::id.eq(entry)))
        .set((question_entries::category_id.eq(category), question_entries::key.eq(key)))
        .execute(w.conn())?;
    Ok(())
}

/// Every question of a category by its key.
pub fn keys(r: &mut Read, category: QuestionCategoryId) -> Result<Vec<(String, QuestionEntryId)>, Problem> {
    Ok(question_entries::table
        .filter(question_entries::category_id.eq(category))
        .order(question_entries::id)
        .select((question_entries::key, question_entries::id))
        .load(r.conn())?)
}

/// How many entries one query asks for: fewer than a statement has room for.
const AT_ONCE: usize = 1000;

/// The newest versions of questions.
pub fn latest_of(
    r: &mut Read,
    entries: &[QuestionEntryId],
) -> Result<HashMap<QuestionEntryId, Question>, Problem> {
    let newer = diesel::alias!(question_versions as newer);
    let mut latest = HashMap::with_capacity(entries.len());
    for some in entries.chunks(AT_ONCE) {
        let has_newer = newer
            .filter(newer.field(question_versions::entry_id).eq(question_versions::entry_id))
            .filter(newer.field(question_versions::number).gt(question_versions::number));
        let rows: Vec<(QuestionEntryId, Json<Question>)> = question_versions::table
            .filter(question_versions::entry_id.eq_any(some.to_vec()))
            .filter(not(exists(has_newer)))
            .select((question_versions::entry_id, question_versions::definition))
            .load(r.conn())?;
        latest.extend(rows.into_iter().map(|(entry, question)| (entry, question.0)));
    }
    Ok(latest)
}

/// The keys of a category's questions that begin so.
pub fn keys_like(
    r: &mut Read,
    category: QuestionCategoryId,
    beginning: &str,
) -> Result<Vec<String>, Problem> {
    let keys: Vec<String> = question_entries::table
        .filter(question_entries::category_id.eq(category))
        .select(question_entries::key)
        .load(r.conn())?;
    Ok(keys.into_iter().filter(|key| key.starts_with(beginning)).collect())
}
