//! A result: passed or not in words, and question by question what is released.

use super::parts::{self, Link, percent};
use super::review::Reviewed;
use super::samples;
use super::unsent::Unsent;
use crate::kernel::{Moment, dates};
use crate::questions::rules::marking::MilliPoints;
use crate::quizzes::actions::Reading;
use crate::quizzes::rules::term;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct After {
    crumbs: Vec<Link>,
    title: String,
    number: i32,
    passed: bool,
    failed: bool,
    waiting: bool,
    diagnostic: bool,
    self_rating: bool,
    percent: String,
    pass: Option<String>,
    points: String,
    most: String,
    submitted: String,
    by_clock: bool,
    hidden_until: Option<String>,
    marks_from: Option<String>,
    late: Option<usize>,
    unsent: Option<Unsent>,
    next: Option<Next>,
    course_url: String,
    questions: Vec<Reviewed>,
    lessons: Vec<Link>,
}

/// A further attempt.
#[derive(Debug, Serialize)]
struct Next {
    start_url: String,
    left: Option<u32>,
    exhausted: bool,
    may_start: bool,
}

impl After {
    /// The page of an attempt that was handed in.
    pub fn new(reading: &Reading, reader: &Reader) -> After {
        let (entrance, attempt) = (&reading.entrance, &reading.attempt);
        let (language, most) = (reader.language, MilliPoints(attempt.most_milli_points.unwrap_or(0)));
        let date = |at: Moment| dates::day_and_time(language, at, reader.zone);
        let questions: Vec<Reviewed> = (1..)
            .zip(&reading.asked)
            .filter_map(|(number, asked)| Reviewed::new(reading, asked, number, reader))
            .collect();
        let mended = questions.iter().any(Reviewed::is_to_mend);
        After {
            crumbs: parts::crumbs_below(entrance, language),
            title: parts::title(entrance, language),
            number: attempt.number,
            passed: !entrance.settings.diagnostic && attempt.passed != Some(false) && !attempt.waits(),
            failed: attempt.passed == Some(false),
            waiting: attempt.waits(),
            diagnostic: entrance.settings.diagnostic,
            self_rating: most.0 == 0,
            percent: attempt.result.map(percent).unwrap_or_default(),
            pass: entrance.pass_mark().map(percent),
            points: parts::points(language, MilliPoints(attempt.milli_points.unwrap_or(0))),
            most: parts::points(language, most),
            submitted: attempt.submitted_at.map(date).unwrap_or_default(),
            by_clock: attempt.submitted_by_clock,
            hidden_until: term::released_at(&entrance.settings, entrance.situation.closes)
                .filter(|_| !reading.released && reading.marks_from.is_none())
                .map(date),
            marks_from: reading.marks_from.map(date),
            late: Some(reading.late).filter(|late| *late > 0),
            unsent: Unsent::new(reading),
            next: next(reading),
            course_url: paths::course(entrance.standing.enrolment.id),
            questions,
            lessons: if mended { lessons(reading, reader) } else { Vec::new() },
        }
    }
}

fn next(reading: &Reading) -> Option<Next> {
    let entrance = &reading.entrance;
    entrance.own.then(|| Next {
        start_url: paths::quiz_attempts(entrance.standing.enrolment.id, entrance.fact.id),
        left: entrance.left(),
        exhausted: entrance.left() == Some(0),
        may_start: entrance.closed.is_none(),
    })
}

fn lessons(reading: &Reading, reader: &Reader) -> Vec<Link> {
    let enrolment = reading.entrance.standing.enrolment.id;
    let link = |(id, title): &(_, crate::kernel::Localised)| Link {
        label: title.for_reader(reader.language).to_owned(),
        url: paths::lesson(enrolment, *id),
    };
    reading.lessons.iter().map(link).collect()
}

impl View for After {
    const TEMPLATE: &'static str = "pages/quizzes/after";

    fn title(&self) -> Title {
        Title::with("quizzes-after-title", vec![("quiz", self.title.clone())])
    }

    fn samples() -> Vec<After> {
        samples::submitted().iter().map(|reading| After::new(reading, &samples::reader())).collect()
    }
}
