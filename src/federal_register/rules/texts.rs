//! Texts as the register takes them: what is mended by itself, what looks as it should and is not, and which letters a
//! name may have.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dirt {
    /// Letters put together of parts.
    Decomposed,
    /// A no-break space.
    NoBreakSpace,
    /// A sign without width.
    ZeroWidth,
    /// A tab or a line end.
    Tab,
    /// White space at the begin or the end.
    Edges,
    /// More than one space in a row.
    DoubleSpace,
    /// A long dash.
    LongDash,
    /// A Latin letter in a Cyrillic word, or the other way round. Nothing is changed: only a reader knows what was meant.
    LookAlike,
}

impl Dirt {
    /// How a message names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Dirt::Decomposed => "decomposed",
            Dirt::NoBreakSpace => "no-break-space",
            Dirt::ZeroWidth => "zero-width",
            Dirt::Tab => "tab",
            Dirt::Edges => "edges",
            Dirt::DoubleSpace => "double-space",
            Dirt::LongDash => "long-dash",
            Dirt::LookAlike => "look-alike",
        }
    }
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{00ad}')
}

fn is_no_break(letter: char) -> bool {
    matches!(letter, '\u{00a0}' | '\u{2007}' | '\u{202f}')
}

fn is_long_dash(letter: char) -> bool {
    matches!(letter, '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// A text as it goes into the file, and everything that was found in it, each defect once.
pub fn clean(text: &str) -> (String, Vec<Dirt>) {
    let mut found = Vec::new();
    let mut note = |is_there: bool, dirt: Dirt| {
        if is_there {
            found.push(dirt);
        }
    };
    note(!is_nfc(text), Dirt::Decomposed);
    note(text.chars().any(is_no_break), Dirt::NoBreakSpace);
    note(text.chars().any(is_zero_width), Dirt::ZeroWidth);
    note(text.chars().any(char::is_control), Dirt::Tab);
    note(text.chars().any(is_long_dash), Dirt::LongDash);
    let plain: String = text
        .nfc()
        .map(|letter| match letter {
            letter if letter.is_control() || is_no_break(letter) || is_zero_width(letter) => ' ',
            letter if is_long_dash(letter) => '-',
            letter => letter,
        })
        .collect();
    note(text.trim_matches(' ') != text, Dirt::Edges);
    note(text.trim_matches(' ').contains("  "), Dirt::DoubleSpace);
    let tidy = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    note(tidy.split(' ').any(is_mixed), Dirt::LookAlike);
    (tidy, found)
}

/// Whether a word has letters of both alphabets side by side. Parts on two sides of a hyphen are words of their own:
/// «IT-специалист» is written so on purpose.
fn is_mixed(word: &str) -> bool {
    word.split(|letter: char| !letter.is_alphabetic()).any(|part| {
        let cyrillic = part.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{052f}'));
        cyrillic && part.chars().any(|letter| letter.is_ascii_alphabetic())
    })
}

/// Whether a name has only letters and signs that the register takes in names: Russian letters, space, dot, apostrophe,
/// hyphen and brackets; no space or hyphen at an end, no two signs in a row.
pub fn is_name(text: &str) -> bool {
    let fine =
        |letter: char| matches!(letter, 'А'..='Я' | 'а'..='я' | 'Ё' | 'ё') || " .'-()".contains(letter);
    let is_sign = |letter: char| matches!(letter, ' ' | '-' | '.' | '\'');
    let doubled = text.chars().zip(text.chars().skip(1)).any(|(one, two)| one == two && is_sign(one));
    !text.is_empty()
        && text.chars().all(fine)
        && !text.starts_with([' ', '-'])
        && !text.ends_with([' ', '-'])
        && !doubled
}

/// Whether a series or a number has only what the register takes there.
pub fn is_number(text: &str) -> bool {
    let fine = |letter: char| {
        matches!(letter, 'А'..='Я' | 'а'..='я' | 'Ё' | 'ё')
            || letter.is_ascii_alphanumeric()
            || " .-/".contains(letter)
    };
    text.chars().all(fine)
}

/// The same for a registration number, which may have some signs more.
pub fn is_registration(text: &str) -> bool {
    text.chars().all(|letter| "№()_".contains(letter) || is_number(letter.encode_utf8(&mut [0; 4])))
}

/// Whether the title of a programme has only what the register takes there.
pub fn is_title(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, 'А'..='Я' | 'а'..='я' | 'Ё' | 'ё')
            || letter.is_ascii_alphanumeric()
            || " №\"«»().,?:/-&_#+;".contains(letter)
    })
}

