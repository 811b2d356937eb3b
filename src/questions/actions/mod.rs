//! What is done with the bank.

pub mod bank;
pub mod categories;
pub mod editing;
pub mod entries;
pub mod exports;
pub mod folds;
pub mod imports;

use super::rules::Question;
use super::store::{self, NewCategory, NewVersion};
use crate::db::Write;
use crate::kernel::{Moment, PersonId, Problem, QuestionId};

/// Takes the questions of a quiz of a course file into the bank, in their order. A question that stands there
/// already as it is keeps its version, so that what is known of its answers goes on.
///
/// # Errors
/// The database's.
pub fn adopt(
    w: &mut Write,
    place: NewCategory<'_>,
    questions: &[Question],
    (by, now): (Option<PersonId>, Moment),
) -> Result<Vec<QuestionId>, Problem> {
    let category = store::category(w, place, now)?;
    let mut versions = Vec::with_capacity(questions.len());
    for question in questions {
        let entry = match store::entry(w, category, &question.key)? {
            Some(entry) => entry,
            None => store::insert_entry(w, category, &question.key, (by, now))?,
        };
        let latest = store::latest(w, entry)?;
        let version = match latest {
            Some((same, _, known)) if known == *question => same,
            other => {
                let number = other.map_or(1, |(_, number, _)| number + 1);
                store::insert_version(w, NewVersion { entry, number, ready: true, question, by }, now)?
            }
        };
        versions.push(version);
    }
    Ok(versions)
}
