//! The matrix of people and sessions: letters with their minutes, sums each way, corrections below, sheets that wait for
//! marks, and the papers. On a narrow page the people are a list, and each opens their own page.

mod rows;
mod samples;

pub(super) use rows::words;

use super::Wording;
use super::links::Offer;
use super::wording::{in_one_year, letter_key, meaning_key, short_day};
use crate::attendance::views::When;
use crate::attendance_papers::actions::{Column, Matrix, Span};
use crate::attendance_papers::rules::choice::{Choice as Chosen, STATE_LANGUAGES};
use crate::attendance_papers::rules::matrix::Letter;
use crate::kernel::EditionId;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// How many people stand on a page.
pub const PAGE: usize = 50;

/// The page.
#[derive(Debug, Serialize)]
pub struct MatrixPage {
    crumbs: Vec<Crumb>,
    edition: String,
    own_people: bool,
    filter_url: String,
    module: Field,
    modules: Vec<Choice>,
    month: Field,
    months: Vec<Choice>,
    narrowed: bool,
    legend: Vec<Sign>,
    heads: Vec<Head>,
    rows: Vec<Line>,
    sums: Vec<Sum>,
    people: usize,
    shown: String,
    previous_url: Option<String>,
    next_url: Option<String>,
    corrections: Vec<String>,
    unmarked: Vec<Unmarked>,
    offers: Vec<Offer>,
    sessions_url: Option<String>,
    enrol_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// A letter and what it stands for.
#[derive(Debug, Clone, Serialize)]
struct Sign {
    sign: String,
    means: String,
}

/// The head of a session's column.
#[derive(Debug, Clone, Serialize)]
struct Head {
    number: usize,
    date: String,
    time: String,
    title: String,
    url: Option<String>,
}

/// A person.
#[derive(Debug, Clone, Serialize)]
struct Line {
    name: String,
    note: Option<String>,
    url: String,
    cells: Vec<Square>,
    attended: String,
    credited: i32,
    in_person: i32,
    online: i32,
    of_held: String,
    of_planned: String,
}

/// A cell: letters, minutes, the word for online, numbers of corrections, and all of it in words.
#[derive(Debug, Clone, Default, Serialize)]
struct Square {
    letters: String,
    minutes: Option<i32>,
    online: bool,
    notes: Option<String>,
    words: String,
}

/// A line below the people.
#[derive(Debug, Clone, Serialize)]
struct Sum {
    label_key: &'static str,
    values: Vec<String>,
}

/// A sheet that is not complete.
#[derive(Debug, Serialize)]
struct Unmarked {
    title: String,
    when: When,
    missing: i64,
    url: String,
}

impl MatrixPage {
    /// The page from a place in the list on.
    pub fn new(matrix: &Matrix, span: Span, (reader, wording): (&Reader, Wording<'_>)) -> MatrixPage {
        let (edition, everyone) = (matrix.edition.id, matrix.everyone);
        let mut corrections = Vec::new();
        let rows = matrix.rows.iter().map(|row| rows::line(row, matrix, wording, &mut corrections)).collect();
        let waiting = matrix.columns.iter().filter(|column| column.missing > 0);
        let (fields, last) = (fields(&matrix.choice), span.from + matrix.rows.len());
        let chosen = |name: &str| {
            fields
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default()
        };
        MatrixPage {
            crumbs: vec![Crumb { label: matrix.edition.title.clone(), url: paths::edition(edition) }],
            edition: matrix.edition.title.clone(),
            own_people: !everyone,
            filter_url: paths::attendance_matrix(edition),
            module: Field::filled("module", chosen("module")),
            modules: modules(matrix, &chosen("module"), wording),
            month: Field::filled("month", chosen("month")),
            months: months(matrix, &chosen("month"), wording),
            narrowed: matrix.choice.narrows(),
            legend: legend(wording),
            heads: heads(matrix, wording),
            rows,
            sums: sums(matrix),
            people: matrix.people,
            shown: format!("{}–{last}", span.from + 1),
            previous_url: (span.from > 0).then(|| at(edition, &fields, span.from.saturating_sub(PAGE))),
            next_url: (last < matrix.people).then(|| at(edition, &fields, last)),
            corrections,
            unmarked: waiting.map(|column| unmarked(column, reader, wording)).collect(),
            offers: offers(matrix, &fields, wording),
            sessions_url: everyone.then(|| paths::edition_sessions(edition)),
            enrol_url: everyone.then(|| paths::enrolments(edition)),
        }
    }
}

/// What was chosen, as addresses spell it.
fn fields(choice: &Chosen) -> Vec<(&'static str, String)> {
    let module = choice.module.map(|module| ("module", module.to_string()));
    let month = choice.month.map(|month| ("month", month.text()));
    module.into_iter().chain(month).collect()
}

fn borrowed<'f>(fields: &'f [(&'static str, String)]) -> Vec<(&'f str, &'f str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn at(edition: EditionId, fields: &[(&'static str, String)], from: usize) -> String {
    let from = from.to_string();
    let mut all = borrowed(fields);
    all.push(("from", &from));
    paths::attendance_asking(&paths::attendance_matrix(edition), &all)
}

fn modules(matrix: &Matrix, chosen: &str, wording: Wording<'_>) -> Vec<Choice> {
    let titled = matrix.modules.iter().filter(|(_, title)| !title.for_reader(wording.language).is_empty());
    titled.map(|(id, title)| Choice::new(id, title.for_reader(wording.language), chosen)).collect()
}

fn months(matrix: &Matrix, chosen: &str, wording: Wording<'_>) -> Vec<Choice> {
    let named = matrix.months.iter().filter_map(|month| Some((month, month.first_day()?)));
    named.map(|(month, first)| Choice::new(month.text(), wording.month(first), chosen)).collect()
}

/// What the letters stand for.
fn legend(wording: Wording<'_>) -> Vec<Sign> {
    let sign = |sign: &str, means: &str| Sign { sign: wording.say(sign), means: wording.say(means) };
    let letters = Letter::ALL.iter().map(|letter| sign(letter_key(*letter), meaning_key(*letter)));
    let more = [
        ("attendance-papers-letter-made-up", "attendance-papers-means-made-up"),
        ("attendance-papers-letter-unmarked", "attendance-papers-means-unmarked"),
        ("attendance-papers-letter-not-asked", "attendance-papers-means-not-asked"),
    ];
    letters.chain(more.map(|(letter, means)| sign(letter, means))).collect()
}

fn heads(matrix: &Matrix, wording: Wording<'_>) -> Vec<Head> {
    let one_year = in_one_year(&matrix.columns);
    let head = |column: &Column| Head {
        number: column.number,
        date: short_day(column.row.held_on, one_year),
        time: column.row.starts_local.format("%H:%M").to_string(),
        title: format!("{}. {}", wording.title(column), wording.minutes(column.slot.worth)),
        url: matrix.everyone.then(|| paths::session(column.row.id)),
    };
    matrix.columns.iter().map(head).collect()
}

fn sums(matrix: &Matrix) -> Vec<Sum> {
    let sum = |label_key: &'static str, value: &dyn Fn(&Column) -> String| Sum {
        label_key,
        values: matrix.columns.iter().map(value).collect(),
    };
    let mut sums = vec![
        sum("attendance-papers-there", &|one| format!("{} / {}", one.counts.there(), one.expected)),
        sum("attendance-papers-there-in-person", &|one| one.counts.in_person.to_string()),
        sum("attendance-papers-there-online", &|one| one.counts.online.to_string()),
        sum("attendance-papers-excused", &|one| one.counts.excused.to_string()),
        sum("attendance-papers-absent", &|one| one.counts.absent.to_string()),
        sum("attendance-papers-sum", &|one| one.counts.minutes.to_string()),
    ];
    if matrix.everyone {
        sums.insert(5, sum("attendance-papers-missing", &|one| one.missing.to_string()));
    }
    sums
}

