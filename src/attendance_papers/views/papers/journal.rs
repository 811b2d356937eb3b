//! The attendance journal in its statutory layout: learners by dates with letters, corrections certified below, what was
//! taught when and by whom, and room to sign (L1, L4).

use super::super::wording::{day, in_one_year, letter_key, meaning_key, short_day};
use super::{About, Ready, Wording, minutes};
use crate::attendance_papers::actions::{Column, Matrix, Row};
use crate::attendance_papers::rules::matrix::{Cell, Letter, Marked};
use crate::kernel::{Moment, PersonId, PersonName};
use crate::printing::table_paper::{
    PaperCell, PaperColumn, PaperRow, PaperTable, RowKind, Side, SignatureLine,
};

/// How wide the column of a session is, in millimetres.
const SESSION: u16 = 13;

/// The journal of the sessions and people of a matrix.
pub fn journal(matrix: &Matrix, wording: Wording<'_>, now: Moment) -> Ready {
    let programme = matrix.version.title.0.for_reader(wording.language);
    let about = About { organisation: &matrix.organisation, edition: &matrix.edition, programme };
    let mut paper = about.paper("attendance-papers-journal-title", wording, now);
    (paper.landscape, paper.size) = (true, 15);
    paper.facts.push(about.zone(wording, now));
    paper.facts.extend(chosen(matrix, wording));
    paper.facts.push((wording.say("attendance-papers-people"), matrix.people.to_string()));
    if !matrix.everyone {
        paper.lead.push(wording.say("attendance-papers-own-people"));
    }
    let mut notes = Vec::new();
    let marks = marks(matrix, wording, &mut notes);
    paper.tables = vec![marks, taught(matrix, wording), counted(matrix, wording)];
    (paper.notes_title, paper.notes) = (wording.say("attendance-papers-corrections"), notes);
    paper.remarks = vec![legend(wording)];
    paper.signatures = signatures(matrix, !paper.notes.is_empty(), about.head(wording), wording);
    about.ready(paper, wording, now)
}

/// The module and the month that the journal is narrowed to.
fn chosen(matrix: &Matrix, wording: Wording<'_>) -> Vec<(String, String)> {
    let module = matrix.modules.iter().find(|(id, _)| Some(*id) == matrix.choice.module);
    let module = module.map(|(_, title)| title.for_reader(wording.language).to_owned());
    let month = matrix.choice.month.and_then(|month| month.first_day()).map(|first| wording.month(first));
    let named = [("attendance-papers-module", module), ("attendance-papers-month", month)];
    named.into_iter().filter_map(|(key, value)| Some((wording.say(key), value?))).collect()
}

/// What the letters stand for: «V — были; н — не были …».
fn legend(wording: Wording<'_>) -> String {
    let mut parts: Vec<String> = Letter::ALL
        .iter()
        .map(|letter| format!("{} — {}", wording.say(letter_key(*letter)), wording.say(meaning_key(*letter))))
        .collect();
    let more = [
        ("attendance-papers-online-short", "attendance-papers-means-online"),
        ("attendance-papers-letter-made-up", "attendance-papers-means-made-up"),
        ("attendance-papers-letter-unmarked", "attendance-papers-means-unmarked"),
        ("attendance-papers-letter-not-asked", "attendance-papers-means-not-asked"),
    ];
    parts.extend(more.map(|(sign, means)| format!("{} — {}", wording.say(sign), wording.say(means))));
    parts.join("; ")
}

fn named(wording: Wording<'_>) -> Vec<PaperColumn> {
    vec![
        PaperColumn::of("№", 8, Side::Right),
        PaperColumn::of(wording.say("attendance-papers-person"), 52, Side::Left),
    ]
}

fn session_columns(matrix: &Matrix) -> impl Iterator<Item = PaperColumn> {
    let one_year = in_one_year(&matrix.columns);
    matrix.columns.iter().map(move |column| {
        let (date, time) = (short_day(column.row.held_on, one_year), column.row.starts_local.format("%H:%M"));
        PaperColumn::of(format!("{}\n{date}\n{time}", column.number), SESSION, Side::Center)
    })
}

