//! The trainer's console: steering from the phone or the desk, and letting the results count.

use super::parts::Link;
use super::samples;
use super::stage::{Eyes, Stage};
use crate::kernel::{Language, Moment, Permille, dates};
use crate::live_quizzes::actions::{Passed, Picture};
use crate::quizzes::views::percent;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// What the console shows now.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ConsoleState {
    stage: Stage,
}

impl ConsoleState {
    /// The console at a moment. The trainer sees the names whatever the projector shows.
    pub fn new(picture: &Picture, eyes: &Eyes<'_>) -> ConsoleState {
        ConsoleState { stage: Stage::new(picture, eyes, true) }
    }

    /// What tells this state from another.
    pub fn stamp(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|state| Some(state.get("stamp")?.as_str()?.to_owned()))
            .unwrap_or_default()
    }
}

impl View for ConsoleState {
    const TEMPLATE: &'static str = "pages/live_quizzes/console_state";

    fn title(&self) -> Title {
        Title::key("live-console-title")
    }

    fn samples() -> Vec<ConsoleState> {
        let state = |(picture, now): &(Picture, Moment)| ConsoleState::new(picture, &samples::eyes(*now));
        samples::pictures().iter().map(state).collect()
    }
}

/// The results, once it is over.
#[derive(Debug, Serialize)]
struct Results {
    url: String,
    trainees: usize,
    passed: usize,
    pass: Option<String>,
    counted: Option<Counted>,
}

/// That they were counted.
#[derive(Debug, Serialize)]
struct Counted {
    people: i32,
    when: String,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct Console {
    #[serde(flatten)]
    state: ConsoleState,
    crumbs: Vec<Link>,
    events_url: String,
    screen_url: String,
    bare_screen_url: String,
    door_url: String,
    diagnostic: bool,
    results: Option<Results>,
}

impl Console {
    /// The page at a moment; `results` are there once it is over and can count.
    pub fn new(
        picture: &Picture,
        results: Option<&(Option<Permille>, Vec<Passed>)>,
        eyes: &Eyes<'_>,
        zone: crate::kernel::ZoneName,
    ) -> Console {
        let quiz = &picture.fixed.quiz;
        let over = picture.phase(eyes.now) == crate::live_quizzes::rules::Phase::Ended;
        let counted = picture
            .credit
            .map(|(at, people)| Counted { people, when: dates::day_and_time(eyes.language, at, zone) });
        let results_view = results.filter(|_| over && picture.run.position > 0).map(|(mark, all)| Results {
            url: paths::live_credit(quiz.id),
            trainees: all.len(),
            passed: all.iter().filter(|one| one.passed).count(),
            pass: mark.map(percent),
            counted,
        });
        let link = |label: &str, url| Link { label: label.to_owned(), url };
        Console {
            state: ConsoleState::new(picture, eyes),
            crumbs: vec![
                link(&quiz.edition_title, paths::edition(quiz.edition_id)),
                link(quiz.title.0.for_reader(eyes.language), paths::live_quizzes(quiz.edition_id)),
            ],
            events_url: paths::live_stage_events(quiz.id, "console"),
            screen_url: paths::live_screen(quiz.id),
            bare_screen_url: paths::live_bare_screen(quiz.id),
            door_url: paths::live_door(&quiz.code),
            diagnostic: over && results.is_none(),
            results: results_view,
        }
    }
}

impl View for Console {
    const TEMPLATE: &'static str = "pages/live_quizzes/console";

    fn title(&self) -> Title {
        Title::key("live-console-title")
    }

    fn samples() -> Vec<Console> {
        let results = (Some(Permille(700)), samples::results());
        let zone = crate::kernel::ZoneName::MOSCOW;
        let mut all: Vec<Console> = samples::pictures()
            .iter()
            .map(|(picture, now)| Console::new(picture, Some(&results), &samples::eyes(*now), zone))
            .collect();
        let (mut picture, now) = samples::ended();
        all.push(Console::new(&picture, None, &samples::eyes(now), zone));
        picture.credit = Some((now, 1));
        let english = Eyes { language: Language::En, ..samples::eyes(now) };
        all.push(Console::new(&picture, Some(&results), &english, zone));
        all
    }
}
