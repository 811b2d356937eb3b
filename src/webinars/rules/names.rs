//! One name in many spellings: ё and е, Kazakh letters as a Russian keyboard types them, Latin letters of several
//! transliterations, surname first or last, with a patronymic or without, with a nickname before the brackets.

use crate::kernel::PersonName;
use crate::kernel::name::{fold_loose, tidy};
use unicode_normalization::UnicodeNormalization as _;

/// What tools put into brackets, and who is no other name.
const REMARKS: [&str; 16] = [
    "host",
    "co-host",
    "guest",
    "external",
    "unverified",
    "organizer",
    "presenter",
    "you",
    "me",
    "организатор",
    "соорганизатор",
    "ведущий",
    "гость",
    "внешний",
    "непроверенный",
    "қонақ",
];

/// The endings of patronymics in the letters of [`skeleton`].
const PATRONYMICS: [&str; 11] =
    ["ovich", "evich", "lich", "mich", "kich", "ovna", "evna", "ichna", "uli", "kizi", "ogli"];

/// The sounds of a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spelling {
    /// The words of surname and given name, as sounds, sorted: their order tells nothing.
    pub words: Vec<String>,
    /// The patronymic, as sounds, where there is one.
    pub patronymic: Option<String>,
}

impl Spelling {
    /// The spelling of somebody whose name is known by its parts.
    pub fn of(name: &PersonName) -> Spelling {
        let mut words = words(&format!("{} {}", name.surname, name.given_name));
        words.sort_unstable();
        let patronymic = name.patronymic.as_deref().map(|text| alike(&self::words(text).concat()));
        Spelling { words, patronymic: patronymic.filter(|text| !text.is_empty()) }
    }

    /// The spelling of a name as it was typed: a patronymic is told by its ending.
    pub fn typed(text: &str) -> Spelling {
        let all = words(text);
        let three = all.len() >= 3;
        let (mut found, mut patronymic) = (Vec::<String>::new(), None);
        for word in all {
            // «Серік ұлы» is one patronymic in two words.
            let alone = ["uli", "kizi", "ogli"].contains(&word.as_str());
            let before = if alone && found.len() > 2 { found.pop() } else { None };
            let whole = before.map_or_else(|| word.clone(), |before| alike(&format!("{before}{word}")));
            // It stands at the end or in the middle. «Абрамович Роман» and «Роман Абрамович» have none.
            let placed = found.len() >= 2 || (three && found.len() == 1);
            if placed && patronymic.is_none() && is_patronymic(&whole) {
                patronymic = Some(whole);
            } else {
                found.push(whole);
            }
        }
        found.sort_unstable();
        Spelling { words: found, patronymic }
    }

    /// What two spellings of one name have in common.
    pub fn key(&self) -> String {
        self.words.join(" ")
    }

    /// Whether nothing in the patronymics speaks against one person.
    pub fn allows(&self, other: &Spelling) -> bool {
        match (&self.patronymic, &other.patronymic) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
    }
}

fn is_patronymic(word: &str) -> bool {
    PATRONYMICS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len() + 1)
}

/// The names that a list may mean by a cell: «Маша (Иванова Мария)» is either.
pub fn readings(cell: &str) -> Vec<String> {
    let cell = tidy(cell);
    let (mut outside, mut inside, mut depth) = (String::new(), vec![String::new()], 0_u32);
    for letter in cell.chars() {
        match letter {
            '(' | '[' => {
                depth += 1;
                inside.push(String::new());
                outside.push(' ');
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => inside.last_mut().into_iter().for_each(|last| last.push(letter)),
        }
    }
    let said = |text: &String| !text.is_empty() && !REMARKS.contains(&text.to_lowercase().as_str());
    let all = inside.into_iter().rev().chain([outside]).map(|text| tidy(&text));
    all.filter(said).collect()
}

/// The words of a text as sounds.
pub fn words(text: &str) -> Vec<String> {
    let letters = |letter: char| !letter.is_alphabetic() && !is_mark(letter);
    let words = text.split(letters).map(skeleton);
    words.filter(|word| !word.is_empty()).collect()
}

/// A mark that belongs to the letter before it: «й» may come as two.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\'' | '’' | 'ʼ')
}

/// A word as sounds in Latin letters: whatever alphabet it was typed in, and by whatever table it was transliterated.
pub fn skeleton(word: &str) -> String {
    let folded = fold_loose(word);
    let mut latin = String::with_capacity(folded.len() + 4);
    for letter in folded.chars() {
        match cyrillic(letter) {
            Some(sound) => latin.push_str(sound),
            None => latin.extend(plain(letter)),
        }
    }
    alike(&latin)
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// A Latin letter without what stands over and under it.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let sounds = match letter {
        'ş' | 'š' => "sh".to_owned(),
        'ç' | 'č' => "ch".to_owned(),
        'ž' => "zh".to_owned(),
        'ı' | 'y' => "i".to_owned(),
        'ə' => "a".to_owned(),
        'q' => "k".to_owned(),
        'w' => "v".to_owned(),
        'x' => "ks".to_owned(),
        other => std::iter::once(other).nfd().filter(char::is_ascii_alphabetic).collect(),
    };
    sounds.chars().collect::<Vec<char>>().into_iter()
}

