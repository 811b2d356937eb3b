//! What an organisation sets for its registers: patterns, prepared numbers, numbers given out elsewhere.

use super::taking::{self, Place};
use super::{Setting, administered, read_setting, usual_setting, years};
use crate::audit::{self, Entry};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, OrganisationId, Problem, RegisterId, Word as _};
use crate::organisations::store::OrganisationRow;
use crate::programmes::rules::words::DocumentKind;
use crate::registers::rules::gaps::unexplained;
use crate::registers::rules::{Pattern, Span, reason_fault};
use crate::registers::store::numbers::{self, RegisterRow, SkipRow};
use chrono::Datelike;
use serde_json::json;
use std::collections::HashMap;

/// Years a register can be opened for by hand.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The registers of an organisation.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// Every kind there is.
    pub kinds: Vec<KindNow>,
}

/// A kind of document, and how its numbers stand.
#[derive(Debug, Clone)]
pub struct KindNow {
    /// The kind.
    pub kind: DocumentKind,
    /// How its numbers are written.
    pub setting: Setting,
    /// The register that counts today, once a number was taken.
    pub register: Option<RegisterRow>,
    /// What the next document gets.
    pub next: String,
    /// How many prepared numbers are left in it.
    pub prepared: usize,
}

/// Every kind of document.
pub fn kinds() -> impl Iterator<Item = DocumentKind> {
    DocumentKind::WORDS.iter().filter_map(|word| DocumentKind::parse(word))
}

/// The registers of an organisation as they stand today. Some queries a kind: the next number is one that nobody has.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn overview(r: &mut Read, actor: &Actor, id: OrganisationId, now: Moment) -> Result<Overview, Problem> {
    let organisation = administered(r, actor, id)?;
    let year = now.date_in(actor.zone).year();
    let kept: HashMap<DocumentKind, Setting> = numbers::settings(r, id)?
        .into_iter()
        .filter_map(|(kind, pattern, on_blanks)| Some((kind, read_setting(&pattern, on_blanks)?)))
        .collect();
    let profile = countries::profile_of(r, id)?;
    let registers = numbers::of_organisation(r, id)?;
    let ids: Vec<RegisterId> = registers.iter().map(|register| register.id).collect();
    let prepared = numbers::prepared_left(r, &ids)?;
    let mut all = Vec::new();
    for kind in kinds() {
        let setting = kept.get(&kind).cloned().unwrap_or_else(|| usual_setting(&profile, kind));
        let counted = setting.pattern.register_year(year);
        let register = registers.iter().find(|one| one.kind == kind && one.year == counted).copied();
        let waiting = register.and_then(|one| prepared.get(&one.id));
        let place = Place::of(id, &setting, register, (kind, counted));
        let next = taking::coming(r, &place, waiting.map(|(_, text)| text.as_str()))?;
        let prepared = waiting.and_then(|(count, _)| usize::try_from(*count).ok()).unwrap_or_default();
        all.push(KindNow { kind, prepared, setting, register, next });
    }
    Ok(Overview { organisation, kinds: all })
}

/// One kind out of an [`overview`].
///
/// # Errors
/// As [`overview`].
pub fn one(
    r: &mut Read,
    actor: &Actor,
    (id, kind): (OrganisationId, DocumentKind),
    now: Moment,
) -> Result<(OrganisationRow, KindNow), Problem> {
    let overview = overview(r, actor, id, now)?;
    let found = overview.kinds.into_iter().find(|one| one.kind == kind);
    Ok((overview.organisation, found.ok_or_else(Problem::not_found)?))
}

/// What is set for a kind.
#[derive(Debug, Clone)]
pub struct NewSetting {
    /// The pattern as it was typed.
    pub pattern: String,
    /// Whether documents of the kind stand on printed blanks.
    pub on_blanks: bool,
}

