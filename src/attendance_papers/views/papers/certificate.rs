//! What an employer asks for: at which sessions somebody was, and for how long. It says nothing of where they were not,
//! and nothing of marks or results.

use super::super::wording::day;
use super::{About, Ready, Wording, hours, minutes, rounding};
use crate::attendance_papers::actions::{Column, PersonMatrix};
use crate::attendance_papers::rules::matrix::{Cell, Marked};
use crate::kernel::{Minutes, Moment};
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, Side};

/// The certificate of one person.
pub fn certificate(matrix: &PersonMatrix, wording: Wording<'_>, now: Moment) -> Ready {
    let programme = matrix.version.title.0.for_reader(wording.language);
    let about = About { organisation: &matrix.organisation, edition: &matrix.edition, programme };
    let mut paper = about.paper("attendance-papers-certificate-title", wording, now);
    let name = matrix.row.person.name.full();
    paper.facts.insert(0, (wording.say("attendance-papers-person"), name.clone()));
    paper.facts.push(about.zone(wording, now));
    let was = matrix.columns.iter().zip(&matrix.row.cells).filter_map(attended);
    let was: Vec<(&Column, &Marked)> = was.collect();
    if was.is_empty() {
        paper.lead = vec![wording.say("attendance-papers-certificate-none")];
    } else {
        paper.lead = vec![wording.say("attendance-papers-certificate-lead")];
        paper.tables = vec![table(&was, matrix.version.academic_hour, wording)];
    }
    paper.remarks = vec![rounding(wording, matrix.version.academic_hour)];
    paper.signatures = vec![about.head(wording)];
    let mut ready = about.ready(paper, wording, now);
    ready.file = format!("{} – {name}", ready.paper.title);
    ready
}

fn attended<'a>((column, cell): (&'a Column, &'a Cell)) -> Option<(&'a Column, &'a Marked)> {
    match cell {
        Cell::Marked(marked) if marked.was_there() => Some((column, &**marked)),
        _ => None,
    }
}

fn table(was: &[(&Column, &Marked)], academic_hour: Minutes, wording: Wording<'_>) -> PaperTable {
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let line = |(number, (column, marked)): (usize, &(&Column, &Marked))| {
        PaperRow::plain(vec![
            PaperCell::number(number),
            PaperCell::text(day(column.row.held_on)),
            PaperCell::text(wording.times(&column.row)),
            PaperCell::text(wording.title(column)),
            PaperCell::text(wording.say(crate::attendance::views::presence_key(marked.mark.presence))),
            minutes(marked.credited.all()),
            PaperCell::empty(),
        ])
    };
    let mut rows: Vec<PaperRow> = (1..).zip(was).map(line).collect();
    let sum = |of: &dyn Fn(&Marked) -> Minutes| was.iter().map(|(_, marked)| of(marked)).sum::<Minutes>();
    let sums = [
        ("attendance-papers-in-person-sum", sum(&|marked| marked.credited.in_person)),
        ("attendance-papers-online-sum", sum(&|marked| marked.credited.online)),
        ("attendance-papers-total", sum(&|marked| marked.credited.all())),
    ];
    rows.extend(sums.map(|(key, credited)| {
        let blank = PaperCell::empty;
        let (label, whole) = (PaperCell::text(wording.say(key)), hours(credited, academic_hour));
        PaperRow::total(vec![blank(), blank(), blank(), label, blank(), minutes(credited), whole])
    }));
    PaperTable {
        name: wording.say("attendance-papers-sheet-attended"),
        caption: None,
        columns: vec![
            PaperColumn::of("№", 8, Side::Right),
            of("attendance-papers-day", 23, Side::Left),
            of("attendance-papers-time", 25, Side::Left),
            PaperColumn::words(wording.say("attendance-papers-topic"), 1),
            of("attendance-papers-form", 24, Side::Left),
            of("attendance-papers-sum", 20, Side::Right),
            of("attendance-papers-hours", 17, Side::Right),
        ],
        rows,
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}
