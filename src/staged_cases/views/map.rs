//! The map of the stages: a figure, and the same as a list, which says everything the figure shows.

use super::parts::Linked;
use crate::programmes::rules::{PlanText, Stage, StagePlan};
use crate::render::SafeHtml;
use crate::staged_cases::rules::{Tally, Way};
use serde::Serialize;
use std::collections::BTreeMap;

/// How far apart the places are, in units of the figure.
const ACROSS: usize = 96;
const DOWN: usize = 84;
const MARGIN: usize = 40;

/// The map.
#[derive(Debug, Clone, Serialize)]
pub struct MapView {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) stages: Vec<StageLine>,
    pub(super) ends: Vec<EndLine>,
    pub(super) is_counted: bool,
}

/// A stage or an end in the figure.
#[derive(Debug, Clone, Serialize)]
pub struct Node {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) label: String,
    pub(super) is_end: bool,
}

/// What leads from one to another.
#[derive(Debug, Clone, Serialize)]
pub struct Edge {
    pub(super) d: String,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) count: Option<usize>,
    pub(super) is_clock: bool,
}

/// A stage in the list.
#[derive(Debug, Clone, Serialize)]
pub struct StageLine {
    pub(super) label: String,
    pub(super) title: String,
    pub(super) facts: SafeHtml,
    pub(super) question: String,
    pub(super) minutes: Option<i32>,
    pub(super) came: usize,
    pub(super) ways: Vec<WayLine>,
}

/// Where a decision leads.
#[derive(Debug, Clone, Serialize)]
pub struct WayLine {
    pub(super) html: Option<SafeHtml>,
    pub(super) is_clock: bool,
    pub(super) to_label: String,
    pub(super) to_title: String,
    pub(super) to_end: bool,
    pub(super) took: usize,
}

/// An end in the list.
#[derive(Debug, Clone, Serialize)]
pub struct EndLine {
    pub(super) label: String,
    pub(super) title: String,
    pub(super) closing: SafeHtml,
    pub(super) came: usize,
}

/// What is needed to draw and to name.
struct Atlas<'p> {
    plan: &'p StagePlan,
    words: &'p PlanText,
    tally: Option<&'p Tally>,
    places: BTreeMap<&'p str, (usize, usize)>,
}

impl MapView {
    /// The map of a plan; with a tally it says how many went where.
    pub fn new(plan: &StagePlan, words: &PlanText, tally: Option<&Tally>, linked: Linked<'_>) -> MapView {
        let places = places(plan);
        let (across, down) =
            places.values().fold((0, 0), |(x, y), (column, layer)| (x.max(*column), y.max(*layer)));
        let atlas = Atlas { plan, words, tally, places };
        MapView {
            width: across * ACROSS + ACROSS + 2 * MARGIN,
            height: down * DOWN + 2 * MARGIN,
            nodes: atlas.nodes(),
            edges: atlas.edges(),
            stages: plan.stages.iter().map(|stage| atlas.stage(stage, linked)).collect(),
            ends: plan.ends.iter().map(|end| atlas.end(end, linked)).collect(),
            is_counted: tally.is_some(),
        }
    }
}

/// Columns and layers: what lies further from the beginning stands lower, ends in the lowest layer.
fn places(plan: &StagePlan) -> BTreeMap<&str, (usize, usize)> {
    let layers = plan.graph().layers();
    let lowest = layers.values().max().copied().unwrap_or_default();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let keys = plan.stages.iter().map(|stage| stage.key.as_str()).chain(plan.ends.iter().map(String::as_str));
    let mut place = |key: &str| {
        let layer = if plan.is_end(key) { lowest } else { layers.get(key).copied().unwrap_or_default() };
        let column = taken.entry(layer).or_default();
        *column += 1;
        (*column - 1, layer)
    };
    keys.map(|key| (key, place(key))).collect()
}

