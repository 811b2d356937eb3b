//! The three languages of the product and texts that exist in some of them.

use serde::{Deserialize, Serialize};

/// A language of the interface or of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Language {
    /// All languages in the order a reader's text falls back through.
    pub const ALL: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

    /// The BCP 47 tag, as in `lang="kk"`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
            Language::En => "en",
        }
    }

    /// The language of a tag; `None` when the product does not speak it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language's own name, for the switch.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Kk => "Қазақша",
            Language::Ru => "Русский",
            Language::En => "English",
        }
    }

    /// The order in which this reader's texts are looked for: the own language, then kk → ru → en.
    pub fn fallbacks(self) -> impl Iterator<Item = Language> {
        std::iter::once(self).chain(Language::ALL.into_iter().filter(move |other| *other != self))
    }
}

/// A short text in one or more languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localised {
    /// Russian text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ru: Option<String>,
    /// Kazakh text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<String>,
    /// English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localised {
    /// The same text for every reader, filed under one language.
    pub fn only(language: Language, text: impl Into<String>) -> Self {
        let mut localised = Localised::default();
        localised.put(language, text);
        localised
    }

    /// Files a text under a language, replacing what was there.
    pub fn put(&mut self, language: Language, text: impl Into<String>) {
        *self.slot(language) = Some(text.into());
    }

    /// The text in exactly this language.
    pub fn exact(&self, language: Language) -> Option<&str> {
        match language {
            Language::Ru => self.ru.as_deref(),
            Language::Kk => self.kk.as_deref(),
            Language::En => self.en.as_deref(),
        }
    }

    /// The text for a reader, falling back kk → ru → en; empty when there is none at all.
    pub fn for_reader(&self, reader: Language) -> &str {
        reader.fallbacks().find_map(|language| self.exact(language)).unwrap_or_default()
    }

    fn slot(&mut self, language: Language) -> &mut Option<String> {
        match language {
            Language::Ru => &mut self.ru,
            Language::Kk => &mut self.kk,
            Language::En => &mut self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_own_language_first_then_kk_ru_en() {
        let text = Localised { ru: Some("курс".into()), kk: None, en: Some("course".into()) };
        assert_eq!(text.for_reader(Language::En), "course");
        assert_eq!(text.for_reader(Language::Kk), "курс");
        let kazakh = Localised::only(Language::Kk, "бағдарлама");
        assert_eq!(kazakh.for_reader(Language::Ru), "бағдарлама");
    }
}
