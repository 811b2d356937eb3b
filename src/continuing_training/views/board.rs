//! The matrix of an edition: who needs training, quarter by quarter.

use super::{Cell, Crumb, Said, Saying, cell, clock_hours, initial_said, reasons, rule_lines, samples};
use crate::continuing_training::actions::{Board, Mentor};
use crate::continuing_training::rules::{Quarter, State};
use crate::kernel::{Language, dates};
use crate::printing::sheets::{self, Sheet};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// How many people stand on one page.
const PAGE: usize = 100;

/// Which people are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Everybody who is there.
    #[default]
    All,
    /// Those who need training.
    Needs,
    /// Those who left.
    Left,
}

impl Show {
    const ALL: [Show; 3] = [Show::All, Show::Needs, Show::Left];

    fn as_str(self) -> &'static str {
        match self {
            Show::All => "all",
            Show::Needs => "needs",
            Show::Left => "left",
        }
    }

    fn label_key(self) -> &'static str {
        match self {
            Show::All => "training-show-all",
            Show::Needs => "training-show-needs",
            Show::Left => "training-show-left",
        }
    }

    /// The choice of an address; anything unknown shows everybody.
    pub fn parse(text: &str) -> Show {
        Show::ALL.into_iter().find(|show| show.as_str() == text).unwrap_or_default()
    }

    fn includes(self, mentor: &Mentor) -> bool {
        match self {
            Show::All => mentor.is_here(),
            Show::Needs => mentor.is_here() && mentor.standing.needs_training(),
            Show::Left => !mentor.is_here(),
        }
    }
}

