//! What the API says of people and sessions. Minutes are those of the ledger.

use crate::attendance_papers::actions::{Column, Matrix, PersonMatrix, Row, Span};
use crate::attendance_papers::rules::matrix::{Cell, Correction, Marked};
use crate::kernel::{Language, Moment, PersonName, dates};
use serde::Serialize;
use utoipa::ToSchema;

/// People and sessions of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct MatrixDto {
    /// The edition.
    edition_id: i64,
    /// Whether the reader sees everybody, or the people they sent.
    everyone: bool,
    /// The sessions that were not cancelled, as asked for.
    sessions: Vec<SessionDto>,
    /// How many people there are.
    people_count: usize,
    /// The people by name.
    people: Vec<PersonDto>,
    /// Where the next people begin; `null` when these were the last.
    next_from: Option<usize>,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionDto {
    /// The session.
    session_id: i64,
    /// Its number in the edition, from 1.
    number: usize,
    /// What is taught, in the reader's language.
    title: String,
    /// On which day, by the wall of the edition.
    held_on: String,
    /// From when, by the wall.
    starts: String,
    /// Until when, by the wall.
    ends: String,
    /// The zone of the wall.
    time_zone: String,
    /// `in_person`, `online` or `mixed`.
    mode: String,
    /// The planned minutes that fall on it.
    worth_minutes: i32,
    /// How its people are marked, over everybody the reader sees; `null` where one person is read.
    counts: Option<CountsDto>,
}

/// How the people of a session are marked.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountsDto {
    /// Of how many people it is asked.
    expected: i64,
    /// How many of them have no mark although it is over; 0 for readers who do not mark.
    missing: i64,
    /// Who was there.
    there: i64,
    /// Of these, in the room.
    in_person: i64,
    /// Of these, by the link.
    online: i64,
    /// Who was not.
    absent: i64,
    /// Who was not, for a reason.
    excused: i64,
    /// What was credited to all of them.
    credited_minutes: i64,
}

/// A person with their marks.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonDto {
    /// The enrolment.
    enrolment_id: i64,
    /// The full name.
    name: String,
    /// The organisation that sent the person.
    organisation: Option<String>,
    /// Since when the person has left.
    left_at: Option<String>,
    /// One for each session, in their order.
    marks: Vec<MarkDto>,
    /// Credited in person.
    in_person_minutes: i32,
    /// Credited online.
    online_minutes: i32,
    /// Both.
    credited_minutes: i32,
    /// Credited for what made up for these sessions.
    made_up_minutes: i32,
    /// The worth of the sessions that are over.
    held_minutes: i32,
    /// The worth of all sessions.
    planned_minutes: i32,
    /// The share of the time held by now in thousandths, as the rule of the document has it: over the whole programme,
    /// make-ups counted. `null` while nothing is held, and where a module or a month was asked for.
    share_of_held_permille: Option<i32>,
    /// The share of the time planned in thousandths, as the rule of the document has it; `null` where a module or a
    /// month was asked for.
    share_of_planned_permille: Option<i32>,
}

/// What the journal has of a person and a session.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct MarkDto {
    /// The session.
    session_id: i64,
    /// `marked`, `unmarked` when it is over, `ahead`, or `not_asked`.
    state: &'static str,
    /// `present`, `late`, `left_early`, `absent` or `excused`.
    status: Option<String>,
    /// `in_person` or `online`.
    presence: Option<String>,
    /// How late.
    late_minutes: i32,
    /// How much before the end the person left.
    early_minutes: i32,
    /// Why not there, in words.
    reason: Option<String>,
    /// Why not there, of the reasons that are counted: `illness`, `work`, `family`, `transport`, `official_duty`, `other`.
    reason_code: Option<String>,
    /// Credited in person.
    in_person_minutes: i32,
    /// Credited online.
    online_minutes: i32,
    /// Credited for what made up for it.
    made_up_minutes: i32,
    /// Who wrote it last. Names of staff are for staff: others get their own, or `null`.
    marked_by: Option<String>,
    /// When.
    marked_at: Option<String>,
    /// What it said before, the oldest first.
    corrections: Vec<CorrectionDto>,
}

/// A correction.
#[derive(Debug, Serialize, ToSchema)]
pub struct CorrectionDto {
    /// The status before; `null` for a first mark that was made on a closed sheet.
    old_status: Option<String>,
    /// The status after.
    new_status: String,
    /// Why; only for staff.
    reason: Option<String>,
    /// When.
    corrected_at: String,
    /// By whom; `null` when the program itself did it, and for readers who are not staff.
    corrected_by: Option<String>,
    /// Whether the sheet was closed by then.
    after_closing: bool,
}

