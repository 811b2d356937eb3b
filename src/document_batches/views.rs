//! Pages of batches: the list, and one with its progress.

use super::actions::{Lines, Listed, Shown};
use super::rules::{State, Trouble};
use super::store::{ArchiveRow, Member, Tally};
use crate::kernel::{
    BatchPersonId, DocumentBatchId, DocumentId, EditionId, EnrolmentId, Fault, ProblemCode, dates,
};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The batches of the reader's organisations, or of one edition.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPage {
    edition: Option<Link>,
    letters_url: &'static str,
    rows: Vec<Line>,
    next_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    text: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    url: String,
    kind_key: String,
    edition: Option<Link>,
    started: String,
    by: String,
    issued: i64,
    people: i64,
    refused: i64,
    state_key: String,
    good: bool,
    attention: bool,
}

fn kind_key(kind: DocumentKind) -> String {
    format!("documents-kind-{}", kind.as_str())
}

fn edition_of(listed: &Listed) -> Option<Link> {
    let (id, title) = listed.row.edition_id.zip(listed.edition.as_ref())?;
    Some(Link { text: title.clone(), url: paths::edition(id) })
}

impl IndexPage {
    /// The list for a reader.
    pub fn new(rows: &[Listed], edition: Option<EditionId>, more: bool, reader: &Reader) -> IndexPage {
        let line = |one: &Listed| Line {
            url: paths::document_batch(one.row.id),
            kind_key: kind_key(one.row.kind),
            edition: edition_of(one),
            started: dates::date_and_time(reader.language, one.row.started_at, reader.zone),
            by: one.by.surname_and_initials(),
            issued: one.tally.issued + one.tally.kept,
            people: one.tally.people,
            refused: one.tally.refused,
            state_key: format!("document-batches-state-{}", one.state.as_str()),
            good: one.state == State::Done,
            attention: one.state == State::Stopped,
        };
        let last = rows.last().filter(|_| more).map(|one| one.row.id);
        IndexPage {
            edition: rows.first().filter(|_| edition.is_some()).and_then(edition_of),
            letters_url: paths::LETTERS,
            next_url: last.map(|last| paths::document_batches_after(last, edition)),
            rows: rows.iter().map(line).collect(),
        }
    }
}

impl View for IndexPage {
    const TEMPLATE: &'static str = "pages/document_batches/index";

    fn title(&self) -> Title {
        Title::key("document-batches-title")
    }

    fn samples() -> Vec<IndexPage> {
        let reader = Reader::sample();
        let rows = [sample(State::Issuing), sample(State::Stopped), sample(State::Done)];
        vec![
            IndexPage::new(&rows, None, true, &reader),
            IndexPage::new(&rows, Some(EditionId(1)), false, &reader),
            IndexPage::new(&[], None, false, &reader),
        ]
    }
}

/// Those who are refused, in the address of a page.
pub const REFUSED: &str = "refused";
/// Those who have a document, in the address of a page.
pub const PAPERS: &str = "papers";

/// The lists of people that a page shows; of one that is missing only the way to it.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Those who are refused.
    pub refused: Option<Lines>,
    /// Those who have a document.
    pub papers: Option<Lines>,
}

