//! The schedule of an edition: days, times in its zone, topics, trainers, places.

use super::super::wording::day;
use super::{About, Ready, Wording, minutes};
use crate::attendance::store::sessions::SessionRow;
use crate::attendance_papers::actions::{Column, Matrix};
use crate::kernel::{Language, Localised, Moment, PersonName, dates};
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, Side};

/// The schedule of the sessions of a matrix.
pub fn schedule(matrix: &Matrix, wording: Wording<'_>, now: Moment) -> Ready {
    let programme = matrix.version.title.0.for_reader(wording.language);
    let about = About { organisation: &matrix.organisation, edition: &matrix.edition, programme };
    let mut paper = about.paper("attendance-papers-schedule-title", wording, now);
    (paper.landscape, paper.size) = (true, 17);
    paper.facts.push(about.zone(wording, now));
    paper.tables = vec![table(matrix, wording)];
    if !matrix.cancelled.is_empty() {
        paper.notes_title = wording.say("attendance-papers-cancelled");
        paper.notes = matrix.cancelled.iter().map(|one| cancelled(one, wording)).collect();
    }
    let minutes = matrix.version.academic_hour.0.to_string();
    paper.remarks = vec![wording.with("attendance-papers-hour", &[("minutes", &minutes)])];
    paper.signatures = vec![about.head(wording)];
    about.ready(paper, wording, now)
}

fn table(matrix: &Matrix, wording: Wording<'_>) -> PaperTable {
    let words = |key: &str, part| PaperColumn::words(wording.say(key), part);
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    PaperTable {
        name: wording.say("attendance-papers-sheet-schedule"),
        caption: None,
        columns: vec![
            PaperColumn::of("№", 8, Side::Right),
            of("attendance-papers-day", 32, Side::Left),
            of("attendance-papers-time", 22, Side::Left),
            words("attendance-papers-topic", 5),
            words("attendance-papers-module", 3),
            of("attendance-papers-worth", 17, Side::Right),
            words("attendance-papers-place", 4),
            of("attendance-papers-trainer", 34, Side::Left),
        ],
        rows: matrix.columns.iter().map(|column| line(column, matrix, wording)).collect(),
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}

fn line(column: &Column, matrix: &Matrix, wording: Wording<'_>) -> PaperRow {
    let module = matrix.modules.iter().find(|(id, _)| Some(*id) == column.module);
    let module = module.map(|(_, title)| title.for_reader(wording.language)).unwrap_or_default();
    PaperRow::plain(vec![
        PaperCell::number(column.number),
        PaperCell::text(weekday(&column.row, wording.language)),
        PaperCell::text(wording.times(&column.row)),
        PaperCell::text(wording.title(column)),
        PaperCell::text(module),
        minutes(column.slot.worth),
        PaperCell::text(place(&column.row, wording)),
        PaperCell::text(column.trainer.as_ref().map(PersonName::surname_and_initials).unwrap_or_default()),
    ])
}

/// «15.09.2026, вт».
fn weekday(row: &SessionRow, language: Language) -> String {
    let said = dates::day(language, row.held_on);
    let name = said.split(',').next().unwrap_or_default();
    format!("{}, {name}", day(row.held_on))
}

/// How and where: «Очно. Иркутск, ул. Ленина, 5».
fn place(row: &SessionRow, wording: Wording<'_>) -> String {
    let place = row.place.as_deref().filter(|_| row.mode.has_place());
    let link = row.link.as_deref().filter(|_| row.mode.has_link());
    let parts = [Some(wording.mode(row.mode)), place.map(str::to_owned), link.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn cancelled((row, title): &(SessionRow, Localised), wording: Wording<'_>) -> String {
    let title = title.for_reader(wording.language);
    let why = row.cancellation_reason.as_deref();
    let line = format!("{}, {}. {title}.", day(row.held_on), wording.times(row));
    match why {
        Some(why) => format!("{line} {}", wording.with("attendance-papers-reason", &[("reason", why)])),
        None => line,
    }
}
