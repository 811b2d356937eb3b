//! Profiles of countries: what they hold, how their files are read, and what they decide. Pure.

pub mod deciding;
pub mod differences;
pub mod hours;
pub mod kept;
pub mod licences;
pub mod reading;
pub mod shipped;

use crate::kernel::{AcademicHours, Language, Localised, Minutes, words};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use serde::Serialize;

pub use deciding::{Assessment, Case, Education};
pub use differences::{Difference, differences};
pub use licences::Licence;

words! {
    /// A country whose rules the product knows.
    Country {
        /// Russia.
        Ru = "ru",
        /// Kazakhstan.
        Kz = "kz",
    }
}

impl Country {
    /// Every country, in the order of lists.
    pub const ALL: [Country; 2] = [Country::Ru, Country::Kz];
    /// That of an organisation of which nobody has said anything.
    pub const USUAL: Country = Country::Ru;
}

words! {
    /// What a kind of document asks of the final assessment.
    AssessmentNeed {
        /// It was passed.
        Passed = "passed",
        /// It was failed, or the learner left before it.
        NotPassed = "not_passed",
        /// Nothing.
        Any = "any",
    }
}

/// A country's rules for papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Whose.
    pub country: Country,
    /// The length of an academic hour in minutes. Source in Russia: custom and the local act, 45.
    pub academic_hour_minutes: i32,
    /// The languages of papers, in the order in which they are printed.
    pub languages: Vec<Language>,
    /// Within how many days after the order a certificate of study is given (273-ФЗ, ст. 61).
    pub study_certificate_days: i64,
    /// The federal register of documents, where there is one.
    pub federal: Option<Federal>,
    /// What each kind of document asks, in the order of lists.
    pub kinds: Vec<KindRule>,
}

/// The federal register of education documents (ФИС ФРДО).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Federal {
    /// Within how many calendar days after the issue a document is reported.
    pub days: i64,
    /// How many rows a file has at most.
    pub rows: usize,
}

/// What a kind of document asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KindRule {
    /// The kind.
    pub kind: DocumentKind,
    /// The programmes it may end; none where it is no paper of a course.
    pub programmes: Vec<ProgrammeKind>,
    /// The fewest academic hours of the programme.
    pub fewest_hours: Option<i32>,
    /// The most academic hours of the programme.
    pub most_hours: Option<i32>,
    /// Whether the organisation must hold a licence.
    pub licence: bool,
    /// Whether the learner's own education must be recorded.
    pub education: bool,
    /// What it asks of the final assessment.
    pub assessment: AssessmentNeed,
    /// Whether orders and a protocol come before it.
    pub trail: bool,
    /// How long its register is kept, in the words of the country.
    pub retention: String,
    /// What its register numbers begin with.
    pub prefix: String,
    /// The rule it rests on, as people read it; empty where there is none.
    pub basis: String,
    /// What it is called.
    pub names: Localised,
}

impl KindRule {
    /// Whether the register book says of the holder when they were born, which sex, citizenship and identity paper they have:
    /// of papers that say how a course with an assessment ended. Certificates of participation and letters do with a name
    /// (152-ФЗ, ст. 5: no more personal data than the purpose needs).
    pub fn describes_holder(&self) -> bool {
        self.assessment != AssessmentNeed::Any
    }
}

impl Profile {
    /// What a kind of document asks; nothing where the country does not have the kind.
    pub fn kind(&self, kind: DocumentKind) -> Option<&KindRule> {
        self.kinds.iter().find(|rule| rule.kind == kind)
    }

    /// Whole academic hours in a time, by the country's hour, rounded down.
    pub fn academic_hours(&self, time: Minutes) -> AcademicHours {
        time.academic_hours(Minutes(self.academic_hour_minutes))
    }

    /// The fewest hours with which a programme of this kind ends with a paper that asks for a passed assessment.
    pub fn fewest_hours(&self, programme: ProgrammeKind) -> Option<i32> {
        let ends = |rule: &&KindRule| {
            rule.assessment == AssessmentNeed::Passed && rule.programmes.contains(&programme)
        };
        self.kinds.iter().filter(ends).filter_map(|rule| rule.fewest_hours).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Word as _;

    #[test]
    fn row_48_three_hours_are_four_academic_hours_by_the_profile() {
        let profile = shipped::profile(Country::Ru);
        assert_eq!(profile.academic_hours(Minutes(180)), AcademicHours(4));
        let other = Profile { academic_hour_minutes: 40, ..profile };
        assert_eq!(other.academic_hours(Minutes(180)), AcademicHours(4), "rounded down: 4.5");
        assert_eq!(other.academic_hours(Minutes(200)), AcademicHours(5), "the length is a setting");
    }

    #[test]
    fn row_01_the_fewest_hours_are_those_of_the_profile() {
        let russia = shipped::profile(Country::Ru);
        for kind in [ProgrammeKind::AdvancedTraining, ProgrammeKind::Retraining] {
            assert_eq!(
                russia.fewest_hours(kind),
                Some(kind.fewest_hours()),
                "the checker's own: {}",
                kind.as_str()
            );
        }
        assert_eq!(russia.fewest_hours(ProgrammeKind::ShortCourse), None);
        let kazakhstan = shipped::profile(Country::Kz);
        assert_eq!(kazakhstan.fewest_hours(ProgrammeKind::AdvancedTraining), Some(8));
        assert_eq!(kazakhstan.fewest_hours(ProgrammeKind::Retraining), Some(120));
    }

    #[test]
    fn row_38_kazakh_stands_first_in_kazakhstan() {
        assert_eq!(shipped::profile(Country::Kz).languages, [Language::Kk, Language::Ru]);
        assert_eq!(shipped::profile(Country::Ru).languages, [Language::Ru]);
    }

    #[test]
    fn the_book_describes_holders_of_qualification_papers_and_certificates_of_study() {
        for country in Country::ALL {
            let profile = shipped::profile(country);
            let described = profile.kinds.iter().filter(|rule| rule.describes_holder());
            let described: Vec<DocumentKind> = described.map(|rule| rule.kind).collect();
            let expected = [
                DocumentKind::AdvancedTrainingCertificate,
                DocumentKind::RetrainingDiploma,
                DocumentKind::StudyCertificate,
            ];
            assert_eq!(described, expected, "{}", country.as_str());
        }
    }

    #[test]
    fn row_49_every_kind_has_a_term_of_keeping() {
        for country in Country::ALL {
            let profile = shipped::profile(country);
            assert_eq!(profile.kinds.len(), DocumentKind::WORDS.len(), "{}", country.as_str());
            assert!(profile.kinds.iter().all(|rule| !rule.retention.is_empty()));
        }
    }
}
