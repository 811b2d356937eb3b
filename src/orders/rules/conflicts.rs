//! Who may not certify whom: nobody certifies their own trainee or subordinate, unless an exception with its reason is
//! written down; and nobody certifies themselves at all.

use super::content::{Member, initials_and_surname};
use crate::kernel::name::fold;
use crate::kernel::{CertifyingExceptionId, EnrolmentId, Fault, OrganisationId, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// What ties somebody of a commission to people of the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// Is one of these people.
    Oneself,
    /// Teaches the group.
    Trainer,
    /// Has graded a work of somebody in it.
    Grader,
    /// Heads an organisation that sent somebody.
    Head,
    /// Works in an organisation that sent somebody.
    Colleague,
}

impl Tie {
    /// The code of the fault.
    fn code(self) -> &'static str {
        match self {
            Tie::Oneself => "order-certifies-themselves",
            Tie::Trainer => "order-conflict-trainer",
            Tie::Grader => "order-conflict-grader",
            Tie::Head => "order-conflict-head",
            Tie::Colleague => "order-conflict-colleague",
        }
    }

    /// Whether an exception can be made of it.
    pub fn may_be_excepted(self) -> bool {
        self != Tie::Oneself
    }
}

/// What the data know of ties.
#[derive(Debug, Clone, Default)]
pub struct Ties {
    /// Who teaches the edition or a session of it.
    pub trainers: BTreeSet<PersonId>,
    /// Whose works each has graded.
    pub graded: BTreeMap<PersonId, BTreeSet<EnrolmentId>>,
    /// The accounts of those who teach or have graded, by their folded full names: whoever is typed into a commission by
    /// hand is known by the name.
    pub known: BTreeMap<String, BTreeSet<PersonId>>,
    /// The people of the group.
    pub trainees: BTreeMap<PersonId, EnrolmentId>,
    /// Where people of the commission work.
    pub works_in: BTreeMap<PersonId, OrganisationId>,
    /// Which organisation sent each trainee.
    pub senders: BTreeMap<EnrolmentId, OrganisationId>,
    /// The heads of the senders, as recorded: «И. О. Фамилия».
    pub heads: BTreeMap<OrganisationId, String>,
}

/// An exception that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The row.
    pub id: CertifyingExceptionId,
    /// For which account; nothing for an outsider.
    pub person: Option<PersonId>,
    /// For whom.
    pub name: String,
    /// Why.
    pub reason: String,
}

impl Exception {
    /// Whether it is for this one.
    pub fn covers(&self, member: &Member) -> bool {
        match (self.person, member.person) {
            (Some(one), Some(other)) => one == other,
            (None, None) => fold(&self.name) == fold(&member.name.full()),
            _ => false,
        }
    }
}

/// A tie of somebody who certifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The place in the list of the commission, from 1.
    pub place: usize,
    /// Who.
    pub member: Member,
    /// Which tie.
    pub tie: Tie,
}

impl Conflict {
    /// What is said of it.
    pub fn fault(&self, field: &str) -> Fault {
        Fault::new(field, self.tie.code()).with("name", self.member.name.full())
    }
}

impl Ties {
    /// What ties somebody to these people; the closest tie.
    pub fn of(&self, member: &Member, people: &BTreeSet<EnrolmentId>) -> Option<Tie> {
        let senders = || people.iter().filter_map(|id| self.senders.get(id));
        let signed = fold(&initials_and_surname(&member.name));
        let heads = || senders().filter_map(|sender| self.heads.get(sender));
        let learns = member.person.and_then(|person| self.trainees.get(&person));
        let namesakes = self.known.get(&fold(&member.name.full())).into_iter().flatten();
        let accounts: BTreeSet<PersonId> = member.person.iter().chain(namesakes).copied().collect();
        let graded = |one: &PersonId| self.graded.get(one).is_some_and(|these| !these.is_disjoint(people));
        let employer = member.person.and_then(|person| self.works_in.get(&person));
        if learns.is_some_and(|enrolment| people.contains(enrolment)) {
            Some(Tie::Oneself)
        } else if accounts.iter().any(|one| self.trainers.contains(one)) {
            Some(Tie::Trainer)
        } else if accounts.iter().any(graded) {
            Some(Tie::Grader)
        } else if heads().any(|head| fold(head) == signed) {
            Some(Tie::Head)
        } else {
            employer.filter(|employer| senders().any(|sender| sender == *employer)).map(|_| Tie::Colleague)
        }
    }

