//! A case exercise: a situation, a task, what to hand in, and the criteria it is graded by.

use crate::kernel::{Language, Localised};
use crate::programmes::rules::hand_in::Part;
use crate::programmes::rules::stages::StagePlan;
use crate::programmes::rules::words::{Accepts, SelfAssessment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A case with everything a trainer needs: for the server and trainers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDefinition {
    /// How it is handed in.
    pub settings: CaseSettings,
    /// The texts by language.
    pub texts: BTreeMap<Language, CaseText>,
    /// What it is graded by.
    pub rubric: Vec<Criterion>,
    /// The steps that come before the work, where its facts arrive one after the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stages: Option<StagePlan>,
}

/// How a case is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSettings {
    /// The points that pass.
    pub pass_points: u32,
    /// How many versions may be handed in.
    pub submissions: u32,
    /// What may be handed in.
    pub accepts: Vec<Accepts>,
    /// How many files one version may have; 0 when files are not accepted.
    pub max_files: u32,
    /// Days after the edition's start; `None` for the edition's end.
    pub due_days: Option<u32>,
    /// The parts of a work, where the case names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_in: Vec<Part>,
    /// Whether trainees judge their own work by the rubric before they hand it in; nothing where they do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_assessment: Option<SelfAssessment>,
}

/// The texts of a case in one language: sanitised block HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseText {
    /// What happened.
    pub situation_html: String,
    /// What to do about it.
    pub task_html: String,
    /// What to hand in.
    pub hand_in_html: String,
    /// Notes that only trainers see; empty when there are none.
    pub trainer_html: String,
    /// What is said about the case when it is over; trainees see it only then. Empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub debrief_html: String,
}

/// One criterion of the rubric. Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique in the case.
    pub key: String,
    /// What is looked at.
    pub title: Localised,
    /// How many times its points count; at least 1.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub weight: u32,
    /// From the lowest to the highest.
    pub levels: Vec<Level>,
}

/// The weight of a criterion that names none.
fn once() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_once(weight: &u32) -> bool {
    *weight == once()
}

impl Criterion {
    /// The heaviest weight.
    pub const MOST_WEIGHT: u32 = 10;

    /// The points of its highest level, before its weight.
    pub fn most_points(&self) -> u32 {
        self.levels.iter().map(|level| level.points).max().unwrap_or_default()
    }

    /// What points of a level count in the total.
    pub fn counted(&self, points: u32) -> u32 {
        points.saturating_mul(self.weight)
    }

    /// The points of a faultless work by all these criteria, with their weights.
    pub fn most_of(criteria: &[Criterion]) -> u32 {
        let most = criteria.iter().map(|criterion| criterion.counted(criterion.most_points()));
        most.fold(0, u32::saturating_add)
    }
}

/// One level of a criterion. Plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// What it gives.
    pub points: u32,
    /// How a work of this level looks.
    pub text: Localised,
}

/// A case as a trainee sees it: without the trainer's notes, the debrief and the stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicCase {
    /// The language the texts are really in.
    pub language: Language,
    /// What happened.
    pub situation_html: String,
    /// What to do about it.
    pub task_html: String,
    /// What to hand in.
    pub hand_in_html: String,
    /// What it is graded by.
    pub rubric: Vec<Criterion>,
}

impl CaseDefinition {
    /// The points of a faultless work.
    pub fn most_points(&self) -> u32 {
        Criterion::most_of(&self.rubric)
    }

    /// Whether something is said about it when it is over.
    pub fn has_debrief(&self) -> bool {
        self.texts.values().any(|text| !text.debrief_html.is_empty())
    }

    /// The texts for a reader, with the language they are in: the reader's, then kk → ru → en.
    pub fn text(&self, reader: Language) -> Option<(Language, &CaseText)> {
        reader.fallbacks().find_map(|language| Some((language, self.texts.get(&language)?)))
    }

    /// What a trainee sees.
    pub fn public(&self, reader: Language) -> Option<PublicCase> {
        let (language, text) = self.text(reader)?;
        Some(PublicCase {
            language,
            situation_html: text.situation_html.clone(),
            task_html: text.task_html.clone(),
            hand_in_html: text.hand_in_html.clone(),
            rubric: self.rubric.clone(),
        })
    }
}
