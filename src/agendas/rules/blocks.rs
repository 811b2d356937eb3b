//! The parts of a session (F2): what is done in which order and for how long. Together they are exactly as long as the
//! session.

use crate::kernel::{ActivityId, Fault, Minutes, words};
use std::cmp::Ordering;

words! {
    /// What is done in a block.
    BlockKind {
        /// Something is explained.
        Theory = "theory",
        /// A quiz, alone or in teams.
        Quiz = "quiz",
        /// A case is worked on.
        Case = "case",
        /// A game.
        Game = "game",
        /// A break.
        Break = "break",
        /// Anything else.
        Other = "other",
    }
}

impl BlockKind {
    /// Every kind, in the order in which it is offered.
    pub const ALL: [BlockKind; 6] = [
        BlockKind::Theory,
        BlockKind::Quiz,
        BlockKind::Case,
        BlockKind::Game,
        BlockKind::Break,
        BlockKind::Other,
    ];
}

/// A part of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What is done.
    pub kind: BlockKind,
    /// For how long; more than nothing.
    pub minutes: Minutes,
    /// What it is called, where it is called anything.
    pub title: Option<String>,
    /// The activity of the programme that is done in it.
    pub activity: Option<ActivityId>,
}

/// How long these blocks are together; as long as can be counted, if they are longer.
pub fn sum(blocks: &[Block]) -> Minutes {
    let whole: i64 = blocks.iter().map(|block| i64::from(block.minutes.0)).sum();
    Minutes(i32::try_from(whole).unwrap_or(i32::MAX))
}

/// Why blocks cannot stand for a session of this length, with how many minutes to add or to take away. No blocks at
/// all stand for any session.
pub fn fault(blocks: &[Block], length: Minutes) -> Option<Fault> {
    if blocks.is_empty() {
        return None;
    }
    let sum = sum(blocks);
    let (code, minutes) = match sum.cmp(&length) {
        Ordering::Equal => return None,
        Ordering::Less => ("blocks-short", length - sum),
        Ordering::Greater => ("blocks-over", sum - length),
    };
    Some(Fault::new("blocks", code).with("sum", sum.0).with("length", length.0).with("minutes", minutes.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn block(minutes: i32) -> Block {
        Block { kind: BlockKind::Theory, minutes: Minutes(minutes), title: None, activity: None }
    }

    fn said(minutes: &[i32], length: i32) -> Option<(String, Vec<String>)> {
        let blocks: Vec<Block> = minutes.iter().copied().map(block).collect();
        let fault = fault(&blocks, Minutes(length))?;
        Some((fault.code, fault.args.into_iter().map(|(_, value)| value).collect()))
    }

    #[test]
    fn four_blocks_fill_a_session_of_three_hours_exactly_or_are_refused_with_the_difference() {
        assert_eq!(said(&[60, 30, 50, 40], 180), None);
        assert_eq!(said(&[], 180), None, "a session without blocks is none at fault");
        let args = |sum: &str, minutes: &str| vec![sum.to_owned(), "180".to_owned(), minutes.to_owned()];
        assert_eq!(said(&[60, 30, 50, 10], 180), Some(("blocks-short".into(), args("150", "30"))));
        assert_eq!(said(&[60, 30, 50, 41], 180), Some(("blocks-over".into(), args("181", "1"))));
        assert_eq!(said(&[i32::MAX, i32::MAX], 180).unwrap().0, "blocks-over", "nothing overflows");
    }

    #[test]
    fn every_kind_is_stored_and_offered_once() {
        use crate::kernel::Word as _;
        let offered: Vec<&str> = BlockKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(offered, BlockKind::WORDS);
    }

    proptest! {
        #[test]
        fn adding_or_taking_away_what_is_named_mends_the_blocks(
            lengths in prop::collection::vec(1..200i32, 1..9),
            length in 1..600i32,
        ) {
            let mut blocks: Vec<Block> = lengths.iter().copied().map(block).collect();
            if let Some(fault) = fault(&blocks, Minutes(length)) {
                let minutes: i32 = fault.args[2].1.parse().unwrap();
                prop_assert!(minutes > 0);
                let last = blocks.last_mut().unwrap();
                let change = if fault.code == "blocks-short" { minutes } else { -minutes };
                last.minutes = Minutes(last.minutes.0 + change);
            }
            prop_assert_eq!(super::fault(&blocks, Minutes(length)), None);
        }
    }
}