/// Sets how the numbers of a kind are written from now on; what was issued keeps its number.
///
/// # Errors
/// `NotFound`; `Invalid` on `pattern`.
pub fn set(
    w: &mut Write,
    actor: &Actor,
    (id, kind): (OrganisationId, DocumentKind),
    new: &NewSetting,
    now: Moment,
) -> Result<(), Problem> {
    administered(w, actor, id)?;
    let before = super::setting(w, id, kind)?;
    let pattern = Pattern::parse(&new.pattern, "pattern").map_err(Problem::invalid)?;
    if before.pattern == pattern && before.on_blanks == new.on_blanks {
        return Ok(());
    }
    numbers::set(w, (id, kind), (&pattern.to_string(), new.on_blanks), (actor.person, now))?;
    let said = |pattern: &Pattern, on_blanks: bool| json!({ "kind": kind.as_str(), "pattern": pattern.to_string(), "on_blanks": on_blanks });
    let entry = Entry {
        action: "register-set",
        subject: ("organisation", id.0),
        before: Some(said(&before.pattern, before.on_blanks)),
        after: Some(said(&pattern, new.on_blanks)),
    };
    audit::record(w, actor, now, entry)
}

/// The register of a kind and a year, locked; the year is left out of account where the pattern has none.
fn opened(
    w: &mut Write,
    (id, kind): (OrganisationId, DocumentKind),
    year: i32,
) -> Result<(Pattern, RegisterRow), Problem> {
    let pattern = super::setting(w, id, kind)?.pattern;
    if pattern.has_year() && !YEARS.contains(&year) {
        let fault = Fault::new("year", "out-of-range").with("low", YEARS.start()).with("high", YEARS.end());
        return Err(Problem::invalid(vec![fault]));
    }
    // A register without years is never closed as a whole.
    if pattern.has_year()
        && let Some(fault) = years::numbers_fault(w, id, year)?
    {
        return Err(Problem::invalid(vec![fault]));
    }
    let register = numbers::lock(w, id, kind, pattern.register_year(year))?;
    Ok((pattern, register))
}

/// Prepares numbers that are given out before the counter goes on, in this order.
///
/// # Errors
/// `NotFound`; `Invalid` on `numbers` for one that is prepared, issued or explained already, on `year`.
pub fn prepare(
    w: &mut Write,
    actor: &Actor,
    (id, kind): (OrganisationId, DocumentKind),
    (year, texts): (i32, &[String]),
    now: Moment,
) -> Result<usize, Problem> {
    administered(w, actor, id)?;
    let (pattern, register) = opened(w, (id, kind), year)?;
    let refused =
        |code, number: String| Problem::invalid(vec![Fault::new("numbers", code).with("number", number)]);
    if let Some(number) = numbers::prepared_already(w, register.id, texts)? {
        return Err(refused("register-prepared-already", number));
    }
    if let Some(number) = numbers::issued_already(w, (id, kind), texts)? {
        return Err(refused("register-issued-already", number));
    }
    let explained = numbers::skips(w, &[register.id])?;
    let why = |text: &String| {
        let number = pattern.read(register.year, text)?;
        explained.iter().find(|skip| (skip.first..=skip.last).contains(&number))
    };
    if let Some((number, skip)) = texts.iter().find_map(|text| Some((text, why(text)?))) {
        let fault = Fault::new("numbers", "register-number-explained").with("number", number);
        return Err(Problem::invalid(vec![fault.with("reason", &skip.reason)]));
    }
    numbers::prepare(w, register.id, texts, (actor.person, now))?;
    let after = json!({
        "kind": kind.as_str(), "year": register.year, "first": texts.first(), "last": texts.last(), "count": texts.len(),
    });
    let subject = ("register", register.id.0);
    let entry = Entry { action: "numbers-prepared", subject, before: None, after: Some(after) };
    audit::record(w, actor, now, entry)?;
    Ok(texts.len())
}

