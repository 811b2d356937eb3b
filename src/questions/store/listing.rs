//! The bank as a list, a page at a time.

use super::languages_of;
use crate::db::schema::{question_entries, question_tags, question_versions};
use crate::db::{Json, MultiBackend, Read};
use crate::kernel::{Language, Moment, Problem, QuestionCategoryId, QuestionEntryId};
use crate::questions::rules::{Question, QuestionKind};
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::HashMap;

/// What a list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Only what stands in these categories; `None` for all.
    pub categories: Option<Vec<QuestionCategoryId>>,
    /// Folded words, all of which must be found.
    pub words: Vec<String>,
    /// How it is answered.
    pub kind: Option<QuestionKind>,
    /// A tag it has.
    pub tag: Option<String>,
    /// Whether its newest version may be asked.
    pub ready: Option<bool>,
    /// A language its newest version has no texts in.
    pub missing: Option<Language>,
    /// What is in the archive instead of what is not.
    pub archived: bool,
    /// The list goes on after this question; the newest come first.
    pub after: Option<QuestionEntryId>,
    /// How many at most.
    pub limit: i64,
}

/// A question in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The question.
    pub id: QuestionEntryId,
    /// Where it stands.
    pub category: QuestionCategoryId,
    /// What it is called where it came from.
    pub name: Option<String>,
    /// The number of its newest version.
    pub number: i32,
    /// Whether that version may be asked.
    pub ready: bool,
    /// The newest version.
    pub question: Question,
    /// The languages it has texts in.
    pub languages: Vec<Language>,
    /// Since when it is as it is.
    pub changed_at: Moment,
    /// Since when it is in the archive.
    pub archived_at: Option<Moment>,
}

/// The questions a search finds, each with its newest version.
pub fn page(r: &mut Read, search: &Search) -> Result<Vec<Listed>, Problem> {
    let newer = diesel::alias!(question_versions as newer);
    let has_newer = newer
        .filter(newer.field(question_versions::entry_id).eq(question_versions::entry_id))
        .filter(newer.field(question_versions::number).gt(question_versions::number));
    let mut query = question_versions::table
        .inner_join(question_entries::table)
        .filter(not(exists(has_newer)))
        .select((
            question_entries::id,
            question_entries::category_id,
            question_versions::number,
            question_versions::state,
            question_versions::definition,
            question_versions::languages,
            question_versions::created_at,
            question_entries::archived_at,
            question_entries::name,
        ))
        .order(question_entries::id.desc())
        .limit(search.limit)
        .into_boxed::<MultiBackend>();
    query = match search.archived {
        true => query.filter(question_entries::archived_at.is_not_null()),
        false => query.filter(question_entries::archived_at.is_null()),
    };
    if let Some(after) = search.after {
        query = query.filter(question_entries::id.lt(after));
    }
    if let Some(categories) = &search.categories {
        query = query.filter(question_entries::category_id.eq_any(categories.clone()));
    }
    for word in &search.words {
        query = query.filter(question_versions::search_fold.like(pattern(word)).escape('!'));
    }
    if let Some(kind) = search.kind {
        query = query.filter(question_versions::kind.eq(kind));
    }
    if let Some(ready) = search.ready {
        query = query.filter(question_versions::state.eq(if ready { "ready" } else { "draft" }));
    }
    if let Some(missing) = search.missing {
        query = query.filter(question_versions::languages.not_like(format!("%{}%", missing.tag())));
    }
    if let Some(tag) = &search.tag {
        let tagged =
            question_tags::table.filter(question_tags::tag.eq(tag.clone())).select(question_tags::entry_id);
        query = query.filter(question_entries::id.eq_any(tagged));
    }
    let rows: Vec<Row> = query.load(r.conn())?;
    Ok(rows.into_iter().map(listed).collect())
}

type Row = (
    QuestionEntryId,
    QuestionCategoryId,
    i32,
    String,
    Json<Question>,
    String,
    Moment,
    Option<Moment>,
    Option<String>,
);

fn listed((id, category, number, state, question, languages, changed_at, archived_at, name): Row) -> Listed {
    Listed {
        id,
        category,
        name,
        number,
        ready: state == "ready",
        question: question.0,
        languages: languages_of(&languages),
        changed_at,
        archived_at,
    }
}

fn pattern(word: &str) -> String {
    let escaped: String = word
        .chars()
        .flat_map(|c| matches!(c, '!' | '%' | '_').then_some('!').into_iter().chain([c]))
        .collect();
    format!("%{escaped}%")
}

/// The tags of questions, by name.
pub fn tags(r: &mut Read, of: &[QuestionEntryId]) -> Result<HashMap<QuestionEntryId, Vec<String>>, Problem> {
    let rows: Vec<(QuestionEntryId, String)> = question_tags::table
        .filter(question_tags::entry_id.eq_any(of.to_vec()))
        .order(question_tags::tag)
        .select((question_tags::entry_id, question_tags::tag))
        .load(r.conn())?;
    let mut tags: HashMap<QuestionEntryId, Vec<String>> = HashMap::new();
    for (entry, tag) in rows {
        tags.entry(entry).or_default().push(tag);
    }
    Ok(tags)
}

/// Every tag in use, by name.
pub fn all_tags(r: &mut Read, within: Option<&[QuestionCategoryId]>) -> Result<Vec<String>, Problem> {
    let mut query = question_tags::table
        .inner_join(question_entries::table)
        .select(question_tags::tag)
        .distinct()
        .order(question_tags::tag)
        .limit(500)
        .into_boxed::<MultiBackend>();
    if let Some(categories) = within {
        query = query.filter(question_entries::category_id.eq_any(categories.to_vec()));
    }
    Ok(query.load(r.conn())?)
}
