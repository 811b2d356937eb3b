//! What the entries of a ledger rest on: the mark of a session with its corrections, the attempt, the grading. One
//! query for each kind of source, whatever the number of entries.

use super::SourceKind;
use super::totals::Traced;
use crate::db::schema::{
    appointment_bookings, appointment_slots, attendance_corrections, attendance_marks, gradings, make_ups,
    people, quiz_attempts, sessions,
};
use crate::db::{Json, Read};
use crate::kernel::{
    AppointmentBookingId, AppointmentSlotId, AttemptId, GradingId, LedgerEntryId, MakeUpId, MarkId, Minutes,
    Moment, PersonId, PersonName, Problem, SessionId,
};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::HashMap;

/// What an entry rests on, as far as more can be said than its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A mark of a session.
    Mark(MarkOrigin),
    /// An attempt at a quiz.
    Attempt {
        /// Its number, from 1. Not its result: that may be hidden until the quiz is over (G4).
        number: i32,
    },
    /// A graded work.
    Grading {
        /// Who graded it.
        by: Option<PersonName>,
    },
    /// Something that made up for a missed session.
    MakeUp(MakeUpOrigin),
    /// A consultation.
    Consultation(ConsultationOrigin),
}

/// The consultation that somebody came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationOrigin {
    /// The slot.
    pub slot: AppointmentSlotId,
    /// Its day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// From when and until when, by the wall.
    pub times: (NaiveTime, NaiveTime),
}

/// What made up for a missed session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeUpOrigin {
    /// The missed session.
    pub session: SessionId,
    /// Its day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// What it was: `session`, `meeting`, `task`.
    pub form: String,
    /// On which day it was done.
    pub made_on: NaiveDate,
    /// Who entered it.
    pub by: Option<PersonName>,
}

/// What a mark said when the entry was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkOrigin {
    /// The session.
    pub session: SessionId,
    /// Its day, by the wall of the edition.
    pub held_on: NaiveDate,
    /// From when and until when, by the wall.
    pub times: (NaiveTime, NaiveTime),
    /// What was done.
    pub step: MarkStep,
    /// By whom, where it is known.
    pub by: Option<Author>,
}

/// Who marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
}

/// What was done to a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkStep {
    /// It was made.
    Made(MarkText),
    /// It was corrected.
    Corrected {
        /// What it said.
        old: MarkText,
        /// What it says since.
        new: MarkText,
        /// Why.
        reason: Option<String>,
    },
    /// It stayed, but stands for other time: the session got another length, or another part of the activity.
    Recounted,
}

/// What a mark says: the words of the room of attendance.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MarkText {
    /// `present`, `late`, `left_early`, `absent`, `excused`.
    pub status: String,
    /// How late.
    pub late: Minutes,
    /// How much before the end the person left.
    pub early: Minutes,
}

/// What these entries rest on. A kind of source of which nothing more is known than its name is left out: to say more
/// of a new kind, load its rows here and give [`Origin`] a variant.
///
/// # Errors
/// The database's.
pub fn origins(r: &mut Read, entries: &[Traced]) -> Result<HashMap<LedgerEntryId, Origin>, Problem> {
    let of_kind =
        |kind: SourceKind| -> Vec<&Traced> { entries.iter().filter(|entry| entry.source == kind).collect() };
    let mut origins = HashMap::new();
    marks(r, &of_kind(SourceKind::Attendance), &mut origins)?;
    attempts(r, &of_kind(SourceKind::Quiz), &mut origins)?;
    gradings_of(r, &of_kind(SourceKind::Case), &mut origins)?;
    make_ups_of(r, &of_kind(SourceKind::MakeUp), &mut origins)?;
    consultations(r, &of_kind(SourceKind::Consultation), &mut origins)?;
    Ok(origins)
}

type Origins = HashMap<LedgerEntryId, Origin>;

