//! Everything a document prints and everything it was decided on, put together once and kept. Pure.
//!
//! Format 1 knew two kinds of paper, both of a course; format 2 knows all of them. A document of format 1 reads as it was kept
//! and prints the same bytes.

use super::conditions::Decided;
use super::form::FormOfStudy;
use super::marks::ModuleMark;
use super::relation::Relation;
use crate::editions::rules::CompletionRule;
use crate::kernel::{
    AcademicHours, DocumentId, EditionId, Fault, Language, Localised, OrganisationId, PaperTemplateVersionId,
    PersonName, ProgrammeVersionId, ZoneName,
};
use crate::printing::fields::PaperFields;
use crate::printing::papers::{CompletionPaper, PaperModule};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The form in which documents are kept now.
pub const FORMAT: i32 = 2;

/// Who issues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// The organisation.
    pub id: OrganisationId,
    /// Its full name.
    pub name: String,
    /// Its city, as papers print it.
    pub city: Option<String>,
    /// Its licence line.
    pub licence: Option<String>,
    /// The post of its head.
    pub head_post: Option<String>,
    /// Initials and surname of its head.
    pub head_name: Option<String>,
}

impl Issuer {
    /// What a paper needs to know about its issuer and nobody has recorded.
    pub fn faults(&self) -> Vec<Fault> {
        let needed = [
            ("issuer.city", "document-issuer-city", &self.city),
            ("issuer.head_post", "document-issuer-post", &self.head_post),
            ("issuer.head_name", "document-issuer-head", &self.head_name),
        ];
        let missing = needed.into_iter().filter(|(_, _, value)| value.is_none());
        missing.map(|(field, code, _)| Fault::new(field, code).with("name", &self.name)).collect()
    }

    /// Everything papers print of the issuer.
    pub(super) fn printed(&self) -> String {
        let optional = [&self.city, &self.licence, &self.head_post, &self.head_name];
        std::iter::once(&self.name).chain(optional.into_iter().flatten()).map(String::as_str).collect()
    }
}

/// What was taught: an immutable version, provable by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taught {
    /// The version.
    pub version: ProgrammeVersionId,
    /// Its number in the programme.
    pub number: i32,
    /// SHA-256 over its content.
    pub content_hash: String,
    /// The title.
    pub title: Localised,
    /// The declared volume.
    pub hours: AcademicHours,
}

/// When it was taught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The edition.
    pub id: EditionId,
    /// Its title.
    pub title: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// The zone whose days they are.
    pub time_zone: ZoneName,
}

/// A course that a document attests, wholly or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseFacts {
    /// What was taught.
    pub taught: Taught,
    /// When.
    pub run: Run,
    /// What was asked for.
    pub rule: CompletionRule,
    /// How each condition stood.
    pub conditions: Vec<Decided>,
    /// The mark of the final assessment, as the protocol writes it.
    #[serde(default)]
    pub mark: Option<String>,
    /// What the programme is before the law; not known of documents of format 1.
    #[serde(default)]
    pub kind: Option<ProgrammeKind>,
    /// The modules the paper lists: all of them or, on a paper about a part of the course, those mastered.
    #[serde(default)]
    pub modules: Vec<PaperModule>,
    /// Why the course was not finished, on a paper about a part of it.
    #[serde(default)]
    pub left: Option<Left>,
    /// The qualification or kind of activity that a diploma gives the right to.
    #[serde(default)]
    pub qualification: Option<String>,
    /// In which form it was taught; not known of documents that were issued before it was kept.
    #[serde(default)]
    pub form: Option<FormOfStudy>,
    /// The topic of the final work.
    #[serde(default)]
    pub topic: Option<Localised>,
    /// How each of `modules` was passed, in their order.
    #[serde(default)]
    pub marks: Vec<Option<ModuleMark>>,
}

/// How a course was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Withdrawn on this day; nothing when the course was taken to its end without passing the assessment.
    pub on: Option<NaiveDate>,
    /// Why, in the words of who withdrew.
    pub reason: Option<String>,
}

/// The orders and the protocol a document rests on: number and date of each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailFacts {
    /// The order of enrolment.
    pub enrolment: Option<(String, NaiveDate)>,
    /// The protocol of the commission.
    pub protocol: Option<(String, NaiveDate)>,
    /// The closing order or, on a paper about a part of the course, the order by which its holder left.
    pub closing: Option<(String, NaiveDate)>,
}

/// The template a document is printed with, where it is not the one of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUsed {
    /// The version.
    pub version: PaperTemplateVersionId,
    /// The name of the template.
    pub name: String,
    /// The number of the version.
    pub number: i32,
    /// SHA-256 over its files.
    pub sha256: String,
}

/// The document in whose place this one was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// As what this one was issued.
    pub relation: Relation,
    /// Why, in the words of who issued it.
    pub grounds: String,
}

/// A document for ever: what it prints and what it rests on. Later changes of the person, the organisation, the template
/// or the edition do not reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "super::kept::Kept")]
pub struct Snapshot {
    /// The form of this structure: [`FORMAT`], or 1.
    pub format: i32,
    /// Which paper.
    pub kind: DocumentKind,
    /// The main language of the paper.
    pub language: Language,
    /// Under which number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The address of verification, as the code on it says; nothing on a sample.
    pub verify_url: Option<String>,
    /// The title of the file.
    pub title: String,
    /// Everything printed, once for each language in the order of print; empty in format 1.
    pub fields: Vec<PaperFields>,
    /// Whose.
    pub holder: PersonName,
    /// The holder's name in Russian letters, as registers write it, where it is spelled apart.
    pub spelling: Option<PersonName>,
    /// Who issued it.
    pub issuer: Issuer,
    /// The course it attests; nothing for letters and papers about service.
    pub course: Option<CourseFacts>,
    /// The orders and the protocol it rests on, where its kind needs them.
    pub trail: Option<TrailFacts>,
    /// Series and number of the printed blank.
    pub blank: Option<(Option<String>, String)>,
    /// The template, where it is not the one of the program.
    pub template: Option<TemplateUsed>,
    /// The document in whose place it was issued.
    pub replaces: Option<Replaced>,
    /// From when until when it holds, on a paper that confirms authority and on a certificate of an edition that says for how
    /// long; both days count.
    pub valid: Option<(NaiveDate, NaiveDate)>,
    /// The zone of its dates, where it attests no course.
    pub time_zone: Option<ZoneName>,
    /// Everything printed, in format 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<CompletionPaper>,
}

impl Snapshot {
    /// The programme it attests.
    pub fn programme(&self) -> Option<&Localised> {
        self.course.as_ref().map(|course| &course.taught.title)
    }

    /// The declared volume of the programme.
    pub fn hours(&self) -> Option<AcademicHours> {
        self.course.as_ref().map(|course| course.taught.hours)
    }

    /// The first and the last day of the course.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.course.as_ref().map(|course| (course.run.starts_on, course.run.ends_on))
    }

    /// The zone whose days its dates are.
    pub fn zone(&self) -> ZoneName {
        let course = self.course.as_ref().map(|course| course.run.time_zone);
        course.or(self.time_zone).unwrap_or(ZoneName::MOSCOW)
    }

    /// How the conditions of the course stood.
    pub fn conditions(&self) -> &[Decided] {
        self.course.as_ref().map_or(&[], |course| &course.conditions)
    }

    /// Whether it is a duplicate of another.
    pub fn duplicate(&self) -> bool {
        self.replaces.as_ref().is_some_and(|replaced| replaced.relation == Relation::Duplicate)
    }
}
