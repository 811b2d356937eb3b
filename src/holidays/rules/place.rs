//! Countries and regions by which days off differ.

use crate::kernel::{Fault, ZoneName};

/// A country, and a region of it where that has days off of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Two capital letters (ISO 3166-1), such as `KZ`.
    pub country: String,
    /// What follows the country and a hyphen (ISO 3166-2), such as `TA` of `RU-TA`; empty for the whole country.
    pub region: String,
}

impl Place {
    /// A whole country.
    pub fn country(code: &str) -> Place {
        Place { country: code.to_owned(), region: String::new() }
    }

    /// Reads a country and a region as people type them; `RU-TA` as the region of `RU` is `TA`.
    ///
    /// # Errors
    /// The faults of the fields `country` and `region`.
    pub fn read(country: &str, region: &str) -> Result<Place, Vec<Fault>> {
        let (country, region) = (country.trim().to_uppercase(), region.trim().to_uppercase());
        let region = region.strip_prefix(&format!("{country}-")).unwrap_or(&region).to_owned();
        let mut faults = Vec::new();
        if country.len() != 2 || !country.chars().all(|letter| letter.is_ascii_uppercase()) {
            faults.push(Fault::new("country", "holiday-country"));
        }
        let plain = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
        if region.len() > 3 || !region.chars().all(plain) {
            faults.push(Fault::new("region", "holiday-region"));
        }
        if faults.is_empty() { Ok(Place { country, region }) } else { Err(faults) }
    }

    /// The place whose days off are kept in a zone unless somebody says otherwise.
    pub fn of_zone(zone: ZoneName) -> Place {
        Place::country(if KAZAKH.contains(&zone.name()) { "KZ" } else { "RU" })
    }

    /// The code of the place: `RU`, `RU-TA`.
    pub fn code(&self) -> String {
        if self.region.is_empty() {
            self.country.clone()
        } else {
            format!("{}-{}", self.country, self.region)
        }
    }
}

/// The zones of Kazakhstan, by their names in the IANA database.
const KAZAKH: [&str; 7] = [
    "Asia/Almaty",
    "Asia/Qyzylorda",
    "Asia/Qostanay",
    "Asia/Aqtobe",
    "Asia/Aqtau",
    "Asia/Atyrau",
    "Asia/Oral",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_follows_from_the_zone() {
        let of = |zone| Place::of_zone(ZoneName::parse(zone).unwrap()).code();
        for zone in KAZAKH {
            assert_eq!(of(zone), "KZ", "{zone}");
        }
        assert_eq!((of("Asia/Irkutsk"), of("Europe/Moscow")), ("RU".into(), "RU".into()));
    }

    #[test]
    fn a_region_is_read_with_and_without_its_country() {
        let code = |country, region| Place::read(country, region).map(|place| place.code());
        assert_eq!(code(" ru", "ru-ta"), Ok("RU-TA".into()));
        assert_eq!(code("KZ", ""), Ok("KZ".into()));
        assert_eq!(code("KZ", "75"), Ok("KZ-75".into()));
        let fields = |country, region| -> Vec<String> {
            code(country, region).unwrap_err().into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(fields("Россия", "Татарстан"), ["country", "region"]);
        assert_eq!(fields("", ""), ["country"]);
    }
}