/// The sessions of an edition as one person has them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonAttendanceDto {
    /// The edition.
    edition_id: i64,
    /// The sessions that were not cancelled.
    sessions: Vec<SessionDto>,
    /// The person.
    person: PersonDto,
}

impl MatrixDto {
    /// What was read, from a place in the list on.
    pub(super) fn new(matrix: &Matrix, span: Span, language: Language) -> MatrixDto {
        let last = span.from + matrix.rows.len();
        MatrixDto {
            edition_id: matrix.edition.id.0,
            everyone: matrix.everyone,
            sessions: matrix
                .columns
                .iter()
                .map(|column| session(column, Some(counts(column)), language))
                .collect(),
            people_count: matrix.people,
            people: matrix.rows.iter().map(|row| person(row, &matrix.columns)).collect(),
            next_from: (last < matrix.people).then_some(last),
        }
    }
}

impl PersonAttendanceDto {
    /// What was read. Counts over others are none of the person's.
    pub(super) fn new(matrix: &PersonMatrix, language: Language) -> PersonAttendanceDto {
        PersonAttendanceDto {
            edition_id: matrix.edition.id.0,
            sessions: matrix.columns.iter().map(|column| session(column, None, language)).collect(),
            person: person(&matrix.row, &matrix.columns),
        }
    }
}

fn session(column: &Column, counts: Option<CountsDto>, language: Language) -> SessionDto {
    let row = &column.row;
    SessionDto {
        session_id: row.id.0,
        number: column.number,
        title: column.title.for_reader(language).to_owned(),
        held_on: row.held_on.to_string(),
        starts: dates::time(row.starts_local),
        ends: dates::time(row.ends_local),
        time_zone: row.time_zone.name().to_owned(),
        mode: row.mode.as_str().to_owned(),
        worth_minutes: column.slot.worth.0,
        counts,
    }
}

fn counts(column: &Column) -> CountsDto {
    let counts = &column.counts;
    CountsDto {
        expected: column.expected,
        missing: column.missing,
        there: counts.there(),
        in_person: counts.in_person,
        online: counts.online,
        absent: counts.absent,
        excused: counts.excused,
        credited_minutes: counts.minutes,
    }
}

fn person(row: &Row, columns: &[Column]) -> PersonDto {
    let totals = &row.totals;
    PersonDto {
        enrolment_id: row.person.enrolment.0,
        name: row.person.name.full(),
        organisation: row.person.organisation.clone(),
        left_at: row.person.withdrawn_at.map(Moment::rfc3339),
        marks: columns.iter().zip(&row.cells).map(|(column, cell)| mark(column, cell)).collect(),
        in_person_minutes: totals.credited.in_person.0,
        online_minutes: totals.credited.online.0,
        credited_minutes: totals.credited.all().0,
        made_up_minutes: totals.made_up.0,
        held_minutes: totals.held.0,
        planned_minutes: totals.planned.0,
        share_of_held_permille: row.shares.and_then(|shares| shares.of_held()).map(|share| share.0),
        share_of_planned_permille: row.shares.map(|shares| shares.of_planned().0),
    }
}

fn mark(column: &Column, cell: &Cell) -> MarkDto {
    let session_id = column.row.id.0;
    let plain = |state| MarkDto { session_id, state, ..MarkDto::default() };
    match cell {
        Cell::Marked(marked) => MarkDto { session_id, ..said(marked) },
        Cell::Unmarked => plain("unmarked"),
        Cell::Ahead => plain("ahead"),
        Cell::NotAsked => plain("not_asked"),
    }
}

fn said(marked: &Marked) -> MarkDto {
    let mark = &marked.mark;
    MarkDto {
        session_id: 0,
        state: "marked",
        status: Some(mark.status.as_str().to_owned()),
        presence: Some(mark.presence.as_str().to_owned()),
        late_minutes: mark.late.0,
        early_minutes: mark.early.0,
        reason: mark.reason.clone(),
        reason_code: mark.code.map(|code| code.as_str().to_owned()),
        in_person_minutes: marked.credited.in_person.0,
        online_minutes: marked.credited.online.0,
        made_up_minutes: marked.made_up.0,
        marked_by: marked.by.name().map(PersonName::full),
        marked_at: Some(marked.at.rfc3339()),
        corrections: marked.corrections.iter().map(correction).collect(),
    }
}

fn correction(one: &Correction) -> CorrectionDto {
    CorrectionDto {
        old_status: one.old.as_ref().map(|old| old.status.as_str().to_owned()),
        new_status: one.new.status.as_str().to_owned(),
        reason: one.reason.clone(),
        corrected_at: one.at.rfc3339(),
        corrected_by: one.by.name().map(PersonName::full),
        after_closing: one.after_closing,
    }
}
