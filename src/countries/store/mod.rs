//! Rows of profiles that were put in the place of the shipped ones, and of the countries of organisations.

pub mod licences;

use super::rules::kept::{self, Fit};
use super::rules::{Country, Profile, shipped};
use crate::db::schema::{country_profiles, organisation_countries, people};
use crate::db::{Read, Write, each, stored_text};
use crate::kernel::{CountryProfileId, Moment, OrganisationId, PersonId, PersonName, Problem, Word as _};
use crate::organisations::store as organisations;
use crate::secrets::sha256_hex;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

stored_text!(Country, as_str, parse);

/// A profile that somebody has put in force.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ProfileRow {
    /// The row.
    pub id: CountryProfileId,
    /// Whose.
    pub country: Country,
    /// Its version, from 1 on.
    pub number: i32,
    /// The hash of its file, SHA-256, hexadecimal.
    pub sha256: String,
    /// Since when it holds, or held.
    pub applied_at: Moment,
    /// Who put it in force.
    pub applied_by: Option<PersonId>,
}

const PROFILE: (
    country_profiles::id,
    country_profiles::country,
    country_profiles::number,
    country_profiles::sha256,
    country_profiles::applied_at,
    country_profiles::applied_by,
) = (
    country_profiles::id,
    country_profiles::country,
    country_profiles::number,
    country_profiles::sha256,
    country_profiles::applied_at,
    country_profiles::applied_by,
);

/// Every version that was ever put in force, the newest first.
pub fn versions(r: &mut Read) -> Result<Vec<ProfileRow>, Problem> {
    Ok(country_profiles::table
        .order((country_profiles::country, country_profiles::number.desc()))
        .select(PROFILE)
        .load(r.conn())?)
}

/// The file in force, with its version; version 0 is the one that comes with the program.
pub fn in_force(r: &mut Read, country: Country) -> Result<(i32, String), Problem> {
    let found: Option<(i32, String)> = country_profiles::table
        .filter(country_profiles::country.eq(country))
        .order(country_profiles::number.desc())
        .select((country_profiles::number, country_profiles::content))
        .first(r.conn())
        .optional()?;
    Ok(found.unwrap_or_else(|| (0, shipped::text(country).to_owned())))
}

/// The profile in force. A kept file that this program cannot read as it stands is fitted to it, or gives way to the profile
/// that comes with the program: pages go on working, the log says it, and so does the page of the profile.
///
/// # Errors
/// The database's.
pub fn profile(r: &mut Read, country: Country) -> Result<Profile, Problem> {
    Ok(fitted(r, country)?.0)
}

/// The profile in force with how well its kept file could be read.
///
/// # Errors
/// The database's.
pub fn fitted(r: &mut Read, country: Country) -> Result<(Profile, Fit), Problem> {
    let (number, text) = in_force(r, country)?;
    if number == 0 {
        return Ok((shipped::profile(country), Fit::Whole));
    }
    let (profile, fit) = kept::read(country, &text);
    match &fit {
        Fit::Whole => {}
        _ if !first_time(country, number) => {}
        Fit::Converted(settings) => {
            tracing::warn!(country = country.as_str(), number, ?settings, "a kept profile was fitted");
        }
        Fit::Replaced(faults) => {
            tracing::warn!(country = country.as_str(), number, ?faults, "a kept profile cannot be read");
        }
    }
    Ok((profile, fit))
}

