//! Formats that a centre adds and names.

use super::rules::{self, Added, Format};
use super::store;
use crate::audit;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Localised, Moment, Problem};
use serde_json::json;

/// What the page of formats shows.
#[derive(Debug, Clone, Default)]
pub struct Formats {
    /// The formats that were added.
    pub added: Added,
    /// Those that courses use and nobody has named.
    pub nameless: Vec<String>,
    /// Those that some course uses.
    pub used: Vec<String>,
}

/// All formats for administrators.
///
/// # Errors
/// `Forbidden` for anybody else.
pub fn list(r: &mut Read, actor: &Actor) -> Result<Formats, Problem> {
    if !actor.is_administrator() {
        return Err(Problem::forbidden());
    }
    let (added, used) = (store::all(r)?, store::used(r)?);
    let nameless = used.iter().filter(|key| !rules::is_known(key) && !added.0.contains_key(*key)).cloned();
    Ok(Formats { nameless: nameless.collect(), added, used })
}

/// The names that a page needs to call these formats; nothing is read where everybody knows all of them.
///
/// # Errors
/// The database's.
pub fn names<'f>(r: &mut Read, mut formats: impl Iterator<Item = &'f str>) -> Result<Added, Problem> {
    if formats.all(rules::is_known) {
        return Ok(Added::default());
    }
    store::all(r)
}

/// An added format, or one that a course uses and nobody has named.
///
/// # Errors
/// `NotFound` for any other key; `Forbidden` for anybody but an administrator.
pub fn show(r: &mut Read, actor: &Actor, key: &str) -> Result<Option<Localised>, Problem> {
    let formats = list(r, actor)?;
    match formats.added.0.get(key) {
        Some(name) => Ok(Some(name.clone())),
        None if formats.nameless.iter().any(|known| known == key) => Ok(None),
        None => Err(Problem::not_found()),
    }
}

/// Adds a format.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `Invalid` for a key that is taken.
pub fn add(w: &mut Write, actor: &Actor, format: &Format, now: Moment) -> Result<(), Problem> {
    actor.require_site_administrator()?;
    if store::find(w, &format.key)?.is_some() {
        return Err(Problem::invalid(vec![Fault::new("key", "format-taken")]));
    }
    name(w, actor, format, now).map(|_| ())
}

/// Names a format: adds it, or gives it other names. Tells whether it was added.
///
/// # Errors
/// `Forbidden` unless the actor administers the site.
pub fn name(w: &mut Write, actor: &Actor, format: &Format, now: Moment) -> Result<bool, Problem> {
    actor.require_site_administrator()?;
    let before = store::find(w, &format.key)?;
    match before {
        Some(_) => store::rename(w, format)?,
        None => store::insert(w, format, actor.person, now)?,
    }
    let entry = audit::Entry {
        action: "format-named",
        subject: ("format", 0),
        before: before.as_ref().map(|name| json!({ "key": format.key, "name": name })),
        after: Some(json!({ "key": format.key, "name": format.name })),
    };
    audit::record(w, actor, now, entry)?;
    Ok(before.is_none())
}
