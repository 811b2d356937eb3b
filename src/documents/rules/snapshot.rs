//! Everything a document prints and everything it was decided on, put together once and kept. Pure.

use super::conditions::Decided;
use crate::editions::rules::CompletionRule;
use crate::kernel::{
    AcademicHours, EditionId, Fault, Language, Localised, OrganisationId, PersonName, ProgrammeVersionId,
    ZoneName,
};
use crate::printing::papers::{CompletionPaper, PaperModule, PaperText};
use crate::printing::phrases;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    fn printed(&self) -> String {
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

/// What all documents of one edition have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// Which paper.
    pub kind: DocumentKind,
    /// The main language of the programme decides the language of the paper.
    pub language: Language,
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
}

/// What one document has of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Whose.
    pub holder: PersonName,
    /// Under which number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Where anybody verifies it; nothing on a sample.
    pub verify_url: Option<String>,
    /// The conditions as they were decided.
    pub conditions: Vec<Decided>,
}

/// A document for ever: what it prints and what it rests on. Later changes of the person, the organisation or the
/// edition do not reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The form of this structure; 1.
    pub format: i32,
    /// Which paper.
    pub kind: DocumentKind,
    /// The main language of the paper.
    pub language: Language,
    /// Under which number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The address of verification, as the code on it says.
    pub verify_url: Option<String>,
    /// The title of the file.
    pub title: String,
    /// Everything printed.
    pub paper: CompletionPaper,
    /// Whose.
    pub holder: PersonName,
    /// Who issued it.
    pub issuer: Issuer,
    /// What was taught.
    pub taught: Taught,
    /// When.
    pub run: Run,
    /// What was asked for.
    pub rule: CompletionRule,
    /// How each condition was met.
    pub conditions: Vec<Decided>,
}

/// The language of the paper: Kazakh (with Russian beside it) for a programme taught in Kazakh, else Russian.
pub fn paper_language(programme: Option<Language>) -> Language {
    if programme == Some(Language::Kk) { Language::Kk } else { Language::Ru }
}

impl Grounds {
    /// What keeps every document of the edition from being printed: facts of the issuer nobody has recorded, and
    /// letters our fonts lack. `missing` answers with the characters of a text that cannot be printed.
    pub fn faults(&self, missing: &dyn Fn(&str) -> Vec<char>) -> Vec<Fault> {
        let mut faults = self.issuer.faults();
        let letters = unprintable(&self.issuer.printed(), missing);
        faults.extend(letters.map(|letters| {
            Fault::new("issuer", "document-letters-issuer")
                .with("name", &self.issuer.name)
                .with("letters", letters)
        }));
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
    pub fn snapshot(&self, particulars: Particulars) -> Snapshot {
        let Particulars { holder, number, issued_on, verify_url, conditions } = particulars;
        let languages: &[Language] =
            if self.language == Language::Kk { &[Language::Kk, Language::Ru] } else { &[Language::Ru] };
        let paper = CompletionPaper {
            texts: languages.iter().map(|language| self.text(*language, &holder, issued_on)).collect(),
            register_number: number.clone(),
            blank: None,
            duplicate: false,
            sample: verify_url.is_none(),
            modules: self.modules.clone(),
            total_hours: self.taught.hours,
        };
        Snapshot {
            format: 1,
            kind: self.kind,
            language: self.language,
            title: format!("{} {number}", title(self.kind, self.language).0),
            number,
            issued_on,
            verify_url,
            paper,
            holder,
            issuer: self.issuer.clone(),
            taught: self.taught.clone(),
            run: self.run.clone(),
            rule: self.rule,
            conditions,
        }
    }

    fn text(&self, language: Language, holder: &PersonName, issued_on: NaiveDate) -> PaperText {
        let (title, subtitle) = title(self.kind, language);
        let known = |value: &Option<String>| value.clone().unwrap_or_default();
        let qualification = self.kind == DocumentKind::AdvancedTrainingCertificate;
        PaperText {
            language,
            country: None,
            issuer: self.issuer.name.clone(),
            city: known(&self.issuer.city),
            licence: self.issuer.licence.clone().filter(|_| qualification),
            title: title.to_owned(),
            subtitle: subtitle.map(str::to_owned),
            holder: holder.full(),
            period: phrases::period(self.run.starts_on, self.run.ends_on, language),
            programme: self.taught.title.for_reader(language).to_owned(),
            volume: phrases::volume(self.taught.hours, language),
            note: None,
            decision: None,
            issued_on: phrases::issue_date(issued_on, language),
            signatory_post: known(&self.issuer.head_post),
            signatory_name: known(&self.issuer.head_name),
        }
    }
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

/// The title of a paper and what follows it.
fn title(kind: DocumentKind, language: Language) -> (&'static str, Option<&'static str>) {
    match (kind, language) {
        (DocumentKind::AdvancedTrainingCertificate, Language::Kk) => {
            ("Куәлік", Some("біліктілікті арттыру туралы"))
        }
        (DocumentKind::AdvancedTrainingCertificate, _) => ("Удостоверение", Some("о повышении квалификации")),
        (DocumentKind::RetrainingDiploma, Language::Kk) => ("Диплом", Some("кәсіби қайта даярлау туралы")),
        (DocumentKind::RetrainingDiploma, _) => ("Диплом", Some("о профессиональной переподготовке")),
        (DocumentKind::StudyCertificate, Language::Kk) => ("Анықтама", Some("оқу немесе оқу кезеңі туралы")),
        (DocumentKind::StudyCertificate, _) => ("Справка", Some("об обучении или о периоде обучения")),
        (DocumentKind::ParticipationCertificate, Language::Kk) => ("Қатысушы сертификаты", None),
        (DocumentKind::ParticipationCertificate, _) => ("Сертификат участника", None),
        (DocumentKind::MentorCertificate, Language::Kk) => ("Тәлімгер сертификаты", None),
        (DocumentKind::MentorCertificate, _) => ("Сертификат наставника", None),
        (DocumentKind::ThankYouLetter, Language::Kk) => ("Алғыс хат", None),
        (DocumentKind::ThankYouLetter, _) => ("Благодарственное письмо", None),
        (DocumentKind::RecommendationLetter, Language::Kk) => ("Ұсыныс хат", None),
        (DocumentKind::RecommendationLetter, _) => ("Рекомендательное письмо", None),
        (DocumentKind::ServiceRecord, Language::Kk) => ("Еріктінің қызметі туралы анықтама", None),
        (DocumentKind::ServiceRecord, _) => ("Справка о деятельности добровольца", None),
        (DocumentKind::AuthorityDocument, Language::Kk) => ("Еріктінің өкілеттігін растау", None),
        (DocumentKind::AuthorityDocument, _) => ("Подтверждение полномочий добровольца", None),
    }
}
