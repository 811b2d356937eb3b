//! Places at a work. A work has as many as it has graders; somebody holds one because it was allotted, because
//! they are at work, or because they have marked.

use crate::kernel::{Fault, Moment, PersonId};

/// How long a claim holds after the last thing its holder did, in minutes.
pub const CLAIM_MINUTES: i64 = 30;

/// A place that somebody took, perhaps long ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub person: PersonId,
    /// Whether it was given to them to grade.
    pub allotted: bool,
    /// Since when they are at work.
    pub since: Option<Moment>,
    /// Until when.
    pub until: Option<Moment>,
    /// Whether they have given their marks.
    pub marked: bool,
}

impl Held {
    /// Whether the holder is at work now.
    pub fn at_work(&self, now: Moment) -> bool {
        !self.marked && self.until.is_some_and(|until| now < until)
    }

    /// Whether the place is taken now.
    pub fn holds(&self, now: Moment) -> bool {
        self.allotted || self.marked || self.at_work(now)
    }
}

/// How somebody stands to a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// There is a place for them.
    Free,
    /// They hold one.
    Mine,
    /// They have given their marks; others have not yet.
    Marked,
    /// Others hold every place. Whoever is at work comes first, then whoever it was allotted to.
    Taken(Held),
}

/// Whether a third grader is needed, after two were too far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Third {
    /// One is to decide, whoever takes the work first.
    Wanted,
    /// The rule of the case has found nobody who may.
    Nobody,
}

/// Whether a work with these places lacks a third grader; `by_rule` says whether the case gives works out by a rule.
pub fn third(held: &[Held], graders: i64, by_rule: bool, now: Moment) -> Option<Third> {
    let taken = held.iter().any(|one| !one.marked && one.holds(now));
    let lacks = graders > 2 && !taken && held.iter().filter(|one| one.marked).count() == 2;
    lacks.then_some(if by_rule { Third::Nobody } else { Third::Wanted })
}

/// How a person stands to a work with these places, of which as many count as there are graders.
pub fn stance(held: &[Held], graders: i64, me: Option<PersonId>, now: Moment) -> Stance {
    let mine = held.iter().find(|one| Some(one.person) == me);
    if mine.is_some_and(|one| one.marked) {
        return Stance::Marked;
    }
    if mine.is_some_and(|one| one.holds(now)) {
        return Stance::Mine;
    }
    let mut others: Vec<Held> =
        held.iter().filter(|one| Some(one.person) != me && one.holds(now)).copied().collect();
    if i64::try_from(others.len()).unwrap_or(i64::MAX) < graders {
        return Stance::Free;
    }
    others.sort_by_key(|one| (!one.at_work(now), one.marked));
    others.first().copied().map_or(Stance::Free, Stance::Taken)
}

