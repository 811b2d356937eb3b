//! Questions from files of other systems come into the bank, and questions of the bank go out of it.

use super::bank::{self, Bank};
use super::entries::free_key;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::name::{fold, tidy};
use crate::kernel::{Actor, Language, Moment, Problem, ProblemCode, QuestionCategoryId, Word as _};
use crate::questions::rules::Question;
use crate::questions::rules::exchange::export::{self, Exported, Loss, Written};
use crate::questions::rules::exchange::{Format, Imported, Reading};
use crate::questions::rules::filter::{self, Filter};
use crate::questions::rules::outline;
use crate::questions::rules::tree::{NAME_LIMIT, Tree};
use crate::questions::store::{self, NewVersion};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// The most questions of one export.
const MOST_EXPORTED: i64 = 20_000;

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
    let mut arrived = Arrived::default();
    for one in &arrival.reading.questions {
        let category = places.of(w, arrival.category, &one.category, now)?;
        if add(w, actor, category, one, now)? {
            arrived.new += 1;
        } else {
            arrived.known += 1;
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

/// Adds a question; `false` when it stands there as it is.
fn add(
    w: &mut Write,
    actor: &Actor,
    category: QuestionCategoryId,
    one: &Imported,
    now: Moment,
) -> Result<bool, Problem> {
    let mut question = one.question.clone();
    if let Some(entry) = store::entry(w, category, &question.key)?
        && store::latest(w, entry)?.is_some_and(|(_, _, known)| known == question)
    {
        return Ok(false);
    }
    question.key = free_key(w, category, &question.key)?;
    let entry = store::insert_entry(w, category, &question.key, (actor.person, now))?;
    let version = NewVersion { entry, number: 1, ready: true, question: &question, by: actor.person };
    store::insert_version(w, version, now)?;
    let mut tags: Vec<String> =
        one.tags.iter().filter_map(|tag| filter::tags(tag).ok()).flatten().take(filter::MOST_TAGS).collect();
    tags.sort();
    tags.dedup();
    if !tags.is_empty() {
        store::set_tags(w, entry, &tags)?;
    }
    Ok(true)
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
            let beside = |row: &&crate::questions::rules::tree::Category| {
                row.parent == Some(at) && fold(&row.name) == key.1
            };
            let found = self.tree.all().find(beside).map(|row| row.id);
            let next = match found {
                Some(found) => found,
                None if self.tree.chain(top).len() + depth >= crate::questions::rules::tree::DEEPEST => break,
                None => store::insert_category(w, owner, Some(at), (&format!("own/{}", key.1), &name), now)?,
            };
            self.known.insert(key, next);
            at = next;
        }
        Ok(at)
    }
}

/// A question of the bank with what an export writes of it.
#[derive(Debug, Clone)]
pub struct Leaving {
    name: String,
    category: Vec<String>,
    tags: Vec<String>,
    question: Question,
}

/// The newest versions of the questions that a filter finds among those an actor reaches.
///
/// # Errors
/// The database's.
pub fn leaving(r: &mut Read, actor: &Actor, filter: &Filter) -> Result<Vec<Leaving>, Problem> {
    let shelf = bank::list(r, actor, filter, (None, MOST_EXPORTED))?;
    let mut leaving = Vec::with_capacity(shelf.rows.len());
    for row in shelf.rows.iter().rev() {
        let question = row.question.clone();
        leaving.push(Leaving {
            name: outline::title(&question, actor.language),
            category: shelf.bank.tree.path(row.category),
            tags: shelf.tags.get(&row.id).cloned().unwrap_or_default(),
            question,
        });
    }
    leaving.sort_by(|one, other| one.category.cmp(&other.category));
    Ok(leaving)
}

/// Writes them for another system, with the images that are known.
pub fn written(
    leaving: &[Leaving],
    format: Format,
    language: Language,
    images: &BTreeMap<String, Vec<u8>>,
) -> Written {
    let questions: Vec<Exported<'_>> = leaving
        .iter()
        .map(|one| Exported {
            name: &one.name,
            category: &one.category,
            tags: &one.tags,
            question: &one.question,
        })
        .collect();
    match format {
        Format::Gift => export::gift(&questions, language),
        _ => export::moodle(&questions, language, &|name| images.get(name).cloned()),
    }
}

/// The file with what did not go along named in comments at its end.
pub fn with_losses(written: Written, format: Format) -> String {
    let Written { mut text, losses, .. } = written;
    if losses.is_empty() {
        return text;
    }
    let what = |loss: Loss| match loss {
        Loss::Kind(kind) => format!("left out, the format has no kind {}", kind.as_str()),
        Loss::Incomplete => "left out, it is not complete".to_owned(),
        Loss::Details => "without some of its settings".to_owned(),
    };
    for (name, loss) in losses {
        let line = format!("{name}: {}", what(loss));
        text.push_str(&match format {
            Format::Gift => format!("// {line}\n"),
            _ => format!("<!-- {} -->\n", line.replace("--", "- -")),
        });
    }
    text
}

/// The names of the images that questions show.
pub fn images_of(leaving: &[Leaving]) -> Vec<String> {
    let mut names: Vec<String> = leaving
        .iter()
        .flat_map(|one| crate::questions::rules::exchange::image_names(&one.question))
        .collect();
    names.sort();
    names.dedup();
    names
}
