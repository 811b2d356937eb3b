//! Reads the stages and ends of a case: `## {stage key minutes=10}` and `## {end key}`.

use crate::kernel::Minutes;
use crate::programmes::rules::finding::Code;
use crate::programmes::rules::graph::{Graph, GraphFault};
use crate::programmes::rules::markdown::{self, Page, is_heading};
use crate::programmes::rules::read::decisions::{self, Asked};
use crate::programmes::rules::read::sections::{Part, take_braces};
use crate::programmes::rules::stages::{Clock, EndText, Stage, StageText};
use crate::programmes::rules::table::{At, is_key};
use comrak::nodes::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// How long a decision may be given, in minutes.
const CLOCK: RangeInclusive<i32> = 1..=240;
/// The words by which a section is known to be one of these.
pub(super) const STAGE: &str = "stage";
pub(super) const END: &str = "end";

/// The stages and ends of a case in one language.
#[derive(Default)]
pub(super) struct PlanDraft {
    pub stages: Vec<StageDraft>,
    pub ends: Vec<EndDraft>,
    /// Something could not be read; what follows from it alone is not reported.
    pub broken: bool,
}

/// A stage in one language.
pub(super) struct StageDraft {
    pub line: u32,
    pub stage: Stage,
    pub text: StageText,
    /// The lines of what leads on, by where it leads.
    pub leads: Vec<At<String>>,
}

/// An end in one language.
pub(super) struct EndDraft {
    pub line: u32,
    pub key: String,
    pub text: EndText,
}

/// Reads the sections, and checks where their decisions lead.
pub(super) fn read(parts: &[Part], page: &mut Page) -> PlanDraft {
    let mut plan = PlanDraft::default();
    let mut seen = BTreeSet::new();
    for part in parts {
        markdown::check_levels(part.blocks.iter().flat_map(|block| block.descendants()), 3, page);
        let is_stage = part.key.as_ref().is_some_and(|key| key.value == STAGE);
        let Some(key) = key_of(part, &mut seen, page) else {
            plan.broken = true;
            continue;
        };
        let title = title_of(part, page);
        if is_stage {
            match stage(part, (key, title), page) {
                Some(stage) => plan.stages.push(stage),
                None => plan.broken = true,
            }
        } else {
            plan.ends.push(end(part, (key, title), page));
        }
    }
    check_graph(&plan, page);
    plan
}

fn key_of(part: &Part, seen: &mut BTreeSet<String>, page: &mut Page) -> Option<String> {
    let fault = match part.words.first() {
        None => (Code::StageWord, String::new()),
        Some(key) if !is_key(key) => (Code::KeySyntax, key.clone()),
        Some(key) if !seen.insert(key.clone()) => (Code::KeyRepeated, key.clone()),
        Some(key) => return Some(key.clone()),
    };
    page.add(part.line, fault.0, fault.1);
    None
}

fn title_of(part: &Part, page: &mut Page) -> String {
    let title = part.heading.collect_text().trim().to_owned();
    if title.is_empty() {
        page.add(part.line, Code::TextEmpty, part.words.join(" "));
    }
    title
}

fn end(part: &Part, (key, title): (String, String), page: &mut Page) -> EndDraft {
    if let Some(word) = part.words.get(1) {
        page.add(part.line, Code::StageWord, word.clone());
    }
    let closing_html = markdown::blocks(part.blocks.iter().copied(), false);
    if closing_html.is_empty() {
        page.add(part.line, Code::TextEmpty, key.clone());
    }
    EndDraft { line: part.line, key, text: EndText { title, closing_html } }
}

fn stage(part: &Part, (key, title): (String, String), page: &mut Page) -> Option<StageDraft> {
    let minutes = minutes(part, page);
    let place = part.blocks.iter().position(|block| is_question(block));
    let (facts, asked) = part.blocks.split_at_checked(place.unwrap_or(part.blocks.len()))?;
    let facts_html = markdown::blocks(facts.iter().copied(), false);
    if facts_html.is_empty() {
        page.add(part.line, Code::TextEmpty, key.clone());
    }
    let Some((heading, blocks)) = asked.split_first() else {
        page.add(part.line, Code::StageDecision, key);
        return None;
    };
    let question = question(heading, page);
    let asked = decisions::read(blocks, page);
    let clock = clock(&asked, minutes, (part, &key), page);
    let leads = asked.leads();
    let decision = asked.decision((part, &key), page)?;
    let choices = asked.choices.into_iter().map(|(_, branch, html)| (branch.key, html)).collect();
    let detail_html = markdown::blocks(asked.detail, false);
    let text = StageText { title, facts_html, question, detail_html, choices };
    let stage = Stage { key, decision, clock: clock? };
    (!asked.broken).then_some(StageDraft { line: part.line, stage, text, leads })
}

