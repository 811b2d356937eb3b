//! A working copy as its trainees would see it, with a walk through its steps that nobody writes down.

use super::copy::Beside;
use super::{FaultLine, Ways, crumbs, fault_lines};
use crate::case_authoring::actions::Open;
use crate::case_authoring::rules::{Halt, Walk, Way};
use crate::cases::views::Link;
use crate::kernel::{CaseCopyId, Language};
use crate::programmes::rules::links::linked;
use crate::programmes::rules::{CaseDefinition, Decision, PlanText, Stage, StagePlan};
use crate::render::SafeHtml;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page of a preview.
#[derive(Debug, Clone, Serialize)]
pub struct PreviewPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) ways: Ways,
    /// What keeps the case from being read at all.
    pub(super) faults: Vec<FaultLine>,
    /// Findings are led to by their parts, not by their lines.
    pub(super) by_line: bool,
    pub(super) shown: Option<Shown>,
}

/// A case as trainees see it.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    pub(super) lang: &'static str,
    pub(super) situation: SafeHtml,
    pub(super) walk: Option<WalkView>,
    /// Whether task and criteria are open: without steps at once, else at an end.
    pub(super) is_open: bool,
    pub(super) task: SafeHtml,
    pub(super) hand_in: SafeHtml,
    pub(super) rubric: Vec<CriterionView>,
    pub(super) pass_points: u32,
    pub(super) most_points: u32,
    pub(super) debrief: Option<SafeHtml>,
}

/// The steps that lie behind, and the one where the walk stands.
#[derive(Debug, Clone, Serialize)]
pub struct WalkView {
    pub(super) past: Vec<PastView>,
    pub(super) step: Option<StepView>,
    pub(super) end: Option<EndView>,
    /// A key that leads nowhere.
    pub(super) nowhere: String,
    pub(super) restart_url: String,
}

/// A step that lies behind.
#[derive(Debug, Clone, Serialize)]
pub struct PastView {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) question: String,
    pub(super) chosen: Option<SafeHtml>,
    pub(super) by_clock: bool,
}

/// The step where the walk stands.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) facts: SafeHtml,
    pub(super) question: String,
    pub(super) detail: SafeHtml,
    pub(super) ways: Vec<WayView>,
    pub(super) words_url: String,
    pub(super) minutes: i32,
    pub(super) clock_url: String,
}

/// A choice with where it leads.
#[derive(Debug, Clone, Serialize)]
pub struct WayView {
    pub(super) html: SafeHtml,
    pub(super) number: usize,
    pub(super) url: String,
}

/// The end that the walk has come to.
#[derive(Debug, Clone, Serialize)]
pub struct EndView {
    pub(super) title: String,
    pub(super) closing: SafeHtml,
}

/// A criterion.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionView {
    pub(super) title: String,
    pub(super) levels: Vec<LevelView>,
}

/// A level of it.
#[derive(Debug, Clone, Serialize)]
pub struct LevelView {
    pub(super) points: u32,
    pub(super) text: String,
}

/// What a walk is shown with.
struct Stand<'s> {
    copy: CaseCopyId,
    language: Language,
    plan: &'s StagePlan,
    words: &'s PlanText,
    html: &'s dyn Fn(&str) -> SafeHtml,
}

impl PreviewPage {
    /// The preview in a language, some steps along a way.
    pub fn new(open: &Open, language: Language, way: &str, reader: &Reader) -> PreviewPage {
        let beside = Beside(open.beside);
        let html = |text: &str| SafeHtml::trusted(linked(text, &beside));
        let shown =
            open.definition.as_ref().and_then(|case| shown(open.copy.id, case, (language, way), &html));
        PreviewPage {
            case_title: open.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(open, reader, true),
            ways: Ways::of(open.copy.id, language.tag()),
            faults: if shown.is_none() { fault_lines(open) } else { Vec::new() },
            by_line: false,
            shown,
        }
    }
}

