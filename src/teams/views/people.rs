//! What the pages have in common: a member, and what a team is mixed of.

use crate::kernel::name::fold;
use crate::organisations::rules::Sector;
use crate::teams::store::Trainee;
use serde::Serialize;
use std::collections::BTreeMap;

/// A name that leads somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// Somebody in a team.
#[derive(Debug, Clone, Serialize)]
pub struct MemberLine {
    /// The place in the edition, as forms send it.
    pub enrolment: i64,
    /// The name.
    pub name: String,
    /// Who sent them.
    pub organisation: Option<String>,
    /// What they do there.
    pub position: Option<String>,
}

impl MemberLine {
    /// A trainee.
    pub fn new(one: &Trainee) -> MemberLine {
        MemberLine {
            enrolment: one.enrolment.0,
            name: one.name.full(),
            organisation: one.organisation_name.clone(),
            position: one.position.clone(),
        }
    }
}

/// What a team is mixed of: the reason why it is as it is.
#[derive(Debug, Clone, Serialize)]
pub struct Spread {
    /// How many people.
    pub people: usize,
    /// From how many organisations.
    pub organisations: usize,
    /// How many of one organisation at most.
    pub most_of_one: usize,
    /// How many of each sector.
    pub sectors: Vec<Count>,
    /// How many of each city.
    pub cities: Vec<Count>,
    /// How many of each position.
    pub positions: Vec<Count>,
}

/// How many of what.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    /// A message that names it; nothing where the name is data.
    pub key: Option<String>,
    /// Its name, where that is data.
    pub name: String,
    /// How many.
    pub count: usize,
}

impl Spread {
    /// Of these people.
    pub fn of<'t>(people: impl Iterator<Item = &'t Trainee>) -> Spread {
        let (mut all, mut organisations, mut sectors) =
            (0, BTreeMap::new(), BTreeMap::<Sector, usize>::new());
        let (mut cities, mut positions) = (BTreeMap::<String, usize>::new(), BTreeMap::new());
        for one in people {
            all += 1;
            if let Some(id) = one.organisation {
                *organisations.entry(id).or_insert(0) += 1;
            }
            if let Some(sector) = one.sector {
                *sectors.entry(sector).or_default() += 1;
            }
            if let Some(city) = &one.city {
                *cities.entry(city.clone()).or_default() += 1;
            }
            if let Some(position) = &one.position {
                // The first spelling stands for all that are the same to the dealing.
                let known = positions.entry(fold(position)).or_insert_with(|| (position.clone(), 0));
                known.1 += 1;
            }
        }
        let sector = |(sector, count): (Sector, usize)| Count {
            key: Some(format!("organisations-sector-{}", sector.as_str().replace('_', "-"))),
            name: String::new(),
            count,
        };
        Spread {
            people: all,
            organisations: organisations.len(),
            most_of_one: organisations.into_values().max().unwrap_or(0),
            sectors: sectors.into_iter().map(sector).collect(),
            cities: cities.into_iter().map(|(name, count)| Count { key: None, name, count }).collect(),
            positions: positions
                .into_values()
                .map(|(name, count)| Count { key: None, name, count })
                .collect(),
        }
    }
}
