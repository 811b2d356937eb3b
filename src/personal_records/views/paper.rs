//! A record as a paper: what the page says, to be printed or counted with.

use super::{figures, state_key, status_key};
use crate::attendance_papers::views::Wording;
use crate::attendance_papers::views::papers::Ready;
use crate::documents::views::kind_key;
use crate::kernel::ZoneName;
use crate::personal_records::rules::{Course, Document, Record};
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, Side, TablePaper};
use chrono::NaiveDate;

/// The paper of a record. `zone` is that of the reader's clock, `site` where the installation is reached.
pub fn record_paper(record: &Record, (zone, site): (ZoneName, &str), wording: Wording<'_>) -> Ready {
    let title = wording.say("personal-records-title");
    let name = record.name.full();
    let mut facts = vec![(wording.say("personal-records-person"), name.clone())];
    facts.extend(figures(record, wording));
    let tables = [courses(record, wording), documents(record, wording)];
    let mut lead = Vec::new();
    lead.extend((!record.whole).then(|| wording.say("personal-records-part")));
    lead.extend(record.courses.is_empty().then(|| wording.say("personal-records-no-courses")));
    lead.extend(record.documents.is_empty().then(|| wording.say("personal-records-no-documents")));
    let made = wording.moment(record.at, zone);
    let paper = TablePaper {
        landscape: false,
        size: 18,
        issuer: site.to_owned(),
        subtitle: None,
        running: format!("{title} · {name}"),
        made: wording.with("personal-records-made", &[("when", &made), ("where", site)]),
        page_of: wording.with("attendance-papers-page-of", &[("page", "#page"), ("all", "#all")]),
        facts,
        lead,
        tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        notes_title: String::new(),
        notes: Vec::new(),
        remarks: vec![wording.say("personal-records-rounding")],
        signatures: Vec::new(),
        title,
    };
    Ready {
        file: format!("{} – {name}", paper.title),
        about: wording.say("attendance-papers-sheet-about"),
        language: wording.language,
        made_at: record.at,
        paper,
    }
}

fn table(name: String, columns: Vec<PaperColumn>, rows: Vec<PaperRow>) -> PaperTable {
    let caption = Some(name.clone());
    PaperTable { name, caption, columns, rows, fixed: 0, together: 0, workbook_only: false }
}

fn courses(record: &Record, wording: Wording<'_>) -> PaperTable {
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let line = |(number, course): (usize, &Course)| {
        let programme = course.programme.for_reader(wording.language);
        let under = Some(format!("{}. {}", course.title, course.organisation));
        PaperRow::plain(vec![
            PaperCell::number(number),
            PaperCell { under, ..PaperCell::text(programme) },
            PaperCell::text(format!("{} – {}", day(course.starts_on), day(course.ends_on))),
            PaperCell::text(wording.say(&state_key(course.state))),
            PaperCell::number(course.planned().0),
            PaperCell::number(course.earned().0),
        ])
    };
    let mut rows: Vec<PaperRow> = (1..).zip(&record.courses).map(line).collect();
    if !rows.is_empty() {
        let blank = PaperCell::empty;
        let total = PaperCell::text(wording.say("personal-records-hours"));
        let hours = PaperCell::number(record.figures().hours.0);
        rows.push(PaperRow::total(vec![blank(), total, blank(), blank(), blank(), hours]));
    }
    let columns = vec![
        of("personal-records-number", 9, Side::Right),
        PaperColumn::words(wording.say("personal-records-programme"), 1),
        of("personal-records-dates", 25, Side::Left),
        of("personal-records-state", 29, Side::Left),
        of("personal-records-planned", 19, Side::Right),
        of("personal-records-earned", 19, Side::Right),
    ];
    table(wording.say("personal-records-courses"), columns, rows)
}

fn documents(record: &Record, wording: Wording<'_>) -> PaperTable {
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let line = |(number, document): (usize, &Document)| {
        let programme =
            document.programme.as_ref().map(|title| title.for_reader(wording.language).to_owned());
        let title = wording.say(&kind_key(document.kind));
        PaperRow::plain(vec![
            PaperCell::number(number),
            PaperCell { under: programme, ..PaperCell::text(title) },
            PaperCell::text(&document.number),
            PaperCell::text(day(document.issued_on)),
            PaperCell::text(&document.issuer),
            PaperCell::text(wording.say(status_key(document.status))),
        ])
    };
    let columns = vec![
        of("personal-records-number", 9, Side::Right),
        PaperColumn::words(wording.say("personal-records-document"), 4),
        of("personal-records-document-number", 30, Side::Left),
        of("personal-records-issued", 21, Side::Left),
        PaperColumn::words(wording.say("personal-records-issuer"), 3),
        of("personal-records-status", 25, Side::Left),
    ];
    let rows = (1..).zip(&record.documents).map(line).collect();
    table(wording.say("personal-records-documents"), columns, rows)
}

/// The day in figures: «15.09.2026».
fn day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}