fn sum_columns(wording: Wording<'_>) -> Vec<PaperColumn> {
    let column = |key: &str| PaperColumn::of(wording.say(key).replace(", ", ",\n"), 17, Side::Right);
    [
        "attendance-papers-sum",
        "attendance-papers-in-person",
        "attendance-papers-online",
        "attendance-papers-of-held",
    ]
    .map(column)
    .to_vec()
}

/// The letters, with the numbers of corrections.
fn marks(matrix: &Matrix, wording: Wording<'_>, notes: &mut Vec<String>) -> PaperTable {
    let mut columns = named(wording);
    columns.extend(session_columns(matrix));
    let sums = sum_columns(wording);
    let together = sums.len();
    columns.extend(sums);
    let mut rows: Vec<PaperRow> = matrix.rows.iter().map(|row| line(row, matrix, wording, notes)).collect();
    rows.push(count(matrix, wording.say("attendance-papers-there"), together, |one| one.counts.there()));
    let absent = |one: &Column| one.counts.absent + one.counts.excused;
    rows.push(count(matrix, wording.say("attendance-papers-not-there"), together, absent));
    PaperTable {
        name: wording.say("attendance-papers-sheet-marks"),
        caption: None,
        columns,
        rows,
        fixed: 2,
        together,
        workbook_only: false,
    }
}

fn line(row: &Row, matrix: &Matrix, wording: Wording<'_>, notes: &mut Vec<String>) -> PaperRow {
    let mut cells = vec![PaperCell::number(row.number), who(row, matrix, wording)];
    for (column, cell) in matrix.columns.iter().zip(&row.cells) {
        cells.push(match cell {
            Cell::Marked(marked) => letters(marked, wording, certified(row, column, marked, wording, notes)),
            Cell::NotAsked => PaperCell::text(wording.say("attendance-papers-letter-not-asked")),
            // An empty place in a journal is one that can still be filled in.
            Cell::Unmarked => PaperCell::text(wording.say("attendance-papers-letter-unmarked")),
            Cell::Ahead => PaperCell::empty(),
        });
    }
    let totals = &row.totals;
    cells.extend([totals.credited.all(), totals.credited.in_person, totals.credited.online].map(minutes));
    cells.push(PaperCell::text(wording.percent(row.shares.and_then(|shares| shares.of_held()))));
    PaperRow::plain(cells)
}

/// The name; since when somebody has left.
fn who(row: &Row, matrix: &Matrix, wording: Wording<'_>) -> PaperCell {
    let left = row.person.withdrawn_at.map(|at| day(at.date_in(matrix.edition.time_zone)));
    PaperCell {
        under: left.map(|left| wording.with("attendance-papers-left", &[("day", &left)])),
        ..PaperCell::text(row.person.name.full())
    }
}

fn letters(marked: &Marked, wording: Wording<'_>, notes: Vec<usize>) -> PaperCell {
    PaperCell { under: wording.under(&marked.mark), notes, ..PaperCell::text(wording.with_made_up(marked)) }
}

/// Writes the corrections of a mark down and answers their numbers.
fn certified(
    row: &Row,
    column: &Column,
    marked: &Marked,
    wording: Wording<'_>,
    notes: &mut Vec<String>,
) -> Vec<usize> {
    let mut numbers = Vec::with_capacity(marked.corrections.len());
    for one in &marked.corrections {
        let about = wording.with(
            "attendance-papers-correction-of",
            &[
                ("who", &row.person.name.surname_and_initials()),
                ("number", &column.number.to_string()),
                ("day", &day(column.row.held_on)),
            ],
        );
        notes.push(format!("{about} {}", wording.correction(one, &column.row)));
        numbers.push(notes.len());
    }
    numbers
}

