//! One page of answers against what was saved elsewhere meanwhile: nothing of either side is lost.

use crate::kernel::QuestionId;
use crate::questions::rules::Response;
use std::collections::BTreeMap;

/// A saved answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The number of its step.
    pub sequence: i32,
    /// The answer.
    pub response: Response,
    /// Whether it was handed over to be checked.
    pub checked: bool,
}

/// What is to be done with a page of answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merge {
    /// Answers to save, in the order of the page.
    pub take: Vec<(QuestionId, Response)>,
    /// Questions that were changed on the page and, otherwise, elsewhere: the trainee decides.
    pub disputed: Vec<QuestionId>,
}

/// Merges a page whose reader last saw step `seen`. `steps` are all answers of the attempt by question, each
/// list in order.
pub fn merge(steps: &BTreeMap<QuestionId, Vec<Saved>>, seen: i32, page: &[(QuestionId, Response)]) -> Merge {
    let mut merge = Merge::default();
    for (question, mine) in page {
        let steps = steps.get(question).map_or(&[][..], Vec::as_slice);
        let latest = |steps: &mut dyn Iterator<Item = &Saved>| {
            steps.last().map_or(Response::Blank, |saved| saved.response.clone())
        };
        let theirs = latest(&mut steps.iter());
        let base = latest(&mut steps.iter().filter(|saved| saved.sequence <= seen));
        if *mine == theirs || *mine == base {
            continue;
        }
        if theirs == base {
            merge.take.push((*question, mine.clone()));
        } else {
            merge.disputed.push(*question);
        }
    }
    merge
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::quiz::ChoiceId;

    fn one(id: u16) -> Response {
        if id == 0 { Response::Blank } else { Response::One(ChoiceId(id)) }
    }

    /// A page with one question: step 1 saved `base`, step 2 saved `theirs`, the page saw step 1 and says `mine`.
    fn merged(base: u16, theirs: u16, mine: u16) -> Merge {
        let saved = |sequence, id| Saved { sequence, response: one(id), checked: false };
        let steps = BTreeMap::from([(QuestionId(7), vec![saved(1, base), saved(2, theirs)])]);
        merge(&steps, 1, &[(QuestionId(7), one(mine))])
    }

    #[test]
    fn only_what_changed_on_both_sides_is_disputed() {
        let take = |id| Merge { take: vec![(QuestionId(7), one(id))], ..Merge::default() };
        let disputed = Merge { disputed: vec![QuestionId(7)], ..Merge::default() };
        assert_eq!(merged(1, 1, 1), Merge::default(), "nothing changed");
        assert_eq!(merged(1, 1, 2), take(2), "changed here");
        assert_eq!(merged(1, 2, 1), Merge::default(), "changed there");
        assert_eq!(merged(1, 2, 2), Merge::default(), "changed alike");
        assert_eq!(merged(1, 2, 3), disputed, "changed otherwise");
        assert_eq!(merged(1, 0, 3), disputed, "taken back there");
        assert_eq!(merged(1, 1, 0), take(0), "taken back here");
    }

    #[test]
    fn a_first_answer_is_taken_and_an_empty_one_is_not_a_step() {
        let page = [(QuestionId(1), one(2)), (QuestionId(2), one(0))];
        assert_eq!(merge(&BTreeMap::new(), 0, &page).take, [(QuestionId(1), one(2))]);
    }
}
