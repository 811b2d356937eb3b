//! What a document says in its digital credential: of its snapshot and nothing else. Pure.

use super::snapshot::Snapshot;
use super::titles::title;
use crate::credentials::rules::facts::CredentialFacts;
use crate::kernel::{Language, Moment, PublicId, ZoneName};
use crate::printing::phrases;
use crate::programmes::rules::words::{DocumentKind, Word as _};
use chrono::{NaiveDate, NaiveTime};

/// The facts of a document: what its snapshot says and nothing that may change later, such as an address. The hash of the
/// name is salted with something of the document's own, always the same, so the same document gives the same facts.
pub fn facts(snapshot: &Snapshot, document: &PublicId, salt: String) -> CredentialFacts {
    let (language, zone) = (snapshot.language, snapshot.zone());
    let name = paper_name(snapshot.kind, language);
    let achievement = snapshot.programme().map(|title| title.for_reader(language).to_owned());
    let described = described(snapshot, &name, achievement.as_deref());
    let begins = |date: NaiveDate| zone.instant(date, NaiveTime::MIN);
    CredentialFacts {
        document: document.clone(),
        sort: sort(snapshot.kind),
        language,
        criteria: criteria(snapshot, &described),
        description: described,
        achievement: achievement.unwrap_or_else(|| name.clone()),
        achievement_key: key(snapshot),
        title: name,
        number: snapshot.number.clone(),
        valid_from: begins(snapshot.valid.map_or(snapshot.issued_on, |(from, _)| from)),
        valid_until: snapshot.valid.map(|(_, until)| zone.end_of(until)),
        hours: snapshot.hours().map(|hours| hours.0),
        studied: snapshot.period().map(|(from, to)| (begins(from), last_second(zone, to))),
        mark: snapshot.course.as_ref().and_then(|course| course.mark.clone()),
        holder: snapshot.holder.full(),
        salt,
        issuer: snapshot.issuer.name.clone(),
    }
}

/// What the paper is called, in one line.
pub fn paper_name(kind: DocumentKind, language: Language) -> String {
    match (title(kind, language), language) {
        ((head, Some(rest)), Language::Kk) => format!("{} {}", capital(rest), head.to_lowercase()),
        ((head, Some(rest)), _) => format!("{head} {rest}"),
        ((head, None), _) => head.to_owned(),
    }
}

/// In Kazakh what a paper is about comes before its name.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn last_second(zone: ZoneName, day: NaiveDate) -> Moment {
    zone.end_of(day).plus_seconds(-1)
}

/// The sort of achievement in the words of Open Badges 3.0, AchievementType.
fn sort(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::AdvancedTrainingCertificate | DocumentKind::ParticipationCertificate => {
            "CertificateOfCompletion"
        }
        DocumentKind::RetrainingDiploma => "Diploma",
        DocumentKind::StudyCertificate
        | DocumentKind::MentorCertificate
        | DocumentKind::AuthorityDocument => "Certificate",
        DocumentKind::ThankYouLetter | DocumentKind::RecommendationLetter => "Award",
        DocumentKind::ServiceRecord => "CommunityService",
    }
}

/// What makes an achievement the same for two people: the content of the programme, else the kind of paper.
fn key(snapshot: &Snapshot) -> String {
    let course = snapshot.course.as_ref().map(|course| course.taught.content_hash.as_str());
    format!("{} {}", snapshot.kind.as_str(), course.unwrap_or_default())
}

fn described(snapshot: &Snapshot, name: &str, programme: Option<&str>) -> String {
    match (programme, snapshot.hours()) {
        (Some(programme), Some(hours)) => {
            format!("{name}: «{programme}», {}", phrases::volume(hours, snapshot.language))
        }
        _ => format!("{name}: {}", snapshot.issuer.name),
    }
}

/// What had to be done, in the language of the paper.
fn criteria(snapshot: &Snapshot, described: &str) -> String {
    let protocol = snapshot.trail.as_ref().and_then(|trail| trail.protocol.as_ref());
    let whole = snapshot.course.as_ref().is_some_and(|course| course.left.is_none());
    let mut said = match (snapshot.language, snapshot.course.is_some(), whole) {
        (Language::Kk, true, true) => {
            format!("{described}. Бағдарлама толық меңгерілді, құжат берудің барлық шарты орындалды.")
        }
        (Language::Kk, true, false) => format!("{described}. Бағдарламаның бір бөлігі меңгерілді."),
        (Language::Kk, false, _) => format!("{described}. Құжатты аталған ұйым берді."),
        (Language::En, true, true) => {
            format!("{described}. The whole programme was completed and every condition of the document met.")
        }
        (Language::En, true, false) => format!("{described}. A part of the programme was completed."),
        (Language::En, false, _) => format!("{described}. Issued by the organisation named."),
        (_, true, true) => {
            format!("{described}. Программа освоена полностью, все условия выдачи документа выполнены.")
        }
        (_, true, false) => format!("{described}. Освоена часть программы."),
        (_, false, _) => format!("{described}. Документ выдан названной организацией."),
    };
    if let Some((number, dated)) = protocol {
        let dated = dated.format("%d.%m.%Y");
        said.push_str(&match snapshot.language {
            Language::Kk => format!(" Аттестаттау комиссиясының {dated} № {number} хаттамасы."),
            Language::En => format!(" Protocol of the examining board No. {number} of {dated}."),
            Language::Ru => format!(" Протокол аттестационной комиссии № {number} от {dated}."),
        });
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(kind: DocumentKind, language: Language) -> CredentialFacts {
        let salt = "salt".to_owned();
        facts(&Snapshot::sample(kind, language, 42), &PublicId::from_random([5; 20]), salt)
    }

    #[test]
    fn row_34_the_facts_are_those_of_the_paper() {
        let facts = made(DocumentKind::AdvancedTrainingCertificate, Language::Ru);
        assert_eq!(facts.title, "Удостоверение о повышении квалификации");
        assert_eq!((facts.number.as_str(), facts.hours), ("УПК-2026/0042", Some(60)));
        assert_eq!(facts.valid_from.rfc3339(), "2026-11-20T21:00:00Z", "midnight in Moscow");
        let (from, to) = facts.studied.unwrap();
        assert_eq!(
            (from.rfc3339(), to.rfc3339()),
            ("2026-08-31T21:00:00Z".into(), "2026-11-20T20:59:59Z".into())
        );
        assert_eq!(facts, made(DocumentKind::AdvancedTrainingCertificate, Language::Ru));
    }

    #[test]
    fn in_kazakh_the_subject_comes_first() {
        let name = |kind| paper_name(kind, Language::Kk);
        assert_eq!(name(DocumentKind::AdvancedTrainingCertificate), "Біліктілікті арттыру туралы куәлік");
        assert_eq!(name(DocumentKind::ThankYouLetter), "Алғыс хат");
    }

    #[test]
    fn every_kind_is_of_a_sort() {
        for word in DocumentKind::WORDS {
            let facts = made(DocumentKind::parse(word).unwrap(), Language::Ru);
            assert!(
                !facts.title.is_empty() && !facts.criteria.is_empty() && !facts.description.is_empty(),
                "{word}"
            );
        }
    }
}
