//! Moments and lengths of time as tools for meetings write them. They seldom say in which zone: then it is that of the
//! session, or the one that a trainer says.

use crate::kernel::name::tidy;
use crate::kernel::{Moment, ZoneName};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

/// The longest length of time that a list may name, in seconds: a day.
const LONGEST: i64 = 24 * 60 * 60;

/// Whether a cell says nothing: tools write dashes where there is nothing to say.
pub fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|letter| matches!(letter, '-' | '–' | '—' | ' ')) || cell == "N/A"
}

/// The moment of a cell, by the wall of the session held on a day: `7/22/26, 7:02:11 PM`, `22.07.2026 19:02`,
/// `2026-07-22T14:02:11Z`, `Jul 22, 2026 7:02 PM`, `19:02`. A date with strokes is read so that it is nearest to the day of
/// the session: some write the month first, others the day.
pub fn moment(cell: &str, zone: ZoneName, held_on: NaiveDate) -> Option<Moment> {
    let text = tidy(cell);
    if let Some(exact) = Moment::parse(&text.replacen(' ', "T", 1)) {
        return Some(exact);
    }
    let text = text.replace(',', " ");
    let words: Vec<&str> = text.split(['T', ' ']).filter(|word| !word.is_empty()).collect();
    // A «T» is also a letter of month names; then the words are those between spaces.
    let spaced: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if let Some((last, rest)) = spaced.split_last()
        && let Some(seconds) = distance(last)
    {
        let (date, time) = split(rest, held_on)?;
        let at = Moment(date.and_time(time).and_utc()).plus_seconds(-seconds);
        // A time without a day is of the session's day by its own wall: by UTC that may be another one.
        let bare = rest.first().is_some_and(|word| word.contains(':'));
        let days = if bare { (held_on - at.date_in(zone)).num_days() } else { 0 };
        return Some(at.plus_seconds(days * 24 * 60 * 60));
    }
    let (date, time) = split(&spaced, held_on).or_else(|| split(&words, held_on))?;
    Some(zone.instant(date, time))
}

fn split(words: &[&str], held_on: NaiveDate) -> Option<(NaiveDate, NaiveTime)> {
    let (place, _) = words.iter().enumerate().find(|(_, word)| word.contains(':'))?;
    let (before, rest) = words.split_at(place);
    let (clock, after) = rest.split_first()?;
    let half = match after {
        [] => half(clock),
        [one] => Some(half(one)?),
        _ => return None,
    };
    let date = match before {
        [] => held_on,
        [one] => date(one, held_on)?,
        [month, day, year] => named(month, day, year)?,
        _ => return None,
    };
    Some((date, time(clock, half)?))
}

/// How far a moment's own words say it is from UTC, in seconds: `UTC`, `+05:00`, `+0500`, `GMT+3`.
fn distance(word: &str) -> Option<i64> {
    let upper = word.to_uppercase();
    let named = upper.strip_prefix("UTC").or_else(|| upper.strip_prefix("GMT"));
    let rest = named.unwrap_or(&upper);
    if rest.is_empty() || rest == "Z" {
        return Some(0);
    }
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix(['-', '−'])?),
    };
    let digits = digits.replace(':', "");
    if !digits.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// The half of the day on a clock of twelve hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Evening,
}

fn half(word: &str) -> Option<Half> {
    let word = word.to_lowercase().replace('.', "");
    match () {
        () if word.ends_with("am") => Some(Half::Morning),
        () if word.ends_with("pm") => Some(Half::Evening),
        () => None,
    }
}

