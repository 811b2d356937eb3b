//! Spreading people over teams so that organisations, sectors, cities and positions meet (I2).

use crate::kernel::{Dice, EnrolmentId, OrganisationId};
use std::collections::BTreeMap;

/// Somebody to be dealt into a team, with what is spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dealt {
    /// Who.
    pub enrolment: EnrolmentId,
    /// Who sent them; whoever came by themselves is nobody's colleague.
    pub organisation: Option<OrganisationId>,
    /// The sector of the organisation.
    pub sector: Option<&'static str>,
    /// The city of the organisation.
    pub city: Option<String>,
    /// What they do there.
    pub position: Option<String>,
}

/// Deals people into so many teams; each team gets the places of its people in the list. Everybody has exactly one
/// team, sizes differ by one at most, and no team has more of one organisation than is needed: never more than two while
/// the organisation has sent at most twice as many people as there are teams. Sectors are spread likewise, cities as far
/// as that leaves room, and positions as far as that leaves any. The same people, number and seed give the same teams.
pub fn balance(people: &[Dealt], teams: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut dealt = vec![Vec::new(); teams];
    if teams == 0 {
        return dealt;
    }
    // Whoever stands in a row, such as the people of one organisation, gets as many teams as there are.
    for (place, person) in in_rows(people, seed).into_iter().enumerate() {
        if let Some(team) = dealt.get_mut(place % teams) {
            team.push(person);
        }
    }
    mix(people, &mut dealt);
    for team in &mut dealt {
        team.sort_unstable();
    }
    dealt
}

/// The people in the order of dealing: sector by sector, organisation by organisation, each in an order that the seed
/// fixes.
fn in_rows(people: &[Dealt], seed: u64) -> Vec<usize> {
    let mut dice = Dice::of(seed);
    let mut chance: BTreeMap<(u8, String), u64> = BTreeMap::new();
    let mut of = |kind: u8, name: String| *chance.entry((kind, name)).or_insert_with(|| dice.throw());
    let mut keyed: Vec<_> = people
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let sector = of(0, person.sector.unwrap_or_default().to_owned());
            let city = of(1, person.city.clone().unwrap_or_default());
            let sender = person
                .organisation
                .map_or_else(|| format!("alone {}", person.enrolment), |id| format!("sent by {id}"));
            let sender = of(2, sender);
            let own = of(3, person.enrolment.to_string());
            ((sector, city, sender, own, person.enrolment), place)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// Lets two people of one sector change places wherever cities meet better then, or positions do and cities no worse, as
/// long as no organisation gets closer together.
fn mix(people: &[Dealt], teams: &mut [Vec<usize>]) {
    // Each change makes the sum of squares of cities smaller, or keeps it and makes that of positions smaller, so this comes to an end by itself; rounds are bounded all the same.
    for _ in 0..ROUNDS {
        let Some((from, to)) = better_change(people, teams) else { return };
        let (Some(one), Some(other)) = (at(teams, from), at(teams, to)) else { return };
        put(teams, from, other);
        put(teams, to, one);
    }
}

const ROUNDS: usize = 200;
/// A place in a team.
type Place = (usize, usize);

fn at(teams: &[Vec<usize>], (team, place): Place) -> Option<usize> {
    teams.get(team).and_then(|team| team.get(place)).copied()
}

fn put(teams: &mut [Vec<usize>], (team, place): Place, person: usize) {
    if let Some(there) = teams.get_mut(team).and_then(|team| team.get_mut(place)) {
        *there = person;
    }
}

fn better_change(people: &[Dealt], teams: &[Vec<usize>]) -> Option<(Place, Place)> {
    let places = |team: usize| {
        teams
            .get(team)
            .into_iter()
            .flatten()
            .copied()
            .enumerate()
            .map(move |(place, who)| ((team, place), who))
    };
    for first in 0..teams.len() {
        for second in first + 1..teams.len() {
            for (from, one) in places(first) {
                for (to, other) in places(second) {
                    if is_better(people, teams, (first, one), (second, other)) {
                        return Some((from, to));
                    }
                }
            }
        }
    }
    None
}

/// Whether two people should change their teams.
fn is_better(
    people: &[Dealt],
    teams: &[Vec<usize>],
    (first, one): (usize, usize),
    (second, other): (usize, usize),
) -> bool {
    let (Some(a), Some(b)) = (people.get(one), people.get(other)) else { return false };
    if a.sector != b.sector || (a.city == b.city && a.position == b.position) {
        return false;
    }
    let count = |team: usize, fits: &dyn Fn(&Dealt) -> bool| {
        let here = teams.get(team).into_iter().flatten().filter_map(|place| people.get(*place));
        here.filter(|person| fits(person)).count()
    };
    let colleagues = |team: usize, who: &Dealt| {
        who.organisation.map_or(0, |id| count(team, &|person| person.organisation == Some(id)))
    };
    // Somebody who comes may not meet more colleagues than they leave behind, themselves counted.
    let apart = a.organisation == b.organisation
        || (colleagues(second, a) < colleagues(first, a).max(1)
            && colleagues(first, b) < colleagues(second, b).max(1));
    if !apart {
        return false;
    }
    // How much better something meets: whoever comes meets those of their kind who are there, themselves included.
    let gain = |of: fn(&Dealt) -> Option<&String>, newcomers: usize| {
        if of(a) == of(b) {
            return 0;
        }
        let alike = |team: usize, who: &Dealt| {
            of(who).map_or(0, |kind| count(team, &|person| of(person) == Some(kind)))
        };
        let (before, after) =
            (alike(first, a) + alike(second, b), alike(second, a) + alike(first, b) + newcomers);
        i64::try_from(before).unwrap_or(0) - i64::try_from(after).unwrap_or(0)
    };
    // Of cities both count as newcomers, known or not: teams that were dealt before positions were known come out the same.
    let cities = gain(|one| one.city.as_ref(), 2);
    let known = usize::from(a.position.is_some()) + usize::from(b.position.is_some());
    let positions = gain(|one| one.position.as_ref(), known);
    cities > 0 || (cities == 0 && positions > 0)
}

/// An organisation that has sent so many that more than two of them meet in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tight {
    /// Which.
    pub organisation: OrganisationId,
    /// How many it has sent.
    pub sent: usize,
    /// How many of them some team has at least.
    pub together: usize,
}

