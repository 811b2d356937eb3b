//! Numbers as other systems write them.

use crate::questions::rules::{Decimal, Ratio, Weight};

/// A number in units of `10^-places`, and whether it had to be rounded to that. Takes a sign, a dot or comma,
/// an exponent; at most twelve digits before the dot.
pub(super) fn scaled(text: &str, places: i32) -> Option<(i64, bool)> {
    let (digits, exponent) = parts(text)?;
    let shift = exponent.checked_add(places)?;
    let value = if shift >= 0 {
        (digits.checked_mul(10i128.checked_pow(u32::try_from(shift).ok()?)?)?, false)
    } else {
        let Some(unit) = 10i128.checked_pow(shift.unsigned_abs()) else { return Some((0, digits != 0)) };
        let half = if digits < 0 { -unit / 2 } else { unit / 2 };
        ((digits + half) / unit, digits % unit != 0)
    };
    let most = 10i128.pow(12) * 10i128.checked_pow(u32::try_from(places).ok()?)?;
    (value.0.abs() < most).then_some(())?;
    Some((i64::try_from(value.0).ok()?, value.1))
}

/// The digits and the power of ten they are counted in.
fn parts(text: &str) -> Option<(i128, i32)> {
    let text = text.trim();
    let negative = text.starts_with(['-', '−']);
    let text = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() < 40)?),
        None => (text, 0),
    };
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let all: String = whole.chars().chain(decimals.chars()).collect();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) || all.len() > 36 {
        return None;
    }
    let digits: i128 = all.parse().ok()?;
    let decimals = i32::try_from(decimals.len()).ok()?;
    Some((if negative { -digits } else { digits }, exponent - decimals))
}

/// A number with six decimals, and whether it had to be rounded.
pub(super) fn decimal(text: &str) -> Option<(Decimal, bool)> {
    scaled(text, 6).map(|(value, rounded)| (Decimal(value), rounded))
}

/// A weight in percent; `Err` when it is beyond the whole.
pub(super) fn weight(text: &str) -> Option<Result<Weight, ()>> {
    let (value, _) = scaled(text, 5)?;
    let weight = i32::try_from(value).ok().filter(|weight| weight.abs() <= Weight::WHOLE.0);
    Some(weight.map(Weight).ok_or(()))
}

/// A weight as percent.
pub(super) fn percent(weight: Weight) -> String {
    fraction(i64::from(weight.0), 5)
}

/// A weight as a share of one.
pub(super) fn share(weight: Weight) -> String {
    fraction(i64::from(weight.0), 7)
}

fn fraction(value: i64, places: u32) -> String {
    let unit = 10u64.pow(places);
    let (sign, value) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    let decimals = format!("{:0width$}", value % unit, width = places as usize);
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{}", value / unit),
        decimals => format!("{sign}{}.{decimals}", value / unit),
    }
}

/// More digits than this are what a division left behind, and are rounded; fewer were written on purpose.
const WRITTEN: u32 = 12;

/// From so many digits on, a number may be what a division of a simple one left behind.
const DIVIDED: u32 = 7;

/// Other systems say how many of a unit the right number is, we by what a number in it is multiplied: one
/// through the other, and whether it had to be rounded to six decimals. Nothing for zero and below.
pub(super) fn inverse(text: &str) -> Option<(Ratio, bool)> {
    let (mut digits, mut exponent) = parts(text)?;
    (digits > 0).then_some(())?;
    while digits % 10 == 0 {
        (digits, exponent) = (digits / 10, exponent + 1);
    }
    let written = digits.ilog10() + 1;
    if let Some(simple) = simple(digits, exponent).filter(|_| (DIVIDED..=WRITTEN).contains(&written)) {
        return Some((simple, false));
    }
    let exact = ten(-exponent)
        .zip(digits.checked_mul(ten(exponent)?))
        .and_then(|(top, bottom)| Ratio::of(top, bottom));
    if let Some(exact) = exact.filter(|_| written <= WRITTEN) {
        return Some((exact, false));
    }
    let top = 10i128.checked_pow(u32::try_from(6 - exponent).ok()?)?;
    let value = (top + digits / 2) / digits;
    (value > 0 && value < 10i128.pow(18)).then_some(())?;
    Some((Ratio::of(value, 10i128.pow(6))?, written <= WRITTEN))
}

/// Ten to a power; one for powers below zero.
fn ten(power: i32) -> Option<i128> {
    10i128.checked_pow(u32::try_from(power.max(0)).ok()?)
}

