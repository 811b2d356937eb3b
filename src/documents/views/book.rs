//! «Книга регистрации выдачи документов» as a paper: the same columns in the workbook and in print.

use super::kind_key;
use super::register::standing_key;
use crate::documents::actions::register::Line;
use crate::documents::rules::Standing;
use crate::documents::rules::book::HandingWay;
use crate::documents::store::book::HandoverRow;
use crate::kernel::{Word as _, dates};
use crate::printing::DocumentStamp;
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, Side, TablePaper};
use crate::render::Words;
use crate::web::Reader;
use chrono::NaiveDate;

/// How somebody is told.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// Messages.
    pub words: &'a Words,
    /// For whom.
    pub reader: Reader,
}

impl Telling<'_> {
    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.words.text(self.reader.language, key)
    }

    /// A message with values.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.text_with(self.reader.language, key, args)
    }
}

/// What identifies the printed book.
pub fn stamp(telling: Telling<'_>) -> DocumentStamp {
    DocumentStamp {
        title: telling.say("register-book-title"),
        language: telling.reader.language,
        moment: telling.reader.now,
        ident: format!("register-book {}", telling.reader.now.rfc3339()),
        verify_url: None,
    }
}

/// The book of these entries.
pub fn paper(lines: &[Line], telling: Telling<'_>) -> TablePaper {
    let title = telling.say("register-book-title");
    let issuer = lines.first().map(|line| line.snapshot.issuer.name.clone()).unwrap_or_default();
    let one = lines.iter().all(|line| line.snapshot.issuer.name == issuer);
    let count = lines.len().to_string();
    let (language, zone) = (telling.reader.language, telling.reader.zone);
    let when = dates::date_and_time(language, telling.reader.now, zone);
    TablePaper {
        landscape: true,
        size: 15,
        issuer: if one { issuer } else { String::new() },
        subtitle: None,
        running: title.clone(),
        title,
        made: telling.with("register-book-made", &[("when", &when)]),
        page_of: telling.with("register-book-page-of", &[("page", "#page"), ("all", "#all")]),
        facts: vec![(telling.say("register-book-count"), count)],
        lead: Vec::new(),
        tables: vec![PaperTable {
            name: telling.say("register-book-sheet"),
            caption: None,
            columns: columns(telling),
            rows: (1..).zip(lines).map(|(place, line)| row(place, line, telling)).collect(),
            fixed: 2,
            together: 0,
            workbook_only: false,
        }],
        notes_title: String::new(),
        notes: Vec::new(),
        remarks: Vec::new(),
        signatures: Vec::new(),
    }
}

fn columns(telling: Telling<'_>) -> Vec<PaperColumn> {
    let of =
        |key: &str, width, side| PaperColumn::of(telling.say(&format!("register-book-{key}")), width, side);
    let words = |key, width| of(key, width, Side::Left);
    vec![
        of("place", 8, Side::Right),
        words("number", 24),
        words("kind", 24),
        words("programme", 36),
        words("series", 11),
        words("blank", 15),
        words("holder", 34),
        words("order", 19),
        words("date", 16),
        words("received", 28),
        words("handed", 16),
        words("signature", 16),
        words("note", 26),
    ]
}

fn row(place: usize, line: &Line, telling: Telling<'_>) -> PaperRow {
    let (row, snapshot) = (&line.row, &line.snapshot);
    let text = |text: &str| PaperCell::text(text);
    let group = snapshot.course.as_ref().map(|course| course.run.title.clone());
    let programme = snapshot.programme().map(|title| title.for_reader(telling.reader.language).to_owned());
    let order = snapshot.trail.as_ref().and_then(|trail| trail.closing.as_ref());
    let order = order.map(|(number, dated)| {
        telling.with("register-book-order-of", &[("number", number), ("date", &short(*dated))])
    });
    let (series, number) = line.blank.clone().unwrap_or_default();
    let handover = line.handover.as_ref();
    PaperRow::plain(vec![
        PaperCell::number(place),
        text(&row.number),
        PaperCell { under: kept(line, telling), ..text(&telling.say(&kind_key(row.kind))) },
        PaperCell { under: group, ..text(&programme.unwrap_or_default()) },
        text(&series),
        text(&number),
        text(&row.holder),
        text(&order.unwrap_or_default()),
        text(&short(row.issued_on)),
        text(&handover.map(|handover| received(handover, &row.holder, telling)).unwrap_or_default()),
        text(&handover.map(|handover| short(handover.on)).unwrap_or_default()),
        PaperCell::empty(),
        text(&notes(line, telling)),
    ])
}

/// `21.11.2026`, as a book writes it.
fn short(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// Who received a document and how.
pub fn received(handover: &HandoverRow, holder: &str, telling: Telling<'_>) -> String {
    let who = handover.received_by.as_deref().unwrap_or(holder);
    let detail = match handover.way {
        HandingWay::InPerson => "",
        HandingWay::Proxy => handover.authority.as_deref().unwrap_or_default(),
        HandingWay::Post => handover.tracking.as_deref().unwrap_or_default(),
    };
    let key = format!("register-book-received-{}", handover.way.as_str());
    let said = telling.with(&key, &[("who", who), ("detail", detail)]);
    match &handover.note {
        Some(note) => format!("{said}. {note}"),
        None => said,
    }
}

/// What else the book says of a document: how it stands, what came in its place, losses, spoiled blanks.
/// How long the entry is kept.
pub(super) fn kept(line: &Line, telling: Telling<'_>) -> Option<String> {
    let term = line.retention.as_deref()?;
    Some(telling.with("register-book-kept", &[("term", term)]))
}

fn notes(line: &Line, telling: Telling<'_>) -> String {
    let mut notes = Vec::new();
    if line.row.standing() != Standing::Valid {
        notes.push(telling.say(&standing_key(line.row.standing())));
    }
    if let Some(successor) = &line.successor {
        notes.push(telling.with("register-book-replaced-by", &[("number", &successor.number)]));
    }
    if let Some(replaced) = &line.snapshot.replaces {
        notes.push(telling.with("register-book-replaces", &[("number", &replaced.number)]));
    }
    for loss in &line.losses {
        notes.push(telling.with("register-book-lost", &[("date", &short(loss.on)), ("note", &loss.note)]));
    }
    for blank in &line.spoiled {
        notes.push(telling.with("register-book-spoiled", &[("blank", blank)]));
    }
    notes.join("; ")
}