    /// The conflicts of those who certify, by their places.
    pub fn conflicts<'a>(
        &self,
        members: impl Iterator<Item = (usize, &'a Member)>,
        people: &BTreeSet<EnrolmentId>,
    ) -> Vec<Conflict> {
        let certify = members.filter(|(_, member)| member.certifies());
        let tied = certify.filter_map(|(place, member)| {
            Some(Conflict { place, member: member.clone(), tie: self.of(member, people)? })
        });
        tied.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::MemberRole;
    use super::*;
    use crate::kernel::PersonName;

    fn member(role: MemberRole, person: Option<i64>) -> Member {
        let name = PersonName::new("Рябинина", "Ирина", Some("Павловна"));
        Member { role, person: person.map(PersonId), name, post: "директор".into() }
    }

    fn ties() -> Ties {
        Ties {
            trainers: BTreeSet::from([PersonId(1)]),
            graded: BTreeMap::from([(PersonId(2), BTreeSet::from([EnrolmentId(7)]))]),
            works_in: BTreeMap::from([(PersonId(3), OrganisationId(5)), (PersonId(4), OrganisationId(6))]),
            senders: BTreeMap::from([(EnrolmentId(7), OrganisationId(5))]),
            heads: BTreeMap::new(),
            known: BTreeMap::from([(fold("Ким Анна"), BTreeSet::from([PersonId(1)]))]),
            trainees: BTreeMap::from([(PersonId(9), EnrolmentId(7))]),
        }
    }

    #[test]
    fn trainers_graders_and_colleagues_are_tied_and_others_are_not() {
        let people = BTreeSet::from([EnrolmentId(7)]);
        let tie = |person| ties().of(&member(MemberRole::Member, Some(person)), &people);
        assert_eq!(tie(1), Some(Tie::Trainer));
        assert_eq!(tie(2), Some(Tie::Grader));
        assert_eq!(tie(3), Some(Tie::Colleague));
        assert_eq!(tie(4), None);
        let others = BTreeSet::from([EnrolmentId(8)]);
        assert_eq!(ties().of(&member(MemberRole::Member, Some(2)), &others), None);
    }

    #[test]
    fn a_trainer_typed_by_hand_is_known_by_name_and_a_trainee_certifies_nobody() {
        let people = BTreeSet::from([EnrolmentId(7)]);
        let typed =
            Member { name: PersonName::new("КИМ", "Анна", None), ..member(MemberRole::Chair, None) };
        assert_eq!(ties().of(&typed, &people), Some(Tie::Trainer));
        assert_eq!(ties().of(&member(MemberRole::Chair, None), &people), None);
        assert_eq!(ties().of(&member(MemberRole::Member, Some(9)), &people), Some(Tie::Oneself));
        assert!(Tie::Trainer.may_be_excepted() && !Tie::Oneself.may_be_excepted());
    }

    #[test]
    fn the_head_of_a_sender_is_known_by_name() {
        let people = BTreeSet::from([EnrolmentId(7)]);
        let heads = BTreeMap::from([(OrganisationId(5), "И. П. Рябинина".to_owned())]);
        let ties = Ties { heads, ..ties() };
        assert_eq!(ties.of(&member(MemberRole::Member, None), &people), Some(Tie::Head));
        assert_eq!(ties.of(&member(MemberRole::Chair, Some(4)), &people), Some(Tie::Head));
    }

    #[test]
    fn a_secretary_certifies_nobody() {
        let people = BTreeSet::from([EnrolmentId(7)]);
        let members = [member(MemberRole::Secretary, Some(1)), member(MemberRole::Chair, Some(1))];
        let places: Vec<usize> = ties()
            .conflicts(members.iter().enumerate().map(|(place, one)| (place + 1, one)), &people)
            .into_iter()
            .map(|conflict| conflict.place)
            .collect();
        assert_eq!(places, [2]);
    }
}