/// Joins what tables of transliteration write differently, and doubled letters.
fn alike(latin: &str) -> String {
    // «ие» and «ье» are heard as «е», «йо» as «ё»; whoever writes «Sergeyeva», «Semyonov», «Tsoi», «Akhmetov» means the same as
    // «Sergeeva», «Semenov», «Tsoy», «Ahmetov».
    const ALIKE: [(&str, &str); 9] = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("tz", "ts"),
        ("ck", "k"),
        ("ie", "e"),
        ("io", "e"),
    ];
    let joined = ALIKE.iter().fold(latin.to_owned(), |text, (from, to)| text.replace(from, to));
    let mut sounds = String::with_capacity(joined.len());
    for letter in joined.chars() {
        if !sounds.ends_with(letter) {
            sounds.push(letter);
        }
    }
    sounds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        Spelling::typed(one).key() == Spelling::typed(other).key()
    }

    #[test]
    fn names_in_three_spellings_are_one_name() {
        for spellings in [
            ["Семёнова Алёна", "СЕМЕНОВА алена", "Alyona  Semyonova"],
            ["Құрманғазы Әлия", "Курмангазы Алия", "Aliya Kurmangazy"],
            ["Сергеева Юлия", "Юлия Сергеева", "Yuliya Sergeyeva"],
            ["Сейтқали Айгүл", "Сейткали Айгул", "Aigul Seitkali"],
            ["Ахметов Нұрсұлтан", "Ахметов Нурсултан", "Nursultan Akhmetov"],
            ["Өмірбек Іңкәр", "Омирбек Инкар", "Inkar Omirbek"],
            ["Цой Виктор", "Виктор Цой", "Viktor Tsoy"],
            ["Һәкімов Ғани", "Хакимов Гани", "Hakimov Gani"],
            ["Щербакова Мария", "Мария Щербакова", "Mariia Shcherbakova"],
        ] {
            for other in &spellings[1..] {
                assert!(same(spellings[0], other), "{} is not {other}", spellings[0]);
            }
        }
        assert!(!same("Иванова Мария", "Иванова Марина"));
        assert!(!same("Иванов Пётр", "Иванова Пётр"));
    }

    #[test]
    fn a_patronymic_is_no_part_of_the_key_but_may_speak_against() {
        let full = PersonName::new("Иванова", "Мария", Some("Петровна"));
        let known = Spelling::of(&full);
        for typed in
            ["Иванова Мария Петровна", "Мария Петровна Иванова", "Мария Иванова", "Ivanova Maria Petrovna"]
        {
            let typed = Spelling::typed(typed);
            assert_eq!(typed.key(), known.key(), "{typed:?}");
            assert!(typed.allows(&known));
        }
        let other = Spelling::typed("Иванова Мария Ивановна");
        assert!(other.key() == known.key() && !other.allows(&known));
        let kazakh = Spelling::of(&PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы")));
        for typed in ["Құрманғазы Әлия Серікқызы", "Курмангазы Алия Серик кызы", "Kurmangazy Aliya Serikkyzy"]
        {
            let typed = Spelling::typed(typed);
            assert!(typed.key() == kazakh.key() && typed.allows(&kazakh), "{typed:?} {kazakh:?}");
        }
        for surname in ["Абрамович Роман", "Роман Абрамович", "Роман Аркадьевич Абрамович"]
        {
            assert!(same(surname, "Абрамович Роман"), "{surname}");
        }
    }

    #[test]
    fn brackets_hold_another_name_or_a_remark() {
        assert_eq!(readings("Маша (Иванова Мария)"), ["Иванова Мария", "Маша"]);
        assert_eq!(readings("Ким Ольга (Организатор)"), ["Ким Ольга"]);
        assert_eq!(readings("iPhone (Guest) [Ли Анна]"), ["Ли Анна", "iPhone"]);
        assert!(readings("()").is_empty());
    }

    #[test]
    fn signs_of_formulas_are_no_letters() {
        let formula = words("=HYPERLINK(\"http://x\";\"Анна\")");
        assert!(
            formula.iter().all(|word| word.chars().all(|letter| letter.is_ascii_lowercase())),
            "{formula:?}"
        );
        assert!(formula.contains(&skeleton("Анна")));
        assert!(words("+7 900 000-00-00").is_empty());
    }
}
