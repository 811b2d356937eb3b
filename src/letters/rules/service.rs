//! A volunteer's record of service, put together from what the product knows: the five elements of the requirement are its
//! nature, quality, volume, level of qualification and length. A coordinator puts it right before it is signed. Pure.

use super::language_of;
use crate::documents::rules::titles::title;
use crate::kernel::{Language, Localised};
use crate::printing::fields::ServiceFields;
use crate::printing::phrases;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;

/// What is known of somebody's service with an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Service {
    /// The language of the record.
    pub language: Language,
    /// The programmes taken part in, in order, each once.
    pub programmes: Vec<Localised>,
    /// Whole academic hours of theory, practice and own work, rounded down.
    pub hours: (i64, i64, i64),
    /// Works that were marked, and of these passed.
    pub works: (usize, usize),
    /// Valid documents about courses: which, and under which number.
    pub documents: Vec<(DocumentKind, String)>,
    /// The first day and the last so far.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Service {
    /// The five elements as far as they are known; what is not known is left for the coordinator to write.
    pub fn elements(&self) -> ServiceFields {
        let kazakh = language_of(self.language) == Language::Kk;
        ServiceFields {
            nature: self.nature(kazakh),
            quality: self.quality(kazakh),
            volume: self.volume(kazakh),
            level: self.level(),
            length: self.days.map(|(from, to)| phrases::period(from, to, language_of(self.language))),
        }
    }

    fn nature(&self, kazakh: bool) -> Option<String> {
        let titles = self.programmes.iter().map(|title| title.for_reader(language_of(self.language)));
        let titles: Vec<String> = titles.map(|title| format!("«{title}»")).collect();
        let listed = (!titles.is_empty()).then(|| titles.join(", "))?;
        Some(if kazakh {
            format!("Бағдарламаларға қатысу: {listed}.")
        } else {
            format!("Участие в программах: {listed}.")
        })
    }

    fn quality(&self, kazakh: bool) -> Option<String> {
        let (marked, passed) = self.works;
        (marked > 0).then(|| match kazakh {
            true => format!("Бағаланған жұмыстар: {marked}, оның ішінде қабылданғаны: {passed}."),
            false => format!("Оценено работ: {marked}, из них зачтено: {passed}."),
        })
    }

    fn volume(&self, kazakh: bool) -> Option<String> {
        let (theory, practice, own) = self.hours;
        let all = theory + practice + own;
        (all > 0).then(|| match kazakh {
            true => format!(
                "Академиялық сағат: {all}, оның ішінде теория: {theory}, практика: {practice}, өзіндік жұмыс: {own}."
            ),
            false => format!(
                "Академических часов: {all}, из них теория: {theory}, практика: {practice}, самостоятельная работа: {own}."
            ),
        })
    }

    fn level(&self) -> Option<String> {
        let language = language_of(self.language);
        let named = |(kind, number): &(DocumentKind, String)| match title(*kind, language) {
            (title, Some(about)) => format!("{title} {about} № {number}"),
            (title, None) => format!("{title} № {number}"),
        };
        let listed: Vec<String> = self.documents.iter().map(named).collect();
        (!listed.is_empty()).then(|| listed.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_elements_come_from_what_is_known() {
        let service = Service {
            language: Language::Ru,
            programmes: vec![Localised::only(Language::Ru, "Наставник")],
            hours: (10, 12, 2),
            works: (3, 2),
            documents: vec![(DocumentKind::ParticipationCertificate, "СУ-2026/0001".into())],
            days: Some(("2026-09-01".parse().unwrap(), "2026-11-30".parse().unwrap())),
        };
        let elements = service.elements();
        assert_eq!(elements.nature.as_deref(), Some("Участие в программах: «Наставник»."));
        assert_eq!(elements.quality.as_deref(), Some("Оценено работ: 3, из них зачтено: 2."));
        assert!(elements.volume.unwrap().starts_with("Академических часов: 24,"));
        assert_eq!(elements.level.as_deref(), Some("Сертификат участника № СУ-2026/0001"));
        assert!(elements.length.is_some());
        let kazakh = Service { language: Language::Kk, ..service }.elements();
        assert!(kazakh.quality.unwrap().starts_with("Бағаланған"));
    }

    #[test]
    fn what_is_not_known_is_left_open() {
        assert_eq!(Service::default().elements(), ServiceFields::default());
    }
}
