//! Taking a number and a blank, in the transaction that issues a document.

use super::{Setting, setting, years};
use crate::db::{Read, Write};
use crate::kernel::name::tidy;
use crate::kernel::{Actor, BlankId, DocumentId, Fault, Moment, OrganisationId, Problem, RegisterId};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::rules::{self, LONGEST};
use crate::registers::store::blanks::{self, BlankRow};
use crate::registers::store::numbers::{self, RegisterRow};
use chrono::{Datelike, NaiveDate};

/// Which number is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberAsk {
    /// The next prepared one or, when none is left, the next of the counter.
    Next,
    /// This one.
    Typed(String),
}

/// A number that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The register it stands in.
    pub register: RegisterId,
    /// Its place there: the counter's number or, for one outside the pattern, a number below zero.
    pub number: i32,
    /// The number as papers write it.
    pub text: String,
    /// The blank, where the kind is printed on blanks.
    pub blank: Option<TakenBlank>,
}

/// A blank that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBlank {
    /// The blank.
    pub id: BlankId,
    /// Its series, where it has one.
    pub series: Option<String>,
    /// Its number.
    pub number: String,
}

/// Takes a number and, where the kind is printed on blanks, the next blank. If the transaction fails, neither was ever
/// taken; whoever comes second waits for the first, so no number is given out twice and none is left out.
///
/// # Errors
/// `Invalid` on `number` for one that a document has already, which is named, or that no register takes; on `blank` when
/// no blank is left; on `issued_on` for a date in a closed year.
pub fn take(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    issued_on: NaiveDate,
    ask: &NumberAsk,
) -> Result<Taken, Problem> {
    if let Some(fault) = years::fault(w, organisation, issued_on)? {
        return Err(Problem::invalid(vec![fault]));
    }
    let set = setting(w, organisation, kind)?;
    let year = set.pattern.register_year(issued_on.year());
    let register = numbers::lock(w, organisation, kind, year)?;
    let place = Place { organisation, set: &set, register };
    let (number, text) = match ask {
        NumberAsk::Typed(typed) => typed_number(w, &place, typed)?,
        NumberAsk::Next => next_number(w, &place)?,
    };
    let blank = if set.on_blanks { Some(next_blank(w, organisation, kind)?) } else { None };
    Ok(Taken { register: register.id, number, text, blank })
}

/// Takes so many of the next numbers, and as many blanks where the kind is printed on blanks: what [`take`] would take one
/// after the other. A fixed number of queries for all numbers of the counter; prepared numbers are taken one by one.
///
/// # Errors
/// `Invalid` on `blank` when not enough blanks are left, on `number` when the register is full.
pub fn take_next(
    w: &mut Write,
    (organisation, kind): (OrganisationId, DocumentKind),
    issued_on: NaiveDate,
    count: usize,
) -> Result<Vec<Taken>, Problem> {
    if let Some(fault) = years::fault(w, organisation, issued_on)? {
        return Err(Problem::invalid(vec![fault]));
    }
    let set = setting(w, organisation, kind)?;
    let year = set.pattern.register_year(issued_on.year());
    let mut register = numbers::lock(w, organisation, kind, year)?;
    let mut taken = Vec::with_capacity(count);
    while taken.len() < count && numbers::next_prepared(w, register.id)?.is_some() {
        taken.push(take(w, organisation, kind, issued_on, &NumberAsk::Next)?);
        register = numbers::lock(w, organisation, kind, year)?;
    }
    let left = count - taken.len();
    if left == 0 {
        return Ok(taken);
    }
    let counted = counted(w, &Place { organisation, set: &set, register }, left)?;
    let mut blanks = if set.on_blanks { next_blanks(w, organisation, kind, left)? } else { Vec::new() };
    blanks.reverse();
    taken.extend(counted.into_iter().map(|(number, text)| {
        let blank = blanks.pop();
        Taken { register: register.id, number, text, blank }
    }));
    Ok(taken)
}

/// Where a number is taken.
pub(super) struct Place<'a> {
    organisation: OrganisationId,
    set: &'a Setting,
    register: RegisterRow,
}

