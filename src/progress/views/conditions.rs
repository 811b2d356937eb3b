//! The conditions of a document in words and numbers, for every page that shows them.

use crate::editions::rules::AttendanceBase;
use crate::formats::rules::Called;
use crate::formats::views as formats;
use crate::kernel::{EnrolmentId, Language, Minutes, Permille, ZoneName, dates};
use crate::progress::rules::{About, Condition, HeldUp, Work, Works};
use crate::render::Words;
use crate::web::paths;
use serde::Serialize;

/// One condition as the condition list prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionView {
    /// Whether it is met.
    pub met: bool,
    /// What is asked.
    pub text: String,
    /// How far it is.
    pub numbers: String,
    /// The other of two shares: it tells how it goes and decides nothing.
    pub beside: String,
    /// How far it is, of a hundred, where a bar helps.
    pub percent: Option<i32>,
    /// What to do about it.
    pub note: String,
    /// Where to do it.
    pub url: Option<String>,
}

/// What somebody has, of what, and the share that is.
type Part = (Minutes, Minutes, Permille);

/// How conditions are put into words.
pub struct Wording<'a> {
    /// The messages.
    pub words: &'a Words,
    /// The reader's language.
    pub language: Language,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
}

impl Wording<'_> {
    /// All conditions of an enrolment.
    pub fn all(&self, conditions: &[Condition], enrolment: EnrolmentId, works: &Works) -> Vec<ConditionView> {
        conditions.iter().map(|condition| self.one(condition, enrolment, works)).collect()
    }

    /// Why nothing can be done about something now, and what to do about that.
    pub fn held_up(&self, why: HeldUp, zone: ZoneName) -> String {
        let key = match why {
            HeldUp::NoAttemptsLeft => "progress-held-attempts",
            HeldUp::QuizClosed => "progress-held-closed",
            HeldUp::NotBefore(from) => {
                let from = dates::day_and_time(self.language, from, zone);
                return self.say("progress-held-until", &[("from", &from)]);
            }
            HeldUp::NoVersionsLeft => "progress-held-versions",
            HeldUp::TooLate => "progress-held-late",
            HeldUp::NoTeam => "progress-held-team",
        };
        self.say(key, &[])
    }

    /// Hours with one decimal at most, rounded down: `12`, `4,5`, `−2`.
    pub fn hours(&self, minutes: Minutes) -> String {
        let tenths = minutes.academic_tenths(self.academic_hour);
        let sign = if tenths < 0 { "−" } else { "" };
        let tenths = tenths.abs();
        let comma = if self.language == Language::En { '.' } else { ',' };
        if tenths % 10 == 0 {
            format!("{sign}{}", tenths / 10)
        } else {
            format!("{sign}{}{comma}{}", tenths / 10, tenths % 10)
        }
    }

    fn one(&self, condition: &Condition, enrolment: EnrolmentId, works: &Works) -> ConditionView {
        let met = condition.met;
        match &condition.about {
            About::Attendance { attended, planned, share, so_far, base, needed } => {
                let of_planned = (*attended, *planned, *share);
                let of_held = so_far.share().map(|share| (so_far.attended, so_far.held, share));
                let url = Some(paths::person_hours(enrolment));
                ConditionView { url, ..self.attendance(met, (*base, *needed), of_planned, of_held) }
            }
            About::Hours { credited, planned, share, needed } => {
                let url = Some(paths::person_hours(enrolment));
                ConditionView { url, ..self.share("hours", met, (*credited, *planned, *share), *needed) }
            }
            About::Declaration { question, .. } => ConditionView {
                url: Some(paths::course_questions(enrolment)),
                ..self.work("answer", met, question.for_reader(self.language), None)
            },
            About::Quiz { activity, title, best, needed } => ConditionView {
                url: Some(paths::quiz(enrolment, *activity)),
                numbers: self.result(met, *best, *needed),
                ..self.work("quiz", met, title.for_reader(self.language), works.get(activity))
            },
            About::Case { activity, title, best } => ConditionView {
                url: Some(paths::case(enrolment, *activity)),
                numbers: self.result(met, *best, None),
                ..self.work("case", met, title.for_reader(self.language), works.get(activity))
            },
        }
    }

    /// Attendance with both shares, each by its name: the one that decides, and the other beside it. Before the first
    /// session is over there is only one.
    fn attendance(
        &self,
        met: bool,
        (base, needed): (AttendanceBase, Permille),
        of_planned: Part,
        of_held: Option<Part>,
    ) -> ConditionView {
        let (what, decides) = match base {
            AttendanceBase::Planned => ("attendance", of_planned),
            AttendanceBase::Held => ("attendance-held", of_held.unwrap_or(of_planned)),
        };
        let beside = match (base, of_held) {
            (_, None) if of_planned.1 == Minutes::ZERO => String::new(),
            (_, None) => self.say("progress-condition-held-none", &[]),
            (AttendanceBase::Planned, Some(of_held)) => self.part("progress-condition-of-held", of_held),
            (AttendanceBase::Held, Some(_)) => self.part("progress-condition-of-planned", of_planned),
        };
        ConditionView { beside, ..self.share(what, met, decides, needed) }
    }

    fn part(&self, key: &str, (have, all, share): Part) -> String {
        let (have, all, percent) = (self.hours(have), self.hours(all), share.as_percent().to_string());
        self.say(key, &[("have", &have), ("planned", &all), ("percent", &percent)])
    }

    fn result(&self, met: bool, best: Option<Permille>, needed: Option<Permille>) -> String {
        let percent = |share: Permille| share.as_percent().to_string();
        match (best, needed) {
            (Some(best), Some(needed)) if !met => {
                let numbers = [("percent", percent(best)), ("needed", percent(needed))];
                let numbers = numbers.each_ref().map(|(name, value)| (*name, value.as_str()));
                self.say("progress-condition-best-of", &numbers)
            }
            (Some(best), _) => self.say("progress-condition-best", &[("percent", &percent(best))]),
            (None, Some(needed)) if !met => {
                self.say("progress-condition-needed", &[("needed", &percent(needed))])
            }
            _ => String::new(),
        }
    }

    fn share(&self, what: &str, met: bool, part: Part, needed: Permille) -> ConditionView {
        let need = needed.as_percent().to_string();
        ConditionView {
            met,
            text: self.say(&format!("progress-condition-{what}"), &[("needed", &need)]),
            numbers: self.part("progress-condition-hours-of", part),
            beside: String::new(),
            percent: Some(part.2.as_percent()),
            note: if met { String::new() } else { self.say(&format!("progress-condition-{what}-note"), &[]) },
            url: None,
        }
    }

    fn work(&self, what: &str, met: bool, title: &str, work: Option<&Work>) -> ConditionView {
        let note = match work {
            _ if met => String::new(),
            Some(Work::Waiting) => self.say("progress-condition-waits", &[]),
            Some(Work::Graded) => self.say("progress-again-case", &[]),
            Some(Work::Tried(_)) => self.say("progress-again-quiz", &[]),
            Some(Work::HeldUp(_)) | None => self.say(&format!("progress-condition-{what}-note"), &[]),
        };
        ConditionView {
            met,
            text: self.say(&format!("progress-condition-{what}"), &[("title", title)]),
            numbers: String::new(),
            beside: String::new(),
            percent: None,
            note,
            url: None,
        }
    }

    /// The name of a format (A3).
    pub fn format(&self, format: &Called) -> String {
        formats::name(|key| self.say(key, &[]), self.language, format)
    }

    /// A message in the reader's language.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.text_with(self.language, key, args)
    }
}
