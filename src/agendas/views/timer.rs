//! The projector page of the agenda: what is discussed now, for how long still, and what comes next (F14).

use super::samples;
use crate::agendas::actions::Timed;
use crate::agendas::rules::Question;
use crate::agendas::rules::clock::{Turn, spans, turn};
use crate::kernel::{Minutes, Moment, dates};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// Every how many seconds the page is read anew where no script does it, at the most.
const REFRESH_SECONDS: i64 = 15;

/// The page.
#[derive(Debug, Serialize)]
pub struct Timer {
    stamp: String,
    heading: String,
    topic: Option<String>,
    state: &'static str,
    now: Option<Shown>,
    next: Option<Shown>,
    clock: Option<Clock>,
    starts: String,
    lines: Vec<Line>,
    refresh: Option<i64>,
    back_url: String,
    agenda_url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Shown {
    text: String,
    speaker: Option<String>,
}

/// The time that is left, as `live.js` runs it.
#[derive(Debug, Serialize)]
struct Clock {
    ms: i64,
    text: String,
    running: bool,
}

#[derive(Debug, Serialize)]
struct Line {
    text: String,
    speaker: Option<String>,
    time: String,
    minutes: i32,
    is_now: bool,
    url: String,
}

impl Clock {
    fn until(moment: Moment, now: Moment) -> Clock {
        let ms = (moment.0 - now.0).num_milliseconds().max(0);
        let seconds = (ms + 999) / 1000;
        let text =
            if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) };
        Clock { ms, text, running: true }
    }
}

impl Timer {
    /// The page for a reader; `from` is when the first question began, the start of the session when nobody said.
    pub fn new(timed: &Timed, from: Option<Moment>, reader: &Reader) -> Timer {
        let id = timed.session.id;
        let from = from.unwrap_or(timed.session.starts_at);
        let questions: Vec<(&Question, Minutes)> =
            timed.questions.iter().filter_map(|one| Some((one, one.minutes?))).collect();
        let lengths: Vec<Minutes> = questions.iter().map(|(_, minutes)| *minutes).collect();
        let found = turn(from, &lengths, reader.now);
        let (state, place, until) = match found {
            _ if lengths.is_empty() => ("empty", None, None),
            Turn::Ahead(at) => ("ahead", None, Some(at)),
            Turn::At(place, ends) => ("now", Some(place), Some(ends)),
            Turn::Over => ("over", None, None),
        };
        let shown = |place: usize| {
            questions
                .get(place)
                .map(|(one, _)| Shown { text: one.text.clone(), speaker: one.speaker.clone() })
        };
        let next = match found {
            Turn::Ahead(_) => shown(0),
            Turn::At(place, _) => shown(place + 1),
            Turn::Over => None,
        };
        let clock = until.map(|until| Clock::until(until, reader.now));
        Timer {
            stamp: format!("{state}-{}-{}", place.unwrap_or(0), from.0.timestamp()),
            heading: timed.title.for_reader(reader.language).to_owned(),
            topic: timed.topic.clone(),
            state,
            now: place.and_then(shown),
            next,
            refresh: clock.as_ref().map(|clock| (clock.ms / 1000 + 1).clamp(1, REFRESH_SECONDS)),
            clock,
            starts: dates::time(from.local(timed.session.time_zone).time()),
            lines: lines(timed, (&questions, from), place),
            back_url: paths::session_programme(id),
            agenda_url: paths::session_agenda(id),
        }
    }

    /// Whether something goes on.
    fn is_over(&self) -> bool {
        self.clock.is_none()
    }
}

fn lines(
    timed: &Timed,
    (questions, from): (&[(&Question, Minutes)], Moment),
    now: Option<usize>,
) -> Vec<Line> {
    let zone = timed.session.time_zone;
    let lengths: Vec<Option<Minutes>> = questions.iter().map(|(_, minutes)| Some(*minutes)).collect();
    let clock = |at: Moment| dates::time(at.local(zone).time());
    type Timed<'a> = (&'a (&'a Question, Minutes), (Moment, Option<Moment>));
    let line = |(place, ((one, minutes), (from, to))): (usize, Timed<'_>)| Line {
        text: one.text.clone(),
        speaker: one.speaker.clone(),
        time: format!("{}–{}", clock(from), to.map(clock).unwrap_or_default()),
        minutes: minutes.0,
        is_now: now == Some(place),
        url: paths::session_timer_item(timed.session.id, place),
    };
    questions.iter().zip(spans(from, &lengths).into_iter().flatten()).enumerate().map(line).collect()
}

impl View for Timer {
    const TEMPLATE: &'static str = "pages/agendas/timer";
    const LAYOUT: &'static str = "layouts/hall";

    fn title(&self) -> Title {
        if self.is_over() { Title::key("agendas-timer-title") } else { Title::text(self.heading.clone()) }
    }

    fn samples() -> Vec<Timer> {
        let timed = samples::timed();
        let start = timed.session.starts_at;
        let at = |minutes| Reader { now: start.plus_minutes(minutes), ..Reader::sample() };
        let empty = Timed { questions: Vec::new(), ..timed.clone() };
        let mut all: Vec<Timer> =
            [-5, 1, 22, 600].map(|minutes| Timer::new(&timed, None, &at(minutes))).into();
        all.push(Timer::new(&empty, None, &at(1)));
        all
    }
}
