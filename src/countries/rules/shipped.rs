//! The profiles that come with the program: the files of the folder `country-profiles`.

use super::{Country, Profile, reading};
use std::sync::LazyLock;

const RU: &str = include_str!("../../../country-profiles/ru.toml");
const KZ: &str = include_str!("../../../country-profiles/kz.toml");

static RUSSIA: LazyLock<Profile> = LazyLock::new(|| whole(Country::Ru));
static KAZAKHSTAN: LazyLock<Profile> = LazyLock::new(|| whole(Country::Kz));

/// The file of a country.
pub fn text(country: Country) -> &'static str {
    match country {
        Country::Ru => RU,
        Country::Kz => KZ,
    }
}

/// The profile of a country.
pub fn profile(country: Country) -> Profile {
    match country {
        Country::Ru => RUSSIA.clone(),
        Country::Kz => KAZAKHSTAN.clone(),
    }
}

/// What a file says. A test reads both, so that the empty profile, by which no paper can be issued, stands for nothing
/// that happens.
fn whole(country: Country) -> Profile {
    reading::read(country, text(country)).unwrap_or_else(|_| Profile {
        country,
        academic_hour_minutes: 45,
        languages: Vec::new(),
        study_certificate_days: 0,
        federal: None,
        kinds: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_can_be_read() {
        for country in Country::ALL {
            let read = reading::read(country, text(country));
            assert!(read.is_ok(), "{:?}", read.unwrap_err());
            assert_eq!(profile(country).country, country);
        }
        let federal = profile(Country::Ru).federal.unwrap();
        assert_eq!((federal.days, federal.rows), (30, 1000));
        assert_eq!(profile(Country::Ru).study_certificate_days, 3);
        assert_eq!(profile(Country::Kz).federal, None);
    }
}
