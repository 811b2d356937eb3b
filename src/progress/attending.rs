//! What marks of sessions, and what makes up for missed ones, are worth in the ledger. A whole sheet at once: what is there is loaded once,
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

/// Minutes that a make-up of a missed session stands for.
#[derive(Debug, Clone, Copy)]
pub struct MadeUp {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The make-up.
    pub make_up_id: i64,
    /// The mark of the missed session, which a completion is noted under: it is of the same activity.
    pub mark_id: i64,
    /// What it is worth beside that mark.
    pub minutes: Minutes,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
}

/// Minutes that a consultation stands for, to whoever came.
#[derive(Debug, Clone, Copy)]
pub struct Consulted {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The booking of the consultation.
    pub booking_id: i64,
    /// What it counts: nothing for whoever did not come.
    pub minutes: Minutes,
    /// In person or online.
    pub mode: DeliveryMode,
}

/// What one source is worth to somebody now.
#[derive(Debug, Clone, Copy)]
struct Worth {
    enrolment: EnrolmentId,
    source: SourceKind,
    source_id: i64,
    /// Under what a completion is noted.
    completes: (SourceKind, i64),
    minutes: Minutes,
    mode: DeliveryMode,
}

impl From<&Attended> for Worth {
    fn from(mark: &Attended) -> Worth {
        let Attended { enrolment, mark_id, minutes, mode } = *mark;
        let (source, completes) = (SourceKind::Attendance, (SourceKind::Attendance, mark_id));
        Worth { enrolment, source, source_id: mark_id, completes, minutes, mode }
    }
}

impl From<&MadeUp> for Worth {
    fn from(made: &MadeUp) -> Worth {
        let MadeUp { enrolment, make_up_id, mark_id, minutes, mode } = *made;
        let (source, completes) = (SourceKind::MakeUp, (SourceKind::Attendance, mark_id));
        Worth { enrolment, source, source_id: make_up_id, completes, minutes, mode }
    }
}

impl From<&Consulted> for Worth {
    fn from(consulted: &Consulted) -> Worth {
        let Consulted { enrolment, booking_id, minutes, mode } = *consulted;
        let (source, completes) = (SourceKind::Consultation, (SourceKind::Consultation, booking_id));
        Worth { enrolment, source, source_id: booking_id, completes, minutes, mode }
    }
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
        let worth = Worth::from(mark);
        let moved = move_entries(w, held, &worth, credited, now)?;
        let total = credited.iter().map(|credited| credited.minutes).sum::<Minutes>() + moved;
        settle(w, held, &worth, (total, so_far.completed.get(&mark.enrolment)), now)?;
    }
    Ok(())
}

/// The same for one mark of one person, without looking at anybody else.
///
/// # Errors
/// The database's.
pub fn attend_alone(w: &mut Write, held: Held, mark: &Attended, now: Moment) -> Result<(), Problem> {
    bring(w, held, &Worth::from(mark), now)
}

/// Brings the ledger to what these make-ups are worth, each under a source of its own (L9). Only those whose worth has
/// changed come here: few, and each is looked up alone.
///
/// # Errors
/// The database's.
pub fn make_up(w: &mut Write, held: Held, made: &[MadeUp], now: Moment) -> Result<(), Problem> {
    made.iter().try_for_each(|one| bring(w, held, &Worth::from(one), now))
}

/// Brings the ledger to what these consultations are worth, each under a source of its own (S1): the first time the
/// minutes, after a correction the difference. Once for each booking, however often it is said.
///
/// # Errors
/// The database's.
pub fn consult(w: &mut Write, held: Held, these: &[Consulted], now: Moment) -> Result<(), Problem> {
    these.iter().try_for_each(|one| bring(w, held, &Worth::from(one), now))
}

fn bring(w: &mut Write, held: Held, worth: &Worth, now: Moment) -> Result<(), Problem> {
    let credited = rows::credited_of(w, worth.enrolment, held.activity)?;
    let completed = rows::completed_of(w, worth.enrolment, held.activity)?;
    let moved = move_entries(w, held, worth, &credited, now)?;
    let total = credited.iter().map(|credited| credited.minutes).sum::<Minutes>() + moved;
    settle(w, held, worth, (total, completed.as_ref()), now)
}

/// Writes the differences of one source and says by how much the person's time has changed.
fn move_entries(
    w: &mut Write,
    held: Held,
    mark: &Worth,
    credited: &[Credited],
    now: Moment,
) -> Result<Minutes, Problem> {
    let (source, source_id) = (mark.source, mark.source_id);
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
    mark: &Worth,
    (total, completed): (Minutes, Option<&SourceKind>),
    now: Moment,
) -> Result<(), Problem> {
    let (enrolment, activity) = (mark.enrolment, held.activity);
    match completed.copied() {
        None if total > Minutes::ZERO => {
            let (source, source_id) = mark.completes;
            let new = NewCompletion { enrolment, activity, at: now, source, source_id, result: None };
            store::add_completion(w, &new).map(|_| ())
        }
        Some(source) if total <= Minutes::ZERO && source.is_attended() => {
            store::remove_completion(w, enrolment, activity, source).map(|_| ())
        }
        _ => Ok(()),
    }
}
