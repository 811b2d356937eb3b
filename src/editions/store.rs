//! Rows of editions and enrolments.

use super::rules::{CompletionRule, Term};
use crate::db::schema::{editions, enrolments};
use crate::db::{Json, Read};
use crate::kernel::{
    EditionId, EnrolmentId, Moment, OrganisationId, PersonId, Problem, ProgrammeVersionId, ZoneName,
};
use chrono::NaiveDate;
use diesel::prelude::*;

/// An edition.
#[derive(Debug, Clone, Queryable)]
pub struct EditionRow {
    /// The edition.
    pub id: EditionId,
    /// The programme version it is pinned to.
    pub version_id: ProgrammeVersionId,
    /// The organisation that runs it and issues its papers.
    pub organisation_id: OrganisationId,
    /// Its own title, such as «2-й поток, осень 2026».
    pub title: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// The zone of its days and deadlines.
    pub time_zone: ZoneName,
    /// How many people fit.
    pub capacity: i32,
    /// What it asks of its trainees.
    pub rule: Json<CompletionRule>,
    /// When it was closed by hand.
    pub closed_at: Option<Moment>,
}

impl EditionRow {
    /// When it runs.
    pub fn term(&self) -> Term {
        Term { starts_on: self.starts_on, ends_on: self.ends_on, zone: self.time_zone }
    }
}

/// The columns of an [`EditionRow`].
pub const EDITION: (
    editions::id,
    editions::version_id,
    editions::organisation_id,
    editions::title,
    editions::starts_on,
    editions::ends_on,
    editions::time_zone,
    editions::capacity,
    editions::rule,
    editions::closed_at,
) = (
    editions::id,
    editions::version_id,
    editions::organisation_id,
    editions::title,
    editions::starts_on,
    editions::ends_on,
    editions::time_zone,
    editions::capacity,
    editions::rule,
    editions::closed_at,
);

/// An enrolment.
#[derive(Debug, Clone, Queryable)]
pub struct EnrolmentRow {
    /// The enrolment.
    pub id: EnrolmentId,
    /// In which edition.
    pub edition_id: EditionId,
    /// Who.
    pub person_id: PersonId,
    /// The organisation that sent the person, as of then.
    pub organisation_id: Option<OrganisationId>,
    /// Since when.
    pub enrolled_at: Moment,
    /// Until when, if the person was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

/// The columns of an [`EnrolmentRow`].
pub const ENROLMENT: (
    enrolments::id,
    enrolments::edition_id,
    enrolments::person_id,
    enrolments::organisation_id,
    enrolments::enrolled_at,
    enrolments::withdrawn_at,
) = (
    enrolments::id,
    enrolments::edition_id,
    enrolments::person_id,
    enrolments::organisation_id,
    enrolments::enrolled_at,
    enrolments::withdrawn_at,
);

/// An edition.
pub fn edition(r: &mut Read, id: EditionId) -> Result<Option<EditionRow>, Problem> {
    Ok(editions::table.filter(editions::id.eq(id)).select(EDITION).first(r.conn()).optional()?)
}

/// An enrolment with its edition, in one query.
pub fn enrolment(r: &mut Read, id: EnrolmentId) -> Result<Option<(EnrolmentRow, EditionRow)>, Problem> {
    Ok(enrolments::table
        .inner_join(editions::table)
        .filter(enrolments::id.eq(id))
        .select((ENROLMENT, EDITION))
        .first(r.conn())
        .optional()?)
}
