//! The conditions of a document in words and numbers, for every page that shows them.

use crate::kernel::{EnrolmentId, Language, Minutes, Permille};
use crate::progress::rules::{About, Condition};
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
    /// How far it is, of a hundred, where a bar helps.
    pub percent: Option<i32>,
    /// What to do about it.
    pub note: String,
    /// Where to do it.
    pub url: Option<String>,
}

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
    pub fn all(&self, conditions: &[Condition], enrolment: EnrolmentId) -> Vec<ConditionView> {
        conditions.iter().map(|condition| self.one(condition, enrolment)).collect()
    }

    /// Hours with one decimal at most: `12`, `4,5`.
    pub fn hours(&self, minutes: Minutes) -> String {
        let tenths = minutes.academic_tenths(self.academic_hour);
        let comma = if self.language == Language::En { '.' } else { ',' };
        if tenths % 10 == 0 {
            (tenths / 10).to_string()
        } else {
            format!("{}{comma}{}", tenths / 10, tenths % 10)
        }
    }

    fn one(&self, condition: &Condition, enrolment: EnrolmentId) -> ConditionView {
        let met = condition.met;
        match &condition.about {
            About::Attendance { attended, planned, share, needed } => {
                self.share("attendance", met, (*attended, *planned), (*share, *needed))
            }
            About::Hours { credited, planned, share, needed } => {
                self.share("hours", met, (*credited, *planned), (*share, *needed))
            }
            About::Declaration { question, .. } => ConditionView {
                url: Some(paths::course_questions(enrolment)),
                ..self.work("answer", met, question.for_reader(self.language), None)
            },
            About::Quiz { activity, title, best } => ConditionView {
                url: Some(paths::quiz(enrolment, *activity)),
                ..self.work("quiz", met, title.for_reader(self.language), *best)
            },
            About::Case { activity, title, best } => ConditionView {
                url: Some(paths::case(enrolment, *activity)),
                ..self.work("case", met, title.for_reader(self.language), *best)
            },
        }
    }

    fn share(
        &self,
        what: &str,
        met: bool,
        (have, planned): (Minutes, Minutes),
        (share, needed): (Permille, Permille),
    ) -> ConditionView {
        let (percent, need) = (share.as_percent().to_string(), needed.as_percent().to_string());
        let numbers = [("have", self.hours(have)), ("planned", self.hours(planned)), ("percent", percent)];
        let numbers: Vec<(&str, &str)> =
            numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ConditionView {
            met,
            text: self.say(&format!("progress-condition-{what}"), &[("needed", &need)]),
            numbers: self.say("progress-condition-hours-of", &numbers),
            percent: Some(share.as_percent()),
            note: if met { String::new() } else { self.say(&format!("progress-condition-{what}-note"), &[]) },
            url: None,
        }
    }

    fn work(&self, what: &str, met: bool, title: &str, best: Option<Permille>) -> ConditionView {
        let numbers = match best {
            Some(best) => self.say("progress-condition-best", &[("percent", &best.as_percent().to_string())]),
            None => String::new(),
        };
        ConditionView {
            met,
            text: self.say(&format!("progress-condition-{what}"), &[("title", title)]),
            numbers,
            percent: None,
            note: if met { String::new() } else { self.say(&format!("progress-condition-{what}-note"), &[]) },
            url: None,
        }
    }

    /// A message in the reader's language.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.text_with(self.language, key, args)
    }
}
