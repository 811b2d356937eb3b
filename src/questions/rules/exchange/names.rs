//! Names, categories and keys of what is exchanged.

use std::collections::HashMap;

/// The longest name, in characters; as long as other systems keep.
pub const LONGEST_NAME: usize = 255;
const LONGEST_KEY: usize = 48;

/// A name on one line, without marks that cannot be seen.
pub fn clean_name(text: &str) -> String {
    let shown: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| carried(*c)).collect();
    let spaced = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = spaced.chars().take(LONGEST_NAME).collect();
    cut.trim_end().to_owned()
}

/// The name, or where there is none the beginning of what is asked.
pub(super) fn title(name: &str, html: &str) -> String {
    if !name.is_empty() {
        return name.to_owned();
    }
    clean_name(&clean_name(&super::plain(html)).chars().take(80).collect::<String>())
}

/// Whether every format can carry a character.
pub(super) fn carried(character: char) -> bool {
    let unseen = character.is_control() && !matches!(character, '\n' | '\t');
    // The last range stands for escaped characters while GIFT is read.
    !unseen && !matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{f0000}'..='\u{f00ff}')
}

/// The parts of a category, cleaned. A slash at the end of a part would be taken for the end of the part.
pub(super) fn clean_category(parts: &[String]) -> Vec<String> {
    let clean = |part: &String| {
        let name = clean_name(part);
        name.trim_matches(|c: char| c == '/' || c.is_whitespace()).to_owned()
    };
    parts.iter().map(clean).filter(|part| !part.is_empty()).collect()
}

/// A category as other systems write it, `$course$/top/one/two`, with slashes in names doubled.
pub(super) fn category_path(parts: &[String]) -> String {
    let escaped = parts.iter().map(|part| format!("/{}", part.replace('/', "//")));
    format!("$course$/top{}", escaped.collect::<String>())
}

/// The parts of such a path.
pub(super) fn category_parts(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut slashes = 0usize;
    for character in path.trim().chars().chain(std::iter::once('\0')) {
        if character == '/' {
            slashes += 1;
            continue;
        }
        if slashes % 2 == 1 {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.extend(std::iter::repeat_n('/', slashes / 2));
            part.push(character);
        }
        slashes = 0;
    }
    let mut parts: Vec<String> = parts.iter().map(|part| clean_name(part)).collect();
    let context = |part: &String| part.starts_with('$') && part.ends_with('$');
    if parts.first().is_some_and(context) {
        parts.remove(0);
    }
    if parts.first().is_some_and(|part| part == "top") {
        parts.remove(0);
    }
    clean_category(&parts)
}

/// Deals keys that are unique in a file.
#[derive(Debug, Default)]
pub struct Keys {
    /// How often each key was wished for.
    taken: HashMap<String, u32>,
}

impl Keys {
    /// The wanted key where it is one and still free, else one made of the name.
    pub fn deal(&mut self, wanted: Option<&str>, name: &str) -> String {
        let wanted = wanted.filter(|key| is_key(key)).map(str::to_owned);
        let base = wanted.unwrap_or_else(|| slug(name));
        let mut key = base.clone();
        while self.taken.contains_key(&key) {
            let number = self.taken.entry(base.clone()).or_insert(1);
            *number += 1;
            key = format!("{base}-{number}");
        }
        self.taken.insert(key.clone(), 1);
        key
    }
}

pub(super) fn is_key(key: &str) -> bool {
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    key.len() <= 60 && key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(fine)
}

/// A name in Latin letters, as keys are written.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        if slug.len() >= LONGEST_KEY {
            break;
        }
        match latin(character) {
            Some(text) => slug.push_str(text),
            None if character.is_ascii_alphanumeric() => slug.push(character),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    let slug = slug.trim_matches('-');
    match slug.chars().next() {
        None => "question".to_owned(),
        Some(first) if first.is_ascii_lowercase() => slug.to_owned(),
        Some(_) => format!("q-{slug}"),
    }
}

fn latin(letter: char) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 42] = [
        ("а", "a"),
        ("ә", "a"),
        ("б", "b"),
        ("в", "v"),
        ("г", "g"),
        ("ғ", "g"),
        ("д", "d"),
        ("е", "e"),
        ("ё", "e"),
        ("ж", "zh"),
        ("з", "z"),
        ("и", "i"),
        ("й", "i"),
        ("к", "k"),
        ("қ", "q"),
        ("л", "l"),
        ("м", "m"),
        ("н", "n"),
        ("ң", "n"),
        ("о", "o"),
        ("ө", "o"),
        ("п", "p"),
        ("р", "r"),
        ("с", "s"),
        ("т", "t"),
        ("у", "u"),
        ("ұ", "u"),
        ("ү", "u"),
        ("ф", "f"),
        ("х", "h"),
        ("һ", "h"),
        ("ц", "ts"),
        ("ч", "ch"),
        ("ш", "sh"),
        ("щ", "sch"),
        ("ъ", ""),
        ("ы", "y"),
        ("і", "i"),
        ("ь", ""),
        ("э", "e"),
        ("ю", "iu"),
        ("я", "ia"),
    ];
    LETTERS.iter().find(|(cyrillic, _)| cyrillic.starts_with(letter)).map(|(_, latin)| *latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_made_of_names_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.deal(None, "Столица Қазақстана?"), "stolitsa-qazaqstana");
        assert_eq!(keys.deal(None, "Столица Қазақстана"), "stolitsa-qazaqstana-2");
        assert_eq!(keys.deal(Some("capital"), "x"), "capital");
        assert_eq!(keys.deal(Some("capital"), "x"), "capital-2");
        assert_eq!(keys.deal(Some("Not a key"), "2 + 2"), "q-2-2");
        assert_eq!(keys.deal(None, "«?»"), "question");
    }

    #[test]
    fn categories_are_read_with_and_without_their_context() {
        assert_eq!(category_parts("$course$/top/Модуль 1/и//или"), ["Модуль 1", "и/или"]);
        assert_eq!(category_parts("$system$/a"), ["a"]);
        assert_eq!(category_parts("a/b"), ["a", "b"]);
        assert_eq!(category_parts("$course$"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn categories_come_back(parts in prop::collection::vec("[а-яa-z/$ ]{0,8}", 0..4)) {
            let clean = clean_category(&parts);
            prop_assert_eq!(category_parts(&category_path(&clean)), clean);
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in ".{0,300}") {
            let once = clean_name(&text);
            prop_assert_eq!(clean_name(&once), once);
        }
    }
}
