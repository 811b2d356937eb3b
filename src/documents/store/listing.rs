//! The register as a table: one query a page, found by year, kind, status, holder or number.

use crate::db::schema::{
    document_revocations, documents, editions, enrolments, programme_versions, registers,
};
use crate::db::{Json, Read};
use crate::kernel::{DocumentId, EditionId, Localised, Moment, OrganisationId, Problem, PublicId};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Registers of these organisations only; nothing for all.
    pub organisations: Option<Vec<OrganisationId>>,
    /// The year of the register.
    pub year: Option<i32>,
    /// The kind of paper.
    pub kind: Option<DocumentKind>,
    /// Only revoked ones, or only valid ones.
    pub revoked: Option<bool>,
    /// Part of the folded holder's name or number.
    pub search: Option<String>,
    /// Only documents issued before this one.
    pub before: Option<DocumentId>,
}

/// A line of the register.
#[derive(Debug, Clone, Queryable)]
pub struct ListedRow {
    /// The document.
    pub id: DocumentId,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// Its number.
    pub number: String,
    /// Which paper.
    pub kind: DocumentKind,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Whose, as printed.
    pub holder: String,
    /// The programme.
    pub programme: Json<Localised>,
    /// The edition.
    pub edition_id: EditionId,
    /// Its title.
    pub edition: String,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// Lines of the register, the newest first.
pub fn listed(r: &mut Read, filter: &Filter, limit: i64) -> Result<Vec<ListedRow>, Problem> {
    let mut query = documents::table
        .inner_join(registers::table)
        .inner_join(enrolments::table.inner_join(editions::table.inner_join(programme_versions::table)))
        .left_join(document_revocations::table)
        .select((
            documents::id,
            documents::public_id,
            documents::number_text,
            documents::kind,
            documents::issued_on,
            documents::holder,
            programme_versions::title,
            editions::id,
            editions::title,
            document_revocations::revoked_at.nullable(),
        ))
        .order(documents::id.desc())
        .limit(limit)
        .into_boxed();
    if let Some(organisations) = filter.organisations.clone() {
        query = query.filter(registers::organisation_id.eq_any(organisations));
    }
    if let Some(year) = filter.year {
        query = query.filter(registers::year.eq(year));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(registers::kind.eq(kind));
    }
    match filter.revoked {
        Some(true) => query = query.filter(documents::live_key.is_null()),
        Some(false) => query = query.filter(documents::live_key.is_not_null()),
        None => {}
    }
    if let Some(search) = &filter.search {
        query = query.filter(documents::search_text.like(pattern(search)).escape('!'));
    }
    if let Some(before) = filter.before {
        query = query.filter(documents::id.lt(before));
    }
    Ok(query.load(r.conn())?)
}

/// Finds a text anywhere; the wildcards of LIKE in it mean themselves.
fn pattern(search: &str) -> String {
    let plain = search.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

/// The years of which there are registers, the newest first.
pub fn years(r: &mut Read, organisations: Option<Vec<OrganisationId>>) -> Result<Vec<i32>, Problem> {
    let mut query =
        registers::table.select(registers::year).distinct().order(registers::year.desc()).into_boxed();
    if let Some(organisations) = organisations {
        query = query.filter(registers::organisation_id.eq_any(organisations));
    }
    Ok(query.load(r.conn())?)
}