/// One batch.
#[derive(Debug, Clone, Serialize)]
pub struct ShowPage {
    index_url: &'static str,
    refresh_url: String,
    /// Whether a script brings it up to date by itself.
    polled: bool,
    kind_key: String,
    edition: Option<Link>,
    started: String,
    by: String,
    issued_on: String,
    working: bool,
    packing: bool,
    stopped: bool,
    done: bool,
    decided: i64,
    people: i64,
    issued: i64,
    kept: i64,
    refused_count: i64,
    waiting: i64,
    trouble: Option<Said>,
    too_large: bool,
    continuation_url: String,
    archive: Option<Archive>,
    refused: Vec<Refused>,
    /// The next page of those who are refused, or all of them.
    refused_url: Option<String>,
    papers: Vec<Paper>,
    papers_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Said {
    title_key: String,
    faults: Vec<Fault>,
}

#[derive(Debug, Clone, Serialize)]
struct Archive {
    url: String,
    files: i32,
    megabytes: String,
    made: String,
    sha256: String,
}

#[derive(Debug, Clone, Serialize)]
struct Refused {
    name: String,
    faults: Vec<Fault>,
}

#[derive(Debug, Clone, Serialize)]
struct Paper {
    name: String,
    number: String,
    url: String,
    kept: bool,
}

/// Tenths of a megabyte, as people read the size of a file.
fn megabytes(bytes: i64) -> String {
    let tenths = (bytes.max(0) / 100_000).max(1);
    format!("{},{}", tenths / 10, tenths % 10)
}

impl ShowPage {
    /// A batch for a reader.
    pub fn new(shown: &Shown, lists: &Lists, reader: &Reader) -> ShowPage {
        let Listed { row, tally, state, .. } = &shown.listed;
        let working = matches!(state, State::Issuing | State::Packing);
        let asked = lists.refused.is_some() || lists.papers.is_some();
        // To go on would end the same way: everybody has their document, and no archive holds them all.
        let too_large = |trouble: &Trouble| trouble.code == ProblemCode::ArchiveTooLarge.as_str();
        let too_large = *state == State::Stopped && shown.trouble.as_ref().is_some_and(too_large);
        let said = |trouble: &Trouble| Said {
            title_key: format!("problem-{}", trouble.code),
            faults: trouble.faults.clone(),
        };
        ShowPage {
            index_url: paths::DOCUMENT_BATCHES,
            refresh_url: paths::document_batch(row.id),
            kind_key: kind_key(row.kind),
            edition: edition_of(&shown.listed),
            started: dates::date_and_time(reader.language, row.started_at, reader.zone),
            by: shown.listed.by.surname_and_initials(),
            issued_on: dates::date(reader.language, row.issued_on),
            working,
            polled: working && !asked,
            packing: *state == State::Packing,
            stopped: *state == State::Stopped && !too_large,
            too_large,
            done: *state == State::Done,
            decided: tally.people - tally.waiting(),
            people: tally.people,
            issued: tally.issued,
            kept: tally.kept,
            refused_count: tally.refused,
            waiting: tally.waiting(),
            trouble: shown.trouble.as_ref().filter(|_| *state != State::Done).map(said),
            continuation_url: paths::document_batch_continuation(row.id),
            archive: shown.listed.archive.as_ref().map(|archive| archive_of(archive, reader)),
            refused: refused(shown, lists),
            refused_url: further(row.id, REFUSED, lists.refused.as_ref(), tally.refused),
            papers: papers(lists),
            papers_url: further(row.id, PAPERS, lists.papers.as_ref(), tally.issued + tally.kept),
        }
    }
}

/// Where a list goes on; where it is not shown, where it begins.
fn further(id: DocumentBatchId, word: &str, lines: Option<&Lines>, count: i64) -> Option<String> {
    let after = match lines {
        Some(lines) => lines.next,
        None => (count > 0).then_some(BatchPersonId(0)),
    };
    after.map(|after| paths::document_batch_people(id, word, after))
}

fn archive_of(row: &ArchiveRow, reader: &Reader) -> Archive {
    Archive {
        url: paths::document_batch_archive(row.batch_id),
        files: row.files,
        megabytes: megabytes(row.size),
        made: dates::date_and_time(reader.language, row.made_at, reader.zone),
        sha256: row.sha256.clone(),
    }
}

/// Who is refused: a page of them, or while work goes on the newest.
fn refused(shown: &Shown, lists: &Lists) -> Vec<Refused> {
    let one = |one: &Member| Refused { name: one.name.full(), faults: Shown::refusal(one) };
    match lists {
        Lists { refused: Some(lines), .. } => lines.people.iter().map(one).collect(),
        Lists { papers: Some(_), .. } => Vec::new(),
        Lists { .. } => shown.newest.iter().map(one).collect(),
    }
}

fn papers(lists: &Lists) -> Vec<Paper> {
    let paper = |one: &Member| {
        let (id, number, kept) = one.document.clone()?;
        Some(Paper { name: one.name.full(), number, url: paths::document(id), kept })
    };
    lists.papers.iter().flat_map(|lines| lines.people.iter().filter_map(paper)).collect()
}

impl View for ShowPage {
    const TEMPLATE: &'static str = "pages/document_batches/show";

