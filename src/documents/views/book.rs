//! «Книга регистрации выдачи документов» as a paper: the same columns in the workbook and in print.

use super::kind_key;
use super::register::standing_key;
use crate::documents::actions::register::Line;
use crate::documents::rules::Standing;
use crate::documents::rules::book::HandingWay;
use crate::documents::store::book::HandoverRow;
use crate::identities::rules::Holder;
use crate::identities::views::citizenship_key;
use crate::kernel::{PersonId, Word as _, dates};
use crate::printing::DocumentStamp;
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, Side, TablePaper};
use crate::render::Words;
use crate::web::Reader;
use chrono::NaiveDate;
use std::collections::HashMap;

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

/// The book of these entries, with what it says of their holders. Where no entry describes its holder there are no columns
/// for that.
pub fn paper(lines: &[Line], holders: &HashMap<PersonId, Holder>, telling: Telling<'_>) -> TablePaper {
    let title = telling.say("register-book-title");
    let issuer = lines.first().map(|line| line.snapshot.issuer.name.clone()).unwrap_or_default();
    let one = lines.iter().all(|line| line.snapshot.issuer.name == issuer);
    let described = lines.iter().any(|line| line.described);
    let count = lines.len().to_string();
    let (language, zone) = (telling.reader.language, telling.reader.zone);
    let when = dates::date_and_time(language, telling.reader.now, zone);
    let line = |(place, line): (usize, &Line)| {
        let holder = described.then(|| about(line, holders.get(&line.row.person_id), telling));
        row(place, line, holder, telling)
    };
    TablePaper {
        landscape: true,
        size: if described { 14 } else { 15 },
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
            columns: columns(described, telling),
            rows: (1..).zip(lines).map(line).collect(),
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

/// The columns, with the width of each in millimetres: together as wide as a page on its side.
fn columns(described: bool, telling: Telling<'_>) -> Vec<PaperColumn> {
    let of = |(key, width): &(&str, u16)| {
        let side = if *key == "place" { Side::Right } else { Side::Left };
        PaperColumn::of(telling.say(&format!("register-book-{key}")), *width, side)
    };
    let all: &[(&str, u16)] = if described { &DESCRIBED } else { &PLAIN };
    all.iter().map(of).collect()
}

const PLAIN: [(&str, u16); 13] = [
    ("place", 8),
    ("number", 24),
    ("kind", 24),
    ("programme", 36),
    ("series", 11),
    ("blank", 15),
    ("holder", 34),
    ("order", 19),
    ("date", 16),
    ("received", 28),
    ("handed", 16),
    ("signature", 16),
    ("note", 26),
];

const DESCRIBED: [(&str, u16); 17] = [
    ("place", 8),
    ("number", 22),
    ("kind", 23),
    ("programme", 23),
    ("series", 11),
    ("blank", 12),
    ("holder", 24),
    ("born", 15),
    ("sex", 7),
    ("passport", 16),
    ("citizenship", 18),
    ("order", 16),
    ("date", 15),
    ("received", 18),
    ("handed", 15),
    ("signature", 13),
    ("note", 17),
];

/// Date of birth, sex, identity paper and citizenship: a line where nothing is recorded, nothing where the kind of paper
/// does not ask for it.
fn about(line: &Line, holder: Option<&Holder>, telling: Telling<'_>) -> [String; 4] {
    if !line.described {
        return Default::default();
    }
    let holder = holder.cloned().unwrap_or_default();
    let sex = holder.sex.map(|sex| telling.say(&format!("register-book-sex-{}", sex.as_str())));
    let citizenship = holder.citizenship.as_deref().map(|code| citizenship(code, telling));
    [holder.born_on.map(short), sex, holder.passport.clone(), citizenship]
        .map(|known| known.unwrap_or_else(|| "—".to_owned()))
}

/// A country by its name or, where it has none here, by its code.
pub(super) fn citizenship(code: &str, telling: Telling<'_>) -> String {
    citizenship_key(code).map_or_else(|| code.to_owned(), |key| telling.say(key))
}

fn row(place: usize, line: &Line, holder: Option<[String; 4]>, telling: Telling<'_>) -> PaperRow {
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
    let mut cells = vec![
        PaperCell::number(place),
        text(&row.number),
        PaperCell { under: kept(line, telling), ..text(&telling.say(&kind_key(row.kind))) },
        PaperCell { under: group, ..text(&programme.unwrap_or_default()) },
        text(&series),
        text(&number),
        text(&row.holder),
    ];
    cells.extend(holder.into_iter().flatten().map(PaperCell::text));
    cells.extend([
        text(&order.unwrap_or_default()),
        text(&short(row.issued_on)),
        text(&handover.map(|handover| received(handover, &row.holder, telling)).unwrap_or_default()),
        text(&handover.map(|handover| short(handover.on)).unwrap_or_default()),
        PaperCell::empty(),
        text(&notes(line, telling)),
    ]);
    PaperRow::plain(cells)
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

/// How long the entry is kept.
pub(super) fn kept(line: &Line, telling: Telling<'_>) -> Option<String> {
    let term = line.retention.as_deref()?;
    Some(telling.with("register-book-kept", &[("term", term)]))
}

/// What else the book says of a document: how it stands, what came in its place, losses, spoiled blanks.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_a_page_and_no_more() {
        let across = |columns: &[(&str, u16)]| columns.iter().map(|(_, width)| width).sum::<u16>();
        assert_eq!((across(&PLAIN), across(&DESCRIBED)), (273, 273), "a wider table is parted into two");
    }
}
