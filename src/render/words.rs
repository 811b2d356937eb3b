//! The messages of the interface.

use super::LocaleFiles;
use super::phrase::Phrase;
use crate::kernel::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is wrong with the message files.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A file that is not Fluent.
    #[error("{file}: {detail}")]
    Syntax {
        /// The file.
        file: String,
        /// What the parser says.
        detail: String,
    },
    /// Two messages under one key.
    #[error("{file}: the key {key} exists already")]
    Repeated {
        /// The file.
        file: String,
        /// The key.
        key: String,
    },
}

/// The messages of all languages.
pub struct Words {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    keys: BTreeMap<Language, BTreeSet<String>>,
    /// The messages that need no choice of forms, taken apart once: most of a page.
    phrases: BTreeMap<Language, HashMap<String, Phrase>>,
}

impl Words {
    /// Loads the messages compiled into the program.
    ///
    /// # Errors
    /// [`WordsError`] when a file is malformed or repeats a key.
    pub fn load() -> Result<Words, WordsError> {
        let (bundles, keys, phrases) = Default::default();
        let mut words = Words { bundles, keys, phrases };
        for language in Language::ALL {
            let identifier = language.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            bundle.set_use_isolating(false);
            words.bundles.insert(language, bundle);
        }
        for path in LocaleFiles::iter() {
            let language = path.split('/').next().and_then(Language::from_tag);
            if let (Some(language), Some(file)) = (language, LocaleFiles::get(&path)) {
                words.add(language, &path, &String::from_utf8_lossy(&file.data))?;
            }
        }
        Ok(words)
    }

    fn add(&mut self, language: Language, file: &str, source: &str) -> Result<(), WordsError> {
        let resource =
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| WordsError::Syntax {
                file: file.to_owned(),
                detail: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            })?;
        let keys = self.keys.entry(language).or_default();
        for line in source.lines() {
            let message = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic));
            if let Some((key, _)) = message
                && !keys.insert(key.to_owned())
            {
                return Err(WordsError::Repeated { file: file.to_owned(), key: key.to_owned() });
            }
        }
        self.phrases.entry(language).or_default().extend(Phrase::all_of(&resource));
        if let Some(bundle) = self.bundles.get_mut(&language) {
            bundle.add_resource_overriding(resource);
        }
        Ok(())
    }

    /// A message without arguments.
    pub fn text(&self, language: Language, key: &str) -> String {
        self.text_with(language, key, &[])
    }

    /// A message with named arguments. A whole number among them chooses plural forms.
    /// A missing message falls back kk → ru → en, and at last shows as `⟦key⟧`, which tests refuse.
    pub fn text_with(&self, language: Language, key: &str, args: &[(&str, &str)]) -> String {
        language
            .fallbacks()
            .find_map(|language| self.exact(language, key, args))
            .unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    fn exact(&self, language: Language, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let phrase = self.phrases.get(&language).and_then(|phrases| phrases.get(key));
        phrase.and_then(|phrase| phrase.fill(args)).or_else(|| self.formatted(language, key, args))
    }

    fn formatted(&self, language: Language, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, argument(value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "a message could not be filled in");
            return Some(format!("⟦{key}: {errors:?}⟧"));
        }
        Some(text.into_owned())
    }

    /// The keys that exist in a language, for the test that holds the languages equal.
    pub fn keys(&self, language: Language) -> Option<&BTreeSet<String>> {
        self.keys.get(&language)
    }
}

/// The whole number that an argument is, if it is one.
pub(super) fn whole_number(value: &str) -> Option<i32> {
    let plain = value.len() <= 9 && !value.starts_with('0') | (value == "0");
    value.parse().ok().filter(|_| plain)
}

fn argument(value: &str) -> FluentValue<'_> {
    whole_number(value).map_or_else(|| FluentValue::from(value), FluentValue::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_keys() {
        let words = Words::load().unwrap();
        let russian = words.keys(Language::Ru).cloned().unwrap_or_default();
        for language in Language::ALL {
            let keys = words.keys(language).cloned().unwrap_or_default();
            let missing: Vec<_> = russian.difference(&keys).collect();
            let extra: Vec<_> = keys.difference(&russian).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{language:?}: missing {missing:?}, extra {extra:?}"
            );
        }
    }

    #[test]
    fn a_phrase_says_what_fluent_says() {
        let words = Words::load().unwrap();
        let values = ["7", "0", "007", "-3", "+5", "Анна «А» <b>", "", "1234567890"];
        let mut taken_apart = 0;
        for (language, phrases) in &words.phrases {
            for (key, phrase) in phrases {
                for value in values {
                    let args: Vec<(&str, &str)> = phrase.names().map(|name| (name, value)).collect();
                    assert_eq!(
                        phrase.fill(&args),
                        words.formatted(*language, key, &args),
                        "{key} with {value:?}"
                    );
                }
                taken_apart += 1;
            }
        }
        assert!(taken_apart > 1000, "only {taken_apart} messages were taken apart");
    }

    #[test]
    fn a_phrase_whose_argument_is_missing_complains_like_fluent() {
        let words = Words::load().unwrap();
        let (key, _) =
            words.phrases[&Language::Ru].iter().find(|(_, phrase)| phrase.names().count() > 0).unwrap();
        assert!(words.text(Language::Ru, key).starts_with('⟦'), "{key}");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        let words = Words::load().unwrap();
        assert_eq!(words.text(Language::En, "no-such-key"), "⟦no-such-key⟧");
    }
}