/// The words of the braces after the key: the outer `None` of a clock that cannot be read is noted here.
fn minutes(part: &Part, page: &mut Page) -> Option<i32> {
    let mut minutes = None;
    for word in part.words.iter().skip(1) {
        match word.split_once('=') {
            Some(("minutes", number)) if minutes.is_none() => {
                minutes = number.parse().ok().filter(|number| CLOCK.contains(number));
                if minutes.is_none() {
                    let detail = format!("{word} ({} to {})", CLOCK.start(), CLOCK.end());
                    page.add(part.line, Code::ValueRange, detail);
                }
            }
            _ => page.add(part.line, Code::StageWord, word.clone()),
        }
    }
    minutes
}

/// Whether a block is `### {question} …`; the brace is taken out only of the heading that is one.
fn is_question(block: &Node) -> bool {
    is_heading(block, 3) && block.collect_text().trim_start().starts_with("{question}")
}

fn question(heading: Node, page: &mut Page) -> String {
    take_braces(heading);
    let question = heading.collect_text().trim().to_owned();
    if question.is_empty() {
        let line = page.line(heading);
        page.add(line, Code::TextEmpty, "question");
    }
    question
}

/// The clock; the outer `None` when only one half of it is there.
fn clock(
    asked: &Asked,
    minutes: Option<i32>,
    (part, key): (&Part, &str),
    page: &mut Page,
) -> Option<Option<Clock>> {
    let written = part.words.iter().any(|word| word.starts_with("minutes="));
    match (minutes, &asked.timeout) {
        (Some(minutes), Some(next)) => {
            Some(Some(Clock { minutes: Minutes(minutes), next: next.value.clone() }))
        }
        (None, None) if !written => Some(None),
        (None, _) if written => None,
        _ if asked.broken => None,
        _ => {
            page.add(part.line, Code::TimeoutTarget, key);
            None
        }
    }
}

/// What follows only from another fault is not reported: without ends every path is astray, and behind an unknown
/// key anything may come.
fn check_graph(plan: &PlanDraft, page: &mut Page) {
    let lines: BTreeMap<&str, u32> = plan.lines();
    let Some(first) = lines.values().min().copied() else { return };
    if plan.stages.is_empty() {
        if !plan.broken {
            page.add(first, Code::StageMissing, "");
        }
        return;
    }
    let line_of = |key: &str| lines.get(key).copied().unwrap_or(first);
    let graph = plan.graph();
    let faults = graph.faults();
    let endless = plan.broken || faults.contains(&GraphFault::NoEnd);
    let astray = endless || faults.iter().any(|fault| matches!(fault, GraphFault::Unknown { .. }));
    for fault in faults {
        match fault {
            GraphFault::NoEnd if !plan.broken => page.add(first, Code::EndMissing, ""),
            GraphFault::Unknown { from, to } if !endless => {
                page.add(plan.lead_line(from, to), Code::StageUnknown, format!("{from} -> {to}"));
            }
            GraphFault::Unreachable(key) if !astray => page.add(line_of(key), Code::StageUnreachable, key),
            GraphFault::DeadEnd(key) => page.add(line_of(key), Code::StageDeadEnd, key),
            GraphFault::Loop { from, to } => {
                page.add(plan.lead_line(from, to), Code::StageLoop, format!("{from} -> {to}"));
            }
            GraphFault::NoEnd | GraphFault::Unknown { .. } | GraphFault::Unreachable(_) => {}
        }
    }
}

impl PlanDraft {
    /// Where each decision leads.
    pub(super) fn graph(&self) -> Graph<'_> {
        Graph {
            stages: self.stages.iter().map(|one| (one.stage.key.as_str(), one.stage.targets())).collect(),
            ends: self.ends.iter().map(|end| end.key.as_str()).collect(),
        }
    }

    fn lines(&self) -> BTreeMap<&str, u32> {
        let stages = self.stages.iter().map(|one| (one.stage.key.as_str(), one.line));
        stages.chain(self.ends.iter().map(|end| (end.key.as_str(), end.line))).collect()
    }

    fn lead_line(&self, from: &str, to: &str) -> u32 {
        let stage = self.stages.iter().find(|one| one.stage.key == from);
        let lead = stage.and_then(|one| one.leads.iter().find(|lead| lead.value == to));
        lead.map(|lead| lead.line).or(stage.map(|one| one.line)).unwrap_or(1)
    }
}
