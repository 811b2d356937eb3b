//! The JSON Canonicalization Scheme. Source: RFC 8785.

use serde_json::{Number, Value};
use unicode_normalization::UnicodeNormalization as _;

/// The one text of a value: no spaces, keys in the order of their UTF-16 code units, numbers as ECMAScript writes them.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

/// The value with all its strings and keys in Unicode's form NFC: the scheme tells «й» of one letter from «й» of two,
/// and what we sign must not depend on the keyboard it was typed on.
pub fn composed(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.nfc().collect()),
        Value::Array(items) => Value::Array(items.into_iter().map(composed).collect()),
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name.nfc().collect(), composed(value)));
            Value::Object(members.collect())
        }
        other => other,
    }
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(one) => text.push_str(&number(one)),
        Value::String(one) => string(one, text),
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
            sorted.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            text.push('{');
            for (place, (name, value)) in sorted.into_iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                string(name, text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
    }
}

/// A string as RFC 8785, 3.2.2.2 writes it.
fn string(one: &str, text: &mut String) {
    text.push('"');
    for letter in one.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            control if control < ' ' => text.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => text.push(other),
        }
    }
    text.push('"');
}

/// The first number that the scheme cannot keep: a whole one of 2^53 or more, of which another program could read another
/// one (RFC 8785, 3.1; RFC 7493, 2.2).
pub fn inexact(value: &Value) -> Option<&Number> {
    match value {
        Value::Number(one) => {
            let exact = match one.as_i64() {
                Some(whole) => whole.unsigned_abs() < EXACT,
                None => one.as_f64().is_some_and(|all| all.abs() < EXACT as f64),
            };
            (!exact).then_some(one)
        }
        Value::Array(items) => items.iter().find_map(inexact),
        Value::Object(members) => members.values().find_map(inexact),
        Value::Null | Value::Bool(_) | Value::String(_) => None,
    }
}

/// From here on not every whole number is one of the numbers of JSON (RFC 8785, appendix D).
const EXACT: u64 = 1 << 53;

/// The only place that needs floating point: the numbers of JSON are such, and foreign credentials may have them.
fn number(one: &Number) -> String {
    match one.as_i64() {
        Some(whole) if whole.unsigned_abs() <= EXACT => whole.to_string(),
        _ => ecmascript(one.as_f64().unwrap_or_default()),
    }
}

/// A number as `Number::toString` of ECMAScript (ECMA-262, 6.1.6.1.20) writes it.
fn ecmascript(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let written = format!("{:e}", value.abs());
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let (count, point) = (digits.len() as i64, exponent.parse::<i64>().unwrap_or_default() + 1);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or_default());
    let split = |at: i64| {
        let at = usize::try_from(at).unwrap_or_default();
        digits.split_at_checked(at).unwrap_or((&digits, ""))
    };
    let plain = if count <= point && point <= 21 {
        format!("{digits}{}", zeros(point - count))
    } else if 0 < point && point <= 21 {
        let (whole, rest) = split(point);
        format!("{whole}.{rest}")
    } else if -6 < point && point <= 0 {
        format!("0.{}{digits}", zeros(-point))
    } else {
        let (first, rest) = split(1);
        let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
        let sign = if point > 0 { "+" } else { "-" };
        format!("{first}{rest}e{sign}{}", (point - 1).abs())
    };
    if value < 0.0 { format!("-{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> String {
        canonical(&serde_json::from_str(text).unwrap())
    }

    /// RFC 8785, 3.2.2 and 3.2.4.
    #[test]
    fn the_example_of_the_standard() {
        let text = r#"{
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        let expected = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
        assert_eq!(read(text), expected);
    }

    /// RFC 8785, 3.2.3: by code units of UTF-16, so that a letter outside the first plane comes before «דּ».
    #[test]
    fn keys_are_sorted_by_utf_16() {
        let text = r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#;
        let sorted = read(text);
        let order = ["Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"];
        let places: Vec<usize> = order.iter().map(|name| sorted.find(name).unwrap()).collect();
        assert!(places.is_sorted(), "{sorted}");
    }

    /// RFC 8785, appendix B.
    #[test]
    fn numbers_are_those_of_ecmascript() {
        for (bits, text) in [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        ] {
            assert_eq!(ecmascript(f64::from_bits(bits)), text);
        }
        assert_eq!(read("[-0, 1.0, 72, 9007199254740993]"), "[0,1,72,9007199254740992]");
    }

    #[test]
    fn letters_of_two_signs_are_composed_before_signing() {
        let apart = json!({ "и\u{306}": ["Ё".to_owned(), "е\u{308}"] });
        assert_eq!(canonical(&composed(apart)), "{\"й\":[\"Ё\",\"ё\"]}");
    }
}
