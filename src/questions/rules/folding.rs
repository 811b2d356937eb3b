//! When a typed answer is the accepted one. What a keyboard or a habit changes makes no difference: case, spaces,
//! ё and е, letters of another alphabet that look alike, Kazakh letters typed on a Russian keyboard, quotes and
//! dashes. What makes another word does.

use unicode_normalization::UnicodeNormalization;

/// Whether a typed text fits a pattern, in which `*` stands for any characters and `\*` for a star.
pub fn fits(pattern: &str, typed: &str, case_matters: bool) -> bool {
    // Capitals that look alike belong to letters that do not: `H` is `Н` in «НКО» and `h` in «HTML».
    folded_fits(&fold(pattern, case_matters), &fold(typed, case_matters))
        || (!case_matters && folded_fits(&fold_latin(pattern), &fold_latin(typed)))
}

fn folded_fits(pattern: &str, typed: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let mut pieces: Vec<Vec<char>> = vec![Vec::new()];
    for sign in signs(pattern) {
        match (sign, pieces.last_mut()) {
            (Sign::Itself(character), Some(piece)) => piece.push(character),
            _ => pieces.push(Vec::new()),
        }
    }
    matches(&pieces, &typed)
}

/// What a pattern consists of.
enum Sign {
    /// Any characters.
    Anything,
    /// This character.
    Itself(char),
}

/// A backslash protects the star behind it and is itself before anything else: `C:\` and `\\server` mean what they say.
fn signs(pattern: &str) -> impl Iterator<Item = Sign> {
    let mut characters = pattern.chars().peekable();
    std::iter::from_fn(move || {
        Some(match characters.next()? {
            '\\' if characters.next_if_eq(&'*').is_some() => Sign::Itself('*'),
            '*' => Sign::Anything,
            character => Sign::Itself(character),
        })
    })
}

