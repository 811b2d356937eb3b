//! The pages of entry: the condition of an edition, one's own way in, and the desk of those who decide.

use super::actions::{Desk, Own, Sheet, Way};
use super::rules::{Decision, Entry, LONGEST_ISSUER, LONGEST_NUMBER, LONGEST_REASON};
use super::store::ProofRow;
use crate::kernel::{Localised, OutsideProofId, Problem, ProgrammeId, dates};
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

mod samples;

/// The fields with faults, for the summary of a form.
fn faulty(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// What an edition asks of those who enter it.
#[derive(Debug, Serialize)]
pub struct ConditionPage {
    edition: String,
    edition_url: String,
    url: String,
    entry_url: Option<String>,
    desk_url: &'static str,
    wrong: Vec<Field>,
    programme: Field,
    programmes: Vec<Choice>,
}

impl ConditionPage {
    /// The page; with what was chosen, when that could not be.
    pub fn new(sheet: &Sheet, typed: Option<(&Form, &Problem)>, reader: &Reader) -> ConditionPage {
        let id = sheet.edition.id;
        let held = sheet.programme.map(|programme| programme.to_string()).unwrap_or_default();
        let programme = match typed {
            Some((form, problem)) => Field::typed("programme", form, problem),
            None => Field::filled("programme", held),
        };
        let choice = |(id, title): &(ProgrammeId, Localised)| {
            Choice::new(id, title.for_reader(reader.language), &programme.value)
        };
        ConditionPage {
            edition: sheet.edition.title.clone(),
            edition_url: paths::edition(id),
            url: paths::entry_condition(id),
            entry_url: sheet.programme.map(|_| paths::edition_entry(id)),
            desk_url: paths::OUTSIDE_PROOFS,
            wrong: faulty(&[&programme]),
            programmes: sheet.titles.iter().map(choice).collect(),
            programme,
        }
    }
}

impl View for ConditionPage {
    const TEMPLATE: &'static str = "pages/outside_proofs/condition";

    fn title(&self) -> Title {
        Title::key("entry-condition-title")
    }

    fn samples() -> Vec<ConditionPage> {
        let (reader, sheet) = (Reader::sample(), samples::sheet());
        let open = Sheet { programme: None, ..sheet.clone() };
        let form = Form::of(&[("programme", "9")]);
        vec![
            ConditionPage::new(&sheet, None, &reader),
            ConditionPage::new(&open, None, &reader),
            ConditionPage::new(&sheet, Some((&form, &samples::problem())), &reader),
        ]
    }
}

/// A state in words.
#[derive(Debug, Clone, Serialize)]
struct State {
    key: String,
    good: bool,
    number: Option<String>,
    reason: Option<String>,
}

impl State {
    fn new(entry: &Entry) -> State {
        let (number, reason) = match entry {
            Entry::Recognised(number) => (Some(number.clone()), None),
            Entry::Refused(reason) => (None, Some(reason.clone())),
            _ => (None, None),
        };
        State { key: format!("entry-state-{}", entry.word()), good: entry.admits(), number, reason }
    }
}

/// One's own way into an edition, and the form of a proof.
#[derive(Debug, Serialize)]
pub struct EntryPage {
    edition: String,
    term: String,
    programme: String,
    state: State,
    own_url: &'static str,
    form: Option<ProofForm>,
    wrong: Vec<Field>,
}

/// The form of a proof.
#[derive(Debug, Serialize)]
struct ProofForm {
    url: String,
    issuer: Field,
    number: Field,
    issued_on: Field,
    file: Field,
    longest_issuer: usize,
    longest_number: usize,
    most_bytes: usize,
    most_megabytes: usize,
}

impl EntryPage {
    /// The page; with what was typed, when that could not be. A file may have so many bytes.
    pub fn new(way: &Way, typed: Option<(&Form, &Problem)>, most_bytes: usize, reader: &Reader) -> EntryPage {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let (issuer, number, issued_on) = (field("issuer"), field("number"), field("issued_on"));
        // A file cannot be filled in again.
        let file = Field { value: String::new(), ..field("file") };
        let wrong = faulty(&[&file, &issuer, &number, &issued_on]);
        let form = (way.entry.asks() || typed.is_some()).then(|| ProofForm {
            url: paths::edition_entry(way.edition.id),
            issuer,
            number,
            issued_on,
            file,
            longest_issuer: LONGEST_ISSUER,
            longest_number: LONGEST_NUMBER,
            most_bytes,
            most_megabytes: most_bytes / (1024 * 1024),
        });
        EntryPage {
            edition: way.edition.title.clone(),
            term: dates::period(reader.language, way.edition.starts_on, way.edition.ends_on),
            programme: way.title.for_reader(reader.language).to_owned(),
            state: State::new(&way.entry),
            own_url: paths::OWN_PROOFS,
            form,
            wrong,
        }
    }
}

impl View for EntryPage {
    const TEMPLATE: &'static str = "pages/outside_proofs/entry";

    fn title(&self) -> Title {
        Title::key("entry-title")
    }

    fn samples() -> Vec<EntryPage> {
        let (reader, most) = (Reader::sample(), 20 * 1024 * 1024);
        let form = Form::of(&[("issuer", "МГУ"), ("issued_on", "31.02.2026")]);
        let problem = samples::problem();
        let mut pages: Vec<EntryPage> =
            samples::ways().iter().map(|way| EntryPage::new(way, None, most, &reader)).collect();
        let typed = samples::ways().into_iter().next_back();
        pages.extend(typed.map(|way| EntryPage::new(&way, Some((&form, &problem)), most, &reader)));
        pages
    }
}

/// A proof as a list shows it.
#[derive(Debug, Clone, Serialize)]
struct ProofLine {
    id: String,
    name: String,
    edition: String,
    programme: String,
    issuer: Option<String>,
    number: Option<String>,
    issued_on: Option<String>,
    file: Option<String>,
    file_url: String,
    sent: String,
    approved: bool,
    reason: Option<String>,
    decided: Option<String>,
}

impl ProofLine {
    fn new(row: &ProofRow, titles: &HashMap<ProgrammeId, Localised>, reader: &Reader) -> ProofLine {
        let at = |moment| dates::date_and_time(reader.language, moment, reader.zone);
        let reason = match &row.decision {
            Some((Decision::Refused(reason), _)) => Some(reason.clone()),
            _ => None,
        };
        ProofLine {
            id: format!("proof-{}", row.id),
            name: row.name.full(),
            edition: row.title.clone(),
            programme: titles
                .get(&row.programme)
                .map(|title| title.for_reader(reader.language).to_owned())
                .unwrap_or_default(),
            issuer: row.proof.issuer.clone(),
            number: row.proof.number.clone(),
            issued_on: row.proof.issued_on.map(|day| dates::date(reader.language, day)),
            file: row.file.clone(),
            file_url: paths::outside_proof_file(row.id),
            sent: at(row.sent_at),
            approved: matches!(row.decision, Some((Decision::Approved, _))),
            reason,
            decided: row.decision.as_ref().map(|(_, moment)| at(*moment)),
        }
    }
}

/// The editions that ask for a programme, and one's own proofs.
#[derive(Debug, Serialize)]
pub struct OwnPage {
    ways: Vec<WayLine>,
    proofs: Vec<ProofLine>,
    next_url: &'static str,
}

#[derive(Debug, Serialize)]
struct WayLine {
    edition: String,
    term: String,
    programme: String,
    state: State,
    url: String,
}

impl OwnPage {
    /// The page.
    pub fn new(own: &Own, reader: &Reader) -> OwnPage {
        let way = |way: &Way| WayLine {
            edition: way.edition.title.clone(),
            term: dates::period(reader.language, way.edition.starts_on, way.edition.ends_on),
            programme: way.title.for_reader(reader.language).to_owned(),
            state: State::new(&way.entry),
            url: paths::edition_entry(way.edition.id),
        };
        OwnPage {
            ways: own.ways.iter().map(way).collect(),
            proofs: own.proofs.iter().map(|row| ProofLine::new(row, &own.titles, reader)).collect(),
            next_url: paths::PROFILE,
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/outside_proofs/own";

    fn title(&self) -> Title {
        Title::key("entry-own-title")
    }

    fn samples() -> Vec<OwnPage> {
        let (reader, own) = (Reader::sample(), samples::own());
        let none = Own { ways: Vec::new(), proofs: Vec::new(), ..own.clone() };
        vec![OwnPage::new(&own, &reader), OwnPage::new(&none, &reader)]
    }
}

/// What was typed about which proof, and what is wrong with it.
pub type Refused<'a> = Option<(OutsideProofId, &'a Form, &'a Problem)>;

/// The proofs that wait for a decision, and those decided lately.
#[derive(Debug, Serialize)]
pub struct DeskPage {
    wrong: Vec<Field>,
    waiting: Vec<Waiting>,
    decided: Vec<ProofLine>,
    longest_reason: usize,
}

#[derive(Debug, Serialize)]
struct Waiting {
    proof: ProofLine,
    url: String,
    reason: Field,
}

impl DeskPage {
    /// The page; with what was typed about a proof, when that could not be.
    pub fn new(desk: &Desk, typed: Refused<'_>, reader: &Reader) -> DeskPage {
        let waiting = |row: &ProofRow| {
            let reason = match typed.filter(|(id, ..)| *id == row.id) {
                Some((_, form, problem)) => Field::typed("reason", form, problem),
                None => Field::empty("reason"),
            };
            Waiting {
                proof: ProofLine::new(row, &desk.titles, reader),
                url: paths::outside_proof_decisions(row.id),
                reason: Field { id: format!("field-reason-{}", row.id), ..reason },
            }
        };
        let waiting: Vec<Waiting> = desk.waiting.iter().map(waiting).collect();
        let reasons: Vec<&Field> = waiting.iter().map(|one| &one.reason).collect();
        DeskPage {
            wrong: faulty(&reasons),
            decided: desk.decided.iter().map(|row| ProofLine::new(row, &desk.titles, reader)).collect(),
            longest_reason: LONGEST_REASON,
            waiting,
        }
    }
}

impl View for DeskPage {
    const TEMPLATE: &'static str = "pages/outside_proofs/desk";

    fn title(&self) -> Title {
        Title::key("entry-desk-title")
    }

    fn samples() -> Vec<DeskPage> {
        let (reader, desk) = (Reader::sample(), samples::desk());
        let none = Desk { waiting: Vec::new(), decided: Vec::new(), ..desk.clone() };
        let (form, problem) = (Form::of(&[("reason", "")]), samples::problem());
        let typed = desk.waiting.first().map(|row| (row.id, &form, &problem));
        vec![
            DeskPage::new(&desk, None, &reader),
            DeskPage::new(&none, None, &reader),
            DeskPage::new(&desk, typed, &reader),
        ]
    }
}