/// Whether nothing was said of this version yet: profiles are read with every page and every part of a batch, and the log
/// says it once.
fn first_time(country: Country, number: i32) -> bool {
    static SAID: Mutex<BTreeSet<(&'static str, i32)>> = Mutex::new(BTreeSet::new());
    SAID.lock().unwrap_or_else(PoisonError::into_inner).insert((country.as_str(), number))
}

/// The profile by which an organisation issues papers.
///
/// # Errors
/// The database's.
pub fn profile_of(r: &mut Read, organisation: OrganisationId) -> Result<Profile, Problem> {
    let country = country_of(r, organisation)?;
    profile(r, country)
}

/// The profiles that held when documents were issued.
#[derive(Debug)]
pub struct Held {
    countries: HashMap<OrganisationId, Country>,
    versions: Vec<ProfileRow>,
    profiles: HashMap<(Country, i32), Profile>,
}

impl Held {
    /// The profile that held for an organisation at a moment that was asked for.
    pub fn at(&self, organisation: OrganisationId, moment: Moment) -> Option<&Profile> {
        let country = self.countries.get(&organisation).copied()?;
        self.profiles.get(&(country, number_at(&self.versions, country, moment)))
    }
}

/// The version of a country that held at a moment; 0 is the one that comes with the program.
fn number_at(versions: &[ProfileRow], country: Country, moment: Moment) -> i32 {
    let before = versions.iter().filter(|row| row.country == country && row.applied_at <= moment);
    before.map(|row| row.number).max().unwrap_or_default()
}

/// The profiles by which documents of some organisations were issued at these moments: every version that was ever put in
/// force is kept, and each that is needed is read once. Of documents from before the first one it is the profile that comes
/// with the program today.
///
/// # Errors
/// The database's.
pub fn held(r: &mut Read, issued: &[(OrganisationId, Moment)]) -> Result<Held, Problem> {
    let organisations: BTreeSet<OrganisationId> =
        issued.iter().map(|(organisation, _)| *organisation).collect();
    let organisations: Vec<OrganisationId> = organisations.into_iter().collect();
    let (countries, versions) = (countries_of(r, &organisations)?, versions(r)?);
    let needed: BTreeSet<(Country, i32)> = issued
        .iter()
        .filter_map(|(organisation, moment)| {
            let country = countries.get(organisation).copied()?;
            Some((country, number_at(&versions, country, *moment)))
        })
        .collect();
    let wanted: Vec<CountryProfileId> =
        versions.iter().filter(|row| needed.contains(&(row.country, row.number))).map(|row| row.id).collect();
    let mut profiles: HashMap<(Country, i32), Profile> =
        needed.iter().map(|(country, number)| ((*country, *number), shipped::profile(*country))).collect();
    if !wanted.is_empty() {
        let texts: Vec<(Country, i32, String)> = country_profiles::table
            .filter(country_profiles::id.eq_any(wanted))
            .select((country_profiles::country, country_profiles::number, country_profiles::content))
            .load(r.conn())?;
        let read = texts.into_iter().map(|(country, number, text)| {
            let (profile, _) = kept::read(country, &text);
            ((country, number), profile)
        });
        profiles.extend(read);
    }
    Ok(Held { countries, versions, profiles })
}

/// Puts a file in force as the next version of a country.
pub fn insert(
    w: &mut Write,
    (country, number): (Country, i32),
    text: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<CountryProfileId, Problem> {
    let inserted = diesel::insert_into(country_profiles::table)
        .values((
            country_profiles::country.eq(country),
            country_profiles::number.eq(number),
            country_profiles::content.eq(text),
            country_profiles::sha256.eq(sha256_hex(text.as_bytes())),
            country_profiles::applied_at.eq(now),
            country_profiles::applied_by.eq(by),
        ))
        .returning(country_profiles::id)
        .get_result(w.conn());
    // The number was chosen by reading: whoever came second chooses again.
    Ok(inserted.map_err(|error| match error {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, said) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, said)
        }
        other => other,
    })?)
}

/// The country that somebody has said for an organisation itself.
pub fn said(r: &mut Read, organisation: OrganisationId) -> Result<Option<Country>, Problem> {
    Ok(organisation_countries::table
        .find(organisation)
        .select(organisation_countries::country)
        .first(r.conn())
        .optional()?)
}

/// The country of an organisation: its own, or that of the nearest one above it, or Russia.
pub fn country_of(r: &mut Read, organisation: OrganisationId) -> Result<Country, Problem> {
    Ok(countries_of(r, &[organisation])?.remove(&organisation).unwrap_or(Country::USUAL))
}

/// The countries of some organisations, in at most two queries.
pub fn countries_of(
    r: &mut Read,
    of: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Country>, Problem> {
    let rows: Vec<(OrganisationId, Country)> = organisation_countries::table
        .select((organisation_countries::organisation_id, organisation_countries::country))
        .load(r.conn())?;
    let said: HashMap<OrganisationId, Country> = rows.into_iter().collect();
    // Numbers are taken by the thousand: the tree is walked only where it can say anything.
    if said.is_empty() || of.iter().all(|id| said.contains_key(id)) {
        let known = |id: &OrganisationId| said.get(id).copied().unwrap_or(Country::USUAL);
        return Ok(of.iter().map(|id| (*id, known(id))).collect());
    }
    let tree = organisations::tree(r)?;
    let country = |id: OrganisationId| {
        tree.chain(id).iter().find_map(|at| said.get(at)).copied().unwrap_or(Country::USUAL)
    };
    Ok(of.iter().map(|id| (*id, country(*id))).collect())
}

/// Says which country an organisation is in; with nothing, that of the one above it.
pub fn say(
    w: &mut Write,
    organisation: OrganisationId,
    country: Option<Country>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let Some(country) = country else {
        diesel::delete(organisation_countries::table.find(organisation)).execute(w.conn())?;
        return Ok(());
    };
    let values = (
        organisation_countries::country.eq(country),
        organisation_countries::set_at.eq(now),
        organisation_countries::set_by.eq(by),
    );
    let insert = diesel::insert_into(organisation_countries::table)
        .values((organisation_countries::organisation_id.eq(organisation), values));
    each!(w.conn(), c => {
        insert.on_conflict(organisation_countries::organisation_id).do_update().set(values).execute(c)?
    });
    Ok(())
}

/// The names of these people, whether their accounts are open or not.
pub fn names(r: &mut Read, among: &[PersonId]) -> Result<HashMap<PersonId, String>, Problem> {
    let rows: Vec<(PersonId, String, String, Option<String>)> = people::table
        .filter(people::id.eq_any(among.to_vec()))
        .select((people::id, people::surname, people::given_name, people::patronymic))
        .load(r.conn())?;
    let named =
        |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic }.full());
    Ok(rows.into_iter().map(named).collect())
}
