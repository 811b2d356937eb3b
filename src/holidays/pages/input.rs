//! Forms of this room, read into what its actions take. Every fault at once.

use crate::holidays::actions;
use crate::holidays::rules::closed::Closing;
use crate::holidays::rules::{Off, Place};
use crate::holidays::store::NewList;
use crate::kernel::{Fault, Problem};
use crate::web::{Form, FormErrors};
use chrono::Weekday;

/// The longest source of a list.
const LONGEST_SOURCE: usize = 1000;
/// The longest name of closed hours.
const LONGEST_WHAT: usize = 120;

/// The days of a list: from a file, or from what was pasted.
///
/// # Errors
/// `Invalid` with a fault for every line.
pub fn days(form: &Form) -> Result<Vec<Off>, Problem> {
    match form.files("file").first() {
        Some(upload) => actions::read(&upload.bytes),
        None if form.raw("text").trim().is_empty() => {
            Err(Problem::invalid(vec![Fault::new("file", "holiday-nothing")]))
        }
        None => actions::read(form.raw("text").as_bytes()),
    }
}

/// A list as it was typed.
///
/// # Errors
/// `Invalid` with the faults of all fields and lines.
pub fn list(form: &Form) -> Result<NewList, Problem> {
    let mut errors = FormErrors::new();
    let place = place(&mut errors, form);
    let year = errors.number(form, "year", 2000, 2100);
    let source = errors.required(form, "source", LONGEST_SOURCE);
    let days = days(form).unwrap_or_else(|problem| {
        problem.faults.into_iter().for_each(|fault| errors.add(fault));
        Vec::new()
    });
    if errors.is_empty()
        && let Some(fault) = crate::holidays::rules::list::of_another_year(&days, year)
    {
        errors.add(fault);
    }
    errors.into_result(NewList { place, year, source, days })
}

fn place(errors: &mut FormErrors, form: &Form) -> Place {
    Place::read(&form.text("country"), &form.text("region")).unwrap_or_else(|faults| {
        faults.into_iter().for_each(|fault| errors.add(fault));
        Place::country("RU")
    })
}

/// Whose days off an edition keeps; nothing where no country is chosen.
///
/// # Errors
/// `Invalid` for a country or region that is none.
pub fn kept(form: &Form) -> Result<Option<Place>, Problem> {
    if form.text("country").is_empty() {
        return Ok(None);
    }
    let mut errors = FormErrors::new();
    let place = place(&mut errors, form);
    errors.into_result(Some(place))
}

/// Closed hours as they were typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn closing(form: &Form) -> Result<Closing, Problem> {
    let mut errors = FormErrors::new();
    let days: Vec<Weekday> = form.all("weekday").iter().filter_map(|day| day.parse().ok()).collect();
    let (starts, ends) = (errors.time(form, "starts"), errors.time(form, "ends"));
    let (from, to) = (errors.date(form, "from"), errors.date(form, "to"));
    let closing = Closing {
        weekdays: days,
        starts: starts.unwrap_or_default(),
        ends: ends.unwrap_or_default(),
        from: from.unwrap_or_default(),
        to: to.unwrap_or_default(),
        what: errors.optional(form, "what", LONGEST_WHAT).unwrap_or_default(),
        everywhere: form.ticked("everywhere"),
    };
    let read = |field: &str| match field {
        "ends" => starts.is_some() && ends.is_some(),
        "to" => from.is_some() && to.is_some(),
        _ => true,
    };
    closing.faults().into_iter().filter(|fault| read(&fault.field)).for_each(|fault| errors.add(fault));
    errors.into_result(closing)
}

/// A list as text that the same form takes again: what a file had, whatever its kind and encoding.
pub fn written(days: &[Off]) -> String {
    let cell = |text: Option<&str>| {
        let text = text.unwrap_or_default();
        if text.contains([';', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    };
    let line = |off: &Off| {
        let name = &off.name;
        let (ru, kk, en) = (cell(name.ru.as_deref()), cell(name.kk.as_deref()), cell(name.en.as_deref()));
        format!("{};{};{ru};{kk};{en}\n", off.on, off.kind.as_str())
    };
    std::iter::once("date;kind;ru;kk;en\n".to_owned()).chain(days.iter().map(line)).collect()
}
