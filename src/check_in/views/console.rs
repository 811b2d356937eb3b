//! The trainer's page: letting people in, who came, and what looks odd.

use super::{Crumb, arrival_line, faulty, flag_key, samples, state_key, time};
use crate::attendance::views::{Telling, When, presence_key};
use crate::check_in::actions::Board;
use crate::check_in::rules::flags::Arrived;
use crate::check_in::rules::opening::{LONGEST_GRACE, MOST_BEFORE, PROMPTS};
use crate::check_in::rules::{Opening, Raised, State};
use crate::kernel::{EnrolmentId, Moment, Problem};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

/// How many others a flag names; a whole class on one device is a number.
const NAMED: usize = 5;

/// The page.
#[derive(Debug, Serialize)]
pub struct Console {
    crumbs: Vec<Crumb>,
    title: String,
    when: When,
    stamp: String,
    state_key: &'static str,
    opens: Option<String>,
    closed: Option<String>,
    open: bool,
    spoken: Option<String>,
    screens: Vec<ScreenLink>,
    arrived: usize,
    expected: usize,
    close_url: String,
    form: Option<OpeningForm>,
    flags: Vec<FlagLine>,
    dismiss_url: String,
    people: Vec<Line>,
    asked: Option<i32>,
    sheet_url: String,
}

#[derive(Debug, Serialize)]
struct ScreenLink {
    key: &'static str,
    url: String,
}

/// The form that lets people in.
#[derive(Debug, Serialize)]
struct OpeningForm {
    url: String,
    again: bool,
    summary: Vec<Field>,
    ways: Field,
    offers_room: bool,
    offers_meeting: bool,
    in_person: bool,
    online: bool,
    by_joining: bool,
    spoken: bool,
    opens_before: Field,
    on_time_after: Field,
    prompt_minutes: Field,
    most_before: i32,
    longest_grace: i32,
    least_prompt: i32,
    most_prompt: i32,
    folded: bool,
}

/// Something odd, with the ways to answer it.
#[derive(Debug, Serialize)]
struct FlagLine {
    who: String,
    key: &'static str,
    with: Vec<String>,
    more: usize,
    enrolment: i64,
    flag: &'static str,
    row_url: String,
}

/// Somebody who came.
#[derive(Debug, Serialize)]
struct Line {
    name: String,
    arrived: Option<String>,
    joined: Option<String>,
    missed: Option<usize>,
}

impl Console {
    /// The page; with what was typed, when that could not be.
    pub fn new(board: &Board, typed: Option<(&Form, &Problem)>, telling: Telling<'_>) -> Console {
        let (session, edition) = (&board.sheet.session, &board.sheet.edition);
        let zone = session.time_zone;
        let cancelled = session.cancelled_at.is_some();
        let over = telling.reader.now >= session.ends_at;
        let running = matches!(board.state, Some(State::Ahead(_) | State::Open));
        let ways = board.row.as_ref().map(|row| row.opening.ways()).unwrap_or_default();
        let screen = |presence| ScreenLink {
            key: presence_key(presence),
            url: paths::check_in_screen_of(session.id, presence.as_str()),
        };
        Console {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: board.sheet.activity.title.0.for_reader(telling.reader.language).to_owned(),
                    url: paths::session(session.id),
                },
            ],
            title: board.sheet.activity.title.0.for_reader(telling.reader.language).to_owned(),
            when: When::new(session, telling.reader),
            stamp: stamp(board),
            state_key: state_key(board.state),
            opens: match board.state {
                Some(State::Ahead(opens_at)) => Some(time(opens_at, zone)),
                _ => None,
            },
            closed: board.row.as_ref().and_then(|row| row.closed_at).map(|at| time(at, zone)),
            open: board.state == Some(State::Open),
            spoken: board.row.as_ref().filter(|_| running).and_then(|row| row.spoken.clone()),
            screens: ways.into_iter().filter(|_| running).map(screen).collect(),
            arrived: board.arrivals.len(),
            expected: board.sheet.people.len(),
            close_url: paths::check_in_closing(session.id),
            form: (!cancelled && !over).then(|| OpeningForm::new(board, typed)),
            flags: flag_lines(board),
            dismiss_url: paths::check_in_dismissals(session.id),
            people: lines(board, telling),
            asked: board.asked.filter(|asked| *asked > 0),
            sheet_url: paths::session(session.id),
        }
    }
}

/// What tells one state of the page from another.
fn stamp(board: &Board) -> String {
    let missed: usize = board.missed.values().sum();
    let (arrived, flags, joined) = (board.arrivals.len(), board.flags.len(), board.joins.len());
    let opening = board.row.as_ref().map_or(0, |row| row.id.0);
    format!("{opening}-{:?}-{arrived}-{flags}-{joined}-{missed}", board.state)
}

