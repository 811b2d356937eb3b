//! Questions from files of other systems come into the bank.

use super::bank::Bank;
use super::categories;
use crate::audit;
use crate::db::{Read, Write};
use crate::files::FileStore;
use crate::kernel::name::{fold, tidy};
use crate::kernel::{Actor, Moment, Problem, ProblemCode, QuestionCategoryId, QuestionEntryId};
use crate::questions::rules::Question;
use crate::questions::rules::exchange::{Imported, Reading};
use crate::questions::rules::filter;
use crate::questions::rules::tree::{Category, DEEPEST, NAME_LIMIT, Tree};
use crate::questions::store::{self, NewVersion};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// A file about to be taken over.
#[derive(Debug, Clone)]
pub struct Arrival<'a> {
    /// What was read from it.
    pub reading: &'a Reading,
    /// Its name, for the audit.
    pub file_name: &'a str,
    /// Where its questions go; the categories it names are made under this one.
    pub category: QuestionCategoryId,
    /// Whether the good ones are taken although others have faults.
    pub good_only: bool,
}

/// What an import has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Questions that are new in the bank.
    pub new: usize,
    /// Questions that stood there already, word by word.
    pub known: usize,
}

/// The category that is to take questions, for those who reach it.
///
/// # Errors
/// `NotFound` for one that is out of reach.
pub fn destination(
    r: &mut Read,
    actor: &Actor,
    id: QuestionCategoryId,
) -> Result<(Bank, Vec<String>), Problem> {
    let bank = Bank::of(r, actor)?;
    let path = bank.tree.path(id);
    if path.is_empty() { Err(Problem::not_found()) } else { Ok((bank, path)) }
}

/// Lays the images of a file's questions away.
///
/// # Errors
/// The file store's.
pub async fn lay_away(files: &FileStore, reading: &Reading) -> Result<(), Problem> {
    for image in reading.questions.iter().flat_map(|one| &one.images) {
        files.put(image.bytes.clone()).await?;
    }
    Ok(())
}

