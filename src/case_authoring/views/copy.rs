//! A working copy as a whole: what is wrong with it, its parts, its map, and what can be done with it.

use super::plan::PlanForm;
use super::{FaultLine, Place, Saved, Tab, Ways, crumbs, fault_lines, languages, place};
use crate::case_authoring::actions::Open;
use crate::case_authoring::rules::sketch::sketch;
use crate::case_authoring::rules::{Outline, Sort};
use crate::case_authoring::store::TextRow;
use crate::cases::views::Link;
use crate::kernel::{ActivityId, Problem};
use crate::programmes::rules::links::{Addresses, linked};
use crate::render::SafeHtml;
use crate::staged_cases::views::MapView;
use crate::web::{Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page of a working copy.
#[derive(Debug, Clone, Serialize)]
pub struct CopyPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) module: String,
    pub(super) hours: i32,
    /// The title and the hours of a case that no version has yet.
    pub(super) plan: Option<PlanForm>,
    pub(super) base: i32,
    /// The number of a newer version than the base; 0 when there is none.
    pub(super) newer: i32,
    pub(super) language: &'static str,
    pub(super) languages: Vec<Tab>,
    pub(super) missing: Vec<Missing>,
    pub(super) saved: Saved,
    pub(super) revision: i32,
    /// Findings are led to by their parts, not by their lines.
    pub(super) by_line: bool,
    pub(super) faults: Vec<FaultLine>,
    pub(super) errors: usize,
    pub(super) parts: Vec<PartLine>,
    pub(super) addable: Vec<Addable>,
    pub(super) is_staged: bool,
    pub(super) map: Option<MapView>,
    pub(super) urls: Urls,
    pub(super) ways: Ways,
}

/// Where everything leads.
#[derive(Debug, Clone, Serialize)]
pub struct Urls {
    pub(super) file: String,
    pub(super) add: String,
    pub(super) translate: String,
    pub(super) publish: String,
    pub(super) rebase: String,
    pub(super) withdraw: String,
}

/// A language of the programme that the case is not written in.
#[derive(Debug, Clone, Serialize)]
pub struct Missing {
    pub(super) tag: &'static str,
    pub(super) name: &'static str,
}

/// One part of the case.
#[derive(Debug, Clone, Serialize)]
pub struct PartLine {
    pub(super) place: Place,
    pub(super) url: String,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) is_empty: bool,
    /// Only trainers see it; or trainees too, when the case is closed.
    pub(super) seen: &'static str,
}

/// A section that can be added.
#[derive(Debug, Clone, Serialize)]
pub struct Addable {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
}

/// Links of a case that is being written: pictures open, other activities do not.
pub(super) struct Beside(pub Option<ActivityId>);

impl Addresses for Beside {
    fn media(&self, path: &str) -> String {
        self.0.map_or_else(String::new, |id| paths::preview_media(id, path))
    }

    fn activity(&self, _: &str) -> Option<String> {
        None
    }
}

impl CopyPage {
    /// The page with the text of one language.
    pub fn new(open: &Open, text: &TextRow, reader: &Reader) -> CopyPage {
        let (id, tag) = (open.copy.id, text.language.tag());
        let outline = Outline::of(&text.body);
        let faults = fault_lines(open);
        let map = sketch(&outline, open.definition.as_ref(), text.language).map(|(plan, words)| {
            let beside = Beside(open.beside);
            MapView::new(&plan, &words, None, &|html: &str| SafeHtml::trusted(linked(html, &beside)))
        });
        CopyPage {
            case_title: open.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(open, reader, false),
            module: open.module.for_reader(reader.language).to_owned(),
            hours: open.hours,
            plan: PlanForm::new(open),
            base: open.base.number,
            newer: if open.newest.id == open.base.id { 0 } else { open.newest.number },
            language: tag,
            languages: languages(open, text.language, &|language| paths::case_copy_in(id, language.tag())),
            missing: open
                .missing()
                .into_iter()
                .map(|language| Missing { tag: language.tag(), name: language.own_name() })
                .collect(),
            saved: Saved::of(text, reader),
            revision: text.revision,
            by_line: false,
            errors: faults.iter().filter(|line| line.error).count(),
            parts: parts(open, text, &outline, &faults),
            addable: addable(&outline),
            is_staged: outline.is_staged(),
            faults,
            map,
            urls: Urls::of(open, tag),
            ways: Ways::of(id, tag),
        }
    }
}

impl CopyPage {
    /// The same with another title as it was typed.
    pub fn named(mut self, form: &Form, problem: &Problem) -> CopyPage {
        self.plan = self.plan.map(|plan| plan.typed(form, problem));
        self
    }
}

impl Urls {
    fn of(open: &Open, tag: &str) -> Urls {
        let id = open.copy.id;
        Urls {
            file: paths::case_copy_file(id, tag),
            add: paths::case_copy_parts(id, tag),
            translate: paths::case_copy_texts(id),
            publish: paths::case_copy_publication(id),
            rebase: paths::case_copy_base(id),
            withdraw: paths::case_copy_withdrawal(id),
        }
    }
}

fn parts(open: &Open, text: &TextRow, outline: &Outline, faults: &[FaultLine]) -> Vec<PartLine> {
    let line = |section: Option<usize>| {
        let number = section.map_or(0, |section| section + 1);
        let url = paths::case_copy_part(open.copy.id, text.language.tag(), number);
        let here = |line: &&FaultLine| line.url.split('#').next() == Some(url.as_str());
        let found: Vec<&FaultLine> = faults.iter().filter(here).collect();
        let section_here = section.and_then(|section| outline.sections.get(section));
        let seen = match section_here.map(|section| section.sort()) {
            Some(Sort::Plain(key)) if key == "trainer" => "authoring-seen-trainer",
            Some(Sort::Plain(key)) if key == "debrief" => "authoring-seen-debrief",
            _ => "",
        };
        PartLine {
            place: place(outline, section),
            errors: found.iter().filter(|line| line.error).count(),
            warnings: found.iter().filter(|line| !line.error).count(),
            is_empty: section_here.is_some_and(|section| section.text().trim().is_empty()),
            seen,
            url,
        }
    };
    std::iter::once(None).chain((0..outline.sections.len()).map(Some)).map(line).collect()
}

/// Sections that a case has once, if it does not have them yet.
fn addable(outline: &Outline) -> Vec<Addable> {
    let all = [
        ("situation", "authoring-add-situation"),
        ("task", "authoring-add-task"),
        ("hand-in", "authoring-add-hand-in"),
        ("criteria", "authoring-add-criteria"),
        ("debrief", "authoring-add-debrief"),
        ("trainer", "authoring-add-trainer"),
    ];
    let missing = |key: &str| {
        let sort = if key == "criteria" { Sort::Criteria } else { Sort::Plain(key.to_owned()) };
        outline.place_of(&sort).is_none()
    };
    all.into_iter().filter(|(key, _)| missing(key)).map(|(key, label)| Addable { key, label }).collect()
}

impl View for CopyPage {
    const TEMPLATE: &'static str = "pages/case_authoring/copy";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<CopyPage> {
        super::samples::copies()
    }
}
