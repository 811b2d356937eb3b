//! What the documents of an edition have in common, and how one of them is put together. Pure.

use super::conditions::Decided;
use super::fields::{self, Around};
use super::form::FormOfStudy;
use super::marks::ModuleMark;
use super::snapshot::{
    CourseFacts, FORMAT, Issuer, Left, Replaced, Run, Snapshot, Taught, TemplateUsed, TrailFacts,
};
use super::term;
use super::titles::title;
use crate::countries::rules::{Country, Profile};
use crate::editions::rules::CompletionRule;
use crate::kernel::{Fault, Language, Localised, PersonName};
use crate::printing::papers::PaperModule;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use chrono::NaiveDate;

/// What all documents of one edition have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// Which paper.
    pub kind: DocumentKind,
    /// The languages of the paper, the main one first.
    pub languages: Vec<Language>,
    /// By whose law it is issued.
    pub country: Country,
    /// What that law calls the paper, where it says otherwise than the templates.
    pub named: Option<Localised>,
    /// What the programme is before the law.
    pub programme: ProgrammeKind,
    /// Who issues.
    pub issuer: Issuer,
    /// What was taught.
    pub taught: Taught,
    /// When.
    pub run: Run,
    /// What was asked for.
    pub rule: CompletionRule,
    /// The modules with their hours.
    pub modules: Vec<PaperModule>,
    /// In which form it was taught.
    pub form: Option<FormOfStudy>,
    /// The template the organisation has chosen for this kind and language.
    pub template: Option<TemplateUsed>,
}

/// What one document has of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Under which number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Where anybody verifies it; nothing on a sample.
    pub verify_url: Option<String>,
    /// Series and number of the printed blank.
    pub blank: Option<(Option<String>, String)>,
    /// The document in whose place it is issued.
    pub replaces: Option<Replaced>,
}

/// What is known of one person of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// Whose.
    pub holder: PersonName,
    /// The name in Russian letters, where it is spelled apart.
    pub spelling: Option<PersonName>,
    /// The conditions as they were decided.
    pub conditions: Vec<Decided>,
    /// The mark of the final assessment.
    pub mark: Option<String>,
    /// The orders and the protocol, where the kind needs them.
    pub trail: Option<TrailFacts>,
    /// The modules mastered and how the course was left, on a paper about a part of it.
    pub part: Option<(Vec<PaperModule>, Left)>,
    /// The qualification or activity a diploma gives the right to.
    pub qualification: Option<String>,
    /// The topic of the final work.
    pub topic: Option<Localised>,
    /// How each module that the paper lists was passed, in their order.
    pub marks: Vec<Option<ModuleMark>>,
}

/// The languages of a paper: those of the country's profile in Kazakhstan, the state language first; elsewhere Kazakh with
/// Russian beside it for a programme taught in Kazakh, else Russian.
pub fn paper_languages(profile: &Profile, programme: Option<Language>) -> Vec<Language> {
    match (profile.country, programme) {
        (Country::Kz, _) if !profile.languages.is_empty() => profile.languages.clone(),
        (_, Some(Language::Kk)) => vec![Language::Kk, Language::Ru],
        _ => vec![Language::Ru],
    }
}

impl Grounds {
    /// The main language of the paper.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Ru)
    }

    /// What keeps every document of the edition from being printed: facts of the issuer nobody has recorded, and
    /// letters our fonts lack. `missing` answers with the characters of a text that cannot be printed.
    pub fn faults(&self, missing: &dyn Fn(&str) -> Vec<char>) -> Vec<Fault> {
        let mut faults = issuer_faults(&self.issuer, missing);
        let titles =
            std::iter::once(&self.taught.title).chain(self.modules.iter().map(|module| &module.title));
        let titles: String =
            titles.flat_map(|title| [&title.ru, &title.kk]).flatten().map(String::as_str).collect();
        let letters = unprintable(&titles, missing);
        faults.extend(
            letters.map(|letters| {
                Fault::new("programme", "document-letters-programme").with("letters", letters)
            }),
        );
        faults
    }

    /// Puts a document together.
    pub fn snapshot(&self, bearer: Bearer, particulars: Particulars) -> Snapshot {
        let (modules, left) = match bearer.part {
            Some((modules, left)) => (modules, Some(left)),
            None => (self.modules.clone(), None),
        };
        let course = CourseFacts {
            taught: self.taught.clone(),
            run: self.run.clone(),
            rule: self.rule,
            conditions: bearer.conditions,
            mark: bearer.mark,
            kind: Some(self.programme),
            modules,
            left,
            qualification: bearer.qualification,
            form: self.form,
            topic: bearer.topic,
            marks: bearer.marks,
        };
        let bare = Snapshot {
            format: FORMAT,
            kind: self.kind,
            language: self.language(),
            title: format!("{} {}", title(self.kind, self.language()).0, particulars.number),
            number: particulars.number,
            issued_on: particulars.issued_on,
            verify_url: particulars.verify_url,
            fields: Vec::new(),
            holder: bearer.holder,
            spelling: bearer.spelling,
            issuer: self.issuer.clone(),
            course: Some(course),
            trail: bearer.trail,
            blank: particulars.blank,
            template: self.template.clone(),
            replaces: particulars.replaces,
            valid: term::of(self.kind, self.rule.valid_months, particulars.issued_on),
            time_zone: None,
            paper: None,
        };
        let around = Around { country: self.country, named: self.named.as_ref(), text: None };
        let fields = self.languages.iter().map(|language| fields::of(&bare, *language, &around)).collect();
        Snapshot { fields, ..bare }
    }
}

/// What keeps an issuer from being printed: facts nobody has recorded, and letters our fonts lack.
pub fn issuer_faults(issuer: &Issuer, missing: &dyn Fn(&str) -> Vec<char>) -> Vec<Fault> {
    let mut faults = issuer.faults();
    let letters = unprintable(&issuer.printed(), missing);
    faults.extend(letters.map(|letters| {
        let fault = Fault::new("issuer", "document-letters-issuer").with("name", &issuer.name);
        fault.with("letters", letters)
    }));
    faults
}

/// What keeps this holder's name from being printed.
pub fn holder_fault(holder: &PersonName, field: &str, missing: &dyn Fn(&str) -> Vec<char>) -> Option<Fault> {
    let letters = unprintable(&holder.full(), missing)?;
    Some(Fault::new(field, "document-letters-holder").with("name", holder.full()).with("letters", letters))
}

fn unprintable(text: &str, missing: &dyn Fn(&str) -> Vec<char>) -> Option<String> {
    let letters = missing(text);
    (!letters.is_empty()).then(|| letters.iter().map(char::to_string).collect::<Vec<_>>().join(" "))
}
