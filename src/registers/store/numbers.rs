//! Numbers: one register an organisation, kind and year, its settings, and what is known of numbers without document.

use crate::db::schema::{documents, prepared_numbers, register_settings, register_skips, registers};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, Moment, OrganisationId, PersonId, Problem, RegisterId};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::rules::Span;
use chrono::NaiveDate;
use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::sql_types::Integer;
use std::collections::{HashMap, HashSet};

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// A register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct RegisterRow {
    /// The register.
    pub id: RegisterId,
    /// Of which kind.
    pub kind: DocumentKind,
    /// Of which year; 0 for a pattern without one.
    pub year: i32,
    /// The last number the counter gave out.
    pub last_number: i32,
    /// How many documents have a number outside the pattern.
    pub odd_numbers: i32,
}

type RegisterColumns =
    (registers::id, registers::kind, registers::year, registers::last_number, registers::odd_numbers);

const REGISTER: RegisterColumns =
    (registers::id, registers::kind, registers::year, registers::last_number, registers::odd_numbers);

/// Locks a register until the transaction ends, so that whoever comes second waits for the first; one that is not there
/// is opened.
pub fn lock(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    year: i32,
) -> Result<RegisterRow, Problem> {
    if let Some(row) = touch(w, organisation, kind, year)? {
        return Ok(row);
    }
    let empty = diesel::insert_into(registers::table).values((
        registers::organisation_id.eq(organisation),
        registers::kind.eq(kind),
        registers::year.eq(year),
        registers::last_number.eq(0),
        registers::odd_numbers.eq(0),
    ));
    each!(w.conn(), c => {
        empty.on_conflict((registers::organisation_id, registers::kind, registers::year)).do_nothing().execute(c)?
    });
    touch(w, organisation, kind, year)?
        .ok_or_else(|| Problem::internal(anyhow::anyhow!("the register is gone")))
}

fn touch(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    year: i32,
) -> Result<Option<RegisterRow>, Problem> {
    Ok(diesel::update(
        registers::table
            .filter(registers::organisation_id.eq(organisation))
            .filter(registers::kind.eq(kind))
            .filter(registers::year.eq(year)),
    )
    .set(registers::odd_numbers.eq(registers::odd_numbers + 0))
    .returning(REGISTER)
    .get_result(w.conn())
    .optional()?)
}

/// A register as it stands.
pub fn find(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
    year: i32,
) -> Result<Option<RegisterRow>, Problem> {
    Ok(registers::table
        .filter(registers::organisation_id.eq(organisation))
        .filter(registers::kind.eq(kind))
        .filter(registers::year.eq(year))
        .select(REGISTER)
        .first(r.conn())
        .optional()?)
}

/// The registers of an organisation, the newest year first.
pub fn of_organisation(r: &mut Read, organisation: OrganisationId) -> Result<Vec<RegisterRow>, Problem> {
    Ok(registers::table
        .filter(registers::organisation_id.eq(organisation))
        .order((registers::year.desc(), registers::kind))
        .select(REGISTER)
        .load(r.conn())?)
}

/// Sets how far a register has counted.
pub fn count_to(w: &mut Write, id: RegisterId, last: i32, odd: i32) -> Result<(), Problem> {
    diesel::update(registers::table.filter(registers::id.eq(id)))
        .set((registers::last_number.eq(last), registers::odd_numbers.eq(odd)))
        .execute(w.conn())?;
    Ok(())
}

/// A document that has a number already.
#[derive(Debug, Clone, Queryable)]
pub struct HolderRow {
    /// The document.
    pub id: DocumentId,
    /// Whose.
    pub holder: String,
    /// The date on it.
    pub issued_on: NaiveDate,
}

/// The document of an organisation and a kind that has a number.
pub fn with_number(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
    text: &str,
) -> Result<Option<HolderRow>, Problem> {
    Ok(documents::table
        .filter(documents::number_text.eq(text))
        .filter(documents::organisation_id.eq(organisation))
        .filter(documents::kind.eq(kind))
        .select((documents::id, documents::holder, documents::issued_on))
        .first(r.conn())
        .optional()?)
}