fn sources(entries: &[&Traced]) -> Vec<i64> {
    let mut ids: Vec<i64> = entries.iter().map(|entry| entry.source_id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

type Names = (Option<PersonId>, Option<String>, Option<String>, Option<String>);

fn author((person, surname, given_name, patronymic): Names) -> Option<Author> {
    let name = PersonName { surname: surname?, given_name: given_name?, patronymic };
    Some(Author { person: person?, name })
}

/// A mark as it is now.
#[derive(Debug, Queryable)]
struct MarkNow {
    id: MarkId,
    session: (SessionId, NaiveDate, NaiveTime, NaiveTime),
    said: (String, Minutes, Minutes),
    by: Names,
}

/// A correction of a mark.
struct Correction {
    old: MarkText,
    new: MarkText,
    reason: Option<String>,
    at: Moment,
    by: Option<Author>,
}

fn marks(r: &mut Read, entries: &[&Traced], origins: &mut Origins) -> Result<(), Problem> {
    let ids = sources(entries);
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<MarkNow> = attendance_marks::table
        .inner_join(sessions::table)
        .left_join(people::table)
        .filter(attendance_marks::id.eq_any(ids.clone()))
        .select((
            attendance_marks::id,
            (sessions::id, sessions::held_on, sessions::starts_local, sessions::ends_local),
            (attendance_marks::status, attendance_marks::late_minutes, attendance_marks::early_minutes),
            (
                people::id.nullable(),
                people::surname.nullable(),
                people::given_name.nullable(),
                people::patronymic.nullable(),
            ),
        ))
        .load(r.conn())?;
    let known: HashMap<i64, MarkNow> = rows.into_iter().map(|mark| (mark.id.0, mark)).collect();
    let corrections = corrections(r, ids)?;
    for entry in entries {
        let Some(mark) = known.get(&entry.source_id) else { continue };
        let corrected = corrections.get(&mark.id).map_or(&[][..], Vec::as_slice);
        let (step, by) = step(entry, mark, corrected);
        let (session, held_on, starts, ends) = mark.session;
        let origin = MarkOrigin { session, held_on, times: (starts, ends), step, by };
        origins.insert(entry.id, Origin::Mark(origin));
    }
    Ok(())
}

/// What was done when an entry was written: a correction and its difference carry the same moment.
fn step(entry: &Traced, mark: &MarkNow, corrections: &[Correction]) -> (MarkStep, Option<Author>) {
    if let Some(found) = corrections.iter().find(|one| one.at == entry.credited_at) {
        let (old, new, reason) = (found.old.clone(), found.new.clone(), found.reason.clone());
        return (MarkStep::Corrected { old, new, reason }, found.by.clone());
    }
    if entry.revision > 0 {
        return (MarkStep::Recounted, None);
    }
    // The author of a first mark is not kept once somebody corrected it.
    match corrections.first() {
        Some(first) => (MarkStep::Made(first.old.clone()), None),
        None => {
            let (status, late, early) = mark.said.clone();
            (MarkStep::Made(MarkText { status, late, early }), author(mark.by.clone()))
        }
    }
}

/// The corrections of marks, the oldest first.
fn corrections(r: &mut Read, marks: Vec<i64>) -> Result<HashMap<MarkId, Vec<Correction>>, Problem> {
    use attendance_corrections as rows;
    type Row = (MarkId, Json<MarkText>, Json<MarkText>, Option<String>, Moment, Names);
    let found: Vec<Row> = rows::table
        .left_join(people::table)
        .filter(rows::mark_id.eq_any(marks))
        .order(rows::id)
        .select((
            rows::mark_id,
            rows::old_value,
            rows::new_value,
            rows::reason,
            rows::corrected_at,
            (
                people::id.nullable(),
                people::surname.nullable(),
                people::given_name.nullable(),
                people::patronymic.nullable(),
            ),
        ))
        .load(r.conn())?;
    let mut corrections: HashMap<MarkId, Vec<Correction>> = HashMap::new();
    for (mark, Json(old), Json(new), reason, at, by) in found {
        corrections.entry(mark).or_default().push(Correction { old, new, reason, at, by: author(by) });
    }
    Ok(corrections)
}

fn attempts(r: &mut Read, entries: &[&Traced], origins: &mut Origins) -> Result<(), Problem> {
    let ids = sources(entries);
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<(AttemptId, i32)> = quiz_attempts::table
        .filter(quiz_attempts::id.eq_any(ids))
        .select((quiz_attempts::id, quiz_attempts::number))
        .load(r.conn())?;
    for entry in entries {
        if let Some((_, number)) = rows.iter().find(|(id, _)| id.0 == entry.source_id) {
            origins.insert(entry.id, Origin::Attempt { number: *number });
        }
    }
    Ok(())
}

fn gradings_of(r: &mut Read, entries: &[&Traced], origins: &mut Origins) -> Result<(), Problem> {
    let ids = sources(entries);
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<(GradingId, Names)> = gradings::table
        .left_join(people::table)
        .filter(gradings::id.eq_any(ids))
        .select((
            gradings::id,
            (
                people::id.nullable(),
                people::surname.nullable(),
                people::given_name.nullable(),
                people::patronymic.nullable(),
            ),
        ))
        .load(r.conn())?;
    for entry in entries {
        if let Some((_, by)) = rows.iter().find(|(id, _)| id.0 == entry.source_id) {
            origins.insert(entry.id, Origin::Grading { by: author(by.clone()).map(|author| author.name) });
        }
    }
    Ok(())
}

fn make_ups_of(r: &mut Read, entries: &[&Traced], origins: &mut Origins) -> Result<(), Problem> {
    let ids = sources(entries);
    if ids.is_empty() {
        return Ok(());
    }
    type Row = (MakeUpId, (SessionId, NaiveDate), (String, NaiveDate), Names);
    let rows: Vec<Row> = make_ups::table
        .inner_join(sessions::table.on(sessions::id.eq(make_ups::session_id)))
        .left_join(people::table.on(people::id.nullable().eq(make_ups::entered_by)))
        .filter(make_ups::id.eq_any(ids))
        .select((
            make_ups::id,
            (sessions::id, sessions::held_on),
            (make_ups::form, make_ups::made_on),
            (
                people::id.nullable(),
                people::surname.nullable(),
                people::given_name.nullable(),
                people::patronymic.nullable(),
            ),
        ))
        .load(r.conn())?;
    for entry in entries {
        let found = rows.iter().find(|(id, ..)| id.0 == entry.source_id);
        if let Some((_, (session, held_on), (form, made_on), by)) = found.cloned() {
            let by = author(by).map(|author| author.name);
            let origin = MakeUpOrigin { session, held_on, form, made_on, by };
            origins.insert(entry.id, Origin::MakeUp(origin));
        }
    }
    Ok(())
}

fn consultations(r: &mut Read, entries: &[&Traced], origins: &mut Origins) -> Result<(), Problem> {
    let ids = sources(entries);
    if ids.is_empty() {
        return Ok(());
    }
    type Row = (AppointmentBookingId, AppointmentSlotId, NaiveDate, NaiveTime, NaiveTime);
    let rows: Vec<Row> = appointment_bookings::table
        .inner_join(appointment_slots::table)
        .filter(appointment_bookings::id.eq_any(ids))
        .select((
            appointment_bookings::id,
            appointment_slots::id,
            appointment_slots::held_on,
            appointment_slots::starts_local,
            appointment_slots::ends_local,
        ))
        .load(r.conn())?;
    for entry in entries {
        if let Some((_, slot, held_on, starts, ends)) = rows.iter().find(|(id, ..)| id.0 == entry.source_id) {
            let origin = ConsultationOrigin { slot: *slot, held_on: *held_on, times: (*starts, *ends) };
            origins.insert(entry.id, Origin::Consultation(origin));
        }
    }
    Ok(())
}
