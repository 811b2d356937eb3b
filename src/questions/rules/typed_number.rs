//! Numbers as people type them in answers, one reader for questions and gaps.

use super::decimal::Decimal;
use super::response::{NOT_A_NUMBER, UNIT_UNKNOWN};

/// A number with the unit that was typed after it, where the question knows units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) number: Decimal,
    pub(super) unit: Option<String>,
}

/// The most digits that are looked at; the largest number has twelve before the comma.
const MOST_DIGITS: usize = 30;

/// Reads a number: comma or dot, also as its first sign, spaces between thousands, any kind of minus, a plus, an
/// exponent, and a unit after it. What is beyond six decimals is rounded to the nearest. Where the question knows
/// units it must be one of them; elsewhere it is passed over.
///
/// # Errors
/// The code of the fault.
pub(super) fn read(text: &str, units: &[String]) -> Result<Said, &'static str> {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (negative, at) = match signs.first() {
        Some('+') => (false, 1),
        Some(c) if is_minus(*c) => (true, 1),
        _ => (false, 0),
    };
    let rest = signs.get(at..).unwrap_or_default();
    let end = rest.iter().position(|c| !c.is_ascii_digit() && !is_comma(*c)).unwrap_or(rest.len());
    let (digits, behind) = rest.split_at(end);
    let known = |behind: &[char]| {
        let typed: String = behind.iter().collect();
        units.iter().find(|symbol| symbol.split_whitespace().collect::<String>() == typed).cloned()
    };
    let (exponent, behind) = match exponent(behind).filter(|_| known(behind).is_none()) {
        Some((exponent, length)) => (exponent, behind.get(length..).unwrap_or_default()),
        None => (0, behind),
    };
    let number = value(digits, exponent).ok_or(NOT_A_NUMBER)?;
    let number = Decimal(if negative { -number } else { number });
    let unit = known(behind);
    if unit.is_none() && !behind.is_empty() {
        if !looks_like_unit(text, behind) {
            return Err(NOT_A_NUMBER);
        }
        if !units.is_empty() {
            return Err(UNIT_UNKNOWN);
        }
    }
    Ok(Said { number, unit })
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' | '－')
}

fn is_comma(character: char) -> bool {
    matches!(character, '.' | ',')
}

/// An exponent and how many characters it takes.
fn exponent(behind: &[char]) -> Option<(i32, usize)> {
    let (first, rest) = behind.split_first()?;
    // On a Russian keyboard the letter is another one that looks the same.
    if !matches!(first, 'e' | 'E' | 'е' | 'Е') {
        return None;
    }
    let (negative, sign) = match rest.first() {
        Some('+') => (false, 1),
        Some(c) if is_minus(*c) => (true, 1),
        _ => (false, 0),
    };
    let digits: String = rest.iter().skip(sign).take_while(|c| c.is_ascii_digit()).collect();
    let size: i32 = digits.parse().ok().filter(|size| *size <= 99)?;
    Some((if negative { -size } else { size }, 1 + sign + digits.len()))
}

/// Digits with at most one comma among them, in millionths.
fn value(digits: &[char], exponent: i32) -> Option<i64> {
    // A full stop may end the sentence that the number ends.
    let ends = digits.iter().rposition(char::is_ascii_digit)?;
    let digits = digits.get(..=ends)?;
    let mut parts = digits.split(|c| is_comma(*c));
    let (whole, decimals) = (parts.next()?, parts.next().unwrap_or_default());
    if parts.next().is_some() {
        return None;
    }
    let all: String = whole.iter().chain(decimals).collect();
    let all = all.trim_start_matches('0');
    if all.len() > MOST_DIGITS {
        return None;
    }
    let mantissa: i128 = if all.is_empty() { 0 } else { all.parse().ok()? };
    let shift = 6 + exponent - i32::try_from(decimals.len()).ok()?;
    let power = 10_i128.checked_pow(shift.unsigned_abs());
    let millionths = if shift >= 0 {
        if mantissa == 0 { 0 } else { mantissa.checked_mul(power?)? }
    } else {
        power.map_or(0, |power| mantissa / power + (mantissa % power * 2 / power))
    };
    i64::try_from(millionths).ok().filter(|millionths| *millionths < Decimal::whole(1_000_000_000_000).0)
}

