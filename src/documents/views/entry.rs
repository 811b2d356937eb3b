//! The entry of a document in the register book: handing over, losses, blanks, and how often it was looked up.

use super::book::{Telling, citizenship, kept, received};
use super::handing::HandingForm;
use super::kind_key;
use super::register::standing_key;
use crate::documents::actions::register::Entry;
use crate::documents::rules::Standing;
use crate::identities::rules::Sex;
use crate::identities::views::sex_key;
use crate::kernel::{DocumentId, Fault, PersonId, PersonName, Problem, Word as _, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::stock::said;
use crate::render::Words;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct EntryPage {
    number: String,
    holder: String,
    kind_key: String,
    standing_key: String,
    valid: bool,
    register_url: &'static str,
    document_url: String,
    signatures_url: String,
    /// What the template said, where the paper could not be printed; nothing for nearly all.
    unprinted: Vec<Fault>,
    blank: Option<String>,
    /// How long the entry is kept.
    kept: Option<String>,
    spoiled: Vec<String>,
    /// What the book says of the holder; nothing where the kind of paper has it say nothing.
    about: Option<About>,
    handovers: Vec<Happened>,
    losses: Vec<Happened>,
    counts: Vec<Count>,
    checks: Vec<Check>,
    fields: Vec<Field>,
    handing: Option<HandingForm>,
    losses_url: String,
    lost_on: Field,
    loss_note: Field,
}

/// Each is nothing while it is not recorded.
#[derive(Debug, Clone, Serialize)]
struct About {
    born_on: Option<String>,
    sex_key: Option<&'static str>,
    passport: Option<String>,
    citizenship: Option<String>,
    identity_url: String,
}

impl About {
    fn sample() -> About {
        About {
            born_on: Some("15 марта 1990 г.".into()),
            sex_key: Some(sex_key(Sex::Female)),
            passport: Some("4510 123456".into()),
            citizenship: Some("Казахстан".into()),
            identity_url: paths::person_identity(PersonId(7)),
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct Happened {
    on: String,
    what: String,
    by: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Count {
    way_key: String,
    times: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Check {
    at: String,
    way_key: String,
    outcome_key: String,
    times: i32,
}

/// Which form of the page was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Handing over.
    Handing,
    /// A loss.
    Loss,
}

/// What was typed into which form, and what is wrong with it.
pub type Typed<'a> = Option<(Refused, &'a Form, &'a Problem)>;

impl EntryPage {
    /// The page; with what was typed into the form that was refused.
    pub fn new(entry: &Entry, typed: Typed<'_>, reader: &Reader, words: &Words) -> EntryPage {
        let (line, telling) = (&entry.line, Telling { words, reader: *reader });
        let (row, standing) = (&line.row, line.row.standing());
        let valid = standing == Standing::Valid;
        let of = |wanted: Refused| {
            typed.filter(|(refused, _, _)| *refused == wanted).map(|(_, form, problem)| (form, problem))
        };
        let handing = valid.then(|| {
            let say = |key: &str| telling.say(key);
            HandingForm::new(paths::document_handovers(row.id), of(Refused::Handing), &say)
        });
        let field = |name: &str| match of(Refused::Loss) {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (lost_on, loss_note) = (field("lost_on"), field("loss_note"));
        let mut fields = handing.as_ref().map(HandingForm::faulty).unwrap_or_default();
        fields.extend([&lost_on, &loss_note].into_iter().filter(|one| !one.faults.is_empty()).cloned());
        EntryPage {
            number: row.number.clone(),
            holder: row.holder.clone(),
            kind_key: kind_key(row.kind),
            standing_key: standing_key(standing),
            valid,
            register_url: paths::REGISTER,
            document_url: paths::document(row.id),
            signatures_url: paths::document_signatures(row.id),
            unprinted: entry.unprinted.as_ref().map(|one| one.faults.clone()).unwrap_or_default(),
            blank: line.blank.as_ref().map(|(series, number)| said(Some(series), number)),
            kept: kept(line, telling),
            spoiled: line.spoiled.clone(),
            about: line.described.then(|| about(entry, telling)),
            handovers: handovers(entry, telling),
            losses: losses(entry, reader),
            counts: entry
                .counts
                .iter()
                .map(|(way, times)| Count { way_key: check_key(way.as_str()), times: *times })
                .collect(),
            checks: checks(entry, reader),
            fields,
            handing,
            losses_url: paths::document_losses(row.id),
            lost_on,
            loss_note,
        }
    }
}

fn about(entry: &Entry, telling: Telling<'_>) -> About {
    let holder = entry.holder.clone().unwrap_or_default();
    About {
        born_on: holder.born_on.map(|day| dates::date(telling.reader.language, day)),
        sex_key: holder.sex.map(sex_key),
        passport: holder.passport,
        citizenship: holder.citizenship.map(|code| citizenship(&code, telling)),
        identity_url: paths::person_identity(entry.line.row.person_id),
    }
}

/// Who received the paper, and how.
fn handovers(entry: &Entry, telling: Telling<'_>) -> Vec<Happened> {
    let happened = entry.handovers.iter().map(|handover| Happened {
        on: dates::date(telling.reader.language, handover.on),
        what: received(handover, &entry.line.row.holder, telling),
        by: handover.by.and_then(|by| named(entry, by)),
    });
    happened.collect()
}

/// What was told of its loss.
fn losses(entry: &Entry, reader: &Reader) -> Vec<Happened> {
    let happened = entry.line.losses.iter().map(|loss| Happened {
        on: dates::date(reader.language, loss.on),
        what: loss.note.clone(),
        by: loss.by.and_then(|by| named(entry, by)),
    });
    happened.collect()
}

fn checks(entry: &Entry, reader: &Reader) -> Vec<Check> {
    let check = entry.checks.iter().map(|check| Check {
        at: dates::date_and_time(reader.language, check.at, reader.zone),
        way_key: check_key(check.way.as_str()),
        outcome_key: standing_key(check.outcome),
        times: check.times,
    });
    check.collect()
}

fn named(entry: &Entry, who: PersonId) -> Option<String> {
    entry.names.get(&who).map(PersonName::full)
}

fn check_key(word: &str) -> String {
    format!("register-book-check-{word}")
}

impl View for EntryPage {
    const TEMPLATE: &'static str = "pages/documents/entry";

    fn title(&self) -> Title {
        Title::text(&self.number)
    }

    fn samples() -> Vec<EntryPage> {
        let say = |key: &str| key.to_owned();
        let happened = |by: Option<&str>| Happened {
            on: "22 ноября 2026 г.".into(),
            what: "Лично".into(),
            by: by.map(str::to_owned),
        };
        let full = EntryPage {
            number: "УПК-2026/0042".into(),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            standing_key: standing_key(Standing::Valid),
            valid: true,
            register_url: paths::REGISTER,
            document_url: paths::document(DocumentId(1)),
            signatures_url: paths::document_signatures(DocumentId(1)),
            unprinted: Vec::new(),
            blank: Some("АБ 000008".into()),
            kept: Some("хранится: 75 лет".into()),
            spoiled: vec!["АБ 000007".into()],
            about: Some(About::sample()),
            handovers: vec![happened(Some("Рябинина Ирина Павловна")), happened(None)],
            losses: vec![happened(None)],
            counts: ["code", "number", "program"]
                .map(|word| Count { way_key: check_key(word), times: 3 })
                .into(),
            checks: vec![Check {
                at: "22 ноября 2026 г., 14:02".into(),
                way_key: check_key("code"),
                outcome_key: standing_key(Standing::Valid),
                times: 2,
            }],
            fields: Vec::new(),
            handing: Some(HandingForm::new(paths::document_handovers(DocumentId(1)), None, &say)),
            losses_url: paths::document_losses(DocumentId(1)),
            lost_on: Field::empty("lost_on"),
            loss_note: Field::empty("loss_note"),
        };
        let unknown =
            About { born_on: None, sex_key: None, passport: None, citizenship: None, ..About::sample() };
        let fault = Fault::new("source", "paper-template-too-tall").with("place", "template.typ:4");
        let unrecorded = EntryPage { about: Some(unknown), unprinted: vec![fault], ..full.clone() };
        let bare = EntryPage {
            about: None,
            valid: false,
            standing_key: standing_key(Standing::Revoked),
            blank: None,
            kept: None,
            spoiled: Vec::new(),
            handovers: Vec::new(),
            losses: Vec::new(),
            counts: Vec::new(),
            checks: Vec::new(),
            handing: None,
            ..full.clone()
        };
        vec![full, unrecorded, bare]
    }
}
