//! Forms of this room, read into what its actions take. Every fault at once.

use crate::attendance::pages::input as sessions;
use crate::kernel::{EditionId, Fault, Problem};
use crate::timetables::actions::Wanted;
use crate::timetables::rules::recurrence::{FARTHEST, MOST};
use crate::timetables::rules::shift::MOST_WEEKS;
use crate::timetables::rules::{Chosen, QuarterDay, Rhythm, Series, Until, Week};
use crate::web::{Form, FormErrors};
use chrono::Weekday;

/// The longest reason.
const LIMIT: usize = 500;

/// A session and its dates, as they were typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn series(form: &Form) -> Result<Wanted, Problem> {
    let mut errors = FormErrors::new();
    let booking = sessions::booking(form);
    let first = booking.as_ref().ok().map(|booking| booking.held_on);
    let rhythm = rhythm(&mut errors, form);
    let until = until(&mut errors, form);
    if let (Some(first), Some(Until::Day(last))) = (first, until)
        && last < first
    {
        errors.add(Fault::new("until", "end-before-start"));
    }
    match (booking, rhythm.zip(until)) {
        (Ok(booking), Some((rhythm, until))) if errors.is_empty() => {
            let series = Series { first: booking.held_on, rhythm, until };
            Ok(Wanted { booking, series })
        }
        (booking, _) => {
            let mut faults = booking.err().map(|problem| problem.faults).unwrap_or_default();
            faults.extend(errors.into_result(()).err().map(|problem| problem.faults).unwrap_or_default());
            Err(Problem::invalid(faults))
        }
    }
}

fn rhythm(errors: &mut FormErrors, form: &Form) -> Option<Rhythm> {
    match form.raw("rhythm") {
        "daily" => Some(Rhythm::Daily),
        word @ ("weekly" | "fortnightly") => {
            let weekdays: Vec<Weekday> =
                form.all("weekday").iter().filter_map(|day| day.parse().ok()).collect();
            if weekdays.is_empty() {
                errors.add(Fault::new("weekday", "weekday-needed"));
            }
            Some(Rhythm::Weekly { every: if word == "weekly" { 1 } else { 2 }, weekdays })
        }
        "quarter-weekday" => Some(Rhythm::Quarterly(quarter_weekday(errors, form))),
        "quarter-day" => {
            let days = errors.number(form, "after", 0, i32::try_from(FARTHEST).unwrap_or(0));
            Some(Rhythm::Quarterly(QuarterDay::After(u32::try_from(days).unwrap_or(0))))
        }
        _ => {
            errors.add(Fault::new("rhythm", "choose-one"));
            None
        }
    }
}

fn quarter_weekday(errors: &mut FormErrors, form: &Form) -> QuarterDay {
    let mut choose = |name: &str, fits: bool| {
        if !fits {
            errors.add(Fault::new(name, "choose-one"));
        }
    };
    let month = form.raw("month").parse().ok().filter(|month| (1..=3).contains(month));
    choose("month", month.is_some());
    let week = match form.raw("week") {
        "last" => Some(Week::Last),
        text => text.parse().ok().filter(|week| (1..=4).contains(week)).map(Week::Nth),
    };
    choose("week", week.is_some());
    let weekday: Option<Weekday> = form.raw("quarter_weekday").parse().ok();
    choose("quarter_weekday", weekday.is_some());
    QuarterDay::Weekday {
        month: month.unwrap_or(1),
        week: week.unwrap_or(Week::Last),
        weekday: weekday.unwrap_or(Weekday::Mon),
    }
}

fn until(errors: &mut FormErrors, form: &Form) -> Option<Until> {
    match (form.text("until").is_empty(), form.text("times").is_empty()) {
        (true, true) => {
            errors.add(Fault::new("until", "series-end-needed"));
            None
        }
        (false, false) => {
            errors.add(Fault::new("until", "series-end-twice"));
            None
        }
        (false, true) => errors.date(form, "until").map(Until::Day),
        (true, false) => {
            let times = errors.number(form, "times", 1, i32::try_from(MOST).unwrap_or(1));
            Some(Until::Times(u32::try_from(times).unwrap_or(1)))
        }
    }
}

/// What was chosen of the lines.
///
/// # Errors
/// `Invalid` for a reason that is too long.
pub fn chosen(form: &Form) -> Result<Chosen, Problem> {
    let mut errors = FormErrors::new();
    let despite = errors.optional(form, "despite_reason", LIMIT);
    errors.into_result(Chosen { keys: form.all("line").to_vec(), skip: form.ticked("skip"), despite })
}

/// The edition whose schedule is copied, and by how many weeks it is moved; its own where nothing is typed.
///
/// # Errors
/// `Invalid` with the faults of both.
pub fn source(form: &Form) -> Result<(EditionId, Option<i64>), Problem> {
    let mut errors = FormErrors::new();
    let source = form.text("source").parse().map(EditionId);
    if source.is_err() {
        errors.add(Fault::new("source", "choose-one"));
    }
    let weeks = weeks(&mut errors, form);
    errors.into_result((source.unwrap_or(EditionId(0)), weeks))
}

fn weeks(errors: &mut FormErrors, form: &Form) -> Option<i64> {
    if form.text("weeks").is_empty() {
        return None;
    }
    let most = i32::try_from(MOST_WEEKS).unwrap_or(0);
    Some(errors.number(form, "weeks", -most, most).into())
}
