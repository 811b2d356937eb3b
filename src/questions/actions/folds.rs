//! Versions get their folded words that have none: those from before the bank could be searched, and those of a question that
//! was given another name.

use crate::db::Write;
use crate::kernel::Problem;
use crate::questions::rules::outline::search_fold;
use crate::questions::store;

/// The name of the job.
pub const FOLD_JOB: &str = "question-folds";
/// Versions in one transaction, so that others are not kept waiting.
const AT_ONCE: i64 = 200;

/// Folds the words of some versions; `true` while there are more.
///
/// # Errors
/// The database's.
pub fn fold_some(w: &mut Write) -> Result<bool, Problem> {
    let versions = store::unfolded(w, AT_ONCE)?;
    for (id, question, name) in &versions {
        store::set_fold(w, *id, &search_fold(question, name.as_deref()))?;
    }
    Ok(!versions.is_empty())
}
