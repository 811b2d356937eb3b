//! The data of the papers a trainee receives. Every text is ready to print and none is looked up while
//! printing, so a stored copy of this structure is a full snapshot of the paper.

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
