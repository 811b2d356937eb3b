//! What a list would change: who was there for how long, which mark that makes, and what the sheet says already.

use super::Verdict;
use super::matching::{By, Match};
use super::presence::{Frame, Stay, Time};
use super::reading::Attendee;
use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::EnrolmentId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a trainer decided about an attendee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// What they are.
    pub verdict: Verdict,
    /// Who of the edition, where they are that.
    pub enrolment: Option<EnrolmentId>,
}

/// Somebody of the edition as the list has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnList {
    /// Their lines: the first of each attendee that is them.
    pub lines: Vec<u32>,
    /// What the list calls them, with the address where that is not theirs.
    pub names: Vec<String>,
    /// Each of these attendees.
    pub called: Vec<Called>,
    /// When they were there, by all of these.
    pub stays: Vec<Stay>,
    /// By what they were recognised; nothing where a trainer said so.
    pub by: Option<By>,
}

/// An attendee who was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Their line.
    pub line: u32,
    /// What the list calls them.
    pub name: String,
    /// By what they were recognised; nothing where a trainer said so.
    pub by: Option<By>,
}

/// An attendee of whom nobody knows who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The attendee.
    pub attendee: Attendee,
    /// Whether several people of the edition have that very name.
    pub several: bool,
    /// Who it could be.
    pub alike: Vec<EnrolmentId>,
}

/// The attendees of a list, by what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    /// The people of the edition.
    pub people: BTreeMap<EnrolmentId, OnList>,
    /// Who nobody knows yet.
    pub unknown: Vec<Unknown>,
    /// Who holds the session.
    pub hosts: Vec<Attendee>,
    /// Who a trainer called a guest.
    pub guests: Vec<Attendee>,
    /// Who a trainer left out.
    pub ignored: Vec<Attendee>,
}

/// Sorts attendees by what was found and what was decided; a decision counts for more.
pub fn sort(
    attendees: Vec<Attendee>,
    decisions: &HashMap<u32, Decision>,
    find: impl Fn(&Attendee) -> Match,
) -> Sorted {
    let mut sorted = Sorted::default();
    for attendee in attendees {
        let decided = decisions.get(&attendee.line).map(|one| (one.verdict, one.enrolment));
        match decided {
            Some((Verdict::Person, Some(who))) => sorted.add(who, None, attendee),
            Some((Verdict::Guest, _)) => sorted.guests.push(attendee),
            Some((Verdict::Ignored, _)) => sorted.ignored.push(attendee),
            Some((Verdict::Person, None)) | None => match find(&attendee) {
                Match::Person(who, by) => sorted.add(who, Some(by), attendee),
                Match::Host => sorted.hosts.push(attendee),
                Match::Ambiguous(alike) => sorted.unknown.push(Unknown { attendee, several: true, alike }),
                Match::Unknown(alike) => sorted.unknown.push(Unknown { attendee, several: false, alike }),
            },
        }
    }
    sorted
}

impl Sorted {
    fn add(&mut self, who: EnrolmentId, by: Option<By>, attendee: Attendee) {
        let person = self.people.entry(who).or_default();
        let first = person.lines.is_empty();
        // One line by hand and another by the address: what tells least is said.
        person.by = if first { by } else { person.by.zip(by).map(|(one, other)| one.max(other)) };
        person.lines.push(attendee.line);
        // Whom the address did not tell has one there that is not the member's.
        let foreign = by != Some(By::Email) && !attendee.email.is_empty();
        let name = match attendee.name.is_empty() {
            true => attendee.email,
            false if foreign => format!("{} <{}>", attendee.name, attendee.email),
            false => attendee.name,
        };
        person.called.push(Called { line: attendee.line, name: name.clone(), by });
        if !person.names.contains(&name) {
            person.names.push(name);
        }
        person.stays.extend(attendee.stays);
    }
}

/// What the sheet says of somebody already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The mark.
    pub mark: Mark,
    /// How often it was written.
    pub revision: i32,
    /// Whether the person made it and nobody changed it since.
    pub own: bool,
}

/// What would become of somebody's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The first mark.
    First,
    /// The sheet says so already.
    Same,
    /// What the person marked by arriving is made exact.
    Refined,
    /// A trainer has marked otherwise, or the person checked in at the room: only a trainer replaces that.
    Conflict,
    /// They were in the meeting, but not during the session: nothing.
    Outside,
}

/// What the list says of somebody of the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who.
    pub enrolment: EnrolmentId,
    /// How long they were there.
    pub time: Time,
    /// The mark; nothing for who was not there during the session.
    pub mark: Option<Mark>,
    /// What would become of it.
    pub change: Change,
}

