//! What papers need of a person: names with their dates, the Russian spelling, numbers of the state, the document of
//! education, and the consent to be named in public. Pure.

pub mod consent;
pub mod draft;
pub mod iin;
pub mod lacking;
pub mod letters;
pub mod names;
pub mod reach;
pub mod snils;

use crate::kernel::{PersonId, PersonName, words};
use chrono::NaiveDate;

pub use iin::Iin;
pub use letters::for_registers;
pub use names::NameSpan;
pub use snils::Snils;

words! {
    /// The sex of a person, as the registers of the state ask for it.
    Sex {
        /// A man.
        Male = "male",
        /// A woman.
        Female = "female",
    }
}

words! {
    /// A learner's own education (273-ФЗ, ст. 76, ч. 3): who may learn in additional professional education.
    EducationLevel {
        /// Higher.
        Higher = "higher",
        /// Secondary vocational.
        SecondaryVocational = "secondary_vocational",
        /// Still a student of either.
        Studying = "studying",
    }
}

/// The document of a person's own education.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EducationProof {
    /// Which education.
    pub level: EducationLevel,
    /// The surname that stands in it, where that is not the present one.
    pub surname: Option<String>,
    /// Its series, where it has one.
    pub series: Option<String>,
    /// Its number. Of a student, the number of the student card or of the certificate of study.
    pub number: String,
}

/// What is known of a person without any secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basics {
    /// The person.
    pub person: PersonId,
    /// The Russian spelling for registers.
    pub spelling: Option<PersonName>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The citizenship: three digits of ОКСМ (ISO 3166-1 numeric).
    pub citizenship: Option<String>,
    /// The document of education.
    pub education: Option<EducationProof>,
    /// Whether somebody else than the person has recorded it, and so has seen it.
    pub education_seen: bool,
    /// The names of the person with their dates, the earliest first; empty while nobody has recorded a change.
    pub names: Vec<NameSpan>,
    /// Whether the person consents to be named in public.
    pub public_name: bool,
}

impl Basics {
    /// A person of whom nothing is known.
    pub fn unknown(person: PersonId) -> Basics {
        Basics {
            person,
            spelling: None,
            sex: None,
            citizenship: None,
            education: None,
            education_seen: false,
            names: Vec::new(),
            public_name: false,
        }
    }
}

/// Everything, with what lies encrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What is no secret.
    pub basics: Basics,
    /// The date of birth.
    pub born_on: Option<NaiveDate>,
    /// The insurance number.
    pub snils: Option<Snils>,
    /// The identification number of Kazakhstan.
    pub iin: Option<Iin>,
    /// Series and number of the passport or another paper of identity, for the register book and its extract.
    pub passport: Option<String>,
}

impl Identity {
    /// A person of whom no secret is known.
    pub fn plain(basics: Basics) -> Identity {
        Identity { basics, born_on: None, snils: None, iin: None, passport: None }
    }
}

/// What the register book says of the holder of a document beside the name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holder {
    /// The date of birth.
    pub born_on: Option<NaiveDate>,
    /// The sex.
    pub sex: Option<Sex>,
    /// Series and number of the passport or another paper of identity.
    pub passport: Option<String>,
    /// The citizenship: three digits of ОКСМ.
    pub citizenship: Option<String>,
}

/// The sex that a patronymic hints at. A hint and no more: it is offered, and never filled in by itself.
pub fn suggested_sex(patronymic: &str) -> Option<Sex> {
    let folded = crate::kernel::name::fold(patronymic);
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    if ends(&["кызы", "гызы", "қызы", "овна", "евна", "ична", "инична"]) {
        Some(Sex::Female)
    } else if ends(&["ович", "евич", "ич", "оглы", "оглу", "улы", "ұлы", "уулу"])
    {
        Some(Sex::Male)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patronymic_hints_at_the_sex_and_a_strange_one_does_not() {
        for (patronymic, sex) in [
            ("Сергеевна", Some(Sex::Female)),
            ("Ильинична", Some(Sex::Female)),
            ("Серікқызы", Some(Sex::Female)),
            ("Кайрат кызы", Some(Sex::Female)),
            ("Ильич", Some(Sex::Male)),
            ("Сергеевич", Some(Sex::Male)),
            ("Маратұлы", Some(Sex::Male)),
            ("Мамед оглы", Some(Sex::Male)),
            ("Мария", None),
            ("", None),
        ] {
            assert_eq!(suggested_sex(patronymic), sex, "{patronymic}");
        }
    }
}
