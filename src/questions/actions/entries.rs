//! One question of the bank: looked at, tagged, moved, copied, put away and taken back.

use super::bank::Bank;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, Problem, QuestionCategoryId, QuestionEntryId};
use crate::questions::rules::exchange::{LONGEST_NAME, clean_name};
use crate::questions::rules::filter;
use crate::questions::store::{self, EntryRow, NewVersion, Usage, UsageRow, VersionRow};
use serde_json::{Value, json};

/// A question with everything its page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What the reader reaches.
    pub bank: Bank,
    /// The question's own row.
    pub entry: EntryRow,
    /// Its versions, the newest first; at least one.
    pub versions: Vec<VersionRow>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The quizzes that ask it.
    pub quizzes: Vec<UsageRow>,
    /// How often it is used in all.
    pub usage: Usage,
}

impl Shown {
    /// The newest version.
    pub fn newest(&self) -> Option<&VersionRow> {
        self.versions.first()
    }
}

/// A question for those who reach it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn show(r: &mut Read, actor: &Actor, id: QuestionEntryId) -> Result<Shown, Problem> {
    let (bank, entry) = reached(r, actor, id)?;
    let versions = store::versions(r, id)?;
    if versions.is_empty() {
        return Err(Problem::not_found());
    }
    let usage = store::usage(r, &[id])?.remove(&id).unwrap_or_default();
    let (tags, quizzes) = (store::tags_of(r, id)?, store::usage_of(r, id)?);
    Ok(Shown { bank, entry, versions, tags, quizzes, usage })
}

/// A question's row for those who reach it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn reached(r: &mut Read, actor: &Actor, id: QuestionEntryId) -> Result<(Bank, EntryRow), Problem> {
    let entry = store::entry_row(r, id)?.ok_or_else(Problem::not_found)?;
    let bank = Bank::of(r, actor)?;
    if bank.tree.get(entry.category).is_none() {
        return Err(Problem::not_found());
    }
    Ok((bank, entry))
}

/// Puts a question into the archive: lists leave it out, quizzes that ask it go on. Twice is once.
///
/// # Errors
/// `NotFound` for one that is out of reach.
pub fn archive(w: &mut Write, actor: &Actor, id: QuestionEntryId, now: Moment) -> Result<(), Problem> {
    reached(w, actor, id)?;
    if store::archive(w, id, actor.person, now)? {
        note(w, actor, now, ("question-archived", id), (None, None))?;
    }
    Ok(())
}

/// Takes a question out of the archive. Twice is once.
///
/// # Errors
/// `NotFound` for one that is out of reach.
pub fn restore(w: &mut Write, actor: &Actor, id: QuestionEntryId, now: Moment) -> Result<(), Problem> {
    let (_, entry) = reached(w, actor, id)?;
    if store::restore(w, id)? {
        let before = json!({ "archived_at": entry.archived_at.map(Moment::rfc3339) });
        note(w, actor, now, ("question-restored", id), (Some(before), None))?;
    }
    Ok(())
}

/// Gives a question the tags of a line with commas.
///
/// # Errors
/// `NotFound` for one that is out of reach; `Invalid` for a line that is at fault.
pub fn tag(
    w: &mut Write,
    actor: &Actor,
    id: QuestionEntryId,
    line: &str,
    now: Moment,
) -> Result<(), Problem> {
    reached(w, actor, id)?;
    let tags = filter::tags(line).map_err(|code| {
        let fault = match code {
            "tag-too-long" => Fault::new("tags", "tag-too-long").with("limit", filter::TAG_LIMIT),
            _ => Fault::new("tags", "tags-too-many").with("limit", filter::MOST_TAGS),
        };
        Problem::invalid(vec![fault])
    })?;
    let before = store::tags_of(w, id)?;
    if before != tags {
        store::set_tags(w, id, &tags)?;
        note(w, actor, now, ("question-tagged", id), (Some(json!(before)), Some(json!(tags))))?;
    }
    Ok(())
}

