//! The order of names: Kazakh letters stand after their Russian neighbours for a reader of Kazakh (V3).

use crate::kernel::{Language, PersonName, Problem};
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// The bytes by which a name sorts for readers of a language; English readers share the Russian order.
///
/// # Errors
/// `Internal` when the collation data are missing from the build.
pub fn key(language: Language, name: &PersonName) -> Result<Vec<u8>, Problem> {
    let locale = match language {
        Language::Kk => locale!("kk"),
        Language::Ru | Language::En => locale!("ru"),
    };
    let preferences = CollatorPreferences::from(&locale);
    let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .map_err(|error| Problem::internal(anyhow::anyhow!("no collation for {language:?}: {error}")))?;
    let mut key = Vec::new();
    match collator.write_sort_key_to(&name.full(), &mut key) {
        Ok(()) => Ok(key),
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, surnames: &[&str]) -> Vec<String> {
        let mut names: Vec<PersonName> =
            surnames.iter().map(|surname| PersonName::new(surname, "А", None)).collect();
        names.sort_by_key(|name| key(language, name).unwrap());
        names.into_iter().map(|name| name.surname).collect()
    }

    #[test]
    fn kazakh_letters_stand_where_the_kazakh_alphabet_has_them() {
        let alphabet = [
            "Аа", "Әа", "Бв", "Га", "Ға", "Да", "Ка", "Қа", "Ла", "На", "Ңа", "Оа", "Өа", "Па", "Уа", "Ұа",
            "Үа", "Фа", "Ха", "Һа", "Ца", "Ыа", "Іа", "Эа",
        ];
        let mut shuffled = alphabet;
        shuffled.reverse();
        assert_eq!(sorted(Language::Kk, &shuffled), alphabet);
    }

    #[test]
    fn russian_names_sort_with_yo_beside_ye_and_cyrillic_together() {
        let names = ["Елисеев", "Ёлкин", "Ермаков", "Жуков"];
        assert_eq!(sorted(Language::Ru, &["Жуков", "Ёлкин", "Ермаков", "Елисеев"]), names);
    }
}
