//! A quiz before an attempt: what is coming, how often, and what happens afterwards.

use super::chart::Chart;
use super::parts::{self, Link};
use super::samples;
use crate::kernel::{Fault, Moment, ProblemCode, dates};
use crate::programmes::rules::words::{Counting, Layout, Release};
use crate::quizzes::actions::Entrance;
use crate::quizzes::rules::behaviours::Conduct as _;
use crate::quizzes::rules::setup::Edge;
use crate::quizzes::rules::term;
use crate::quizzes::store::AttemptRow;
use crate::web::{Field, Reader, Title, View, paths};
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
    marks_later: bool,
    each: bool,
    tries: u32,
    counting: Option<&'static str>,
    drill: bool,
    delay: Option<String>,
    grace_seconds: Option<u32>,
    one_by_one: bool,
    window: Option<Window>,
    extra: Option<Extra>,
    reasons: Vec<String>,
    chart: Option<Chart>,
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

/// When the quiz can be taken.
#[derive(Debug, Serialize)]
struct Window {
    opens: Option<String>,
    closes: Option<String>,
}

/// Extra time that is in the time limit already.
#[derive(Debug, Serialize)]
struct Extra {
    percent: i32,
}

/// What can be done now.
#[derive(Debug, Serialize)]
struct Open {
    under_way: Option<UnderWay>,
    start_url: String,
    timed: bool,
    again: bool,
    password: Option<Field>,
}

#[derive(Debug, Serialize)]
struct UnderWay {
    url: String,
    until: Option<String>,
    /// Whether the time is up and only answers that were on their way are still received.
    grace: bool,
}

/// Why nothing can be done now.
#[derive(Debug, Serialize)]
struct Closed {
    locked: bool,
    /// Whether a question about experience has to be answered first.
    question: bool,
    exhausted: bool,
    /// The key of what stands in the way, for what can only be waited for or is over.
    reason_key: Option<&'static str>,
    opens: Option<String>,
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
        Before::again(entrance, reader, &[])
    }

    /// The same page with what was wrong when an attempt was to begin.
    pub fn again(entrance: &Entrance, reader: &Reader, faults: &[Fault]) -> Before {
        let settings = &entrance.settings;
        let date = |at| dates::day_and_time(reader.language, at, reader.zone);
        let closes = term::released_at(settings, entrance.situation.closes);
        let several = settings.attempts != Some(1) && !settings.diagnostic;
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
            marks_later: settings.release == Release::MarksAfterClose,
            each: settings.tries() > 0,
            tries: settings.tries(),
            counting: Some(settings.counting)
                .filter(|counting| several && *counting != Counting::Best)
                .map(counting_key),
            drill: settings.drill,
            delay: settings.delay.map(|delay| hours(delay.0)),
            one_by_one: settings.layout == Layout::OneQuestion,
            grace_seconds: Some(settings.grace_seconds).filter(|grace| *grace > 0),
            window: window(entrance, reader),
            extra: Some(entrance.situation.terms.extra_percent)
                .filter(|percent| *percent > 0 && entrance.own)
                .map(|percent| Extra { percent }),
            reasons: entrance.situation.reasons().into_iter().map(str::to_owned).collect(),
            chart: Chart::of(&entrance.drill),
            open: open(entrance, reader, faults),
            closed: closed(entrance, reader),
            attempts: entrance.attempts.iter().rev().map(|row| attempt(entrance, row, reader)).collect(),
        }
    }
}

fn counting_key(counting: Counting) -> &'static str {
    match counting {
        Counting::Best => "setups-counting-best",
        Counting::Last => "setups-counting-last",
        Counting::First => "setups-counting-first",
        Counting::Average => "setups-counting-average",
    }
}

/// Minutes as hours and minutes: `1:05`.
fn hours(minutes: i32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn window(entrance: &Entrance, reader: &Reader) -> Option<Window> {
    let window = entrance.situation.terms.window;
    let date =
        |edge: Option<Edge>| edge.map(|edge| dates::day_and_time(reader.language, edge.instant, reader.zone));
    let (opens, closes) = (date(window.opens), date(window.closes));
    (opens.is_some() || closes.is_some()).then_some(Window { opens, closes })
}

fn open(entrance: &Entrance, reader: &Reader, faults: &[Fault]) -> Option<Open> {
    if !entrance.own {
        return None;
    }
    let timed = entrance.settings.time_limit.is_some();
    let under_way = entrance.under_way(reader.now).map(|row| UnderWay {
        url: paths::attempt(row.id),
        until: row.due_at.filter(|_| timed).map(|due| clock(due, reader)),
        grace: !term::takes_answers(row.due_at, reader.now),
    });
    let may = under_way.is_some() || entrance.closed.is_none();
    may.then(|| Open {
        under_way,
        start_url: paths::quiz_attempts(entrance.standing.enrolment.id, entrance.fact.id),
        timed,
        again: !entrance.attempts.is_empty(),
        password: entrance.has_password().then(|| Field::with_faults("password", "", faults)),
    })
}

fn clock(at: Moment, reader: &Reader) -> String {
    dates::time(at.local(reader.zone).time())
}

fn closed(entrance: &Entrance, reader: &Reader) -> Option<Closed> {
    let code = entrance.closed.filter(|_| entrance.own && entrance.under_way(reader.now).is_none())?;
    Some(Closed {
        locked: code == ProblemCode::ActivityLocked,
        question: code == ProblemCode::AnswerNeeded,
        exhausted: code == ProblemCode::NoAttemptsLeft,
        reason_key: match code {
            ProblemCode::QuizNotOpen => Some("problem-quiz-not-open"),
            ProblemCode::QuizClosed => Some("problem-quiz-closed"),
            ProblemCode::AttemptTooSoon => Some("problem-attempt-too-soon"),
            _ => None,
        },
        opens: entrance.opens.map(|from| dates::day_and_time(reader.language, from, reader.zone)),
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
        passed: counts && row.passed != Some(false) && row.result.is_some(),
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