/// Which of these numbers a document of an organisation and a kind has.
pub fn issued_among(
    r: &mut Read,
    (organisation, kind): (OrganisationId, DocumentKind),
    texts: &[String],
) -> Result<HashSet<String>, Problem> {
    let found: Vec<String> = documents::table
        .filter(documents::number_text.eq_any(texts.to_vec()))
        .filter(documents::organisation_id.eq(organisation))
        .filter(documents::kind.eq(kind))
        .select(documents::number_text)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// At which places of the counter between two, both counted, a document stands.
pub fn occupied_among(
    r: &mut Read,
    register: RegisterId,
    (first, last): (i32, i32),
) -> Result<HashSet<i32>, Problem> {
    let found: Vec<i32> = documents::table
        .filter(documents::register_id.eq(register))
        .filter(documents::number.between(first, last))
        .select(documents::number)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Whether a document stands at a place of the counter. Under a pattern of before, its number reads otherwise.
pub fn occupied(r: &mut Read, register: RegisterId, number: i32) -> Result<bool, Problem> {
    let found: Option<DocumentId> = documents::table
        .filter(documents::register_id.eq(register))
        .filter(documents::number.eq(number))
        .select(documents::id)
        .first(r.conn())
        .optional()?;
    Ok(found.is_some())
}

/// How many of the counter's numbers up to one have a document.
pub fn count_of(r: &mut Read, id: RegisterId, last: i32) -> Result<i64, Problem> {
    Ok(documents::table
        .filter(documents::register_id.eq(id))
        .filter(documents::number.between(1, last))
        .count()
        .get_result(r.conn())?)
}

#[derive(QueryableByName)]
struct HoleRow {
    #[diesel(sql_type = Integer)]
    begins: i32,
    #[diesel(sql_type = Integer)]
    ends: i32,
}

/// The counter's numbers up to one that have no document, in rising order. The database looks for them along the index of
/// the register: what is there is not read out.
pub fn holes(r: &mut Read, id: RegisterId, last: i32) -> Result<Vec<Span>, Problem> {
    let first: Option<i32> = documents::table
        .filter(documents::register_id.eq(id))
        .filter(documents::number.between(1, last))
        .select(min(documents::number))
        .first(r.conn())?;
    let Some(first) = first else {
        return Ok(if last > 0 { vec![Span::new(1, last)] } else { Vec::new() });
    };
    let mut holes = if first > 1 { vec![Span::new(1, first - 1)] } else { Vec::new() };
    // Only numbers of ours stand in the text.
    let (register, behind) = (id.0, last.saturating_add(1));
    let found: Vec<HoleRow> = diesel::sql_query(format!(
        "SELECT number + 1 AS begins, next - 1 AS ends FROM (
             SELECT number, LEAD(number, 1, {behind}) OVER (ORDER BY number) AS next
             FROM documents WHERE register_id = {register} AND number BETWEEN 1 AND {last}
         ) AS numbered WHERE next > number + 1 ORDER BY number"
    ))
    .load(r.conn())?;
    holes.extend(found.into_iter().map(|row| Span::new(row.begins, row.ends)));
    Ok(holes)
}

/// How the numbers of a kind are written, and whether it is printed on blanks; the newest setting.
pub fn setting(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
) -> Result<Option<(String, bool)>, Problem> {
    Ok(register_settings::table
        .filter(register_settings::organisation_id.eq(organisation))
        .filter(register_settings::kind.eq(kind))
        .order(register_settings::id.desc())
        .select((register_settings::pattern, register_settings::on_blanks))
        .first(r.conn())
        .optional()?)
}

/// The settings of all kinds of an organisation, older ones first.
pub fn settings(
    r: &mut Read,
    organisation: OrganisationId,
) -> Result<Vec<(DocumentKind, String, bool)>, Problem> {
    Ok(register_settings::table
        .filter(register_settings::organisation_id.eq(organisation))
        .order(register_settings::id)
        .select((register_settings::kind, register_settings::pattern, register_settings::on_blanks))
        .load(r.conn())?)
}

/// Sets how the numbers of a kind are written from now on.
pub fn set(
    w: &mut Write,
    (organisation, kind): (OrganisationId, DocumentKind),
    (pattern, on_blanks): (&str, bool),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(register_settings::table)
        .values((
            register_settings::organisation_id.eq(organisation),
            register_settings::kind.eq(kind),
            register_settings::pattern.eq(pattern),
            register_settings::on_blanks.eq(on_blanks),
            register_settings::set_at.eq(now),
            register_settings::set_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Numbers of a register that have no document, with the reason.
#[derive(Debug, Clone, Queryable)]
pub struct SkipRow {
    /// Of which register.
    pub register: RegisterId,
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
    /// Why.
    pub reason: String,
    /// When that was written down.
    pub at: Moment,
}

impl SkipRow {
    /// The numbers.
    pub fn span(&self) -> Span {
        Span::new(self.first, self.last)
    }
}

/// The explained numbers of these registers, in rising order.
pub fn skips(r: &mut Read, registers: &[RegisterId]) -> Result<Vec<SkipRow>, Problem> {
    Ok(register_skips::table
        .filter(register_skips::register_id.eq_any(registers.to_vec()))
        .order((register_skips::register_id, register_skips::first_number))
        .select((
            register_skips::register_id,
            register_skips::first_number,
            register_skips::last_number,
            register_skips::reason,
            register_skips::recorded_at,
        ))
        .load(r.conn())?)
}

/// Why a number of the counter has no document and never will; nothing where it may have one.
pub fn skipped(r: &mut Read, register: RegisterId, number: i32) -> Result<Option<String>, Problem> {
    Ok(register_skips::table
        .filter(register_skips::register_id.eq(register))
        .filter(register_skips::first_number.le(number))
        .filter(register_skips::last_number.ge(number))
        .select(register_skips::reason)
        .first(r.conn())
        .optional()?)
}

/// Writes down why numbers have no document.
pub fn skip(
    w: &mut Write,
    register: RegisterId,
    (span, reason): (Span, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(register_skips::table)
        .values((
            register_skips::register_id.eq(register),
            register_skips::first_number.eq(span.first),
            register_skips::last_number.eq(span.last),
            register_skips::reason.eq(reason),
            register_skips::recorded_at.eq(now),
            register_skips::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The numbers that were prepared and are left, with their registers, in the order in which they are given out.
pub fn prepared(r: &mut Read, registers: &[RegisterId]) -> Result<Vec<(RegisterId, String)>, Problem> {
    Ok(prepared_numbers::table
        .filter(prepared_numbers::register_id.eq_any(registers.to_vec()))
        .filter(prepared_numbers::taken.eq(false))
        .order(prepared_numbers::id)
        .select((prepared_numbers::register_id, prepared_numbers::text))
        .load(r.conn())?)
}

/// How many prepared numbers each of these registers has left, and which is given out next: two queries.
pub fn prepared_left(
    r: &mut Read,
    registers: &[RegisterId],
) -> Result<HashMap<RegisterId, (i64, String)>, Problem> {
    let counted: Vec<(RegisterId, i64, Option<i64>)> = prepared_numbers::table
        .filter(prepared_numbers::register_id.eq_any(registers.to_vec()))
        .filter(prepared_numbers::taken.eq(false))
        .group_by(prepared_numbers::register_id)
        .select((prepared_numbers::register_id, count_star(), min(prepared_numbers::id)))
        .load(r.conn())?;
    let next: Vec<i64> = counted.iter().filter_map(|(.., next)| *next).collect();
    let texts: Vec<(RegisterId, String)> = prepared_numbers::table
        .filter(prepared_numbers::id.eq_any(next))
        .select((prepared_numbers::register_id, prepared_numbers::text))
        .load(r.conn())?;
    let mut texts: HashMap<RegisterId, String> = texts.into_iter().collect();
    let left = |(register, count, _): (RegisterId, i64, Option<i64>)| {
        Some((register, (count, texts.remove(&register)?)))
    };
    Ok(counted.into_iter().filter_map(left).collect())
}

/// The next prepared number of a register.
pub fn next_prepared(r: &mut Read, register: RegisterId) -> Result<Option<String>, Problem> {
    Ok(prepared_numbers::table
        .filter(prepared_numbers::register_id.eq(register))
        .filter(prepared_numbers::taken.eq(false))
        .order(prepared_numbers::id)
        .select(prepared_numbers::text)
        .first(r.conn())
        .optional()?)
}

/// The first of these numbers that a register has prepared already.
pub fn prepared_already(
    r: &mut Read,
    register: RegisterId,
    texts: &[String],
) -> Result<Option<String>, Problem> {
    for part in texts.chunks(500) {
        let found: Option<String> = prepared_numbers::table
            .filter(prepared_numbers::register_id.eq(register))
            .filter(prepared_numbers::text.eq_any(part.to_vec()))
            .select(prepared_numbers::text)
            .first(r.conn())
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The first of these numbers that a document of the organisation and the kind has already.
pub fn issued_already(
    r: &mut Read,
    (organisation, kind): (OrganisationId, DocumentKind),
    texts: &[String],
) -> Result<Option<String>, Problem> {
    for part in texts.chunks(500) {
        let found: Option<String> = documents::table
            .filter(documents::number_text.eq_any(part.to_vec()))
            .filter(documents::organisation_id.eq(organisation))
            .filter(documents::kind.eq(kind))
            .select(documents::number_text)
            .first(r.conn())
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Prepares numbers, hundreds in one statement.
pub fn prepare(
    w: &mut Write,
    register: RegisterId,
    texts: &[String],
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    for some in texts.chunks(ROWS) {
        let row = |text: &String| {
            (
                prepared_numbers::register_id.eq(register),
                prepared_numbers::text.eq(text.clone()),
                prepared_numbers::taken.eq(false),
                prepared_numbers::prepared_at.eq(now),
                prepared_numbers::prepared_by.eq(by),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(prepared_numbers::table).values(rows).execute(c)?;
        });
    }
    Ok(())
}

/// A prepared number is given out, however it was asked for. One that was not prepared changes nothing.
pub fn give_out(w: &mut Write, register: RegisterId, text: &str) -> Result<(), Problem> {
    diesel::update(
        prepared_numbers::table
            .filter(prepared_numbers::register_id.eq(register))
            .filter(prepared_numbers::text.eq(text)),
    )
    .set(prepared_numbers::taken.eq(true))
    .execute(w.conn())?;
    Ok(())
}