/// Whether what follows a number may be a unit: it begins with no sign of a number, and each of its digits is a power
/// right behind a letter: `м2`, `m/s2`, `м^3`, but neither `7 из 10` nor `7/8`, `60±2` or `5х2`.
fn looks_like_unit(text: &str, behind: &[char]) -> bool {
    let begins =
        behind.first().is_some_and(|c| !c.is_ascii_digit() && !is_comma(*c) && !is_minus(*c) && *c != '+');
    // With the spaces as they were typed; the unit is the end of the text.
    let from =
        text.char_indices().rev().filter(|(_, c)| !c.is_whitespace()).nth(behind.len().saturating_sub(1));
    let typed = from.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    let (mut letter, mut raised) = (false, false);
    let powers = typed.chars().all(|c| {
        let fine = !c.is_ascii_digit() || (matches!(c, '2'..='4') && (letter || raised));
        raised = c == '^' && letter;
        letter = c.is_alphabetic() && !matches!(c, 'x' | 'X' | 'х' | 'Х');
        fine
    });
    begins && powers
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn millionths(text: &str) -> Option<i64> {
        read(text, &[]).ok().map(|said| said.number.0)
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        for (text, expected) in [
            ("0.3333333", 333_333),
            ("0,6666667", 666_667),
            (".5", 500_000),
            (",5", 500_000),
            ("+5", 5_000_000),
            ("–5", -5_000_000),
            ("−5", -5_000_000),
            ("— 5", -5_000_000),
            ("1e3", 1_000_000_000),
            ("1,5Е−3", 1_500),
            ("2.5e+2 км", 250_000_000),
            ("5 м2", 5_000_000),
            ("5 m/s2", 5_000_000),
            ("5 м²", 5_000_000),
            ("5 м^3", 5_000_000),
            ("1 060,5 ч.", 1_060_500_000),
            ("1\u{a0}000", 1_000_000_000),
            ("7.", 7_000_000),
            ("80 %", 80_000_000),
            ("1e-99", 0),
            ("0e99", 0),
            ("000000000000000000000000000000000007", 7_000_000),
            ("-1.2345675", -1_234_568),
        ] {
            assert_eq!(millionths(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "пять",
            "-",
            "+",
            ".",
            "--1",
            "+-1",
            "7 из 10",
            "7 8м 9",
            "7/8",
            "60±2",
            "5x2",
            "5х3",
            "5*2",
            "7из10",
            "5^2",
            "1.2.3",
            "1,000,000",
            "5-7",
            "5–7",
            "1e13",
            "1e99",
            "9999999999999",
            "5 м 2",
            "e3",
            "м2",
        ] {
            assert_eq!(millionths(text), None, "{text}");
        }
    }

    #[test]
    fn a_unit_may_have_a_digit() {
        let units = ["м2", "m/s2", "e3", "кв. м"].map(str::to_owned);
        for (text, unit) in [("5м2", "м2"), ("5 m/s2", "m/s2"), ("5e3", "e3"), ("5 кв.м", "кв. м")] {
            let said = Said { number: Decimal::whole(5), unit: Some(unit.to_owned()) };
            assert_eq!(read(text, &units), Ok(said), "{text}");
        }
        assert_eq!(read("5 м3", &units), Err(UNIT_UNKNOWN));
        assert_eq!(read("5 из 6", &units), Err(NOT_A_NUMBER));
        assert_eq!(read("5", &units).map(|said| said.unit), Ok(None));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(millionths in -999_999_999_999_999_999..999_999_999_999_999_999i64) {
            let said = Decimal(millionths);
            prop_assert_eq!(read(&said.to_string(), &[]).map(|said| said.number), Ok(said));
        }

        #[test]
        fn nothing_breaks_it(text in "[0-9.,eЕ+–м /-]{0,20}") {
            let _ = read(&text, &["м".to_owned()]);
        }
    }
}
