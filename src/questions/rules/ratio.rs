//! Exact fractions: how many of one unit another has. One minute is 1/60 of an hour, which no decimal says.

use super::decimal::Decimal;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A fraction in its lowest terms, the lower number above zero. Stored and sent as text: `"60"`, `"2.5"`, and only what
/// six decimals do not hold as `"1/60"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    top: i64,
    bottom: i64,
}

/// How many millionths a [`Decimal`] counts to one.
const MILLION: i128 = 1_000_000;

impl Ratio {
    /// One whole.
    pub const ONE: Ratio = Ratio { top: 1, bottom: 1 };

    /// A whole number.
    pub const fn whole(number: i64) -> Ratio {
        Ratio { top: number, bottom: 1 }
    }

    /// One number over another, which is above zero; nothing when they are too large.
    pub fn of(top: i128, bottom: i128) -> Option<Ratio> {
        if bottom <= 0 {
            return None;
        }
        let common = common(top.unsigned_abs(), bottom.unsigned_abs());
        let common = i128::try_from(common).ok().filter(|common| *common > 0)?;
        Some(Ratio { top: i64::try_from(top / common).ok()?, bottom: i64::try_from(bottom / common).ok()? })
    }

    /// Reads `60`, `2,5` or `1/60`.
    pub fn parse(text: &str) -> Option<Ratio> {
        let Some((top, bottom)) = text.split_once('/') else { return Decimal::parse(text).map(Ratio::from) };
        let whole = |text: &str| {
            let text = text.trim();
            let digits =
                !text.is_empty() && text.len() <= 19 && text.bytes().all(|byte| byte.is_ascii_digit());
            if digits { text.parse::<i64>().ok() } else { None }
        };
        Ratio::of(whole(top)?.into(), whole(bottom)?.into())
    }

    /// The upper and the lower number.
    pub fn parts(self) -> (i64, i64) {
        (self.top, self.bottom)
    }

    /// Whether it is above zero.
    pub fn is_positive(self) -> bool {
        self.top > 0
    }

    /// Whether a number times this is in `value ± tolerance`. Nothing is rounded.
    pub fn brings(self, number: Decimal, (value, tolerance): (Decimal, Decimal)) -> bool {
        let (top, bottom) = (i128::from(self.top), i128::from(self.bottom));
        let far = (i128::from(number.0) * top).abs_diff(i128::from(value.0) * bottom);
        far <= u128::from(tolerance.0.unsigned_abs()) * bottom.unsigned_abs()
    }
}

fn common(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

impl Default for Ratio {
    fn default() -> Ratio {
        Ratio::whole(0)
    }
}

impl From<Decimal> for Ratio {
    fn from(number: Decimal) -> Ratio {
        Ratio::of(number.0.into(), MILLION).unwrap_or_default()
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (millionths, bottom) = (i128::from(self.top) * MILLION, i128::from(self.bottom));
        match i64::try_from(millionths / bottom) {
            Ok(exact) if millionths % bottom == 0 => Decimal(exact).fmt(f),
            _ => write!(f, "{}/{}", self.top, self.bottom),
        }
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ratio, D::Error> {
        deserializer.deserialize_any(RatioVisitor)
    }
}

struct RatioVisitor;

impl Visitor<'_> for RatioVisitor {
    type Value = Ratio;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a decimal number or a fraction as text, or a whole number of thousandths")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Ratio, E> {
        Ratio::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    // Databases of before the question bank hold whole thousandths.
    fn visit_i64<E: Error>(self, thousandths: i64) -> Result<Ratio, E> {
        Ok(Ratio::of(thousandths.into(), 1000).unwrap_or_default())
    }

    fn visit_u64<E: Error>(self, thousandths: u64) -> Result<Ratio, E> {
        self.visit_i64(i64::try_from(thousandths).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_as_a_decimal_where_that_is_exact_and_read_from_what_was_stored_before() {
        for (stored, top, bottom, written) in [
            ("\"60\"", 60, 1, "\"60\""),
            ("\"0.016667\"", 16_667, 1_000_000, "\"0.016667\""),
            ("\"1/60\"", 1, 60, "\"1/60\""),
            ("\"2/120\"", 1, 60, "\"1/60\""),
            ("\"5/2\"", 5, 2, "\"2.5\""),
            ("2500", 5, 2, "\"2.5\""),
        ] {
            let read: Ratio = serde_json::from_str(stored).unwrap();
            assert_eq!(read.parts(), (top, bottom), "{stored}");
            assert_eq!(serde_json::to_string(&read).unwrap(), written);
        }
        for faulty in ["", "/", "1/0", "1/-2", "1/", "x", "1/2/3", "1,5/2", "99999999999999999999/1"] {
            assert_eq!(Ratio::parse(faulty), None, "{faulty}");
        }
    }

    #[test]
    fn nothing_is_rounded_and_nothing_overflows() {
        let minute = Ratio::parse("1/60").unwrap();
        assert!(minute.brings(Decimal::whole(60), (Decimal::whole(1), Decimal(0))));
        assert!(!minute.brings(Decimal(60_000_001), (Decimal::whole(1), Decimal(0))));
        let largest = Ratio::of(i64::MAX.into(), 1).unwrap();
        assert!(!largest.brings(Decimal(i64::MIN), (Decimal(i64::MAX), Decimal(i64::MIN))));
    }
}