impl<'a> Place<'a> {
    /// Where the next number would be taken: a register that nothing was ever taken from counts from the beginning.
    pub(super) fn of(
        organisation: OrganisationId,
        set: &'a Setting,
        register: Option<RegisterRow>,
        (kind, year): (DocumentKind, i32),
    ) -> Place<'a> {
        let new = RegisterRow { id: RegisterId(0), kind, year, last_number: 0, odd_numbers: 0 };
        Place { organisation, set, register: register.unwrap_or(new) }
    }
}

/// The number that the next document would get, found as it is taken: past those that were typed by hand. Nothing is taken.
pub(super) fn coming(r: &mut Read, place: &Place<'_>, prepared: Option<&str>) -> Result<String, Problem> {
    let register = place.register;
    if let Some(first) = prepared {
        if free(r, place, first)? {
            return Ok(first.to_owned());
        }
        for (_, text) in numbers::prepared(r, &[register.id])? {
            if free(r, place, &text)? {
                return Ok(text);
            }
        }
    }
    match after(r, place, register.last_number) {
        Ok((_, text)) => Ok(text),
        // A full column is refused when a document is issued; here its number shows that it is full.
        Err(problem) if !problem.faults.is_empty() => {
            Ok(place.set.pattern.number(register.year, register.last_number.saturating_add(1)))
        }
        Err(problem) => Err(problem),
    }
}

/// Whether a prepared number can be given out: no document has it, and it was not given out elsewhere.
fn free(r: &mut Read, place: &Place<'_>, text: &str) -> Result<bool, Problem> {
    let issued = numbers::with_number(r, place.organisation, place.register.kind, text)?.is_some();
    Ok(!issued && explained(r, place, text)?.is_none())
}

fn typed_number(w: &mut Write, place: &Place<'_>, typed: &str) -> Result<(i32, String), Problem> {
    let (text, register) = (tidy(typed), place.register);
    if let Some(fault) = rules::number_fault("number", &text) {
        return Err(Problem::invalid(vec![fault]));
    }
    if let Some(held) = numbers::with_number(w, place.organisation, register.kind, &text)? {
        let fault = Fault::new("number", "register-number-taken").with("number", &text);
        let fault = fault.with("name", &held.holder).with("date", held.issued_on.format("%d.%m.%Y"));
        return Err(Problem::invalid(vec![fault]));
    }
    if let Some(reason) = explained(w, place, &text)? {
        let fault = Fault::new("number", "register-number-explained").with("number", &text);
        return Err(Problem::invalid(vec![fault.with("reason", reason)]));
    }
    Ok((placed(w, place, &text)?, text))
}

/// Why no document may have a number: it was given out elsewhere.
fn explained(r: &mut Read, place: &Place<'_>, text: &str) -> Result<Option<String>, Problem> {
    match place.set.pattern.read(place.register.year, text) {
        Some(number) => numbers::skipped(r, place.register.id, number),
        None => Ok(None),
    }
}

/// The place of a number that is not the counter's next, and the number is given out. One that was written by a pattern
/// of before may stand at the same place of the counter: then this one stands outside it.
fn placed(w: &mut Write, place: &Place<'_>, text: &str) -> Result<i32, Problem> {
    let register = place.register;
    numbers::give_out(w, register.id, text)?;
    if let Some(number) = place.set.pattern.read(register.year, text)
        && !numbers::occupied(w, register.id, number)?
    {
        return Ok(number);
    }
    let odd = register.odd_numbers + 1;
    numbers::count_to(w, register.id, register.last_number, odd)?;
    Ok(-odd)
}

fn next_number(w: &mut Write, place: &Place<'_>) -> Result<(i32, String), Problem> {
    let register = place.register;
    while let Some(text) = numbers::next_prepared(w, register.id)? {
        let issued = numbers::with_number(w, place.organisation, register.kind, &text)?.is_some();
        if !issued && explained(w, place, &text)?.is_none() {
            return Ok((placed(w, place, &text)?, text));
        }
        // Somebody has typed it by hand in a register of another year, or it was given out elsewhere.
        numbers::give_out(w, register.id, &text)?;
    }
    let (number, text) = after(w, place, register.last_number)?;
    numbers::count_to(w, register.id, number, register.odd_numbers)?;
    Ok((number, text))
}

