//! The programme of a session in another edition: what goes along and what is left behind.

use super::blocks::{Block, fault};
use super::shifts::Shift;
use crate::editions::rules::Term;
use crate::kernel::{ActivityId, Minutes};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The blocks of a session in another one of this length, with how many lost the activity that they led to, because the
/// other programme has none of its key. Nothing where they do not fill the other session.
pub fn blocks_there(
    blocks: &[Block],
    length: Minutes,
    activities: &HashMap<ActivityId, ActivityId>,
) -> Option<(Vec<Block>, usize)> {
    if fault(blocks, length).is_some() {
        return None;
    }
    let there = |block: &Block| {
        let activity = block.activity.and_then(|activity| activities.get(&activity).copied());
        Block { activity, ..block.clone() }
    };
    let moved: Vec<Block> = blocks.iter().map(there).collect();
    let lost =
        blocks.iter().zip(&moved).filter(|(old, new)| old.activity.is_some() && new.activity.is_none());
    let lost = lost.count();
    Some((moved, lost))
}

/// A shift on later days, where these lie in the other edition.
pub fn shift_there(shift: &Shift, term: &Term, later: &dyn Fn(NaiveDate) -> NaiveDate) -> Option<Shift> {
    let moved = Shift { first_on: later(shift.first_on), last_on: later(shift.last_on), ..shift.clone() };
    moved.faults(term).is_empty().then_some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agendas::rules::BlockKind;
    use crate::kernel::ZoneName;

    fn block(minutes: i32, activity: Option<i64>) -> Block {
        let activity = activity.map(ActivityId);
        Block { kind: BlockKind::Quiz, minutes: Minutes(minutes), title: None, activity }
    }

    #[test]
    fn blocks_go_along_with_what_the_other_programme_has() {
        let here = [block(30, Some(1)), block(20, Some(2)), block(40, None)];
        let known = HashMap::from([(ActivityId(1), ActivityId(11))]);
        let (there, lost) = blocks_there(&here, Minutes(90), &known).unwrap();
        let activities: Vec<Option<i64>> = there.iter().map(|one| one.activity.map(|id| id.0)).collect();
        assert_eq!((activities, lost), (vec![Some(11), None, None], 1));
        assert_eq!(blocks_there(&here, Minutes(60), &known), None, "they do not fill it");
        assert_eq!(blocks_there(&[], Minutes(60), &known), Some((Vec::new(), 0)));
    }

    #[test]
    fn a_shift_outside_the_other_edition_stays_behind() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let term = Term {
            starts_on: day("2027-02-01"),
            ends_on: day("2027-04-30"),
            zone: ZoneName::parse("Asia/Irkutsk").unwrap(),
        };
        let shift = Shift {
            first_on: day("2026-09-15"),
            last_on: day("2026-09-17"),
            place: "Листвянка".into(),
            lodging: Some("База «Маяк»".into()),
            meals: None,
        };
        let weeks = |weeks: u64| move |date: NaiveDate| date + chrono::Days::new(weeks * 7);
        let moved = shift_there(&shift, &term, &weeks(22)).unwrap();
        assert_eq!((moved.first_on, moved.lodging), (day("2027-02-16"), shift.lodging.clone()));
        assert_eq!(shift_there(&shift, &term, &weeks(1)), None);
    }
}