    fn title(&self) -> Title {
        Title::key("document-batches-one")
    }

    fn samples() -> Vec<ShowPage> {
        let reader = Reader::sample();
        let shown = |state| Shown {
            listed: sample(state),
            newest: members().into_iter().filter(|one| one.refusal.is_some()).collect(),
            runs: 1,
            trouble: (state == State::Stopped).then(|| Trouble {
                code: "invalid".into(),
                faults: vec![Fault::new("issuer.city", "document-issuer-city").with("name", "Центр")],
            }),
        };
        let states = [State::Issuing, State::Stopped, State::Packing, State::Done];
        let lines = |next| Some(Lines { people: members(), next });
        let turned = members().into_iter().filter(|one| one.refusal.is_some()).collect::<Vec<_>>();
        let lists = |state| match state {
            State::Issuing | State::Packing => Lists::default(),
            _ => Lists {
                refused: Some(Lines { people: turned.clone(), next: None }),
                papers: lines(Some(BatchPersonId(4))),
            },
        };
        let mut pages: Vec<ShowPage> =
            states.map(|state| ShowPage::new(&shown(state), &lists(state), &reader)).into();
        let further = Lists { refused: None, papers: lines(None) };
        pages.push(ShowPage::new(&shown(State::Issuing), &further, &reader));
        let trouble = Trouble { code: ProblemCode::ArchiveTooLarge.as_str().into(), faults: Vec::new() };
        let stopped = Shown { trouble: Some(trouble), ..shown(State::Stopped) };
        pages.push(ShowPage::new(&stopped, &lists(State::Stopped), &reader));
        pages
    }
}

fn sample(state: State) -> Listed {
    use crate::kernel::{Moment, OrganisationId, PersonId, PersonName};
    let at = Moment::from_utc(Default::default());
    let row = super::store::BatchRow {
        id: DocumentBatchId(7),
        organisation_id: OrganisationId(1),
        edition_id: Some(EditionId(1)),
        kind: DocumentKind::AdvancedTrainingCertificate,
        issued_on: Default::default(),
        qualification: None,
        despite: None,
        letter: None,
        started_at: at,
        started_by: PersonId(1),
    };
    let archive = ArchiveRow {
        batch_id: row.id,
        files: 58,
        made_at: at,
        storage_key: "ab/ab".into(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        size: 3_456_789,
        name: "documents.zip".into(),
    };
    Listed {
        row,
        edition: Some("Осенний поток".into()),
        by: PersonName::new("Рябинина", "Инна", Some("Павловна")),
        tally: Tally { people: 60, issued: 37, kept: 1, refused: 2 },
        state,
        archive: (state == State::Done).then_some(archive),
    }
}

fn members() -> Vec<super::store::Member> {
    use crate::kernel::{PersonId, PersonName};
    let faults = [Fault::new("enrolments.2", "document-not-enrolled")];
    let member = |id, surname: &str, document, refusal: Option<String>| super::store::Member {
        place: BatchPersonId(id),
        person: PersonId(id),
        name: PersonName::new(surname, "Әлия", None),
        enrolment: Some(EnrolmentId(id)),
        document,
        refusal,
    };
    vec![
        member(1, "Құрманғазы", Some((DocumentId(1), "УПК-2026/0042".into(), false)), None),
        member(2, "Сидорова", None, serde_json::to_string(&faults).ok()),
        member(3, "Ахметова", Some((DocumentId(2), "УПК-2026/0007".into(), true)), None),
        member(4, "Ждущая", None, None),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_read_in_megabytes() {
        assert_eq!(super::megabytes(3_456_789), "3,4");
        assert_eq!(super::megabytes(10), "0,1");
    }
}
