//! The attendance of one person in words: every session with what the sheet says, what it credits, and what it said
//! before; and the papers that the person can take to an employer.

use super::Wording;
use super::links::Offer;
use super::matrix::words;
use crate::attendance::views::When;
use crate::attendance_papers::actions::{Column, PersonMatrix, Reading};
use crate::attendance_papers::rules::matrix::{Cell, Marked};
use crate::kernel::{Language, Minutes, PersonName};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct PersonPage {
    crumbs: Vec<Crumb>,
    name: String,
    eyebrow: String,
    own: bool,
    facts: Vec<Fact>,
    sessions: Vec<Line>,
    offers: Vec<Offer>,
}

#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Fact {
    label: String,
    value: String,
}

/// A session of the person.
#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    title: String,
    when: When,
    mode: String,
    trainer: Option<String>,
    marked: Option<Said>,
    state_key: Option<&'static str>,
    open: bool,
    url: Option<String>,
}

/// A mark in words.
#[derive(Debug, Serialize)]
struct Said {
    text: String,
    good: bool,
    details: String,
}

impl PersonPage {
    /// The page.
    pub fn new(matrix: &PersonMatrix, (reader, wording): (&Reader, Wording<'_>)) -> PersonPage {
        let own = matrix.reading == Reading::Own;
        let lines = matrix.columns.iter().zip(&matrix.row.cells);
        PersonPage {
            crumbs: crumbs(matrix, wording),
            name: matrix.row.person.name.full(),
            eyebrow: matrix.edition.title.clone(),
            own,
            facts: facts(matrix, wording),
            sessions: lines
                .filter(|(_, cell)| **cell != Cell::NotAsked)
                .map(|(column, cell)| line((column, cell), matrix, (reader, wording)))
                .collect(),
            offers: if matrix.reading == Reading::Coordinator { Vec::new() } else { offers(matrix, wording) },
        }
    }
}

fn crumbs(matrix: &PersonMatrix, wording: Wording<'_>) -> Vec<Crumb> {
    let (edition, enrolment) = (&matrix.edition, matrix.row.person.enrolment);
    if matrix.reading == Reading::Own {
        return vec![
            Crumb { label: edition.title.clone(), url: paths::course(enrolment) },
            Crumb { label: wording.say("progress-hours-title"), url: paths::MY_HOURS.to_owned() },
        ];
    }
    vec![
        Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
        Crumb { label: wording.say("attendance-papers-title"), url: paths::attendance_matrix(edition.id) },
    ]
}

fn facts(matrix: &PersonMatrix, wording: Wording<'_>) -> Vec<Fact> {
    let totals = &matrix.row.totals;
    let of = [("attended", totals.attended.to_string()), ("held", totals.sessions.to_string())];
    let of: Vec<(&str, &str)> = of.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fact = |key: &str, value: String| Fact { label: wording.say(key), value };
    let mut facts = vec![
        fact("attendance-papers-sessions", wording.with("attendance-papers-attended-of", &of)),
        fact("attendance-papers-credited", wording.minutes(totals.credited.all())),
        fact("attendance-papers-there-in-person", wording.minutes(totals.credited.in_person)),
        fact("attendance-papers-there-online", wording.minutes(totals.credited.online)),
        fact(
            "attendance-papers-of-held",
            wording.percent(matrix.row.shares.and_then(|shares| shares.of_held())),
        ),
        fact(
            "attendance-papers-of-planned",
            wording.percent(matrix.row.shares.map(|shares| shares.of_planned())),
        ),
    ];
    if totals.made_up > Minutes::ZERO {
        facts.insert(4, fact("attendance-papers-made-up", wording.minutes(totals.made_up)));
    }
    facts
}

fn line(
    (column, cell): (&Column, &Cell),
    matrix: &PersonMatrix,
    (reader, wording): (&Reader, Wording<'_>),
) -> Line {
    let state_key = match cell {
        Cell::Ahead => Some("attendance-papers-means-ahead"),
        Cell::Unmarked => Some("attendance-papers-means-unmarked"),
        Cell::Marked(_) | Cell::NotAsked => None,
    };
    Line {
        number: column.number,
        title: wording.title(column).to_owned(),
        when: When::new(&column.row, reader),
        mode: wording.mode(column.row.mode),
        trainer: column.trainer.as_ref().map(PersonName::surname_and_initials),
        marked: match cell {
            Cell::Marked(marked) => Some(said(column, marked, wording)),
            _ => None,
        },
        open: *cell == Cell::Unmarked,
        state_key,
        url: (matrix.reading == Reading::Staff).then(|| paths::session(column.row.id)),
    }
}

fn said(column: &Column, marked: &Marked, wording: Wording<'_>) -> Said {
    Said { text: wording.short(marked), good: marked.was_there(), details: words(column, marked, wording) }
}

fn offers(matrix: &PersonMatrix, wording: Wording<'_>) -> Vec<Offer> {
    let who = matrix.row.person.enrolment;
    let (titled, all) = (|key, note| (key, Some(note)), &Language::ALL);
    let certificate = |paper: &str| paths::attendance_certificate(who, paper);
    let transcript = |paper: &str| paths::hours_transcript(who, paper);
    let employer = titled("attendance-papers-certificate-title", "attendance-papers-certificate-note");
    let ledger = titled("attendance-papers-transcript-title", "attendance-papers-transcript-note");
    vec![
        Offer::new(employer, all, certificate, &[], wording),
        Offer::new(ledger, all, transcript, &[], wording),
    ]
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "pages/attendance_papers/person";

    fn title(&self) -> Title {
        Title::key("attendance-papers-title")
    }

    fn samples() -> Vec<PersonPage> {
        let line = |marked: Option<Said>, state_key: Option<&'static str>, url: Option<&str>| Line {
            number: 1,
            title: "Роль НКО".into(),
            when: When::sample(),
            mode: "Очно".into(),
            trainer: url.map(|_| "Ким О. В.".to_owned()),
            marked,
            state_key,
            open: state_key == Some("attendance-papers-means-unmarked"),
            url: url.map(str::to_owned),
        };
        let said = |text: &str, good| Said {
            text: text.into(),
            good,
            details: "Опоздание, 20 мин, очно. Зачтено 160 из 180 мин.".into(),
        };
        let page = |own, sessions, offers| PersonPage {
            crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
            name: "Құрманғазы Әлия Серікқызы".into(),
            eyebrow: "2-й поток".into(),
            own,
            facts: vec![Fact { label: "Зачтено".into(), value: "160 мин".into() }],
            sessions,
            offers,
        };
        let lines = vec![
            line(Some(said("оп 20", true)), None, Some(paths::EDITIONS)),
            line(Some(said("н", false)), None, None),
            line(None, Some("attendance-papers-means-unmarked"), Some(paths::EDITIONS)),
            line(None, Some("attendance-papers-means-ahead"), None),
        ];
        vec![page(false, lines, vec![Offer::sample()]), page(true, Vec::new(), Vec::new())]
    }
}
