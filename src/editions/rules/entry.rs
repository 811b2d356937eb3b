//! A person to enrol, as somebody typed them or as a row of a file names them.

use crate::kernel::name::{fold, tidy};
use crate::kernel::{Fault, Language, PersonName};
use crate::people::rules::{position, position_fault};
use serde::{Deserialize, Serialize};

const NAME_LIMIT: usize = 100;
const EMAIL_LIMIT: usize = 254;

/// A person in texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Surname.
    pub surname: String,
    /// First name.
    pub given_name: String,
    /// Patronymic; may stay empty.
    pub patronymic: String,
    /// E-mail address.
    pub email: String,
    /// The organisation that sends the person: a name in files, an id in forms; may stay empty.
    pub organisation: String,
    /// The language of pages and letters, as a tag or a word in any of the three languages; may stay empty.
    pub language: String,
    /// What the person does in the organisation; may stay empty.
    #[serde(default)]
    pub position: String,
}

/// A person with nothing wrong about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The name.
    pub name: PersonName,
    /// The address.
    pub email: String,
    /// The language.
    pub language: Language,
    /// What they do in their organisation.
    pub position: Option<String>,
}

impl Entry {
    /// The texts as a person.
    ///
    /// # Errors
    /// Every fault at once, at most one a field.
    pub fn newcomer(&self, usual: Language) -> Result<Newcomer, Vec<Fault>> {
        let faults = self.faults();
        match language(&self.language, usual) {
            Some(language) if faults.is_empty() => Ok(Newcomer {
                name: PersonName::new(&self.surname, &self.given_name, Some(&self.patronymic)),
                email: tidy(&self.email),
                language,
                position: position(&self.position),
            }),
            _ => Err(faults),
        }
    }

    /// What is wrong with the texts themselves, at most one fault a field.
    pub fn faults(&self) -> Vec<Fault> {
        let unknown_language = language(&self.language, Language::Ru).is_none();
        [
            name_fault("surname", &self.surname, true),
            name_fault("given_name", &self.given_name, true),
            name_fault("patronymic", &self.patronymic, false),
            email_fault(&self.email),
            unknown_language
                .then(|| Fault::new("language", "language-unknown").with("value", &self.language)),
            position_fault(&self.position),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn name_fault(field: &str, text: &str, required: bool) -> Option<Fault> {
    let text = tidy(text);
    if text.is_empty() {
        return required.then(|| Fault::new(field, "required"));
    }
    if text.chars().count() > NAME_LIMIT {
        return Some(Fault::new(field, "too-long").with("limit", NAME_LIMIT));
    }
    let odd = text.chars().any(|letter| letter.is_ascii_digit() || "@<>;/\\".contains(letter));
    odd.then(|| Fault::new(field, "name-odd"))
}

fn email_fault(text: &str) -> Option<Fault> {
    let text = tidy(text);
    if text.is_empty() {
        Some(Fault::new("email", "required"))
    } else if text.chars().count() > EMAIL_LIMIT {
        Some(Fault::new("email", "too-long").with("limit", EMAIL_LIMIT))
    } else {
        (!crate::kernel::name::looks_like_email(&text)).then(|| Fault::new("email", "email-malformed"))
    }
}

/// The language a text names; the usual one when it is empty, nothing when it is not one of the three.
pub fn language(text: &str, usual: Language) -> Option<Language> {
    match fold(text).trim_end_matches('.') {
        "" => Some(usual),
        "ru" | "рус" | "русский" | "русский язык" | "орыс" | "орысша" | "орыс тілі" | "russian" => {
            Some(Language::Ru)
        }
        "kk"
        | "kz"
        | "каз"
        | "қаз"
        | "казахский"
        | "казахский язык"
        | "қазақ"
        | "қазақша"
        | "қазақ тілі"
        | "kazakh" => Some(Language::Kk),
        "en"
        | "eng"
        | "англ"
        | "английский"
        | "английский язык"
        | "ағылшын"
        | "ағылшынша"
        | "ағылшын тілі"
        | "english" => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> Entry {
        Entry {
            surname: " Ли ".into(),
            given_name: "Анна".into(),
            email: "anna@example.org".into(),
            language: "Қазақша".into(),
            ..Entry::default()
        }
    }

    #[test]
    fn a_person_needs_no_patronymic_and_names_the_language_in_any_language() {
        let newcomer = anna().newcomer(Language::Ru).unwrap();
        assert_eq!((newcomer.name.full().as_str(), newcomer.language), ("Ли Анна", Language::Kk));
        for (text, language_meant) in [("", Language::En), ("рус.", Language::Ru), ("English", Language::En)]
        {
            assert_eq!(language(text, Language::En), Some(language_meant), "{text}");
        }
    }

    #[test]
    fn each_field_has_one_fault_and_every_field_its_own() {
        let wrong = Entry {
            surname: "anna@example.org".into(),
            given_name: " ".into(),
            email: "Ли".into(),
            language: "эльфийский".into(),
            ..anna()
        };
        let faults = wrong.newcomer(Language::Ru).unwrap_err();
        let named: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        let expected = [
            ("surname", "name-odd"),
            ("given_name", "required"),
            ("email", "email-malformed"),
            ("language", "language-unknown"),
        ];
        assert_eq!(named, expected);
    }
}
