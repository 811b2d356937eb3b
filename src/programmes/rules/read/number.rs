//! Reads numbers: `60`, `2,5`, `60 ± 2`, `60 ± 2 ч`, `90 ± 5 мин; 1 ч = 60`.

use crate::programmes::rules::finding::Code;
use crate::programmes::rules::markdown::Page;
use crate::programmes::rules::read::marked::{Marked, written};
use crate::questions::rules::{AcceptedNumber, Decimal, Ratio, Unit, Weight};

/// The longest unit, in characters.
const LONGEST_UNIT: usize = 20;

/// A number with all that may be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub value: Decimal,
    pub tolerance: Decimal,
    pub unit: Option<String>,
    /// Its own unit first, when others are accepted too.
    pub units: Vec<Unit>,
}

/// A right number, and further ones with their worths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbers {
    pub right: Measured,
    pub also: Vec<AcceptedNumber>,
    /// What is said to them, the right one first.
    pub feedback: Vec<String>,
}

/// The short form: a paragraph `= 60`.
pub(super) fn short(text: &str, line: u32, page: &mut Page) -> Option<Numbers> {
    let read = text.trim().strip_prefix('=').and_then(parse);
    if read.is_none() {
        page.add(line, Code::NumberSyntax, text.trim());
    }
    read.map(|right| Numbers { right, also: Vec::new(), feedback: vec![String::new()] })
}

/// The long form: a list with boxes. The first `[x]` is the right one, whose unit counts.
pub(super) fn listed(items: &[Marked<'_>], page: &mut Page) -> Option<Numbers> {
    let mut read = Vec::new();
    for item in items {
        let text = written(item, page);
        match parse(&text) {
            Some(number) => read.push((item, number)),
            None => page.add(item.line, Code::NumberSyntax, text),
        }
    }
    if read.len() < items.len() {
        return None;
    }
    let Some(first) = read.iter().position(|(item, _)| item.weight == Weight::WHOLE) else {
        page.add(items.first()?.line, Code::RightMissing, "");
        return None;
    };
    let (right_item, right) = read.remove(first);
    let mut feedback = vec![right_item.feedback.clone()];
    let mut also = Vec::new();
    for (item, number) in read {
        if !number.units.is_empty() || (number.unit.is_some() && number.unit != right.unit) {
            page.add(item.line, Code::NumberSyntax, written(item, page));
            return None;
        }
        also.push(AcceptedNumber { value: number.value, tolerance: number.tolerance, weight: item.weight });
        feedback.push(item.feedback.clone());
    }
    Some(Numbers { right, also, feedback })
}

fn parse(text: &str) -> Option<Measured> {
    let mut parts = text.split(';').map(str::trim);
    let mut words = parts.next()?.split_whitespace().peekable();
    let value = Decimal::parse(words.next()?)?;
    let mut tolerance = Decimal(0);
    if words.next_if_eq(&"±").is_some() {
        tolerance = Decimal::parse(words.next()?)?;
    }
    let unit = symbol(&words.collect::<Vec<_>>().join(" "))?;
    let others = parts.map(other).collect::<Option<Vec<_>>>()?;
    let own = |symbol: &String| Unit { symbol: symbol.clone(), multiplier: Ratio::ONE };
    let units: Vec<Unit> =
        if others.is_empty() { Vec::new() } else { unit.iter().map(own).chain(others).collect() };
    let distinct = units.iter().map(|unit| &unit.symbol).collect::<std::collections::BTreeSet<_>>();
    // A further unit says nothing without the one that the number is in.
    let fine = distinct.len() == units.len() && (units.is_empty() || unit.is_some()) && tolerance.0 >= 0;
    fine.then_some(Measured { value, tolerance, unit, units })
}

fn symbol(text: &str) -> Option<Option<String>> {
    let fine = !text.starts_with(|first: char| first.is_ascii_digit() || first == '±' || first == '=');
    let fine = fine && text.chars().count() <= LONGEST_UNIT;
    fine.then(|| (!text.is_empty()).then(|| text.to_owned()))
}

/// `1 ч = 60`: how many of the number's own unit another one has.
fn other(text: &str) -> Option<Unit> {
    let (unit, multiplier) = text.strip_prefix('1')?.split_once('=')?;
    let (symbol, multiplier) = (symbol(unit.trim())??, Ratio::parse(multiplier)?);
    multiplier.is_positive().then_some(Unit { symbol, multiplier })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_an_optional_tolerance_and_unit() {
        let form = |value, tolerance, unit: Option<&str>| {
            let (value, tolerance) = (Decimal(value), Decimal(tolerance));
            Some(Measured { value, tolerance, unit: unit.map(str::to_owned), units: Vec::new() })
        };
        assert_eq!(parse("60"), form(60_000_000, 0, None));
        assert_eq!(parse("2,5 ± 0.5 кв. м"), form(2_500_000, 500_000, Some("кв. м")));
        assert_eq!(parse("60 ч"), form(60_000_000, 0, Some("ч")));
        for faulty in ["", "шесть", "1 000", "60 ±", "60 ± -1", "60ч", "60; 1 ч = 2", "60 ч; 1 ч = 2"]
        {
            assert_eq!(parse(faulty), None, "{faulty}");
        }
    }

    #[test]
    fn further_units_say_how_many_of_its_own_they_have() {
        let read = parse("90 ± 5 мин; 1 ч = 60; 1 день = 1440").unwrap();
        let units: Vec<_> = read.units.iter().map(|unit| (unit.symbol.as_str(), unit.multiplier)).collect();
        let expected = [("мин", 1), ("ч", 60), ("день", 1440)];
        assert_eq!(units, expected.map(|(symbol, many)| (symbol, Ratio::whole(many))));
        assert_eq!(parse("2 ч; 1 мин = 1/60").unwrap().units[1].multiplier.parts(), (1, 60));
        for faulty in ["90 мин; ч = 60", "90 мин; 1 ч", "90 мин; 1 ч = 0", "90 мин; 1 = 60", "90 мин;"]
        {
            assert_eq!(parse(faulty), None, "{faulty}");
        }
    }
}
