//! Profiles of countries: which hold, what another one would change, putting one in force; and the country of an
//! organisation.

pub mod hours;
pub mod licences;

use super::rules::kept::Fit;
use super::rules::{Country, Difference, Profile, differences, reading};
use super::store::{self, ProfileRow};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Moment, OrganisationId, PersonId, Problem, Word as _};
use crate::organisations::actions as organisations;
use crate::organisations::store as tree;
use serde_json::json;

/// A country with the profile in force and those before it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The profile in force.
    pub profile: Profile,
    /// How well its kept file could be read.
    pub fit: Fit,
    /// Its version; 0 for the one that comes with the program.
    pub number: i32,
    /// Every version that somebody put in force, the newest first, with the name of who did.
    pub versions: Vec<(ProfileRow, Option<String>)>,
}

/// Every country.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn index(r: &mut Read, actor: &Actor) -> Result<Vec<Shown>, Problem> {
    require_administrator(actor)?;
    let versions = named(r)?;
    let mut shown = Vec::new();
    for country in Country::ALL {
        let versions: Vec<_> = versions.iter().filter(|(row, _)| row.country == country).cloned().collect();
        let number = versions.first().map_or(0, |(row, _)| row.number);
        let (profile, fit) = store::fitted(r, country)?;
        shown.push(Shown { profile, fit, number, versions });
    }
    Ok(shown)
}

/// One country.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn show(r: &mut Read, actor: &Actor, country: Country) -> Result<Shown, Problem> {
    let found = index(r, actor)?.into_iter().find(|shown| shown.profile.country == country);
    found.ok_or_else(Problem::not_found)
}

/// The file in force, with its version.
///
/// # Errors
/// `Forbidden` for whoever administers nothing.
pub fn file(r: &mut Read, actor: &Actor, country: Country) -> Result<(i32, String), Problem> {
    require_administrator(actor)?;
    store::in_force(r, country)
}

/// What a file would change.
///
/// # Errors
/// `Forbidden` for whoever does not administer the site; `Invalid` on the field `file` with every fault and its line.
pub fn look(
    r: &mut Read,
    actor: &Actor,
    country: Country,
    text: &str,
) -> Result<(Profile, Vec<Difference>), Problem> {
    actor.require_site_administrator()?;
    let new = reading::read(country, text).map_err(Problem::invalid)?;
    let changes = differences(&store::profile(r, country)?, &new);
    Ok((new, changes))
}

/// Puts a file in force as the next version, from now on. Documents that were issued stay what they are. A file that
/// changes nothing makes no version.
///
/// # Errors
/// As [`look`]; `Invalid` also when nothing differs.
pub fn apply(
    w: &mut Write,
    actor: &Actor,
    country: Country,
    text: &str,
    now: Moment,
) -> Result<i32, Problem> {
    let (_, changes) = look(w, actor, country, text)?;
    if changes.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("file", "country-file-same")]));
    }
    let number = store::in_force(w, country)?.0 + 1;
    let id = store::insert(w, (country, number), text, (actor.person, now))?;
    let said = |value: fn(&Difference) -> Option<&String>| {
        let pairs = changes.iter().filter_map(|one| Some((one.setting.clone(), json!(value(one)?))));
        json!(pairs.collect::<serde_json::Map<_, _>>())
    };
    let entry = Entry {
        action: "country-profile-applied",
        subject: ("country-profile", id.0),
        before: Some(said(|one| one.before.as_ref())),
        after: Some(
            json!({ "country": country, "number": number, "changes": said(|one| one.after.as_ref()) }),
        ),
    };
    audit::record(w, actor, now, entry)?;
    Ok(number)
}

/// The country of an organisation, as its page says it.
#[derive(Debug, Clone)]
pub struct OfOrganisation {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// What somebody has said for it.
    pub said: Option<Country>,
    /// What holds.
    pub country: Country,
    /// What would hold if nothing were said for it.
    pub inherited: Country,
    /// Whether this reader may change it.
    pub may_change: bool,
}

/// The country of an organisation.
///
/// # Errors
/// `NotFound`; `Forbidden` for whoever administers nothing.
pub fn of_organisation(
    r: &mut Read,
    actor: &Actor,
    organisation: OrganisationId,
) -> Result<OfOrganisation, Problem> {
    let shown = organisations::show(r, actor, organisation)?;
    let said = store::said(r, organisation)?;
    let inherited = match shown.row.parent_id {
        Some(above) => store::country_of(r, above)?,
        None => Country::USUAL,
    };
    Ok(OfOrganisation {
        organisation,
        name: shown.row.name,
        said,
        country: said.unwrap_or(inherited),
        inherited,
        may_change: actor.require_site_administrator().is_ok(),
    })
}

/// Whether somebody may say which country an organisation is in.
///
/// # Errors
/// `NotFound`; `Forbidden` for everybody but administrators of the site.
pub fn may_say(r: &mut Read, actor: &Actor, organisation: OrganisationId) -> Result<(), Problem> {
    tree::find(r, organisation)?.ok_or_else(Problem::not_found)?;
    actor.require_site_administrator()
}

/// Says which country an organisation is in; with nothing, that of the one above it. The country decides who may get which
/// paper, so an organisation does not choose it for itself.
///
/// # Errors
/// `NotFound`; `Forbidden` for everybody but administrators of the site.
pub fn say(
    w: &mut Write,
    actor: &Actor,
    organisation: OrganisationId,
    country: Option<Country>,
    now: Moment,
) -> Result<(), Problem> {
    may_say(w, actor, organisation)?;
    let before = store::said(w, organisation)?;
    if before == country {
        return Ok(());
    }
    store::say(w, organisation, country, (actor.person, now))?;
    let word = |country: Option<Country>| json!({ "country": country.map(Country::as_str) });
    let entry = Entry {
        action: "organisation-country-set",
        subject: ("organisation", organisation.0),
        before: Some(word(before)),
        after: Some(word(country)),
    };
    audit::record(w, actor, now, entry)
}

fn named(r: &mut Read) -> Result<Vec<(ProfileRow, Option<String>)>, Problem> {
    let rows = store::versions(r)?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.applied_by).collect();
    let names = store::names(r, &people)?;
    let name = |row: &ProfileRow| names.get(&row.applied_by?).cloned();
    Ok(rows.into_iter().map(|row| (row.clone(), name(&row))).collect())
}

fn require_administrator(actor: &Actor) -> Result<(), Problem> {
    if actor.is_administrator() { Ok(()) } else { Err(Problem::forbidden()) }
}
