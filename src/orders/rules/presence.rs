//! Who must be there for a commission to decide: somebody who chairs, the secretary who keeps the minutes, and more than half
//! of those who certify. The chair chairs; where the chair is not there, the deputy whom the order names.

use super::content::{Member, MemberRole};
use crate::kernel::Fault;
use std::collections::BTreeSet;

/// The field under which presence is told.
const FIELD: &str = "present";

/// How many of a commission must be there: more than half of those who certify.
pub fn quorum(certifying: usize) -> usize {
    certifying / 2 + 1
}

/// Who of a commission is there, by places from 1.
fn there<'a>(
    commission: &'a [Member],
    present: &'a BTreeSet<usize>,
) -> impl Iterator<Item = (usize, &'a Member)> {
    let numbered = commission.iter().enumerate().map(|(place, member)| (place + 1, member));
    numbered.filter(move |(place, _)| present.contains(place))
}

/// The place of who chairs: the chair, or the deputy where the chair is not there; nothing where neither is.
pub fn presides(commission: &[Member], present: &BTreeSet<usize>) -> Option<usize> {
    let of =
        |role| there(commission, present).find(|(_, member)| member.role == role).map(|(place, _)| place);
    of(MemberRole::Chair).or_else(|| of(MemberRole::DeputyChair))
}

/// What stands against deciding with those who are there.
pub fn presence_faults(commission: &[Member], present: &BTreeSet<usize>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if presides(commission, present).is_none() {
        let deputy = commission.iter().any(|member| member.role == MemberRole::DeputyChair);
        let code = if deputy { "order-nobody-chairs" } else { "order-no-chair" };
        faults.push(Fault::new(FIELD, code));
    }
    if !there(commission, present).any(|(_, member)| member.role == MemberRole::Secretary) {
        faults.push(Fault::new(FIELD, "order-no-secretary"));
    }
    let certify = commission.iter().filter(|member| member.certifies()).count();
    let (here, needed) =
        (there(commission, present).filter(|(_, member)| member.certifies()).count(), quorum(certify));
    if here < needed {
        faults.push(Fault::new(FIELD, "order-no-quorum").with("there", here).with("needed", needed));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::PersonName;
    use proptest::prelude::*;

    fn commission(deputy: bool) -> Vec<Member> {
        let member = |role, surname: &str| Member {
            role,
            person: None,
            name: PersonName::new(surname, "Анна", None),
            post: "методист".into(),
        };
        let second = if deputy { MemberRole::DeputyChair } else { MemberRole::Member };
        vec![
            member(MemberRole::Chair, "Ким"),
            member(second, "Ли"),
            member(MemberRole::Member, "Цой"),
            member(MemberRole::Secretary, "Пак"),
        ]
    }

    fn codes(deputy: bool, present: &[usize]) -> Vec<String> {
        let present = present.iter().copied().collect();
        presence_faults(&commission(deputy), &present).into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn nothing_is_decided_without_chair_and_secretary() {
        assert!(codes(false, &[1, 2, 4]).is_empty());
        assert_eq!(codes(false, &[2, 3, 4]), ["order-no-chair"]);
        assert_eq!(codes(false, &[1, 2, 3]), ["order-no-secretary"]);
        assert_eq!(codes(false, &[1, 4]), ["order-no-quorum"]);
        assert_eq!(codes(false, &[]), ["order-no-chair", "order-no-secretary", "order-no-quorum"]);
    }

    #[test]
    fn the_deputy_chairs_where_the_chair_is_not_there() {
        assert!(codes(true, &[2, 3, 4]).is_empty());
        assert_eq!(codes(true, &[3, 4]), ["order-nobody-chairs", "order-no-quorum"]);
        let presides = |present: &[usize]| presides(&commission(true), &present.iter().copied().collect());
        assert_eq!(presides(&[1, 2, 4]), Some(1));
        assert_eq!(presides(&[2, 4]), Some(2));
        assert_eq!(presides(&[3, 4]), None);
    }

    #[test]
    fn more_than_half_is_a_quorum() {
        assert_eq!([1, 2, 3, 4, 5].map(quorum), [1, 2, 2, 3, 3]);
    }

    proptest! {
        #[test]
        fn more_people_never_make_it_worse(deputy: bool, some in prop::collection::btree_set(1usize..5, 0..4), one in 1usize..5) {
            let more: BTreeSet<usize> = some.iter().copied().chain([one]).collect();
            let before = presence_faults(&commission(deputy), &some).len();
            prop_assert!(presence_faults(&commission(deputy), &more).len() <= before);
        }
    }
}
