//! Who gets a work to grade, and who must not.

use crate::cases::rules::Allocation;
use crate::kernel::{OrganisationId, PersonId};

/// A trainer who could get a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Where they work.
    pub organisation: Option<OrganisationId>,
    /// Whether an administrator has recorded that they may grade colleagues all the same.
    pub excepted: bool,
    /// How many works of the case they were given so far.
    pub given: i64,
    /// How many of those were of the author's organisation.
    pub given_of_organisation: i64,
}

/// Whether somebody would grade a colleague or a subordinate: both are of one organisation, and no exception was
/// recorded.
pub fn conflicted(grader: Option<OrganisationId>, author: Option<OrganisationId>, excepted: bool) -> bool {
    !excepted && grader.is_some() && grader == author
}

/// Who gets a work of an author, as many as it has graders, or fewer when there are not so many. Never its
/// author, never a colleague without an exception. Whoever was given least comes first; by organisation, whoever
/// has its works already.
pub fn choose(
    rule: Allocation,
    candidates: &[Candidate],
    (author, organisation): (PersonId, Option<OrganisationId>),
    graders: usize,
) -> Vec<PersonId> {
    if rule == Allocation::None {
        return Vec::new();
    }
    let fit =
        |one: &&Candidate| one.person != author && !conflicted(one.organisation, organisation, one.excepted);
    let mut fitting: Vec<&Candidate> = candidates.iter().filter(fit).collect();
    let by_organisation = rule == Allocation::ByOrganisation && organisation.is_some();
    fitting.sort_by_key(|one| {
        let known = if by_organisation { -one.given_of_organisation } else { 0 };
        (known, one.given, one.person)
    });
    fitting.into_iter().take(graders).map(|one| one.person).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOSPICE: Option<OrganisationId> = Some(OrganisationId(7));

    fn candidate(person: i64, given: i64) -> Candidate {
        Candidate {
            person: PersonId(person),
            organisation: None,
            excepted: false,
            given,
            given_of_organisation: 0,
        }
    }

    #[test]
    fn in_turn_whoever_was_given_least_comes_first() {
        let trainers = [candidate(1, 2), candidate(2, 1), candidate(3, 1)];
        let next = |graders| choose(Allocation::RoundRobin, &trainers, (PersonId(9), HOSPICE), graders);
        assert_eq!(next(1), [PersonId(2)]);
        assert_eq!(next(2), [PersonId(2), PersonId(3)]);
        assert_eq!(choose(Allocation::None, &trainers, (PersonId(9), HOSPICE), 1), []);
    }

    #[test]
    fn a_colleague_gets_nothing_without_a_recorded_exception_and_nobody_their_own() {
        let colleague = Candidate { organisation: HOSPICE, ..candidate(1, 0) };
        let given = |one| choose(Allocation::RoundRobin, &[one], (PersonId(9), HOSPICE), 1);
        assert_eq!(given(colleague), []);
        assert_eq!(given(Candidate { excepted: true, ..colleague }), [PersonId(1)]);
        assert_eq!(given(candidate(9, 0)), []);
        assert!(!conflicted(None, None, false), "without an organisation nobody is a colleague");
    }

    #[test]
    fn by_organisation_one_trainer_has_all_of_it() {
        let known = Candidate { given_of_organisation: 3, ..candidate(1, 30) };
        let trainers = [known, candidate(2, 0)];
        let of = |organisation| choose(Allocation::ByOrganisation, &trainers, (PersonId(9), organisation), 1);
        assert_eq!(of(HOSPICE), [PersonId(1)]);
        assert_eq!(of(None), [PersonId(2)], "who was sent by nobody is shared in turn");
    }

    proptest! {
        #[test]
        fn in_turn_nobody_gets_two_more_than_another(trainers in 1..6i64, works in 0..40usize) {
            let mut pool: Vec<Candidate> = (1..=trainers).map(|person| candidate(person, 0)).collect();
            for _ in 0..works {
                let chosen = choose(Allocation::RoundRobin, &pool, (PersonId(99), None), 1)[0];
                pool.iter_mut().find(|one| one.person == chosen).unwrap().given += 1;
            }
            let given: Vec<i64> = pool.iter().map(|one| one.given).collect();
            prop_assert!(given.iter().max().unwrap() - given.iter().min().unwrap() <= 1);
        }
    }
}
