//! Rows of organisations.

use super::rules::{Details, Sector, Tree};
use crate::db::schema::{organisations, people};
use crate::db::{Read, Write, stored_text};
use crate::kernel::{Moment, OrganisationId, Problem};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

stored_text!(Sector, as_str, parse);

/// An organisation.
#[derive(Debug, Clone, Queryable)]
pub struct OrganisationRow {
    /// The organisation.
    pub id: OrganisationId,
    /// The full name, as on papers.
    pub name: String,
    /// The name people use.
    pub short_name: String,
    /// The sector.
    pub sector: Sector,
    /// The organisation above it.
    pub parent_id: Option<OrganisationId>,
    /// The city.
    pub city: Option<String>,
    /// The licence line of papers.
    pub licence: Option<String>,
    /// The post of the head.
    pub head_post: Option<String>,
    /// The name of the head.
    pub head_name: Option<String>,
}

impl OrganisationRow {
    /// What is known about it.
    pub fn details(&self) -> Details {
        Details {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            sector: self.sector,
            parent: self.parent_id,
            city: self.city.clone(),
            licence: self.licence.clone(),
            head_post: self.head_post.clone(),
            head_name: self.head_name.clone(),
        }
    }
}

/// The columns of an [`OrganisationRow`].
pub const ORGANISATION: (
    organisations::id,
    organisations::name,
    organisations::short_name,
    organisations::sector,
    organisations::parent_id,
    organisations::city,
    organisations::licence,
    organisations::head_post,
    organisations::head_name,
) = (
    organisations::id,
    organisations::name,
    organisations::short_name,
    organisations::sector,
    organisations::parent_id,
    organisations::city,
    organisations::licence,
    organisations::head_post,
    organisations::head_name,
);

/// All organisations.
pub fn all(r: &mut Read) -> Result<Vec<OrganisationRow>, Problem> {
    Ok(organisations::table.order(organisations::id).select(ORGANISATION).load(r.conn())?)
}

/// An organisation.
pub fn find(r: &mut Read, id: OrganisationId) -> Result<Option<OrganisationRow>, Problem> {
    Ok(organisations::table
        .filter(organisations::id.eq(id))
        .select(ORGANISATION)
        .first(r.conn())
        .optional()?)
}

/// The organisation of a folded name.
pub fn by_name_fold(r: &mut Read, name_fold: &str) -> Result<Option<OrganisationRow>, Problem> {
    Ok(organisations::table
        .filter(organisations::name_fold.eq(name_fold))
        .select(ORGANISATION)
        .first(r.conn())
        .optional()?)
}

/// Who stands under whom.
pub fn tree(r: &mut Read) -> Result<Tree, Problem> {
    let pairs: Vec<(OrganisationId, Option<OrganisationId>)> = organisations::table
        .filter(organisations::parent_id.is_not_null())
        .select((organisations::id, organisations::parent_id))
        .load(r.conn())?;
    Ok(Tree::of(pairs.into_iter().filter_map(|(id, parent)| Some((id, parent?)))))
}

/// How many accounts belong to each organisation.
pub fn people_counts(r: &mut Read) -> Result<HashMap<OrganisationId, i64>, Problem> {
    let rows: Vec<(Option<OrganisationId>, i64)> = people::table
        .filter(people::organisation_id.is_not_null())
        .group_by(people::organisation_id)
        .select((people::organisation_id, count_star()))
        .load(r.conn())?;
    Ok(rows.into_iter().filter_map(|(id, count)| Some((id?, count))).collect())
}

/// Adds an organisation.
pub fn insert(w: &mut Write, details: &Details, now: Moment) -> Result<OrganisationId, Problem> {
    let id = diesel::insert_into(organisations::table)
        .values((
            organisations::name.eq(&details.name),
            organisations::short_name.eq(&details.short_name),
            organisations::name_fold.eq(details.name_fold()),
            organisations::sector.eq(details.sector),
            organisations::parent_id.eq(details.parent),
            organisations::city.eq(&details.city),
            organisations::licence.eq(&details.licence),
            organisations::head_post.eq(&details.head_post),
            organisations::head_name.eq(&details.head_name),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(w.conn())?;
    Ok(id)
}

/// Replaces what is known about an organisation.
pub fn update(w: &mut Write, id: OrganisationId, details: &Details) -> Result<(), Problem> {
    diesel::update(organisations::table.filter(organisations::id.eq(id)))
        .set((
            organisations::name.eq(&details.name),
            organisations::short_name.eq(&details.short_name),
            organisations::name_fold.eq(details.name_fold()),
            organisations::sector.eq(details.sector),
            organisations::parent_id.eq(details.parent),
            organisations::city.eq(&details.city),
            organisations::licence.eq(&details.licence),
            organisations::head_post.eq(&details.head_post),
            organisations::head_name.eq(&details.head_name),
        ))
        .execute(w.conn())?;
    Ok(())
}
