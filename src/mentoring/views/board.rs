//! The mentors of an organisation: who waits for what, which papers expire, with whom nobody has spoken.

use super::path::waits_for;
use super::{Typed, check_key, faulty, field, key, refusal, samples, step_key};
use crate::kernel::{Fault, OrganisationId, PersonId, dates};
use crate::mentoring::actions::Path;
use crate::mentoring::actions::board::{Board, Places};
use crate::mentoring::rules::contacts::End;
use crate::mentoring::rules::{EXPIRY_NOTICE_DAYS, contacts};
use crate::web::{Field, Form, Reader, Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct BoardPage {
    organisation: String,
    url: String,
    settings_url: String,
    no_programmes: bool,
    ending: Vec<EndingLine>,
    overdue: Vec<OverdueLine>,
    expiring: Vec<ExpiringLine>,
    rows: Vec<Row>,
    ended: Vec<Row>,
    fields: Vec<Field>,
    email: Field,
    application: Field,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    url: String,
    state_key: String,
    next_key: String,
    missing: usize,
    since: String,
    next_contact: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ExpiringLine {
    name: String,
    url: String,
    kind_key: String,
    until: String,
    expired: bool,
}

#[derive(Debug, Clone, Serialize)]
struct OverdueLine {
    name: String,
    url: String,
    code: String,
    due: String,
}

#[derive(Debug, Clone, Serialize)]
struct EndingLine {
    name: String,
    url: String,
    code: String,
    until: String,
    over: bool,
}

impl BoardPage {
    /// The mentors for a reader, with what was typed into the form that was refused.
    pub fn new(board: &Board, me: Option<PersonId>, typed: Typed<'_>, reader: &Reader) -> BoardPage {
        let today = reader.now.date_in(reader.zone);
        let (email, application) = (field(typed, "enter", "email"), field(typed, "enter", "application"));
        let (open, ended): (Vec<&Path>, Vec<&Path>) = board.paths.iter().partition(|path| path.row.is_open);
        let row = |path: &&Path| row(path, (me, today), reader);
        BoardPage {
            organisation: board.organisation.name.clone(),
            url: paths::mentors(board.organisation.id),
            settings_url: paths::mentor_settings(board.organisation.id),
            no_programmes: board.setting.programmes.is_empty(),
            ending: open.iter().filter_map(|path| ending(path, (me, today), reader)).collect(),
            overdue: open.iter().filter_map(|path| overdue(path, (me, today), reader)).collect(),
            expiring: open.iter().flat_map(|path| expiring(path, (me, today), reader)).collect(),
            rows: open.iter().map(row).collect(),
            ended: ended.iter().map(row).collect(),
            fields: faulty(&[&email, &application]),
            email,
            application,
        }
    }
}

/// Where a path is read: one's own is read as a mentor reads it.
fn url(path: &Path, me: Option<PersonId>) -> String {
    if me == Some(path.row.person) { paths::MY_MENTORING.to_owned() } else { paths::mentor(path.row.id) }
}

fn row(path: &Path, (me, today): (Option<PersonId>, NaiveDate), reader: &Reader) -> Row {
    let (next, missing) = path.next(today).unzip();
    let since = path.steps.last().map_or(path.row.applied_at, |row| row.at);
    let dues = path.dues(today);
    Row {
        name: path.row.name.full(),
        url: url(path, me),
        state_key: step_key(path.state()),
        next_key: key("next", waits_for(next, path.state())),
        missing: missing.map_or(0, |missing| missing.len()),
        since: dates::date(reader.language, since.date_in(reader.zone)),
        next_contact: contacts::next(&dues).map(|day| dates::date(reader.language, day)),
    }
}

/// The papers that have expired or do so within thirty days.
fn expiring(path: &Path, (me, today): (Option<PersonId>, NaiveDate), reader: &Reader) -> Vec<ExpiringLine> {
    let near = |until: NaiveDate| (until - today).num_days() <= EXPIRY_NOTICE_DAYS;
    let ending = path.latest_checks().into_iter().filter_map(|row| Some((row.kind, row.valid_until?)));
    ending
        .filter(|(_, until)| near(*until))
        .map(|(kind, until)| ExpiringLine {
            name: path.row.name.full(),
            url: url(path, me),
            kind_key: check_key(kind),
            until: dates::date(reader.language, until),
            expired: until < today,
        })
        .collect()
}

/// A pair whose planned end is near or over.
fn ending(path: &Path, (me, today): (Option<PersonId>, NaiveDate), reader: &Reader) -> Option<EndingLine> {
    let pair = path.open_pair().filter(|_| path.end(today) != End::Far)?;
    Some(EndingLine {
        name: path.row.name.full(),
        url: url(path, me),
        code: pair.agreement.mentee_code.clone(),
        until: dates::date(reader.language, pair.ends_on()),
        over: path.end(today) == End::Over,
    })
}

fn overdue(path: &Path, (me, today): (Option<PersonId>, NaiveDate), reader: &Reader) -> Option<OverdueLine> {
    let due = contacts::overdue(&path.dues(today))?;
    Some(OverdueLine {
        name: path.row.name.full(),
        url: url(path, me),
        code: path.open_pair()?.agreement.mentee_code.clone(),
        due: dates::date(reader.language, due),
    })
}

impl View for BoardPage {
    const TEMPLATE: &'static str = "pages/mentoring/board";

    fn title(&self) -> Title {
        Title::key("mentoring-board-title")
    }

    fn samples() -> Vec<BoardPage> {
        let reader = samples::reader();
        let full = samples::board(samples::every_path());
        let form = Form::of(&[("email", "nobody@test.example"), ("application", "Да")]);
        let fault = |field: &str, code| Fault::new(field, code).with("limit", 3);
        let wrong = refusal(vec![
            fault("email", "mentoring-person"),
            fault("email", "mentoring-own"),
            fault("email", "mentoring-applied-already"),
            fault("application", "mentoring-text-short"),
        ]);
        vec![
            BoardPage::new(&samples::board(Vec::new()), None, None, &reader),
            BoardPage::new(&full, None, None, &Reader { now: samples::at_the_end(), ..samples::reader() }),
            BoardPage::new(&full, Some(PersonId(1)), Some((&form, &wrong)), &reader),
        ]
    }
}

/// The organisations whose mentors one accompanies.
#[derive(Debug, Clone, Serialize)]
pub struct PlacesPage {
    rows: Vec<Place>,
    others: Vec<Place>,
    under: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Place {
    name: String,
    url: String,
}

impl PlacesPage {
    /// The organisations.
    pub fn new(places: &Places) -> PlacesPage {
        let place =
            |(id, name): &(OrganisationId, String)| Place { name: name.clone(), url: paths::mentors(*id) };
        PlacesPage {
            rows: places.own.iter().map(place).collect(),
            others: places.others.iter().map(place).collect(),
            under: Some(places.under.join(", ")).filter(|names| !names.is_empty()),
        }
    }
}

impl View for PlacesPage {
    const TEMPLATE: &'static str = "pages/mentoring/places";

    fn title(&self) -> Title {
        Title::key("mentoring-board-title")
    }

    fn samples() -> Vec<PlacesPage> {
        let row = (OrganisationId(1), "Учебный центр «Бірге»".to_owned());
        let under = vec!["Школа № 5".to_owned(), "Школа № 7".to_owned()];
        let some = Places { own: vec![row.clone()], others: vec![row], under };
        vec![PlacesPage::new(&Places::default()), PlacesPage::new(&some)]
    }
}
