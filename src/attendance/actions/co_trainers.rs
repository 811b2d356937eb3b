//! Nobody teaches at two places at once, alone or together with somebody (F1, F7).

use crate::attendance::store::sessions::Listed;
use crate::attendance::store::{co_trainers, marks};
use crate::db::Read;
use crate::kernel::{Fault, Language, Moment, PersonId, PersonName, Problem, SessionId, dates};
use std::collections::HashMap;

/// A fault for each session that one of these people teaches in a span, besides `own`, with both named.
///
/// # Errors
/// The database's.
pub fn busy(
    r: &mut Read,
    people: &[PersonId],
    span: (Moment, Moment),
    (field, own): (&str, SessionId),
    reader: Language,
) -> Result<Vec<Fault>, Problem> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = co_trainers::busy(r, people, span)?;
    found.retain(|(_, listed)| listed.session.id != own);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let names: HashMap<PersonId, PersonName> = marks::names(r, people)?.into_iter().collect();
    let fault = |(person, listed): &(PersonId, Listed)| {
        let name = names.get(person).map(PersonName::surname_and_initials).unwrap_or_default();
        naming(Fault::new(field, "co-trainer-busy").with("name", name), listed, reader)
    };
    Ok(found.iter().map(fault).collect())
}

/// A fault that names the session in the way.
pub(super) fn naming(fault: Fault, listed: &Listed, reader: Language) -> Fault {
    let row = &listed.session;
    let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
    let when = format!("{}, {from}–{to}", dates::day(reader, row.held_on));
    fault.with("title", listed.title.0.for_reader(reader)).with("edition", &listed.edition).with("when", when)
}