/// The numbers up to one were given out elsewhere, on paper for example: the counter goes on after it, and they stand in
/// the list of numbers without document with this reason.
///
/// # Errors
/// `NotFound`; `Invalid` on `last` when the counter is past it, on `reason`, on `year`.
pub fn skip(
    w: &mut Write,
    actor: &Actor,
    (id, kind): (OrganisationId, DocumentKind),
    (year, last, reason): (i32, i32, &str),
    now: Moment,
) -> Result<Span, Problem> {
    administered(w, actor, id)?;
    if let Some(fault) = reason_fault("reason", reason) {
        return Err(Problem::invalid(vec![fault]));
    }
    let (_, register) = opened(w, (id, kind), year)?;
    let nothing = || {
        let fault = Fault::new("last", "register-skip-nothing").with("last", register.last_number);
        Problem::invalid(vec![fault])
    };
    if last > 9_999_999 {
        return Err(nothing());
    }
    let explained: Vec<Span> = numbers::skips(w, &[register.id])?.iter().map(SkipRow::span).collect();
    let left = unexplained(&numbers::holes(w, register.id, last)?, last, &explained);
    if left.is_empty() {
        return Err(nothing());
    }
    for span in &left {
        numbers::skip(w, register.id, (*span, reason), (actor.person, now))?;
    }
    numbers::count_to(w, register.id, register.last_number.max(last), register.odd_numbers)?;
    let after = json!({ "kind": kind.as_str(), "year": register.year, "last": last, "reason": reason });
    let before = json!({ "last": register.last_number });
    let subject = ("register", register.id.0);
    let entry = Entry { action: "numbers-explained", subject, before: Some(before), after: Some(after) };
    audit::record(w, actor, now, entry)?;
    let first = left.first().map_or(last, |span| span.first);
    Ok(Span::new(first, last))
}

/// A register with its numbers that have no document.
#[derive(Debug, Clone)]
pub struct Gaps {
    /// The register.
    pub register: RegisterRow,
    /// How its numbers are written.
    pub pattern: Pattern,
    /// With their reasons.
    pub explained: Vec<SkipRow>,
    /// Without one: there should be none.
    pub unexplained: Vec<Span>,
    /// Prepared and not given out.
    pub prepared: Vec<String>,
}

/// The registers of an organisation with their numbers that have no document.
///
/// # Errors
/// `NotFound` for administrators of other organisations.
pub fn gaps(
    r: &mut Read,
    actor: &Actor,
    id: OrganisationId,
) -> Result<(OrganisationRow, Vec<Gaps>), Problem> {
    let organisation = administered(r, actor, id)?;
    let registers = numbers::of_organisation(r, id)?;
    let ids: Vec<RegisterId> = registers.iter().map(|register| register.id).collect();
    let (skips, prepared) = (numbers::skips(r, &ids)?, numbers::prepared(r, &ids)?);
    let kept: HashMap<DocumentKind, String> =
        numbers::settings(r, id)?.into_iter().map(|(kind, pattern, _)| (kind, pattern)).collect();
    let profile = countries::profile_of(r, id)?;
    let mut all = Vec::new();
    for register in registers {
        let mine: Vec<SkipRow> = skips.iter().filter(|skip| skip.register == register.id).cloned().collect();
        let spans: Vec<Span> = mine.iter().map(SkipRow::span).collect();
        let unexplained = open(r, &register, &spans)?;
        let set = kept.get(&register.kind).and_then(|pattern| read_setting(pattern, false));
        let waiting = prepared.iter().filter(|(of, _)| *of == register.id);
        all.push(Gaps {
            pattern: set.unwrap_or_else(|| usual_setting(&profile, register.kind)).pattern,
            unexplained,
            explained: mine,
            prepared: waiting.map(|(_, text)| text.clone()).collect(),
            register,
        });
    }
    Ok((organisation, all))
}

/// The numbers of a register that have neither a document nor a reason. Where as many are known as were given out there are
/// none, and nobody looks for them.
fn open(r: &mut Read, register: &RegisterRow, explained: &[Span]) -> Result<Vec<Span>, Problem> {
    let last = register.last_number;
    let reasons: i64 =
        explained.iter().map(|span| i64::from(span.last.min(last) - span.first + 1).max(0)).sum();
    if numbers::count_of(r, register.id, last)? + reasons == i64::from(last) {
        return Ok(Vec::new());
    }
    Ok(unexplained(&numbers::holes(r, register.id, last)?, last, explained))
}
