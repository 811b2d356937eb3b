//! What was answered how often.

use crate::questions::rules::{Answer, ChoiceId, Response, Weight};
use std::collections::BTreeMap;

/// How often a choice was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The choice.
    pub choice: ChoiceId,
    /// How many chose it.
    pub chosen: usize,
    /// Whether it is right.
    pub right: bool,
}

/// How often each choice was chosen, with how many answered at all. Nothing for questions without choices.
pub fn of_choices(answer: &Answer, choices: &[ChoiceId], given: &[(Response, usize)]) -> Option<Vec<Share>> {
    let is_right = |id: ChoiceId| match answer {
        Answer::One(right) => Some(*right == id),
        Answer::Many(rights) => Some(rights.contains(&id)),
        Answer::TrueFalse(said) => Some((id == ChoiceId::TRUE) == *said),
        Answer::OneWeighted(worths) => {
            let best = worths.values().max().copied().unwrap_or_default();
            Some(worths.get(&id).is_some_and(|worth| *worth == best))
        }
        Answer::ManyWeighted(worths) => Some(worths.get(&id).is_some_and(|worth| *worth > Weight(0))),
        _ => None,
    };
    let mut counts: BTreeMap<ChoiceId, usize> = BTreeMap::new();
    for (response, times) in given {
        match response {
            Response::One(id) => *counts.entry(*id).or_default() += times,
            Response::Many(ids) => ids.iter().for_each(|id| *counts.entry(*id).or_default() += times),
            Response::TrueFalse(said) => {
                let id = if *said { ChoiceId::TRUE } else { ChoiceId::FALSE };
                *counts.entry(id).or_default() += times;
            }
            _ => {}
        }
    }
    let share = |id: &ChoiceId| {
        let chosen = counts.get(id).copied().unwrap_or_default();
        Some(Share { choice: *id, chosen, right: is_right(*id)? })
    };
    choices.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_counted_and_the_right_one_told() {
        let choices = [ChoiceId(1), ChoiceId(2), ChoiceId(3)];
        let given = [(Response::One(ChoiceId(2)), 7), (Response::One(ChoiceId(1)), 3), (Response::Blank, 2)];
        let shares = of_choices(&Answer::One(ChoiceId(2)), &choices, &given).unwrap();
        let found: Vec<_> = shares.iter().map(|share| (share.choice.0, share.chosen, share.right)).collect();
        assert_eq!(found, [(1, 3, false), (2, 7, true), (3, 0, false)]);
        assert_eq!(of_choices(&Answer::Scale, &choices, &given), None);
    }
}
