//! What marks of sessions are worth in the ledger. A whole sheet at once: what is there is loaded once,
//! then only differences are written.

use super::store::attended::{self as rows, Credited};
use super::store::{self, NewCompletion, NewEntry, SourceKind};
use crate::db::Write;
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Minutes, Moment, Problem};
use crate::programmes::rules::words::{DeliveryMode, Nature};
use std::collections::HashMap;

/// An activity that was held in an edition.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Where.
    pub edition: EditionId,
    /// What.
    pub activity: ActivityId,
    /// Theory, practice or self-study.
    pub nature: Nature,
}

/// Minutes that a mark of a session stands for.
#[derive(Debug, Clone, Copy)]
pub struct Attended {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The mark.
    pub mark_id: i64,
    /// Minutes there.
    pub minutes: Minutes,
    /// In person or online.
    pub mode: DeliveryMode,
}

/// What the ledger has of the activity, by person.
struct Sofar {
    by_person: HashMap<EnrolmentId, Vec<Credited>>,
    completed: HashMap<EnrolmentId, SourceKind>,
}

/// Brings the ledger to what these marks say: the first time the minutes, after a correction the difference.
/// Each person comes at most once. An attended activity is completed while some of its time is credited.
///
/// # Errors
/// The database's.
pub fn attend(w: &mut Write, held: Held, marks: &[Attended], now: Moment) -> Result<(), Problem> {
    if marks.is_empty() {
        return Ok(());
    }
    let mut by_person: HashMap<EnrolmentId, Vec<Credited>> = HashMap::new();
    for credited in rows::credited(w, held.edition, held.activity)? {
        by_person.entry(credited.enrolment).or_default().push(credited);
    }
    let completed = rows::completed(w, held.edition, held.activity)?.into_iter().collect();
    let so_far = Sofar { by_person, completed };
    for mark in marks {
        let credited = so_far.by_person.get(&mark.enrolment).map_or(&[][..], Vec::as_slice);
        let moved = move_entries(w, held, mark, credited, now)?;
        let total = credited.iter().map(|credited| credited.minutes).sum::<Minutes>() + moved;
        settle(w, held, mark, (total, so_far.completed.get(&mark.enrolment)), now)?;
    }
    Ok(())
}

/// The same for one mark of one person, without looking at anybody else.
///
/// # Errors
/// The database's.
pub fn attend_alone(w: &mut Write, held: Held, mark: &Attended, now: Moment) -> Result<(), Problem> {
    let credited = rows::credited_of(w, mark.enrolment, held.activity)?;
    let completed = rows::completed_of(w, mark.enrolment, held.activity)?;
    let moved = move_entries(w, held, mark, &credited, now)?;
    let total = credited.iter().map(|credited| credited.minutes).sum::<Minutes>() + moved;
    settle(w, held, mark, (total, completed.as_ref()), now)
}

/// Writes the differences of one mark and says by how much the person's time has changed.
fn move_entries(
    w: &mut Write,
    held: Held,
    mark: &Attended,
    credited: &[Credited],
    now: Moment,
) -> Result<Minutes, Problem> {
    let (source, source_id) = (SourceKind::Attendance, mark.mark_id);
    let mine = || credited.iter().filter(|row| row.source == source && row.source_id == source_id);
    let mut revision: i32 = mine().map(|row| row.rows).sum();
    let here: Minutes = mine().filter(|row| row.mode == mark.mode).map(|row| row.minutes).sum();
    let elsewhere =
        mine().filter(|row| row.mode != mark.mode).map(|row| (row.mode, Minutes::ZERO - row.minutes));
    let mut moved = Minutes::ZERO;
    for (mode, minutes) in elsewhere.chain([(mark.mode, mark.minutes - here)]) {
        if minutes == Minutes::ZERO {
            continue;
        }
        let (enrolment, activity, nature) = (mark.enrolment, held.activity, held.nature);
        let entry = NewEntry { enrolment, activity, minutes, nature, mode, source, source_id, at: now };
        store::add_entry(w, &entry, revision)?;
        (revision, moved) = (revision + 1, moved + minutes);
    }
    Ok(moved)
}

fn settle(
    w: &mut Write,
    held: Held,
    mark: &Attended,
    (total, completed): (Minutes, Option<&SourceKind>),
    now: Moment,
) -> Result<(), Problem> {
    let (enrolment, activity) = (mark.enrolment, held.activity);
    match completed {
        None if total > Minutes::ZERO => {
            let (source, source_id) = (SourceKind::Attendance, mark.mark_id);
            let new = NewCompletion { enrolment, activity, at: now, source, source_id, result: None };
            store::add_completion(w, &new).map(|_| ())
        }
        Some(SourceKind::Attendance) if total <= Minutes::ZERO => {
            rows::remove_completion(w, enrolment, activity)
        }
        _ => Ok(()),
    }
}
