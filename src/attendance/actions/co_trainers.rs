//! Nobody teaches at two places at once, alone or together with somebody (F1, F7).

use crate::attendance::store::conflicts::{self, Consultation};
use crate::attendance::store::sessions::Listed;
use crate::attendance::store::{co_trainers, marks};
use crate::db::Read;
use crate::kernel::{Fault, Language, Moment, PersonId, PersonName, Problem, SessionId, dates};
use std::collections::HashMap;

/// A fault for each session that one of these people teaches in a span, besides `own`, and for each consultation that they
/// hold then, with both named.
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
    let consulting = conflicts::consultations(r, None, people, span)?;
    if found.is_empty() && consulting.is_empty() {
        return Ok(Vec::new());
    }
    let names: HashMap<PersonId, PersonName> = marks::names(r, people)?.into_iter().collect();
    let name =
        |person: &PersonId| names.get(person).map(PersonName::surname_and_initials).unwrap_or_default();
    let fault = |(person, listed): &(PersonId, Listed)| {
        naming(Fault::new(field, "co-trainer-busy").with("name", name(person)), listed, reader)
    };
    let consultation = |one: &Consultation| {
        let fault = Fault::new(field, "appointments-co-trainer-busy").with("name", name(&one.consultant));
        naming_consultation(fault, one, reader)
    };
    Ok(found.iter().map(fault).chain(consulting.iter().map(consultation)).collect())
}

/// A fault that names the consultation in the way.
pub(super) fn naming_consultation(fault: Fault, one: &Consultation, reader: Language) -> Fault {
    let (from, to) = (dates::time(one.starts_local), dates::time(one.ends_local));
    let when = format!("{}, {from}–{to}", dates::day(reader, one.held_on));
    fault.with("edition", &one.edition).with("when", when)
}

/// A fault that names the session in the way.
pub(super) fn naming(fault: Fault, listed: &Listed, reader: Language) -> Fault {
    let row = &listed.session;
    let (from, to) = (dates::time(row.starts_local), dates::time(row.ends_local));
    let when = format!("{}, {from}–{to}", dates::day(reader, row.held_on));
    fault.with("title", listed.title.0.for_reader(reader)).with("edition", &listed.edition).with("when", when)
}
