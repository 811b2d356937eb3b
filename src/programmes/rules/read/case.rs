//! Reads a case: `NN-name.ru.case.md`, and joins its languages.

use crate::kernel::{Language, Localised};
use crate::programmes::rules::case::{CaseDefinition, CaseSettings, CaseText, Criterion, Level};
use crate::programmes::rules::files::Split;
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::markdown::{self, Dialect, Page};
use crate::programmes::rules::read::sections::{self, Part, take_braces};
use crate::programmes::rules::read::stages::{self, PlanDraft};
use crate::programmes::rules::read::{hand_in, plan};
use crate::programmes::rules::stages::StagePlan;
use crate::programmes::rules::table::{Document, Section, is_key};
use crate::programmes::rules::words::{Accepts, SelfAssessment, Word};
use comrak::Arena;
use comrak::nodes::{Node, NodeValue};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

const REQUIRED: [&str; 4] = ["situation", "task", "hand-in", "criteria"];
const TRAINER: &str = "trainer";
const DEBRIEF: &str = "debrief";
/// What stands before the weight of a criterion.
const WEIGHT: &str = "weight=";

/// One language of a case.
pub(in crate::programmes::rules) struct CaseDraft {
    settings: Option<CaseSettings>,
    has_settings: bool,
    replay: bool,
    text: Option<CaseText>,
    rubric: Option<Vec<Row>>,
    plan: PlanDraft,
}

/// One criterion in one language.
pub(super) struct Row {
    pub line: u32,
    pub key: String,
    /// The stages it belongs to.
    pub stages: Vec<String>,
    /// How many times its points count.
    weight: u32,
    title: String,
    levels: Vec<(u32, String)>,
}

impl Row {
    /// The points of its highest level, as often as they count.
    fn most(&self) -> u32 {
        self.levels.last().map_or(0, |(points, _)| points * self.weight)
    }
}

/// Reads one language of a case. Only the main language must have settings.
pub(in crate::programmes::rules) fn read(text: Split, is_main: bool, page: &mut Page) -> CaseDraft {
    let read = text.front.map(|toml| settings(toml, text.front_line, &mut page.notes));
    let (settings, replay) = read.unwrap_or_default();
    if text.front.is_none() && is_main && !text.unclosed {
        page.add(1, Code::FrontMatterMissing, "pass_points, submissions, accepts …");
    }
    let arena = Arena::new();
    let root = markdown::read(&arena, text.body, Dialect::Case, page);
    let (staged, parts): (Vec<_>, Vec<_>) = sections::divide(root, page).into_iter().partition(is_staged);
    let plan = stages::read(&staged, page);
    let parts = named(parts, page);
    for missing in REQUIRED.into_iter().filter(|key| !parts.contains_key(*key)) {
        page.add(text.body_line, Code::SectionMissing, missing);
    }
    let rubric = parts.get("criteria").and_then(|part| rubric(part, page));
    if let (Some(settings), Some(rubric)) = (&settings, &rubric) {
        let most: u32 = rubric.iter().map(Row::most).sum();
        if settings.pass_points > most {
            let detail = format!("pass_points = {}, the criteria give {most}", settings.pass_points);
            page.add(text.front_line, Code::PassTooHigh, detail);
        }
    }
    plan::check(&plan, rubric.as_deref().unwrap_or_default(), page);
    if replay && staged.is_empty() {
        page.add(text.front_line, Code::KeyUnknown, "replay: the case has no stages");
    }
    CaseDraft {
        settings,
        has_settings: text.front.is_some(),
        replay,
        text: texts(&parts, page),
        rubric,
        plan,
    }
}

fn is_staged(part: &Part) -> bool {
    part.key.as_ref().is_some_and(|key| [stages::STAGE, stages::END].contains(&key.value.as_str()))
}

/// The sections by their keys; notes unknown, repeated and wrongly divided ones.
fn named<'a>(parts: Vec<Part<'a>>, page: &mut Page) -> BTreeMap<String, Part<'a>> {
    let mut named = BTreeMap::new();
    for part in parts {
        markdown::check_levels(part.blocks.iter().flat_map(|block| block.descendants()), 3, page);
        for word in &part.words {
            page.add(part.line, Code::SectionUnknown, word.clone());
        }
        let Some(key) = part.key.as_ref().map(|key| key.value.clone()) else { continue };
        if !REQUIRED.contains(&key.as_str()) && key != TRAINER && key != DEBRIEF {
            page.add(part.line, Code::SectionUnknown, key);
            continue;
        }
        match named.entry(key) {
            Entry::Vacant(free) => {
                free.insert(part);
            }
            Entry::Occupied(taken) => page.add(part.line, Code::KeyRepeated, taken.key().clone()),
        }
    }
    named
}

