//! The letters of names: what the registers of Russia take, and letters that look like others.
//! Source of the allowed letters: the rules of the federal register (ФИС ФРДО) for names.

use crate::kernel::{Fault, PersonName, name::tidy};

/// The longest part of a name in the federal register, in characters.
pub const LONGEST: usize = 50;

/// Latin letters beside the Cyrillic letters that look like them.
const ALIKE: [(char, char); 26] = [
    ('A', 'А'),
    ('a', 'а'),
    ('B', 'В'),
    ('C', 'С'),
    ('c', 'с'),
    ('E', 'Е'),
    ('e', 'е'),
    ('H', 'Н'),
    ('h', 'һ'),
    ('I', 'І'),
    ('i', 'і'),
    ('K', 'К'),
    ('k', 'к'),
    ('M', 'М'),
    ('O', 'О'),
    ('o', 'о'),
    ('P', 'Р'),
    ('p', 'р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('x', 'х'),
    ('Y', 'У'),
    ('y', 'у'),
    ('Ə', 'Ә'),
    ('ə', 'ә'),
    ('m', 'м'),
];

/// Whether a letter stands in the names of Russian registers: Russian letters, space, dot, apostrophe, hyphen, brackets.
pub fn is_russian(letter: char) -> bool {
    matches!(letter, 'А'..='Я' | 'а'..='я' | 'Ё' | 'ё' | ' ' | '.' | '\'' | '-' | '(' | ')')
}

/// Whether every letter of a name stands in Russian registers as it is.
pub fn is_russian_name(name: &PersonName) -> bool {
    let parts = [Some(name.surname.as_str()), Some(name.given_name.as_str()), name.patronymic.as_deref()];
    parts.into_iter().flatten().all(|part| part.chars().all(is_russian))
}

/// What is wrong with a part of the Russian spelling of a name.
pub fn spelling_fault(field: &str, part: &str) -> Option<Fault> {
    if let Some(fault) = look_alike(field, part) {
        return Some(fault);
    }
    if let Some(letter) = part.chars().find(|letter| !is_russian(*letter)) {
        let fault = Fault::new(field, "identity-letter").with("letter", letter);
        return Some(fault.with("text", part));
    }
    if part.chars().count() > LONGEST {
        return Some(Fault::new(field, "too-long").with("limit", LONGEST));
    }
    let edge = part.starts_with([' ', '-']) || part.ends_with([' ', '-']);
    let doubled = ["  ", "--", "..", "''"].iter().any(|pair| part.contains(pair));
    (edge || doubled).then(|| Fault::new(field, "identity-spacing").with("text", part))
}

/// A Latin letter in a Cyrillic word, or a Cyrillic one in a Latin word, named with the word it stands in and the letter
/// that is meant.
pub fn look_alike(field: &str, text: &str) -> Option<Fault> {
    text.split([' ', '-']).find_map(|word| {
        let cyrillic = |letter: &char| matches!(letter, '\u{0400}'..='\u{04ff}');
        let latin = |letter: &char| letter.is_alphabetic() && !cyrillic(letter);
        let (of_cyrillic, of_latin) =
            (word.chars().filter(cyrillic).count(), word.chars().filter(latin).count());
        if of_cyrillic == 0 || of_latin == 0 {
            return None;
        }
        let pair = |letter: char| ALIKE.iter().find(|(one, other)| *one == letter || *other == letter);
        // The letters that are fewer are the strangers.
        let strange = |letter: &char| if of_latin <= of_cyrillic { latin(letter) } else { cyrillic(letter) };
        let letter = word.chars().find(strange)?;
        let meant = match pair(letter) {
            Some((one, other)) if *one == letter => *other,
            Some((one, _)) => *one,
            None => {
                return Some(Fault::new(field, "identity-mixed").with("letter", letter).with("text", word));
            }
        };
        let code = if of_latin <= of_cyrillic { "identity-latin-letter" } else { "identity-cyrillic-letter" };
        Some(Fault::new(field, code).with("letter", letter).with("meant", meant).with("text", word))
    })
}

/// The name under which a person stands in Russian registers: the spelling that was recorded, or the name itself where it
/// is in Russian letters anyway.
///
/// # Errors
/// The fault of a name that registers refuse and of which no Russian spelling is recorded.
pub fn for_registers(
    name: &PersonName,
    spelling: Option<&PersonName>,
    field: &str,
) -> Result<PersonName, Fault> {
    if let Some(spelling) = spelling {
        return Ok(spelling.clone());
    }
    let parts = [Some(&name.surname), Some(&name.given_name), name.patronymic.as_ref()];
    match parts.into_iter().flatten().find_map(|part| spelling_fault(field, part)) {
        None => Ok(name.clone()),
        Some(_) => Err(Fault::new(field, "identity-spelling-missing").with("name", name.full())),
    }
}

/// A part of a name as it is kept: NFC, single spaces, straight apostrophes and hyphens.
pub fn tidied(part: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2019}' | '\u{02bc}' | '`' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    };
    tidy(part).chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(part: &str) -> Option<String> {
        spelling_fault("spelling_surname", part).map(|fault| fault.code)
    }

    #[test]
    fn row_18_kazakh_and_latin_names_need_a_russian_spelling() {
        let aliya = PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы"));
        let fault = for_registers(&aliya, None, "spelling").unwrap_err();
        assert_eq!(fault.code, "identity-spelling-missing");
        let russian = PersonName::new("Курмангазы", "Алия", Some("Сериккызы"));
        assert_eq!(for_registers(&aliya, Some(&russian), "spelling"), Ok(russian.clone()));
        assert_eq!(for_registers(&russian, None, "spelling"), Ok(russian));
        let latin = PersonName::new("Smith", "John", None);
        assert!(for_registers(&latin, None, "spelling").is_err());
    }

    #[test]
    fn row_18_only_russian_letters_pass_and_the_other_is_named() {
        for fine in ["Ёлкина", "Салтыков-Щедрин", "О'Коннор", "Мамедов (оглы)", "Ким", "Ст. Клер"]
        {
            assert_eq!(code(fine), None, "{fine}");
        }
        let named = spelling_fault("spelling_surname", "Ықылас").unwrap();
        assert_eq!(named.code, "identity-letter");
        assert!(named.args.contains(&("letter".to_owned(), "қ".to_owned())), "{named:?}");
        assert_eq!(code("Smith").as_deref(), Some("identity-letter"));
        assert_eq!(code("Иванов2").as_deref(), Some("identity-letter"));
        for spaced in [" Ким", "Ким-", "Ким  Ли", "Анна--Мария"] {
            assert_eq!(code(spaced).as_deref(), Some("identity-spacing"), "{spaced}");
        }
        assert_eq!(code(&"я".repeat(51)).as_deref(), Some("too-long"));
    }

    #[test]
    fn a_latin_letter_in_a_cyrillic_word_is_named_with_the_one_that_is_meant() {
        let fault = spelling_fault("spelling_surname", "Ceргеев").unwrap();
        assert_eq!(fault.code, "identity-latin-letter");
        let args: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(args, ["C", "С", "Ceргеев"]);
        let kazakh = look_alike("surname", "Кенесbаев").unwrap();
        assert_eq!(kazakh.code, "identity-mixed", "no Cyrillic letter looks like b");
        assert_eq!(look_alike("surname", "Iңкәрбекова").unwrap().code, "identity-latin-letter");
        assert_eq!(look_alike("surname", "Іңкәрбекова"), None);
        assert_eq!(look_alike("surname", "Smithс").unwrap().code, "identity-cyrillic-letter");
        assert_eq!(look_alike("surname", "Smith-Иванова"), None, "two words, each in its own letters");
    }

    #[test]
    fn apostrophes_and_dashes_become_plain() {
        assert_eq!(tidied(" О’Коннор – Ким "), "О'Коннор - Ким");
    }
}