/// The simplest text that fits a pattern: without its stars, and without what protects a star. A star that stands
/// for a word of its own becomes an ellipsis.
pub fn sample(pattern: &str) -> String {
    let words = pattern.split_whitespace().map(|word| {
        let stars = !word.is_empty() && word.chars().all(|character| character == '*');
        if stars { "…".to_owned() } else { unprotected(word) }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn unprotected(word: &str) -> String {
    let kept = |sign| match sign {
        Sign::Itself(character) => Some(character),
        Sign::Anything => None,
    };
    signs(word).filter_map(kept).collect()
}

/// Whether a pattern takes anything.
pub fn takes_anything(pattern: &str) -> bool {
    pattern.contains('*') && pattern.trim().chars().all(|character| character == '*')
}

/// Whether a pattern stands for more than one text.
pub fn is_wild(pattern: &str) -> bool {
    signs(pattern).any(|sign| matches!(sign, Sign::Anything))
}

/// Whether the pieces stand in the text in their order: the first at its beginning, the last at its end.
fn matches(pieces: &[Vec<char>], text: &[char]) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return text.is_empty() };
    let Some(mut text) = text.strip_prefix(first.as_slice()) else { return false };
    let Some((last, middle)) = rest.split_last() else { return text.is_empty() };
    for piece in middle {
        let Some(at) = find(text, piece) else { return false };
        text = text.get(at + piece.len()..).unwrap_or_default();
    }
    text.ends_with(last)
}

fn find(text: &[char], piece: &[char]) -> Option<usize> {
    if piece.is_empty() { Some(0) } else { text.windows(piece.len()).position(|window| window == piece) }
}

/// The form in which two texts are compared.
pub fn fold(text: &str, case_matters: bool) -> String {
    let alike = text.nfkc().filter(|c| is_seen(*c)).map(look_alike);
    let cased: String =
        if case_matters { alike.collect() } else { alike.flat_map(char::to_lowercase).collect() };
    let plain: String = cased.nfkc().map(look_alike).map(plain_letter).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form in which texts with Latin words are compared: in lower case before letters are looked at, so that only
/// small letters count as alike, and a Latin `h` stays what it is.
fn fold_latin(text: &str) -> String {
    let lower = text.nfkc().filter(|c| is_seen(*c)).flat_map(char::to_lowercase);
    let plain: String =
        lower.nfkc().map(look_alike).map(|c| if c == 'h' { c } else { plain_letter(c) }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character leaves a trace on the page: a soft hyphen and spaces without width come along with what is
/// copied.
fn is_seen(character: char) -> bool {
    !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Latin letters as the Cyrillic ones that look the same, and one kind of quote and dash.
fn look_alike(character: char) -> char {
    match character {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' | 'І' => 'И',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'и',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        '«' | '»' | '“' | '”' | '„' => '"',
        '’' | '‘' | 'ʼ' => '\'',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        // The Latin letters that some Kazakh keyboards and texts have in their place.
        'ə' => 'ә',
        'Ə' => 'Ә',
        'ɵ' => 'ө',
        'Ɵ' => 'Ө',
        other => other,
    }
}

/// Letters for which many keyboards offer only a plainer one.
fn plain_letter(character: char) -> char {
    match character {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' | 'h' => 'х',
        'і' => 'и',
        'Ё' => 'Е',
        'Ә' => 'А',
        'Ғ' => 'Г',
        'Қ' => 'К',
        'Ң' => 'Н',
        'Ө' => 'О',
        'Ұ' | 'Ү' => 'У',
        'Һ' => 'Х',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keyboards_and_habits_make_no_difference() {
        let alike = [
            ("Добровольчество", "  добровольчество "),
            ("приём", "прием"),
            ("НКО", "HKO"),
            ("бірге", "бирге"),
            ("Қызылорда", "кызылорда"),
            ("өтеу", "отеу"),
            ("фонд «Бірге»", "фонд \"бірге\""),
            ("социально-ориентированный", "социально–ориентированный"),
            ("две  недели", "две недели"),
            ("әке", "\u{259}ке"),
            ("Әлем", "\u{18f}лем"),
            ("өмір", "\u{275}мір"),
            ("ӨМІР", "\u{19f}МІР"),
            ("социально-ориентированный", "социально\u{2010}ориентированный"),
            ("социально-ориентированный", "социально\u{2011}ориентированный"),
            ("добровольчество", "добро\u{ad}воль\u{ad}чество"),
            ("волонтёр", "\u{200b}волон\u{200b}тёр"),
        ];
        for (accepted, typed) in alike {
            assert!(fits(accepted, typed, false), "{accepted} {typed}");
        }
        for (accepted, typed) in [("кот", "код"), ("НКО", "НК"), ("две недели", "двенедели"), ("", "а")]
        {
            assert!(!fits(accepted, typed, false), "{accepted} {typed}");
        }
    }

    #[test]
    fn a_latin_word_is_the_same_in_any_case() {
        for word in ["Moodle", "HTML", "Birge", "Make", "the BBC", "KazHackStan"] {
            for typed in [word.to_uppercase(), word.to_lowercase(), word.to_owned()] {
                assert!(fits(word, &typed, false), "{word} {typed}");
                assert!(fits(&format!("{typed}*"), word, false), "{word} {typed}");
            }
        }
        assert!(fits("НКО", "HKO", false) && fits("HKO", "нко", false), "capitals look alike as before");
        assert!(!fits("хор", "HOP", false), "H looks like Н, not like х");
        assert!(!fits("Moodle", "moodle", true));
    }

    #[test]
    fn case_counts_only_where_the_author_says_so() {
        assert!(!fits("НКО", "нко", true));
        assert!(fits("НКО", "HКO", true));
    }

    #[test]
    fn a_star_is_anything_and_an_escaped_one_is_itself() {
        for (typed, fine) in [("добровольцы", true), ("доброволец", true), ("волонтёр", false)]
        {
            assert_eq!(fits("добровол*", typed, false), fine, "{typed}");
        }
        assert!(fits("*партн*", "эффективное партнёрство", false));
        assert!(fits("а*б*в", "аббв", false) && !fits("а*б*в", "авб", false));
        assert!(!fits("аба*аба", "аба", false), "two pieces never share a letter");
        assert!(fits(r"2\*2", "2*2", false) && !fits(r"2\*2", "2х2", false));
        assert!(fits(r"a\b", r"a\b", false));
    }

    #[test]
    fn a_backslash_is_itself_but_before_a_star() {
        for text in [r"C:\", r"\\server", r"\\server\share\", r"\"] {
            assert!(fits(text, text, false) && fits(text, text, true), "{text}");
            assert_eq!(sample(text), text);
            assert!(!is_wild(text), "{text}");
        }
        assert!(fits(r"C:\\*", r"C:\*", false), "the second protects the star");
        assert!(fits(r"\\srv*", r"\\srv01", false) && !fits(r"\\srv", r"\srv", false));
    }

    #[test]
    fn a_pattern_is_shown_without_its_signs() {
        let shown = [
            ("добровол*", "добровол"),
            (r"2\*2", "2*2"),
            (r"a\b", r"a\b"),
            ("*", "…"),
            ("да * нет", "да … нет"),
        ];
        for (pattern, text) in shown {
            assert_eq!(sample(pattern), text);
            assert!(fits(pattern, text, true), "{pattern}");
        }
        assert!(is_wild("а*") && is_wild(r"\*а*") && !is_wild(r"\*") && !is_wild("а"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[^\\p{C}\\p{M}]{0,40}", case: bool) {
            let once = fold(&text, case);
            prop_assert_eq!(fold(&once, case), once);
        }

        #[test]
        fn case_makes_no_difference_in_either_alphabet(word in "[A-Za-z]{1,12}|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүІі]{1,12}|[A-Za-zА-Яа-я]{1,12}") {
            prop_assert!(fits(&word.to_uppercase(), &word.to_lowercase(), false));
            prop_assert!(fits(&word.to_lowercase(), &word.to_uppercase(), false));
        }

        /// Without the pairs that look alike or that a keyboard lacks: Latin h and x, ё and е.
        #[test]
        fn another_word_stays_another(
            (one, other) in ("[a-wyz]{1,4}", "[a-wyz]{1,4}").prop_union(("[а-дж-я]{1,4}", "[а-дж-я]{1,4}")),
            upper: bool,
        ) {
            let typed = if upper { other.to_uppercase() } else { other.clone() };
            prop_assert_eq!(fits(&one, &typed, false), one == other);
        }

        #[test]
        fn a_text_without_stars_fits_itself(text in "[^*\\p{C}]{1,30}") {
            prop_assert!(fits(&text, &text, false) && fits(&text, &text, true));
        }
    }
}