/// The organisations whose people cannot be spread so that at most two of them are in a team.
pub fn tight(people: &[Dealt], teams: usize) -> Vec<Tight> {
    let mut sent: BTreeMap<OrganisationId, usize> = BTreeMap::new();
    for id in people.iter().filter_map(|person| person.organisation) {
        *sent.entry(id).or_default() += 1;
    }
    let tight = |(organisation, sent): (OrganisationId, usize)| {
        let together = sent.div_ceil(teams.max(1));
        (together > 2).then_some(Tight { organisation, sent, together })
    };
    sent.into_iter().filter_map(tight).collect()
}

/// What a preview was made of: it is taken only while the same people are there.
pub type Fingerprint = u64;

/// The fingerprint of people in their order.
pub fn fingerprint(people: &[Dealt]) -> Fingerprint {
    people.iter().fold(0, |mixed: u64, person| {
        let sender = person.organisation.map_or(0, |id| id.0).cast_unsigned();
        let mixed = Dice::of(mixed ^ person.enrolment.0.cast_unsigned().rotate_left(32) ^ sender).throw();
        let letters = person.position.as_deref().unwrap_or_default().bytes();
        letters.chain([0]).fold(mixed, |mixed, letter| Dice::of(mixed ^ u64::from(letter)).throw())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Organisations 1 to 3 are of one sector, the others of another; two of three are in the first city.
    fn people(senders: &[u8]) -> Vec<Dealt> {
        let person = |(place, sender): (i64, &u8)| {
            let known = *sender > 0;
            Dealt {
                enrolment: EnrolmentId(100 + place),
                organisation: known.then_some(OrganisationId(i64::from(*sender))),
                sector: known.then_some(if *sender <= 3 { "npo" } else { "state" }),
                city: known.then(|| if sender % 3 == 0 { "Ангарск" } else { "Иркутск" }.to_owned()),
                position: None,
            }
        };
        (0..).zip(senders).map(person).collect()
    }

    fn most_of_one<K: Ord>(people: &[Dealt], team: &[usize], key: impl Fn(&Dealt) -> Option<K>) -> usize {
        let mut counts: BTreeMap<K, usize> = BTreeMap::new();
        for key in team.iter().filter_map(|place| key(&people[*place])) {
            *counts.entry(key).or_default() += 1;
        }
        counts.into_values().max().unwrap_or(0)
    }

    #[test]
    fn colleagues_are_spread_and_what_cannot_be_is_named() {
        let people = people(&[1, 1, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5]);
        let teams = balance(&people, 4, 7);
        assert!(teams.iter().all(|team| team.len() == 3));
        assert!(teams.iter().all(|team| most_of_one(&people, team, |one| one.organisation) <= 2));
        assert!(tight(&people, 4).is_empty());
        assert_eq!(tight(&people, 2), [Tight { organisation: OrganisationId(1), sent: 5, together: 3 }]);
        assert_eq!(balance(&people, 4, 7), teams, "the same seed deals the same teams");
        assert_ne!(balance(&people, 4, 8), teams);
        assert_ne!(fingerprint(&people), fingerprint(&people[1..]));
    }

    #[test]
    fn positions_are_spread_where_organisations_and_cities_leave_room() {
        let mut people = people(&[1, 1, 1, 1, 1, 1, 1, 1]);
        for (place, one) in people.iter_mut().enumerate() {
            one.position = Some(if place < 4 { "педагог" } else { "методист" }.to_owned());
        }
        for seed in 0..20 {
            let teams = balance(&people, 4, seed);
            let most = |team: &Vec<usize>| most_of_one(&people, team, |one| one.position.clone());
            assert!(teams.iter().all(|team| team.len() == 2 && most(team) == 1), "{seed}: {teams:?}");
        }
        let mut others = people.clone();
        others[0].position = Some("директор".into());
        assert_ne!(fingerprint(&people), fingerprint(&others), "another position is another preview");
    }

    #[test]
    fn without_positions_a_change_is_judged_by_cities_as_ever() {
        let mut people = people(&[0, 1, 1]);
        for one in &mut people {
            (one.organisation, one.sector) = (None, None);
        }
        // Two of one city against nobody's: letting one of them go would gain one, and both who come count.
        assert!(!is_better(&people, &[vec![0], vec![1, 2]], (0, 0), (1, 1)));
        people[0].city = Some("Ангарск".into());
        people.extend(people.clone());
        let teams = [vec![0, 3], vec![1, 2]];
        assert!(is_better(&people, &teams, (0, 0), (1, 1)), "two pairs of one city each");
    }

    proptest! {
        #[test]
        fn a_position_that_all_have_changes_nothing(
            senders in proptest::collection::vec(0..8u8, 0..40), teams in 1..7usize, seed: u64,
        ) {
            let people = people(&senders);
            let mut alike = people.clone();
            for one in &mut alike {
                one.position = Some("педагог".into());
            }
            prop_assert_eq!(balance(&people, teams, seed), balance(&alike, teams, seed));
        }

        #[test]
        fn everybody_has_one_team_of_like_size(
            senders in proptest::collection::vec(0..8u8, 0..60), teams in 1..9usize, seed: u64,
        ) {
            let people = people(&senders);
            let dealt = balance(&people, teams, seed);
            prop_assert_eq!(dealt.len(), teams);
            let mut all: Vec<usize> = dealt.iter().flatten().copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..people.len()).collect::<Vec<_>>());
            let sizes: Vec<usize> = dealt.iter().map(Vec::len).collect();
            prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        }

        #[test]
        fn no_team_has_more_of_one_organisation_or_sector_than_needed(
            senders in proptest::collection::vec(0..8u8, 0..60), teams in 1..9usize, seed: u64,
        ) {
            let people = people(&senders);
            for team in balance(&people, teams, seed) {
                for sender in 1..8i64 {
                    let of = |person: &Dealt| person.organisation == Some(OrganisationId(sender));
                    let sent = people.iter().filter(|person| of(person)).count();
                    let here = team.iter().filter(|place| of(&people[**place])).count();
                    prop_assert!(here <= sent.div_ceil(teams).max(2).min(sent), "{} of {}", here, sent);
                    prop_assert!(sent > 2 * teams || here <= 2);
                }
                for sector in ["npo", "state"] {
                    let of = |person: &Dealt| person.sector == Some(sector);
                    let all = people.iter().filter(|person| of(person)).count();
                    let here = team.iter().filter(|place| of(&people[**place])).count();
                    prop_assert!(here <= all.div_ceil(teams) && here >= all / teams);
                }
            }
        }
    }
}
