//! How an edition takes a quiz: its setup, the exceptions from it, and what an attempt was drawn under.

use crate::kernel::{Minutes, Moment, QuestionCategoryId, QuestionId, ZoneName};
use crate::programmes::rules::quiz::QuizSettings;
use crate::questions::rules::QuestionKind;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// An end of a window: what the clock on the wall shows in the edition's zone, and the instant that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The day.
    pub on: NaiveDate,
    /// The time of day.
    pub at: NaiveTime,
    /// The instant.
    pub instant: Moment,
}

impl Edge {
    /// An end on a day at a time of a zone.
    pub fn new(on: NaiveDate, at: NaiveTime, zone: ZoneName) -> Edge {
        Edge { on, at, instant: zone.instant(on, at) }
    }
}

/// When a quiz can be taken; without an end, as long as the edition runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Window {
    /// The first instant.
    pub opens: Option<Edge>,
    /// The first instant after it.
    pub closes: Option<Edge>,
}

/// A part of a quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it says above its questions; may be empty.
    pub title: String,
    /// Where its questions come from.
    pub source: Source,
}

/// Where the questions of a section come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Source {
    /// These versions in this order.
    Fixed {
        /// The versions.
        questions: Vec<QuestionId>,
    },
    /// So many of what a filter finds when an attempt begins.
    Random {
        /// How many.
        count: u32,
        /// Of what.
        filter: Filter,
    },
}

/// Which questions of the bank are meant: the latest ready version of each that is not archived.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filter {
    /// Of this category; nothing for every category of the edition's programme and organisation.
    pub category: Option<QuestionCategoryId>,
    /// With all of these tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Of this kind.
    pub kind: Option<QuestionKind>,
}

/// The settings of a setup as its row keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// How the quiz is taken.
    pub quiz: QuizSettings,
    /// When.
    #[serde(default)]
    pub window: Window,
}

/// What somebody's exception says instead of the setup; nothing where the setup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    /// Another beginning.
    pub opens: Option<Edge>,
    /// Another end.
    pub closes: Option<Edge>,
    /// Another time limit.
    pub time_limit: Option<Minutes>,
    /// Another number of attempts.
    pub attempts: Option<u32>,
}

/// How a quiz is taken by one person: setup, exceptions and extra time made into one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Terms {
    /// How it is taken, with the time limit this person has.
    pub settings: QuizSettings,
    /// When.
    #[serde(default)]
    pub window: Window,
    /// How much of the time limit was added, in per cent.
    #[serde(default)]
    pub extra_percent: i32,
}

/// What an attempt was drawn under. It is kept with the attempt, so that no later change reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// The number of the setup; nothing for the programme's own settings.
    pub setup: Option<i32>,
    /// What held for this person.
    #[serde(flatten)]
    pub terms: Terms,
    /// Title and number of questions of each section, in order; empty for a quiz without sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<(String, usize)>,
}

impl Terms {
    /// Resolves what holds for one person: the setup, then each exception in turn, the later the stronger, then
    /// the extra time. Minutes are rounded up.
    pub fn resolve(settings: &Settings, exceptions: &[Changes], extra_percent: i32) -> Terms {
        let mut terms = Terms { settings: settings.quiz.clone(), window: settings.window, extra_percent: 0 };
        for changes in exceptions {
            terms.window.opens = changes.opens.or(terms.window.opens);
            terms.window.closes = changes.closes.or(terms.window.closes);
            terms.settings.time_limit = changes.time_limit.or(terms.settings.time_limit);
            terms.settings.attempts = changes.attempts.or(terms.settings.attempts);
        }
        if let Some(limit) = terms.settings.time_limit.filter(|_| extra_percent > 0) {
            let minutes = i64::from(limit.0) * i64::from(100 + extra_percent);
            let minutes = (minutes + 99).div_euclid(100);
            terms.settings.time_limit = Some(Minutes(i32::try_from(minutes).unwrap_or(i32::MAX)));
            terms.extra_percent = extra_percent;
        }
        terms
    }
}

impl Terms {
    /// The time limit before extra time was added to it.
    pub fn own_limit(&self) -> Option<Minutes> {
        let whole = i64::from(100 + self.extra_percent).max(1);
        let own = |limit: Minutes| i32::try_from(i64::from(limit.0) * 100 / whole).unwrap_or(limit.0);
        self.settings.time_limit.map(|limit| Minutes(own(limit)))
    }
}

impl Plan {
    /// The section that begins with the question on this place, from 0.
    pub fn section_at(&self, place: usize) -> Option<&str> {
        self.section(place).filter(|(first, _)| *first == place).map(|(_, title)| title)
    }

    /// The section that the question on this place, from 0, is in.
    pub fn section_of(&self, place: usize) -> Option<&str> {
        self.section(place).map(|(_, title)| title)
    }

    /// Where the section of a place begins, and its title if it has one.
    fn section(&self, place: usize) -> Option<(usize, &str)> {
        let mut first = 0;
        for (title, length) in &self.sections {
            if place < first + length {
                return Some((first, title.as_str())).filter(|(_, title)| !title.is_empty());
            }
            first += length;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::words::Layout;

    fn settings(minutes: Option<i32>) -> Settings {
        let quiz =
            QuizSettings { time_limit: minutes.map(Minutes), attempts: Some(2), ..QuizSettings::default() };
        Settings { quiz, window: Window::default() }
    }

    #[test]
    fn the_own_exception_comes_before_that_of_the_organisation_and_extra_time_after_both() {
        let group = Changes { time_limit: Some(Minutes(30)), attempts: Some(3), ..Changes::default() };
        let own = Changes { time_limit: Some(Minutes(41)), ..Changes::default() };
        let terms = Terms::resolve(&settings(Some(20)), &[group, own], 25);
        assert_eq!(terms.settings.time_limit, Some(Minutes(52)), "41 and a quarter, rounded up");
        assert_eq!((terms.settings.attempts, terms.extra_percent), (Some(3), 25));
        assert_eq!(terms.own_limit(), Some(Minutes(41)), "before the rounding");
        let plain = Terms::resolve(&settings(None), &[], 50);
        assert_eq!((plain.settings.time_limit, plain.extra_percent), (None, 0), "no clock, nothing to add");
    }

    #[test]
    fn what_an_old_row_does_not_say_is_as_it_was() {
        let old = r#"{"pass":700,"attempts":2,"time_limit":20,"shuffle":true,"draw":null,"diagnostic":false,
            "release":"after_close"}"#;
        let read: QuizSettings = serde_json::from_str(old).unwrap();
        assert_eq!(read.tries, QuizSettings::USUAL_TRIES);
        assert_eq!((read.grace_seconds, read.drill, read.delay), (0, false, None));
        assert_eq!(read.layout, Layout::OnePage);
    }

    #[test]
    fn a_section_begins_where_its_first_question_stands() {
        let sections = vec![("Право".to_owned(), 2), (String::new(), 1), ("Деньги".to_owned(), 3)];
        let plan = Plan { sections, ..Plan::default() };
        let titles: Vec<_> = (0..6).map(|place| plan.section_at(place)).collect();
        assert_eq!(titles, [Some("Право"), None, None, Some("Деньги"), None, None]);
        let within: Vec<_> = (0..7).map(|place| plan.section_of(place)).collect();
        let (law, money) = (Some("Право"), Some("Деньги"));
        assert_eq!(within, [law, law, None, money, money, money, None]);
        let json = serde_json::to_value(&plan).unwrap();
        assert_eq!(serde_json::from_value::<Plan>(json).unwrap(), plan);
    }
}