/// Calls a question by a name that those who keep the bank see and no trainee; nothing takes the name away.
///
/// # Errors
/// `NotFound` for one that is out of reach; `Invalid` for a name that is too long.
pub fn name(
    w: &mut Write,
    actor: &Actor,
    id: QuestionEntryId,
    typed: &str,
    now: Moment,
) -> Result<(), Problem> {
    let (_, entry) = reached(w, actor, id)?;
    if typed.trim().chars().count() > LONGEST_NAME {
        return Err(Problem::invalid(vec![Fault::new("called", "too-long").with("limit", LONGEST_NAME)]));
    }
    let name = Some(clean_name(typed)).filter(|name| !name.is_empty());
    if name == entry.name {
        return Ok(());
    }
    store::set_name(w, id, name.as_deref())?;
    note(w, actor, now, ("question-named", id), (Some(json!(entry.name)), Some(json!(name))))
}

/// Puts a question into another category.
///
/// # Errors
/// `NotFound` for a question that is out of reach; `Invalid` for such a category.
pub fn relocate(
    w: &mut Write,
    actor: &Actor,
    id: QuestionEntryId,
    to: Option<QuestionCategoryId>,
    now: Moment,
) -> Result<(), Problem> {
    let (bank, entry) = reached(w, actor, id)?;
    let Some(to) = to.filter(|to| bank.tree.get(*to).is_some()) else {
        return Err(Problem::invalid(vec![Fault::new("category", "unknown")]));
    };
    if to == entry.category {
        return Ok(());
    }
    let key = free_key(w, to, &entry.key)?;
    store::move_entry(w, id, to, &key)?;
    let place = |category: QuestionCategoryId, key: &str| Some(json!({ "category": category, "key": key }));
    note(w, actor, now, ("question-moved", id), (place(entry.category, &entry.key), place(to, &key)))
}

/// Makes a copy of the newest version in the same category: a draft of its own.
///
/// # Errors
/// `NotFound` for a question that is out of reach.
pub fn copy(
    w: &mut Write,
    actor: &Actor,
    id: QuestionEntryId,
    now: Moment,
) -> Result<QuestionEntryId, Problem> {
    let (_, entry) = reached(w, actor, id)?;
    let newest = store::versions(w, id)?.into_iter().next().ok_or_else(Problem::not_found)?;
    let key = free_key(w, entry.category, &entry.key)?;
    let made = store::insert_entry(w, entry.category, &key, (actor.person, now))?;
    let mut question = newest.question;
    question.key = key;
    let version = NewVersion { entry: made, number: 1, ready: false, question: &question, by: actor.person };
    store::insert_version_typed(w, version, newest.source, now)?;
    if entry.name.is_some() {
        store::set_name(w, made, entry.name.as_deref())?;
    }
    let tags = store::tags_of(w, id)?;
    store::set_tags(w, made, &tags)?;
    note(w, actor, now, ("question-copied", made), (Some(json!({ "from": id })), None))?;
    Ok(made)
}

/// A key that no question of the category has: the wished one, or with a number behind it.
pub(super) fn free_key(r: &mut Read, category: QuestionCategoryId, wished: &str) -> Result<String, Problem> {
    let taken = store::keys_like(r, category, wished)?;
    let numbered = (2..).map(|number: u32| format!("{wished}-{number}"));
    let free = std::iter::once(wished.to_owned()).chain(numbered).find(|key| !taken.contains(key));
    Ok(free.unwrap_or_else(|| wished.to_owned()))
}

pub(super) fn note(
    w: &mut Write,
    actor: &Actor,
    now: Moment,
    (action, id): (&'static str, QuestionEntryId),
    (before, after): (Option<Value>, Option<Value>),
) -> Result<(), Problem> {
    audit::record(w, actor, now, audit::Entry { action, subject: ("question", id.0), before, after })
}
