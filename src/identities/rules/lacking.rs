//! What is not yet known of somebody whose papers are to be issued and reported.

use super::letters::is_russian_name;
use super::{Basics, EducationLevel};
use crate::countries::rules::{AssessmentNeed, Profile};
use crate::kernel::{PersonName, words};

words! {
    /// Something that papers or the federal register need.
    Lack {
        /// The document of education.
        Education = "education",
        /// It is there, and nobody but the person has seen it.
        EducationUnseen = "education-unseen",
        /// Still a student: the document of qualification waits.
        Studying = "studying",
        /// The Russian spelling of a name in other letters.
        Spelling = "spelling",
        /// The date of birth.
        BornOn = "born_on",
        /// The sex.
        Sex = "sex",
        /// The citizenship.
        Citizenship = "citizenship",
        /// The insurance number.
        Snils = "snils",
    }
}

/// The code of Russia in ОКСМ: only its citizens must have an insurance number.
pub const RUSSIA: &str = "643";

/// Which secrets are recorded; not what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recorded {
    /// The date of birth.
    pub born_on: bool,
    /// The insurance number.
    pub snils: bool,
    /// The identification number of Kazakhstan.
    pub iin: bool,
    /// Series and number of the passport.
    pub passport: bool,
}

/// What a person lacks for papers by a profile, in the order of the form.
pub fn lacking(profile: &Profile, name: &PersonName, basics: &Basics, recorded: Recorded) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let asks = profile.kinds.iter().any(|rule| rule.education && rule.assessment == AssessmentNeed::Passed);
    match basics.education.as_ref().map(|proof| proof.level) {
        None if asks => lacks.push(Lack::Education),
        Some(EducationLevel::Studying) if asks => lacks.push(Lack::Studying),
        Some(_) if asks && !basics.education_seen => lacks.push(Lack::EducationUnseen),
        _ => {}
    }
    if profile.federal.is_none() {
        return lacks;
    }
    if basics.spelling.is_none() && !is_russian_name(name) {
        lacks.push(Lack::Spelling);
    }
    let foreign = basics.citizenship.as_deref().is_some_and(|code| code != RUSSIA);
    for (there, lack) in [
        (recorded.born_on, Lack::BornOn),
        (basics.sex.is_some(), Lack::Sex),
        (basics.citizenship.is_some(), Lack::Citizenship),
        (recorded.snils || foreign, Lack::Snils),
    ] {
        if !there {
            lacks.push(lack);
        }
    }
    lacks
}

#[cfg(test)]
mod tests {
    use super::super::{EducationProof, Sex};
    use super::*;
    use crate::countries::rules::{Country, shipped};
    use crate::kernel::PersonId;

    #[test]
    fn row_19_foreigners_may_lack_the_insurance_number() {
        let russia = shipped::profile(Country::Ru);
        let name = PersonName::new("Ким", "Анна", None);
        let mut basics = Basics::unknown(PersonId(1));
        let all = [Lack::Education, Lack::BornOn, Lack::Sex, Lack::Citizenship, Lack::Snils];
        assert_eq!(lacking(&russia, &name, &basics, Recorded::default()), all);
        basics.sex = Some(Sex::Female);
        basics.education = Some(EducationProof {
            level: EducationLevel::Higher,
            surname: None,
            series: None,
            number: "1".into(),
        });
        let recorded = Recorded { born_on: true, ..Recorded::default() };
        basics.citizenship = Some("643".into());
        assert_eq!(lacking(&russia, &name, &basics, recorded), [Lack::EducationUnseen, Lack::Snils]);
        basics.education_seen = true;
        assert_eq!(lacking(&russia, &name, &basics, recorded), [Lack::Snils]);
        basics.citizenship = Some("398".into());
        assert_eq!(lacking(&russia, &name, &basics, recorded), []);
        let kazakh = PersonName::new("Құрманғазы", "Әлия", None);
        assert_eq!(lacking(&russia, &kazakh, &basics, recorded), [Lack::Spelling]);
        basics.spelling = Some(PersonName::new("Курмангазы", "Алия", None));
        assert_eq!(lacking(&russia, &kazakh, &basics, recorded), []);
    }

    #[test]
    fn kazakhstan_reports_to_no_register_of_russia() {
        let kazakhstan = shipped::profile(Country::Kz);
        let name = PersonName::new("Құрманғазы", "Әлия", None);
        let nothing = Basics::unknown(PersonId(1));
        assert_eq!(lacking(&kazakhstan, &name, &nothing, Recorded::default()), []);
    }
}
