//! Addresses of the room `countries`.

use crate::kernel::OrganisationId;

/// The profiles of countries.
pub const COUNTRIES: &str = "/countries";

with_ids! {
    /// The profile of a country, with the form that puts another one in force.
    country(country: &str) = "/countries/{country}";
    /// Its file.
    country_profile(country: &str) = "/countries/{country}/profile";
    /// Looking at what another file would change (POST).
    country_dry_runs(country: &str) = "/countries/{country}/dry-runs";
    /// Putting another file in force (POST).
    country_versions(country: &str) = "/countries/{country}/versions";
    /// The country of an organisation; POST says it.
    organisation_country(organisation: OrganisationId) = "/organisations/{organisation}/country";
    /// The licences of an organisation with their days; POST writes one down.
    licences(organisation: OrganisationId) = "/organisations/{organisation}/licences";
    /// Taking a licence out that was written down by mistake (POST).
    licence_removals(organisation: OrganisationId) = "/organisations/{organisation}/licence-removals";
}
