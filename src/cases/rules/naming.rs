//! Words by which somebody can be told in a text that is to name nobody (H7): names, addresses, numbers.

use crate::kernel::PersonName;
use crate::kernel::name::{fold, looks_like_email};

/// Parts of names that are shorter than this stand inside of too many other words.
const SHORTEST_NAME: usize = 4;
/// Endings of names in Russian, after the last vowel was taken off.
const RUSSIAN: [&str; 18] =
    ["", "а", "я", "ы", "и", "е", "у", "ю", "ь", "й", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "ого"];
/// Endings of surnames that are adjectives.
const ADJECTIVES: [&str; 9] = ["ого", "ому", "им", "ом", "ая", "ой", "ою", "ую", "их"];
/// Endings of surnames of a whole family.
const PLURALS: [&str; 3] = ["", "ых", "ыми"];
/// Endings of surnames that are adjectives, of the other sex and of a whole family.
const ADJECTIVE_PLURALS: [&str; 10] = ["ий", "ый", "ой", "ые", "ие", "ых", "ым", "ыми", "ими", "ая"];
/// What surnames end in before those: such a word is no other word, even without a capital letter.
const OF_SURNAMES: [&str; 6] = ["ов", "ев", "ин", "ын", "ск", "цк"];
/// Parts of a patronymic that only say whose child somebody is: words as well.
const CHILD_OF: [&str; 5] = ["ұлы", "қызы", "улы", "кызы", "оглы"];
/// Endings of names in Kazakh.
const KAZAKH: [&str; 29] = [
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ды", "ді", "ты", "ті",
    "ны", "ні", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "мен", "бен", "пен",
];
/// So many digits together are a telephone, or the number of a person.
const MOST_DIGITS: usize = 10;

/// What tells who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// The name of somebody known.
    Name,
    /// An e-mail address, a telephone or a personal number.
    Contact,
}

/// Something in a text that tells who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telltale {
    /// What it is.
    pub kind: Telling,
    /// As it stands in the text.
    pub word: String,
    /// In which line, from 1.
    pub line: usize,
}

/// Whether a text has the surname of somebody in it, in whatever case: surnames keep their beginning.
pub fn has_surname(text: &str, person: &PersonName) -> bool {
    let surname = fold(&person.surname);
    surname.chars().count() >= SHORTEST_NAME && fold(text).contains(&surname)
}

/// The first thing in a text by which one of these people, or anybody else by an address or a number, can be told. First
/// names and patronymics count with a capital letter: many of them are words as well.
pub fn telltale(text: &str, people: &[PersonName]) -> Option<Telltale> {
    text.lines().zip(1..).find_map(|(line, number)| {
        let found = |kind, word: String| Telltale { kind, word, line: number };
        let named = words(line).find(|word| people.iter().any(|person| names(word, person)));
        let named = named.map(|word| found(Telling::Name, word.to_owned()));
        named.or_else(|| contact(line).map(|word| found(Telling::Contact, word)))
    })
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

fn names(word: &str, person: &PersonName) -> bool {
    let (folded, capital) = (fold(word), word.chars().next().is_some_and(char::is_uppercase));
    let surname = fold(&person.surname);
    let by_surname = surname.split('-').any(|part| {
        let long = part.chars().count() >= SHORTEST_NAME;
        (long || capital) && is_form(&folded, part)
            || is_of_family(&folded, part, capital)
            || long && capital && is_derived(&folded, part)
    });
    let given = fold(&person.given_name);
    let patronymic = fold(person.patronymic.as_deref().unwrap_or_default());
    let parts = given.split(['-', ' ']).chain(patronymic.split(['-', ' ']));
    let mut parts = parts.filter(|part| !CHILD_OF.contains(part));
    by_surname || (capital && parts.any(|part| is_form(&folded, part)))
}

/// Whether a word is a surname as the other sex and the whole family have it: Иванова, Иванов, Ивановых. Without a
/// capital letter only where few other words end so: what is left of Сорока is a number.
fn is_of_family(word: &str, name: &str, capital: bool) -> bool {
    let of = |stem: &str, endings: &[&str]| {
        let tells = capital || OF_SURNAMES.iter().any(|ending| stem.ends_with(ending));
        tells
            && stem.chars().count() >= SHORTEST_NAME
            && word.strip_prefix(stem).is_some_and(|rest| endings.contains(&rest))
    };
    of(stem(name), &PLURALS) || adjective(name).is_some_and(|stem| of(stem, &ADJECTIVE_PLURALS))
}

/// A name without its last vowel.
fn stem(name: &str) -> &str {
    let stem = name.strip_suffix(|letter: char| "аяйьыие".contains(letter));
    stem.filter(|stem| stem.chars().count() > 1).unwrap_or(name)
}

/// A name that is an adjective without its ending.
fn adjective(name: &str) -> Option<&str> {
    ["ий", "ый", "ой", "ая"].iter().find_map(|ending| name.strip_suffix(ending))
}

/// Whether a word is a name with a Russian ending behind it: Сейтқали, Сейтқалиев.
fn is_derived(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|rest| rest.starts_with("ев") || rest.starts_with("ов"))
}