/// What a list says of somebody, beside what the sheet says.
pub fn propose(who: EnrolmentId, stays: &[Stay], frame: &Frame, standing: Option<&Standing>) -> Proposal {
    let time = frame.time(stays);
    let mark = frame.mark(time);
    let change = match (&mark, standing) {
        (None, _) => Change::Outside,
        (Some(_), None) => Change::First,
        (Some(mark), Some(standing)) if *mark == standing.mark => Change::Same,
        // Who checked in at the room was there: being in the meeting besides does not make that online.
        (Some(_), Some(standing)) if standing.own && standing.mark.presence == Presence::Online => {
            Change::Refined
        }
        (Some(_), Some(_)) => Change::Conflict,
    };
    Proposal { enrolment: who, time, mark, change }
}

/// Fewer people outside of the session's time say nothing of the clock that a list was written by.
const CLOCK_SHOWS_AT: usize = 3;

/// Whether everybody of whom a list says a time was there outside of the session: it was written by another clock then.
pub fn all_outside(attendees: &[Attendee], frame: &Frame) -> bool {
    let is_timed = |stay: &Stay| matches!(stay, Stay::Between(..) | Stay::Within(..));
    let timed: Vec<&Attendee> =
        attendees.iter().filter(|one| !one.stays.is_empty() && one.stays.iter().all(is_timed)).collect();
    timed.len() >= CLOCK_SHOWS_AT && timed.iter().all(|one| frame.mark(frame.time(&one.stays)).is_none())
}

/// What of a list a trainer wants on the sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Whose new marks are taken; all of them where nobody was chosen.
    pub take: Option<BTreeSet<EnrolmentId>>,
    /// Whose marks are replaced, with the revision that the trainer saw.
    pub replace: BTreeMap<EnrolmentId, i32>,
    /// Whether those without a mark who are not in the list were absent.
    pub rest_absent: bool,
}

/// A mark to be made: whose, which revision it replaces, what it says.
pub type Made = (EnrolmentId, i32, Mark);