/// СНИЛС as the register writes it, out of eleven digits whose check digits are right.
///
/// The algorithm: s = Σ d[i]·(9−i) over the first nine; the last two are s below 100, 0 for 100 and 101, else s mod 101,
/// and 0 where that is 100. Not checked up to 001-001-998. Nine equal digits are no number.
pub fn snils(text: &str) -> Option<String> {
    let digits: Vec<u32> = text.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let &[a, b, c, d, e, f, g, h, i, tens, ones] = digits.as_slice() else { return None };
    let number = [a, b, c, d, e, f, g, h, i];
    if number.iter().all(|digit| *digit == a) {
        return None;
    }
    let sum: u32 = number.iter().zip((1..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = match sum {
        sum if sum < 100 => sum,
        100 | 101 => 0,
        sum => (sum % 101) % 100,
    };
    let whole = number.iter().fold(0_u64, |whole, digit| whole * 10 + u64::from(*digit));
    if whole > 1_001_998 && check != tens * 10 + ones {
        return None;
    }
    Some(format!("{a}{b}{c}-{d}{e}{f}-{g}{h}{i} {tens}{ones}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_17_each_defect_is_named_once_and_mended() {
        let cases = [
            ("Семе\u{308}нов", "Семёнов", Dirt::Decomposed),
            ("Школа\u{a0}мам", "Школа мам", Dirt::NoBreakSpace),
            ("Шко\u{200b}ла", "Шко ла", Dirt::ZeroWidth),
            ("Школа\tмам", "Школа мам", Dirt::Tab),
            (" Школа", "Школа", Dirt::Edges),
            ("Школа  мам", "Школа мам", Dirt::DoubleSpace),
            ("Школа — дом", "Школа - дом", Dirt::LongDash),
            ("Шкoла", "Шкoла", Dirt::LookAlike),
        ];
        for (text, mended, dirt) in cases {
            assert_eq!(clean(text), (mended.to_owned(), vec![dirt]), "{text:?}");
        }
        assert_eq!(
            clean("IT-специалист, СССР-2 и Word"),
            ("IT-специалист, СССР-2 и Word".to_owned(), vec![])
        );
        let all = clean(" Се\u{308}\u{a0}\u{200b}\t—  Шкoла").1;
        assert_eq!(all.len(), 8, "{all:?}");
    }

    #[test]
    fn names_have_russian_letters_only() {
        for fine in ["Алия", "Салтыков-Щедрин", "д'Артаньян", "Ким (Ли)", "Ё", "Мамед оглы"]
        {
            assert!(is_name(fine), "{fine}");
        }
        for wrong in ["", "Әлия", "Құрманғазы", "Anna", "Аnна", "-Ли", "Ли-", "Ли--Ан", "Ли  Ан", "Ли1"]
        {
            assert!(!is_name(wrong), "{wrong}");
        }
        assert!(is_registration("УПК-2026/0042") && is_registration("№ 1(а)_б") && !is_registration("1*"));
        assert!(is_number("77 № 1") == is_number("№") && is_number("ПК 77-1/а") && is_title("«Школа: 1»"));
    }

    #[test]
    fn row_16_snils_is_written_with_hyphens_and_its_check_digits_are_right() {
        for fine in [
            "112-233-445 95",
            "087-654-303 00",
            "050-234-316 00",
            "016-103-396 00",
            "820-981-233 00",
            "913-702-858 00",
        ] {
            let digits: String = fine.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(snils(&digits).as_deref(), Some(fine));
        }
        for wrong in ["112-233-445 00", "000-000-000 00", "11223344", "111-111-111 45", ""] {
            assert_eq!(snils(wrong), None, "{wrong}");
        }
    }
}