/// Whether a word is a name in one of its cases.
fn is_form(word: &str, name: &str) -> bool {
    if name.chars().count() < 2 {
        return false;
    }
    let rest_of = |stem: &str| word.strip_prefix(stem).map(str::to_owned);
    let among = |rest: Option<String>, endings: &[&str]| {
        rest.is_some_and(|rest| rest.is_empty() || endings.contains(&rest.as_str()))
    };
    let stem = stem(name);
    // What is left of a short name without its end is the beginning of too many words to stand alone.
    let declined = rest_of(stem).filter(|rest| !rest.is_empty() || stem == name);
    among(rest_of(name), &KAZAKH)
        || declined.is_some_and(|rest| RUSSIAN.contains(&rest.as_str()))
        || adjective(name).and_then(rest_of).is_some_and(|rest| ADJECTIVES.contains(&rest.as_str()))
}

/// An e-mail address, a telephone or a personal number in a line.
fn contact(line: &str) -> Option<String> {
    let trimmed =
        |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+').to_owned();
    let address =
        line.split([' ', '\t', '\u{a0}', ',', ';']).map(trimmed).find(|word| looks_like_email(word));
    address.or_else(|| numbers(line).into_iter().find(|run| is_personal(run)))
}

/// What is written of digits and what stands between those of one number.
fn numbers(line: &str) -> Vec<String> {
    let part = |letter: char| letter.is_ascii_digit() || " \u{a0}()+-–".contains(letter);
    line.split(|letter: char| !part(letter))
        .map(|run| run.trim_matches(|letter: char| !letter.is_ascii_digit() && letter != '+').to_owned())
        .filter(|run| !run.is_empty())
        .collect()
}

fn is_personal(run: &str) -> bool {
    let groups: Vec<&str> =
        run.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let spaced = run.chars().all(|letter| letter.is_ascii_digit() || letter == ' ' || letter == '\u{a0}');
    // 1 500 000 000 is a sum of money; a telephone begins otherwise.
    let money = spaced && groups.iter().skip(1).all(|group| group.len() == 3) && groups.len() > 1;
    let begins = run.starts_with(['+', '7', '8']);
    let town = matches!(groups.as_slice(), [first, second, third]
        if first.len() <= 3 && second.len() == 2 && third.len() == 2 && run.contains('-'));
    town || (digits >= MOST_DIGITS && (begins || !money))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<PersonName> {
        let name = |surname, given| PersonName::new(surname, given, None);
        vec![
            name("Орлов", "Пётр"),
            name("Сейтқали", "Айгүл"),
            name("Чайковская", "Мария"),
            name("Ли", "Вера"),
            name("Иванова-Ремизова", "Дана"),
            PersonName::new("Сорока", "Ирина", Some("Сергеевна")),
            PersonName::new("Ахмет", "Нұрлан", Some("Серік ұлы")),
        ]
    }

    fn word(text: &str) -> Option<String> {
        telltale(text, &people()).map(|found| found.word)
    }

    #[test]
    fn names_are_found_in_their_cases() {
        for (text, wanted) in [
            ("Мы позвонили ОРЛОВУ.", "ОРЛОВУ"),
            ("сказала орлова", "орлова"),
            ("Слова Сейтқалиевой", "Сейтқалиевой"),
            ("Разговор с Чайковской не помог", "Чайковской"),
            ("Спросили Чайковскую", "Чайковскую"),
            ("Письмо Ремизовой", "Ремизовой"),
            ("Айгүлдің айтуынша", "Айгүлдің"),
            ("Передали Марии", "Марии"),
            ("Спросите Петра и Веру", "Петра"),
            ("Пусть Вера ответит", "Вера"),
            ("Пришла Ли с внуком", "Ли"),
            ("Семья Орловых уехала", "Орловых"),
            ("говорили с орловыми", "орловыми"),
            ("Пришёл Ремизов", "Ремизов"),
            ("сказал ремизов", "ремизов"),
            ("Её муж Чайковский", "Чайковский"),
            ("Чайковские не ответили", "Чайковские"),
            ("Передали Сергеевне", "Сергеевне"),
            ("Серікке айттық", "Серікке"),
            ("Нұрланбен сөйлестік", "Нұрланбен"),
            ("Пришёл Сорок", "Сорок"),
        ] {
            assert_eq!(word(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn words_that_only_look_like_names_are_let_through() {
        for text in [
            "Верно, мы верим в людей",
            "Данные мы не храним",
            "если он придёт",
            "Мариинская больница",
            "прошло сорок дней",
            "Ұлы дала",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_found_with_their_line() {
        for (text, wanted) in [
            ("Пишите: anna@mail.example.", "anna@mail.example"),
            ("тел. +7 (701) 123-45-67, вечером", "+7 (701) 123-45-67"),
            ("8 900 000 00 00", "8 900 000 00 00"),
            ("ИИН 880101300123", "880101300123"),
            ("СНИЛС 112-233-445 95", "112-233-445 95"),
            ("позвоните 45-67-89", "45-67-89"),
        ] {
            assert_eq!(word(text).as_deref(), Some(wanted), "{text}");
        }
        for text in
            ["Нужно 1 500 000 000 рублей", "15.09.2026 в 10:00", "2026-09-15", "от 18 до 25 лет, 12 000"]
        {
            assert_eq!(word(text), None, "{text}");
        }
        let found = telltale("Первая\nзвоните 45-67-89", &[]).unwrap();
        assert_eq!((found.kind, found.line), (Telling::Contact, 2));
    }

    #[test]
    fn a_surname_is_known_by_its_beginning() {
        assert!(has_surname("Подпись: СЕЙТҚАЛИЕВА", &PersonName::new("Сейтқали", "Айгүл", None)));
        let short = PersonName::new("Ли", "Анна", None);
        assert!(!has_surname("Если позвонят, отвечу", &short), "two letters stand in many words");
    }
}