/// The marks that follow. `rest`: those on the sheet without a mark of whom the list says nothing.
pub fn marks(
    proposals: &[Proposal],
    standings: &HashMap<EnrolmentId, Standing>,
    rest: &[EnrolmentId],
    choices: &Choices,
) -> Vec<Made> {
    let taken = |who: EnrolmentId| choices.take.as_ref().is_none_or(|take| take.contains(&who));
    let seen = |one: &Proposal| match one.change {
        Change::First if taken(one.enrolment) => Some(0),
        Change::Refined if taken(one.enrolment) => {
            standings.get(&one.enrolment).map(|standing| standing.revision)
        }
        Change::Conflict => choices.replace.get(&one.enrolment).copied(),
        _ => None,
    };
    let listed = proposals.iter().filter_map(|one| Some((one.enrolment, seen(one)?, one.mark.clone()?)));
    let absent = Mark::of(Status::Absent, Presence::Online);
    let rest = rest.iter().filter(|_| choices.rest_absent).map(|who| (*who, 0, absent.clone()));
    listed.chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Minutes, Moment};

    fn frame() -> Frame {
        let at = |text| Moment::parse(text).unwrap();
        let (starts_at, ends_at) = (at("2026-09-15T02:00:00Z"), at("2026-09-15T03:30:00Z"));
        Frame { starts_at, ends_at, grace: Minutes(15) }
    }

    fn standing(status: Status, own: bool) -> Standing {
        Standing { mark: Mark::of(status, Presence::Online), revision: 1, own }
    }

    fn change(stays: &[Stay], standing: Option<&Standing>) -> Change {
        propose(EnrolmentId(1), stays, &frame(), standing).change
    }

    #[test]
    fn a_mark_of_a_trainer_is_only_replaced_when_it_is_said() {
        let whole = [Stay::There];
        assert_eq!(change(&whole, None), Change::First);
        assert_eq!(change(&whole, Some(&standing(Status::Present, false))), Change::Same);
        assert_eq!(change(&whole, Some(&standing(Status::Absent, false))), Change::Conflict);
        assert_eq!(change(&[Stay::For(1800)], Some(&standing(Status::Present, true))), Change::Refined);
        assert_eq!(change(&[Stay::For(0)], Some(&standing(Status::Present, true))), Change::Outside);
        let who = EnrolmentId(1);
        let standings = HashMap::from([(who, standing(Status::Absent, false))]);
        let proposals = [propose(who, &whole, &frame(), standings.get(&who))];
        let made = |choices: &Choices| marks(&proposals, &standings, &[EnrolmentId(2)], choices);
        assert!(made(&Choices::default()).is_empty());
        let replace = Choices { replace: BTreeMap::from([(who, 1)]), ..Choices::default() };
        assert_eq!(made(&replace), [(who, 1, Mark::of(Status::Present, Presence::Online))]);
        let rest = made(&Choices { rest_absent: true, ..Choices::default() });
        assert_eq!(rest, [(EnrolmentId(2), 0, Mark::of(Status::Absent, Presence::Online))]);
    }

    #[test]
    fn who_checked_in_at_the_room_stays_there_until_a_trainer_says_otherwise() {
        let mark = Mark::of(Status::Present, Presence::InPerson);
        let own = Standing { mark, revision: 1, own: true };
        assert_eq!(change(&[Stay::There], Some(&own)), Change::Conflict);
        assert_eq!(change(&[Stay::For(1800)], Some(&own)), Change::Conflict);
        let who = EnrolmentId(1);
        let proposals = [propose(who, &[Stay::There], &frame(), Some(&own))];
        let made = marks(&proposals, &HashMap::from([(who, own)]), &[], &Choices::default());
        assert!(made.is_empty(), "nothing is replaced without being said");
    }

    #[test]
    fn a_list_by_another_clock_is_noticed_and_one_stray_guest_is_not() {
        let at = |text: &str| Moment::parse(&format!("2026-09-15T{text}:00Z")).unwrap();
        let attendee = |from: &str, to: &str| Attendee {
            line: 2,
            name: "Анна".to_owned(),
            email: String::new(),
            host: false,
            stays: vec![Stay::Between(at(from), at(to))],
        };
        let outside = || attendee("07:00", "08:30");
        assert!(all_outside(&[outside(), outside(), outside()], &frame()));
        assert!(!all_outside(&[outside(), outside()], &frame()), "two say nothing of a clock");
        assert!(!all_outside(&[outside(), outside(), outside(), attendee("02:10", "03:00")], &frame()));
        let untimed = Attendee { stays: vec![Stay::There], ..outside() };
        assert!(!all_outside(&[outside(), outside(), untimed], &frame()));
    }

    #[test]
    fn who_is_not_taken_is_not_marked() {
        let who = EnrolmentId(1);
        let proposals = [propose(who, &[Stay::There], &frame(), None)];
        let made = |take| {
            let choices = Choices { take, ..Choices::default() };
            marks(&proposals, &HashMap::new(), &[], &choices).len()
        };
        assert_eq!((made(None), made(Some(BTreeSet::new())), made(Some(BTreeSet::from([who])))), (1, 0, 1));
    }

    #[test]
    fn a_decision_counts_for_more_than_what_was_found_and_devices_are_joined() {
        let attendee = |line, name: &str, seconds| Attendee {
            line,
            name: name.to_owned(),
            email: String::new(),
            host: false,
            stays: vec![Stay::For(seconds)],
        };
        let found = |one: &Attendee| match one.name.as_str() {
            "Анна" => Match::Person(EnrolmentId(1), By::Name),
            _ => Match::Unknown(Vec::new()),
        };
        let list = vec![attendee(2, "Анна", 600), attendee(3, "iPhone", 900), attendee(4, "Гость", 60)];
        let person = Decision { verdict: Verdict::Person, enrolment: Some(EnrolmentId(1)) };
        let guest = Decision { verdict: Verdict::Guest, enrolment: None };
        let sorted = sort(list.clone(), &HashMap::from([(3, person), (4, guest)]), found);
        let anna = &sorted.people[&EnrolmentId(1)];
        assert_eq!((anna.lines.as_slice(), anna.stays.len(), anna.by), ([2, 3].as_slice(), 2, None));
        assert_eq!((sorted.guests.len(), sorted.unknown.len()), (1, 0));
        let mut foreign = list.clone();
        foreign[0].email = "other@example.org".to_owned();
        let sorted = sort(foreign, &HashMap::new(), found);
        let anna = &sorted.people[&EnrolmentId(1)];
        assert_eq!(anna.names, ["Анна <other@example.org>"], "an address that is not hers is seen");
        assert_eq!((anna.called[0].line, anna.called[0].by), (2, Some(By::Name)));
        let ignored = Decision { verdict: Verdict::Ignored, enrolment: None };
        let sorted = sort(list, &HashMap::from([(2, ignored)]), found);
        assert!(sorted.people.is_empty() && sorted.ignored.len() == 1 && sorted.unknown.len() == 2);
    }
}
