//! One part of a working copy as a form.

use super::forms::{Fields, RubricForm, SettingsForm, StepForm};
use super::{Place, Saved, crumbs, fault, place};
use crate::case_authoring::actions::Open;
use crate::case_authoring::rules::{Outline, Part, Sort, spots};
use crate::case_authoring::store::TextRow;
use crate::cases::views::Link;
use crate::kernel::Fault;
use crate::programmes::rules::{Code, Finding};
use crate::web::{Field, Reader, Say, Title, View, paths};
use serde::Serialize;

/// The page of one part.
#[derive(Debug, Clone, Serialize)]
pub struct PartPage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) place: Place,
    pub(super) lang: &'static str,
    pub(super) kind: &'static str,
    /// What the part is for; `hint` is a word of the fields.
    pub(super) part_hint: &'static str,
    pub(super) settings: Option<SettingsForm>,
    pub(super) step: Option<StepForm>,
    pub(super) criteria: Option<RubricForm>,
    pub(super) plain: Option<PlainForm>,
    pub(super) raw: Option<Field>,
    /// What is wrong with the part as a whole.
    pub(super) general: Field,
    /// Everything that has faults, for the summary.
    pub(super) fields: Vec<Field>,
    pub(super) revision: i32,
    pub(super) saved: Saved,
    /// Somebody else saved meanwhile: who, and when.
    pub(super) theirs: Option<Saved>,
    pub(super) can_move: bool,
    pub(super) can_remove: bool,
    pub(super) is_step: bool,
    pub(super) url: String,
    pub(super) copy_url: String,
    pub(super) text_url: String,
    pub(super) next_url: String,
    pub(super) previous_url: String,
}

/// The form of a heading and a text.
#[derive(Debug, Clone, Serialize)]
pub struct PlainForm {
    pub(super) title: Field,
    pub(super) text: Field,
}

/// What was typed and not saved.
#[derive(Debug, Clone)]
pub struct TypedPart {
    /// The part.
    pub part: Part,
    /// What is wrong with its fields; none when somebody else saved meanwhile.
    pub faults: Vec<Fault>,
}

impl PartPage {
    /// The page of the part at a place, `None` for the settings; with what was typed where it was not saved. `None`
    /// when there is no such part.
    pub fn new(
        (open, text): (&Open, &TextRow),
        section: Option<usize>,
        typed: Option<&TypedPart>,
        (reader, say): (&Reader, Say<'_>),
    ) -> Option<PartPage> {
        let outline = Outline::of(&text.body);
        let stored = Part::of(&outline, section)?;
        let faults = typed.map_or_else(|| found(open, text, &outline, section), |typed| typed.faults.clone());
        let part = typed.map_or(&stored, |typed| &typed.part);
        let fields = Fields(&faults);
        let sort = section.and_then(|at| outline.sections.get(at)).map(|section| section.sort());
        let saved = Saved::of(text, reader);
        let conflict = typed.is_some_and(|typed| typed.faults.is_empty());
        let moves = matches!(sort, Some(Sort::Step(_) | Sort::End(_)));
        let (id, tag) = (open.copy.id, text.language.tag());
        let number = section.map_or(0, |section| section + 1);
        let beside = |number: usize| paths::case_copy_part(id, tag, number);
        let mut page = PartPage {
            case_title: open.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(open, reader, true),
            place: place(&outline, section),
            lang: tag,
            kind: part.kind(),
            part_hint: hint(sort.as_ref()),
            settings: None,
            step: None,
            criteria: None,
            plain: None,
            raw: None,
            general: Field { faults: general(&faults), ..Field::filled("part", "") },
            fields: Vec::new(),
            revision: text.revision,
            theirs: conflict.then(|| saved.clone()),
            saved,
            can_move: moves,
            can_remove: section.is_some(),
            is_step: matches!(sort, Some(Sort::Step(_))),
            url: paths::case_copy_part(id, tag, number),
            copy_url: paths::case_copy_in(id, tag),
            text_url: paths::case_copy_text(id, tag),
            next_url: if number < outline.sections.len() { beside(number + 1) } else { String::new() },
            previous_url: number.checked_sub(1).map(beside).unwrap_or_default(),
        };
        page.show(part, &outline, &fields, say);
        Some(page)
    }

    fn show(&mut self, part: &Part, outline: &Outline, fields: &Fields<'_>, say: Say<'_>) {
        let mut all = vec![self.general.clone()];
        match part {
            Part::Settings(settings) => {
                let form = SettingsForm::new(settings, outline, fields, say);
                all.extend(form.fields());
                self.settings = Some(form);
            }
            Part::Step(step) => {
                let form = StepForm::new(step, outline, fields, say);
                all.extend(form.fields());
                self.step = Some(form);
            }
            Part::Criteria(rubric) => {
                let form = RubricForm::new(rubric, outline, fields);
                all.extend(form.fields());
                self.criteria = Some(form);
            }
            Part::Plain { title, text } => {
                let form = PlainForm { title: fields.of("title", title), text: fields.of("text", text) };
                all.extend([form.title.clone(), form.text.clone()]);
                self.plain = Some(form);
            }
            Part::Raw(text) => {
                let form = fields.of("text", text);
                all.push(form.clone());
                self.raw = Some(form);
            }
        }
        // What has no field of its own in this form is said of the part as a whole.
        let homeless = |fault: &&Fault| !all.iter().any(|field| field.faults.contains(fault));
        self.general.faults.extend(fields.0.iter().filter(homeless).cloned());
        if let Some(first) = all.first_mut() {
            *first = self.general.clone();
        }
        self.fields = all.into_iter().filter(|field| !field.faults.is_empty()).collect();
    }
}

/// What the checker finds in a part, by field.
fn found(open: &Open, text: &TextRow, outline: &Outline, section: Option<usize>) -> Vec<Fault> {
    // A section that is missing is said on the page of the whole case, where it can be added.
    let here = |finding: &&Finding| finding.file == text.path && finding.code != Code::SectionMissing;
    let own = open.findings.iter().filter(here);
    let spotted = own.map(|finding| (finding, spots::spot(outline, finding)));
    spotted
        .filter(|(_, spot)| spot.section == section)
        .map(|(finding, spot)| fault(finding, &spot.field))
        .collect()
}

fn general(faults: &[Fault]) -> Vec<Fault> {
    faults.iter().filter(|fault| fault.field.is_empty()).cloned().collect()
}

fn hint(sort: Option<&Sort>) -> &'static str {
    match sort {
        None => "authoring-hint-settings",
        Some(Sort::Step(_)) => "authoring-hint-step",
        Some(Sort::End(_)) => "authoring-hint-end",
        Some(Sort::Criteria) => "authoring-hint-criteria",
        Some(Sort::Plain(key)) => match key.as_str() {
            "situation" => "authoring-hint-situation",
            "task" => "authoring-hint-task",
            "hand-in" => "authoring-hint-hand-in",
            "trainer" => "authoring-hint-trainer",
            "debrief" => "authoring-hint-debrief",
            _ => "authoring-hint-unknown",
        },
    }
}

impl View for PartPage {
    const TEMPLATE: &'static str = "pages/case_authoring/part";

    fn title(&self) -> Title {
        let parts = [self.place.title.as_str(), self.case_title.as_str()];
        Title::text(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "))
    }

    fn samples() -> Vec<PartPage> {
        super::samples::parts()
    }
}