impl OpeningForm {
    fn new(board: &Board, typed: Option<(&Form, &Problem)>) -> OpeningForm {
        let mode = board.sheet.session.mode;
        let last = board.row.as_ref().map(|row| row.opening.clone());
        let shown = last.unwrap_or_else(|| Opening::usual(mode));
        let ticked = |name: &str, known: bool| typed.map_or(known, |(form, _)| form.ticked(name));
        let field = |name: &str, known: String| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, known),
        };
        let prompt = shown.prompt_minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        let ways = field("ways", String::new());
        let opens_before = field("opens_before", shown.opens_before.to_string());
        let on_time_after = field("on_time_after", shown.on_time_after.to_string());
        let prompt_minutes = field("prompt_minutes", prompt);
        OpeningForm {
            url: paths::check_in(board.sheet.session.id),
            again: board.row.is_some(),
            summary: faulty(vec![
                ways.clone(),
                opens_before.clone(),
                on_time_after.clone(),
                prompt_minutes.clone(),
            ]),
            offers_room: mode.has_place(),
            offers_meeting: mode.has_link(),
            in_person: ticked("in_person", shown.in_person),
            online: ticked("online", shown.online),
            by_joining: ticked("by_joining", shown.by_joining),
            spoken: ticked("spoken", shown.spoken),
            ways,
            opens_before,
            on_time_after,
            prompt_minutes,
            most_before: MOST_BEFORE,
            longest_grace: LONGEST_GRACE,
            least_prompt: PROMPTS.0,
            most_prompt: PROMPTS.1,
            folded: board.row.is_some() && typed.is_none(),
        }
    }
}

fn names(board: &Board) -> HashMap<EnrolmentId, String> {
    board.sheet.people.iter().map(|one| (one.person.enrolment, one.person.name.full())).collect()
}

fn flag_lines(board: &Board) -> Vec<FlagLine> {
    let names = names(board);
    let name = |who: &EnrolmentId| names.get(who).cloned();
    let line = |one: &Raised| {
        Some(FlagLine {
            who: name(&one.enrolment)?,
            key: flag_key(one.flag),
            with: one.with.iter().filter_map(name).take(NAMED).collect(),
            more: one.with.len().saturating_sub(NAMED),
            enrolment: one.enrolment.0,
            flag: one.flag.as_str(),
            row_url: format!("{}#row-{}-0", paths::session(board.sheet.session.id), one.enrolment),
        })
    };
    board.flags.iter().filter_map(line).collect()
}

/// Who came or joined, in the order of the sheet.
fn lines(board: &Board, telling: Telling<'_>) -> Vec<Line> {
    let session = &board.sheet.session;
    let place = (session.mode, session.time_zone);
    let arrivals: HashMap<EnrolmentId, &Arrived> =
        board.arrivals.iter().map(|one| (one.enrolment, one)).collect();
    let joins: HashMap<EnrolmentId, Moment> = board.joins.iter().copied().collect();
    let asks = board.asked.is_some_and(|asked| asked > 0);
    let people = board.sheet.people.iter();
    let came = people.filter(|one| {
        arrivals.contains_key(&one.person.enrolment) || joins.contains_key(&one.person.enrolment)
    });
    let line = |one: &crate::attendance::actions::OnSheet| {
        let who = one.person.enrolment;
        let arrived = arrivals.get(&who);
        Line {
            name: one.person.name.full(),
            arrived: arrived.map(|one| arrival_line(one, place, telling)),
            joined: joins.get(&who).map(|at| time(*at, place.1)),
            missed: asks.then(|| board.missed.get(&who).copied().unwrap_or(0)),
        }
    };
    came.map(line).collect()
}

impl View for Console {
    const TEMPLATE: &'static str = "pages/check_in/console";

    fn title(&self) -> Title {
        Title::key("check-in-title")
    }

    fn samples() -> Vec<Console> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let form = Form::of(&[("opens_before", "31"), ("on_time_after", "")]);
        let faults = Opening { in_person: false, online: false, ..Opening::usual(samples::MODE) };
        let problem = Problem::invalid(faults.faults(samples::MODE));
        let boards = samples::boards();
        let mut pages: Vec<Console> = boards.iter().map(|board| Console::new(board, None, telling)).collect();
        let wrong = boards.first().map(|board| Console::new(board, Some((&form, &problem)), telling));
        pages.extend(wrong);
        pages
    }
}