fn texts(parts: &BTreeMap<String, Part>, page: &mut Page) -> Option<CaseText> {
    let mut html = |key: &str| {
        let part = parts.get(key)?;
        let html = markdown::blocks(part.blocks.iter().copied(), false);
        if html.is_empty() {
            page.add(part.line, Code::TextEmpty, key);
        }
        Some(html)
    };
    let (situation, task, hand_in) = (html("situation"), html("task"), html("hand-in"));
    let trainer_html = html(TRAINER).unwrap_or_default();
    let debrief_html = html(DEBRIEF).unwrap_or_default();
    let (situation_html, task_html, hand_in_html) = (situation?, task?, hand_in?);
    Some(CaseText { situation_html, task_html, hand_in_html, trainer_html, debrief_html })
}

fn rubric(part: &Part, page: &mut Page) -> Option<Vec<Row>> {
    let [table] = part.blocks.as_slice() else {
        page.add(part.line, Code::RubricShape, "");
        return None;
    };
    let rows: Vec<_> = table.children().collect();
    if !matches!(table.data().value, NodeValue::Table(_)) || rows.len() < 2 {
        page.add(part.line, Code::RubricShape, "");
        return None;
    }
    let (head, rows) = rows.split_first()?;
    let points = columns(head, page)?;
    let mut seen = BTreeSet::new();
    let rows: Vec<_> = rows.iter().map(|row| criterion(row, &points, &mut seen, page)).collect();
    rows.into_iter().collect()
}

/// The points of the columns, ascending.
fn columns(head: Node, page: &mut Page) -> Option<Vec<u32>> {
    let line = page.line(head);
    let mut points: Vec<u32> = Vec::new();
    for cell in head.children().skip(1) {
        let text = cell.collect_text();
        let Some(number) = text.trim().parse().ok().filter(|number| *number <= 1000) else {
            page.add(line, Code::RubricShape, format!("column \"{}\"", text.trim()));
            return None;
        };
        if points.last().is_some_and(|last| *last >= number) {
            page.add(line, Code::RubricOrder, text.trim());
            return None;
        }
        points.push(number);
    }
    Some(points)
}

