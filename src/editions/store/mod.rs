//! Rows of editions and enrolments.

pub mod chosen;
pub mod enrolments;
pub mod imports;
pub mod trainers;

use super::rules::draft::Plan;
use super::rules::{CompletionRule, Term};
use crate::db::schema::{editions, enrolments as enrolled, organisations, programme_versions, sessions};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    EditionId, EnrolmentId, Localised, Moment, OrganisationId, PersonId, Problem, ProgrammeVersionId,
    ZoneName,
};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

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
    enrolled::id,
    enrolled::edition_id,
    enrolled::person_id,
    enrolled::organisation_id,
    enrolled::enrolled_at,
    enrolled::withdrawn_at,
) = (
    enrolled::id,
    enrolled::edition_id,
    enrolled::person_id,
    enrolled::organisation_id,
    enrolled::enrolled_at,
    enrolled::withdrawn_at,
);

/// An edition.
pub fn edition(r: &mut Read, id: EditionId) -> Result<Option<EditionRow>, Problem> {
    Ok(editions::table.filter(editions::id.eq(id)).select(EDITION).first(r.conn()).optional()?)
}

/// An enrolment with its edition, in one query.
pub fn enrolment(r: &mut Read, id: EnrolmentId) -> Result<Option<(EnrolmentRow, EditionRow)>, Problem> {
    Ok(enrolled::table
        .inner_join(editions::table)
        .filter(enrolled::id.eq(id))
        .select((ENROLMENT, EDITION))
        .first(r.conn())
        .optional()?)
}

/// An edition in a list.
#[derive(Debug, Clone, Queryable)]
pub struct ListedRow {
    /// The edition.
    pub edition: EditionRow,
    /// The title of its programme.
    pub programme: Json<Localised>,
    /// The short name of the organisation that runs it.
    pub organisation: String,
}

/// Which editions somebody sees in a list.
#[derive(Debug, Clone, Default)]
pub struct Visible {
    /// All of them.
    pub all: bool,
    /// Those that these organisations run.
    pub run_by: Vec<OrganisationId>,
    /// These.
    pub these: Vec<EditionId>,
}

/// The visible editions, those that end last first.
pub fn listed(r: &mut Read, visible: Visible) -> Result<Vec<ListedRow>, Problem> {
    let mut query = editions::table
        .inner_join(programme_versions::table)
        .inner_join(organisations::table)
        .select((EDITION, programme_versions::title, organisations::short_name))
        .order((editions::ends_on.desc(), editions::id.desc()))
        .into_boxed();
    if !visible.all {
        query = query
            .filter(editions::organisation_id.eq_any(visible.run_by).or(editions::id.eq_any(visible.these)));
    }
    Ok(query.load(r.conn())?)
}

/// The editions with people whom these organisations sent, and how many such people each has.
pub fn sent_people(
    r: &mut Read,
    organisations: &[OrganisationId],
) -> Result<HashMap<EditionId, i64>, Problem> {
    let rows: Vec<(EditionId, i64)> = enrolled::table
        .filter(enrolled::organisation_id.eq_any(organisations.to_vec()))
        .filter(enrolled::withdrawn_at.is_null())
        .group_by(enrolled::edition_id)
        .select((enrolled::edition_id, count_star()))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// How many people each edition has.
pub fn people_counts(r: &mut Read, these: &[EditionId]) -> Result<HashMap<EditionId, i64>, Problem> {
    let rows: Vec<(EditionId, i64)> = enrolled::table
        .filter(enrolled::edition_id.eq_any(these.to_vec()))
        .filter(enrolled::withdrawn_at.is_null())
        .group_by(enrolled::edition_id)
        .select((enrolled::edition_id, count_star()))
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Adds an edition, still without trainers.
pub fn insert(w: &mut Write, plan: &Plan, by: Option<PersonId>, now: Moment) -> Result<EditionId, Problem> {
    let id = diesel::insert_into(editions::table)
        .values((
            editions::version_id.eq(plan.version),
            editions::organisation_id.eq(plan.organisation),
            editions::title.eq(&plan.title),
            editions::starts_on.eq(plan.term.starts_on),
            editions::ends_on.eq(plan.term.ends_on),
            editions::time_zone.eq(plan.term.zone),
            editions::capacity.eq(plan.capacity),
            editions::rule.eq(Json(plan.rule)),
            editions::opened_at.eq(now),
            editions::opened_by.eq(by),
        ))
        .returning(editions::id)
        .get_result(w.conn())?;
    Ok(id)
}

/// Replaces what is planned for an edition.
pub fn update(w: &mut Write, id: EditionId, plan: &Plan) -> Result<(), Problem> {
    diesel::update(editions::table.filter(editions::id.eq(id)))
        .set((
            editions::version_id.eq(plan.version),
            editions::organisation_id.eq(plan.organisation),
            editions::title.eq(&plan.title),
            editions::starts_on.eq(plan.term.starts_on),
            editions::ends_on.eq(plan.term.ends_on),
            editions::time_zone.eq(plan.term.zone),
            editions::capacity.eq(plan.capacity),
            editions::rule.eq(Json(plan.rule)),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The days of the first and the last session of an edition that are not cancelled; none when there are none.
pub fn booked(r: &mut Read, edition: EditionId) -> Result<Option<(NaiveDate, NaiveDate)>, Problem> {
    let (first, last): (Option<NaiveDate>, Option<NaiveDate>) = sessions::table
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::cancelled_at.is_null())
        .select((diesel::dsl::min(sessions::held_on), diesel::dsl::max(sessions::held_on)))
        .first(r.conn())?;
    Ok(first.zip(last))
}
