//! The data of the papers a trainee receives. Every text is ready to print and none is looked up while
//! printing, so a stored copy of this structure is a full snapshot of the paper.

use super::fields::PaperFields;
use super::phrases;
use crate::kernel::{AcademicHours, Language, Localised};
use serde::{Deserialize, Serialize};

/// A qualification document or a participant's certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionPaper {
    /// The text, once per language in the order of print: one block for a Russian or an English paper;
    /// Kazakh and then Russian for a paper of Kazakhstan. Two blocks stand side by side.
    pub texts: Vec<PaperText>,
    /// The registration number in the issuer's register, such as `ПК-2026/0042`.
    pub register_number: String,
    /// Series and number of the printed blank, where the issuer uses blanks.
    #[serde(default)]
    pub blank: Option<String>,
    /// Whether the word for "duplicate" stands under the title.
    #[serde(default)]
    pub duplicate: bool,
    /// Whether it only shows what a document would look like: the word for "sample" lies across every page.
    #[serde(default)]
    pub sample: bool,
    /// Modules with their hours; a qualification document lists them on its second page. May be empty.
    #[serde(default)]
    pub modules: Vec<PaperModule>,
    /// The volume of the programme, the last line of the list of modules.
    pub total_hours: AcademicHours,
}

impl CompletionPaper {
    /// The paper of these fields; the licence stands only on a qualification document.
    pub fn of(fields: &[PaperFields], qualification: bool) -> CompletionPaper {
        let (document, programme) = fields.first().map(|first| (&first.document, &first.programme)).unzip();
        let blank = document.map(|one| [&one.blank_series, &one.blank_number]).into_iter().flatten();
        let blank: Vec<&str> = blank.flatten().map(String::as_str).collect();
        let modules = programme.map(|one| one.modules.as_slice()).unwrap_or_default();
        let title = |index: usize| {
            let mut title = Localised::default();
            for text in fields {
                if let Some(module) = text.programme.modules.get(index) {
                    title.put(text.language, &module.title);
                }
            }
            title
        };
        let module = |(index, module): (usize, &super::fields::ModuleFields)| PaperModule {
            title: title(index),
            hours: AcademicHours(module.hours),
        };
        CompletionPaper {
            texts: fields.iter().map(|text| PaperText::of(text, qualification)).collect(),
            register_number: document.map(|one| one.number.clone()).unwrap_or_default(),
            blank: (!blank.is_empty()).then(|| blank.join(" ")),
            duplicate: document.is_some_and(|one| one.duplicate),
            sample: document.is_some_and(|one| one.sample),
            modules: modules.iter().enumerate().map(module).collect(),
            total_hours: AcademicHours(programme.and_then(|one| one.hours).unwrap_or_default()),
        }
    }
}

impl PaperText {
    fn of(fields: &PaperFields, qualification: bool) -> PaperText {
        let known = |value: &Option<String>| value.clone().unwrap_or_default();
        let PaperFields { document, issuer, programme, .. } = fields;
        let original = document.original_number.as_deref().filter(|_| document.duplicate);
        let replaced = original
            .map(|number| phrases::replaced(number, document.original_issued_on.as_deref(), fields.language));
        let notes: Vec<String> = [programme.note.clone(), replaced].into_iter().flatten().collect();
        PaperText {
            language: fields.language,
            country: issuer.country.clone(),
            issuer: issuer.name.clone(),
            city: known(&issuer.city),
            licence: issuer.licence.clone().filter(|_| qualification),
            title: document.kind_title.clone(),
            subtitle: document.subtitle.clone(),
            holder: fields.holder.full.clone(),
            period: known(&programme.period),
            programme: known(&programme.title),
            volume: known(&programme.volume),
            note: (!notes.is_empty()).then(|| notes.join(". ")),
            decision: fields.assessment.decision.clone().or_else(|| fields.papers.protocol.clone()),
            issued_on: document.issued_on.clone(),
            signatory_post: known(&issuer.head_post),
            signatory_name: known(&issuer.head_name),
        }
    }
}

/// What a paper says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperText {
    /// The language of this block; decides the fixed words around the fields.
    pub language: Language,
    /// A line above the issuer, such as «Российская Федерация».
    #[serde(default)]
    pub country: Option<String>,
    /// Full name of the issuer, in the nominative.
    pub issuer: String,
    /// Where the paper is issued, such as «г. Иркутск».
    pub city: String,
    /// The licence line: number, date, who gave it.
    #[serde(default)]
    pub licence: Option<String>,
    /// The kind of paper as its title, such as «Удостоверение»; printed in capitals.
    pub title: String,
    /// What follows the title, such as «о повышении квалификации».
    #[serde(default)]
    pub subtitle: Option<String>,
    /// The holder's full name in the nominative, in the spelling of this language.
    pub holder: String,
    /// When the holder studied: [`super::phrases::period`].
    pub period: String,
    /// Title of the programme, without quotation marks.
    pub programme: String,
    /// How much was studied: [`super::phrases::volume`].
    pub volume: String,
    /// A further sentence of the programme, such as the kind of mentoring.
    #[serde(default)]
    pub note: Option<String>,
    /// The decision the paper rests on, such as «Протокол № 3 от 20.11.2026».
    #[serde(default)]
    pub decision: Option<String>,
    /// The date of issue: [`super::phrases::issue_date`].
    pub issued_on: String,
    /// The post of who signs.
    pub signatory_post: String,
    /// Initials and surname of who signs.
    pub signatory_name: String,
}

/// One line of the list of modules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperModule {
    /// Title of the module; a paper in two languages prints both, one under the other.
    pub title: Localised,
    /// Hours of the module by the plan.
    pub hours: AcademicHours,
}
