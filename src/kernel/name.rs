//! Names of people, and the folded forms by which they are found and told apart.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A person's name in the order of official papers. The patronymic is optional everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonName {
    /// Surname.
    pub surname: String,
    /// First name.
    pub given_name: String,
    /// Patronymic, or a form such as `Серікұлы`.
    pub patronymic: Option<String>,
}

impl PersonName {
    /// A name of parts, normalised to NFC and single spaces.
    pub fn new(surname: &str, given_name: &str, patronymic: Option<&str>) -> PersonName {
        PersonName {
            surname: tidy(surname),
            given_name: tidy(given_name),
            patronymic: patronymic.map(tidy).filter(|text| !text.is_empty()),
        }
    }

    /// `Фамилия Имя Отчество`, in the nominative: the product never declines a name.
    pub fn full(&self) -> String {
        match &self.patronymic {
            Some(patronymic) => format!("{} {} {}", self.surname, self.given_name, patronymic),
            None => format!("{} {}", self.surname, self.given_name),
        }
    }

    /// `Фамилия И. О.`, as the public page shows it.
    pub fn surname_and_initials(&self) -> String {
        let initial =
            |text: &str| text.chars().next().map(|letter| format!(" {letter}.")).unwrap_or_default();
        let patronymic = self.patronymic.as_deref().map(initial).unwrap_or_default();
        format!("{}{}{}", self.surname, initial(&self.given_name), patronymic)
    }

    /// `Имя Отчество`, as a letter addresses a person.
    pub fn address(&self) -> String {
        match &self.patronymic {
            Some(patronymic) => format!("{} {}", self.given_name, patronymic),
            None => self.given_name.clone(),
        }
    }
}

/// NFC, with every run of white space (no-break spaces too) made one space and zero-width marks dropped.
pub fn tidy(text: &str) -> String {
    let visible: String = text
        .nfc()
        .filter(|letter| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{00ad}'))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form in which texts are compared and searched: tidy, lower case, ё as е, and Latin look-alikes
/// inside a Cyrillic word read as Cyrillic.
pub fn fold(text: &str) -> String {
    tidy(text).to_lowercase().split(' ').map(fold_word).collect::<Vec<_>>().join(" ")
}

/// [`fold`], and Kazakh letters read as the Russian keyboard types them, so that «курмангазы»
/// finds «Құрманғазы».
pub fn fold_loose(text: &str) -> String {
    fold(text)
        .chars()
        .map(|letter| match letter {
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            other => other,
        })
        .collect()
}

/// The key under which an e-mail address is unique: tidy and lower case.
pub fn email_key(email: &str) -> String {
    tidy(email).to_lowercase()
}

/// Whether a text could be an e-mail address: one @, a dot in the domain, no spaces.
pub fn looks_like_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let clean =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>,;\"@".contains(c));
    clean(local)
        && clean(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

fn fold_word(word: &str) -> String {
    let cyrillic = word.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04ff}'));
    word.chars().map(|letter| if cyrillic { cyrillic_reading(letter) } else { letter }).collect()
}

fn cyrillic_reading(letter: char) -> char {
    match letter {
        'ё' => 'е',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'h' => 'һ',
        'ə' => 'ә',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_print_in_the_nominative_and_as_initials() {
        let name = PersonName::new("Құрманғазы", " Әлия ", Some("Серікқызы"));
        assert_eq!(name.full(), "Құрманғазы Әлия Серікқызы");
        assert_eq!(name.surname_and_initials(), "Құрманғазы Ә. С.");
        assert_eq!(PersonName::new("Ли", "Анна", Some(" ")).full(), "Ли Анна");
    }

    #[test]
    fn folding_joins_what_people_type_differently() {
        assert_eq!(fold("ИВАНОВА"), fold("иванова"));
        assert_eq!(fold("Семён\u{00a0} Ёлкин"), "семен елкин");
        assert_eq!(fold_loose("Құрманғазы"), "курмангазы");
        assert_eq!(fold("Ceргей"), fold("Сергей"));
    }

    #[test]
    fn addresses_that_cannot_be_are_refused() {
        assert!(looks_like_email("a.b@mail.example"));
        for wrong in ["", "a", "a@b", "a b@c.d", "a@b@c.d", "@c.d", "a@.d"] {
            assert!(!looks_like_email(wrong), "{wrong}");
        }
    }
}
