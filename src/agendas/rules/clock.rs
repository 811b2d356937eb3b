//! When the parts of a session are, and which question of the agenda is discussed now (F14).

use crate::kernel::{Minutes, Moment};

/// From when to when each part is, one after another. Behind a part that has no length nobody can say it any more, and
/// such a part has only a beginning.
pub fn spans(start: Moment, lengths: &[Option<Minutes>]) -> Vec<Option<(Moment, Option<Moment>)>> {
    let mut at = Some(start);
    let mut spans = Vec::with_capacity(lengths.len());
    for length in lengths {
        let from = at;
        at = from.zip(*length).map(|(from, length)| from.plus_minutes(length.0.into()));
        spans.push(from.map(|from| (from, at)));
    }
    spans
}

/// Where an agenda stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Nothing has begun.
    Ahead(Moment),
    /// A question is discussed, by its place from 0, until a moment.
    At(usize, Moment),
    /// Everything was discussed.
    Over,
}

/// Where questions of these lengths stand, of which the first began at a moment.
pub fn turn(from: Moment, lengths: &[Minutes], now: Moment) -> Turn {
    if now < from && !lengths.is_empty() {
        return Turn::Ahead(from);
    }
    let mut ends = from;
    for (place, length) in lengths.iter().enumerate() {
        ends = ends.plus_minutes(length.0.into());
        if now < ends {
            return Turn::At(place, ends);
        }
    }
    Turn::Over
}

/// When the first question would have had to begin, for this one to begin now.
pub fn begun_for(lengths: &[Minutes], place: usize, now: Moment) -> Moment {
    let before: i64 = lengths.iter().take(place).map(|length| i64::from(length.0)).sum();
    now.plus_minutes(-before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ten() -> Moment {
        Moment::parse("2026-09-15T02:00:00Z").unwrap()
    }

    #[test]
    fn clock_times_follow_one_another_until_a_part_has_no_length() {
        let at = |minutes| ten().plus_minutes(minutes);
        let found = spans(ten(), &[Some(Minutes(20)), Some(Minutes(7)), None, Some(Minutes(10))]);
        let expected =
            [Some((at(0), Some(at(20)))), Some((at(20), Some(at(27)))), Some((at(27), None)), None];
        assert_eq!(found, expected);
        assert_eq!(spans(ten(), &[]), []);
    }

    #[test]
    fn a_talk_of_seven_minutes_gives_way_to_the_next_on_the_second() {
        let talks = [Minutes(7), Minutes(7)];
        assert_eq!(turn(ten(), &talks, ten().plus_seconds(-1)), Turn::Ahead(ten()));
        assert_eq!(turn(ten(), &talks, ten()), Turn::At(0, ten().plus_minutes(7)));
        assert_eq!(turn(ten(), &talks, ten().plus_seconds(7 * 60 - 1)), Turn::At(0, ten().plus_minutes(7)));
        assert_eq!(turn(ten(), &talks, ten().plus_minutes(7)), Turn::At(1, ten().plus_minutes(14)));
        assert_eq!(turn(ten(), &talks, ten().plus_minutes(14)), Turn::Over);
        assert_eq!(turn(ten(), &[], ten().plus_seconds(-1)), Turn::Over);
    }

    proptest! {
        #[test]
        fn whichever_question_is_begun_now_is_the_one_that_is_discussed(
            lengths in prop::collection::vec(1..120i32, 1..9),
            place in 0usize..9,
        ) {
            let place = place % lengths.len();
            let lengths: Vec<Minutes> = lengths.into_iter().map(Minutes).collect();
            let from = begun_for(&lengths, place, ten());
            let ends = ten().plus_minutes(lengths[place].0.into());
            prop_assert_eq!(turn(from, &lengths, ten()), Turn::At(place, ends));
        }
    }
}
