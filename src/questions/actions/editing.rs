//! Questions written and changed in the browser or through the API. Every change is a new version; saving what is
//! there already makes none, and nobody overwrites what another has saved meanwhile.

use super::bank::Bank;
use super::entries::{self, free_key, note};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, Problem, ProblemCode, QuestionCategoryId, QuestionEntryId};
use crate::questions::rules::outline::title;
use crate::questions::rules::{Draft, Question, QuestionKind};
use crate::questions::store::{self, EntryRow, NewVersion, VersionRow};
use serde_json::json;

/// A question that is being written.
#[derive(Debug, Clone)]
pub struct Editing {
    /// What the author reaches.
    pub bank: Bank,
    /// The question, when it exists.
    pub entry: Option<(EntryRow, VersionRow)>,
    /// What stands in the form at first.
    pub draft: Draft,
}

/// A question that does not exist yet.
///
/// # Errors
/// The database's.
pub fn begin(r: &mut Read, actor: &Actor, kind: QuestionKind) -> Result<Editing, Problem> {
    Ok(Editing { bank: Bank::of(r, actor)?, entry: None, draft: Draft::empty(kind) })
}

/// A question as its newest version was typed.
///
/// # Errors
/// `NotFound` for one that is out of reach.
pub fn open(r: &mut Read, actor: &Actor, id: QuestionEntryId) -> Result<Editing, Problem> {
    let (bank, entry) = entries::reached(r, actor, id)?;
    let newest = store::versions(r, id)?.into_iter().next().ok_or_else(Problem::not_found)?;
    let draft = typed(&newest);
    Ok(Editing { bank, entry: Some((entry, newest)), draft })
}

/// What the author of a version typed; what could have been, where it was not kept.
fn typed(version: &VersionRow) -> Draft {
    let kept = version.source.clone().and_then(|source| serde_json::from_value(source).ok());
    kept.unwrap_or_else(|| Draft::of(&version.question))
}

/// What is saved.
#[derive(Debug, Clone)]
pub struct Saving {
    /// What was typed.
    pub draft: Draft,
    /// Whether quizzes may ask it.
    pub ready: bool,
}

impl Saving {
    fn question(&self, key: &str, before: Option<&Question>) -> Result<Question, Problem> {
        let missing = if self.ready { self.draft.unready() } else { Vec::new() };
        match self.draft.question(key, before) {
            Ok(question) if missing.is_empty() => Ok(question),
            Ok(_) => Err(Problem::invalid(missing)),
            Err(mut problem) => {
                problem.faults.extend(missing);
                Err(problem)
            }
        }
    }
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// The question.
    pub entry: QuestionEntryId,
    /// The number of its newest version.
    pub number: i32,
    /// Whether that version is new.
    pub new: bool,
}

/// Writes a new question into a category.
///
/// # Errors
/// `Invalid` with every fault by its field, for a category that is out of reach too.
pub fn create(
    w: &mut Write,
    actor: &Actor,
    category: Option<QuestionCategoryId>,
    saving: &Saving,
    now: Moment,
) -> Result<Saved, Problem> {
    let bank = Bank::of(w, actor)?;
    let category = category.filter(|id| bank.tree.get(*id).is_some());
    let key = category.map_or(Ok("q1".to_owned()), |category| next_key(w, category))?;
    let made = saving.question(&key, None);
    let Some(category) = category else {
        let mut faults = vec![Fault::new("category", "choose-one")];
        faults.extend(made.err().map(|problem| problem.faults).unwrap_or_default());
        return Err(Problem::invalid(faults));
    };
    let question = made?;
    let entry = store::insert_entry(w, category, &key, (actor.person, now))?;
    write(w, actor, (entry, 1), (saving, &question), now)
}

/// `q1`, `q2`, …: the first that is free.
fn next_key(r: &mut Read, category: QuestionCategoryId) -> Result<String, Problem> {
    let taken = store::keys_like(r, category, "q")?;
    let free = (taken.len() + 1..).map(|number| format!("q{number}")).find(|key| !taken.contains(key));
    free_key(r, category, &free.unwrap_or_else(|| "q".to_owned()))
}

/// Writes a version over another one.
///
/// # Errors
/// `NotFound` for a question that is out of reach; `Invalid` with every fault by its field; `Conflict` when
/// `based_on` is not the newest version: somebody else has saved one.
pub fn save(
    w: &mut Write,
    actor: &Actor,
    (id, based_on): (QuestionEntryId, i32),
    saving: &Saving,
    now: Moment,
) -> Result<Saved, Problem> {
    let (entry, newest) = open(w, actor, id)?.entry.ok_or_else(Problem::not_found)?;
    let unchanged = Saved { entry: id, number: newest.number, new: false };
    let same_state = newest.ready == saving.ready;
    if same_state && typed(&newest) == saving.draft {
        return Ok(unchanged);
    }
    if newest.number != based_on {
        return Err(Problem::new(ProblemCode::Conflict).with("version", newest.number));
    }
    if newest.question.kind != saving.draft.kind {
        return Err(Problem::invalid(vec![Fault::new("kind", "kind-fixed")]));
    }
    let question = saving.question(&entry.key, Some(&newest.question))?;
    if same_state && question == newest.question {
        return Ok(unchanged);
    }
    write(w, actor, (id, newest.number + 1), (saving, &question), now)
}

fn write(
    w: &mut Write,
    actor: &Actor,
    (entry, number): (QuestionEntryId, i32),
    (saving, question): (&Saving, &Question),
    now: Moment,
) -> Result<Saved, Problem> {
    let mut source = saving.draft.clone();
    source.number_by(question);
    let source = serde_json::to_value(&source).map_err(Problem::internal)?;
    let version = NewVersion { entry, number, ready: saving.ready, question, by: actor.person };
    store::insert_version_typed(w, version, Some(source), now)?;
    let after = json!({ "version": number, "ready": saving.ready, "title": title(question, actor.language) });
    note(w, actor, now, ("question-version-created", entry), (None, Some(after)))?;
    Ok(Saved { entry, number, new: true })
}
