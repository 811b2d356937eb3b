//! Numbers: one register an organisation, kind and year, counted up in the transaction that issues.

use crate::db::schema::registers;
use crate::db::{Write, each};
use crate::kernel::{OrganisationId, Problem, RegisterId};
use crate::programmes::rules::words::DocumentKind;
use diesel::prelude::*;

/// Takes the next number of a register. If the transaction fails, the number was never taken; whoever comes
/// second waits for the first, so the numbers have no gap and no double.
pub fn next_number(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    year: i32,
) -> Result<(RegisterId, i32), Problem> {
    if let Some(place) = count_up(w, organisation, kind, year)? {
        return Ok(place);
    }
    let empty = diesel::insert_into(registers::table).values((
        registers::organisation_id.eq(organisation),
        registers::kind.eq(kind),
        registers::year.eq(year),
        registers::last_number.eq(0),
    ));
    each!(w.conn(), c => {
        empty.on_conflict((registers::organisation_id, registers::kind, registers::year)).do_nothing().execute(c)?
    });
    count_up(w, organisation, kind, year)?
        .ok_or_else(|| Problem::internal(anyhow::anyhow!("the register is gone")))
}

fn count_up(
    w: &mut Write,
    organisation: OrganisationId,
    kind: DocumentKind,
    year: i32,
) -> Result<Option<(RegisterId, i32)>, Problem> {
    Ok(diesel::update(
        registers::table
            .filter(registers::organisation_id.eq(organisation))
            .filter(registers::kind.eq(kind))
            .filter(registers::year.eq(year)),
    )
    .set(registers::last_number.eq(registers::last_number + 1))
    .returning((registers::id, registers::last_number))
    .get_result(w.conn())
    .optional()?)
}
