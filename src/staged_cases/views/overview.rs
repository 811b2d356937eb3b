//! A case in an edition: who went where, and its debrief; and a case as its authors look at it.

use super::map::MapView;
use crate::cases::views::Link;
use crate::kernel::{ActivityId, Language, dates};
use crate::programmes::rules::links::{Addresses, linked};
use crate::programmes::rules::{CaseDefinition, Criterion};
use crate::render::SafeHtml;
use crate::staged_cases::actions::{CasePreview, Overview};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// Links of a case outside of any enrolment: files open, other activities do not.
struct Outside(ActivityId);

impl Addresses for Outside {
    fn media(&self, path: &str) -> String {
        paths::preview_media(self.0, path)
    }

    fn activity(&self, _: &str) -> Option<String> {
        None
    }
}

/// A text with its links turned into addresses that belong to nobody's enrolment.
pub(super) fn html(activity: ActivityId, html: &str) -> SafeHtml {
    SafeHtml::trusted(linked(html, &Outside(activity)))
}

/// The page of a case in an edition.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) begun: usize,
    pub(super) ended: usize,
    pub(super) map: Option<MapView>,
    pub(super) debrief: Option<SafeHtml>,
    pub(super) debrief_url: String,
    pub(super) debrief_opened: Option<String>,
}

impl OverviewPage {
    /// A case in an edition.
    pub fn new(overview: &Overview, reader: &Reader) -> OverviewPage {
        let (edition, id) = (&overview.edition, overview.activity);
        let linked = |text: &str| html(id, text);
        let map = map(&overview.definition, reader.language, |plan, words| {
            MapView::new(plan, words, Some(&overview.tally), &linked)
        });
        OverviewPage {
            case_title: overview.title.for_reader(reader.language).to_owned(),
            crumbs: vec![Link { label: edition.title.clone(), url: paths::edition(edition.id) }],
            begun: overview.tally.begun,
            ended: overview.tally.ended,
            map,
            debrief: debrief(&overview.definition, reader.language).map(linked),
            debrief_url: paths::case_debrief(edition.id, id),
            debrief_opened: overview
                .debrief_opened
                .map(|at| dates::date_and_time(reader.language, at, reader.zone)),
        }
    }
}

fn map(
    definition: &CaseDefinition,
    language: Language,
    draw: impl Fn(&crate::programmes::rules::StagePlan, &crate::programmes::rules::PlanText) -> MapView,
) -> Option<MapView> {
    let plan = definition.stages.as_ref()?;
    Some(draw(plan, plan.text(language)?))
}

fn debrief(definition: &CaseDefinition, language: Language) -> Option<&str> {
    let (_, text) = definition.text(language)?;
    Some(text.debrief_html.as_str()).filter(|html| !html.is_empty())
}

impl View for OverviewPage {
    const TEMPLATE: &'static str = "pages/staged_cases/overview";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<OverviewPage> {
        super::samples::overviews()
    }
}

/// The page of a case outside of any edition.
#[derive(Debug, Clone, Serialize)]
pub struct CasePreviewPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) situation: SafeHtml,
    pub(super) map: Option<MapView>,
    pub(super) task: SafeHtml,
    pub(super) hand_in: SafeHtml,
    pub(super) rubric: Vec<CriterionLine>,
    pub(super) trainer_notes: Option<SafeHtml>,
    pub(super) debrief: Option<SafeHtml>,
}

/// A criterion with the stages it belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionLine {
    pub(super) title: String,
    /// How many times its points count, where that is more than once.
    pub(super) weight: Option<u32>,
    pub(super) stages: String,
    pub(super) levels: Vec<LevelLine>,
}

/// A level of it.
#[derive(Debug, Clone, Serialize)]
pub struct LevelLine {
    pub(super) points: u32,
    pub(super) text: String,
}

impl CasePreviewPage {
    /// A case with everything its authors wrote.
    pub fn new(preview: &CasePreview, id: ActivityId, reader: &Reader) -> CasePreviewPage {
        let (definition, language) = (&preview.definition, reader.language);
        let linked = |text: &str| html(id, text);
        let text = definition.text(language).map(|(_, text)| text);
        let part = |html: Option<&String>| linked(html.map_or("", String::as_str));
        let (slug, number) = &preview.programme;
        let notes = text.map(|text| text.trainer_html.as_str()).filter(|html| !html.is_empty());
        CasePreviewPage {
            case_title: preview.title.for_reader(language).to_owned(),
            crumbs: vec![Link { label: slug.clone(), url: paths::programme_version(slug, *number) }],
            situation: part(text.map(|text| &text.situation_html)),
            map: map(definition, language, |plan, words| MapView::new(plan, words, None, &linked)),
            task: part(text.map(|text| &text.task_html)),
            hand_in: part(text.map(|text| &text.hand_in_html)),
            rubric: definition
                .rubric
                .iter()
                .map(|one| CriterionLine::new(one, definition, language))
                .collect(),
            trainer_notes: notes.map(linked),
            debrief: debrief(definition, language).map(linked),
        }
    }
}

impl CriterionLine {
    fn new(criterion: &Criterion, definition: &CaseDefinition, language: Language) -> CriterionLine {
        let level = |level: &crate::programmes::rules::Level| LevelLine {
            points: level.points,
            text: level.text.for_reader(language).to_owned(),
        };
        CriterionLine {
            title: criterion.title.for_reader(language).to_owned(),
            weight: Some(criterion.weight).filter(|weight| *weight > 1),
            stages: definition
                .stages
                .as_ref()
                .map_or_else(String::new, |plan| plan.stages_of(&criterion.key, language)),
            levels: criterion.levels.iter().map(level).collect(),
        }
    }
}

impl View for CasePreviewPage {
    const TEMPLATE: &'static str = "pages/staged_cases/preview";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<CasePreviewPage> {
        super::samples::previews()
    }
}
