//! What stages and rubric say about each other, and the stages of several languages joined into one plan.

use crate::kernel::Language;
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::markdown::Page;
use crate::programmes::rules::read::case::Row;
use crate::programmes::rules::read::stages::PlanDraft;
use crate::programmes::rules::stages::{PlanText, Stage, StagePlan};
use std::collections::{BTreeMap, BTreeSet};

/// The stages that the braces of a criterion name: `stage=one,two`.
pub(super) fn stages_of(words: Vec<String>, line: u32, page: &mut Page) -> Vec<String> {
    let mut stages = Vec::new();
    for word in words {
        match word.split_once('=') {
            Some(("stage", keys)) => stages.extend(keys.split(',').map(str::to_owned)),
            _ => page.add(line, Code::StageWord, word),
        }
    }
    stages
}

/// Notes criteria of unknown stages, and criteria that some path goes past.
pub(super) fn check(plan: &PlanDraft, rubric: &[Row], page: &mut Page) {
    let graph = plan.graph();
    // A map with faults has paths that are not meant; its criteria come after it.
    if plan.broken || (!plan.stages.is_empty() && !graph.faults().is_empty()) {
        return;
    }
    for row in rubric.iter().filter(|row| !row.stages.is_empty()) {
        let known = |key: &&String| graph.stages.iter().any(|(stage, _)| stage == key);
        if let Some(unknown) = row.stages.iter().find(|key| !known(key)) {
            page.add(row.line, Code::CriterionStage, format!("{}: {unknown}", row.key));
        } else if graph.can_avoid(&row.stages.iter().map(String::as_str).collect::<BTreeSet<_>>()) {
            page.add(row.line, Code::CriterionSkipped, row.key.clone());
        }
    }
}

/// Notes where the stages of this language differ from those of the main one in more than words.
pub(super) fn compare(here: &PlanDraft, there: &PlanDraft, notes: &mut Notes) {
    let (stages, ends) = (here.stages.len(), here.ends.len());
    if (stages, ends) != (there.stages.len(), there.ends.len()) {
        let (main_stages, main_ends) = (there.stages.len(), there.ends.len());
        let detail =
            format!("{stages} stages and {ends} ends, {main_stages} and {main_ends} in the main language");
        notes.add(here.stages.first().map_or(1, |one| one.line), Code::LanguageMismatch, detail);
        return;
    }
    for (one, main) in here.stages.iter().zip(&there.stages) {
        if one.stage != main.stage {
            let what = if one.stage.key == main.stage.key { "other decisions" } else { "another stage" };
            notes.add(one.line, Code::LanguageMismatch, format!("{}: {what}", one.stage.key));
        }
    }
    if let Some((one, main)) = here.ends.iter().zip(&there.ends).find(|(one, main)| one.key != main.key) {
        notes.add(one.line, Code::LanguageMismatch, format!("{}: {} is expected", one.key, main.key));
    }
}

/// Adds the stages of a language, the main one first. `None` when they could not be read.
pub(super) fn join(
    plan: &mut Option<StagePlan>,
    (language, draft): (Language, PlanDraft),
    replay: bool,
    rubric: &[Row],
) -> Option<()> {
    if draft.broken {
        return None;
    }
    if draft.stages.is_empty() {
        return Some(());
    }
    let ends: Vec<String> = draft.ends.iter().map(|end| end.key.clone()).collect();
    let stages: Vec<Stage> = draft.stages.iter().map(|one| one.stage.clone()).collect();
    let text = PlanText {
        stages: draft.stages.into_iter().map(|one| (one.stage.key, one.text)).collect(),
        ends: draft.ends.into_iter().map(|end| (end.key, end.text)).collect(),
    };
    let of_stages = rubric.iter().filter(|row| !row.stages.is_empty());
    let criteria: BTreeMap<_, _> = of_stages.map(|row| (row.key.clone(), row.stages.clone())).collect();
    let whole =
        plan.get_or_insert_with(|| StagePlan { replay, stages, ends, criteria, texts: BTreeMap::new() });
    whole.texts.insert(language, text);
    Some(())
}
