//! What a trainer sees of notices.

use crate::absences::store::{self, DecisionRow, ListedNotice, Wanted};
use crate::attendance::actions::taught_session;
use crate::attendance::store::sessions;
use crate::audit;
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{AbsenceNoticeId, Actor, EditionId, Moment, Problem};
use std::collections::HashMap;

/// A notice with what was decided over it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The notice.
    pub listed: ListedNotice,
    /// The newest decision.
    pub decision: Option<DecisionRow>,
}

/// The notices of an edition.
#[derive(Debug, Clone)]
pub struct Notices {
    /// The edition.
    pub edition: EditionRow,
    /// Late ones that wait for a decision, the newest first; none on further pages.
    pub waiting: Vec<Entry>,
    /// The others, the newest first.
    pub others: Vec<Entry>,
    /// Before which notice the next page begins.
    pub older: Option<AbsenceNoticeId>,
}

/// The most that wait for a decision on one page.
const MOST_WAITING: i64 = 200;

/// The notices of an edition, the newest first, so many on a page.
///
/// # Errors
/// `NotFound` for an edition that the actor does not teach.
pub fn notices(
    r: &mut Read,
    actor: &Actor,
    id: EditionId,
    (before, limit): (Option<AbsenceNoticeId>, i64),
) -> Result<Notices, Problem> {
    let edition = editions::edition(r, id)?.ok_or_else(Problem::not_found)?;
    if !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let first = Wanted { waiting: true, before: None, but: &[], limit: MOST_WAITING };
    let mut waiting = store::of_edition(r, id, first)?;
    // What stands on the first page is not said again on a later one.
    let shown: Vec<AbsenceNoticeId> = waiting.iter().map(|one| one.row.id).collect();
    if before.is_some() {
        waiting.clear();
    }
    // One more than asked for says that there is a next page.
    let mut listed =
        store::of_edition(r, id, Wanted { waiting: false, before, but: &shown, limit: limit + 1 })?;
    let full = i64::try_from(listed.len()).unwrap_or(0) > limit;
    if full {
        listed.pop();
    }
    let older = listed.last().map(|one| one.row.id).filter(|_| full);
    let late: Vec<AbsenceNoticeId> = listed.iter().filter(|one| one.row.late).map(|one| one.row.id).collect();
    let decided: HashMap<AbsenceNoticeId, DecisionRow> =
        store::decisions(r, &late)?.into_iter().map(|row| (row.notice, row)).collect();
    let entry = |listed: ListedNotice| Entry { decision: decided.get(&listed.row.id).cloned(), listed };
    Ok(Notices {
        edition,
        waiting: waiting.into_iter().map(entry).collect(),
        others: listed.into_iter().map(entry).collect(),
        older,
    })
}

/// The edition of a notice, for those who teach it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn edition_of(r: &mut Read, actor: &Actor, id: AbsenceNoticeId) -> Result<EditionId, Problem> {
    let (notice, _) = store::notice(r, id)?.ok_or_else(Problem::not_found)?;
    Ok(taught_session(r, actor, notice.session)?.1.id)
}

/// A file as it is answered.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// Where its bytes lie.
    pub storage_key: String,
    /// What it is, by content.
    pub media_type: String,
    /// The name its owner gave it.
    pub name: String,
}

/// The file of a notice, for its author and for those who teach. It may tell of somebody's health: every look of somebody
/// else is noted.
///
/// # Errors
/// `NotFound` for anybody else, and where there is no file.
pub fn certificate(
    w: &mut Write,
    actor: &Actor,
    id: AbsenceNoticeId,
    now: Moment,
) -> Result<Certificate, Problem> {
    let (notice, person) = store::notice(w, id)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(person);
    if !own {
        let (_, edition, _) = sessions::session(w, notice.session)?.ok_or_else(Problem::not_found)?;
        // What was taken back is nobody else's concern any more.
        if notice.taken_back_at.is_some() || !actor.teaches(edition.id, edition.organisation_id) {
            return Err(Problem::not_found());
        }
    }
    let (file, name) = notice.file.ok_or_else(Problem::not_found)?;
    if !own {
        let subject = ("absence-notice", id.0);
        let entry = audit::Entry { action: "absence-file-seen", subject, before: None, after: None };
        audit::record(w, actor, now, entry)?;
    }
    let (storage_key, media_type) = store::stored(w, file)?;
    Ok(Certificate { storage_key, media_type, name })
}