fn time(clock: &str, half: Option<Half>) -> Option<NaiveTime> {
    let digits = clock.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.');
    let digits = digits.split('.').next()?;
    let mut parts = digits.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        Some(Half::Morning) if hour == 12 => 0,
        Some(Half::Evening) if hour < 12 => hour + 12,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn date(word: &str, held_on: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['.', '/', '-']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let (&[one, two, three], 3) = (numbers.as_slice(), parts.len()) else { return None };
    if parts.first().is_some_and(|part| part.len() == 4) {
        return on(one, two, three);
    }
    let year = if three < 100 { 2000 + three } else { three };
    let (month_first, day_first) = (on(year, one, two), on(year, two, one));
    if !word.contains('/') {
        return day_first;
    }
    let far = |date: &NaiveDate| (*date - held_on).num_days().abs();
    month_first.into_iter().chain(day_first).min_by_key(far)
}

/// `Jul 22 2026`.
fn named(month: &str, day: &str, year: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = month.to_lowercase();
    let place = MONTHS.iter().position(|known| month.starts_with(known))?;
    on(year.parse().ok()?, u32::try_from(place).ok()? + 1, day.parse().ok()?)
}

fn on(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The seconds of a length of time: `88` are minutes, `1:02` and `01:02:30` begin with hours, `1h 2m 3s`, `1 ч 2 мин`.
pub fn seconds(cell: &str) -> Option<i64> {
    let text = tidy(cell).to_lowercase();
    let found = if text.contains(':') { clocked(&text) } else { worded(&text) }?;
    (0..=LONGEST).contains(&found).then_some(found)
}

fn clocked(text: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> = text.split(':').map(|part| part.trim().parse().ok()).collect();
    match parts?.as_slice() {
        [hours, minutes] if (0..60).contains(minutes) => Some(hours.checked_mul(3600)? + minutes * 60),
        [hours, minutes, seconds] if (0..60).contains(minutes) && (0..60).contains(seconds) => {
            Some(hours.checked_mul(3600)? + minutes * 60 + seconds)
        }
        _ => None,
    }
}

fn worded(text: &str) -> Option<i64> {
    let (mut total, mut number, mut unit) = (0_i64, String::new(), String::new());
    let mut any = false;
    // A digit at the end closes the last part like any other.
    for letter in text.chars().chain(['0']) {
        let digit = letter.is_ascii_digit();
        if digit && !unit.is_empty() {
            total = total.checked_add(part(&number, &unit)?)?;
            (number, unit, any) = (String::new(), String::new(), true);
        }
        match letter {
            _ if digit => number.push(letter),
            '.' | ',' if unit.is_empty() => number.push('.'),
            ' ' | '.' | ',' => {}
            _ => unit.push(letter),
        }
    }
    if any {
        // What is left is the digit that closed the last part, and nothing else.
        return (number == "0").then_some(total);
    }
    // Only a number: minutes. The closing digit is taken off again.
    part(number.strip_suffix('0')?, "m")
}

fn part(number: &str, unit: &str) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole: i64 = whole.parse().ok()?;
    let each = match unit {
        "h" | "hr" | "hrs" | "hour" | "hours" | "ч" | "час" | "часа" | "часов" | "сағ" | "сағат" => {
            3600
        }
        "m" | "min" | "mins" | "minute" | "minutes" | "м" | "мин" | "минута" | "минуты" | "минут" => {
            60
        }
        "s" | "sec" | "secs" | "second" | "seconds" | "с" | "сек" | "секунд" | "секунда" | "секунды" => {
            1
        }
        _ => return None,
    };
    let tenths: i64 = match fraction.chars().next() {
        Some(first) => i64::from(first.to_digit(10)?),
        None => 0,
    };
    whole.checked_mul(each)?.checked_add(each * tenths / 10)
}

/// The moment of leaving after one of joining: who leaves soon after midnight by a clock without a day leaves on the next day.
pub fn after(joined: Moment, left: Moment, bare: bool) -> Moment {
    let next = Moment(left.0 + TimeDelta::days(1));
    if bare && left < joined && joined.seconds_until(next) <= LONGEST / 2 { next } else { left }
}

/// Whether a cell names a time without a day. How far it is from UTC says nothing of the day.
pub fn is_bare(cell: &str) -> bool {
    let text = tidy(cell);
    let clock = match text.rsplit_once(' ') {
        Some((clock, last)) if distance(last).is_some() => clock,
        _ => text.as_str(),
    };
    let digits = clock.trim_end_matches(|letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '.'));
    digits.contains(':') && digits.chars().all(|letter| letter.is_ascii_digit() || letter == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Option<String> {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        moment(cell, zone, "2026-09-15".parse().unwrap()).map(Moment::rfc3339)
    }

    #[test]
    fn moments_are_read_as_the_tools_write_them_by_the_wall_of_the_session() {
        for (cell, at) in [
            ("09/15/2026 10:01:12 AM", "2026-09-15T02:01:12Z"),
            ("9/15/26, 1:02:11\u{202f}PM", "2026-09-15T05:02:11Z"),
            ("15/09/2026 10:01", "2026-09-15T02:01:00Z"),
            ("15.09.2026 10:01:12", "2026-09-15T02:01:12Z"),
            ("15.09.26, 10:01", "2026-09-15T02:01:00Z"),
            ("15.09.2026 01:00:00 PM", "2026-09-15T05:00:00Z"),
            ("2026-09-15 10:01:12", "2026-09-15T02:01:12Z"),
            ("2026-09-15T10:01", "2026-09-15T02:01:00Z"),
            ("2026-09-15T05:01:12+03:00", "2026-09-15T02:01:12Z"),
            ("2026-09-15T02:01:12Z", "2026-09-15T02:01:12Z"),
            ("2026-09-15 05:01:12 +03:00", "2026-09-15T02:01:12Z"),
            ("15.09.2026 02:01:12 UTC", "2026-09-15T02:01:12Z"),
            ("9/15/26, 5:01:12 AM GMT+3", "2026-09-15T02:01:12Z"),
            ("14.09.2026 21:31 -0430", "2026-09-15T02:01:00Z"),
            ("02:01 UTC", "2026-09-15T02:01:00Z"),
            ("7:05 PM UTC", "2026-09-14T19:05:00Z"),
            ("22:01 GMT-4", "2026-09-15T02:01:00Z"),
            ("Sep 15, 2026 10:00 AM", "2026-09-15T02:00:00Z"),
            ("12:30 AM", "2026-09-14T16:30:00Z"),
            ("10:01", "2026-09-15T02:01:00Z"),
            ("10:01:07 a.m.", "2026-09-15T02:01:07Z"),
        ] {
            assert_eq!(read(cell).as_deref(), Some(at), "{cell}");
        }
        for wrong in [
            "",
            "вчера",
            "25:00",
            "10:60",
            "31.02.2026 10:00",
            "15.09.2026",
            "10:00 XM",
            "1:2:3:4",
            "10:00 +99",
            "UTC",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_with_strokes_is_that_near_the_session() {
        let near = |cell: &str, day: &str| {
            let zone = ZoneName::parse("UTC").unwrap();
            moment(cell, zone, day.parse().unwrap()).unwrap().rfc3339()
        };
        assert_eq!(near("04/10/2026 10:00", "2026-04-10"), "2026-04-10T10:00:00Z");
        assert_eq!(near("04/10/2026 10:00", "2026-10-04"), "2026-10-04T10:00:00Z");
    }

    #[test]
    fn lengths_of_time_are_read_in_minutes_clocks_and_words() {
        for (cell, length) in [
            ("88", 88 * 60),
            ("0", 0),
            ("58.5", 58 * 60 + 30),
            ("1h 30m 51s", 5451),
            ("1 hr 2 min", 3720),
            ("01:02:30", 3750),
            ("1:02", 3720),
            ("1 ч. 5 мин.", 3900),
            ("2 сағ 3 мин", 7380),
            ("13m 55s", 835),
        ] {
            assert_eq!(seconds(cell), Some(length), "{cell}");
        }
        for wrong in ["", "долго", "1h 30", "99:99", "1:2:3:4", "-5", "99999999999999999999", "25h"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn who_leaves_after_midnight_leaves_on_the_next_day() {
        let at = |text| Moment::parse(text).unwrap();
        let (late, early) = (at("2026-09-15T23:50:00Z"), at("2026-09-15T00:10:00Z"));
        assert_eq!(after(late, early, true), at("2026-09-16T00:10:00Z"));
        assert_eq!(after(late, early, false), early);
        assert!(is_bare("18:02") && is_bare("6:02 PM") && !is_bare("15.09.2026 18:02"));
        assert!(is_bare("22:01 GMT-4") && is_bare("10:01 PM UTC") && !is_bare("15.09.2026 22:01 GMT-4"));
        assert!(is_nothing("--") && is_nothing("") && is_nothing(" - ") && !is_nothing("5"));
    }
}
