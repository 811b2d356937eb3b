//! The pages of this room.

mod consent;
mod disclosure;
mod group;
mod identity;
mod identity_samples;

pub use consent::ConsentPage;
pub use disclosure::DisclosurePage;
pub use group::GroupPage;
pub use identity::{IdentityPage, Part};

use super::rules::lacking::RUSSIA;
use super::rules::{EducationLevel, Sex};

/// The countries that stand in the list by name: code of ОКСМ and message. Others are typed as a code.
const CITIZENSHIPS: [(&str, &str); 11] = [
    (RUSSIA, "identities-country-643"),
    ("398", "identities-country-398"),
    ("112", "identities-country-112"),
    ("051", "identities-country-051"),
    ("031", "identities-country-031"),
    ("417", "identities-country-417"),
    ("498", "identities-country-498"),
    ("762", "identities-country-762"),
    ("795", "identities-country-795"),
    ("860", "identities-country-860"),
    ("804", "identities-country-804"),
];

/// The message that names a sex.
pub fn sex_key(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "identities-sex-male",
        Sex::Female => "identities-sex-female",
    }
}

fn level_key(level: EducationLevel) -> &'static str {
    match level {
        EducationLevel::Higher => "identities-level-higher",
        EducationLevel::SecondaryVocational => "identities-level-secondary-vocational",
        EducationLevel::Studying => "identities-level-studying",
    }
}

/// The message that names a country of the list; nothing for one that is known by its code only.
pub fn citizenship_key(code: &str) -> Option<&'static str> {
    CITIZENSHIPS.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}
