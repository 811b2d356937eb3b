//! Whether a name can stand on a paper and in the federal register: letters of other alphabets, and letters that only
//! look right. Pure.

use crate::kernel::{Fault, PersonName};

/// What the federal register takes in a name beside Russian letters. Source: the instructions of the template of
/// ФИС ФРДО: Russian Cyrillic, space, dot, apostrophe, hyphen, brackets.
const SIGNS: &str = " .'’-()";

/// The characters of a name that the federal register does not take, each once.
pub fn not_russian(name: &PersonName) -> Vec<char> {
    once(name.full().chars().filter(|letter| !russian(*letter) && !SIGNS.contains(*letter)))
}

fn russian(letter: char) -> bool {
    matches!(letter, 'А'..='я' | 'Ё' | 'ё')
}

fn cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Latin letters inside words that are Cyrillic otherwise, and the other way round: they look right and are other letters,
/// so neither a search nor a register finds the name. The rarer alphabet of a word is the wrong one; Latin where
/// both are as many.
pub fn look_alikes(text: &str) -> Vec<char> {
    let strange = text.split(|c: char| !c.is_alphabetic()).flat_map(|word| {
        let (ours, theirs): (Vec<char>, Vec<char>) = word.chars().partition(|letter| cyrillic(*letter));
        let latin_word = theirs.len() > ours.len();
        let wrong = if latin_word { ours } else { theirs };
        if wrong.len() == word.chars().count() { Vec::new() } else { wrong }
    });
    once(strange)
}

fn once(letters: impl Iterator<Item = char>) -> Vec<char> {
    let mut seen = Vec::new();
    for letter in letters {
        if !seen.contains(&letter) {
            seen.push(letter);
        }
    }
    seen
}

fn listed(letters: &[char]) -> String {
    letters.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a holder's name before a paper is issued. `federal` says that the paper goes into the federal
/// register, which takes Russian letters only: a name in another alphabet needs its Russian spelling beside it.
pub fn name_faults(
    name: &PersonName,
    spelling: Option<&PersonName>,
    federal: bool,
    field: &str,
) -> Vec<Fault> {
    let full = name.full();
    let mut faults = Vec::new();
    let alike = look_alikes(&full);
    if !alike.is_empty() {
        let fault = Fault::new(field, "document-look-alikes").with("name", &full);
        faults.push(fault.with("letters", listed(&alike)));
    }
    if !federal {
        return faults;
    }
    match spelling {
        Some(spelling) => {
            let strange = not_russian(spelling);
            if !strange.is_empty() {
                let fault = Fault::new(field, "document-spelling-letters").with("name", spelling.full());
                faults.push(fault.with("letters", listed(&strange)));
            }
        }
        None => {
            let strange = not_russian(name);
            if !strange.is_empty() && alike.is_empty() {
                let fault = Fault::new(field, "document-spelling-missing").with("name", full);
                faults.push(fault.with("letters", listed(&strange)));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &PersonName, spelling: Option<&PersonName>, federal: bool) -> Vec<String> {
        name_faults(name, spelling, federal, "x").into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_kazakh_or_latin_name_needs_its_russian_spelling_for_the_register_only() {
        let kazakh = PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы"));
        let russian = PersonName::new("Курмангазы", "Алия", Some("Сериккызы"));
        let none: [String; 0] = [];
        assert_eq!(codes(&kazakh, None, false), none);
        assert_eq!(codes(&kazakh, None, true), ["document-spelling-missing"]);
        assert_eq!(codes(&kazakh, Some(&russian), true), none);
        assert_eq!(codes(&kazakh, Some(&kazakh), true), ["document-spelling-letters"]);
        assert_eq!(
            codes(&PersonName::new("Miller", "Anna", None), None, true),
            ["document-spelling-missing"]
        );
        assert_eq!(codes(&PersonName::new("Д’Артаньян-Ёлкина", "Анна (Ася)", None), None, true), none);
    }

    #[test]
    fn a_latin_letter_in_a_cyrillic_word_is_named() {
        assert_eq!(look_alikes("Иванoва Aнна"), ['o', 'A']);
        assert_eq!(look_alikes("Smіth"), ['і'], "a Cyrillic letter in a Latin word");
        assert!(look_alikes("Әлия Құрманғазы, John Smith").is_empty());
        let faults = name_faults(&PersonName::new("Иванoва", "Анна", None), None, true, "x");
        assert_eq!(faults.len(), 1, "one mistake is said once: {faults:?}");
        assert!(faults[0].args.contains(&("letters".into(), "o".into())), "{faults:?}");
    }
}