fn shown(
    copy: CaseCopyId,
    case: &CaseDefinition,
    (language, way): (Language, &str),
    html: &dyn Fn(&str) -> SafeHtml,
) -> Option<Shown> {
    let (language, text) = case.text(language)?;
    let walk = case.stages.as_ref().and_then(|plan| {
        let stand = Stand { copy, language, plan, words: plan.text(language)?, html };
        Some(stand.view(&Walk::along(plan, way)?))
    });
    let level = |level: &crate::programmes::rules::Level| LevelView {
        points: level.points,
        text: level.text.for_reader(language).to_owned(),
    };
    let criterion = |one: &crate::programmes::rules::Criterion| CriterionView {
        title: one.title.for_reader(language).to_owned(),
        levels: one.levels.iter().map(level).collect(),
    };
    Some(Shown {
        lang: language.tag(),
        situation: html(&text.situation_html),
        is_open: walk.as_ref().is_none_or(|walk| walk.end.is_some()),
        walk,
        task: html(&text.task_html),
        hand_in: html(&text.hand_in_html),
        rubric: case.rubric.iter().map(criterion).collect(),
        pass_points: case.settings.pass_points,
        most_points: case.most_points(),
        debrief: Some(text.debrief_html.as_str()).filter(|debrief| !debrief.is_empty()).map(html),
    })
}

impl Stand<'_> {
    fn view(&self, walk: &Walk) -> WalkView {
        let past = walk.past.iter().enumerate().map(|(place, (key, way))| self.past(place + 1, key, *way));
        let mut view = WalkView {
            past: past.collect(),
            step: None,
            end: None,
            nowhere: String::new(),
            restart_url: paths::case_copy_preview(self.copy, self.language.tag()),
        };
        match &walk.at {
            Halt::Step(key) => view.step = self.plan.stage(key).map(|stage| self.step(stage, walk)),
            Halt::End(key) => {
                let text = self.words.ends.get(key);
                view.end = Some(EndView {
                    title: text.map(|text| text.title.clone()).unwrap_or_default(),
                    closing: (self.html)(text.map_or("", |text| text.closing_html.as_str())),
                });
            }
            Halt::Nowhere(key) => view.nowhere.clone_from(key),
        }
        view
    }

    fn past(&self, number: usize, key: &str, way: Way) -> PastView {
        let text = self.words.stages.get(key);
        let choice = match (way, self.plan.stage(key).map(|stage| &stage.decision)) {
            (Way::Choice(place), Some(Decision::Choice { branches })) => {
                branches.get(place.saturating_sub(1)).and_then(|branch| text?.choices.get(&branch.key))
            }
            _ => None,
        };
        PastView {
            number,
            title: text.map(|text| text.title.clone()).unwrap_or_default(),
            question: text.map(|text| text.question.clone()).unwrap_or_default(),
            chosen: choice.map(|choice| (self.html)(choice)),
            by_clock: way == Way::Clock,
        }
    }

    fn step(&self, stage: &Stage, walk: &Walk) -> StepView {
        let text = self.words.stages.get(&stage.key);
        let url = |way: Way| paths::case_copy_walk(self.copy, self.language.tag(), &walk.and(way));
        let (mut ways, mut words_url) = (Vec::new(), String::new());
        match &stage.decision {
            Decision::Choice { branches } => {
                for (number, branch) in (1..).zip(branches) {
                    let words =
                        text.and_then(|text| text.choices.get(&branch.key)).map_or("", String::as_str);
                    ways.push(WayView { html: (self.html)(words), number, url: url(Way::Choice(number)) });
                }
            }
            Decision::Text { .. } => words_url = url(Way::Words),
        }
        StepView {
            number: walk.past.len() + 1,
            title: text.map(|text| text.title.clone()).unwrap_or_default(),
            facts: (self.html)(text.map_or("", |text| text.facts_html.as_str())),
            question: text.map(|text| text.question.clone()).unwrap_or_default(),
            detail: (self.html)(text.map_or("", |text| text.detail_html.as_str())),
            ways,
            words_url,
            minutes: stage.clock.as_ref().map_or(0, |clock| clock.minutes.0),
            clock_url: stage.clock.as_ref().map(|_| url(Way::Clock)).unwrap_or_default(),
        }
    }
}

impl View for PreviewPage {
    const TEMPLATE: &'static str = "pages/case_authoring/preview";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<PreviewPage> {
        super::samples::previews()
    }
}