/// The first number after one of the counter that no document has: it steps over those that were typed by hand, under this
/// pattern or one of before.
fn after(r: &mut Read, place: &Place<'_>, last: i32) -> Result<(i32, String), Problem> {
    let mut number = last;
    loop {
        number = number.saturating_add(1);
        let text = written(place, number)?;
        let issued = numbers::with_number(r, place.organisation, place.register.kind, &text)?.is_some();
        if !issued && !numbers::occupied(r, place.register.id, number)? {
            return Ok((number, text));
        }
    }
}

/// A number of the counter as papers write it.
fn written(place: &Place<'_>, number: i32) -> Result<String, Problem> {
    let text = place.set.pattern.number(place.register.year, number);
    if text.chars().count() > LONGEST || number == i32::MAX {
        let fault = Fault::new("number", "register-full").with("number", &text).with("limit", LONGEST);
        return Err(Problem::invalid(vec![fault]));
    }
    Ok(text)
}

/// So many of the counter's next numbers, given out: those that no document has, as [`after`] finds them one by one.
fn counted(w: &mut Write, place: &Place<'_>, count: usize) -> Result<Vec<(i32, String)>, Problem> {
    let register = place.register;
    let (mut last, mut found) = (register.last_number, Vec::with_capacity(count));
    while found.len() < count {
        let mut tried = Vec::new();
        for _ in found.len()..count {
            last = last.saturating_add(1);
            tried.push((last, written(place, last)?));
        }
        let texts: Vec<String> = tried.iter().map(|(_, text)| text.clone()).collect();
        let issued = numbers::issued_among(w, (place.organisation, register.kind), &texts)?;
        let first = tried.first().map_or(last, |(number, _)| *number);
        let occupied = numbers::occupied_among(w, register.id, (first, last))?;
        tried.retain(|(number, text)| !issued.contains(text) && !occupied.contains(number));
        found.extend(tried);
    }
    let last = found.last().map_or(register.last_number, |(number, _)| *number);
    numbers::count_to(w, register.id, last, register.odd_numbers)?;
    Ok(found)
}

/// So many of the next blanks of a kind, taken.
fn next_blanks(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    count: usize,
) -> Result<Vec<TakenBlank>, Problem> {
    let next = blanks::next_of(w, (organisation, kind), i64::try_from(count).unwrap_or(i64::MAX))?;
    if next.len() < count {
        return Err(Problem::invalid(vec![Fault::new("blank", "blanks-out")]));
    }
    let ids: Vec<BlankId> = next.iter().map(|blank| blank.id).collect();
    if blanks::take_all(w, &ids)? < count {
        return Err(Problem::internal(anyhow::anyhow!("a blank was taken twice")));
    }
    Ok(next.into_iter().map(taken_blank).collect())
}

fn taken_blank(blank: BlankRow) -> TakenBlank {
    let series = Some(blank.series).filter(|series| !series.is_empty());
    TakenBlank { id: blank.id, series, number: blank.number }
}

/// The next blank of a kind, taken.
pub(super) fn next_blank(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
) -> Result<TakenBlank, Problem> {
    let next = blanks::next(w, organisation, kind)?;
    let blank = next.ok_or_else(|| Problem::invalid(vec![Fault::new("blank", "blanks-out")]))?;
    if !blanks::take(w, blank.id)? {
        return Err(Problem::internal(anyhow::anyhow!("the blank {} was taken twice", blank.id)));
    }
    Ok(taken_blank(blank))
}

/// Binds blanks that were taken to the documents that were written down.
///
/// # Errors
/// When the database refuses: a blank is bound once.
pub fn bind_blanks(
    w: &mut Write,
    bound: &[(BlankId, DocumentId)],
    actor: &Actor,
    now: Moment,
) -> Result<(), Problem> {
    blanks::bind_all(w, bound, (actor.person, now))
}