/// A line below the people: a number for each session.
fn count(matrix: &Matrix, label: String, sums: usize, of: impl Fn(&Column) -> i64) -> PaperRow {
    let mut cells = vec![PaperCell::empty(), PaperCell::text(label)];
    cells.extend(matrix.columns.iter().map(|column| PaperCell::number(of(column))));
    cells.extend((0..sums).map(|_| PaperCell::empty()));
    PaperRow { kind: RowKind::Total, cells }
}

/// What was taught: the right-hand page of a journal on paper.
fn taught(matrix: &Matrix, wording: Wording<'_>) -> PaperTable {
    let words = |key: &str, part| PaperColumn::words(wording.say(key), part);
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let line = |column: &Column| {
        let there = format!("{} / {}", column.counts.there(), column.expected);
        PaperRow::plain(vec![
            PaperCell::number(column.number),
            PaperCell::text(day(column.row.held_on)),
            PaperCell::text(wording.times(&column.row)),
            PaperCell::text(wording.title(column)),
            PaperCell::text(wording.mode(column.row.mode)),
            minutes(column.slot.worth),
            PaperCell::text(there),
            PaperCell::text(
                column.trainer.as_ref().map(PersonName::surname_and_initials).unwrap_or_default(),
            ),
            PaperCell::empty(),
        ])
    };
    PaperTable {
        name: wording.say("attendance-papers-sheet-taught"),
        caption: Some(wording.say("attendance-papers-sheet-taught")),
        columns: vec![
            PaperColumn::of("№", 8, Side::Right),
            of("attendance-papers-day", 20, Side::Left),
            of("attendance-papers-time", 22, Side::Left),
            words("attendance-papers-topic", 5),
            of("attendance-papers-form", 26, Side::Left),
            of("attendance-papers-worth", 17, Side::Right),
            of("attendance-papers-there", 22, Side::Right),
            of("attendance-papers-trainer", 34, Side::Left),
            of("attendance-papers-signature", 26, Side::Left),
        ],
        rows: matrix.columns.iter().map(line).collect(),
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}

/// The minutes that the ledger has credited for each mark, to count with.
fn counted(matrix: &Matrix, wording: Wording<'_>) -> PaperTable {
    let mut columns = named(wording);
    columns.extend(session_columns(matrix));
    columns.push(PaperColumn::of(wording.say("attendance-papers-sum"), 17, Side::Right));
    let line = |row: &Row| {
        let mut cells = vec![PaperCell::number(row.number), PaperCell::text(row.person.name.full())];
        cells.extend(row.cells.iter().map(|cell| match cell {
            Cell::Marked(marked) => minutes(marked.credited.all()),
            Cell::Unmarked | Cell::Ahead | Cell::NotAsked => PaperCell::empty(),
        }));
        cells.push(minutes(row.totals.credited.all()));
        PaperRow::plain(cells)
    };
    let mut rows: Vec<PaperRow> = matrix.rows.iter().map(line).collect();
    let mut sums = count(matrix, wording.say("attendance-papers-sum"), 0, |column| column.counts.minutes);
    sums.cells.push(minutes(matrix.rows.iter().map(|row| row.totals.credited.all()).sum()));
    rows.push(sums);
    PaperTable {
        name: wording.say("attendance-papers-sheet-minutes"),
        caption: None,
        columns,
        rows,
        fixed: 2,
        together: 1,
        workbook_only: true,
    }
}

fn signatures(
    matrix: &Matrix,
    corrected: bool,
    head: SignatureLine,
    wording: Wording<'_>,
) -> Vec<SignatureLine> {
    let trainer = |(_, name): &(PersonId, PersonName)| SignatureLine {
        label: wording.say("attendance-papers-trainer"),
        name: Some(name.surname_and_initials()),
    };
    let mut lines: Vec<SignatureLine> = matrix.trainers.iter().map(trainer).collect();
    if corrected {
        lines.push(SignatureLine { label: wording.say("attendance-papers-certified"), name: None });
    }
    lines.push(head);
    lines
}
