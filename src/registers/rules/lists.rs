//! Numbers as people list them: `000101–000150, 000160`. Pure.

use super::number_fault;
use crate::kernel::Fault;
use crate::kernel::name::tidy;
use std::collections::HashSet;

/// The most numbers of one batch.
pub const MOST: usize = 10_000;

/// Reads a list: numbers one after another, separated by commas, semicolons or lines; `from–to` means every number
/// between with as many digits.
///
/// # Errors
/// What is wrong, on the field given: nothing there, a range that goes backwards, characters no register takes, a
/// number twice, too many.
pub fn numbers(typed: &str, field: &str) -> Result<Vec<String>, Fault> {
    let mut all = Vec::new();
    for item in typed.split([',', ';', '\n', '\r']).map(tidy).filter(|item| !item.is_empty()) {
        match range(&item) {
            Some((from, to)) => all.extend(between(&from, &to, field, MOST - all.len().min(MOST))?),
            None => all.push(item),
        }
        if all.len() > MOST {
            return Err(Fault::new(field, "register-list-long").with("limit", MOST));
        }
    }
    if all.is_empty() {
        return Err(Fault::new(field, "required"));
    }
    if let Some(fault) = all.iter().find_map(|number| number_fault(field, number)) {
        return Err(fault);
    }
    let mut seen = HashSet::new();
    match all.iter().find(|number| !seen.insert(number.as_str())) {
        Some(twice) => Err(Fault::new(field, "register-list-twice").with("number", twice)),
        None => Ok(all),
    }
}

/// The two ends of a range. A plain hyphen makes one only between two numbers of equally many digits: numbers may have
/// hyphens of their own.
fn range(item: &str) -> Option<(String, String)> {
    let parted = ["..", "—", "–"].iter().find_map(|dash| item.split_once(dash));
    if let Some((from, to)) = parted {
        return Some((tidy(from), tidy(to)));
    }
    let (from, to) = item.split_once('-')?;
    let (from, to) = (tidy(from), tidy(to));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(&from) && digits(&to) && from.len() == to.len()).then_some((from, to))
}

fn between(from: &str, to: &str, field: &str, room: usize) -> Result<Vec<String>, Fault> {
    let wrong = || Fault::new(field, "register-list-range").with("from", from).with("to", to);
    let (prefix, low) = trailing(from);
    let (other, high) = trailing(to);
    let fits = (other.is_empty() || other == prefix) && low.len() == high.len();
    let (first, last): (u64, u64) = match (low.parse(), high.parse()) {
        (Ok(first), Ok(last)) if fits && first <= last => (first, last),
        _ => return Err(wrong()),
    };
    let count = usize::try_from(last - first).unwrap_or(usize::MAX);
    if count >= room {
        return Err(Fault::new(field, "register-list-long").with("limit", MOST));
    }
    let width = low.len();
    Ok((first..=last).map(|number| format!("{prefix}{number:0width$}")).collect())
}

/// A text parted before the digits at its end.
fn trailing(text: &str) -> (&str, &str) {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    text.split_at(text.len() - digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(typed: &str) -> String {
        numbers(typed, "numbers").unwrap_err().code
    }

    #[test]
    fn ranges_keep_their_zeros_and_lists_their_order() {
        let read = |typed| numbers(typed, "numbers").unwrap();
        assert_eq!(read("000099–000101, 000200"), ["000099", "000100", "000101", "000200"]);
        assert_eq!(read("07-09"), ["07", "08", "09"]);
        assert_eq!(read("ДОК-0001..ДОК-0003"), ["ДОК-0001", "ДОК-0002", "ДОК-0003"]);
        assert_eq!(read("1-ПК-26\n2-ПК-26"), ["1-ПК-26", "2-ПК-26"]);
    }

    #[test]
    fn a_list_that_cannot_be_meant_is_refused() {
        assert_eq!(code(" ,; "), "required");
        assert_eq!(code("000200–000100"), "register-list-range");
        assert_eq!(code("АБ001–ВГ005"), "register-list-range");
        assert_eq!(code("1–2000000"), "register-list-range", "other width");
        assert_eq!(code("0000001–2000000"), "register-list-long");
        assert_eq!(code("0001–0003, 0002"), "register-list-twice");
        assert_eq!(code("00*1"), "register-letters");
    }
}
