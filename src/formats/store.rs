//! Rows of the formats that a centre added.

use super::rules::{Added, Format};
use crate::db::schema::activity_formats as table;
use crate::db::{Json, Read, Write};
use crate::kernel::{Localised, Moment, PersonId, Problem};
use diesel::prelude::*;

/// The formats that were added, by key.
pub fn all(r: &mut Read) -> Result<Added, Problem> {
    let rows: Vec<(String, Json<Localised>)> =
        table::table.order(table::key).select((table::key, table::name)).load(r.conn())?;
    Ok(Added(rows.into_iter().map(|(key, name)| (key, name.0)).collect()))
}

/// The names of an added format.
pub fn find(r: &mut Read, key: &str) -> Result<Option<Localised>, Problem> {
    let name: Option<Json<Localised>> =
        table::table.filter(table::key.eq(key)).select(table::name).first(r.conn()).optional()?;
    Ok(name.map(|name| name.0))
}

/// Adds a format.
pub fn insert(w: &mut Write, format: &Format, by: Option<PersonId>, now: Moment) -> Result<(), Problem> {
    diesel::insert_into(table::table)
        .values((
            table::key.eq(&format.key),
            table::name.eq(Json(format.name.clone())),
            table::added_by.eq(by),
            table::added_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Gives an added format other names.
pub fn rename(w: &mut Write, format: &Format) -> Result<(), Problem> {
    diesel::update(table::table.filter(table::key.eq(&format.key)))
        .set(table::name.eq(Json(format.name.clone())))
        .execute(w.conn())?;
    Ok(())
}

/// The formats that activities of any programme have.
pub fn used(r: &mut Read) -> Result<Vec<String>, Problem> {
    use crate::db::schema::activities;
    Ok(activities::table.select(activities::format).distinct().order(activities::format).load(r.conn())?)
}
