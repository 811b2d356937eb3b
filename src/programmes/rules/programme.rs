//! A programme as it is taught: read from its folder once, then immutable. Kept as JSON in database rows.

use crate::kernel::{AcademicHours, Language, Localised, Minutes, Permille};
use crate::programmes::rules::case::CaseDefinition;
use crate::programmes::rules::quiz::QuizDefinition;
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, DocumentKind, Nature, ProgrammeKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One version of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The folder's name.
    pub slug: String,
    /// What it is before the law.
    pub kind: ProgrammeKind,
    /// The languages of its texts; the first is the main one.
    pub languages: Vec<Language>,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
    /// The title, in all three languages of the interface.
    pub title: Localised,
    /// Two or three sentences for the catalogue.
    pub summary: Localised,
    /// Whom it is for.
    pub audience: Localised,
    /// The declared volume, equal to the sum of the activities outside of extra modules.
    pub hours: Volume,
    /// The paper at the end.
    pub document: DocumentKind,
    /// The completion rule an edition starts with.
    pub rule: CompletionShares,
    /// What trainees are asked about themselves, because an extra module hangs on the answer (A14).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declarations: Vec<Declaration>,
    /// The modules in their order.
    pub modules: Vec<Module>,
    /// The files that texts link to.
    pub media: Vec<Media>,
    /// SHA-256 over all of the above, in hexadecimal; the same folder always gives the same.
    pub content_hash: String,
    /// The texts it was read from, by path, so that the next version can be made of them; not part of the JSON.
    #[serde(skip)]
    pub sources: BTreeMap<String, String>,
}

impl Programme {
    /// All activities in the order they are taught.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.modules.iter().flat_map(|module| &module.activities)
    }
}

/// Academic hours of theory, of practice and of self-study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Volume {
    /// Theory.
    pub theory: AcademicHours,
    /// Practice.
    pub practice: AcademicHours,
    /// Self-study. Left out of the JSON where there is none, so that programmes from before keep their hash.
    #[serde(default, skip_serializing_if = "no_hours")]
    pub self_study: AcademicHours,
}

fn no_hours(hours: &AcademicHours) -> bool {
    hours.0 == 0
}

impl Volume {
    /// Theory, practice and self-study together.
    pub fn total(self) -> AcademicHours {
        AcademicHours(self.theory.0.saturating_add(self.practice.0).saturating_add(self.self_study.0))
    }

    /// The hours as programs say them, self-study only where there is some: `24 + 36`, `24 + 36 + 12`.
    pub fn parts(self) -> String {
        let parts =
            [self.theory, self.practice].into_iter().chain(Some(self.self_study).filter(|it| it.0 > 0));
        parts.map(|hours| hours.0.to_string()).collect::<Vec<_>>().join(" + ")
    }
}

/// The shares a trainee must reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionShares {
    /// Of the planned session minutes.
    pub attendance: Permille,
    /// Of the hours that are not sessions.
    pub hours: Permille,
}

/// A question to which a trainee answers that there is experience, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// Unique in the programme, the same in all its versions.
    pub key: String,
    /// The question, in all three languages of the interface.
    pub question: Localised,
}

/// A part of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// The name of its folder.
    pub key: String,
    /// The title, in all three languages of the interface.
    pub title: Localised,
    /// The declaration whose answer "no experience" assigns it; `None` where it is everybody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_for: Option<String>,
    /// The activities in their order.
    pub activities: Vec<Activity>,
}

/// One thing that a trainee does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Unique in the programme, the same in all its versions.
    pub key: String,
    /// How it is completed.
    pub kind: ActivityKind,
    /// The format by the training centre's own open list: `lecture`, `round_table` ….
    pub format: String,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// Whole academic hours; 0 when they are counted inside another activity.
    pub hours: AcademicHours,
    /// Keys of earlier activities that must be completed before this one opens.
    pub after: Vec<String>,
    /// The title, in all three languages of the interface.
    pub title: Localised,
    /// The text, if it has one.
    pub body: Body,
}

/// The content of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "content", rename_all = "snake_case")]
pub enum Body {
    /// Texts of a lesson by language.
    Lesson(BTreeMap<Language, LessonText>),
    /// A quiz.
    Quiz(QuizDefinition),
    /// A case exercise.
    Case(CaseDefinition),
    /// Nothing to read: completed by attendance.
    None,
}

/// A lesson in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonText {
    /// Sanitised HTML; links to files are `media:<path>`, links to other activities `activity:<key>`.
    pub html: String,
    /// Words in the text.
    pub words: u32,
    /// «Что вы унесёте»: plain text.
    pub takeaways: Vec<String>,
    /// What the text rests on.
    pub sources: Vec<Source>,
    /// «Проверьте себя».
    pub self_check: Vec<SelfCheck>,
    /// How long reading takes, rounded up.
    pub reading_minutes: Minutes,
}

/// A document that a lesson rests on (A10). Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The title.
    pub title: String,
    /// The author.
    pub author: String,
    /// The year it was published.
    pub year: u16,
    /// What was taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A question to ask oneself, with its answer. Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfCheck {
    /// The question.
    pub question: String,
    /// The answer, folded away on the page.
    pub answer: String,
}

/// A file that texts link to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// The path relative to the programme's folder, as in `media:<path>`.
    pub path: String,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// The media type, as `image/png`.
    pub media_type: String,
    /// The size in bytes.
    pub size: u64,
    /// The content; not part of the JSON.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}
