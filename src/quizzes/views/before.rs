//! A quiz before an attempt: what is coming, how often, and what happens afterwards.

use super::parts::{self, Link};
use super::samples;
use crate::kernel::{Moment, ProblemCode, dates};
use crate::quizzes::actions::Entrance;
use crate::quizzes::rules::term;
use crate::quizzes::store::AttemptRow;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Before {
    crumbs: Vec<Link>,
    title: String,
    questions: usize,
    minutes: Option<i32>,
    limited: Option<Limit>,
    pass: Option<String>,
    diagnostic: bool,
    passed: bool,
    released_on: Option<String>,
    open: Option<Open>,
    closed: Option<Closed>,
    attempts: Vec<Attempt>,
}

/// A limit of attempts.
#[derive(Debug, Serialize)]
struct Limit {
    left: u32,
    allowed: u32,
}

/// What can be done now.
#[derive(Debug, Serialize)]
struct Open {
    under_way: Option<UnderWay>,
    start_url: String,
    timed: bool,
    again: bool,
}

#[derive(Debug, Serialize)]
struct UnderWay {
    url: String,
    until: Option<String>,
}

/// Why nothing can be done now.
#[derive(Debug, Serialize)]
struct Closed {
    locked: bool,
    exhausted: bool,
    first: String,
    course_url: String,
}

#[derive(Debug, Serialize)]
struct Attempt {
    number: i32,
    url: String,
    when: String,
    percent: String,
    passed: bool,
    failed: bool,
    running: bool,
    waiting: bool,
}

impl Before {
    /// The page of a quiz.
    pub fn new(entrance: &Entrance, reader: &Reader) -> Before {
        let settings = &entrance.settings;
        let date = |at| dates::day_and_time(reader.language, at, reader.zone);
        let closes = term::released_at(settings, &entrance.standing.edition.term());
        Before {
            crumbs: parts::crumbs(entrance),
            title: parts::title(entrance, reader.language),
            questions: entrance.questions,
            minutes: settings.time_limit.map(|limit| limit.0),
            limited: settings
                .attempts
                .map(|allowed| Limit { allowed, left: entrance.left().unwrap_or_default() }),
            pass: entrance.pass_mark().map(parts::percent),
            diagnostic: settings.diagnostic,
            passed: entrance.fact.completed && !settings.diagnostic,
            released_on: closes.map(date),
            open: open(entrance, reader),
            closed: closed(entrance, reader),
            attempts: entrance.attempts.iter().rev().map(|row| attempt(entrance, row, reader)).collect(),
        }
    }
}

fn open(entrance: &Entrance, reader: &Reader) -> Option<Open> {
    if !entrance.own {
        return None;
    }
    let timed = entrance.settings.time_limit.is_some();
    let under_way = entrance.under_way(reader.now).map(|row| UnderWay {
        url: paths::attempt(row.id),
        until: row.due_at.filter(|_| timed).map(|due| clock(due, reader)),
    });
    let may = under_way.is_some() || entrance.closed.is_none();
    may.then(|| Open {
        under_way,
        start_url: paths::quiz_attempts(entrance.standing.enrolment.id, entrance.fact.id),
        timed,
        again: !entrance.attempts.is_empty(),
    })
}

fn clock(at: Moment, reader: &Reader) -> String {
    dates::time(at.local(reader.zone).time())
}

fn closed(entrance: &Entrance, reader: &Reader) -> Option<Closed> {
    let code = entrance.closed.filter(|_| entrance.own && entrance.under_way(reader.now).is_none())?;
    Some(Closed {
        locked: code == ProblemCode::ActivityLocked,
        exhausted: code == ProblemCode::NoAttemptsLeft,
        first: entrance.first.clone().unwrap_or_default(),
        course_url: paths::course(entrance.standing.enrolment.id),
    })
}

fn attempt(entrance: &Entrance, row: &AttemptRow, reader: &Reader) -> Attempt {
    let at = row.submitted_at.unwrap_or(row.started_at);
    let counts = row.submitted_at.is_some() && !row.waits() && !entrance.settings.diagnostic;
    Attempt {
        number: row.number,
        url: paths::attempt(row.id),
        when: dates::day_and_time(reader.language, at, reader.zone),
        percent: row.result.map(parts::percent).unwrap_or_default(),
        passed: counts && row.passed != Some(false),
        failed: row.passed == Some(false),
        running: row.submitted_at.is_none(),
        waiting: row.waits(),
    }
}

impl View for Before {
    const TEMPLATE: &'static str = "pages/quizzes/before";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Before> {
        samples::entrances().iter().map(|entrance| Before::new(entrance, &samples::reader())).collect()
    }
}
