//! What looks odd about arrivals. A flag is shown to the trainer and blocks nobody: two people may share a phone, and
//! a phone in the hall may come from any network.

use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::{EnrolmentId, Moment};
use core::net::IpAddr;
use std::collections::{HashMap, HashSet};

/// So many arrivals from one address in [`PACE_SECONDS`] are faster than people sign in one after another.
const PACE_PEOPLE: usize = 3;
/// From more people than this one address is a building's, where people come in one after another.
const PACE_MOST: usize = 10;
/// The span of the pace.
const PACE_SECONDS: i64 = 20;
/// From so many arrivals in the room on it can be said where most of them come from.
const ROOM: usize = 5;

/// What is odd about somebody's arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// Another person arrived by the same device.
    Device,
    /// Faster after one another, from one address, than one device could be handed on.
    Pace,
    /// From another network than most in the room.
    Elsewhere,
    /// The sheet says something else, and said it before.
    Mark,
}

impl Flag {
    /// Every flag.
    pub const ALL: &'static [Flag] = &[Flag::Device, Flag::Pace, Flag::Elsewhere, Flag::Mark];

    /// The stored text.
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::Device => "device",
            Flag::Pace => "pace",
            Flag::Elsewhere => "elsewhere",
            Flag::Mark => "mark",
        }
    }

    /// The flag of a stored text.
    pub fn parse(text: &str) -> Option<Flag> {
        Flag::ALL.iter().copied().find(|flag| flag.as_str() == text)
    }
}

/// An arrival as far as flags are about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The room or the meeting.
    pub presence: Presence,
    /// The moment it counts from.
    pub at: Moment,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// The device, where it has shown one.
    pub device: Option<String>,
    /// The whole address, as a keyed hash.
    pub address: String,
    /// The network of the address.
    pub network: String,
    /// Whether the mark of the sheet came from it.
    pub made_mark: bool,
}

/// A flag with those it is about besides the person itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// About whom.
    pub enrolment: EnrolmentId,
    /// What.
    pub flag: Flag,
    /// Who else: the others of the device or of the address.
    pub with: Vec<EnrolmentId>,
}

/// The network of an address: 256 neighbours, or a subscriber's prefix of IPv6. What is no address stays as it is.
pub fn network(address: &str) -> String {
    match address.parse::<IpAddr>() {
        Ok(IpAddr::V4(four)) => {
            let [a, b, c, _] = four.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Ok(IpAddr::V6(six)) => match six.to_ipv4_mapped() {
            Some(four) => network(&four.to_string()),
            None => {
                let [a, b, c, ..] = six.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        },
        Err(_) => address.to_owned(),
    }
}

/// The flags of a session by what arrived, and by what its sheet says now.
pub fn raised(arrivals: &[Arrived], marks: &HashMap<EnrolmentId, Mark>) -> Vec<Raised> {
    let mut flags = same_device(arrivals);
    flags.extend(too_fast(arrivals));
    flags.extend(elsewhere(arrivals));
    flags.extend(arrivals.iter().filter(|one| contradicts(one, marks)).map(|one| alone(one, Flag::Mark)));
    flags.sort_by_key(|flag| (flag.enrolment, flag.flag));
    flags
}

fn alone(one: &Arrived, flag: Flag) -> Raised {
    Raised { enrolment: one.enrolment, flag, with: Vec::new() }
}

fn grouped<'a, K: std::hash::Hash + Eq>(
    arrivals: impl Iterator<Item = &'a Arrived>,
    key: impl Fn(&'a Arrived) -> K,
) -> HashMap<K, Vec<&'a Arrived>> {
    let mut groups: HashMap<K, Vec<&Arrived>> = HashMap::new();
    for one in arrivals {
        groups.entry(key(one)).or_default().push(one);
    }
    groups
}

fn with_others(group: &[&Arrived], flag: Flag) -> Vec<Raised> {
    let others = |one: &Arrived| {
        let mut with: Vec<EnrolmentId> =
            group.iter().map(|other| other.enrolment).filter(|other| *other != one.enrolment).collect();
        with.sort();
        with
    };
    group.iter().map(|one| Raised { enrolment: one.enrolment, flag, with: others(one) }).collect()
}

fn same_device(arrivals: &[Arrived]) -> Vec<Raised> {
    let known = arrivals.iter().filter(|one| one.device.is_some());
    let groups = grouped(known, |one| one.device.as_deref());
    groups
        .values()
        .filter(|group| group.len() > 1)
        .flat_map(|group| with_others(group, Flag::Device))
        .collect()
}

/// A whole hall behind one address is no haste: an address that at least half of all come from is left out, and so is
/// one that more people come from than anybody could sign in one after another.
fn too_fast(arrivals: &[Arrived]) -> Vec<Raised> {
    let groups = grouped(arrivals.iter(), |one| one.address.as_str());
    let mut flags = Vec::new();
    let few = |group: &Vec<&Arrived>| group.len() <= PACE_MOST && group.len() * 2 < arrivals.len();
    for mut group in groups.into_values().filter(few) {
        group.sort_by_key(|one| one.recorded_at);
        let mut hasty: HashSet<EnrolmentId> = HashSet::new();
        for row in group.windows(PACE_PEOPLE) {
            if let [first, .., last] = row
                && first.recorded_at.seconds_until(last.recorded_at) < PACE_SECONDS
            {
                hasty.extend(row.iter().map(|one| one.enrolment));
            }
        }
        group.retain(|one| hasty.contains(&one.enrolment));
        flags.extend(with_others(&group, Flag::Pace));
    }
    flags
}

fn elsewhere(arrivals: &[Arrived]) -> Vec<Raised> {
    let room: Vec<&Arrived> = arrivals.iter().filter(|one| one.presence == Presence::InPerson).collect();
    if room.len() < ROOM {
        return Vec::new();
    }
    let groups = grouped(room.iter().copied(), |one| one.network.as_str());
    let most = groups.iter().find(|(_, group)| group.len() * 2 > room.len()).map(|(network, _)| *network);
    let Some(most) = most else { return Vec::new() };
    room.into_iter().filter(|one| one.network != most).map(|one| alone(one, Flag::Elsewhere)).collect()
}

/// Somebody arrived, and a mark that was there before says that they were not, or were elsewhere.
fn contradicts(one: &Arrived, marks: &HashMap<EnrolmentId, Mark>) -> bool {
    let Some(mark) = marks.get(&one.enrolment).filter(|_| !one.made_mark) else { return false };
    matches!(mark.status, Status::Absent | Status::Excused) || mark.presence != one.presence
}

#[cfg(test)]
mod tests;
