//! Rows of granted roles, and the organisations they hold in.

use super::super::Role;
use super::super::rules::{NewGrant, Scope};
use crate::db::schema::{organisations, role_grants};
use crate::db::{Read, Write};
use crate::kernel::{Moment, OrganisationId, PersonId, Problem, RoleGrantId};
use diesel::prelude::*;

/// A role that somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct GrantRow {
    /// The grant.
    pub id: RoleGrantId,
    /// Who has it.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// Where it holds; nothing means the whole site.
    pub organisation: Option<OrganisationId>,
    /// The short name of that organisation.
    pub organisation_name: Option<String>,
    /// Since when.
    pub granted_at: Moment,
}

/// The roles that hold, of these people.
pub fn grants_of(r: &mut Read, people: &[PersonId]) -> Result<Vec<GrantRow>, Problem> {
    Ok(role_grants::table
        .left_join(organisations::table)
        .filter(role_grants::person_id.eq_any(people.to_vec()))
        .filter(role_grants::revoked_at.is_null())
        .order(role_grants::id)
        .select((
            role_grants::id,
            role_grants::person_id,
            role_grants::role,
            role_grants::organisation_id,
            organisations::short_name.nullable(),
            role_grants::granted_at,
        ))
        .load(r.conn())?)
}

/// Grants a role.
pub fn insert_grant(
    w: &mut Write,
    person: PersonId,
    grant: &NewGrant,
    by: Option<PersonId>,
    now: Moment,
) -> Result<RoleGrantId, Problem> {
    Ok(diesel::insert_into(role_grants::table)
        .values((
            role_grants::person_id.eq(person),
            role_grants::role.eq(grant.role),
            role_grants::organisation_id.eq(grant.organisation),
            role_grants::granted_at.eq(now),
            role_grants::granted_by.eq(by),
        ))
        .returning(role_grants::id)
        .get_result(w.conn())?)
}

/// Takes a role back; the row stays.
pub fn revoke_grant(
    w: &mut Write,
    grant: RoleGrantId,
    by: Option<PersonId>,
    now: Moment,
) -> Result<(), Problem> {
    diesel::update(role_grants::table.filter(role_grants::id.eq(grant)))
        .set((role_grants::revoked_at.eq(now), role_grants::revoked_by.eq(by)))
        .execute(w.conn())?;
    Ok(())
}

/// The organisations of a scope by name, for lists of choices.
pub fn organisations(r: &mut Read, scope: &Scope) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let all = organisations::table.order(organisations::name_fold);
    let columns = (organisations::id, organisations::name);
    Ok(match scope {
        Scope::All => all.select(columns).load(r.conn())?,
        Scope::Of(mine) => {
            all.filter(organisations::id.eq_any(mine.clone())).select(columns).load(r.conn())?
        }
    })
}