/// Which people are shown, from which page on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Showing {
    /// Which.
    pub show: Show,
    /// The page, from 0.
    pub page: usize,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct BoardPage {
    crumbs: Vec<Crumb>,
    edition: String,
    own_people_only: bool,
    rule: Vec<Said>,
    asks: bool,
    rule_url: Option<String>,
    figures: Vec<Figure>,
    filters: Vec<Filter>,
    anybody: bool,
    has_initial: bool,
    columns: Vec<Column>,
    rows: Vec<Row>,
    csv_url: String,
    xlsx_url: String,
    previous_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Figure {
    label: Said,
    value: usize,
    of: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Filter {
    label_key: &'static str,
    url: String,
    count: usize,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Column {
    name: String,
    gathered: usize,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    url: String,
    organisation: Option<String>,
    left: Option<String>,
    needs: bool,
    reasons: Vec<Said>,
    initial: Option<Said>,
    initial_complete: bool,
    cells: Vec<Cell>,
}

impl BoardPage {
    /// The page.
    pub fn new(board: &Board, showing: Showing, reader: &Reader) -> BoardPage {
        let (id, language) = (board.edition.id, reader.language);
        let quarters = board.quarters();
        let shown: Vec<&Mentor> = board.people.iter().filter(|one| showing.show.includes(one)).collect();
        let page_url = |page| paths::edition_training_showing(id, showing.show.as_str(), page);
        let rows = shown.iter().skip(showing.page.saturating_mul(PAGE)).take(PAGE);
        let rule = board.rule.as_ref().map(|row| &row.rule);
        BoardPage {
            crumbs: vec![Crumb { label: Some(board.edition.title.clone()), url: paths::edition(id) }],
            edition: board.edition.title.clone(),
            own_people_only: !board.everyone,
            asks: rule.is_some_and(|rule| !rule.asks_nothing()),
            rule: rule.map(|rule| rule_lines(rule, language)).unwrap_or_default(),
            rule_url: board.administers.then(|| paths::training_rule(id)),
            figures: figures(board, language),
            filters: filters(board, showing),
            anybody: !shown.is_empty(),
            has_initial: board.people.iter().any(|one| one.standing.initial.is_some()),
            columns: quarters
                .iter()
                .map(|one| Column { name: one.name(language), gathered: board.gathered(*one) })
                .collect(),
            rows: rows.map(|mentor| row(mentor, (board, &quarters), language)).collect(),
            csv_url: paths::edition_training_table(id, "csv"),
            xlsx_url: paths::edition_training_table(id, "xlsx"),
            previous_url: (showing.page > 0).then(|| page_url(showing.page - 1)),
            next_url: (shown.len() > showing.page.saturating_add(1).saturating_mul(PAGE))
                .then(|| page_url(showing.page + 1)),
        }
    }
}

/// Numbers that matter: who is there, whose status is valid, and how far the running quarter is.
fn figures(board: &Board, language: Language) -> Vec<Figure> {
    let here: Vec<&Mentor> = board.people.iter().filter(|one| one.is_here()).collect();
    let needs = here.iter().filter(|one| one.standing.needs_training()).count();
    let figure = |key, value| Figure { label: super::said(key, &[]), value, of: None };
    let mut figures = vec![
        figure("training-figure-people", here.len()),
        figure("training-figure-valid", here.len() - needs),
        figure("training-figure-needs", needs),
    ];
    let running = board.running();
    let states: Vec<State> =
        here.iter().filter_map(|one| one.standing.quarter(running)).map(|one| one.state).collect();
    if !states.is_empty() {
        let closed = states.iter().filter(|state| matches!(state, State::Closed(_))).count();
        let label = super::said("training-figure-quarter", &[("quarter", running.name(language))]);
        figures.push(Figure { label, value: closed, of: Some(states.len()) });
    }
    figures
}

fn filters(board: &Board, showing: Showing) -> Vec<Filter> {
    let filter = |show: Show| Filter {
        label_key: show.label_key(),
        url: paths::edition_training_showing(board.edition.id, show.as_str(), 0),
        count: board.people.iter().filter(|one| show.includes(one)).count(),
        current: show == showing.show,
    };
    // Hardly anybody leaves: the choice stands there where there is something to choose.
    let offered = |show: &Show| {
        *show != Show::Left || *show == showing.show || board.people.iter().any(|one| show.includes(one))
    };
    Show::ALL.into_iter().filter(offered).map(filter).collect()
}

fn row(mentor: &Mentor, (board, quarters): (&Board, &[Quarter]), language: Language) -> Row {
    let standing = &mentor.standing;
    let cell =
        |quarter: &Quarter| cell(*quarter, standing.quarter(*quarter), board.gathered(*quarter), language);
    let left = mentor.row.withdrawn_at.map(|at| at.date_in(board.edition.time_zone));
    Row {
        name: mentor.row.name.full(),
        url: paths::own_training(mentor.row.enrolment),
        organisation: mentor.row.organisation.clone(),
        left: left.map(|on| dates::date(language, on)),
        needs: standing.needs_training(),
        reasons: reasons(standing, language),
        initial: standing.initial.map(|initial| initial_said(initial, language)),
        initial_complete: standing.initial.is_some_and(|initial| initial.is_complete()),
        cells: quarters.iter().map(cell).collect(),
    }
}

/// The matrix as a table to take away: everybody whom the reader sees, those who left too.
pub fn sheet(board: &Board, language: Language, say: Saying<'_>) -> Sheet {
    let quarters = board.quarters();
    let word = |key: &str| say(key, &[]);
    let mut header = vec![
        word("training-column-name"),
        word("training-column-organisation"),
        word("training-column-start"),
        word("training-column-state"),
        word("training-column-why"),
        word("training-column-initial"),
    ];
    header.extend(quarters.iter().map(|quarter| quarter.name(language)));
    let line = |mentor: &Mentor| {
        let shown = row(mentor, (board, &quarters), language);
        let text = sheets::Cell::Text;
        let why: Vec<String> = shown.reasons.iter().map(|one| one.text(say)).collect();
        let state = match (mentor.is_here(), shown.needs) {
            (false, _) => "training-left",
            (true, true) => "training-needs",
            (true, false) => "training-valid",
        };
        let mut cells = vec![
            text(shown.name),
            shown.organisation.map_or(sheets::Cell::Empty, text),
            text(dates::date(language, mentor.starts_on)),
            text(word(state)),
            text(why.join("; ")),
            mentor.standing.initial.map_or(sheets::Cell::Empty, |initial| {
                sheets::Cell::Number(clock_hours(initial.have, Language::En))
            }),
        ];
        cells.extend(shown.cells.iter().map(|cell| text(cell.text(say))));
        cells
    };
    Sheet { header, rows: board.people.iter().map(line).collect() }
}

impl View for BoardPage {
    const TEMPLATE: &'static str = "pages/continuing_training/board";

    fn title(&self) -> Title {
        Title::key("training-title")
    }

    fn samples() -> Vec<BoardPage> {
        let reader = samples::reader();
        let board = samples::board();
        let showing = |show| Showing { show, page: 0 };
        let narrow = Board { everyone: false, administers: false, ..board.clone() };
        let bare = Board { rule: None, people: Vec::new(), ..board.clone() };
        let guest = Board { administers: false, ..bare.clone() };
        vec![
            BoardPage::new(&board, Showing::default(), &reader),
            BoardPage::new(&narrow, showing(Show::Needs), &reader),
            BoardPage::new(&board, showing(Show::Left), &reader),
            BoardPage::new(&bare, Showing::default(), &reader),
            BoardPage::new(&guest, Showing::default(), &reader),
        ]
    }
}
