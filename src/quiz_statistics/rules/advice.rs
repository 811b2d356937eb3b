//! What the measures of a question advise, in one sentence.

use super::measures::Item;
use super::shares::Share;
use crate::questions::rules::ChoiceId;

/// With fewer attempts than this nothing is said: chance would speak.
pub const FEWEST: usize = 10;

/// The advice on a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Advice {
    /// Too few attempts to say anything.
    TooFew,
    /// So many choose this wrong answer: the wording or the key may be at fault.
    Distractor(ChoiceId, Portion),
    /// Those who are good at the rest do worse here than the others.
    StrongDoWorse,
    /// Nearly everybody is right.
    NearlyAllRight,
    /// Nearly nobody is.
    NearlyAllWrong,
    /// It hardly tells those who know from those who do not.
    HardlyTells,
    /// It does its work.
    Fine,
}

/// A portion as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portion {
    /// From nine in ten.
    NearlyAll,
    /// About three of four.
    ThreeOfFour,
    /// About two of three.
    TwoOfThree,
    /// About every second.
    EverySecond,
}

impl Portion {
    /// The portion that so many of all are; nothing below every second.
    pub fn of(part: usize, whole: usize) -> Option<Portion> {
        let percent = (part * 100).checked_div(whole)?;
        match percent {
            90.. => Some(Portion::NearlyAll),
            70..90 => Some(Portion::ThreeOfFour),
            60..70 => Some(Portion::TwoOfThree),
            45..60 => Some(Portion::EverySecond),
            _ => None,
        }
    }

    /// The end of its message key.
    pub fn key(self) -> &'static str {
        match self {
            Portion::NearlyAll => "nearly-all",
            Portion::ThreeOfFour => "three-of-four",
            Portion::TwoOfThree => "two-of-three",
            Portion::EverySecond => "every-second",
        }
    }
}

/// The advice on a question, the most urgent one. A wrong answer that is chosen more often than any right one comes
/// before everything: the key itself may be wrong.
pub fn advise(item: &Item, shares: Option<&[Share]>) -> Advice {
    if item.count < FEWEST {
        return Advice::TooFew;
    }
    if let Some((choice, portion)) = shares.and_then(|shares| misleading(shares, item.count)) {
        return Advice::Distractor(choice, portion);
    }
    if item.discrimination.is_some_and(|together| together < -0.05) {
        return Advice::StrongDoWorse;
    }
    match item.facility {
        Some(facility) if facility >= 0.95 => return Advice::NearlyAllRight,
        Some(facility) if facility <= 0.2 => return Advice::NearlyAllWrong,
        _ => {}
    }
    match item.discrimination {
        Some(together) if together < 0.15 => Advice::HardlyTells,
        _ => Advice::Fine,
    }
}

fn misleading(shares: &[Share], all: usize) -> Option<(ChoiceId, Portion)> {
    let wrong = shares.iter().filter(|share| !share.right).max_by_key(|share| share.chosen)?;
    let right = shares.iter().filter(|share| share.right).map(|share| share.chosen).max().unwrap_or_default();
    let portion = Portion::of(wrong.chosen, all)?;
    (wrong.chosen > right).then_some((wrong.choice, portion))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(facility: f64, discrimination: f64) -> Item {
        Item { count: 40, facility: Some(facility), discrimination: Some(discrimination), ..Item::default() }
    }

    fn share(choice: u16, chosen: usize, right: bool) -> Share {
        Share { choice: ChoiceId(choice), chosen, right }
    }

    #[test]
    fn each_state_of_a_question_has_its_sentence() {
        let few = Item { count: 9, ..item(0.5, 0.5) };
        assert_eq!(advise(&few, None), Advice::TooFew);
        let wrong = [share(1, 30, false), share(2, 10, true)];
        let expected = Advice::Distractor(ChoiceId(1), Portion::ThreeOfFour);
        assert_eq!(advise(&item(0.25, 0.3), Some(&wrong)), expected);
        assert_eq!(advise(&item(0.6, -0.2), None), Advice::StrongDoWorse);
        assert_eq!(advise(&item(0.97, 0.1), None), Advice::NearlyAllRight);
        assert_eq!(advise(&item(0.1, 0.1), None), Advice::NearlyAllWrong);
        assert_eq!(advise(&item(0.6, 0.05), None), Advice::HardlyTells);
        let right = [share(1, 12, false), share(2, 28, true)];
        assert_eq!(advise(&item(0.7, 0.4), Some(&right)), Advice::Fine);
    }

    #[test]
    fn portions_are_what_people_would_say() {
        let said = |percent| Portion::of(percent, 100);
        assert_eq!(said(95), Some(Portion::NearlyAll));
        assert_eq!(said(75), Some(Portion::ThreeOfFour));
        assert_eq!(said(66), Some(Portion::TwoOfThree));
        assert_eq!(said(50), Some(Portion::EverySecond));
        assert_eq!((said(44), Portion::of(1, 0)), (None, None));
    }
}