/// Takes all questions of a file, or with `good_only` those without faults. Taking the same file again adds
/// nothing.
///
/// # Errors
/// `NotFound` for a category that is out of reach; `BadRequest` when there are faults and all was asked for,
/// which no page offers.
pub fn take(w: &mut Write, actor: &Actor, arrival: &Arrival<'_>, now: Moment) -> Result<Arrived, Problem> {
    let (bank, _) = destination(w, actor, arrival.category)?;
    let faults = arrival.reading.faults().count();
    if faults > 0 && !arrival.good_only {
        return Err(Problem::new(ProblemCode::BadRequest));
    }
    let mut places = Places { tree: bank.tree, known: HashMap::new() };
    let mut by_category: BTreeMap<QuestionCategoryId, Vec<&Imported>> = BTreeMap::new();
    for one in &arrival.reading.questions {
        let category = places.of(w, arrival.category, &one.category, now)?;
        by_category.entry(category).or_default().push(one);
    }
    let mut arrived = Arrived::default();
    for (category, questions) in by_category {
        let mut shelf = Shelf::load(w, category, &questions)?;
        for one in questions {
            if shelf.knows(&one.question) {
                arrived.known += 1;
            } else {
                add(w, actor, (category, &shelf.free_key(&one.question.key)), one, now)?;
                arrived.new += 1;
            }
        }
    }
    let after = json!({
        "file": arrival.file_name,
        "format": arrival.reading.format,
        "new": arrived.new,
        "known": arrived.known,
        "faults": faults,
    });
    let subject = ("question-category", arrival.category.0);
    let entry = audit::Entry { action: "questions-imported", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(arrived)
}

fn add(
    w: &mut Write,
    actor: &Actor,
    (category, key): (QuestionCategoryId, &str),
    one: &Imported,
    now: Moment,
) -> Result<(), Problem> {
    let question = Question { key: key.to_owned(), ..one.question.clone() };
    let entry = store::insert_entry(w, category, key, (actor.person, now))?;
    let version = NewVersion { entry, number: 1, ready: true, question: &question, by: actor.person };
    store::insert_version(w, version, now)?;
    if one.named {
        store::set_name(w, entry, Some(&one.name))?;
    }
    let mut tags: Vec<String> =
        one.tags.iter().filter_map(|tag| filter::tags(tag).ok()).flatten().take(filter::MOST_TAGS).collect();
    tags.sort();
    tags.dedup();
    if !tags.is_empty() {
        store::set_tags(w, entry, &tags)?;
    }
    Ok(())
}

/// What stands in a category, as far as it may be what a file brings: a few queries, whatever its size.
struct Shelf {
    /// Every key, with those that were put there in this import.
    keys: HashMap<String, Option<QuestionEntryId>>,
    /// The entries that stand under a wished key, or under it with a number behind it.
    alike: HashMap<String, Vec<QuestionEntryId>>,
    latest: HashMap<QuestionEntryId, Question>,
}

impl Shelf {
    fn load(r: &mut Read, category: QuestionCategoryId, coming: &[&Imported]) -> Result<Shelf, Problem> {
        let mut alike: HashMap<String, Vec<QuestionEntryId>> =
            coming.iter().map(|one| (one.question.key.clone(), Vec::new())).collect();
        let mut keys = HashMap::new();
        for (key, entry) in store::keys(r, category)? {
            for wished in [Some(key.as_str()), without_number(&key)].into_iter().flatten() {
                if let Some(entries) = alike.get_mut(wished) {
                    entries.push(entry);
                }
            }
            keys.insert(key, Some(entry));
        }
        let mut wanted: Vec<QuestionEntryId> = alike.values().flatten().copied().collect();
        wanted.sort_unstable();
        wanted.dedup();
        Ok(Shelf { keys, alike, latest: store::latest_of(r, &wanted)? })
    }

    /// Whether a question stands there word by word, be it under another number.
    fn knows(&self, question: &Question) -> bool {
        let same = |entry: &QuestionEntryId| {
            self.latest.get(entry).is_some_and(|known| same_but_for_the_key(known, question))
        };
        self.alike.get(&question.key).is_some_and(|entries| entries.iter().any(same))
    }

    /// The wished key, or one with a number behind it; it is taken from now on.
    fn free_key(&mut self, wished: &str) -> String {
        let numbered = (2..).map(|number: u32| format!("{wished}-{number}"));
        let mut all = std::iter::once(wished.to_owned()).chain(numbered);
        let free = all.find(|key| !self.keys.contains_key(key)).unwrap_or_else(|| wished.to_owned());
        self.keys.insert(free.clone(), None);
        free
    }
}

/// What a key was before it got a number behind it.
fn without_number(key: &str) -> Option<&str> {
    let (wished, number) = key.rsplit_once('-')?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(wished)
}

fn same_but_for_the_key(one: &Question, other: &Question) -> bool {
    let Question { key: _, kind, points, texts, answer, penalty } = one;
    (*kind, *points, *penalty) == (other.kind, other.points, other.penalty)
        && texts == &other.texts
        && answer == &other.answer
}

/// The categories that a file names, found or made.
struct Places {
    tree: Tree,
    known: HashMap<(QuestionCategoryId, String), QuestionCategoryId>,
}

impl Places {
    /// The category at the end of a path. What would stand too deep stays in the deepest that may.
    fn of(
        &mut self,
        w: &mut Write,
        top: QuestionCategoryId,
        path: &[String],
        now: Moment,
    ) -> Result<QuestionCategoryId, Problem> {
        let Some(owner) = self.tree.get(top).map(|row| row.owner) else { return Ok(top) };
        let mut at = top;
        for (depth, name) in path.iter().enumerate() {
            let name: String = tidy(name).chars().take(NAME_LIMIT).collect();
            let key = (at, fold(&name));
            if let Some(known) = self.known.get(&key) {
                at = *known;
                continue;
            }
            let beside = |row: &&Category| row.parent == Some(at) && fold(&row.name) == key.1;
            let found = self.tree.all().find(beside).map(|row| row.id);
            let next = match found {
                Some(found) => found,
                None if self.tree.chain(top).len() + depth >= DEEPEST => break,
                None => categories::add(w, owner, Some(at), &name, now)?,
            };
            self.known.insert(key, next);
            at = next;
        }
        Ok(at)
    }
}