impl Atlas<'_> {
    fn point(&self, key: &str) -> (usize, usize) {
        let (column, layer) = self.places.get(key).copied().unwrap_or_default();
        // Every other layer stands aside, so that what goes past one layer passes between its places.
        (MARGIN + column * ACROSS + layer % 2 * (ACROSS / 2), MARGIN + layer * DOWN)
    }

    /// Stages have numbers in the order they are written, ends letters.
    fn label(&self, key: &str) -> String {
        let stage = self.plan.stages.iter().position(|stage| stage.key == key);
        let end = || self.plan.ends.iter().position(|end| end == key);
        match stage {
            Some(place) => (place + 1).to_string(),
            None => end().and_then(|place| ('A'..='Z').nth(place)).map(String::from).unwrap_or_default(),
        }
    }

    fn title(&self, key: &str) -> &str {
        let stage = self.words.stages.get(key).map(|stage| stage.title.as_str());
        stage.or_else(|| Some(self.words.ends.get(key)?.title.as_str())).unwrap_or_default()
    }

    fn nodes(&self) -> Vec<Node> {
        let node = |key: &str, is_end: bool| {
            let (x, y) = self.point(key);
            Node { x, y, label: self.label(key), is_end }
        };
        let stages = self.plan.stages.iter().map(|stage| node(&stage.key, false));
        stages.chain(self.plan.ends.iter().map(|end| node(end, true))).collect()
    }

    /// Decisions that lead the same way are one line; the clock's is a line of its own.
    fn edges(&self) -> Vec<Edge> {
        let mut lines: BTreeMap<(&str, &str, bool), usize> = BTreeMap::new();
        for stage in &self.plan.stages {
            for (way, next) in ways(stage) {
                let key = (stage.key.as_str(), next, way == Way::Clock);
                *lines.entry(key).or_default() += self.took(&stage.key, way);
            }
        }
        lines.into_iter().map(|((from, to, is_clock), count)| self.edge(from, to, is_clock, count)).collect()
    }

    /// A line that goes past two layers bends, so that it does not run through what stands there.
    fn edge(&self, from: &str, to: &str, is_clock: bool, count: usize) -> Edge {
        let ((x1, y1), (x2, y2)) = (self.point(from), self.point(to));
        let bend = if y2 > y1 + 2 * DOWN || is_clock { ACROSS } else { 0 };
        let (x, y) = ((x1 + x2) / 2 + bend, y1.midpoint(y2));
        let d = format!("M{x1} {} Q{x} {y} {x2} {}", y1 + 20, y2.saturating_sub(20));
        // The middle of such a curve lies half way between its bend and the straight line.
        let count = self.tally.map(|_| count);
        Edge { d, x: x - bend / 2 + 6, y: y + 4, count, is_clock }
    }

    fn took(&self, stage: &str, way: Way) -> usize {
        let counted = self.tally.and_then(|tally| tally.took.get(&(stage.to_owned(), way)));
        counted.copied().unwrap_or_default()
    }

    fn came(&self, key: &str) -> usize {
        self.tally.and_then(|tally| tally.came.get(key)).copied().unwrap_or_default()
    }

    fn stage(&self, stage: &Stage, linked: Linked<'_>) -> StageLine {
        let text = self.words.stages.get(&stage.key);
        let html = |way: &Way| match way {
            Way::Choice(key) => text.and_then(|text| text.choices.get(key)).map(|html| linked(html)),
            Way::Text | Way::Clock => None,
        };
        let line = |(way, next): (Way, &str)| WayLine {
            html: html(&way),
            is_clock: way == Way::Clock,
            to_label: self.label(next),
            to_title: self.title(next).to_owned(),
            to_end: self.plan.is_end(next),
            took: self.took(&stage.key, way),
        };
        StageLine {
            label: self.label(&stage.key),
            title: self.title(&stage.key).to_owned(),
            facts: linked(text.map_or("", |text| text.facts_html.as_str())),
            question: text.map(|text| text.question.clone()).unwrap_or_default(),
            minutes: stage.clock.as_ref().map(|clock| clock.minutes.0),
            came: self.came(&stage.key),
            ways: ways(stage).into_iter().map(line).collect(),
        }
    }

    fn end(&self, key: &str, linked: Linked<'_>) -> EndLine {
        let closing = self.words.ends.get(key).map_or("", |end| end.closing_html.as_str());
        EndLine {
            label: self.label(key),
            title: self.title(key).to_owned(),
            closing: linked(closing),
            came: self.came(key),
        }
    }
}

fn ways(stage: &Stage) -> Vec<(Way, &str)> {
    let way = |(choice, next): (Option<&str>, _)| {
        (choice.map_or(Way::Text, |key: &str| Way::Choice(key.to_owned())), next)
    };
    let clock = stage.clock.iter().map(|clock| (Way::Clock, clock.next.as_str()));
    stage.branches().into_iter().map(way).chain(clock).collect()
}
