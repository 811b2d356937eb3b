//! The people of the matrix: letters, minutes, corrections, sums.

use super::super::Wording;
use super::super::wording::day;
use super::{Line, Square};
use crate::attendance_papers::actions::{Column, Matrix, Row};
use crate::attendance_papers::rules::matrix::{Author, Cell, Marked};
use crate::kernel::Minutes;
use crate::web::paths;

pub(super) fn line(row: &Row, matrix: &Matrix, wording: Wording<'_>, corrections: &mut Vec<String>) -> Line {
    let totals = &row.totals;
    let left = row.person.withdrawn_at.map(|at| day(at.date_in(matrix.edition.time_zone)));
    let left = left.map(|left| wording.with("attendance-papers-left", &[("day", &left)]));
    let cells = matrix.columns.iter().zip(&row.cells);
    let notes: Vec<String> = row.person.organisation.clone().into_iter().chain(left).collect();
    Line {
        name: row.person.name.full(),
        note: Some(notes.join(" · ")).filter(|note| !note.is_empty()),
        url: paths::person_attendance(row.person.enrolment),
        cells: cells.map(|(column, cell)| square(row, column, cell, wording, corrections)).collect(),
        attended: format!("{} / {}", totals.attended, totals.sessions),
        credited: totals.credited.all().0,
        in_person: totals.credited.in_person.0,
        online: totals.credited.online.0,
        of_held: wording.percent(row.shares.and_then(|shares| shares.of_held())),
        of_planned: wording.percent(row.shares.map(|shares| shares.of_planned())),
    }
}

fn square(
    row: &Row,
    column: &Column,
    cell: &Cell,
    wording: Wording<'_>,
    corrections: &mut Vec<String>,
) -> Square {
    let sign = |letter: &str, means: &str| Square {
        letters: wording.say(letter),
        words: wording.say(means),
        ..Square::default()
    };
    let marked = match cell {
        Cell::Marked(marked) => marked,
        Cell::Ahead => return Square::default(),
        Cell::Unmarked => {
            return sign("attendance-papers-letter-unmarked", "attendance-papers-means-unmarked");
        }
        Cell::NotAsked => {
            return sign("attendance-papers-letter-not-asked", "attendance-papers-means-not-asked");
        }
    };
    let first = corrections.len() + 1;
    for one in &marked.corrections {
        let (name, date) = (row.person.name.surname_and_initials(), day(column.row.held_on));
        let number = column.number.to_string();
        let of: [(&str, &str); 3] = [("who", name.as_str()), ("number", &number), ("day", &date)];
        let about = wording.with("attendance-papers-correction-of", &of);
        corrections.push(format!("{about} {}", wording.correction(one, &column.row)));
    }
    let numbers: Vec<String> = (first..=corrections.len()).map(|number| format!("{number})")).collect();
    Square {
        letters: wording.with_made_up(marked),
        minutes: Some(marked.credited.all().0).filter(|minutes| *minutes > 0),
        online: wording.online(&marked.mark).is_some(),
        notes: Some(numbers.join(" ")).filter(|numbers| !numbers.is_empty()),
        words: words(column, marked, wording),
    }
}

/// A mark in words, for whoever points at it: what it says, what it credits, who made it, what it said before.
pub(in crate::attendance_papers::views) fn words(
    column: &Column,
    marked: &Marked,
    wording: Wording<'_>,
) -> String {
    let (of, got) = (column.slot.worth.0.to_string(), marked.credited.all().0.to_string());
    let credited = wording.with("attendance-papers-credited-of", &[("minutes", &got), ("of", &of)]);
    let mut parts = vec![format!("{}.", sentence(&wording.mark(&marked.mark))), credited];
    if marked.made_up > Minutes::ZERO {
        let minutes = marked.made_up.0.to_string();
        parts.push(wording.with("attendance-papers-made-up-of", &[("minutes", &minutes)]));
    }
    if marked.by != Author::Program {
        let when = wording.moment(marked.at, column.row.time_zone);
        let who = wording.author(&marked.by);
        parts.push(wording.with("attendance-papers-marked-by", &[("who", &who), ("when", &when)]));
    }
    parts.extend(marked.corrections.iter().map(|one| wording.correction(one, &column.row)));
    parts.join(" ")
}

/// A text with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