/// The number with three decimals at most whose inverse is written with these digits: 3.6 for `0.2777777778`.
fn simple(digits: i128, exponent: i32) -> Option<Ratio> {
    let thousands = 10i128.checked_pow(u32::try_from(3 - exponent).ok()?)?;
    let simple = (thousands + digits / 2) / digits;
    let far = digits.checked_mul(simple)?.abs_diff(thousands).checked_mul(2)?;
    if simple > 0 && far <= simple.unsigned_abs() { Ratio::of(simple, 1000) } else { None }
}

/// Decimals that an inverse is written with when it has no end.
const DECIMALS: usize = 28;

/// Written so exactly that [`inverse`] gives it back.
pub(super) fn inverse_text(multiplier: Ratio) -> String {
    let (top, bottom) = multiplier.parts();
    let (Ok(top), Ok(bottom)) = (u128::try_from(top), u128::try_from(bottom)) else { return "1".to_owned() };
    let Some(whole) = bottom.checked_div(top) else { return "1".to_owned() };
    let (mut rest, mut decimals) = (bottom % top, String::new());
    while rest > 0 && decimals.len() < DECIMALS {
        decimals.push_str(&(rest * 10 / top).to_string());
        rest = rest * 10 % top;
    }
    match decimals.trim_end_matches('0') {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_other_systems_are_read() {
        for (text, value) in [("3.14", 3_140_000), ("-.5", -500_000), ("+2,5", 2_500_000), ("1.0E-5", 10)] {
            assert_eq!(decimal(text), Some((Decimal(value), false)), "{text}");
        }
        assert_eq!(decimal("3.14159265"), Some((Decimal(3_141_593), true)));
        assert_eq!(decimal("1e3"), Some((Decimal::whole(1000), false)));
        for faulty in ["", "-", "x", "1 2", "1e99", "9999999999999", "1.2.3", "٣"] {
            assert_eq!(decimal(faulty), None, "{faulty}");
        }
    }

    #[test]
    fn weights_are_percent_with_five_decimals() {
        assert_eq!(weight("33.33333"), Some(Ok(Weight(3_333_333))));
        assert_eq!(weight("-33.333333"), Some(Ok(Weight(-3_333_333))));
        assert_eq!(weight("100"), Some(Ok(Weight::WHOLE)));
        assert_eq!(weight("101"), Some(Err(())));
        assert_eq!(weight("half"), None);
        assert_eq!(percent(Weight(-3_333_333)), "-33.33333");
        assert_eq!(share(Weight(3_333_333)), "0.3333333");
    }

    #[test]
    fn multipliers_are_exact_fractions() {
        let cases = [
            ("60", (1, 60)),
            ("3600.000", (1, 3600)),
            ("0.01", (100, 1)),
            ("0.3048", (1250, 381)),
            ("0.45359237", (100_000_000, 45_359_237)),
            ("0.2777777778", (18, 5)),
            ("0.016666666666667", (60, 1)),
            ("1E3", (1, 1000)),
        ];
        for (text, parts) in cases {
            let (multiplier, rounded) = inverse(text).unwrap();
            assert_eq!((multiplier.parts(), rounded), (parts, false), "{text}");
        }
        assert_eq!(inverse("0"), None);
        for text in ["60", "0.3048", "0.45359237", "86400"] {
            assert_eq!(inverse_text(inverse(text).unwrap().0), text);
        }
    }

    proptest! {
        #[test]
        fn multipliers_come_back(multiplier in 1i64..1_000_000_000_000) {
            let multiplier = Ratio::from(Decimal(multiplier));
            let text = inverse_text(multiplier);
            prop_assert_eq!(inverse(&text).map(|(value, _)| value), Some(multiplier), "{}", text);
        }

        #[test]
        fn what_came_in_goes_out(whole in 0..1_000_000i64, decimals in 0..1_000_000i64) {
            let text = Decimal(whole * 1_000_000 + decimals).to_string();
            prop_assume!(text != "0");
            let (multiplier, rounded) = inverse(&text).unwrap();
            let again = inverse_text(multiplier);
            prop_assert!(!rounded);
            prop_assert_eq!(inverse(&again), Some((multiplier, false)));
            // Unless it is plainly a simple number divided.
            prop_assert!(again == text || multiplier.parts().1 <= 1000, "{} {}", text, again);
        }

        #[test]
        fn weights_come_back(value in -10_000_000i32..=10_000_000) {
            prop_assert_eq!(weight(&percent(Weight(value))), Some(Ok(Weight(value))));
        }

        #[test]
        fn no_text_is_too_much(text in "\\PC{0,50}") {
            let _ = (scaled(&text, 5), inverse(&text));
        }
    }
}
