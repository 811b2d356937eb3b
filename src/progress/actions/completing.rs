//! Completing an activity at one's own time, and taking that back.

use crate::db::Write;
use crate::kernel::{ActivityId, EnrolmentId, Minutes, Moment, Permille, Problem};
use crate::progress::rules::ActivityFact;
use crate::progress::store::{self, NewCompletion, NewEntry, SourceKind};

/// What a room reports when an activity at one's own time is completed.
#[derive(Debug, Clone, Copy)]
pub struct Completed {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// The result, where there are marks.
    pub result: Option<Permille>,
}

/// Notes a completed activity and credits its planned time, once.
///
/// # Errors
/// The database's.
pub fn complete(w: &mut Write, fact: &ActivityFact, done: Completed, now: Moment) -> Result<(), Problem> {
    let Completed { enrolment, source, source_id, result } = done;
    let new = NewCompletion { enrolment, activity: fact.id, at: now, source, source_id, result };
    let first_time = store::insert_completion(w, &new)?.is_some();
    if first_time && fact.planned > Minutes::ZERO {
        let entry = NewEntry {
            enrolment,
            activity: fact.id,
            minutes: fact.planned,
            nature: fact.nature,
            mode: fact.mode,
            source,
            source_id,
            at: now,
        };
        store::insert_entry(w, &entry)?;
    }
    Ok(())
}

/// Puts the result that counts in the place of an earlier one; what was completed stays completed.
///
/// # Errors
/// The database's.
pub fn recount(
    w: &mut Write,
    enrolment: EnrolmentId,
    activity: ActivityId,
    result: Permille,
) -> Result<(), Problem> {
    store::set_result(w, enrolment, activity, result)
}

/// Takes back what a room has completed and credited, after a correction left nothing of it: the ledger gets the
/// difference. Nothing happens when another room completed the activity.
///
/// # Errors
/// The database's.
pub fn take_back(
    w: &mut Write,
    fact: &ActivityFact,
    (enrolment, source): (EnrolmentId, SourceKind),
    now: Moment,
) -> Result<(), Problem> {
    if !store::remove_completion(w, enrolment, fact.id, source)? {
        return Ok(());
    }
    for (source_id, minutes) in store::credited_by(w, enrolment, fact.id, source)? {
        if minutes != Minutes::ZERO {
            let (activity, minutes) = (fact.id, Minutes::ZERO - minutes);
            let (nature, mode) = (fact.nature, fact.mode);
            let entry = NewEntry { enrolment, activity, minutes, nature, mode, source, source_id, at: now };
            store::insert_entry(w, &entry)?;
        }
    }
    Ok(())
}
