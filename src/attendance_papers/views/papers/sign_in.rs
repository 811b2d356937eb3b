//! The sheet that people sign at a session (L6), with room for guests (L7).

use super::super::wording::day;
use super::{About, Ready, Wording};
use crate::attendance::actions::OnSheet;
use crate::attendance_papers::actions::SignIn;
use crate::kernel::{Moment, PersonName};
use crate::printing::table_paper::{
    PaperCell, PaperColumn, PaperRow, PaperTable, RowKind, Side, SignatureLine,
};

/// For how many guests there is room.
const GUESTS: usize = 5;

/// The sheet of a session. `programme` is not printed beside the topic: the sheet is for one day.
pub fn sign_in(signing: &SignIn, wording: Wording<'_>, now: Moment) -> Ready {
    let sheet = &signing.sheet;
    let row = &sheet.session;
    let title = sheet.activity.title.0.for_reader(wording.language);
    let about = About { organisation: &signing.organisation, edition: &sheet.edition, programme: title };
    let mut paper = about.paper("attendance-papers-sign-in-title", wording, now);
    let when = format!("{}, {}", day(row.held_on), wording.times(row));
    paper.subtitle = Some(title.to_owned());
    paper.running = format!("{} · {title} · {when}", paper.title);
    paper.facts = vec![
        (wording.say("attendance-papers-edition"), sheet.edition.title.clone()),
        (wording.say("attendance-papers-when"), when),
        about.zone(wording, now),
    ];
    let place = row.place.clone().unwrap_or_else(|| wording.mode(row.mode));
    paper.facts.push((wording.say("attendance-papers-place"), place));
    let trainer = sheet.trainer.as_ref().map(PersonName::surname_and_initials);
    paper.facts.extend(trainer.clone().map(|name| (wording.say("attendance-papers-trainer"), name)));
    paper.tables = vec![people(&sheet.people, wording), guests(wording)];
    paper.signatures = vec![
        SignatureLine { label: wording.say("attendance-papers-signed-count"), name: None },
        SignatureLine { label: wording.say("attendance-papers-trainer"), name: trainer },
    ];
    let mut ready = about.ready(paper, wording, now);
    ready.file = format!("{} – {title} – {}", ready.paper.title, day(row.held_on));
    ready
}

fn columns(wording: Wording<'_>) -> Vec<PaperColumn> {
    vec![
        PaperColumn::of("№", 10, Side::Right),
        PaperColumn::words(wording.say("attendance-papers-person-full"), 4),
        PaperColumn::words(wording.say("attendance-papers-organisation"), 3),
        PaperColumn::of(wording.say("attendance-papers-signature"), 48, Side::Left),
    ]
}

fn people(people: &[OnSheet], wording: Wording<'_>) -> PaperTable {
    let line = |(number, one): (usize, &OnSheet)| {
        let organisation = one.person.organisation.clone().unwrap_or_default();
        room(vec![
            PaperCell::number(number),
            PaperCell::text(one.person.name.full()),
            PaperCell::text(organisation),
            PaperCell::empty(),
        ])
    };
    table(wording.say("attendance-papers-sheet-people"), None, wording, (1..).zip(people).map(line).collect())
}

fn guests(wording: Wording<'_>) -> PaperTable {
    let title = wording.say("attendance-papers-guests");
    let line = |number| {
        room(vec![PaperCell::number(number), PaperCell::empty(), PaperCell::empty(), PaperCell::empty()])
    };
    table(title.clone(), Some(title), wording, (1..=GUESTS).map(line).collect())
}

fn room(cells: Vec<PaperCell>) -> PaperRow {
    PaperRow { kind: RowKind::Tall, cells }
}

fn table(name: String, caption: Option<String>, wording: Wording<'_>, rows: Vec<PaperRow>) -> PaperTable {
    let (fixed, together, workbook_only) = (2, 0, false);
    PaperTable { name, caption, columns: columns(wording), rows, fixed, together, workbook_only }
}
