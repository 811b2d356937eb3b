//! The steps of a staged case: facts that arrive one after the other, each with a decision that says which come next.

use crate::kernel::{Language, Minutes};
use crate::programmes::rules::graph::Graph;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a decision stands for that nobody made in time: no choice has such a key.
pub const NO_DECISION: &str = "";

/// The steps of a case with everything their author wrote: for the server, trainers and authors only. A trainee gets
/// one stage at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagePlan {
    /// Whether the steps may be gone through again before the next version of the work.
    pub replay: bool,
    /// In the order they are written; the first is where everybody begins.
    pub stages: Vec<Stage>,
    /// The keys of the ends, in the order they are written.
    pub ends: Vec<String>,
    /// The stages that a criterion of the rubric belongs to; criteria of the whole work are not in it.
    pub criteria: BTreeMap<String, Vec<String>>,
    /// The words by language.
    pub texts: BTreeMap<Language, PlanText>,
}

/// A stage without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Unique among stages and ends of the case.
    pub key: String,
    /// What is decided.
    pub decision: Decision,
    /// The clock, where there is one.
    pub clock: Option<Clock>,
}

/// How long a decision may take, and what comes when it took longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// From opening the stage on.
    pub minutes: Minutes,
    /// The stage or end that follows when nothing was decided in time.
    pub next: String,
}

/// How a stage is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Decision {
    /// One of several choices, in the order they are written.
    Choice {
        /// The choices.
        branches: Vec<Branch>,
    },
    /// A text of one's own, whatever it says.
    Text {
        /// What follows.
        next: String,
    },
}

/// A choice and what follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Unique in the stage.
    pub key: String,
    /// The stage or end that follows.
    pub next: String,
}

/// The words of all stages in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlanText {
    /// By the stage's key.
    pub stages: BTreeMap<String, StageText>,
    /// By the end's key.
    pub ends: BTreeMap<String, EndText>,
}

/// The words of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageText {
    /// Plain text.
    pub title: String,
    /// What becomes known: sanitised block HTML.
    pub facts_html: String,
    /// What is to be decided: plain text.
    pub question: String,
    /// More about the question: sanitised block HTML, may be empty.
    pub detail_html: String,
    /// The choices by their keys: sanitised inline HTML.
    pub choices: BTreeMap<String, String>,
}

/// The words of an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndText {
    /// Plain text.
    pub title: String,
    /// What came of it: sanitised block HTML.
    pub closing_html: String,
}

impl Stage {
    /// Where each decision leads: (the choice's key, nothing for a text; the stage or end), without the clock.
    pub fn branches(&self) -> Vec<(Option<&str>, &str)> {
        match &self.decision {
            Decision::Choice { branches } => {
                branches.iter().map(|branch| (Some(branch.key.as_str()), branch.next.as_str())).collect()
            }
            Decision::Text { next } => vec![(None, next.as_str())],
        }
    }

    /// Everything that may follow, the clock's branch last.
    pub fn targets(&self) -> Vec<&str> {
        let clock = self.clock.iter().map(|clock| clock.next.as_str());
        self.branches().into_iter().map(|(_, next)| next).chain(clock).collect()
    }
}

impl StagePlan {
    /// Where everybody begins.
    pub fn first(&self) -> Option<&Stage> {
        self.stages.first()
    }

    /// A stage by its key.
    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key == key)
    }

    /// Whether a key is that of an end.
    pub fn is_end(&self, key: &str) -> bool {
        self.ends.iter().any(|end| end == key)
    }

    /// The words for a reader: in their language, else kk → ru → en.
    pub fn text(&self, reader: Language) -> Option<&PlanText> {
        reader.fallbacks().find_map(|language| self.texts.get(&language))
    }

    /// The titles of the stages that a criterion belongs to, for a reader; empty for one of the whole work.
    pub fn stages_of(&self, criterion: &str, reader: Language) -> String {
        let keys = self.criteria.get(criterion).into_iter().flatten();
        let title = |key: &String| Some(self.text(reader)?.stages.get(key)?.title.clone());
        keys.filter_map(title).collect::<Vec<_>>().join(" / ")
    }

    /// The steps as a graph.
    pub fn graph(&self) -> Graph<'_> {
        Graph {
            stages: self.stages.iter().map(|stage| (stage.key.as_str(), stage.targets())).collect(),
            ends: self.ends.iter().map(String::as_str).collect(),
        }
    }
}