fn unmarked(column: &Column, reader: &Reader, wording: Wording<'_>) -> Unmarked {
    Unmarked {
        title: wording.title(column).to_owned(),
        when: When::new(&column.row, reader),
        missing: column.missing,
        url: paths::session(column.row.id),
    }
}

fn offers(matrix: &Matrix, fields: &[(&'static str, String)], wording: Wording<'_>) -> Vec<Offer> {
    let (edition, fields) = (matrix.edition.id, borrowed(fields));
    let note = match (matrix.everyone, matrix.choice.narrows()) {
        (false, _) => Some("attendance-papers-journal-own"),
        (true, true) => Some("attendance-papers-journal-narrowed"),
        (true, false) => None,
    };
    let journal = |paper: &str| paths::journal_paper(edition, paper);
    let schedule = |paper: &str| paths::schedule_paper(edition, paper);
    vec![
        Offer::new(("attendance-papers-journal-title", note), &STATE_LANGUAGES, journal, &fields, wording),
        Offer::new(("attendance-papers-schedule-title", None), &STATE_LANGUAGES, schedule, &[], wording),
    ]
}

impl View for MatrixPage {
    const TEMPLATE: &'static str = "pages/attendance_papers/matrix";

    fn title(&self) -> Title {
        Title::key("attendance-papers-title")
    }

    fn samples() -> Vec<MatrixPage> {
        samples::pages()
    }
}
