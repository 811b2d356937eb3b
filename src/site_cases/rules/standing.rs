//! Where a case stands, and what may be done with it there. It follows from what was done, in that order.

use crate::kernel::{Moment, words};

words! {
    /// What was done.
    EntryKind {
        /// Its author raised a text.
        Raised = "raised",
        /// Somebody who teaches took it on.
        Taken = "taken",
        /// Somebody wrote.
        Said = "said",
        /// Somebody who teaches closed it with a conclusion.
        Closed = "closed",
        /// Somebody opened it again, with a reason.
        Reopened = "reopened",
    }
}

words! {
    /// Where it stands.
    State {
        /// Only its author knows of it.
        Draft = "draft",
        /// Its text was hidden, and the author has not written it again.
        Redo = "redo",
        /// It is the turn of those who teach.
        Waiting = "waiting",
        /// They have answered.
        Answered = "answered",
        /// It is over.
        Closed = "closed",
    }
}

words! {
    /// On which side of a case somebody stands.
    Side {
        /// Who raised it.
        Author = "author",
        /// Those who teach the edition and administer it.
        Staff = "staff",
    }
}

/// What was done, as far as it decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub kind: EntryKind,
    /// By whom.
    pub side: Side,
    /// When.
    pub at: Moment,
    /// Whether it was hidden: what nobody reads, nobody has to answer.
    pub hidden: bool,
}

/// Where a case stands, and since when: one that waits, since the first thing that nobody has answered; one with a text
/// that was written again, since that. `begun` is when its draft was begun, `text_hidden` when its newest text was
/// hidden: after the end too, that asks its author once more.
pub fn standing(begun: Moment, text_hidden: Option<Moment>, entries: &[Entry]) -> (State, Moment) {
    let Some(first) = entries.first() else { return (State::Draft, begun) };
    let (mut waits, mut last, mut closed) = (None, first.at, None);
    for entry in entries {
        match (entry.kind, entry.side) {
            (EntryKind::Taken, _) => {}
            (EntryKind::Closed, _) => (closed, waits) = (Some(entry.at), None),
            (EntryKind::Reopened, _) => (closed, waits) = (None, Some(entry.at)),
            // What nobody can read answers nothing either: whoever waited waits on.
            (EntryKind::Said, _) if entry.hidden => {}
            (EntryKind::Said, Side::Staff) => (last, waits) = (entry.at, None),
            (EntryKind::Said, Side::Author) => waits = waits.or(Some(entry.at)),
            // The days in which it was its author's turn are nobody else's delay.
            (EntryKind::Raised, _) => (closed, waits) = (None, Some(entry.at)),
        }
    }
    let redo = text_hidden.filter(|hidden| closed.is_none_or(|at| at < *hidden));
    match (redo, closed, waits) {
        (Some(at), ..) => (State::Redo, at),
        (None, Some(at), _) => (State::Closed, at),
        (None, None, Some(at)) => (State::Waiting, at),
        (None, None, None) => (State::Answered, last),
    }
}

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// Write the draft, and raise it.
    Raise,
    /// Throw the draft away.
    Discard,
    /// Write a message.
    Say,
    /// Take it on, close it, or ask its author for a nameless text.
    Lead,
    /// Open it again.
    Reopen,
    /// Hide what names people, and write what others may read.
    Protect,
}

/// Whose it is to do, where it is only one side's.
pub fn whose(what: May) -> Option<Side> {
    match what {
        May::Raise | May::Discard => Some(Side::Author),
        May::Lead | May::Protect => Some(Side::Staff),
        May::Say | May::Reopen => None,
    }
}