fn criterion(row: Node, points: &[u32], seen: &mut BTreeSet<String>, page: &mut Page) -> Option<Row> {
    let line = page.line(row);
    let mut cells = row.children();
    let first = cells.next()?;
    let mut words = take_braces(first).unwrap_or_default().into_iter();
    let key = words.next();
    let (weights, words): (Vec<_>, Vec<_>) = words.partition(|word| word.starts_with(WEIGHT));
    let weight = weight_of(&weights, line, page);
    let stages = plan::stages_of(words, line, page);
    let title = first.collect_text().trim().to_owned();
    let levels: Vec<_> = points
        .iter()
        .zip(cells)
        .map(|(points, cell)| (*points, cell.collect_text().trim().to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let fault = match &key {
        None => Some((Code::BraceMissing, title.clone())),
        Some(key) if !is_key(key) => Some((Code::KeySyntax, key.clone())),
        Some(key) if !seen.insert(key.clone()) => Some((Code::KeyRepeated, key.clone())),
        Some(key) if title.is_empty() => Some((Code::TextEmpty, key.clone())),
        Some(key) if levels.len() < 2 => Some((Code::RubricLevels, key.clone())),
        Some(_) => None,
    };
    if let Some((code, detail)) = fault {
        page.add(line, code, detail);
        return None;
    }
    Some(Row { line, key: key?, stages, weight: weight?, title, levels })
}

/// How many times points count: once where nothing is said.
fn weight_of(words: &[String], line: u32, page: &mut Page) -> Option<u32> {
    let [word] = words else {
        let detail = words.join(" ");
        return if words.is_empty() {
            Some(1)
        } else {
            page.add(line, Code::RubricWeight, detail);
            None
        };
    };
    let number = word.trim_start_matches(WEIGHT).parse().ok();
    let weight = number.filter(|weight| (1..=Criterion::MOST_WEIGHT).contains(weight));
    if weight.is_none() {
        page.add(line, Code::RubricWeight, word.clone());
    }
    weight
}

/// The settings, and whether the stages may be gone through again.
fn settings(toml: &str, line: u32, notes: &mut Notes) -> (Option<CaseSettings>, bool) {
    let document = Document::parse(toml, line, notes);
    let mut root = document.root();
    let replay = root.flag("replay", notes);
    let settings = handing(&mut root, line, notes);
    root.finish(notes);
    (settings, replay)
}

fn handing(root: &mut Section, line: u32, notes: &mut Notes) -> Option<CaseSettings> {
    let pass_points = root.number("pass_points", 1..=10_000, notes);
    let submissions = root.number("submissions", 1..=100, notes);
    let named = root.has("hand_in");
    let (hand_in, accepts) = if named {
        if root.has("accepts") {
            let beside = accepts_line(root, notes).unwrap_or(line);
            notes.add(beside, Code::HandInShape, "accepts");
        }
        hand_in::read(root, notes).unwrap_or_default()
    } else {
        (Vec::new(), accepts(root, notes))
    };
    let takes_files = accepts.contains(&Accepts::Files);
    let max_files = if takes_files {
        root.number("max_files", 1..=20, notes).map(|files| files.value)
    } else {
        root.number_if("max_files", 0..=20, notes);
        Some(0)
    };
    let self_assessment =
        root.word_if::<SelfAssessment>("self_assessment", notes).map(|assessment| assessment.value);
    let due_written = root.has("due_days");
    let due_days = root.number_if("due_days", 0..=3650, notes);
    let due_fine = due_days.is_some() || !due_written;
    let something = if named { !hand_in.is_empty() } else { !accepts.is_empty() };
    (something && due_fine).then_some(())?;
    Some(CaseSettings {
        pass_points: u32::try_from(pass_points?.value).ok()?,
        submissions: u32::try_from(submissions?.value).ok()?,
        accepts,
        max_files: u32::try_from(max_files?).ok()?,
        due_days: due_days.and_then(|days| u32::try_from(days.value).ok()),
        hand_in,
        self_assessment,
    })
}

/// The line of `accepts` beside parts that say the same.
fn accepts_line(root: &mut Section, notes: &mut Notes) -> Option<u32> {
    root.texts("accepts", notes).first().map(|word| word.line)
}

fn accepts(root: &mut Section, notes: &mut Notes) -> Vec<Accepts> {
    let mut accepts = Vec::new();
    for word in root.list("accepts", notes) {
        match Accepts::parse(&word.value) {
            Some(kind) => accepts.push(kind),
            None => {
                let detail = format!("accepts: \"{}\" (known: text, files)", word.value);
                notes.add(word.line, Code::WordUnknown, detail);
            }
        }
    }
    accepts
}

impl CaseDraft {
    /// Notes where this language differs from the main one in more than words.
    pub(in crate::programmes::rules) fn compare(&self, main: &CaseDraft, notes: &mut Notes) {
        if self.has_settings
            && self.settings.is_some()
            && main.settings.is_some()
            && (&self.settings, self.replay) != (&main.settings, main.replay)
        {
            notes.add(1, Code::LanguageMismatch, "the settings; they may be left out here");
        }
        plan::compare(&self.plan, &main.plan, notes);
        let (Some(here), Some(there)) = (&self.rubric, &main.rubric) else { return };
        if here.len() != there.len() {
            let detail = format!("{} criteria, {} in the main language", here.len(), there.len());
            notes.add(here.first().map_or(1, |row| row.line), Code::LanguageMismatch, detail);
        }
        for (row, main_row) in here.iter().zip(there) {
            let points = |row: &Row| row.levels.iter().map(|(points, _)| *points).collect::<Vec<_>>();
            if row.key != main_row.key {
                let detail = format!("{}: {} is expected", row.key, main_row.key);
                notes.add(row.line, Code::LanguageMismatch, detail);
            } else if points(row) != points(main_row) {
                notes.add(row.line, Code::LanguageMismatch, format!("{}: other levels", row.key));
            } else if row.weight != main_row.weight {
                notes.add(row.line, Code::LanguageMismatch, format!("{}: another weight", row.key));
            } else if row.stages != main_row.stages {
                notes.add(row.line, Code::LanguageMismatch, format!("{}: other stages", row.key));
            }
        }
    }
}

/// Joins the languages of a case; the first is the main one. `None` when any of them has faults.
pub(in crate::programmes::rules) fn join(drafts: Vec<(Language, CaseDraft)>) -> Option<CaseDefinition> {
    let mut settings = None;
    let mut texts = BTreeMap::new();
    let mut rubric: Vec<Criterion> = Vec::new();
    let mut stages: Option<StagePlan> = None;
    for (language, draft) in drafts {
        settings = settings.or(draft.settings);
        texts.insert(language, draft.text?);
        let rows = draft.rubric?;
        plan::join(&mut stages, (language, draft.plan), draft.replay, &rows)?;
        if rubric.is_empty() {
            rubric = rows.iter().map(empty_criterion).collect();
        }
        for (criterion, row) in rubric.iter_mut().zip(rows) {
            criterion.title.put(language, row.title);
            for (level, (_, text)) in criterion.levels.iter_mut().zip(row.levels) {
                level.text.put(language, text);
            }
        }
    }
    Some(CaseDefinition { settings: settings?, texts, rubric, stages })
}

fn empty_criterion(row: &Row) -> Criterion {
    let level = |(points, _): &(u32, String)| Level { points: *points, text: Localised::default() };
    Criterion {
        key: row.key.clone(),
        title: Localised::default(),
        weight: row.weight,
        levels: row.levels.iter().map(level).collect(),
    }
}
