//! Questions of the bank go out as files for other systems.

use super::bank;
use crate::db::Read;
use crate::files::FileStore;
use crate::kernel::{Actor, Language, Problem, QuestionEntryId};
use crate::questions::rules::Question;
use crate::questions::rules::exchange::export::{self, Exported, Written};
use crate::questions::rules::exchange::{self, Format};
use crate::questions::rules::filter::Filter;
use crate::questions::rules::outline;
use crate::questions::store;
use std::collections::{BTreeMap, BTreeSet};

/// How many questions are read at a time.
const PAGE: i64 = 5_000;

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
    leaving_by_pages(r, actor, filter, PAGE)
}

/// As [`leaving`], with so many questions read at a time.
///
/// # Errors
/// The database's.
pub fn leaving_by_pages(
    r: &mut Read,
    actor: &Actor,
    filter: &Filter,
    page: i64,
) -> Result<Vec<Leaving>, Problem> {
    let (mut leaving, mut after) = (Vec::new(), None);
    loop {
        let (bank, rows) = bank::found(r, actor, filter, (after, page))?;
        let ids: Vec<QuestionEntryId> = rows.iter().map(|row| row.id).collect();
        let Some(last) = ids.last().copied() else { break };
        let mut tags = store::tags(r, &ids)?;
        leaving.extend(rows.into_iter().map(|row| Leaving {
            name: row.name.unwrap_or_else(|| outline::title(&row.question, actor.language)),
            category: bank.tree.path(row.category),
            tags: tags.remove(&row.id).unwrap_or_default(),
            question: row.question,
        }));
        after = Some(last);
    }
    leaving.reverse();
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

/// The images that questions show, by their names; one that is lost is left out.
pub async fn images(files: &FileStore, leaving: &[Leaving]) -> BTreeMap<String, Vec<u8>> {
    let names: BTreeSet<String> =
        leaving.iter().flat_map(|one| exchange::image_names(&one.question)).collect();
    let mut images = BTreeMap::new();
    for name in names {
        if let Some(key) = exchange::image_key(&name)
            && let Ok(bytes) = files.get(&key).await
        {
            images.insert(name, bytes);
        }
    }
    images
}
