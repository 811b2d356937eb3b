//! Who came to a consultation, and what came out of it.

use crate::db::schema::{appointment_marks, appointment_notes};
use crate::db::{Read, Write};
use crate::kernel::{AppointmentBookingId, Moment, PersonId, Problem};
use diesel::prelude::*;
use std::collections::HashMap;

/// What was said of bookings, by the number of its row, the oldest first.
pub type History<T> = HashMap<AppointmentBookingId, Vec<(i64, T)>>;

/// Each time that somebody said whether people came.
pub fn mark_history(r: &mut Read, these: &[AppointmentBookingId]) -> Result<History<bool>, Problem> {
    let found: Vec<(AppointmentBookingId, i64, bool)> = appointment_marks::table
        .filter(appointment_marks::booking_id.eq_any(these.to_vec()))
        .order(appointment_marks::id)
        .select((appointment_marks::booking_id, appointment_marks::id, appointment_marks::came))
        .load(r.conn())?;
    let mut history: History<bool> = HashMap::new();
    for (booking, id, came) in found {
        history.entry(booking).or_default().push((id, came));
    }
    Ok(history)
}

/// Whether somebody came, by booking: the newest word holds.
pub fn marks(
    r: &mut Read,
    these: &[AppointmentBookingId],
) -> Result<HashMap<AppointmentBookingId, bool>, Problem> {
    let newest = |(id, said): (AppointmentBookingId, Vec<(i64, bool)>)| Some((id, said.last()?.1));
    Ok(mark_history(r, these)?.into_iter().filter_map(newest).collect())
}

/// Notes whether somebody came.
pub fn insert_mark(
    w: &mut Write,
    booking: AppointmentBookingId,
    came: bool,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(appointment_marks::table)
        .values((
            appointment_marks::booking_id.eq(booking),
            appointment_marks::came.eq(came),
            appointment_marks::marked_at.eq(now),
            appointment_marks::marked_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What came out of a consultation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// The words; empty where they were taken back.
    pub words: String,
    /// Whether the trainee sees them.
    pub shown: bool,
}

impl Note {
    /// A note; one without words is shown to nobody.
    pub fn new(words: String, shown: bool) -> Note {
        Note { shown: shown && !words.is_empty(), words }
    }
}

/// Every note that was written, those that were changed since too.
pub fn note_history(r: &mut Read, these: &[AppointmentBookingId]) -> Result<History<Note>, Problem> {
    use appointment_notes as notes;
    let found: Vec<(AppointmentBookingId, i64, String, bool)> = notes::table
        .filter(notes::booking_id.eq_any(these.to_vec()))
        .order(notes::id)
        .select((notes::booking_id, notes::id, notes::words, notes::shown))
        .load(r.conn())?;
    let mut history: History<Note> = HashMap::new();
    for (booking, id, words, shown) in found {
        history.entry(booking).or_default().push((id, Note::new(words, shown)));
    }
    Ok(history)
}

/// The notes by booking: the newest holds.
pub fn notes(
    r: &mut Read,
    these: &[AppointmentBookingId],
) -> Result<HashMap<AppointmentBookingId, Note>, Problem> {
    let newest = |(id, mut said): (AppointmentBookingId, Vec<(i64, Note)>)| Some((id, said.pop()?.1));
    Ok(note_history(r, these)?.into_iter().filter_map(newest).collect())
}

/// What somebody has seen of a booking before they wrote about it: the numbers of the newest mark and of the newest note, 0
/// where there was none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// The newest mark.
    pub mark: i64,
    /// The newest note.
    pub note: i64,
}

impl Seen {
    /// As it travels through a form; what is no such text has seen nothing.
    pub fn parse(text: &str) -> Seen {
        let number = |text: &str| text.parse().unwrap_or(0);
        let (mark, note) = text.split_once('.').unwrap_or_default();
        Seen { mark: number(mark), note: number(note) }
    }
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.mark, self.note)
    }
}

/// Writes a note.
pub fn insert_note(
    w: &mut Write,
    booking: AppointmentBookingId,
    note: &Note,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(appointment_notes::table)
        .values((
            appointment_notes::booking_id.eq(booking),
            appointment_notes::words.eq(&note.words),
            appointment_notes::shown.eq(note.shown),
            appointment_notes::written_at.eq(now),
            appointment_notes::written_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
