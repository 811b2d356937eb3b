//! What letters say: a text with places for what is known of each person. Pure.

pub mod authority;
pub mod service;

use crate::kernel::{Fault, Language, Localised, PersonId, PersonName};
use crate::programmes::rules::words::DocumentKind;
use serde::{Deserialize, Serialize};

/// The longest text of a letter, in characters: it fits a page.
pub const LONGEST: usize = 3_000;

/// What an administrator writes: the text in the languages of the people it goes to. Paragraphs stand apart by empty lines;
/// words in braces stand for what is known of each person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// In Russian.
    #[serde(default)]
    pub ru: String,
    /// In Kazakh.
    #[serde(default)]
    pub kk: String,
}

/// What is known of somebody who gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Who.
    pub person: PersonId,
    /// The name of today.
    pub name: PersonName,
    /// The language of letters.
    pub language: Language,
    /// The programme they took part in last.
    pub programme: Option<Localised>,
    /// Whole academic hours credited to them, rounded down: more than was done is never attested.
    pub hours: i64,
}

/// What a word in braces stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Name,
    Programme,
    Hours,
}

/// The words in braces, in each language of a text and in English.
const PLACES: &[(&str, Place)] = &[
    ("имя", Place::Name),
    ("аты", Place::Name),
    ("name", Place::Name),
    ("программа", Place::Programme),
    ("бағдарлама", Place::Programme),
    ("programme", Place::Programme),
    ("часы", Place::Hours),
    ("сағат", Place::Hours),
    ("hours", Place::Hours),
];

/// A piece of a text: words, or a place.
enum Piece<'a> {
    Words(&'a str),
    Known(Place),
    Unknown(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        found.push(Piece::Words(before));
        let Some((word, further)) = after.split_once('}') else {
            found.push(Piece::Unknown(after));
            return found;
        };
        let plain = word.trim().to_lowercase();
        let place = PLACES.iter().find(|(known, _)| *known == plain).map(|(_, place)| *place);
        found.push(place.map_or(Piece::Unknown(word), Piece::Known));
        rest = further;
    }
    found.push(Piece::Words(rest));
    found
}

/// Whether a kind is a letter whose text is written once for many.
pub fn is_letter(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::ThankYouLetter | DocumentKind::RecommendationLetter)
}

/// The language a letter to somebody is written in: papers are in Kazakh or in Russian.
pub fn language_of(reader: Language) -> Language {
    if reader == Language::Kk { Language::Kk } else { Language::Ru }
}

impl Wording {
    /// The text in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language_of(language) {
            Language::Kk => self.kk.trim(),
            _ => self.ru.trim(),
        }
    }

    /// What is wrong with the texts, whoever they go to; fields are `text_ru` and `text_kk`.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.ru.trim().is_empty() && self.kk.trim().is_empty() {
            faults.push(Fault::new("text_ru", "letter-text"));
        }
        for (field, text) in [("text_ru", &self.ru), ("text_kk", &self.kk)] {
            if text.chars().count() > LONGEST {
                faults.push(Fault::new(field, "too-long").with("limit", LONGEST));
            }
            let unknown = pieces(text).into_iter().filter_map(|piece| match piece {
                Piece::Unknown(word) => Some(word.chars().take(40).collect::<String>()),
                _ => None,
            });
            faults.extend(unknown.map(|word| Fault::new(field, "letter-placeholder").with("word", word)));
        }
        faults
    }

    /// The text is missing in the language of somebody it goes to.
    pub fn missing(&self, people: &[Facts]) -> Vec<Fault> {
        let lacks = |language: Language| {
            let count = people.iter().filter(|one| language_of(one.language) == language).count();
            (count > 0 && self.in_language(language).is_empty()).then_some(count)
        };
        let fault = |field, code, count: usize| Fault::new(field, code).with("count", count);
        let ru = lacks(Language::Ru).map(|count| fault("text_ru", "letter-text-ru", count));
        let kk = lacks(Language::Kk).map(|count| fault("text_kk", "letter-text-kk", count));
        ru.into_iter().chain(kk).collect()
    }

    /// The paragraphs of the letter to somebody, in their language.
    ///
    /// # Errors
    /// What the text asks for and nobody knows of this person; the field is `person`.
    pub fn paragraphs(&self, facts: &Facts) -> Result<Vec<String>, Fault> {
        let language = language_of(facts.language);
        let text = self.in_language(language).replace("\r\n", "\n");
        let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        paragraphs.map(|paragraph| fill(paragraph, facts, language)).collect()
    }
}

fn fill(paragraph: &str, facts: &Facts, language: Language) -> Result<String, Fault> {
    let nameless = || Fault::new("person", "letter-no-programme").with("name", facts.name.full());
    let mut filled = String::new();
    for piece in pieces(paragraph) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Unknown(word) => {
                return Err(Fault::new("paragraphs", "letter-placeholder").with("word", word));
            }
            Piece::Known(Place::Name) => filled.push_str(&facts.name.full()),
            Piece::Known(Place::Hours) if facts.hours > 0 => filled.push_str(&facts.hours.to_string()),
            Piece::Known(Place::Hours) => {
                return Err(Fault::new("person", "letter-no-hours").with("name", facts.name.full()));
            }
            Piece::Known(Place::Programme) => {
                let programme = facts.programme.as_ref().ok_or_else(nameless)?;
                filled.push_str(programme.for_reader(language));
            }
        }
    }
    // Lines within a paragraph are where somebody's window ended.
    Ok(filled.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(language: Language, programme: Option<&str>) -> Facts {
        Facts {
            person: PersonId(1),
            name: PersonName::new("Құрманғазы", "Әлия", None),
            language,
            programme: programme.map(|title| Localised::only(Language::Ru, title)),
            hours: 24,
        }
    }

    fn wording() -> Wording {
        Wording {
            ru: "Благодарим: {имя}.\n\nЗа {Часы} часа в программе\n«{программа}».".into(),
            kk: "{аты}, {сағат} сағат еңбегіңіз үшін рақмет.".into(),
        }
    }

    #[test]
    fn each_gets_the_own_language_with_what_is_known_of_them() {
        let russian = wording().paragraphs(&facts(Language::En, Some("Наставник"))).unwrap();
        assert_eq!(russian, ["Благодарим: Құрманғазы Әлия.", "За 24 часа в программе «Наставник»."]);
        let kazakh = wording().paragraphs(&facts(Language::Kk, None)).unwrap();
        assert_eq!(kazakh, ["Құрманғазы Әлия, 24 сағат еңбегіңіз үшін рақмет."]);
    }

    #[test]
    fn what_nobody_knows_is_refused_by_name() {
        let fault = wording().paragraphs(&facts(Language::Ru, None)).unwrap_err();
        assert_eq!((fault.field.as_str(), fault.code.as_str()), ("person", "letter-no-programme"));
    }

    #[test]
    fn unknown_words_in_braces_and_missing_languages_are_named() {
        let codes =
            |wording: &Wording| wording.faults().into_iter().map(|fault| fault.code).collect::<Vec<_>>();
        assert_eq!(codes(&wording()), [""; 0]);
        assert_eq!(codes(&Wording::default()), ["letter-text"]);
        assert_eq!(codes(&Wording { ru: "{фамилия} {имя".into(), ..Wording::default() }).len(), 2);
        let russian = Wording { kk: String::new(), ..wording() };
        let missing = russian.missing(&[facts(Language::Kk, None), facts(Language::Ru, None)]);
        assert_eq!(missing[0].code, "letter-text-kk");
        assert_eq!(missing.len(), 1);
    }
}
