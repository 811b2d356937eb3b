//! Exact decimal numbers and weights: no floats anywhere near a mark.

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many decimals a [`Decimal`] keeps.
const PLACES: usize = 6;
const ONE: i64 = 1_000_000;

/// A number with six decimals, in millionths: 2.5 is 2 500 000. Stored and sent as text, `"2.5"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Decimal(pub i64);

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i64) -> Decimal {
        Decimal(number.saturating_mul(ONE))
    }

    /// Reads a number as people type it: comma or dot, a minus or a hyphen, at most six decimals.
    pub fn parse(text: &str) -> Option<Decimal> {
        let text = text.trim();
        let negative = text.strip_prefix(['-', '−']);
        let digits = negative.unwrap_or(text);
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) || whole.len() > 12 || decimals.len() > PLACES {
            return None;
        }
        let value = whole.parse::<i64>().ok()? * ONE + format!("{decimals:0<6}").parse::<i64>().ok()?;
        Some(Decimal(if negative.is_some() { -value } else { value }))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, value) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let decimals = format!("{:06}", value % ONE.unsigned_abs());
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", value / ONE.unsigned_abs()),
            decimals => write!(f, "{sign}{}.{decimals}", value / ONE.unsigned_abs()),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(DecimalVisitor)
    }
}

struct DecimalVisitor;

impl Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a decimal number as text, or a whole number of thousandths")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    // Databases of before the question bank hold whole thousandths.
    fn visit_i64<E: Error>(self, thousandths: i64) -> Result<Decimal, E> {
        Ok(Decimal(thousandths.saturating_mul(ONE / 1000)))
    }

    fn visit_u64<E: Error>(self, thousandths: u64) -> Result<Decimal, E> {
        self.visit_i64(i64::try_from(thousandths).unwrap_or(i64::MAX))
    }
}

/// What an answer is worth, in ten-millionths of the question: 10 000 000 is all of it, 3 333 333 is the third
/// that other systems write as 33.33333 %. Below zero it takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(pub i32);

impl Weight {
    /// All of the question.
    pub const WHOLE: Weight = Weight(10_000_000);

    /// The share `part` is of `whole`, rounded down; never below nothing and never above the whole.
    pub fn of(part: i64, whole: i64) -> Weight {
        if whole <= 0 {
            return Weight(0);
        }
        let share = i128::from(part.max(0)) * i128::from(Weight::WHOLE.0) / i128::from(whole);
        Weight(i32::try_from(share).unwrap_or(Weight::WHOLE.0).min(Weight::WHOLE.0))
    }

    /// Whole percent.
    pub const fn percent(percent: i32) -> Weight {
        Weight(percent * 100_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_comma_or_dot_and_at_most_six_decimals() {
        assert_eq!(Decimal::parse("60"), Some(Decimal::whole(60)));
        assert_eq!(Decimal::parse("-2,5"), Some(Decimal(-2_500_000)));
        assert_eq!(Decimal::parse("3.141592"), Some(Decimal(3_141_592)));
        for faulty in ["", "-", "2.", ".5", "1.2345678", "1 000", "7ч", "9999999999999"] {
            assert_eq!(Decimal::parse(faulty), None, "{faulty}");
        }
        assert_eq!(Decimal(-2_500_000).to_string(), "-2.5");
        assert_eq!(Decimal::whole(7).to_string(), "7");
    }

    #[test]
    fn stored_as_text_and_read_from_the_thousandths_of_before_too() {
        assert_eq!(serde_json::to_string(&Decimal(2_500_000)).unwrap(), "\"2.5\"");
        for stored in ["\"2.5\"", "2500"] {
            assert_eq!(serde_json::from_str::<Decimal>(stored).unwrap(), Decimal(2_500_000), "{stored}");
        }
        assert!(serde_json::from_str::<Decimal>("\"x\"").is_err());
    }

    #[test]
    fn three_thirds_are_cut_and_the_whole_is_whole() {
        assert_eq!(Weight::of(1, 3), Weight(3_333_333));
        assert_eq!(Weight::of(3, 3), Weight::WHOLE);
        assert_eq!(Weight::of(-1, 3), Weight(0));
        assert_eq!(Weight::of(9, 3), Weight::WHOLE);
    }
}
