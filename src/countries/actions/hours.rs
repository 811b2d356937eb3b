//! The fewest hours of programmes where this program is used.

use crate::countries::rules::hours::limits as of_profiles;
use crate::countries::rules::{Country, Profile};
use crate::countries::store;
use crate::db::Read;
use crate::kernel::{OrganisationId, Problem};
use crate::organisations::store as tree;
use crate::programmes::rules::Limits;

/// The fewest hours by the profiles of the countries that organisations are in; those of the usual country where there is
/// no organisation yet.
///
/// # Errors
/// The database's.
pub fn limits(r: &mut Read) -> Result<Limits, Problem> {
    let organisations: Vec<OrganisationId> = tree::all(r)?.into_iter().map(|row| row.id).collect();
    let countries = store::countries_of(r, &organisations)?;
    let used = |country: &Country| countries.values().any(|used| used == country);
    let mut used: Vec<Country> = Country::ALL.into_iter().filter(used).collect();
    if used.is_empty() {
        used.push(Country::USUAL);
    }
    let mut profiles: Vec<Profile> = Vec::with_capacity(used.len());
    for country in used {
        profiles.push(store::profile(r, country)?);
    }
    Ok(of_profiles(profiles.iter()))
}