/// Whose places at a work end when it is given to somebody: of one grader those of whoever has it; of several nobody's
/// while a place is free, and else that of the one who is named, so that the others keep theirs. Whoever is alone in
/// question need not be named. Places of those who have marked never end.
///
/// # Errors
/// The fault of the field `person` for somebody who has marked already; of `instead` for somebody without a place, and
/// when several could be meant and nobody is named.
pub fn freed(
    held: &[Held],
    graders: i64,
    (to, instead): (PersonId, Option<PersonId>),
    now: Moment,
) -> Result<Vec<PersonId>, Fault> {
    if held.iter().any(|one| one.person == to && one.marked) {
        return Err(Fault::new("person", "grading-marked"));
    }
    let others = || held.iter().filter(|one| one.person != to && one.holds(now));
    let waiting: Vec<PersonId> = others().filter(|one| !one.marked).map(|one| one.person).collect();
    match instead {
        Some(instead) if waiting.contains(&instead) => return Ok(vec![instead]),
        Some(_) => return Err(Fault::new("instead", "unknown")),
        None => {}
    }
    if graders <= 1 {
        return Ok(waiting);
    }
    if i64::try_from(others().count()).unwrap_or(i64::MAX) < graders {
        return Ok(Vec::new());
    }
    if waiting.len() > 1 { Err(Fault::new("instead", "required")) } else { Ok(waiting) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ME: Option<PersonId> = Some(PersonId(1));

    fn at(minute: i64) -> Moment {
        Moment::parse("2026-09-15T09:00:00Z").unwrap().plus_minutes(minute)
    }

    fn held(person: i64, until: Option<i64>) -> Held {
        let (since, until) = (until.map(|until| at(until - CLAIM_MINUTES)), until.map(at));
        Held { person: PersonId(person), allotted: false, since, until, marked: false }
    }

    #[test]
    fn a_claim_ends_by_itself_and_the_instant_of_its_end_is_free() {
        let places = [held(2, Some(30))];
        assert_eq!(stance(&places, 1, ME, at(29)), Stance::Taken(places[0]));
        assert_eq!(stance(&places, 1, ME, at(30)), Stance::Free);
        assert_eq!(stance(&places, 1, Some(PersonId(2)), at(29)), Stance::Mine);
    }

    #[test]
    fn what_was_allotted_stays_with_its_holder_without_a_claim() {
        let places = [Held { allotted: true, ..held(2, None) }];
        assert_eq!(stance(&places, 1, ME, at(0)), Stance::Taken(places[0]));
        assert_eq!(stance(&places, 1, Some(PersonId(2)), at(9_999)), Stance::Mine);
    }

    #[test]
    fn two_graders_have_two_places_and_nobody_both() {
        let first = Held { marked: true, ..held(2, None) };
        assert_eq!(stance(&[first], 2, ME, at(0)), Stance::Free);
        assert_eq!(stance(&[first], 2, Some(PersonId(2)), at(0)), Stance::Marked);
        let both = [first, held(3, Some(30))];
        assert_eq!(stance(&both, 2, ME, at(0)), Stance::Taken(both[1]), "who is at work is named");
        assert_eq!(stance(&both, 3, ME, at(0)), Stance::Free, "a third decides");
    }

    #[test]
    fn a_third_is_wanted_until_somebody_has_the_place() {
        let marked = |person| Held { marked: true, ..held(person, None) };
        let two = [marked(2), marked(3)];
        assert_eq!(third(&two, 2, true, at(0)), None, "they agree");
        assert_eq!(third(&two, 3, false, at(0)), Some(Third::Wanted));
        assert_eq!(third(&two, 3, true, at(0)), Some(Third::Nobody), "the rule has found nobody");
        let given = [marked(2), marked(3), Held { allotted: true, ..held(4, None) }];
        assert_eq!(third(&given, 3, true, at(0)), None);
        assert_eq!(third(&[marked(2), marked(3), held(4, Some(30))], 3, false, at(30)), Some(Third::Wanted));
    }

    #[test]
    fn of_several_graders_only_the_named_one_loses_the_place() {
        let (a, b) = (held(2, Some(30)), Held { allotted: true, ..held(3, None) });
        let freed = |held: &[Held], graders, instead: Option<i64>| {
            super::freed(held, graders, (PersonId(1), instead.map(PersonId)), at(0))
        };
        assert_eq!(freed(&[a], 1, None), Ok(vec![PersonId(2)]));
        assert_eq!(freed(&[a], 2, None), Ok(vec![]), "there is a free place");
        assert_eq!(freed(&[a, b], 2, Some(3)), Ok(vec![PersonId(3)]));
        assert_eq!(freed(&[a, b], 2, None).unwrap_err().field, "instead");
        assert_eq!(freed(&[a, b], 2, Some(9)).unwrap_err().code, "unknown");
        let marked = Held { marked: true, ..a };
        assert_eq!(freed(&[marked, b], 2, None), Ok(vec![PersonId(3)]), "only one of them could be meant");
        assert_eq!(freed(&[marked, b], 2, Some(2)).unwrap_err().field, "instead", "marks stay");
        let mine = Held { person: PersonId(1), ..marked };
        assert_eq!(freed(&[mine], 2, None).unwrap_err().code, "grading-marked");
    }

    proptest! {
        #[test]
        fn never_more_holders_than_graders(
            graders in 1..4i64, people in prop::collection::vec(1..8i64, 0..20), minutes in prop::collection::vec(0..90i64, 0..20),
        ) {
            let mut places: Vec<Held> = Vec::new();
            let mut clock = 0;
            for (person, wait) in people.into_iter().zip(minutes) {
                clock += wait;
                if let Stance::Free = stance(&places, graders, Some(PersonId(person)), at(clock)) {
                    places.retain(|one| one.person != PersonId(person));
                    places.push(held(person, Some(clock + CLAIM_MINUTES)));
                }
                let holding = places.iter().filter(|one| one.holds(at(clock))).count();
                prop_assert!(i64::try_from(holding).unwrap() <= graders);
            }
        }
    }
}