/// Whether somebody of this side may do that while it stands so.
pub fn may(what: May, side: Side, state: State) -> bool {
    let raised = state != State::Draft;
    whose(what).is_none_or(|theirs| theirs == side)
        && match what {
            May::Raise => matches!(state, State::Draft | State::Redo),
            May::Discard => !raised,
            May::Say | May::Lead => raised && state != State::Closed,
            May::Reopen => state == State::Closed,
            May::Protect => raised,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntryKind::{Closed, Raised, Reopened, Said, Taken};
    use Side::{Author, Staff};

    fn at(hour: i64) -> Moment {
        Moment::from_utc(Default::default()).plus_minutes(hour * 60)
    }

    fn stands(done: &[(EntryKind, Side)]) -> (State, Moment) {
        let entry = |(hour, (kind, side)): (i64, &(EntryKind, Side))| Entry {
            kind: *kind,
            side: *side,
            at: at(hour),
            hidden: false,
        };
        let entries: Vec<Entry> = (1..).zip(done).map(entry).collect();
        standing(at(0), None, &entries)
    }

    #[test]
    fn a_case_waits_since_the_first_thing_that_nobody_has_answered() {
        assert_eq!(stands(&[]), (State::Draft, at(0)));
        let raised = (Raised, Author);
        assert_eq!(stands(&[raised, (Taken, Staff), (Said, Author)]), (State::Waiting, at(1)));
        assert_eq!(stands(&[raised, (Said, Staff)]), (State::Answered, at(2)));
        assert_eq!(stands(&[raised, (Said, Staff), (Said, Author), (Said, Author)]), (State::Waiting, at(3)));
        assert_eq!(stands(&[raised, (Closed, Staff)]), (State::Closed, at(2)));
        for side in [Author, Staff] {
            assert_eq!(stands(&[raised, (Closed, Staff), (Reopened, side)]), (State::Waiting, at(3)));
        }
    }

    #[test]
    fn a_hidden_text_is_to_be_written_again_and_a_hidden_message_waits_for_nobody() {
        let raised = Entry { kind: Raised, side: Author, at: at(1), hidden: false };
        assert_eq!(standing(at(0), Some(at(2)), &[raised]), (State::Redo, at(2)));
        let closed = Entry { kind: Closed, side: Staff, at: at(3), hidden: false };
        assert_eq!(standing(at(0), Some(at(2)), &[raised, closed]), (State::Closed, at(3)));
        assert_eq!(standing(at(0), Some(at(4)), &[raised, closed]), (State::Redo, at(4)));
        let again = Entry { at: at(5), ..raised };
        assert_eq!(standing(at(0), None, &[raised, closed, again]), (State::Waiting, at(5)));
        let answered = Entry { kind: Said, side: Staff, at: at(2), hidden: false };
        let hidden = Entry { kind: Said, side: Author, at: at(3), hidden: true };
        assert_eq!(standing(at(0), None, &[raised, answered, hidden]), (State::Answered, at(2)));
    }

    #[test]
    fn a_hidden_answer_is_none_and_a_text_written_again_waits_since_then() {
        let raised = Entry { kind: Raised, side: Author, at: at(1), hidden: false };
        let hidden = Entry { kind: Said, side: Staff, at: at(2), hidden: true };
        assert_eq!(standing(at(0), None, &[raised, hidden]), (State::Waiting, at(1)));
        let answered = Entry { at: at(3), hidden: false, ..hidden };
        assert_eq!(standing(at(0), None, &[raised, answered, hidden]), (State::Answered, at(3)));
        let again = Entry { at: at(9), ..raised };
        assert_eq!(standing(at(0), None, &[raised, again]), (State::Waiting, at(9)));
    }

    #[test]
    fn each_side_has_its_own_steps() {
        assert!(may(May::Raise, Author, State::Redo) && !may(May::Raise, Author, State::Waiting));
        assert!(!may(May::Raise, Staff, State::Redo) && !may(May::Lead, Author, State::Waiting));
        assert!(may(May::Discard, Author, State::Draft) && !may(May::Discard, Author, State::Redo));
        for side in [Author, Staff] {
            assert!(may(May::Say, side, State::Answered) && !may(May::Say, side, State::Closed));
            assert!(may(May::Reopen, side, State::Closed) && !may(May::Reopen, side, State::Waiting));
        }
        assert!(may(May::Protect, Staff, State::Closed) && !may(May::Protect, Author, State::Closed));
        assert!(!may(May::Lead, Staff, State::Closed));
    }
}
