//! Whom the program has reminded that the time of a certificate is nearly over, and what else these people hold.

use crate::db::schema::{document_term_reminders, documents, editions, programme_versions};
use crate::db::{Read, Write, each};
use crate::kernel::{DocumentId, EditionId, Moment, OrganisationId, PersonId, Problem, ProgrammeId};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Of which of these documents the holders were reminded already.
pub fn reminded(r: &mut Read, these: &[DocumentId]) -> Result<HashSet<DocumentId>, Problem> {
    let found: Vec<DocumentId> = document_term_reminders::table
        .filter(document_term_reminders::document_id.eq_any(these.to_vec()))
        .select(document_term_reminders::document_id)
        .load(r.conn())?;
    Ok(found.into_iter().collect())
}

/// Writes down that the holders of these documents are reminded.
pub fn remember(w: &mut Write, these: &[DocumentId], now: Moment) -> Result<(), Problem> {
    if these.is_empty() {
        return Ok(());
    }
    let row = |document: &DocumentId| {
        (document_term_reminders::document_id.eq(*document), document_term_reminders::reminded_at.eq(now))
    };
    let rows: Vec<_> = these.iter().map(row).collect();
    each!(w.conn(), c => {
        diesel::insert_into(document_term_reminders::table).values(rows).execute(c)?;
    });
    Ok(())
}

/// A document of one of these people: which, whose, and its snapshot.
pub type Held = (DocumentId, PersonId, String);

/// The documents of these people that are neither revoked nor replaced.
pub fn held(r: &mut Read, people: &[PersonId]) -> Result<Vec<Held>, Problem> {
    Ok(documents::table
        .filter(documents::person_id.eq_any(people.to_vec()))
        .filter(documents::live_key.is_not_null())
        .order(documents::id)
        .select((documents::id, documents::person_id, documents::snapshot))
        .load(r.conn())?)
}

/// The next edition of the same programme by the same organisation that begins today or later: its title and its first day,
/// by the edition it is asked for. Two queries.
pub fn next_editions(
    r: &mut Read,
    these: &[EditionId],
    today: NaiveDate,
) -> Result<HashMap<EditionId, (String, NaiveDate)>, Problem> {
    let of: Vec<(EditionId, OrganisationId, ProgrammeId)> = editions::table
        .inner_join(programme_versions::table)
        .filter(editions::id.eq_any(these.to_vec()))
        .select((editions::id, editions::organisation_id, programme_versions::programme_id))
        .load(r.conn())?;
    let programmes: Vec<ProgrammeId> = of.iter().map(|(_, _, programme)| *programme).collect();
    let later: Vec<(OrganisationId, ProgrammeId, String, NaiveDate)> = editions::table
        .inner_join(programme_versions::table)
        .filter(programme_versions::programme_id.eq_any(programmes))
        .filter(editions::starts_on.ge(today))
        .filter(editions::closed_at.is_null())
        .order((editions::starts_on, editions::id))
        .select((
            editions::organisation_id,
            programme_versions::programme_id,
            editions::title,
            editions::starts_on,
        ))
        .load(r.conn())?;
    let next = |(edition, organisation, programme): (EditionId, OrganisationId, ProgrammeId)| {
        let fits = later.iter().find(|one| (one.0, one.1) == (organisation, programme));
        fits.map(|(_, _, title, starts_on)| (edition, (title.clone(), *starts_on)))
    };
    Ok(of.into_iter().filter_map(next).collect())
}
