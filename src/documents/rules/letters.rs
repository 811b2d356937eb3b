//! Papers without a course: thanks, recommendations, records of service, documents of authority. What each of them has to
//! say. Pure.

use super::fields::{self, Around};
use super::relation::attests_a_course;
use super::snapshot::{FORMAT, Issuer, Snapshot, TemplateUsed};
use super::titles::title;
use crate::countries::rules::{Country, Profile};
use crate::kernel::{Fault, Language, Localised, PersonName, ZoneName};
use crate::printing::fields::{LetterFields, ServiceFields};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;

/// The longest paragraph or element, in characters; more does not fit a page.
pub const LONGEST_TEXT: usize = 1500;

/// The most paragraphs or tasks.
pub const MOST_PARTS: usize = 12;

/// What such a paper says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    /// The language.
    pub language: Language,
    /// Paragraphs, tasks, place and reason. The period is set when the paper is put together.
    pub letter: LetterFields,
    /// The five elements of a record of service.
    pub service: ServiceFields,
}

/// What is wrong with the texts and the period of a paper; fields are named as [`LetterFields`] and [`ServiceFields`]
/// name them.
pub fn faults(
    profile: &Profile,
    kind: DocumentKind,
    texts: &[LetterText],
    valid: Option<(NaiveDate, NaiveDate)>,
) -> Vec<Fault> {
    if attests_a_course(kind) || profile.kind(kind).is_none() {
        return vec![Fault::new("kind", "document-letter-kind")];
    }
    if texts.is_empty() {
        return vec![Fault::new("paragraphs", "document-letter-text")];
    }
    let mut faults: Vec<Fault> = texts.iter().flat_map(|text| text_faults(kind, text)).collect();
    match (kind, valid) {
        (DocumentKind::AuthorityDocument, None) => {
            faults.push(Fault::new("valid_from", "document-authority-period"));
        }
        (_, Some((from, until))) if until < from => {
            faults.push(Fault::new("valid_until", "document-authority-order"));
        }
        _ => {}
    }
    faults
}

fn text_faults(kind: DocumentKind, text: &LetterText) -> Vec<Fault> {
    let LetterText { letter, service, .. } = text;
    let lacks = |value: &Option<String>| value.as_deref().is_none_or(|text| text.trim().is_empty());
    let mut faults = Vec::new();
    match kind {
        DocumentKind::ServiceRecord => {
            let elements = [
                ("nature", &service.nature),
                ("quality", &service.quality),
                ("volume", &service.volume),
                ("level", &service.level),
                ("length", &service.length),
            ];
            let missing = elements.into_iter().filter(|(_, value)| lacks(value));
            faults.extend(missing.map(|(field, _)| Fault::new(field, "document-service-element")));
        }
        DocumentKind::AuthorityDocument => {
            if letter.tasks.is_empty() {
                faults.push(Fault::new("tasks", "document-authority-tasks"));
            }
            if lacks(&letter.place) {
                faults.push(Fault::new("place", "document-authority-place"));
            }
        }
        _ if letter.paragraphs.is_empty() => faults.push(Fault::new("paragraphs", "document-letter-text")),
        _ => {}
    }
    faults.extend(length_faults(letter, service));
    faults
}

fn length_faults(letter: &LetterFields, service: &ServiceFields) -> Vec<Fault> {
    let too_long = |text: &String| text.chars().count() > LONGEST_TEXT;
    let long = |field: &str| Fault::new(field, "too-long").with("limit", LONGEST_TEXT);
    let mut faults = Vec::new();
    for (field, parts) in [("paragraphs", &letter.paragraphs), ("tasks", &letter.tasks)] {
        if parts.len() > MOST_PARTS {
            faults.push(Fault::new(field, "document-letter-parts").with("limit", MOST_PARTS));
        } else if parts.iter().any(too_long) {
            faults.push(long(field));
        }
    }
    let single = [
        ("reason", &letter.reason),
        ("place", &letter.place),
        ("nature", &service.nature),
        ("quality", &service.quality),
        ("volume", &service.volume),
        ("level", &service.level),
        ("length", &service.length),
    ];
    let longer = single.into_iter().filter(|(_, value)| value.as_ref().is_some_and(too_long));
    faults.extend(longer.map(|(field, _)| long(field)));
    faults
}

/// Everything such a paper is made of.
#[derive(Debug, Clone)]
pub struct LetterFacts {
    /// Which paper.
    pub kind: DocumentKind,
    /// By whose law.
    pub country: Country,
    /// What that law calls it, where it says otherwise than the templates.
    pub named: Option<Localised>,
    /// Who issues.
    pub issuer: Issuer,
    /// Whose.
    pub holder: PersonName,
    /// The name in Russian letters, where it is spelled apart.
    pub spelling: Option<PersonName>,
    /// What it says, once for each language in the order of print.
    pub texts: Vec<LetterText>,
    /// From when until when it holds.
    pub valid: Option<(NaiveDate, NaiveDate)>,
    /// The zone of its dates.
    pub zone: ZoneName,
    /// The template the organisation has chosen.
    pub template: Option<TemplateUsed>,
}

impl LetterFacts {
    /// Everything of it that is printed and comes from people, for the check of its letters.
    pub fn printed(&self) -> String {
        let texts = self.texts.iter().flat_map(|text| {
            let LetterFields { paragraphs, reason, place, tasks, .. } = &text.letter;
            let ServiceFields { nature, quality, volume, level, length } = &text.service;
            let single = [reason, place, nature, quality, volume, level, length].into_iter().flatten();
            single.chain(paragraphs).chain(tasks)
        });
        texts.map(String::as_str).collect()
    }

    /// Puts the paper together; its number, blank and date follow.
    pub fn snapshot(self, particulars: super::Particulars) -> Snapshot {
        let language = self.texts.first().map_or(Language::Ru, |text| text.language);
        let bare = Snapshot {
            format: FORMAT,
            kind: self.kind,
            language,
            title: format!("{} {}", title(self.kind, language).0, particulars.number),
            number: particulars.number,
            issued_on: particulars.issued_on,
            verify_url: particulars.verify_url,
            fields: Vec::new(),
            holder: self.holder,
            spelling: self.spelling,
            issuer: self.issuer,
            course: None,
            trail: None,
            blank: particulars.blank,
            template: self.template,
            replaces: particulars.replaces,
            valid: self.valid,
            time_zone: Some(self.zone),
            paper: None,
        };
        let fields = self.texts.iter().map(|text| {
            let around = Around {
                country: self.country,
                named: self.named.as_ref(),
                text: Some((&text.letter, &text.service)),
            };
            fields::of(&bare, text.language, &around)
        });
        let fields = fields.collect();
        Snapshot { fields, ..bare }
    }
}
